/**
 * Figures of tables as formulas: each figure that comes with its step is computed again from the
 * input sheets and from the other figures of the tables, and what the formulas need besides stands
 * in rows below. It computes nothing.
 */
import type { Names } from "../../core/document/names";
import type { Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import { cellName, columnIndex, onRow, quoted } from "../cell-address";
import { FormulaWriter } from "../formulas/formula-writer";
import type { Places } from "../locate";
import type { CellContent } from "../workbook";
import { InputBlock, inputHeaders } from "./evaluation-inputs";
import type { EvaluationPage } from "./evaluation";

/** A figure and its cell, which already shows its value. */
export type PlacedFigure = { readonly step: Step; readonly row: number; readonly column: number };

/** What the formulas look in: the input tables, and the sheet Utvärdering with its values. */
export type LiveSource = {
  readonly places: Places;
  readonly words: Words;
  readonly names: Names;
  readonly evaluation: Pick<EvaluationPage, "page" | "comparison">;
};

/** @returns the same rows with a formula in the cell of each figure, and the rows they need below */
export function withLiveFigures(
  rows: readonly CellContent[][],
  figures: readonly PlacedFigure[],
  source: LiveSource,
): CellContent[][] {
  const { places, names, words } = source;
  const block = new InputBlock(rows.length + 2, places, names, words);
  const writer = new FormulaWriter(places, words, {
    addCell: (added) => block.add(added),
    positionOf: (row) => block.positionOf(row),
    acrossBids: (reference) => reference,
    rejections: () => "0",
  });
  // A figure in several tables has its formula in the last, and the others refer to it.
  const homes = new Map(figures.map((figure) => [figure.step, ownCell(figure)]));
  for (const [step, cell] of homes) writer.assignCell(step, cell);
  const live = rows.map((row) => [...row]);
  // Inputs last: the position of a price's row stands beside its quantity, once other formulas asked
  // for that, and a price needs no row below the tables.
  const isInput = ({ step }: PlacedFigure) => step.rule.kind === "input";
  for (const figure of [...figures.filter((each) => !isInput(each)), ...figures.filter(isInput)]) {
    const { step, row, column } = figure;
    const home = homes.get(step) ?? "";
    const content =
      home === ownCell(figure)
        ? (linkTo(step, source) ?? { formula: writer.formula(step) })
        : { formula: home };
    // Two objects spread into one take forty times as long, and these are thousands.
    (live[row] as CellContent[])[column] = Object.assign({}, rows[row]?.[column], content);
  }
  if (block.rows.length === 0) return live;
  return [
    ...live,
    [{ value: words.inputBlock, style: "label" }],
    inputHeaders(words),
    ...block.rows,
  ];
}

/** A figure of no row, as a sum, stands in one place for all rows, which then have the same formula. */
function ownCell({ step, row, column }: PlacedFigure): string {
  return step.about.id === undefined ? cellName(row, column, true) : onRow(row, column);
}

/** The step's cell on the sheet Utvärdering, with the value that was calculated there. */
function linkTo(
  step: Step<Value>,
  { evaluation: { page, comparison } }: LiveSource,
): CellContent | undefined {
  const [, letters = "", number = ""] =
    /^\$?([A-Z]+)\$?(\d+)$/.exec(comparison.homes.get(step) ?? "") ?? [];
  if (letters === "") return undefined;
  const [row, column] = [Number(number) - 1, columnIndex(letters)];
  const value = page.rows[row]?.[column]?.value;
  return { formula: `${quoted(page.name)}!${cellName(row, column, true)}`, value: value ?? null };
}
