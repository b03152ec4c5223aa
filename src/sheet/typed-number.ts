/**
 * A decimal as someone would type it in a language, which reading gives back whatever the language of the
 * workbook: no comma between thousands, which could be a decimal mark. It reads no cell.
 */
import type { Words } from "../words/sv/words";

/** @param text as a document has it, "1250000.5" */
export function typedNumber(text: string, words: Words): string {
  const mark = words.number("1000").replace(/\d/g, "");
  const typed = words.number(text).replaceAll(mark, mark === "," ? "" : " ");
  // Three decimals could be thousands: 2.125 is told from 2 125 by one digit more.
  return /^-?\d{1,3}[.,]\d{3}$/.test(typed) ? `${typed}0` : typed;
}
