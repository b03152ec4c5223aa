/**
 * A price that is compared with blank optional rows counted: papers and terminal give what was
 * offered, what was compared, and which published rule made the difference.
 */
import { evaluate } from "../../src/core/evaluate";
import { noMasks } from "../../src/core/secrecy/masks";
import type { EvaluationDocument, Model } from "../../src/core/document/schema";
import { rankingTable } from "../../src/render/terminal";
import { offeredPriceText, priceChanges, usedPriceText } from "../../src/report/price-as-used";
import { sv } from "../../src/words/sv/words";
import { document, licenceAndTraining } from "../small";

// A: 4 × 250 000 + 10 × 9 000 = 1 090 000. B offers 4 × 240 000,5 = 960 002 and no training, which
// counts at A's 9 000 a day: 960 002 + 90 000 = 1 050 002. Without training A is 1 000 000.
const procured = (model: Partial<Model>): EvaluationDocument => {
  const plain = document({
    model: { method: { type: "lowest-price" }, ...model },
    bids: [{ id: "A" }, { id: "B" }],
  });
  return {
    ...plain,
    priceItems: licenceAndTraining,
    bids: plain.bids.map((bid) => ({
      ...bid,
      prices: bid.id === "A" ? { P1: "250000", P2: "9000" } : { P1: "240000.5" },
    })),
  };
};
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const highest =
  "tomma frivilliga rader räknade till det högsta priset bland de andra jämförda anbuden";
const leftOut = "frivilliga rader som inte alla har prissatt borträknade";
const whole = { price: { decimals: 0, mode: "down" } } as const;

// prettier-ignore
test.each<[string, Partial<Model>, string, string, string, string[]]>([
  ["filled: the bid that left it blank", { blankOptional: "highest" },                       "B", "960 002 SEK",   "1 050 002 SEK", [highest]],
  ["filled: the bid that priced it",     { blankOptional: "highest" },                       "A", "1 090 000 SEK", "1 090 000 SEK", []],
  ["left out: the bid that priced it",   { blankOptional: "left-out" },                      "A", "1 090 000 SEK", "1 000 000 SEK", [leftOut]],
  ["left out: the bid that left it",     { blankOptional: "left-out" },                      "B", "960 002 SEK",   "960 002 SEK",   []],
  ["filled, and a rounding that changes nothing", { blankOptional: "highest", rounding: whole }, "B", "960 002 SEK", "1 050 002 SEK", [highest]],
])("%s", (_, model, id, offered, used, why) => {
  const evaluation = evaluate(procured(model));
  const its = { evaluation, secrets: noMasks, words: sv };
  const bid = evaluation.bids.find((each) => each.bid.id === id);
  if (!bid) throw new Error(`no bid ${id}`);
  expect([offeredPriceText(bid, its), usedPriceText(bid, its)].map(plainSpaces)).toEqual([offered, used]);
  expect(priceChanges(bid, its)).toEqual(why);
});

test("the terminal shows both prices of the bid that left a row blank", () => {
  const checked = {
    doubleCheck: { equal: 1, of: 1 },
    selfChecks: { passed: 1, of: 1, failed: [] },
  };
  const shown = rankingTable(evaluate(procured({ blankOptional: "highest" })), checked, sv);
  expect(plainSpaces(shown)).toContain("Pris med tomma rader: Bolaget B (B) 960 002 → 1 050 002");
});
