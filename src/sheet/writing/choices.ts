/**
 * What an input sheet offers in its cells: drop-downs for every closed list, from words or from the
 * cells that hold a criterion's levels, and for numbers, ids and dates how they are written.
 */
import type { EvaluationDocument, Scale } from "../../core/document/schema";
import { everyCriterion, leaves } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import { excelLimits } from "../excel-limits";
import { fieldOf } from "../fields";
import { columns } from "../layout";
import type { FieldKey, TableKey } from "../table-keys";
import { isFields } from "../table-keys";
import type { Area, Choice } from "../workbook";
import { levelRows } from "./criterion-rows";
import { roundingText } from "./field-rows";
import type { Row, WrittenColumn } from "./written-columns";
import { headerRow } from "./written-columns";

/** The rows below a table that have drop-downs too, for what people add there. */
export const rowsBelow = 200;

/** The row of the first values, from 0. */
const firstRow = headerRow + 1;

/** A table as it is to be written, with the columns that it has in this workbook. */
export type WrittenTable = {
  readonly key: TableKey;
  readonly rows: readonly Row[];
  readonly layouts: readonly WrittenColumn[];
};

export function* choicesFor(
  { key, rows, layouts }: WrittenTable,
  document: EvaluationDocument,
  words: Words,
): Generator<Choice> {
  const bottom = firstRow + rows.length - 1 + rowsBelow;
  for (const [column, layout] of layouts.entries()) {
    const area = { top: firstRow, left: column, bottom, right: column };
    yield* columnChoice(layout, area, words);
    if (layout.kind === "figure" && key !== "criteria")
      yield* scoreChoices(rows, column, document, words);
    if (column === valueColumn && isFields(key)) yield* fieldChoices(key, rows, words);
  }
}

/** The values' column in a table of fields, after key and label. */
const valueColumn = 2;

/** Either a list or a message, never both: what the list shows need not be said again at the cell. */
export function* columnChoice(
  { kind, words: list }: WrittenColumn,
  area: Area,
  words: Words,
): Generator<Choice> {
  switch (kind) {
    case "choice": {
      const values = list ? Object.values(list(words)) : [];
      // A longer list is one that the program fills in itself, such as the kinds of event.
      if (values.length > 0 && values.join(",").length <= excelLimits.literal)
        yield { area, values };
      return;
    }
    case "flag":
      yield { area, values: [words.answers.yes, words.answers.no] };
      return;
    case "id":
    case "decimal":
    case "percent":
    case "weight":
    case "whole":
    case "moment":
      yield { area, message: words.prompts[kind] };
      return;
    default:
  }
}

function* fieldChoices(key: FieldKey, rows: readonly Row[], words: Words): Generator<Choice> {
  for (const [n, row] of rows.entries()) {
    const field = fieldOf(key, row["key"]);
    const area = cellArea(firstRow + n, valueColumn);
    if (field?.words) yield { area, values: Object.values(field.words(words)) };
    if (field?.kind === "rounding") {
      const common = [0, 2].map((decimals) => roundingText({ decimals, mode: "half-up" }, words));
      yield { area, values: [words.exact, ...common] };
    }
  }
}

/** Rows of one criterion stand together, so one drop-down serves them all. */
function* scoreChoices(
  rows: readonly Row[],
  column: number,
  document: EvaluationDocument,
  words: Words,
): Generator<Choice> {
  for (const { id, scale } of leaves(document.criteria)) {
    const ofCriterion = rows.flatMap(({ criterion }, n) =>
      criterion === id ? [firstRow + n] : [],
    );
    const [first, last] = [ofCriterion[0], ofCriterion.at(-1)];
    if (first === undefined || last === undefined) continue;
    const area = { top: first, left: column, bottom: last, right: column };
    if (scale?.type === "yes-no") yield { area, values: [words.answers.yes, words.answers.no] };
    if (scale?.type === "levels") yield { area, source: levelCells(id, scale, document, words) };
  }
}

/** The cells with a criterion's levels, as a list in Excel names them: 'Nivåer'!$D$5:$D$8. */
function levelCells(
  criterion: string,
  { levels }: Extract<Scale, { type: "levels" }>,
  document: EvaluationDocument,
  words: Words,
): string {
  const rows = [...everyCriterion(document.criteria)].flatMap(levelRows);
  const from = firstRow + rows.findIndex((row) => row["criterion"] === criterion);
  const column = columns.levels.findIndex(({ key }) => key === "value");
  const cells = [from, from + levels.length - 1].map((row) => cellName(row, column, true));
  return `${quoted(words.sheets.levels)}!${cells.join(":")}`;
}

function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}
