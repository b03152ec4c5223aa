/** Figures that people give on a scale, as numbers, and how far the scale reaches. It judges none. */
import type { Criterion } from "../core/document/schema";
import { decimalPattern, Exact } from "../core/number";

/** @returns the number that a figure stands for (yes is 1); undefined for a text that is no figure */
export function figureNumber(value: string): Exact | undefined {
  if (value === "yes") return Exact.one;
  if (value === "no") return Exact.zero;
  return decimalPattern.test(value) ? Exact.of(value) : undefined;
}

/** From the lowest value of a scale to the highest; undefined when they are equal. */
export function scaleSpan({ scale }: Criterion): Exact | undefined {
  const numbers =
    scale?.type === "yes-no"
      ? [Exact.zero, Exact.one]
      : scale?.type === "levels"
        ? scale.levels.map(({ value }) => Exact.of(value))
        : scale?.type === "points"
          ? [Exact.of(scale.zero), Exact.of(scale.max)]
          : scale?.type === "measure"
            ? [Exact.of(scale.worst), Exact.of(scale.best)]
            : [];
  const [first, ...rest] = numbers;
  const span = first && Exact.largest(first, ...rest).minus(Exact.smallest(first, ...rest));
  return span?.isZero() ? undefined : span;
}
