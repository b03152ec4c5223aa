/**
 * The text of a cell in a bidder form that came back, and whether it is the text that was handed out.
 * It reads no meaning out of a text.
 */
import type { CellReading } from "../workbook";

export function textOf(cell: CellReading | undefined): string {
  return cell === undefined || cell.value === null ? "" : String(cell.value).trim();
}

/** Other programs part lines with other signs, and keep a number's digits otherwise. */
export function isSameText(text: string, cell: CellReading | undefined): boolean {
  const [wanted, seen] = [text, textOf(cell)].map((each) => each.replace(/\s+/gu, " ").trim());
  return wanted === seen || (wanted !== "" && seen !== "" && Number(wanted) === Number(seen));
}
