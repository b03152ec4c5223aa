/**
 * The evaluation document `mervarde/1` as zod schemas; every type of it is inferred from them and
 * written nowhere else. It says what a document may look like and how its parts must agree; it
 * never says whether the evaluation in it is lawful or finished (that is findings), and it never
 * changes what it reads.
 */
import * as z from "zod";
import { decimalPattern, roundingModes } from "./number";

// zod compiles with `new Function`, which a strict content security policy forbids.
z.config({ jitless: true });

/** The most an Excel cell can hold; a longer text could not make the journey to the workbook and back. */
const longestText = 32_767;

// `__proto__` is a name that JavaScript objects cannot hold as data.
export const idPattern = /^(?!__proto__$)[A-Za-z0-9ÅÄÖåäö._-]{1,40}$/;

// Each schema's message is a code; the doors turn it into a sentence in the reader's language.
const id = z.string({ error: "id" }).regex(idPattern, { error: "id" });
const text = z
  .string({ error: "text" })
  .max(longestText, { error: "text-too-long" })
  // A lone surrogate has no UTF-8 form, so it can be neither hashed nor saved.
  .refine((value) => !/\p{Surrogate}/u.test(value), { error: "text-broken" });
const name = text.min(1, { error: "text-empty" });
const decimal = z.string({ error: "decimal" }).regex(decimalPattern, { error: "decimal" });
const positive = decimal.refine((value) => !value.startsWith("-"), { error: "decimal-negative" });
const flag = z.boolean({ error: "boolean" });
const whole = (least: number, most: number) =>
  z.int({ error: "whole" }).min(least, { error: "whole" }).max(most, { error: "whole" });
const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: "choice" });
const some = <Item extends z.ZodType>(item: Item) => z.array(item, { error: "list" }).min(1, { error: "list-empty" });
const many = <Item extends z.ZodType>(item: Item) => z.array(item, { error: "list" });

const rounding = z.strictObject(
  {
    decimals: whole(0, 10),
    mode: z.enum(Object.keys(roundingModes) as [keyof typeof roundingModes, ...(keyof typeof roundingModes)[]], {
      error: "choice",
    }),
  },
  { error: "object" },
);

const procurement = z.strictObject(
  {
    title: text,
    caseNumber: text,
    authority: text,
    regime: oneOf("directive", "national"),
    procedure: oneOf(
      "open",
      "selective",
      "negotiated",
      "negotiated-without-notice",
      "simplified",
      "direct",
      "call-off",
    ),
    currency: z.string({ error: "currency" }).regex(/^[A-Z]{3}$/, { error: "currency" }),
    lot: z.strictObject({ id, name: text }, { error: "object" }).optional(),
  },
  { error: "object" },
);

const priceScale = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("relative-lowest") }),
    z.strictObject({ type: z.literal("relative-linear") }),
    z.strictObject({ type: z.literal("relative-range") }),
    z.strictObject({ type: z.literal("relative-mean"), perPercent: decimal }),
    z.strictObject({ type: z.literal("absolute-linear"), best: decimal, worst: decimal }),
    z.strictObject({ type: z.literal("absolute-ratio"), reference: decimal }),
    z.strictObject({ type: z.literal("bands"), bands: some(z.strictObject({ upTo: decimal, share: decimal })) }),
  ],
  { error: "choice" },
);

const method = z.discriminatedUnion(
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
      price: z.strictObject({ weight: positive, scale: priceScale }, { error: "object" }),
      quality: oneOf("as-is", "rescaled"),
    }),
    z.strictObject({ type: z.literal("fixed-price"), price: positive }),
    z.strictObject({ type: z.literal("priority-order"), order: some(id) }),
  ],
  { error: "choice" },
);

const tieRule = z
  .string({ error: "tie-rule" })
  .regex(/^(?:highest-deduction|lowest-price|lottery|criterion:[A-Za-z0-9ÅÄÖåäö._-]{1,40})$/, { error: "tie-rule" });

const model = z.strictObject(
  {
    basis: oneOf("best-price-quality", "cost", "price"),
    label: name,
    method,
    priceCeiling: positive.optional(),
    zeroPrice: oneOf("allowed", "forbidden").optional(),
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
    accepted: some(z.strictObject({ code: name, reason: name, by: name }, { error: "object" })).optional(),
  },
  { error: "object" },
);

const evaluator = z.strictObject({ id, name, conflictDeclared: flag.optional() }, { error: "object" });

const requirement = z.strictObject(
  {
    id,
    area: text.optional(),
    text: name,
    kind: oneOf("exclusion", "qualification", "mandatory"),
    negotiable: flag.optional(),
    verification: oneOf(
      "description",
      "demonstration",
      "document",
      "reference",
      "self-declaration",
      "none",
    ).optional(),
  },
  { error: "object" },
);

