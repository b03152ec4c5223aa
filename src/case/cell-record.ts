/**
 * How the value of a cell stands to what has been recorded, and the lines of the journal that touched it.
 * It records nothing.
 */
import { placedValueText } from "../app/event-lines";
import type { DecidingPart } from "../core/document/deciding-values";
import { partOf } from "../core/document/deciding-values";
import type { Figure } from "../core/document/recorded";
import { figureKey, figurePlace, lastOf, sameValue } from "../core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { recordOf } from "../core/document/unrecorded-changes";
import { valueOfPlace } from "../core/document/value-of-place";
import type { Place } from "../core/place";
import { partsOf } from "../core/place";
import { eventsOfFigure, eventsOfValue } from "../journal/events-of-value";
import type { JournalReader } from "../procedure/event-text";
import { eventText } from "../procedure/event-text";
import { unrecorded } from "../scoring/record-scores";
import { isPublishedPlace } from "../words/place-text";
import type { Words } from "../words/sv/words";
import type { RecordState, ValueCell } from "./cell-answers";
import type { HistoryLine } from "./panel-answers";

/** What a value is recorded with: scores one by one, the model by its publication, the rest in parts. */
export type RecordedWith = DecidingPart | "scores" | "model";

type CellRecord = NonNullable<ValueCell["record"]>;

/** The figure that a place is of, one person's in a list included; undefined for any other place. */
export function figureOf(place: Place): Figure | undefined {
  const [bid, score, inner] = partsOf(place);
  if (bid?.key !== "bids" || score?.key !== "scores") return undefined;
  if (bid.id === undefined || score.id === undefined) return undefined;
  const evaluator = inner?.key === "assessments" ? inner.id : undefined;
  const figure = { bid: bid.id, criterion: score.id };
  return evaluator === undefined ? figure : { ...figure, evaluator };
}

/** Values of a bid that are recorded even where nothing has been recorded yet. */
const deciding =
  /^bids\[[^\]]+\]\.(?:answers\[[^\]]+\]\.(?:answer|verdict|secondVerdict)|price|prices\[[^\]]+\]|statedTotal)$/;

/** @returns undefined for what is never recorded */
export function recordedWith(document: EvaluationDocument, place: Place): RecordedWith | undefined {
  if (figureOf(place)) return "scores";
  if (isPublishedPlace(place)) return "model";
  const isDeciding = deciding.test(place) || recordOf(document).values.has(place);
  return isDeciding ? partOf(place) : undefined;
}

export function cellRecord(
  document: EvaluationDocument,
  place: Place,
  words: Words,
): CellRecord | undefined {
  const part = recordedWith(document, place);
  if (part === undefined) return undefined;
  if (part === "model") return publication(document, words);
  const figure = figureOf(place);
  return figure ? figureRecord(document, figure, words) : valueRecord(document, place, words);
}

function publication(document: EvaluationDocument, words: Words): CellRecord {
  const { cell } = words.pane;
  const published = lastOf(document, "published");
  return published
    ? { state: "recorded", text: cell.published(words.trail.whenPublished(published)) }
    : { state: "unrecorded", text: cell.unpublished };
}

function figureRecord(
  document: EvaluationDocument,
  figure: Figure,
  words: Words,
): CellRecord | undefined {
  const { cell } = words.pane;
  const waiting = unrecorded(document).find((each) => figureKey(each) === figureKey(figure));
  if (waiting?.kind === "changed" && waiting.before)
    return changedFrom(waiting.before, waiting.before.new, figurePlace(figure), words);
  if (waiting?.kind === "reasons") return { state: "unrecorded", text: cell.reasonsChanged };
  if (waiting) return { state: "unrecorded", text: cell.unrecorded };
  const last = eventsOfFigure(document, figure).at(-1);
  return last && { state: "recorded", text: cell.recorded(signedBy(last, words)) };
}

function valueRecord(
  document: EvaluationDocument,
  place: Place,
  words: Words,
): CellRecord | undefined {
  const { cell } = words.pane;
  const { values, closed } = recordOf(document);
  const known = values.get(place);
  const at = known?.at ?? closed.get(partOf(place));
  const now = valueOfPlace(document, place);
  if (!at) return now === undefined ? undefined : { state: "unrecorded", text: cell.unrecorded };
  if (!sameValue(known?.text, now)) return changedFrom(at, known?.text, place, words);
  return known && { state: "recorded", text: cell.recorded(signedBy(at, words)) };
}

function changedFrom(
  at: JournalEvent,
  recorded: string | undefined,
  place: Place,
  words: Words,
): { readonly state: RecordState; readonly text: string } {
  const { cell, changes } = words.pane;
  const text = recorded === undefined ? changes.nothing : placedValueText(place, recorded, words);
  return { state: "changed", text: cell.changed(text, signedBy(at, words)) };
}

function signedBy({ time, by }: JournalEvent, words: Words): string {
  return words.cli.group.signedBy(time, by);
}

/** The lines of the journal that touched a value, oldest first. */
export function cellHistory(
  document: EvaluationDocument,
  place: Place,
  reader: JournalReader,
): HistoryLine[] {
  const figure = figureOf(place);
  return eventsAbout(document, place, figure).map((event) => ({
    ...eventText(event, reader),
    isPriceKnown: event.priceKnown === true,
  }));
}

function eventsAbout(
  document: EvaluationDocument,
  place: Place,
  figure: Figure | undefined,
): readonly JournalEvent[] {
  if (figure) return eventsOfFigure(document, figure);
  if (!isPublishedPlace(place)) return eventsOfValue(document, place);
  return (document.events ?? []).filter(
    (event) => event.type === "published" || (event.type === "changed" && event.place === place),
  );
}
