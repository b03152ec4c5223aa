/**
 * The library of models, worked out by hand. Price rows: implementation once and 48 months of
 * licence. A 350 000 + 48 · 22 500 = 1 430 000; B 1 326 200; C 1 346 000. Usability and support of
 * 5: A 5 and 3, B 3 and 3, C 3 and 5.
 */
import type { TemplateName } from "../../src/app/templates/models";
import { imaginedBids } from "../../src/app/templates/imagined-bid";
import { libraryTables } from "../../src/app/templates/library-tables";
import { templateNames } from "../../src/app/templates/models";
import { modelsBeside } from "../../src/app/templates/side-by-side";
import { templateDocument } from "../../src/app/templates/template-document";
import { withoutBids } from "../../src/app/templates/without-bids";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { lint } from "../../src/lab/lint";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";

test.each<[TemplateName, string[]]>(
  // prettier-ignore
  [
  // Usability up to 300 000 and support up to 150 000, by share of full marks.
  ["monetary",     ["A 1040000.00", "B 1056200.00", "C 1016000.00"]],
  // Whole or nothing: A has the first, C the second.
  ["items",        ["A 1130000.00", "B 1326200.00", "C 1196000.00"]],
  // 60 000 and 30 000 a point: A 390 000, B 270 000, C 330 000.
  ["per-point",    ["A 1040000.00", "B 1056200.00", "C 1016000.00"]],
  // 8 points give 450 000, 6 give 200 000.
  ["bands",        ["A 980000.00",  "B 1126200.00", "C 896000.00"]],
  ["constant",     ["A 1490000.00", "B 1506200.00", "C 1466000.00"]],
  // What is missing is added: A 60 000, B 180 000, C 120 000.
  ["surcharge",    ["A 1490000.00", "B 1506200.00", "C 1466000.00"]],
  // 26, 18 and 22 per cent off.
  ["percentage",   ["A 1058200.00", "B 1087484.00", "C 1049880.00"]],
  // 2,5 · (2 400 000 − price) ÷ 1 600 000, and of 1,5 and 1 point: A 1,5 + 0,6, B 0,9 + 0,6, C 0,9 + 1.
  ["points",       ["A 3.62",       "B 3.18",       "C 3.55"]],
  // 50 · 1 326 200 ÷ price: A 46,37, B 50, C 49,26; and of 30 and 20: A 42, B 30, C 38.
  ["relative",     ["A 88.37",      "B 80.00",      "C 87.26"]],
  // 0,84, 0,60 and 0,76 by price, in millions.
  ["quotient",     ["A 0.59",       "B 0.45",       "C 0.56"]],
  ["fixed-price",  ["A 84.00",      "B 60.00",      "C 76.00"]],
  ["lowest-price", ["A 1430000.00", "B 1326200.00", "C 1346000.00"]],
  // Year 0, five years of licence at 4 per cent, and moving out in the fifth; reckoned as fractions.
  ["life-cycle",   ["A 1601307.66", "B 1640001.92", "C 1511314.44"]],
  // Six years count. A 3 · 200 000 + 25 000 · 12 · 6 + 300 · 1 100; B 450 000 + 900 000 + 300 000 and the
  // municipalities' own 3 · 90 000 · 6; C 750 000 + 1 575 000 + 360 000.
  ["joint",        ["A 2730000.00", "B 3270000.00", "C 2685000.00"]],
  // Experience first, then resources.
  ["selection",    ["A 1.00",       "B 3.00",       "C 2.00"]],
  ],
)("the bids of the template %s come to %j", (name, expected) => {
  const { bids } = evaluate(templateDocument(name, sv));
  expect(bids.map(({ bid, result }) => `${bid.id} ${result.value?.toFixed(2)}`)).toEqual(expected);
});

test("every template can be published as it is and is finally evaluated, in both languages", () => {
  const wrong = templateNames.flatMap((name) =>
    [sv, en].flatMap((words) => {
      const document = templateDocument(name, words);
      const evaluation = evaluate(document);
      return [
        ...evaluation.findings.filter(({ severity }) => severity !== "warning"),
        ...lint(document, evaluation).filter(({ severity }) => severity === "blocking"),
      ].map(({ code }) => `${name} ${code}`);
    }),
  );
  expect(wrong).toEqual([]);
});

/** Twice the price level that the templates were made up for: their kronor double. */
const imagined = [
  { name: "Dyr", price: Exact.of("3200000"), quality: 1 },
  { name: "Billig", price: Exact.of("2400000"), quality: 0.5 },
];

