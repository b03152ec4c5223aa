/**
 * Points for price and quality added up, in floating-point numbers: the methods `points` and, with
 * no points for the price, `fixed-price`. See `float-results.ts`.
 */
import type { EvaluationDocument, MethodSpec } from "../core/document/schema";
import { nearestDecimal } from "../core/number";
import type { FloatBatch } from "./float-batch";
import type { Column, Doubts } from "./float-columns";
import { columns, round, scale, trust } from "./float-columns";
import type { Part, WorthOf } from "./float-parts";
import { partByMarks } from "./float-parts";
import { priceShares } from "./float-price-shares";
import type { ComputeResults } from "./float-sums";
import { sumResults } from "./float-sums";

type PointsMethod = Extract<MethodSpec, { type: "points" }>;

/** @param method undefined where the price gives no points */
export function pointResults(
  batch: FloatBatch,
  method: PointsMethod | undefined,
  rounding: EvaluationDocument["model"]["rounding"],
): ComputeResults {
  const { roots } = batch.model;
  const maximum = Number(method?.maximum ?? "100");
  /** The points for a share, by the weight in per cent. */
  const points =
    (weight: number): WorthOf =>
    ({ share }, into, doubts) => {
      scale(maximum, share, into);
      round(into, rounding.grades, doubts);
      scale(weight / 100, into, into);
    };
  const writeShares = method && priceShares(batch, method.price.scale, rounding.price);
  const pricePoints = points(Number(nearestDecimal(method?.price.weight ?? "0", 20)));
  const parts =
    method?.quality === "rescaled"
      ? rescaledParts(batch, points)
      : roots.map(({ worth: { weight } }, r) => partByMarks(batch, r, points(weight)));
  return sumResults(batch.prices.length, {
    writeStarts: (into, doubts) => {
      if (writeShares) writeShares(into, doubts);
      for (const start of into)
        if (writeShares) pricePoints({ share: start, points: start }, start, doubts);
        else start.fill(0);
    },
    parts,
    finish: (_, sum, doubts) => round(sum, rounding.result, doubts),
  });
}

/** By root: points for the share of the best share among the bids that are not rejected. */
function rescaledParts(batch: FloatBatch, points: (weight: number) => WorthOf): Part[] {
  const [best, share] = columns(2) as [Column, Column];
  return batch.model.roots.map(({ full, worth: { weight } }, r) => {
    const worthOf = points(weight);
    const writeRescaled = (b: number, into: Column, doubts: Doubts) => {
      // The bids are written one after the other.
      if (b === 0) writeBestShares(batch, r, share, best);
      batch.writeMarks("share", b, r, share);
      rescale(share, best, doubts);
      worthOf({ share, points: share }, into, doubts);
    };
    return {
      write: writeRescaled,
      // Where all have full marks they are the best.
      full: (_, doubts) => {
        share.fill(full.share / full.share);
        worthOf({ share, points: share }, share, doubts);
        return share;
      },
    };
  });
}

/** The best share on a root among the bids that are not rejected. */
function writeBestShares(batch: FloatBatch, r: number, share: Column, into: Column): void {
  into.fill(-Infinity);
  for (const [b, isOut] of batch.rejected.entries()) {
    batch.writeMarks("share", b, r, share);
    for (let n = 0; n < into.length; n += 1)
      if (!isOut[n] && (share[n] as number) > (into[n] as number)) into[n] = share[n] as number;
  }
}

/** Divides by the best share; in doubt, and 0, where it is almost zero. */
function rescale(share: Column, best: Column, doubts: Doubts): void {
  for (let n = 0; n < share.length; n += 1) {
    const isZero = Math.abs(best[n] as number) < trust;
    if (isZero) doubts[n] = 1;
    share[n] = isZero ? 0 : (share[n] as number) / (best[n] as number);
  }
}
