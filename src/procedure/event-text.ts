/**
 * Lines of the journal, and conflicts of a merge, in the reader's words. It reads and changes no
 * document.
 */
import { partOf } from "../core/document/deciding-values";
import type { CaseNames } from "../core/document/names";
import type { Figure } from "../core/document/recorded";
import type { JournalEvent } from "../core/document/schema";
import type { Place } from "../core/place";
import type { Conflict } from "../scoring/merge-score-sheets";
import { bidListText, outcomeText } from "../words/outcome-text";
import { recordedText } from "../words/recorded-text";
import { namedId } from "../words/named-id";
import { momentText } from "../words/time";
import type { Words } from "../words/sv/words";
import { shown } from "./table-cells";

/** A conflict as one line: what stays, and what was offered instead. */
export function conflictText(each: Conflict, words: Words, names: CaseNames): string {
  const text = words.cli.group;
  const offered = each.offered
    .map(
      ({ text: value, name, cell }) =>
        `${shown(value, words)} (${[name, cell].filter(Boolean).join(" ")})`,
    )
    .join(", ");
  return text.conflict(
    figureText(each, names),
    words.headers.scores[each.field],
    each.kept === undefined ? text.blank : shown(each.kept, words),
    offered,
  );
}

/** How a reader reads a journal: the language, what things are called, and where they stand. */
export type JournalReader = {
  readonly words: Words;
  readonly names: CaseNames;
  /** A place of the document by its sheet, row and column. */
  readonly placeText: (place: Place) => string;
  /** Whether what an event records is kept from the reader, with the prices that it tells of. */
  readonly isUnread: (event: JournalEvent) => boolean;
};

/** A line of the journal in words. */
export type EventText = {
  readonly signed: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
};

/** A line of the journal: when and who, what of what, from what to what, and why. */
export function eventText(each: JournalEvent, reader: JournalReader): EventText {
  const { words } = reader;
  return {
    signed: words.cli.group.signed(each.time, each.by),
    what: [words.eventTypes[each.type], subjectText(each, reader)].filter(Boolean).join(" "),
    change: reader.isUnread(each) ? words.cli.group.unread : changeText(each, reader),
    why: each.reason ?? each.rationale ?? "",
  };
}

/** What an event is about: a score, a place of the document, or nothing in particular. */
function subjectText(
  { bid, criterion, evaluator, place }: JournalEvent,
  { names, placeText }: JournalReader,
): string {
  if (bid !== undefined && criterion !== undefined)
    return figureText({ bid, criterion, ...(evaluator === undefined ? {} : { evaluator }) }, names);
  return place === undefined ? "" : placeText(place);
}

/** "Norrvik AB (A) · Användbarhet (U) · Ellen Ask (EA)". */
export function figureText({ bid, criterion, evaluator }: Figure, names: CaseNames): string {
  return [
    namedId(bid, names.bids),
    namedId(criterion, names.rows),
    ...(evaluator === undefined ? [] : [namedId(evaluator, names.evaluators)]),
  ].join(" · ");
}

/** The events that record a list of bids. */
const listsBids: readonly JournalEvent["type"][] = [
  "bids-opened",
  "invited",
  "awarded",
  "award-corrected",
  "dispatched",
];

/** What an evaluation came to, as an event records it. */
export function recordedOutcome(event: JournalEvent | undefined, reader: JournalReader): string {
  const { words, names } = reader;
  if (!event) return "";
  return event.new === undefined || reader.isUnread(event)
    ? words.cli.group.unread
    : outcomeText(event.new, words, names);
}

/** What an event made of what was there; of an event that records an outcome, that outcome. */
function changeText(each: JournalEvent, { words, names }: JournalReader): string {
  const { type, at, old, new: now, result, place = "" } = each;
  const value = (of: string | undefined) => {
    if (of === undefined) return words.cli.group.blank;
    return type === "changed" ? recordedText(of, partOf(place), words) : shown(of, words);
  };
  if (type === "score" || type === "changed") return `${value(old)} → ${value(now)}`;
  // A model that was published before it was registered: the day stands in no other line.
  if (type === "published") return at === undefined ? "" : momentText(at);
  if (now === undefined) return "";
  if (listsBids.includes(type)) return bidListText(now, names.bids);
  return result === undefined ? now : outcomeText(now, words, names);
}
