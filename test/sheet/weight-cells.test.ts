/**
 * Three equal weights: said as 100/3 in the document, read from a formula or a text, written as a
 * formula, and the same to the engine and to the workbook's own formulas.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { evaluate } from "../../src/core/evaluate";
import { parseDocument } from "../../src/core/document/parse";
import { problemFindings } from "../../src/sheet/document-findings";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { secretsOf } from "../../src/core/document/redact";
import { eforms } from "../../src/exchange/eforms";
import { releasePackage } from "../../src/exchange/ocds";
import { openPackage } from "../../src/host/xlsx/package-check";
import { readParts } from "../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { fingerprint } from "../../src/journal/fingerprint";
import { compareModelText } from "../../src/lab/compare-model-text";
import { modelText } from "../../src/lab/model-text";
import { readModelText } from "../../src/lab/read-model-text";
import { readWorkbook } from "../../src/sheet/read";
import { readWeight, writeWeight } from "../../src/sheet/weight-cells";
import type { CellReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { findingText } from "../../src/words/sentences";
import { circumstances } from "../calculator";
import { document, monetary } from "../small";

const all = [sv, en];
const formula = (text: string, value: number, format = ""): CellReading => ({
  kind: "number",
  value,
  formula: text,
  ...(format === "" ? {} : { format }),
});
const typed = (value: string): CellReading => ({ kind: "text", value });

test.each<readonly [string, CellReading, string]>(
  // prettier-ignore
  [
  // in the cell                 reading                                       weight
  ["=100/3",                     formula("100/3", 100 / 3),                    "100/3"],
  ["= 200 / 6",                  formula(" 200 / 6", 200 / 6),                 "200/6"],
  ["=100/4",                     formula("100/4", 25),                         "25"],
  ["=1/3 shown as 33,33 %",      formula("1/3", 1 / 3, "0.00%"),               "100/3"],
  ["100/3 as text",              typed("100/3"),                               "100/3"],
  ["=100/3 as text",             typed("=100/3"),                              "100/3"],
  ["100/4 as text",              typed(" 100/4 "),                             "100/4"],
  ["33,33",                      { kind: "number", value: 33.33 },             "33.33"],
],
)("%s", (_, cell, weight) => {
  expect(readWeight(cell)).toEqual({ value: weight });
});

test.each<readonly [string, CellReading, string]>(
  // prettier-ignore
  [
  ["a third without its formula", { kind: "number", value: 100 / 3 },          "weight-unending"],
  ["a third of another cell",     formula("C4/3", 100 / 3),                    "weight-unending"],
  ["1/3 that Excel made a date",  { kind: "date", value: "2026-03-01" },       "weight-date"],
  ["a division by zero as text",  typed("100/0"),                              "cell-not-number"],
],
)("%s is asked about", (_, cell, code) => {
  const { problem } = readWeight(cell);
  expect(problem?.code).toBe(code);
});

test.each(["sv", "en"] as const)("the sentences say how to write a third, %s", (language) => {
  const words = language === "sv" ? sv : en;
  for (const code of ["weight-unending", "weight-date"] as const)
    expect(findingText({ code, details: { seen: "33,3333333333333" } }, words)).toContain("=100/3");
});

test.each<readonly [string, object]>(
  // prettier-ignore
  [
  ["100/3",  { value: 100 / 3, formula: "100/3", format: "#,##0.0000" }],
  ["400/6",  { value: 400 / 6, formula: "400/6", format: "#,##0.0000" }],
  // Its formula would be read back as 25.
  ["100/4",  { value: "100/4" }],
  ["33.5",   { value: 33.5, format: "#,##0.0" }],
],
)("%s is written so that it is read back", (weight, content) => {
  expect(writeWeight(weight)).toEqual(content);
});

const bids = [
  { id: "A", price: "1000", scores: { U1: "1", U2: "5", U3: "2" } },
  { id: "B", price: "900", scores: { U1: "3", U2: "4", U3: "1" } },
];
const group = (weights: readonly string[]): EvaluationDocument =>
  document({
    criteria: [
      {
        id: "U",
        name: "U",
        kind: "usability",
        deduction: "300",
        children: weights.map((weight, n) => monetary(`U${n + 1}`, { weight })),
      },
    ],
    bids,
  });
const roots = (price: string, weights: readonly string[]): EvaluationDocument =>
  document({
    model: {
      method: {
        type: "points",
        quality: "as-is",
        price: { weight: price, scale: { type: "relative-lowest" } },
      },
    },
    criteria: weights.map((weight, n) => monetary(`U${n + 1}`, { weight })),
    bids,
  });
const thirds = ["100/3", "100/3", "100/3"];

test.each([
  ["a group", group(thirds)],
  ["the roots with the price", roots("100/3", ["50/3", "100/6", "100/3"])],
  ["as text", group(["100/4", "150/4", "75/2"])],
])("%s: a workbook and back, and formulas that say the same", async (_, value) => {
  expect(parseDocument(value).problems).toBeUndefined();
  const pages = writeWorkbook(value, sv);
  const read = readWorkbook(await readParts(openPackage(await writeWorkbookBytes(pages))), all);
  expect(read.findings).toEqual([]);
  expect(fingerprint(read.document ?? {})).toBe(fingerprint(value));
  const outcome = await evaluateWorkbook(new MemoryWorkbook(pages), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  expect(outcome.evaluation.findings.filter(({ severity }) => severity === "blocking")).toEqual([]);
  expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
});

test("thirds that someone typed as =1/3 in per cent cells are thirds to the formulas too", async () => {
  const pages = writeWorkbook(group(thirds), sv).map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.map((cell) =>
        cell?.formula === "100/3" ? { value: 1 / 3, formula: "1/3", format: "0.00%" } : cell,
      ),
    ),
  }));
  const outcome = await evaluateWorkbook(new MemoryWorkbook(pages), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  expect(fingerprint(outcome.document)).toBe(fingerprint(group(thirds)));
  expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
});

const facts = {
  prefix: "ocds-000000",
  time: "2026-03-24T10:00:00Z",
  language: "sv",
  formula: "Pris och kvalitet",
  fingerprint: "0".repeat(64),
} as const;

test("open data and the notice have the nearest decimal", () => {
  const value = roots("100/3", ["100/3", "100/3"]);
  const notice = JSON.stringify(eforms(value, "", "Pris"));
  expect(notice).toContain('"33.3333333333"');
  expect(notice).not.toContain("100/3");
  const data = JSON.stringify(releasePackage(evaluate(value), secretsOf(value), facts));
  expect(data).toContain('"number":33.3333333333,');
  expect(data).not.toContain("null");
});

test("a third of three scores is exactly their mean", async () => {
  const outcome = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(group(thirds), sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  // A has 1, 5 and 2 of 5, and B 3, 4 and 1: 8/15 of 300, which is deducted.
  expect(outcome.evaluation.bids.map(({ result }) => result.value?.toText())).toEqual([
    "840",
    "740",
  ]);
});

test.each<readonly [string, readonly string[], readonly string[] | undefined]>(
  // prettier-ignore
  [
  // weights                               proposed
  ["three of 33,33",   ["33.33", "33.33", "33.33"],        ["100/3", "100/3", "100/3"]],
  ["three of 33",      ["33", "33", "33"],                 ["100/3", "100/3", "100/3"]],
  ["six of 16,67",     Array.from({ length: 6 }, () => "16.67"), Array.from({ length: 6 }, () => "50/3")],
  ["a third and two",  ["33.3", "66.6"],                   ["100/3", "200/3"]],
  ["nothing of thirds", ["30", "30", "30"],                undefined],
],
)("%s: one finding, with the fractions", (_, weights, fractions) => {
  const found = evaluate(group(weights)).findings.filter(({ severity }) => severity === "blocking");
  expect(found.map(({ code }) => code)).toEqual(["weights-not-100"]);
  const [first] = found;
  const sentence = first ? findingText(first, sv) : "";
  for (const fraction of fractions ?? []) expect(sentence).toContain(`=${fraction}`);
  expect(sentence.includes("bråk")).toBe(fractions !== undefined);
});

test.each(["100/0", "0/3", "1/3/3", "100 / 3", "33,3", "-1/3"])(
  "the document refuses the weight %s in one sentence",
  (weight) => {
    const value = group([weight, "50"]);
    value.bids.splice(0);
    const found = problemFindings(parseDocument(value).problems ?? [], value);
    expect(found.map(({ code }) => code)).toEqual(["document-weight"]);
    expect(found.map((each) => findingText(each, sv)).join()).toContain('"100/3"');
  },
);

test.each([
  ["sv", sv],
  ["en", en],
] as const)("the model's text says the fraction and is read back, %s", (_, words) => {
  const value = roots("100/3", ["100/3", "100/3"]);
  const text = modelText(value, words);
  expect(compareModelText(readModelText(text, words), value, words)).toEqual([]);
  // Another way to write the same weight is no difference; another weight is.
  expect(
    compareModelText(readModelText(text.replaceAll("100/3", "200/6"), words), value, words),
  ).toEqual([]);
  expect(
    compareModelText(readModelText(text.replace("100/3", "100/4"), words), value, words),
  ).toHaveLength(1);
});
