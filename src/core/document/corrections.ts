/**
 * Corrections, clarifications and supplements (LOU 4 kap. 9 §, 19 kap. 15 §): what the bid said
 * stays where it stands, what holds now stands in the record, and the evaluation uses that. A
 * record that is not decided, or whose new price is no number, changes nothing. It decides nothing
 * itself.
 */
import type { Clarification, EvaluationDocument } from "./schema";
import type { Place } from "../place";
import { decimalPattern } from "../number";
import { priceAt } from "../place";

/**
 * The place that a record about a price is about, or nothing for what is no figure of an
 * evaluation.
 */
export function clarifiedPlace({ bid, subject, of }: Clarification): Place | undefined {
  if (subject === "price") return priceAt(bid);
  return subject === "price-item" && of !== undefined ? priceAt(bid, of) : undefined;
}

/** Whether the record is finished: what holds now, why, under which rule, decided by whom. */
export function isDecided({ rule, reason, decidedBy, decidedAt }: Clarification): boolean {
  return [rule, reason, decidedBy, decidedAt].every((each) => each !== undefined && each !== "");
}

/** The decided new prices by the place they hold for; of several about one place the last. */
export function corrections({
  clarifications = [],
}: Pick<EvaluationDocument, "clarifications">): Map<
  Place,
  Clarification & { readonly new: string }
> {
  const found = new Map<Place, Clarification & { readonly new: string }>();
  for (const each of clarifications) {
    const place = clarifiedPlace(each);
    if (
      place !== undefined &&
      each.new !== undefined &&
      decimalPattern.test(each.new) &&
      isDecided(each)
    )
      found.set(place, { ...each, new: each.new });
  }
  return found;
}
