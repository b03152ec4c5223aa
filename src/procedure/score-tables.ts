/**
 * The panel's work as tables for people: its scores, what a moderator should look at, samples,
 * sessions and declarations of interest. It computes nothing of its own.
 */
import type { Section } from "../content/table";
import type { Names } from "../core/document/names";
import { biddersIn, caseNames } from "../core/document/names";
import { valueText } from "../core/document/recorded";
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import { flags } from "../scoring/flags";
import { panelLeaves } from "../scoring/score-sheet";
import { samples } from "../scoring/usability";
import { lawIn } from "../words/law-text";
import type { Words } from "../words/sv/words";
import { momentText } from "../words/time";
import { count, figure, shown, withRows } from "./table-cells";
import { namedId, withId } from "../words/named-id";

/** What the panel has scored, and what to look at. */
export function scoreSections(document: EvaluationDocument, words: Words): Section[] {
  return [
    ...withRows([flagSection(document, words), panelSection(document, words)]),
    ...besideScores(document, words),
  ];
}

/** The same without the flags and the scores themselves. */
export function besideScores(document: EvaluationDocument, words: Words): Section[] {
  return withRows([
    sampleSection(document, words),
    sessionSection(document, words),
    declarationSection(document, words),
  ]);
}

function flagSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const names = caseNames(document);
  return {
    title: text.flags,
    note: text.flagNote,
    columns: [text.flag, text.criterion, text.evaluator, text.bid, text.size, text.rule],
    rows: flags(document).map(({ name, criterion = "", evaluator = "", bids, figure: size }) => [
      text.flagNames[name],
      namedId(criterion, names.rows),
      namedId(evaluator, names.evaluators),
      bids.map((bid) => namedId(bid, names.bids)).join(", "),
      name === "spread" || name === "offset"
        ? words.lab.percent(words.number(size.toFixed(0)))
        : words.number(size.toText()),
      text.flagRules[name],
    ]),
  };
}

/** Every evaluator's score beside the agreed one, criterion by criterion. */
function panelSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const { evaluators, bids, criteria } = document;
  return {
    title: text.panel,
    note: text.panelNote,
    columns: [text.criterion, text.bid, ...evaluators.map(withId), text.agreed],
    rows: panelLeaves(criteria).flatMap(({ id, name, panel = "single" }) =>
      bids.filter(isScored).map(({ id: bid, bidder, scores }) => {
        const score = own(scores, id);
        const of = (evaluator: string) =>
          shown(score?.assessments?.find((each) => each.evaluator === evaluator)?.value, words);
        return [
          withId({ id, name }),
          withId({ id: bid, name: bidder }),
          ...evaluators.map((each) => of(each.id)),
          panel === "consensus" ? shown(valueText(score?.value), words) : words.panels[panel],
        ];
      }),
    ),
  };
}

/** A bid that was withdrawn before anyone scored it has nothing to show. */
function isScored({ withdrawnAt, scores }: Bid): boolean {
  return withdrawnAt === undefined || Object.keys(scores).length > 0;
}

function sampleSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const bidders = biddersIn(document);
  return {
    title: text.samples,
    note: text.sampleNote,
    columns: [text.criterion, text.bid, text.respondents, text.mean, text.lowest, text.highest],
    rows: samples(document).map(({ criterion, bid, count: n, mean, lowest, highest }) => [
      withId(criterion),
      namedId(bid, bidders),
      count(n),
      figure(mean, 2),
      figure(lowest, 2),
      figure(highest, 2),
    ]),
  };
}

function sessionSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const names = caseNames(document);
  return {
    title: words.sheets.sessions,
    note: text.sessionNote,
    columns: [
      text.criterion,
      text.bid,
      text.order,
      text.date,
      text.minutes,
      text.testers,
      text.deviation,
    ],
    rows: (document.sessions ?? []).map(
      ({ criterion = "", bid, number, at = "", minutes, testers = "", deviation = "" }) => [
        namedId(criterion, names.rows),
        namedId(bid, names.bids),
        number === undefined ? "" : count(number),
        momentText(at),
        minutes === undefined ? "" : count(minutes),
        peopleText(testers, names.evaluators),
        deviation,
      ],
    ),
  };
}

/** The people of a session: "EA, JB" by the names of the evaluators, and any other text as it is. */
function peopleText(testers: string, evaluators: Names): string {
  const ids = testers.split(/[,;]\s*/);
  return ids.every((id) => evaluators.has(id))
    ? ids.map((id) => evaluators.get(id) ?? id).join(", ")
    : testers;
}

function declarationSection(document: EvaluationDocument, words: Words): Section {
  const { evaluators } = document;
  const text = words.group;
  return {
    title: text.declarations,
    note: text.declarationNote(lawIn("conflicts", document.procurement, words)),
    columns: [
      text.evaluator,
      words.headers.evaluators.conflictDeclared,
      text.date,
      words.headers.evaluators.interests,
      words.headers.evaluators.measure,
    ],
    rows: evaluators.map(
      ({ id, name, conflictDeclared, declaredAt = "", interests = "", measure = "" }) => [
        withId({ id, name }),
        conflictDeclared === undefined
          ? text.undeclared
          : words.flags[conflictDeclared ? "yes" : "no"],
        momentText(declaredAt),
        interests,
        measure,
      ],
    ),
  };
}
