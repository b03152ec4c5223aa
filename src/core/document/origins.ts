/**
 * Where the values of bids were taken from, by their places: the cell of the bidder's form and the
 * text that stood there. A verdict was not taken from a form; its place has what it was to judge. It
 * judges nothing.
 */
import type { Place } from "../place";
import { answerAt, bidAt, priceAt } from "../place";
import type { EvaluationDocument, Source } from "./schema";

export type Origins = ReadonlyMap<Place, readonly Source[]>;

const origins = new WeakMap<EvaluationDocument, Origins>();

/** The last source of each value, worked out once a document. */
export function originsOf(document: EvaluationDocument): Origins {
  const known = origins.get(document);
  if (known) return known;
  const found = new Map<Place, readonly Source[]>();
  for (const source of document.sources ?? []) {
    const place = placeOfSource(source);
    if (place !== undefined) found.set(place, [source]);
  }
  const judged = new Map<Place, readonly Source[]>();
  for (const [source] of found.values()) {
    const verdict = source && verdictOn(source);
    if (verdict === undefined || !source) continue;
    judged.set(verdict, [...(judged.get(verdict) ?? []), source]);
  }
  for (const [place, sources] of judged) found.set(place, sources);
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
    case "answer":
    case "reference":
      return of === undefined ? undefined : answerAt(bid, of, subject);
    case "requirement":
      return of === undefined ? undefined : answerAt(bid, of, "note");
    default:
      return undefined;
  }
}

/** The verdict that judges what stood there. */
function verdictOn({ bid, subject, of }: Source): Place | undefined {
  const isJudged = subject === "answer" || subject === "reference" || subject === "requirement";
  return isJudged && of !== undefined ? answerAt(bid, of, "verdict") : undefined;
}
