/**
 * How a bid stands, in the pane's words: as everywhere, and that a requirement that is not met still
 * lacks its reason, so that nobody takes a verdict just entered for a rejection that can be sent. It
 * decides no standing.
 */
import type { BidEvaluation } from "../core/evaluate";
import { standingText } from "../words/sentences";
import type { Words } from "../words/sv/words";

type Stands = Pick<BidEvaluation, "bid" | "standing" | "reasons">;

/** Whether a bid is out by requirements alone, and no reason has been written for any of them. */
export function awaitsReason({ standing, reasons }: Stands): boolean {
  return (
    standing.value === "rejected" &&
    reasons.every(
      ({ code, reference = "", note = "" }) =>
        code === "requirement-not-met" && reference === "" && note === "",
    )
  );
}

export function standingSaid(bid: Stands, words: Words): string {
  return awaitsReason(bid) ? words.awaitsReason : standingText(bid, words);
}
