/**
 * Results that are made of a sum, in floating-point numbers: a start for each bid, and a part for
 * each root criterion. The sums are kept for the questions with a neutral root. What a part is, and
 * what a sum is made into, the method says; see `float-results.ts`.
 */
import type { Column, Doubts } from "./float-columns";
import { add, columns, markDoubts, noDoubts } from "./float-columns";
import type { Part } from "./float-parts";

/**
 * Writes the results of the loaded batch.
 * @param neutral a root criterion on which every bid is given full marks, or -1, which must be
 *   asked first
 * @param results by bid
 */
export type ComputeResults = (neutral: number, results: readonly Column[], doubts: Doubts) => void;

/** What a method makes of a batch. */
export type Sums = {
  /** @param into by bid */
  readonly writeStarts: (into: readonly Column[], doubts: Doubts) => void;
  /** By root. */
  readonly parts: readonly Part[];
  /** Turns a bid's sum into its result. */
  readonly finish: (b: number, sum: Column, doubts: Doubts) => void;
};

/** @param bids how many there are */
export function sumResults(bids: number, { writeStarts, parts, finish }: Sums): ComputeResults {
  const start = { values: columns(bids), doubts: noDoubts() };
  const kept = parts.map((part) => ({ part, values: columns(bids), doubts: noDoubts() }));
  const totals = start.values;
  /** Those that have doubts, which are few. */
  let doubtful: readonly { readonly doubts: Doubts }[] = [];
  const addUp = () => {
    writeStarts(totals, start.doubts.fill(0));
    for (const { part, values, doubts } of kept) {
      doubts.fill(0);
      for (const [b, value] of values.entries()) {
        part.write(b, value, doubts);
        add(value, totals[b] as Column);
      }
    }
    doubtful = [start, ...kept].filter(({ doubts }) => doubts.includes(1));
  };
  return (neutral, results, doubts) => {
    if (neutral < 0) addUp();
    const replaced = kept[neutral];
    for (const each of doubtful) if (each !== replaced) markDoubts(each.doubts, doubts);
    for (const [b, result] of results.entries()) {
      const total = totals[b] as Column;
      if (!replaced) result.set(total);
      else replace(total, replaced.values[b] as Column, replaced.part.full(b, doubts), result);
      finish(b, result, doubts);
    }
  };
}

/** Writes a sum with one part replaced by another. */
function replace(sum: Column, part: Column, by: Column, into: Column): void {
  for (let n = 0; n < into.length; n += 1)
    into[n] = (sum[n] as number) - (part[n] as number) + (by[n] as number);
}
