/**
 * Each method's results of a draw in floating-point numbers: what `core/methods` computes
 * exactly, for millions of draws. A draw with a division by almost zero, or a value close to a
 * published limit, is marked as not sure and left to the exact engine.
 */
import type { EvaluationDocument, MethodSpec } from "../core/document/schema";
import type { ComputeResults, FloatDraw } from "./float-draw";
import { trust } from "./float-draw";
import type { FloatRoot, FloatWorth } from "./float-model";
import { pointResults } from "./float-points";

/** The computation of a model's method on the draws that are loaded. */
export function resultsOf(draw: FloatDraw, { model }: EvaluationDocument): ComputeResults {
  const { method, rounding } = model;
  switch (method.type) {
    case "lowest-price":
    case "monetary":
    case "percentage":
      return adjustedResults(draw, method, rounding);
    case "quotient":
      return (neutral) => computeQuotients(draw, method, rounding, neutral);
    case "points":
      return pointResults(draw, method, rounding);
    case "fixed-price":
      return pointResults(draw, undefined, rounding);
    case "priority-order":
      return placeResults(draw, method.order);
  }
}

type Roundings = EvaluationDocument["model"]["rounding"];
type AdjustedMethod = Extract<MethodSpec, { type: "lowest-price" | "monetary" | "percentage" }>;

/** Price and adjustments added up; the sums are kept for the questions with a neutral root. */
function adjustedResults(
  draw: FloatDraw,
  method: AdjustedMethod,
  rounding: Roundings,
): ComputeResults {
  const { bids, results, model } = draw;
  const { roots } = model;
  const constant = method.type === "monetary" ? Number(method.constant ?? "0") : 0;
  const prices = new Float64Array(bids);
  const adjustments = new Float64Array(bids * roots.length);
  const totals = new Float64Array(bids);
  let isSure = true;
  const addUp = (b: number) => {
    const price = draw.rounded(draw.prices[b] as number, rounding.price);
    let total = price + constant;
    for (let r = 0; r < roots.length; r += 1) {
      const amount = adjustment(draw, method.type, roots[r] as FloatRoot, price, {
        share: draw.share(b, r, -1),
        points: draw.pointsOn(b, r, -1),
      });
      adjustments[b * roots.length + r] = amount;
      total += amount;
    }
    prices[b] = price;
    totals[b] = total;
  };
  /** The sum with one adjustment replaced by the one for full marks. */
  const replaced = (b: number, r: number) => {
    const root = roots[r] as FloatRoot;
    const full = adjustment(draw, method.type, root, prices[b] as number, root.full);
    return (totals[b] as number) - (adjustments[b * roots.length + r] as number) + full;
  };
  return (neutral) => {
    if (neutral < 0) {
      for (let b = 0; b < bids; b += 1) addUp(b);
      isSure = draw.isSure;
    } else draw.isSure &&= isSure;
    for (let b = 0; b < bids; b += 1) {
      const total = neutral < 0 ? (totals[b] as number) : replaced(b, neutral);
      results[b] = draw.rounded(total, rounding.result);
    }
  };
}

/** kr, by the method: negative for a deduction. */
function adjustment(
  draw: FloatDraw,
  type: AdjustedMethod["type"],
  { worth }: FloatRoot,
  price: number,
  { share, points }: FloatRoot["full"],
): number {
  if (type === "percentage")
    return price * (worth.additionPart * (1 - share) - worth.deductionPart * share);
  if (type === "lowest-price") return 0;
  const deduction = deductionOf(draw, worth, share, points);
  return worth.addition * (1 - share) - Math.min(deduction, worth.cap);
}

/** kr, before the cap. */
function deductionOf(draw: FloatDraw, worth: FloatWorth, share: number, points: number): number {
  if (worth.deduction !== undefined) return worth.deduction * share;
  if (worth.perPoint !== undefined) return worth.perPoint * points;
  return worth.bands ? bandDeduction(draw, worth.bands, points) : 0;
}

/** NaN unless the points are in exactly one band, as in the exact engine. */
function bandDeduction(
  draw: FloatDraw,
  bands: NonNullable<FloatWorth["bands"]>,
  points: number,
): number {
  let [found, count] = [0, 0];
  for (const { from, to, deduction } of bands) {
    if (isBeside(points, from) || isBeside(points, to)) draw.isSure = false;
    if (points < from || points > to) continue;
    found = deduction;
    count += 1;
  }
  return count === 1 ? found : NaN;
}

/** Whether a sum is so close to a limit that it may be equal to it. */
function isBeside(value: number, limit: number): boolean {
  return value !== limit && Math.abs(value - limit) < trust;
}

function computeQuotients(
  draw: FloatDraw,
  { form, multiplier }: Extract<MethodSpec, { type: "quotient" }>,
  rounding: Roundings,
  neutral: number,
): void {
  const times = Number(multiplier ?? "1");
  for (let b = 0; b < draw.bids; b += 1) {
    const price = draw.rounded(draw.prices[b] as number, rounding.price);
    const quality = weightedQuality(draw, b, neutral);
    if (Math.abs(form === "price-per-quality" ? quality : price) < trust) draw.isSure = false;
    const quotient = form === "price-per-quality" ? price / quality : quality / price;
    draw.results[b] = draw.rounded(quotient * times, rounding.result);
  }
}

/** Σ weight/100 × share. */
function weightedQuality(draw: FloatDraw, b: number, neutral: number): number {
  const { roots } = draw.model;
  let total = 0;
  for (let r = 0; r < roots.length; r += 1)
    total += ((roots[r] as FloatRoot).worth.weight / 100) * draw.share(b, r, neutral);
  return total;
}

/** A key of the order: the price, a root's position, or -1 for an id that no root has. */
type OrderKey = "price" | number;

/** The place of each bid: 1 + the number of bids before it. */
function placeResults(draw: FloatDraw, order: readonly string[]): ComputeResults {
  const { roots } = draw.model;
  const keys = order.map((id): OrderKey =>
    id === "price" ? id : roots.findIndex((root) => root.id === id),
  );
  // A missing key takes a bid out of every comparison, also where an earlier key would have
  // decided.
  const isMissing = (key: OrderKey) =>
    key !== "price" && key >= 0 && Number.isNaN(draw.share(0, key, -1));
  return (neutral) => {
    if (keys.some(isMissing)) draw.isSure = false;
    for (let b = 0; b < draw.bids; b += 1) {
      let place = 1;
      for (let other = 0; other < draw.bids; other += 1)
        if (other !== b && !draw.rejected[other] && isBefore(draw, [other, b], keys, neutral))
          place += 1;
      draw.results[b] = place;
    }
  };
}

/** Whether the first of two bids comes before the second. */
function isBefore(
  draw: FloatDraw,
  [one, two]: readonly [number, number],
  keys: readonly OrderKey[],
  neutral: number,
): boolean {
  for (const key of keys) {
    if (key === -1) draw.isSure = false;
    const difference =
      key === "price"
        ? (draw.prices[two] as number) - (draw.prices[one] as number)
        : key < 0
          ? 0
          : draw.share(one, key, neutral) - draw.share(two, key, neutral);
    if (Number.isNaN(difference) || (difference !== 0 && Math.abs(difference) < trust))
      draw.isSure = false;
    if (difference !== 0) return difference > 0;
  }
  return false;
}
