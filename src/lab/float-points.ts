/**
 * Points for price and quality added up, in floating-point numbers: the methods `points` and, with
 * no points for the price, `fixed-price`. See `float-results.ts`.
 */
import type { EvaluationDocument, MethodSpec } from "../core/document/schema";
import { nearestDecimal } from "../core/number";
import type { FloatBatch } from "./float-batch";
import type { Column, Doubts } from "./float-columns";
import { columns, round, scale, trust, unitOf } from "./float-columns";
import type { Part } from "./float-parts";
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
  const { sizes } = batch;
  const toPoints = pointsOf(maximum, rounding.grades);
  const writeShares = method && priceShares(batch, method.price.scale, rounding.price);
  const pricePoints = toPoints(Number(nearestDecimal(method?.price.weight ?? "0", 20)));
  const parts =
    method?.quality === "rescaled"
      ? rescaledParts(batch, toPoints)
      : roots.map(({ worth: { weight }, most }, r) => {
          const { write, size } = toPoints(weight);
          return partByMarks(batch, r, {
            write: ({ share }, into, doubts) => write(share, into, doubts, most.share),
            size: ({ share }) => size(share),
          });
        });
  const sizeOfParts = parts.reduce((sum, { size }) => sum + size, 0);
  return sumResults(batch.prices.length, {
    writeStarts: (into, doubts) => {
      sizes.fill(0);
      if (writeShares) writeShares(into, sizes, doubts);
      for (const start of into)
        if (writeShares) pricePoints.write(start, start, doubts, sizes);
        else start.fill(0);
      for (let n = 0; n < sizes.length; n += 1)
        sizes[n] = sizeOfParts + (writeShares ? pricePoints.size(sizes[n] as number) : 0);
    },
    parts,
    finish: (_, sum, doubts) => round(sum, rounding.result, doubts, sizes),
  });
}

/** Points for a share. */
type ToPoints = {
  /** @param sizes of what the shares were made of */
  readonly write: (share: Column, into: Column, doubts: Doubts, sizes: Column | number) => void;
  /** How large the numbers are, at most, that the points are made of. */
  readonly size: (ofShare: number) => number;
};

/** @returns the points for a share, by the weight in per cent */
function pointsOf(
  maximum: number,
  grades: EvaluationDocument["model"]["rounding"]["grades"],
): (weight: number) => ToPoints {
  const [scaled] = columns(1) as [Column];
  const unit = unitOf(grades);
  return (weight) => ({
    write: (share, into, doubts, sizes) => {
      if (grades && typeof sizes !== "number") scale(maximum, sizes, scaled);
      scale(maximum, share, into);
      round(into, grades, doubts, typeof sizes === "number" ? maximum * sizes : scaled);
      scale(weight / 100, into, into);
    },
    size: (ofShare) => (weight / 100) * (maximum * ofShare + unit),
  });
}

/** By root: points for the share of the best share among the bids that are not rejected. */
function rescaledParts(batch: FloatBatch, toPoints: (weight: number) => ToPoints): Part[] {
  const [best, share, sizes] = columns(3) as [Column, Column, Column];
  return batch.model.roots.map(({ full, most, worth: { weight } }, r) => {
    const points = toPoints(weight);
    const writeRescaled = (b: number, into: Column, doubts: Doubts) => {
      // The bids are written one after the other.
      if (b === 0) {
        writeBestShares(batch, r, share, best);
        writeSizes(best, most.share, sizes);
        for (let n = 0; n < sizes.length; n += 1)
          batch.sizes[n] = (batch.sizes[n] as number) + points.size(sizes[n] as number);
      }
      batch.writeMarks("share", b, r, share);
      rescale(share, best, doubts);
      points.write(share, into, doubts, sizes);
    };
    return {
      size: 0,
      write: writeRescaled,
      // Where all have full marks they are the best.
      full: (_, doubts) => {
        share.fill(full.share / full.share);
        points.write(share, share, doubts, 1);
        return share;
      },
    };
  });
}

/**
 * The sizes of shares that are divided by the best, which may itself be wrong by a part of its size:
 * none of the shares is larger than the size of them all.
 */
function writeSizes(best: Column, most: number, into: Column): void {
  for (let n = 0; n < into.length; n += 1) {
    const times = most / Math.abs(best[n] as number);
    into[n] = times * (1 + times);
  }
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
