/** The record in English: what was recorded, and what differs. Part of the English word list. */
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
  `“${seen || "nothing"}” stands here. ${recorded === "" ? "Nothing was recorded here" : `“${recorded}” is recorded`} (${momentText(time)} by ${by}).`;

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
    `${seenAndRecorded(x)} The register of bids stands since they were opened${lawNote(x.law)}, and the prices of a bid that it is about do not count until the change is recorded. Put it back, or record the change with a reason; a bid that was withdrawn or rejected is recorded as that.`,
  "price-unrecorded": (x) =>
    `${seenAndRecorded(x)} The price does not count. Put back what the bid said; a correction or clarification is entered on the sheet Clarifications${lawNote(x.law)}. If the recorded price was a slip of the pen, record the change with a reason.`,
  "verdict-unrecorded": (x) =>
    `${seenAndRecorded(x)} The verdict does not count. Put it back, or record the change with a reason.`,
  "record-unrecorded": (x) =>
    `${seenAndRecorded(x)} It was there when the bids were last evaluated, and what it is about does not count. Put it back, or record the change with a reason.`,
  "more-unrecorded": (x) =>
    `${x.count} more of the same kind differ from what is recorded. Was a whole sheet pasted in, or sorted by itself? Put it back.`,
  "changes-without-reason": (x) =>
    `${x.count === 1 ? "One value differs" : `${x.count} values differ`} from the record. Write why they were changed, or put them back.`,
  "record-nothing-there": () =>
    "What stands here does not differ from its record, so there is nothing to record.",
  "publication-late": (x) =>
    `The model cannot be published now: ${{ score: "scores have been recorded", "bids-opened": "the bids have been opened", "prices-opened": "the prices have been opened", deadline: "the time for bids has passed" }[x.after] ?? ""} (${momentText(x.time)}). If it was published earlier, say when (--published) and why it is recorded only now.`,
  "bids-opened-already": (x) =>
    `The opening of bids was recorded ${momentText(x.time)} by ${x.by} already.`,
  "bidder-missing": () =>
    "The bidder's name is missing. Write the name; several bids are added with semicolons between the names.",
  "bid-id-taken": (x) =>
    `Bid ${x.id} exists already (${x.bidder}). Choose another id, or leave it blank and a free one is chosen.`,
  "bids-share-id": () =>
    "An id and an organisation number can be given only when a single bid is added. Add the bids one at a time, or without them.",
  "bidder-twice": (x) =>
    `${x.bidder} already has bid ${x.other}; the new one has the id ${x.id}. Keep both only if the documents allow several bids from one bidder, and otherwise remove one of them.`,
  "opening-without-time": () =>
    "When were the bids opened? Enter the time on the sheet Award, or with --opened.",
  "opening-by-one": (x) =>
    `Bids are opened by at least two people${lawNote(x.law)}; “${x.seen || "nobody"}” stands here. Write the names with a comma between them, on the sheet Award or with --openers.`,
  "bid-unknown": (x) => `There is no bid ${x.bid}. There are ${x.known.join(", ")}.`,
  "bid-left-already": (x) => `Bid ${x.bid} has been withdrawn or rejected already.`,
  "departure-without-reason": () => "Write why the bid was withdrawn or rejected.",
  "bid-late": (x) =>
    `${x.bidder} (${x.bid}) came in ${momentText(x.at)}, after the time for bids ended ${momentText(x.deadline)}. Consider whether it is to be rejected, and record the decision.`,
  "order-of-dates": (x) =>
    `${stepNames[x.first] ?? ""} (${momentText(x.at)}) comes before ${(stepNames[x.second] ?? "").toLowerCase()} (${momentText(x.then)}) in a procurement, but does not here.`,
  "clock-backwards": (x) =>
    `Event ${x.number} was recorded ${momentText(x.time)}, before the event ahead of it (${momentText(x.before)}). The clock of the computer was set back, or the time is not the real one.`,
  "record-damaged": (x) =>
    `What was recorded ${momentText(x.time)} by ${x.by} is no longer whole on the sheet Recorded. Go back to an earlier copy of the file.`,
  "prices-opened-already": (x) =>
    `The prices were recorded ${momentText(x.time)} by ${x.by} already. A later change is recorded with a reason.`,
  "no-prices": () => "There are no prices to record yet. Enter them first.",
  "award-too-early": (x) =>
    `The decision cannot have been taken ${momentText(x.given)}: the time for bids ended ${momentText(x.deadline)}. Correct the date.`,
  "reviewer-took-part": (x) =>
    `${x.by} has reviewed, but has also ${{ scored: "scored bids", checked: "checked requirements", decided: "decided on the award", finalised: "finalised the evaluation" }[x.as] ?? ""}. A review is made by someone else.`,
  "review-lapsed": (x) =>
    `The review that ${x.by} signed ${momentText(x.time)} no longer stands: ${lapsed(x.what)}. Review again.`,
  "verify-basis-changed": (x) =>
    `The input is another than that of the last recorded outcome, event ${x.number || "without number"} (${momentText(x.time)} by ${x.by}). Evaluate anew, so that it shows what applies now.`,
  "verify-round-changed": (x) =>
    `The prices of round ${x.round} are others than those kept when it was closed ${momentText(x.time)} by ${x.by}.`,
} satisfies Partial<FindingSentences>;

export const milestoneWords = {
  milestones: {
    title: "Status",
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
    reopened: "reopened",
    newRound: "new round",
    skipped: "not registered",
    next: "next",
    ahead: "not yet",
  },
};

export const recordNames = {
  withdrawal: "Bid withdrawn",
  rejection: "Bid rejected",
  "lot-limit": "Most lots of one supplier",
};

export const recordReasons = {
  "price-unrecorded": (id: string) =>
    id === "" ? "the price differs from the record" : `the price of ${id} differs from the record`,
  "verdict-unrecorded": (id: string) => `the verdict on ${id} differs from the record`,
  "bid-withdrawn": () => "the bidder has withdrawn the bid",
  "bid-rejected": () => "the bid has been rejected by a decision",
  "bid-at-lot-limit": () => "the bidder is already awarded as many lots as one supplier may be",
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
