/** The record in English: what was recorded, and what differs. Part of the English word list. */
import { plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import { historyWords } from "./history";
import { lawNote } from "../law-note";
import { momentText } from "../time";

type Change = {
  readonly time: string;
  readonly by: string;
  readonly recorded: string;
  readonly seen: string;
};

const seenAndRecorded = ({ recorded, seen, time, by }: Change): string =>
  `${seen === "" ? "No value is" : `“${seen}” is`} entered here. ${recorded === "" ? "Nothing was recorded here" : `“${recorded}” is recorded`} (${momentText(time)} by ${by}).`;

/** What has changed since a review was signed, as words; a finding knows them by their codes. */
const lapsed = (codes: readonly string[]): string => {
  const what: { readonly [code: string]: string } = historyWords.history.reviews.what;
  return codes.map((code) => what[code] ?? code).join("; ");
};

const stepNames: { readonly [step: string]: string } = {
  published: "Publication",
  deadline: "The deadline for bids",
  "bids-opened": "The opening of bids",
  "quality-fixed": "Fixing quality",
  "prices-opened": "Opening prices",
  finalised: "Finalising the evaluation",
  decided: "The award decision",
  sent: "The notice",
  contract: "The contract",
};

export const recordFindings = {
  "register-unrecorded": (x) =>
    `${seenAndRecorded(x)} The register of bids cannot be changed after the opening${lawNote(x.law)}, and the prices of a bid that is affected do not count until the change is recorded. Restore the entry, or record the change with a reason; a bid that was withdrawn or rejected is recorded as such.`,
  "price-unrecorded": (x) =>
    `${seenAndRecorded(x)} The price does not count. Restore what the bid stated; a correction or clarification is entered on the sheet Clarifications${lawNote(x.law)}. If the recorded price was entered wrongly, record the change with a reason.`,
  "verdict-unrecorded": (x) =>
    `${seenAndRecorded(x)} The verdict does not count. Restore it, or record the change with a reason.`,
  "record-unrecorded": (x) =>
    `${seenAndRecorded(x)} The entry was there when the bids were last evaluated, and what it concerns does not count. Restore it, or record the change with a reason.`,
  "more-unrecorded": (x) =>
    `${plural(x.count, "more value", "more values")} of the same kind ${x.count === 1 ? "differs" : "differ"} from the record. Was a whole sheet pasted in, or sorted separately? Restore it.`,
  "changes-without-reason": (x) =>
    `${x.count === 1 ? "One value differs" : `${x.count} values differ`} from the record. State why they were changed, or restore them.`,
  "record-nothing-there": () =>
    "What is entered here does not differ from the record, so there is nothing to record.",
  "publication-late": (x) =>
    `The model cannot be published now: ${{ score: "scores have been recorded", "bids-opened": "the bids have been opened", "prices-opened": "the prices have been opened", deadline: "the deadline for bids has passed" }[x.after] ?? ""} (${momentText(x.time)}). If it was published earlier, state when (--published) and why it is recorded only now.`,
  "bids-opened-already": (x) =>
    `The opening of bids was already recorded ${momentText(x.time)} by ${x.by}.`,
  "bidder-missing": () =>
    "The bidder's name is missing. Enter the name; several bids are added with one name on each line, or semicolons between the names.",
  "bid-id-taken": (x) =>
    `Bid ${x.id} already exists (${x.bidder}). Choose another id, or leave it blank to have a free one chosen.`,
  "bids-share-id": () =>
    "An id and an organisation number in the fields are of a single bid. Enter each organisation number beside its name instead, or add the bids one at a time.",
  "bidder-two-numbers": () =>
    "The organisation number in the field differs from the one beside the name. Enter it in one place only.",
  "evaluator-missing": () =>
    "The evaluator's name is missing. Enter the name; several evaluators are added with one name on each line.",
  "evaluator-listed": (x) =>
    `${x.name} is there already${x.id === "" ? "" : ` (${x.id})`}. Remove the line, or add another person of the same name alone, with an id of their own.`,
  "evaluator-id-taken": (x) =>
    `${x.name} already has the id ${x.id}. Choose another id, or leave it blank to have one made of the initials.`,
  "evaluators-share-id": () =>
    "An id can be given only when a single evaluator is added. Leave it blank to have ids made of the initials of each name.",
  "organisation-number-odd": (x) =>
    `Is ${x.seen} the right organisation number? A Swedish one has ten digits, of which the last is a check digit. A foreign number can stand; if it is mistyped, correct the cell.`,
  "bidder-twice": (x) =>
    `${x.bidder} already has bid ${x.other}; the new one has the id ${x.id}. Keep both only if the procurement documents allow several bids from one bidder, and otherwise remove one of them.`,
  "opening-without-time": () =>
    "When were the bids opened? Give the time, or enter it on the sheet Award.",
  "deadline-unsaid": () =>
    "The deadline for bids is not entered, so that nobody can tell whether a bid came in too late or was opened too early. Enter it under About the procurement, on Start.",
  "opening-by-one": (x) =>
    `Bids are opened by at least two people${lawNote(x.law)}; ${x.seen === "" ? "no name is" : `“${x.seen}” is`} entered here. Enter the names separated by commas.`,
  "bid-unknown": (x) => `There is no bid ${x.bid}. The bids are ${x.known.join(", ")}.`,
  "bid-left-already": (x) => `The bid from ${x.bid} has already been withdrawn or rejected.`,
  "departure-without-reason": () => "Write why the bid was withdrawn or rejected.",
  "bid-late": (x) =>
    `${x.bidder} (${x.bid}) was received ${momentText(x.at)}, after the deadline for bids ${momentText(x.deadline)}. Consider whether it should be rejected, and record the decision.`,
  "order-of-dates": (x) =>
    `${stepNames[x.first] ?? ""} (${momentText(x.at)}) must come before ${(stepNames[x.second] ?? "").toLowerCase()} (${momentText(x.then)}), but does not.`,
  "clock-backwards": (x) =>
    `Event ${x.number} was recorded ${momentText(x.time)}, before the event that precedes it (${momentText(x.before)}). The computer's clock was changed, or the time is not the real one.`,
  "record-damaged": (x) =>
    `What was recorded ${momentText(x.time)} by ${x.by} is no longer complete on the sheet Recorded. Go back to an earlier copy of the file.`,
  "prices-opened-already": (x) =>
    `The prices were already recorded ${momentText(x.time)} by ${x.by}. A later change is recorded with a reason.`,
  "no-prices": () => "There are no prices to record yet. Enter them first.",
  "award-too-early": (x) =>
    `The decision cannot have been taken ${momentText(x.given)}: the deadline for bids was ${momentText(x.deadline)}. Correct the date.`,
  "reviewer-took-part": (x) =>
    `${x.by} has reviewed, but has also ${{ scored: "scored bids", checked: "checked requirements", decided: "decided on the award", finalised: "finalised the evaluation" }[x.as] ?? ""}. A review must be carried out by someone else.`,
  "review-lapsed": (x) =>
    `The review that ${x.by} signed ${momentText(x.time)} is no longer valid: ${lapsed(x.what)}. Review again.`,
  "verify-basis-changed": (x) =>
    `The input differs from that of the last recorded outcome, ${x.number ? `event ${x.number}` : "an event without a number"} (${momentText(x.time)} by ${x.by}). Evaluate again to see what applies now.`,
  "verify-round-changed": (x) =>
    `The prices of round ${x.round} differ from those kept when it was closed ${momentText(x.time)} by ${x.by}.`,
} satisfies Partial<FindingSentences>;

export const milestoneWords = {
  milestones: {
    title: "Progress",
    names: {
      published: "Published",
      "bids-opened": "Bids opened",
      "quality-fixed": "Quality fixed",
      "prices-opened": "Prices opened",
      finalised: "Evaluation finalised",
      decided: "Decided",
    },
    cancelled: "Procurement cancelled",
    changed: "changed since",
    corrected: (day: string): string => `changed with reasons ${day}`,
    reopened: "reopened",
    newRound: "new round",
    skipped: "not registered",
    next: "next step",
    notYet: {
      published: "Not published",
      "bids-opened": "Bids are not opened",
      "quality-fixed": "Quality is not fixed",
      "prices-opened": "Prices are not opened",
      finalised: "Evaluation is not finalised",
      decided: "Not decided",
    },
  },
};

export const recordNames = {
  withdrawal: "Bid withdrawn",
  rejection: "Bid rejected",
  "lot-limit": "Maximum number of lots per supplier",
};

export const recordReasons = {
  "price-unrecorded": (id: string) =>
    id === "" ? "the price differs from the record" : `the price of ${id} differs from the record`,
  "verdict-unrecorded": (id: string) => `the verdict on ${id} differs from the record`,
  "bid-withdrawn": () => "the bidder has withdrawn the bid",
  "bid-rejected": () => "the bid has been rejected by a decision",
  "bid-at-lot-limit": () => "the bidder has already been awarded the maximum number of lots",
};

export const recordHeaders = {
  recorded: { record: "Fingerprint", piece: "Piece", content: "Content (JSON)" },
};

export const registerHeaders = {
  receivedAt: "Received",
  withdrawnAt: "Withdrawn",
  rejectedAt: "Rejected",
  lotLimitAt: "Most lots reached",
  reason: "Reason",
};

export const recordEventTypes = {
  "bids-opened": "Bids opened",
  changed: "Change recorded",
};

export const recordEventHeaders = {
  at: "Took place",
  recorded: "Recorded content",
};
