/**
 * Answers to a usability questionnaire as they stand in cells: as numbers, as text, beside names
 * with spaces. The formulas count the score of each bid as the engine does.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { Exact } from "../../../src/core/number";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { CellReading } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { document } from "../../small";

type Answers = ("1" | "2" | "3" | "4" | "5")[];
const answers = (...respondents: string[]) => ({
  SUS: { value: respondents.map((each) => Array.from(each) as Answers) },
});
const small = document({
  model: { rounding: { result: null }, ties: ["lottery"] },
  criteria: [
    {
      id: "SUS",
      name: "Användbarhet",
      kind: "usability",
      deduction: "100",
      scale: { type: "sus" },
    },
  ],
  bids: [
    { id: "A", price: "1000" },
    { id: "B", price: "1000" },
  ],
});
const value: EvaluationDocument = {
  ...small,
  bids: small.bids.map((bid, n) => ({
    ...bid,
    scores: n === 0 ? answers("5151515151", "5151515151") : answers("4242424242", "3333333333"),
  })),
};

/** The outcome with cells of the questionnaires as they are given, by row and header. */
async function outcomeWith(cells: { readonly [rowAndHeader: string]: CellReading }) {
  const workbook = await new MemoryWorkbook(writeWorkbook(value, sv)).read();
  const tables = workbook.tables.map((table) =>
    table.name === "Mervarde_survey"
      ? {
          ...table,
          rows: table.rows.map((row, r) =>
            row.map((each, c) => cells[`${r} ${table.headers[c] ?? ""}`] ?? each),
          ),
        }
      : table,
  );
  const outcome = await evaluateWorkbook(
    { read: () => Promise.resolve({ ...workbook, tables }), writeResults: () => Promise.resolve() },
    circumstances,
  );
  if (!outcome.document)
    return { unread: outcome.findings.map(({ code, where }) => `${code} ${where}`) };
  const { equal, of } = outcome.result.doubleCheck;
  return {
    codes: [...new Set(outcome.evaluation.findings.map(({ code }) => code))],
    isEqual: equal === of && of > 0,
    results: outcome.evaluation.bids.map(({ result }) =>
      result.value instanceof Exact ? result.value.toText() : "missing",
    ),
  };
}

const text = (of: string): CellReading => ({ kind: "text", value: of });

// A answers 100 and 100, B 75 and 50: mean 62.5, so 62.5 kr are taken from B's price and 100 from A's.
test.each<
  [
    what: string,
    cells: { readonly [rowAndHeader: string]: CellReading },
    results: string[],
    codes: string[],
  ]
>(
  // prettier-ignore
  [
  ["all as numbers",               {},                                                              ["900", "937.5"], []],
  ["one as text",                  { "2 F1": text("4") },                                           ["900", "937.5"], ["number-as-text"]],
  ["one as text with a space",     { "2 F1": text("4 ") },                                          ["900", "937.5"], ["number-as-text"]],
  ["one as text with decimals",    { "2 F2": text("2,0") },                                         ["900", "937.5"], ["number-as-text"]],
  ["two as text, one of each bid", { "0 F2": text("1"), "3 F10": text("3") },                       ["900", "937.5"], ["number-as-text"]],
  ["a bid with a space after it",  { "2 Anbud": text("B ") },                                       ["900", "937.5"], []],
  ],
)("answers given %s", async (_, cells, results, codes) => {
  const outcome = await outcomeWith(cells);
  expect(outcome).toEqual({ results, codes, isEqual: true });
});

test("half an answer is reported, and nothing is counted", async () => {
  const outcome = await outcomeWith({ "2 F1": { kind: "number", value: 3.5 } });
  expect(outcome).toEqual({ unread: ["cell-not-whole bids[B].scores[SUS].value[0][0]"] });
});
