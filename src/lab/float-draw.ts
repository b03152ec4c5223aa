/**
 * One draw of a simulation in floating-point numbers: each bid's price, whether it is rejected,
 * and its share and points on each root criterion. {@link FloatDraw.isSure} is false when the
 * precision of floats cannot decide the outcome. It compares no bids.
 */
import type { EvaluationDocument, Rounding } from "../core/document/schema";
import type { Addend, FloatLimit, FloatModel, FloatRoot } from "./float-model";
import type { Setup } from "./random-draws";

/** The smallest relative difference that is taken as certain in floating point. */
export const trust = 1e-9;

/** 10 to −9 … 15: raising to a power takes longer than all the rest of a rounding. */
const lowestPower = 9;
const powersOfTen = Array.from({ length: 25 }, (_, n) => 10 ** (n - lowestPower));

/** The current draw in one model. Its arrays are reused for each draw. */
export class FloatDraw {
  readonly bids: number;
  /** By bid. */
  readonly prices: Float64Array;
  readonly rejected: Uint8Array;
  readonly results: Float64Array;
  /** The highest price of the draw, kr. */
  highestPrice = 0;
  /** False as soon as a comparison is closer than {@link trust}; the caller sets it to true. */
  isSure = true;
  private readonly lowestPrices: Float64Array;
  private readonly priceSteps: Float64Array;
  /** The price as offered where another is compared, else NaN. */
  private readonly offers: Float64Array;
  private readonly ceiling: number;
  private readonly isZeroForbidden: boolean;
  private readonly leafCount: number;
  /** By bid × root. */
  private readonly shares: Float64Array;
  private readonly points: Float64Array;

  constructor(
    { leaves, slots }: Setup,
    readonly model: FloatModel,
    { model: { priceCeiling, zeroPrice } }: EvaluationDocument,
  ) {
    this.bids = slots.length;
    this.leafCount = leaves.length;
    this.lowestPrices = Float64Array.from(slots, ({ price }) => Number(price.from));
    this.priceSteps = Float64Array.from(slots, ({ price }) => Number(price.step));
    this.offers = Float64Array.from(slots, ({ offered }) => Number(offered ?? "NaN"));
    this.ceiling = Number(priceCeiling ?? "Infinity");
    this.isZeroForbidden = zeroPrice === "forbidden";
    this.prices = new Float64Array(this.bids);
    this.rejected = new Uint8Array(this.bids);
    this.results = new Float64Array(this.bids);
    this.shares = new Float64Array(this.bids * model.roots.length);
    this.points = new Float64Array(this.bids * model.roots.length);
  }

  /**
   * Loads a draw.
   * @param steps by bid, from its lowest price
   * @param figures by bid × leaf, positions in the leaf's list
   */
  load(steps: Float64Array, figures: Int32Array): void {
    const { bids, leafCount } = this;
    const { roots, limits } = this.model;
    this.highestPrice = 0;
    for (let b = 0; b < bids; b += 1) {
      const price =
        (this.lowestPrices[b] as number) + (steps[b] as number) * (this.priceSteps[b] as number);
      this.prices[b] = price;
      if (price > this.highestPrice) this.highestPrice = price;
      const at = b * leafCount;
      for (let r = 0; r < roots.length; r += 1) {
        const root = roots[r] as FloatRoot;
        this.shares[b * roots.length + r] = sumOf(root.share, figures, at);
        if (root.worth.isByPoints)
          this.points[b * roots.length + r] = sumOf(root.points, figures, at);
      }
      let isRejected = this.isPriceRejected(b, price);
      for (let n = 0; n < limits.length && !isRejected; n += 1)
        isRejected = this.isLimitBroken(limits[n] as FloatLimit, figures, at);
      this.rejected[b] = isRejected ? 1 : 0;
    }
  }

  /** Whether the offer is above the ceiling, or is a zero where none may be offered. */
  private isPriceRejected(b: number, price: number): boolean {
    const offer = this.offers[b] as number;
    const offered = Number.isNaN(offer) ? price : offer;
    const distance = Math.abs(offered - this.ceiling);
    // A sum of steps may differ by a rounding error from the ceiling that it equals.
    if (distance > 0 && distance <= trust * offered) this.isSure = false;
    return offered > this.ceiling || (this.isZeroForbidden && offered <= 0);
  }

  private isLimitBroken(limit: FloatLimit, figures: Int32Array, at: number): boolean {
    const { addends, least, isAtMost, isExact } = limit;
    const value = sumOf(addends, figures, at);
    if (!isExact && Math.abs(value - least) <= trust * (1 + Math.abs(least))) this.isSure = false;
    return isAtMost ? value > least : value < least;
  }

  /** The share (0–1) of a bid on a root; @param neutral the root with full marks for all, or -1 */
  share(b: number, r: number, neutral: number): number {
    const { roots } = this.model;
    return r === neutral
      ? (roots[r] as FloatRoot).full.share
      : (this.shares[b * roots.length + r] as number);
  }

  /** The points of a bid on a root; @param neutral the root with full marks for all, or -1 */
  pointsOn(b: number, r: number, neutral: number): number {
    const { roots } = this.model;
    return r === neutral
      ? (roots[r] as FloatRoot).full.points
      : (this.points[b * roots.length + r] as number);
  }

  /** Rounds as declared. Close to a boundary the direction is uncertain. */
  rounded(value: number, rounding: Rounding | null | undefined): number {
    if (!rounding) return value;
    const unit = powersOfTen[rounding.decimals + lowestPower] ?? 10 ** rounding.decimals;
    const scaled = Math.abs(value) * unit;
    const rest = scaled - Math.floor(scaled);
    const near = 1e-7 + scaled * 1e-14;
    const isHalf = rounding.mode !== "up" && rounding.mode !== "down";
    if (isHalf ? Math.abs(rest - 0.5) < near : rest < near || rest > 1 - near) this.isSure = false;
    const whole = isHalf
      ? Math.round(scaled)
      : rounding.mode === "up"
        ? Math.ceil(scaled)
        : Math.floor(scaled);
    return (Math.sign(value) * whole) / unit;
  }
}

/**
 * Writes the results of the loaded draw.
 * @param neutral a root criterion on which every bid is given full marks, or -1, which must be
 *   asked first
 */
export type ComputeResults = (neutral: number) => void;

/** @param at where the bid's figures begin */
function sumOf(addends: readonly Addend[], figures: Int32Array, at: number): number {
  let total = 0;
  for (let n = 0; n < addends.length; n += 1) {
    const { leaf, by } = addends[n] as Addend;
    total += by[figures[at + leaf] as number] as number;
  }
  return total;
}
