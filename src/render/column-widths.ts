/**
 * Computes the widths of a table's columns in a Word document from its texts. Only fixed widths
 * look alike in every program that shows Word documents.
 */
import { longestWord } from "../content/paper";

/** In twentieths of a point: one character at the size of a table, and the margins of a cell. */
const [character, margins] = [128, 190];

/**
 * Computes the width of each column. A word of up to 16 characters is not broken while there is
 * room; the remaining width goes to the columns with the longest texts.
 * @param width of the whole table, in twentieths of a point
 * @returns the width of each column, in twentieths of a point
 */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const columnTexts = columns.map((title, n) => [title, ...rows.map((row) => row[n] ?? "")]);
  const least = columnTexts.map(
    (texts) => margins + character * Math.min(16, Math.max(2, ...texts.map(longestWord))),
  );
  const wanted = columnTexts.map(
    (texts) =>
      margins + character * Math.min(70, Math.max(2, ...texts.map(({ length }) => length))),
  );
  const needed = least.reduce((sum, size) => sum + size, 0);
  if (needed >= width) return least.map((size) => Math.floor((width * size) / needed));
  const lacking = wanted.map((size, n) => Math.max(0, size - (least[n] ?? 0)));
  const total = lacking.reduce((sum, size) => sum + size, 0);
  return least.map(
    (size, n) =>
      size + (total === 0 ? 0 : Math.floor(((width - needed) * (lacking[n] ?? 0)) / total)),
  );
}
