/**
 * What the published text says an amount is in: the currency of the procurement. Texts that say "kr"
 * are published already, and are read as kronor and as nothing else.
 */
import { compareModelText } from "../../src/lab/compare-model-text";
import { modelSections } from "../../src/lab/model-tables";
import { modelTest } from "../../src/lab/laboratory";
import { modelText } from "../../src/lab/model-text";
import { readModelText } from "../../src/lab/read-model-text";
import { evaluate } from "../../src/core/evaluate";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const crowns = document({
  model: { method: { type: "monetary", constant: "450000" }, priceCeiling: "2000000" },
  criteria: [monetary("M", { deduction: "300000" })],
  bids: [{ id: "A", price: "1000000", scores: { M: "4" } }],
});
const euro = { ...crowns, procurement: { ...crowns.procurement, currency: "EUR" } };

/** The lines with an amount, without the space that the language has in a number. */
const amounts = (of: typeof crowns, words: Words) =>
  modelText(of, words)
    .split("\n")
    .filter((line) => /\d000|\d[\s\u00a0\u202f,]000/.test(line))
    .map((line) => line.replace(/(\d)[\s\u00a0\u202f,](?=\d{3})/g, "$1 "));

test("each amount is in the procurement's currency", () => {
  expect(amounts(crowns, sv)).toEqual([
    "Till varje anbud läggs 450 000 SEK.",
    "Ett anbud med högre pris än 2 000 000 SEK förkastas.",
    "Avdrag vid full uppfyllnad: 300 000 SEK.",
  ]);
  expect(amounts(euro, sv)).toEqual([
    "Till varje anbud läggs 450 000 EUR.",
    "Ett anbud med högre pris än 2 000 000 EUR förkastas.",
    "Avdrag vid full uppfyllnad: 300 000 EUR.",
  ]);
  expect(amounts(euro, en)).toEqual([
    "450 000 EUR is added to every bid.",
    "A bid priced above 2 000 000 EUR is rejected.",
    "Deduction at full fulfilment: 300 000 EUR.",
  ]);
});

test("no sentence and no table of a model in euro speaks of kronor", () => {
  const evaluation = evaluate(euro);
  for (const words of [sv, en]) {
    const { properties, ...rest } = modelTest(evaluation);
    const tables = modelSections(properties, rest, words);
    const said = [modelText(euro, words), JSON.stringify(tables)].join("\n");
    expect(said).not.toMatch(/\bkr\b|kronor|SEK/);
    expect(said).toContain("(EUR)");
  }
});

test("a text that says kr is a text about kronor", () => {
  const published = modelText(crowns, sv).replaceAll(" SEK", " kr").replace("i kr.", "i kronor.");
  expect(published).toContain("nedan, i kronor.");
  const read = readModelText(published, sv);
  expect(read.unknownLines).toEqual([]);
  expect(compareModelText(read, crowns, sv)).toEqual([]);
  expect(compareModelText(read, euro, sv).map(({ place }) => place)).toEqual([
    "model",
    "model",
    "model",
    "criteria[M]",
  ]);
});
