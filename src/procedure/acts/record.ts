/**
 * Recording what stands in the document and not yet in the journal: scores, and whatever differs from
 * its record. What was recorded before is changed with a reason only. The work is done in
 * scoring/record-scores and record-changes.
 */
import { figurePlace } from "../../core/document/recorded";
import { finding } from "../../core/finding";
import type { Place } from "../../core/place";
import type { Signature } from "../../scoring/record-scores";
import { recordFigures, unrecorded } from "../../scoring/record-scores";
import { unrecordedChanges } from "../../core/document/unrecorded-changes";
import { recordChanges } from "../record-changes";
import { keysIn } from "../changes-to-record";
import type { Acted, Subject } from "./act";
import { act, optional } from "./act";

/** Whether something recorded has been changed, so that recording it takes a reason. */
export function isReasonAsked({ document }: Subject): boolean {
  return (
    unrecorded(document).some(({ kind }) => kind === "changed") ||
    unrecordedChanges(document).length > 0
  );
}

/** Records what was asked for, or everything, where nothing was. */
function record(
  { document }: Subject,
  { reason, only }: { readonly reason: string; readonly only: string },
  by: Signature,
): Acted {
  const keys = new Set(keysIn(only));
  const waiting = new Set([
    ...unrecordedChanges(document).map(({ key }) => key),
    ...unrecorded(document).map(figurePlace),
  ]);
  const unknown = [...keys].filter((key) => !waiting.has(key));
  if (unknown.length > 0)
    return { refused: unknown.map((key) => finding("record-nothing-there", "blocking", key)) };
  const isWanted = (key: Place) => keys.size === 0 || keys.has(key);
  const figures = recordFigures(document, by, reason, isWanted);
  const changes = recordChanges(figures.document, by, reason, isWanted);
  return {
    document: changes.document,
    counts: { count: figures.count + changes.count },
    findings: [...figures.refused, ...changes.refused],
  };
}

export const recordAct = act({
  name: "record",
  phase: "scores",
  recordsWhatStands: true,
  takes: {
    reason: optional({ isLong: true, isAsked: isReasonAsked }),
    // Forms beside the values name them; nobody types them in a field.
    only: optional({ option: "--only <places>", isAsked: () => false }),
  },
  isOffered: ({ document }) =>
    unrecorded(document).length > 0 || unrecordedChanges(document).length > 0,
  perform: record,
  tell: ({ counts, findings = [] }, words) => {
    const count = counts?.["count"] ?? 0;
    if (count > 0) return words.cli.group.recorded(count);
    return findings.length > 0 ? "" : words.cli.group.nothingToRecord;
  },
});
