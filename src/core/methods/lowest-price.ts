/**
 * Lowest price (grund "pris", LOU 16 kap. 1 § 3): the result is the offered price and nothing else.
 * Criteria may still have minimums that reject a bid; they add nothing to the result.
 */
import { same, sum } from "../arithmetic";
import type { Method } from "./method";

export const lowestPrice: Method = {
  type: "lowest-price",
  direction: () => "lowest",
  inCurrency: true,
  worth: { needs: [] },
  compose: ({ bid, price }) => ({
    adjustmentOf: new Map(),
    adjustments: sum({ what: "adjustments", bid: bid.id }, []),
    fromPrice: price,
    figures: [],
    unrounded: same({ what: "result-unrounded", bid: bid.id }, price),
  }),
};
