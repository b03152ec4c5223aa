/**
 * What the cells of the group's tables hold: counts, amounts and values in the reader's words.
 * It computes nothing.
 */
import type { Entry, Section } from "../content/table";
import { decimalPattern, Exact } from "../core/number";
import type { Step } from "../core/step";
import type { Words } from "../words/sv/words";

export function withRows(sections: readonly Section[]): Section[] {
  return sections.filter(({ rows }) => rows.length > 0);
}

export const count = (number: number): Entry => ({ exact: Exact.count(number), decimals: 0 });
export const figure = (exact: Exact | undefined, decimals: number): Entry =>
  exact ? { exact, decimals } : "";

export const none = "–";

export function orNone(entry: Entry): Entry {
  return entry === "" ? none : entry;
}

/** An amount with every decimal it has up to six, and at least two. */
export function amount(value: Exact | undefined): Entry {
  if (!value) return none;
  const decimals = value.toDecimal(6).split(".")[1]?.length ?? 0;
  return figure(value, Math.max(2, decimals));
}

/**
 * The value of a step, which a sheet can compute again.
 * @param decimals as many as an amount has where they are not given
 */
export function made(step: Step | undefined, decimals?: number): Entry {
  const shown = decimals === undefined ? amount(step?.value) : figure(step?.value, decimals);
  return typeof shown === "string" || !step ? shown : { ...shown, step };
}

/** A document's decimal in the reader's way of writing, and any other text as it is. */
export function shown(text: string | undefined, words: Words): string {
  if (text === undefined) return "";
  if (text === "yes" || text === "no") return words.answers[text];
  return decimalPattern.test(text) ? words.number(text) : text;
}
