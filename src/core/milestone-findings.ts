/**
 * Milestones that took place in an order that cannot be. It knows no clock: each is held against what the
 * journal says.
 */
import type { EvaluationDocument } from "./document/schema";
import type { BrokenOrder } from "./document/step-times";
import { brokenOrders } from "./document/step-times";
import type { Finding } from "./finding";
import { finding } from "./finding";
import type { Place } from "./place";
import { awardAt } from "./place";

/** What bidders were told comes before anything of theirs is opened. */
const openings: { readonly [step in BrokenOrder["second"]]?: Place } = {
  "bids-opened": awardAt("openedAt"),
  "prices-opened": "events",
};

export function milestoneFindings(document: EvaluationDocument): Finding[] {
  return brokenOrders(document).flatMap((broken) => {
    const where = openings[broken.second];
    return broken.first === "published" && where !== undefined
      ? [finding("order-of-dates", "blocking", where, broken)]
      : [];
  });
}
