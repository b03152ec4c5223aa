/**
 * The evaluation document `mervarde/1` as one zod schema; every type is inferred from it and
 * written nowhere else. It says what a document may look like. It never says whether the evaluation
 * in it is lawful or finished (findings do), and it never changes what it reads.
 */
import * as z from "zod";
import type { answer, score } from "./bid-schema";
import { bid } from "./bid-schema";
import type { band, scale } from "./criterion-schema";
import { criterion } from "./criterion-schema";
import type { rounding } from "./field-values";
import { many, some } from "./field-values";
import type { method } from "./model-schema";
import { model } from "./model-schema";
import { evaluator, priceItem, procurement, requirement } from "./procurement-schema";
import {
  adjustment,
  award,
  checked,
  clarification,
  confidential,
  event,
  lottery,
  lowBid,
  offer,
  published,
  request,
  round,
  session,
} from "./record-schema";

export const documentSchema = z.strictObject(
  {
    format: z.literal("mervarde/1", { error: "format" }),
    procurement,
    model,
    evaluators: many(evaluator),
    requirements: many(requirement),
    criteria: many(criterion),
    priceItems: many(priceItem),
    bids: many(bid),
    lotteries: some(lottery).optional(),
    rounds: some(round).optional(),
    offers: some(offer).optional(),
    adjustments: some(adjustment).optional(),
    clarifications: some(clarification).optional(),
    lowBids: some(lowBid).optional(),
    sessions: some(session).optional(),
    published: some(published).optional(),
    confidential: some(confidential).optional(),
    requests: some(request).optional(),
    checklist: some(checked).optional(),
    award: award.optional(),
    events: some(event).optional(),
  },
  { error: "object" },
);

export type EvaluationDocument = z.infer<typeof documentSchema>;
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
export type Bid = z.infer<typeof bid>;
export type Answer = z.infer<typeof answer>;
export type Score = z.infer<typeof score>;
export type Round = z.infer<typeof round>;
export type Offer = z.infer<typeof offer>;
export type Adjustment = z.infer<typeof adjustment>;
export type Clarification = z.infer<typeof clarification>;
export type LowBid = z.infer<typeof lowBid>;
export type SessionRecord = z.infer<typeof session>;
export type JournalEvent = z.infer<typeof event>;
export type PublishedRecord = z.infer<typeof published>;
export type Confidential = z.infer<typeof confidential>;
export type Award = z.infer<typeof award>;
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
