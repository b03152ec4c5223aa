/**
 * How far one bid's price in one row may change before another bid comes first, or must change before
 * it comes first itself: the highest price at which the bid leads, carried to each of its rows by what
 * the row multiplies. No bid is evaluated again, and it is never advice to change a price.
 */
import type { PriceItem } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { rowTotals } from "../core/price";
import { isPercentRow } from "../core/price-form";
import type { Step } from "../core/step";
import type { PriceTip } from "./tipping-points";

/** A price in one row, and the last one at which the bid leads alone, all else as it is. */
export type RowTip = {
  readonly bid: string;
  readonly row: string;
  readonly name: string;
  readonly from: Exact;
  readonly to: Exact;
};

/** How many of the rows that need the least change are told. */
const most = 10;

/**
 * The rows that need the least change in per cent of their price; of equals, in the order of the bids
 * and rows. None where rows depend on each other: per cent of a sum, and blank rows that others fill.
 */
export function rowTips({ document, bids }: Evaluation, prices: readonly PriceTip[]): RowTip[] {
  const { priceItems } = document;
  if (priceItems.some(isPercentRow) || bids.some(({ price }) => price.rowFigures.length > 0))
    return [];
  const items = new Map(priceItems.map((item) => [item.id, item]));
  const tips = prices.flatMap(({ bid: id, offered, highest }) => {
    const bid = bids.find((each) => each.bid.id === id);
    if (!bid || !(highest instanceof Exact)) return [];
    const room = highest.minus(offered);
    return pricedRows(bid).flatMap(({ row, figure, total }): Turning[] => {
      const item = items.get(row);
      const turn = item && turnWithin(item, figure, room.over(total));
      return turn ? [{ bid: id, item, from: figure, ...turn }] : [];
    });
  });
  return tips
    .sort((a, b) => a.change.compare(b.change))
    .slice(0, most)
    .map(({ bid, item: { id: row, name }, from, to }) => ({ bid, row, name, from, to: to() }));
}

/** A row's price where the outcome turns, and how far that is in parts of the price, either way. */
type Turn = { readonly change: Exact; readonly to: () => Exact };
type Turning = Turn & { readonly bid: string; readonly item: PriceItem; readonly from: Exact };

type PricedRow = { readonly row: string; readonly figure: Exact; readonly total: Exact };

/** The rows that the bid prices above zero, each with what it multiplies its figure to. */
function pricedRows({ price }: BidEvaluation): PricedRow[] {
  return rowTotals(price).flatMap((total): PricedRow[] => {
    const [figure] = (total.rule.kind === "negated" ? total.from[0]?.from : total.from) ?? [];
    if (!figure || !isOwnFigure(figure as Step) || !total.value) return [];
    const { value } = figure as Step;
    if (!value || value.compare(Exact.zero) <= 0 || total.value.isZero()) return [];
    return [{ row: total.about.id ?? "", figure: value, total: total.value }];
  });
}

/** A figure over years that are each rounded is not multiplied by one factor. */
function isOwnFigure({ about: { what } }: Step): boolean {
  return what === "unit-price" || what === "clarified";
}

/**
 * The price where the outcome turns: the row's ceiling where that comes first, since a bid above it is
 * rejected. Nothing where the row alone cannot turn it: below zero, or below the row's lowest price.
 * @param change of the price that turns it, in parts of the price
 */
function turnWithin({ ceiling, floor }: PriceItem, from: Exact, change: Exact): Turn | undefined {
  const to = () => from.plus(from.times(change));
  if (change.isNegative()) {
    const isBelow =
      change.compare(minusOne) < 0 || (floor !== undefined && to().compare(Exact.of(floor)) < 0);
    return isBelow ? undefined : { change: change.negated(), to };
  }
  const highest = ceiling === undefined ? undefined : Exact.of(ceiling);
  if (!highest || highest.compare(to()) >= 0) return { change, to };
  return { change: highest.minus(from).over(from), to: () => highest };
}

const minusOne = Exact.one.negated();
