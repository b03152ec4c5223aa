/**
 * The figures of the price comparison as steps: the lowest, the median and the highest of a row, the
 * spread between them, sums of rows and shares of a sum. A sheet can so compute each of them again.
 * It judges no price.
 */
import { largest, median, product, quotient, smallest, sum } from "../core/arithmetic";
import type { PriceItem } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { rowTotals } from "../core/price";
import type { Step } from "../core/step";
import { fixed } from "../core/step";
import type { ComparedCell, ComparedRow } from "./price-comparison";
import { isCompared } from "./price-comparison";

/** What one row comes to over the bids; a figure is missing where no bid has one. */
export type RowSpread = {
  readonly lowest: Step;
  readonly median: Step;
  readonly highest: Step;
  /** Highest ÷ lowest; nothing where the lowest is not above zero. */
  readonly ratio?: Step;
};

/** A row with its figures over the bids. */
export type MeasuredRow = ComparedRow & {
  readonly prices: RowSpread;
  readonly totals: RowSpread;
  /** What each bid's row total is of the bid's sum, in per cent; in the order of the cells. */
  readonly shares: readonly (Step | undefined)[];
};

/** The rows with their figures; what rejected bids ask is in none of those over the bids. */
export function measureRows(
  rows: readonly ComparedRow[],
  sums: ReadonlyMap<BidEvaluation, Step>,
): MeasuredRow[] {
  return rows.map((row) => ({
    ...row,
    prices: spreadOver(
      row.item.id,
      comparedSteps(row.cells, ({ price }) => price),
    ),
    totals: spreadOver(
      row.item.id,
      comparedSteps(row.cells, ({ total }) => total),
    ),
    shares: row.cells.map((cell) => shareOf(row.item, cell, sums.get(cell.bid))),
  }));
}

/** The lowest, median and highest of these figures, and what the highest is to the lowest. */
export function spreadOver(id: string, steps: readonly Step[]): RowSpread {
  const [lowest, highest] = [
    smallest({ what: "lowest-in-row", id }, steps),
    largest({ what: "highest-in-row", id }, steps),
  ];
  const isAboveZero = lowest.value !== undefined && lowest.value.compare(Exact.zero) > 0;
  return {
    lowest,
    median: median({ what: "median-in-row", id }, steps),
    highest,
    ...(isAboveZero ? { ratio: quotient({ what: "spread-in-row", id }, highest, lowest) } : {}),
  };
}

/** The figures of bids that are not rejected, where they are known. */
export function comparedSteps(
  cells: readonly ComparedCell[],
  of: (cell: ComparedCell) => Step | undefined,
): Step[] {
  return cells.filter(isCompared).flatMap((cell) => {
    const step = of(cell);
    return step?.value === undefined ? [] : [step];
  });
}

/** What a bid's rows come to together: those that it prices, the published ones, or both. */
export function sumOfRows(
  { bid: { id: bid }, price }: BidEvaluation,
  which: "offered" | "published" | "both",
): Step {
  const parts = {
    offered: price.offered.from as readonly Step[],
    published: (price.publishedCosts?.from ?? []) as readonly Step[],
    both: rowTotals(price),
  }[which];
  return sum({ what: "sum-of-rows", bid, detail: which }, parts);
}

/** Per cent of the bid's sum; nothing where that sum is not above zero or not known. */
function shareOf(
  { id }: PriceItem,
  { total, bid }: ComparedCell,
  whole: Step | undefined,
): Step | undefined {
  if (!total?.value || !whole?.value || whole.value.compare(Exact.zero) <= 0) return undefined;
  const about = { what: "share-of-sum", bid: bid.bid.id, id } as const;
  const hundred = fixed({ what: "per-cent" }, Exact.of("100"));
  return quotient(about, product(about, [total, hundred]), whole);
}
