/**
 * The prices of a procurement in a file of their own, kept apart until quality is fixed: what such a
 * file holds, and what of a bid is its price. It holds no score, no answer and no requirement.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { withUnreadPrices } from "../core/document/unread-prices";

/**
 * Only the prices of a document, to be kept in a file of their own until quality is fixed: those that
 * stand in it and are not read until then as well.
 */
export function pricesApart(document: EvaluationDocument): EvaluationDocument {
  const { format, procurement, model, priceItems, bids } = withUnreadPrices(document);
  return {
    format,
    procurement,
    model: withoutCriterionTies(model),
    evaluators: [],
    requirements: [],
    criteria: [],
    priceItems,
    bids: bids.map((bid) => ({
      ...pricesOf(bid),
      bidder: bid.bidder,
      answers: {},
      scores: {},
    })),
  };
}

/** A bid's price, its price rows and its own total. */
export function pricesOf({
  id,
  price,
  prices,
  statedTotal,
}: Bid): Pick<Bid, "id" | "price" | "prices" | "statedTotal"> {
  return {
    id,
    ...(price === undefined ? {} : { price }),
    ...(prices === undefined ? {} : { prices }),
    ...(statedTotal === undefined ? {} : { statedTotal }),
  };
}

/** A tie rule about a criterion has no meaning where there are no criteria. */
function withoutCriterionTies(model: EvaluationDocument["model"]): EvaluationDocument["model"] {
  const { method } = model;
  return {
    ...model,
    ties: model.ties.filter((rule) => !rule.startsWith("criterion:")),
    method: method.type === "priority-order" ? { ...method, order: ["price"] } : method,
  };
}
