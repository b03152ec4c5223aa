/**
 * The robustness of an outcome, as tables: the parts of each bid's result, who can still win, the
 * steps and prices that would change who comes first, and the effect of disputed points. It
 * computes nothing but differences.
 */
import type { Entry, Section } from "../content/table";
import type { CaseNames } from "../core/document/names";
import { caseNames } from "../core/document/names";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { byRank } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import { capital, comparedPriceName, standingText } from "../words/sentences";
import type { CallByName } from "../words/named-id";
import { namedId, withId } from "../words/named-id";
import type { Robustness } from "./laboratory";
import type { Reversal } from "./rank-reversal";
import type { RowTip } from "./row-tipping-points";
import type { Sensitivity } from "./sensitivity";
import { multiples } from "./sensitivity";
import { figure, priceEntry } from "./table-figures";
import type { PriceTip, TippingPoints } from "./tipping-points";
import type { WhatIf } from "./whatif";
import type { Outlook } from "./who-can-win";

/** The language of the tables, and what the bids and evaluators of the case are called. */
type Reader = {
  readonly words: Words;
  readonly names: CaseNames;
  readonly called: CallByName;
};

const bidText = (id: string, { names }: Reader) => namedId(id, names.bids);
const bidsText = (ids: readonly string[], reader: Reader) =>
  ids.map((id) => bidText(id, reader)).join(", ");

/**
 * The tables of a scored evaluation; a table without rows is left out.
 * @param called how criteria and price rows are called
 */
export function robustnessSections(
  evaluation: Evaluation,
  { tipping, rows, reversals, added, sensitivities, outlook }: Robustness,
  words: Words,
  called: CallByName = withId,
): Section[] {
  const reader: Reader = { words, names: caseNames(evaluation.document), called };
  return [
    outcomeSection(evaluation, words),
    outlookSection(evaluation, outlook, reader),
    scoreSection(tipping, reader),
    priceSection(tipping.prices, evaluation, reader),
    rowSection(rows, reader),
    ...(evaluation.order.length === 0 ? [] : [reversalSection(reversals, added, reader)]),
    ...sensitivitySections(evaluation, sensitivities, reader),
  ].filter(({ rows }) => rows.length > 0);
}

/** Price and adjustments of each ranked bid, best first, for a stacked bar. */
function outcomeSection(evaluation: Evaluation, words: Words): Section {
  const text = words.lab.outcome;
  const shown = byRank(evaluation).filter(
    ({ rank, fromPrice }) => rank.value !== undefined && fromPrice?.value !== undefined,
  );
  const isAmount = shown.every(({ fromPrice, price }) => fromPrice === price.price);
  const roots = evaluation.document.criteria.filter(({ id }) => shown[0]?.adjustmentOf.has(id));
  const parts = ({ adjustmentOf, fromPrice }: BidEvaluation) => [
    fromPrice?.value,
    ...roots.map(({ id }) => adjustmentOf.get(id)?.value),
  ];
  const [first, second] = shown;
  return {
    title: text.title,
    ...(first && second
      ? { conclusion: text.conclusion(first.bid.bidder, second.bid.bidder) }
      : {}),
    columns: [
      text.bid,
      isAmount ? comparedPriceName(evaluation.bids, words) : words.names["price-points"],
      ...roots.map(({ name }) => name),
      capital(evaluation.document.model.label),
    ],
    rows: shown.map((bid) => [
      withId({ id: bid.bid.id, name: bid.bid.bidder }),
      ...[...parts(bid), bid.result.value].map((value) => (value ? figure(value, 2) : "")),
    ]),
    chart: {
      kind: "stacked-bar",
      title: text.title,
      category: 0,
      series: [1, ...roots.map((_, n) => n + 2)],
    },
  };
}

