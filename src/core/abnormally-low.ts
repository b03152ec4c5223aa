/**
 * A bid that a person has rejected as abnormally low (LOU 16 kap. 7 §, 19 kap. 18 §). The recorded
 * decision is what rejects it; no figure of ours ever does.
 */
import type { Check } from "./compliance";
import type { Bid, EvaluationDocument, LowBid } from "./document/schema";
import { decided, input } from "./step";
import { lowBidAt } from "./place";

/** The last record about a bid, and its place in the list: what was decided later holds. */
export function lowBidRecord(
  { lowBids = [] }: Pick<EvaluationDocument, "lowBids">,
  bid: string,
): { readonly record: LowBid; readonly n: number } | undefined {
  return lowBids
    .map((record, n) => ({ record, n }))
    .filter(({ record }) => record.bid === bid)
    .at(-1);
}

/**
 * The decision as something held against the bid; nothing where none was taken, or another than to
 * reject.
 */
export function lowBidCheck(document: EvaluationDocument, bid: Bid): Check[] {
  const found = lowBidRecord(document, bid.id);
  if (found?.record.decision !== "rejected") return [];
  const given = input<string>(
    { what: "low-bid-decision", bid: bid.id },
    lowBidAt(found.n, "decision"),
    found.record.decision,
  );
  return [
    {
      code: "abnormally-low",
      check: decided({ what: "limit-check", bid: bid.id, detail: "low-bid" }, given, true),
    },
  ];
}
