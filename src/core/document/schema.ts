/**
 * The evaluation document `mervarde/1` as zod schemas; every type of it is inferred from them and
 * written nowhere else. It says what a document may look like and how its parts must agree; it
 * never says whether the evaluation in it is lawful or finished (that is findings), and it never
 * changes what it reads.
 */
import * as z from "zod";
import { hasDay, momentPattern, timedMomentPattern } from "../moment";
import { decimalPattern, fractionPattern, roundingModes } from "../number";

// zod compiles with `new Function`, which a strict content security policy forbids.
z.config({ jitless: true });

/**
 * The most an Excel cell can hold; a longer text could not make the journey to the workbook and
 * back.
 */
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
/** Per cent: three equal weights are "100/3" each, which no decimal says. */
const weight = z
  .string({ error: "decimal" })
  .regex(new RegExp(`${decimalPattern.source}|${fractionPattern.source}`), {
    error: "weight",
    abort: true,
  })
  .refine((value) => !value.startsWith("-"), { error: "decimal-negative" });
const flag = z.boolean({ error: "boolean" });
const whole = (least: number, most: number) =>
  z.int({ error: "whole" }).min(least, { error: "whole" }).max(most, { error: "whole" });
const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: "choice" });
const some = <Item extends z.ZodType>(item: Item) =>
  z.array(item, { error: "list" }).min(1, { error: "list-empty" });
const many = <Item extends z.ZodType>(item: Item) => z.array(item, { error: "list" });

const rounding = z.strictObject(
  {
    decimals: whole(0, 10),
    mode: z.enum(
      Object.keys(roundingModes) as [keyof typeof roundingModes, ...(keyof typeof roundingModes)[]],
      {
        error: "choice",
      },
    ),
  },
  { error: "object" },
);

/** A date, or a date and a time of day: "2026-03-02", "2026-03-02T10:00". */
const moment = z
  .string({ error: "time" })
  .regex(momentPattern, { error: "time", abort: true })
  .refine(hasDay, { error: "time" });

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
    stage: oneOf("selection", "award").optional(),
    leastInvited: whole(1, 1000).optional(),
    checkOrder: oneOf("supplier-first", "bid-first").optional(),
    prices: oneOf("open", "sealed").optional(),
    initialBids: oneOf("not-reserved", "reserved").optional(),
    lowBids: z
      .strictObject(
        { belowMedian: positive.optional(), belowNext: positive.optional() },
        { error: "object" },
      )
      .optional(),
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

