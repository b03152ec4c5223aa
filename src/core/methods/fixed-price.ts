/**
 * Quality at a price that the authority has fixed (domain.md F1):
 *
 *   result = Σ weight/100 × grade over root criteria; grade = 100 × share; highest wins
 *
 * The price is the same for all and is not evaluated. What a bid says about price is shown, and
 * enters nothing.
 */
import { same } from "../arithmetic";
import type { Method } from "./method";
import { gradedRoots, hundred } from "./points";

export const fixedPrice: Method = {
  type: "fixed-price",
  direction: () => "highest",
  inCurrency: false,
  worth: { needs: ["weight"], allows: ["weight"] },
  compose(entrant, field) {
    const graded = gradedRoots(entrant, field, hundred, false);
    return {
      ...graded,
      unrounded: same({ what: "result-unrounded", bid: entrant.bid.id }, graded.adjustments),
    };
  },
};
