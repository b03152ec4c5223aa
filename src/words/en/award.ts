/** The award file in English: award, secrecy, checklist. Part of the English word list. */

export const awardLists = {
  anchorParts: { anchor: "Anchor file", reply: "Reply (base64)" },
  publishedParts: {
    model: "Model",
    criteria: "Criteria",
    requirements: "Minimum requirements",
    negotiable: "Negotiable requirements",
    priceItems: "Price form",
  },
  sourceSubjects: {
    price: "Total price",
    "price-item": "Price row",
    "stated-total": "Stated total",
    bidder: "Bidder",
    "delivery-model": "Delivery model",
    answer: "Answer",
    reference: "Reference",
    requirement: "Requirement",
    other: "Another cell of the form",
  },
  sourceMeanings: {
    amount: "The price that stands",
    "not-offered": "Not offered",
    asked: "The bidder is asked",
  },
  confidentialSubjects: {
    price: "Total price",
    "price-item": "Price row",
    requirement: "Answer to requirement",
    criterion: "Basis for criterion",
    clarification: "Clarification",
    "low-bid": "Low bid",
    file: "File",
  },
  confidentialDecisions: { granted: "Secret", denied: "Not secret" },
  checklistAnswers: { yes: "Yes", no: "No", "not-applicable": "Not applicable" },
  sendings: { electronic: "Electronically to all", other: "Otherwise to some" },
  standstills: { applies: "Yes", exempt: "No" },
};

export const awardSheets = {
  award: "Award",
  confidential: "Secrecy",
  sources: "Sources",
  requests: "Requests",
  checklist: "Checklist",
  published: "Published",
  anchors: "Anchors",
  recorded: "Recorded",
  protocol: "Report",
};

export const awardGuides = {
  award:
    "Information that the documents need in addition to the evaluation: reasons, the decision and dates. It affects no result. Dates are written 2026-03-02.",
  confidential:
    "What a bidder has asked to be kept confidential, and what was decided. Without a decision, and where confidentiality applies, the information is left out of the redacted documents.",
  sources:
    "Where in the bidders' forms each price was found, and what was written there. A word in place of a number is kept, with the meaning that was decided. Do not change this sheet.",
  requests:
    "Written requests for information. They must be answered within 15 days of receipt; for a direct award there is no such time limit.",
  checklist:
    "Your own answers to the checklist questions. What can be seen from the file is shown on the sheet Report. Add your own questions on new rows: write them in the column Question and leave Item blank.",
  published:
    "What was published, in its wording at the time. Each row is part of what the fingerprint covers. Do not change this sheet.",
  anchors:
    "What was anchored outside the file, and the replies of the services. The verification checks every reply from here. Do not change this sheet.",
  recorded:
    "Bids, prices, verdicts and decisions as they were when they were recorded. Differences are shown value by value. Do not change this sheet.",
  protocol: "",
};

const fieldTable = { key: "Key", label: "Field", value: "Value", hint: "What belongs here" };
export const awardHeaders = {
  award: fieldTable,
  confidential: {
    order: "Order",
    bid: "Bid",
    subject: "About",
    of: "Id or name",
    reason: "The bidder's reason",
    requestedAt: "Requested on",
    decision: "Decision",
    decidedBy: "Decided by",
    decidedAt: "Decided on",
  },
  sources: {
    order: "Order",
    bid: "Bid",
    subject: "About",
    of: "Id",
    cell: "File, sheet and cell",
    seen: "What stood there",
    comment: "Comment",
    meaning: "Meaning decided",
    reason: "Reason",
    decidedBy: "Decided by",
    decidedAt: "Decided on",
  },
  requests: {
    order: "Order",
    bid: "Bid",
    receivedAt: "Received",
    question: "Request",
    answeredAt: "Answered",
  },
  checklist: {
    order: "Order",
    item: "Item",
    list: "List",
    question: "Question",
    answer: "Answer",
    responsible: "Responsible",
    note: "Note",
  },
  published: { order: "Order", part: "Part", piece: "Piece", content: "Content (JSON)" },
  anchors: {
    order: "Order",
    of: "Fingerprint of the event",
    part: "Part",
    piece: "Piece",
    content: "Content",
  },
};

/** The journal's columns that the chain needs. */
export const chainHeaders = {
  number: "No",
  place: "Place",
  result: "Fingerprint of the result",
  sheets: "Fingerprint of the sheets",
  version: "Program",
  joins: "Joins",
  previous: "Previous hash",
  hash: "Hash",
  payload: "Content (canonical JSON)",
};

