/**
 * A bid as a zod schema: its prices, the answers and verdicts on requirements, and its scores. A
 * field that is left out is not decided yet; it is never read as zero or "no".
 */
import * as z from "zod";
import { decimal, figure, id, moment, name, oneOf, some, text } from "./field-values";

export const answer = z
  .strictObject(
    {
      answer: oneOf("yes", "no")
        .nullable()
        .optional()
        .describe("Answer of the bidder; null or blank is no answer, never no."),
      verdict: oneOf("met", "not-met", "clarification", "unchecked")
        .optional()
        .describe("What the authority found; blank is unchecked."),
      reference: text.optional().describe("Where in the bid the answer has its support."),
      checkedBy: text.optional().describe("Who checked."),
      checkedAt: moment.optional().describe("When it was checked."),
      secondReader: text.optional().describe("Who read it independently."),
      secondVerdict: oneOf("met", "not-met")
        .optional()
        .describe("What the second reader found; blank is unread."),
      note: text.optional().describe("Free note."),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 0, { error: "object-empty" });

/** Ten answers, each 1–5, in the order of the SUS form. */
const respondent = z
  .array(oneOf("1", "2", "3", "4", "5"), { error: "sus" })
  .length(10, { error: "sus" });

const scoreValue = z.union([figure, some(figure), some(respondent)], { error: "score" });

export const score = z
  .strictObject(
    {
      value: scoreValue
        .optional()
        .describe(
          "Agreed score on the criterion's scale, or a list with one for each person; blank is unscored.",
        ),
      rationale: text.optional().describe("Why the score was set."),
      reference: text.optional().describe("Where in the bid the score has its support."),
      assessments: some(
        z
          .strictObject(
            {
              evaluator: id.describe("Id of the evaluator."),
              value: figure
                .optional()
                .describe("Score that the evaluator set; blank is unscored, never zero."),
              rationale: text.optional().describe("Why the evaluator set the score."),
              reference: text.optional().describe("Where in the bid the score has its support."),
            },
            { error: "object" },
          )
          .refine((entry) => Object.keys(entry).length > 1, { error: "object-empty" }),
      )
        .optional()
        .describe("Each evaluator's own score, beside the agreed one."),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 0, { error: "object-empty" });

export const bid = z
  .strictObject(
    {
      id: id.describe("Id of the bid."),
      bidder: name.describe("Name of the bidder."),
      organisationNumber: text.optional().describe("Organisation number of the bidder."),
      round: id.optional().describe("Id of the round that the prices and scores belong to."),
      deliveryModel: id
        .optional()
        .describe("Id of the delivery model that is offered; blank is not chosen."),
      receivedAt: moment
        .optional()
        .describe("When the bid came in (LOU 12 kap. 10 §); blank is not noted."),
      withdrawnAt: moment
        .optional()
        .describe("When the bidder withdrew the bid; blank means that it stands."),
      rejectedAt: moment
        .optional()
        .describe(
          "When the authority decided to reject the bid for another reason than a requirement, as one that came in late; blank means that it has not.",
        ),
      lotLimitAt: moment
        .optional()
        .describe(
          "When it was decided that the bidder is awarded as many other lots as one supplier may be (LOU 4 kap. 15 §); blank means that it has not.",
        ),
      reason: text.optional().describe("Why the bid was withdrawn, rejected or passed over."),
      price: decimal
        .optional()
        .describe("Total price, in kr; blank is unpriced, never zero; not together with prices."),
      prices: z
        .record(id, decimal, { error: "object" })
        .optional()
        .describe(
          "Unit price in kr by id of the price row; a row left out is unpriced, never zero; not together with price.",
        ),
      statedTotal: decimal
        .optional()
        .describe(
          "Total that the bidder stated, in kr; compared with the computed total and never used instead.",
        ),
      answers: z
        .record(id, answer, { error: "object" })
        .describe("Answers and verdicts by id of the requirement."),
      scores: z.record(id, score, { error: "object" }).describe("Scores by id of the criterion."),
    },
    { error: "object" },
  )
  .refine((entry) => entry.price === undefined || entry.prices === undefined, {
    error: "price-twice",
    path: ["price"],
  });
