/**
 * How the checks stand, as tables for people: progress, clarifications, abnormally low bids, rounds
 * and adjustments. The same tables stand on a sheet, in the pane and in a terminal. It computes
 * nothing of its own.
 */
import { biddersIn, namesIn } from "../core/document/names";
import type { Section } from "../content/table";
import { clarifiedPlace, isDecided } from "../core/document/corrections";
import { adjustmentsInForce } from "../core/document/requirements-in-force";
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { uncomparedPriceName } from "../words/sentences";
import { namedId } from "../words/named-id";
import { swedishDay } from "../core/swedish-time";
import { lawIn } from "../words/law-text";
import type { Words } from "../words/sv/words";
import { screenAbnormallyLow } from "./abnormally-low-screen";
import { progress } from "./check-progress";
import { offersByRound } from "./rounds";
import { count, figure, shown, withRows } from "./table-cells";

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

/** A row for each bid, stage and area; one that was withdrawn is not checked, and has one row. */
function progressSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const withdrawn = new Map(
    document.bids.flatMap(({ id, withdrawnAt }) =>
      withdrawnAt === undefined ? [] : [[id, swedishDay(withdrawnAt)]],
    ),
  );
  const bidders = biddersIn(document);
  const isReversed = document.procurement.checkOrder === "bid-first";
  const inStages = progress(document).filter(({ bid }) => !withdrawn.has(bid));
  const counts = ["", "", "", "", "", ""];
  return {
    title: text.progress,
    note: isReversed
      ? text.reversedOrder(lawIn("reverseOrder", document.procurement, words))
      : text.lawfulOrder,
    columns: [
      text.bid,
      text.stage,
      text.area,
      text.total,
      words.verdicts.met,
      words.verdicts["not-met"],
      words.verdicts.clarification,
      words.verdicts.unchecked,
      text.noSecondReading,
    ],
    rows: [
      ...inStages.map(
        ({ bid, stage, area, total, met, notMet, clarification, open, secondReadingMissing }) => [
          namedId(bid, bidders),
          words.requirementKinds[stage],
          area,
          count(total),
          count(met),
          count(notMet),
          count(clarification),
          count(open),
          count(secondReadingMissing),
        ],
      ),
      ...[...withdrawn].map(([bid, day]) => [
        namedId(bid, bidders),
        `${words.withdrawn} ${day}`,
        "",
        ...counts,
      ]),
    ],
  };
}

function clarificationSection(document: EvaluationDocument, words: Words): Section {
  const text = words.group;
  const names = namesIn(document);
  const bidders = biddersIn(document);
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
      namedId(each.bid, bidders),
      [
        each.subject === undefined ? "" : words.clarificationSubjects[each.subject],
        each.of === undefined ? "" : namedId(each.of, names),
      ]
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
  const bidders = biddersIn(evaluation.document);
  const { regime, lowBids: rule = {} } = evaluation.document.procurement;
  return {
    title: text.lowBids,
    note: `${text.screening(shown(rule.belowMedian, words), shown(rule.belowNext, words))} ${text.lowBidLaw[regime](lawIn("lowBid", evaluation.document.procurement, words))}`,
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
        namedId(bid, bidders),
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
  const bidders = biddersIn(document);
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
      namedId(bid, bidders),
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
