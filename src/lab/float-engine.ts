/**
 * A model compiled to floating-point arithmetic, for the millions of synthetic evaluations of a
 * simulation and for nothing else. An outcome that floating point cannot decide with certainty is
 * marked as a doubt, and the caller uses the exact engine instead.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { methodOf } from "../core/methods/registry";
import { FloatBatch } from "./float-batch";
import type { Column } from "./float-columns";
import { noDoubts, split, trust } from "./float-columns";
import { compileModel } from "./float-model";
import { resultsOf } from "./float-results";
import type { ComputeResults } from "./float-sums";
import type { Batch, Setup } from "./random-draws";
import { batchSize } from "./random-draws";

/** One model, ready to evaluate draws. Its columns are reused, so each thread needs its own. */
export class FloatEngine {
  readonly rootCount: number;
  /** Of the loaded draws, by bid; the caller writes `rejected` where {@link load} left a doubt. */
  readonly prices: readonly Column[];
  readonly rejected: readonly Uint8Array[];
  /** The draws that the last call could not decide. */
  readonly doubts = noDoubts();
  /** Who wins each draw by the last call of {@link decide}; -1 if nobody does. */
  readonly winners = new Int32Array(batchSize);
  private readonly batch: FloatBatch;
  private readonly computeResults: ComputeResults;
  /** 1 where the lowest result wins, -1 where the highest does. */
  private readonly sign: number;
  /** By bid; the columns lie one after the other in `figures`. */
  private readonly results: readonly Column[];
  private readonly figures: Column;
  private readonly isOut: Uint8Array;

  constructor(setup: Setup, document: EvaluationDocument) {
    const { model } = document;
    const method = methodOf(model.method.type);
    this.batch = new FloatBatch(setup, compileModel(setup, document), document);
    this.computeResults = resultsOf(this.batch, document);
    this.sign = method.direction(model) === "lowest" ? 1 : -1;
    this.rootCount = document.criteria.length;
    this.prices = this.batch.prices;
    this.rejected = this.batch.rejected;
    this.isOut = this.batch.isOut;
    this.figures = new Float64Array(setup.slots.length * batchSize);
    this.results = split(this.figures);
  }

  /** Loads draws: prices and rejections. */
  load(draws: Batch): void {
    this.batch.load(draws, this.doubts.fill(0));
  }

  /**
   * Writes who wins each of the loaded draws.
   * @param neutral a root criterion on which every bid is given full marks, or -1, which must be
   *   asked first
   */
  decide(neutral: number): void {
    this.computeResults(neutral, this.results, this.doubts.fill(0));
    this.pickWinners();
  }

  /**
   * The best result of each draw among the bids that are not rejected; in doubt when another is too
   * close or has no result. How close is too close, the size of what the results were made of says: the
   * terms of a sum may cancel, and leave only what they were wrong by.
   */
  private pickWinners(): void {
    const { figures, isOut, sign, winners, doubts } = this;
    const { sizes } = this.batch;
    // A loop that asks another file for a constant in each row is slower by a third.
    const [rows, least] = [winners.length, trust];
    for (let n = 0; n < rows; n += 1) {
      let winner = -1;
      let best = Infinity;
      let second = Infinity;
      let isSure = true;
      for (let at = n; at < figures.length; at += rows) {
        if (isOut[at]) continue;
        const figure = sign * (figures[at] as number);
        if (!Number.isFinite(figure)) isSure = false;
        if (figure < best) {
          second = best;
          best = figure;
          winner = at;
        } else if (figure < second) second = figure;
      }
      const largest = Math.max(sizes[n] as number, Math.abs(best));
      if (!isSure || (winner >= 0 && !(second - best > least * largest))) doubts[n] = 1;
      winners[n] = Math.floor(winner / rows);
    }
  }
}
