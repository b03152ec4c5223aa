/**
 * The journal of a case as its reader reads it, and events on a line each for tables that tell a
 * history. It records nothing.
 */
import { caseNames } from "../core/document/names";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { JournalReader } from "../procedure/event-text";
import { eventText } from "../procedure/event-text";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";

/** More texts than this are counted. */
const mostTexts = 5;

/** How the journal of a case is read in a language: by the names of the case. */
export function journalReader(document: EvaluationDocument, words: Words): JournalReader {
  const names = caseNames(document);
  return { words, names, placeText: (place) => documentPlaceText(place, words, names) };
}

/** The first of several texts, and how many more there are. */
export function someOf(texts: readonly string[], words: Words): string {
  const first = texts.slice(0, mostTexts);
  const rest = texts.length - first.length;
  return [...first, ...(rest > 0 ? [words.history.changes.rest(rest)] : [])].join("; ");
}

/** An event on one line: what, of what, from what to what, why, and when by whom. */
export function eventLine(event: JournalEvent, reader: JournalReader): string {
  const { signed, what, change, why } = eventText(event, reader);
  return [what, change, why, `(${signed})`].filter(Boolean).join(" ");
}
