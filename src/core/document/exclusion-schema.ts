/**
 * Whether a supplier is to be excluded (LOU 13 kap., 19 kap. 17 §), as a zod schema: the ground, the
 * hearing before the decision, whether the supplier has shown that it is reliable, the decision. A
 * supplier is excluded for what it is; what its bid offers is held against requirements instead.
 */
import * as z from "zod";
import { id, moment, oneOf, text } from "./field-values";

export const exclusion = z.strictObject(
  {
    bid: id.describe("Id of the bid whose supplier may have to be excluded."),
    requirement: id
      .optional()
      .describe("Id of the ground for exclusion as published; blank where it is none of them."),
    ground: oneOf("crime", "taxes-established", "taxes-shown", "misconduct", "stated")
      .optional()
      .describe(
        "Kind of ground, as LOU 13 kap. 1, 2 and 3 §§ and 19 kap. 17 § have them (stated: by the procurement documents); blank is undecided.",
      ),
    circumstances: text
      .optional()
      .describe(
        "The circumstances that are reasons for exclusion, as they were told the supplier.",
      ),
    occurredAt: moment
      .optional()
      .describe("When what the ground rests on happened (LOU 13 kap. 3 a §)."),
    heardAt: moment
      .optional()
      .describe(
        "When the supplier was given the opportunity to respond (LOU 13 kap. 4 §, 19 kap. 17 §); blank if it has not been.",
      ),
    answerBy: moment.optional().describe("Last day for the response."),
    answeredAt: moment.optional().describe("When the response came; blank if it has not come."),
    answer: text.optional().describe("Response of the supplier."),
    reliability: oneOf("not-claimed", "not-shown", "shown")
      .optional()
      .describe(
        "Whether the supplier has shown that it is reliable, or has paid what it owed (LOU 13 kap. 5 §); blank is undecided.",
      ),
    decision: oneOf("excluded", "not-excluded")
      .optional()
      .describe("Excluded or not; blank is undecided."),
    reason: text.optional().describe("Reason for the decision."),
    decidedBy: text.optional().describe("Who decided."),
    decidedAt: moment.optional().describe("When it was decided."),
    notifiedAt: moment
      .optional()
      .describe("When the supplier was notified of the decision in writing (LOU 13 kap. 7 §)."),
  },
  { error: "object" },
);
