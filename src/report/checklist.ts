/**
 * The checklist before an award: of each question what the file itself knows, and what a person has
 * answered. The file never answers for anyone, and a person's answer never hides what the file
 * knows.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { leaves } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { mayNegotiate } from "../core/document/requirements-in-force";
import type { Words } from "../words/sv/words";
import { duesOf } from "./standstill-dates";

export type ChecklistAnswer = "yes" | "no" | "not-applicable";
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

/** What the evaluation alone does not say. */
export type Beside = {
  readonly seal?: "same" | "changed";
  /** Missing where nothing was computed twice. */
  readonly figuresAgree?: boolean;
};

type Known = (evaluation: Evaluation, beside: Beside) => ChecklistAnswer | undefined;

const yes = (holds: boolean): ChecklistAnswer => (holds ? "yes" : "no");
/**
 * Yes where no finding of these codes stands in the way; a decision that accepted one lets it pass.
 */
const without =
  (codes: RegExp): Known =>
  ({ findings }) =>
    yes(
      !findings.some(
        ({ code, accepted, severity }) => codes.test(code) && !accepted && severity !== "note",
      ),
    );
const has = (
  { document }: Evaluation,
  type: NonNullable<EvaluationDocument["events"]>[number]["type"],
) => document.events?.some((each) => each.type === type) === true;

function checkedKind(kind: "exclusion" | "qualification" | "mandatory"): Known {
  return ({ document: { requirements, bids } }) => {
    const own = requirements.filter((each) => each.kind === kind);
    if (own.length === 0) return "not-applicable";
    if (bids.length === 0) return undefined;
    return yes(
      bids.every(({ answers }) =>
        own.every(({ id }) =>
          ["met", "not-met"].includes(
            (Object.hasOwn(answers, id) ? answers[id]?.verdict : undefined) ?? "",
          ),
        ),
      ),
    );
  };
}

const documentItems: { readonly [item: string]: Known } = {
  "basis-stated": () => "yes",
  "criteria-weighted": (evaluation, beside) =>
    evaluation.document.criteria.length === 0
      ? "not-applicable"
      : without(
          /^(?:weights?-|criterion-without-worth|criterion-without-points|criterion-not-in-order|price-not-in-order)/,
        )(evaluation, beside),
  "scales-described": ({ document: { criteria } }) =>
    criteria.length === 0
      ? "not-applicable"
      : yes(
          leaves(criteria).every(
            ({ scale }) =>
              scale !== undefined &&
              (scale.type !== "levels" || scale.levels.every(({ label }) => label !== "")),
          ),
        ),
  "lower-price-better": without(
    /^(?:price-not-strictly-monotone|price-bands|price-irrelevant|price-scale)/,
  ),
  "tie-rule": ({ document: { model } }) => yes(model.ties.length > 0),
  "minimum-marked": ({ document }) => (mayNegotiate(document) ? undefined : "not-applicable"),
  "lots-reasoned": ({ document: { procurement, award = {} } }) =>
    procurement.regime === "national"
      ? "not-applicable"
      : procurement.lot || (award.lotsReason ?? "") !== ""
        ? "yes"
        : undefined,
  "validity-stated": ({ document: { award = {} } }) =>
    award.bidsValidUntil === undefined ? undefined : "yes",
  "model-published": (evaluation) => yes(has(evaluation, "published")),
};

/** How many people a cell names: "EA, UL", "EA och UL". */
function peopleIn(text: string): number {
  return text.split(/[,;&/\n]|\s(?:och|and)\s/).filter((name) => name.trim() !== "").length;
}

/** Someone has stated limits to screen by, or recorded an assessment; silence says neither. */
function hasLookedForLow({ procurement, lowBids = [] }: EvaluationDocument): boolean {
  const { belowMedian, belowNext } = procurement.lowBids ?? {};
  return (
    belowMedian !== undefined ||
    belowNext !== undefined ||
    lowBids.some(({ decision }) => decision !== undefined)
  );
}

/** Reasons are only looked for where scores stand, and a journal or every reason holds them to it. */
function areReasonsAsked({ bids, events }: EvaluationDocument): boolean {
  const given = bids.flatMap(({ scores }) =>
    Object.values(scores).filter(({ value }) => value !== undefined),
  );
  return (
    given.length > 0 &&
    (events !== undefined || given.every(({ rationale = "" }) => rationale.trim() !== ""))
  );
}

