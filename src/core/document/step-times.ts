/**
 * When each step of a procurement took place, and which took place before one that they follow. It
 * reads the journal and the dates of the award, and judges nothing.
 */
import { isBefore } from "../moment";
import type { Recipient } from "./decisions";
import { awardInForce, contractDate, decisionInForce, recipientsOf } from "./decisions";
import { lastOf } from "./recorded";
import type { EvaluationDocument, JournalEvent } from "./schema";

/** The steps whose order is fixed. */
export const stepNames = [
  "published",
  "deadline",
  "bids-opened",
  "quality-fixed",
  "prices-opened",
  "finalised",
  "decided",
  "sent",
  "contract",
] as const;
export type StepName = (typeof stepNames)[number];

/** When each step took place; left out where it has not, or where nobody has said. */
export function stepTimes(document: EvaluationDocument): Map<StepName, string> {
  const { award = {}, procurement } = document;
  const decision = decisionInForce(document);
  const last = awardInForce(document) ?? decision;
  const timeOf = (type: JournalEvent["type"]) => {
    const event = lastOf(document, type);
    return event?.at ?? event?.time;
  };
  const times: { readonly [step in StepName]: string | undefined } = {
    published: timeOf("published"),
    deadline: award.deadline,
    "bids-opened": timeOf("bids-opened") ?? award.openedAt,
    "quality-fixed": timeOf("quality-fixed"),
    // Prices that are not kept apart may be known before quality is fixed.
    "prices-opened": procurement.prices === "sealed" ? timeOf("prices-opened") : undefined,
    finalised: timeOf("finalised"),
    // Of the decision that holds: an earlier one was taken before the evaluation was reopened.
    decided: last?.decidedAt,
    sent: last && earliestDispatch(recipientsOf(document, last)),
    contract: contractDate(document, decision),
  };
  return new Map(
    stepNames.flatMap((name) => {
      const time = times[name];
      return time === undefined ? [] : [[name, time] as const];
    }),
  );
}

function earliestDispatch(recipients: readonly Recipient[]): string | undefined {
  return recipients
    .flatMap(({ sentAt }) => sentAt ?? [])
    .sort()
    .at(0);
}

/** Two steps of which the first should have come before the second, and did not. */
export type BrokenOrder = {
  readonly first: StepName;
  readonly at: string;
  readonly second: StepName;
  readonly then: string;
};

/** Each step that took place before one that it follows, with the nearest such step. */
export function brokenOrders(document: EvaluationDocument): BrokenOrder[] {
  const steps = [...stepTimes(document)];
  return steps.flatMap(([second, then], n) => {
    const broken = steps.slice(0, n).findLast(([, at]) => isBefore(then, at));
    return broken ? [{ first: broken[0], at: broken[1], second, then }] : [];
  });
}
