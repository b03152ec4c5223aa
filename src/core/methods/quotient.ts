/**
 * The quotient of price and quality:
 *
 *   P ÷ Q (lowest wins) or Q ÷ P (highest wins), times the multiplier; Q = Σ weight/100 × share
 *
 * One per cent of quality is worth one per cent of price. A quotient by zero has no value, and none is
 * guessed: a Dutch court struck down a formula because of a winner's price of 0,00.
 */
import { product, quotient as over, same, sum, weighted } from "../arithmetic";
import type { Fulfilment } from "../criteria";
import type { Bid } from "../document/schema";
import type { Inputs } from "../inputs";
import type { Step } from "../step";
import { fixed } from "../step";
import type { Method } from "./method";
import { specOf } from "./method";

export const quotient: Method = {
  type: "quotient",
  direction: (model) =>
    specOf(model, "quotient").form === "price-per-quality" ? "lowest" : "highest",
  inCurrency: false,
  worth: { needs: ["weight"] },
  compose({ bid, price, criteria }, { model, inputs }) {
    const { form, multiplier } = specOf(model, "quotient");
    const { adjustmentOf, quality } = inputs.ofFulfilled(criteria, () =>
      qualityOf(bid, criteria, inputs),
    );
    const ratio = { what: "ratio", bid: bid.id } as const;
    const plain =
      form === "price-per-quality" ? over(ratio, price, quality) : over(ratio, quality, price);
    const unrounded = { what: "result-unrounded", bid: bid.id } as const;
    const times =
      multiplier === undefined
        ? undefined
        : inputs.number({ what: "multiplier" }, "model.method.multiplier", multiplier);
    return {
      adjustmentOf,
      adjustments:
        criteria.length === 0 ? fixed({ what: "quality", bid: bid.id }, undefined) : quality,
      figures: times ? [plain] : [],
      unrounded: times ? product(unrounded, [plain, times]) : same(unrounded, plain),
    };
  },
};

/** Each root criterion's weighted share, and their sum: Q. */
function qualityOf(
  { id: bid }: Bid,
  criteria: readonly Fulfilment[],
  inputs: Inputs,
): { readonly adjustmentOf: ReadonlyMap<string, Step>; readonly quality: Step } {
  const adjustmentOf = new Map(
    criteria.map((root) => {
      const { criterion, share } = root;
      const { id } = criterion;
      const percent = inputs.ofCriterion("weight", criterion, "weight");
      const weightedShare = inputs.ofFulfilled(root, () =>
        weighted({ what: "adjustment", bid, id }, [[percent, share]]),
      );
      return [id, weightedShare] as const;
    }),
  );
  return { adjustmentOf, quality: sum({ what: "quality", bid }, [...adjustmentOf.values()]) };
}
