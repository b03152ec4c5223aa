/**
 * Whether two bids, or forms, are of the same supplier: by the organisation number, and by the name
 * where one of them gives none. It looks nothing up.
 */
import type { Bid } from "./document/schema";

type Bidder = Pick<Bid, "bidder" | "organisationNumber">;

export function isSameBidder(one: Bidder, other: Bidder): boolean {
  const numbers = [one, other].map(({ organisationNumber = "" }) =>
    organisationNumber.replace(/\D/g, ""),
  );
  if (numbers.every((number) => number !== "")) return numbers[0] === numbers[1];
  const [name, otherName] = [plainName(one.bidder), plainName(other.bidder)];
  return name !== "" && name === otherName;
}

function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}
