/**
 * Recording what stands in the document and not yet in the journal: scores, and whatever differs from
 * its record. What was recorded before is changed with a reason only. The work is done in
 * scoring/record-scores and record-changes.
 */
import { recordFigures, unrecorded } from "../../scoring/record-scores";
import { unrecordedChanges } from "../../core/document/unrecorded-changes";
import { recordChanges } from "../record-changes";
import type { Subject } from "./act";
import { act, optional } from "./act";

/** Whether something recorded has been changed, so that recording it takes a reason. */
export function isReasonAsked({ document }: Subject): boolean {
  return (
    unrecorded(document).some(({ kind }) => kind === "changed") ||
    unrecordedChanges(document).length > 0
  );
}

export const recordAct = act({
  name: "record",
  phase: "scores",
  takes: { reason: optional({ isAsked: isReasonAsked }) },
  isOffered: ({ document }) =>
    unrecorded(document).length > 0 || unrecordedChanges(document).length > 0,
  perform: ({ document }, { reason }, by) => {
    const figures = recordFigures(document, by, reason);
    const changes = recordChanges(figures.document, by, reason);
    return {
      document: changes.document,
      counts: { count: figures.count + changes.count },
      findings: [...figures.refused, ...changes.refused],
    };
  },
  tell: ({ counts, findings = [] }, words) => {
    const count = counts?.["count"] ?? 0;
    if (count > 0) return words.cli.group.recorded(count);
    return findings.length > 0 ? "" : words.cli.group.nothingToRecord;
  },
});
