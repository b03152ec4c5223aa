/**
 * The help of the pane: what each step and each field is, what to mind, and an example. Part of the
 * English word list, loaded when it is first asked for.
 */
import { criterionHelp } from "./criterion-help";
import type { HelpText, HelpWords } from "../help-shape";
import { glossary } from "./glossary";
import { bidHelp } from "./bid-help";
import { procurementHelp } from "./procurement-help";

const bid: HelpText = [
  "The bid that it concerns.",
  "The bid keeps its row, prices and scores in the workbook, whatever is recorded about it.",
  "Norrvik Verksamhetssystem AB (A)",
];
const authority: HelpText = [
  "The authority that the decision concerns, where several buy together and each has a contract of its own.",
  "Each authority takes its own decision, with its own date and reference.",
  "Lindö municipality",
];
const decision = {
  authority,
  decidedAt: [
    "The day the decision was taken.",
    "Enter year, month and day; it may not be before what the decision rests on.",
    "2026-03-02",
  ],
  decidedBy: [
    "Whoever took the decision under the scheme of delegation.",
    "Enter name and title as they are to stand in the report.",
    "Anna Berg, head of social services",
  ],
  decision: [
    "The number or paragraph of the decision in your register.",
    "The reference is given in the report and in the notices.",
    "SN 2026/118-42",
  ],
} as const satisfies { readonly [field: string]: HelpText };
const changeReason: HelpText = [
  "Why a value that is already recorded has been changed.",
  "The reason stays in the journal beside the old and the new value, and until it is written the change does not count.",
  "The score was entered on the wrong row; the notes from the demonstration on 4 March say 3.",
];
const departure = {
  bid,
  date: ["The day it happened.", "Blank means today.", "2026-03-05"],
  reason: [
    "What has happened, so that an outsider understands it.",
    "The reason is given in the report and in the notice to the bidder.",
    "The bidder withdrew the bid by email on 5 March 2026.",
  ],
} as const satisfies { readonly [field: string]: HelpText };
const exclusionDate: HelpText = [
  "The day the decision was taken.",
  "Blank means today.",
  "2026-03-12",
];
const rowId: HelpText = [
  "The short name of the row, which other sheets, forms and decisions refer to.",
  "It has no spaces and does not change once the row is in use.",
  "P7",
];

