/**
 * The checklist before an award: of each question what the file itself knows, and what a person has
 * answered. The file never answers for anyone, and a person's answer never hides what the file
 * knows.
 */
import type { Evaluation } from "../core/evaluate";
import type { Words } from "../words/sv/words";
import type { Beside, ChecklistAnswer, Known } from "./checklist-items";
import { documentItems, evaluationItems } from "./checklist-items";

export type ChecklistLine = {
  readonly item: string;
  readonly list: "documents" | "evaluation";
  /** What the file knows; nothing where it cannot know. */
  readonly known?: ChecklistAnswer;
  readonly answer?: ChecklistAnswer;
  readonly responsible?: string;
  readonly note?: string;
  /** A "no", or a question that neither the file nor a person has answered. */
  readonly remains: boolean;
};

/**
 * Every question with what is known and what has been answered, the procurement documents first.
 */
export function checklistOf(evaluation: Evaluation, beside: Beside): ChecklistLine[] {
  const answered = new Map((evaluation.document.checklist ?? []).map((each) => [each.item, each]));
  const line =
    (list: ChecklistLine["list"]) =>
    ([item, knows]: [string, Known]): ChecklistLine => {
      const known = knows(evaluation, beside);
      const { answer, responsible, note } = answered.get(item) ?? {};
      return {
        item,
        list,
        ...(known === undefined ? {} : { known }),
        ...(answer === undefined ? {} : { answer }),
        ...(responsible === undefined ? {} : { responsible }),
        ...(note === undefined ? {} : { note }),
        remains: known === "no" || answer === "no" || (known === undefined && answer === undefined),
      };
    };
  return [
    ...Object.entries(documentItems).map(line("documents")),
    ...Object.entries(evaluationItems).map(line("evaluation")),
  ];
}

/** A line as cells: question, what the file knows, the answer, who, and the provision. */
export function checklistRow(
  { item, known, answer, responsible = "", note = "" }: ChecklistLine,
  regime: "directive" | "national",
  words: Words,
): string[] {
  const text = words.checklist[item];
  const word = (each: ChecklistAnswer | undefined, none: string) =>
    each === undefined ? none : words.checklistAnswers[each];
  return [
    text?.text ?? item,
    word(known, words.checklistUnknown),
    [word(answer, ""), note].filter(Boolean).join(": "),
    responsible,
    text?.[regime] ?? "",
  ];
}
