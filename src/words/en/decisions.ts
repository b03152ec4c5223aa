/** The decisions in English: award, correction, cancellation and dispatch. Part of the English word list. */
import type * as sv from "../sv/decisions";
import { lawNote } from "../law-note";
import { momentText } from "../time";
import type { Widened } from "../shape";

export const decisionLists: Widened<typeof sv.decisionLists> = {
  decisionKinds: {
    award: "Award",
    correction: "Correction of a decision",
    cancellation: "Cancellation",
  },
  dispatchSendings: { electronic: "Electronically", other: "By other means" },
  courtOrders: {
    "no-extension": "No extended standstill (Section 8)",
    "no-contract": "No contract may be concluded (Section 9)",
    "no-ten-days": "No ten days after the case (Section 10)",
  },
  everyRecipient: "All who have not been sent it",
};

export const decisionSheets: Widened<typeof sv.decisionSheets> = {
  decisions: "Decisions",
  dispatches: "Dispatches",
};

export const decisionGuides: Widened<typeof sv.decisionGuides> = {
  decisions:
    "The decisions of the procurement, one on each row: award, correction of a decision, cancellation. A later decision does not change the row of an earlier one. What is registered is not changed; later events (review, contract) are filled in to the right.",
  dispatches:
    "When and how each bidder was notified of a decision. The standstill runs from the last dispatch (LOU Chapter 20, Section 1).",
};

export const decisionHeaders: Widened<typeof sv.decisionHeaders> = {
  decisions: {
    order: "Order",
    id: "Id",
    kind: "Decision on",
    of: "Corrects decision",
    authority: "Of authority",
    awarded: "Bids awarded",
    decidedAt: "Decided on",
    decidedBy: "Decided by",
    designation: "Designation",
    reason: "Reason",
    standstill: "Standstill applies",
    standstillUntil: "Longer standstill, until",
    reviewAppliedAt: "Review applied for on",
    reviewEndedAt: "Case closed on",
    courtOrder: "Order of the court meanwhile",
    contractAt: "Contract signed on",
  },
  dispatches: {
    order: "Order",
    decision: "Decision",
    bid: "Bid",
    sentAt: "Sent",
    sending: "How",
  },
};

export const decisionEventTypes: Widened<typeof sv.decisionEventTypes> = {
  "award-corrected": "Correction of a decision registered",
  cancelled: "Procurement cancelled",
  dispatched: "Decision sent",
};

const when = ({ time, by }: { readonly time: string; readonly by: string }): string =>
  `${momentText(time)} by ${by}`;

export const decisionFindings: Widened<typeof sv.decisionFindings> = {
  "document-unknown-decision": (x) =>
    `Decision ${x.found} does not exist. Correct the id or add the decision.`,
  "decided-already": (x) =>
    `An award decision was already registered ${when(x)} and is in force. Correct it, or reopen the evaluation before a new one is taken.`,
  "cancelled-already": (x) =>
    `The procurement was cancelled ${when(x)}. If that decision has been set aside, reopen the procurement with that as the reason.`,
  "nothing-to-correct": () => "There is no registered decision to correct.",
  "contract-signed": (x) =>
    `A contract was signed ${momentText(x.at)}, so the procurement cannot be cancelled. Is the date on the sheet Decisions right?`,
  "decision-without-reason": (x) =>
    `Write the reasons. They must be stated in the notice${lawNote(x.law)}.`,
  "decision-changed": (x) =>
    `The information about the decisions has been changed since the last one was registered ${when(x)}. Restore it; a correction is registered as a separate decision.`,
  "decision-unregistered": (x) =>
    `The decision of ${momentText(x.date)} is entered here but is not registered. Register it once it has been taken.`,
  "procurement-cancelled": (x) =>
    `The procurement was cancelled ${when(x)}. No bid can be awarded the contract.`,
  "nobody-to-award": () =>
    "Every bid has been rejected, so there is nobody to award the contract to. Check the reasons, or decide to cancel the procurement.",
  "nothing-to-send": () => "There is no decision to send. Register the decision first.",
  "dispatch-among-facts": () =>
    "The decision is entered on the sheet Award, where one dispatch date applies to all. Fill it in there.",
  "dispatched-already": () => "The decision has already been sent to every bidder.",
  "sending-unknown": (x) => `“${x.seen}” is not a way of sending. Choose electronic or other.`,
  "dispatch-changed": (x) =>
    `${x.seen === "" ? "No time is" : `“${momentText(x.seen)}” is`} entered here for ${x.bid}. The dispatch was recorded as ${momentText(x.at)} (registered ${when(x)}), and the standstill is counted from it. Restore the time.`,
  "dispatch-incomplete": (x) =>
    `The decision has not been sent to ${x.bids.join(", ")}. Every bidder must be notified${lawNote(x.law)}. Where a standstill applies it starts at the last dispatch.`,
  "contract-during-review": (x) =>
    `The contract is entered as signed ${momentText(x.at)}, while an application for review is pending. An extended standstill applies then, unless the court has decided otherwise (LOU Chapter 20, Section 8).`,
  "correction-standstill-unsaid": () =>
    "Does a new standstill run from the correction? Answer on the sheet Decisions; without an answer it is counted from the decision that is corrected.",
};

export const decisionPapers: Widened<typeof sv.decisionPapers> = {
  title: "Decisions",
  columns: ["Decision", "Taken", "Awarded", "Reason", "State", "Sent"],
  states: {
    unregistered: "not registered",
    "in-force": "in force",
    corrected: "in force, corrected",
    replaced: "replaced",
  },
  sentTo: (count: number, of: number, last: string): string =>
    count === 0
      ? "not sent"
      : `to ${count} of ${of}${last === "" ? "" : `, last ${momentText(last)}`}`,
  review: (applied: string, ended: string): string =>
    `Review applied for ${momentText(applied)}${ended === "" ? "" : `, case closed ${momentText(ended)}`}.`,
  contract: (at: string): string => `Contract signed ${momentText(at)}.`,
  cancellation: {
    title: "Notice of the decision to cancel the procurement",
    about: (title: string, caseNumber: string, authority: string): string =>
      `${authority} has decided to cancel the procurement ${title}, ${caseNumber}.`,
    draft: "Draft: the decision is not registered.",
    noReason: "[Write the reasons on the sheet Decisions, and they will appear here.]",
    review: (court: string, date: string, law: string): string =>
      `An application for review of the decision must reach ${court} no later than ${date} (${law}).`,
    reviewDays: (court: string, days: string, law: string): string =>
      `An application for review of the decision must reach ${court} within ${days} of the dispatch of the notice (${law}).`,
  },
  corrected: (date: string, designation: string, reason: string): string =>
    `The decision was corrected ${momentText(date)}${designation === "" ? "" : ` (${designation})`}: ${reason}`,
};
