/** Reports, notices, dates and the checklist in English. Part of the English word list. */
import { plural } from "../plural";
import type { FindingSentences } from "../finding-sentences";
import type { Correction } from "../sv/papers";
import { lawNote } from "../law-note";
import { awardLists } from "./award";
import { momentText } from "../time";

/** "price-item P3" as the sheet has it: "price row P3". */
const subjectText = (subject: string): string => {
  const [code = "", ...of] = subject.split(" ");
  const names: { readonly [subject: string]: string } = awardLists.confidentialSubjects;
  return [(names[code] ?? code).toLowerCase(), ...of].join(" ");
};

const procedureNames: { readonly [procedure: string]: string } = {
  "competitive-dialogue": "competitive dialogue",
  "innovation-partnership": "innovation partnership",
  "dynamic-purchasing": "a dynamic purchasing system",
  simplified: "The simplified procedure",
  direct: "Direct award",
  "negotiated-without-notice": "The negotiated procedure without prior notice",
};

/** What dates that contradict each other are the dates of, within a sentence. */
const datedSteps: { readonly [step: string]: string } = {
  question: "question",
  answer: "answer",
  request: "request",
  explanation: "explanation",
  occurrence: "event",
  hearing: "opportunity to respond",
  "answer-by": "last day to respond",
  response: "response",
  decision: "decision",
  notice: "notice",
  deadline: "last day for bids",
  validity: "last day of the bids' validity",
  opening: "opening of the bids",
  application: "application for review",
  judgment: "judgment of the court",
  contract: "contract",
};

export const paperFindings = {
  "secrecy-undecided": (x) =>
    `${x.bidder} (${x.bid}) has asked for secrecy for ${x.subjects.map((each) => subjectText(each)).join(", ")}, and the request is undecided. What it is about, and what it could be worked out from, is left out of the notices to the others. Write the decision on the sheet Secrecy.`,
  "law-unknown": (x) =>
    `The procurement is stated to follow ${x.law}. The program knows only the Public Procurement Act (2016:1145), LOU, so that no papers, provisions or time limits are written. Change the row Act on the sheet Procurement if LOU applies.`,
  "procedure-unknown": (x) =>
    `The program does not know ${procedureNames[x.procedure] ?? x.procedure}, so that no papers, provisions or time limits are written. It knows the other procedures of LOU. Change the row Procedure on the sheet Procurement if another one applies.`,
  "lots-combined": (x) =>
    `The lots are entered as such that may be awarded combined${lawNote(x.law)}. Each lot is evaluated by itself here, and bids on combined lots are not weighed, so no papers or dates are written. Change the row “Lots, may be awarded combined” on the sheet Procurement if each lot is awarded by itself.`,
  "procedure-of-other-rules": (x) =>
    x.regime === "directive"
      ? `${procedureNames[x.procedure] ?? x.procedure} does not exist above the thresholds in LOU. Change the rules or the procedure on the sheet Procurement.`
      : `${procedureNames[x.procedure] ?? x.procedure} exists only above the thresholds in LOU; below them the procedure without a notice is the direct award. Change the rules or the procedure on the sheet Procurement.`,
  "services-of-other-rules": () =>
    "Services of Annex 2 are procured under Chapter 19 or Chapter 19 a of LOU above the threshold too (LOU Chapter 1, Section 4). Change the regime or the kind of service on the sheet Procurement.",
  "procedure-not-named": () =>
    "Chapter 19 of LOU as it now stands (SFS 2021:1110) has no simplified procedure. The papers say instead that the procedure is the one that the procurement documents describe.",
  "competition-unsaid": () =>
    "Say on the sheet Procurement whether competition is renewed before the call-off; standstill, report and opening depend on it.",
  "date-not-in-calendar": (x) => `“${x.seen}” is not in the calendar. Correct the date.`,
  "dates-contradict": (x) =>
    `The ${datedSteps[x.step] ?? x.step} (${momentText(x.date)}) comes before the ${datedSteps[x.after] ?? x.after} (${momentText(x.other)}). Correct the date that is wrong.`,
  "bids-expire-in-standstill": (x) =>
    `The bids are valid until ${momentText(x.until)}, but the standstill ends ${x.end}. Ask the bidders to extend the validity.`,
  "standstill-stated-too-short": (x) =>
    `The standstill as stated ends ${x.stated}, but the shortest lawful one ends ${x.end} (LOU Chapter 20, Section 1).`,
  "contract-in-standstill": (x) =>
    `The contract is entered as signed ${momentText(x.at)}; the first lawful day is ${x.first}${lawNote(x.law)}.`,
  "exemption-not-in-law": () =>
    "It is stated that no standstill applies, but LOU has no exemption for this procedure, so the standstill is counted. Change the answer to whether a standstill applies, or the procedure on the sheet Procurement.",
  "exemption-for-lawyer": () =>
    "It is entered that no standstill applies. LOU Chapter 20, Section 2 names call-offs after renewed competition but not those without, so the standstill is counted for now. Let a lawyer judge whether LOU Chapter 20, Section 1 applies to the call-off.",
  "exemption-unsaid": () =>
    "LOU Chapter 20, Section 2 exempts this procedure from the standstill. Answer whether a standstill applies; without an answer it is counted.",
  "opened-before-deadline": (x) =>
    `The bids are entered as opened ${momentText(x.at)}, before the deadline ${momentText(x.deadline)}${lawNote(x.law)}.`,
  "sent-before-decision": (x) =>
    `The notices are entered as sent ${momentText(x.at)}, before the decision ${momentText(x.decided)}.`,
  "sending-unsaid": () =>
    "Say how the notices were sent; the length of the standstill depends on it (LOU Chapter 20, Section 1).",
  "notice-without-standstill": (x) =>
    `The notices do not say on what day the standstill ends${lawNote(x.law)}. Enter on what day they are sent, and how, before they are printed.`,
  "request-answered-late": (x) =>
    `The request from ${x.bid} was to be answered by ${x.due}, but was answered ${momentText(x.at)}.`,
} satisfies Partial<FindingSentences>;

