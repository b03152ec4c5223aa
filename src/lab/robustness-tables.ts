/**
 * The robustness of an outcome, as tables: the parts of each bid's result, who can still win, the
 * steps and prices that would change who comes first, and the effect of disputed points. It
 * computes nothing but differences.
 */
import type { Entry, Section } from "../content/table";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { byRank } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import { capital, comparedPriceName } from "../words/sentences";
import type { Robustness } from "./laboratory";
import type { Reversal } from "./rank-reversal";
import type { RowTip } from "./row-tipping-points";
import type { Sensitivity } from "./sensitivity";
import { multiples } from "./sensitivity";
import { figure, priceEntry } from "./table-figures";
import type { PriceTip, TippingPoints } from "./tipping-points";
import type { WhatIf } from "./whatif";
import type { Outlook } from "./who-can-win";

/** The tables of a scored evaluation; a table without rows is left out. */
export function robustnessSections(
  evaluation: Evaluation,
  { tipping, rows, reversals, added, sensitivities, outlook }: Robustness,
  words: Words,
): Section[] {
  return [
    outcomeSection(evaluation, words),
    outlookSection(evaluation, outlook, words),
    scoreSection(tipping, words),
    priceSection(tipping.prices, evaluation, words),
    rowSection(rows, words),
    reversalSection(reversals, added, words),
    ...sensitivitySections(evaluation, sensitivities, words),
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
      bid.bid.id,
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

function outlookSection({ bids }: Evaluation, outlook: readonly Outlook[], words: Words): Section {
  const text = words.lab.outlook;
  const isOpen = bids.some(({ standing }) => standing.value === "undecided");
  if (isOpen && outlook.length === 0)
    return { title: text.title, columns: [text.bid], rows: [[text.relative]] };
  const able = outlook.filter(({ canWin }) => canWin).map(({ bid }) => bid);
  return {
    title: text.title,
    conclusion: text.conclusion(able),
    columns: [text.bid, text.can, text.best, text.worst],
    rows: outlook.map(({ bid, canWin, best, worst }) => [
      bid,
      canWin ? words.lab.yes : words.lab.no,
      figure(Exact.count(best), 0),
      worst === undefined ? text.rejected : figure(Exact.count(worst), 0),
    ]),
  };
}

function scoreSection({ scores, asked }: TippingPoints, words: Words): Section {
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
            bid,
            `${criterion} ${name}`,
            by,
            figureText(from, words),
            figureText(to, words),
            leaders.join(", "),
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
  words: Words,
): Section {
  const text = words.lab.priceTips;
  const price = comparedPriceName(bids, words);
  const before = model.rounding.price ? ` (${words.figures.unrounded.toLowerCase()})` : "";
  const nearest = nearestPrice(prices);
  return {
    title: text.title,
    ...(nearest === undefined
      ? {}
      : { conclusion: text.conclusion(nearest.bid, nearest.cut.toDecimal(2)) }),
    columns: [text.bid, `${price}${before}`, text.highest, text.change],
    rows:
      prices.length < 2
        ? []
        : prices.map(({ bid, offered, highest }) => [
            bid,
            figure(offered, 2),
            priceEntry(highest, words),
            highest === undefined || highest === "any" ? "" : figure(highest.minus(offered), 2),
          ]),
  };
}

/** The rows in which the least change of one bid's price changes who is first. */
function rowSection(rows: readonly RowTip[], words: Words): Section {
  const text = words.lab.rowTips;
  const hundred = Exact.of("100");
  return {
    title: text.title,
    note: text.note,
    columns: [text.bid, text.row, text.from, text.to, text.change],
    rows: rows.map(({ bid, row, name, from, to }) => [
      bid,
      `${row} ${name}`,
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
  words: Words,
): Section {
  const text = words.lab.reversals;
  const row = ({ third, before, after }: Reversal, how: string) => [
    `${third.id} (${words.number(third.price.toDecimal(2))}, ${how})`,
    before.join(", "),
    after.join(", "),
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
  words: Words,
): Section[] {
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
      low?.bid ?? "",
      high ? figure(high.times, 3) : text.noBound,
      high?.bid ?? "",
    ]),
  };
  const lines = sensitivities.slice(0, mostLineCharts).map(({ name, lines: bids }): Section => ({
    title: text.line(name),
    columns: [text.times, ...bids.map(({ bid }) => bid)],
    rows: multiples.map((times, n) => [
      figure(times, 1),
      ...bids.map(({ results }) => figure(results[n] ?? Exact.zero, unit === "" ? 4 : 2)),
    ]),
    chart: { kind: "line", title: text.line(name), category: 0, series: bids.map((_, n) => n + 1) },
  }));
  return [table, ...lines];
}

/** The result and rank of each bid before and after; the note says whether the outcome changes. */
export function whatIfSections(
  { before, after, changes, canLead }: WhatIf,
  words: Words,
): Section[] {
  const text = words.lab.whatIf;
  const decimals = before.document.model.rounding.result?.decimals ?? (before.unit === "" ? 4 : 2);
  const value = (bid: BidEvaluation | undefined): Entry =>
    bid?.result.value ? figure(bid.result.value, decimals) : words.missing;
  const rank = (bid: BidEvaluation | undefined): Entry =>
    bid?.rank.value?.toText() ?? words.standings[bid?.standing.value ?? "undecided"];
  const isOnlyLeaders = canLead.every(({ bid }) => before.order[0]?.includes(bid));
  const leaders = canLead.map(({ bid }) => bid).join(", ");
  const open =
    canLead.length === 0 ? "" : ` ${isOnlyLeaders ? text.cannot : text.canLead(leaders)}`;
  return [
    {
      title: text.title,
      note: `${changes ? text.changes : text.stands}${open} ${text.law}`,
      columns: [text.bid, text.before, text.after, text.rankBefore, text.rankAfter],
      rows: before.bids.map((bid, n) => [
        bid.bid.id,
        value(bid),
        value(after.bids[n]),
        rank(bid),
        rank(after.bids[n]),
      ]),
    },
  ];
}
