/**
 * Dates of one record, or of one decision, that come in an order that cannot be: an answer before its
 * question, a judgment before the application. It says which two contradict each other, corrects
 * neither and does not guess which is wrong.
 */
import type { EnteredDecision } from "../core/document/decisions";
import { decisionsOf, placeOfDecision } from "../core/document/decisions";
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Place } from "../core/place";
import {
  awardAt,
  clarificationAt,
  confidentialAt,
  exclusionAt,
  lowBidAt,
  requestAt,
} from "../core/place";

/** What a date is the date of, by which a sentence names it. */
export type DatedStep =
  | "question"
  | "answer"
  | "request"
  | "explanation"
  | "occurrence"
  | "hearing"
  | "answer-by"
  | "response"
  | "decision"
  | "notice"
  | "deadline"
  | "validity"
  | "opening"
  | "application"
  | "judgment"
  | "contract";

type Dated = readonly [step: DatedStep, date: string | undefined, place: Place];

/** Each date that comes before one that it has to follow; the hour counts where both have one. */
export function dateOrderFindings(document: EvaluationDocument): Finding[] {
  return [
    ...recordOrders(document),
    ...awardOrders(document),
    ...decisionsOf(document).flatMap((decision) => decisionOrders(decision, document)),
  ];
}

/** The first date of a list that comes before an entered one to the left of it. */
function outOfOrder(...dates: readonly Dated[]): Finding[] {
  const entered = dates.flatMap(([step, date, place]) =>
    date === undefined ? [] : [{ step, date, place }],
  );
  return entered.slice(1).flatMap(({ step, date, place }, n) => {
    const before = entered[n];
    return before && isBefore(date, before.date)
      ? [
          finding("dates-contradict", "warning", place, {
            step,
            date,
            after: before.step,
            other: before.date,
          }),
        ]
      : [];
  });
}

/** By day, and by the hour where both moments have one. */
function isBefore(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length) > 10 ? 16 : 10;
  return date.slice(0, length) < other.slice(0, length);
}

function recordOrders(document: EvaluationDocument): Finding[] {
  const { clarifications = [], lowBids = [], exclusions = [] } = document;
  const { requests = [], confidential = [] } = document;
  return [
    ...clarifications.flatMap(({ id, askedAt, answeredAt, decidedAt }) =>
      outOfOrder(
        ["question", askedAt, clarificationAt(id, "askedAt")],
        ["answer", answeredAt, clarificationAt(id, "answeredAt")],
        ["decision", decidedAt, clarificationAt(id, "decidedAt")],
      ),
    ),
    ...lowBids.flatMap(({ requestedAt, answeredAt, decidedAt }, n) =>
      outOfOrder(
        ["request", requestedAt, lowBidAt(n, "requestedAt")],
        ["explanation", answeredAt, lowBidAt(n, "answeredAt")],
        ["decision", decidedAt, lowBidAt(n, "decidedAt")],
      ),
    ),
    ...exclusions.flatMap(exclusionOrders),
    ...requests.flatMap(({ receivedAt, answeredAt }, n) =>
      outOfOrder(
        ["request", receivedAt, requestAt(n, "receivedAt")],
        ["answer", answeredAt, requestAt(n, "answeredAt")],
      ),
    ),
    ...confidential.flatMap(({ requestedAt, decidedAt }, n) =>
      outOfOrder(
        ["request", requestedAt, confidentialAt(n, "requestedAt")],
        ["decision", decidedAt, confidentialAt(n, "decidedAt")],
      ),
    ),
  ];
}

function exclusionOrders(
  {
    occurredAt,
    heardAt,
    answerBy,
    answeredAt,
    decidedAt,
    notifiedAt,
  }: NonNullable<EvaluationDocument["exclusions"]>[number],
  n: number,
): Finding[] {
  const heard: Dated = ["hearing", heardAt, exclusionAt(n, "heardAt")];
  return [
    ...outOfOrder(
      ["occurrence", occurredAt, exclusionAt(n, "occurredAt")],
      heard,
      ["response", answeredAt, exclusionAt(n, "answeredAt")],
      ["decision", decidedAt, exclusionAt(n, "decidedAt")],
      ["notice", notifiedAt, exclusionAt(n, "notifiedAt")],
    ),
    ...outOfOrder(heard, ["answer-by", answerBy, exclusionAt(n, "answerBy")]),
  ];
}

function awardOrders({ award = {} }: EvaluationDocument): Finding[] {
  return outOfOrder(
    ["deadline", award.deadline, awardAt("deadline")],
    ["validity", award.bidsValidUntil, awardAt("bidsValidUntil")],
  );
}

/** A decision follows the opening; what happens after it follows the decision. */
function decisionOrders(decision: EnteredDecision, { award = {} }: EvaluationDocument): Finding[] {
  const { decidedAt, reviewAppliedAt, reviewEndedAt, contractAt } = decision;
  const decided: Dated = ["decision", decidedAt, placeOfDecision(decision, "decidedAt")];
  // A decision may be corrected because review was applied for, and after the contract.
  if (decision.kind === "correction") return [];
  return [
    ...(decision.kind === "award"
      ? outOfOrder(["opening", award.openedAt, awardAt("openedAt")], decided)
      : []),
    ...outOfOrder(
      decided,
      ["application", reviewAppliedAt, placeOfDecision(decision, "reviewAppliedAt")],
      ["judgment", reviewEndedAt, placeOfDecision(decision, "reviewEndedAt")],
    ),
    ...outOfOrder(decided, ["contract", contractAt, placeOfDecision(decision, "contractAt")]),
  ];
}
