/**
 * Noting which candidates were chosen in the first stage, so that nobody else's bid can be awarded
 * (LOU 4 kap. 6–7 §§). It chooses nobody: the choice is the outcome of the selection's own file.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Acted } from "./act";
import { act, fileOption } from "./act";

/** @param selection the fingerprint of the selection's document */
export function invite(
  document: EvaluationDocument,
  chosen: readonly string[],
  selection: string,
  by: Signature,
): Acted {
  if (chosen.length === 0) return { refused: [finding("selection-not-final", "blocking", "bids")] };
  return {
    document: withEvents(document, [
      { type: "invited", ...by, new: chosen.join("; "), fingerprint: selection },
    ]),
  };
}

export const inviteAct = act({
  name: "invite",
  phase: "checks",
  takes: { selection: fileOption("selection") },
  doneBy: (document) => lastOf(document, "invited"),
  isOffered: ({ document: { procurement } }) =>
    procurement.stage !== "selection" &&
    (procurement.procedure === "selective" || procurement.procedure === "negotiated"),
  perform: ({ document }, { selection }, by) =>
    invite(document, selection.award, selection.fingerprint, by),
  tell: (_, words) => words.eventTypes.invited,
});
