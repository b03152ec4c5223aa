/**
 * Prices that stand in a file and are not read, because they are kept apart until quality is fixed: a
 * document without them, and the document put together again for the file that it is written to. No
 * figure, finding or paper can show a price that the document does not have. It does not say when
 * prices are kept apart.
 */
import type { Place } from "../place";
import { partsOf } from "../place";
import type { Clarification, EvaluationDocument } from "./schema";
import type { JsonObject } from "./untyped";
import { isObject } from "./untyped";

/** The lists that tell of prices. */
const lists = ["bids", "clarifications", "offers", "sources", "lowBids"] as const;
type List = (typeof lists)[number];

/**
 * The lists as they stand in the file. A symbol is neither hashed, compared nor written as JSON, and
 * every copy of the document carries it along.
 */
const unread = Symbol("lists with prices that are not read");
type Unread = { readonly [list in List]?: unknown };
type WithUnread = { readonly [unread]?: Unread };

/** What is read of a row while its price is not; everything else in it can tell the price. */
const readKeys: { readonly [list in Exclude<List, "bids">]: ReadonlySet<string> } = {
  clarifications: new Set([
    "id",
    "bid",
    "subject",
    "of",
    "rule",
    "askedBy",
    "askedAt",
    "answeredAt",
  ]),
  offers: new Set(["bid", "round", "item"]),
  sources: new Set(["bid", "subject", "of", "cell"]),
  lowBids: new Set(["bid", "requestedBy", "requestedAt", "answeredAt"]),
};

const priceSubjects: ReadonlySet<unknown> = new Set(["price", "price-item", "stated-total"]);

/**
 * A value without the prices of its bids and without what tells of them; other parts are the same
 * objects.
 * @param value a document as it stands in a file, which may have faults
 */
export function withoutPrices(value: JsonObject): JsonObject {
  return {
    ...value,
    ...Object.fromEntries(
      lists.flatMap((list) => {
        const rows = value[list];
        return Array.isArray(rows) ? [[list, rows.map((row: unknown) => readRow(list, row))]] : [];
      }),
    ),
  };
}

function readRow(list: List, row: unknown): unknown {
  if (!isObject(row)) return row;
  if (list === "bids") return withoutOwnPrices(row);
  return list === "offers" || list === "lowBids" || priceSubjects.has(row["subject"])
    ? Object.fromEntries(Object.entries(row).filter(([key]) => readKeys[list].has(key)))
    : row;
}

/** That a bid is priced in rows is no price, and its form stays. */
function withoutOwnPrices({
  price: _price,
  statedTotal: _total,
  prices,
  ...bid
}: JsonObject): JsonObject {
  return prices === undefined ? bid : { ...bid, prices: {} };
}

/** The document that carries along what was not read of the value that it was read from. */
export function carryingUnread(document: EvaluationDocument, from: JsonObject): EvaluationDocument {
  const kept: Unread = Object.fromEntries(lists.map((list) => [list, from[list]]));
  return Object.assign({ ...document }, { [unread]: kept });
}

/** The document that carries along what was not read of another version of it. */
export function withUnreadOf(
  document: EvaluationDocument,
  other: EvaluationDocument,
): EvaluationDocument {
  const kept = unreadIn(other);
  return kept ? Object.assign({ ...document }, { [unread]: kept }) : document;
}

function unreadIn(document: EvaluationDocument): Unread | undefined {
  return (document as WithUnread)[unread];
}

/** Whether the prices of the document are kept apart, however many stand in the file. */
export function isWithoutPrices(document: EvaluationDocument): boolean {
  return unreadIn(document) !== undefined;
}

/** The ids of the bids whose prices stand in the file and are not read. */
export function bidsWithUnreadPrices(document: EvaluationDocument): string[] {
  const priced = new Map(
    rowsIn(unreadIn(document)?.bids).map(({ id, price, prices }) => [
      id,
      price !== undefined || (isObject(prices) && Object.keys(prices).length > 0),
    ]),
  );
  return document.bids.flatMap(({ id }) => (priced.get(id) === true ? [id] : []));
}

/** Whether a record is about a price that is not read, so that nothing can be said of it yet. */
export function isAboutUnreadPrice(
  { subject }: Pick<Clarification, "subject">,
  document: EvaluationDocument,
): boolean {
  return isWithoutPrices(document) && priceSubjects.has(subject);
}

/** Whether a value of the record is one that is not read, and so is neither changed nor gone. */
export function isUnreadPlace(place: Place, document: EvaluationDocument): boolean {
  if (!isWithoutPrices(document)) return false;
  const [root, inner] = partsOf(place);
  if (root?.key === "bids") return ["price", "prices", "statedTotal"].includes(inner?.key ?? "");
  if (root?.key === "offers" || root?.key === "lowBids") return true;
  const record = document.clarifications?.find(({ id }) => id === root?.id);
  return (
    root?.key === "clarifications" && record !== undefined && isAboutUnreadPrice(record, document)
  );
}

/**
 * The whole document, for the file that it is written to: what was not read stands there as it did
 * in the file that it came from.
 * @returns the same object where everything was read
 */
export function withUnreadPrices(document: EvaluationDocument): EvaluationDocument {
  const kept = unreadIn(document);
  if (!kept) return document;
  const priced = new Map(rowsIn(kept.bids).map((bid) => [bid["id"], bid]));
  const { [unread]: _kept, ...read } = document as EvaluationDocument & WithUnread;
  const whole = {
    ...read,
    bids: read.bids.map((bid) => ({ ...bid, ...ownPrices(priced.get(bid.id) ?? {}) })),
    ...Object.fromEntries(
      lists.flatMap((list) => {
        const rows = list === "bids" ? undefined : read[list];
        return rows ? [[list, rowsAsTheyStood(rows, rowsIn(kept[list]))]] : [];
      }),
    ),
  };
  return whole;
}

function ownPrices({ price, prices, statedTotal }: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries({ price, prices, statedTotal }).filter(([, value]) => value !== undefined),
  );
}

/** Rows are added at the end of these lists, and each keeps its position. */
function rowsAsTheyStood(rows: readonly JsonObject[], before: readonly JsonObject[]): JsonObject[] {
  return rows.map((row, n) => (before[n]?.["bid"] === row["bid"] ? { ...before[n], ...row } : row));
}

function rowsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
