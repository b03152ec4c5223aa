/** The library of models as the pane shows it, with bids as they were typed. It reads no case. */
import type { TypedBid } from "../app/templates/imagined-bid";
import { imaginedBids } from "../app/templates/imagined-bid";
import { libraryCurrency, libraryTables } from "../app/templates/library-tables";
import { modelsBeside } from "../app/templates/side-by-side";
import type { Words } from "../words/sv/words";
import { sectionAnswer } from "./section-answer";
import type { TrialAnswer } from "./trial-answer";
import { refusedTrial } from "./trial-answer";

/**
 * The tables, or what each bid, not blank, lacks.
 * @param all every language that a price may be typed in
 */
export function libraryAnswer(
  typed: readonly TypedBid[],
  words: Words,
  all: readonly Words[],
): TrialAnswer {
  const read = imaginedBids(typed, libraryCurrency, all);
  if (read.refused.length > 0) return refusedTrial(undefined, read.refused, words);
  const tables = libraryTables(modelsBeside(read.bids, words), read.bids, words);
  return { sections: tables.map((table) => sectionAnswer(table, words)), refused: [] };
}
