/**
 * Self-checks of a price form: the order of its rows means nothing, and what the authorities pay
 * comes to the common price. They hold for every form, so one that does not is an error of the
 * program.
 */
import { effectiveDocument } from "../core/document/effective";
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { priceInRows } from "../core/price";
import { isPercentRow } from "../core/price-form";

type PriceFormCheck = { readonly name: "rows" | "parts"; readonly holds: boolean };

/** The checks that have something to check; none where a form is only unit prices and quantities. */
export function priceFormChecks(evaluation: Evaluation): PriceFormCheck[] {
  const { model, priceItems } = evaluation.document;
  const isJoint = model.authorities !== undefined;
  return [
    ...(isJoint || priceItems.some(isPercentRow)
      ? [{ name: "rows" as const, holds: isOrderFree(evaluation) }]
      : []),
    ...(isJoint ? [{ name: "parts" as const, holds: arePartsWhole(evaluation) }] : []),
  ];
}

/** Discounts and fees multiply, so that the rows read backwards come to the same price. */
function isOrderFree({ document }: Evaluation): boolean {
  const { model, priceItems, bids } = effectiveDocument(document);
  const backwards = [...priceItems].reverse();
  return bids
    .filter(({ prices }) => prices !== undefined)
    .every((bid) =>
      isSame(
        priceInRows({ model, priceItems }, bid).value,
        priceInRows({ model, priceItems: backwards }, bid).value,
      ),
    );
}

/** Where every authority's own part is known, they add up to the common one. */
function arePartsWhole({ bids }: Evaluation): boolean {
  return bids.every(({ price: { byAuthority, whole } }) => {
    const parts = [...byAuthority.values()].map(({ value }) => value);
    const known = parts.filter((value) => value !== undefined);
    return known.length < parts.length || isSame(Exact.sum(known), whole.value);
  });
}

function isSame(one: Exact | undefined, other: Exact | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}
