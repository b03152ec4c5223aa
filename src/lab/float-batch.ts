/**
 * A batch of draws in floating-point numbers: each bid's price, whether it is rejected, and its
 * share and points on each root criterion. Draws that the precision of floats cannot decide are
 * marked as doubts. It compares no bids.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Column, Doubts } from "./float-columns";
import { columns, split, trust } from "./float-columns";
import type { Addend, FloatLimit, FloatModel, FloatRoot } from "./float-model";
import type { Batch, Setup } from "./random-draws";
import { batchSize } from "./random-draws";

/** The loaded batch in one model. Its columns are reused for each batch. */
export class FloatBatch {
  /** By bid. */
  readonly prices: readonly Column[];
  readonly rejected: readonly Uint8Array[];
  /** The columns of `rejected`, one after the other. */
  readonly isOut: Uint8Array;
  /**
   * Of each draw: how large the numbers are, at most, that its results are made of, by which they may
   * be wrong. Written by the method.
   */
  readonly sizes: Column = new Float64Array(batchSize);
  /** The highest price of each draw, kr. */
  readonly highestPrices: Column = new Float64Array(batchSize);
  private figures: Batch["figures"] = [];
  private readonly sums: Column = new Float64Array(batchSize);
  private readonly ceiling: number;
  private readonly isZeroForbidden: boolean;

  constructor(
    private readonly setup: Setup,
    readonly model: FloatModel,
    { model: { priceCeiling, zeroPrice } }: EvaluationDocument,
  ) {
    this.prices = columns(setup.slots.length);
    this.isOut = new Uint8Array(setup.slots.length * batchSize);
    this.rejected = split(this.isOut);
    this.ceiling = Number(priceCeiling ?? "Infinity");
    this.isZeroForbidden = zeroPrice === "forbidden";
  }

  /** Loads a batch; doubts are about who is rejected. */
  load({ steps, figures }: Batch, doubts: Doubts): void {
    this.figures = figures;
    this.highestPrices.fill(0);
    for (const [b, rejected] of this.rejected.entries()) {
      this.writePrices(b, steps[b] as Int32Array);
      rejected.fill(0);
      if (this.ceiling < Infinity || this.isZeroForbidden)
        this.holdAgainstCeiling(b, rejected, doubts);
      for (const limit of this.model.limits) this.holdAgainstLimit(limit, b, rejected, doubts);
    }
  }

  /** A bid's figures on a leaf: positions in the leaf's list. */
  figuresOf(b: number, leaf: number): Int32Array {
    return this.figures[b]?.[leaf] as Int32Array;
  }

  /** Writes a bid's shares (0–1) or points on a root. */
  writeMarks(of: "share" | "points", b: number, r: number, into: Column): void {
    this.sumLeaves((this.model.roots[r] as FloatRoot)[of], b, into);
  }

  private sumLeaves(addends: readonly Addend[], b: number, into: Column): void {
    into.fill(0);
    for (const { leaf, by } of addends) {
      const figures = this.figuresOf(b, leaf);
      for (let n = 0; n < into.length; n += 1)
        into[n] = (into[n] as number) + (by[figures[n] as number] as number);
    }
  }

  private writePrices(b: number, steps: Int32Array): void {
    const { highestPrices } = this;
    const { price } = this.setup.slots[b] as Setup["slots"][number];
    const [from, step] = [Number(price.from), Number(price.step)];
    const prices = this.prices[b] as Column;
    for (let n = 0; n < prices.length; n += 1) {
      const kronor = from + (steps[n] as number) * step;
      prices[n] = kronor;
      if (kronor > (highestPrices[n] as number)) highestPrices[n] = kronor;
    }
  }

  /** Whether the offer is above the ceiling, or is a zero where none may be offered. */
  private holdAgainstCeiling(b: number, rejected: Uint8Array, doubts: Doubts): void {
    const { ceiling, isZeroForbidden, sums: offers } = this;
    const { offered } = this.setup.slots[b] as Setup["slots"][number];
    if (offered === undefined) offers.set(this.prices[b] as Column);
    else offers.fill(Number(offered));
    for (let n = 0; n < offers.length; n += 1) {
      const offer = offers[n] as number;
      const distance = Math.abs(offer - ceiling);
      // A sum of steps may differ by a rounding error from the ceiling that it equals.
      if (distance > 0 && distance <= trust * offer) doubts[n] = 1;
      if (offer > ceiling || (isZeroForbidden && offer <= 0)) rejected[n] = 1;
    }
  }

  /** A bid that is rejected already is not held against further limits. */
  private holdAgainstLimit(
    { addends, least, isAtMost, isExact }: FloatLimit,
    b: number,
    rejected: Uint8Array,
    doubts: Doubts,
  ): void {
    const { sums } = this;
    this.sumLeaves(addends, b, sums);
    const near = isExact ? -1 : trust * (1 + Math.abs(least));
    for (let n = 0; n < sums.length; n += 1) {
      if (rejected[n]) continue;
      const sum = sums[n] as number;
      if (Math.abs(sum - least) <= near) doubts[n] = 1;
      if (isAtMost ? sum > least : sum < least) rejected[n] = 1;
    }
  }
}
