/**
 * Milestones that took place in an order that cannot be, and a decision that bears a day that had not come
 * when it was registered. It knows no clock: each is held against what the journal says.
 */
import { decisionsOf, placeOfDecision } from "./document/decisions";
import type { EvaluationDocument } from "./document/schema";
import type { BrokenOrder } from "./document/step-times";
import { brokenOrders } from "./document/step-times";
import type { Finding } from "./finding";
import { finding } from "./finding";
import { isBefore } from "./moment";
import type { Place } from "./place";
import { awardAt } from "./place";

export function milestoneFindings(document: EvaluationDocument): Finding[] {
  return [...openedUnpublished(document), ...decidedAhead(document)];
}

/** What bidders were told comes before anything of theirs is opened. */
const openings: { readonly [step in BrokenOrder["second"]]?: Place } = {
  "bids-opened": awardAt("openedAt"),
  "prices-opened": "events",
};

function openedUnpublished(document: EvaluationDocument): Finding[] {
  return brokenOrders(document).flatMap((broken) => {
    const where = openings[broken.second];
    return broken.first === "published" && where !== undefined
      ? [finding("order-of-dates", "blocking", where, broken)]
      : [];
  });
}

/** Whether the day is wrong or the registration too early is for people to say. */
function decidedAhead(document: EvaluationDocument): Finding[] {
  return decisionsOf(document).flatMap((decision) => {
    const { decidedAt: at, registered } = decision;
    if (at === undefined || !registered || !isBefore(registered.time.slice(0, 10), at.slice(0, 10)))
      return [];
    const details = { at, time: registered.time, by: registered.by };
    return [finding("decided-ahead", "warning", placeOfDecision(decision, "decidedAt"), details)];
  });
}
