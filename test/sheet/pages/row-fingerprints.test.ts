/**
 * The fingerprints of input rows: the same whatever program has saved the workbook, and another once a
 * value is another.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { fingerprintOf } from "../../../src/journal/fingerprint";
import { rowFingerprintsPage } from "../../../src/sheet/pages/row-fingerprints";
import { readWorkbook } from "../../../src/sheet/read";
import type { TableReading } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { everyKey } from "../../price-forms";
import { document, monetary } from "../../small";

const value: EvaluationDocument = document({
  criteria: [monetary("M", { deduction: "100" })],
  bids: [{ id: "A", price: "1000.50", scores: { M: "5" } }],
});

/** @param change what another program makes of a number */
async function fingerprints(change: (number: number) => number): Promise<string[]> {
  const reading = await new MemoryWorkbook(writeWorkbook(value, sv)).read();
  const tables = reading.tables.map((table): TableReading => ({
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell) =>
        typeof cell.value === "number" ? { ...cell, value: change(cell.value) } : cell,
      ),
    ),
  }));
  const { places } = readWorkbook({ ...reading, tables }, [sv]);
  const { rows } = rowFingerprintsPage(places, value, fingerprintOf, sv);
  return rows.slice(4).map((row) => String(row[2]?.value));
}

// prettier-ignore
test.each<[string, (number: number) => number, boolean]>([
  ["as it was written",                               (number) => number,                       true],
  ["noise in the 17th digit, as Excel keeps it",      (number) => number * (1 + 2 ** -52),      true],
  ["a difference in the 14th digit",                  (number) => number * (1 + 1e-13),         false],
])("%s", async (_name, change, isSame) => {
  expect(JSON.stringify(await fingerprints(change)) === JSON.stringify(await fingerprints((number) => number))).toBe(isSame);
});

test("whoever unhides the sheet is told what it is", async () => {
  const { places } = readWorkbook(await new MemoryWorkbook(writeWorkbook(value, sv)).read(), [sv]);
  const { rows } = rowFingerprintsPage(places, value, fingerprintOf, sv);
  expect(rows.slice(0, 2).map(([cell]) => cell?.value)).toEqual([
    "Avtryck – Prov",
    sv.trail.imprint.guide,
  ]);
});

test("a sum of the authorities' quantities that is another number is another row, and no other is", async () => {
  const reading = await new MemoryWorkbook(writeWorkbook(everyKey, sv)).read();
  const found = readWorkbook(reading, [sv]).places.tables.authorityQuantities;
  const [row, column] = [found?.rowOf.get("M"), found?.columnOf.get("sum")];
  if (!found || row === undefined || column === undefined) throw new Error("no sum");
  const imprint = (sum: number): string[] => {
    const rows = found.reading.rows.map((cells, n) =>
      n === row ? cells.with(column, { kind: "number", value: sum }) : cells,
    );
    const tables = reading.tables.map((table) =>
      table.name === found.reading.name ? { ...table, rows } : table,
    );
    const { places } = readWorkbook({ ...reading, tables }, [sv]);
    const page = rowFingerprintsPage(places, everyKey, fingerprintOf, sv);
    return page.rows.slice(4).map((cells) => String(cells[2]?.value));
  };
  const [one, other] = [imprint(7), imprint(8)];
  expect(one.filter((cells, n) => cells !== other[n]).length).toBe(1);
});
