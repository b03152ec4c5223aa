/**
 * The double computation on the sheet Utvärdering: the engine's value of every figure, and a formula
 * for each that says whether the live figure agrees. Neither of the two is preferred.
 */
import type { BidEvaluation } from "../../core/evaluate";
import { Exact } from "../../core/number";
import type { Words } from "../../words/sv/words";
import { cellName, onRow } from "../cell-address";
import { noise } from "../formulas/formula-text";
import type { Area, CellContent } from "../workbook";
import type { Figure } from "./evaluation-figures";
import type { Plan } from "./evaluation-plan";
import { leftmost, liveTop } from "./evaluation-plan";

/** The engine's value of each figure, a row for each bid. */
export function engineCells({ evaluation, figures, words }: Plan): CellContent[][] {
  return evaluation.bids.map((bid) =>
    figures.map((figure) => ({
      value: engineValue(figure, bid, words),
      style: "number",
      format: figure.format,
    })),
  );
}

function engineValue(figure: Figure, bid: BidEvaluation, words: Words): string | number {
  const { value } = figure.of(bid);
  if (value === undefined) return figure.key === "rank" ? words.noRank : words.missing;
  if (value instanceof Exact) return Number(value.toDecimal(20));
  return words.standings[value as keyof Words["standings"]];
}

/** 1 where the two computations of a figure agree, otherwise 0. */
export function checkCells({ evaluation, figures, engineTop, column }: Plan): CellContent[][] {
  return evaluation.bids.map((_, bid) =>
    figures.map((figure, n) => ({
      formula: comparison(
        figure,
        leftmost + n,
        { live: liveTop + bid, engine: engineTop + bid },
        figure.size === "amount" ? column("price") : undefined,
      ),
      style: "number",
      format: "0",
    })),
  );
}

/** Where the comparison stands. */
export function comparisonArea({ evaluation, figures, checkTop }: Plan): Area {
  return {
    top: checkTop,
    left: leftmost,
    bottom: checkTop + evaluation.bids.length - 1,
    right: leftmost + figures.length - 1,
  };
}

/** "Dubbelräkning: 48 av 48 lika", as a formula over the comparison. */
export function agreementCount(
  { evaluation, words }: Plan,
  { top, left, bottom, right }: Area,
): string {
  if (evaluation.bids.length === 0) return `"${words.noBids}"`;
  const cells = `${cellName(top, left, true)}:${cellName(bottom, right, true)}`;
  return `"${words.doubleCheck} "&SUM(${cells})&" ${words.of} "&COUNT(${cells})&" ${words.alike}"`;
}

/** The words of standing and rank have a meaning; the word of another figure says only "missing". */
function isWord({ key }: Figure): boolean {
  return key === "standing" || key === "rank";
}

/**
 * 1 where both cells hold numbers no further apart than float noise, or both hold text; where the
 * word counts, the same text. An error agrees with nothing.
 * @param rows the rows of the live cell and of the engine's cell; `price` is the price's column
 */
function comparison(
  figure: Figure,
  column: number,
  rows: { readonly live: number; readonly engine: number },
  price: number | undefined,
): string {
  const [live, engine] = [cellName(rows.live, column), cellName(rows.engine, column)];
  const slack = figure.size === "own" ? `ABS(${engine})` : sizeOf(engine, rows.engine, price);
  const areClose = `(ABS(${live}-${engine})<=${noise}*${slack})*1`;
  const areTexts = isWord(figure)
    ? `IF(ISTEXT(${live}),(${live}=${engine})*1,0)`
    : `ISTEXT(${live})*ISTEXT(${engine})`;
  return `IF(COUNT(${live},${engine})=2,${areClose},${areTexts})`;
}

/** What the noise of a figure is measured against: 1, itself, or the price that it comes from. */
function sizeOf(engine: string, row: number, priceColumn: number | undefined): string {
  if (priceColumn === undefined) return `MAX(1,ABS(${engine}))`;
  return `MAX(1,ABS(${engine}),ABS(N(${onRow(row, priceColumn)})))`;
}
