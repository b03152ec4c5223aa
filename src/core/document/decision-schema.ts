/**
 * The decisions of a procurement and their dispatch, as zod schemas: an award, the correction of a
 * decision, a cancellation, each with its own date and its own recipients. No result depends on
 * them.
 */
import * as z from "zod";
import { id, moment, oneOf, text } from "./field-values";

/** One decision; a later one takes its place without changing it. */
export const decision = z.strictObject(
  {
    id: id.describe("Id of the decision."),
    kind: oneOf("award", "correction", "cancellation").describe(
      "Award, correction of an earlier decision, or cancellation of the procurement (LOU 12 kap. 12 §, 19 kap. 19 and 21 §§).",
    ),
    of: id.optional().describe("Id of the decision that is corrected."),
    authority: id
      .optional()
      .describe("Id of the authority whose separate contract it is about; blank is all contracts."),
    awarded: text
      .optional()
      .describe("Ids of the bids that are awarded, with commas; blank for another decision."),
    decidedAt: moment.optional().describe("When it was decided; blank is undecided."),
    decidedBy: text.optional().describe("Who decided."),
    designation: text
      .optional()
      .describe("Designation of the decision, as its registry number or paragraph."),
    reason: text
      .optional()
      .describe("Why the procurement is cancelled, or what is corrected and why."),
    standstill: oneOf("applies", "exempt")
      .optional()
      .describe(
        "Whether the decision sets off a standstill (LOU 20 kap. 1–2 §§); blank is as the law says of an award, and unsaid of a correction.",
      ),
    standstillUntil: moment
      .optional()
      .describe(
        "Last day of a longer standstill that the notice states; blank is the least that the law gives.",
      ),
    reviewAppliedAt: moment
      .optional()
      .describe("When review was applied for (LOU 20 kap. 8 §); blank is not known of."),
    reviewEndedAt: moment
      .optional()
      .describe("When the administrative court closed the case (LOU 20 kap. 10 §)."),
    courtOrder: oneOf("no-extension", "no-contract", "no-ten-days")
      .optional()
      .describe(
        "What a court has ordered: no extended standstill (LOU 20 kap. 8 §), no contract until further notice (9 §), or no ten days after its case (10 §).",
      ),
    contractAt: moment
      .optional()
      .describe("When the contract was signed; blank if it has not been."),
  },
  { error: "object" },
);

/** That a decision was sent to one bidder. */
export const dispatch = z.strictObject(
  {
    decision: id.describe("Id of the decision that was sent."),
    bid: id.describe("Id of the bid whose bidder it was sent to."),
    sentAt: moment.optional().describe("When it was sent; blank if it has not been."),
    sending: oneOf("electronic", "other")
      .optional()
      .describe(
        "How; when any is sent by other means the standstill is 15 days, not 10 (LOU 20 kap. 1 §).",
      ),
  },
  { error: "object" },
);
