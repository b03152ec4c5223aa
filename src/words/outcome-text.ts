/**
 * A recorded outcome in the reader's words: "A 120.50 (1); B rejected" as "A 120,50 (plats 1); B
 * förkastat". What it does not know, as a marker in place of a secret, it leaves as it is.
 */
import type { CaseNames, Names } from "../core/document/names";
import { noNames } from "../core/document/names";
import { namedId } from "./named-id";
import type { Words } from "./sv/words";

/**
 * A bid by its bidder where that is known, "Norrvik AB (A)"; after the authority whose contract it is
 * about, where contracts are separate.
 */
export function bidText(bid: string, names: Names): string {
  const [, authority = "", id = ""] = /^(.*: )?(\S+)$/.exec(bid) ?? [];
  return `${authority}${namedId(id, names)}`;
}

/** One bid of an outcome: its id, its result or standing, and its rank where it has one. */
const bidOutcome =
  /^((?:[^;|]*: )?\S+) (?:(-?\d+(?:\.\d+)?)|(standing|rejected|undecided))(?: \((\d+)\))?$/;

/** What a bid is called, and whether its bidder has withdrawn it. */
type BidNames = Pick<CaseNames, "bids" | "withdrawn">;

export function outcomeText(text: string, words: Words, names: BidNames = noNames): string {
  return text
    .split(/(; | \| )/)
    .map((part) => {
      const [, bid, result, standing = "", rank] = bidOutcome.exec(part) ?? [];
      if (bid === undefined) return part;
      const came =
        result === undefined ? standingWord(standing, bid, words, names) : words.number(result);
      return words.history.outcome(bidText(bid, names.bids), came, rank ?? "");
    })
    .join("");
}

/**
 * A recorded standing in a sentence. What was recorded calls every bid that is out rejected; people do not
 * call one so that its bidder has withdrawn. Any other text, as a rank, is as it is.
 */
export function standingWord(
  code: string,
  bid: string,
  words: Words,
  { withdrawn }: Pick<CaseNames, "withdrawn">,
): string {
  const standings: { readonly [code: string]: string } = words.standings;
  const [id = bid] = /\S+$/.exec(bid) ?? [];
  const isWithdrawn = code === "rejected" && withdrawn.has(id);
  return (isWithdrawn ? words.withdrawn : (standings[code] ?? code)).toLowerCase();
}

/** A recorded list of bids, "A, B" or "2026-04-14: A; B", by their bidders; any other text as it is. */
export function bidListText(text: string, names: Names): string {
  const [, before = "", list = ""] = /^(.*: )?(.*)$/.exec(text) ?? [];
  const ids = list.split(/(, |; )/);
  const isList = ids.every((id, n) => n % 2 === 1 || names.has(id));
  return isList ? `${before}${ids.map((id) => namedId(id, names)).join("")}` : text;
}
