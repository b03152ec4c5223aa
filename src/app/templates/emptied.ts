/**
 * An example made into a procurement of one's own: what it is built of stays, and every bid, price, verdict,
 * score and event goes. It changes no workbook.
 */
import type { EvaluationDocument } from "../../core/document/schema";

/** What the procurement is called, and whether the example's requirements stay. */
export type EmptyRequest = {
  readonly title: string;
  readonly caseNumber: string;
  readonly authority: string;
  readonly keeps: "requirements" | "criteria";
};

export function emptied(
  { format, procurement, model, requirements, criteria, priceItems }: EvaluationDocument,
  { title, caseNumber, authority, keeps }: EmptyRequest,
): EvaluationDocument {
  return {
    format,
    procurement: { ...procurement, title, caseNumber, authority },
    model,
    evaluators: [],
    requirements: keeps === "requirements" ? requirements : [],
    criteria,
    priceItems,
    bids: [],
  };
}
