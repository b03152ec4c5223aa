/**
 * Cells as people fill them in, in a whole workbook: what is read, what is reported, and that the
 * formulas of the sheet Utvärdering take each cell as the engine does.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { CellReading } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { document } from "../../small";

const value = document({
  model: { rounding: { result: null }, ties: ["lottery"] },
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", verdicts: { K1: "met", K2: "met" } },
    { id: "B", price: "900", verdicts: { K1: "met", K2: "met" } },
  ],
});

/** The outcome with one cell of one table as it is given. */
async function outcomeWith(key: string, header: string, cell: CellReading) {
  const workbook = await new MemoryWorkbook(writeWorkbook(value, sv)).read();
  const tables = workbook.tables.map((table) =>
    table.name === `Mervarde_${key}`
      ? {
          ...table,
          rows: table.rows.map((row, r) =>
            row.map((each, c) => (r === 1 && table.headers[c] === header ? cell : each)),
          ),
        }
      : table,
  );
  const outcome = await evaluateWorkbook(
    { read: () => Promise.resolve({ ...workbook, tables }), writeResults: () => Promise.resolve() },
    circumstances,
  );
  if (!outcome.document) throw new Error("unreadable");
  const { equal, of } = outcome.result.doubleCheck;
  return {
    codes: outcome.evaluation.findings.map(({ code }) => code),
    status: outcome.evaluation.status,
    agree: equal === of,
    answer: outcome.document.bids[1]?.answers["K2"],
    counts: outcome.pages[1]?.rows.flatMap((row) => row[2]?.formula ?? []).join(" "),
  };
}

const text = (of: string): CellReading => ({ kind: "text", value: of });

test.each<
  [what: string, header: string, key: string, cell: CellReading, codes: string[], status: string]
>(
  // prettier-ignore
  [
  ["a price in euro",            "Totalpris",   "bids",   { kind: "number", value: 900, format: "0.00\\ [$€-1]" }, ["cell-other-currency"],          "blocked"],
  ["a price in thousands",       "Totalpris",   "bids",   { kind: "number", value: 900, format: '0" tkr"' },       ["cell-scaled"],                  "blocked"],
  ["a date for a price",         "Totalpris",   "bids",   { kind: "date", value: "2026-02-01" },                   ["cell-date"],                    "blocked"],
  ["kronor in text",             "Totalpris",   "bids",   text("900 kr"),                                          ["number-as-text"],               "final"],
  ["a price from another file",  "Totalpris",   "bids",   { kind: "number", value: 900, formula: "[1]Blad1!A1" },  ["formula-external"],             "blocked"],
  ["a lookup that hides errors", "Totalpris",   "bids",   { kind: "number", value: 900, formula: "IFERROR(A1,0)" }, ["formula-hides-errors"],        "provisional"],
  ["a price under a condition",  "Totalpris",   "bids",   { kind: "number", value: 900, conditionalFormats: ["#,##0"] }, [],                         "final"],
  ["euro under a condition",     "Totalpris",   "bids",   { kind: "number", value: 900, conditionalFormats: ["[$€-2] 0"] }, ["cell-conditional-format"], "blocked"],
  ["a sum",                      "Totalpris",   "bids",   { kind: "number", value: 900, formula: "SUM(A1:A3)" },   [],                               "final"],
  ["a verdict with a space",     "B Bedömning", "checks", text("Uppfyllt "),                                       ["word-inexact"],                 "final"],
  ["a verdict with a reference", "B Bedömning", "checks", text("Uppfyllt, se bilaga 3"),                           ["answer-with-reference"],        "final"],
  ["a verdict that is an error", "B Bedömning", "checks", { kind: "error", value: "#N/A" },                        ["cell-not-choice"],              "blocked"],
  ["a verdict with a but",       "B Bedömning", "checks", text("Uppfyllt, men inte allt"),                         ["cell-not-choice"],              "blocked"],
  ],
)("%s", async (_, header, key, cell, codes, status) => {
  const outcome = await outcomeWith(key, header, cell);
  expect([outcome.codes, outcome.status, outcome.agree]).toEqual([codes, status, true]);
});

test("the reference after an answer is kept in the blank cell for references", async () => {
  const { answer } = await outcomeWith("checks", "B Svar", text("Ja, se bilaga 3"));
  expect(answer).toEqual({ answer: "yes", verdict: "met", reference: "se bilaga 3" });
});

test("verdicts are counted by a function that passes over an error only where there is one", async () => {
  const error = await outcomeWith("checks", "B Bedömning", { kind: "error", value: "#N/A" });
  const plain = await outcomeWith("checks", "B Bedömning", text("Uppfyllt"));
  expect([error.counts?.includes("COUNTIF("), plain.counts?.includes("COUNTIF(")]).toEqual([
    true,
    false,
  ]);
});
