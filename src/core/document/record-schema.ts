/**
 * The records that people add as the work goes on, as zod schemas. Each record is flat and is one
 * row of one sheet. Only the keys that say what a record is about are required, so that a row that
 * is half filled in can be read.
 */
import * as z from "zod";
import {
  decimal,
  flag,
  id,
  moment,
  name,
  oneOf,
  positive,
  text,
  timedMoment,
  whole,
} from "./field-values";

/** A drawing of lots that people have held, with its witnesses. The program never draws lots. */
export const lottery = z.strictObject(
  {
    order: z.array(id, { error: "list" }).min(2, { error: "lottery-order" }),
    time: timedMoment,
    witnesses: z
      .array(name, { error: "list" })
      .min(2, { error: "lottery-witnesses" })
      .max(4, { error: "lottery-witnesses" }),
    method: text.optional(),
  },
  { error: "object" },
);

/** A round of bids: initial, in negotiation or final, in that order (LOU 6 kap. 8–11 §§). */
export const round = z.strictObject(
  {
    id,
    kind: oneOf("initial", "negotiation", "final"),
    name: text.optional(),
    deadline: moment.optional(),
  },
  { error: "object" },
);

/** A price of an earlier round. Without `item` it is the bid's total. */
export const offer = z.strictObject(
  { bid: id, round: id, item: id.optional(), price: decimal.optional() },
  { error: "object" },
);

/**
 * A negotiable requirement that was adjusted or dropped between rounds (LOU 6 kap. 8 §). The
 * published text stays in the requirement.
 */
export const adjustment = z.strictObject(
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
 * A correction, clarification or supplement (LOU 4 kap. 9 §). The bid keeps what it said; the record
 * holds what applies now.
 */
export const clarification = z.strictObject(
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
export const lowBid = z.strictObject(
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
 * One bid's demonstration or user test of a scenario. All bids follow one script and order; a
 * deviation states its reason.
 */
export const session = z.strictObject(
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
 * A part of what was published, as it was then: its JSON in pieces that fit a cell. A later change
 * can then be shown value by value.
 */
export const published = z.strictObject(
  {
    part: oneOf("model", "criteria", "requirements", "negotiable", "priceItems"),
    piece: whole(1, 10_000),
    content: name,
  },
  { error: "object" },
);

/** A bidder's request for secrecy, and the decision on it (OSL 31 kap. 16 §). */
export const confidential = z.strictObject(
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
export const request = z.strictObject(
  {
    bid: id,
    receivedAt: moment.optional(),
    question: text.optional(),
    answeredAt: moment.optional(),
  },
  { error: "object" },
);

/** A person's answer to one line of the checklist before the award. */
export const checked = z
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

/** Reasons, decision and dates that the award papers need. No result depends on them. */
export const award = z.strictObject(
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
 * One line of the journal. Its ids are those of its own time and need not exist any longer, so that
 * what was renamed or removed keeps its history. `number`, `previous` and `hash` bind the event to
 * the one before it; `joins` is the last event of a copy that was worked on in parallel.
 */
export const event = z.strictObject(
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
