/**
 * Places by an order of priority, in floating-point numbers: the method `priority-order`. See
 * `float-results.ts`.
 */
import type { FloatBatch } from "./float-batch";
import type { Column, Doubts } from "./float-columns";
import { columns, scale, trust } from "./float-columns";
import type { ComputeResults } from "./float-sums";

/** The place of each bid: 1 + the number of bids before it. */
export function placeResults(batch: FloatBatch, order: readonly string[]): ComputeResults {
  const { prices, rejected, model } = batch;
  const keys = order.map((id): "price" | number =>
    id === "price" ? id : model.roots.findIndex((root) => root.id === id),
  );
  /** By bid and key, the higher the better. */
  const figures = prices.map(() => columns(keys.length));
  const write = (b: number, k: number, neutral: number) => {
    const [key, into] = [keys[k], figures[b]?.[k] as Column];
    if (key === undefined || key === -1) into.fill(NaN);
    else if (key === "price") scale(-1, prices[b] as Column, into);
    else if (key === neutral) into.fill(model.roots[key]?.full.share ?? NaN);
    else batch.writeMarks("share", b, key, into);
  };
  return (neutral, results, doubts) => {
    for (const b of figures.keys()) for (const k of keys.keys()) write(b, k, neutral);
    for (const [k, key] of keys.entries())
      if (key !== "price" && key >= 0) markMissing(figures[0]?.[k] as Column, doubts);
    for (const [b, places] of results.entries()) {
      places.fill(1);
      for (const [other, isOut] of rejected.entries())
        if (other !== b)
          countBefore(figures[other] as Column[], figures[b] as Column[], isOut, places, doubts);
    }
  };
}

/**
 * A missing key takes a bid out of every comparison, also where an earlier key would have decided.
 */
function markMissing(figures: Column, doubts: Doubts): void {
  for (let n = 0; n < figures.length; n += 1) if (Number.isNaN(figures[n])) doubts[n] = 1;
}

/** Moves a bid one place down in the draws where another, which is not rejected, is before it. */
function countBefore(
  other: readonly Column[],
  own: readonly Column[],
  isOut: Uint8Array,
  places: Column,
  doubts: Doubts,
): void {
  for (let n = 0; n < places.length; n += 1) {
    if (isOut[n]) continue;
    for (let k = 0; k < own.length; k += 1) {
      const difference = (other[k]?.[n] as number) - (own[k]?.[n] as number);
      if (difference === 0) continue;
      const size = Math.max(1, Math.abs(own[k]?.[n] as number));
      if (!(Math.abs(difference) >= trust * size)) doubts[n] = 1;
      if (difference > 0) places[n] = (places[n] as number) + 1;
      break;
    }
  }
}
