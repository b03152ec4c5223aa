/**
 * Whether a number means what its cell shows: its number format, or the text beside it, may name
 * another currency, count in thousands, or hide the number or its sign. Such a number is refused
 * with both readings; it is never converted.
 */
import type { CodesOf } from "../core/findings/catalogue";
import type { MoneyMark, MoneyWords } from "./money-marks";
import { moneyMark } from "./money-marks";
import type { FormatSection, Shown } from "./number-format";
import { sectionFor } from "./number-format";

/** `code` is a key of the word list; `seen` what stood in the cell; `details` what else it says. */
export type CellProblem = {
  readonly code: CodesOf<"cells">;
  readonly seen: string;
  readonly allowed?: readonly string[];
  readonly details?: { readonly [name: string]: string };
};
/** What amounts are counted in, and the words that can stand beside them. */
export type Money = {
  /** The procurement's currency; nothing where it is not known. */
  readonly currency?: string;
  readonly words: MoneyWords;
};

/**
 * @param digits the number as the cell holds it, with a decimal point
 * @returns what is wrong with reading the cell as that number, if anything
 */
export function formatProblem(
  value: number,
  digits: string,
  format: string,
  money: Money,
): CellProblem | undefined {
  if (format === "" || /^general$/i.test(format)) return undefined;
  const shown = sectionFor(format, value);
  if (!shown) return undefined;
  const seen = shownText(value, digits, shown);
  return (
    hiddenProblem(value, digits, shown.section, seen) ??
    scaleProblem({ value, digits, seen }, shown.section, money) ??
    marks(shown.section, money).flatMap((mark) => currencyProblem(mark, seen, money) ?? [])[0] ??
    signProblem(value, digits, shown, seen)
  );
}

/** A number that does not show: ;;; shows nothing, and "ingår" in a format shows a word. */
function hiddenProblem(
  value: number,
  digits: string,
  section: FormatSection,
  seen: string,
): CellProblem | undefined {
  const isShown = section.hasDigits && (value !== 0 || section.showsZero);
  // Accounting formats show a zero as a dash.
  if (isShown || (value === 0 && /[-–—]/.test(seen) && !/[\p{L}\d]{3}/u.test(seen)))
    return undefined;
  return {
    code: seen === "" ? "cell-hidden" : "cell-shown-otherwise",
    seen,
    details: { holds: digits },
  };
}

function scaleProblem(
  {
    value,
    digits,
    seen,
  }: { readonly value: number; readonly digits: string; readonly seen: string },
  section: FormatSection,
  money: Money,
): CellProblem | undefined {
  const scale = marks(section, money).find((mark) => mark.scale !== 0)?.scale ?? 0;
  if (value === 0 || (section.thousands === 0 && scale === 0)) return undefined;
  const other =
    section.thousands > 0 ? figure(value, digits, section) : timesPowerOfTen(digits, scale);
  return scaled(seen, digits, other);
}

