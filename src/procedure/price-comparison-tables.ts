/**
 * The price comparison as tables: prices to ask about first, then stated sums, blanks and words, the
 * parts of each price, and every row with all bids. A reader sees what was computed elsewhere; the
 * tables change no price.
 */
import type { Entry, Section } from "../content/table";
import { quotient } from "../core/arithmetic";
import type { PriceItem } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { isPercentRow } from "../core/price-form";
import { priceAt } from "../core/place";
import { amountText, standingText, uncomparedPriceName } from "../words/sentences";
import { withId } from "../words/named-id";
import type { Words } from "../words/sv/words";
import type { Step } from "../core/step";
import { quantityTogether } from "../core/row-quantities";
import type { ComparedCell, FarPrice } from "./price-comparison";
import { comparePrices, farLimit } from "./price-comparison";
import type { MeasuredRow, RowSpread } from "./price-comparison-figures";
import { comparedSteps, measureRows, spreadOver, sumOfRows } from "./price-comparison-figures";
import { priceSumSections, statedSection } from "./price-sum-tables";
import { amount, figure, made, none, orNone, withRows } from "./table-cells";

/** What the tables are made of; `unread` is what stands in price cells that are no price, by place. */
type Compared = {
  readonly evaluation: Evaluation;
  readonly rows: readonly MeasuredRow[];
  readonly bids: readonly BidEvaluation[];
  readonly sums: Sums;
  readonly unread: ReadonlyMap<string, string>;
  readonly words: Words;
};

/** What each bid's rows come to together. */
type Sums = ReadonlyMap<BidEvaluation, Step>;

/** Tables only where at least two bids are priced by rows. */
export function priceComparisonSections(evaluation: Evaluation, words: Words): Section[] {
  const found = comparePrices(evaluation);
  const bids = found[0]?.cells.map(({ bid }) => bid) ?? [];
  if (bids.length === 0) return [];
  const unread = new Map(
    evaluation.findings.flatMap(({ isLost, where, details: { seen } }) =>
      isLost && typeof seen === "string" ? [[where, seen] as const] : [],
    ),
  );
  const sums = new Map(bids.map((bid) => [bid, sumOfRows(bid, "both")]));
  const rows = measureRows(found, sums);
  const compared: Compared = { evaluation, rows, bids, sums, unread, words };
  const sections = withRows([
    farSection(compared),
    statedSection(bids, words),
    blankSection(compared),
    ...priceSumSections(evaluation.document, bids, words, isInFull(compared)),
    unitPriceSection(compared),
    ...(isInFull(compared) ? [totalSection(compared), shareSection(compared)] : []),
  ]);
  return isInFull(compared) ? sections : sections.map(asValues);
}

/** More prices than these are compared by unit price alone: the sheet must not be waited for. */
const mostInFull = 10_000;

function isInFull({ rows, bids }: Pick<Compared, "rows" | "bids">): boolean {
  return rows.length * bids.length <= mostInFull;
}

/** The same table with figures that no sheet computes again. */
function asValues(section: Section): Section {
  const asValue = (entry: Entry): Entry =>
    typeof entry === "string" ? entry : { exact: entry.exact, decimals: entry.decimals };
  return { ...section, rows: section.rows.map((row) => row.map(asValue)) };
}

function farSection({ rows, words }: Compared): Section {
  const text = words.priceComparison;
  const found = rows.flatMap((row) =>
    row.cells.flatMap(({ far, price, bid }, n): Entry[][] => {
      if (!far) return [];
      return [
        [
          withId(row.item),
          text.farKinds[far.kind][far.isAbove ? 0 : 1] ?? "",
          bidName(bid, words),
          made(price),
          ...timesMedian(price, far, row),
          orNone(made(row.shares[n], 2)),
        ],
      ];
    }),
  );
  const { reason, median, times, share } = text.farColumns;
  return {
    title: text.far,
    note: text.farNote(farLimit.toText()),
    columns: [text.row, reason, text.bid, text.price, median, times, share],
    rows: found.length > 0 ? found : [[text.noFar]],
  };
}

/** The median and the price in medians; of two bids the median is the price of the other. */
function timesMedian(price: Step, far: FarPrice, { item, prices, cells }: MeasuredRow): Entry[] {
  const median = [prices.median, ...cells.map((cell) => cell.price)].find(
    (each) => each !== price && each.value?.equals(far.median),
  );
  if (!median) return [amount(far.median), figure(far.times, 3)];
  return [made(median), made(quotient({ what: "in-medians", id: item.id }, price, median), 3)];
}

/** Prices that are asked for and are not there, those that are words, and those that are zero. */
function blankSection({ rows, unread, words }: Compared): Section {
  const text = words.priceComparison;
  return {
    title: text.blanks,
    note: text.blanksNote,
    columns: [text.row, text.meaning, text.bid, text.stands],
    rows: rows.flatMap(({ item, cells }) =>
      cells.flatMap((cell) => {
        const state = stateOf(item, cell, unread);
        if (item.amount !== undefined || state === undefined) return [];
        return [
          [
            withId(item),
            text.meanings[state],
            bidName(cell.bid, words),
            state === "zero" ? figure(Exact.zero, 0) : shownPrice(item, cell, { unread, words }),
          ],
        ];
      }),
    ),
  };
}

