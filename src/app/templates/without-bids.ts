/**
 * A document to begin a new procurement from: the model, the criteria and the requirements of an
 * earlier one, and nothing that was said, scored or decided.
 */
import type { EvaluationDocument } from "../../core/document/schema";

export function withoutBids(document: EvaluationDocument): EvaluationDocument {
  const { format, procurement, model, evaluators, requirements, criteria, priceItems } = document;
  const people = evaluators.map(({ id, name }) => ({ id, name }));
  return {
    format,
    procurement,
    model,
    evaluators: people,
    requirements,
    criteria,
    priceItems,
    bids: document.bids.map(({ id, prices }) => ({
      id,
      bidder: id,
      ...(prices ? { prices: {} } : {}),
      answers: {},
      scores: {},
    })),
  };
}
