/**
 * A bid's price as it was offered, before corrections (LOU 4 kap. 9 §, 19 kap. 15 §) and before any
 * rounding, worked out from the steps of the price that the evaluation used. It decides nothing.
 */
import type { Clarification, EvaluationDocument } from "./document/schema";
import { corrections } from "./document/corrections";
import type { BidEvaluation } from "./evaluate";
import { Exact } from "./number";
import type { Step } from "./step";

/** In the procurement's currency; nothing where a row had no price when the bid came in. */
export function priceAsOffered({ price }: Pick<BidEvaluation, "price">): Exact | undefined {
  return beforeCorrections(price.offered);
}

/** Whether the price that is compared is the one that was offered; a missing one differs from none. */
export function isComparedAsOffered({ price }: Pick<BidEvaluation, "price">): boolean {
  const [offered, compared] = [priceAsOffered({ price }), price.price.value];
  return compared === undefined || (offered?.equals(compared) ?? false);
}

/** The decided corrections of one bid's prices, in the order of the record. */
export function priceCorrections(
  document: Pick<EvaluationDocument, "clarifications">,
  bid: string,
): (Clarification & { readonly new: string })[] {
  return [...corrections(document).values()].filter((each) => each.bid === bid);
}

function beforeCorrections(step: Step): Exact | undefined {
  const [first] = step.from as readonly Step[];
  if (step.rule.kind === "corrected" && first) return first.value;
  if (step.rule.kind !== "price-rows" && step.rule.kind !== "product") return step.value;
  const parts = step.from.map((part) => beforeCorrections(part as Step));
  const known = parts.flatMap((part) => part ?? []);
  if (known.length === 0 || known.length < parts.length) return undefined;
  return step.rule.kind === "product"
    ? known.reduce((total, each) => total.times(each))
    : Exact.sum(known);
}
