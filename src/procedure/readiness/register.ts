/**
 * Findings about the register of bids and about what was recorded: bids that came in late, and records
 * that are no longer whole.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { hasLeft } from "../../core/departures";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isBefore } from "../../core/moment";
import { bidAt } from "../../core/place";
import { damagedRecords } from "../../journal/recorded-content";

export function registerFindings(document: EvaluationDocument): Finding[] {
  return [
    ...damagedRecords(document).map(({ time, by }) =>
      finding("record-damaged", "blocking", "events", { time, by }),
    ),
    ...lateBidFindings(document),
  ];
}

/** Bids that came in after the time for bids, and have been neither withdrawn nor rejected. */
function lateBidFindings({ award = {}, bids }: EvaluationDocument): Finding[] {
  const { deadline } = award;
  if (deadline === undefined) return [];
  return bids.flatMap((bid) => {
    const { id, bidder, receivedAt: at } = bid;
    if (at === undefined || !isBefore(deadline, at) || hasLeft(bid)) return [];
    return [
      finding("bid-late", "open", bidAt(id, "receivedAt"), { bid: id, bidder, at, deadline }),
    ];
  });
}
