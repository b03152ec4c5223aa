/** Exclusion of suppliers in English: grounds, hearing, decision. Part of the English word list. */
import type { FindingSentences } from "../finding-sentences";
import { lawNote } from "../law-note";
import { momentText } from "../time";

export const exclusionLists = {
  exclusionGrounds: {
    crime: "Crime",
    "taxes-established": "Unpaid taxes or contributions finally established",
    "taxes-shown": "Unpaid taxes or contributions shown otherwise",
    misconduct: "Misconduct or situation of the supplier",
    stated: "Another ground that the procurement documents state",
  },
  reliabilities: {
    "not-claimed": "Not claimed",
    "not-shown": "Not shown",
    shown: "Shown",
  },
  exclusionDecisions: { excluded: "Excluded", "not-excluded": "Not excluded" },
};

export const exclusionName = "Decision on exclusion";
export const exclusionLimit = "Exclusion";

export const exclusionReasons = {
  "exclusion-ground": (id: string) => `exclusion ground ${id} is established`,
  "supplier-excluded": () => "the supplier has been excluded by a decision",
};

export const exclusionSheets = { exclusions: "Exclusion" };

export const exclusionGuides = {
  exclusions:
    "A row for each supplier that may be excluded: ground, circumstances, opportunity to respond, response and decision. The supplier must be heard before the decision.",
};

export const exclusionHeaders = {
  exclusions: {
    order: "Order",
    bid: "Bid",
    requirement: "Published ground",
    ground: "Kind of ground",
    circumstances: "Circumstances",
    occurredAt: "Occurred on",
    heardAt: "Opportunity to respond given on",
    answerBy: "Response by",
    answeredAt: "Responded on",
    answer: "Response",
    reliability: "Reliability",
    decision: "Decision",
    reason: "Reason",
    decidedBy: "Decided by",
    decidedAt: "Decided on",
    notifiedAt: "Notified of the decision on",
  },
};

const who = ({ bidder, bid }: { readonly bidder: string; readonly bid: string }): string =>
  `${bidder} (${bid})`;

export const exclusionFindings = {
  "exclusion-without-decision": (x) =>
    `${who(x)}: an exclusion ground is established (${x.ids.join(", ")}), but nothing is recorded on the sheet Exclusion. Give the supplier the opportunity to respond${lawNote(x.law)}, and then decide.`,
  "exclusion-undecided": (x) =>
    `${who(x)}: the question of exclusion has not been decided. Enter the decision on the sheet Exclusion.`,
  "exclusion-without-ground": (x) =>
    `${who(x)}: the ground on which the supplier is excluded is not stated. Choose the kind of ground on the sheet Exclusion.`,
  "exclusion-without-reason": (x) =>
    `${who(x)}: the decision on exclusion lacks its reason, its date or who decided. Fill them in on the sheet Exclusion${lawNote(x.law)}.`,
  "exclusion-without-hearing": (x) =>
    `${who(x)}: the supplier must be given the opportunity to respond within a set time before it is excluded${lawNote(x.law)}. Enter when the opportunity was given and when the time expired.`,
  "exclusion-before-answer": (x) =>
    `${who(x)}: the exclusion was decided before the time to respond expired ${momentText(x.until)}, and no response is recorded${lawNote(x.law)}. Correct the dates, or decide again after that time.`,
  "exclusion-event-old": (x) =>
    `${who(x)}: the event that the exclusion is based on is dated ${momentText(x.at)}, more than three years before the decision. An event that old may not be the basis for exclusion${lawNote(x.law)}.`,
  "exclusion-reliability-unsaid": (x) =>
    `${who(x)}: state whether the supplier has shown that it is reliable, or has paid what it owed${lawNote(x.law)}.`,
  "exclusion-against-reliability": (x) =>
    `${who(x)}: the supplier is entered as excluded although it has shown that it is reliable. In that case it must not be excluded${lawNote(x.law)}. Change the decision or the entry on reliability.`,
  "exclusion-mandatory-left": (x) =>
    `${who(x)}: the supplier must be excluded on this ground, and reliability has not been shown. Are overriding reasons relating to the public interest the reason not to exclude it${lawNote(x.law)}? Write that as the reason, or change the decision.`,
  "exclusion-ground-elsewhere": (x) =>
    `${who(x)}: exclusion on another ground stated in the procurement documents is possible only under LOU Chapter 19 (Chapter 19, Section 17). Choose one of the grounds in Chapter 13.`,
  "exclusion-verdict-differs": (x) =>
    `${who(x)}: the decision is not to exclude, but ${x.ids.join(", ")} is marked Not met on the sheet Compliance, which rejects the bid. Change the verdict to Met, or the decision.`,
  "exclusion-ground-without-reason": (x) =>
    `${who(x)}: exclusion ground ${x.id} is established without a reference or note. Write on the sheet Compliance what shows it; the supplier must be given the reasons${lawNote(x.law)}.`,
  "exclusion-not-notified": (x) =>
    `${who(x)}: the supplier must be notified in writing of the exclusion and the reasons as soon as possible${lawNote(x.law)}. Enter the date on the sheet Exclusion.`,
  "exclusion-decided-already": (x) =>
    `${who(x)}: exclusion has already been decided. Correct the row on the sheet Exclusion, or add a new one.`,
  "exclusion-of-no-record": (x) =>
    `${who(x)}: there is no row on the sheet Exclusion. Give the supplier the opportunity to respond first${lawNote(x.law)}.`,
} satisfies Partial<FindingSentences>;

