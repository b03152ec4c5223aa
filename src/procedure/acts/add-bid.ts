/**
 * Adding a bid: its row in the register, with the columns and rows that other sheets have for each
 * bid. Nothing is known about it yet, and nothing is entered as if it were. A bid that is added after
 * the opening of the bids was recorded counts for nothing until that change is recorded, as any
 * other change of the register.
 */
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { typedMoment } from "../../core/moment";
import { isOddNumber } from "../../core/organisation-number";
import { bidAt } from "../../core/place";
import { isSameBidder } from "../../core/same-bidder";
import type { Acted } from "./act";
import { act, optional, required } from "./act";

/** What is known of a bid when it comes in; a blank id is chosen, a blank text is not known. */
export type NewBid = {
  readonly id: string;
  readonly bidder: string;
  readonly organisationNumber: string;
  readonly receivedAt: string;
};

/** @returns the document with the bids last, and a question about each bidder that has one already */
export function addBids(document: EvaluationDocument, added: readonly NewBid[]): Acted {
  const refused = refusals(document, added);
  if (refused.length > 0) return { refused };
  let after = document;
  const findings: Finding[] = [];
  for (const each of added) {
    const bid = bidOf(each, after.bids);
    findings.push(...sameBidder(bid, after.bids), ...oddNumber(bid));
    after = { ...after, bids: [...after.bids, bid] };
  }
  return { document: after, counts: { added: added.length }, findings };
}

function refusals({ bids }: EvaluationDocument, added: readonly NewBid[]): Finding[] {
  if (added.length === 0) return [finding("bidder-missing", "blocking", "bids")];
  return added.flatMap(({ id, bidder }) => {
    const taken = bids.find((bid) => id !== "" && bid.id.toLowerCase() === id.toLowerCase());
    if (taken)
      return [finding("bid-id-taken", "blocking", bidAt(taken.id), { id, bidder: taken.bidder })];
    return bidder === "" ? [finding("bidder-missing", "blocking", "bids")] : [];
  });
}

function bidOf({ id, bidder, organisationNumber, receivedAt }: NewBid, bids: readonly Bid[]): Bid {
  return {
    id: id === "" ? freeBidId(bids.map((bid) => bid.id)) : id,
    bidder,
    ...(organisationNumber !== "" && { organisationNumber }),
    ...(receivedAt !== "" && { receivedAt: typedMoment(receivedAt) }),
    answers: {},
    scores: {},
  };
}

const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));

/** The first of A … Z, A2 … Z2, A3 … that no bid has, in whatever case. */
export function freeBidId(ids: readonly string[]): string {
  const taken = new Set(ids.map((id) => id.toUpperCase()));
  for (let round = 1; ; round += 1) {
    const names = letters.map((letter) => (round === 1 ? letter : `${letter}${round}`));
    const free = names.find((name) => !taken.has(name));
    if (free !== undefined) return free;
  }
}

/** A bidder may hand in several bids where the documents allow it, so this is asked, not refused. */
function sameBidder(bid: Bid, bids: readonly Bid[]): Finding[] {
  const same = bids.find((other) => isSameBidder(bid, other));
  if (!same) return [];
  const details = { id: bid.id, bidder: bid.bidder, other: same.id };
  return [finding("bidder-twice", "warning", bidAt(bid.id), details)];
}

/**
 * The bidders of a text: a name on each line, as cells are copied from a sheet, or with semicolons
 * between. What stands beside a name in a row of a sheet is kept, since nobody knows what it is.
 */
export function typedBidders(text: string): string[] {
  return text
    .split(/[;\r\n]/)
    .map((each) => each.replace(/\t/g, " ").replace(/ +/g, " ").trim())
    .filter((each) => each !== "");
}

/** The bids that a text would add, with the ids that they would get. */
export function bidsToAdd(
  text: string,
  bids: readonly Pick<Bid, "id">[],
): Pick<Bid, "id" | "bidder">[] {
  const taken = bids.map(({ id }) => id);
  return typedBidders(text).map((bidder) => {
    const id = freeBidId(taken);
    taken.push(id);
    return { id, bidder };
  });
}

/** Foreign numbers exist, so this is asked too. */
function oddNumber({ id, organisationNumber: seen = "" }: Bid): Finding[] {
  if (seen === "" || !isOddNumber(seen)) return [];
  return [finding("organisation-number-odd", "warning", bidAt(id, "organisationNumber"), { seen })];
}

export const addBidAct = act({
  name: "add-bid",
  phase: "bids",
  takes: {
    name: required({ option: "--name <names>", isLong: true }),
    id: optional(),
    organisationNumber: optional({ option: "--org <number>" }),
    receivedAt: optional({ option: "--received <time>", isMoment: true }),
  },
  perform: ({ document }, { name, id, organisationNumber, receivedAt }) => {
    const names = typedBidders(name);
    const isOne = names.length === 1;
    if (!isOne && (id !== "" || organisationNumber !== ""))
      return { refused: [finding("bids-share-id", "blocking", "bids")] };
    return addBids(
      document,
      names.map((bidder) => ({ id, bidder, organisationNumber, receivedAt })),
    );
  },
  tell: ({ document, counts }, words) =>
    words.cli.group.bidsAdded(
      document.bids.slice(-(counts?.["added"] ?? 0)).map(({ id, bidder }) => `${bidder} (${id})`),
    ),
});
