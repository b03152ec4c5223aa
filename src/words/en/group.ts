/**
 * The group's work in English: checks, clarifications, panels, rounds, journal. Part of the word
 * list.
 */
import { list, number, plural } from "./numbers";
import type { Finding } from "../../core/finding";
import { lawNote } from "../law-note";
import { momentText } from "../time";
import { givenText, isPlainNumber } from "../given-text";
import { chainHeaders } from "./award";
import { publishedChanges } from "./trail";
import type * as sv from "../sv/group";
import type { Widened } from "../shape";
import { decisionEventTypes } from "./decisions";
import { recordEventHeaders, recordEventTypes, registerHeaders } from "./record";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");

export const groupNames: Widened<typeof sv.groupNames> = {
  "as-offered": "As in the bid",
  clarified: "After a decided correction",
  "low-bid-decision": "Decision on an abnormally low bid",
  "given-participant-score": "Value from a test person",
  "participant-score": "Test person's value",
};

export const groupRules: Widened<typeof sv.groupRules> = {
  corrected: "corrected, clarified or supplemented as decided; the original value is kept",
  withheld: "changed since it was recorded; does not count until the change is recorded",
  decided: "the decision taken",
};

export const groupReasons: Widened<typeof sv.groupReasons> = {
  "score-unrecorded": (id) => `the score on ${id} has been changed but not recorded`,
  "abnormally-low": () => "the bid has been rejected as abnormally low",
};

export const groupLists: Widened<typeof sv.groupLists> = {
  stages: { award: "Bids", selection: "Selection of candidates" },
  checkOrders: { "supplier-first": "Supplier first", "bid-first": "Bid first (reversed order)" },
  priceVisibilities: { open: "Visible from the start", sealed: "Sealed until quality is fixed" },
  initialBids: { "not-reserved": "No", reserved: "Yes" },
  examinations: {
    demonstration: "Demonstration",
    "user-test": "User test",
    survey: "Survey",
    document: "Document",
    offer: "Stated in the bid",
  },
  secondVerdicts: { met: "Met", "not-met": "Not met" },
  roundKinds: { initial: "Initial bid", negotiation: "Negotiation", final: "Final bid" },
  clarificationRules: {
    "clerical-error": "Clerical error",
    miscalculation: "Miscalculation",
    "other-error": "Other error",
    clarification: "Clarification",
    supplement: "Supplement",
  },
  clarificationSubjects: {
    price: "Total price",
    "price-item": "Price row",
    requirement: "Requirement",
    criterion: "Criterion",
    other: "Other",
  },
  lowBidDecisions: {
    "not-abnormal": "Not abnormally low",
    explained: "Explanation accepted",
    rejected: "Rejected",
  },
  eventTypes: {
    score: "Score",
    published: "Model published",
    "quality-fixed": "Quality fixed",
    "prices-opened": "Prices opened",
    imported: "Bidder form imported",
    "round-closed": "Round closed",
    invited: "Selection done",
    evaluated: "Evaluated",
    finalised: "Finalised",
    reopened: "Reopened",
    awarded: "Award decision registered",
    comment: "Comment",
    "signed-off": "Reviewed",
    joined: "Copies joined",
    anchored: "Anchored outside the file",
    ...decisionEventTypes,
    ...recordEventTypes,
  },
};

export const groupSheets: Widened<typeof sv.groupSheets> = {
  participants: "TestPersons",
  rounds: "Rounds",
  offers: "EarlierPrices",
  adjustments: "RequirementAdjustments",
  clarifications: "Clarifications",
  lowBids: "LowBids",
  sessions: "Demonstrations",
  events: "Journal",
  work: "Progress",
  scoreSheet: "ScoringSheet",
};

export const groupGuides: Widened<typeof sv.groupGuides> = {
  participants: "One measured value for each test person. The criterion's value is the mean.",
  rounds: "The rounds in their order. Only final bids are the basis for the award.",
  offers: "Prices from earlier rounds, as submitted. They are kept here when the round is closed.",
  adjustments:
    "Requirements adjusted or dropped between rounds. Negotiable requirements only; minimum requirements and criteria cannot be changed.",
  clarifications:
    "One row for each correction, clarification or supplement. Do not change the price in the bid: enter the original and the new value here. The new value applies once the row states rule, reason, who decided and date.",
  lowBids:
    "Bids that may be abnormally low: request for explanation, answer and decision. A low price is never in itself a reason to reject.",
  sessions:
    "When and how each bid was demonstrated or tested. The same script and order for all; state why if anything deviated.",
  events: "The journal: what was recorded, by whom and when. Rows are only ever added.",
  work: "How far the work has come, bid by bid.",
};

