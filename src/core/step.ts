/**
 * A value that remembers how it was made: the explanation is the calculation.
 *
 * A step holds what it is about, the rule that made it, the steps it came from, and its value. A
 * step always exists; where something it needs is missing, its value is missing too, and the tree
 * says what. The audit trail, the live Excel formulas and the reasons a bid is undecided are all
 * read from this one tree. No step is ever changed, and none is made beside a computation.
 */
import type { RoundingMode } from "./number";
import { Exact } from "./number";
import type { Place } from "./finding";

/** What a value is, for a reader: the word list has a name for each. */
export type What =
  | "as-offered"
  | "clarified"
  | "low-bid-decision"
  | "unit-price"
  | "quantity"
  | "periods"
  | "row-total"
  | "price-with-blank-rows"
  | "compared-unit-price"
  | "highest-unit-price"
  | "filled-row"
  | "blank-row"
  | "row-is-blank"
  | "row-left-out"
  | "left-out-row"
  | "bids-pricing-row"
  | "unit-price-ceiling"
  | "offered-price"
  | "price"
  | "price-ceiling"
  | "given-score"
  | "given-assessment"
  | "given-consultant-score"
  | "given-participant-score"
  | "score"
  | "assessment"
  | "consultant-score"
  | "participant-score"
  | "answer-1-to-5"
  | "agreed-score"
  | "worst-consultant"
  | "level"
  | "scale-maximum"
  | "scale-zero"
  | "scale-step"
  | "scale-worst"
  | "scale-best"
  | "share"
  | "unclipped-share"
  | "scale-span"
  | "above-zero"
  | "weight"
  | "points"
  | "full-points"
  | "minimum"
  | "minimum-per-cent"
  | "minimum-share"
  | "minimum-points"
  | "per-cent"
  | "limit-check"
  | "deduction-full"
  | "addition-full"
  | "per-point"
  | "cap"
  | "band-from"
  | "band-to"
  | "band-deduction"
  | "deduction-uncapped"
  | "deduction"
  | "shortfall"
  | "addition"
  | "adjustment"
  | "adjustments"
  | "constant"
  | "deduction-per-cent"
  | "deduction-part"
  | "addition-per-cent"
  | "addition-part"
  | "lowest-price"
  | "highest-price"
  | "mean-price"
  | "compared-price"
  | "compared-share"
  | "best-share"
  | "rescaled-share"
  | "price-weight"
  | "price-share"
  | "price-grade-unrounded"
  | "price-grade"
  | "price-points"
  | "grade-unrounded"
  | "grade"
  | "maximum"
  | "price-difference"
  | "price-span"
  | "price-anchor-span"
  | "price-per-cent-off"
  | "price-zero-at"
  | "price-zero-at-wider"
  | "price-slope"
  | "price-slope-part"
  | "price-slope-span"
  | "price-best"
  | "price-worst"
  | "price-reference"
  | "price-per-cent-points"
  | "per-per-cent"
  | "half"
  | "one"
  | "price-band-to"
  | "price-band-share"
  | "quality"
  | "ratio"
  | "multiplier"
  | "zero-kronor"
  | "result-unrounded"
  | "result"
  | "verdict"
  | "not-met"
  | "open"
  | "standing"
  | "drawn-place"
  | "rank";

/**
 * What, of which bid, and under which id (criterion, price item, requirement). `detail` tells
 * siblings apart.
 */
export type About = {
  readonly what: What;
  readonly bid?: string;
  readonly id?: string;
  readonly detail?: string;
};

/**
 * How a value was made. Every kind has one meaning here, one sentence in the word list, one Excel
 * formula.
 */
