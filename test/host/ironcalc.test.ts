/** What a cell of someone's workbook is to the second engine: a value, and never a formula. */
import type { CellReading, Page, TableReading } from "../../src/sheet/workbook";
import { calculator } from "../calculator";

const table = (cell: CellReading): TableReading => ({
  name: "T",
  sheet: "In",
  top: 0,
  left: 0,
  headers: ["a"],
  rows: [[cell]],
  mergedHeader: false,
});
const page: Page = {
  name: "Out",
  role: "result",
  widths: [],
  hiddenColumns: [],
  freeze: { rows: 0, columns: 0 },
  choices: [],
  highlights: [],
  header: "",
  rows: [[{ formula: "IF(ISERROR(In!A2),1,IF(ISTEXT(In!A2),2,3))" }]],
};

// prettier-ignore
test.each<[string, CellReading, number]>([
  ["Excel's own error",              { kind: "error", value: "#DIV/0!" }, 1],
  ["an error that is a formula",     { kind: "error", value: "=1+1" },    2],
  ["a text that looks like a formula", { kind: "text", value: "=1+1" },   2],
  ["a number",                       { kind: "number", value: 7 },        3],
])("%s", async (_, cell, kind) => {
  const [calculated] = await calculator.calculate([table(cell)], [page]);
  expect(calculated?.rows[0]?.[0]?.value).toBe(kind);
});
