/**
 * What the input sheets are called in a workbook, for sentences that name them to a reader of another
 * language. A sheet that the workbook lacks has its name in the workbook's own language, in which it
 * would be added. It reads no cell.
 */
import type { SheetNames } from "../words/sheet-names";
import { withSheetNames } from "../words/sheet-names";
import type { Words } from "../words/sv/words";
import type { Places } from "./locate";
import { tableKeys } from "./table-keys";

export function sheetNamesIn({ tables, written }: Places, words: Words): SheetNames {
  return new Map(
    tableKeys.flatMap((key) => {
      const said = words.sheets[key];
      const named = tables[key]?.reading.sheet ?? written?.sheets[key] ?? said;
      return named === said ? [] : [[said, named] as const];
    }),
  );
}

/** A sentence, with the sheets that it names called what they are in the workbook. */
export function asNamedIn(text: string, places: Places, words: Words): string {
  return withSheetNames(text, sheetNamesIn(places, words), words.sheetMention);
}