export const exclusionPapers = {
  heading: "Exclusion of suppliers",
  excluded: "Excluded",
  standing: "Exclusion undecided",
  none: "The file lists no exclusion grounds, and nothing is recorded about exclusion.",
  summary: "Examination of exclusion grounds",
  summaryColumns: ["Bidder", "Grounds examined", "Grounds established"],
  examined: (count: number, of: number): string => `${count} of ${of}`,
  noGround: (isWhole: boolean): string => (isWhole ? "None" : "None so far"),
  records: "Decisions on exclusion",
  columns: ["Bidder", "Ground", "Circumstances", "Response", "Reliability", "Decision"],
  ground: (ground: string, id: string, law: string): string =>
    [ground, id].filter(Boolean).join(", ") + lawNote(law),
  heard: (at: string, until: string): string =>
    `Opportunity given ${momentText(at)}${until === "" ? "" : `, by ${momentText(until)}`}.`,
  answered: (at: string, text: string): string =>
    `Response${at === "" ? "" : ` ${momentText(at)}`}: ${text}`,
  unanswered: "No response is recorded.",
  notHeard: "No opportunity to respond is recorded.",
  notified: (at: string): string => `Notified ${momentText(at)}.`,
  undecided: "undecided",
  letter: {
    heading: "Why you have been excluded",
    verdict: "You have been excluded from the procurement.",
    open: "[No decision on exclusion is recorded on the sheet Exclusion.]",
    ground: (ground: string, text: string, law: string): string =>
      `The exclusion ground is: ${[ground, text === "" ? "" : `“${text}”`].filter(Boolean).join(", ")}${lawNote(law)}.`,
    circumstances: (text: string): string => `The circumstances: ${text}`,
    heard: (at: string, until: string, law: string): string =>
      `On ${momentText(at)} you were given the opportunity to respond${until === "" ? "" : ` by ${momentText(until)}`}${lawNote(law)}.`,
    answered: (at: string, text: string): string =>
      `Your response${at === "" ? "" : ` was received ${momentText(at)}`}: ${text}`,
    unanswered: "No response has been received.",
    reliability: {
      "not-claimed": (law: string): string =>
        `You have not claimed to have taken measures that show that you are reliable${lawNote(law)}.`,
      "not-shown": (law: string): string =>
        `You have not shown that you are reliable${lawNote(law)}.`,
      shown: (law: string): string => `You have shown that you are reliable${lawNote(law)}.`,
    },
    payment: {
      "not-claimed": (law: string): string =>
        `You have not claimed that the debt is paid or that you have entered into a binding agreement to pay it${lawNote(law)}.`,
      "not-shown": (law: string): string =>
        `You have not shown that the debt is paid or that you have entered into a binding agreement to pay it${lawNote(law)}.`,
      shown: (law: string): string =>
        `You have shown that the debt is paid or that you have entered into a binding agreement to pay it${lawNote(law)}.`,
    },
    reason: (text: string): string => `The reasons for the decision: ${text}`,
    decided: (at: string, by: string): string =>
      `The decision on exclusion was taken${at === "" ? "" : ` ${momentText(at)}`}${by === "" ? "" : ` by ${by}`}.`,
  },
};

const bid = { label: "Bid", option: "id of the bid" };

export const exclusionActs = {
  "hear-supplier": {
    command: "record that a supplier that may be excluded was given the opportunity to respond",
    suffix: "response",
    label: "Add the row",
    title: "Opportunity to respond before exclusion",
    hint: "A row is added to the sheet Exclusion. The response and the decision are entered there. No supplier is excluded before the decision is taken.",
    fields: {
      bid,
      ground: {
        label: "Kind of ground",
        option: "the ground: crime, taxes-established, taxes-shown, misconduct or stated",
      },
      circumstances: {
        label: "Circumstances giving grounds for exclusion",
        option: "the circumstances, as notified to the supplier",
      },
      answerBy: {
        label: "Response by",
        option: "last day for the response, for example 2026-03-09",
        hint: "For example 2026-03-09",
      },
    },
  },
  exclude: {
    command: "record the decision to exclude a supplier that has been heard",
    suffix: "excluded",
    label: "Record the exclusion",
    title: "A supplier has been excluded",
    hint: "The supplier must have been heard. The bid's row, prices and scores remain. The supplier must be notified in writing as soon as possible.",
    fields: {
      bid,
      reason: { label: "Reasons", option: "the reasons for the decision" },
      date: { label: "Date", option: "date; blank means today", hint: "Blank means today." },
    },
  },
  "do-not-exclude": {
    command: "record the decision not to exclude a supplier, with the reasons",
    suffix: "not-excluded",
    label: "Record that the supplier is not excluded",
    title: "A supplier is not excluded",
    hint: "For a ground on which a supplier may be excluded, a supplier that has shown that it is reliable, or overriding reasons relating to the public interest. The reasons are given in the report. If the ground is marked Not met on the sheet Compliance, change that verdict separately.",
    fields: {
      bid,
      reason: { label: "Reasons", option: "the reasons for the decision" },
      date: { label: "Date", option: "date; blank means today", hint: "Blank means today." },
    },
  },
};
