/**
 * Prices that look like a token: next to nothing beside what the others ask, or a krona or less for
 * an hour's work. They may be misread, strategic or abnormally low, so a person is asked whatever
 * limits are stated. No price is by itself a reason to reject (LOU 16 kap. 7 §, 19 kap. 18 §).
 */
import { medianOf } from "../core/arithmetic";
import { effectiveDocument } from "../core/document/effective";
import type { Bid, PriceItem } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { isPercentRow } from "../core/price-form";
import { Exact } from "../core/number";

/** One price to ask about; without `item` it is the bid's total. */
export type TokenPrice = {
  readonly bid: string;
  readonly item?: PriceItem;
  readonly price: Exact;
  /** The median of what the other compared bids ask; missing when none does. */
  readonly median?: Exact;
};

/** So many times lower than the median of the others is asked about. */
const timesBelow = Exact.of("100");

/** Every price to ask about, bid by bid in document order; rejected bids are left out. */
export function tokenPrices({ document, bids }: Evaluation): TokenPrice[] {
  const out = new Set(
    bids.flatMap(({ bid, standing }) => (standing.value === "rejected" ? [bid.id] : [])),
  );
  const compared = effectiveDocument(document).bids.filter(({ id }) => !out.has(id));
  const isFixed = document.model.method.type === "fixed-price";
  const found = new Map<string, TokenPrice[]>(compared.map(({ id }) => [id, []]));
  const inKronor = document.priceItems.filter(
    (item) => !isPercentRow(item) && item.effect !== "credit",
  );
  const columns = [...(isFixed ? [] : [undefined]), ...inKronor];
  for (const item of columns)
    for (const token of tokens(compared, item)) found.get(token.bid)?.push(token);
  return [...found.values()].flat();
}

/** A bid's price of one row, or its total. */
type Asked = { readonly bid: Bid; readonly price: Exact };

function pricesOf(bids: readonly Bid[], item: PriceItem | undefined): Asked[] {
  return bids.flatMap((bid) => {
    const text = item ? bid.prices && own(bid.prices, item.id) : bid.price;
    return text === undefined ? [] : [{ bid, price: Exact.of(text) }];
  });
}

/** The tokens among the prices of one row, or among the totals of bids without a price form. */
function tokens(bids: readonly Bid[], item: PriceItem | undefined): TokenPrice[] {
  const asked = pricesOf(bids, item);
  const [first, ...rest] = asked.map(({ price }) => price);
  if (!first) return [];
  // No median is above the highest price, so that most rows need no median at all.
  const suspect = Exact.largest(first, ...rest).over(timesBelow);
  return asked.flatMap(({ bid, price }): TokenPrice[] => {
    if (!item && bid.prices !== undefined) return [];
    // Bids that all ask a krona for an hour are as strange as one that does.
    const isToken = (!item || item.category === "consulting") && price.compare(Exact.one) <= 0;
    if (!isToken && price.compare(suspect) > 0) return [];
    const median = medianOf(asked.flatMap((other) => (other.bid.id === bid.id ? [] : other.price)));
    const isFarBelow =
      median !== undefined &&
      median.compare(Exact.zero) > 0 &&
      price.times(timesBelow).compare(median) <= 0;
    return isFarBelow || isToken
      ? [{ bid: bid.id, price, ...(item ? { item } : {}), ...(median ? { median } : {}) }]
      : [];
  });
}
