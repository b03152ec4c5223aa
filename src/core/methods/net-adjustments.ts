/**
 * Deductions and additions as they enter a result, for the methods that adjust a price: per root
 * criterion the addition less the deduction, and their sum. It knows no method's own formula.
 */
import type { Bid } from "../document/schema";
import type { Fulfilment } from "../criteria";
import type { Step } from "../step";
import { difference, negated, same, sum } from "../arithmetic";
import type { Composition } from "./method";

type Part = (root: Fulfilment) => Step | undefined;

/**
 * @param less the deduction of a root criterion in kr, as a positive figure; @param more its
 *   addition
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
