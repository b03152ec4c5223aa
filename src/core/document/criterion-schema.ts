/**
 * A criterion as a zod schema: its scale, what it is worth, its minimums and its children. Which
 * keys may stand together is checked by `part-agreement.ts`, since that depends on where the
 * criterion stands.
 */
import * as z from "zod";
import {
  decimal,
  figure,
  flag,
  id,
  name,
  oneOf,
  positive,
  some,
  text,
  weight,
  whole,
} from "./field-values";

export const scale = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("yes-no").describe("Yes is share 1, no is share 0.") }),
    z.strictObject({
      type: z.literal("levels").describe("Only the listed values; share = value ÷ highest value."),
      levels: some(
        z.strictObject(
          {
            value: decimal.describe("Points of the level; a negative value is a malus."),
            label: text.describe("What the level means."),
          },
          { error: "object" },
        ),
        "levels-missing",
      ).describe("Levels of the scale."),
    }),
    z.strictObject({
      type: z.literal("points").describe("Points; share = (value − zero) ÷ (max − zero)."),
      max: decimal.describe("Points at share 1."),
      zero: decimal.describe("Points at share 0."),
      step: positive
        .optional()
        .describe("Smallest difference between two scores, in points; blank allows any."),
    }),
    z.strictObject({
      type: z
        .literal("measure")
        .describe("Measured value; share = (value − worst) ÷ (best − worst), clipped to 0–1."),
      worst: decimal.describe("Measured value at share 0, in the unit."),
      best: decimal.describe("Measured value at share 1, in the unit."),
      unit: text.describe("Unit of the measured value, as dagar."),
    }),
    z.strictObject({
      type: z
        .literal("sus")
        .describe(
          "System Usability Scale: ten answers 1–5 for each respondent; share = SUS ÷ 100.",
        ),
    }),
  ],
  { error: "choice" },
);

export const band = z.strictObject(
  {
    from: decimal.describe("Lowest points of the interval."),
    to: decimal.describe("Highest points of the interval."),
    deduction: decimal.describe("Kr deducted in the interval."),
  },
  { error: "object" },
);

export const criterion = z.strictObject(
  {
    id: id.describe("Id of the criterion."),
    name: name.describe("Name of the criterion."),
    description: text.optional().describe("What is assessed, in words."),
    kind: oneOf("added-value", "usability", "plan", "experience", "environment", "other").describe(
      "Kind of criterion.",
    ),
    weight: weight
      .optional()
      .describe("Per cent, as a decimal or a fraction such as 100/3; siblings sum to exactly 100."),
    deduction: positive
      .optional()
      .describe("Kr deducted at share 1, in proportion to the share; only at a root."),
    addition: positive
      .optional()
      .describe("Kr added at share 0, in proportion to what is missing; only at a root."),
    perPoint: positive.optional().describe("Kr deducted for each point; only at a root."),
    bands: some(band).optional().describe("Kr deducted by interval of points; only at a root."),
    cap: positive.optional().describe("Largest deduction, in kr; blank is no cap."),
    deductionPercent: positive
      .optional()
      .describe("Per cent of the price deducted at share 1; only at a root."),
    additionPercent: positive
      .optional()
      .describe("Per cent of the price added at share 0; only at a root."),
    aggregate: oneOf("weights", "points")
      .optional()
      .describe(
        "How the children give the share: by weights or by summed points; blank is weights.",
      ),
    minimum: figure
      .optional()
      .describe(
        "Lowest accepted value on the scale; a bid below it is rejected; blank is no minimum.",
      ),
    minimumShare: decimal
      .optional()
      .describe(
        "Lowest accepted share, in per cent; a bid below it is rejected; blank is no minimum.",
      ),
    minimumPoints: decimal
      .optional()
      .describe("Lowest accepted sum of points; a bid below it is rejected; blank is no minimum."),
    panel: oneOf("single", "consensus", "mean", "median")
      .optional()
      .describe("How several evaluators give one value; blank is single: one agreed value."),
    perConsultant: flag
      .optional()
      .describe(
        "True if each person offered has a score of their own; the value is their mean, and the minimum holds for each.",
      ),
    perParticipant: flag
      .optional()
      .describe("True if each test person has a score of their own; the value is their mean."),
    story: text.optional().describe("User story that the scenario is about."),
    script: text.optional().describe("Steps that every bidder follows."),
    minutes: whole(1, 100_000).optional().describe("Time for the scenario, in minutes."),
    examined: oneOf("demonstration", "user-test", "survey", "document", "offer")
      .optional()
      .describe("How the criterion is examined."),
    scale: scale.optional().describe("Scale of the scores; blank in a group, which has children."),
    get children() {
      return some(criterion)
        .optional()
        .describe("Criteria that this one is made up of; blank means that it is scored itself.");
    },
  },
  { error: "object" },
);
