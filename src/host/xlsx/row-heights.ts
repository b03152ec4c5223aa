/**
 * How tall a row must be for its wrapped text to be read, reckoned from the columns' widths. An
 * estimate: no host can say how wide a text is before it is shown.
 */
import type { Page } from "../../sheet/workbook";
import { mergedCells } from "../../sheet/workbook";
import { styles } from "./styles";

/** A line of text in points, and the most Excel allows for a row. */
const [lineHeight, tallest] = [15, 409];

/**
 * Room for wrapped text, in points by row. Excel would find it by itself as soon as a row is
 * edited, LibreOffice not at all, and neither in merged cells.
 */
export function rowHeights({ rows, widths, merges = [] }: Page): Map<number, number> {
  const rights = new Map(
    mergedCells(merges).map(({ top, left, right }) => [`${top},${left}`, right]),
  );
  const room = (row: number, column: number) =>
    widths
      .slice(column, (rights.get(`${row},${column}`) ?? column) + 1)
      .reduce((total, width) => total + width, 0);
  const heights = new Map<number, number>();
  for (const [row, cells] of rows.entries()) {
    const lines = cells.map((cell, column) => {
      const isWrapped = cell?.style && styles[cell.style].alignment?.wrapText;
      return isWrapped ? linesIn(String(cell.value ?? ""), room(row, column)) : 1;
    });
    const most = Math.max(1, ...lines);
    if (most > 1) heights.set(row, Math.min(tallest, most * lineHeight));
  }
  return heights;
}

/**
 * How many lines a text takes in a column of this many characters, when lines break between words.
 */
function linesIn(text: string, width: number): number {
  const room = Math.max(1, width * 1.1 - 1);
  return text.split("\n").reduce((lines, paragraph) => {
    let [used, own] = [0, 1];
    for (const word of paragraph.split(" ")) {
      if (used > 0 && used + 1 + word.length > room) [used, own] = [0, own + 1];
      used += (used > 0 ? 1 : 0) + word.length;
      own += Math.max(0, Math.ceil(used / room) - 1);
      used = used > room ? used % room : used;
    }
    return lines + own;
  }, 0);
}
