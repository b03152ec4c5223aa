/**
 * Which bids look abnormally low under the screening rule that the user has stated. A sign to look
 * at and nothing more: whether a bid is abnormally low is asked of the bidder and decided by a
 * person (LOU 16 kap. 7 §, 19 kap. 18 §).
 */
import type { LowBid } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { medianOf } from "../core/arithmetic";
import { lowBidRecord } from "../core/abnormally-low";
import { Exact } from "../core/number";

export type ScreenedBid = {
  readonly bid: string;
  readonly price: Exact;
  /**
   * Per cent below the median of all prices, and below the next higher price; negative is above.
   */
  readonly belowMedian: Exact | undefined;
  readonly belowNext: Exact | undefined;
  readonly isFlagged: boolean;
  readonly record: LowBid | undefined;
};

const hundred = Exact.of("100");

/**
 * @returns a row for each bid with a price that is not rejected for something else; nothing where
 *   no rule is stated
 */
export function screenAbnormallyLow({ document, bids }: Evaluation): ScreenedBid[] {
  const { lowBids: rule } = document.procurement;
  if (rule === undefined) return [];
  const priced = bids.flatMap(({ bid, price, standing, reasons }) => {
    const isOut =
      standing.value === "rejected" && !reasons.some(({ code }) => code === "abnormally-low");
    return isOut || price.offered.value === undefined
      ? []
      : [{ bid: bid.id, price: price.offered.value }];
  });
  const sorted = priced.map(({ price }) => price).sort((a, b) => a.compare(b));
  const median = medianOf(sorted);
  return priced.map(({ bid, price }) => {
    const next = sorted.find((each) => each.compare(price) > 0);
    const [belowMedian, belowNext] = [
      shareBelow(price, sorted.length > 1 ? median : undefined),
      shareBelow(price, next),
    ];
    const isFlagged = reaches(belowMedian, rule.belowMedian) || reaches(belowNext, rule.belowNext);
    return {
      bid,
      price,
      belowMedian,
      belowNext,
      isFlagged,
      record: lowBidRecord(document, bid)?.record,
    };
  });
}

function shareBelow(price: Exact, of: Exact | undefined): Exact | undefined {
  return of === undefined || of.compare(Exact.zero) <= 0
    ? undefined
    : of.minus(price).over(of).times(hundred);
}

function reaches(below: Exact | undefined, limit: string | undefined): boolean {
  return below !== undefined && limit !== undefined && below.compare(Exact.of(limit)) >= 0;
}
