/**
 * The points that a criterion can have, in rising order, where they can be listed: those of its levels or
 * steps, or the sums of them in a group. It reads the model and no bids.
 */
import type { Criterion } from "../core/document/schema";
import { Exact } from "../core/number";

/** More points than this are not listed. */
const most = 200;

/** @returns nothing where any value may come, or where there are too many to list */
export function reachablePoints(criterion: Criterion): readonly Exact[] | undefined {
  const { children } = criterion;
  if (!children) return pointsOf(criterion);
  let sums: readonly Exact[] = [Exact.zero];
  for (const child of children) {
    const own = reachablePoints(child);
    if (!own) return undefined;
    sums = distinct(sums.flatMap((sum) => own.map((points) => sum.plus(points))));
    if (sums.length > most) return undefined;
  }
  return sums;
}

/** Whole points where a scale names no step, as is usual. */
function pointsOf({ scale }: Criterion): readonly Exact[] | undefined {
  if (scale?.type === "yes-no") return [Exact.zero, Exact.one];
  if (scale?.type === "levels") return distinct(scale.levels.map(({ value }) => Exact.of(value)));
  if (scale?.type !== "points") return undefined;
  const [zero, max] = [Exact.of(scale.zero), Exact.of(scale.max)];
  const step = Exact.of(scale.step ?? "1");
  const points = [zero];
  for (let next = zero.plus(step); next.compare(max) <= 0; next = next.plus(step)) {
    points.push(next);
    if (points.length > most) return undefined;
  }
  return points;
}

function distinct(values: readonly Exact[]): Exact[] {
  const sorted = [...values].sort((a, b) => a.compare(b));
  return sorted.filter((value, n) => n === 0 || !value.equals(sorted[n - 1] ?? Exact.zero));
}
