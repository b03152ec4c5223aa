/**
 * Reopening an evaluation that was finalised, or a procurement that was cancelled, with a reason.
 * What was recorded stays recorded, and a decision that was taken stays in the list of decisions.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { registeredDecision } from "../../core/document/decisions";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import { finalisation } from "../milestones";
import type { Acted } from "./act";
import { act, required } from "./act";

export function reopen(document: EvaluationDocument, by: Signature, reason: string): Acted {
  if (!isReopenable(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  if (reason.trim() === "")
    return { refused: [finding("reopen-without-reason", "blocking", "bids")] };
  return { document: withEvents(document, [{ type: "reopened", ...by, reason }]) };
}

function isReopenable(document: EvaluationDocument): boolean {
  return (
    finalisation(document) !== undefined || registeredDecision(document)?.kind === "cancellation"
  );
}

export const reopenAct = act({
  name: "reopen",
  phase: "award",
  takes: { reason: required({ isLong: true }) },
  isOffered: ({ document }) => isReopenable(document),
  perform: ({ document }, { reason }, by) => reopen(document, by, reason),
  tell: (_, words) => words.eventTypes.reopened,
});
