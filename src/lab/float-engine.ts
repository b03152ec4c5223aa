/**
 * A model compiled to floating-point arithmetic, for the millions of synthetic evaluations of a
 * simulation and for nothing else. An outcome that floating point cannot decide with certainty is
 * marked as not sure, and the caller uses the exact engine instead.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { methodOf } from "../core/methods/registry";
import type { ComputeResults } from "./float-draw";
import { FloatDraw, trust } from "./float-draw";
import { compileModel } from "./float-model";
import { resultsOf } from "./float-results";
import type { Setup } from "./random-draws";

/** The outcome of one draw in one model. `sure` is false when floating point cannot decide it. */
export type FloatOutcome = { winner: number; sure: boolean };

/** One model, ready to evaluate draws. Its arrays are reused, so each thread needs its own. */
export class FloatEngine {
  readonly rootCount: number;
  /** Of the loaded draw, by bid; the caller writes `rejected` where {@link load} returns false. */
  readonly prices: Float64Array;
  readonly rejected: Uint8Array;
  private readonly draw: FloatDraw;
  private readonly computeResults: ComputeResults;
  private readonly isLowest: boolean;
  private readonly inCurrency: boolean;

  constructor(setup: Setup, document: EvaluationDocument) {
    const { model } = document;
    const method = methodOf(model.method.type);
    this.draw = new FloatDraw(setup, compileModel(setup, document), document);
    this.computeResults = resultsOf(this.draw, document);
    this.isLowest = method.direction(model) === "lowest";
    this.inCurrency = method.inCurrency;
    this.rootCount = document.criteria.length;
    this.prices = this.draw.prices;
    this.rejected = this.draw.rejected;
  }

  /**
   * Loads a draw: prices, rejections, and the share and points on every root criterion.
   * @param steps by bid, from its lowest price
   * @param figures by bid × leaf, positions in the leaf's list
   * @returns false when floating point cannot decide who is rejected; the caller then writes
   *   {@link rejected}
   */
  load(steps: Float64Array, figures: Int32Array): boolean {
    this.draw.isSure = true;
    this.draw.load(steps, figures);
    return this.draw.isSure;
  }

  /**
   * Writes who wins the loaded draw; -1 if nobody does.
   * @param neutral a root criterion on which every bid is given full marks, or -1, which must be
   *   asked first
   */
  outcome(neutral: number, into: FloatOutcome): void {
    this.draw.isSure = true;
    this.computeResults(neutral);
    this.pickWinner(into);
    into.sure = into.sure && this.draw.isSure;
  }

  /**
   * The best result among the bids that are not rejected; not sure when another is too close or
   * has no result. A result is as exact as the largest number it was made of. Those behind the
   * second are surer than the second: their distance grows faster than their error.
   */
  private pickWinner(into: FloatOutcome): void {
    const { bids, rejected, results, highestPrice } = this.draw;
    const sign = this.isLowest ? 1 : -1;
    let winner = -1;
    let best = Infinity;
    let second = Infinity;
    into.sure = true;
    for (let b = 0; b < bids; b += 1) {
      if (rejected[b]) continue;
      const figure = sign * (results[b] as number);
      if (!Number.isFinite(figure)) into.sure = false;
      if (figure < best) {
        second = best;
        best = figure;
        winner = b;
      } else if (figure < second) second = figure;
    }
    const size = this.inCurrency ? Math.max(1, highestPrice) : 0;
    if (
      second - best <=
      trust * Math.max(size, Math.abs(best), second < Infinity ? Math.abs(second) : 0)
    )
      into.sure = false;
    into.winner = winner;
  }
}
