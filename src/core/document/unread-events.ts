/**
 * Lines of the journal that tell of prices while these are kept apart: a price as it was recorded, and
 * what an evaluation came to while they were read. The lines stay in the file as they are; what they
 * tell is not read. It changes no journal.
 */
import { contentOf, piecesByRecord } from "./unrecorded-changes";
import { isUnreadPlace, isWithoutPrices } from "./unread-prices";
import type { EvaluationDocument, JournalEvent } from "./schema";

/** Whether what an event records is not read, since it is a price or was made from prices. */
export function isUnreadEvent(event: JournalEvent, document: EvaluationDocument): boolean {
  if (!isWithoutPrices(document)) return false;
  const { place, result, new: outcome = "" } = event;
  if (place !== undefined) return isUnreadPlace(place, document);
  return result !== undefined && hasFigure(outcome);
}

/**
 * The document without what its journal tells of prices that are not read: what an evaluation came to, a
 * price as it was, and whole records of prices. Its chain then shows that this has been left out.
 * @returns the same object where there is nothing of the kind
 */
export function withoutUnreadHistory(document: EvaluationDocument): EvaluationDocument {
  if (!isWithoutPrices(document)) return document;
  const { events = [], recorded = [] } = document;
  const priced = new Set(
    [...piecesByRecord(document)]
      .filter(([, pieces]) => contentOf(pieces).some(([part]) => part === "prices"))
      .map(([record]) => record),
  );
  const isTold = priced.size > 0 || events.some((event) => isUnreadEvent(event, document));
  if (!isTold) return document;
  const kept = recorded.filter(({ record }) => !priced.has(record));
  const { recorded: _recorded, ...rest } = document;
  return {
    ...rest,
    events: events.map((event) => withoutUnread(event, document)),
    ...(kept.length > 0 ? { recorded: kept } : {}),
  };
}

/** "A 120.50 (1); B rejected": a result or a rank, which nothing but prices can have given. */
function hasFigure(outcome: string): boolean {
  return /\s-?\d+(?:\.\d+)?(?:\s|;|$)|\(\d+\)/.test(outcome);
}

/** The event without what is not read of it. */
export function withoutUnread(event: JournalEvent, document: EvaluationDocument): JournalEvent {
  if (!isUnreadEvent(event, document)) return event;
  const { old: _old, new: _new, ...read } = event;
  return read;
}
