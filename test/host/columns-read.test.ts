/** The columns that a formula reads, and none for what only looks like a cell inside a text. */
import { columnsRead } from "../../src/host/columns-read";
import { columnLetters } from "../../src/sheet/cell-address";
import type { Page } from "../../src/sheet/workbook";

function read(formula: string): string {
  const rows: Page["rows"] = [[{ value: "B2" }, null, { formula }]];
  const page = { name: "Eget", rows } as Page;
  return [...columnsRead([page])]
    .map(([sheet, columns]) => `${sheet}: ${[...columns].map(columnLetters).join(" ")}`)
    .join(", ");
}

// prettier-ignore
test.each([
  ["COUNT($C9,E10)",                              "Eget: C E"],
  ["INDEX('Poäng'!$G$5:$G$1504,$F591)",           "Poäng: G, Eget: F"],
  ["SUMPRODUCT('Anna''s blad'!$Y$5:$AB$9*Pris!B5)", "Anna's blad: Y Z AA AB, Pris: B"],
  [`IF($A1="se ""C5"" i D4",1,2)`,                "Eget: A"],
  ["1+2",                                         ""],
])("%s", (formula, columns) => {
  expect(read(formula)).toBe(columns);
});
