/**
 * How a case stands after a reading, put as one plain answer for the pane. It evaluates nothing: what
 * has been read and evaluated is given to it.
 */
import { caseNames } from "../core/document/names";
import type { Assessed, Unreadable } from "../app/assess";
import { templateNames } from "../app/templates/models";
import { templateDocument } from "../app/templates/template-document";
import { hasRemedy } from "../app/model-changes/mend-finding";
import { lastOf } from "../core/document/recorded";
import type { EvaluationDocument } from "../core/document/schema";
import { MadeOf } from "../core/made-of";
import { fingerprint } from "../journal/fingerprint";
import { modelText } from "../lab/model-text";
import { workedExample } from "../lab/worked-example";
import { milestones, milestoneText } from "../procedure/milestone-line";
import { dateFindings } from "../report/date-findings";
import type { WorkbookReading } from "../sheet/workbook";
import { sheetNamesIn } from "../sheet/sheet-names";
import { capital } from "../words/sentences";
import type { Words } from "../words/sv/words";
import { actForms } from "./act-forms";
import type { CaseAnswer, Freshness } from "./answers";
import { awardAnswer } from "./award";
import { bidLines } from "./bid-form";
import { criteriaAnswer } from "./criterion-tree";
import type { CaseSetting } from "./evaluate-case";
import { findingAnswers, pointersIn } from "./finding-answers";
import { groupAnswer } from "./group-work";
import { leftAtSteps } from "./left-at-steps";
import { fieldAnswers } from "./model-form";
import type { Steps } from "./outcome";
import { outcomeAnswer } from "./outcome";
import { changesAnswer } from "./recorded-changes";
import { requirementProgress, scoreProgress, withStanding } from "./progress";
import type { DoubleChecked } from "./review-checks";
import { reviewChecks } from "./review-checks";
import { procurementForm } from "./procurement-form";
import { priceFormAnswer } from "./row-forms";

/** A case as it was last read. */
export type HeldCase = {
  readonly reading: WorkbookReading;
  readonly found: Assessed | Unreadable;
  readonly steps: Steps;
  /** When it was read. */
  readonly now: string;
  /** The double computation, where the case has been evaluated since it was opened. */
  readonly checked?: DoubleChecked;
};

type Languages = Pick<CaseSetting, "words" | "all">;

export function caseAnswer(held: HeldCase, { words, all }: Languages): CaseAnswer {
  const { found } = held;
  const { places, document } = found;
  const languages = { words, written: document ? found.written : words };
  const fields = fieldAnswers(places, document, all, languages);
  const procurement = procurementForm(places, document, languages);
  const sheetNames = [...sheetNamesIn(places, words)];
  const forms = { fields, sheetNames, ...(procurement && { procurement }) };
  if (found.document)
    return { ...assessedAnswer(held, found, { words, all }), ...forms, sheets: sheetsOf(held) };
  const isEmpty = Object.keys(places.tables).length === 0;
  return {
    ...nothingRead,
    ...forms,
    state: isEmpty ? "empty" : "unreadable",
    findings: isEmpty
      ? []
      : findingAnswers(found.findings, places, words, (each) =>
          hasRemedy(each, found, ownFirst({ words, all })),
        ),
  };
}

/** The names of the sheets that hold the case's tables and results, each once. */
export function sheetsOf({ reading }: Pick<HeldCase, "reading">): string[] {
  return [...new Set([...reading.tables.map(({ sheet }) => sheet), ...(reading.results ?? [])])];
}

