/**
 * The award criteria of a contract notice as eForms has them (SDK 1.16): BT-539 type, BT-734 name,
 * BT-540 description, BT-541 numbers with the codes of BT-5421, BT-5422 and BT-5423, and BT-543
 * where a formula cannot be put into numbers. Made from the model, never typed beside it.
 */
import { nearestDecimal } from "../core/number";
import type { Criterion, EvaluationDocument } from "../core/document/schema";

export type EformsNumber = {
  readonly "BT-541": string;
  readonly code: "BT-5421" | "BT-5422" | "BT-5423";
  readonly value: "per-exa" | "ord-imp" | "fix-tot" | "min-score";
};

export type EformsCriterion = {
  readonly "BT-539": "price" | "cost" | "quality";
  readonly "BT-734": string;
  readonly "BT-540"?: string;
  readonly numbers: readonly EformsNumber[];
};

export type Eforms = {
  readonly criteria: readonly EformsCriterion[];
  /** BT-543, the formula in words: only where the numbers do not say it. */
  readonly "BT-543"?: string;
  /** BT-733: an order of importance must be justified, and only the authority can. */
  readonly "BT-733-required"?: true;
};

/** @param text the model in plain words; @param price what the price criterion is called */
export function eforms(document: EvaluationDocument, text: string, price: string): Eforms {
  const { model, criteria } = document;
  const { method } = model;
  const own = criteria.map((root, n) =>
    quality(
      root,
      method.type === "priority-order" ? order(method.order.indexOf(root.id), n) : weight(root),
    ),
  );
  const priced = (numbers: readonly EformsNumber[]): EformsCriterion => ({
    "BT-539": model.basis === "cost" ? "cost" : "price",
    "BT-734": price,
    numbers,
  });
  switch (method.type) {
    case "lowest-price":
      return { criteria: [priced([])] };
    case "points":
      // Weights say how much; only words say how a price becomes a grade.
      return {
        criteria: [
          priced([number("BT-5421", "per-exa", nearestDecimal(method.price.weight, 10))]),
          ...own,
        ],
        "BT-543": text,
      };
    case "fixed-price":
      return { criteria: [priced([number("BT-5422", "fix-tot", method.price)]), ...own] };
    case "priority-order":
      return {
        criteria: [
          ...(method.order.includes("price")
            ? [priced([number("BT-5421", "ord-imp", String(method.order.indexOf("price") + 1))])]
            : []),
          ...own,
        ],
        "BT-733-required": true,
      };
    default:
      return {
        criteria: [
          priced([]),
          ...own.map((each) => ({
            ...each,
            numbers: each.numbers.filter(({ code }) => code === "BT-5423"),
          })),
        ],
        "BT-543": text,
      };
  }
}

function quality(root: Criterion, numbers: readonly EformsNumber[]): EformsCriterion {
  const least =
    root.minimumPoints ??
    (root.minimum !== undefined && root.minimum !== "yes" && root.minimum !== "no"
      ? root.minimum
      : undefined);
  return {
    "BT-539": "quality",
    "BT-734": root.name,
    ...(root.description === undefined ? {} : { "BT-540": root.description }),
    numbers: [...numbers, ...(least === undefined ? [] : [number("BT-5423", "min-score", least)])],
  };
}

function weight(root: Criterion): EformsNumber[] {
  return root.weight === undefined
    ? []
    : [number("BT-5421", "per-exa", nearestDecimal(root.weight, 10))];
}

function order(place: number, fallback: number): EformsNumber[] {
  return [number("BT-5421", "ord-imp", String((place < 0 ? fallback : place) + 1))];
}

function number(
  code: EformsNumber["code"],
  value: EformsNumber["value"],
  figure: string,
): EformsNumber {
  return { "BT-541": figure, code, value };
}
