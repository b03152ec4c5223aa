/**
 * Every code that the program can say has its words, in both languages, and the words fit where
 * they go.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { en } from "../../src/words/en/words";
import { momentText } from "../../src/words/time";
import { writeWorkbook } from "../../src/sheet/write";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const source = join(__dirname, "..", "..", "src");
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)],
  );
const code = files(source)
  .filter((name) => !/words.(sv|en)./.test(name))
  .map((name) => readFileSync(name, "utf8"))
  .join("\n");

/**
 * Codes as the source writes them: the first argument of `finding(`, `problem(`, `report(`, a
 * problem's `code:`.
 */
const used = (pattern: RegExp) =>
  new Set([...code.matchAll(pattern)].map(([, found = ""]) => found));

test("every finding has its sentence", () => {
  const codes = [
    ...used(/\b(?:finding|problem|report|refuse|note)\(\s*"([a-z-]+)"/g),
    ...used(/code: "(cell-[a-z-]+)"/g),
    ...used(/^ {2}"([a-z-]+)": \(bid/gm),
  ];
  expect(codes.length).toBeGreaterThan(35);
  expect(codes.filter((each) => !(each in sv.findings))).toEqual([]);
});

test("every problem with a document has its sentence", () => {
  const folder = join(source, "core/document");
  const document_ = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("");
  const codes = [
    ...document_.matchAll(
      /(?:error|code): "([a-z-]+)"|(?:misplaced|strangers|unknownIds)\(.*"([a-z-]+)"\)/g,
    ),
  ].map(([, a, b]) => a ?? b ?? "");
  expect(codes.length).toBeGreaterThan(40);
  expect([...new Set(codes)].filter((each) => !(`document-${each}` in sv.findings))).toEqual([]);
});

test("every failure has its sentence", () => {
  const codes = [...used(/new Failure\(\s*"([a-z-]+)"/g), ...used(/"(file-[a-z-]+)"/g)];
  expect(codes.filter((each) => !(each in sv.failures))).toEqual([]);
});

test("no sentence is without use", () => {
  const said = new Set([...Object.keys(sv.findings), ...Object.keys(sv.failures)]);
  const unused = [...said].filter(
    (each) =>
      !code.includes(`"${each.replace(/^document-/, "")}"`) &&
      !code.includes(each) &&
      !/^document-score-/.test(each),
  );
  expect(unused).toEqual([]);
});

const names = [
  "answers",
  "verdicts",
  "flags",
  "panels",
  "aggregates",
  "regimes",
  "procedures",
  "bases",
  "methodTypes",
  "scaleTypes",
  "criterionKinds",
  "requirementKinds",
  "verifications",
  "categories",
  "priceForms",
  "tieRules",
  "roundingModes",
  "stages",
  "services",
  "agreements",
  "checkOrders",
  "priceVisibilities",
  "initialBids",
  "examinations",
  "secondVerdicts",
  "roundKinds",
  "clarificationRules",
  "clarificationSubjects",
  "lowBidDecisions",
  "eventTypes",
  "publishedParts",
  "confidentialSubjects",
  "confidentialDecisions",
  "checklistAnswers",
  "sendings",
  "standstills",
] as const;
const lists = (words: Words): [string, { readonly [code: string]: string }][] =>
  names.map((name) => [name, words[name]]);

test.each([
  ["sv", sv],
  ["en", en],
] as const)(
  "the words of each list in %s are distinct, so that a cell has one meaning",
  (_, words) => {
    for (const [name, list] of lists(words))
      expect([name, new Set(Object.values(list)).size]).toEqual([name, Object.values(list).length]);
  },
);

test("a word means the same in both languages wherever both know it", () => {
  for (const [name, list] of lists(sv)) {
    const other = new Map(lists(en)).get(name) ?? {};
    for (const [key, word] of Object.entries(list)) {
      const there = Object.entries(other).find(
        ([, each]) => each.toLowerCase() === word.toLowerCase(),
      );
      expect([name, word, there?.[0] ?? key]).toEqual([name, word, key]);
    }
  }
});

test.each([
  ["sv", sv],
  ["en", en],
] as const)(
  "drop-downs in %s keep within what Excel takes: 255 characters, no commas inside a word",
  (_, words) => {
    const value = document({
      criteria: [monetary("M", { deduction: "1", scale: { type: "yes-no" } })],
      requirements: ["K"],
      bids: [{ id: "A", price: "1" }],
    });
    for (const page of writeWorkbook(value, words)) {
      for (const { values = [] } of page.choices) {
        expect(values.join(",").length).toBeLessThanOrEqual(255);
        expect(values.filter((each) => each.includes(","))).toEqual([]);
      }
    }
  },
);

test.each([
  ["sv", sv],
  ["en", en],
] as const)("sheet names in %s are ones that Excel takes", (_, words) => {
  const names = Object.values(words.sheets);
  // And that need no quotes: the library that writes print titles does not put any.
  expect(
    names.filter((name) => name.length > 31 || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)),
  ).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

test.each(
  // prettier-ignore
  [
  ["2026-03-02",                "2026-03-02"],
  ["2026-03-02T10:00",          "2026-03-02 10:00"],
  ["2026-03-02T10:00:05Z",      "2026-03-02 11:00:05"],
  ["2026-03-02T10:00:05.123Z",  "2026-03-02 11:00:05"],
],
)("the moment %s is read as %s", (moment, text) => expect(momentText(moment)).toBe(text));

test("English says a currency, a rank and a limit that is kept as its sheets and papers do", () => {
  const { model, result } = en.pane;
  expect([model.unitOf("SEK"), result.place, en.limits.met]).toEqual(["SEK", "Rank", "holds"]);
});
