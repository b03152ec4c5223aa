/**
 * Findings about abnormally low bids: bids below the stated limits, token prices, and records that
 * are not finished. "Ska" in the directive's regime (LOU 16 kap. 7 §), "får" in the national one; in
 * neither does a figure by itself reject a bid.
 */
import type { Evaluation } from "../../core/evaluate";
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import { lowBidRecord } from "../../core/abnormally-low";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { screenAbnormallyLow } from "../abnormally-low-screen";
import { tokenPrices } from "../token-prices";
import { lowBidAt, priceAt } from "../../core/place";

/** Bids that the stated limits flag and that no record is about; then the records themselves. */
export function lowBidFindings(evaluation: Evaluation): Finding[] {
  const { document } = evaluation;
  return [
    ...flaggedFindings(evaluation),
    ...document.bids.flatMap((bid) => recordFindings(bid, document)),
  ];
}

function flaggedFindings(evaluation: Evaluation): Finding[] {
  const { bids, procurement } = evaluation.document;
  const { regime } = procurement;
  const bidderOf = (bid: string) => bids.find(({ id }) => id === bid)?.bidder ?? bid;
  return screenAbnormallyLow(evaluation)
    .filter(({ isFlagged, record }) => isFlagged && record === undefined)
    .map(({ bid, belowMedian, belowNext }) =>
      finding("low-bid-flagged", regime === "directive" ? "open" : "warning", priceAt(bid), {
        bid,
        bidder: bidderOf(bid),
        regime,
        belowMedian: belowMedian?.toDecimal(1) ?? "",
        belowNext: belowNext?.toDecimal(1) ?? "",
      }),
    );
}

/** The first thing that the last record about a bid lacks. */
function recordFindings({ id: bid, bidder }: Bid, document: EvaluationDocument): Finding[] {
  const { regime } = document.procurement;
  const found = lowBidRecord(document, bid);
  if (!found) return [];
  const { record, n } = found;
  const place = lowBidAt(n);
  if (record.decision === undefined)
    return [finding("low-bid-undecided", "open", `${place}.decision`, { bid, bidder, regime })];
  if ((record.reason ?? "") === "" || (record.decidedBy ?? "") === "")
    return [finding("low-bid-without-reason", "open", `${place}.reason`, { bid, bidder })];
  return record.decision === "rejected" && record.requestedAt === undefined
    ? [
        finding("low-bid-without-request", "blocking", `${place}.requestedAt`, {
          bid,
          bidder,
          regime,
        }),
      ]
    : [];
}

/**
 * One finding for each bid with a token price, until its assessment is recorded. A bid that the
 * stated limits flag already has its question.
 */
export function tokenFindings(evaluation: Evaluation): Finding[] {
  const { document } = evaluation;
  const flagged = new Set(
    screenAbnormallyLow(evaluation).flatMap(({ isFlagged, bid }) => (isFlagged ? bid : [])),
  );
  const prices = tokenPrices(evaluation);
  return document.bids.flatMap(({ id: bid, bidder }) => {
    const ofBid = prices.filter((price) => price.bid === bid);
    const [first] = ofBid;
    if (!first || flagged.has(bid) || lowBidRecord(document, bid)) return [];
    const { item, price, median } = first;
    return [
      finding("low-bid-token-price", "open", item ? priceAt(bid, item.id) : priceAt(bid), {
        bid,
        bidder,
        regime: document.procurement.regime,
        name: item?.name ?? "",
        price: price.toText(),
        median: median?.toText() ?? "",
        items: ofBid.flatMap((token) => token.item?.id ?? []),
      }),
    ];
  });
}