/** The sign does not show, one shows that is not there, or text stands among the digits. */
function signProblem(
  value: number,
  digits: string,
  { section, isUnsigned }: Shown,
  seen: string,
): CellProblem | undefined {
  const { before, after, isBroken } = section;
  const showsMinus = /[-−–(]/.test(before) || /^\s*[-−–]/.test(after);
  const isWrong =
    value !== 0 &&
    ((value < 0 && isUnsigned && !showsMinus) ||
      (value > 0 && /[-−–(]\s*$/.test(before)) ||
      isBroken ||
      /\d[.,]?$/.test(before) ||
      /^(?:[.,]?\d|\s\d{3}(?!\d)|\s*‰)/.test(after) ||
      isRoundedFraction(value, section));
  return isWrong ? { code: "cell-shown-otherwise", seen, details: { holds: digits } } : undefined;
}

/** A fraction such as 1/3 for 0.33: its denominators do not reach the number. */
function isRoundedFraction(value: number, { denominator }: FormatSection): boolean {
  if (denominator === undefined) return false;
  return !Array.from({ length: Math.min(denominator, 999) }, (_, n) => value * (n + 1)).some(
    (numerator) => Math.abs(numerator - Math.round(numerator)) < 1e-9,
  );
}

function marks({ before, after, country }: FormatSection, { words }: Money): MoneyMark[] {
  return [before, after].flatMap((text) => moneyMark(text, words, country) ?? []);
}

/**
 * What a computer in Sweden shows where a format leaves the currency to the computer: amounts in
 * kronor are then read as they show, and any other currency is asked about.
 */
const home = "SEK";

function currencyProblem(
  { currencies, isOfComputer }: MoneyMark,
  seen: string,
  { currency }: Money,
): CellProblem | undefined {
  if (currency === undefined) return undefined;
  if (isOfComputer)
    return currency === home
      ? undefined
      : { code: "cell-computers-currency", seen, details: { currency } };
  if (currencies.length === 0 || currencies.includes(currency)) return undefined;
  return { code: "cell-other-currency", seen, details: { currency } };
}

function scaled(seen: string, holds: string, other: string): CellProblem {
  return { code: "cell-scaled", seen, details: { holds, other } };
}

/** An amount in text, parted into its figure and the mark beside it: "25 kr", "€ 24 500". */
export function amountInText(
  text: string,
  { words }: Money,
): { readonly figure: string; readonly mark: MoneyMark } | undefined {
  const [, before = "", figure = "", after = ""] =
    /^([^\d−–-]*)([−–-]? ?\d[\d ]*(?:[.,]\d+)?)(\D*)$/u.exec(text) ?? [];
  const [first, second] = [before.trim(), after.trim()];
  const mark = first === "" ? second : second === "" ? first : "";
  // "25 kr/tim" names a unit that may not be the row's.
  const found = /[\s/]/.test(mark) && !/^\S+ \S+$/.test(mark) ? undefined : exactMark(mark, words);
  return figure === "" || !found ? undefined : { figure: figure.trim(), mark: found };
}

/** The whole text is one mark, or a scale and a mark: "milj. kr". */
function exactMark(text: string, words: MoneyWords): MoneyMark | undefined {
  const parts = text.split(" ");
  return parts.every((part) => !part.includes("/") && moneyMark(part, words))
    ? moneyMark(text, words)
    : undefined;
}

/** What is wrong with taking the figure of "29,75 €" or "1 250 tkr" as the amount, if anything. */
export function markProblem(
  seen: string,
  digits: string,
  mark: MoneyMark,
  money: Money,
): CellProblem | undefined {
  if (mark.scale !== 0 && /[1-9]/.test(digits))
    return scaled(seen, digits, timesPowerOfTen(digits, mark.scale));
  return currencyProblem(mark, seen, money);
}

/** What the cell shows, as Excel would with a decimal comma. */
function shownText(value: number, digits: string, { section, isUnsigned }: Shown): string {
  const { before, after, hasDigits, showsZero } = section;
  const number = hasDigits && (value !== 0 || showsZero) ? figure(value, digits, section) : "";
  const sign = value < 0 && !isUnsigned && number !== "" ? "-" : "";
  return `${sign}${before}${grouped(number)}${after}`.replace(/\s+/gu, " ").trim();
}

/** The figure without its sign: thousands left out, per cent multiplied. */
function figure(value: number, digits: string, section: FormatSection): string {
  const power = (section.isPercent ? 2 : 0) - 3 * section.thousands;
  const bare = timesPowerOfTen(digits.replace("-", ""), power);
  const decimals = bare.split(".")[1]?.length ?? 0;
  if (section.thousands === 0 && decimals >= section.decimals) return bare;
  return (Math.abs(value) * 10 ** power).toFixed(section.decimals);
}

/** A decimal with its point moved; exact, since it is done with text. */
function timesPowerOfTen(decimal: string, power: number): string {
  const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const all = whole.padStart(Math.max(0, -power) + 1, "0") + decimals.padEnd(power, "0");
  const point = Math.max(whole.length, Math.max(0, -power) + 1) + power;
  const left = all.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const right = all.slice(point).replace(/0+$/, "");
  return `${sign}${left}${right === "" ? "" : `.${right}`}`;
}

function grouped(decimal: string): string {
  const [whole = "", decimals] = decimal.split(".");
  const spaced = whole.replace(/\B(?=(?:\d{3})+$)/g, "\u00a0");
  return decimals === undefined ? spaced : `${spaced},${decimals}`;
}
