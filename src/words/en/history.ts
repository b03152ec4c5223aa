/** The history in English: since when each value stands, what was changed, which outcomes were replaced. Part of the English word list. */
import { plural } from "../plural";
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
      records: "Decisions of the group",
      scores: "Scores",
    },
    standing: {
      title: "What decides the outcome, and since when it stands",
      note: "What was changed before the values were recorded is not in the file. That the whole history has not been made anew is shown only by an anchor outside the file.",
      columns: ["Part", "Extent", "Recorded", "Changes since"],
      extent: (values, bids) =>
        `${values} ${values === 1 ? "value" : "values"}${bids === 0 ? "" : ` in ${plural(bids, "bid", "bids")}`}`,
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
        records: "Cannot be shown. Evaluate (evaluate), and they are recorded.",
        scores: "Cannot be shown. Record the scores (record).",
      },
    },
    changes: {
      answered: (answer: string): string => (answer === "" ? "no new value" : `Answer: ${answer}`),
      title: "Changes of recorded values, and decisions of the group",
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
      cannotTell: "cannot be computed: the row is gone, or the changes are too many",
      ifCounted: (effect) => `if it counted: ${effect}`,
      rest: (count) => `and ${count} more`,
      nobody: "who and when is not recorded",
    },
    reviews: {
      title: "Signed reviews",
      none: "No review is signed.",
      columns: ["When and who", "Statement", "Stands"],
      stands: "stands",
      lapsed: (what) => `no longer stands: ${what}`,
      what: {
        model: "the model was published anew",
        input: "the input was changed",
        outcome: "the outcome is another",
        papers: "reasons or secrecy were changed",
      },
      unseen: "the change is not recorded",
    },
    tried: {
      title: "Outcomes that were recorded and then replaced",
      note: "Every evaluation with another outcome than the last one. To evaluate before everything is in is in order; to do so with prices known and then change a score is not.",
      none: "No other outcome than the last one is recorded.",
      unevaluated:
        "Cannot be shown: no evaluation is recorded. Evaluate (evaluate), and the outcome is recorded.",
      columns: ["When and who", "Prices", "Outcome", "Changed before the next evaluation"],
      known: "known",
      unknown: "not known",
      unsaid: "not stated",
      unseen: "The input was changed, but the change is not recorded.",
      same: "Nothing; the outcome was computed again.",
    },
  },
};
