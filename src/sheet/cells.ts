/**
 * One cell ⇄ one value of the document. Reading gives the exact value, nothing for a blank, or a
 * problem that says what was seen and what was wanted; it never guesses, never rounds, and a blank
 * is never zero. Writing is its exact inverse.
 */
import { decimalPattern, Exact } from "../core/number";
import type { CellContent, CellReading } from "./workbook";

/** `code` is a key of the word list; `seen` what stood in the cell. */
export type CellProblem = {
  readonly code: string;
  readonly seen: string;
  readonly allowed?: readonly string[];
};
export type Read<V> =
  | { readonly value: V; readonly problem?: never }
  | { readonly problem: CellProblem; readonly value?: never }
  | { readonly value?: never; readonly problem?: never };

/** Spaces that Swedish numbers are grouped with: plain, no-break, narrow no-break, thin. */
const groupSpaces = /[ \u00a0\u202f\u2009]/g;
const grouped = /^\d{1,3}(?: \d{3})+$/;

/**
 * Excel keeps a number as a double but shows and accepts at most 15 significant digits, so the
 * decimal a person typed is the double written with 15 significant digits: 0.30000000000000004
 * (from =0,1+0,2) is 0.3. Zeros that the cell's number format shows are kept: 31,5 shown as 31,50
 * is "31.50". Nothing is rounded: more decimals than a document holds is a problem, not a cut.
 */
