/** A recorded outcome in the reader's words, with the bidders' names where they are known. */
import { outcomeText } from "../../src/words/outcome-text";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";

const names = { bids: new Map([["A", "Norrvik AB"]]), withdrawn: new Set(["F"]) };

// prettier-ignore
test.each<[string, Words, string]>([
  ["A 120.50 (1); B rejected",   sv, "Norrvik AB (A) 120,50 (plats 1); B förkastat"],
  ["A 120.50 (1); B rejected",   en, "Norrvik AB (A) 120.50 (rank 1); B rejected"],
  ["Y kommun: A 9 (1)",          sv, "Y kommun: Norrvik AB (A) 9 (plats 1)"],
  ["F rejected",                 sv, "F återkallat"],
  ["Y kommun: F rejected",       en, "Y kommun: F withdrawn"],
  ["[sekretess]",                sv, "[sekretess]"],
])("%s", (recorded, words, text) => expect(outcomeText(recorded, words, names)).toBe(text));
