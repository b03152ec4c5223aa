/**
 * A bid's price as it was offered, before corrections (LOU 4 kap. 9 §, 19 kap. 15 §) and before any
 * rounding, worked out from the steps of the price that the evaluation used. It decides nothing.
 */
import type { Clarification, EvaluationDocument } from "./document/schema";
import { corrections } from "./document/corrections";
import type { BidEvaluation } from "./evaluate";
import { madeFrom } from "./arithmetic";
import type { Exact } from "./number";
import type { Step } from "./step";

/** In the procurement's currency; nothing where a row had no price when the bid came in. */
export function priceAsOffered({ price }: Pick<BidEvaluation, "price">): Exact | undefined {
  return stepAsOffered({ price }).value;
}

/** The same with how it was made: the bid's own figures, in the bid's own rows. */
export function stepAsOffered({ price }: Pick<BidEvaluation, "price">): Step {
  return beforeCorrections(price.offered);
}

/** Whether the price that is compared is the one that was offered; a missing one differs from none. */
export function isComparedAsOffered({ price }: Pick<BidEvaluation, "price">): boolean {
  const [offered, compared] = [priceAsOffered({ price }), price.price.value];
  return compared === undefined || (offered?.equals(compared) ?? false);
}

/**
 * What the bids' prices are before blank rows and rounding are seen to: as offered, or, where any of
 * them was corrected, after corrections.
 */
export function priceKind(
  bids: readonly Pick<BidEvaluation, "price">[],
): "offered-price" | "corrected-price" {
  return bids.some(({ price }) => price.offered.about.what === "corrected-price")
    ? "corrected-price"
    : "offered-price";
}

/** The decided corrections of one bid's prices, in the order of the record. */
export function priceCorrections(
  document: Pick<EvaluationDocument, "clarifications">,
  bid: string,
): (Clarification & { readonly new: string })[] {
  return [...corrections(document).values()].filter((each) => each.bid === bid);
}

/** A step in which nothing was corrected is given back as it is, so that it keeps its cell. */
function beforeCorrections(step: Step): Step {
  const [first] = step.from as readonly Step[];
  if (step.rule.kind === "corrected" && first) return first;
  if (step.from.length === 0) return step;
  const made = madeFrom(
    step,
    step.from.map((part) => beforeCorrections(part as Step)),
  );
  return made === step || step.rule.kind !== "price-rows"
    ? made
    : { ...made, about: { ...step.about, what: "offered-price" } };
}
