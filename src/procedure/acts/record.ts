/**
 * Recording scores in the journal: what stands in the document and not yet there. A recorded score
 * that has been changed is recorded with a reason only. The work is that of scoring/record-scores.
 */
import { recordFigures, unrecorded } from "../../scoring/record-scores";
import type { Subject } from "./act";
import { act, optional } from "./act";

/** Whether a recorded score has been changed, so that recording it takes a reason. */
export function isReasonAsked({ document }: Subject): boolean {
  return unrecorded(document).some(({ kind }) => kind === "changed");
}

export const recordAct = act({
  name: "record",
  phase: "scores",
  takes: { reason: optional({ isAsked: isReasonAsked }) },
  isOffered: ({ document }) => unrecorded(document).length > 0,
  perform: ({ document }, { reason }, by) => {
    const { document: after, count, refused } = recordFigures(document, by, reason);
    return { document: after, counts: { count }, findings: refused };
  },
  tell: ({ counts, findings = [] }, words) => {
    const count = counts?.["count"] ?? 0;
    if (count > 0) return words.cli.group.recorded(count);
    return findings.length > 0 ? "" : words.cli.group.nothingToRecord;
  },
});
