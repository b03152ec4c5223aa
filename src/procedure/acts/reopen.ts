/** Reopening an evaluation that was finalised, with a reason. What was recorded stays recorded. */
import type { EvaluationDocument } from "../../core/document/schema";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import { finalisation } from "../milestones";
import type { Acted } from "./act";
import { act, required } from "./act";

export function reopen(document: EvaluationDocument, by: Signature, reason: string): Acted {
  if (!finalisation(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  if (reason.trim() === "")
    return { refused: [finding("reopen-without-reason", "blocking", "bids")] };
  return { document: withEvents(document, [{ type: "reopened", ...by, reason }]) };
}

export const reopenAct = act({
  name: "reopen",
  phase: "award",
  takes: { reason: required() },
  isOffered: ({ document }) => finalisation(document) !== undefined,
  perform: ({ document }, { reason }, by) => reopen(document, by, reason),
  tell: (_, words) => words.eventTypes.reopened,
});
