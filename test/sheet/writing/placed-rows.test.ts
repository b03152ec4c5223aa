/**
 * Where new levels go on the sheet Skalor: those of one criterion stand beside each other, in blank rows that
 * have room for them all or below the table. Blank rows are drawn as "–".
 */
import { FoundTable } from "../../../src/sheet/locate";
import type { CellReading } from "../../../src/sheet/workbook";
import { placeRows } from "../../../src/sheet/writing/placed-rows";

const cell = (value: string): CellReading =>
  value === "–" ? { kind: "blank", value: null } : { kind: "text", value };

/** A sheet whose rows hold these criteria's levels. */
function sheet(rows: readonly string[]): FoundTable {
  const table = new FoundTable(
    "levels",
    {
      name: "Mervarde_levels",
      sheet: "Skalor",
      top: 3,
      left: 0,
      headers: ["Kriterium"],
      rows: rows.map((criterion) => [cell(criterion)]),
      mergedHeader: false,
    },
    new Map([["criterion", 0]]),
  );
  const seen = new Map<string, number>();
  for (const [row, criterion] of rows.entries()) {
    if (criterion === "–") continue;
    const n = seen.get(criterion) ?? 0;
    table.rowOf.set(`${criterion}|${n}`, row);
    seen.set(criterion, n + 1);
  }
  return table;
}

// prettier-ignore
test.each([
  ["two levels in two blank rows",                   "M1 M1 – –",      ["M2|0", "M2|1"],         "M1 M1 M2 M2"],
  ["two levels pass a single blank row by",          "M1 – M3 – –",    ["M2|0", "M2|1"],         "M1 – M3 M2 M2"],
  ["three levels without room go below together",    "M1 – M3 – –",    ["M2|0", "M2|1", "M2|2"], "M1 – M3 – – + M2 M2 M2"],
  ["one more level goes right below the others",     "– M1 M1 – M3",   ["M1|2"],                 "– M1 M1 M1 M3"],
  ["one more level stands after those before it",    "– M1 M3",        ["M1|1"],                 "– M1 M3 + M1"],
  ["an M1 is not an M10",                            "M10 – M1 –",     ["M1|1"],                 "M10 – M1 M1"],
])("%s", (_, before, added, after) => {
  const rows = before.split(" ");
  const changes = added.map((id) => ({ id, row: { criterion: id.split("|")[0] } }));
  const placed = placeRows(sheet(rows), changes);
  const now = [...rows];
  for (const [{ row }, at] of placed) now[at] = row.criterion ?? "";
  const below = changes.filter((change) => !placed.has(change)).map(({ row }) => row.criterion);
  expect([...now, ...(below.length > 0 ? ["+", ...below] : [])].join(" ")).toBe(after);
});
