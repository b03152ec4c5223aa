/**
 * The ranking on the sheet Sammanställning: a row for each bid, whose result is taken from its live
 * cell, and the chart over the rows of ranked bids.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import { byRank } from "../../core/evaluate";
import type { Exact } from "../../core/number";
import { isComparedAsOffered, priceAsOffered } from "../../core/price-as-offered";
import { capital, standingText } from "../../words/sentences";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import { decimalFormat } from "../decimal-cells";
import type { CellAddress, CellContent, Chart, Page } from "../workbook";
import { axisFrom } from "./chart-axis";
import type { EvaluationPage } from "./evaluation";
import { fullAmount } from "./evaluation-figures";

/**
 * As many decimals as the points have, and "≈" where they have more than are shown.
 * @param most how many decimals are shown at most
 */
function pointsFormat(value: Exact | undefined, most: number): string {
  if (value === undefined) return decimalFormat(0);
  const shown = value.rounded(most, "half-up");
  const format = decimalFormat(shown.toText().split(".")[1]?.length ?? 0);
  return shown.equals(value) ? format : `"≈ "${format}`;
}
/** Where the columns that the chart shows stand, from 0; the added prices come after the offered. */
const columns = { bidder: 2, offered: 4 };

/** Whether some bid is compared at another price than it offered; a column then shows that price. */
export function hasUsedPrices({ bids }: Evaluation): boolean {
  return bids.some((bid) => !isComparedAsOffered(bid));
}

/**
 * The prices between the offered price and the adjustments, where some bid is compared at another
 * price: the columns add up from left to right.
 */
export function addedPrices(
  evaluation: Evaluation,
  words: Words,
): readonly (readonly [header: string, of: (bid: BidEvaluation) => Exact | undefined])[] {
  if (!hasUsedPrices(evaluation)) return [];
  const used = [words.protocol.usedPrice, ({ price }: BidEvaluation) => price.price.value] as const;
  const costs = ({ price }: BidEvaluation) => price.publishedCosts?.value;
  return evaluation.bids.some((bid) => costs(bid) !== undefined)
    ? [[words.names["published-costs"], costs], used]
    : [used];
}

/** The headers of {@link rankingRows}. */
export function rankingHeaders(evaluation: Evaluation, words: Words): string[] {
  const text = words.overview;
  return [
    text.rank,
    text.bid,
    text.bidder,
    text.standing,
    text.price,
    ...addedPrices(evaluation, words).map(([header]) => header),
    text.adjustments,
    capital(evaluation.document.model.label),
    text.difference,
  ];
}

/** The bids by rank; every result is a formula that points to its live cell. */
export function rankingRows(
  evaluation: Evaluation,
  { results, page }: EvaluationPage,
  words: Words,
): CellContent[][] {
  const { model } = evaluation.document;
  const isPoints = evaluation.unit === "";
  const declared = model.rounding.result && decimalFormat(model.rounding.result.decimals);
  const differenceFormat = (difference: Exact) =>
    declared ?? (isPoints ? pointsFormat(difference, 10) : fullAmount);
  const ranked = byRank(evaluation);
  return ranked.map((bid) => {
    const adjustments = bid.adjustments.value;
    const best = bid.rank.value && ranked[0]?.result.value;
    const difference = best && bid.result.value?.minus(best);
    return [
      ...bidCells(bid, words),
      figure(priceAsOffered(bid), fullAmount, words),
      ...addedPrices(evaluation, words).map(([, of]) => figure(of(bid), fullAmount, words)),
      figure(adjustments, isPoints ? pointsFormat(adjustments, 6) : "#,##0.00", words),
      liveResult(results.get(bid.bid.id), page),
      difference ? figure(difference, differenceFormat(difference), words) : {},
    ];
  });
}

/** Rank, bid, bidder and standing. */
function bidCells({ bid, rank, standing, reasons }: BidEvaluation, words: Words): CellContent[] {
  const state = standing.value ?? "undecided";
  const rankValue = rank.value ? Number(rank.value.toText()) : words.noRank;
  return [
    { value: rankValue, style: "number", format: "0" },
    { value: bid.id, style: "text" },
    { value: bid.bidder, style: "text" },
    {
      value: standingText({ bid, standing, reasons }, words),
      style: state === "rejected" ? "bad" : state === "undecided" ? "open" : "good",
    },
  ];
}

function figure(value: Exact | undefined, format: string, words: Words): CellContent {
  return { value: value ? Number(value.toDecimal(20)) : words.missing, style: "number", format };
}

/** @param address the bid's result on the sheet Utvärdering, which is `page` */
function liveResult(address: CellAddress | undefined, page: Page): CellContent {
  if (!address) return {};
  const live = page.rows[address.row]?.[address.column];
  return {
    formula: `${quoted(address.sheet)}!${cellName(address.row, address.column)}`,
    value: live?.value ?? null,
    style: "key-figure",
    format: live?.format ?? fullAmount,
    link: address,
  };
}

/**
 * The compared price and the result of each ranked bid beside each other, where they are amounts and
 * differ. The axis begins where the differences can be seen, and the title says so.
 * @param top the row of the bid ranked first
 * @param below the row on which the chart starts
 */
export function rankingCharts(
  evaluation: Evaluation,
  { top, below }: { readonly top: number; readonly below: number },
  words: Words,
): Chart[] {
  const { unit, bids, document } = evaluation;
  const text = words.overview;
  const ranked = bids.filter(({ rank }) => rank.value);
  if (unit === "" || ranked.length === 0) return [];
  if (bids.every(({ adjustments }) => adjustments.from.length === 0)) return [];
  const priceName = hasUsedPrices(evaluation) ? words.protocol.usedPrice : text.price;
  const resultName = capital(document.model.label);
  const priceColumn = columns.offered + addedPrices(evaluation, words).length;
  const last = top + ranked.length - 1;
  const cells = (column: number) => ({ top, left: column, bottom: last, right: column });
  const drawn = ranked.flatMap(({ price, result }) =>
    [price.price.value, result.value].flatMap((value) => (value ? [toDraw(value)] : [])),
  );
  const from = axisFrom(drawn);
  const title = text.rankingChart(priceName, resultName.toLowerCase());
  return [
    {
      kind: "bar",
      title: from === 0 ? title : `${title} ${text.waterfall.from(words.number(String(from)))}`,
      sheet: words.sheets.overview,
      categories: cells(columns.bidder),
      series: [
        { name: priceName, values: cells(priceColumn) },
        { name: resultName, values: cells(priceColumn + 2) },
      ],
      ...(from === 0 ? {} : { from }),
      anchor: { top: below, left: 0, bottom: below + 6 + 2 * ranked.length, right: 7 },
    },
  ];
}

function toDraw(value: Exact): number {
  return Number(value.toDecimal(6));
}
