/**
 * The shares of the full price points that prices give, in floating-point numbers, as
 * `core/methods/price-scale.ts` computes them exactly. See `float-points.ts`.
 */
import type { EvaluationDocument, MethodSpec } from "../core/document/schema";
import type { FloatBatch } from "./float-batch";
import type { Column, Doubts } from "./float-columns";
import { columns, round, trust } from "./float-columns";

type PriceScale = Extract<MethodSpec, { type: "points" }>["price"]["scale"];

/** The prices of the bids that are not rejected, in a draw. */
type PriceField = { readonly low: number; readonly high: number; readonly mean: number };

/** The share (0–1 within the scale) of a price, and whether floats cannot decide it. */
type ShareOf = (price: number, field: PriceField) => number;

/** Writes the shares of a batch; @param into by bid */
export function priceShares(
  batch: FloatBatch,
  priceScale: PriceScale,
  rounding: EvaluationDocument["model"]["rounding"]["price"],
): (into: readonly Column[], doubts: Doubts) => void {
  const shareOf = shareOn(priceScale);
  const isBesideSlope = slopeLimit(priceScale);
  const [lows, highs, means] = columns(3) as [Column, Column, Column];
  return (into, doubts) => {
    for (const [b, prices] of into.entries()) {
      prices.set(batch.prices[b] as Column);
      round(prices, rounding, doubts);
    }
    writeFields(into, batch.rejected, { lows, highs, means });
    for (const prices of into)
      for (let n = 0; n < prices.length; n += 1) {
        const field = {
          low: lows[n] as number,
          high: highs[n] as number,
          mean: means[n] as number,
        };
        if (isBesideSlope?.(field)) doubts[n] = 1;
        prices[n] = shareOf(prices[n] as number, field);
      }
  };
}

function writeFields(
  prices: readonly Column[],
  rejected: readonly Uint8Array[],
  { lows, highs, means }: Record<"lows" | "highs" | "means", Column>,
): void {
  lows.fill(Infinity);
  highs.fill(-Infinity);
  const sums = means.fill(0);
  const standing = new Int32Array(means.length);
  for (const [b, price] of prices.entries()) {
    const isOut = rejected[b] as Uint8Array;
    for (let n = 0; n < price.length; n += 1) {
      if (isOut[n]) continue;
      lows[n] = Math.min(lows[n] as number, price[n] as number);
      highs[n] = Math.max(highs[n] as number, price[n] as number);
      sums[n] = (sums[n] as number) + (price[n] as number);
      standing[n] = (standing[n] as number) + 1;
    }
  }
  for (let n = 0; n < means.length; n += 1)
    means[n] = (sums[n] as number) / (standing[n] as number);
}

function shareOn(priceScale: PriceScale): ShareOf {
  switch (priceScale.type) {
    case "relative-lowest":
      return (price, { low }) => low / price;
    case "relative-linear":
      return (price, { low }) => 1 - (price - low) / low;
    case "relative-range":
      return (price, { low, high }) => 1 - (price - low) / (high - low);
    case "relative-mean": {
      const perPercent = Number(priceScale.perPercent);
      return (price, { mean }) => 0.5 - (perPercent * (price - mean)) / mean;
    }
    case "relative-slope": {
      const [zeroAt, wider] = [
        Number(priceScale.zeroAt),
        Number(priceScale.wider ?? priceScale.zeroAt),
      ];
      return (price, { low, high }) =>
        1 - (price - low) / (low * ((high > low * (1 + zeroAt / 100) ? wider : zeroAt) / 100));
    }
    case "absolute-linear": {
      const [best, worst] = [Number(priceScale.best), Number(priceScale.worst)];
      return (price) => (worst - price) / (worst - best);
    }
    case "absolute-ratio": {
      const reference = Number(priceScale.reference);
      return (price) => reference / price;
    }
    case "bands": {
      const bands = priceScale.bands.map(
        ({ upTo, share }) => [Number(upTo), Number(share)] as const,
      );
      return (price) => bands.find(([upTo]) => price <= upTo)?.[1] ?? NaN;
    }
  }
}

/** Whether the highest price lies at the limit between two slopes; undefined without slopes. */
function slopeLimit(priceScale: PriceScale): ((field: PriceField) => boolean) | undefined {
  if (priceScale.type !== "relative-slope") return undefined;
  const times = 1 + Number(priceScale.zeroAt) / 100;
  return ({ low, high }) => Math.abs(high - low * times) <= trust * (low * times);
}
