/**
 * The exact price at which an outcome turns, found by halving in the currency's smallest unit with
 * the exact engine as judge. It relies on one property and on nothing else of a method: if a bid is
 * ahead at a price, it is ahead at every lower one.
 */
import { Exact } from "../core/number";

/** The smallest unit of the currency: öre. */
const smallestUnit = Exact.of("0.01");

/** @param ore a price in the smallest unit */
export function priceOf(ore: number): Exact {
  return Exact.count(ore).times(smallestUnit);
}

/** A price in whole öre, rounded down. */
function oreOf(price: Exact): number {
  return Number(price.over(smallestUnit).rounded(0, "down").toText());
}

/** No offer is looked for above this many öre: nine trillion kronor. */
const highestOre = 9e14;

/**
 * The highest price ≥ 0 at which `isAhead` still holds; nothing when it holds at no such price, and
 * `"any"` when it holds however high the price.
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

/** The last whole number at which something holds, which holds at `low` and not at `high`. */
export function lastHolding(low: number, high: number, holds: (at: number) => boolean): number {
  let [last, beyond] = [low, high];
  while (beyond - last > 1) {
    const middle = Math.floor((last + beyond) / 2);
    if (holds(middle)) last = middle;
    else beyond = middle;
  }
  return last;
}
