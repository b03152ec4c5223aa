/**
 * Exact numbers: decimals and, where a division does not come out even, fractions.
 *
 * Every amount, weight, point and share in the product is an `Exact`. Nothing here rounds unless it
 * is told how, so three thirds are one and a tie is a tie. It computes with whole numbers of any
 * length, which the language has, and never sees a JavaScript float.
 */

/**
 * A decimal as the document writes it: at most 15 digits before the point and 10 after, no
 * grouping, no exponent, no leading zero, no negative zero. "1e600000000" is refused and never
 * written out.
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
  /**
   * `units` × 10^-`decimals` ÷ `divisor`. The divisor is positive, and 1 for every value that is known
   * to be a decimal. A product of fractions is not in lowest terms: most are only added up.
   */
  private constructor(
    private readonly units: bigint,
    private readonly decimals: number,
    private readonly divisor: bigint,
  ) {}

  static readonly zero = new Exact(0n, 0, 1n);
  static readonly one = new Exact(1n, 0, 1n);

  /**
   * @param text a decimal that matches {@link decimalPattern}, or a fraction of whole numbers, as
   *   {@link fractionPattern} or as {@link Exact.toRatio} gives it
   * @throws when it is neither: that is a bug, for the schema refuses such text with a sentence
   */
  static of(text: string): Exact {
    if (decimalPattern.test(text)) {
      const point = text.indexOf(".");
      if (point < 0) return new Exact(BigInt(text), 0, 1n);
      const units = BigInt(text.slice(0, point) + text.slice(point + 1));
      return new Exact(units, text.length - point - 1, 1n);
    }
    if (!ratioPattern.test(text)) throw new Error(`not a decimal: ${text.slice(0, 60)}`);
    const [top = "", bottom = ""] = text.split("/");
    return Exact.ratio(BigInt(top), BigInt(bottom));
  }

  /** @param count a whole number, such as a rank or a number of requirements */
  static count(count: number): Exact {
    return new Exact(BigInt(count), 0, 1n);
  }

  /** Lowest terms; a bottom of only twos and fives makes a decimal. */
  private static ratio(top: bigint, bottom: bigint): Exact {
    const common = greatestCommonDivisor(top < 0n ? -top : top, bottom);
    const [over, under] = [top / common, bottom / common];
    if (under === 1n) return new Exact(over, 0, 1n);
    const [twos, odd] = without(under, 2n);
    const [fives, rest] = without(odd, 5n);
    if (rest !== 1n) return new Exact(over, 0, under);
    const digits = Math.max(twos, fives);
    const lift = 2n ** BigInt(digits - twos) * 5n ** BigInt(digits - fives);
    return new Exact(over * lift, digits, 1n);
  }

  plus(other: Exact): Exact {
    return Exact.sum([this, other]);
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    const decimals = this.decimals + other.decimals;
    return new Exact(this.units * other.units, decimals, this.divisor * other.divisor);
  }

  /** @throws when `other` is zero: callers ask first and give a finding */
  over(other: Exact): Exact {
    if (other.isZero()) throw new Error("division by zero");
    const decimals = Math.max(this.decimals, other.decimals);
    const top = this.unitsAt(decimals) * other.divisor;
    const bottom = other.unitsAt(decimals) * this.divisor;
    return bottom < 0n ? Exact.ratio(-top, -bottom) : Exact.ratio(top, bottom);
  }

  negated(): Exact {
    return new Exact(-this.units, this.decimals, this.divisor);
  }

  /** Negative when this is smaller, 0 when equal, positive when larger. */
  compare(other: Exact): number {
    const decimals = Math.max(this.decimals, other.decimals);
    // Two decimals share one divisor: no product is needed, and most comparisons are of those.
    const isOfOneKind = this.divisor === other.divisor;
    const left = this.unitsAt(decimals) * (isOfOneKind ? 1n : other.divisor);
    const right = other.unitsAt(decimals) * (isOfOneKind ? 1n : this.divisor);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.units === 0n;
  }

  isNegative(): boolean {
    return this.units < 0n;
  }

  /**
   * Rounds to `decimals` (0–10 in documents) by a mode that the caller names; there is no default.
   */
  rounded(decimals: number, mode: RoundingMode): Exact {
    const size = (this.units < 0n ? -this.units : this.units) * tenTo(decimals);
    const bottom = tenTo(this.decimals) * this.divisor;
    const [kept, rest] = [size / bottom, size % bottom];
    const up = roundingModes[mode]({
      twice: rest * 2n < bottom ? -1 : rest * 2n > bottom ? 1 : 0,
      none: rest === 0n,
      odd: kept % 2n === 1n,
    });
    const units = up ? kept + 1n : kept;
    return new Exact(this.units < 0n ? -units : units, decimals, 1n);
  }

  /** The whole value: "1249.5", or "1/3" for a fraction that no decimal can write. */
  toText(): string {
    const { units, decimals, divisor } = this.lowest();
    return divisor === 1n ? decimalText(units, decimals) : `${units}/${divisor}`;
  }

  /** In JSON a value is its text, since JSON has no whole numbers of any length. */
  toJSON(): string {
    return this.toText();
  }

  /** The whole value over whole numbers, however many digits they have: "12495/10", "1/3". */
  toRatio(): string {
    const { units, decimals, divisor } = this.lowest();
    return `${units}/${divisor === 1n ? tenTo(decimals) : divisor}`;
  }

  /** A decimal with at most `most` decimals, half-up, without trailing zeros: for printing only. */
  toDecimal(most: number): string {
    return this.rounded(most, "half-up").toText();
  }

  /** A decimal with exactly `decimals` decimals, half-up: for printing only. */
  toFixed(decimals: number): string {
    return decimalText(this.rounded(decimals, "half-up").units, decimals);
  }

  /** Lowest terms are found once and not for each term, which a price form of many rows needs. */
  static sum(terms: readonly Exact[]): Exact {
    let [units, decimals, divisor] = [0n, 0, 1n];
    for (const term of terms) {
      if (term.decimals > decimals) {
        units *= tenTo(term.decimals - decimals);
        decimals = term.decimals;
      }
      const added = term.unitsAt(decimals);
      if (term.divisor === divisor) units += added;
      else {
        const lift = term.divisor / greatestCommonDivisor(divisor, term.divisor);
        divisor *= lift;
        units = units * lift + added * (divisor / term.divisor);
      }
    }
    return divisor === 1n
      ? new Exact(units, decimals, 1n)
      : Exact.ratio(units, divisor * tenTo(decimals));
  }

  /** Σ of the first times the second, the third times the fourth and so on. */
  static sumOfProducts(factors: readonly Exact[]): Exact {
    const products: Exact[] = [];
    for (let n = 0; n + 1 < factors.length; n += 2)
      products.push((factors[n] as Exact).times(factors[n + 1] as Exact));
    return Exact.sum(products);
  }

  static largest(first: Exact, ...rest: readonly Exact[]): Exact {
    return rest.reduce((best, each) => (each.compare(best) > 0 ? each : best), first);
  }

  static smallest(first: Exact, ...rest: readonly Exact[]): Exact {
    return rest.reduce((best, each) => (each.compare(best) < 0 ? each : best), first);
  }

  /** The units when the value is said with as many decimals; it has no more. */
  private unitsAt(decimals: number): bigint {
    return decimals === this.decimals ? this.units : this.units * tenTo(decimals - this.decimals);
  }

  /** The same value as it is written: a fraction in lowest terms, a decimal without trailing zeros. */
  private lowest(): Exact {
    if (this.divisor !== 1n) return Exact.ratio(this.units, this.divisor * tenTo(this.decimals));
    let { units, decimals } = this;
    for (; decimals > 0 && units % 10n === 0n; units /= 10n) decimals -= 1;
    return new Exact(units, decimals, 1n);
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

function decimalText(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return `${units < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const powersOfTen: bigint[] = [];

function tenTo(exponent: number): bigint {
  return (powersOfTen[exponent] ??= 10n ** BigInt(exponent));
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** How often a prime divides a value, and what is left of it. */
function without(value: bigint, prime: bigint): readonly [times: number, rest: bigint] {
  let [times, rest] = [0, value];
  for (; rest % prime === 0n; rest /= prime) times += 1;
  return [times, rest];
}