const listed = {
  key: "Key",
  criterion: "Criterion id",
  name: "Criterion",
  bid: "Bid",
  levels: "Scale",
  value: "Score",
};
export const groupHeaders: Widened<typeof sv.groupHeaders> = {
  evaluators: { declaredAt: "Declared on", interests: "Interests and ties", measure: "Measure" },
  criteria: {
    perParticipant: "Per test person",
    examined: "Examined by",
    story: "User story",
    script: "Script",
    minutes: "Minutes",
  },
  requirements: { secondReader: "Second reader" },
  bids: { round: "Round", ...registerHeaders },
  checks: {
    checkedAt: "Checked on",
    secondReader: "Second reader",
    secondVerdict: "Second reading",
  },
  assessments: { reference: "Reference" },
  participants: { ...listed, number: "Test person no." },
  rounds: { order: "Order", id: "Id", kind: "Kind", name: "Round", deadline: "Deadline" },
  offers: { order: "Order", bid: "Bid", round: "Round", item: "Price row", price: "Price" },
  adjustments: {
    order: "Order",
    requirement: "Requirement",
    round: "Round",
    text: "New wording",
    dropped: "Dropped",
    reason: "Reason",
    date: "Date",
    by: "Decided by",
  },
  clarifications: {
    order: "Order",
    id: "No.",
    bid: "Bid",
    rule: "Rule",
    subject: "About",
    of: "Id",
    question: "Question",
    askedBy: "Asked by",
    askedAt: "Asked on",
    answer: "Answer",
    answeredBy: "Answered by",
    answeredAt: "Answered on",
    answerReference: "Answer kept in",
    original: "Original value",
    new: "New value",
    reason: "Reason",
    decidedBy: "Decided by",
    decidedAt: "Decided on",
    equalTreatment: "Equal treatment",
  },
  lowBids: {
    order: "Order",
    bid: "Bid",
    requestedBy: "Requested by",
    requestedAt: "Requested on",
    request: "Request",
    answeredAt: "Answered on",
    answer: "Answer",
    decision: "Decision",
    reason: "Reason",
    decidedBy: "Decided by",
    decidedAt: "Decided on",
  },
  sessions: {
    order: "Order",
    bid: "Bid",
    criterion: "Criterion id",
    number: "No. in the order",
    at: "Time",
    minutes: "Minutes",
    testers: "Participants",
    deviation: "Deviation and why",
  },
  events: {
    ...chainHeaders,
    ...recordEventHeaders,
    order: "Order",
    type: "Event",
    time: "Time",
    by: "Who",
    bid: "Bid",
    criterion: "Criterion id",
    evaluator: "Evaluator",
    old: "Before",
    new: "Now",
    rationale: "Rationale",
    reference: "Reference",
    reason: "Reason for the change",
    priceKnown: "Price known",
    fingerprint: "Fingerprint",
  },
};

export const groupFields: typeof sv.groupFields = {
  services: [
    "Services of Annex 2",
    "Yes if the procurement covers services listed in Annex 2 to LOU; Chapter 19 applies to them whatever their value (LOU Chapter 1, Section 4)",
  ],
  renewedCompetition: [
    "Renewed competition",
    "Call-offs only: whether it is preceded by a renewed competition (LOU Chapter 7)",
  ],
  law: ["Act", "LOU is the only act that the program knows; blank means LOU"],
  agreement: [
    "What is concluded",
    "A contract or a framework agreement; a framework may be with several",
  ],
  stage: [
    "Stage",
    "Selection: the bids are applications, the method Fixed price or Order of priority, and Number of winners is how many are invited",
  ],
  leastInvited: ["Minimum number invited", "For a selection only; as announced"],
  checkOrder: [
    "Order of checks",
    "In an open procedure bids may be evaluated before the suppliers are checked (LOU Chapter 4, Section 12)",
  ],
  prices: ["Prices", "Sealed: the prices are kept in a separate file until quality is fixed"],
  initialBids: [
    "Initial bids reserved",
    "Whether the notice reserves the right to award on an initial bid",
  ],
  "lowBids.belowMedian": [
    "Low bid: % below the median",
    "The authority's own limit for when a bid is examined; blank if none",
  ],
  "lowBids.belowNext": [
    "Low bid: % below the next higher",
    "The authority's own limit for when a bid is examined; blank if none",
  ],
};

export const scoreSheetFields: typeof sv.scoreSheetFields = {
  caseNumber: ["Case number", "Do not change: shows which procurement the sheet belongs to"],
  lot: ["Lot", "Do not change"],
  model: [
    "The model's fingerprint",
    "Do not change: shows which published model the sheet belongs to",
  ],
  evaluator: ["Evaluator, id", "Do not change"],
  conflictDeclared: [
    "Do you have a conflict of interest?",
    "Yes or No. Answer before you score; without an answer no score is merged",
  ],
  declaredAt: ["Date", "For example 2026-03-02"],
  interests: [
    "Interests and ties",
    "Employment, assignments, ownership or close relations at a bidder; “none” if there are none",
  ],
};

