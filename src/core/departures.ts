/**
 * A bid that takes no part in the award for another reason than a requirement: its bidder has withdrawn
 * it, the authority has rejected it, as one that came in late, or its bidder is awarded as many other
 * lots as one supplier may be. The noted date is what takes the bid out; its prices and scores stay
 * where they are.
 */
import type { Check } from "./compliance";
import type { Bid } from "./document/schema";
import { bidAt } from "./place";
import type { What } from "./step";
import { decided, input } from "./step";

/** Each way out by the key that dates it: the check that it fails, and what is noted. */
const departures = {
  withdrawnAt: { code: "bid-withdrawn", what: "withdrawal" },
  rejectedAt: { code: "bid-rejected", what: "rejection" },
  lotLimitAt: { code: "bid-at-lot-limit", what: "lot-limit" },
} as const satisfies {
  readonly [key in keyof Bid]?: { readonly code: string; readonly what: What };
};
export type Departure = keyof typeof departures;
export const departureKeys = Object.keys(departures) as readonly Departure[];

/** The codes of the reasons that they give. */
export const departureReasons: ReadonlySet<string> = new Set(
  Object.values(departures).map(({ code }) => code),
);

/** Whether a bid takes no part in the award for another reason than a requirement. */
export function hasLeft(bid: Bid): boolean {
  return departureKeys.some((key) => bid[key] !== undefined);
}

export function departureChecks(bid: Bid): Check[] {
  return departureKeys.flatMap((key) => {
    const date = bid[key];
    if (date === undefined) return [];
    const { code, what } = departures[key];
    const noted = input<string>({ what, bid: bid.id }, bidAt(bid.id, key), date);
    return [
      {
        code,
        check: decided({ what: "limit-check", bid: bid.id, detail: what }, noted, true),
      },
    ];
  });
}
