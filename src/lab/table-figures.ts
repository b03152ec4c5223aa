/**
 * Figures as the laboratory's tables show them. The exact value is kept beside the decimals to show,
 * so that a sheet can hold it in full.
 */
import type { Entry, Figure } from "../content/table";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";

/** A figure with the decimals to show. */
export function figure(exact: Exact, decimals: number): Figure {
  return { exact, decimals };
}

const hundred = Exact.of("100");

/** Per cent that a part is of a whole, with two decimals; 0 of nothing. */
export function percentage(part: Exact, whole: Exact): Figure {
  return figure(whole.isZero() ? Exact.zero : part.times(hundred).over(whole), 2);
}

/** kr, or in words that any price or none will do. */
export function priceEntry(price: Exact | "any" | undefined, words: Words): Entry {
  if (price === undefined) return words.lab.none;
  return price === "any" ? words.lab.any : figure(price, 2);
}
