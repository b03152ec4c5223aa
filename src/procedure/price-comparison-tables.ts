/**
 * The price comparison as tables: prices to ask about first, then stated sums, blanks and words, the
 * parts of each price, and every row with all bids. A reader sees what was computed elsewhere; the
 * tables change no price.
 */
import type { Entry, Section } from "../content/table";
import { medianOf } from "../core/arithmetic";
import type { PriceItem } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { isPercentRow } from "../core/price-form";
import { priceAt } from "../core/place";
import { amountText, standingText, uncomparedPriceName } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { ComparedCell, ComparedRow } from "./price-comparison";
import { comparePrices, farLimit, isCompared, sortedPrices } from "./price-comparison";
import { priceSumSections, statedSection } from "./price-sum-tables";
import { figure, withRows } from "./table-cells";

/** What the tables are made of; `unread` is what stands in price cells that are no price, by place. */
type Compared = {
  readonly evaluation: Evaluation;
  readonly rows: readonly ComparedRow[];
  readonly bids: readonly BidEvaluation[];
  readonly unread: ReadonlyMap<string, string>;
  readonly words: Words;
};

/** Tables only where at least two bids are priced by rows. */
export function priceComparisonSections(evaluation: Evaluation, words: Words): Section[] {
  const rows = comparePrices(evaluation);
  const bids = rows[0]?.cells.map(({ bid }) => bid) ?? [];
  if (bids.length === 0) return [];
  const unread = new Map(
    evaluation.findings.flatMap(({ isLost, where, details: { seen } }) =>
      isLost && typeof seen === "string" ? [[where, seen] as const] : [],
    ),
  );
  const compared: Compared = { evaluation, rows, bids, unread, words };
  return withRows([
    farSection(compared),
    statedSection(bids, words),
    blankSection(compared),
    ...priceSumSections(evaluation.document, bids, words, isInFull(compared)),
    unitPriceSection(compared),
    ...(isInFull(compared) ? [totalSection(compared), shareSection(compared)] : []),
  ]);
}

/** More prices than these are compared by unit price alone: the sheet must not be waited for. */
const mostInFull = 10_000;

function isInFull({ rows, bids }: Pick<Compared, "rows" | "bids">): boolean {
  return rows.length * bids.length <= mostInFull;
}

