/**
 * The rows of the score tables: agreed scores, the evaluators' own, and the lists of consultants,
 * test persons and respondents. Rows stand there to be filled in, too; a blank score is no value.
 */
import type { Bid, Criterion, EvaluationDocument } from "../../core/document/schema";
import { leaves, own } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { joinedKey } from "../table-keys";
import { scaleText } from "./criterion-rows";
import type { Row } from "./written-columns";

export type ScoreTables = {
  readonly scores: readonly Row[];
  readonly assessments: readonly Row[];
  readonly consultants: readonly Row[];
  readonly participants: readonly Row[];
  readonly survey: readonly Row[];
};

/** Rows by criterion, and within a criterion by bid, as they are scored. */
export function scoreTables(document: EvaluationDocument, words: Words): ScoreTables {
  const scored = leaves(document.criteria);
  const rowsFor = (make: (leaf: Criterion, bid: Bid) => readonly Row[]) =>
    scored.flatMap((leaf) => document.bids.flatMap((bid) => make(leaf, bid)));
  return {
    scores: rowsFor((leaf, bid) => [scoreRow(leaf, bid, words)]),
    assessments: rowsFor((leaf, bid) => assessmentRows(leaf, bid, document, words)),
    consultants: rowsFor((leaf, bid) => (leaf.perConsultant ? personRows(leaf, bid, words) : [])),
    participants: rowsFor((leaf, bid) => (leaf.perParticipant ? personRows(leaf, bid, words) : [])),
    survey: rowsFor(surveyRows),
  };
}

function scoreRow(leaf: Criterion, bid: Bid, words: Words): Row {
  const score = own(bid.scores, leaf.id);
  return {
    key: joinedKey(bid.id, leaf.id),
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    bidder: bid.bidder,
    levels: scaleText(leaf, words),
    value: typeof score?.value === "string" ? score.value : undefined,
    rationale: score?.rationale,
    reference: score?.reference,
  };
}

/** A row for every assessment in its order, and for every evaluator of a panel who has none yet. */
function assessmentRows(
  leaf: Criterion,
  bid: Bid,
  document: EvaluationDocument,
  words: Words,
): Row[] {
  const given = own(bid.scores, leaf.id)?.assessments ?? [];
  const isPanel = leaf.panel !== undefined && leaf.panel !== "single";
  const awaited = isPanel
    ? document.evaluators.filter(({ id }) => !given.some(({ evaluator }) => evaluator === id))
    : [];
  const names = new Map(document.evaluators.map(({ id, name }) => [id, name]));
  return [...given, ...awaited.map(({ id }) => ({ evaluator: id }))].map((assessment) => ({
    key: joinedKey(bid.id, leaf.id, assessment.evaluator),
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    bidder: bid.bidder,
    evaluatorName: names.get(assessment.evaluator),
    levels: scaleText(leaf, words),
    ...assessment,
  }));
}

/** A row for each person of a score that is a list, and one blank row where there is no list. */
function personRows(leaf: Criterion, bid: Bid, words: Words): Row[] {
  const value = own(bid.scores, leaf.id)?.value;
  const figures: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  return figures.map((figure, n) => ({
    ...personColumns(leaf, bid, n),
    levels: scaleText(leaf, words),
    value: typeof figure === "string" ? figure : undefined,
  }));
}

/** A row for each respondent to the System Usability Scale, and one blank row to begin with. */
function surveyRows(leaf: Criterion, bid: Bid): Row[] {
  if (leaf.scale?.type !== "sus") return [];
  const value = own(bid.scores, leaf.id)?.value;
  const respondents: readonly unknown[] = Array.isArray(value) ? value : [[]];
  return respondents.map((answers, n) => ({
    ...personColumns(leaf, bid, n),
    ...Object.fromEntries(
      (Array.isArray(answers) ? answers : []).map((answer, q) => [`q${q + 1}`, Number(answer)]),
    ),
  }));
}

/** @param at the person's position in the list, from 0; the sheet counts from 1 */
function personColumns(leaf: Criterion, bid: Bid, at: number): Row {
  return {
    key: joinedKey(bid.id, leaf.id, at),
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    number: at + 1,
  };
}
