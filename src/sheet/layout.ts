/**
 * The columns of every table of our workbooks, one row of this file a column: reading, writing and the
 * live formulas all go by it. It is a table, and therefore long. It holds no cell positions: tables
 * are found by name and columns by header, so that people can sort, filter, insert and move.
 */
import { lastLineYear } from "../core/document/year-rows";
import type { Words } from "../words/sv/words";
import type { OtherWords } from "./choice-cells";
import type { TableKey } from "./table-keys";

/**
 * - `weight`: per cent, and a fraction ("100/3") where no decimal can say it
 * - `moment`: a date, or a date and a time of day
 * - `value`: a number where the cell holds one, and else text as it stands
 * - `spelled`: the same, but written as text, so that no number format can change what was hashed
 * - `order`: hidden; keeps the document's order when people sort
 * - `key`: hidden; the row's stable id
 * - `shown`: repeated from another sheet for the reader's sake, never read
 * - `sum`: a formula that adds up the row for the reader's sake, never read
 */
export type ColumnKind =
  | "order"
  | "key"
  | "shown"
  | "sum"
  | "id"
  | "text"
  | "long-text"
  | "decimal"
  | "percent"
  | "weight"
  | "whole"
  | "figure"
  | "rounding"
  | "flag"
  | "choice"
  | "moment"
  | "value"
  | "spelled";

export type ColumnLayout = {
  readonly key: string;
  readonly kind: ColumnKind;
  readonly width: number;
  /** For `choice`: the list of codes and words. */
  readonly words?: (words: Words) => { readonly [code: string]: string };
  /** For `choice`: what else is read. */
  readonly also?: (words: Words) => OtherWords;
  /** Repeated once a bid, with the bid's id before the header: "A Bedömning". */
  readonly perBid?: boolean;
  /** Repeated once an authority, under the authority's name alone. */
  readonly perAuthority?: boolean;
  /**
   * A column that a workbook may lack: written always, or only when something stands in it or is to
   * stand there.
   */
  readonly optional?: "shown" | "when-used";
};

const column = (
  key: string,
  kind: ColumnKind,
  width: number,
  words?: ColumnLayout["words"],
): ColumnLayout => (words ? { key, kind, width, words } : { key, kind, width });
const perBid = (layout: ColumnLayout): ColumnLayout => ({ ...layout, perBid: true });
const shown = (layout: ColumnLayout): ColumnLayout => ({ ...layout, optional: "shown" });
const whenUsed = (layout: ColumnLayout): ColumnLayout => ({ ...layout, optional: "when-used" });

const order = column("order", "order", 6);
const rowKey = column("key", "key", 12);

/** Scores that are a list: one row for each person. */
const listed: readonly ColumnLayout[] = [
  rowKey,
  column("criterion", "id", 11),
  column("name", "shown", 34),
  column("bid", "id", 9),
  column("number", "whole", 9),
  column("levels", "shown", 60),
  column("value", "figure", 10),
];

/** What a price row may have besides; most forms need none of it. */
const rowFactors: readonly ColumnLayout[] = [
  column("floor", "decimal", 12),
  column("counted", "flag", 9),
  column("years.from", "whole", 9),
  column("years.to", "whole", 9),
  column("byYear", "flag", 10),
  column("index", "id", 10),
  column("tier.group", "id", 12),
  column("tier.counts", "choice", 16, (words) => words.tierCounts),
  column("tier.over", "decimal", 10),
  column("tier.upTo", "decimal", 10),
  column("share.group", "id", 10),
  column("share.percent", "weight", 9),
  column("surcharge.percent", "percent", 10),
  column("surcharge.factor", "decimal", 10),
  column("effect", "choice", 16, (words) => words.rowEffects),
  column("on", "id", 10),
  column("amount", "decimal", 14),
  column("source", "text", 24),
  column("deliveryModels", "text", 16),
  column("authority", "id", 12),
  column("per", "choice", 10, (words) => words.rowPers),
];

