/**
 * Whole columns of the input tables in formulas: a column as a range, how often a word stands in it,
 * and whether a formula can read it as the engine does. It computes nothing.
 */
import { cellName, quoted } from "../cell-address";
import type { FoundTable } from "../locate";

/**
 * A column of a table as an absolute range; Excel keeps it in step when rows are inserted.
 * @throws when the table has no such column
 */
export function columnRange(table: FoundTable, column: string): string {
  const first = table.address(0, column);
  const last = table.address(table.reading.rows.length - 1, column);
  if (!first || !last) throw new Error(`no column ${column} in ${table.key}`);
  return `${quoted(first.sheet)}!${cellName(first.row, first.column, true)}:${cellName(last.row, last.column, true)}`;
}

/**
 * A formula for how many cells of a column are read as a word: cells with the word itself, and cells
 * with each other spelling of it in the column.
 */
export function countOf(table: FoundTable, column: string, word: string): string {
  const spellings = table.reading.rows.flatMap((_, row) =>
    table.spelling(row, column) === word && table.cell(row, column).kind === "text"
      ? [String(table.cell(row, column).value)]
      : [],
  );
  const count = wordCounter(table, column);
  return [...new Set([word, ...spellings])]
    .map((text) => count(columnRange(table, column), text))
    .join("+");
}

/**
 * How a formula counts the cells of a range with a word of a column. Not by COUNTIF, for which the
 * second engine goes through every cell of the sheet; but COUNTIF passes over a cell with an error,
 * which makes an error of SUMPRODUCT.
 */
export function wordCounter(
  table: FoundTable,
  column: string,
): (range: string, word: string) => string {
  const hasError = table.reading.rows.some((_, row) => table.cell(row, column).kind === "error");
  return hasError
    ? (range, word) => `COUNTIF(${range},${literal(word.replace(/[*?~]/g, "~$&"))})`
    : (range, word) => `SUMPRODUCT((${range}=${literal(word)})*1)`;
}

/** A formula for how many cells of a range hold the number 0: a blank cell equals 0 and holds none. */
export function countOfZeros(range: string): string {
  return `SUMPRODUCT((${range}=0)*(${range}<>""))`;
}

/**
 * Whether a cell of the columns is text or was refused by the reader: a formula over whole columns
 * then does not read them as the engine does.
 */
export function hasTextIn(table: FoundTable, columns: readonly string[]): boolean {
  return table.reading.rows.some((_, row) =>
    columns.some(
      (column) => table.cell(row, column).kind === "text" || table.isRefused(row, column),
    ),
  );
}

/** A text as a constant in a formula; Excel takes at most 255 characters. */
export function literal(text: string): string {
  return `"${text.slice(0, 255).replaceAll('"', '""')}"`;
}
