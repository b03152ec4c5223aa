/**
 * A case that is read again after edits answers what it would answer had it never been read before:
 * whatever was typed, emptied, broken, inserted, taken away or renamed, and in whatever order.
 */
import fc from "fast-check";
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { recordChanges } from "../../src/procedure/record-changes";
import type { CellReading, TableReading, WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { entered, procedureOf } from "../attacked-case";
import { documents, runs } from "../documents";

const now = "2026-03-01T10:00:00Z";
const begin = () => new CaseService(sv, [sv, en], "mervarde test");
const answer = (service: CaseService, reading: WorkbookReading) =>
  service.take(
    {
      read: () => Promise.resolve(structuredClone(reading)),
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

async function expectAsFirstRead(document: EvaluationDocument, all: readonly Edit[]) {
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
}

const several = fc.array(edits, { minLength: 1, maxLength: 5 });

test("after any edits the answer is that of a first reading", () =>
  fc.assert(fc.asyncProperty(documents, several, expectAsFirstRead), runs(6)));

/** Published, then recorded step by step, until the award that follows. */
const stages = [...procedureOf(entered).values()];

test("so it is where the model was published, everything recorded and a winner decided", () =>
  fc.assert(fc.asyncProperty(fc.constantFrom(...stages), several, expectAsFirstRead), runs(12)));

/** Another value of the same kind: that of another row where there is one, so that it can be read. */
function otherwise(table: TableReading, row: number, column: number): CellReading {
  const cell = table.rows[row]?.[column] ?? blank;
  const others = table.rows.flatMap((each) => each[column] ?? []);
  const other = others.find(({ kind, value }) => kind === cell.kind && value !== cell.value);
  if (other) return other;
  return typeof cell.value === "number"
    ? { ...cell, kind: "number", value: cell.value + 1 }
    : { kind: "text", value: `${cell.value ?? ""} ny` };
}

const decided = stages.at(-1) ?? entered;

/** A decided procurement after each edit by itself: from one to the next, the last is taken back. */
async function expectAfterEach(editsOf: (table: TableReading) => readonly TableReading[]) {
  const before = await new MemoryWorkbook(writeWorkbook(decided, sv)).read();
  const held = begin();
  await answer(held, before);
  for (const [n, table] of before.tables.entries())
    for (const now of editsOf(table)) {
      const reading = { ...before, tables: replaced(before.tables, n, now) };
      expect(await answer(held, reading)).toEqual(await answer(begin(), reading));
    }
}

test("each column that is filled in, of each sheet of a decided procurement, edited in turn", () =>
  expectAfterEach((table) =>
    [...table.headers.keys()].flatMap((column) => {
      const row = table.rows.findIndex((each) => each[column]?.kind !== "blank");
      if (row < 0) return [];
      const cell = otherwise(table, row, column);
      return [editedTable(table, { kind: "cell", table: 0, row, column, cell })];
    }),
  ));

test("a verdict that was typed over no longer differs once the change is recorded", async () => {
  const typedOver: EvaluationDocument = {
    ...decided,
    bids: decided.bids.map((bid) =>
      bid.id === "A"
        ? { ...bid, answers: { ...bid.answers, R1: { ...bid.answers["R1"], verdict: "not-met" } } }
        : bid,
    ),
  };
  const by = { time: now, by: "Eva Ek" };
  const recorded = recordChanges(typedOver, by, "Nytt intyg").document;
  const held = begin();
  const told: number[] = [];
  for (const document of [decided, typedOver, recorded]) {
    const reading = await new MemoryWorkbook(writeWorkbook(document, sv)).read();
    const { changes } = await answer(held, reading);
    told.push(changes.requirements.count);
  }
  expect(told).toEqual([0, 1, 0]);
});

test("each row of each sheet of a decided procurement, emptied in turn", () =>
  expectAfterEach((table) =>
    table.rows.map((row, n) => {
      const [name, ...others] = row;
      const isField = table.headers.length === 4 && name?.kind === "text";
      const empty = isField ? [name, ...others.map(() => blank)] : row.map(() => blank);
      return { ...table, rows: replaced(table.rows, n, empty) };
    }),
  ));
