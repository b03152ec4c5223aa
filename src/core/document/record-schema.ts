/**
 * The records that people add as the work goes on, as zod schemas. Each record is flat and is one
 * row of one sheet. Only the keys that say what a record is about are required, so that a row that
 * is half filled in can be read.
 */
import * as z from "zod";
import { decimal, flag, id, moment, name, oneOf, text, timedMoment, whole } from "./field-values";

/** A drawing of lots that people have held, with its witnesses. The program never draws lots. */
export const lottery = z.strictObject(
  {
    order: z
      .array(id, { error: "list" })
      .min(2, { error: "lottery-order" })
      .describe("Ids of the tied bids in the order drawn, the best place first."),
    time: timedMoment.describe("When the lots were drawn."),
    witnesses: z
      .array(name, { error: "list" })
      .min(2, { error: "lottery-witnesses" })
      .max(4, { error: "lottery-witnesses" })
      .describe("Names of the two to four people who witnessed the drawing."),
    method: text.optional().describe("How the lots were drawn, in words."),
    authority: id
      .optional()
      .describe("Id of the authority whose separate contract the lots are for; blank is all."),
  },
  { error: "object" },
);

/** A round of bids: initial, in negotiation or final, in that order (LOU 6 kap. 8–11 §§). */
export const round = z.strictObject(
  {
    id: id.describe("Id of the round."),
    kind: oneOf("initial", "negotiation", "final").describe(
      "Initial bids, bids in negotiation, or final bids (LOU 6 kap. 8–11 §§).",
    ),
    name: text.optional().describe("What the round is called; blank shows its kind."),
    deadline: moment
      .optional()
      .describe("Last day, or moment, for bids of the round; blank if not stated."),
  },
  { error: "object" },
);

/** A price of an earlier round. Without `item` it is the bid's total. */
export const offer = z.strictObject(
  {
    bid: id.describe("Id of the bid."),
    round: id.describe("Id of the round in which the price was offered."),
    item: id.optional().describe("Id of the price row; blank means the total of the bid."),
    price: decimal
      .optional()
      .describe(
        "Price in kr: a unit price with an item, otherwise the total; blank is unknown, never zero.",
      ),
  },
  { error: "object" },
);

/**
 * A negotiable requirement that was adjusted or dropped between rounds (LOU 6 kap. 8 §). The
 * published text stays in the requirement.
 */
export const adjustment = z.strictObject(
  {
    requirement: id.describe("Id of the negotiable requirement."),
    round: id.optional().describe("Id of the round from which the adjustment applies."),
    text: name.optional().describe("New text of the requirement; blank if it was dropped."),
    dropped: flag.optional().describe("True if the requirement no longer applies."),
    reason: text.optional().describe("Why the requirement was adjusted or dropped."),
    date: moment.optional().describe("When the adjustment was decided."),
    by: text.optional().describe("Who decided the adjustment."),
  },
  { error: "object" },
);

/**
 * A correction, clarification or supplement (LOU 4 kap. 9 §). The bid keeps what it said; the record
 * holds what applies now.
 */
