/**
 * A value that keeps how it was made: the explanation is the calculation.
 *
 * A step holds what it is about, the rule that made it, the steps it came from and its value. A step
 * always exists; when something it needs is missing, its value is missing too, and the tree shows
 * what. The audit trail, the live Excel formulas and the reasons why a bid is undecided are read
 * from this one tree. No step is ever changed, and no step is made that is not part of a
 * computation. A step of very many parts makes them when they are first asked for.
 */
import type { RoundingMode } from "./number";
import type { Exact } from "./number";
import type { Place } from "./place";

/** What a value is. The word lists hold a name for each. */
export type What =
  | "as-offered"
  | "clarified"
  | "low-bid-decision"
  | "exclusion-decision"
  | "withdrawal"
  | "rejection"
  | "lot-limit"
  | "unit-price"
  | "quantity"
  | "periods"
  | "row-total"
  | "first-year"
  | "last-year"
  | "period-from"
  | "period-to"
  | "years"
  | "years-factor"
  | "year-factor"
  | "year-price"
  | "year-value"
  | "indexed-price"
  | "priced-over-years"
  | "discount-rate"
  | "discount-growth"
  | "discount-factor"
  | "index-rate"
  | "index-growth"
  | "index-base"
  | "index-value"
  | "index-ratio"
  | "index-threshold"
  | "index-change"
  | "index-share"
  | "index-factor"
  | "quantity-of-authority"
  | "inhabitants"
  | "inhabitants-together"
  | "quantities-together"
  | "quantity-per-inhabitants"
  | "tier-over"
  | "tier-up-to"
  | "tier-quantity"
  | "tier-quantity-of-authority"
  | "row-share"
  | "row-share-part"
  | "surcharge-per-cent"
  | "surcharge-factor"
  | "surcharge"
  | "published-amount"
  | "before-credit"
  | "sum-so-far"
  | "per-cent-of-sum"
  | "fee-remainder"
  | "delivery-model"
  | "row-value"
  | "contract-value"
  | "stated-total"
  | "lowest-in-row"
  | "median-in-row"
  | "highest-in-row"
  | "spread-in-row"
  | "share-of-sum"
  | "sum-of-rows"
  | "stated-less-counted"
  | "in-medians"
  | "published-costs"
  | "price-with-published-costs"
  | "own-rows"
  | "own-quantity"
  | "own-price"
  | "unit-price-floor"
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
  | "corrected-price"
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
  | "unchanged"
  | "price-band-to"
  | "price-band-share"
  | "quality"
  | "ratio"
  | "multiplier"
  | "zero-kronor"
  | "result-unrounded"
  | "result"
  | "requirements"
  | "verdict"
  | "not-met"
  | "open"
  | "standing"
  | "drawn-place"
  | "rank";

/**
 * What a value is, of which bid, and under which id (criterion, price item, requirement). `detail`
 * tells siblings apart.
 */
export type About = {
  readonly what: What;
  readonly bid?: string;
  readonly id?: string;
  readonly detail?: string;
};

