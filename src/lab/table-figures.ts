/**
 * Figures as the laboratory's tables show them. Each holds the exact value and the decimals to
 * show, so that a sheet can hold the exact value.
 */
import type { Entry, Figure } from "../content/table";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";

/** A figure with the decimals to show. */
export function figure(exact: Exact, decimals: number): Figure {
  return { exact, decimals };
}

const hundred = Exact.of("100");

/** A part of a whole in per cent, with two decimals; 0 when the whole is 0. */
export function percentage(part: Exact, whole: Exact): Figure {
  return figure(whole.isZero() ? Exact.zero : part.times(hundred).over(whole), 2);
}

/** The price in kr, or the words for any price and for no price. */
export function priceEntry(price: Exact | "any" | undefined, words: Words): Entry {
  if (price === undefined) return words.lab.none;
  return price === "any" ? words.lab.any : figure(price, 2);
}