/** What a cell holds, as the reader would see it: a number, or what could not be read as one. */
const typed = (text: string): string => (isPlainNumber(text) ? number(text) : `“${text}”`);

/** The sheets on which a price row may be named. */
const namingSheets: { readonly [list: string]: string | undefined } = {
  offers: "EarlierPrices",
  clarifications: "Clarifications",
  sources: "Sources",
  confidential: "Secrecy",
};

export const groupFindings: Widened<typeof sv.groupFindings> = {
  "column-unread": (x) =>
    `The columns ${list(x.seen, 8)} on the sheet “${x.sheet}” do not belong to Mervärde and are not read. If one of them should be ${list(x.headers, 8)}, correct the header.`,
  "cell-not-moment": (x) =>
    `“${x.seen}” is not a date. Write, for example, 2026-03-02, or 2026-03-02 10:00.`,
  "document-unknown-round": (x) =>
    `Round ${x.found} does not exist. Correct the id or add the round.`,
  "document-list-twice": () =>
    "A criterion is scored per consultant or per test person, not both. Remove one.",
  "published-changed": (x) =>
    `${{ model: "The model is", criteria: "The criteria are", requirements: "The minimum requirements are", negotiable: "The published wordings of the negotiable requirements are", priceItems: "The price schedule is", currency: "The currency is" }[x.part] ?? ""} no longer what was published ${momentText(x.time)} by ${x.by}. After publication minimum requirements and criteria cannot be changed${lawNote(x.law)}. Restore what was changed; negotiable requirements are adjusted on the sheet RequirementAdjustments.${publishedChanges(x)}`,
  "published-already": (x) =>
    `The model was already published ${momentText(x.time)} by ${x.by} and is not published again.`,
  "row-published": (x) =>
    `The price schedule was published ${momentText(x.time)} by ${x.by} and can no longer be changed. What you typed has not been entered.`,
  "requirements-published": (x) =>
    `The requirements were published ${momentText(x.time)} by ${x.by} and are fixed. Nothing was entered.`,
  "criteria-published": (x) =>
    `The criteria were published ${momentText(x.time)} by ${x.by} and are fixed. Nothing was changed.`,
  "criterion-gone": (x) =>
    `Criterion ${x.id} is no longer in the workbook. Nothing was changed. Read the workbook again.`,
  "way-of-method": (x) =>
    `${x.id} cannot have its worth said so in the method of the model. Change the way of the whole model, or choose another way for the criterion.`,
  "price-row-published": (x) =>
    `The price schedule was published ${momentText(x.time)} by ${x.by} and is fixed. Nothing was changed.`,
  "price-row-gone": (x) =>
    `Price row ${x.id} is no longer in the workbook. Nothing was changed. Read the workbook again.`,
  "price-row-given": (x) =>
    `Bids have entered something on the row ${x.name} (${x.id}): ${givenText(x.bids, x.amounts, typed)}. Nothing was changed. Clear the bids' cells of the row on the sheet Prices first if the row is to be removed.`,
  "price-row-base": (x) =>
    `${list(x.rows)} ${x.rows.length === 1 ? "is" : "are"} per cent of the row ${x.name} (${x.id}). Nothing was changed. Remove ${x.rows.length === 1 ? "that row" : "those rows"} first, or choose another row in the field Per cent of row.`,
  "price-row-named": (x) =>
    `The row ${x.name} (${x.id}) is named on the ${x.lists.length === 1 ? "sheet" : "sheets"} ${x.lists.map((each) => namingSheets[each] ?? each).join(" and ")}. Nothing was changed. Correct what stands there first if the row is to be removed.`,
  "criterion-stays": (x) =>
    `Criterion ${x.id} cannot be moved that way from where it stands now. A criterion moves into the group before it; if the criterion before it is to be a group, divide that one into subcriteria first.`,
  "criterion-scored": (x) =>
    `${x.id} (${x.name}) has already been scored in ${plural(x.bids.length, "bid", "bids")} (${list(x.bids, 8)}). Nothing was changed. Clear the scores on the sheet Scores first if the criterion is to be removed or divided, or to have another scale.`,
  "published-twice": (x) =>
    `Event ${x.number} (${momentText(x.time)}, ${x.by}) publishes something other than what was published ${momentText(x.first)}. Go back to the file that was issued then; a model is published once.`,
  "check-order-not-open": () =>
    "The reversed order may be used in an open procedure (LOU Chapter 4, Section 12). Change the order of checks, or the procedure.",
  "scored-before-check": (x) =>
    `${x.bidder} (${x.bid}) has been scored, but ${plural(x.count, "exclusion ground or selection criterion is", "exclusion grounds or selection criteria are")} not decided. Check them, or state the reversed order if it applies${lawNote(x.law)}.`,
  "second-reading-missing": (x) =>
    `${x.bidder} (${x.bid}): ${plural(x.count, "requirement is to be read by two", "requirements are to be read by two")}, and the second reading is missing: ${list(x.ids, 8)}.`,
  "second-reading-differs": (x) =>
    `${x.bidder} (${x.bid}): the two readers do not agree on ${list(x.ids, 8)}. Go through the requirement together and correct one verdict.`,
  "second-reading-same-person": (x) =>
    `${x.bidder} (${x.bid}): the same person is entered as both readers of ${list(x.ids, 8)}. Have someone else read it.`,
  "judgement-row-gone": (x) =>
    `${x.bid}, ${x.of}: the row or the bid is no longer in the workbook. Nothing was entered. Read the workbook again.`,
  "judgement-changed": (x) =>
    `${x.bid}, ${x.of}: someone else has changed the entry since it was shown. Nothing was entered. Read the workbook again and check the entry.`,
  "agreed-not-level": (x) =>
    `${x.bid}, ${x.of}: the scale has no level “${x.value}”. Choose ${list(x.levels.map(number), 12)}. Nothing was entered.`,
  "agreed-outside-scale": (x) =>
    `${x.bid}, ${x.of}: “${x.value}” is not on the scale. Enter a number from ${number(x.from)} to ${number(x.to)}${x.step === undefined ? "" : ` in steps of ${number(x.step)}`}. Nothing was entered.`,
  "agreed-not-number": (x) =>
    `${x.bid}, ${x.of}: “${x.value}” cannot be read as a value on the scale. Nothing was entered.`,
  "verdict-unsigned": (x) =>
    `${x.bidder} (${x.bid}): ${plural(x.count, "verdict lacks who", "verdicts lack who")} checked or when: ${list(x.ids, 8)}.`,
  "clarification-unanswered": (x) =>
    `${x.id}: ${x.bid} has not answered yet. Write the answer, or what was decided without it.`,
  "answer-missing": () => "The answer is empty. Write what the bidder answered.",
  "clarification-unknown": (x) =>
    `There is no question ${x.id}. Those that exist are ${x.known.length === 0 ? "none" : x.known.join(", ")}.`,
  "clarification-answered-already": (x) =>
    `${x.id} already has an answer. Nothing was overwritten; a new answer belongs to a new question.`,
  "clarification-decided-already": (x) =>
    `${x.id} already has a decision, or a part of one. Nothing was overwritten; change it on the sheet Clarifications.`,
  "clarification-without-reason": (x) => `${x.id}: write why the decision is allowed.`,
  "clarification-moot": (x) =>
    `${x.id}: the question to ${x.bid} is not closed, but the bid is out whatever the answer, and the award does not wait for it. Write on the row why the answer was not awaited.`,
  "clarification-undecided": (x) =>
    `${x.id}: the new value does not apply until the row states rule, reason, who decided and date. Until then the original is used.`,
  "clarification-not-number": (x) =>
    `${x.id}: the new price “${x.seen}” is not a number. Enter it as a number, for example 7,800.00.`,
  "clarification-original-differs": (x) =>
    `${x.id}: the original value is given as ${x.original || "blank"}, but the bid says ${x.seen}. Has the price in the bid been overwritten? Restore it.`,
  "clarification-other-form": (x) =>
    x.subject === "price"
      ? `${x.id} is about the total price, but the bid from ${x.bid} is priced by row, so it changes nothing. Choose Price row and the row's id.`
      : `${x.id} is about a price row, but the bid from ${x.bid} has a total price, so it changes nothing. Choose Total price.`,
  "clarification-without-equal-treatment": (x) =>
    x.regime === "directive"
      ? `${x.id}: state how equal treatment was considered${lawNote(x.law)}.`
      : `${x.id}: state whether the other suppliers had the corresponding opportunity${lawNote(x.law)}.`,
  "clarification-without-record": (x) =>
    `${x.bidder} (${x.bid}): clarification is requested of ${list(x.ids, 8)}, but the question is not on the sheet Clarifications. Add a row.`,
  "declaration-missing": (x) =>
    `${x.name} (${x.evaluator}) has scored without having stated whether there is a conflict of interest. The answer must be given before anyone scores, and is part of the documentation${lawNote(x.law)}.`,
  "conflict-unhandled": (x) =>
    `${x.name} (${x.evaluator}) has declared a conflict of interest. Enter the measure taken; it is part of the documentation${lawNote(x.law)}.`,
  "panel-unscored": (x) =>
    `${plural(x.who.length, "evaluator has", "evaluators have")} not scored anything yet: ${list(x.who, 12)}. Each of them has ${plural(x.count, "score", "scores")} to give.`,
  "panel-incomplete": (x) =>
    `Every evaluator must have scored every bid on ${x.name} (${x.criterion}) before it is decided. Missing from: ${list(x.who, 12)}.`,
  "score-without-rationale": (x) =>
    `${plural(x.count, "score", "scores")} on ${x.name} (${x.criterion}) without a rationale: ${list(x.who, 8)}.`,
  "score-without-reference": (x) =>
    `${plural(x.count, "score", "scores")} on ${x.name} (${x.criterion}) without a reference to the bid or the demonstration: ${list(x.who, 8)}.`,
  "score-unrecorded": (x) =>
    `The score of ${x.bidder} (${x.bid}) on ${x.id} has been changed since it was recorded and does not count${x.recorded === undefined ? "" : `: ${x.seen ? `“${x.seen}”` : "no value"} is here, ${x.recorded ? `“${x.recorded}”` : "no value"} was recorded`}. Record the change with a reason, or restore it; only then is its effect on the ranking shown.`,
  "assessment-unrecorded": (x) =>
    `${plural(x.count, "individual score has been changed since it was recorded", "individual scores have been changed since they were recorded")}. Record the changes with a reason.`,
  "scores-unrecorded": (x) =>
    `${plural(x.count, "score is", "scores are")} not in the journal yet. Record ${x.count === 1 ? "it" : "them"}.`,
  "quality-changed": (x) =>
    `Something in the checks or the scores has changed since quality was fixed ${momentText(x.time)} by ${x.by}; changes to scores recorded after that, on the sheet Journal: ${x.count}.`,
  "quality-corrected": (x) =>
    `${plural(x.count, "change of a score or verdict has been recorded with a reason", "changes of scores or verdicts have been recorded with reasons")} since quality was fixed ${momentText(x.time)} by ${x.by}${x.count === 1 ? ", " : ", the last of them "}${momentText(x.corrected)}. The evaluation has been finalised after that. The reasons are on the sheet Journal.`,
  "session-uneven": (x) =>
    `${x.criterion}, ${x.bid}: ${{ missing: "no demonstration or test is recorded, though other bids have one", order: "a different place in the order than the others", minutes: "a different time than the script states" }[x.why] ?? ""}. Enter the deviation and the reason on the sheet Demonstrations.`,
  "low-bid-flagged": (x) => {
    const size = [
      x.belowMedian && `${x.belowMedian}% below the median`,
      x.belowNext && `${x.belowNext}% below the next higher bid`,
    ]
      .filter(Boolean)
      .join(", ");
    const law =
      x.regime === "directive"
        ? `If it appears abnormally low, an explanation must be requested${lawNote(x.law)}.`
        : x.law === undefined
          ? "Decide whether it needs an explanation."
          : `It may be rejected as abnormally low only after a request for explanation${lawNote(x.law)}.`;
    return `${x.bidder} (${x.bid}) is low under the limit set: ${size}. ${law} Ask for an explanation (“Request an explanation of a low price” under Requirements); the question, the answer and the assessment are on the sheet LowBids, which is added then.`;
  },
  "low-bid-token-price": (x) => {
    const [first] = x.items;
    const what = first === undefined ? "The price of the bid" : `The price of ${first}`;
    const beside = x.median === "" ? "" : `, against the others' median ${number(x.median)}`;
    const more =
      x.items.length > 1 ? `; the same applies to ${x.items.length} rows (${list(x.items)})` : "";
    return `${what} is ${number(x.price)} from ${x.bidder} (${x.bid})${beside}${more}. Is the price misread, strategic or abnormally low${lawNote(x.law)}? Ask for an explanation (“Request an explanation of a low price” under Requirements); the question, the answer and the assessment are on the sheet LowBids, which is added then. A price is not by itself a reason to reject.`;
  },
  "low-bid-undecided": (x) =>
    `${x.bidder} (${x.bid}): the question of an abnormally low bid has not been decided${lawNote(x.law)}. Choose a decision.`,
  "low-bid-without-reason": (x) =>
    `${x.bidder} (${x.bid}): the decision on an abnormally low bid lacks a reason or who decided.`,
  "low-bid-without-request": (x) =>
    `${x.bidder} (${x.bid}) is rejected as abnormally low, but no request for explanation is recorded. Without one it may not be rejected${lawNote(x.law)}.`,
  "low-bid-not-asked": (x) =>
    `${x.bid} has not been asked to explain a low price. Request the explanation first.`,
  "low-bid-decided-already": (x) =>
    `A decision on ${x.bid}, or one that has been begun, is already on the sheet LowBids. It is not written over.`,
  "low-bid-answered-already": (x) =>
    `The explanation from ${x.bid} is already on the sheet LowBids and is not written over. Leave the field blank.`,
  "low-bid-unexplained": (x) =>
    `No explanation from ${x.bid} is entered, so that none can be accepted. Enter the explanation, or choose another decision.`,
  "bid-not-final": (x) =>
    `The bids from ${list(x.ids, 12)} are not from a final round, and only final bids are the basis for the award. Enter the final bids and their round.`,
  "adjustment-of-minimum": (x) =>
    `Requirement ${x.id} is a minimum requirement. Minimum requirements may not be changed during the negotiations${lawNote(x.law)}, and the adjustment does not count. Remove the row.`,
  "adjustment-not-negotiated": (x) =>
    `Requirement ${x.id} has been adjusted, but the procedure is not a negotiated one, and the adjustment does not count. Remove the row.`,
  "adjustment-incomplete": (x) =>
    `The adjustment of requirement ${x.id} lacks the new wording, the reason or the date.`,
  "selection-too-few": (x) =>
    `${x.winners} is too few to invite: at least ${x.least} (${x.law === undefined ? "" : `${x.law}, or `}the number announced). Change Number of winners or Minimum number invited.`,
  "bid-not-invited": (x) =>
    `${x.bidder} (${x.bid}) was not invited when the selection was made ${momentText(x.time)}. Only those invited may bid.`,
  "prices-sealed": () =>
    "The prices are kept sealed until quality is fixed. Then open them in the pane, or with “mervarde open-prices”.",
  "prices-visible": (x) =>
    `The prices are sealed until quality is fixed, but are already in the file for ${list(x.ids, 12)}. They are not read, so no amount and no ranking is shown; fix quality (seal-quality), then record the prices (record-prices). Scores recorded now are marked “price known”.`,
  "change-without-reason": (x) =>
    `${x.figure}: ${x.old} has been changed to ${x.new || "blank"}. A recorded score can be changed only with a reason.`,
  "quality-not-fixed": () =>
    "Quality is not fixed. Do that first, so that the prices cannot influence the scores.",
  "prices-other-case": (x) =>
    `The price file belongs to “${x.seen}”, but this is “${x.wanted}”. Choose the right file.`,
  "prices-other-form": () =>
    "The price file's rows are not the same as here (quantity, period, unit). Choose the price file that was made for this procurement.",
  "prices-unknown-bid": (x) =>
    `The price file has bids that do not exist here: ${list(x.ids, 12)}. Add them, or choose the right file.`,
  "prices-differ": (x) =>
    `For ${list(x.ids, 12)} the prices here differ from those in the price file. Nothing was overwritten; decide which apply.`,
  "round-unknown": (x) => `Round ${x.id} does not exist. The rounds are: ${list(x.known, 12)}.`,
  "round-closed-already": (x) => `Round ${x.id} is already closed, and its prices have been kept.`,
  "round-without-prices": (x) => `No bid has a price in round ${x.id}.`,
  "selection-not-final": () =>
    "The selection has not been decided yet. Decide it first, and then invite.",
  "no-panel": () =>
    "No criterion is scored by a panel, or there are no evaluators. Enter the evaluators, and Consensus, Mean or Median on the criteria that the group scores.",
  "ballot-evaluator-twice": (x) =>
    `Several sheets are from ${x.evaluator}: ${list(x.files, 8)}. All were read; where they differ nothing was merged.`,
  "ballot-other-case": (x) =>
    `${x.file} belongs to the procurement “${x.seen}”, not “${x.wanted}”. The sheet was not merged.`,
  "ballot-other-model": (x) =>
    `${x.file} was made for another published model (${x.seen}…, here ${x.wanted}…). The sheet was not merged; make new ones.`,
  "ballot-unknown-evaluator": (x) =>
    `${x.file}: the evaluator “${x.evaluator}” is not on the sheet Evaluators (${list(x.known, 12)}). The sheet was not merged.`,
  "ballot-undeclared": (x) =>
    `${x.file}: ${x.evaluator} has not said whether there is a conflict of interest. Answer on the sheet ScoringSheet of the file, or in the column Conflict of interest on the sheet Evaluators, and merge again.`,
  "ballot-conflict-of-interest": (x) =>
    `${x.file}: ${x.evaluator} has declared a conflict of interest. The scores are merged once the measure is entered on the sheet Evaluators.`,
  "ballot-unknown-bid": (x) => `Bid “${x.bid}” does not exist. The row was not merged.`,
  "ballot-unknown-criterion": (x) =>
    `The criterion “${x.criterion}” is not scored by the panel. The row was not merged.`,
  "ballot-rejected-bid": (x) =>
    `The bid from ${x.bid} is rejected. The score on ${x.criterion} was not merged.`,
  "ballot-level-unlisted": (x) =>
    `“${x.value}” is not a level of ${x.criterion}; the levels are ${list(x.levels.map(number), 12)}. The row was not merged.`,
  "ballot-outside-scale": (x) =>
    `“${x.value}” lies outside the scale of ${x.criterion}. The row was not merged.`,
  "ballot-rationale-missing": (x) =>
    `The score for ${x.bid} on ${x.criterion} lacks a rationale. It was merged, but must be completed.`,
  "ballot-reference-missing": (x) =>
    `The score for ${x.bid} on ${x.criterion} lacks a reference. It was merged, but must be completed.`,
  "ballots-handed-out": (x) =>
    `The workbook already has score sheets: ${list(x.sheets, 6)}. Nothing has been changed. Merge them once they are filled in (“Merge the sheets in the workbook”). To make them anew: delete those sheets and add new ones.`,
  "ballot-missing": (x) =>
    `${x.file} is not a scoring sheet: the table ${x.table} is not there. Make the sheets with “mervarde sheets --evaluators”.`,
  "ballot-not-opened": (x) => `${x.why} The file was not merged; the others were.`,
  "ballot-document": (x) => `${x.file} is not a scoring sheet (mervarde-ballot/1): ${x.path}.`,
};

