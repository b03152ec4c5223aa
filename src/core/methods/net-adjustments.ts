/**
 * Deductions and additions as they enter a result, for methods that adjust a price: for each root
 * criterion its addition less its deduction, and the sum of these. It knows no method's formula.
 */
import type { Bid } from "../document/schema";
import type { Fulfilment } from "../criteria";
import type { Step } from "../step";
import { difference, negated, same, sum } from "../arithmetic";
import type { Composition } from "./method";

/**
 * The signed adjustment in kr of each root criterion, and their sum.
 * @param of a root criterion's own; none where it has no worth
 */
export function netAdjustments(
  bid: Bid,
  roots: readonly Fulfilment[],
  of: (root: Fulfilment) => Step | undefined,
): Pick<Composition, "adjustmentOf" | "adjustments"> {
  const adjustmentOf = new Map(
    roots.flatMap((root) => {
      const step = of(root);
      return step ? [[root.criterion.id, step] as const] : [];
    }),
  );
  return {
    adjustmentOf,
    adjustments: sum({ what: "adjustments", bid: bid.id }, [...adjustmentOf.values()]),
  };
}

/**
 * What a root criterion adds to the price, below zero where it is taken off.
 * @param less its deduction in kr, as a positive figure
 * @param more its addition in kr
 */
export function netAdjustment(
  { id: bid }: Bid,
  { criterion: { id } }: Fulfilment,
  less: Step | undefined,
  more: Step | undefined,
): Step | undefined {
  const about = { what: "adjustment", bid, id } as const;
  if (less && more) return difference(about, more, less);
  if (less) return negated(about, less);
  return more && same(about, more);
}
