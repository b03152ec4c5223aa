/**
 * The group's work as tables for people: how far the checks have come, what was clarified, what
 * each round brought, what the panel scored and what a moderator should look at. The same tables
 * stand on a sheet, in the pane and in a terminal. It computes nothing of its own.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { everyCriterion, own } from "../core/document/schema";
import { clarifiedPlace, isDecided } from "../core/document/corrections";
import type { Evaluation } from "../core/evaluate";
import { decimalPattern, Exact } from "../core/number";
import { valueText } from "../core/document/recorded";
import { adjustmentsInForce } from "../core/document/requirements-in-force";
import { momentText } from "../words/time";
import { uncomparedPriceName } from "../words/sentences";
import type { Entry, Section } from "../content/table";
import type { Words } from "../words/sv/words";
import { panelLeaves } from "../scoring/score-sheet";
import { flags } from "../scoring/flags";
import { figureName } from "../scoring/record-scores";
import { screenAbnormallyLow } from "./abnormally-low-screen";
import type { Conflict } from "../scoring/merge-score-sheets";
import { progress } from "./check-progress";
import { offersByRound } from "./rounds";
import { samples } from "../scoring/usability";

/** How the checks stand: only tables with something in them. */
export function checkSections(evaluation: Evaluation, words: Words): Section[] {
  const { document } = evaluation;
  return withRows([
    progressSection(document, words),
    clarificationSection(document, words),
    lowBidSection(evaluation, words),
    roundSection(evaluation, words),
    adjustmentSection(document, words),
  ]);
}

/** What the panel has scored, and what to look at. */
export function scoreSections(document: EvaluationDocument, words: Words): Section[] {
  return withRows([
    flagSection(document, words),
    panelSection(document, words),
    sampleSection(document, words),
    sessionSection(document, words),
    declarationSection(document, words),
  ]);
}

function withRows(sections: readonly Section[]): Section[] {
  return sections.filter(({ rows }) => rows.length > 0);
}

const count = (number: number): Entry => ({ exact: Exact.count(number), decimals: 0 });
const figure = (exact: Exact | undefined, decimals: number): Entry =>
  exact ? { exact, decimals } : "";

/** A document's decimal in the reader's way of writing, and any other text as it is. */
function shown(text: string | undefined, words: Words): string {
  if (text === undefined) return "";
  if (text === "yes" || text === "no") return words.answers[text];
  return decimalPattern.test(text) ? words.number(text) : text;
}

function named({ bids }: EvaluationDocument, id: string): string {
  return `${id} ${bids.find((bid) => bid.id === id)?.bidder ?? ""}`.trim();
}

function progressSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const isReversed = document.procurement.checkOrder === "bid-first";
  return {
    title: text.progress,
    note: isReversed ? text.reversedOrder : text.lawfulOrder,
    columns: [
      text.bid,
      text.stage,
      text.area,
      text.total,
      words.verdicts.met,
      words.verdicts["not-met"],
      words.verdicts.clarification,
      words.verdicts.unchecked,
      text.unread,
    ],
    rows: progress(document).map(
      ({ bid, stage, area, total, met, notMet, clarification, open, unread }) => [
        named(document, bid),
        words.requirementKinds[stage],
        area,
        count(total),
        count(met),
        count(notMet),
        count(clarification),
        count(open),
        count(unread),
      ],
    ),
  };
}

function clarificationSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  return {
    title: words.sheets.clarifications,
    note: text.clarificationNote,
    columns: [
      text.number,
      text.bid,
      text.about,
      text.rule,
      text.original,
      text.now,
      text.reason,
      text.state,
    ],
    rows: (document.clarifications ?? []).map((each) => [
      each.id,
      named(document, each.bid),
      [each.subject === undefined ? "" : words.clarificationSubjects[each.subject], each.of ?? ""]
        .join(" ")
        .trim(),
      each.rule === undefined ? "" : words.clarificationRules[each.rule],
      shown(each.original, words),
      shown(each.new, words),
      each.reason ?? "",
      isDecided(each)
        ? clarifiedPlace(each) === undefined || each.new === undefined
          ? text.decided
          : text.inForce
        : each.answer !== undefined
          ? text.answered
          : text.waiting,
    ]),
  };
}

function lowBidSection(evaluation: Evaluation, words: Words): Section {
  const text = words.group;
  const { regime, lowBids: rule = {} } = evaluation.document.procurement;
  return {
    title: text.lowBids,
    note: `${text.screening(shown(rule.belowMedian, words), shown(rule.belowNext, words))} ${text.lowBidLaw[regime]}`,
    columns: [
      text.bid,
      `${uncomparedPriceName(evaluation.bids, words)} (${evaluation.document.procurement.currency})`,
      text.belowMedian,
      text.belowNext,
      text.flag,
      text.decision,
    ],
    rows: screenAbnormallyLow(evaluation).map(
      ({ bid, price, belowMedian, belowNext, isFlagged, record }) => [
        named(evaluation.document, bid),
        figure(price, 2),
        figure(belowMedian, 1),
        figure(belowNext, 1),
        isFlagged ? text.look : "",
        record?.decision === undefined ? "" : words.lowBidDecisions[record.decision],
      ],
    ),
  };
}

