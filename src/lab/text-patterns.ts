/**
 * Finds words and figures in the procurement's own texts. What to look for is in the word lists,
 * and every language's is tried, since a procurement is written in its own language whatever the
 * reader's is. It knows letters beyond ASCII, which a plain \b does not.
 */
import { en } from "../words/en/words";
import type { Words } from "../words/sv/words";
import { sv } from "../words/sv/words";

const boundary = "(?:(?<=[\\p{L}\\d])(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?=[\\p{L}\\d]))";

/** A pattern of the word lists as regular expressions, one a language. */
export function patternsFor(what: keyof Words["looksFor"]): RegExp[] {
  return [sv, en].map(
    ({ looksFor }) => new RegExp(looksFor[what].replaceAll("\\b", boundary), "giu"),
  );
}
