/** The journal's lines about one criterion of one bid, in words. It reads the journal and writes none. */
import type { EvaluationDocument } from "../core/document/schema";
import { eventText } from "../procedure/event-text";
import { history } from "../scoring/record-scores";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";
import type { HistoryLine } from "./panel-answers";

/** Oldest first. */
export function historyLines(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  words: Words,
): HistoryLine[] {
  return history(document, { bid, criterion }).map((event) => ({
    ...eventText(event, words, (place) => documentPlaceText(place, words)),
    isPriceKnown: event.priceKnown === true,
  }));
}
