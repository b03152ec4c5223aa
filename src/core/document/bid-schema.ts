/**
 * A bid as a zod schema: its prices, the answers and verdicts on requirements, and its scores. A
 * field that is left out is not decided yet; it is never read as zero or "no".
 */
import * as z from "zod";
import { decimal, figure, id, moment, name, oneOf, some, text } from "./field-values";

export const answer = z
  .strictObject(
    {
      answer: oneOf("yes", "no").nullable().optional(),
      verdict: oneOf("met", "not-met", "clarification", "unchecked").optional(),
      reference: text.optional(),
      checkedBy: text.optional(),
      checkedAt: moment.optional(),
      secondReader: text.optional(),
      secondVerdict: oneOf("met", "not-met").optional(),
      note: text.optional(),
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
      value: scoreValue.optional(),
      rationale: text.optional(),
      reference: text.optional(),
      assessments: some(
        z
          .strictObject(
            {
              evaluator: id,
              value: figure.optional(),
              rationale: text.optional(),
              reference: text.optional(),
            },
            { error: "object" },
          )
          .refine((entry) => Object.keys(entry).length > 1, { error: "object-empty" }),
      ).optional(),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 0, { error: "object-empty" });

export const bid = z
  .strictObject(
    {
      id,
      bidder: name,
      organisationNumber: text.optional(),
      round: id.optional(),
      price: decimal.optional(),
      prices: z.record(id, decimal, { error: "object" }).optional(),
      statedTotal: decimal.optional(),
      answers: z.record(id, answer, { error: "object" }),
      scores: z.record(id, score, { error: "object" }),
    },
    { error: "object" },
  )
  .refine((entry) => entry.price === undefined || entry.prices === undefined, {
    error: "price-twice",
    path: ["price"],
  });
