/**
 * A bid that a person has rejected as abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §). The recorded
 * decision is what rejects it; no figure of ours ever does.
 */
import type { Check } from "./compliance";
import type { Bid, EvaluationDocument } from "./document";
import { decided, input } from "./step";

/** The decision as something held against the bid; nothing where none was taken, or another than to reject. */
export function lowBidCheck({ lowBids = [] }: EvaluationDocument, bid: Bid): Check[] {
  return lowBids.flatMap(({ bid: of, decision }, n): Check[] => {
    if (of !== bid.id || decision !== "rejected") return [];
    const given = input<string>({ what: "low-bid-decision", bid: bid.id }, `lowBids[${n}].decision`, decision);
    return [{ code: "abnormally-low", check: decided({ what: "limit-check", bid: bid.id, detail: "low-bid" }, given, true) }];
  });
}