function assessedAnswer(
  { reading, steps, now, checked }: HeldCase,
  found: Assessed,
  { words, all }: Languages,
): Omit<CaseAnswer, "fields" | "procurement" | "sheets" | "sheetNames"> {
  const { document, evaluation, places } = found;
  const { procurement, bids, requirements, criteria, model, events = [] } = document;
  const pointTo = pointersIn(places);
  const freshness = freshnessOf(reading, found);
  const isPublished = lastOf(document, "published") !== undefined;
  const work = {
    findings: findingAnswers(
      [...evaluation.findings, ...dateFindings(document)],
      places,
      words,
      (each) => !isPublished && hasRemedy(each, found, ownFirst({ words, all })),
      caseNames(document),
    ),
    requirements: withStanding(requirementProgress(document, pointTo, words), evaluation, words),
    scores: withStanding(scoreProgress(document, pointTo), evaluation, words),
    changes: changesAnswer(document, pointTo, words),
    freshness,
  };
  return {
    state: "read",
    title: procurement.title,
    caseNumber: procurement.caseNumber,
    authority: procurement.authority,
    bids: bidLines(document, words),
    counts: {
      bids: bids.length,
      requirements: requirements.length,
      criteria: criteria.length,
      events: events.length,
    },
    milestones: milestones(evaluation).map((each) => ({
      name: each.name,
      state: each.state,
      text: milestoneText(each, words),
      isNext: each.isNext,
    })),
    sample: sampleState(found, all),
    ...work,
    left: leftAtSteps(work),
    currency: procurement.currency,
    formula: words.formulas[model.method.type](capital(model.label)),
    criteria: criteriaAnswer(evaluation, words),
    priceForm: priceFormAnswer(document, words),
    acts: actForms({ document, evaluation, now }, words),
    group: groupAnswer(evaluation, pointTo, words),
    award: awardAnswer(found, checked, words),
    outcome: outcomeAnswer(evaluation, steps, pointTo, words),
    checks: reviewChecks(found, freshness, checked, words),
    modelText: modelWords(document, words),
  };
}

const wordsOfModels = new MadeOf<EvaluationDocument["criteria"], string>();

/** The model in plain words with its example; made from what the model is, whatever is bid. */
function modelWords(
  { format, procurement, model, criteria, priceItems, requirements }: EvaluationDocument,
  words: Words,
): string {
  const parts = { format, procurement, model, criteria, priceItems, requirements };
  return wordsOfModels.get(criteria, [...Object.values(parts), words], () => {
    const published = { ...parts, evaluators: [], bids: [] };
    return `${modelText(published, words)}\n${workedExample(published, words)}`;
  });
}

function ownFirst({ words, all }: Languages): [Words, ...Words[]] {
  return [words, ...all.filter((each) => each !== words)];
}

function freshnessOf({ evaluated }: WorkbookReading, found: Assessed): Freshness {
  if (evaluated === undefined) return "none";
  return evaluated === found.basis ? "current" : "changed";
}

/**
 * A template is recognised by its title and case number; its fingerprint says whether anything in
 * it has been changed.
 */
function sampleState(found: Assessed, all: readonly Words[]): CaseAnswer["sample"] {
  const { title, caseNumber } = found.document.procurement;
  const words = all.find(
    ({ pane: { template } }) => template.title === title && template.caseNumber === caseNumber,
  );
  if (!words) return "no";
  return templateNames.some(
    (name) => fingerprint(templateDocument(name, words)) === found.fingerprint,
  )
    ? "untouched"
    : "changed";
}

const nothing = { changed: 0, wrong: 0, remaining: 0 };
const noChanges = { count: 0, shown: [] };

const nothingRead: CaseAnswer = {
  state: "empty",
  title: "",
  caseNumber: "",
  authority: "",
  bids: [],
  counts: { bids: 0, requirements: 0, criteria: 0, events: 0 },
  freshness: "none",
  milestones: [],
  left: { model: nothing, requirements: nothing, scores: nothing, result: nothing },
  sample: "no",
  sheets: [],
  sheetNames: [],
  findings: [],
  fields: [],
  acts: [],
  changes: { requirements: noChanges, scores: noChanges, result: noChanges },
  currency: "",
  formula: "",
  requirements: [],
  scores: [],
  checks: [],
  modelText: "",
};