const evaluationItems: { readonly [item: string]: Known } = {
  "opened-by-two": ({ document: { award = {} }, findings }) =>
    award.openedAt === undefined || peopleIn(award.openedBy ?? "") < 2
      ? undefined
      : yes(!findings.some(({ code }) => code === "opened-before-deadline")),
  "conflicts-declared": ({ document: { evaluators } }) =>
    evaluators.length === 0
      ? undefined
      : yes(
          evaluators.every(
            ({ conflictDeclared, measure = "" }) =>
              conflictDeclared === false || (conflictDeclared === true && measure !== ""),
          ),
        ),
  "exclusion-checked": checkedKind("exclusion"),
  "qualification-checked": checkedKind("qualification"),
  "mandatory-checked": checkedKind("mandatory"),
  "rejections-reasoned": ({ bids }) => {
    const rejected = bids.filter(({ standing }) => standing.value === "rejected");
    return rejected.length === 0
      ? "not-applicable"
      : yes(
          rejected.every(({ reasons }) =>
            reasons.every(
              ({ code, reference = "", note = "" }) =>
                code !== "requirement-not-met" || (reference !== "" && note !== ""),
            ),
          ),
        );
  },
  "clarifications-decided": ({ document: { clarifications = [] }, findings }) =>
    clarifications.length === 0
      ? "not-applicable"
      : yes(!findings.some(({ code }) => code.startsWith("clarification-"))),
  "low-bids-handled": (evaluation, beside) => {
    const found = without(/^low-bid-/)(evaluation, beside);
    return found === "no" || hasLookedForLow(evaluation.document) ? found : undefined;
  },
  "only-final-bids": (evaluation, beside) =>
    mayNegotiate(evaluation.document)
      ? evaluation.document.rounds === undefined
        ? undefined
        : without(/^(?:bid-not-final|adjustment-)/)(evaluation, beside)
      : "not-applicable",
  "all-scored": ({ bids, document: { criteria } }) =>
    criteria.length === 0
      ? "not-applicable"
      : bids.length === 0
        ? undefined
        : yes(
            bids.every(
              ({ standing, result }) => standing.value === "rejected" || result.value !== undefined,
            ),
          ),
  "scores-reasoned": (evaluation, beside) =>
    evaluation.document.criteria.length === 0
      ? "not-applicable"
      : areReasonsAsked(evaluation.document)
        ? without(/^score-without-/)(evaluation, beside)
        : undefined,
  "quality-before-price": ({ document: { procurement, events = [] } }) => {
    if (procurement.prices !== "sealed") return "not-applicable";
    const at = (type: string) => events.findIndex((each) => each.type === type);
    return at("prices-opened") < 0
      ? "no"
      : yes(at("quality-fixed") >= 0 && at("quality-fixed") < at("prices-opened"));
  },
  "journal-kept": (evaluation, beside) =>
    (evaluation.document.events ?? []).length === 0
      ? "no"
      : without(/^(?:scores-unrecorded|score-unrecorded|assessment-unrecorded)/)(
          evaluation,
          beside,
        ),
  "model-unchanged": (_, { seal }) => (seal === undefined ? undefined : yes(seal === "same")),
  "figures-checked": (_, { figuresAgree }) =>
    figuresAgree === undefined ? undefined : yes(figuresAgree),
  // Where no bid has a rank, no tie has been looked for.
  "ties-resolved": (evaluation, beside) =>
    evaluation.bids.some(({ rank }) => rank.value !== undefined)
      ? without(/^tie-unresolved/)(evaluation, beside)
      : undefined,
  "secrecy-decided": ({ document: { confidential = [] } }) =>
    confidential.length === 0
      ? "not-applicable"
      : yes(confidential.every(({ decision }) => decision !== undefined)),
  reviewed: (evaluation) => yes(has(evaluation, "signed-off")),
  finalised: ({ document: { events = [] } }) =>
    yes(
      events.filter(({ type }) => type === "finalised" || type === "reopened").at(-1)?.type ===
        "finalised",
    ),
  "valid-past-standstill": ({ document, findings }) => {
    const [standstill, validity] = ["standstill", "validity"].map((name) =>
      duesOf(document).find((each) => each.name === name),
    );
    return standstill?.exempt
      ? "not-applicable"
      : standstill?.date === undefined || validity?.date === undefined
        ? undefined
        : yes(!findings.some(({ code }) => code === "bids-expire-in-standstill"));
  },
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