export const groupFailures: Widened<typeof sv.groupFailures> = {
  "json-bundle-newer": (x) =>
    `The verification file has the format ${d(x, "seen")}, but this program reads only ${d(x, "known")}. Open it with a newer version.`,
  "json-bundle-incomplete": (x) =>
    `The verification file ${d(x, "file")} is incomplete: ${list(x["where"], 8)} is missing or of the wrong kind. Obtain it again.`,
  "user-unknown": () =>
    "State who does it with --by: the journal must contain the name of a person.",
  "file-without-prices": (x) =>
    `${d(x, "file")} does not have the sheets Bids and Prices. Choose the price file that was made for this procurement.`,
  "sheet-gone": (x) =>
    `The sheet or table “${d(x, "sheet")}” is no longer there. Read the workbook again and retry. Nothing was changed.`,
  "table-with-totals": (x) =>
    `The table on the sheet “${d(x, "sheet")}” has a total row, and no rows can be added below it. Turn the total row off and try again. Nothing was changed.`,
  "column-no-room": (x) =>
    `The table on the sheet “${d(x, "sheet")}” needs a new column “${d(x, "header")}” at its right end, but there is content in the way (${d(x, "cell")}). Move it further to the right or to another sheet, and try again. Nothing was changed.`,
  "sheet-protected": (x) =>
    `The sheet “${d(x, "sheet")}” is protected, and its table needs a new column “${d(x, "header")}”. Remove the protection under Review on the ribbon and try again. Nothing was changed.`,
  "cell-taken": (x) =>
    `The cell ${d(x, "cell")} is no longer blank, or the row below the table on the sheet “${d(x, "sheet")}” is taken. Nothing was changed.`,
};

