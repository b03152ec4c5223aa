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

/** A published scale in floats. */
type FloatScale = {
  readonly shareOf: ShareOf;
  /**
   * How large the numbers are, at most, that a share is made of: so many times the share, and so much
   * beside. Terms may cancel in a difference of prices, and in the share itself.
   */
  readonly times?: number;
  readonly more?: number | ((field: PriceField) => number);
};

/** Writes the shares of a batch and their sizes; @param into by bid */
export function priceShares(
  batch: FloatBatch,
  priceScale: PriceScale,
  rounding: EvaluationDocument["model"]["rounding"]["price"],
): (into: readonly Column[], sizes: Column, doubts: Doubts) => void {
  const { shareOf, times = 1, more = 0 } = scaleOf(priceScale);
  const isBeside = besideLimit(priceScale);
  const [lows, highs, means] = columns(3) as [Column, Column, Column];
  const { slack } = batch.model;
  return (into, sizes, doubts) => {
    for (const [b, prices] of into.entries()) {
      prices.set(batch.prices[b] as Column);
      round(prices, rounding, doubts);
    }
    writeFields(into, batch.rejected, { lows, highs, means });
    for (const [b, prices] of into.entries())
      for (let n = 0; n < prices.length; n += 1) {
        const field = {
          low: lows[n] as number,
          high: highs[n] as number,
          mean: means[n] as number,
        };
        const price = prices[n] as number;
        if (isBeside?.(price, field)) doubts[n] = 1;
        const share = shareOf(price, field);
        prices[n] = share;
        if (batch.rejected[b]?.[n]) continue;
        const beside = typeof more === "number" ? more : more(field);
        const size = slack * (times * Math.abs(share) + beside);
        if (size > (sizes[n] as number)) sizes[n] = size;
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

/**
 * The sizes follow from P ÷ span ≤ |1 − share| + lowest ÷ span, and the same of the mean and of the
 * published prices, with the span's own error counted by the share that it divides.
 */
function scaleOf(priceScale: PriceScale): FloatScale {
  switch (priceScale.type) {
    case "relative-lowest":
      return { shareOf: (price, { low }) => low / price };
    case "relative-linear":
      return { shareOf: (price, { low }) => 1 - (price - low) / low, times: 2, more: 5 };
    case "relative-range":
      return {
        shareOf: (price, { low, high }) => 1 - (price - low) / (high - low),
        more: ({ low, high }) => (6 * high) / (high - low),
      };
    case "relative-mean": {
      const perPercent = Number(priceScale.perPercent);
      return {
        shareOf: (price, { mean }) => 0.5 - (perPercent * (price - mean)) / mean,
        times: 2,
        more: 2 + 2 * perPercent,
      };
    }
    case "relative-slope":
      return slopeScale(priceScale);
    case "absolute-linear": {
      const [best, worst] = [Number(priceScale.best), Number(priceScale.worst)];
      const span = Math.abs(worst - best);
      return {
        shareOf: (price) => (worst - price) / (worst - best),
        times: 2 + (worst + best) / span,
        more: (2 * worst) / span,
      };
    }
    case "absolute-ratio": {
      const reference = Number(priceScale.reference);
      return { shareOf: (price) => reference / price };
    }
    case "bands": {
      const bands = priceScale.bands.map(
        ({ upTo, share }) => [Number(upTo), Number(share)] as const,
      );
      return { shareOf: (price) => bands.find(([upTo]) => price <= upTo)?.[1] ?? NaN };
    }
  }
}

function slopeScale({
  zeroAt: published,
  wider: widened = published,
}: Extract<PriceScale, { type: "relative-slope" }>): FloatScale {
  const [zeroAt, wider] = [Number(published), Number(widened)];
  return {
    shareOf: (price, { low, high }) =>
      1 - (price - low) / (low * ((high > low * (1 + zeroAt / 100) ? wider : zeroAt) / 100)),
    times: 2,
    more: 3 + 200 / Math.min(zeroAt, wider),
  };
}

/** Whether a price lies at a limit between two bands, or the highest at that between two slopes. */
function besideLimit(
  priceScale: PriceScale,
): ((price: number, field: PriceField) => boolean) | undefined {
  const isNear = (price: number, limit: number) => Math.abs(price - limit) <= trust * limit;
  if (priceScale.type === "bands") {
    const limits = priceScale.bands.map(({ upTo }) => Number(upTo));
    return (price) => limits.some((limit) => isNear(price, limit));
  }
  if (priceScale.type !== "relative-slope") return undefined;
  const times = 1 + Number(priceScale.zeroAt) / 100;
  return (_, { low, high }) => isNear(high, low * times);
}
