/**
 * Between which values an unknown figure must lie, given what is shown: no amount is below zero, and
 * what is left of a sum is at most the sum. Bounds are carried from equation to equation until
 * nothing changes; they may be wider than the narrowest that could be proved. The order of the bids
 * is public by law and is not counted as narrowing a price.
 */
import { Exact } from "../number";
import type { Step } from "../step";
import type { LinearForm } from "./linear-form";
import { plusTimes, valueOf } from "./linear-form";
import type { IsKnown } from "./relations";
import { equationOf, formOf } from "./relations";

export type Bounds = { readonly low?: Exact | undefined; readonly high?: Exact | undefined };

/** Bounds that still move after so many rounds only creep. */
const rounds = 20;

type Equation = { readonly form: LinearForm; readonly value: Exact };

/** The bounds of every unknown figure. @param solved equations that elimination has made */
export function narrowed(
  { figures }: { readonly figures: readonly Step[] },
  isKnown: IsKnown,
  solved: readonly LinearForm[],
): ReadonlyMap<Step, Bounds> {
  const bounds = new Map<Step, Bounds>();
  for (const step of figures) if (!isKnown(step)) bounds.set(step, startOf(step));
  const equations = [
    ...figures.flatMap((step) => relationOf(step, isKnown) ?? []),
    ...solved.map((form) => ({ form, value: valueOf(form) })),
  ];
  for (let n = 0; n < rounds; n += 1)
    if (!equations.map((equation) => carry(equation, bounds)).includes(true)) break;
  return bounds;
}

/** A reader knows that a price is not below zero; of what is made from prices only what follows. */
function startOf({ value, from }: Step): Bounds {
  return from.length > 0 || value?.isNegative() ? {} : { low: Exact.zero };
}

/** A known figure as an equation of its unknown parts, an unknown one with itself. */
function relationOf(step: Step, isKnown: IsKnown): Equation | undefined {
  if (step.from.length === 0) return undefined;
  const isShown = isKnown(step);
  const parts = isShown ? equationOf(step, isKnown) : formOf(step, isKnown);
  if (!parts || parts.size === 0) return undefined;
  const form = isShown
    ? parts
    : plusTimes(parts, Exact.one.negated(), new Map([[step, Exact.one]]));
  return { form, value: valueOf(form) };
}

/** Narrows every unknown of an equation by the others. @returns whether something changed */
function carry({ form, value }: Equation, bounds: Map<Step, Bounds>): boolean {
  const terms = [...form].map(([step, times]) => ({
    step,
    times,
    ...scaled(bounds.get(step) ?? {}, times),
  }));
  const total = { low: endOf(terms, "low"), high: endOf(terms, "high") };
  return terms
    .map(({ step, times, low, high }) => {
      const rest = { low: without(total.low, low), high: without(total.high, high) };
      const own = {
        low: rest.high === undefined ? undefined : value.minus(rest.high),
        high: rest.low === undefined ? undefined : value.minus(rest.low),
      };
      return tighten(step, scaled(own, Exact.one.over(times)), bounds);
    })
    .includes(true);
}

/** The sum of the ends that there are, and how many are missing. */
type End = { readonly sum: Exact; readonly open: number };

function endOf(terms: readonly Bounds[], end: "low" | "high"): End {
  const ends = terms.map((term) => term[end]);
  const known = ends.filter((value) => value !== undefined);
  return { sum: Exact.sum(known), open: ends.length - known.length };
}

/** The sum of the other terms' ends; nothing where one of those is open. */
function without({ sum, open }: End, own: Exact | undefined): Exact | undefined {
  if (own === undefined) return open === 1 ? sum : undefined;
  return open === 0 ? sum.minus(own) : undefined;
}

function scaled({ low, high }: Bounds, times: Exact): Bounds {
  const [first, last] = [low?.times(times), high?.times(times)];
  return times.isNegative() ? { low: last, high: first } : { low: first, high: last };
}

function tighten(step: Step, { low, high }: Bounds, bounds: Map<Step, Bounds>): boolean {
  const before = bounds.get(step) ?? {};
  const isHigher = low !== undefined && (before.low === undefined || low.compare(before.low) > 0);
  const isLower =
    high !== undefined && (before.high === undefined || high.compare(before.high) < 0);
  if (!isHigher && !isLower) return false;
  bounds.set(step, { low: isHigher ? low : before.low, high: isLower ? high : before.high });
  return true;
}
