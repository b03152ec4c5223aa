/**
 * Values that differ from their record as the pane shows them: each under the step that it belongs to,
 * with its cell, what was recorded and what stands there now. It records nothing.
 */
import { journalReader } from "../app/event-lines";
import type { JournalReader } from "../procedure/event-text";
import { recordedText } from "../words/recorded-text";
import type { EvaluationDocument } from "../core/document/schema";
import { rootOf } from "../core/place";
import type { ChangeToRecord } from "../procedure/changes-to-record";
import { changesToRecord, keysText } from "../procedure/changes-to-record";
import { shown } from "../procedure/table-cells";
import type { Words } from "../words/sv/words";
import type { ChangeAnswer, ChangeStep, ChangesAnswer } from "./answers";
import type { PointTo } from "./finding-answers";

/** The most changes of a step that are shown one by one; a sheet pasted over differs in every cell. */
const mostShown = 50;

export function changesAnswer(
  document: EvaluationDocument,
  pointTo: PointTo,
  words: Words,
): ChangesAnswer {
  const all = changesToRecord(document);
  const reader = journalReader(document, words);
  const of = (step: ChangeStep) => {
    const own = all.filter((each) => stepOf(each) === step);
    return {
      count: own.length,
      shown: own.slice(0, mostShown).map((each) => changeAnswer(each, pointTo, reader)),
    };
  };
  return { requirements: of("requirements"), scores: of("scores"), result: of("result") };
}

/** The step of the pane where people work with the value. */
export function stepOf({ part, place }: Pick<ChangeToRecord, "part" | "place">): ChangeStep {
  if (part === "scores" || rootOf(place) === "evaluators") return "scores";
  return part === "prices" || rootOf(place) === "lotteries" ? "result" : "requirements";
}

function changeAnswer(
  { part, place, keys, recorded, value, at }: ChangeToRecord,
  pointTo: PointTo,
  { words, placeText }: JournalReader,
): ChangeAnswer {
  const text = (each: string | undefined) => {
    if (each === undefined) return words.pane.changes.nothing;
    return part === "scores" ? shown(each, words) : recordedText(each, part, words);
  };
  return {
    ...pointTo(placeText(place), place),
    keys: keysText(keys),
    recorded: text(recorded),
    now: text(value),
    since: words.cli.group.signed(at.time, at.by),
    others: keys.length - 1,
  };
}
