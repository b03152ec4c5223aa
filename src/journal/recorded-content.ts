/**
 * What an event records of the values that decide: their content beside the journal, and its
 * fingerprint in the event. Content is only ever added. It knows no act and no clock.
 */
import type { DecidingPart } from "../core/document/deciding-values";
import { decidingContent, valuesOf } from "../core/document/deciding-values";
import type { EvaluationDocument, JournalEvent, RecordedPiece } from "../core/document/schema";
import { recordOf, unrecordedChanges } from "../core/document/unrecorded-changes";
import { fingerprintOf } from "./fingerprint";

/** A piece fits a cell: half of what one holds, since an escaped character takes more room. */
const pieces = /[\s\S]{1,15000}/gu;

/** What an event carries of its record; nothing where it recorded none. */
export type RecordedBy = Pick<JournalEvent, "recorded">;

/**
 * The document with some of its parts recorded, and what the event that records them carries.
 * @param parts recorded whole, as they stand
 */
export function recordParts(
  document: EvaluationDocument,
  parts: readonly DecidingPart[],
): { readonly document: EvaluationDocument; readonly event: RecordedBy } {
  if (parts.length === 0) return { document, event: {} };
  const content = JSON.stringify(
    Object.fromEntries(parts.map((part) => [part, decidingContent(document, part)])),
  );
  const recorded = fingerprintOf(content);
  const known = document.recorded ?? [];
  const added: RecordedPiece[] = known.some(({ record }) => record === recorded)
    ? []
    : (content.match(pieces) ?? []).map((piece, n) => ({
        record: recorded,
        piece: n + 1,
        content: piece,
      }));
  return { document: { ...document, recorded: [...known, ...added] }, event: { recorded } };
}

/**
 * The parts that hold values which have not been recorded yet, and none that differ from their
 * record: recording those anew would hide the change.
 */
export function partsToRecord(
  document: EvaluationDocument,
  parts: readonly DecidingPart[],
): DecidingPart[] {
  // Recording the same anew would make a record whole that someone has damaged.
  if (damagedRecords(document).length > 0) return [];
  const { values } = recordOf(document);
  const changes = unrecordedChanges(document);
  return parts.filter((part) => {
    if (changes.some((change) => change.part === part)) return false;
    for (const [key] of valuesOf(decidingContent(document, part)))
      if (!values.has(key)) return true;
    return false;
  });
}

/** Events whose recorded content is no longer whole: missing, or other than its fingerprint says. */
export function damagedRecords(document: EvaluationDocument): JournalEvent[] {
  const pieces = new Map<string, RecordedPiece[]>();
  for (const piece of document.recorded ?? [])
    pieces.set(piece.record, [...(pieces.get(piece.record) ?? []), piece]);
  return (document.events ?? []).filter(
    ({ recorded }) => recorded !== undefined && !isWhole(recorded, pieces.get(recorded) ?? []),
  );
}

/** Whether the pieces are numbered from 1 without a gap, and make the content of the fingerprint. */
function isWhole(record: string, pieces: readonly RecordedPiece[]): boolean {
  const inOrder = [...pieces].sort((a, b) => a.piece - b.piece);
  return (
    inOrder.every(({ piece }, n) => piece === n + 1) &&
    fingerprintOf(inOrder.map(({ content }) => content).join("")) === record
  );
}
