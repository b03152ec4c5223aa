/**
 * Self-checks of a price form: the order of its rows means nothing, a row written as two halves costs
 * the same, and what the authorities pay comes to the common price. They hold for every form, so one
 * that does not is an error of the program.
 */
import { effectiveDocument } from "../core/document/effective";
import type { Bid, PriceItem } from "../core/document/schema";
import type { ContractEvaluation, Evaluation } from "../core/evaluate";
import { Inputs } from "../core/inputs";
import { Exact } from "../core/number";
import type { PublishedForm } from "../core/price-form";
import { evaluated, isPercentRow, PriceForm } from "../core/price-form";
import type { Step } from "../core/step";
import { amountOf } from "./ranked-document";

type PriceFormCheck = { readonly name: "rows" | "halves" | "parts"; readonly holds: boolean };

/** The checks that have something to check; none where bids are one total. */
export function priceFormChecks(evaluation: Evaluation): PriceFormCheck[] {
  const { model, priceItems, bids } = effectiveDocument(evaluation.document);
  const inRows = bids.filter(({ prices }) => prices !== undefined);
  return [
    ...(inRows.length > 0 ? rowChecks({ model, priceItems }, inRows) : []),
    ...(model.authorities ? [{ name: "parts" as const, holds: arePartsWhole(evaluation) }] : []),
  ];
}

/** Of a larger form than so many prices, bids from the first to the last are tried. */
const mostPrices = 2000;

function rowChecks({ model, priceItems }: PublishedForm, bids: readonly Bid[]): PriceFormCheck[] {
  const most = Math.max(2, Math.floor(mostPrices / Math.max(1, priceItems.length)));
  const every = Math.ceil(bids.length / most);
  const tried = bids.filter((_, n) => n % every === 0);
  const known = pricesOf({ model, priceItems }, tried);
  const isSame = (items: readonly PriceItem[], priced: readonly Bid[]) =>
    pricesOf({ model, priceItems: [...items] }, priced).every((price, n) =>
      areEqual(price, known[n]),
    );
  const halves = halved(priceItems, tried);
  // Where the halves read backwards come to the same price, neither need be tried by itself.
  const areBoth = isSame([...halves.items].reverse(), halves.bids);
  const rows = () => isSame([...priceItems].reverse(), tried);
  return [
    // Discounts and fees multiply, so that their order means nothing either.
    ...(priceItems.length > 1 ? [{ name: "rows" as const, holds: areBoth || rows() }] : []),
    ...(halves.items.length > priceItems.length
      ? [{ name: "halves" as const, holds: areBoth || isSame(halves.items, halves.bids) }]
      : []),
  ];
}

/** What each bid's rows come to together, published costs among them. */
function pricesOf(published: PublishedForm, bids: readonly Bid[]): (Exact | undefined)[] {
  const form = new PriceForm(published, new Inputs(undefined));
  return bids.map((bid) => {
    const totals = form.rows(bid, evaluated).map(({ value }) => value);
    const known = totals.filter((value) => value !== undefined);
    return known.length < totals.length ? undefined : Exact.sum(known);
  });
}

/** No id of a document has this sign. */
const mark = "½";

/**
 * Every row whose price follows its quantity, as two of half the quantity at the same price. One of a
 * stair or a band does not, and a row that a discount or a fee is taken of has it once.
 */
function halved(
  items: readonly PriceItem[],
  bids: readonly Bid[],
): { readonly items: readonly PriceItem[]; readonly bids: readonly Bid[] } {
  const bases = new Set(items.flatMap(({ on }) => on ?? []));
  const linear = new Set(
    items
      .filter((item) => !isPercentRow(item) && item.tier === undefined && !bases.has(item.id))
      .map(({ id }) => id),
  );
  const idsOf = (id: string) => (linear.has(id) ? [`${id}${mark}1`, `${id}${mark}2`] : [id]);
  return {
    items: items.flatMap((item) =>
      linear.has(item.id) ? idsOf(item.id).map((id) => ({ ...halfOf(item), id })) : [item],
    ),
    bids: bids.map((bid) => ({
      ...bid,
      prices: Object.fromEntries(
        Object.entries(bid.prices ?? {}).flatMap(([id, price]) =>
          idsOf(id).map((half) => [half, price] as const),
        ),
      ),
    })),
  };
}

function halfOf(item: PriceItem): PriceItem {
  const half = (quantity: string) => amountOf(Exact.of(quantity).over(Exact.of("2")));
  return {
    ...item,
    ...(item.quantity === undefined ? {} : { quantity: half(item.quantity) }),
    ...(item.quantities && {
      quantities: Object.fromEntries(
        Object.entries(item.quantities).map(([id, quantity]) => [id, half(quantity)]),
      ),
    }),
  };
}

/**
 * Where every authority's own part is known, they add up to the common price; and what a separate
 * contract is evaluated on is the authority's own part.
 */
function arePartsWhole({ bids, contracts }: Evaluation): boolean {
  return bids.every(({ price: { byAuthority, whole } }, n) => {
    const parts = [...byAuthority.values()].map(({ value }) => value);
    const known = parts.filter((value) => value !== undefined);
    const isWhole =
      known.length < parts.length || !whole.value || areEqual(Exact.sum(known), whole.value);
    return isWhole && contracts.every((each) => isOwnPart(each, n, byAuthority));
  });
}

function isOwnPart(
  { authority, evaluation }: ContractEvaluation,
  bid: number,
  byAuthority: ReadonlyMap<string, Step>,
): boolean {
  const own = evaluation.bids[bid]?.price.whole.value;
  const part = byAuthority.get(authority.id)?.value;
  return !own || !part || own.equals(part);
}

function areEqual(one: Exact | undefined, other: Exact | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}