const model = z.strictObject(
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

const evaluator = z.strictObject(
  {
    id,
    name,
    conflictDeclared: flag.optional(),
    declaredAt: moment.optional(),
    interests: text.optional(),
    measure: text.optional(),
  },
  { error: "object" },
);

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
    secondReader: flag.optional(),
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

const band = z.strictObject(
  { from: decimal, to: decimal, deduction: decimal },
  { error: "object" },
);

/** A figure on a leaf's scale: a decimal, or yes/no. */
const figure = z
  .string({ error: "figure" })
  .refine((value) => value === "yes" || value === "no" || decimalPattern.test(value), {
    error: "figure",
  });

const criterion = z.strictObject(
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

const score = z
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

const bid = z
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

/**
 * A drawing of lots that has taken place: an act with its witnesses, never a random number of ours.
 */
const lottery = z.strictObject(
  {
    order: z.array(id, { error: "list" }).min(2, { error: "lottery-order" }),
    time: z
      .string({ error: "time" })
      .regex(timedMomentPattern, { error: "time", abort: true })
      .refine(hasDay, { error: "time" }),
    witnesses: z
      .array(name, { error: "list" })
      .min(2, { error: "lottery-witnesses" })
      .max(4, { error: "lottery-witnesses" }),
    method: text.optional(),
  },
  { error: "object" },
);

/*
 * The records: lists that people add to as the work goes on. Each is flat, and one row of one
 * sheet. All but what says what a record is about may be left out, so that one half filled in can
 * be read.
 */

/** Initial bids, rounds of negotiation, final bids, in their order (LOU 6 kap. 8–11 §§). */
const round = z.strictObject(
  {
    id,
    kind: oneOf("initial", "negotiation", "final"),
    name: text.optional(),
    deadline: moment.optional(),
  },
  { error: "object" },
);

/** A price of an earlier round, kept when the next one came in; without `item` the bid's total. */
const offer = z.strictObject(
  { bid: id, round: id, item: id.optional(), price: decimal.optional() },
  { error: "object" },
);

/**
 * A negotiable requirement adjusted or dropped between rounds; the published text stays where it
 * was.
 */
const adjustment = z.strictObject(
  {
    requirement: id,
    round: id.optional(),
    text: name.optional(),
    dropped: flag.optional(),
    reason: text.optional(),
    date: moment.optional(),
    by: text.optional(),
  },
  { error: "object" },
);

/**
 * A correction, clarification or supplement (LOU 4 kap. 9 §): what stood there stays, what holds
 * now stands here.
 */
const clarification = z.strictObject(
  {
    id,
    bid: id,
    rule: oneOf(
      "clerical-error",
      "miscalculation",
      "other-error",
      "clarification",
      "supplement",
    ).optional(),
    subject: oneOf("price", "price-item", "requirement", "criterion", "other").optional(),
    of: id.optional(),
    question: text.optional(),
    askedBy: text.optional(),
    askedAt: moment.optional(),
    answer: text.optional(),
    answeredAt: moment.optional(),
    original: text.optional(),
    new: text.optional(),
    reason: text.optional(),
    decidedBy: text.optional(),
    decidedAt: moment.optional(),
    equalTreatment: text.optional(),
  },
  { error: "object" },
);

/** A bid that may be abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §): request, answer, decision. */
const lowBid = z.strictObject(
  {
    bid: id,
    requestedBy: text.optional(),
    requestedAt: moment.optional(),
    request: text.optional(),
    answeredAt: moment.optional(),
    answer: text.optional(),
    decision: oneOf("not-abnormal", "explained", "rejected").optional(),
    reason: text.optional(),
    decidedBy: text.optional(),
    decidedAt: moment.optional(),
  },
  { error: "object" },
);

/**
 * One bid's demonstration or user test of a scenario: the same script and order for all, or the
 * deviation and why.
 */
const session = z.strictObject(
  {
    bid: id,
    criterion: id.optional(),
    number: whole(1, 10_000).optional(),
    at: moment.optional(),
    minutes: whole(0, 100_000).optional(),
    testers: text.optional(),
    deviation: text.optional(),
  },
  { error: "object" },
);

/**
 * A part of what was published, as it was then: its JSON in pieces that a cell can hold, so that a
 * later difference can be shown exactly.
 */
const published = z.strictObject(
  {
    part: oneOf("model", "criteria", "requirements", "negotiable", "priceItems"),
    piece: whole(1, 10_000),
    content: name,
  },
  { error: "object" },
);

/**
 * A bidder's request that something be kept secret, and what was decided about it (OSL 31 kap. 16
 * §).
 */
const confidential = z.strictObject(
  {
    bid: id,
    subject: oneOf(
      "price",
      "price-item",
      "requirement",
      "criterion",
      "clarification",
      "low-bid",
      "file",
    ),
    of: text.optional(),
    reason: text.optional(),
    requestedAt: moment.optional(),
    decision: oneOf("granted", "denied").optional(),
    decidedBy: text.optional(),
    decidedAt: moment.optional(),
  },
  { error: "object" },
);

/**
 * A bidder's written request for more information, to be answered within 15 days (LOU 12 kap. 13 §,
 * 19 kap. 20 §).
 */
const request = z.strictObject(
  {
    bid: id,
    receivedAt: moment.optional(),
    question: text.optional(),
    answeredAt: moment.optional(),
  },
  { error: "object" },
);

/** A line of the checklist before the award, as a person has answered it. */
const checked = z
  .strictObject(
    {
      item: id,
      answer: oneOf("yes", "no", "not-applicable").optional(),
      responsible: text.optional(),
      note: text.optional(),
    },
    { error: "object" },
  )
  .refine((entry) => Object.keys(entry).length > 1, { error: "object-empty" });

/**
 * What the award file needs and no result rests on: the reasons the report asks for, the decision,
 * its dates.
 */
const award = z.strictObject(
  {
    subject: text.optional(),
    value: positive.optional(),
    deadline: moment.optional(),
    openedAt: moment.optional(),
    openedBy: text.optional(),
    bidsValidUntil: moment.optional(),
    procedureReason: text.optional(),
    lotsReason: text.optional(),
    nonElectronicReason: text.optional(),
    subcontracting: text.optional(),
    decidedAt: moment.optional(),
    decidedBy: text.optional(),
    decision: text.optional(),
    sentAt: moment.optional(),
    sending: oneOf("electronic", "other").optional(),
    standstill: oneOf("applies", "exempt").optional(),
    standstillUntil: moment.optional(),
    contractAt: moment.optional(),
    court: text.optional(),
    contact: text.optional(),
  },
  { error: "object" },
);

/**
 * One line of the journal. It names what it is about as it was called then: what has since been
 * renamed or removed keeps its history, so nothing here has to exist any longer. `number`,
 * `previous` and `hash` bind it to the one before; `joins` is the end of a copy that was worked on
 * in parallel.
 */
const event = z.strictObject(
  {
    number: whole(1, 1_000_000_000).optional(),
    type: oneOf(
      "score",
      "published",
      "quality-fixed",
      "prices-opened",
      "round-closed",
      "invited",
      "evaluated",
      "finalised",
      "reopened",
      "awarded",
      "comment",
      "signed-off",
      "joined",
    ),
    time: moment,
    by: name,
    bid: id.optional(),
    criterion: id.optional(),
    evaluator: id.optional(),
    old: text.optional(),
    new: text.optional(),
    rationale: text.optional(),
    reference: text.optional(),
    reason: text.optional(),
    priceKnown: flag.optional(),
    place: text.optional(),
    fingerprint: text.optional(),
    result: text.optional(),
    sheets: text.optional(),
    version: text.optional(),
    joins: text.optional(),
    previous: text.optional(),
    hash: text.optional(),
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
    rounds: some(round).optional(),
    offers: some(offer).optional(),
    adjustments: some(adjustment).optional(),
    clarifications: some(clarification).optional(),
    lowBids: some(lowBid).optional(),
    sessions: some(session).optional(),
    published: some(published).optional(),
    confidential: some(confidential).optional(),
    requests: some(request).optional(),
    checklist: some(checked).optional(),
    award: award.optional(),
    events: some(event).optional(),
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
export type Round = z.infer<typeof round>;
export type Offer = z.infer<typeof offer>;
export type Adjustment = z.infer<typeof adjustment>;
export type Clarification = z.infer<typeof clarification>;
export type LowBid = z.infer<typeof lowBid>;
export type SessionRecord = z.infer<typeof session>;
export type JournalEvent = z.infer<typeof event>;
export type PublishedRecord = z.infer<typeof published>;
export type Confidential = z.infer<typeof confidential>;
export type Award = z.infer<typeof award>;
export type Lottery = z.infer<typeof lottery>;
export type Assessment = NonNullable<Score["assessments"]>[number];

/** The value under `key`, and nothing inherited: an id may be "constructor". */
export function own<Value>(
  record: { readonly [key: string]: Value },
  key: string,
): Value | undefined {
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
