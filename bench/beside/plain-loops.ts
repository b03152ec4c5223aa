/**
 * The same evaluation prices by three plain loops: decimal.js, whole öre and floats. They keep no
 * steps, explain nothing and read no rule but the one of the sized procurement, so they show what
 * the explained evaluation costs beside bare arithmetic.
 */
import { Decimal } from "decimal.js";
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";

/** The bids that meet every minimum requirement, lowest evaluation price first, in kr. */
export type Ranked = readonly { readonly bid: string; readonly price: string }[];

/** The engine with everything that it explains. */
export function explained(document: EvaluationDocument): Ranked {
  const { bids, order } = evaluate({ ...document });
  const price = new Map(bids.map(({ bid, result }) => [bid.id, result.value?.toFixed(2) ?? ""]));
  return order.flat().map((bid) => ({ bid, price: price.get(bid) ?? "" }));
}

/** decimal.js as it is used without thought of explanation. */
export function plainDecimals(document: EvaluationDocument): Ranked {
  return ranked(
    document,
    ({ prices = {}, scores }, { priceItems, criteria }) => {
      let total = new Decimal(0);
      for (const { id, quantity } of priceItems)
        total = total.plus(new Decimal(prices[id] ?? NaN).times(quantity ?? NaN));
      for (const { id, deduction } of criteria)
        total = total.minus(new Decimal(deduction ?? NaN).times(scoreOf(scores[id])).div(5));
      return total;
    },
    (one, other) => one.cmp(other),
    (price) => price.toFixed(2),
  );
}

/** Whole öre in doubles, which hold them exactly up to 2^53; beyond that it gives up. */
export function wholeUnits(document: EvaluationDocument): Ranked {
  return ranked(
    document,
    ({ prices = {}, scores }, { priceItems, criteria }) => {
      let total = 0;
      for (const { id, quantity } of priceItems) total += inOre(prices[id]) * Number(quantity);
      for (const { id, deduction } of criteria)
        total -= (inOre(deduction) / 5) * Number(scoreOf(scores[id]));
      if (!Number.isSafeInteger(total)) throw new Error("too large for whole öre");
      return total;
    },
    (one, other) => one - other,
    (price) => (price / 100).toFixed(2),
  );
}

function inOre(amount: string | undefined): number {
  const [whole = "", decimals = ""] = (amount ?? "").split(".");
  return Number(whole + decimals.padEnd(2, "0"));
}

/** Floats in kr, as a spreadsheet or a quick script computes them. */
export function floats(document: EvaluationDocument): Ranked {
  return ranked(
    document,
    ({ prices = {}, scores }, { priceItems, criteria }) => {
      let total = 0;
      for (const { id, quantity } of priceItems) total += Number(prices[id]) * Number(quantity);
      for (const { id, deduction } of criteria)
        total -= (Number(deduction) * Number(scoreOf(scores[id]))) / 5;
      return total;
    },
    (one, other) => one - other,
    (price) => price.toFixed(2),
  );
}

function ranked<Price>(
  document: EvaluationDocument,
  priceOf: (bid: Bid, document: EvaluationDocument) => Price,
  compare: (one: Price, other: Price) => number,
  text: (price: Price) => string,
): Ranked {
  return document.bids
    .filter(({ answers }) => document.requirements.every(({ id }) => isMet(answers[id])))
    .map((bid) => ({ bid: bid.id, price: priceOf(bid, document) }))
    .sort((one, other) => compare(one.price, other.price))
    .map(({ bid, price }) => ({ bid, price: text(price) }));
}

function scoreOf(score: Bid["scores"][string] | undefined): string {
  if (typeof score?.value !== "string") throw new Error("a criterion without points");
  return score.value;
}

function isMet(answer: Bid["answers"][string] | undefined): boolean {
  return answer?.verdict === "met";
}
