/**
 * The published evaluation model as a zod schema: the method, its price scale, roundings and the
 * chain that resolves ties. It says which keys a method has, never whether the model is lawful.
 */
import * as z from "zod";
import {
  decimal,
  id,
  many,
  name,
  oneOf,
  positive,
  rounding,
  some,
  weight,
  whole,
} from "./field-values";

const priceScale = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("relative-lowest") }),
    z.strictObject({ type: z.literal("relative-linear") }),
    z.strictObject({ type: z.literal("relative-range") }),
    z.strictObject({ type: z.literal("relative-mean"), perPercent: decimal }),
    z.strictObject({
      type: z.literal("relative-slope"),
      zeroAt: positive,
      wider: positive.optional(),
    }),
    z.strictObject({ type: z.literal("absolute-linear"), best: decimal, worst: decimal }),
    z.strictObject({ type: z.literal("absolute-ratio"), reference: decimal }),
    z.strictObject({
      type: z.literal("bands"),
      bands: some(z.strictObject({ upTo: decimal, share: decimal })),
    }),
  ],
  { error: "choice" },
);

export const method = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("lowest-price") }),
    z.strictObject({ type: z.literal("monetary"), constant: decimal.optional() }),
    z.strictObject({ type: z.literal("percentage") }),
    z.strictObject({
      type: z.literal("quotient"),
      form: oneOf("price-per-quality", "quality-per-price"),
      multiplier: decimal.optional(),
    }),
    z.strictObject({
      type: z.literal("points"),
      maximum: positive.optional(),
      price: z.strictObject({ weight, scale: priceScale }, { error: "object" }),
      quality: oneOf("as-is", "rescaled"),
    }),
    z.strictObject({ type: z.literal("fixed-price"), price: positive }),
    z.strictObject({ type: z.literal("priority-order"), order: some(id) }),
  ],
  { error: "choice" },
);

const tieRule = z
  .string({ error: "tie-rule" })
  .regex(/^(?:highest-deduction|lowest-price|lottery|criterion:[A-Za-z0-9ÅÄÖåäö._-]{1,40})$/, {
    error: "tie-rule",
  });

export const model = z.strictObject(
  {
    basis: oneOf("best-price-quality", "cost", "price"),
    label: name,
    method,
    priceCeiling: positive.optional(),
    priceDecimals: whole(0, 10).optional(),
    zeroPrice: oneOf("allowed", "forbidden").optional(),
    blankOptional: oneOf("highest", "left-out", "rejected").optional(),
    rounding: z.strictObject(
      {
        price: rounding.nullable().optional(),
        grades: rounding.nullable().optional(),
        result: rounding.nullable().optional(),
      },
      { error: "object" },
    ),
    ties: many(tieRule),
    winners: whole(1, 1000),
    accepted: some(
      z.strictObject({ code: name, reason: name, by: name }, { error: "object" }),
    ).optional(),
  },
  { error: "object" },
);
