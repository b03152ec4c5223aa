/**
 * One cell ⇄ one value of the document. Reading gives the exact value, nothing for a blank, or a
 * problem that says what was seen and what was wanted; it never guesses, never rounds, and a blank
 * is never zero. Writing is its exact inverse.
 */
import { isMoment } from "../core/moment";
import { decimalPattern } from "../core/number";
import type { CellProblem, Money } from "./number-meaning";
import type { CellContent, CellReading } from "./workbook";
import type { DateWords } from "./written-moment";
import { dayOrMoment, readWrittenMoment } from "./written-moment";
import { readDecimal, plainDigits, writeDecimal, seenIn } from "./decimal-cells";
import type { Read } from "./cell-value";

/**
 * Text as it stands. An empty text is not a blank, and a sheet has no other way to hold it: it is
 * written as two quotation marks, and quotation marks alone get two more.
 */
export function readText(cell: CellReading): Read<string> {
  if (cell.kind === "blank") return {};
  if (cell.kind === "error") return { problem: { code: "cell-error", seen: seenIn(cell) } };
  if (cell.kind === "number") return { value: plainDigits(cell.value as number, 0) };
  const text = String(cell.value);
  return { value: /^"{2,}$/.test(text) ? text.slice(2) : text };
}

/** Text without its outer spaces, such as an id; spaces alone are a blank. */
export function readTrimmedText(cell: CellReading): Read<string> {
  const read = readText(cell);
  if (read.value === undefined) return read;
  const value = read.value.trim();
  return value === "" ? {} : { value };
}

/** Text as a text cell; the inverse of {@link readText}. */
export function writeText(text: string): CellContent {
  return { value: /^(?:|"{2,})$/.test(text) ? `""${text}` : text };
}

/**
 * A date, or a date and a time of day: a date cell, or text as people write dates. One day has one
 * text, however the cell keeps it: midnight without a zone is the day itself in a date cell and in
 * one that another program kept as ISO text.
 */
export function readMoment(cell: CellReading, dates: readonly DateWords[] = []): Read<string> {
  if (cell.kind === "blank") return {};
  const seen = seenIn(cell);
  const problem = (code: CellProblem["code"]): Read<string> => ({ problem: { code, seen } });
  if (cell.kind === "error") return problem("cell-error");
  if (cell.kind === "date" || (cell.kind === "text" && /^\d{4}-\d\d-\d\dT\S+$/.test(seen.trim()))) {
    const moment = dayOrMoment(seen.trim());
    // Excel's day 0 is 1899: a time of day without a date.
    return isMoment(moment) && !/^1[0-8]/.test(moment)
      ? { value: moment }
      : problem("cell-not-moment");
  }
  if (cell.kind !== "text") return problem("cell-not-moment");
  const { moment, isAmbiguous } = readWrittenMoment(seen, dates);
  if (moment !== undefined) return { value: moment };
  return problem(isAmbiguous ? "cell-moment-ambiguous" : "cell-not-moment");
}

export function writeMoment(moment: string): CellContent {
  return { value: moment.replace("T", " ") };
}

/** A number cell as the decimal it shows, any other as text. */
export function readValue(cell: CellReading, money?: Money): Read<string> {
  return cell.kind === "number" ? readDecimal(cell, false, money) : readText(cell);
}

/**
 * A decimal as a number where a cell can hold it, and else the text as it stands; the inverse of
 * {@link readValue}.
 */
export function writeValue(text: string): CellContent {
  const number = decimalPattern.test(text) ? writeDecimal(text) : undefined;
  return typeof number?.value === "number" ? number : writeText(text);
}