function farSection({ rows, words }: Compared): Section {
  const text = words.priceComparison;
  const found = rows.flatMap(({ item, cells }) =>
    cells.flatMap((cell): Entry[][] => {
      const { far, price, bid } = cell;
      if (!far) return [];
      return [
        [
          rowName(item),
          text.farKinds[far.kind][far.isAbove ? 0 : 1] ?? "",
          bidName(bid, words),
          amount(price.value),
          amount(far.median),
          figure(far.times, 3),
          figure(shareOf(cell), 2),
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
            rowName(item),
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
      .map(({ item, cells }) => {
        const values = comparedValues(cells, ({ price }) => price.value);
        return [
          rowName(item),
          remarkOf(cells, words),
          item.unit,
          isPercentRow(item) ? "" : amount(Exact.of(item.quantity)),
          ...statistics(values),
          spreadOf(values),
          ...cells.map((cell) =>
            cell.price.value ? amount(cell.price.value) : shownPrice(item, cell, compared),
          ),
        ];
      }),
  };
}

function totalSection({ rows, bids, words }: Compared): Section {
  const text = words.priceComparison;
  return {
    title: text.rowTotals,
    note: text.rowTotalsNote,
    columns: [text.row, "", ...statisticNames(words), ...bids.map((bid) => bidName(bid, words))],
    rows: [
      ...rows.map(({ item, cells }) => [
        rowName(item),
        "",
        ...statistics(comparedValues(cells, ({ total }) => total)),
        ...cells.map(({ total }) => amount(total)),
      ]),
      ...sumsOf(bids, words).map(([name, of]) => [
        name,
        "",
        ...statistics(comparedValues(rows[0]?.cells ?? [], ({ bid }) => of(bid))),
        ...bids.map((bid) => amount(of(bid))),
      ]),
    ],
  };
}

/** What the row totals come to; published costs apart, as they are no part of what a bidder asks. */
function sumsOf(
  bids: readonly BidEvaluation[],
  words: Words,
): (readonly [name: string, of: (bid: BidEvaluation) => Exact | undefined])[] {
  const text = words.priceComparison;
  if (bids.every(({ price }) => price.publishedCosts === undefined))
    return [[text.total, ({ price }) => price.whole.value]];
  return [
    [uncomparedPriceName(bids, words), ({ price }) => price.offered.value],
    [words.names["published-costs"], ({ price }) => price.publishedCosts?.value],
    [text.total, ({ price }) => price.whole.value],
  ];
}

function shareSection({ rows, bids, words }: Compared): Section {
  const text = words.priceComparison;
  return {
    title: text.shares,
    columns: [text.row, "", ...bids.map((bid) => bidName(bid, words))],
    rows: rows.map(({ item, cells }) => [
      rowName(item),
      "",
      ...cells.map((cell) => orNone(figure(shareOf(cell), 2))),
    ]),
  };
}

function statisticNames({ priceComparison: text }: Words): string[] {
  return [text.lowest, text.median, text.highest];
}

/** Lowest, median and highest. @param sorted from the lowest */
function statistics(sorted: readonly Exact[]): Entry[] {
  return [sorted[0], medianOf(sorted), sorted.at(-1)].map(amount);
}

/** Highest ÷ lowest; nothing where the lowest is not above zero. */
function spreadOf(sorted: readonly Exact[]): Entry {
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || lowest.compare(Exact.zero) <= 0) return none;
  return figure(highest.over(lowest), 2);
}

/** Those of bids that are not rejected, from the lowest. */
function comparedValues(
  cells: readonly ComparedCell[],
  of: (cell: ComparedCell) => Exact | undefined,
): Exact[] {
  return sortedPrices(cells.filter(isCompared).flatMap((cell) => of(cell) ?? []));
}

const hundred = Exact.of("100");

/** Per cent of the bid's sum; nothing where that sum is not above zero or not known. */
function shareOf({ total, bid }: ComparedCell): Exact | undefined {
  const sum = bid.price.whole.value;
  if (!total || !sum || sum.compare(Exact.zero) <= 0) return undefined;
  return total.times(hundred).over(sum);
}

/** Which bids are far off, and which prices are not the ones that were offered. */
function remarkOf(cells: readonly ComparedCell[], words: Words): string {
  const text = words.priceComparison;
  const far = cells.flatMap(({ far: found, bid }) => (found ? [bid.bid.id] : []));
  const corrected = cells.flatMap(({ bid, price }) => {
    const [before, now] = price.from;
    if (price.rule.kind !== "corrected") return [];
    const shown = [before?.value, now?.value].map((value) =>
      value instanceof Exact ? amountText(value, undefined, words) : text.blank,
    );
    return [text.corrected(bid.bid.id, shown[0] ?? "", shown[1] ?? "", now?.about.detail ?? "")];
  });
  return [...(far.length > 0 ? [text.farMark(far.join(", "))] : []), ...corrected].join("; ");
}

const none = "–";

function orNone(entry: Entry): Entry {
  return entry === "" ? none : entry;
}

/** An amount with every decimal it has up to six, and at least two. */
function amount(value: Exact | undefined): Entry {
  if (!value) return none;
  const decimals = value.toDecimal(6).split(".")[1]?.length ?? 0;
  return figure(value, Math.max(2, decimals));
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

function rowName({ id, name }: PriceItem): string {
  return `${id} ${name}`;
}

/** A bid's id and bidder, and that it is rejected or withdrawn. */
function bidName(evaluated: BidEvaluation, words: Words): string {
  const { id, bidder } = evaluated.bid;
  const isOut = evaluated.standing.value === "rejected";
  return `${id} ${bidder}${isOut ? ` (${standingText(evaluated, words).toLowerCase()})` : ""}`;
}
