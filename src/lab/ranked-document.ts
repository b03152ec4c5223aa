/**
 * Reduces a document to the input of the ranking: the model, and the bids that are not rejected,
 * each with its total. The laboratory works on this copy, which is fast to evaluate and has no
 * requirements. The evaluation's document is never changed.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { decimalPattern, Exact } from "../core/number";
import { effectiveDocument } from "../core/document/effective";

/** The document of the compared bids, each with one total, which may be a fraction. */
export function rankedDocument({ document, bids }: Evaluation): EvaluationDocument {
  const {
    lotteries: _lotteries,
    exclusions: _exclusions,
    lowBids: _lowBids,
    ...rest
  } = effectiveDocument(document);
  const standing = new Map(
    bids
      .filter(({ standing: { value } }) => value !== "rejected")
      .map((evaluated) => [evaluated.bid.id, evaluated] as const),
  );
  const compared = rest.bids.flatMap((bid) => {
    const evaluated = standing.get(bid.id);
    return evaluated ? [comparedBid(bid, evaluated)] : [];
  });
  const { priceCeiling, ...model } = rest.model;
  const isWithin =
    priceCeiling !== undefined &&
    compared.every(
      ({ price }) => price === undefined || Exact.of(price).compare(Exact.of(priceCeiling)) <= 0,
    );
  return {
    ...rest,
    // The amount counted for a blank row may exceed the ceiling, which applies to the offer.
    model: isWithin ? rest.model : model,
    requirements: [],
    priceItems: compared.some(({ prices }) => prices !== undefined) ? document.priceItems : [],
    bids: compared,
  };
}

function comparedBid(bid: Bid, { price }: BidEvaluation): Bid {
  const { prices: _prices, statedTotal: _stated, answers: _answers, ...rest } = bid;
  const total = price.evaluated.value && amountOf(price.evaluated.value);
  if (total === undefined && bid.prices) return { ...rest, prices: bid.prices, answers: {} };
  return { ...rest, ...(total === undefined ? {} : { price: total }), answers: {} };
}

/** The value as the engine reads it: a decimal of the document format, or else a fraction. */
export function amountOf(value: Exact): string {
  return decimalOf(value) ?? value.toRatio();
}

/** The value as a decimal of the document format; undefined if no such decimal can write it. */
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