const scale = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("yes-no") }),
    z.strictObject({
      type: z.literal("levels"),
      levels: some(z.strictObject({ value: decimal, label: text }, { error: "object" })),
    }),
    z.strictObject({ type: z.literal("points"), max: decimal, zero: decimal, step: positive.optional() }),
    z.strictObject({ type: z.literal("measure"), worst: decimal, best: decimal, unit: text }),
    z.strictObject({ type: z.literal("sus") }),
  ],
  { error: "choice" },
);

const band = z.strictObject({ from: decimal, to: decimal, deduction: decimal }, { error: "object" });

/** A figure on a leaf's scale: a decimal, or yes/no. */
const figure = z
  .string({ error: "figure" })
  .refine((value) => value === "yes" || value === "no" || decimalPattern.test(value), { error: "figure" });

const criterion = z
  .strictObject(
    {
      id,
      name,
      description: text.optional(),
      kind: oneOf("added-value", "usability", "plan", "experience", "environment", "other"),
      weight: positive.optional(),
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
      scale: scale.optional(),
      get children() {
        return some(criterion).optional();
      },
    },
    { error: "object" },
  );

const priceItem = z.strictObject(
  {
    id,
    name,
    category: oneOf(
      "licence",
      "module",
      "implementation",
      "migration",
      "training",
      "consulting",
      "support",
      "option",
      "other",
    ),
    unit: text,
    quantity: positive,
    periods: positive.optional(),
    ceiling: positive.optional(),
    required: flag.optional(),
  },
  { error: "object" },
);

const answer = z
  .strictObject(
    {
      answer: oneOf("yes", "no").nullable().optional(),
      verdict: oneOf("met", "not-met", "clarification", "unchecked").optional(),
      reference: text.optional(),
      checkedBy: text.optional(),
      note: text.optional(),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 0, { error: "object-empty" });

/** Ten answers, each 1–5, in the order of the SUS form. */
const respondent = z.array(oneOf("1", "2", "3", "4", "5"), { error: "sus" }).length(10, { error: "sus" });
const scoreValue = z.union([figure, some(figure), some(respondent)], { error: "score" });

const score = z
  .strictObject(
    {
      value: scoreValue.optional(),
      rationale: text.optional(),
      reference: text.optional(),
      assessments: some(
        z
          .strictObject({ evaluator: id, value: figure.optional(), rationale: text.optional() }, { error: "object" })
          .refine((entry) => Object.keys(entry).length > 1, { error: "object-empty" }),
      ).optional(),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 0, { error: "object-empty" });

const bid = z
  .strictObject(
    {
      id,
      bidder: name,
      organisationNumber: text.optional(),
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

/** A drawing of lots that has taken place: an act with its witnesses, never a random number of ours. */
const lottery = z.strictObject(
  {
    order: z.array(id, { error: "list" }).min(2, { error: "lottery-order" }),
    time: z.string({ error: "time" }).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/, {
      error: "time",
    }),
    witnesses: z.array(name, { error: "list" }).min(2, { error: "lottery-witnesses" }).max(4, { error: "lottery-witnesses" }),
    method: text.optional(),
  },
  { error: "object" },
);

export const documentSchema = z.strictObject(
  {
    format: z.literal("mervarde/1", { error: "format" }),
    procurement,
    model,
    evaluators: many(evaluator),
    requirements: many(requirement),
    criteria: many(criterion),
    priceItems: many(priceItem),
    bids: many(bid),
    lotteries: some(lottery).optional(),
  },
  { error: "object" },
);

export type EvaluationDocument = z.infer<typeof documentSchema>;
export type Procurement = z.infer<typeof procurement>;
export type Model = z.infer<typeof model>;
export type MethodSpec = z.infer<typeof method>;
export type Rounding = z.infer<typeof rounding>;
export type Evaluator = z.infer<typeof evaluator>;
export type Requirement = z.infer<typeof requirement>;
export type Criterion = z.infer<typeof criterion>;
export type Scale = z.infer<typeof scale>;
export type Band = z.infer<typeof band>;
export type PriceItem = z.infer<typeof priceItem>;
export type Bid = z.infer<typeof bid>;
export type Answer = z.infer<typeof answer>;
export type Score = z.infer<typeof score>;
export type Lottery = z.infer<typeof lottery>;
export type Assessment = NonNullable<Score["assessments"]>[number];

/** The value under `key`, and nothing inherited: an id may be "constructor". */
export function own<Value>(record: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Every criterion of a forest, parents before their children, in document order. */
export function* everyCriterion(criteria: readonly Criterion[]): Generator<Criterion> {
  for (const each of criteria) {
    yield each;
    if (each.children) yield* everyCriterion(each.children);
  }
}

/** The criteria that are scored: those without children. */
export function leaves(criteria: readonly Criterion[]): Criterion[] {
  return [...everyCriterion(criteria)].filter((each) => !each.children);
}
