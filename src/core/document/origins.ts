/**
 * Where the values of bids were taken from, by their places: the cell of the bidder's form and the
 * text that stood there. It judges nothing.
 */
import type { Place } from "../place";
import { answerAt, bidAt, priceAt } from "../place";
import type { EvaluationDocument, Source } from "./schema";

const origins = new WeakMap<EvaluationDocument, ReadonlyMap<Place, Source>>();

/** The last source of each value, worked out once a document. */
export function originsOf(document: EvaluationDocument): ReadonlyMap<Place, Source> {
  const known = origins.get(document);
  if (known) return known;
  const found = new Map<Place, Source>();
  for (const source of document.sources ?? []) {
    const place = placeOfSource(source);
    if (place !== undefined) found.set(place, source);
  }
  origins.set(document, found);
  return found;
}

function placeOfSource({ bid, subject, of }: Source): Place | undefined {
  switch (subject) {
    case "price":
      return priceAt(bid);
    case "price-item":
      return of === undefined ? undefined : priceAt(bid, of);
    case "stated-total":
      return bidAt(bid, "statedTotal");
    case "delivery-model":
      return bidAt(bid, "deliveryModel");
    case "requirement":
      return of === undefined ? undefined : answerAt(bid, of, "answer");
    default:
      return undefined;
  }
}
