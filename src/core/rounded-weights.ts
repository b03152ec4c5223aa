/**
 * Weights that were rounded from fractions: 33.33 three times is 99.99, and was meant as three times
 * 100/3. It finds the fractions, to propose them; it changes no weight.
 */
import { Exact } from "./number";

/** Parts of 100 that no decimal can say, as far as people split weights. */
const divisors = [3, 6, 7, 9, 11, 12] as const;

/**
 * @param weights siblings that do not come to 100
 * @returns the fraction that each weight is a rounding of, if they come to 100; nothing where the
 *   weights are something else
 */
export function fractionsMeant(
  weights: readonly string[],
): { readonly fractions: readonly string[] } | undefined {
  for (const divisor of divisors) {
    const parts = weights.map((weight) => nearestPart(weight, divisor));
    const sum = parts.reduce((total: number, part) => total + (part ?? 0), 0);
    if (sum === divisor && parts.every((part) => part !== undefined))
      return { fractions: parts.map((part) => partOf(part, divisor).toText()) };
  }
  return undefined;
}

/** How many divisorths of 100 a weight is, less than one unit of its last decimal apart. */
function nearestPart(weight: string, divisor: number): number | undefined {
  const value = Exact.of(weight);
  const part = Number(value.times(Exact.count(divisor)).over(Exact.of("100")).toFixed(0));
  const distance = value.minus(partOf(part, divisor));
  const decimals = weight.includes("/") ? 10 : (weight.split(".")[1]?.length ?? 0);
  const unit = Exact.one.over(Exact.of(`1${"0".repeat(decimals)}`));
  const size = distance.isNegative() ? distance.negated() : distance;
  return part > 0 && size.compare(unit) < 0 ? part : undefined;
}

function partOf(part: number, divisor: number): Exact {
  return Exact.count(part * 100).over(Exact.count(divisor));
}
