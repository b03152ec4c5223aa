/**
 * Patterns that find words and figures in the procurement's texts. They come from the word lists
 * of every language, since the procurement's language may differ from the reader's. Word
 * boundaries respect letters beyond ASCII, which \b does not. It judges nothing.
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
