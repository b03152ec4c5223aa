/**
 * Which columns of which sheets formulas read, so that an engine is handed no others. It takes a
 * reference too many rather than one too few, and calculates nothing.
 */
import { columnIndex } from "../sheet/cell-address";
import type { Page } from "../sheet/workbook";

/** A text constant, which holds no reference; or a cell or range, with its sheet where it is named. */
const reference =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'!|([\p{L}\d_.]+)!)?\$?([A-Z]{1,3})\$?\d+(?::\$?([A-Z]{1,3})\$?\d+)?/gu;

/** The same in a formula that names no sheet, as most do: looking for names takes longest. */
const ownReference = /"(?:[^"]|"")*"|\$?([A-Z]{1,3})\$?\d+(?::\$?([A-Z]{1,3})\$?\d+)?/g;

/** The positions of the columns that the formulas of these pages read, by sheet. */
export function columnsRead(pages: readonly Page[]): ReadonlyMap<string, ReadonlySet<number>> {
  const read = new Map<string, Set<number>>();
  for (const { name, rows } of pages) {
    for (const { formula } of rows.flatMap((row) => row.flatMap((cell) => cell ?? [])))
      if (formula !== undefined) addColumns(read, name, formula);
  }
  return read;
}

/** @param own the sheet that the formula stands on, which its references do not name */
function addColumns(read: Map<string, Set<number>>, own: string, formula: string): void {
  if (formula.includes("!")) {
    for (const [, quoted, plain, first, last] of formula.matchAll(reference))
      addRange(read, quoted?.replaceAll("''", "'") ?? plain ?? own, [first, last]);
  } else {
    for (const [, first, last] of formula.matchAll(ownReference))
      addRange(read, own, [first, last]);
  }
}

/** Adds the columns from the first to the last; none for a text constant, which has no first. */
function addRange(
  read: Map<string, Set<number>>,
  sheet: string,
  [first, last = first]: readonly [string | undefined, string | undefined],
): void {
  if (first === undefined || last === undefined) return;
  const columns = read.get(sheet) ?? new Set();
  read.set(sheet, columns);
  for (let column = columnIndex(first); column <= columnIndex(last); column += 1)
    columns.add(column);
}
