/**
 * The award criteria of a contract notice in eForms (SDK 1.16): BT-539 type, BT-734 name, BT-540
 * description, BT-541 numbers with the codes of BT-5421, BT-5422 and BT-5423, and BT-543 where a
 * formula cannot be expressed in numbers. Everything is made from the model.
 */
import { nearestDecimal } from "../core/number";
import type { Criterion, EvaluationDocument } from "../core/document/schema";

/** One number of a criterion, the code list it belongs to and its code. */
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
  /** BT-543, the formula in words, where numbers cannot express it. */
  readonly "BT-543"?: string;
  /** BT-733: the authority must justify an order of importance in its own words. */
  readonly "BT-733-required"?: true;
};

/**
 * Makes the award criteria of the contract notice from the model. It is long because it decides for
 * every method, side by side.
 * @param text the model in plain words
 * @param priceName what the price criterion is called
 */
export function eforms(document: EvaluationDocument, text: string, priceName: string): Eforms {
  const { model, criteria } = document;
  const { method } = model;
  const priced = (...numbers: readonly EformsNumber[]): EformsCriterion => ({
    "BT-539": model.basis === "cost" ? "cost" : "price",
    "BT-734": priceName,
    numbers,
  });
  const weighted = () => criteria.map((root) => qualityCriterion(root, weightNumbers(root)));
  const inOrder = (order: readonly string[]) =>
    criteria.map((root, n) => {
      const place = order.indexOf(root.id);
      return qualityCriterion(root, [placeNumber(place < 0 ? n : place)]);
    });
  switch (method.type) {
    case "lowest-price":
      return { criteria: [priced()] };
    case "points":
      // No code says how a price becomes points.
      return {
        criteria: [priced(weightNumber(method.price.weight)), ...weighted()],
        "BT-543": text,
      };
    case "fixed-price":
      return {
        criteria: [priced(eformsNumber("BT-5422", "fix-tot", method.price)), ...weighted()],
      };
    case "priority-order": {
      const place = method.order.indexOf("price");
      return {
        criteria: [...(place < 0 ? [] : [priced(placeNumber(place))]), ...inOrder(method.order)],
        "BT-733-required": true,
      };
    }
    default:
      // Deductions in kr, per cent of the price and quotients have no code in BT-5421 or BT-5422.
      return {
        criteria: [priced(), ...criteria.map((root) => qualityCriterion(root, []))],
        "BT-543": text,
      };
  }
}

/** @param numbers the criterion's weight or order; its threshold is added here */
function qualityCriterion(root: Criterion, numbers: readonly EformsNumber[]): EformsCriterion {
  const least =
    root.minimumPoints ??
    (root.minimum !== undefined && root.minimum !== "yes" && root.minimum !== "no"
      ? root.minimum
      : undefined);
  return {
    "BT-539": "quality",
    "BT-734": root.name,
    ...(root.description === undefined ? {} : { "BT-540": root.description }),
    numbers: [
      ...numbers,
      ...(least === undefined ? [] : [eformsNumber("BT-5423", "min-score", least)]),
    ],
  };
}

function weightNumbers({ weight }: Criterion): EformsNumber[] {
  return weight === undefined ? [] : [weightNumber(weight)];
}

/** @param weight per cent, a decimal or a fraction, which eForms cannot write */
function weightNumber(weight: string): EformsNumber {
  return eformsNumber("BT-5421", "per-exa", nearestDecimal(weight, 10));
}

/** @param index in the order of importance, from 0 */
function placeNumber(index: number): EformsNumber {
  return eformsNumber("BT-5421", "ord-imp", String(index + 1));
}

function eformsNumber(
  code: EformsNumber["code"],
  value: EformsNumber["value"],
  figure: string,
): EformsNumber {
  return { "BT-541": figure, code, value };
}
