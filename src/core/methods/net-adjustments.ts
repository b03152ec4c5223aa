/**
 * Deductions and additions as they enter a result, for methods that adjust a price: for each root
 * criterion its addition less its deduction, and the sum of these. It knows no method's formula.
 */
import type { Bid } from "../document/schema";
import type { Fulfilment } from "../criteria";
import type { Step } from "../step";
import { difference, negated, same, sum } from "../arithmetic";
import type { Composition } from "./method";

type Part = (root: Fulfilment) => Step | undefined;

/**
 * The signed adjustment in kr of each root criterion, and their sum.
 * @param less a root criterion's deduction in kr, as a positive figure
 * @param more its addition in kr
 */
export function netAdjustments(
  bid: Bid,
  roots: readonly Fulfilment[],
  less: Part,
  more: Part,
): Pick<Composition, "adjustmentOf" | "adjustments"> {
  const adjustmentOf = new Map(
    roots.flatMap((root) => {
      const about = { what: "adjustment", bid: bid.id, id: root.criterion.id } as const;
      const [minus, plus] = [less(root), more(root)];
      const step =
        minus && plus
          ? difference(about, plus, minus)
          : minus
            ? negated(about, minus)
            : plus && same(about, plus);
      return step ? [[root.criterion.id, step] as const] : [];
    }),
  );
  return {
    adjustmentOf,
    adjustments: sum({ what: "adjustments", bid: bid.id }, [...adjustmentOf.values()]),
  };
}
