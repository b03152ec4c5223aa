/**
 * Documents as someone edits them: another figure typed somewhere, parts of two bids exchanged, a bid or
 * a row taken away or put in, the bids in another order. What comes out need not be a valid document.
 */
import fc from "fast-check";
import type { EvaluationDocument } from "../src/core/document/schema";
import { decimalPattern } from "../src/core/number";

type Holder = { [key: string]: unknown };

/** Every object and list in a value, with the keys of its figures. */
function figuresIn(value: unknown): (readonly [Holder, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    typeof part === "string" && decimalPattern.test(part)
      ? [[value as Holder, key] as const]
      : figuresIn(part),
  );
}

export type Edit = {
  readonly kind:
    "figure" | "score" | "price" | "trade" | "leave" | "order" | "out" | "in" | "blank";
  /** Which of the figures, bids or lists. */
  readonly n: number;
};

const traded = ["scores", "answers", "prices", "price", "deliveryModel"] as const;
const left = ["evaluators", "clarifications", "events", "lotteries", "exclusions"] as const;
const blank = ["rejected", "highest", "left-out"] as const;

function oneOf<Item>(items: readonly Item[], n: number): Item | undefined {
  return items[n % Math.max(items.length, 1)];
}

/** The same document after the edit; the given one is not changed. */
export function edited(given: EvaluationDocument, { kind, n }: Edit): EvaluationDocument {
  const document = structuredClone(given);
  const [one, other] = document.bids as (Holder | undefined)[];
  const bid = oneOf(document.bids, n);
  switch (kind) {
    case "figure":
      retype(document, n);
      break;
    case "score":
      retype(bid?.scores, n);
      break;
    case "price":
      retype(bid?.prices ?? bid, n);
      break;
    case "trade": {
      const name = oneOf(traded, n) ?? "scores";
      if (one?.[name] !== undefined && other?.[name] !== undefined)
        [one[name], other[name]] = [other[name], one[name]];
      break;
    }
    case "leave":
      document[oneOf(left, n) ?? "evaluators"]?.pop();
      break;
    case "order":
      document.bids.reverse();
      break;
    case "out":
      document.bids.splice(n % Math.max(document.bids.length, 1), 1);
      break;
    case "in":
      if (bid) document.bids.push({ ...structuredClone(bid), id: `${bid.id}-${n % 100}` });
      break;
    case "blank":
      document.model.blankOptional = oneOf(blank, n);
  }
  return document;
}

/** Another figure in the place of one. */
function retype(value: unknown, n: number): void {
  const [holder, key] = oneOf(figuresIn(value), n) ?? [];
  if (holder && key !== undefined) holder[key] = oneOf(["2", "3", "7"], n);
}

export const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(
    "figure",
    "figure",
    "score",
    "score",
    "price",
    "price",
    "trade",
    "leave",
    "order",
    "out",
    "in",
    "blank",
  ),
  n: fc.nat(),
});
