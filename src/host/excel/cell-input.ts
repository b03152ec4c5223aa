/**
 * What Excel is given for a cell. Text goes in as text: through `formulas`, an apostrophe first
 * keeps "=1+1" and "2026-03-02" what they are.
 */
import type { CellContent } from "../../sheet/workbook";
import { cellName, quoted } from "../../sheet/cell-address";

/** The most characters that a text between quotation marks in a formula may have. */
const longestLiteral = 255;

/**
 * A link is an ordinary formula too: it lasts, and takes no call of its own. Where its text is too
 * long for a formula the text stands by itself, and {@link isLinkedBeside} says that the cell is
 * linked apart from it.
 */
export function input(content: CellContent): string | number | boolean {
  const { value, formula, link } = content;
  if (formula !== undefined) return `=${formula}`;
  if (value === undefined || value === null || value === "") return "";
  if (link && !isLinkedBeside(content))
    return `=HYPERLINK("#${escaped(`${quoted(link.sheet)}!${cellName(link.row, link.column)}`)}","${escaped(String(value))}")`;
  return typeof value === "string" ? `'${value}` : value;
}

/** Whether a cell's link cannot be the formula that fills the cell. */
export function isLinkedBeside({ value, formula, link }: CellContent): boolean {
  return (
    link !== undefined && (formula !== undefined || String(value ?? "").length > longestLiteral)
  );
}

function escaped(text: string): string {
  return text.replaceAll('"', '""');
}
