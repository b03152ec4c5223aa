/**
 * What Excel refuses of a formula that is entered. The limits are stated here and not taken from
 * the product, since this is what judges it. It reads a formula sign by sign and calculates nothing.
 */
import { refusal } from "./protocol";

/** The most characters of a formula with its equals sign, and of a text in quotation marks. */
const [longestFormula, longestText] = [8193, 255];

/** The most functions inside functions, and the most arguments of one. */
const [deepest, mostArguments] = [64, 255];

/** How far into a formula a reader has come. */
type Reader = { readonly text: string; at: number };

/**
 * @param formula with its equals sign, in en-US
 * @throws HostError InvalidArgument for a formula that Excel does not take
 */
export function refuseFormula(formula: string): void {
  if (formula.length > longestFormula || !isWithin({ text: formula, at: 0 }, 0))
    throw refusal.invalidArgument("Range.formulas");
}

/** Reads to the bracket that closes a call, or to the end. `depth` counts the calls around. */
function isWithin(reader: Reader, depth: number): boolean {
  let given = 1;
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at] ?? "";
    reader.at += 1;
    if (sign === '"' && quotedLength(reader, '"') > longestText) return false;
    if (sign === "'") quotedLength(reader, "'");
    if (sign === "," && depth > 0) given += 1;
    if (sign === ")") return depth === 0 || given <= mostArguments;
    if (sign === "(") {
      const isCall = /[\w.]\($/.test(reader.text.slice(0, reader.at));
      const inner = depth + (isCall ? 1 : 0);
      if (inner > deepest || !isWithin(reader, inner)) return false;
    }
  }
  return true;
}

/** The length of what stands in quotation marks, which are doubled where they are meant. */
function quotedLength(reader: Reader, mark: string): number {
  let length = 0;
  while (reader.at < reader.text.length) {
    const isMark = reader.text[reader.at] === mark;
    const isDoubled = isMark && reader.text[reader.at + 1] === mark;
    reader.at += isDoubled ? 2 : 1;
    if (isMark && !isDoubled) return length;
    length += 1;
  }
  return length;
}
