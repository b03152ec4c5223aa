/**
 * A document to begin a new procurement from: the model, the criteria, the requirements and the
 * evaluators of an earlier one, and nothing that was said, scored or decided. Its case number is the
 * earlier procurement's own and is left blank.
 */
import type { EvaluationDocument } from "../../core/document/schema";

export function withoutBids(document: EvaluationDocument): EvaluationDocument {
  const { format, procurement, model, evaluators, requirements, criteria, priceItems } = document;
  const people = evaluators.map(({ id, name }) => ({ id, name }));
  return {
    format,
    procurement: { ...procurement, caseNumber: "" },
    model,
    evaluators: people,
    requirements,
    criteria,
    priceItems,
    bids: [],
  };
}
