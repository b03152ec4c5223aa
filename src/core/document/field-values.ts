/**
 * The values that a field of the document can hold: ids, texts, exact decimals, weights, moments,
 * choices and lists, as zod schemas. Each refuses a bad value with a code that the word list has a
 * sentence for. It knows no part of the document, and it changes no value.
 */
import * as z from "zod";
import { hasDay, momentPattern, timedMomentPattern } from "../moment";
import { decimalPattern, fractionPattern, roundingModes } from "../number";
import type { ProblemCode } from "./problem";

// zod compiles with `new Function`, which a strict content security policy forbids.
z.config({ jitless: true });

/** The most characters an Excel cell holds. A longer text would be cut on its way to a workbook. */
const longestText = 32_767;

// `__proto__` is a name that JavaScript objects cannot hold as data.
const idPattern = /^(?!__proto__$)[A-Za-z0-9ÅÄÖåäö._-]{1,40}$/;

// Each schema's message is a code. The word lists hold its sentence in each language.
export const id = z.string({ error: "id" }).regex(idPattern, { error: "id" });
export const text = z
  .string({ error: "text" })
  .max(longestText, { error: "text-too-long" })
  // A lone surrogate has no UTF-8 form, so it can be neither hashed nor saved.
  .refine((value) => !/\p{Surrogate}/u.test(value), { error: "text-broken" });
export const name = text.min(1, { error: "text-empty" });
export const decimal = z.string({ error: "decimal" }).regex(decimalPattern, { error: "decimal" });
/** A decimal of 0 or more. */
export const positive = decimal.refine((value) => !value.startsWith("-"), {
  error: "decimal-negative",
});
/** Per cent. Three equal weights are "100/3" each, which no decimal can express. */
export const weight = z
  .string({ error: "decimal" })
  .regex(new RegExp(`${decimalPattern.source}|${fractionPattern.source}`), {
    error: "weight",
    abort: true,
  })
  .refine((value) => !value.startsWith("-"), { error: "decimal-negative" });
export const flag = z.boolean({ error: "boolean" });
/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  z.int({ error: "whole" }).min(least, { error: "whole" }).max(most, { error: "whole" });
export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: "choice" });
/** A list with at least one item: an empty one is left out of the document. */
export const some = <Item extends z.ZodType>(
  item: Item,
  emptyError: Extract<ProblemCode, "list-empty" | "levels-missing"> = "list-empty",
) => z.array(item, { error: "list" }).min(1, { error: emptyError });
/** A list that may be empty. */
export const many = <Item extends z.ZodType>(item: Item) => z.array(item, { error: "list" });

/** A declared rounding. There is no default mode. */
export const rounding = z.strictObject(
  {
    decimals: whole(0, 10).describe("Number of decimals kept."),
    mode: z
      .enum(
        Object.keys(roundingModes) as [
          keyof typeof roundingModes,
          ...(keyof typeof roundingModes)[],
        ],
        {
          error: "choice",
        },
      )
      .describe("How a half, or any remainder, is rounded; away from or towards zero."),
  },
  { error: "object" },
);

/** A date, or a date and a time of day: "2026-03-02", "2026-03-02T10:00". */
export const moment = z
  .string({ error: "time" })
  .regex(momentPattern, { error: "time", abort: true })
  .refine(hasDay, { error: "time" });

/** A date with its time of day: "2026-03-02T10:00". */
export const timedMoment = z
  .string({ error: "time" })
  .regex(timedMomentPattern, { error: "time", abort: true })
  .refine(hasDay, { error: "time" });

/** A figure on a criterion's scale: a decimal, "yes" or "no". */
export const figure = z
  .string({ error: "figure" })
  .refine((value) => value === "yes" || value === "no" || decimalPattern.test(value), {
    error: "figure",
  });