export const paperWords = {
  maker: "Mervärde",
  walk: {
    model: "The model",
    checks: "The checks",
    scores: "The scores",
    result: "The outcome",
    changes: "The changes",
  },
  law: (chapter: string, section: string): string =>
    `LOU Chapter ${chapter}, ${section.includes("–") ? "Sections" : "Section"} ${section}`,
  secret: "[secret]",
  masked: "[masked]",
  banner: "Procurement secrecy, OSL Chapter 19, Section 3",
  redactedNote:
    "Redacted version: what a bidder has asked to be kept secret, and where the request has not been denied, has been removed.",
  dates: {
    title: "Dates",
    columns: ["What", "Date", "How it was counted", "Provision"],
    names: {
      standstill: "Last day of standstill",
      contract: "First day for a contract",
      review: "Application for review of the cancellation, no later than",
      request: "Answer to request for information, latest",
      notice: "Award notice, latest",
      documentation: "Documentation complete, latest",
      report: "Individual report, latest",
      validity: "Bids are valid until",
    },
    counted: (days: number, from: string, moved: boolean): string =>
      `${plural(days, "day", "days")} from ${from}${moved ? ", moved to the next working day (LOU Chapter 20, Section 18)" : ""}`,
    stated: (days: number, from: string, moved: boolean): string =>
      `as the notice states; at least ${plural(days, "day", "days")} from ${from}${moved ? ", moved to the next working day (LOU Chapter 20, Section 18)" : ""}`,
    conditions: {
      "renewed-competition": "not for a contract awarded without renewed competition",
      "annex-2": "only if the procurement is of services listed in Annex 2 to LOU",
      quarterly: "or gathered by quarter, within 30 days of the end of the quarter",
      "value-from": (kronor: string, act: string): string =>
        `only if the value of the procurement is at least SEK ${kronor} (by ${act})`,
      "value-above": (kronor: string, act: string): string =>
        `only if the value of the procurement is above SEK ${kronor} (by ${act})`,
    },
    extended: "extended standstill while the administrative court handles the case",
    forbidden: "the court has ordered that no contract may be concluded until further notice",
    waived: (ended: string): string =>
      `the case was closed ${ended}; the court has ordered that no ten days apply after it`,
    exemptContract:
      "no standstill applies; a contract may be concluded unless the court orders otherwise (Chapter 20, Section 9 of LOU)",
    exempt: "no standstill applies",
    waiting: {
      standstill: "enter when and how the notices were sent",
      contract: "the day after the standstill",
      review: "enter when and how the notices were sent",
      request: "enter when the request came",
      notice: "enter when the contract was signed",
      documentation: "enter when the contract was signed",
      report: "enter when the contract was signed",
      validity: "enter how long the bids are valid",
    },
    given: {
      standstill: "",
      contract:
        "the day after the last day of standstill, if nobody has applied for review before then (LOU Chapter 20, Sections 8–10)",
      review: "",
      request: "",
      notice: "",
      documentation: "",
      report: "",
      validity: "as you have entered",
    },
  },
  protocol: {
    title: "Evaluation report",
    report: (law: string): string =>
      `The report is drawn up so that it can also be the individual report (${law}).`,
    documentation: (law: string): string =>
      `The report is part of the documentation of the procurement (${law}).`,
    direct: (law: string): string =>
      `The report is part of the documentation of the direct award (${law}).`,
    notified: "Advertised procedure as the procurement documents describe it",
    headings: {
      procurement: "The procurement",
      bidders: "Bidders",
      checks: "Examination of the bids",
      model: "Evaluation model as published",
      prices: "Prices",
      priceRows: "Price rows",
      scores: "Scores with their rationales",
      computation: "Computation",
      ranking: "Ranking and award",
      clarifications: "Corrections, clarifications and supplements",
      lowBids: "Abnormally low bids",
      losers: "Why the contract was not awarded to a supplier",
      procedure: "Reasons for the procedure",
      means: "Other than electronic means",
      conflicts: "Conflicts of interest",
      lots: "Division into lots",
      dates: "Dates",
      controls: "Controls",
      checklist: "Checklist",
      secrecy: "Secrecy",
      appendix: "Requirements checked",
      record: "What was recorded and changed",
      trail: "The journal",
    },
    fields: {
      title: "Procurement",
      caseNumber: "Case number",
      authority: "Contracting authority",
      subject: "Subject",
      value: "Value of the contract",
      regime: "Regime",
      procedure: "Procedure",
      lot: "Lot",
      deadline: "Last day for bids",
      opened: "Bids opened",
      decided: "Award decision",
      subcontracting: "Subcontractors",
      field: "Field",
      content: "Content",
    },
    appendix: (number: number, title: string): string => `Appendix ${number}: ${title}`,
    appendices: "Appendices",
    notEntered: "not entered",
    notScreened:
      "No limit for screening low bids is stated, and nothing is recorded about bids having been examined.",
    noLowBidRecord: "A limit for screening low bids is stated. Nothing is recorded about any bid.",
    none: "None.",
    notApplicable: "Not applicable.",
    bidder: "Bidder",
    bid: "Bid",
    organisation: "Registration number",
    standing: "Standing",
    rejected: "Rejected",
    checked: (met: number, total: number): string => `${met} of ${total} requirements met`,
    checkSummary: "Requirements checked, bid by bid",
    requirement: "Requirement",
    found: "Found",
    reference: "Reference",
    checkedBy: "Checked by",
    result: "Outcome",
    reason: "Reason",
    rejections: "Rejected bids and the reasons",
    clarified: (ids: string, law: string): string =>
      `Correction or clarification was considered: ${ids}${lawNote(law)}.`,
    notClarified:
      "No request for correction, clarification or supplement is noted for this requirement.",
    sealed: (code: string, time: string, by: string): string =>
      `The model was published ${momentText(time)} by ${by} with the code ${code}.`,
    sealSame: "The evaluation was made with the published model, unchanged.",
    sealChanged: "The model differs from the published one:",
    unsealed: "No model is sealed in the file. Compare with the procurement documents.",
    priceRows: (bidder: string): string => `Price rows, ${bidder}`,
    price: "Offered price",
    usedPrice: "Price in the evaluation",
    priceChange: "Why the price differs from the bid",
    blankRows: {
      highest: "blank optional rows counted at the highest price among the other compared bids",
      "left-out": "optional rows that not every bid prices left out",
    },
    correctedPrice: ({ id, rule, date, reason, law }: Correction): string =>
      `corrected ${momentText(date)} by ${id}, ${rule.toLowerCase()}${lawNote(law)}, for the reason “${reason}”`,
    withPublishedCosts: (costs: string): string =>
      `the authority's published own costs ${costs} added`,
    correctedTo: (offered: string, now: string, id: string): string =>
      `${offered}, corrected to ${now} (${id})`,
    unitPrice: "Unit price",
    quantity: "Quantity",
    periods: "Periods",
    rowTotal: "Row total",
    countedAs: "Remark",
    notCounted: "not in the evaluated price",
    priceParts: "What the prices are made of",
    publishedCosts: "Published own costs in the price",
    row: "Row",
    total: "Total",
    criterion: "Criterion",
    points: "Score",
    share: "Share",
    rationale: "Rationale",
    amount: "Adjustment",
    scoreTable: (name: string): string => `Scores for ${name}`,
    panel: (text: string): string => `Individual scores: ${text}.`,
    figures: "The computation, bid by bid",
    difference: "Difference to the best",
    rank: "Rank",
    adjustments: "Adjustments",
    awardTo: {
      contract: (names: string): string => `The contract is awarded to ${names}.`,
      framework: (names: string): string => `A framework agreement is concluded with ${names}.`,
      selection: (names: string): string => `Invited to submit bids: ${names}.`,
      unsaid: (names: string): string => `Bids accepted: ${names}.`,
    },
    cancelled: "The procurement has been cancelled.",
    firstBecause: (direction: "lowest" | "highest", label: string, bids: string): string =>
      `${direction === "highest" ? "Highest" : "Lowest"} ${label}: ${bids}.`,
    nextAfter: (bid: string): string => `Next after that: ${bid}.`,
    proposedTo: {
      contract: (names: string): string => `The contract is proposed to be awarded to ${names}.`,
      framework: (names: string): string =>
        `A framework agreement is proposed to be concluded with ${names}.`,
      selection: (names: string): string => `Proposed to be invited to submit bids: ${names}.`,
      unsaid: (names: string): string => `Proposed to be accepted: ${names}.`,
    },
    noAward: "No award is possible yet; see Controls.",
    tie: (names: string): string => `Equal results: ${names}.`,
    tieBreak: (rule: string, order: string): string => `Told apart by ${rule}: ${order}.`,
    noTies: "No bids had equal results.",
    number: "No",
    rule: "Rule",
    about: "About",
    question: "Question",
    answer: "Answer",
    now: "New value",
    noNewValue: "no new value",
    decided: "Decision",
    equal: "Equal treatment",
    lowDecision: "Decision",
    lowRequest: "Request",
    lowAnswer: "Explanation",
    loser: (name: string, rank: string): string => `${name}, rank ${rank}`,
    higher: (winner: string, criteria: string, section: string): string =>
      `The chosen bid (${winner}) was scored higher on ${criteria}; the reasons stand under ${section}.`,
    noneHigher: (winner: string): string =>
      `The chosen bid (${winner}) was not scored higher on any criterion.`,
    lower: (criteria: string): string => `This one was scored higher on ${criteria}.`,
    evaluator: "Evaluator",
    conflict: "Conflict of interest",
    interests: "Interests",
    measure: "Measure",
    undeclared: "not answered",
    controls: "Controls of the arithmetic",
    control: "Control",
    outcome: "Outcome",
    doubleCheck: "Double computation: engine against live formulas",
    selfChecks: "Self-checks",
    equalOf: (equal: number, of: number): string => `${equal} of ${of} equal`,
    openFindings: "Open, and good to know",
    trailNote: (count: number, code: string): string =>
      `The journal has ${plural(count, "event", "events")}. End code: ${code}. Enter the code in the case diary; it binds everything up to the last event.`,
    noTrail: "The file has no chained journal.",
    headHash: (head: string): string => `The whole hash of the end code (SHA-256): ${head}`,
    time: "Time and who",
    what: "Event",
    change: "Change",
    signed: "Signature",
    secrecyColumns: ["Bid", "About", "Reason", "Decision"],
    blanks: {
      reason: "[reason missing]",
      reference: "[reference missing]",
      rationale: "[rationale missing]",
      measured: "measured value",
    },
    draftWithBlanks: "Draft: reasons are missing",
    maskedToo:
      "[masked] means that nobody has asked for the figure to be kept secret, but that a secret figure could otherwise be worked out. Masked are:",
    complements: {
      row: (of: string, row: string): string => `price row ${row} of the bid from ${of}`,
      total: (of: string): string => `the sum of the price rows of the bid from ${of}`,
      result: (of: string, protects: string): string =>
        of === protects
          ? `the result of ${of}`
          : `the result of ${of}, to protect the price of ${protects}`,
    },
    undecided: "not decided",
    requirementTable: "Verdict on every requirement",
    verdict: "Verdict",
    requirementNote: (bids: string, met: number, of: number): string =>
      `Bids examined: ${bids}. All of them meet ${met} of ${of} requirements; the others are listed, where a single word holds for every bid. The reference and who examined each requirement are on the sheet Compliance.`,
    metByAll: "Requirements that every examined bid meets",
    count: "Number",
    shownOf: (shown: number, of: number): string =>
      `The last ${shown} of ${plural(of, "event", "events")}.`,
  },
  checklistColumns: ["Question", "The file says", "Answer", "Responsible", "Provision"],
  checklistLists: { documents: "The procurement documents", evaluation: "The evaluation" },
  checklistRemains: (count: number): string =>
    count === 0
      ? "Nothing remains."
      : `${plural(count, "question remains", "questions remain")} to be answered or acted on.`,
  checklistUnknown: "No information",
  letter: {
    title: "Notice of award decision",
    selection: "Notice of selection",
    to: (bidder: string, number: string): string =>
      number === "" ? `To ${bidder}` : `To ${bidder}, ${number}`,
    about: (title: string, caseNumber: string, authority: string): string =>
      `${authority} has decided the procurement ${title}, ${caseNumber}.`,
    lot: (id: string, name: string): string => `The notice is about lot ${id}, ${name}.`,
    dated: (date: string, caseNumber: string): string =>
      `${date === "" ? "[Date of dispatch]" : date} · Registry number ${caseNumber}`,
    onBehalfOf: (authority: string): string => `For ${authority}`,
    signature: "Signature: ______________________________",
    signedBy: "Name and position: ______________________________",
    lowBid: {
      rejected: (law: string): string =>
        `The bid has been rejected as abnormally low${lawNote(law)}.`,
      request: (at: string, text: string): string =>
        `We asked you${at === "" ? "" : ` on ${momentText(at)}`} to explain the price${text === "" ? "." : `: ${text}`}`,
      answer: (at: string, text: string): string =>
        `Your explanation${at === "" ? "" : ` came ${momentText(at)}`}${text === "" ? "." : `: ${text}`}`,
      unanswered: "No explanation has come in.",
      reason: (text: string): string => `Why the explanation is not accepted: ${text}`,
    },
    decision: "Decision",
    decided: (date: string, by: string, reference: string): string =>
      `The decision was taken ${momentText(date)}${by === "" ? "" : ` by ${by}`}${reference === "" ? "" : ` (${reference})`}.`,
    draft: "Draft: the award decision has not been registered.",
    verdicts: {
      bids: {
        chosen: "Your bid has been accepted.",
        "not-chosen": "Your bid has not been accepted.",
        rejected: "Your bid has been rejected.",
      },
      applications: {
        chosen: "You are invited to submit a bid.",
        "not-chosen": "You are not invited to submit a bid.",
        rejected: "Your application has been rejected.",
      },
    },
    withdrawn: "Your bid has been withdrawn.",
    withdrawal: "The bid has been withdrawn",
    atLotLimit: "Your bid is not awarded this lot.",
    lotLimit: "Most lots of one supplier",
    reasons: "Reasons for the decision",
    model: "The bids were evaluated as was published:",
    ranked: (rank: string, of: string): string => `Your bid came in place ${rank} of ${of}.`,
    yours: (price: string, used: string, changes: string, label: string, result: string): string =>
      changes === ""
        ? `Your offered price is ${price} and your ${label} ${result}.`
        : `Your offered price is ${price}. The evaluation rests on the price ${used}: ${changes}. Your ${label} is ${result}.`,
    winners: (
      bidder: string,
      price: string,
      used: string,
      changes: string,
      label: string,
      result: string,
    ): string =>
      changes === ""
        ? `${bidder} has the offered price ${price} and the ${label} ${result}.`
        : `${bidder} has the offered price ${price}. The evaluation rests on the price ${used}: ${changes}. The bid's ${label} is ${result}.`,
    cheaper: (amount: string, highest: string): string =>
      `Your bid would have come first at a price ${amount} lower, that is at most ${highest}, if nothing else had changed.`,
    neverCheaper:
      "No lower price would have made your bid come first, if nothing else had changed.",
    better: (steps: string): string =>
      `Your bid would also have come first with a score one step higher on one of the following, if nothing else had changed: ${steps}.`,
    ahead: "Your bid is ranked first.",
    computed: {
      title: "How your result and that of the chosen bid were computed",
      worth: "Worth",
      yours: "Your bid",
      sum: "Sum of adjustments",
      fromPrice: "From the price",
      weight: (weight: string): string => `weight ${weight} %`,
      deduction: (amount: string): string => `deduction up to ${amount} kr`,
      addition: (amount: string): string => `addition up to ${amount} kr`,
      perPoint: (amount: string): string => `deduction of ${amount} kr a point`,
      points: (sum: string): string => plural(sum, "point", "points"),
      bands: "deduction by interval",
      band: (from: string, to: string, amount: string): string =>
        `${from}–${to} points SEK ${amount}`,
      ends: (none: string, all: string): string => `0 % at ${none}, 100 % at ${all}`,
      cap: (amount: string): string => `at most ${amount} kr`,
      deductionPercent: (percent: string): string => `deduction up to ${percent} % of the price`,
      additionPercent: (percent: string): string => `addition up to ${percent} % of the price`,
      of: (value: string, highest: string): string => `${value} of ${highest}`,
      gives: (given: string, amount: string): string => `${given}: ${amount}`,
    },
    advantages: (winner: string): string => `Relative advantages of the bid from ${winner}`,
    advantageNote:
      "Only the criteria where the chosen bid was scored higher. The rationales are the group's, as they were noted.",
    noAdvantage:
      "The chosen bid was not scored higher than yours on any criterion; the price decided.",
    advantage: (criterion: string, theirs: string, own: string): string =>
      `${criterion}: the chosen bid was given ${theirs}, yours ${own}.`,
    because: (text: string): string => `About the chosen bid: ${text}`,
    ownBecause: (text: string): string => `About your bid: ${text}`,
    ownAdvantages: (list: string): string => `Your bid was scored higher on ${list}.`,
    equal: (list: string): string => `Scored alike: ${list}.`,
    scores: "The scores of your bid",
    level: "Score",
    of: (value: string, label: string): string => (label === "" ? value : `${value} – ${label}`),
    rejection: "Why the bid has been rejected",
    rejectedFor: (requirement: string, text: string): string =>
      `Requirement ${requirement} is not met: “${text}”`,
    foundIn: (reference: string, note: string): string =>
      [reference === "" ? "" : `Reference: ${reference}.`, note === "" ? "" : `Found: ${note}`]
        .filter(Boolean)
        .join(" "),
    considered: (regime: string, ids: string, reason: string): string =>
      `Whether the bid could be corrected, clarified or supplemented${lawNote(regime)} was considered in ${ids}: ${reason}`,
    notConsidered: (regime: string): string =>
      `No correction, clarification or supplement${lawNote(regime)} was requested or allowed for this requirement.`,
    standstill: "Standstill",
    standstillUntil: (date: string, days: number, first: string, law: string): string =>
      `No contract may be signed during the standstill, which is ${plural(days, "day", "days")} from the dispatch of the notices and runs until ${date} (${law}). The first day for a contract is ${first}, if nobody has applied for review before then.`,
    standstillStated: (date: string, first: string, law: string): string =>
      `No contract may be signed during the standstill, which runs until ${date} (${law}). The first day for a contract is ${first}, if nobody has applied for review before then.`,
    standstillIntention: (date: string, first: string, law: string): string =>
      `No contract may be signed until 10 days have passed from the publication of the notice of the intention to award it, that is until ${date} (${law}). The first day for a contract is ${first}, if nobody has applied for review before then.`,
    standstillAfterReview: (date: string, ended: string, first: string, law: string): string =>
      `No contract may be signed until 10 days have passed since the court closed the case on ${ended}, that is until ${date} (${law}). The first day for a contract is ${first}.`,
    standstillWaived: (ended: string, law: string): string =>
      `The court closed the case on ${ended} and has ordered that no ten days apply after it (${law}).`,
    standstillDays: (days: string, law: string): string =>
      `No contract may be signed during the standstill, which is ${days} from the dispatch of the notices (${law}).`,
    days: {
      electronic: "10 days",
      other: "15 days",
      unsaid: "10 days if all are notified electronically and otherwise 15 days",
    },
    standstillExtended: (law: string): string =>
      `An application for review is being handled. The standstill goes on meanwhile (${law}).`,
    standstillForbidden: (law: string): string =>
      `The court has ordered that no contract may be concluded until further notice (${law}).`,
    standstillMissing:
      "[Enter on the sheet Dispatches on what day the notices are sent, and how, and the last day of the standstill is written here.]",
    noStandstill: (law: string): string => `No standstill applies (${law}).`,
    review: (court: string, law: string): string =>
      `A supplier who considers itself to have suffered or to be at risk of harm may apply for review to ${court} before the standstill ends (${law}).`,
    reviewUntilContract: (court: string, law: string): string =>
      `A supplier who considers itself to have suffered or to be at risk of harm may apply for review to ${court} as long as no contract has been concluded (${law}).`,
    noCourt: "the administrative court of the authority's district",
    more: {
      directive: (law: string): string =>
        `Information about the characteristics and relative advantages of the chosen bid is given on written request, as soon as possible and within 15 days (${law}).`,
      national: (law: string): string =>
        `Information about the relative advantages of the chosen bid is given on written request, as soon as possible and within 15 days (${law}).`,
    },
    moreRejected: (law: string): string =>
      `Information about why the bid was rejected is given on written request, as soon as possible and within 15 days (${law}).`,
    moreApplication: (law: string): string =>
      `Information about why the application was rejected is given on written request, as soon as possible and within 15 days (${law}).`,
    onRequest: "Questions about the decision are answered on request.",
    contact: (contact: string): string => `Questions: ${contact}.`,
    file: "notice",
    information: "Information on request",
    informationFile: "information",
    negotiation: "How the negotiations proceeded",
    round: (name: string, deadline: string): string =>
      deadline === "" ? name : `${name}, last day ${momentText(deadline)}`,
  },
};

