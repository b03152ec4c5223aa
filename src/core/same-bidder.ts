/**
 * Whether two bids, or forms, are of the same supplier: by the organisation number, and by the name
 * where one of them gives none. It looks nothing up.
 */
import type { Bid } from "./document/schema";

export function isSameBidder(
  one: Pick<Bid, "bidder" | "organisationNumber">,
  other: Pick<Bid, "bidder" | "organisationNumber">,
): boolean {
  const plain = (text = "") => text.replace(/[\s-]/g, "").toLowerCase();
  const [a, b] = [plain(one.organisationNumber), plain(other.organisationNumber)];
  if (a !== "" && b !== "") return a === b;
  return plain(one.bidder) !== "" && plain(one.bidder) === plain(other.bidder);
}
