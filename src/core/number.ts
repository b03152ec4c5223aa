/**
 * Exact numbers: decimals and, where a division does not come out even, fractions.
 *
 * Every amount, weight, point and share in the product is an `Exact`. Nothing here rounds unless it
 * is told how, so three thirds are one and a tie is a tie. decimal.js lives in this file and
 * nowhere else; this file never sees a JavaScript float.
 */
import { Decimal } from "decimal.js";

/**
 * decimal.js rounds every operation to `precision`, silently. With the largest precision it knows,
 * sums and products can never be rounded; `div` is never called, since it would not end.
 */
const Unrounded = Decimal.clone({
  defaults: true,
  precision: 1e9,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

const zero = new Unrounded(0);
const one = new Unrounded(1);
const two = new Unrounded(2);

/**
 * A decimal as the document writes it: at most 15 digits before the point and 10 after, no
 * grouping, no exponent, no leading zero, no negative zero. The pattern stands before decimal.js:
 * "1e600000000" would otherwise kill the process.
 */
export const decimalPattern = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

/**
 * A weight that no decimal can say: "100/3", two whole numbers, at most 15 digits over 6, as they
 * were written and not in lowest terms.
 */
export const fractionPattern = /^[1-9]\d{0,14}\/[1-9]\d{0,5}$/;

/**
 * A fraction as {@link Exact.toRatio} writes it. No document holds one: it is how the program hands
 * a computed value to itself.
 */
const ratioPattern = /^-?\d+\/[1-9]\d*$/;

/** The rounding modes: whether each rounds a rest away from zero. */
export const roundingModes = {
  /** Half away from zero, as Excel's ROUND. */
  "half-up": (rest: Rest) => rest.twice >= 0,
  /** Half to the even neighbour (bankers' rounding). */
  "half-even": (rest: Rest) => rest.twice > 0 || (rest.twice === 0 && rest.odd),
  /** Half towards zero. */
  "half-down": (rest: Rest) => rest.twice > 0,
  /** Away from zero, as Excel's ROUNDUP. */
  up: (rest: Rest) => !rest.none,
  /** Towards zero, as Excel's ROUNDDOWN. */
  down: () => false,
} as const;

export type RoundingMode = keyof typeof roundingModes;

/** What is cut off: `twice` compares twice the rest with one unit (-1, 0, 1). */
type Rest = { readonly twice: number; readonly none: boolean; readonly odd: boolean };

/** An exact rational number. Immutable; every operation gives a new one. */
export class Exact {
  /** The same value over whole numbers, once it has been asked for; not always in lowest terms. */
  private ratio: Ratio | undefined;

  /** Lowest terms, once they have been asked for; the bottom is `one` for all that end as decimals. */
  private constructor(
    private top: Decimal | undefined,
    private bottom: Decimal | undefined,
  ) {}

  static readonly zero = Exact.decimal(zero);
  static readonly one = Exact.decimal(one);

  private static decimal(numerator: Decimal): Exact {
    return new Exact(numerator, one);
  }

  /** Lowest terms are found when they are asked for: most rows of a price are only added up. */
  private static ofRatio(ratio: Ratio): Exact {
    const value = new Exact(undefined, undefined);
    value.ratio = ratio;
    return value;
  }

  private get numerator(): Decimal {
    return this.top ?? this.reduced().numerator;
  }

  private get denominator(): Decimal {
    return this.bottom ?? this.reduced().denominator;
  }

  private reduced(): { readonly numerator: Decimal; readonly denominator: Decimal } {
    const { numerator, denominator } = lowestTerms(this.ratio as Ratio);
    [this.top, this.bottom] = [numerator, denominator];
    return { numerator, denominator };
  }

  /** Whether the value is known to end as a decimal, without finding its lowest terms. */
  private get isDecimal(): boolean {
    return this.bottom === one;
  }

  /**
   * @param text a decimal that matches {@link decimalPattern}, or a fraction of whole numbers, as
   *   {@link fractionPattern} or as {@link Exact.toRatio} gives it
   * @throws when it is neither: that is a bug, for the schema refuses such text with a sentence
   */
  static of(text: string): Exact {
    if (decimalPattern.test(text)) return Exact.decimal(new Unrounded(text));
    if (!ratioPattern.test(text)) throw new Error(`not a decimal: ${text.slice(0, 60)}`);
    const [numerator = "", denominator = ""] = text.split("/");
    return fraction(new Unrounded(numerator), new Unrounded(denominator));
  }

  /** @param count a whole number, such as a rank or a number of requirements */
  static count(count: number): Exact {
    return Exact.of(String(count));
  }

  plus(other: Exact): Exact {
    if (this.isDecimal && other.isDecimal)
      return Exact.decimal(this.numerator.plus(other.numerator));
    if (this.denominator.eq(other.denominator)) {
      return fraction(this.numerator.plus(other.numerator), this.denominator);
    }
    const numerator = this.numerator
      .times(other.denominator)
      .plus(other.numerator.times(this.denominator));
    return fraction(numerator, this.denominator.times(other.denominator));
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    if (this.isDecimal && other.isDecimal)
      return Exact.decimal(this.numerator.times(other.numerator));
    const [a, b] = [this.whole, other.whole];
    return Exact.ofRatio({ top: a.top * b.top, bottom: a.bottom * b.bottom });
  }

  /** @throws when `other` is zero: callers ask first and give a finding */
  over(other: Exact): Exact {
    if (other.numerator.isZero()) throw new Error("division by zero");
    const sign = other.numerator.isNegative() ? other.denominator.negated() : other.denominator;
    return fraction(this.numerator.times(sign), this.denominator.times(other.numerator.abs()));
  }

  negated(): Exact {
    const { numerator, denominator } = this;
    return this.isZero() ? this : new Exact(numerator.negated(), denominator);
  }

  /** Negative when this is smaller, 0 when equal, positive when larger. */
  compare(other: Exact): number {
    // Two decimals share one denominator: no product is needed, and most comparisons are of those.
    if (this.denominator === other.denominator) return this.numerator.cmp(other.numerator);
    return this.numerator.times(other.denominator).cmp(other.numerator.times(this.denominator));
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.numerator.isZero();
  }

  isNegative(): boolean {
    return this.compare(Exact.zero) < 0;
  }

  /**
   * Rounds to `decimals` (0–10 in documents) by a mode that the caller names; there is no default.
   */
  rounded(decimals: number, mode: RoundingMode): Exact {
    const unit = powerOfTen(decimals);
    const scaled = this.numerator.abs().times(unit);
    const kept = scaled.divToInt(this.denominator);
    const rest = scaled.minus(kept.times(this.denominator));
    const up = roundingModes[mode]({
      twice: rest.times(two).cmp(this.denominator),
      none: rest.isZero(),
      odd: !kept.mod(two).isZero(),
    });
    const size = (up ? kept.plus(one) : kept).times(powerOfTen(-decimals));
    return Exact.decimal(this.numerator.isNegative() && !size.isZero() ? size.negated() : size);
  }

  /** The whole value: "1249.5", or "1/3" for a fraction that no decimal can write. */
  toText(): string {
    const numerator = this.numerator.toFixed();
    return this.denominator.eq(one) ? numerator : `${numerator}/${this.denominator.toFixed()}`;
  }

  /** The whole value over whole numbers, however many digits they have: "2499/2", "1/3". */
  toRatio(): string {
    const { top, bottom } = ratioOf(this.numerator, this.denominator);
    return `${top}/${bottom}`;
  }

  /** A decimal with at most `most` decimals, half-up, without trailing zeros: for printing only. */
  toDecimal(most: number): string {
    return this.rounded(most, "half-up").numerator.toFixed();
  }

  /** A decimal with exactly `decimals` decimals, half-up: for printing only. */
  toFixed(decimals: number): string {
    return this.rounded(decimals, "half-up").numerator.toFixed(decimals);
  }

  static sum(terms: readonly Exact[]): Exact {
    return terms.every(({ isDecimal }) => isDecimal)
      ? Exact.decimal(terms.reduce((total, { numerator }) => total.plus(numerator), zero))
      : Exact.ofRatio(addedUp(terms.map((term) => term.whole)));
  }

  /**
   * Σ of the first times the second, the third times the fourth and so on. Lowest terms are found
   * once and not for each product, which a price form with thousands of rows needs.
   */
  static sumOfProducts(factors: readonly Exact[]): Exact {
    const products: Ratio[] = [];
    for (let n = 0; n + 1 < factors.length; n += 2) {
      const [a, b] = [(factors[n] as Exact).whole, (factors[n + 1] as Exact).whole];
      products.push({ top: a.top * b.top, bottom: a.bottom * b.bottom });
    }
    return Exact.ofRatio(addedUp(products));
  }

  private get whole(): Ratio {
    return (this.ratio ??= ratioOf(this.numerator, this.denominator));
  }

  static largest(first: Exact, ...rest: readonly Exact[]): Exact {
    return rest.reduce((best, each) => (each.compare(best) > 0 ? each : best), first);
  }

  static smallest(first: Exact, ...rest: readonly Exact[]): Exact {
    return rest.reduce((best, each) => (each.compare(best) < 0 ? each : best), first);
  }

  /** For {@link fraction} alone, which has made the parts lowest terms. */
  static ofLowestTerms(numerator: Decimal, denominator: Decimal, ratio?: Ratio): Exact {
    const value = new Exact(numerator, denominator);
    value.ratio = ratio;
    return value;
  }
}

/**
 * A weight for formats and doubles that hold no fractions: a decimal as it was written, a fraction as
 * the nearest decimal.
 * @param most the most decimals of a fraction's decimal
 */
export function nearestDecimal(weight: string, most: number): string {
  return fractionPattern.test(weight) ? Exact.of(weight).toDecimal(most) : weight;
}

/** A value over whole numbers; the bottom is positive. */
type Ratio = { readonly top: bigint; readonly bottom: bigint };

function ratioOf(numerator: Decimal, denominator: Decimal): Ratio {
  const shift = powerOfTen(Math.max(numerator.decimalPlaces(), denominator.decimalPlaces()));
  return {
    top: BigInt(numerator.times(shift).toFixed()),
    bottom: BigInt(denominator.times(shift).toFixed()),
  };
}

function fraction(numerator: Decimal, denominator: Decimal): Exact {
  if (denominator.eq(one)) return Exact.ofLowestTerms(numerator, one);
  return lowestTerms(ratioOf(numerator, denominator));
}

function addedUp(terms: readonly Ratio[]): Ratio {
  let [top, bottom] = [0n, 1n];
  for (const term of terms) {
    if (bottom % term.bottom === 0n) {
      top += term.top * (bottom / term.bottom);
      continue;
    }
    const common = greatestCommonDivisor(bottom, term.bottom);
    const lift = term.bottom / common;
    top = top * lift + term.top * (bottom / common);
    bottom *= lift;
  }
  return { top, bottom };
}

/** Lowest terms; a denominator of only twos and fives becomes a decimal again. */
function lowestTerms({ top: over, bottom: under }: Ratio): Exact {
  const common = greatestCommonDivisor(over < 0n ? -over : over, under);
  const [top, bottom] = [over / common, under / common];
  const [twos, odd] = without(bottom, 2n);
  const [fives, rest] = without(odd, 5n);
  if (rest !== 1n)
    return Exact.ofLowestTerms(new Unrounded(String(top)), new Unrounded(String(bottom)), {
      top,
      bottom,
    });
  const digits = Math.max(twos, fives);
  const lifted = top * 2n ** BigInt(digits - twos) * 5n ** BigInt(digits - fives);
  return Exact.ofLowestTerms(new Unrounded(`${lifted}e-${digits}`), one);
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function powerOfTen(exponent: number): Decimal {
  return new Unrounded(`1e${exponent}`);
}

/** How often a prime divides a value, and what is left of it. */
function without(value: bigint, prime: bigint): readonly [times: number, rest: bigint] {
  let [times, rest] = [0, value];
  for (; rest % prime === 0n; rest /= prime) times += 1;
  return [times, rest];
}