/** The papers' commands, for a terminal. */
export const cliPapers = {
  appendices:
    "folder to write the appendices in, each as a file of its own, as HTML, Word or PDF like the report",
  appendixFile: "appendix",
  badAppendices:
    "Appendices are written beside a report in Word, HTML or PDF: say --to FILE.docx, FILE.html or FILE.pdf.",
  protocol: "write the evaluation report as Word, HTML, PDF for an archive (PDF/A) or a sheet",
  to: "the file to write: .docx, .html, .pdf or .xlsx",
  out: "write a copy of the workbook with the sheet Report",
  redacted: "without what bidders have asked to be kept secret",
  letters: "write a notice to each bidder",
  folder: "the folder to write to",
  format: "docx, html or pdf",
  bid: "only to this bidder",
  information: "information on request instead of notices",
  needed: "with what would have taken the bid to the first place",
  dates: "standstill and other dates, with their provisions",
  checklist: "the checklist before the award, and what remains",
  saysWhere: "Say where to write the report, with --to or --out.",
  withBlanks: "write drafts although reasons are missing; the blanks are visible",
  redactedCopy:
    "--out writes a copy of the whole workbook, which still holds everything. Write the redacted report to a file of its own with --to.",
  badName: "The report is written to a file that ends in .docx, .html, .pdf or .xlsx.",
  badFormat: (given: string) => `There is no “${given}”; choose docx, html or pdf.`,
  unknownBid: (given: string, known: string) => `There is no bid “${given}”. There are: ${known}.`,
};

