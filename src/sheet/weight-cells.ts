/**
 * A cell with a weight ⇄ the weight: a percentage as any other, and a fraction of two whole numbers
 * where no decimal says it, as in three equal weights of =100/3. It reads a fraction from the cell's
 * formula or text, never from a double, and reduces none.
 */
import { fractionPattern } from "../core/number";
import type { Read } from "./cell-value";
import { decimalFormat, isPercent, readDecimal, seenIn, writeDecimal } from "./decimal-cells";
import { writeText } from "./cells";
import type { Money } from "./number-meaning";
import type { CellContent, CellReading } from "./workbook";

/**
 * A formula whose value is a decimal is read as that decimal, so that =100/4 stays "25"; the fraction
 * itself is read where the decimal would have to be cut.
 */
export function readWeight(cell: CellReading, money?: Money): Read<string> {
  const written = cell.kind === "text" ? fractionOf(String(cell.value), false) : undefined;
  if (written !== undefined) return { value: written };
  const read = readDecimal(cell, true, money);
  const seen = seenIn(cell);
  if (read.problem?.code === "cell-date") return { problem: { code: "weight-date", seen } };
  if (read.problem?.code !== "cell-too-many-decimals") return read;
  const value = fractionOf(cell.formula ?? "", isPercent(cell.format ?? ""));
  return value === undefined
    ? { problem: { ...read.problem, code: "weight-unending" } }
    : { value };
}

/** Whether a cell's formula divides one whole number by another: its value is known without Excel. */
export function isFraction({ formula = "" }: CellReading): boolean {
  return fractionOf(formula, false) !== undefined;
}

/**
 * A fraction as a formula, so that sums and copies of the cell are as near as Excel can come; as text
 * where the formula's value would be read back as a decimal.
 */
export function writeWeight(text: string): CellContent {
  if (!fractionPattern.test(text)) return writeDecimal(text);
  const [numerator, denominator] = text.split("/").map(Number) as [number, number];
  const value = numerator / denominator;
  const content = { value, formula: text, format: decimalFormat(4) };
  return readWeight({ kind: "number", ...content }).value === text ? content : writeText(text);
}

/** @param inPercent whether the cell shows the fraction a hundred times: 1/3 as 33.33 % */
function fractionOf(text: string, inPercent: boolean): string | undefined {
  const [, numerator = "", denominator = ""] = /^\s*=?\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text) ?? [];
  const fraction = `${numerator}${inPercent ? "00" : ""}/${denominator}`;
  return fractionPattern.test(fraction) ? fraction : undefined;
}
