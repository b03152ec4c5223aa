/**
 * The events of the journal that touched one value: the one that recorded it, and every one that changed
 * it since. It knows nothing of what stands in the document now.
 */
import type { Figure } from "../core/document/recorded";
import { figureKey } from "../core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Place } from "../core/place";
import { HistoryWalk } from "./history-walk";

/** Oldest first. */
export function eventsOfValue(document: EvaluationDocument, key: Place): JournalEvent[] {
  const walk = new HistoryWalk(document);
  return (document.events ?? []).filter((event) => {
    const before = walk.values.get(key);
    walk.take(event);
    return walk.values.get(key) !== before;
  });
}

/** Oldest first. */
export function eventsOfFigure(
  { events = [] }: EvaluationDocument,
  figure: Figure,
): JournalEvent[] {
  const key = figureKey(figure);
  return events.filter(({ type, bid, criterion, evaluator }) => {
    if (type !== "score" || bid === undefined || criterion === undefined) return false;
    return figureKey({ bid, criterion, ...(evaluator === undefined ? {} : { evaluator }) }) === key;
  });
}
