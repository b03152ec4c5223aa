/** Events on a line each, in the reader's words, for tables that tell a history. It reads no document. */
import type { JournalEvent } from "../core/document/schema";
import { eventText } from "../procedure/event-text";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";

/** More texts than this are counted. */
const mostTexts = 5;

/** The first of several texts, and how many more there are. */
export function someOf(texts: readonly string[], words: Words): string {
  const first = texts.slice(0, mostTexts);
  const rest = texts.length - first.length;
  return [...first, ...(rest > 0 ? [words.history.changes.rest(rest)] : [])].join("; ");
}

/** An event on one line: what, of what, from what to what, why, and when by whom. */
export function eventLine(event: JournalEvent, words: Words): string {
  const { signed, what, change, why } = eventText(event, words, (place) =>
    documentPlaceText(place, words),
  );
  return [what, change, why, `(${signed})`].filter(Boolean).join(" ");
}
