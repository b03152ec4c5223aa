/**
 * Points for price and quality added up, in floating-point numbers: the methods `points` and, with
 * no points for the price, `fixed-price`. See `float-results.ts`.
 */
import type { EvaluationDocument, MethodSpec } from "../core/document/schema";
import { nearestDecimal } from "../core/number";
import type { ComputeResults, FloatDraw } from "./float-draw";
import { trust } from "./float-draw";
import type { FloatRoot } from "./float-model";

type PointsMethod = Extract<MethodSpec, { type: "points" }>;
type PriceScale = PointsMethod["price"]["scale"];

/** The prices of the bids that are not rejected. */
type PriceField = { readonly low: number; readonly high: number; readonly mean: number };

/** @param method undefined where the price gives no points */
export function pointResults(
  draw: FloatDraw,
  method: PointsMethod | undefined,
  rounding: EvaluationDocument["model"]["rounding"],
): ComputeResults {
  const { roots } = draw.model;
  const maximum = Number(method?.maximum ?? "100");
  const priceWeight = Number(nearestDecimal(method?.price.weight ?? "0", 20)) / 100;
  const scale = method?.price.scale;
  return (neutral) => {
    const field = priceField(draw, rounding.price);
    for (let b = 0; b < draw.bids; b += 1) {
      const price = draw.rounded(draw.prices[b] as number, rounding.price);
      let total = scale
        ? priceWeight *
          draw.rounded(maximum * priceShare(draw, scale, price, field), rounding.grades)
        : 0;
      for (let r = 0; r < roots.length; r += 1) {
        const best = method?.quality === "rescaled" ? bestShare(draw, r, neutral) : 1;
        total +=
          ((roots[r] as FloatRoot).worth.weight / 100) *
          draw.rounded(maximum * (draw.share(b, r, neutral) / best), rounding.grades);
      }
      draw.results[b] = draw.rounded(total, rounding.result);
    }
  };
}

function priceField(
  draw: FloatDraw,
  rounding: EvaluationDocument["model"]["rounding"]["price"],
): PriceField {
  let [low, high, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let b = 0; b < draw.bids; b += 1) {
    if (draw.rejected[b]) continue;
    const price = draw.rounded(draw.prices[b] as number, rounding);
    low = Math.min(low, price);
    high = Math.max(high, price);
    sum += price;
    count += 1;
  }
  return { low, high, mean: sum / count };
}

/** The best share on a root among the bids that are not rejected. */
function bestShare(draw: FloatDraw, r: number, neutral: number): number {
  let best = -Infinity;
  for (let b = 0; b < draw.bids; b += 1)
    if (!draw.rejected[b]) best = Math.max(best, draw.share(b, r, neutral));
  return best;
}

/** The share (0–1 within the scale) of the full price points, as `core/methods/price-scale.ts`. */
function priceShare(draw: FloatDraw, scale: PriceScale, price: number, field: PriceField): number {
  switch (scale.type) {
    case "relative-lowest":
      return field.low / price;
    case "relative-linear":
      return 1 - (price - field.low) / field.low;
    case "relative-range":
      return 1 - (price - field.low) / (field.high - field.low);
    case "relative-mean":
      return 0.5 - (Number(scale.perPercent) * (price - field.mean)) / field.mean;
    case "relative-slope":
      return 1 - (price - field.low) / (field.low * (slopeOf(draw, scale, field) / 100));
    case "absolute-linear":
      return (Number(scale.worst) - price) / (Number(scale.worst) - Number(scale.best));
    case "absolute-ratio":
      return Number(scale.reference) / price;
    case "bands":
      return Number(scale.bands.find(({ upTo }) => price <= Number(upTo))?.share ?? "NaN");
  }
}

/** Per cent; not sure where the highest price lies at the limit between the two slopes. */
function slopeOf(
  draw: FloatDraw,
  { zeroAt, wider = zeroAt }: { readonly zeroAt: string; readonly wider?: string | undefined },
  { low, high }: PriceField,
): number {
  const limit = low * (1 + Number(zeroAt) / 100);
  if (Math.abs(high - limit) <= trust * limit) draw.isSure = false;
  return Number(high > limit ? wider : zeroAt);
}