/** What a contract manager is to follow up. */
export const followUp = {
  title: "To follow up",
  sheet: "FollowUp",
  guide: (title: string, caseNumber: string): string =>
    `What the supplier has promised in ${title}, ${caseNumber}. The last columns are filled in during the contract.`,
  columns: [
    "Kind",
    "Id",
    "What",
    "Promised",
    "Reference",
    "Worth in the evaluation",
    "Delivered",
    "Checked on",
    "Responsible",
    "Note",
  ],
  kinds: { criterion: "Added value", price: "Price", requirement: "Requirement" },
};

/** Commands that write a case in other forms, compare and review, for a terminal. */
export const cliExchange = {
  as: "what is written: document, bundle, ocds, eforms or follow-up; otherwise by the file's name",
  ocid: "your registered prefix for OCDS",
  badAs: (given: string) =>
    `There is no “${given}”; choose document, bundle, ocds, eforms or follow-up.`,
  onlyWorkbook: "A document is read out of a workbook (.xlsx).",
  followUpXlsx: "The follow-up is written to a file that ends in .xlsx.",
  noAward: "Nobody has been awarded the contract yet, so there is nothing to follow up.",
  compareVersions:
    "compare two versions: what has changed, by whom, and what it does to the outcome",
  review: "walk through the file for review: model, checks, scores, outcome, changes and comments",
  compareTitle: "Differences from the earlier version",
  same: "The versions are the same, but for the journal.",
  otherCase: "The files belong to different procurements.",
  change: "Change",
  before: "Before",
  after: "Now",
  who: "Who and when",
  why: "Reason",
  effect: "Effect by itself",
  together: "All changes together",
  none: "none on the outcome",
  unasked: "not asked",
  effectOf: (
    bid: string,
    before: string,
    after: string,
    rankBefore: string,
    rankAfter: string,
  ): string =>
    `${bid}: ${[
      ...(before === after ? [] : [`${before} → ${after}`]),
      ...(rankBefore === rankAfter ? [] : [`rank ${rankBefore} → ${rankAfter}`]),
    ].join(", ")}`,
  unknownWho: "not recorded",
  comments: "Comments",
  noComments: "No comments.",
};
