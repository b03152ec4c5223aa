/**
 * The arithmetic of steps: sums, products, roundings and comparisons, each as a step that keeps what
 * it was made from. Every operation has one rule, one sentence in the word list and one Excel
 * formula. A result is missing as soon as a part is; nothing is guessed and nothing is rounded
 * without a declared mode.
 */
import type { RoundingMode } from "./number";
import { Exact } from "./number";
import type { About, Limiting, Rule, Step } from "./step";

/**
 * A step computed from numbers.
 * @returns a step without value when one of the numbers is missing or `compute` has no answer
 */
export function derived(
  about: About,
  rule: Rule,
  from: readonly Step[],
  compute: Computation,
): Step {
  return { about, rule, from, value: computed(valuesOf(from), compute) };
}

/**
 * The same of very many steps, which are made when they are first asked for.
 * @param values what the steps that `make` gives have as values
 */
export function derivedLater(
  about: About,
  rule: Rule,
  values: readonly (Exact | undefined)[],
  make: () => readonly Step[],
  compute: Computation,
): Step {
  let made: readonly Step[] | undefined;
  return {
    about,
    rule,
    value: computed(values, compute),
    get from() {
      return (made ??= make());
    },
  };
}

/** A computation over numbers; it may have no answer. */
type Computation = (values: readonly Exact[]) => Exact | undefined;

function computed(values: readonly (Exact | undefined)[], compute: Computation): Exact | undefined {
  return values.includes(undefined) ? undefined : compute(values as readonly Exact[]);
}

function valuesOf(steps: readonly Step[]): (Exact | undefined)[] {
  return steps.map(({ value }) => value);
}

/** The sum of the steps; 0 when there are none. */
export function sum(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "sum" }, from, (values) => Exact.sum(values));
}

/** The product of the steps; 1 when there are none. */
export function product(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "product" }, from, multiplied);
}

/** `from` − `less`. */
export function difference(about: About, from: Step, less: Step): Step {
  return derived(
    about,
    { kind: "difference" },
    [from, less],
    pair((a, b) => a.minus(b)),
  );
}

/** `dividend` ÷ `divisor`; missing when the divisor is zero. */
export function quotient(about: About, dividend: Step, divisor: Step): Step {
  return derived(
    about,
    { kind: "quotient" },
    [dividend, divisor],
    pair((a, b) => (b.isZero() ? undefined : a.over(b))),
  );
}

/** Σ first × second over pairs. */
export function sumOfProducts(
  about: About,
  pairs: readonly (readonly [figure: Step, factor: Step])[],
): Step {
  return derived(about, { kind: "sum-of-products" }, pairs.flat(), (values) =>
    Exact.sumOfProducts(values),
  );
}

/** The product of two steps, kept as a figure of its own: each year's is made of the year before. */
export function chained(about: About, from: readonly [Step, Step]): Step {
  return derived(
    about,
    { kind: "chained" },
    from,
    pair((a, b) => a.times(b)),
  );
}

/** 1 + rate/100: what a year's growth in per cent multiplies by. */
export function growth(about: About, rate: Step): Step {
  return derived(about, { kind: "growth" }, [rate], grown);
}

/** 1 + part/100 × (factor − 1): so many per cent follow the factor, and the rest stays. */
export function partly(about: About, part: Step, factor: Step): Step {
  return derived(
    about,
    { kind: "partly" },
    [part, factor],
    pair((a, b) => Exact.one.plus(a.times(b.minus(Exact.one)).over(hundred))),
  );
}

/** The value with its sign turned, as a deduction enters a sum. */
export function negated(about: About, of: Step): Step {
  return derived(about, { kind: "negated" }, [of], ([a]) => a?.negated());
}

/** 1 − the value: the part of a share that is not fulfilled. */
export function remainder(about: About, of: Step): Step {
  return derived(about, { kind: "remainder" }, [of], ([a]) => a && Exact.one.minus(a));
}

/** The value, at least 0 and at most 1. Only the share of a measure scale is clipped. */
export function clipped(about: About, of: Step): Step {
  return derived(
    about,
    { kind: "clipped" },
    [of],
    ([a]) => a && Exact.largest(Exact.zero, Exact.smallest(Exact.one, a)),
  );
}

/** The smallest of the steps; missing when there are none. */
export function smallest(about: About, from: readonly Step[]): Step {
  return derived(
    about,
    { kind: "smallest" },
    from,
    ([first, ...rest]) => first && Exact.smallest(first, ...rest),
  );
}

/** The largest of the steps; missing when there are none. */
export function largest(about: About, from: readonly Step[]): Step {
  return derived(
    about,
    { kind: "largest" },
    from,
    ([first, ...rest]) => first && Exact.largest(first, ...rest),
  );
}

/** Σ weight/100 × share over pairs; weights in per cent. */
export function weighted(
  about: About,
  pairs: readonly (readonly [weight: Step, share: Step])[],
): Step {
  return derived(about, { kind: "weighted" }, pairs.flat(), weightedSum);
}

