/**
 * A case that is read again after edits answers what it would answer had it never been read before:
 * whatever was typed, emptied, broken, inserted, taken away or renamed, and in whatever order.
 */
import fc from "fast-check";
import { CaseService } from "../../src/case/case-service";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import type { CellReading, TableReading, WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { documents, runs } from "../documents";

const now = "2026-03-01T10:00:00Z";
const begin = () => new CaseService(sv, [sv, en], "mervarde test");
const answer = (service: CaseService, reading: WorkbookReading) =>
  service.take(
    {
      read: () => Promise.resolve(structuredClone(reading)),
      writeResults: () => Promise.resolve(),
    },
    now,
  );

type Edit = {
  readonly kind: "cell" | "insert" | "remove" | "rename" | "swap";
  readonly table: number | (typeof remembered)[number];
  readonly row: number;
  readonly column: number;
  readonly cell: CellReading;
};

/** The sheets that people fill in: what is made of them is remembered bid by bid. */
const remembered = ["checks", "requirements", "scores", "assessments", "prices", "bids"] as const;

const blank: CellReading = { kind: "blank", value: null };
const cells: readonly CellReading[] = [
  blank,
  { kind: "text", value: "Uppfyllt" },
  { kind: "text", value: "Ej uppfyllt" },
  { kind: "text", value: "ej uppfyllt (s. 4)" },
  { kind: "text", value: "Ja, se bilaga 2" },
  { kind: "text", value: "kanske" },
  { kind: "boolean", value: true },
  { kind: "number", value: 3 },
  { kind: "number", value: 0.5, format: "0%" },
  { kind: "text", value: "1 000,50" },
  { kind: "number", value: 7, formula: "1+6" },
  { kind: "error", value: "#REF!" },
];
const edits: fc.Arbitrary<Edit> = fc.record({
  // Most of what is done in a workbook is to fill in cells.
  kind: fc.constantFrom("cell", "cell", "cell", "cell", "insert", "remove", "rename", "swap"),
  table: fc.oneof(fc.nat(), fc.constantFrom(...remembered)),
  row: fc.nat(),
  column: fc.nat(),
  cell: fc.constantFrom(...cells),
});

const replaced = <Item>(items: readonly Item[], at: number, ...others: readonly Item[]): Item[] => [
  ...items.slice(0, at),
  ...others,
  ...items.slice(at + 1),
];

function editedTable(table: TableReading, { kind, row: r, column: c, cell }: Edit): TableReading {
  const { rows, headers } = table;
  const [at, column] = [r % Math.max(rows.length, 1), c % headers.length];
  const row = rows[at];
  if (!row) return table;
  switch (kind) {
    case "cell":
      return { ...table, rows: replaced(rows, at, replaced(row, column, cell)) };
    case "insert":
      return {
        ...table,
        rows: replaced(
          rows,
          at,
          headers.map(() => blank),
          row,
        ),
      };
    case "remove":
      return { ...table, rows: replaced(rows, at) };
    case "swap":
      return { ...table, rows: [...replaced(rows, at), row] };
    case "rename":
      return { ...table, headers: replaced(headers, column, "Annat") };
  }
}

function edited(reading: WorkbookReading, edit: Edit): WorkbookReading {
  const { tables } = reading;
  const { table } = edit;
  const named = tables.findIndex(({ name }) => name === `Mervarde_${table}`);
  const at = typeof table === "number" ? table % tables.length : Math.max(named, 0);
  return {
    ...reading,
    tables: tables.map((each, n) => (n === at ? editedTable(each, edit) : each)),
  };
}

test("after any edits the answer is that of a first reading", async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.array(edits, { minLength: 1, maxLength: 5 }),
      async (document, all) => {
        const held = begin();
        let reading = await new MemoryWorkbook(writeWorkbook(document, sv)).read();
        const before = reading;
        await answer(held, reading);
        for (const edit of all) {
          reading = edited(reading, edit);
          const fresh = await answer(begin(), reading);
          expect(await answer(held, reading)).toEqual(fresh);
          // Read once more unchanged, everything comes from what is remembered.
          expect(await answer(held, reading)).toEqual(fresh);
        }
        // What is taken back is as it was.
        expect(await answer(held, before)).toEqual(await answer(begin(), before));
      },
    ),
    runs(6),
  );
});