function outlookSection(
  { bids }: Evaluation,
  outlook: readonly Outlook[],
  reader: Reader,
): Section {
  const { words } = reader;
  const text = words.lab.outlook;
  const isOpen = bids.some(({ standing }) => standing.value === "undecided");
  if (isOpen && outlook.length === 0)
    return { title: text.title, columns: [text.bid], rows: [[text.relative]] };
  const able = outlook.filter(({ canWin }) => canWin).map(({ bid }) => bidText(bid, reader));
  return {
    title: text.title,
    conclusion: text.conclusion(able),
    columns: [text.bid, text.can, text.best, text.worst],
    rows: outlook.map(({ bid, canWin, best, worst }) => [
      bidText(bid, reader),
      canWin ? words.lab.yes : words.lab.no,
      figure(Exact.count(best), 0),
      worst === undefined ? text.rejected : figure(Exact.count(worst), 0),
    ]),
  };
}

function scoreSection({ scores, asked }: TippingPoints, reader: Reader): Section {
  const { words, names } = reader;
  const text = words.lab.scoreTips;
  const none: Entry[][] = asked > 1 ? [[text.none, "", "", "", "", ""]] : [];
  return {
    title: text.title,
    conclusion: scores.length === 0 ? text.none : text.conclusion(scores.length),
    columns: [text.bid, text.criterion, text.by, text.from, text.to, text.leader],
    rows:
      scores.length === 0
        ? none
        : scores.map(({ bid, criterion, name, by = "", from, to, leaders }) => [
            bidText(bid, reader),
            reader.called({ id: criterion, name }),
            by === "" ? "" : namedId(by, names.evaluators),
            figureText(from, words),
            figureText(to, words),
            bidsText(leaders, reader),
          ]),
  };
}

/** A score as the document writes it, in words or with the language's decimal sign. */
function figureText(text: string, words: Words): string {
  return text === "yes" || text === "no" ? words.answers[text] : words.number(text);
}

function priceSection(
  prices: readonly PriceTip[],
  { bids, document: { model } }: Evaluation,
  reader: Reader,
): Section {
  const { words } = reader;
  const text = words.lab.priceTips;
  const price = comparedPriceName(bids, words);
  const before = model.rounding.price ? ` (${words.figures.unrounded.toLowerCase()})` : "";
  const nearest = nearestPrice(prices);
  return {
    title: text.title,
    ...(nearest === undefined
      ? {}
      : { conclusion: text.conclusion(bidText(nearest.bid, reader), nearest.cut.toDecimal(2)) }),
    columns: [text.bid, `${price}${before}`, text.highest, text.change],
    rows:
      prices.length < 2
        ? []
        : prices.map(({ bid, offered, highest }) => [
            bidText(bid, reader),
            figure(offered, 2),
            priceEntry(highest, words),
            highest === undefined || highest === "any" ? "" : figure(highest.minus(offered), 2),
          ]),
  };
}

/** The rows in which the least change of one bid's price changes who is first. */
function rowSection(rows: readonly RowTip[], reader: Reader): Section {
  const { words } = reader;
  const text = words.lab.rowTips;
  const hundred = Exact.of("100");
  return {
    title: text.title,
    note: text.note,
    columns: [text.bid, text.row, text.from, text.to, text.change],
    rows: rows.map(({ bid, row, name, from, to }) => [
      bidText(bid, reader),
      reader.called({ id: row, name }),
      figure(from, 2),
      figure(to, 2),
      figure(to.minus(from).over(from).times(hundred), 2),
    ]),
  };
}

/** Of the bids that are not first, the one that has the least to take off its price. */
function nearestPrice(
  prices: readonly PriceTip[],
): { readonly bid: string; readonly cut: Exact } | undefined {
  return prices
    .flatMap(({ bid, leads, offered, highest }) =>
      leads || highest === undefined || highest === "any"
        ? []
        : [{ bid, cut: offered.minus(highest) }],
    )
    .sort((one, two) => one.cut.compare(two.cut))[0];
}