export type Rule =
  | { readonly kind: "input"; readonly place: Place }
  /** What was decided under LOU 4 kap. 9 §; `from` holds what was offered and what holds now. */
  | { readonly kind: "corrected" }
  /**
   * A figure that is another than the journal's; it counts again when it is recorded, or is what
   * was recorded.
   */
  | { readonly kind: "withheld"; readonly recorded: Value | undefined }
  /** A recorded decision to reject, held as a limit that is broken. */
  | { readonly kind: "decided" }
  /** Fixed by the definition of the scale: 1 for yes, 100 for SUS and per cent. */
  | { readonly kind: "fixed" }
  | {
      readonly kind: "sum" | "product" | "difference" | "quotient" | "weighted" | "mean" | "median";
    }
  | {
      readonly kind:
        "smallest" | "largest" | "negated" | "remainder" | "clipped" | "yes-is-one" | "same";
    }
  | { readonly kind: "rounded"; readonly decimals: number; readonly mode: RoundingMode }
  | { readonly kind: "price-rows" | "sus" | "band" | "price-band" }
  /**
   * The wider slope where the highest compared price is above what the published one reaches;
   * `from` holds highest and lowest price and the two slopes, in per cent above the lowest.
   */
  | { readonly kind: "wider-slope" }
  /** An optional price row: what it counts at if blank, what is taken out, whether it is blank. */
  | { readonly kind: "filled-row" | "left-out-row" | "blank-row" }
  /** How many of the steps have a value. */
  | { readonly kind: "count" }
  /** The row has a price of its own, or none of the bids prices it. */
  | { readonly kind: "priced" }
  /** The value while its bid is not rejected; the rest of `from` says whether it is. */
  | { readonly kind: "compared" }
  /** Over the bids that are compared, whatever is missing for the others. */
  | { readonly kind: "lowest-compared" | "highest-compared" | "mean-compared" }
  /**
   * 1 + the compared bids that come before in the order of priority; `wins` says which way each key
   * goes.
   */
  | { readonly kind: "place"; readonly wins: readonly ("lowest" | "highest")[] }
  | { readonly kind: "on-scale"; readonly scale: "levels" | "points" | "measure" }
  | { readonly kind: Limiting }
  /** `dropped` are the requirements that no longer apply. */
  | {
      readonly kind: "verdicts";
      readonly verdict: "not-met" | "open";
      readonly dropped: readonly string[];
    }
  | { readonly kind: "standing" }
  | {
      readonly kind: "rank";
      readonly direction: "lowest" | "highest";
      readonly among: number;
      readonly ties: readonly string[];
    };

/** How a value is held against a limit. */
export type Limiting = "at-least" | "at-most" | "above";

/** A number, or a word such as "yes", "met", "rejected". */
export type Value = Exact | string;

export type Step<V extends Value = Exact> = {
  readonly about: About;
  readonly rule: Rule;
  readonly from: readonly Step<Value>[];
  /** Missing when something it needs is missing or has no lawful value. Blank is never zero. */
  readonly value: V | undefined;
};

/** A value the document holds, or does not hold yet. */
export function input<V extends Value>(about: About, place: Place, value: V | undefined): Step<V> {
  return { about, rule: { kind: "input", place }, from: [], value };
}

/** What holds now instead of what was offered; both stay in the tree. */
export function corrected(about: About, offered: Step, now: Step): Step {
  return { about, rule: { kind: "corrected" }, from: [offered, now], value: now.value };
}

/** A figure that does not count, since it is another than the one that was recorded. */
export function withheld(
  about: About,
  given: Step<Value>,
  recorded: Value | undefined,
): Step<Value> {
  return { about, rule: { kind: "withheld", recorded }, from: [given], value: undefined };
}

/**
 * Whether a recorded decision rejects: the word against which it is held is in the rule's one
 * meaning.
 */
export function decided(about: About, decision: Step<string>, rejects: boolean): Step<string> {
  return { about, rule: { kind: "decided" }, from: [decision], value: rejects ? "not-met" : "met" };
}

/** A number that the definition of a scale gives; without one it is a part the model lacks. */
export function fixed(about: About, value: Exact | undefined): Step {
  return { about, rule: { kind: "fixed" }, from: [], value };
}

/**
 * A step computed from numbers; missing as soon as one of them is, or when `compute` finds no
 * answer.
 */