export function readDecimal(cell: CellReading, percent = false): Read<string> {
  const seen = seenIn(cell);
  switch (cell.kind) {
    case "blank":
      return {};
    case "number":
      return ofDouble(cell.value as number, cell.format ?? "", percent);
    case "text":
      return ofText(String(cell.value), percent);
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
export function readShare(cell: CellReading): Read<string> {
  const isShownAsPercent =
    cell.kind === "number"
      ? isPercent(cell.format ?? "")
      : cell.kind === "text" && String(cell.value).includes("%");
  const read = readDecimal(cell, isShownAsPercent);
  if (!isShownAsPercent || read.value === undefined) return read;
  const value = Exact.of(read.value).over(Exact.of("100")).toText();
  return decimalPattern.test(value)
    ? { value }
    : { problem: { code: "cell-too-many-decimals", seen: seenIn(cell) } };
}

function ofDouble(double: number, format: string, percent: boolean): Read<string> {
  const shownAsPercent = isPercent(format);
  const seen = shownAsPercent
    ? `${swedish(plainDigits(double, 2))} %`
    : swedish(plainDigits(double, 0));
  if (shownAsPercent && !percent) return { problem: { code: "cell-percent", seen } };
  const digits = plainDigits(double, shownAsPercent ? 2 : 0);
  const decimals = digits.split(".")[1]?.length ?? 0;
  const shown = formatDecimals(format);
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
function plainDigits(double: number, shift: number): string {
  const [mantissa = "", exponent = "0"] = Math.abs(double).toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(exponent) + 1 + shift;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const rest = (point < 0 ? "0".repeat(-point) : "") + digits.slice(Math.max(point, 0));
  const decimals = rest.replace(/0+$/, "");
  const text = (whole.replace(/^0+(?=\d)/, "") || "0") + (decimals === "" ? "" : `.${decimals}`);
  return double < 0 && text !== "0" ? `-${text}` : text;
}

/**
 * A number as people write it in Swedish text: "1 249,50", "1249.5", "−3", "12 %". A mark followed
 * by exactly three digits after one to three ("1.249", "1,249") can mean a thousand or a decimal,
 * and "1.249,50" mixes both: they are refused, not guessed.
 */
function ofText(text: string, percent: boolean): Read<string> {
  const problem = (code: string): Read<string> => ({ problem: { code, seen: text } });
  const bare = text.replace(groupSpaces, " ").trim().replace(/^[−–]/, "-");
  if (bare === "") return {};
  const withoutSign = bare.replace(/^- ?/, "");
  const isPercentText = withoutSign.endsWith("%");
  if (isPercentText && !percent) return problem("cell-percent");
  const number = withoutSign.replace(/ ?%$/, "");
  if (/[.,].*[.,]/.test(number) || /^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) {
    return problem(/^[\d., ]+$/.test(number) ? "cell-ambiguous" : "cell-not-number");
  }
  const [whole = "", decimals] = number.split(/[.,]/);
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return problem("cell-not-number");
  const digits =
    whole.replaceAll(" ", "").replace(/^0+(?=\d)/, "") +
    (decimals === undefined ? "" : `.${decimals}`);
  const value = bare.startsWith("-") && /[1-9]/.test(digits) ? `-${digits}` : digits;
  if (decimalPattern.test(value)) return { value };
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return problem("cell-not-number");
  return problem((decimals?.length ?? 0) > 10 ? "cell-too-many-decimals" : "cell-too-large");
}

/**
 * A decimal as a number cell that shows every digit of it, or as text where a double would lose
 * one.
 */
export function writeDecimal(text: string): CellContent {
  const decimals = text.split(".")[1]?.length ?? 0;
  const format = decimalFormat(decimals);
  const back = ofDouble(Number(text), format, false);
  return back.value === text ? { value: Number(text), format } : { value: text.replace(".", ",") };
}

/** Whether a number format shows a hundredth as one per cent. */
export function isPercent(format: string): boolean {
  return /%/.test(firstSection(format));
}

function formatDecimals(format: string): number {
  return /\.(0+)/.exec(firstSection(format))?.[1]?.length ?? 0;
}

/** The section for positive numbers, without quoted text and colour codes. */
function firstSection(format: string): string {
  return (format.split(";")[0] ?? "").replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
}

/** The number format that shows exactly so many decimals. */
export function decimalFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** A whole number such as a number of winners; a document writes it as a JSON number. */
export function readWhole(cell: CellReading): Read<number> {
  const { value, problem } = readDecimal(cell);
  if (problem) return { problem };
  if (value === undefined) return {};
  return /^\d+(?:\.0+)?$/.test(value)
    ? { value: Number(value) }
    : { problem: { code: "cell-not-whole", seen: seenIn(cell) } };
}

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

/** Text as a text cell; the inverse of {@link readText}. */
export function writeText(text: string): CellContent {
  return { value: /^(?:|"{2,})$/.test(text) ? `""${text}` : text };
}

const momentPattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?))?$/;

/** A date, or a date and a time of day: a date cell, or text that is written as one. */
export function readMoment(cell: CellReading): Read<string> {
  if (cell.kind === "blank") return {};
  const seen = seenIn(cell);
  const [, date, time] =
    cell.kind === "date" || cell.kind === "text" ? (momentPattern.exec(seen.trim()) ?? []) : [];
  if (date === undefined || Number.isNaN(Date.parse(date)))
    return { problem: { code: cell.kind === "error" ? "cell-error" : "cell-not-moment", seen } };
  return { value: time === undefined ? date : `${date}T${time}` };
}

export function writeMoment(moment: string): CellContent {
  return { value: moment.replace("T", " ") };
}

/** A number cell as the decimal it shows, any other as text. */
export function readValue(cell: CellReading): Read<string> {
  return cell.kind === "number" ? readDecimal(cell) : readText(cell);
}

/**
 * A decimal as a number where a cell can hold it, and else the text as it stands; the inverse of
 * {@link readValue}.
 */
export function writeValue(text: string): CellContent {
  const number = decimalPattern.test(text) ? writeDecimal(text) : undefined;
  return typeof number?.value === "number" ? number : writeText(text);
}

/** The codes of a closed list, by every word they go by, and the words to offer. */
export class ChoiceList {
  private readonly codes = new Map<string, string>();

  /**
   * @param all the lists of every language a workbook may be written in; the first is the one to
   * offer
   */
  constructor(private readonly all: readonly { readonly [code: string]: string }[]) {
    for (const list of all)
      for (const [code, word] of Object.entries(list)) this.codes.set(folded(word), code);
  }

  get words(): string[] {
    return Object.values(this.all[0] ?? {});
  }

  codeOf(word: string): string | undefined {
    return this.codes.get(folded(word));
  }

  /**
   * Whether a formula that looks for one of the words would find this text: case is free, spaces
   * are not.
   */
  isExact(text: string): boolean {
    return this.all.some((list) =>
      Object.values(list).some((word) => word.toLowerCase() === text.toLowerCase()),
    );
  }
}

/**
 * A word from a closed set, and nothing else: "Ja, se bilaga 3" is not a yes, and neither is a "Jа"
 * with a Cyrillic letter. Compared after NFKC, without case and outer spaces.
 */
export function readChoice(cell: CellReading, choices: ChoiceList): Read<string> {
  if (cell.kind === "blank") return {};
  const seen = seenIn(cell);
  if (folded(seen) === "") return {};
  const code = cell.kind === "text" ? choices.codeOf(seen) : undefined;
  if (code !== undefined) return { value: code };
  const foreign = /[^\p{Script=Latin}\p{Script=Common}]/u.test(seen);
  return {
    problem: {
      code: foreign ? "cell-foreign-letter" : "cell-not-choice",
      seen,
      allowed: choices.words,
    },
  };
}

/** yes or no where the cell holds a word, otherwise a number. */
export function readFigure(cell: CellReading, flags: ChoiceList): Read<string> {
  const word = cell.kind === "text" ? flags.codeOf(String(cell.value)) : undefined;
  return word === undefined ? readDecimal(cell) : { value: word };
}

function folded(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** What stands in a cell, for a person. */
export function seenIn(cell: CellReading): string {
  if (cell.kind === "number") return swedish(plainDigits(cell.value as number, 0));
  if (cell.kind === "boolean") return cell.value ? "SANT" : "FALSKT";
  return String(cell.value ?? "");
}

function swedish(digits: string): string {
  return digits.replace(".", ",");
}
