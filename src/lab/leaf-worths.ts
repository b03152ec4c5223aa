/**
 * What each scored criterion is worth as published, from its worst to its best: its part of its root's
 * effect. It reads the model and no bids.
 */
import type { Criterion } from "../core/document/schema";
import { Exact } from "../core/number";
import { fullPoints, largestEffect } from "./limits";

export type LeafWorth = {
  /** In kr where `isKronor`; otherwise only to be compared with the other criteria's. */
  readonly size: Exact;
  /** Whether a part of the scale is worth the same part of the amount. */
  readonly isKronor: boolean;
};

const hundred = Exact.of("100");

/** The worth of every scored criterion, by its id. */
export function leafWorths(criteria: readonly Criterion[]): ReadonlyMap<string, LeafWorth> {
  return new Map(
    criteria.flatMap((root) => {
      const isKronor =
        (root.deduction !== undefined || root.addition !== undefined) && root.cap === undefined;
      const whole = root.weight === undefined ? largestEffect(root) : Exact.of(root.weight);
      return [...partsOf(root, whole)].map(
        ([leaf, size]) => [leaf.id, { size, isKronor }] as const,
      );
    }),
  );
}

function* partsOf(criterion: Criterion, size: Exact): Generator<readonly [Criterion, Exact]> {
  const { children, aggregate } = criterion;
  if (!children) {
    yield [criterion, size];
    return;
  }
  const whole = aggregate === "points" ? fullPoints(criterion) : hundred;
  for (const child of children) {
    const part = aggregate === "points" ? fullPoints(child) : weightOf(child);
    yield* partsOf(child, whole.isZero() ? Exact.zero : size.times(part).over(whole));
  }
}

function weightOf({ weight }: Criterion): Exact {
  return Exact.of(weight ?? "0");
}