export const awardFields: { readonly [key: string]: readonly [label: string, hint: string] } = {
  subject: ["Subject", "What the contract is for, in a sentence"],
  value: ["Value of the contract", "In the currency, without VAT"],
  deadline: ["Last day for bids", "For example 2026-03-02"],
  openedAt: ["Bids opened", "Day and preferably time; after the deadline"],
  openedBy: ["Opened by", "Above the thresholds at least two people; names separated by commas"],
  bidsValidUntil: ["Bids are valid until", "As in the notice or invitation"],
  intentionAt: [
    "Notice of intention published on",
    "Only for a direct award or a negotiated procedure without prior publication, if such a notice was published (LOU Chapter 20, Section 3)",
  ],
  procedureReason: [
    "Reasons for the procedure",
    "Only for a negotiated procedure above the thresholds",
  ],
  lotsReason: [
    "Reasons for not dividing into lots",
    "Above the thresholds, unless they are in the procurement documents",
  ],
  nonElectronicReason: [
    "Reasons for using means other than electronic",
    "Only if bids could be submitted so",
  ],
  subcontracting: ["Subcontractors", "The part of the contract that is subcontracted, if known"],
  decidedAt: [
    "Award decided on",
    "The date of the decision. Until then procurement secrecy applies",
  ],
  decidedBy: ["Decided by", "Name and position, or body"],
  decision: ["Reference of the decision", "For example its case number, or section of the minutes"],
  sentAt: [
    "Notices sent",
    "The day on which the last one is sent; entered before they are printed, since they must state when the standstill ends",
  ],
  sending: [
    "Sent",
    "If anyone was notified by other than electronic means the standstill is 15 days (LOU Chapter 20, Section 1)",
  ],
  standstill: [
    "Standstill applies",
    "No only where the law exempts: LOU Chapter 20, Section 2 above the thresholds, Chapter 19, Section 19 for a call-off under Chapter 19, Chapter 19 a, Section 10 for a direct award. It is for you to decide whether it does",
  ],
  standstillUntil: [
    "Longer standstill, until",
    "Only if the notice states a longer one (LOU Chapter 20, Section 1)",
  ],
  contractAt: [
    "Contract signed on",
    "Award notice, documentation and report are due within 30 days of it",
  ],
  court: ["Administrative court", "The court to which an application for review is addressed"],
  contact: ["Questions about the decision", "Name, e-mail or telephone"],
};

/**
 * The questions of the checklist, with the provision in each regime where there is one. The
 * procurement documents first, then the evaluation.
 */
export const checklist: {
  readonly [item: string]: {
    readonly text: string;
    /** In the first of two stages, where there are applications and no bids. */
    readonly ofApplications?: string;
  };
} = {
  "basis-stated": {
    text: "The basis of award is stated",
  },
  "criteria-weighted": {
    text: "The criteria are weighted, or in order of priority",
  },
  "scales-described": {
    text: "Every criterion has a scale with described levels",
  },
  "lower-price-better": {
    text: "A lower price is always better (HFD 2022 ref. 41)",
  },
  "tie-rule": { text: "It is stated how ties are resolved" },
  "minimum-marked": {
    text: "It is stated which requirements are minimum requirements",
  },
  "lots-reasoned": {
    text: "The contract is divided into lots, or the reasons for not dividing are given",
  },
  "validity-stated": {
    text: "It is stated how long bids are valid",
  },
  "model-published": {
    text: "The model is published in the file, so that it can be shown what was published",
  },
  "opened-by-two": {
    text: "The bids were opened after the deadline by at least two appointed persons",
  },
  "conflicts-declared": {
    text: "Every evaluator has declared conflicts of interest, and measures are noted",
  },
  "exclusion-checked": {
    text: "The exclusion grounds have been checked for every bid",
    ofApplications: "The exclusion grounds have been checked for every application",
  },
  "exclusion-heard": {
    text: "A supplier to be excluded has been given a set time to respond, and the response has been considered",
  },
  "relied-on-checked": {
    text: "Companies whose capacity a supplier relies on have been checked, and replacement has been requested of those that do not meet the requirements or must be excluded",
  },
  "winners-evidence": {
    text: "The supplier to be awarded the contract has submitted the supporting documents requested before the decision",
  },
  "qualification-checked": {
    text: "The selection criteria have been checked for every bid",
    ofApplications: "The selection criteria have been checked for every application",
  },
  "mandatory-checked": {
    text: "The mandatory requirements have been checked for every bid",
    ofApplications: "The mandatory requirements have been checked for every application",
  },
  "rejections-reasoned": {
    text: "Every rejected bid has the requirement, a reference and what was found",
    ofApplications:
      "Every rejected application has the requirement, a reference and what was found",
  },
  "clarifications-decided": {
    text: "Corrections and clarifications have been decided, with equal treatment considered",
  },
  "low-bids-handled": {
    text: "Bids that may be abnormally low have been examined",
  },
  "only-final-bids": {
    text: "Only final bids have been evaluated",
  },
  "all-scored": {
    text: "Every criterion is scored for every remaining bid",
    ofApplications: "Every criterion is scored for every remaining application",
  },
  "scores-reasoned": {
    text: "Every score has a rationale and a reference",
  },
  "quality-before-price": {
    text: "Quality was fixed before prices were opened",
  },
  "journal-kept": {
    text: "Every score and change is recorded in the journal",
  },
  anchored: {
    text: "Every stage is anchored outside the file, so that a rebuilt journal can be detected",
  },
  "model-unchanged": {
    text: "The evaluation was made with the published model",
  },
  "figures-checked": {
    text: "The cross-check and self-checks agree",
  },
  "ties-resolved": {
    text: "Ties have been resolved as the model states",
  },
  "secrecy-decided": {
    text: "What bidders have asked to be kept confidential has been reviewed before documents are disclosed",
    ofApplications:
      "What candidates have asked to be kept confidential has been reviewed before documents are disclosed",
  },
  reviewed: {
    text: "The evaluation has been reviewed by someone who did not carry it out",
  },
  finalised: { text: "The evaluation has been finalised" },
  "valid-past-standstill": {
    text: "The bids are valid beyond the standstill",
  },
};