function roundSection(evaluation: Evaluation, words: Words): Section {
  const text = words.group;
  const { document } = evaluation;
  const names = new Map(
    (document.rounds ?? []).map(({ id, name, kind }) => [id, name ?? words.roundKinds[kind]]),
  );
  return {
    title: words.sheets.rounds,
    note: text.roundNote,
    columns: [
      text.bid,
      text.round,
      `${words.overview.price} (${document.procurement.currency})`,
      text.change,
    ],
    rows: offersByRound(evaluation).map(({ bid, round, total, change }) => [
      named(document, bid),
      names.get(round) ?? round,
      total ? figure(total, 2) : words.missing,
      figure(change, 2),
    ]),
  };
}

function adjustmentSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const published = new Map(document.requirements.map((each) => [each.id, each.text]));
  return {
    title: words.sheets.adjustments,
    columns: [text.requirement, text.published, text.now, text.reason, text.date],
    rows: [...adjustmentsInForce(document)].map(
      ([id, { text: now, dropped, reason = "", date = "" }]) => [
        id,
        published.get(id) ?? "",
        dropped === true ? text.dropped : (now ?? ""),
        reason,
        date,
      ],
    ),
  };
}

function flagSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  return {
    title: text.flags,
    note: text.flagNote,
    columns: [text.flag, text.criterion, text.evaluator, text.bid, text.size, text.rule],
    rows: flags(document).map(({ name, criterion = "", evaluator = "", bids, figure: size }) => [
      text.flagNames[name],
      criterion,
      evaluator,
      bids.join(", "),
      name === "spread" || name === "offset"
        ? `${words.number(size.toFixed(0))} %`
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
    columns: [text.criterion, text.bid, ...evaluators.map(({ id }) => id), text.agreed],
    rows: panelLeaves(criteria).flatMap(({ id, name, panel = "single" }) =>
      bids.map(({ id: bid, scores }) => {
        const score = own(scores, id);
        const of = (evaluator: string) =>
          shown(score?.assessments?.find((each) => each.evaluator === evaluator)?.value, words);
        return [
          `${id} ${name}`,
          bid,
          ...evaluators.map((each) => of(each.id)),
          panel === "consensus" ? shown(valueText(score?.value), words) : words.panels[panel],
        ];
      }),
    ),
  };
}

function sampleSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  return {
    title: text.samples,
    note: text.sampleNote,
    columns: [text.criterion, text.bid, text.respondents, text.mean, text.lowest, text.highest],
    rows: samples(document).map(({ criterion, bid, count: n, mean, lowest, highest }) => [
      `${criterion.id} ${criterion.name}`,
      bid,
      count(n),
      figure(mean, 2),
      figure(lowest, 2),
      figure(highest, 2),
    ]),
  };
}

function sessionSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const names = new Map(
    [...everyCriterion(document.criteria)].map(({ id, name }) => [id, `${id} ${name}`]),
  );
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
        names.get(criterion) ?? criterion,
        bid,
        number === undefined ? "" : count(number),
        momentText(at),
        minutes === undefined ? "" : count(minutes),
        testers,
        deviation,
      ],
    ),
  };
}

function declarationSection({ evaluators }: EvaluationDocument, words: Words): Section {
  const text = words.group;
  return {
    title: text.declarations,
    note: text.declarationNote,
    columns: [
      text.evaluator,
      words.headers.evaluators.conflictDeclared,
      text.date,
      words.headers.evaluators.interests,
      words.headers.evaluators.measure,
    ],
    rows: evaluators.map(
      ({ id, name, conflictDeclared, declaredAt = "", interests = "", measure = "" }) => [
        `${id} ${name}`,
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

/** A conflict as one line: what stays, and what was offered instead. */
export function conflictText(each: Conflict, words: Words): string {
  const text = words.cli.group;
  const offered = each.offered
    .map(
      ({ text: value, name, cell }) =>
        `${shown(value, words)} (${[name, cell].filter(Boolean).join(" ")})`,
    )
    .join(", ");
  return text.conflict(
    figureName(each),
    words.headers.scores[each.field],
    each.kept === undefined ? text.blank : shown(each.kept, words),
    offered,
  );
}

/** A line of the journal in words: when and who, what of what, from what to what, and why. */
export function eventText(
  each: JournalEvent,
  words: Words,
): {
  readonly signed: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
} {
  const text = words.cli.group;
  const about =
    each.bid === undefined || each.criterion === undefined
      ? ""
      : figureName({
          bid: each.bid,
          criterion: each.criterion,
          ...(each.evaluator === undefined ? {} : { evaluator: each.evaluator }),
        });
  const value = (of: string | undefined) => (of === undefined ? text.blank : shown(of, words));
  return {
    signed: text.signed(each.time, each.by),
    what: [words.eventTypes[each.type], about].filter(Boolean).join(" "),
    change:
      each.type === "score"
        ? `${value(each.old)} → ${value(each.new)}`
        : each.type === "published"
          ? ""
          : (each.new ?? ""),
    why: each.reason ?? each.rationale ?? "",
  };
}
