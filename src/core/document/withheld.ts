/**
 * What changes behind the record's back reach: which prices, verdicts, bids and records do not count
 * until their change is recorded. It finds no changes and tells of none.
 */
import type { Place } from "../place";
import {
  adjustmentAt,
  bidOf,
  clarificationAt,
  exclusionAt,
  lotteryAt,
  lowBidAt,
  partsOf,
  priceAt,
} from "../place";
import { clarifiedPlace } from "./corrections";
import { decidingContent, placeOf, valuesOf } from "./deciding-values";
import type { Clarification, EvaluationDocument } from "./schema";
import type { ValueChange } from "./unrecorded-changes";
import { recordOf, unrecordedChanges } from "./unrecorded-changes";

/**
 * Prices that do not count, by their places: changed themselves, or by a record about them. Of both, the
 * record comes first, since the price does not count again when it alone is put back.
 */
export function withheldPrices(document: EvaluationDocument): Map<Place, ValueChange> {
  const found = new Map<Place, ValueChange>();
  for (const change of unrecordedChanges(document)) {
    if (change.part === "prices" && !found.has(change.place)) found.set(change.place, change);
    const reached = [...pricesOfRecord(change, document), ...pricesOfLine(change, document)];
    for (const place of reached) found.set(place, change);
  }
  return found;
}

/** Every price of a bid whose line in the register has changed, or that is not in it. */
function pricesOfLine({ part, key }: ValueChange, { bids }: EvaluationDocument): Place[] {
  const bid = part === "register" ? bids.find(({ id }) => id === bidOf(key)) : undefined;
  if (!bid) return [];
  return bid.prices === undefined
    ? [priceAt(bid.id)]
    : Object.keys(bid.prices).map((row) => priceAt(bid.id, row));
}

/** The prices that a changed clarification is about: as it is now, and as it was recorded. */
function pricesOfRecord(change: ValueChange, document: EvaluationDocument): Place[] {
  const [root] = partsOf(change.key);
  if (root?.key !== "clarifications" || root.id === undefined) return [];
  const { values } = recordOf(document);
  const id = root.id;
  const then = (key: "bid" | "subject" | "of") => values.get(clarificationAt(id, key))?.text;
  const now = document.clarifications?.find((each) => each.id === id);
  const before = { bid: then("bid"), subject: then("subject"), of: then("of") };
  return [now, before.bid === undefined ? undefined : (before as Clarification)].flatMap((each) =>
    each === undefined ? [] : (clarifiedPlace(each) ?? []),
  );
}

/** Requirements whose verdict does not count, by bid. */
export function withheldVerdicts(document: EvaluationDocument): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { part, key } of unrecordedChanges(document)) {
    const [bid, answer] = partsOf(key);
    if (part !== "verdicts" || bid?.id === undefined || answer?.id === undefined) continue;
    const ids = found.get(bid.id);
    if (ids) ids.add(answer.id);
    else found.set(bid.id, new Set([answer.id]));
  }
  return found;
}

/**
 * Rows that are in no record, of lists from which a recorded row is gone: a drawing of lots with another
 * order has another name, and must not count in the place of the recorded one.
 */
function replacing(document: EvaluationDocument, changed: readonly ValueChange[]): Place[] {
  const lists = new Set(changed.flatMap(({ key, place }) => (place === listOf(key) ? place : [])));
  if (lists.size === 0) return [];
  const known = new Set([...recordOf(document).values.keys()].map(rowOf));
  return [...valuesOf(decidingContent(document, "records"))].flatMap(([key]) =>
    lists.has(listOf(key)) && !known.has(rowOf(key)) ? [rowOf(placeOf(key, document))] : [],
  );
}

function listOf(key: Place): string {
  return partsOf(key)[0]?.key ?? "";
}

/** A place or a key without what follows its row. */
function rowOf(place: Place): Place {
  return place.replace(/(?<=\]).*$/, "");
}

/**
 * The document with every changed record of a decision as if it had not been decided: a lottery, a
 * bid rejected as abnormally low, an adjusted requirement.
 * @returns the same object where none has changed
 */
export function withoutChangedRecords(document: EvaluationDocument): EvaluationDocument {
  const changed = unrecordedChanges(document).filter(({ part }) => part === "records");
  if (changed.length === 0) return document;
  const rows = new Set([
    ...changed.map(({ place }) => rowOf(place)),
    ...replacing(document, changed),
  ]);
  const { lotteries, exclusions, lowBids, adjustments } = document;
  return {
    ...document,
    ...(lotteries && {
      lotteries: lotteries.map((each, n) =>
        rows.has(lotteryAt(n)) ? { ...each, order: [] } : each,
      ),
    }),
    ...(exclusions && {
      exclusions: exclusions.map(({ decision, ...each }, n) =>
        decision === undefined || rows.has(exclusionAt(n)) ? each : { ...each, decision },
      ),
    }),
    ...(lowBids && {
      lowBids: lowBids.map(({ decision, ...each }, n) =>
        decision === undefined || rows.has(lowBidAt(n)) ? each : { ...each, decision },
      ),
    }),
    ...(adjustments && {
      adjustments: adjustments.map(({ dropped, text, ...each }, n) =>
        rows.has(adjustmentAt(n))
          ? each
          : { ...each, ...(dropped && { dropped }), ...(text !== undefined && { text }) },
      ),
    }),
  };
}
