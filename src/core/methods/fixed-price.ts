/**
 * Quality at a price that the authority has fixed (domain.md F1):
 *
 *   result = Σ weight/100 × grade over root criteria; grade = 100 × share; highest wins
 *
 * The price is the same for all and is not evaluated. What a bid says about price is shown, and
 * enters nothing.
 */
import { Exact } from "../number";
import { fixed, same, sum, weighted } from "../step";
import type { Method } from "./method";
import { grade } from "./points";

const hundred = fixed({ what: "maximum" }, Exact.of("100"));

export const fixedPrice: Method = {
  type: "fixed-price",
  direction: () => "highest",
  inCurrency: false,
  worth: { needs: ["weight"], allows: ["weight"] },
  compose({ bid, criteria }, { inputs, model }) {
    const roots = criteria.map(({ criterion: { id, weight }, share }) => {
      const its = grade({ what: "grade", bid: bid.id, id }, hundred, share, model.rounding.grades);
      const percent = inputs.number({ what: "weight", id }, `criteria[${id}].weight`, weight);
      return { id, its, adjustment: weighted({ what: "adjustment", bid: bid.id, id }, [[percent, its]]) };
    });
    const adjustments = sum({ what: "adjustments", bid: bid.id }, roots.map(({ adjustment }) => adjustment));
    return {
      adjustmentOf: new Map(roots.map(({ id, adjustment }) => [id, adjustment])),
      adjustments,
      figures: roots.map(({ its }) => its),
      unrounded: same({ what: "result-unrounded", bid: bid.id }, adjustments),
    };
  },
};