export const group: Widened<typeof sv.group> = {
  bid: "Bid",
  stage: "Stage",
  area: "Area",
  total: "Requirements",
  noSecondReading: "Second reading missing",
  progress: "Progress by bid and area",
  lawfulOrder:
    "The supplier is checked first: exclusion grounds, qualification and then requirements on the bid. An award is possible only when nothing is outstanding.",
  reversedOrder: (law: string): string =>
    `Reversed order: bids are checked and evaluated before the supplier${lawNote(law)}. An award is possible only when nothing is outstanding.`,
  number: "No.",
  about: "About",
  rule: "Rule",
  original: "Original",
  now: "Applies now",
  reason: "Reason",
  state: "State",
  decided: "Decided",
  inForce: "In force",
  answered: "Answered",
  waiting: "Waiting for an answer",
  clarificationNote:
    "The evaluation uses the new value once it has been decided; the original is kept in the bid.",
  screening: (median, next) => {
    const parts = [
      median && `at least ${median}% below the median`,
      next && `at least ${next}% below the next higher bid`,
    ]
      .filter(Boolean)
      .join(" or ");
    return `The authority's own limit: ${parts || "none stated"}.`;
  },
  lowBidLaw: {
    directive: (law: string): string =>
      `If a bid appears abnormally low, an explanation must be requested${lawNote(law)}. A flag is never in itself a reason to reject.`,
    national: (law: string): string =>
      law === ""
        ? "A flag is never in itself a reason to reject."
        : `An abnormally low bid may be rejected, but only after a request for explanation and without a satisfactory answer${lawNote(law)}. A flag is never in itself a reason to reject.`,
  },
  lowBids: "Abnormally low bids",
  belowMedian: "% below the median",
  belowNext: "% below the next higher",
  flag: "Flag",
  look: "Examine",
  decision: "Decision",
  round: "Round",
  change: "Change",
  roundNote: "Only final bids are the basis for the award.",
  requirement: "Requirement",
  published: "Published wording",
  dropped: "Dropped",
  date: "Date",
  flags: "To go through in the group",
  flagNote: "A flag means that something is unusual, not that it is wrong. It changes nothing.",
  criterion: "Criterion",
  evaluator: "Evaluator",
  size: "Size",
  flagNames: {
    spread: "Wide spread",
    offset: "Consistent deviation",
    "no-effect": "The same for all",
    "same-rationale": "The same rationale",
    "short-rationale": "Short rationale",
    "no-reference": "No reference",
  },
  flagRules: {
    spread: "more than 40% of the scale between the highest and the lowest evaluator",
    offset:
      "on one side of the others' mean on all of their scores, at least five, by at least 10% of the scale on average",
    "no-effect": "all bids have the same score, so the criterion does not distinguish between them",
    "same-rationale": "word for word the same text for several bids",
    "short-rationale": "fewer than four words",
    "no-reference": "no page, minute or appendix given",
  },
  panel: "The panel's scores",
  chooseOrder: "Choose the order",
  aboutNone: "Nothing in particular",
  departed: {
    withdrawnAt: "The withdrawal has been recorded. The bid is no longer in the evaluation.",
    rejectedAt: "The rejection has been recorded. The bid is no longer in the evaluation.",
    lotLimitAt: "Recorded. The bid is no longer in the evaluation of this lot.",
  },
  everyContract: "Every contract",
  worthOf: (amount) => `the difference is worth ${amount}`,
  levelAgreed: "a level has been agreed",
  panelNote: "The individual scores are kept beside the agreed one.",
  agreed: "Agreed",
  samples: "Surveys and measurements",
  sampleNote: "SUS 0–100 for each respondent; measured values for each test person.",
  respondents: "Number",
  mean: "Mean",
  lowest: "Lowest",
  highest: "Highest",
  sessionNote: "The same script and order for all; deviations with their reasons.",
  order: "No. in the order",
  minutes: "Minutes",
  testers: "Participants",
  deviation: "Deviation",
  declarations: "Conflicts of interest",
  declarationNote: (law: string): string =>
    `The declarations are part of the documentation${lawNote(law)}.`,
  undeclared: "Not answered",
  scoreSheetTitle: (name) => `Scoring sheet – ${name}`,
  scoreSheetGuide:
    "First answer the question about conflicts of interest. Then score each row: a value from the scale beside it, a rationale and a reference. There are no prices here. The sheet can be completed offline and merged several times.",
  scoresGuide:
    "Write in the light columns only: score, reasons and reference. The rows stand bid by bid. A blank never counts as zero.",
  scoredOf: (count) => ` of ${count} scored`,
};

