/**
 * What an event records of the values that decide: their content beside the journal, and its
 * fingerprint in the event. Content is only ever added. It knows no act and no clock.
 */
import type { DecidingPart } from "../core/document/deciding-values";
import { decidingContent, keptContent, valuesOf } from "../core/document/deciding-values";
import { longestJson, piecesOf, textOf } from "../core/document/pieces";
import type { EvaluationDocument, JournalEvent, RecordedPiece } from "../core/document/schema";
import { piecesByRecord, recordOf, unrecordedChanges } from "../core/document/unrecorded-changes";
import { fingerprintOf } from "./fingerprint";

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
    Object.fromEntries(parts.map((part) => [part, keptContent(document, part)])),
  );
  const recorded = fingerprintOf(content);
  const known = document.recorded ?? [];
  const added: RecordedPiece[] = known.some(({ record }) => record === recorded)
    ? []
    : piecesOf(content, longestJson).map((piece) => ({ record: recorded, ...piece }));
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
  const pieces = piecesByRecord(document);
  return (document.events ?? []).filter(
    ({ recorded }) => recorded !== undefined && !isWhole(recorded, pieces.get(recorded) ?? []),
  );
}

/** Whether the pieces are numbered from 1 without a gap, and make the content of the fingerprint. */
function isWhole(record: string, pieces: readonly RecordedPiece[]): boolean {
  const numbers = pieces.map(({ piece }) => piece).sort((a, b) => a - b);
  return numbers.every((piece, n) => piece === n + 1) && fingerprintOf(textOf(pieces)) === record;
}
