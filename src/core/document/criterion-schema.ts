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
    z.strictObject({ type: z.literal("yes-no") }),
    z.strictObject({
      type: z.literal("levels"),
      levels: some(z.strictObject({ value: decimal, label: text }, { error: "object" })),
    }),
    z.strictObject({
      type: z.literal("points"),
      max: decimal,
      zero: decimal,
      step: positive.optional(),
    }),
    z.strictObject({ type: z.literal("measure"), worst: decimal, best: decimal, unit: text }),
    z.strictObject({ type: z.literal("sus") }),
  ],
  { error: "choice" },
);

export const band = z.strictObject(
  { from: decimal, to: decimal, deduction: decimal },
  { error: "object" },
);

export const criterion = z.strictObject(
  {
    id,
    name,
    description: text.optional(),
    kind: oneOf("added-value", "usability", "plan", "experience", "environment", "other"),
    weight: weight.optional(),
    deduction: positive.optional(),
    addition: positive.optional(),
    perPoint: positive.optional(),
    bands: some(band).optional(),
    cap: positive.optional(),
    deductionPercent: positive.optional(),
    additionPercent: positive.optional(),
    aggregate: oneOf("weights", "points").optional(),
    minimum: figure.optional(),
    minimumShare: decimal.optional(),
    minimumPoints: decimal.optional(),
    panel: oneOf("single", "consensus", "mean", "median").optional(),
    perConsultant: flag.optional(),
    perParticipant: flag.optional(),
    story: text.optional(),
    script: text.optional(),
    minutes: whole(1, 100_000).optional(),
    examined: oneOf("demonstration", "user-test", "survey", "document", "offer").optional(),
    scale: scale.optional(),
    get children() {
      return some(criterion).optional();
    },
  },
  { error: "object" },
);