export const clarification = z.strictObject(
  {
    id: id.describe("Id of the record."),
    bid: id.describe("Id of the bid that the record is about."),
    rule: oneOf("clerical-error", "miscalculation", "other-error", "clarification", "supplement")
      .optional()
      .describe(
        "Ground for the record (LOU 4 kap. 9 §): an error that is corrected, a clarification or a supplement; blank is undecided.",
      ),
    subject: oneOf("price", "price-item", "requirement", "criterion", "other")
      .optional()
      .describe("What part of the bid the record is about; blank is undecided."),
    of: id
      .optional()
      .describe(
        "Id of the price row, requirement or criterion that the subject means; blank for the total price.",
      ),
    question: text.optional().describe("Question to the bidder."),
    askedBy: text.optional().describe("Who asked."),
    askedAt: moment.optional().describe("When the question was sent; blank if nothing was asked."),
    answer: text.optional().describe("Answer of the bidder."),
    answeredBy: text.optional().describe("Who answered for the bidder."),
    answeredAt: moment.optional().describe("When the answer came; blank if it has not come."),
    answerReference: text
      .optional()
      .describe("Where the answer is kept, such as a diary number and a page."),
    original: text.optional().describe("What the bid said before, as text."),
    new: text.optional().describe("What applies instead; blank changes nothing."),
    reason: text.optional().describe("Why the change is allowed."),
    decidedBy: text.optional().describe("Who decided that it applies; blank is undecided."),
    decidedAt: moment.optional().describe("When it was decided; blank is undecided."),
    equalTreatment: text
      .optional()
      .describe("How the other bids were treated in the same situation (LOU 4 kap. 1 §)."),
  },
  { error: "object" },
);

/** A bid that may be abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §): request, answer, decision. */
export const lowBid = z.strictObject(
  {
    bid: id.describe("Id of the bid that may be abnormally low."),
    requestedBy: text.optional().describe("Who asked the bidder to explain the price."),
    requestedAt: moment
      .optional()
      .describe("When the explanation was requested; blank if it was not."),
    request: text.optional().describe("What the bidder was asked to explain."),
    answeredAt: moment.optional().describe("When the explanation came; blank if it has not come."),
    answer: text.optional().describe("Explanation of the bidder."),
    decision: oneOf("not-abnormal", "explained", "rejected")
      .optional()
      .describe("Not abnormally low, explained, or rejected; blank is undecided."),
    reason: text.optional().describe("Reason for the decision."),
    decidedBy: text.optional().describe("Who decided."),
    decidedAt: moment.optional().describe("When it was decided."),
  },
  { error: "object" },
);

/**
 * One bid's demonstration or user test of a scenario. All bids follow one script and order; a
 * deviation states its reason.
 */
export const session = z.strictObject(
  {
    bid: id.describe("Id of the bid that was demonstrated or tested."),
    criterion: id.optional().describe("Id of the criterion; blank means the whole demonstration."),
    number: whole(1, 10_000)
      .optional()
      .describe("Place in the common order of the sessions, from 1."),
    at: moment.optional().describe("When the session was held; blank if it has not been held."),
    minutes: whole(0, 100_000).optional().describe("Length of the session, in minutes."),
    testers: text.optional().describe("Who tested."),
    deviation: text
      .optional()
      .describe(
        "Deviation from the common script, with its reason; blank means that none was recorded.",
      ),
  },
  { error: "object" },
);

/**
 * Where a value of a bid was taken from: a cell of the form that the bidder handed in, and the text
 * that stood there. A word that stands where a number belongs is kept, with what was decided that it
 * means.
 */
export const source = z.strictObject(
  {
    bid: id.describe("Id of the bid."),
    subject: oneOf(
      "price",
      "price-item",
      "stated-total",
      "bidder",
      "delivery-model",
      "answer",
      "reference",
      "requirement",
      "other",
    )
      .optional()
      .describe(
        "What part of the bid stood there: bidder for its name or number, requirement for a comment on one, other for a cell that was not for the bidder to fill in.",
      ),
    of: id.optional().describe("Id of the price row or requirement; blank for the others."),
    cell: name.describe("The cell, as file!sheet!cell."),
    seen: text.optional().describe("Text that stood there; blank if the cell was blank."),
    comment: text
      .optional()
      .describe("Comment of the bidder; of another cell, what the published form has there."),
    meaning: oneOf("amount", "not-offered", "asked")
      .optional()
      .describe(
        "What was decided that a word means: the price that stands, that it is not offered, or that the bidder is asked; blank is undecided.",
      ),
    reason: text.optional().describe("Why it was decided so."),
    decidedBy: text.optional().describe("Who decided."),
    decidedAt: moment.optional().describe("When it was decided."),
  },
  { error: "object" },
);

