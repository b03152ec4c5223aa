/**
 * Lines of the journal, and conflicts of a merge, in the reader's words. It reads and changes no
 * document.
 */
import { partOf } from "../core/document/deciding-values";
import type { Names } from "../core/document/names";
import type { JournalEvent } from "../core/document/schema";
import type { Place } from "../core/place";
import type { Conflict } from "../scoring/merge-score-sheets";
import { figureName } from "../scoring/record-scores";
import { outcomeText } from "../words/outcome-text";
import { recordedText } from "../words/recorded-text";
import type { Words } from "../words/sv/words";
import { shown } from "./table-cells";

const unnamed: Names = new Map();

/** A conflict as one line: what stays, and what was offered instead. */
export function conflictText(each: Conflict, words: Words): string {
  const text = words.cli.group;
  const offered = each.offered
    .map(
      ({ text: value, name, cell }) =>
        `${shown(value, words)} (${[name, cell].filter(Boolean).join(" ")})`,
    )
    .join(", ");
  return text.conflict(
    figureName(each),
    words.headers.scores[each.field],
    each.kept === undefined ? text.blank : shown(each.kept, words),
    offered,
  );
}

/**
 * A line of the journal in words: when and who, what of what, from what to what, and why.
 * @param placeText a place of the document by its sheet, row and column
 * @param bidders the bidder of each bid, for those who read no ids
 */
export function eventText(
  each: JournalEvent,
  words: Words,
  placeText: (place: Place) => string,
  bidders: Names = unnamed,
): {
  readonly signed: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
} {
  const text = words.cli.group;
  const about =
    each.bid === undefined || each.criterion === undefined
      ? each.place === undefined
        ? ""
        : placeText(each.place)
      : figureName({
          bid: each.bid,
          criterion: each.criterion,
          ...(each.evaluator === undefined ? {} : { evaluator: each.evaluator }),
        });
  const value = (of: string | undefined) => {
    if (of === undefined) return text.blank;
    return each.type === "changed"
      ? recordedText(of, partOf(each.place ?? ""), words)
      : shown(of, words);
  };
  return {
    signed: text.signed(each.time, each.by),
    what: [words.eventTypes[each.type], about].filter(Boolean).join(" "),
    change: changeText(each, value, { bidders, words }),
    why: each.reason ?? each.rationale ?? "",
  };
}

/** What an event made of what was there; of an event that records an outcome, that outcome. */
function changeText(
  each: JournalEvent,
  value: (of: string | undefined) => string,
  { bidders, words }: { readonly bidders: Names; readonly words: Words },
): string {
  const { type, new: now = "", result } = each;
  if (type === "score" || type === "changed") return `${value(each.old)} → ${value(each.new)}`;
  if (type === "published") return "";
  return result === undefined ? now : outcomeText(now, words, bidders);
}
