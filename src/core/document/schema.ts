/**
 * The evaluation document `mervarde/1` as one zod schema; every type is inferred from it and
 * written nowhere else. It says what a document may look like. It never says whether the evaluation
 * in it is lawful or finished (findings do), and it never changes what it reads.
 */
import * as z from "zod";
import { award, checked, confidential, request } from "./award-schema";
import type { answer, score } from "./bid-schema";
import { bid } from "./bid-schema";
import type { band, scale } from "./criterion-schema";
import { criterion } from "./criterion-schema";
import { decision, dispatch } from "./decision-schema";
import { plannedStep, role } from "./organisation-schema";
import { exclusion } from "./exclusion-schema";
import type { rounding } from "./field-values";
import { many, some } from "./field-values";
import type { method } from "./model-schema";
import { model } from "./model-schema";
import type { authority, contractPeriod, deliveryModel, priceIndex } from "./price-schema";
import { priceItem } from "./price-schema";
import { evaluator, procurement, requirement } from "./procurement-schema";
import {
  adjustment,
  anchored,
  clarification,
  event,
  lottery,
  lowBid,
  offer,
  published,
  recorded,
  round,
  session,
  source,
} from "./record-schema";

export const documentSchema = z.strictObject(
  {
    format: z
      .literal("mervarde/1", { error: "format" })
      .describe("Name and version of the format."),
    procurement: procurement.describe("Procurement, or the one lot of it, that is evaluated."),
    model: model.describe("Evaluation model as published."),
    evaluators: many(evaluator).describe("People who score."),
    requirements: many(requirement).describe(
      "Grounds for exclusion, qualification and mandatory requirements.",
    ),
    criteria: many(criterion).describe("Criteria as a forest; each root carries what it is worth."),
    priceItems: many(priceItem).describe("Price rows; empty when bids state a total."),
    bids: many(bid).describe("Bids, in the order they are shown."),
    lotteries: some(lottery).optional().describe("Drawings of lots that were held."),
    rounds: some(round).optional().describe("Rounds of bids (LOU 6 kap. 8–11 §§)."),
    offers: some(offer).optional().describe("Prices of earlier rounds."),
    adjustments: some(adjustment)
      .optional()
      .describe("Requirements adjusted or dropped between rounds (LOU 6 kap. 8 §)."),
    clarifications: some(clarification)
      .optional()
      .describe("Corrections, clarifications and supplements (LOU 4 kap. 9 §)."),
    exclusions: some(exclusion)
      .optional()
      .describe("Whether a supplier is to be excluded (LOU 13 kap., 19 kap. 17 §)."),
    lowBids: some(lowBid)
      .optional()
      .describe("Bids that may be abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §)."),
    sources: some(source)
      .optional()
      .describe("Where values of bids were taken from, in the forms that bidders handed in."),
    sessions: some(session).optional().describe("Demonstrations and user tests."),
    published: some(published)
      .optional()
      .describe("Model, criteria, requirements and price rows as they were published."),
    recorded: some(recorded)
      .optional()
      .describe("Register of bids, prices, verdicts and records as they were recorded."),
    confidential: some(confidential)
      .optional()
      .describe("Requests for secrecy and the decisions on them (OSL 31 kap. 16 §)."),
    requests: some(request)
      .optional()
      .describe("Written requests for information (LOU 12 kap. 13 §, 19 kap. 20 §)."),
    checklist: some(checked).optional().describe("Answers to the checklist before the award."),
    award: award
      .optional()
      .describe("Reasons and dates that the award papers need; no result depends on them."),
    decisions: some(decision)
      .optional()
      .describe("Decisions: awards, corrections and cancellations, the oldest first."),
    dispatches: some(dispatch)
      .optional()
      .describe("To whom each decision was sent, and when (LOU 12 kap. 12 §, 19 kap. 19 §)."),
    roles: some(role)
      .optional()
      .describe("Steering group, project group, reference group and others who take part."),
    timePlan: some(plannedStep).optional().describe("Planned steps, up to the decision."),
    anchors: some(anchored)
      .optional()
      .describe("What was anchored outside the file, and the replies."),
    events: some(event).optional().describe("Journal, oldest first."),
  },
  { error: "object" },
);

export type EvaluationDocument = z.infer<typeof documentSchema>;
export type Lot = NonNullable<z.infer<typeof procurement>["lot"]>;
export type Procurement = z.infer<typeof procurement>;
export type Model = z.infer<typeof model>;
export type MethodSpec = z.infer<typeof method>;
export type Rounding = z.infer<typeof rounding>;
export type Evaluator = z.infer<typeof evaluator>;
export type Requirement = z.infer<typeof requirement>;
export type Criterion = z.infer<typeof criterion>;
export type Scale = z.infer<typeof scale>;
export type Band = z.infer<typeof band>;
export type PriceItem = z.infer<typeof priceItem>;
export type Authority = z.infer<typeof authority>;
export type ContractPeriod = z.infer<typeof contractPeriod>;
export type DeliveryModel = z.infer<typeof deliveryModel>;
export type PriceIndex = z.infer<typeof priceIndex>;
export type Bid = z.infer<typeof bid>;
export type Answer = z.infer<typeof answer>;
export type Score = z.infer<typeof score>;
export type Round = z.infer<typeof round>;
export type Offer = z.infer<typeof offer>;
export type Adjustment = z.infer<typeof adjustment>;
export type Clarification = z.infer<typeof clarification>;
export type Exclusion = z.infer<typeof exclusion>;
export type LowBid = z.infer<typeof lowBid>;
export type SessionRecord = z.infer<typeof session>;
export type Source = z.infer<typeof source>;
export type JournalEvent = z.infer<typeof event>;
export type PublishedRecord = z.infer<typeof published>;
export type AnchoredRecord = z.infer<typeof anchored>;
export type RecordedPiece = z.infer<typeof recorded>;
export type Confidential = z.infer<typeof confidential>;
export type Award = z.infer<typeof award>;
export type Decision = z.infer<typeof decision>;
export type Role = z.infer<typeof role>;
export type PlannedStep = z.infer<typeof plannedStep>;
export type Dispatch = z.infer<typeof dispatch>;
export type Lottery = z.infer<typeof lottery>;
export type Assessment = NonNullable<Score["assessments"]>[number];

/** The value under `key`. Nothing inherited counts: an id may be "constructor". */
export function own<Value>(
  record: { readonly [key: string]: Value },
  key: string,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Every criterion of a forest, parents before their children, in document order. */
export function* everyCriterion(criteria: readonly Criterion[]): Generator<Criterion> {
  for (const criterion of criteria) {
    yield criterion;
    if (criterion.children) yield* everyCriterion(criterion.children);
  }
}

/** The criteria that are scored: those without children. */
export function leaves(criteria: readonly Criterion[]): Criterion[] {
  return [...everyCriterion(criteria)].filter(({ children }) => !children);
}