/** Why a price is not one like the others; nothing where it is, or where none is asked for. */
function stateOf(
  { id, required }: PriceItem,
  { bid, price, isAsked }: ComparedCell,
  unread: Compared["unread"],
): keyof Words["priceComparison"]["meanings"] | undefined {
  if (!isAsked) return undefined;
  if (price.value) return price.value.isZero() ? "zero" : undefined;
  if (price.rule.kind === "withheld") return "withheld";
  if (unread.has(priceAt(bid.bid.id, id))) return "word";
  return required === false ? "optional" : "missing";
}

function unitPriceSection(compared: Compared): Section {
  const { rows, bids, words } = compared;
  const text = words.priceComparison;
  return {
    title: text.unitPrices,
    note: isInFull(compared)
      ? text.unitPricesNote
      : `${text.unitPricesNote} ${text.tooMany(words.number(String(mostInFull)))}`,
    columns: [
      text.row,
      text.remark,
      text.unit,
      text.quantity,
      ...statisticNames(words),
      text.spread,
      ...bids.map((bid) => bidName(bid, words)),
    ],
    rows: rows
      .filter(({ item }) => item.amount === undefined)
      .map(({ item, cells, prices }) => {
        return [
          withId(item),
          remarkOf(cells, words),
          item.unit,
          isPercentRow(item) ? "" : amount(Exact.of(quantityTogether(item))),
          ...statistics(prices),
          orNone(made(prices.ratio, 2)),
          ...cells.map((cell) =>
            cell.price.value ? made(cell.price) : shownPrice(item, cell, compared),
          ),
        ];
      }),
  };
}

function totalSection({ rows, bids, sums, words }: Compared): Section {
  const text = words.priceComparison;
  return {
    title: text.rowTotals,
    note: text.rowTotalsNote,
    columns: [
      text.row,
      text.category,
      ...statisticNames(words),
      ...bids.map((bid) => bidName(bid, words)),
    ],
    rows: [
      ...rows.map(({ item, cells, totals }) => [
        withId(item),
        words.categories[item.category],
        ...statistics(totals),
        ...cells.map(({ total }) => made(total)),
      ]),
      ...sumsOf(bids, sums, words).map(([name, of]) => [
        name,
        "",
        ...statistics(
          spreadOver(
            "",
            comparedSteps(rows[0]?.cells ?? [], ({ bid }) => of(bid)),
          ),
        ),
        ...bids.map((bid) => made(of(bid))),
      ]),
    ],
  };
}

/** What the row totals come to; published costs apart, as they are no part of what a bidder asks. */
function sumsOf(
  bids: readonly BidEvaluation[],
  sums: Sums,
  words: Words,
): (readonly [name: string, of: (bid: BidEvaluation) => Step | undefined])[] {
  const total = [words.priceComparison.total, (bid: BidEvaluation) => sums.get(bid)] as const;
  if (bids.every(({ price }) => price.publishedCosts === undefined)) return [total];
  const [offered, published] = (["offered", "published"] as const).map(
    (which) => new Map(bids.map((bid) => [bid, sumOfRows(bid, which)])),
  );
  return [
    [uncomparedPriceName(bids, words), (bid) => offered?.get(bid)],
    [words.names["published-costs"], (bid) => published?.get(bid)],
    total,
  ];
}

function shareSection({ rows, bids, words }: Compared): Section {
  const text = words.priceComparison;
  return {
    title: text.shares,
    columns: [text.row, "", ...bids.map((bid) => bidName(bid, words))],
    rows: rows.map(({ item, shares }) => [
      withId(item),
      "",
      ...shares.map((share) => orNone(made(share, 2))),
    ]),
  };
}

function statisticNames({ priceComparison: text }: Words): string[] {
  return [text.lowest, text.median, text.highest];
}

function statistics({ lowest, median, highest }: RowSpread): Entry[] {
  return [lowest, median, highest].map((step) => made(step));
}

/** Which bids are far off, and which prices are not the ones that were offered. */
function remarkOf(cells: readonly ComparedCell[], words: Words): string {
  const text = words.priceComparison;
  const far = cells.flatMap(({ far: found, bid }) => (found ? [bidName(bid, words)] : []));
  const corrected = cells.flatMap(({ bid, price }) => {
    const [before, now] = price.from;
    if (price.rule.kind !== "corrected") return [];
    const shown = [before?.value, now?.value].map((value) =>
      value instanceof Exact ? amountText(value, undefined, words) : text.blank,
    );
    return [
      text.corrected(bidName(bid, words), shown[0] ?? "", shown[1] ?? "", now?.about.detail ?? ""),
    ];
  });
  return [...(far.length > 0 ? [text.farMark(far.join(", "))] : []), ...corrected].join("; ");
}

/** What stands in a cell without a price: nothing, a word, or a price that does not count. */
function shownPrice(
  { id }: PriceItem,
  { bid: { bid }, isAsked, price }: ComparedCell,
  { unread, words }: Pick<Compared, "unread" | "words">,
): string {
  if (!isAsked) return none;
  const [given] = price.from;
  if (given?.value instanceof Exact) return amountText(given.value, undefined, words);
  return unread.get(priceAt(bid.id, id)) ?? words.priceComparison.blank;
}

/** A bid's bidder and id, and that it is rejected or withdrawn. */
function bidName(evaluated: BidEvaluation, words: Words): string {
  const { id, bidder } = evaluated.bid;
  const isOut = evaluated.standing.value === "rejected";
  const name = withId({ id, name: bidder });
  return isOut ? `${name}, ${standingText(evaluated, words).toLowerCase()}` : name;
}
