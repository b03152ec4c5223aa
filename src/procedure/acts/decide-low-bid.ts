/**
 * What is decided of a bid whose price looked abnormally low, with the bidder's explanation (LOU 16 kap.
 * 7 §, 19 kap. 18 §): on the row of the request. No explanation or decision that stands there is
 * written over, and no figure decides in anyone's place.
 */
import { lowBidRecord } from "../../core/abnormally-low";
import type { EvaluationDocument, LowBid } from "../../core/document/schema";
import { arePricesSealed } from "../../core/document/sealed-prices";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { lowBidAt } from "../../core/place";
import { swedishDay } from "../../core/swedish-time";
import type { Signature } from "../../scoring/record-scores";
import type { Acted, Choice, Given, Subject } from "./act";
import { act, optional, required } from "./act";
import { bidChoices } from "./ask-low-bid";

const takes = {
  bid: required({ option: "--bid <id>", choices: undecided }),
  answer: optional({ isLong: true }),
  date: optional({ option: "--date <date>", isMoment: true }),
  decision: required({
    choices: (_, words) =>
      Object.entries(words.lowBidDecisions).map(([code, word]) => ({ code, word })),
  }),
  reason: required({ isLong: true }),
};

/** @param given the bid, its explanation and when it came (blank for today), and what is decided and why */
export function decideLowBid(
  document: EvaluationDocument,
  { bid, answer, date, decision, reason }: Given<typeof takes>,
  { time, by }: Signature,
): Acted {
  if (arePricesSealed(document))
    return { refused: [finding("quality-not-fixed", "blocking", "bids")] };
  const found = lowBidRecord(document, bid);
  if (!found) return { refused: [finding("low-bid-not-asked", "blocking", "lowBids", { bid })] };
  const { record, n } = found;
  const decided: LowBid = {
    ...record,
    ...(answer.trim() === "" ? {} : { answer, answeredAt: date === "" ? swedishDay(time) : date }),
    // What is none of the decisions is refused when the document is read again.
    decision: decision as LowBid["decision"],
    reason,
    decidedBy: by,
    decidedAt: swedishDay(time),
  };
  const refused = obstacles(record, decided, n, document);
  if (refused.length > 0) return { refused };
  const { lowBids = [] } = document;
  return {
    document: {
      ...document,
      lowBids: lowBids.map((each) => (each === record ? decided : each)),
    },
  };
}

/** What keeps the row from being decided, each at its cell. */
function obstacles(
  before: LowBid,
  after: LowBid,
  n: number,
  { bids, procurement: { regime } }: EvaluationDocument,
): Finding[] {
  const { bid } = before;
  const bidder = bids.find(({ id }) => id === bid)?.bidder ?? bid;
  const stands = [before.decision, before.reason, before.decidedBy, before.decidedAt];
  if (stands.some((each) => (each ?? "") !== ""))
    return [finding("low-bid-decided-already", "blocking", lowBidAt(n, "decision"), { bid })];
  if (before.answer !== undefined && after.answer !== before.answer)
    return [finding("low-bid-answered-already", "blocking", lowBidAt(n, "answer"), { bid })];
  if ((after.reason ?? "").trim() === "")
    return [finding("low-bid-without-reason", "blocking", lowBidAt(n, "reason"), { bid, bidder })];
  if (after.decision === "explained" && (after.answer ?? "").trim() === "")
    return [finding("low-bid-unexplained", "blocking", lowBidAt(n, "answer"), { bid })];
  return after.decision === "rejected" && after.requestedAt === undefined
    ? [
        finding("low-bid-without-request", "blocking", lowBidAt(n, "requestedAt"), {
          bid,
          bidder,
          regime,
        }),
      ]
    : [];
}

/** Bids that have been asked about and are not decided. */
function undecided({ document }: Subject): Choice[] {
  return bidChoices(
    document.bids.filter(({ id }) => {
      const found = lowBidRecord(document, id);
      return found !== undefined && found.record.decision === undefined;
    }),
  );
}

export const decideLowBidAct = act({
  name: "decide-low-bid",
  phase: "checks",
  takes,
  perform: ({ document }, given, by) => decideLowBid(document, given, by),
  tell: (_, words) => words.cli.group.rowFilledIn(words.sheets.lowBids),
});
