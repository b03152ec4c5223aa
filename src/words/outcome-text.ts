/**
 * A recorded outcome in the reader's words: "A 120.50 (1); B rejected" as "A 120,50 (plats 1); B
 * förkastat". What it does not know, as a marker in place of a secret, it leaves as it is.
 */
import type { Names } from "../core/document/names";
import { namedId } from "./sentences";
import type { Words } from "./sv/words";

const unnamed: Names = new Map();

/** A bid with its bidder where that is known; after the authority whose contract it is about. */
function named(bid: string, names: Names): string {
  const [, authority = "", id = ""] = /^(.*: )?(\S+)$/.exec(bid) ?? [];
  return `${authority}${namedId(id, names)}`;
}

/** One bid of an outcome: its id, its result or standing, and its rank where it has one. */
const bidOutcome =
  /^((?:[^;|]*: )?\S+) (?:(-?\d+(?:\.\d+)?)|(standing|rejected|undecided))(?: \((\d+)\))?$/;

export function outcomeText(text: string, words: Words, names: Names = unnamed): string {
  const standings: { readonly [code: string]: string } = words.standings;
  return text
    .split(/(; | \| )/)
    .map((part) => {
      const [, bid, result, standing = "", rank] = bidOutcome.exec(part) ?? [];
      if (bid === undefined) return part;
      const came = result === undefined ? standings[standing]?.toLowerCase() : words.number(result);
      return words.history.outcome(named(bid, names), came ?? standing, rank ?? "");
    })
    .join("");
}