export const help: HelpWords = {
  steps: {
    begin: [
      "Here you open an evaluation, make a new one and see what to do next.",
      "Nothing is sent anywhere: the workbook is read on your own computer.",
      "Choose a model, press Create with sample data and try freely; the example can be removed again.",
    ],
    model: [
      "Here you decide how price and quality are weighed together, and test the model before it is published.",
      "Once published, the model stands, and a later change blocks the award.",
      "Try the model shows how often each criterion would decide in 10,000 drawn competitions.",
    ],
    requirements: [
      "Here each bid is checked against the requirements, and bids are added.",
      "A requirement without a verdict counts neither as met nor as not met; until then the outcome is provisional.",
      "Open Check the requirements one at a time and press M, N or A for each.",
    ],
    scores: [
      "Here the evaluators' scores are gathered, the group agrees on a common score, and quality is fixed before prices are opened.",
      "Whoever changes a recorded score writes why, and the old score stays in the history.",
      "Four evaluators gave 3, 3, 3 and 1: the group reads the reasons and agrees on 3.",
    ],
    result: [
      "Here the evaluation prices are computed, the bids are ranked, and every figure can be explained down to the cell where it was typed.",
      "The result is provisional while anything remains, and it says what.",
      "Press Why? at 10,150,000 and read down to the unit price 31.50.",
    ],
    sensitivity: [
      "Here is what would change who comes first: a score, a price or a weight.",
      "It tells how firm the outcome is; it is never a reason to change a score.",
      "B would come first only if A had one step less on Scenario 2.",
    ],
    review: [
      "Here you verify the file, finalise the evaluation, register the decision and make the papers.",
      "Verify the file recomputes everything and compares it with what was published and recorded; it changes nothing.",
      "The lawyer drops the file on the page, presses Verify the file and goes through it part by part.",
    ],
  },

  acts: {
    publish: {
      at: [
        "When the model was really published, if that was before now.",
        "The day cannot be after the time limit for bids.",
        "2026-01-15",
      ],
      reason: [
        "Why the publication is recorded only now, when bids have been opened or scored.",
        "The reason stays in the journal and is read by whoever reviews the file.",
        "The model was published in the notice on 15 January; the workbook was set up afterwards.",
      ],
    },
    invite: {
      selection: [
        "The workbook of the selection, where the candidates were ranked.",
        "Who is invited is read from that file and noted here; nothing in it is changed.",
        "selection-system.xlsx",
      ],
    },
    "add-bid": {
      name: [
        "The bidder's name, as in the bid.",
        "Several bids are added at once with one name on each line, as copied from Excel, or with semicolons between the names. The organisation number may stand in the next column.",
        "Norrvik Verksamhetssystem AB; Lindö & Berg AB",
      ],
      id: [
        "The letter or short name that the bid has on the sheets.",
        "Blank takes the next free letter.",
        "D",
      ],
      organisationNumber: [
        "The bidder's registration number.",
        "It is used in the papers, and to recognise the bidder's form.",
        "556677-8899",
      ],
      receivedAt: [
        "When the bid came in.",
        "Blank means that the time has not been noted, not that the bid was in time.",
        "2026-03-02 14:10",
      ],
    },
    "add-evaluator": {
      name: [
        "The name of someone who scores.",
        "Several are added at once with one name on each line, as copied from Excel.",
        "Anna Berg; Karim Holm",
      ],
      id: [
        "What the evaluator is called on the sheets with scores.",
        "Blank makes one of the initials; where someone else has them, a figure follows them.",
        "AB",
      ],
    },
    "open-bids": {
      openedAt: [
        "Day and time of the opening of bids.",
        "Bids may not be opened before the time limit for bids.",
        "2026-03-03 10:00",
      ],
      openedBy: [
        "Those who opened the bids together.",
        "Enter at least two names, with a comma between them.",
        "Eva Alm, Jonas Björk",
      ],
    },
    withdraw: departure,
    reject: {
      ...departure,
      reason: [
        "Why the bid is rejected, so that the bidder understands it.",
        "A requirement that is not met is entered on the sheet of requirement checks instead, and rejects the bid by itself.",
        "The bid came in on 3 March at 08:12, after the time limit on 2 March at 23:59.",
      ],
    },
    "lot-limit": {
      ...departure,
      reason: [
        "Which lots the bidder is awarded instead, and by which order.",
        "The order must be the one in the procurement documents.",
        "Awarded lots 1 and 3 under section 4.2; at most two lots to each supplier.",
      ],
    },
    "record-prices": {},
    merge: {
      sheets: [
        "The score sheets that the evaluators have filled in, one file each.",
        "Choose several at once; nothing that stands is overwritten, and differences are listed.",
        "scoring-sheet-Eva-Ek.xlsx and scoring-sheet-Jon-Berg.xlsx",
      ],
    },
    record: {
      reason: changeReason,
      only: [
        "The places to record; blank means all.",
        "Several are separated by |.",
        "bids[A].scores[U1]",
      ],
    },
    "seal-quality": { reason: changeReason },
    "open-prices": {
      prices: [
        "The file where the prices have been kept until quality was fixed.",
        "No price is shown before quality is fixed, and the file must belong to the same procurement.",
        "system-prices.xlsx",
      ],
    },
    "close-round": {
      round: [
        "The negotiation round that has ended.",
        "The prices of the round are kept beside, so that the final bids can be entered.",
        "Round 1",
      ],
    },
    clarify: {
      bid,
      subject: [
        "What in the bid the question is about.",
        "The choice decides which cell the new value counts in once the question is answered and decided.",
        "Price row",
      ],
      of: [
        "The price row, requirement or criterion that the question is about.",
        "Nothing in particular where it is about the whole price or something else. Requirements that await a clarification come first. If there is too much to choose among, the id is typed.",
        "Price row: Consultant hours (P3)",
      ],
      question: [
        "The question, word for word as it is put to the bidder.",
        "Ask about what is unclear; a bid may be clarified, not improved.",
        "Row P3 says 3,150 kr per hour. Is 31.50 kr per inhabitant meant?",
      ],
    },
    "answer-clarification": {
      clarification: [
        "The question that the answer belongs to.",
        "Listed are the questions that have no answer yet. Questions about sealed prices wait until prices are opened.",
        "F1 · Norrvik Verksamhetssystem AB (A) · Is SEK 31.50 per inhabitant meant?",
      ],
      answer: [
        "The answer, word for word as the bidder gave it.",
        "It changes nothing in the bid; the decision on the same row says what applies.",
        "Yes, SEK 31.50 per inhabitant and year.",
      ],
      answeredBy: [
        "Who answered for the bidder.",
        "Leave it blank if the answer says so.",
        "Karin Holm, head of sales",
      ],
      date: ["The day the answer came.", "Blank means today.", "2026-03-12"],
      reference: [
        "Where the answer is, so that it can be found again.",
        "A diary number and a page are enough.",
        "SN 2026/118-43, p. 2",
      ],
    },
    "decide-clarification": {
      clarification: [
        "The question that is decided on.",
        "Listed are the questions on which no decision has been begun; a decision that has been begun is completed on the sheet Clarifications.",
        "F1 · Norrvik Verksamhetssystem AB (A) · Is SEK 31.50 per inhabitant meant?",
      ],
      rule: [
        "The ground that the decision rests on (LOU 4 kap. 9 §).",
        "A bid may be corrected, clarified or supplemented, never improved.",
        "Clerical error",
      ],
      value: [
        "What applies instead of what the bid says.",
        "Blank if nothing changes. What the bid said stays beside it.",
        "31.50",
      ],
      reason: [
        "Why it is allowed.",
        "The reason is given in the report.",
        "The amount is obviously a slip; the right one is in appendix 2.",
      ],
      equalTreatment: [
        "How the other bids were treated in the same situation (LOU 4 kap. 1 §).",
        "Write it so that a bidder who was not asked understands why.",
        "No other bid has an amount that deviates in the same way.",
      ],
    },
    "decide-low-bid": {
      bid,
      answer: [
        "The bidder's explanation of the price, as it was given.",
        "An explanation that is on the sheet already is not written over.",
        "The training is part of the price of the introduction, see appendix 3.",
      ],
      date: [
        "The day on which the explanation came in.",
        "Blank means today. Without an explanation it is not used.",
        "2026-03-05",
      ],
      decision: [
        "Whether the price is abnormally low, and whether the explanation is accepted.",
        "Only a decision rejects, and only after a request for an explanation (LOU 16 kap. 7 §).",
        "Explanation accepted",
      ],
      reason: [
        "Why it was decided so.",
        "The reason is given in the report, and in the notice if the bid is rejected.",
        "The explanation shows which costs the price covers.",
      ],
    },
    "ask-low-bid": {
      bid,
      question: [
        "The request for an explanation, word for word as it is sent.",
        "A low price is never in itself a reason to reject a bid: the bidder must first be allowed to explain it.",
        "Explain how the hourly price of 310 kr covers pay under the collective agreement.",
      ],
    },
    "hear-supplier": {
      bid,
      ground: [
        "The kind of ground for exclusion that may apply.",
        "The ground decides whether the supplier must or may be excluded, and which provision is cited.",
        "Unpaid taxes or contributions shown by other means",
      ],
      circumstances: [
        "The circumstances, as the supplier is to answer them.",
        "They are given in the request and in a decision to exclude.",
        "A debt of 412,000 kr with the Enforcement Authority on 3 March 2026.",
      ],
      answerBy: [
        "The last day for the supplier to answer.",
        "A decision before that day, without an answer, is pointed out.",
        "2026-03-12",
      ],
    },
    exclude: {
      bid,
      reason: [
        "Why the supplier is excluded, considering the answer.",
        "The reason is given in the report and in the notice.",
        "The debt is unpaid at the decision and the answer shows no payment plan.",
      ],
      date: exclusionDate,
    },
    "do-not-exclude": {
      bid,
      reason: [
        "Why the supplier is not excluded although a ground has been examined.",
        "The reason is given in the report.",
        "The debt was paid in full on 6 March 2026.",
      ],
      date: exclusionDate,
    },
    "record-lottery": {
      order: [
        "The order in which the bids were drawn.",
        "The first one drawn gets the better rank. Nothing is chosen until you choose it.",
        "1. Lindö & Berg AB (B), 2. Norrvik AB (A)",
      ],
      time: ["When the lots were drawn.", "Enter day and time.", "2026-03-02 10:00"],
      witnesses: [
        "Those who saw the drawing.",
        "Two to four names, with commas between.",
        "Eva Ek, Per Pil",
      ],
      method: [
        "How the drawing was done, so that it can be reviewed.",
        "Follow what the procurement documents say.",
        "Two equal slips in an urn; Eva Ek drew.",
      ],
      authority: [
        "Which authority's contract the drawing is for.",
        "Blank means every contract in which the bids share a rank.",
        "Sjövik kommun",
      ],
    },
    finalise: {},
    reopen: {
      reason: [
        "Why a finalised evaluation is opened again.",
        "The reason, the time and your name stay in the journal.",
        "A miscalculation in bid B was found in the review on 9 March.",
      ],
    },
    award: decision,
    dispatch: {
      authority,
      sentAt: [
        "When the notices were sent.",
        "The standstill runs from the day after the last of them.",
        "2026-03-10 15:30",
      ],
      sending: [
        "How the notices were sent.",
        "The standstill is 10 days where all were sent electronically, otherwise 15.",
        "Electronically",
      ],
      bid: ["The bidder that it was sent to.", "Blank means all of them.", "Lindö & Berg AB (B)"],
    },
    "correct-award": {
      reason: [
        "What in the decision is corrected, and why.",
        "Only clerical errors and the like: to award to another, reopen the evaluation.",
        "The case number was SN 2026/181 and should be SN 2026/118.",
      ],
      ...decision,
    },
    cancel: {
      reason: [
        "The objective reasons for cancelling the procurement.",
        "They must stand in the notice to the bidders.",
        "No bid is within the budget stated in the procurement documents.",
      ],
      ...decision,
    },
    comment: {
      text: [
        "A comment to whoever works on with the file.",
        "It changes nothing, and stays in the journal with name and time.",
        "The reasons for B on U3 do not mention the second part of the scenario.",
      ],
      place: ["What the comment is about.", "Blank means the whole file.", "bid B, requirement K4"],
    },
    "sign-off": {
      text: [
        "What you certify about the file as it is now.",
        "It lapses if the input, the outcome or the reasons change afterwards.",
        "Reviewed without remarks.",
      ],
    },
    anchor: {
      reply: [
        "The file that the signing or time-stamping service gave back.",
        "Keep it outside the workbook too: only that shows a journal that was made anew.",
        "anchor.p7s",
      ],
      registered: [
        "The register number that the end code is entered under.",
        "Used where you enter the code in your register instead of having it signed.",
        "KS 2026/123",
      ],
      date: ["The day the code was entered.", "Enter year, month and day.", "2026-11-27"],
      code: [
        "The end code that was entered.",
        "The field begins with the current one. If the journal has grown since: write the one in the register.",
        "the code shown in the pane when it was registered",
      ],
    },
    join: {
      copy: [
        "A copy of the workbook that someone else has worked in.",
        "What is new in the copy is added here, and what differs is listed instead of being overwritten.",
        "system-requirements-checked.xlsx",
      ],
    },
  },

  procurement: procurementHelp,
  bid: bidHelp,

  model: {
    contracts: [
      "Whether authorities that buy together have one contract or one each.",
      "With one each, every authority awards on its own sum, and amounts in kronor hold for each contract.",
      "Common",
    ],
    "lifeCycle.rate": [
      "The rate by which later payments are discounted to present value.",
      "Blank means that payments of different years weigh the same.",
      "3.5",
    ],
    "lifeCycle.factors[].year": [
      "The contract year that the discount factor is for.",
      "Factors are used instead of a rate, never together with one.",
      "2",
    ],
    "lifeCycle.factors[].factor": [
      "What the payments of the year are multiplied by.",
      "A year that is not discounted has the factor 1.",
      "0.9335",
    ],
    "lifeCycle.convention": [
      "Whether the payments of a year count as made at its start or at its end.",
      "Year 0 is not discounted.",
      "End",
    ],
    basis: [
      "The basis of the evaluation under the law: price, cost or best price-quality ratio.",
      "It must be the one in the procurement documents.",
      "Best price-quality ratio",
    ],
    label: [
      "The word that the procurement documents use for the result.",
      "It is then used on all sheets and in all papers.",
      "Evaluation price",
    ],
    "method.type": [
      "How price and quality are weighed together.",
      "With another method you see the fields that it needs; what stands on the sheet is not removed.",
      "Added values in kronor",
    ],
    "method.constant": [
      "An amount that is added to the evaluation price of every bid.",
      "It does not change the order of the bids.",
      "2,000,000",
    ],
    "method.form": [
      "Whether the price is divided by the quality, or the quality by the price.",
      "In the first case the lowest figure wins, in the second the highest.",
      "Price per quality",
    ],
    "method.multiplier": [
      "A figure that the quotient is multiplied by to make it easy to read.",
      "Blank means 1; the order of the bids is not affected.",
      "1,000,000",
    ],
    "method.maximum": ["The grade that is full quality.", "Blank means 100.", "100"],
    "method.price.weight": [
      "How much of the grade is price.",
      "The price and the main criteria must be exactly 100 per cent together.",
      "60",
    ],
    "method.price.scale.type": [
      "How a price becomes a grade.",
      "On a relative scale a bid that cannot win itself may change the order of the others; an absolute scale has fixed prices.",
      "Linear between fixed prices",
    ],
    "method.price.scale.perPercent": [
      "How many percentage points of the grade one per cent of price is worth.",
      "The higher the figure, the more the price decides.",
      "2",
    ],
    "method.price.scale.zeroAt": [
      "How many per cent above the lowest price give zero points.",
      "The scale goes on below zero for still higher prices.",
      "50",
    ],
    "method.price.scale.wider": [
      "A flatter scale that holds for all bids if any is dearer than the first scale reaches.",
      "Blank means that it is not used.",
      "100",
    ],
    "method.price.scale.best": [
      "The price that gives full marks.",
      "The scale goes on beyond it, so that a still lower price gives more.",
      "8,000,000",
    ],
    "method.price.scale.worst": [
      "The price that gives no marks.",
      "The scale goes on beyond it, so that a still higher price gives less than zero.",
      "16,000,000",
    ],
    "method.price.scale.reference": [
      "A published price that the prices of the bids are compared with.",
      "The grade is the reference price divided by the price of the bid.",
      "10,000,000",
    ],
    "method.price.scale.bands[].upTo": [
      "The highest price that belongs to the band.",
      "Within a band a lower price gives no advantage, which is pointed out.",
      "9,000,000",
    ],
    "method.price.scale.bands[].share": [
      "How much of full marks the band gives, between 0 and 1.",
      "A dearer band cannot give more than a cheaper one.",
      "0.75",
    ],
    "method.quality": [
      "Whether quality counts as it is, or relative to the best bid.",
      "Relative to the best, one bid may change the order of others.",
      "As it is",
    ],
    "method.price": [
      "The price that you have set and that bids do not compete on.",
      "All bids have the same price, and the highest quality wins.",
      "1,200,000",
    ],
    "method.order[]": [
      "Which criterion decides, in turn.",
      "The next one matters only where bids are equal on those before it.",
      "M1",
    ],
    blankOptional: [
      "What it means when a bid leaves an optional price row blank and others have priced it.",
      "Blank and 0 are different things: 0 is a price.",
      "The highest price among the others is used",
    ],
    priceDecimals: [
      "How many decimals a price may have.",
      "A price with more is pointed out, but is not rounded and does not reject the bid.",
      "2",
    ],
    zeroPrice: [
      "Whether a bid of 0 kronor may be made.",
      "Blank means that it may.",
      "Not allowed",
    ],
    priceCeiling: [
      "The highest price that is accepted.",
      "A bid above it is rejected; blank means that there is no ceiling.",
      "15,000,000",
    ],
    "rounding.price": [
      "How the price is rounded before it is used.",
      "Say the same here as in the procurement documents; nothing else is rounded on the way.",
      "Exact",
    ],
    "rounding.grades": [
      "How grades are rounded, in models with points.",
      "A coarse rounding may hide a difference in price, which is pointed out.",
      "2 decimals – half up",
    ],
    "rounding.result": [
      "How the result is rounded.",
      "Ranks and ties are decided after this rounding.",
      "0 decimals – half up",
    ],
    "ties[]": [
      "What decides if two bids have the same result.",
      "The rules are tried in turn; without them the bids stay equal until a drawing of lots is recorded.",
      "Lowest price",
    ],
    winners: ["How many can be awarded.", "More than 1 gives a ranked framework agreement.", "3"],
    "accepted[].code": [
      "The code of a blocking issue about the model that you have considered and accept.",
      "An issue about a bid cannot be accepted in this way: that would treat the bids differently.",
      "cap-without-effect",
    ],
    "accepted[].reason": [
      "Why the finding is accepted.",
      "The reason is given in the report.",
      "The cap is not reached by the published levels, but it was announced.",
    ],
    "accepted[].by": ["Who accepted the finding.", "Enter the name.", "Eva Alm"],
  },

  rows: {
    criteria: criterionHelp,
    prices: {
      name: [
        "What is priced, in the words of the bidders' form.",
        "Write it so that every bidder understands the same thing.",
        "Operation and support",
      ],
      id: rowId,
      category: [
        "What kind of price the row is.",
        "The kind gathers rows in the summary and does not affect the computation.",
        "Service or work",
      ],
      unit: [
        "What one price is for.",
        "The unit stands beside the price in the bidders' form.",
        "kr per inhabitant and year",
      ],
      quantity: [
        "What the price is multiplied by.",
        "0 means that the row does not affect the sum; blank means that the quantity is missing, or is summed from the sheet of quantities.",
        "38,500",
      ],
      quantities: [
        "That authority's part of the quantity.",
        "The parts make up the quantity of the row; enter 0 if the authority does not buy it.",
        "12,400",
      ],
      "years.from": [
        "The first contract year that the row is paid.",
        "Blank means once; 0 is before the contract begins.",
        "1",
      ],
      "years.to": [
        "The last contract year that the row is paid, inclusive.",
        "From 1 to 4 means four payments.",
        "4",
      ],
      byYear: [
        "Whether each contract year has a price of its own.",
        "Yes gives each bid a column for each year, from the row's first year to its last.",
        "Yes",
      ],
      periods: [
        "How many times quantity times price counts.",
        "Blank means once; used instead of years.",
        "48",
      ],
      ceiling: [
        "The highest price that is accepted on the row.",
        "A higher one rejects the bid; blank means no ceiling.",
        "1,200",
      ],
      floor: [
        "The lowest price that is accepted on the row.",
        "Only 0 is allowed, against negative prices: above zero, a lower price would give no advantage.",
        "0",
      ],
      required: [
        "Whether the row must be priced.",
        "Say No only if the model says what a blank optional row means.",
        "Yes",
      ],
      counted: [
        "Whether the row is part of the evaluated price.",
        "With No it is priced and part of the contract value, but does not affect the ranking.",
        "No, for an option",
      ],
      index: [
        "The index that adjusts the price, year by year.",
        "The row then needs its first and last year; blank means that the price is not adjusted.",
        "LCI white-collar workers",
      ],
      "tier.group": [
        "The name of the tiers that the row is one of.",
        "All of them have the same name and the same quantity.",
        "Users",
      ],
      "tier.counts": [
        "What the tier counts: the part of the quantity in it, the whole quantity, or a single price.",
        "All tiers that belong together count in the same way.",
        "The part in the tier",
      ],
      "tier.over": [
        "The quantity that the tier begins above.",
        "It begins where the one before ends; blank means from zero.",
        "1,000",
      ],
      "tier.upTo": [
        "The quantity that the tier reaches, inclusive.",
        "Blank means no upper limit, and belongs on the last tier.",
        "5,000",
      ],
      "share.group": [
        "The name of the rows that divide a quantity between them.",
        "All of them have the same name.",
        "Roles",
      ],
      "share.percent": [
        "The row's part of the quantity, in per cent.",
        "The parts must be exactly 100 together; a third is written =100/3.",
        "40",
      ],
      "surcharge.percent": [
        "The part of the quantity that is paid with a surcharge, in per cent.",
        "The rest is paid with the price as it is.",
        "15",
      ],
      "surcharge.factor": [
        "What the price is multiplied by on that part.",
        "1.6 means 60 per cent more than the price.",
        "1.6",
      ],
      effect: [
        "Whether the row is a price that is added or taken off, or a discount or fee in per cent.",
        "Blank means a price that is added.",
        "Discount %",
      ],
      on: [
        "The row that the per cent is taken of.",
        "Blank means the sum of the rows so far.",
        "Operation and support (P2)",
      ],
      amount: [
        "An amount that you have published yourselves, the same for all bids.",
        "Bids then do not price the row.",
        "350,000",
      ],
      source: [
        "Where the published amount comes from.",
        "It is read by whoever reviews the file.",
        "Budget 2026, own operation",
      ],
      deliveryModels: [
        "The delivery model that the row belongs to.",
        "Blank means all; several are entered on the sheet of prices, separated by semicolons.",
        "Own operation (L2)",
      ],
      authority: [
        "The only authority that buys the row.",
        "Blank means that all of them buy it.",
        "Lindö municipality (M2)",
      ],
      per: [
        "What the quantity is for: the row itself, or each inhabitant.",
        "By inhabitant, it is multiplied by the number of each authority on the sheet of authorities.",
        "Inhabitant",
      ],
    },
    authorities: {
      id: rowId,
      name: [
        "The authority's name, as in the procurement documents.",
        "It becomes the heading of its column on the sheet of quantities.",
        "Lindö municipality",
      ],
      inhabitants: [
        "The number of inhabitants of the authority.",
        "Needed only where some row is bought by inhabitant.",
        "12,400",
      ],
    },
    contractPeriods: {
      id: rowId,
      name: ["What the period is called.", "The name is used in the summary.", "Option years 5–6"],
      from: ["The first contract year of the period.", "Contract years count from 1.", "5"],
      to: [
        "The last contract year of the period, inclusive.",
        "A year can belong to one period only.",
        "6",
      ],
      counted: [
        "Whether the years are part of the evaluated price.",
        "With No they are part of the contract value but not of the ranking.",
        "No",
      ],
    },
    deliveryModels: {
      id: rowId,
      name: [
        "A way to deliver that the bids choose among.",
        "The choice of each bid stands on the sheet of bids.",
        "Cloud service",
      ],
    },
    indexes: {
      id: rowId,
      name: [
        "The name of the index, as in the contract.",
        "Name the series so that it can be looked up.",
        "LCI white-collar workers",
      ],
      type: [
        "Whether the price is adjusted at a fixed rate or by published values.",
        "The choice decides which of the fields below are used.",
        "Fixed rate",
      ],
      baseDate: [
        "The day that the prices of the bids are for.",
        "The adjustment counts from that day.",
        "2026-01-01",
      ],
      rate: ["The adjustment in per cent a year.", "Used with a fixed rate only.", "2"],
      firstYear: [
        "The first contract year with an adjusted price.",
        "The year before has the price of the bid.",
        "2",
      ],
      base: [
        "The value of the index at the base date.",
        "Used with published values only.",
        "112.4",
      ],
      share: ["The part of the price that follows the index.", "Blank means all of it.", "80"],
      threshold: [
        "The smallest change of the index that changes the price.",
        "Blank means no threshold.",
        "3",
      ],
      rounding: [
        "How the unit price of each year is rounded, before that of the next.",
        "Blank means exact.",
        "2 decimals – half up",
      ],
      "values.year": [
        "The contract year that the value holds from.",
        "It holds until the next year in the list.",
        "2",
      ],
      "values.value": ["The published value of the index.", "Enter it as published.", "115.1"],
    },
  },

  fields: {
    who: [
      "Your name, as it is to stand in the journal beside what you do.",
      "It is kept on this computer only and is no login.",
      "Eva Alm",
    ],
    "open file": [
      "A workbook with an evaluation, or a document that the program has made.",
      "It is read on your computer, never leaves it and is not changed; what you do is saved as a new file.",
      "system.xlsx",
    ],
    createFrom: [
      "An earlier evaluation to begin from.",
      "Model, criteria and requirements are taken over; the content of the bids is not.",
      "last-procurement.xlsx",
    ],
    "choose forms": [
      "The forms that the bidders have filled in.",
      "Choose several at once: they are shown first, and then all are taken in, or none.",
      "norrvik-bid.xlsx and lindo-berg-bid.xlsx",
    ],
    compare: [
      "An earlier version of the same workbook.",
      "You see what has changed since then, by whom, and what each change by itself does to the outcome.",
      "system-2026-03-04.xlsx",
    ],
    "empty.title": [
      "What the procurement is called.",
      "The name stands at the top of the pane, on the sheets and in every paper.",
      "Case management for social services",
    ],
    "empty.caseNumber": [
      "The case number of the procurement.",
      "Score sheets and forms are recognised by it, so it must be the case's own.",
      "SN 2026/118",
    ],
    "empty.authority": [
      "The authority that procures.",
      "The name stands in the notices.",
      "Sjövik kommun",
    ],
    "empty.keeps": [
      "What is kept of the example to go on with.",
      "Bids, prices and scores are always removed.",
      "Model, criteria, price rows and requirements",
    ],
    "trial.price": [
      "The price that you expect, to see what the model does at that price level.",
      "What a step is worth in per cent, and how often quality decides, depend on the price level. It is not saved.",
      "38 000 000",
    ],
    "models.price": [
      "A price that you make up, to see what the models do with it.",
      "It is not saved and affects no evaluation.",
      "9,500,000",
    ],
    "models.quality": [
      "How much of full quality the imagined bid reaches, in per cent.",
      "100 is full quality on every criterion.",
      "75",
    ],
    "import.meaning": [
      "What the bidder means by a word in place of a price.",
      "Until it is decided the price is blank, and the evaluation says that it is missing.",
      "“Included” means the price 0",
    ],
    "import.price": ["The price that the word means.", "Enter 0 only if it really is zero.", "0"],
    "import.reason": [
      "Why the words mean what you have chosen.",
      "The reason stays in the journal.",
      "Appendix 3 of the bid says that implementation is included in the operating price.",
    ],
    "change way": [
      "How scores become a result: kronor by level, per point or by interval, a surcharge, per cent or weights.",
      "The sheets are completed wherever that is needed. The new way does not count the values of the one before, but they stay.",
      "Kronor per point",
    ],
    "change scale": [
      "The scale on which the criterion is scored.",
      "The levels and values of the scale before stay in the sheets, and are there again if you change back.",
      "Points 0–10 in place of levels",
    ],
    "dispute.criterion": [
      "The criterion on which the score is disputed.",
      "A group changes with all criteria under it.",
      "Scenario 2",
    ],
    "dispute.bid": [
      "The bid whose score is disputed.",
      "Other bids are counted as they are.",
      "Norrvik (A)",
    ],
    "dispute.kind": [
      "What the score is supposed to have been.",
      "Nothing is written: it is computed on a copy.",
      "Struck out (the lowest on the scale)",
    ],
    "measure.worst": [
      "The measured value that is worth nothing.",
      "It may be larger than the best, where less is better.",
      "8",
    ],
    "measure.best": [
      "The measured value that gives full marks.",
      "Better values give no more.",
      "2",
    ],
    "measure.unit": [
      "What is measured.",
      "The unit stands beside the value in the score sheet.",
      "hours",
    ],
    "paste.text": [
      "The requirements, copied from Word or Excel with numbers and headings as they are.",
      "Nothing is entered before you have seen what each line becomes.",
      "1.1 The system must be able to receive a report of concern.",
    ],
    "paste.kind": [
      "What kind of requirement it is.",
      "One on the supplier is checked as qualification, one on what is bought as mandatory.",
      "Mandatory requirement",
    ],
    "check.bid": ["The bid that is checked.", "Each bid is checked by itself.", "Norrvik (A)"],
    "check.area": [
      "The area whose requirements are shown.",
      "Beside each area is how many are left.",
      "Case handling (12 left)",
    ],
    "check.filter": [
      "Which requirements are shown.",
      "Unchecked shows what remains.",
      "Clarification requested",
    ],
    "check.reader": [
      "Whether you check first, or read independently as the second.",
      "The second reader does not see what the first found.",
      "Second, independent",
    ],
    "check.reference": [
      "Where in the bid the answer is.",
      "Write it so that another reader finds it.",
      "Appendix 2, p. 14",
    ],
    "check.note": [
      "What you found, where it needs saying.",
      "For Not met, say why: it is the reason that the bidder is given.",
      "The log is kept for 12 months; 24 are required.",
    ],
    "agreed.value": [
      "The score that the group has agreed on for the bid on this criterion.",
      "The evaluators' own scores stay beside it. No level is chosen until you choose it.",
      "Three evaluators gave 3, 3 and 1, and the group agreed on 3.",
    ],
    "agreed.rationale": [
      "Why the bid gets this level, with what separates it from the level above.",
      "The bidder reads the reason in the notice, so do not name evaluators.",
      "The task was done at the first attempt, but the system did not warn of the error.",
    ],
    "agreed.reference": [
      "Where it can be seen: a page of the bid or a minute of the recording.",
      "A reviewer must be able to find the place.",
      "Demonstration 2, 00:41",
    ],
    "changes.reason": changeReason,
    "remark.text": [
      "Your comment on the part of the file that is shown.",
      "It stays in the journal with name and time, and changes nothing else.",
      "The reason for rejecting C has no page reference.",
    ],
    isRedacted: [
      "The papers leave out what bidders have asked to be kept secret.",
      "What a secret figure could be worked out from is masked too.",
      "Tick it where the papers are to be given to another bidder.",
    ],
    saysNeeded: [
      "The notices say what would have taken the bid to the first place.",
      "That may reveal the prices of others and is therefore a choice.",
      "“Your price would have had to be 40,876 kronor lower.”",
    ],
    withBlanks: [
      "The papers are made although reasons are missing, with visible blanks.",
      "They are drafts and must not be sent.",
      "[Reasons missing]",
    ],
    withPdf: [
      "The report and the notices are saved as PDF for the archive too (PDF/A).",
      "A screen reader can read the PDF, and it carries its own fonts. The Word file is the one to go on working in.",
      "Report.docx and Report.pdf",
    ],
    "lot-papers": [
      "The workbooks of the lots of the procurement that are not open here.",
      "Choose all at once: one report and one notice to each supplier are written about all lots.",
      "lot-2.xlsx and lot-3.xlsx",
    ],
  },

  keys: {
    leave: [
      "Esc",
      "Leaves what was opened last: the tour, the menu, the help, a question that is asked twice, a form, a score. What was typed stays, and the focus goes back to what opened it.",
    ],
    enter: [
      "Enter",
      "In a field of one line: presses the button of the form. An act that asks twice is performed by its button only.",
    ],
    enterAnywhere: ["Ctrl + Enter", "The same from any field of the form."],
    undo: [
      "Ctrl + Z",
      "Outside a field: undoes the last thing that the pane wrote in the workbook, until something is recorded.",
    ],
    cell: [
      "Ctrl + M",
      "In Excel: shows the selected cell, what it does in the result, its history and where it is recorded. Esc goes back.",
    ],
    verdicts: [
      "M, N, A or U, E, F",
      "On the card of a requirement: met, not met, ask for a clarification. The second row is the Swedish pane's; both count in both languages.",
    ],
    turn: [
      "Left arrow, right arrow",
      "On the card of a requirement or a score: the previous one and the next.",
    ],
    seats: ["Arrow keys", "Among the boxes of Agreed scores: the box beside, above or below."],
    arrange: [
      "Alt + arrow keys",
      "On the line of a criterion: moves it up and down, nests it and takes it out.",
    ],
  },
  glossary,
};
