/**
 * The quotient of price and quality:
 *
 *   P ÷ Q (lowest wins) or Q ÷ P (highest wins), times the multiplier; Q = Σ weight/100 × share
 *
 * One per cent of quality is worth one per cent of price. A quotient by zero has no value, and none is
 * guessed: a Dutch court struck down a formula because of a winner's price of 0,00.
 */
import { product, quotient as over, same, sum, weighted } from "../arithmetic";
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
    const adjustmentOf = new Map(
      criteria.map(({ criterion, share }) => {
        const { id } = criterion;
        const percent = inputs.ofCriterion("weight", criterion, "weight");
        return [id, weighted({ what: "adjustment", bid: bid.id, id }, [[percent, share]])] as const;
      }),
    );
    const quality = sum({ what: "quality", bid: bid.id }, [...adjustmentOf.values()]);
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