/** The arithmetic mean; missing when there are no steps. */
export function mean(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "mean" }, from, (values) =>
    values.length === 0 ? undefined : Exact.sum(values).over(Exact.count(values.length)),
  );
}

/** The median; the mean of the two middle values when their number is even. */
export function median(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "median" }, from, medianOf);
}

/** The same of values that are no steps; nothing of none. */
export function medianOf(values: readonly Exact[]): Exact | undefined {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const [low, high] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return low && high && low.plus(high).over(Exact.of("2"));
}

/** The value after a declared rounding. There is no default mode. */
export function rounded(
  about: About,
  of: Step,
  rounding: { decimals: number; mode: RoundingMode },
): Step {
  const { decimals, mode } = rounding;
  return derived(about, { kind: "rounded", decimals, mode }, [of], ([a]) =>
    a?.rounded(decimals, mode),
  );
}

/** The same value in a new role. */
export function same(about: About, of: Step): Step {
  return derived(about, { kind: "same" }, [of], ([a]) => a);
}

/** 1 for "yes", 0 for "no", missing for anything else. */
export function yesIsOne(about: About, of: Step<string>): Step {
  const value = of.value === "yes" ? Exact.one : of.value === "no" ? Exact.zero : undefined;
  return { about, rule: { kind: "yes-is-one" }, from: [of], value };
}

/** Whether a value keeps a published limit: "met" or "not-met"; missing when either is missing. */
export function within(about: About, kind: Limiting, value: Step, limit: Step): Step<string> {
  const order = value.value && limit.value && value.value.compare(limit.value);
  const isWithin = {
    "at-least": (order ?? 0) >= 0,
    "at-most": (order ?? 0) <= 0,
    above: (order ?? 0) > 0,
  }[kind];
  return {
    about,
    rule: { kind },
    from: [value, limit],
    value: order === undefined ? undefined : isWithin ? "met" : "not-met",
  };
}

/**
 * The lowest, highest or mean of the values that exist. A rejected or unpriced bid has none and is
 * left out; the result is missing when no bid has one.
 * @param from the compared values of all bids
 */
export function amongCompared(
  about: About,
  kind: "lowest-compared" | "highest-compared" | "mean-compared",
  from: readonly Step[],
): Step {
  const [first, ...rest] = from.flatMap(({ value }) => value ?? []);
  if (!first) return { about, rule: { kind }, from, value: undefined };
  const value = {
    "lowest-compared": () => Exact.smallest(first, ...rest),
    "highest-compared": () => Exact.largest(first, ...rest),
    "mean-compared": () => Exact.sum([first, ...rest]).over(Exact.count(rest.length + 1)),
  }[kind]();
  return { about, rule: { kind }, from, value };
}

/** The rules that a price is made of, each as a computation over its numbers. */
const priceRules: {
  readonly [kind in Rule["kind"]]?: (values: readonly Exact[], rule: Rule) => Exact | undefined;
} = {
  sum: (values) => Exact.sum(values),
  "price-rows": (values) => (values.length === 0 ? undefined : Exact.sum(values)),
  product: multiplied,
  chained: pair((a, b) => a.times(b)),
  quotient: pair((a, b) => (b.isZero() ? undefined : a.over(b))),
  difference: pair((a, b) => a.minus(b)),
  negated: ([a]) => a?.negated(),
  "sum-of-products": (values) => Exact.sumOfProducts(values),
  weighted: weightedSum,
  rounded: ([a], rule) =>
    rule.kind === "rounded" ? a?.rounded(rule.decimals, rule.mode) : undefined,
};

/**
 * The same figure made from other parts; the step itself where they are its own.
 * @throws for a rule that no price is made of
 */
export function madeFrom(step: Step, from: readonly Step[]): Step {
  if (from.every((part, n) => part === step.from[n])) return step;
  const { about, rule } = step;
  const compute = priceRules[rule.kind];
  if (!compute) throw new Error(`${rule.kind} makes no price`);
  return derived(about, rule, from, (values) => compute(values, rule));
}

const hundred = Exact.of("100");

function multiplied([first, ...rest]: readonly Exact[]): Exact {
  return rest.reduce((total, factor) => total.times(factor), first ?? Exact.one);
}

function grown([rate]: readonly Exact[]): Exact | undefined {
  return rate && Exact.one.plus(rate.over(hundred));
}

/** Σ weight/100 × share; weights and shares alternate. */
function weightedSum(values: readonly Exact[]): Exact {
  return Exact.sum(
    values
      .filter((_, index) => index % 2 === 0)
      .map((weight, n) => weight.times(values[2 * n + 1] ?? Exact.zero)),
  ).over(hundred);
}

/** A computation over two numbers, for {@link derived}. */
function pair(compute: (a: Exact, b: Exact) => Exact | undefined): Computation {
  return ([a, b]) => a && b && compute(a, b);
}
