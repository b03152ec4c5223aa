/**
 * What an act has done to a document, made ready to be written: bound into the chain, readable
 * again, and allowed by what was finalised. Every door that writes an act goes through here; it
 * writes nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { heldByFinalisation } from "../procedure/milestones";
import { amendment } from "../sheet/amend";
import type { Places } from "../sheet/locate";
import type { Amendment } from "../sheet/workbook";
import { documentFindings } from "../sheet/document-findings";
import type { Words } from "../words/sv/words";
import { appendToChain } from "../journal/hash-chain";
/** The document and its cells, or why it cannot be kept without losing something. */
export type PreparedWrite =
  | {
      readonly document: EvaluationDocument;
      readonly amendment: Amendment;
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[]; readonly document?: never };

/** @param written the language of the workbook; of a document that is in none, any */
export function prepareWrite(
  before: EvaluationDocument,
  done: EvaluationDocument,
  places: Places,
  written: Words,
): PreparedWrite {
  const fitting = hasRoomForRecords(places) ? done : withoutNewRecords(before, done);
  const document = isChained(places) ? appendToChain(before, fitting) : fitting;
  const faulty = [...heldByFinalisation(before, document), ...documentFindings(document)];
  if (faulty.length > 0) return { refused: faulty };
  return { document, amendment: amendment(before, document, places, written) };
}

/**
 * Whether the journal's sheet has room for the chain; one that is not there yet will. A journal
 * without was made by an earlier version, and nothing is forced into it.
 */
export function isChained({ tables: { events } }: Places): boolean {
  return events === undefined || events.columnOf.has("hash");
}

/** Whether the journal's sheet can say what an event recorded; one that is not there yet will. */
function hasRoomForRecords({ tables: { events } }: Places): boolean {
  return events === undefined || events.columnOf.has("recorded");
}

/**
 * A journal that an earlier version made is gone on with as before: that it was evaluated or
 * finalised is noted, without a record. An act that is there to record gets the column it needs.
 */
function withoutNewRecords(
  before: EvaluationDocument,
  { recorded: _recorded, ...done }: EvaluationDocument,
): EvaluationDocument {
  const known = before.events?.length ?? 0;
  const events = done.events?.map((event, n) => {
    if (n < known || (event.type !== "evaluated" && event.type !== "finalised")) return event;
    const { recorded: _event, ...rest } = event;
    return rest;
  });
  return {
    ...done,
    ...(before.recorded && { recorded: before.recorded }),
    ...(events && { events }),
  };
}
