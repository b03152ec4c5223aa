/**
 * A document as it was before one recorded change: the changed values as they were, all else as it is.
 * It keeps to what was recorded. Where that cannot make a whole document, it gives none.
 */
import { placeOf } from "../core/document/deciding-values";
import { parseDocument } from "../core/document/parse";
import type { EvaluationDocument } from "../core/document/schema";
import type { PlacePart } from "../core/place";
import { bidAt, bidOf, partsOf, rootOf } from "../core/place";
import { publishedContent } from "./published";
import type { ChangedValue, HistoryChange } from "./history-walk";
import { isDecisionKind } from "./history-walk";

/**
 * @param document without its journal, so that nothing in it is withheld
 * @returns undefined where the values before were not recorded, or belong to a row that is gone
 */
export function undoChange(
  document: EvaluationDocument,
  { kind, part, values }: HistoryChange,
): EvaluationDocument | undefined {
  const before = isDecisionKind(kind)
    ? withoutRow(document, values)
    : part === "model"
      ? withPublished(document)
      : withValuesBefore(document, values);
  const bid = bidOf(values[0]?.key ?? "");
  return before && canBeRead(before, bid) ? before : undefined;
}

/**
 * Whether a document can be evaluated: a record that was forged may hold anything. Of the bids that the
 * change is not about only the names are read anew, since there may be a hundred thousand answers.
 */
function canBeRead(document: EvaluationDocument, changed: string | undefined): boolean {
  const bids = document.bids.map((bid) =>
    bid.id === changed ? bid : { ...bid, answers: {}, scores: {} },
  );
  return parseDocument({ ...document, bids }).document !== undefined;
}

function withValuesBefore(
  document: EvaluationDocument,
  values: readonly ChangedValue[],
): EvaluationDocument | undefined {
  const bid = bidOf(values[0]?.key ?? "");
  const isAdded = values.some(
    ({ key, from }) => bid !== undefined && key === bidAt(bid, "bidder") && from === undefined,
  );
  if (isAdded) return { ...document, bids: document.bids.filter(({ id }) => id !== bid) };
  let found: unknown = document;
  for (const { key, from } of values) {
    const parts = partsOf(rootOf(key) === "bids" ? key : placeOf(key, document));
    const isGone = parts[0]?.id === undefined && partsOf(key)[0]?.id !== undefined;
    found = isGone ? undefined : withValue(found, parts, from);
    if (found === undefined) return undefined;
  }
  return found as EvaluationDocument;
}

/** A decision that had not been taken yet. */
function withoutRow(
  document: EvaluationDocument,
  values: readonly ChangedValue[],
): EvaluationDocument | undefined {
  const key = values[0]?.key ?? "";
  const [row] = partsOf(placeOf(key, document));
  const list: unknown = document[row?.key as keyof EvaluationDocument];
  if (!Array.isArray(list) || row?.id === undefined) return undefined;
  const rows = list.filter((each, n) => !isRow(each, n, row));
  if (rows.length === list.length) return undefined;
  const { [row.key as "lotteries"]: _list, ...others } = document;
  return rows.length === 0 ? others : { ...document, [row.key]: rows };
}

function withPublished(document: EvaluationDocument): EvaluationDocument | undefined {
  const then = publishedContent(document);
  if (!then) return undefined;
  const { model, criteria, requirements, negotiable, priceItems } = then;
  if (!isPlain(model) || !Array.isArray(requirements) || !Array.isArray(negotiable))
    return undefined;
  const { accepted } = document.model;
  return {
    ...document,
    model: { ...model, ...(accepted ? { accepted } : {}) },
    criteria,
    requirements: [...(requirements as unknown[]), ...(negotiable as unknown[])],
    priceItems,
  } as EvaluationDocument;
}

type Plain = { readonly [key: string]: unknown };

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A row by its id or its evaluator, and one that has neither by its position. */
function isRow(row: unknown, n: number, { id }: PlacePart): boolean {
  const name = isPlain(row) ? (row["id"] ?? row["evaluator"]) : undefined;
  return name === undefined ? String(n) === id : name === id;
}

/**
 * A value with another one inside it.
 * @param text undefined to take the inner value away
 * @returns undefined where the row that holds the inner value is gone
 */
function withValue(
  holder: unknown,
  [part, ...rest]: readonly PlacePart[],
  text: string | undefined,
): Plain | undefined {
  if (part === undefined || !isPlain(holder)) return undefined;
  const { [part.key]: inner, ...others } = holder;
  const put = (value: unknown) => (value === undefined ? others : { ...holder, [part.key]: value });
  if (part.id === undefined) {
    if (rest.length === 0) return put(valueFrom(text, inner));
    const changed = withValue(inner ?? {}, rest, text);
    return changed && put(changed);
  }
  if (Array.isArray(inner)) {
    const at = inner.findIndex((each, n) => isRow(each, n, part));
    const changed = at < 0 ? undefined : withValue(inner[at], rest, text);
    return changed && put(inner.map((each: unknown, n) => (n === at ? changed : each)));
  }
  const rows = isPlain(inner) ? inner : {};
  const { [part.id]: row, ...otherRows } = rows;
  const changed = rest.length === 0 ? valueFrom(text, row) : withValue(row ?? {}, rest, text);
  const isEmpty = changed === undefined || (isPlain(changed) && Object.keys(changed).length === 0);
  return put(isEmpty ? otherRows : { ...rows, [part.id]: changed });
}

/** A recorded text as the value it was: a text, a list, a yes or no, a number where one stands now. */
function valueFrom(text: string | undefined, now: unknown): unknown {
  if (text === undefined) return undefined;
  const isList = /^\[[^]*\]$/.test(text);
  const isText = now === undefined ? !/^(?:true|false)$/.test(text) : typeof now === "string";
  if (isText && !isList) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
