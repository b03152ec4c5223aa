/**
 * The formulas of the sheet Utvärdering are the same for every bid, as someone who fills a column
 * downwards would have them: a reader who has followed one bid has followed them all, and what all
 * bids share is computed once.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { CellContent } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { document, monetary } from "../../small";

const criteria = Array.from({ length: 25 }, (_, n) => `K${n + 1}`);
const bids = ["A", "B", "C", "D", "E"];

/** Five bids on 25 criteria and two requirements; bid A at row 7 of the sheet. */
const procurement = document({
  requirements: ["R1", "R2"],
  criteria: criteria.map((id) => monetary(id, { deduction: "1000" })),
  bids: bids.map((id, n) => ({
    id,
    price: String(1000 * (n + 1)),
    scores: Object.fromEntries(criteria.map((each) => [each, String(n)])),
    verdicts: { R1: "met", R2: "met" },
  })),
});

async function evaluationRows(): Promise<readonly (readonly (CellContent | null)[])[]> {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(procurement, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
  return outcome.pages.find(({ name }) => name === "Utvärdering")?.rows ?? [];
}

/** The formula as it reads from its own row: "$C9" on row 7 is two rows down, and "$C$9" is row 9. */
function fromItsRow(formula: string, row: number): string {
  return formula.replace(
    /(\b|\$)([A-Z]{1,2})(\d+)\b/g,
    (_, mark: string, column: string, at: string) => `${mark}${column}[${Number(at) - row}]`,
  );
}

/** The row of bid A, from 0. */
const first = 6;

test("a figure has one formula, which all bids after the first have alike", async () => {
  const rows = await evaluationRows();
  const headers = rows[first - 1]?.map((cell) => String(cell?.value)) ?? [];
  const forms = headers.slice(2).map((header, n) => {
    const later = bids.slice(1).map((_, bid) => {
      const row = first + 1 + bid;
      return fromItsRow(rows[row]?.[n + 2]?.formula ?? "", row + 1);
    });
    return [header, new Set(later).size];
  });
  // Each bid's verdicts stand in a column of their own on the sheet Kravprövning, and so do its prices.
  const differ = forms.filter(([, count]) => count !== 1).map(([header]) => header);
  expect(differ).toEqual(["Ej uppfyllda krav", "Ej avgjorda krav"]);
});

test("what bid A gets for its 25 criteria is added up where it stands", async () => {
  const rows = await evaluationRows();
  const headers = rows[first - 1]?.map((cell) => String(cell?.value)) ?? [];
  const sum = rows[first]?.[headers.indexOf("Summa justeringar")]?.formula ?? "";
  // Value, share and kronor of each criterion: the first kronor in column H, the next in K.
  expect(sum).toContain("SUM(H7,K7,N7,");
  const repeated = rows.flat().filter((cell) => cell?.formula === "H7");
  expect(repeated).toEqual([]);
});

test("the requirements are counted once, however many bids there are", async () => {
  const rows = await evaluationRows();
  const counts = rows.filter((row) => row.some((cell) => cell?.formula?.startsWith("COUNTA(")));
  expect(counts.map((row) => [row[0]?.value, row[1]?.value, row[2]?.value])).toEqual([
    ["Antal krav", "alla", 2],
  ]);
});