const lineYears: readonly number[] = Array.from({ length: lastLineYear }, (_, n) => n + 1);

/** The key of the column in which a bid prices one contract year of a row by year. */
export function yearColumn(year: number): string {
  return `year${year}`;
}

export const columns: { readonly [key in TableKey]: readonly ColumnLayout[] } = {
  procurement: [
    rowKey,
    column("label", "shown", 30),
    column("value", "text", 60),
    column("hint", "shown", 70),
  ],
  model: [
    rowKey,
    column("label", "shown", 34),
    column("value", "text", 40),
    column("hint", "shown", 80),
  ],
  evaluators: [
    order,
    column("id", "id", 12),
    column("name", "text", 36),
    column("conflictDeclared", "flag", 16),
    shown(column("declaredAt", "moment", 14)),
    shown(column("interests", "long-text", 44)),
    shown(column("measure", "long-text", 44)),
  ],
  criteria: [
    order,
    column("id", "id", 10),
    column("parent", "id", 12),
    column("name", "text", 34),
    column("description", "long-text", 44),
    column("kind", "choice", 17, (words) => words.criterionKinds),
    column("weight", "weight", 9),
    column("deduction", "decimal", 14),
    column("addition", "decimal", 14),
    column("perPoint", "decimal", 12),
    column("cap", "decimal", 12),
    column("deductionPercent", "percent", 12),
    column("additionPercent", "percent", 12),
    column("aggregate", "choice", 14, (words) => words.aggregates),
    column("minimum", "figure", 11),
    column("minimumShare", "percent", 12),
    column("minimumPoints", "decimal", 12),
    column("panel", "choice", 14, (words) => words.panels),
    column("perConsultant", "flag", 13),
    whenUsed(column("perParticipant", "flag", 13)),
    column("scale.type", "choice", 14, (words) => words.scaleTypes),
    column("scale.zero", "decimal", 10),
    column("scale.max", "decimal", 10),
    column("scale.step", "decimal", 10),
    column("scale.worst", "decimal", 10),
    column("scale.best", "decimal", 10),
    column("scale.unit", "text", 12),
    whenUsed(column("examined", "choice", 18, (words) => words.examinations)),
    whenUsed(column("story", "long-text", 44)),
    whenUsed(column("script", "long-text", 60)),
    whenUsed(column("minutes", "whole", 9)),
  ],
  levels: [
    rowKey,
    column("criterion", "id", 12),
    column("name", "shown", 34),
    column("value", "decimal", 10),
    column("label", "long-text", 80),
  ],
  bands: [
    rowKey,
    column("criterion", "id", 12),
    column("name", "shown", 34),
    column("from", "decimal", 12),
    column("to", "decimal", 12),
    column("deduction", "decimal", 14),
  ],
  requirements: [
    order,
    column("id", "id", 10),
    column("area", "text", 30),
    column("text", "long-text", 90),
    column("kind", "choice", 18, (words) => words.requirementKinds),
    column("negotiable", "flag", 13),
    column("verification", "choice", 18, (words) => words.verifications),
    whenUsed(column("secondReader", "flag", 14)),
  ],
  bids: [
    order,
    column("id", "id", 10),
    column("bidder", "text", 36),
    column("organisationNumber", "text", 18),
    column("priceForm", "choice", 16, (words) => words.priceForms),
    column("price", "decimal", 18),
    column("statedTotal", "decimal", 18),
    whenUsed(column("round", "id", 12)),
    whenUsed(column("deliveryModel", "id", 14)),
    shown(column("receivedAt", "moment", 18)),
    shown(column("withdrawnAt", "moment", 18)),
    shown(column("rejectedAt", "moment", 18)),
    { ...column("lotLimitAt", "moment", 18), optional: "when-used" },
    shown(column("reason", "long-text", 44)),
  ],
  authorities: [
    order,
    column("id", "id", 12),
    column("name", "text", 40),
    shown(column("inhabitants", "decimal", 12)),
  ],
  contractPeriods: [
    order,
    column("id", "id", 12),
    column("name", "text", 34),
    column("from", "whole", 10),
    column("to", "whole", 16),
    column("counted", "flag", 10),
  ],
  deliveryModels: [order, column("id", "id", 12), column("name", "text", 40)],
  indexes: [
    order,
    column("id", "id", 12),
    column("name", "text", 34),
    column("type", "choice", 20, (words) => words.indexTypes),
    column("baseDate", "moment", 14),
    column("rate", "percent", 18),
    column("firstYear", "whole", 22),
    column("base", "decimal", 12),
    column("share", "percent", 10),
    column("threshold", "percent", 10),
    column("rounding", "rounding", 26),
  ],
  indexValues: [
    order,
    rowKey,
    column("index", "id", 12),
    column("year", "whole", 14),
    column("value", "decimal", 12),
  ],
  // A row for each price row and authority: read and kept where a workbook has it, never made anew.
  quantities: [
    order,
    rowKey,
    column("item", "id", 10),
    column("name", "shown", 40),
    column("authority", "id", 14),
    column("quantity", "decimal", 12),
  ],
  authorityQuantities: [
    order,
    column("id", "id", 10),
    column("name", "shown", 40),
    column("sum", "sum", 12),
    { ...column("quantity", "decimal", 14), perAuthority: true },
  ],
  prices: [
    order,
    column("id", "id", 10),
    column("name", "text", 40),
    {
      ...column("category", "choice", 24, (words) => words.categories),
      also: (words) => words.otherWords.categories,
    },
    column("unit", "text", 18),
    column("quantity", "decimal", 12),
    column("periods", "decimal", 10),
    column("ceiling", "decimal", 12),
    column("required", "flag", 12),
    ...rowFactors.map(whenUsed),
    perBid(column("unitPrice", "decimal", 18)),
    ...lineYears.map((year) => perBid(whenUsed(column(yearColumn(year), "decimal", 14)))),
    perBid(whenUsed(column("yearSum", "sum", 16))),
  ],
  checks: [
    column("id", "id", 10),
    column("area", "shown", 24),
    column("text", "shown", 70),
    perBid(column("answer", "choice", 9, (words) => words.answers)),
    perBid(column("verdict", "choice", 14, (words) => words.verdicts)),
    perBid(column("reference", "text", 18)),
    perBid(column("checkedBy", "text", 12)),
    perBid(whenUsed(column("checkedAt", "moment", 12))),
    perBid(whenUsed(column("secondReader", "text", 12))),
    perBid(whenUsed(column("secondVerdict", "choice", 14, (words) => words.secondVerdicts))),
    perBid(column("note", "long-text", 30)),
  ],
  scores: [
    rowKey,
    column("criterion", "id", 11),
    column("name", "shown", 34),
    column("bid", "id", 9),
    column("bidder", "shown", 28),
    column("levels", "shown", 60),
    column("value", "figure", 10),
    column("rationale", "long-text", 60),
    column("reference", "text", 24),
  ],
  // Whose score of which bid on what stands first, by name; the ids by which the row is read, last.
  assessments: [
    order,
    rowKey,
    column("name", "shown", 30),
    shown(column("bidder", "shown", 24)),
    shown(column("evaluatorName", "shown", 24)),
    column("levels", "shown", 60),
    column("value", "figure", 10),
    column("rationale", "long-text", 60),
    shown(column("reference", "text", 24)),
    column("criterion", "id", 11),
    column("bid", "id", 9),
    column("evaluator", "id", 12),
  ],
  consultants: listed,
  participants: listed,
  survey: [
    rowKey,
    column("criterion", "id", 11),
    column("name", "shown", 34),
    column("bid", "id", 9),
    column("number", "whole", 12),
    ...Array.from({ length: 10 }, (_, n) => column(`q${n + 1}`, "whole", 6)),
  ],
  lotteries: [
    rowKey,
    column("order", "text", 24),
    column("time", "moment", 22),
    ...Array.from({ length: 4 }, (_, n) => column(`witness${n + 1}`, "text", 24)),
    column("method", "text", 50),
    whenUsed(column("authority", "id", 12)),
  ],
  rounds: [
    order,
    column("id", "id", 10),
    column("kind", "choice", 18, (words) => words.roundKinds),
    column("name", "text", 40),
    column("deadline", "moment", 18),
  ],
  offers: [
    order,
    column("bid", "id", 9),
    column("round", "id", 10),
    column("item", "id", 10),
    column("price", "decimal", 18),
  ],
  adjustments: [
    order,
    column("requirement", "id", 11),
    column("round", "id", 10),
    column("text", "long-text", 70),
    column("dropped", "flag", 10),
    column("reason", "long-text", 44),
    column("date", "moment", 14),
    column("by", "text", 18),
  ],
  clarifications: [
    order,
    column("id", "id", 8),
    column("bid", "id", 9),
    column("rule", "choice", 20, (words) => words.clarificationRules),
    column("subject", "choice", 14, (words) => words.clarificationSubjects),
    column("of", "id", 11),
    column("question", "long-text", 44),
    column("askedBy", "text", 16),
    column("askedAt", "moment", 14),
    column("answer", "long-text", 44),
    whenUsed(column("answeredBy", "text", 20)),
    column("answeredAt", "moment", 14),
    whenUsed(column("answerReference", "text", 24)),
    column("original", "value", 18),
    column("new", "value", 18),
    column("reason", "long-text", 44),
    column("decidedBy", "text", 16),
    column("decidedAt", "moment", 14),
    column("equalTreatment", "long-text", 44),
  ],
  exclusions: [
    order,
    column("bid", "id", 9),
    column("requirement", "id", 11),
    column("ground", "choice", 30, (words) => words.exclusionGrounds),
    column("circumstances", "long-text", 44),
    column("occurredAt", "moment", 14),
    column("heardAt", "moment", 14),
    column("answerBy", "moment", 14),
    column("answeredAt", "moment", 14),
    column("answer", "long-text", 44),
    column("reliability", "choice", 22, (words) => words.reliabilities),
    column("decision", "choice", 18, (words) => words.exclusionDecisions),
    column("reason", "long-text", 44),
    column("decidedBy", "text", 16),
    column("decidedAt", "moment", 14),
    column("notifiedAt", "moment", 14),
  ],
  lowBids: [
    order,
    column("bid", "id", 9),
    column("requestedBy", "text", 16),
    column("requestedAt", "moment", 14),
    column("request", "long-text", 44),
    column("answeredAt", "moment", 14),
    column("answer", "long-text", 44),
    column("decision", "choice", 22, (words) => words.lowBidDecisions),
    column("reason", "long-text", 44),
    column("decidedBy", "text", 16),
    column("decidedAt", "moment", 14),
  ],
  sessions: [
    order,
    column("bid", "id", 9),
    column("criterion", "id", 11),
    column("number", "whole", 9),
    column("at", "moment", 18),
    column("minutes", "whole", 9),
    column("testers", "text", 34),
    column("deviation", "long-text", 60),
  ],
  sources: [
    order,
    column("bid", "id", 9),
    column("subject", "choice", 18, (words) => words.sourceSubjects),
    column("of", "id", 11),
    column("cell", "text", 40),
    column("seen", "text", 24),
    column("comment", "long-text", 44),
    column("meaning", "choice", 20, (words) => words.sourceMeanings),
    column("reason", "long-text", 44),
    column("decidedBy", "text", 16),
    column("decidedAt", "moment", 14),
  ],
  events: [
    order,
    shown(column("number", "whole", 7)),
    column("type", "choice", 22, (words) => words.eventTypes),
    column("time", "moment", 22),
    column("by", "text", 18),
    column("bid", "id", 9),
    column("criterion", "id", 11),
    column("evaluator", "id", 12),
    column("old", "spelled", 12),
    column("new", "spelled", 12),
    column("rationale", "long-text", 50),
    column("reference", "text", 24),
    column("reason", "long-text", 44),
    column("priceKnown", "flag", 12),
    shown(column("place", "text", 30)),
    column("fingerprint", "text", 24),
    shown(column("result", "text", 24)),
    shown(column("sheets", "text", 24)),
    shown(column("version", "text", 16)),
    shown(column("at", "moment", 22)),
    shown(column("recorded", "text", 24)),
    shown(column("joins", "text", 24)),
    shown(column("previous", "text", 24)),
    shown(column("hash", "text", 24)),
    column("payload", "shown", 60),
  ],
  published: [
    order,
    column("part", "choice", 22, (words) => words.publishedParts),
    column("piece", "whole", 8),
    column("content", "long-text", 120),
  ],
  recorded: [
    column("record", "text", 24),
    column("piece", "whole", 8),
    column("content", "long-text", 120),
  ],
  anchors: [
    order,
    column("of", "text", 24),
    column("part", "choice", 22, (words) => words.anchorParts),
    column("piece", "whole", 8),
    column("content", "long-text", 120),
  ],
  award: [
    rowKey,
    column("label", "shown", 38),
    column("value", "text", 60),
    column("hint", "shown", 80),
  ],
  decisions: [
    order,
    column("id", "id", 8),
    column("kind", "choice", 22, (words) => words.decisionKinds),
    column("of", "id", 12),
    whenUsed(column("authority", "id", 12)),
    column("awarded", "text", 16),
    column("decidedAt", "moment", 14),
    column("decidedBy", "text", 20),
    column("designation", "text", 20),
    column("reason", "long-text", 44),
    column("standstill", "choice", 20, (words) => words.standstills),
    column("standstillUntil", "moment", 16),
    column("reviewAppliedAt", "moment", 16),
    column("reviewEndedAt", "moment", 16),
    whenUsed(column("courtOrder", "choice", 26, (words) => words.courtOrders)),
    column("contractAt", "moment", 14),
  ],
  dispatches: [
    order,
    column("decision", "id", 10),
    column("bid", "id", 9),
    column("sentAt", "moment", 18),
    column("sending", "choice", 22, (words) => words.dispatchSendings),
  ],
  confidential: [
    order,
    column("bid", "id", 9),
    column("subject", "choice", 18, (words) => words.confidentialSubjects),
    column("of", "text", 18),
    column("reason", "long-text", 50),
    column("requestedAt", "moment", 14),
    column("decision", "choice", 16, (words) => words.confidentialDecisions),
    column("decidedBy", "text", 18),
    column("decidedAt", "moment", 14),
  ],
  requests: [
    order,
    column("bid", "id", 9),
    column("receivedAt", "moment", 16),
    column("question", "long-text", 60),
    column("answeredAt", "moment", 16),
  ],
  checklist: [
    order,
    column("item", "id", 22),
    shown(column("list", "choice", 22, (words) => words.checklistLists)),
    column("question", "long-text", 70),
    column("answer", "choice", 16, (words) => words.checklistAnswers),
    column("responsible", "text", 24),
    column("note", "long-text", 50),
  ],
  roles: [
    order,
    column("group", "choice", 20, (words) => words.roleGroups),
    column("name", "text", 28),
    column("role", "text", 28),
    column("organisation", "text", 28),
  ],
  timePlan: [
    order,
    column("step", "text", 44),
    column("plannedAt", "moment", 14),
    column("milestone", "choice", 24, (words) => words.milestones.names),
    column("doneAt", "moment", 14),
    column("responsible", "text", 24),
  ],
};
