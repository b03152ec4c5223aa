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
import type { Words } from "../../words/sv/words";
import type { Acted, Done } from "./act";
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

/** A bidder as typed; the number is "" where none stands beside the name. */
type TypedBidder = Pick<NewBid, "bidder" | "organisationNumber">;

/**
 * The bidders of a text: a name on each line, as cells are copied from a sheet, or with semicolons
 * between. A number beside a name is the organisation number; what else stands beside it in a row of a
 * sheet is kept with the name, since nobody knows what it is.
 */
export function typedBidders(text: string): TypedBidder[] {
  return text.split(/[\r\n]/).flatMap(biddersOfLine);
}

function biddersOfLine(line: string): TypedBidder[] {
  const found: TypedBidder[] = [];
  // A number that stands before its name.
  let waiting = "";
  for (const { bidder, organisationNumber } of line.split(";").map(bidderOfCells)) {
    const last = found.at(-1);
    if (bidder !== "") {
      found.push({ bidder, organisationNumber: organisationNumber || waiting });
      waiting = "";
    } else if (last?.organisationNumber === "")
      found.splice(-1, 1, { ...last, organisationNumber });
    else waiting = organisationNumber || waiting;
  }
  // A number that stands alone is kept: nobody else knows whose it is either.
  return waiting === "" ? found : [...found, { bidder: waiting, organisationNumber: "" }];
}

/** The cells of a row of a sheet, or the text between two semicolons. */
function bidderOfCells(text: string): TypedBidder {
  const cells = text
    .split("\t")
    .map((each) => each.replace(/ +/g, " ").trim())
    .filter((each) => each !== "");
  const organisationNumber = cells.find(isNumberAlone) ?? "";
  const others = cells.filter((_, n) => n !== cells.indexOf(organisationNumber));
  return { bidder: others.join(" "), organisationNumber };
}

/** Whether a text is a number as suppliers are registered by: digits, perhaps with a country's letters. */
function isNumberAlone(text: string): boolean {
  return /^(?:[A-Z]{2} ?)?\d[\d -]{5,}\d(?: ?[A-Z]{1,3})?$/.test(text);
}

/** The bids that a text would add, with the ids that they would get. */
export function bidsToAdd(
  text: string,
  bids: readonly Pick<Bid, "id">[],
): (TypedBidder & Pick<Bid, "id">)[] {
  const taken = bids.map(({ id }) => id);
  return typedBidders(text).map((typed) => {
    const id = freeBidId(taken);
    taken.push(id);
    return { ...typed, id };
  });
}

/** What a text would become, a line each, with a question where a number looks mistyped. */
function linesToAdd(text: string, { bids }: EvaluationDocument, words: Words): string[] {
  return bidsToAdd(text, bids).map(({ id, bidder, organisationNumber: seen }) =>
    [
      `${[bidder, seen].filter((each) => each !== "").join(", ")} (${id})`,
      ...(seen !== "" && isOddNumber(seen) ? [words.cli.group.oddNumber] : []),
    ].join(" – "),
  );
}

/** Foreign numbers exist, so this is asked too. */
function oddNumber({ id, organisationNumber: seen = "" }: Bid): Finding[] {
  if (seen === "" || !isOddNumber(seen)) return [];
  return [finding("organisation-number-odd", "warning", bidAt(id, "organisationNumber"), { seen })];
}

/** The number typed in its own field, or that beside the one name; nothing where they differ. */
function oneNumber(typed: string, beside: string): string | undefined {
  if (typed === "" || beside === "") return typed || beside;
  return typed.replace(/\W/g, "") === beside.replace(/\W/g, "") ? typed : undefined;
}

function addedLines({ document, counts }: Done): string[] {
  return document.bids
    .slice(-(counts?.["added"] ?? 0))
    .map(({ id, bidder }) => `${bidder} (${id})`);
}

export const addBidAct = act({
  name: "add-bid",
  phase: "bids",
  takes: {
    name: required({ option: "--name <names>", isLong: true, becomes: linesToAdd }),
    id: optional(),
    organisationNumber: optional({ option: "--org <number>" }),
    receivedAt: optional({ option: "--received <time>", isMoment: true }),
  },
  perform: ({ document }, { name, id, organisationNumber, receivedAt }) => {
    const typed = typedBidders(name);
    const isOne = typed.length === 1;
    if (!isOne && (id !== "" || organisationNumber !== ""))
      return { refused: [finding("bids-share-id", "blocking", "bids")] };
    const given = typed.map(({ bidder, organisationNumber: beside }): NewBid | undefined => {
      const number = oneNumber(organisationNumber, beside);
      return number === undefined
        ? undefined
        : { id, bidder, organisationNumber: number, receivedAt };
    });
    const added = given.filter((each) => each !== undefined);
    return added.length < given.length
      ? { refused: [finding("bidder-two-numbers", "blocking", "bids")] }
      : addBids(document, added);
  },
  added: addedLines,
  tell: (done, words) => words.cli.group.bidsAdded(addedLines(done)),
});
