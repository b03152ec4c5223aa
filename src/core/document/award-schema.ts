/**
 * What is recorded about the award, as zod schemas: the decision with its reasons and dates, the
 * checklist before it, the requests for secrecy and the requests for information. No result depends
 * on any of it.
 */
import * as z from "zod";
import { id, moment, oneOf, positive, text } from "./field-values";

/** A bidder's request for secrecy, and the decision on it (OSL 31 kap. 16 §). */
export const confidential = z.strictObject(
  {
    bid: id.describe("Id of the bid whose bidder asked for secrecy."),
    subject: oneOf(
      "price",
      "price-item",
      "requirement",
      "criterion",
      "clarification",
      "low-bid",
      "file",
    ).describe("What is to be kept secret."),
    of: text
      .optional()
      .describe(
        "Id of the price row, requirement, criterion or clarification, or the name of the file; blank means all of the kind.",
      ),
    reason: text.optional().describe("Reason given by the bidder."),
    requestedAt: moment.optional().describe("When the bidder asked."),
    decision: oneOf("granted", "denied")
      .optional()
      .describe("Whether secrecy is granted (OSL 31 kap. 16 §); blank is undecided."),
    decidedBy: text.optional().describe("Who decided."),
    decidedAt: moment.optional().describe("When it was decided."),
  },
  { error: "object" },
);

/**
 * A bidder's written request for more information, to be answered within 15 days (LOU 12 kap. 13 §,
 * 19 kap. 20 §).
 */
export const request = z.strictObject(
  {
    bid: id.describe("Id of the bid whose bidder asks."),
    receivedAt: moment
      .optional()
      .describe("When the request came; the answer is due 15 days later (LOU 12 kap. 13 §)."),
    question: text.optional().describe("What the bidder asks."),
    answeredAt: moment.optional().describe("When it was answered; blank if it has not been."),
  },
  { error: "object" },
);

/** A person's answer to one line of the checklist before the award. */
export const checked = z
  .strictObject(
    {
      item: id.describe(
        "Id of the line of the checklist; any other id is a question of one's own.",
      ),
      list: oneOf("documents", "evaluation")
        .optional()
        .describe("List that a question of one's own belongs to; blank is evaluation."),
      question: text.optional().describe("Text of a question of one's own."),
      answer: oneOf("yes", "no", "not-applicable")
        .optional()
        .describe("Yes, no or not applicable; blank is unanswered."),
      responsible: text.optional().describe("Who is responsible for the line."),
      note: text.optional().describe("Free note."),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 1, { error: "object-empty" });

/** Reasons, decision and dates that the award papers need. No result depends on them. */
export const award = z.strictObject(
  {
    subject: text.optional().describe("What the contract is about, in one sentence."),
    value: positive
      .optional()
      .describe("Value of the contract, in kr without VAT; blank is unknown."),
    deadline: moment.optional().describe("Last day, or moment, for bids."),
    openedAt: moment
      .optional()
      .describe("When the bids were opened; after the deadline (LOU 12 kap. 10 §)."),
    openedBy: text
      .optional()
      .describe("At least two people who opened the bids (LOU 12 kap. 10 §)."),
    bidsValidUntil: moment.optional().describe("Last day on which the bids bind their bidders."),
    intentionAt: moment
      .optional()
      .describe(
        "When a notice of the intention to award without prior publication was published (LOU 20 kap. 3 §).",
      ),
    procedureReason: text
      .optional()
      .describe("Why a negotiated procedure was chosen (LOU 12 kap. 16 §)."),
    lotsReason: text
      .optional()
      .describe("Why the contract is not divided into lots (LOU 4 kap. 14 §)."),
    nonElectronicReason: text
      .optional()
      .describe("Why bids could be submitted by other than electronic means (LOU 12 kap. 16 §)."),
    subcontracting: text
      .optional()
      .describe("Share of the contract that is subcontracted, if known."),
    decidedAt: moment.optional().describe("When the award was decided; blank is undecided."),
    decidedBy: text.optional().describe("Who decided the award."),
    decision: text
      .optional()
      .describe("Designation of the decision, as its registry number or paragraph."),
    sentAt: moment
      .optional()
      .describe(
        "When the last notice of the award was sent (LOU 12 kap. 12 §); blank if none is sent.",
      ),
    sending: oneOf("electronic", "other")
      .optional()
      .describe(
        "How the notices were sent; by other means the standstill is 15 days, not 10 (LOU 20 kap. 1 §).",
      ),
    standstill: oneOf("applies", "exempt")
      .optional()
      .describe("Whether a standstill applies before the contract (LOU 20 kap. 1–2 §§)."),
    standstillUntil: moment
      .optional()
      .describe(
        "Last day of a longer standstill that the notice states; blank is the least that the law gives.",
      ),
    contractAt: moment
      .optional()
      .describe("When the contract was signed; blank if it has not been."),
    court: text
      .optional()
      .describe("Administrative court to which an application for review is made."),
    contact: text
      .optional()
      .describe("Name, e-mail or telephone for questions about the decision."),
  },
  { error: "object" },
);
