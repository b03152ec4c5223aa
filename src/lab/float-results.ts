/**
 * Each method's results of a batch of draws in floating-point numbers: what `core/methods` computes
 * exactly, for millions of draws. A draw with a division by almost zero, or a value close to a
 * published limit, is marked as a doubt and left to the exact engine.
 */
import type { EvaluationDocument, MethodSpec } from "../core/document/schema";
import type { FloatBatch } from "./float-batch";
import type { Column, Doubts } from "./float-columns";
import { columns, multiply, round, scale, trust, unitOf } from "./float-columns";
import type { FloatWorth } from "./float-model";
import type { Part, WorthOf } from "./float-parts";
import { partByMarks, partOfPrice } from "./float-parts";
import { placeResults } from "./float-places";
import { pointResults } from "./float-points";
import type { ComputeResults } from "./float-sums";
import { sumResults } from "./float-sums";

/** The computation of a model's method on the batches that are loaded. */
export function resultsOf(batch: FloatBatch, { model }: EvaluationDocument): ComputeResults {
  const { method, rounding } = model;
  switch (method.type) {
    case "lowest-price":
    case "monetary":
    case "percentage":
      return adjustedResults(batch, method, rounding);
    case "quotient":
      return quotientResults(batch, method, rounding);
    case "points":
      return pointResults(batch, method, rounding);
    case "fixed-price":
      return pointResults(batch, undefined, rounding);
    case "priority-order":
      return placeResults(batch, method.order);
  }
}

type Roundings = EvaluationDocument["model"]["rounding"];
type AdjustedMethod = Extract<MethodSpec, { type: "lowest-price" | "monetary" | "percentage" }>;
type QuotientMethod = Extract<MethodSpec, { type: "quotient" }>;

/** Price and adjustments added up. */
function adjustedResults(
  batch: FloatBatch,
  method: AdjustedMethod,
  rounding: Roundings,
): ComputeResults {
  const constant = method.type === "monetary" ? Number(method.constant ?? "0") : 0;
  const prices = columns(batch.prices.length);
  const parts = batch.model.roots.map(({ worth }, r) => {
    const part = partByMarks(batch, r, adjustment(method.type, worth));
    return method.type === "percentage" ? partOfPrice(part, prices) : part;
  });
  const writeSizes = adjustedSizes(batch, parts, {
    isOfPrice: method.type === "percentage",
    constant,
  });
  return sumResults(prices.length, {
    writeStarts: (into, doubts) => {
      comparedPrices(batch, rounding, prices, doubts);
      writeSizes(unitOf(rounding.price));
      for (const [b, start] of into.entries()) {
        const price = prices[b] as Column;
        for (let n = 0; n < start.length; n += 1) start[n] = (price[n] as number) + constant;
      }
    },
    parts: method.type === "lowest-price" ? [] : parts,
    finish: (_, sum, doubts) => round(sum, rounding.result, doubts, batch.sizes),
  });
}

/** Writes the sizes of the highest price, of the parts and of a constant, added up. */
function adjustedSizes(
  { sizes, highestPrices, model: { slack } }: FloatBatch,
  parts: readonly Part[],
  { isOfPrice, constant }: { readonly isOfPrice: boolean; readonly constant: number },
): (unit: number) => void {
  const ofParts = parts.reduce((sum, { size }) => sum + size, 0);
  const times = slack + (isOfPrice ? ofParts : 0);
  const more = (isOfPrice ? 0 : ofParts) + slack * Math.abs(constant);
  return (unit) => {
    for (let n = 0; n < sizes.length; n += 1)
      sizes[n] = Math.max(1, (highestPrices[n] as number) + unit) * times + more;
  };
}

/** Writes each bid's price as it is compared. */
function comparedPrices(
  { prices }: FloatBatch,
  rounding: Roundings,
  into: readonly Column[],
  doubts: Doubts,
): void {
  for (const [b, compared] of into.entries()) {
    compared.set(prices[b] as Column);
    round(compared, rounding.price, doubts);
  }
}

