/**
 * What has been recorded of the deciding values, event by event, and what stands otherwise now. A
 * value that differs from its record does not count until the change is recorded with a reason, so
 * that no award rests on a cell that was typed over. It records nothing itself.
 */
import type { Place } from "../place";
import { MadeOf } from "../made-of";
import type { DecidingPart } from "./deciding-values";
import { partOf, placeOf, valuesOf } from "./deciding-values";
import type { DecidingRecord, RecordedValue } from "./held-to-record";
import { heldToRecord } from "./held-to-record";
import { textOf } from "./pieces";
import { isUnreadPlace } from "./unread-prices";
import type { EvaluationDocument, JournalEvent, RecordedPiece } from "./schema";

/** A value that stands otherwise than it was recorded. */
export type ValueChange = {
  readonly part: DecidingPart;
  /** What the record calls it. */
  readonly key: Place;
  /** Where it stands now. */
  readonly place: Place;
  readonly recorded?: string;
  readonly value?: string;
  /** What recorded it, or closed the list that it was added to. */
  readonly at: JournalEvent;
};

const records = new WeakMap<EvaluationDocument, DecidingRecord>();

/** The same of documents that have their journal and what was recorded in common. */
const recordsOfJournal = new MadeOf<readonly JournalEvent[], DecidingRecord>();

/** The record as it is after every event of the journal, oldest first; read once a document. */
export function recordOf(document: EvaluationDocument): DecidingRecord {
  const { events, recorded } = document;
  const read = () => readRecord(document);
  const found =
    records.get(document) ?? (events ? recordsOfJournal.get(events, [recorded], read) : read());
  records.set(document, found);
  return found;
}

function readRecord(document: EvaluationDocument): DecidingRecord {
  const values = new Map<Place, RecordedValue>();
  const closed = new Map<DecidingPart, JournalEvent>();
  const pieces = piecesByRecord(document);
  for (const event of document.events ?? []) {
    if (event.recorded !== undefined)
      for (const [part, content] of contentOf(pieces.get(event.recorded) ?? [])) {
        for (const [key, text] of valuesOf(content)) values.set(key, { text, at: event });
        if (part !== "records") closed.set(part, event);
      }
    if (event.type === "changed" && event.place !== undefined)
      values.set(event.place, {
        ...(event.new === undefined ? {} : { text: event.new }),
        at: event,
      });
    if (event.type === "round-closed") forget(["prices", "verdicts"], values, closed);
  }
  return { values, closed };
}

/** A new round brings new prices and answers, which are recorded when that round is opened. */
function forget(
  parts: readonly DecidingPart[],
  values: Map<Place, RecordedValue>,
  closed: Map<DecidingPart, JournalEvent>,
): void {
  for (const part of parts) closed.delete(part);
  for (const key of values.keys()) if (parts.includes(partOf(key))) values.delete(key);
}

/** The pieces of what each event recorded, by the fingerprint that the event carries. */
export function piecesByRecord({
  recorded = [],
}: EvaluationDocument): Map<string, RecordedPiece[]> {
  const found = new Map<string, RecordedPiece[]>();
  for (const piece of recorded) {
    const known = found.get(piece.record);
    if (known) known.push(piece);
    else found.set(piece.record, [piece]);
  }
  return found;
}

/** The parts that were recorded; none where the pieces are not whole, which is a finding elsewhere. */
export function contentOf(pieces: readonly RecordedPiece[]): [DecidingPart, unknown][] {
  try {
    const content: unknown = JSON.parse(textOf(pieces));
    return typeof content === "object" && content !== null
      ? (Object.entries(content) as [DecidingPart, unknown][])
      : [];
  } catch {
    return [];
  }
}

const changesOf = new WeakMap<EvaluationDocument, readonly ValueChange[]>();

/** Holds a document that is a part of another to the record of the whole. */
export function holdToRecordOf(part: EvaluationDocument, whole: EvaluationDocument): void {
  if (whole.recorded === undefined) return;
  records.set(part, recordOf(whole));
  changesOf.set(part, unrecordedChanges(whole));
}

/** Every deciding value that differs from its record, in the order of the record. */
export function unrecordedChanges(document: EvaluationDocument): readonly ValueChange[] {
  if (document.recorded === undefined) return [];
  const found = changesOf.get(document) ?? changesIn(document);
  changesOf.set(document, found);
  return found;
}

function changesIn(document: EvaluationDocument): ValueChange[] {
  const { changed, added } = heldToRecord(document, recordOf(document));
  return [...changed.filter(({ key }) => !isUnreadPlace(key, document)), ...added].map((each) => ({
    part: partOf(each.key),
    place: placeOf(each.key, document),
    ...each,
  }));
}