export const cliGroup: Widened<typeof sv.cliGroup> = {
  unnamed: "no name given",
  status: "show how far the group's work has come",
  history: "show how the scores have been recorded and changed according to the journal",
  sheets: "make scoring sheets, or a separate price file, from a workbook",
  forEvaluators: "a scoring sheet for each evaluator",
  forPrices: "a file with the prices only",
  toFolder: "folder to write in",
  by: "who does it (otherwise the logged-in user)",
  outAct: "new file to write to (otherwise beside the original, with a suffix in the name)",
  onlyBid: "this bid only",
  onlyCriterion: "this criterion only",
  onlyEvaluator: "this evaluator only",
  chooseSheets: "State what is to be made: --evaluators or --prices.",
  outSameKind: (kind) => `The new file must have the same extension as the old one: ${kind}.`,
  refused: "This cannot be done yet:",
  recorded: (count) => `Recorded ${count} ${count === 1 ? "value" : "values"}.`,
  nothingToRecord: "Everything is already recorded.",
  merged: (taken, same, conflicts) =>
    `${[
      taken === 0 ? "Nothing new to merge" : `Merged ${plural(taken, "entry", "entries")}`,
      same > 0 && `already there: ${same}`,
      conflicts > 0 && plural(conflicts, "conflict", "conflicts"),
    ]
      .filter(Boolean)
      .join("; ")}.`,
  conflict: (figure, field, kept, offered) =>
    `Conflict ${figure}, ${field}: ${kept} is kept; ${offered}. Nothing was overwritten.`,
  bidsAdded: (bids: readonly string[]): string =>
    `Added: ${bids.join("; ")}. ${bids.length === 1 ? "The bid has" : "The bids have"} columns and rows on every sheet that needs them.`,
  oddNumber: "check the number, which cannot be a Swedish organisation number",
  evaluatorsAdded: (evaluators, isAwaited) =>
    `Added: ${evaluators.join("; ")}. ${isAwaited ? `${evaluators.length === 1 ? "The evaluator has" : "The evaluators have"} rows on the sheet Assessments, and can get score sheets of their own.` : "Rows on the sheet Assessments are added once there are bids, and criteria that a panel scores."}`,
  commented: "The comment is written in the journal.",
  signedOff: "The statement is written in the journal.",
  rowFilledIn: (sheet) => `The row on the sheet ${sheet} was filled in.`,
  rowAdded: (sheet) => `A row was added to the sheet ${sheet}.`,
  blank: "(blank)",
  noHistory: "Nothing is recorded in the journal.",
  signed: (time, by) => `${momentText(time)} ${by}`,
  signedBy: (time, by) => `${momentText(time)} by ${by}`,
  priceKnown: "price known",
  unread: "not shown before prices are opened",
  scoreSheetName: "scoring-sheet",
  sheetsAdded: (names) =>
    `Sheets added, one for each evaluator: ${names.join(", ")}. Merge them when they are filled in.`,
  pricesName: "prices",
};
