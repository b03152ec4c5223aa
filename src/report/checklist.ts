/**
 * The checklist before an award: of each question what the file itself knows, and what a person has
 * answered. The file never answers for anyone, and a person's answer never hides what the file
 * knows.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Duty, Setting } from "../core/law";
import { checklistQuestion } from "../words/checklist-question";
import { lawIn } from "../words/law-text";
import type { Words } from "../words/sv/words";
import type { Beside, ChecklistAnswer, Known } from "./checklist-items";
import { documentItems, evaluationItems } from "./checklist-items";

export type ChecklistLine = {
  readonly item: string;
  readonly list: "documents" | "evaluation";
  /** The text of a question that someone has added. */
  readonly question?: string;
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
  const answers = new Map((evaluation.document.checklist ?? []).map((each) => [each.item, each]));
  const isOfSelection = evaluation.document.procurement.stage === "selection";
  const line =
    (list: ChecklistLine["list"]) =>
    ([item, knows]: [string, Known]): ChecklistLine => {
      const known =
        isOfSelection && ofAward.has(item) ? "not-applicable" : knows(evaluation, beside);
      const { answer, responsible, note } = answers.get(item) ?? {};
      return {
        item,
        list,
        ...(known === undefined ? {} : { known }),
        ...answered({ answer, responsible, note }),
        remains: known === "no" || answer === "no" || (known === undefined && answer === undefined),
      };
    };
  return [
    ...Object.entries(documentItems).map(line("documents")),
    ...Object.entries(evaluationItems).map(line("evaluation")),
    ...ownQuestions(evaluation.document),
  ];
}

/** What is asked of bids, their prices and an award, and not of applications in the first of two stages. */
const ofAward: ReadonlySet<string> = new Set([
  "basis-stated",
  "lower-price-better",
  "validity-stated",
  "opened-by-two",
  "winners-evidence",
  "low-bids-handled",
  "only-final-bids",
  "quality-before-price",
  "valid-past-standstill",
]);

type Answered = Pick<ChecklistLine, "answer" | "responsible" | "note">;

/** Only what was filled in. */
function answered({
  answer,
  responsible,
  note,
}: { readonly [key in keyof Answered]-?: Answered[key] | undefined }): Answered {
  return {
    ...(answer === undefined ? {} : { answer }),
    ...(responsible === undefined ? {} : { responsible }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Questions that someone has added, of which the file itself knows nothing. */
function ownQuestions({ checklist = [] }: EvaluationDocument): ChecklistLine[] {
  return checklist
    .filter(
      ({ item }) => !Object.hasOwn(documentItems, item) && !Object.hasOwn(evaluationItems, item),
    )
    .map(({ item, question, list, answer, responsible, note }) => ({
      item,
      list: list ?? "evaluation",
      ...(question === undefined ? {} : { question }),
      ...answered({ answer, responsible, note }),
      remains: answer === undefined || answer === "no",
    }));
}

/** The duties that a question is about; the others are good practice, and the law does not ask them. */
const dutiesOf: { readonly [item: string]: Duty | readonly Duty[] | undefined } = {
  "basis-stated": "basis",
  "criteria-weighted": "weights",
  "scales-described": "criteria",
  "lower-price-better": "award",
  "minimum-marked": "minimum",
  "lots-reasoned": "lots",
  "validity-stated": "validity",
  "model-published": "principles",
  "opened-by-two": "opening",
  "conflicts-declared": "conflicts",
  "exclusion-checked": "exclusion",
  "exclusion-heard": "exclusionHearing",
  "relied-on-checked": ["reliedOn", "replacement"],
  "winners-evidence": "winnersEvidence",
  "qualification-checked": "checking",
  "mandatory-checked": "checking",
  "rejections-reasoned": "reasons",
  "clarifications-decided": "correction",
  "low-bids-handled": "lowBid",
  "only-final-bids": "finalBids",
  "all-scored": "award",
  "scores-reasoned": "documentation",
  "journal-kept": "documentation",
  anchored: "documentation",
  "model-unchanged": "principles",
  "valid-past-standstill": "validity",
};

/** A line as cells: question, what the file knows, the answer, who, and the provision. */
export function checklistRow(
  { item, question, known, answer, responsible = "", note = "" }: ChecklistLine,
  setting: Setting,
  words: Words,
): string[] {
  const laws = [dutiesOf[item] ?? []].flat().map((duty) => lawIn(duty, setting, words));
  const word = (each: ChecklistAnswer | undefined, none: string) =>
    each === undefined ? none : words.checklistAnswers[each];
  return [
    checklistQuestion(item, setting, words) ?? question ?? item,
    word(known, words.checklistUnknown),
    [word(answer, ""), note].filter(Boolean).join(": "),
    responsible,
    laws.filter(Boolean).join(", "),
  ];
}
