/**
 * Asking a bidder to explain a price that looks abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §): a
 * row with the question. No bid is rejected by it; that is decided on the answer.
 */
import { lowBidRecord } from "../../core/abnormally-low";
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import { arePricesSealed } from "../../core/document/sealed-prices";
import type { Evaluation } from "../../core/evaluate";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import { screenAbnormallyLow } from "../abnormally-low-screen";
import { tokenPrices } from "../token-prices";
import type { Acted, Choice } from "./act";
import { act, required } from "./act";
import { swedishDay } from "../../core/swedish-time";

export function askLowBid(
  document: EvaluationDocument,
  bid: string,
  question: string,
  { time, by }: Signature,
): Acted {
  if (question === "") return { refused: [finding("question-missing", "blocking", "lowBids")] };
  if (arePricesSealed(document))
    return { refused: [finding("quality-not-fixed", "blocking", "bids")] };
  const asked = { bid, requestedBy: by, requestedAt: swedishDay(time), request: question };
  return { document: { ...document, lowBids: [...(document.lowBids ?? []), asked] } };
}

/** Bids to choose among, by name and id. */
export function bidChoices(bids: readonly Pick<Bid, "id" | "bidder">[]): Choice[] {
  return bids.map(({ id, bidder }) => ({ code: id, word: `${bidder} (${id})` }));
}

/**
 * Bids with a price that are still in and have not been asked about. Whether a bid appears low is
 * for a person to judge, whatever limits are stated; those that a limit or a token price points at
 * come first.
 */
function unasked(evaluation: Evaluation): Choice[] {
  const flagged = new Set([
    ...screenAbnormallyLow(evaluation).flatMap(({ bid, isFlagged }) => (isFlagged ? [bid] : [])),
    ...tokenPrices(evaluation).map(({ bid }) => bid),
  ]);
  const asked = evaluation.bids.flatMap(({ bid, price, standing }) =>
    standing.value === "rejected" ||
    price.offered.value === undefined ||
    lowBidRecord(evaluation.document, bid.id)
      ? []
      : [bid],
  );
  return bidChoices([
    ...asked.filter(({ id }) => flagged.has(id)),
    ...asked.filter(({ id }) => !flagged.has(id)),
  ]);
}

export const askLowBidAct = act({
  name: "ask-low-bid",
  phase: "checks",
  takes: {
    bid: required({ option: "--bid <id>", choices: ({ evaluation }) => unasked(evaluation) }),
    question: required({ isLong: true }),
  },
  perform: ({ document }, { bid, question }, by) => askLowBid(document, bid, question, by),
  tell: (_, words) => words.cli.group.rowAdded(words.sheets.lowBids),
});
