/**
 * Quality at a price that the authority has fixed:
 *
 *   result = Σ weight/100 × grade over root criteria; grade = 100 × share; highest wins
 *
 * The price is the same for all bids and is not evaluated. A price in a bid is shown and enters no
 * figure.
 */
import { same } from "../arithmetic";
import type { Method } from "./method";
import { gradedRoots, hundred } from "./points";

export const fixedPrice: Method = {
  type: "fixed-price",
  direction: () => "highest",
  inCurrency: false,
  worth: { needs: ["weight"] },
  compose(entrant, field) {
    const graded = gradedRoots(entrant, field, hundred, false);
    return {
      ...graded,
      unrounded: same({ what: "result-unrounded", bid: entrant.bid.id }, graded.adjustments),
    };
  },
};
