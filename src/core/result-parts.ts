/**
 * What a result is made of, and what separates it from another bid's: the price, or the points for
 * the price, and what each criterion adds or deducts. It computes nothing anew and names nothing.
 */
import type { BidEvaluation, Evaluation } from "./evaluate";
import { Exact } from "./number";
import type { Step } from "./step";

/** A part of a result: the price, or what one root criterion adds. */
export type ResultPart = { readonly step: Step; readonly criterion?: string };

/** The parts in the order of the model, the price first. */
export function resultParts({ price, fromPrice, adjustmentOf }: BidEvaluation): ResultPart[] {
  return [
    { step: fromPrice ?? price.price },
    ...[...adjustmentOf].map(([criterion, step]) => ({ step, criterion })),
  ];
}

/** Whether the parts are all that the result is made of, as where price and criteria are added. */
export function addUp({ unrounded }: BidEvaluation, parts: readonly ResultPart[]): boolean {
  const values = parts.map(({ step }) => step.value);
  const whole = unrounded.value;
  if (whole === undefined || parts.length < 2) return false;
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length && Exact.sum(known).equals(whole);
}

/** The bid that another is compared with: the first, and for the first the second. @param ranked the best first */
export function rivalOf(
  bid: BidEvaluation,
  ranked: readonly BidEvaluation[],
): BidEvaluation | undefined {
  const placed = ranked.filter(({ rank }) => rank.value !== undefined);
  if (!placed.includes(bid)) return undefined;
  return bid === placed[0] ? placed[1] : placed[0];
}

/** How far a bid is ahead of another in one part; below zero where the other is ahead. */
export type Advantage = { readonly part: ResultPart; readonly ahead: Exact };

/** The parts in which two bids differ, the largest difference first. */
export function advantages(
  bid: BidEvaluation,
  other: BidEvaluation,
  direction: Evaluation["direction"],
): Advantage[] {
  const theirs = resultParts(other);
  return resultParts(bid)
    .flatMap((part, n): Advantage[] => {
      const [own, its] = [part.step.value, theirs[n]?.step.value];
      if (own === undefined || its === undefined) return [];
      const ahead = direction === "lowest" ? its.minus(own) : own.minus(its);
      return ahead.isZero() ? [] : [{ part, ahead }];
    })
    .sort((one, two) => absolute(two.ahead).compare(absolute(one.ahead)));
}

export function absolute(value: Exact): Exact {
  return value.isNegative() ? value.negated() : value;
}
