/**
 * The journal of a case as its reader reads it, and events on a line each for tables that tell a
 * history. It records nothing.
 */
import { partOf } from "../core/document/deciding-values";
import { caseNames } from "../core/document/names";
import { isUnreadEvent } from "../core/document/unread-events";
import type { Place } from "../core/place";
import { shown } from "../procedure/table-cells";
import { isPublishedPlace } from "../words/place-text";
import { recordedText } from "../words/recorded-text";
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
  return {
    words,
    names,
    placeText: (place) => documentPlaceText(place, words, names),
    isUnread: (event) => isUnreadEvent(event, document),
  };
}

/** A value of a document as the reader writes it; "–" where there is none. */
export function placedValueText(place: Place, value: string | undefined, words: Words): string {
  if (value === undefined) return "–";
  const isPlain = isPublishedPlace(place) || place.includes("].scores[");
  return isPlain ? shown(value, words) : recordedText(value, partOf(place), words);
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
