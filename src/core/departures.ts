/**
 * A bid that its bidder has withdrawn, or that the authority has rejected for another reason than a
 * requirement, as one that came in late. The noted date is what takes the bid out; its prices and
 * scores stay where they are.
 */
import type { Check } from "./compliance";
import type { Bid } from "./document/schema";
import { bidAt } from "./place";
import { decided, input } from "./step";

/** Whether a bid has been withdrawn, or rejected for another reason than a requirement. */
export function hasLeft({ withdrawnAt, rejectedAt }: Bid): boolean {
  return withdrawnAt !== undefined || rejectedAt !== undefined;
}

export function departureChecks({ id, withdrawnAt, rejectedAt }: Bid): Check[] {
  const dates = { withdrawnAt, rejectedAt };
  return (["withdrawnAt", "rejectedAt"] as const).flatMap((key) => {
    const date = dates[key];
    if (date === undefined) return [];
    const what = key === "withdrawnAt" ? "withdrawal" : "rejection";
    const noted = input<string>({ what, bid: id }, bidAt(id, key), date);
    return [
      {
        code: key === "withdrawnAt" ? "bid-withdrawn" : "bid-rejected",
        check: decided({ what: "limit-check", bid: id, detail: what }, noted, true),
      },
    ];
  });
}
