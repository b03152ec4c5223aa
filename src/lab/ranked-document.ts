/**
 * The document reduced to what an outcome is computed from: the bids that are not rejected, each
 * with its offered total, and the model. Questions after scoring are put to this, so that they cost
 * little and cannot touch requirements or answers. It is a copy; the evaluation's document is never
 * changed.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { decimalPattern, Exact } from "../core/number";
import { effectiveDocument } from "../core/document/effective";

/**
 * @returns a document of the compared bids; a total that no decimal can write stays as its price
 *   rows
 */
export function rankedDocument({ document, bids }: Evaluation): EvaluationDocument {
  const { lotteries: _lotteries, lowBids: _lowBids, ...rest } = effectiveDocument(document);
  const standing = new Map(
    bids.flatMap((each) =>
      each.standing.value === "rejected" ? [] : [[each.bid.id, each] as const],
    ),
  );
  const compared = rest.bids.flatMap((bid) => {
    const its = standing.get(bid.id);
    return its ? [comparedBid(bid, its)] : [];
  });
  const { priceCeiling, ...model } = rest.model;
  const isWithin =
    priceCeiling !== undefined &&
    compared.every(
      ({ price }) => price === undefined || Exact.of(price).compare(Exact.of(priceCeiling)) <= 0,
    );
  return {
    ...rest,
    // What a blank row is counted at may lie above the ceiling, which is held against the offer.
    model: isWithin ? rest.model : model,
    requirements: [],
    priceItems: compared.some(({ prices }) => prices !== undefined) ? document.priceItems : [],
    bids: compared,
  };
}

function comparedBid(bid: Bid, { price }: BidEvaluation): Bid {
  const { prices: _prices, statedTotal: _stated, answers: _answers, ...rest } = bid;
  const total = price.evaluated.value && decimalOf(price.evaluated.value);
  if (total === undefined && bid.prices) return { ...rest, prices: bid.prices, answers: {} };
  return { ...rest, ...(total === undefined ? {} : { price: total }), answers: {} };
}

/** The value as a document's decimal, if it is one. */
export function decimalOf(value: Exact): string | undefined {
  const text = value.toText();
  return decimalPattern.test(text) ? text : undefined;
}

/** The same document with one bid changed. */
export function withBid(
  document: EvaluationDocument,
  id: string,
  change: (bid: Bid) => Bid,
): EvaluationDocument {
  return { ...document, bids: document.bids.map((bid) => (bid.id === id ? change(bid) : bid)) };
}
