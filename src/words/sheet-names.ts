/**
 * Sentences that name sheets, with the names that the sheets have in the workbook: its reader may read in
 * another language than it is written in, and people rename sheets. It opens no workbook.
 */
import type { Words } from "./sv/words";

/** What sheets are called in the workbook, by the reader's own word; those that differ alone. */
export type SheetNames = ReadonlyMap<string, string>;

type Mention = Words["sheetMention"];

/** "on the sheet Prices": "on the sheet Pris". */
export function withSheetNames(text: string, names: SheetNames, mention: Mention): string {
  if (names.size === 0) return text;
  const some = [...names.keys()].sort((a, b) => b.length - a.length).join("|");
  const one = `(?:${some})(?![\\p{L}\\p{N}])`;
  const named = new RegExp(
    `(?<=\\b(?:${mention.sheet}) )${one}|(?<=\\b(?:${mention.sheet}) [\\p{L}]+ ${mention.and} )${one}`,
    "gu",
  );
  return text.replace(named, (name) => names.get(name) ?? name);
}

/** A list of words in which every sentence names the sheets as the workbook does. */
export function wordsWithSheetNames<List>(list: List, names: SheetNames, mention: Mention): List {
  const say = (value: unknown): unknown => {
    if (typeof value === "string") return withSheetNames(value, names, mention);
    if (typeof value === "function")
      return (...given: readonly unknown[]) =>
        say((value as (...all: readonly unknown[]) => unknown)(...given));
    if (Array.isArray(value)) return value.map(say);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, say(each)]));
  };
  return names.size === 0 ? list : (say(list) as List);
}
