/**
 * A number as people write it in Swedish text: "1 249,50", "1249.5", "−3". It guesses nothing between
 * two readings, reads no currency, and knows no cell.
 */
import { decimalPattern } from "./number";

/** Spaces that Swedish numbers are grouped with: plain, no-break, narrow no-break, thin. */
const groupSpaces = /[ \u00a0\u202f\u2009]/g;

const grouped = /^\d{1,3}(?: \d{3})+$/;

/** A decimal as a document has it, or why the text is none. */
export type WrittenNumber =
  | { readonly value: string; readonly problem?: never }
  | {
      readonly value?: never;
      readonly problem: "ambiguous" | "not-number" | "too-many-decimals" | "too-large";
    };

/** The text with plain spaces, and none around it. */
export function spacedPlainly(text: string): string {
  return text.replace(groupSpaces, " ").trim();
}

/** The same with a hyphen for the sign. */
export function plainFigure(text: string): string {
  return spacedPlainly(text).replace(/^[−–]/, "-");
}

/**
 * A mark followed by exactly three digits after one to three ("1.249", "1,249") can mean a thousand or
 * a decimal, and "1.249,50" mixes both: they are refused, not guessed.
 */
export function writtenNumber(text: string): WrittenNumber {
  const bare = plainFigure(text);
  const number = bare.replace(/^- ?/, "");
  if (/[.,].*[.,]/.test(number) || /^[1-9]\d{0,2}[.,]\d{3}$/.test(number))
    return { problem: /^[\d., ]+$/.test(number) ? "ambiguous" : "not-number" };
  const [whole = "", decimals] = number.split(/[.,]/);
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return { problem: "not-number" };
  const digits =
    whole.replaceAll(" ", "").replace(/^0+(?=\d)/, "") +
    (decimals === undefined ? "" : `.${decimals}`);
  const value = bare.startsWith("-") && /[1-9]/.test(digits) ? `-${digits}` : digits;
  if (decimalPattern.test(value)) return { value };
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return { problem: "not-number" };
  return { problem: (decimals?.length ?? 0) > 10 ? "too-many-decimals" : "too-large" };
}
