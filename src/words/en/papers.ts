/** Reports, notices, dates and the checklist in English. Part of the English word list. */
import { number, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Correction } from "../sv/papers";
import { lawNote } from "../law-note";
import { awardLists } from "./award";
import { momentText } from "../time";
import type { Publication } from "../publication";
import { publishedText } from "./trail";

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
    `${x.bidder} (${x.bid}) has requested confidentiality for ${x.subjects.map((each) => subjectText(each)).join(", ")}, and the request has not been decided. The information, and anything it could be worked out from, is left out of the notices to the other bidders. Enter the decision on the sheet Secrecy.`,
  "law-unknown": (x) =>
    `The procurement is stated to follow ${x.law}. The program knows only the Public Procurement Act (2016:1145), LOU, so no documents, provisions or time limits are written. Change the row Act on the sheet Procurement if LOU applies.`,
  "procedure-unknown": (x) =>
    `The program does not support ${procedureNames[x.procedure] ?? x.procedure}, so no documents, provisions or time limits are written. It supports the other procedures in LOU. Change the row Procedure on the sheet Procurement if another one applies.`,
  "lots-combined": (x) =>
    `The lots are entered as such that may be awarded combined${lawNote(x.law)}. Each lot is evaluated by itself here, and bids on combined lots are not weighed, so no papers or dates are written. Change the row “Lots, may be awarded combined” on the sheet Procurement if each lot is awarded by itself; otherwise compare the combinations and write the papers outside the program.`,
  "procedure-of-other-rules": (x) =>
    x.regime === "directive"
      ? `${procedureNames[x.procedure] ?? x.procedure} does not exist above the thresholds in LOU. Change the regime or the procedure on the sheet Procurement.`
      : `${procedureNames[x.procedure] ?? x.procedure} exists only above the thresholds in LOU; below them the procedure without a notice is direct award. Change the regime or the procedure on the sheet Procurement.`,
  "services-of-other-rules": () =>
    "Services listed in Annex 2 are procured under LOU Chapter 19 or 19 a above the threshold as well (LOU Chapter 1, Section 4). Change the regime or the kind of service on the sheet Procurement.",
  "procedure-not-named": () =>
    "Chapter 19 of LOU as it now stands (SFS 2021:1110) has no simplified procedure. The documents state instead that the procedure is the one described in the procurement documents.",
  "competition-unsaid": () =>
    "State on the sheet Procurement whether the call-off is preceded by a renewed competition; standstill, report and opening depend on it.",
  "date-not-in-calendar": (x) => `“${x.seen}” is not a calendar date. Correct the date.`,
  "dates-contradict": (x) =>
    `The ${datedSteps[x.step] ?? x.step} (${momentText(x.date)}) comes before the ${datedSteps[x.after] ?? x.after} (${momentText(x.other)}). Correct the date that is wrong.`,
  "bids-expire-in-standstill": (x) =>
    `The bids are valid until ${momentText(x.until)}, but the standstill ends ${x.end}. Ask the bidders to extend the validity of their bids.`,
  "standstill-stated-too-short": (x) =>
    `The standstill as stated ends ${x.stated}, but the shortest lawful one ends ${x.end}${lawNote(x.law)}.`,
  "contract-in-standstill": (x) =>
    `The contract is entered as signed ${momentText(x.at)}; the first lawful day is ${x.first}${lawNote(x.law)}.`,
  "exemption-not-in-law": () =>
    "It is stated that no standstill applies, but LOU has no exemption for this procedure, so the standstill is counted. Change the answer to whether a standstill applies, or the procedure on the sheet Procurement.",
  "exemption-for-lawyer": () =>
    "It is stated that no standstill applies. LOU Chapter 20, Section 2 mentions call-offs after renewed competition but not call-offs without it, so the standstill is counted for now. Ask a lawyer to assess whether LOU Chapter 20, Section 1 applies to the call-off.",
  "exemption-unsaid": () =>
    "LOU Chapter 20, Section 2 exempts this procedure from the standstill. Answer whether a standstill applies; without an answer it is counted.",
  "opened-before-deadline": (x) =>
    `The bids are entered as opened ${momentText(x.at)}, before the deadline ${momentText(x.deadline)}${lawNote(x.law)}.`,
  "decided-ahead": (x) =>
    `The decision is dated ${momentText(x.at)}, but was registered as early as ${momentText(x.time)} by ${x.by}. Is the day right? Otherwise correct it, or register a correction of the decision.`,
  "sent-before-decision": (x) =>
    `The notices are entered as sent ${momentText(x.at)}, before the decision ${momentText(x.decided)}.`,
  "sending-unsaid": () =>
    "State how the notices were sent; the length of the standstill depends on it (LOU Chapter 20, Section 1).",
  "notice-without-standstill": (x) =>
    `The notices do not state the last day of the standstill${lawNote(x.law)}. Enter the day they are sent, and how, before they are printed.`,
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
  masked: "[redacted]",
  banner: "Procurement secrecy, OSL Chapter 19, Section 3",
  redactedNote:
    "Redacted version: information that a bidder has asked to be kept confidential, and for which the request has not been refused, has been removed.",
  dates: {
    title: "Dates",
    columns: ["What", "Date", "How it was counted", "Provision"],
    names: {
      standstill: "Last day of standstill",
      contract: "First day for a contract",
      review: "Application for review of the cancellation, no later than",
      request: "Answer to request for information, no later than",
      notice: "Award notice, no later than",
      documentation: "Documentation complete, no later than",
      report: "Individual report, no later than",
      validity: "Bids are valid until",
    },
    counted: (days: number, from: string, moved: boolean): string =>
      `${plural(days, "day", "days")} from ${from}${moved ? ", moved to the next working day (LOU Chapter 20, Section 18)" : ""}`,
    stated: (days: number, from: string, moved: boolean): string =>
      `as the notice states; at least ${plural(days, "day", "days")} from ${from}${moved ? ", moved to the next working day (LOU Chapter 20, Section 18)" : ""}`,
    conditions: {
      "renewed-competition": "not for a contract awarded without renewed competition",
      "annex-2": "only if the procurement covers services listed in Annex 2 to LOU",
      quarterly: "or grouped by quarter, within 30 days of the end of the quarter",
      "value-from": (kronor: string, act: string): string =>
        `only if the value of the procurement is at least SEK ${kronor} (under ${act})`,
      "value-above": (kronor: string, act: string): string =>
        `only if the value of the procurement is above SEK ${kronor} (under ${act})`,
      entered: (kronor: string): string =>
        `the value of the contract is entered as SEK ${kronor}, but it is the value of the procurement that counts`,
    },
    extended: "extended standstill while the case is before the administrative court",
    forbidden: "the court has ordered that no contract may be concluded until further notice",
    waived: (ended: string): string =>
      `the case was closed ${ended}; the court has ordered that no ten-day period applies`,
    exemptContract:
      "no standstill applies; a contract may be concluded unless the court orders otherwise (LOU Chapter 20, Section 9)",
    exempt: "no standstill applies",
    waiting: {
      standstill: "enter when and how the notices were sent",
      contract: "the day after the standstill",
      review: "enter when and how the notices were sent",
      request: "enter when the request was received",
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
      losers: "Reasons why suppliers were not awarded the contract",
      procedure: "Reasons for the procedure",
      means: "Use of means other than electronic",
      conflicts: "Conflicts of interest",
      lots: "Division into lots",
      dates: "Dates",
      controls: "Checks",
      checklist: "Checklist",
      secrecy: "Confidentiality",
      appendix: "Compliance check",
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
      directAward: "National, direct award (19 a kap.)",
      services: "Services in Annex 2",
      agreement: "Agreement concluded",
      renewedCompetition: "Renewed competition",
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
      "No limit for examining low bids is stated, and nothing is recorded about bids having been examined.",
    noLowBidRecord: "A limit for examining low bids is stated. Nothing is recorded about any bid.",
    none: "None.",
    noEvaluators: "No evaluators are listed in the file, and no conflict of interest is noted.",
    sheetAdded: (name: string): string => `The sheet ${name} has been added to the workbook.`,
    notApplicable: "Not applicable.",
    bidder: "Bidder",
    bid: "Bid",
    organisation: "Organisation number",
    standing: "Status",
    rejected: "Rejected",
    checked: (met: number, total: number): string =>
      `${number(String(met))} of ${plural(total, "requirement", "requirements")} met`,
    noneChecked: "not checked",
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
      "No request for correction, clarification or supplement is recorded for this requirement.",
    sealed: (x: Publication & { readonly code: string }): string =>
      `The model with the code ${x.code} was published ${publishedText(x)}.`,
    sealSame: "The evaluation was made with the published model, unchanged.",
    sealChanged: "The model differs from the published one:",
    unsealed: "No model is published in the file. Compare with the procurement documents.",
    priceRows: (bidder: string): string => `Price rows, ${bidder}`,
    price: "Bid price",
    usedPrice: "Price in the evaluation",
    priceChange: "Why the price differs from the bid",
    blankRows: {
      highest: "blank optional rows counted at the highest price among the other compared bids",
      "left-out": "optional rows not priced in every bid left out",
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
    notCounted: "not included in the evaluated price",
    priceParts: "How the prices are made up",
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
    difference: "Difference from the best",
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
    noAward: "No award is possible yet; see Checks.",
    tie: (names: string): string => `Equal results: ${names}.`,
    tieBreak: (rule: string, order: string): string => `Tie resolved by ${rule}: ${order}.`,
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
      `${winner} was scored higher on ${criteria}; the rationales are given under ${section}.`,
    chosenBid: "the chosen bid",
    bidFrom: (name: string): string => `the bid from ${name}`,
    noneHigher: (winner: string): string => `${winner} was not scored higher on any criterion.`,
    higherPrice: (price: string, winner: string, least: string): string =>
      `The price used in the evaluation, ${price}, is higher than that of ${winner}, ${least}.`,
    tiedWith: (winner: string, rule: string): string =>
      `The result is the same as that of ${winner}; the tie was resolved by ${rule}.`,
    lower: (criteria: string): string => `This bid was scored higher on ${criteria}.`,
    evaluator: "Evaluator",
    conflict: "Conflict of interest",
    interests: "Interests",
    measure: "Measure",
    undeclared: "not answered",
    controls: "Checks of the calculation",
    control: "Check",
    outcome: "Outcome",
    doubleCheck: "The program's calculation compared with the worksheet formulas",
    selfChecks: "Self-checks",
    equalOf: (equal: number, of: number): string => `${equal} of ${of} equal`,
    openFindings: "Issues",
    findingsLeftOut: (count: number): string =>
      `${plural(count, "finding is", "findings are")} left out, since they may give away what is masked.`,
    trailNote: (count: number, code: string): string =>
      `The journal has ${plural(count, "event", "events")}. End code: ${code}. Enter the code in the case register; it covers everything up to and including the last event.`,
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
      "[redacted] means that nobody has asked for the figure to be kept confidential, but that a confidential figure could otherwise be worked out. Redacted are:",
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
      `Bids examined: ${bids}. All of them meet ${number(String(met))} of ${plural(of, "requirement", "requirements")}; the others are listed individually, and a single word then applies to every bid. The reference and who checked each requirement are on the sheet Compliance.`,
    metByAll: "Requirements that every examined bid meets",
    count: "Number",
    shownOf: (shown: number, of: number): string =>
      `The last ${shown} of ${plural(of, "event", "events")}.`,
  },
  checklistColumns: ["Question", "According to the file", "Answer", "Responsible", "Provision"],
  checklistLists: { documents: "The procurement documents", evaluation: "The evaluation" },
  checklistRemains: (count: number): string =>
    count === 0
      ? "Nothing remains."
      : `${plural(count, "question remains", "questions remain")} to be answered or resolved.`,
  checklistUnknown: "No information",
  letter: {
    title: "Notice of award decision",
    selection: "Notice of selection",
    to: (bidder: string, number: string): string =>
      number === "" ? `To ${bidder}` : `To ${bidder}, ${number}`,
    about: (title: string, caseNumber: string, authority: string): string =>
      `${authority} has taken a decision in the procurement ${title}, ${caseNumber}.`,
    lot: (id: string, name: string): string => `The notice concerns lot ${id}, ${name}.`,
    dated: (date: string, caseNumber: string): string =>
      `${date === "" ? "[Date of dispatch]" : date} · Case number ${caseNumber}`,
    onBehalfOf: (authority: string): string => `For ${authority}`,
    signature: "Signature: ______________________________",
    signedBy: "Name and position: ______________________________",
    lowBid: {
      rejected: (law: string): string =>
        `The bid has been rejected as abnormally low${lawNote(law)}.`,
      request: (at: string, text: string): string =>
        `We asked you${at === "" ? "" : ` on ${momentText(at)}`} to explain the price${text === "" ? "." : `: ${text}`}`,
      answer: (at: string, text: string): string =>
        `Your explanation${at === "" ? "" : ` was received ${momentText(at)}`}${text === "" ? "." : `: ${text}`}`,
      unanswered: "No explanation has been received.",
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
    lotLimit: "Maximum number of lots per supplier",
    reasons: "Reasons for the decision",
    model: "The bids were evaluated under the published model:",
    ranked: (rank: string, of: string): string => `Your bid was ranked ${rank} of ${of}.`,
    yourBid: "Your bid",
    priceAndResult: (
      bidder: string,
      price: string,
      used: string,
      changes: string,
      label: string,
      result: string,
    ): string =>
      changes === ""
        ? `${bidder} has a bid price of ${price} and the ${label} ${result}.`
        : `${bidder} has a bid price of ${price}. The evaluation is based on the price ${used}: ${changes}. The bid's ${label} is ${result}.`,
    tieBroken: (winner: string, rule: string): string =>
      `Your bid and the bid from ${winner} had the same result, and the tie was resolved by ${rule}.`,
    cheaper: (amount: string, highest: string): string =>
      `Your bid would have come first if the price had been ${amount} lower, that is, at most ${highest}, with nothing else changed.`,
    neverCheaper:
      "Your bid would not have come first at any lower price, with nothing else changed.",
    better: (steps: string): string =>
      `Your bid would also have come first with a score one step higher on one of the following, with nothing else changed: ${steps}.`,
    ahead: "Your bid is ranked first.",
    computed: {
      title: "How your result and that of the chosen bid were computed",
      titleAlone: "How your result was computed",
      worth: "Worth",
      yours: "Your bid",
      sum: "Sum of adjustments",
      fromPrice: "From the price",
      weight: (weight: string): string => `weight ${weight}%`,
      deduction: (amount: string): string => `deduction up to ${amount}`,
      addition: (amount: string): string => `addition up to ${amount}`,
      perPoint: (amount: string): string => `deduction of ${amount} per point`,
      points: (sum: string): string => plural(sum, "point", "points"),
      bands: "deduction by band",
      band: (from: string, to: string, amount: string): string => `${from}–${to} points ${amount}`,
      ends: (none: string, all: string): string => `0% at ${none}, 100% at ${all}`,
      cap: (amount: string): string => `at most ${amount}`,
      deductionPercent: (percent: string): string => `deduction up to ${percent}% of the price`,
      additionPercent: (percent: string): string => `addition up to ${percent}% of the price`,
      of: (value: string, highest: string): string => `${value} of ${highest}`,
      gives: (given: string, amount: string): string => `${given}: ${amount}`,
    },
    advantages: (winner: string): string => `Relative advantages of the bid from ${winner}`,
    advantageNote:
      "The criteria on which the chosen bid was scored higher are listed here, with the rationales recorded in the evaluation.",
    noAdvantage: "The chosen bid was not scored higher than yours on any criterion.",
    priceDecided: "The price of the chosen bid is lower, and that decided.",
    advantage: (criterion: string, theirs: string, own: string): string =>
      `${criterion}: the chosen bid was given ${theirs}, yours was given ${own}.`,
    because: (text: string): string => `About the chosen bid: ${text}`,
    ownBecause: (text: string): string => `About your bid: ${text}`,
    ownAdvantages: (list: string): string => `Your bid was scored higher on ${list}.`,
    equal: (list: string): string => `Scored equally: ${list}.`,
    scores: "The scores of your bid",
    level: "Score",
    of: (value: string, label: string): string => (label === "" ? value : `${value} – ${label}`),
    rejection: "Why your bid has been rejected",
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
      `No contract may be signed during the standstill, which is ${plural(days, "day", "days")} from the dispatch of the notices and runs up to and including ${date} (${law}). The first day for a contract is ${first}, if nobody has applied for review before then.`,
    standstillStated: (date: string, first: string, law: string): string =>
      `No contract may be signed during the standstill, which runs up to and including ${date} (${law}). The first day for a contract is ${first}, if nobody has applied for review before then.`,
    standstillIntention: (date: string, first: string, law: string): string =>
      `No contract may be signed until 10 days have passed from the publication of the notice of the intention to award it, that is, up to and including ${date} (${law}). The first day for a contract is ${first}, if nobody has applied for review before then.`,
    standstillAfterReview: (date: string, ended: string, first: string, law: string): string =>
      `No contract may be signed until 10 days have passed since the court closed the case on ${ended}, that is, up to and including ${date} (${law}). The first day for a contract is ${first}.`,
    standstillWaived: (ended: string, law: string): string =>
      `The court closed the case on ${ended} and has ordered that no ten-day period applies (${law}).`,
    standstillDays: (days: string, law: string): string =>
      `No contract may be signed during the standstill, which is ${days} from the dispatch of the notices (${law}).`,
    days: {
      electronic: "10 days",
      other: "15 days",
      unsaid: "10 days if all are notified electronically and otherwise 15 days",
    },
    standstillExtended: (law: string): string =>
      `An application for review is pending. The standstill continues to apply in the meantime (${law}).`,
    standstillForbidden: (law: string): string =>
      `The court has ordered that no contract may be concluded until further notice (${law}).`,
    standstillMissing:
      "[Enter on the sheet Dispatches the day the notices are sent, and how, and the last day of the standstill will appear here.]",
    noStandstill: (law: string): string => `No standstill applies (${law}).`,
    review: (court: string, law: string): string =>
      `A supplier that considers that it has suffered or may suffer harm may apply to ${court} for review before the standstill ends (${law}).`,
    reviewBy: (court: string, last: string, law: string): string =>
      `A supplier that considers that it has suffered or may suffer harm may apply for review. The application must have been received by ${court} by ${last} (${law}).`,
    reviewUntilContract: (court: string, law: string): string =>
      `A supplier that considers that it has suffered or may suffer harm may apply to ${court} for review as long as no contract has been concluded (${law}).`,
    noCourt: "the administrative court of the authority's district",
    more: {
      directive: (law: string): string =>
        `Information about the characteristics and relative advantages of the chosen bid is given on written request, as soon as possible and at the latest within 15 days (${law}).`,
      national: (law: string): string =>
        `Information about the relative advantages of the chosen bid is given on written request, as soon as possible and at the latest within 15 days (${law}).`,
    },
    moreRejected: (law: string): string =>
      `Information about why the bid was rejected is given on written request, as soon as possible and at the latest within 15 days (${law}).`,
    moreApplication: (law: string): string =>
      `Information about why the application was rejected is given on written request, as soon as possible and at the latest within 15 days (${law}).`,
    onRequest: "Questions about the decision are answered on request.",
    contact: (contact: string): string => `Questions: ${contact}.`,
    file: "notice",
    masked: "redacted",
    information: "Information on request",
    informationFile: "information",
    negotiation: "How the negotiations proceeded",
    round: (name: string, deadline: string): string =>
      deadline === "" ? name : `${name}, last day ${momentText(deadline)}`,
  },
  ofApplications: {
    letter: {
      about: (title: string, caseNumber: string, authority: string): string =>
        `${authority} has decided which candidates are invited to submit bids in the procurement ${title}, ${caseNumber}.`,
      draft: "Draft: the decision has not been registered.",
      withdrawn: "Your application has been withdrawn.",
      withdrawal: "The application has been withdrawn",
      model: "The applications were compared under the published model:",
      ranked: (rank: string, of: string): string => `Your application was ranked ${rank} of ${of}.`,
      yourBid: "Your application",
      tieBroken: (winner: string, rule: string): string =>
        `Your application and the application from ${winner} had the same result, and the tie was resolved by ${rule}.`,
      scores: "The scores of your application",
      rejection: "Why your application has been rejected",
      considered: (regime: string, ids: string, reason: string): string =>
        `Whether the application could be corrected, clarified or supplemented${lawNote(regime)} was considered in ${ids}: ${reason}`,
    },
    computed: {
      title: "How the results of your application and of those invited were computed",
      titleAlone: "How the result of your application was computed",
      yours: "Your application",
    },
    protocol: {
      noAward: "No selection is possible yet; see Checks.",
      noTies: "No applications had equal results.",
    },
    headings: {
      checks: "Examination of the applications",
      losers: "Reasons why candidates are not invited",
      ranking: "Ranking and selection",
    },
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
  redacted: "without what bidders have asked to be kept confidential",
  letters: "write a notice to each bidder",
  folder: "the folder to write in",
  format: "docx, html or pdf",
  bid: "only to this bidder",
  information: "information on request instead of notices",
  needed: "with what would have been needed for the bid to come first",
  dates: "standstill and other dates, with their provisions",
  checklist: "the checklist before the award, and what remains",
  saysWhere: "State where to write the report, with --to or --out.",
  withBlanks: "write drafts even though reasons are missing; the gaps are visible",
  redactedCopy:
    "--out writes a copy of the whole workbook, which still contains everything. Write the redacted report to a separate file with --to.",
  badName: "The report is written to a file that ends in .docx, .html, .pdf or .xlsx.",
  badFormat: (given: string) => `There is no “${given}”; choose docx, html or pdf.`,
  unknownBid: (given: string, known: string) =>
    `There is no bid “${given}”. The bids are: ${known}.`,
};

/** What a contract manager is to follow up. */
export const followUp = {
  title: "Follow-up",
  sheet: "FollowUp",
  guide: (title: string, caseNumber: string): string =>
    `What the supplier has committed to in ${title}, ${caseNumber}. The last columns are filled in during the contract.`,
  columns: [
    "Kind",
    "Id",
    "What",
    "Committed",
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
  outcomesLeftOut:
    "Earlier outcomes and prices in the journal are left out, since prices are sealed. The journal's chain therefore does not hold in the document; verify the workbook.",
  pricesLeftOut: "The prices are left out: they are sealed until quality is fixed (seal-quality).",
  onlyWorkbook: "A document is exported from a workbook (.xlsx).",
  followUpXlsx: "The follow-up is written to a file that ends in .xlsx.",
  noAward: "Nobody has been awarded the contract yet, so there is nothing to follow up.",
  compareVersions:
    "compare two versions: what has changed, by whom, and what it does to the outcome",
  review: "go through the file for review: model, checks, scores, outcome, changes and comments",
  compareTitle: "Differences from the earlier version",
  same: "The versions are the same, except for the journal.",
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