/** An adjustment, negative for a deduction: parts of the price by percentage, otherwise kr. */
function adjustment(type: AdjustedMethod["type"], worth: FloatWorth): WorthOf {
  const { addition, cap, additionPart, deductionPart } = worth;
  if (type === "percentage")
    return {
      write: ({ share }, into) => {
        for (let n = 0; n < into.length; n += 1) {
          const part = share[n] as number;
          into[n] = additionPart * (1 - part) - deductionPart * part;
        }
      },
      size: ({ share }) => additionPart * (1 + share) + deductionPart * share,
    };
  const deducted = deduction(worth);
  return {
    write: (marks, into, doubts, most) => {
      const { share } = marks;
      deducted.write(marks, into, doubts, most);
      for (let n = 0; n < into.length; n += 1)
        into[n] = addition * (1 - (share[n] as number)) - Math.min(into[n] as number, cap);
    },
    size: (most) => addition * (1 + most.share) + deducted.size(most),
  };
}

/** A deduction, kr, before the cap. */
function deduction({ deduction: most, perPoint, bands }: FloatWorth): WorthOf {
  if (most !== undefined)
    return {
      write: ({ share }, into) => scale(most, share, into),
      size: ({ share }) => Math.abs(most) * share,
    };
  if (perPoint !== undefined)
    return {
      write: ({ points }, into) => scale(perPoint, points, into),
      size: ({ points }) => Math.abs(perPoint) * points,
    };
  if (!bands) return { write: (_, into) => into.fill(0), size: () => 0 };
  return {
    write: ({ points }, into, doubts, { points: size }) => {
      for (let n = 0; n < into.length; n += 1) {
        const value = points[n] as number;
        into[n] = bandDeduction(bands, value);
        if (bands.some(({ from, to }) => isBeside(value, from, size) || isBeside(value, to, size)))
          doubts[n] = 1;
      }
    },
    size: () => Math.max(0, ...bands.map((band) => Math.abs(band.deduction))),
  };
}

/** NaN unless the points are in exactly one band, as in the exact engine. */
function bandDeduction(bands: NonNullable<FloatWorth["bands"]>, points: number): number {
  let [found, count] = [0, 0];
  for (const { from, to, deduction } of bands) {
    if (points < from || points > to) continue;
    found = deduction;
    count += 1;
  }
  return count === 1 ? found : NaN;
}

/** Whether a sum, of numbers of a size, is so close to a limit that it may be equal to it. */
function isBeside(value: number, limit: number, size: number): boolean {
  return value !== limit && Math.abs(value - limit) < trust * Math.max(1, size);
}

/** Price and quality divided by each other; the quality is Σ weight/100 × share. */
function quotientResults(
  batch: FloatBatch,
  { form, multiplier }: QuotientMethod,
  rounding: Roundings,
): ComputeResults {
  const times = Number(multiplier ?? "1");
  const isPriceAbove = form === "price-per-quality";
  const prices = columns(batch.prices.length);
  const parts = batch.model.roots.map(({ worth: { weight } }, r) =>
    partByMarks(batch, r, {
      write: ({ share }, into) => scale(weight / 100, share, into),
      size: ({ share }) => (weight / 100) * share,
    }),
  );
  const quality = parts.reduce((sum, { size }) => sum + size, 0);
  // What is divided by must be well above what it may be wrong by.
  const least = isPriceAbove ? Math.max(trust, quality * surely) : trust;
  const [own] = columns(1) as [Column];
  return sumResults(prices.length, {
    writeStarts: (into, doubts) => {
      comparedPrices(batch, rounding, prices, doubts);
      for (const start of into) start.fill(0);
      batch.sizes.fill(0);
      if (!isPriceAbove)
        for (const price of prices) writeLargest(quality * times, price, batch.sizes);
    },
    parts,
    finish: (b, sum, doubts) => {
      const price = prices[b] as Column;
      const [above, below] = isPriceAbove ? [price, sum] : [sum, price];
      if (rounding.result) {
        own.fill(0);
        writeLargest(isPriceAbove ? quality : quality * times, below, own);
      }
      for (let n = 0; n < sum.length; n += 1) {
        if (Math.abs(below[n] as number) < least) doubts[n] = 1;
        sum[n] = ((above[n] as number) / (below[n] as number)) * times;
      }
      if (rounding.result && isPriceAbove) multiply(own, sum, own);
      round(sum, rounding.result, doubts, own);
    },
  });
}

/** Writes a size divided by a column, where it is larger than what is there. */
function writeLargest(size: number, below: Column, into: Column): void {
  for (let n = 0; n < into.length; n += 1) {
    const own = size / Math.abs(below[n] as number);
    if (own > (into[n] as number)) into[n] = own;
  }
}

/** The least that a sum which is divided by must be, as a part of its size. */
const surely = 1e-4;
