/**
 * A finding in the pane: a blocking one that a recorded decision has accepted no longer blocks, and
 * says who decided.
 */
import { findingAnswers } from "../../src/case/finding-answers";
import { caseNames } from "../../src/core/document/names";
import type { Severity } from "../../src/core/finding";
import { finding } from "../../src/core/finding";
import { nowhere } from "../../src/sheet/locate";
import { mergeScoreSheets } from "../../src/scoring/merge-score-sheets";
import { scoreSheetsOf } from "../../src/scoring/score-sheet";
import { sv } from "../../src/words/sv/words";
import { panel } from "../scoring/panel";

const decision = { reason: "Prövat av juristen", by: "Eva Ek" };

// prettier-ignore
test.each<[Severity, typeof decision | undefined, Severity]>([
  ["blocking", undefined, "blocking"],
  ["blocking", decision,  "note"],
  ["open",     undefined, "open"],
  ["warning",  undefined, "warning"],
  ["note",     undefined, "note"],
])("%s, accepted by %j: shown as %s", (severity, accepted, shown) => {
  const found = { ...finding("price-scale-without-span", severity, "model"), ...(accepted ? { accepted } : {}) };
  const [answer] = findingAnswers([found], nowhere, sv);
  expect(answer?.severity).toBe(shown);
  expect(answer?.text.includes("Godtagen: Prövat av juristen (Eva Ek).")).toBe(accepted !== undefined);
});

test("of very many findings the first two thousand are handed on", () => {
  const all = Array.from({ length: 2001 }, (_, n) =>
    finding("price-scale-without-span", "open", `criteria[${n}]`),
  );
  const shown = findingAnswers(all, nowhere, sv);
  expect([shown.length, shown.at(-1)?.place]).toEqual([2000, "criteria[1999]"]);
});

test("what is wrong in a score sheet is shown with its file, sheet, cell and evaluator", () => {
  const document = panel({ A: {}, B: {} });
  const [own] = scoreSheetsOf(document, new Set());
  if (!own) throw new Error("the panel has no score sheet");
  const [first, ...rest] = own.scores;
  const scores = first ? [{ ...first, value: "7" }, ...rest] : [];
  const by = { time: "2026-03-09T10:00:00Z", by: "Eva Ek" };
  const merged = (name: string, caseNumber: string) =>
    mergeScoreSheets(
      document,
      [{ name, sheet: { ...own, caseNumber, scores }, cell: () => "Poäng!G5" }],
      by,
      new Set(),
    ).findings;
  const source = (name: string, caseNumber = "1/26") =>
    findingAnswers(merged(name, caseNumber), nowhere, sv).map((each) => each.source);
  expect(source("anna.xlsx")).toEqual(["anna.xlsx Poäng!G5 · Eva Ek"]);
  expect(source("anna.xlsx", "9/26")).toEqual(["anna.xlsx · Eva Ek"]);
});

test("what is wrong in a score sheet of the workbook itself leads to its cell", () => {
  const document = panel({ A: {}, B: {} });
  const [own] = scoreSheetsOf(document, new Set());
  const [first] = own?.scores ?? [];
  if (!own || !first) throw new Error("the panel has no score sheet");
  const { findings } = mergeScoreSheets(
    document,
    [
      {
        name: "Bedömarblad_1_Eva_Ek",
        sheet: { ...own, scores: [{ ...first, value: "7" }] },
        cell: () => "Bedömarblad_1_Eva_Ek!G5",
        isOwn: true,
      },
    ],
    { time: "2026-03-09T10:00:00Z", by: "Eva Ek" },
    new Set(),
  );
  const shown = findingAnswers(findings, nowhere, sv);
  expect(shown.map(({ cell, place, source }) => [cell, place, source])).toEqual([
    ["Bedömarblad_1_Eva_Ek!G5", "Bedömarblad_1_Eva_Ek!G5", undefined],
  ]);
});

// A document has no cells, so that the place is told by the names of what it is about.
test("a cell says whose bid it is, unless the sentence does", () => {
  const names = caseNames(panel({ A: {}, B: {} }));
  const about = [
    finding("number-as-text", "open", "bids[A].price", {
      seen: "10 000",
      cell: "",
    } as never),
    finding("price-negative", "warning", "bids[A].price", {
      bid: "A",
      bidder: "Bolaget A",
      price: "-1",
    }),
    finding("price-scale-without-span", "open", "model"),
  ];
  const shown = findingAnswers(about, nowhere, sv, () => false, names);
  expect(shown.map((each) => each.about)).toEqual([
    "Anbud, rad Bolaget A (A), Totalpris",
    undefined,
    undefined,
  ]);
});
