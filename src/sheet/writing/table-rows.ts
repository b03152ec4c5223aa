/**
 * Every value of a document as rows of our tables, by column key; reading the rows gives the same
 * document back. It makes no cells and chooses no columns.
 */
import { payloadOf } from "../../core/document/recorded";
import type { Bid, EvaluationDocument, JournalEvent } from "../../core/document/schema";
import { everyCriterion, own } from "../../core/document/schema";
import type { PriceLine } from "../../core/document/year-rows";
import { priceLines } from "../../core/document/year-rows";
import { checklistQuestion } from "../../words/checklist-question";
import type { Words } from "../../words/sv/words";
import { yearColumn } from "../layout";
import type { RecordKey, TableKey } from "../table-keys";
import { recordKeys } from "../table-keys";
import { bandRows, criterionRows, levelRows } from "./criterion-rows";
import { fieldRows } from "./field-rows";
import { lineColumns, priceModelRows, withoutLists } from "./price-model-rows";
import { scoreTables } from "./score-rows";
import type { Row } from "./written-columns";

/** The most characters that Excel keeps in a cell. */
const longestCell = 32_767;

export type TableRows = { readonly [key in TableKey]: readonly Row[] };

/** The rows of every table, as they are to be written. */
export function rowsOf(document: EvaluationDocument, words: Words): TableRows {
  const { criteria, award, bids } = document;
  const scores = scoreTables(document, words);
  const hasAward = award !== undefined || bids.length > 0;
  return {
    procurement: fieldRows("procurement", document.procurement, words),
    model: fieldRows("model", withoutLists(document.model), words),
    ...priceModelRows(document, words),
    evaluators: numbered(document.evaluators),
    criteria: numbered(criterionRows(criteria)),
    levels: [...everyCriterion(criteria)].flatMap(levelRows),
    bands: [...everyCriterion(criteria)].flatMap(bandRows),
    requirements: numbered(document.requirements),
    bids: numbered(bids.map(bidRow)),
    prices: numbered(priceRows(document)),
    /** Made when they are asked for: verdicts are most of a document, and most acts change none. */
    get checks() {
      return answerRows(document);
    },
    ...scores,
    assessments: numbered(scores.assessments),
    lotteries: lotteryRows(document),
    ...recordRows(document),
    award: hasAward ? fieldRows("award", award ?? {}, words) : [],
    checklist: numbered(checklistRows(document, words)),
    events: numbered(
      (document.events ?? []).map((event) => ({ ...event, payload: payloadCell(event) })),
    ),
  };
}

/** Rows with the document's order, which stays when people sort the sheet. */
function numbered(rows: readonly object[]): Row[] {
  return rows.map((row, n) => ({ ...row, order: n + 1 }));
}

function bidRow({ prices, answers: _answers, scores: _scores, ...bid }: Bid): Row {
  const priceForm = prices ? "rows" : bid.price === undefined ? undefined : "total";
  return { ...bid, priceForm };
}

function priceRows(document: EvaluationDocument): Row[] {
  return priceLines(document.priceItems).map((line) => ({
    ...lineColumns(line),
    ...bidColumns(document, (bid) => pricesOn(line, bid)),
  }));
}

function pricesOn({ id, years }: PriceLine, { prices = {} }: Bid): Row {
  if (years.length === 0) return { unitPrice: own(prices, id) };
  return Object.fromEntries(
    years.map((row) => [yearColumn(row.years.from), own(prices, row.id)] as const),
  );
}

function answerRows(document: EvaluationDocument): Row[] {
  return document.requirements.map(({ id, area, text }) => ({
    id,
    area,
    text,
    ...bidColumns(document, (bid) => ({ ...own(bid.answers, id) })),
  }));
}

/** Each bid's values under its own columns' keys: "A verdict". */
function bidColumns({ bids }: EvaluationDocument, valuesOf: (bid: Bid) => Row): Row {
  return Object.fromEntries(
    bids.flatMap((bid) =>
      Object.entries(valuesOf(bid)).map(([key, value]) => [`${bid.id} ${key}`, value]),
    ),
  );
}

function lotteryRows({ lotteries = [] }: EvaluationDocument): Row[] {
  return lotteries.map(({ order, time, witnesses, method, authority }, n) => ({
    key: String(n),
    order: order.join("; "),
    time,
    method,
    authority,
    ...Object.fromEntries(witnesses.map((witness, w) => [`witness${w + 1}`, witness])),
  }));
}

function recordRows(document: EvaluationDocument): { readonly [key in RecordKey]: readonly Row[] } {
  return Object.fromEntries(
    recordKeys.map((key) => [key, numbered(document[key] ?? [])]),
  ) as unknown as { readonly [key in RecordKey]: readonly Row[] };
}

/** The questions that have been answered, then the others, to be answered on their rows. */
function checklistRows(
  { checklist = [], bids, procurement }: EvaluationDocument,
  words: Words,
): Row[] {
  const answered = new Set(checklist.map(({ item }) => item));
  const waiting = Object.keys(words.checklist).filter(
    (item) => bids.length > 0 && !answered.has(item),
  );
  const ours = (item: string) => checklistQuestion(item, procurement, words);
  return [
    ...checklist.map((line) => ({ ...line, question: ours(line.item) ?? line.question })),
    ...waiting.map((item) => ({ item, question: ours(item) })),
  ];
}

/**
 * What was hashed, so that anyone can hash it again. A payload that is longer than a cell holds is
 * left out; it can be computed from the row.
 */
function payloadCell(event: JournalEvent): string | undefined {
  const payload = payloadOf(event);
  return event.hash === undefined || payload.length > longestCell ? undefined : payload;
}
