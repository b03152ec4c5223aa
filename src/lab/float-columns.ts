/**
 * Columns of floating-point numbers, one row a draw: adding them up and rounding them. A row that the
 * precision of floats cannot decide is marked in a column of doubts. It knows no bids.
 */
import type { Rounding } from "../core/document/schema";
import { batchSize } from "./random-draws";

/** One figure of every draw in a batch. */
export type Column = Float64Array;

/** 1 in the rows that floats cannot decide. */
export type Doubts = Uint8Array;

/** The smallest relative difference that is taken as certain in floating point. */
export const trust = 1e-9;

/**
 * How far a figure may be from the exact one, as a part of its size: the sum of the sizes of all that
 * was added up to make it, which is more than the figure itself where they cancel. A sum of n doubles
 * is at most n × 2⁻⁵³ of that from the exact sum; this is enough for {@link mostTerms}.
 */
const precision = 1e-14;

/** How many roundings of a double the precision allows for; with more, sizes are made larger. */
export const mostTerms = precision * 2 ** 53;

export function columns(count: number): Column[] {
  return split(new Float64Array(count * batchSize));
}

/** The columns of an array in which they lie one after the other. */
export function split<T extends Float64Array | Uint8Array | Int32Array>(all: T): T[] {
  return Array.from(
    { length: all.length / batchSize },
    (_, n) => all.subarray(n * batchSize, (n + 1) * batchSize) as T,
  );
}

export function noDoubts(): Doubts {
  return new Uint8Array(batchSize);
}

/** Marks the doubts of one column in another too. */
export function markDoubts(doubts: Doubts, into: Doubts): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (into[n] as number) | (doubts[n] as number);
}

/** Adds a column to another. */
export function add(values: Column, into: Column): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (into[n] as number) + (values[n] as number);
}

/** Writes a factor times a column. */
export function scale(factor: number, values: Column, into: Column): void {
  for (let n = 0; n < into.length; n += 1) into[n] = factor * (values[n] as number);
}

/** Writes the product of two columns. */
export function multiply(one: Column, two: Column, into: Column): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (one[n] as number) * (two[n] as number);
}

/** How far a rounding moves a number before it cuts the decimals off; a whole number is in doubt. */
const shifts = { up: 1, down: 0, half: 0.5 };

/** The unit that a rounding leaves: so much it may add to a number. */
export function unitOf(rounding: Rounding | null | undefined): number {
  return rounding ? 10 ** -rounding.decimals : 0;
}

/**
 * Rounds a column as declared. Close to a boundary the direction is in doubt.
 * @param sizes of what the values were made of, in each row or in all
 */
export function round(
  values: Column,
  rounding: Rounding | null | undefined,
  doubts: Doubts,
  sizes: Column | number = values,
): void {
  if (!rounding) return;
  const { decimals, mode } = rounding;
  const unit = 10 ** decimals;
  const least = 1e-7 + (typeof sizes === "number" ? sizes * unit * precision : 0);
  const byRow = typeof sizes === "number" ? values : sizes;
  const shift = mode === "up" || mode === "down" ? shifts[mode] : shifts.half;
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n] as number;
    const scaled = Math.abs(value) * unit;
    const whole = Math.floor(scaled + shift);
    const rest = scaled + shift - whole;
    const near = least + Math.abs(byRow[n] as number) * unit * precision;
    if (!(Math.abs(rest - 0.5) <= 0.5 - near)) doubts[n] = 1;
    values[n] = (value < 0 ? -whole : whole) / unit;
  }
}