function reversalSection(
  reversals: readonly Reversal[],
  added: Reversal | undefined,
  reader: Reader,
): Section {
  const { words } = reader;
  const text = words.lab.reversals;
  const row = ({ third, before, after }: Reversal, how: string) => [
    [bidText(third.id, reader), words.number(third.price.toDecimal(2)), how].join(", "),
    bidsText(before, reader),
    bidsText(after, reader),
  ];
  const rows = [
    ...reversals.map((reversal) => row(reversal, text.absent)),
    ...(added ? [row(added, text.added)] : []),
  ];
  return {
    title: text.title,
    conclusion: rows.length === 0 ? text.none : text.conclusion(rows.length),
    columns: [text.third, text.before, text.after],
    rows: rows.length === 0 ? [[text.none, "", ""]] : rows,
  };
}

/** Only the first criteria have a line chart of their own. */
const mostLineCharts = 8;

function sensitivitySections(
  { unit }: Evaluation,
  sensitivities: readonly Sensitivity[],
  reader: Reader,
): Section[] {
  const { words } = reader;
  const text = words.lab.sensitivity;
  const table: Section = {
    title: text.title,
    note: words.lab.robustness,
    conclusion: text.conclusion(
      sensitivities.filter(({ low, high }) => low ?? high).map(({ name }) => name),
    ),
    columns: [text.criterion, text.low, text.lowBid, text.high, text.highBid],
    rows: sensitivities.map(({ name, low, high }) => [
      name,
      low ? figure(low.times, 3) : text.noBound,
      low ? bidText(low.bid, reader) : "",
      high ? figure(high.times, 3) : text.noBound,
      high ? bidText(high.bid, reader) : "",
    ]),
  };
  const lines = sensitivities.slice(0, mostLineCharts).map(({ name, lines: bids }): Section => ({
    title: text.line(name),
    columns: [text.times, ...bids.map(({ bid }) => bidText(bid, reader))],
    rows: multiples.map((times, n) => [
      figure(times, 1),
      ...bids.map(({ results }) => figure(results[n] ?? Exact.zero, unit === "" ? 4 : 2)),
    ]),
    chart: { kind: "line", title: text.line(name), category: 0, series: bids.map((_, n) => n + 1) },
  }));
  return [table, ...lines];
}

/**
 * The result and rank of each bid before and after; the note says whether the outcome changes.
 * @param isLast of several such answers; what a court examines is told once, after them
 */
export function whatIfSections(
  { before, after, changes, canLead }: WhatIf,
  words: Words,
  isLast = true,
): Section[] {
  const text = words.lab.whatIf;
  const decimals = before.document.model.rounding.result?.decimals ?? (before.unit === "" ? 4 : 2);
  const value = (bid: BidEvaluation | undefined): Entry =>
    bid?.result.value ? figure(bid.result.value, decimals) : words.missing;
  const rank = (bid: BidEvaluation | undefined): Entry =>
    bid?.rank.value?.toText() ?? (bid ? standingText(bid, words) : words.standings.undecided);
  const isOnlyLeaders = canLead.every(({ bid }) => before.order[0]?.includes(bid));
  const names = caseNames(before.document);
  const leaders = canLead.map(({ bid }) => namedId(bid, names.bids)).join(", ");
  const isOutcome = before.order.length > 0 || after.order.length > 0;
  const said = changes ? text.changes : text.stands;
  const open =
    canLead.length === 0 ? "" : ` ${isOnlyLeaders ? text.cannot : text.canLead(leaders)}`;
  return [
    {
      title: text.title,
      note: isOutcome ? `${said}${open}${isLast ? ` ${text.law}` : ""}` : text.none,
      columns: [text.bid, text.before, text.after, text.rankBefore, text.rankAfter],
      rows: before.bids.map((bid, n) => [
        withId({ id: bid.bid.id, name: bid.bid.bidder }),
        value(bid),
        value(after.bids[n]),
        rank(bid),
        rank(after.bids[n]),
      ]),
    },
  ];
}
