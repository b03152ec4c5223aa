/**
 * The bids' prices row by row: what each bid asks, what the others ask, and which price is so far
 * from the others that it may be a misreading. A sign to ask the bidder about and nothing more (LOU
 * 4 kap. 9 §, 19 kap. 15 §): no price is changed here.
 */
import { medianOf } from "../core/arithmetic";
import type { PriceItem } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Inputs } from "../core/inputs";
import { Exact } from "../core/number";
import { rowTotals } from "../core/price";
import { isAsked, isInModel, priceFormOf } from "../core/price-form";
import type { PriceForm } from "../core/price-form";
import type { Step } from "../core/step";

/** A price this many times the median, or this part of it, is far from the others. */
export const farLimit = Exact.of("5");

/** Misreadings that are known by their factor: a decimal, months and years, per cent, thousands. */
export const knownFactors = ["10", "12", "100", "1000"] as const;

/** A known factor is recognised when the price lies within this part of it. */
const nearness = Exact.of("0.1");

/** What differs: times a known factor or a part of it, only far, or below zero as no other is. */
export type FarKind = (typeof knownFactors)[number] | "far" | "negative";

export type FarPrice = {
  readonly kind: FarKind;
  readonly isAbove: boolean;
  /** Of the bids that are not rejected; of two bids the price of the other. */
  readonly median: Exact;
  /** The price in medians. */
  readonly times: Exact;
};

/** One bid's figure in one row. */
export type ComparedCell = {
  readonly bid: BidEvaluation;
  readonly isAsked: boolean;
  readonly price: Step;
  /** What the row adds to the bid's price; nothing where the row is not counted or not filled in. */
  readonly total: Step | undefined;
  readonly far?: FarPrice;
};

export type ComparedRow = { readonly item: PriceItem; readonly cells: readonly ComparedCell[] };

/** Every price row with a cell for each bid that is priced by rows. */
export function comparePrices({ document, bids }: Evaluation): ComparedRow[] {
  const priced = bids.filter(({ bid }) => bid.prices !== undefined);
  if (document.priceItems.length === 0 || priced.length < 2) return [];
  const form = priceFormOf(document, new Inputs(document));
  const totals = priced.map(
    ({ price }) => new Map(rowTotals(price).map((total) => [total.about.id, total])),
  );
  return document.priceItems.map((item) => ({
    item,
    cells: withFarPrices(
      item,
      priced.map((bid, n) => cellOf(item, bid, form, totals[n]?.get(item.id))),
    ),
  }));
}

function cellOf(
  item: PriceItem,
  bid: BidEvaluation,
  form: PriceForm,
  total: Step | undefined,
): ComparedCell {
  return {
    bid,
    isAsked: item.amount === undefined ? isAsked(item, bid.bid) : isInModel(item, bid.bid),
    price: (item.amount === undefined && total && priceIn(total)) || form.figure(item, bid.bid),
    total,
  };
}

/** The very step that a row total is made of, so that both are one figure wherever they are shown. */
function priceIn(step: Step): Step | undefined {
  if (step.about.what === "unit-price") return step;
  for (const part of step.from as readonly Step[]) {
    const found = priceIn(part);
    if (found) return found;
  }
  return undefined;
}

/** Whether the bid counts among the others: a rejected one is shown, and no median is made of it. */
export function isCompared({ bid }: ComparedCell): boolean {
  return bid.standing.value !== "rejected";
}

function withFarPrices(item: PriceItem, cells: readonly ComparedCell[]): readonly ComparedCell[] {
  if (item.amount !== undefined || areNear(cells)) return cells;
  const asked = cells.filter((cell) => cell.isAsked && isCompared(cell));
  const common = medianOf(asked.flatMap(({ price }) => price.value ?? []));
  return cells.map((cell) => {
    const { value } = cell.price;
    if (!cell.isAsked || value === undefined) return cell;
    const median = beside(cell, asked) ?? common;
    const far = median && farFrom(value, median);
    return far ? { ...cell, far } : cell;
  });
}

/**
 * The other price of a row that only two bids price: half-way between them neither is far. A median
 * of three or more is moved little by one misreading, so it is the same for every bid.
 */
function beside(cell: ComparedCell, asked: readonly ComparedCell[]): Exact | undefined {
  const priced = asked.filter(({ price }) => price.value !== undefined);
  return priced.length === 2 && priced.includes(cell)
    ? priced.find((other) => other !== cell)?.price.value
    : undefined;
}

/** Whether no price can be far from any median of them, as of most rows; a median costs a sort. */
function areNear(cells: readonly ComparedCell[]): boolean {
  const [first, ...rest] = cells.flatMap(({ price }) => price.value ?? []);
  if (!first) return true;
  const [lowest, highest] = [Exact.smallest(first, ...rest), Exact.largest(first, ...rest)];
  return lowest.compare(Exact.zero) > 0 && highest.compare(lowest.times(farLimit)) < 0;
}

/** How far a price is from the median; nothing where it is near, or cannot be told. */
export function farFrom(price: Exact, median: Exact): FarPrice | undefined {
  if (median.compare(Exact.zero) <= 0 || price.isZero()) return undefined;
  const times = price.over(median);
  if (price.isNegative()) return { kind: "negative", isAbove: false, median, times };
  const isAbove = times.compare(Exact.one) > 0;
  const factor = isAbove ? times : Exact.one.over(times);
  if (factor.compare(farLimit) < 0) return undefined;
  return { kind: nearestFactor(factor) ?? "far", isAbove, median, times };
}

/** The known factor that is nearest, as a part of itself. */
function nearestFactor(factor: Exact): (typeof knownFactors)[number] | undefined {
  const [nearest] = knownFactors
    .map((known) => {
      const of = Exact.of(known);
      const away = factor.minus(of).over(of);
      return { known, away: away.isNegative() ? away.negated() : away };
    })
    .filter(({ away }) => away.compare(nearness) <= 0)
    .sort((a, b) => a.away.compare(b.away));
  return nearest?.known;
}
