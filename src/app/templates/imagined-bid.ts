/**
 * Bids that someone imagines, as people type them: a price in kr, and how much of the quality, in per
 * cent. Nothing is guessed; what is no such bid is given back.
 */
import { Exact } from "../../core/number";
import type { ImaginedBid } from "./side-by-side";

/** An imagined bid as typed: price in kr, quality in per cent. */
export type TypedBid = { readonly price: string; readonly quality: string };

/** The bids A, B, C …, or the first that lacks its price or its quality. */
export function imaginedBids(
  typed: readonly TypedBid[],
):
  | { readonly bids: readonly ImaginedBid[]; readonly refused?: never }
  | { readonly bids?: never; readonly refused: TypedBid } {
  const bids: ImaginedBid[] = [];
  for (const [n, each] of typed.entries()) {
    const bid = imaginedBid(each, String.fromCharCode(65 + n));
    if (!bid) return { refused: each };
    bids.push(bid);
  }
  return { bids };
}

function imaginedBid({ price, quality }: TypedBid, name: string): ImaginedBid | undefined {
  const kronor = imaginedPrice(price);
  const percent = quality.replace(/[\s%]/g, "");
  const isQuality = /^\d{1,3}$/.test(percent) && Number(percent) <= 100;
  return kronor && isQuality ? { name, price: kronor, quality: Number(percent) / 100 } : undefined;
}

/** A price in kr as people type it, "38 000 000 kr"; nothing where it is no price above zero. */
export function imaginedPrice(typed: string): Exact | undefined {
  const kronor = typed.replace(/[\s\u00a0]|kr$/g, "").replace(",", ".");
  const isPrice = /^\d{1,15}(?:\.\d{1,10})?$/.test(kronor) && !Exact.of(kronor).isZero();
  return isPrice ? Exact.of(kronor) : undefined;
}