export function derived(
  about: About,
  rule: Rule,
  from: readonly Step[],
  compute: (values: readonly Exact[]) => Exact | undefined,
): Step {
  const values = from.map((each) => each.value);
  const complete = values.every((value): value is Exact => value !== undefined);
  return { about, rule, from, value: complete ? compute(values) : undefined };
}

/** The sum of the steps; of none, 0. */
export function sum(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "sum" }, from, (values) => Exact.sum(values));
}

/** The product of the steps. */
export function product(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "product" }, from, (values) =>
    values.reduce((total, each) => total.times(each), Exact.one),
  );
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

/** Missing when the divisor is zero: nothing is guessed, and the tree says where. */
export function quotient(about: About, dividend: Step, divisor: Step): Step {
  return derived(
    about,
    { kind: "quotient" },
    [dividend, divisor],
    pair((a, b) => (b.isZero() ? undefined : a.over(b))),
  );
}

/** The value with its sign turned: a deduction as it enters a sum. */
export function negated(about: About, of: Step): Step {
  return derived(about, { kind: "negated" }, [of], ([a]) => a?.negated());
}

/** 1 − the value: what is not fulfilled of a share. */
export function remainder(about: About, of: Step): Step {
  return derived(about, { kind: "remainder" }, [of], ([a]) => a && Exact.one.minus(a));
}

/** Not below 0 and not above 1 (format.md: only the measure scale is clipped). */
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
  const hundred = Exact.of("100");
  return derived(about, { kind: "weighted" }, pairs.flat(), (values) =>
    Exact.sum(
      values
        .filter((_, index) => index % 2 === 0)
        .map((weight, pair) => weight.times(values[2 * pair + 1] ?? Exact.zero)),
    ).over(hundred),
  );
}

/** The arithmetic mean; missing when there is nothing to take it over. */
export function mean(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "mean" }, from, (values) =>
    values.length === 0 ? undefined : Exact.sum(values).over(Exact.count(values.length)),
  );
}

/** The middle value; between the two middle ones when their number is even. */
export function median(about: About, from: readonly Step[]): Step {
  return derived(about, { kind: "median" }, from, (values) => {
    const sorted = [...values].sort((a, b) => a.compare(b));
    const [low, high] = [
      sorted[Math.ceil(sorted.length / 2) - 1],
      sorted[Math.floor(sorted.length / 2)],
    ];
    return low && high && low.plus(high).over(Exact.of("2"));
  });
}

/** The value after a declared rounding; there is no default mode. */
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

/** The same value under the name of its new role. */
export function same(about: About, of: Step): Step {
  return derived(about, { kind: "same" }, [of], ([a]) => a);
}

/** yes is 1, no is 0, and nothing else is either. */
export function yesIsOne(about: About, of: Step<string>): Step {
  const value = of.value === "yes" ? Exact.one : of.value === "no" ? Exact.zero : undefined;
  return { about, rule: { kind: "yes-is-one" }, from: [of], value };
}

/** Whether a value keeps a published limit: "met", "not-met", or missing when the value is. */
export function within(about: About, kind: Limiting, value: Step, limit: Step): Step<string> {
  const order = value.value && limit.value && value.value.compare(limit.value);
  const kept = {
    "at-least": (order ?? 0) >= 0,
    "at-most": (order ?? 0) <= 0,
    above: (order ?? 0) > 0,
  }[kind];
  return {
    about,
    rule: { kind },
    from: [value, limit],
    value: order === undefined ? undefined : kept ? "met" : "not-met",
  };
}

/**
 * Over what is present, since a rejected or unpriced bid is not compared; missing when nothing is.
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

function pair(
  compute: (a: Exact, b: Exact) => Exact | undefined,
): (values: readonly Exact[]) => Exact | undefined {
  return ([a, b]) => a && b && compute(a, b);
}

/** Why a value is missing: the steps that have none though all they came from do. */
export function gaps(step: Step<Value>): Step<Value>[] {
  if (step.value !== undefined) return [];
  if (step.rule.kind === "withheld") return [step];
  const deeper = step.from.flatMap(gaps);
  return deeper.length > 0 ? [...new Set(deeper)] : [step];
}
