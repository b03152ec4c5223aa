/**
 * Finds the exact price at which an outcome turns, by halving in the currency's smallest unit and
 * asking the exact engine. It relies on one property of a method and on nothing else: a bid that is
 * ahead at a price is ahead at every lower price.
 */
import { Exact } from "../core/number";

/** The smallest unit of the currency: öre. */
const smallestUnit = Exact.of("0.01");

/**
 * An amount of the smallest unit in kr.
 * @param ore a whole number
 */
export function priceOf(ore: number): Exact {
  return Exact.count(ore).times(smallestUnit);
}

/** A price in whole öre, rounded down. */
function oreOf(price: Exact): number {
  return Number(price.over(smallestUnit).rounded(0, "down").toText());
}

/** The search ends at this many öre: nine trillion kronor. */
const highestOre = 9e14;

/**
 * The highest price ≥ 0 at which `isAhead` still holds; undefined when it holds at no price, and
 * `"any"` when it holds at every price.
 * @param around a price to begin at, in the procurement's currency
 */
export function highestPrice(
  isAhead: (price: Exact) => boolean,
  around: Exact,
): Exact | "any" | undefined {
  if (!isAhead(Exact.zero)) return undefined;
  let [low, high] = [0, Math.min(highestOre, Math.max(1, oreOf(around)))];
  while (isAhead(priceOf(high))) {
    if (high === highestOre) return "any";
    low = high;
    high = Math.min(highestOre, high * 4);
  }
  return priceOf(lastHolding(low, high, (ore) => isAhead(priceOf(ore))));
}

/** The last whole number for which `holds` is true; it must hold at `low` and not at `high`. */
export function lastHolding(low: number, high: number, holds: (value: number) => boolean): number {
  let [last, beyond] = [low, high];
  while (beyond - last > 1) {
    const middle = Math.floor((last + beyond) / 2);
    if (holds(middle)) last = middle;
    else beyond = middle;
  }
  return last;
}