/** How a value was made. Every kind has one meaning, one sentence in each word list, one Excel formula. */
export type Rule =
  | { readonly kind: "input"; readonly place: Place }
  /** Decided under LOU 4 kap. 9 §; `from` holds what was offered and what applies now. */
  | { readonly kind: "corrected" }
  /**
   * A figure that differs from the journal. It counts again once the change is recorded, or once it
   * is what was recorded.
   */
  | { readonly kind: "withheld"; readonly recorded: Value | undefined }
  /** A recorded decision to reject, as a limit that the bid does not keep. */
  | { readonly kind: "decided" }
  /** Fixed by what it is: 1 for yes on a scale, 100 for SUS and per cent, 1 for an unchanged year. */
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
  /** Contract years that count; 1 + rate/100; the part of a price that follows a factor. */
  | { readonly kind: "years" | "growth" | "partly" | "chained" | "sum-of-products" }
  /** A ratio that has changed by at least so many per cent, otherwise 1. */
  | { readonly kind: "threshold" }
  /** What of a quantity lies in a tier: above its lower limit, up to and including its upper. */
  | { readonly kind: "within-tier"; readonly counts: "marginal" | "band-unit" | "band-price" }
  /**
   * The wider slope when the highest compared price is above the reach of the published one; `from`
   * holds highest and lowest price and the two slopes, in per cent above the lowest.
   */
  | { readonly kind: "wider-slope" }
  /** An optional price row: its price if it is blank, what is taken out, whether it is blank. */
  | { readonly kind: "filled-row" | "left-out-row" | "blank-row" }
  /** The number of steps that have a value. */
  | { readonly kind: "count" }
  /** Whether the bid prices the row, or no bid does. */
  | { readonly kind: "priced" }
  /** The value, unless its bid is rejected; the rest of `from` says whether it is. */
  | { readonly kind: "compared" }
  /** Over the bids that have a compared value; the others are left out. */
  | { readonly kind: "lowest-compared" | "highest-compared" | "mean-compared" }
  /**
   * 1 + the number of compared bids that come before in the order of priority; `wins` says whether
   * the lowest or the highest value of each key comes first.
   */
  | { readonly kind: "place"; readonly wins: readonly ("lowest" | "highest")[] }
  | { readonly kind: "on-scale"; readonly scale: "levels" | "points" | "measure" }
  | { readonly kind: Limiting }
  /** `dropped` are requirements that no longer apply, `withheld` those whose verdict is unrecorded. */
  | {
      readonly kind: "verdicts";
      readonly verdict: "not-met" | "open";
      readonly dropped: readonly string[];
      readonly withheld: readonly string[];
    }
  | { readonly kind: "standing" }
  | {
      readonly kind: "rank";
      readonly direction: "lowest" | "highest";
      readonly among: number;
      readonly ties: readonly string[];
    };

/** How a value is compared with a limit. */
export type Limiting = "at-least" | "at-most" | "above";

/** A number, or a word such as "yes", "met", "rejected". */
export type Value = Exact | string;

export type Step<V extends Value = Exact> = {
  readonly about: About;
  readonly rule: Rule;
  readonly from: readonly Step<Value>[];
  /** Missing when something it needs is missing or not on its scale. Blank is never zero. */
  readonly value: V | undefined;
};

/** A value of the document; without value when the document has none yet. */
export function input<V extends Value>(about: About, place: Place, value: V | undefined): Step<V> {
  return { about, rule: { kind: "input", place }, from: [], value };
}

/** A corrected price: what applies now has replaced what was offered. Both stay in the tree. */
export function corrected(about: About, offered: Step, now: Step): Step {
  return { about, rule: { kind: "corrected" }, from: [offered, now], value: now.value };
}

/** A figure that does not count because it differs from the recorded one. */
export function withheld(
  about: About,
  given: Step<Value>,
  recorded: Value | undefined,
): Step<Value> {
  return { about, rule: { kind: "withheld", recorded }, from: [given], value: undefined };
}

/** A recorded decision as a limit: "not-met" when it rejects the bid, otherwise "met". */
export function decided(about: About, decision: Step<string>, rejects: boolean): Step<string> {
  return { about, rule: { kind: "decided" }, from: [decision], value: rejects ? "not-met" : "met" };
}

/** A number that the definition of a scale fixes; without value it is a part that the model lacks. */
export function fixed(about: About, value: Exact | undefined): Step {
  return { about, rule: { kind: "fixed" }, from: [], value };
}

/** Why a value is missing: the steps without value whose own parts all have one. */
export function gaps(step: Step<Value>): Step<Value>[] {
  if (step.value !== undefined) return [];
  if (step.rule.kind === "withheld") return [step];
  const deeper = step.from.flatMap(gaps);
  return deeper.length > 0 ? [...new Set(deeper)] : [step];
}