/**
 * A part of what was published, as it was then: its JSON in pieces that fit a cell. A later change
 * can then be shown value by value.
 */
export const published = z.strictObject(
  {
    part: oneOf("model", "criteria", "requirements", "negotiable", "priceItems").describe(
      "Part of the document that the piece belongs to.",
    ),
    piece: whole(1, 10_000).describe("Number of the piece within its part, from 1."),
    content: name.describe("JSON of the part as published, or a piece of it."),
  },
  { error: "object" },
);

/**
 * What was anchored outside the file and what came back, as it was then, in pieces that fit a cell.
 * The event that recorded it carries the fingerprint of all its pieces.
 */
export const anchored = z.strictObject(
  {
    of: name.describe("Fingerprint of the event that recorded it."),
    part: oneOf("anchor", "reply").describe(
      "The anchor file, as its canonical JSON, or the reply of the service, in base 64.",
    ),
    piece: whole(1, 10_000).describe("Number of the piece within its part, from 1."),
    content: name.describe("The part, or a piece of it."),
  },
  { error: "object" },
);

/**
 * What an event recorded of the values that decide, as they stood then: its JSON in pieces that fit a
 * cell. What stands otherwise later can then be shown value by value.
 */
export const recorded = z.strictObject(
  {
    record: name.describe("SHA-256 of the content, which the event that recorded it carries."),
    piece: whole(1, 10_000).describe("Number of the piece within its content, from 1."),
    content: name.describe("JSON of what was recorded, or a piece of it."),
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
    number: whole(1, 1_000_000_000)
      .optional()
      .describe("Place of the event in the hash chain; blank before the chain began."),
    type: oneOf(
      "score",
      "published",
      "bids-opened",
      "quality-fixed",
      "prices-opened",
      "imported",
      "round-closed",
      "invited",
      "evaluated",
      "finalised",
      "reopened",
      "awarded",
      "award-corrected",
      "cancelled",
      "dispatched",
      "comment",
      "signed-off",
      "joined",
      "anchored",
      "changed",
    ).describe("What happened."),
    time: moment.describe("When it was recorded."),
    at: moment
      .optional()
      .describe("When it took place, where that was earlier than it was recorded; blank if then."),
    by: name.describe("Who did it."),
    bid: id.optional().describe("Id of the bid, as it was then."),
    criterion: id.optional().describe("Id of the criterion, as it was then."),
    evaluator: id
      .optional()
      .describe("Id of the evaluator whose own score it is; blank for the agreed score."),
    old: text.optional().describe("Value before; blank if there was none."),
    new: text.optional().describe("Value after, or the ids of the bids that the event names."),
    rationale: text.optional().describe("Rationale of the score."),
    reference: text
      .optional()
      .describe(
        "Where in the bid the score has its support; of an anchor, the diary number or the signer.",
      ),
    reason: text.optional().describe("Why it was done, or the text of a comment."),
    priceKnown: flag.optional().describe("True if the prices were open when the score was set."),
    place: text
      .optional()
      .describe(
        "Place in the document that a comment is about (blank means the whole), or whose value was changed.",
      ),
    recorded: text
      .optional()
      .describe("SHA-256 of the values that the event recorded; they stand in the record."),
    fingerprint: text.optional().describe("SHA-256 of what the event rests on."),
    result: text.optional().describe("SHA-256 of the result."),
    sheets: text
      .optional()
      .describe(
        "SHA-256 of the result sheets; of a review, of the reasons and the secrecy that the papers state.",
      ),
    version: text.optional().describe("Version of the program."),
    joins: text
      .optional()
      .describe("Hash of the last event of a copy that was worked on in parallel."),
    previous: text.optional().describe("Hash of the event before this one; blank in the first."),
    hash: text.optional().describe("SHA-256 of this event without its hash."),
  },
  { error: "object" },
);
