/** The journal's lines about one criterion of one bid, in words. It reads the journal and writes none. */
import type { EvaluationDocument } from "../core/document/schema";
import { journalReader } from "../app/event-lines";
import { eventText } from "../procedure/event-text";
import { history } from "../scoring/record-scores";
import type { Words } from "../words/sv/words";
import type { HistoryLine } from "./panel-answers";

/** Oldest first. */
export function historyLines(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  words: Words,
): HistoryLine[] {
  const reader = journalReader(document, words);
  return history(document, { bid, criterion }).map((event) => ({
    ...eventText(event, reader),
    isPriceKnown: event.priceKnown === true,
  }));
}
