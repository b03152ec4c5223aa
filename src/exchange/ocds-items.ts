/**
 * Price rows as OCDS items: what is procured, and what each bid asks for a unit of it. A row in per
 * cent is no item, nor a cost that the authority has published. A secret price is left out, and with it
 * every price of its bid. It reads
 * prices and computes none.
 */
import { own } from "../core/document/schema";
import type { Bid, PriceItem } from "../core/document/schema";
import { hasSecretInPrice } from "../core/document/redact";
import type { BidEvaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { priceCorrections } from "../core/price-as-offered";
import { isAsked, isPercentRow } from "../core/price-form";
import { quantityTogether } from "../core/row-quantities";
import type { Release } from "./ocds-release";
import { nonEmpty } from "./ocds-release";

/** The rows that bids price, without prices; nothing where bids are one total. */
export function tenderItems({ evaluation: { document } }: Release): { readonly items?: object[] } {
  const items = document.priceItems.filter(isItem).map((item) => itemOf(item));
  return items.length === 0 ? {} : { items };
}

/** The rows that one bid prices, in the first release as offered and in the last as corrected. */
export function bidItems(
  { bid, price }: BidEvaluation,
  { evaluation: { document }, secrets, isFinal }: Release,
): { readonly items?: object[] } {
  if (price.offered.value === undefined || bid.prices === undefined) return {};
  const corrected = isFinal
    ? new Map(priceCorrections(document, bid.id).map((each) => [each.of, each.new]))
    : new Map<string | undefined, string>();
  const { currency } = document.procurement;
  const isSecret = hasSecretInPrice(secrets, bid.id, document);
  const items = document.priceItems
    .filter((item) => isItem(item) && isAsked(item, bid))
    .flatMap((item) => {
      const text = corrected.get(item.id) ?? priceIn(bid, item);
      if (text === undefined) return [];
      if (isSecret) return [itemOf(item)];
      return [itemOf(item, { amount: Number(Exact.of(text).toDecimal(10)), currency })];
    });
  return items.length === 0 ? {} : { items };
}

function isItem(item: PriceItem): boolean {
  return item.amount === undefined && !isPercentRow(item);
}

function priceIn({ prices = {} }: Bid, { id }: PriceItem): string | undefined {
  return own(prices, id);
}

/** @param value of one unit */
function itemOf(
  { id, name, unit, quantity, quantities }: PriceItem,
  value?: { readonly amount: number; readonly currency: string },
): object {
  return {
    id,
    ...nonEmpty({ description: name }),
    quantity: Number(Exact.of(quantityTogether({ quantity, quantities })).toDecimal(10)),
    unit: { ...nonEmpty({ name: unit }), ...(value ? { value } : {}) },
  };
}
