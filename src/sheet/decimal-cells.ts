/**
 * One number cell ⇄ one exact decimal. Reading gives the decimal a person typed or sees, or a
 * problem; it never rounds and never guesses between two readings. Writing is its inverse.
 */
import { decimalPattern, Exact } from "../core/number";
import { plainFigure, spacedPlainly, writtenNumber } from "../core/written-number";
import type { MoneyMark } from "./money-marks";
import type { Money } from "./number-meaning";
import { amountInText, formatProblem, markProblem } from "./number-meaning";
import { sectionFor, sectionsOf } from "./number-format";
import type { CellContent, CellReading } from "./workbook";
import type { Read } from "./cell-value";

/**
 * Excel keeps a number as a double but shows and accepts at most 15 significant digits, so the
 * decimal a person typed is the double written with 15 significant digits: 0.30000000000000004
 * (from =0,1+0,2) is 0.3. Zeros that the cell's number format shows are kept: 31,5 shown as 31,50
 * is "31.50". Nothing is rounded: more decimals than a document holds is a problem, not a cut.
 */
export function readDecimal(
  cell: CellReading,
  percent = false,
  money: Money = unknownMoney,
): Read<string> {
  const seen = seenIn(cell);
  switch (cell.kind) {
    case "blank":
      return {};
    case "number":
      return ofDouble(cell.value as number, cell.format ?? "", percent, money);
    case "text":
      return ofText(String(cell.value), percent, money);
    case "date":
      return { problem: { code: "cell-date", seen } };
    case "boolean":
      return { problem: { code: "cell-not-number", seen } };
    case "error":
      return { problem: { code: "cell-error", seen } };
  }
}

/**
 * A share that is entered as a part: 0.6, or 60 % in a per cent cell or as text, which is the same
 * part.
 */
export function readShare(cell: CellReading, money?: Money): Read<string> {
  const isShownAsPercent =
    cell.kind === "number"
      ? isPercent(cell.format ?? "")
      : cell.kind === "text" && String(cell.value).includes("%");
  const read = readDecimal(cell, isShownAsPercent, money);
  if (!isShownAsPercent || read.value === undefined) return read;
  const value = Exact.of(read.value).over(Exact.of("100")).toText();
  return decimalPattern.test(value)
    ? { value }
    : { problem: { code: "cell-too-many-decimals", seen: seenIn(cell) } };
}

/** Where no currency is known: only what hides a number or scales it is heard. */
const unknownMoney: Money = { words: { currencies: {}, scales: {}, prefixes: {} } };

function ofDouble(double: number, format: string, percent: boolean, money: Money): Read<string> {
  const section = format === "" ? undefined : sectionFor(format, double)?.section;
  const shift = section?.isPercent === true ? 2 : 0;
  const showsPercent = shift > 0 || /%/.test(`${section?.before ?? ""}${section?.after ?? ""}`);
  const digits = plainDigits(double, shift);
  const seen = `${swedish(digits)}${showsPercent ? " %" : ""}`;
  if (showsPercent && !percent) return { problem: { code: "cell-percent", seen } };
  const problem = formatProblem(double, plainDigits(double, 0), format, money);
  if (problem) return { problem };
  const decimals = digits.split(".")[1]?.length ?? 0;
  const shown = section?.decimals ?? 0;
  const padded =
    shown > decimals && shown <= 10
      ? `${digits}${decimals === 0 ? "." : ""}${"0".repeat(shown - decimals)}`
      : digits;
  if (decimalPattern.test(padded)) return { value: padded };
  return { problem: { code: decimals > 10 ? "cell-too-many-decimals" : "cell-too-large", seen } };
}

/**
 * The double's 15 significant digits without exponent, moved `shift` places to the left of the
 * point.
 */
export function plainDigits(double: number, shift: number): string {
  const short = String(double);
  // What JavaScript writes in fifteen digits or fewer is what fifteen digits are, without the zeros.
  if (shift === 0 && short.length <= 15 && !short.includes("e")) return short;
  const [mantissa = "", exponent = "0"] = Math.abs(double).toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(exponent) + 1 + shift;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const rest = (point < 0 ? "0".repeat(-point) : "") + digits.slice(Math.max(point, 0));
  const decimals = rest.replace(/0+$/, "");
  const text = (whole.replace(/^0+(?=\d)/, "") || "0") + (decimals === "" ? "" : `.${decimals}`);
  return double < 0 && text !== "0" ? `-${text}` : text;
}

/** A number in text, and an amount with its mark: "25 kr", where kronor are what is counted in. */
function ofText(text: string, percent: boolean, money: Money): Read<string> {
  const amount = /^[-−–]?[\d., ]*$/.test(text)
    ? undefined
    : amountInText(spacedPlainly(text), money);
  if (!amount) return ofFigure(text, percent, text);
  const read = ofFigure(amount.figure, percent, text);
  return read.value === undefined ? read : marked(read.value, text, amount.mark, money);
}

function marked(value: string, text: string, mark: MoneyMark, money: Money): Read<string> {
  const problem = markProblem(text.trim(), value, mark, money);
  return problem ? { problem } : { value };
}

/** A number in text, "12 %" where a percentage is asked for. */
function ofFigure(text: string, percent: boolean, seen: string): Read<string> {
  const bare = plainFigure(text);
  if (bare === "") return {};
  if (bare.endsWith("%") && !percent) return { problem: { code: "cell-percent", seen } };
  const { value, problem } = writtenNumber(bare.replace(/ ?%$/, ""));
  return problem ? { problem: { code: `cell-${problem}`, seen } } : { value };
}

/**
 * A decimal as a number cell that shows every digit of it, or as text where a double would lose
 * one.
 */
export function writeDecimal(text: string): CellContent {
  const decimals = text.split(".")[1]?.length ?? 0;
  const format = decimalFormat(decimals);
  const back = ofDouble(Number(text), format, false, unknownMoney);
  return back.value === text ? { value: Number(text), format } : { value: text.replace(".", ",") };
}

/** Whether a number format shows a hundredth as one per cent. */
export function isPercent(format: string): boolean {
  return format !== "" && sectionsOf(format)[0]?.isPercent === true;
}

/** The number format that shows exactly so many decimals. */
export function decimalFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** A whole number such as a number of winners; a document writes it as a JSON number. */
export function readWhole(cell: CellReading, money?: Money): Read<number> {
  const { value, problem } = readDecimal(cell, false, money);
  if (problem) return { problem };
  if (value === undefined) return {};
  return /^\d+(?:\.0+)?$/.test(value)
    ? { value: Number(value) }
    : { problem: { code: "cell-not-whole", seen: seenIn(cell) } };
}

/** What stands in a cell, for a person. */
export function seenIn(cell: CellReading): string {
  if (cell.kind === "number") return swedish(plainDigits(cell.value as number, 0));
  if (cell.kind === "boolean") return cell.value ? "TRUE" : "FALSE";
  return String(cell.value ?? "");
}

export function swedish(digits: string): string {
  return digits.replace(".", ",");
}

/** A decimal without the zeros that only its number format shows; anything else as it is. */
export function withoutZeros(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+\.\d+$/.test(value)
    ? value.replace(/\.?0+$/, "")
    : value;
}

/** More digits than Excel's own numbers hold: such an amount is text because it has to be. */
export function beyondDouble(decimal: string): boolean {
  return typeof writeDecimal(decimal).value === "string";
}
