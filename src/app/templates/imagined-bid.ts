/**
 * Bids that someone imagines, as people type them: a price, read as a cell of the price sheet is, and
 * how much of the quality, in whole per cent. Nothing is guessed; what is no such bid is given back.
 */
import { Exact } from "../../core/number";
import { CellDecoder } from "../../sheet/decode-cell";
import type { Words } from "../../words/sv/words";
import type { ImaginedBid } from "./side-by-side";

/** An imagined bid as typed: price, quality in per cent. */
export type TypedBid = { readonly price: string; readonly quality: string };

/** Which part of which bid is not there or cannot be read, what was typed, and the currency asked for. */
export type RefusedBid = {
  readonly bid: string;
  readonly part: "price" | "quality";
  readonly typed: string;
  readonly currency: string;
};

/**
 * The bids A, B, C …, and every price and quality that is missing or cannot be read; a blank bid takes
 * its letter and is left out.
 * @param currency what the prices are in; one in another is refused
 * @param all every language that a price may be typed in
 */
export function imaginedBids(
  typed: readonly TypedBid[],
  currency: string,
  all: readonly Words[],
): { readonly bids: readonly ImaginedBid[]; readonly refused: readonly RefusedBid[] } {
  const bids: ImaginedBid[] = [];
  const refused: RefusedBid[] = [];
  for (const [n, { price, quality }] of typed.entries()) {
    const name = String.fromCharCode(65 + n);
    if (price.trim() === "" && quality.trim() === "") continue;
    const amount = imaginedPrice(price, currency, all);
    const share = imaginedQuality(quality);
    if (!amount) refused.push({ bid: name, part: "price", typed: price, currency });
    if (share === undefined) refused.push({ bid: name, part: "quality", typed: quality, currency });
    if (amount && share !== undefined) bids.push({ name, price: amount, quality: share });
  }
  return { bids, refused };
}

/** A quality in whole per cent, "80" or "80 %", as a share. */
function imaginedQuality(typed: string): number | undefined {
  const percent = typed.replace(/[\s%]/g, "");
  return /^\d{1,3}$/.test(percent) && Number(percent) <= 100 ? Number(percent) / 100 : undefined;
}

/**
 * A price as people type it, "38 000 000 kr"; nothing where it is no price above zero, is in another
 * currency, or can be read in two ways.
 */
export function imaginedPrice(
  typed: string,
  currency: string,
  all: readonly Words[],
): Exact | undefined {
  const cell = { kind: "text", value: typed } as const;
  const { value } = new CellDecoder(all, currency).decode({ kind: "decimal" }, cell, {});
  const price = typeof value === "string" ? Exact.of(value) : undefined;
  return price && price.compare(Exact.zero) > 0 ? price : undefined;
}