test("imagined bids are ranked by every model that ranks on price and quality", () => {
  const rows = modelsBeside(imagined, sv).map(({ name, ranked }) => [
    name,
    ...(ranked?.bids.map(
      ({ rank, result }) => `${rank.value?.toText()}: ${result.value?.toFixed(2)}`,
    ) ?? []),
  ]);
  // prettier-ignore
  expect(rows).toEqual([
    // Deductions of 600 000 and 300 000: whole, and half.
    ["monetary",     "2: 2300000.00", "1: 1950000.00"],
    ["items",        "2: 2300000.00", "1: 1950000.00"],
    // 120 000 and 60 000 a point: 900 000, and for 2,5 → 3 points of each 540 000.
    ["per-point",    "2: 2300000.00", "1: 1860000.00"],
    // 10 points give 900 000; 6 points give 400 000.
    ["bands",        "2: 2300000.00", "1: 2000000.00"],
    ["constant",     "2: 3200000.00", "1: 2850000.00"],
    ["surcharge",    "2: 3200000.00", "1: 2850000.00"],
    // 30 and 15 per cent off.
    ["percentage",   "2: 2240000.00", "1: 2040000.00"],
    // 2,5 · (4 800 000 − price) ÷ 3 200 000, and 2,5 · quality.
    ["points",       "1: 3.75",       "2: 3.13"],
    ["relative",     "1: 87.50",      "2: 75.00"],
    ["quotient",     "1: 0.31",       "2: 0.21"],
    ["fixed-price",  "1: 100.00",     "2: 50.00"],
    ["lowest-price", "2: 3200000.00", "1: 2400000.00"],
    ["life-cycle"],
    ["joint"],
    ["selection"],
  ]);
});

// prettier-ignore
test.each<[string, string, string]>([
  // price typed     quality  the bid
  ["12500000",      "80",    "12500000 0.8"],
  ["12 500 000 kr", "80 %",  "12500000 0.8"],
  ["1249,50",       "0",     "1249.5 0"],
  ["1 249 500:-",   "60",    "1249500 0.6"],
  ["SEK 1 249 500", "60",    "1249500 0.6"],
  ["12\u00a0500\u202f000", "60", "12500000 0.6"],
  ["",              "",      "left out"],
  // A thousand with a point could be one krona with decimals.
  ["38.000",        "60",    "refused price"],
  ["4.500.000:-",   "60",    "refused price"],
  ["EUR 100",       "60",    "refused price"],
  ["11,9 mkr",      "60",    "refused price"],
  ["–",             "60",    "refused price"],
  ["0",             "60",    "refused price"],
  ["",              "60",    "refused price"],
  ["12500000",      "",      "refused quality"],
  ["12500000",      "101",   "refused quality"],
  ["12500000",      "80,5",  "refused quality"],
])("a bid imagined as %j and %j is %s", (price, quality, expected) => {
  const { bids, refused } = imaginedBids([{ price, quality }], "SEK", [sv, en]);
  const [bid] = bids;
  const taken = bid ? `${bid.price.toText()} ${bid.quality}` : "left out";
  expect(refused[0] ? `refused ${refused[0].part}` : taken).toBe(expected);
});

test("everything that cannot be read is given back, bid by bid, with the currency that was asked for", () => {
  const { bids, refused } = imaginedBids(
    [
      { price: "38.000", quality: "101" },
      { price: "1 000", quality: "60" },
      { price: "", quality: "70" },
    ],
    "EUR",
    [sv, en],
  );
  expect(bids.map(({ name }) => name)).toEqual(["B"]);
  expect(refused).toEqual([
    { bid: "A", part: "price", typed: "38.000", currency: "EUR" },
    { bid: "A", part: "quality", typed: "101", currency: "EUR" },
    { bid: "C", part: "price", typed: "", currency: "EUR" },
  ]);
});

test("a bid keeps the letter that its fields have, whichever others are blank", () => {
  const blank = { price: "", quality: "" };
  const { bids } = imaginedBids([blank, { price: "900 000", quality: "70" }], "SEK", [sv, en]);
  expect(bids.map(({ name }) => name)).toEqual(["B"]);
});

test("imagined prices and adjusted prices have their currency; points have none", () => {
  const { bids } = imaginedBids([{ price: "4 250 000", quality: "80" }], "SEK", [sv, en]);
  const [ranked] = libraryTables(modelsBeside(bids, sv), bids, sv);
  const plain = (text: unknown) => String(text).replaceAll("\u00a0", " ");
  expect(plain(ranked?.columns[1])).toBe("A (4 250 000 SEK, 80 %)");
  const row = (name: string) => plain(ranked?.rows.find(([first]) => first === name)?.[1]);
  expect(row("Lägsta pris")).toBe("1: 4 250 000 SEK");
  expect(row("Poäng i förhållande till lägsta pris")).not.toMatch(/SEK/);
});

test("from an earlier procurement its model, requirements and evaluators follow, and neither its bids nor its case number", () => {
  const earlier = templateDocument("monetary", sv);
  const own = withoutBids(earlier);
  expect([earlier.bids.length, earlier.procurement.caseNumber]).toEqual([3, "EXEMPEL-1"]);
  expect([own.bids, own.procurement.caseNumber]).toEqual([[], ""]);
  expect([own.model, own.requirements, own.criteria, own.priceItems]).toEqual([
    earlier.model,
    earlier.requirements,
    earlier.criteria,
    earlier.priceItems,
  ]);
  expect(own.evaluators.map(({ id }) => id)).toEqual(earlier.evaluators.map(({ id }) => id));
});
