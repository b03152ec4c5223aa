/**
 * Asking a bidder to explain a price that looks abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §): a
 * row with the question. No bid is rejected by it; that is decided on the answer.
 */
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import type { Evaluation } from "../../core/evaluate";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import { screenAbnormallyLow } from "../abnormally-low-screen";
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
  const asked = { bid, requestedBy: by, requestedAt: swedishDay(time), request: question };
  return { document: { ...document, lowBids: [...(document.lowBids ?? []), asked] } };
}

/** Bids to choose among, by name and id. */
export function bidChoices(bids: readonly Pick<Bid, "id" | "bidder">[]): Choice[] {
  return bids.map(({ id, bidder }) => ({ code: id, word: `${bidder} (${id})` }));
}

/** Bids that look abnormally low by the user's own limit and have not been asked about. */
function unasked(evaluation: Evaluation): Choice[] {
  const flagged = new Set(
    screenAbnormallyLow(evaluation)
      .filter(({ isFlagged, record }) => isFlagged && !record)
      .map(({ bid }) => bid),
  );
  return bidChoices(evaluation.document.bids.filter(({ id }) => flagged.has(id)));
}

export const askLowBidAct = act({
  name: "ask-low-bid",
  phase: "checks",
  takes: {
    bid: required({ option: "--bid <id>", choices: ({ evaluation }) => unasked(evaluation) }),
    question: required(),
  },
  perform: ({ document }, { bid, question }, by) => askLowBid(document, bid, question, by),
  tell: (_, words) => words.cli.group.rowAdded(words.sheets.lowBids),
});
