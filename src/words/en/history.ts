/** The history in English: since when each value stands, what was changed, which outcomes were replaced. Part of the English word list. */
import { plural } from "./numbers";
import { momentText } from "../time";
import type { historyWords as swedish } from "../sv/history";
import type { Widened } from "../shape";

export const historyWords: Widened<typeof swedish> = {
  history: {
    outcome: (bid: string, result: string, rank: string): string =>
      `${bid} ${result}${rank === "" ? "" : ` (rank ${rank})`}`,
    parts: {
      model: "The model",
      register: "The register of bids",
      prices: "The prices",
      verdicts: "Answers and verdicts",
      records: "The group's decisions",
      scores: "Scores",
    },
    standing: {
      title: "What decides the outcome, and since when it has applied",
      note: "Changes made before the values were recorded cannot be seen in the file. Only an anchor outside the file shows that the history has not been rebuilt.",
      columns: ["Part", "Extent", "Recorded", "Changes since"],
      extent: (values, bids) =>
        `${plural(values, "value", "values")}${bids === 0 ? "" : ` in ${plural(bids, "bid", "bids")}`}`,
      since: (time, by, event) => `${momentText(time)} by ${by} (${event})`,
      through: (first, last, by, event) =>
        `${momentText(first)} to ${momentText(last)} by ${by} (${event})`,
      changes: (count) =>
        count === 0 ? "no changes" : count === 1 ? "1 value changed" : `${count} values changed`,
      unrecorded: "not recorded",
      remedy: {
        model: "Cannot be shown. Publish the model (publish).",
        register: "Cannot be shown. Record the opening of bids (open-bids).",
        prices:
          "Cannot be shown. Record the prices (record-prices), or open the price file (open-prices).",
        verdicts: "Cannot be shown. Fix quality (seal-quality).",
        records: "Cannot be shown. Evaluate (evaluate), and they will be recorded.",
        scores: "Cannot be shown. Record the scores (record).",
      },
    },
    changes: {
      answered: (answer: string): string => (answer === "" ? "no new value" : `Answer: ${answer}`),
      title: "Changes to recorded values, and the group's decisions",
      note: "The effect is the outcome before and after that change alone, computed on what has been recorded up to now but without the later changes.",
      none: "No recorded value has been changed.",
      columns: ["When and who", "What", "Value", "Change", "Reason", "Effect on the outcome"],
      kinds: {
        changed: "Change",
        score: "New score",
        withdrawn: "Bid withdrawn",
        rejected: "Bid rejected",
        added: "Bid added",
        removed: "Bid removed",
        clarifications: "Clarification",
        exclusions: "Decision on exclusion",
        lowBids: "Decision on a low bid",
        lotteries: "Drawing of lots",
        adjustments: "Requirement adjusted",
        reopened: "Reopened",
        "round-closed": "Round closed",
        unrecorded: "Not recorded, does not count",
      },
      dropped: "dropped",
      cannotTell: "cannot be calculated: the row no longer exists, or there are too many changes",
      counted: (effect: string): string =>
        `the figures are calculated with it, and nothing can be awarded: ${effect}`,
      unpublished: "Not recorded, blocks the award",
      first: (before: string, after: string): string =>
        before === after
          ? `first, before and after: ${after}`
          : `first: ${after} instead of ${before}`,
      noFirst: "no bid",
      ifCounted: (effect) => `if it counted: ${effect}`,
      rest: (count) => `and ${count} more`,
      nobody: "who and when is not recorded",
    },
    reviews: {
      title: "Signed reviews",
      none: "No review is signed.",
      columns: ["When and who", "Statement", "Valid"],
      stands: "valid",
      lapsed: (what) => `no longer valid: ${what}`,
      what: {
        model: "the model has been published again",
        input: "the input has been changed",
        outcome: "the outcome is different",
        papers: "reasons or confidentiality have been changed",
      },
      unseen: "the change is not recorded",
    },
    tried: {
      title: "Outcomes that were recorded and then replaced",
      note: "Every evaluation with an outcome other than the last one. Evaluating before everything is complete is in order; evaluating with known prices and then changing a score is not.",
      none: "No outcome other than the last one has been recorded.",
      unevaluated:
        "Cannot be shown: no evaluation is recorded. Evaluate (evaluate), and the outcome will be recorded.",
      columns: ["When and who", "Prices", "Outcome", "Changed before the next evaluation"],
      known: "known",
      unknown: "not known",
      unsaid: "not stated",
      unseen: "The input has been changed, but the change is not recorded.",
      same: "Nothing; the outcome was calculated again.",
    },
  },
};
