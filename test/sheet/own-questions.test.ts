/**
 * Questions that someone writes on the checklist's sheet: a text under Fråga and no code. Questions of
 * ours keep their text, whatever is typed over it.
 */
import { readWorkbook } from "../../src/sheet/read";
import type { CellReading, WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

const text = (value: string): CellReading => ({ kind: "text", value });
const blank: CellReading = { kind: "blank", value: null };
type Cells = { readonly [header: string]: string };

/** The checklist as it is read with a row changed, or with one more below. */
async function checklistWith(cells: Cells, row?: number) {
  const value = document({ bids: [{ id: "A" }] });
  const read = await new MemoryWorkbook(writeWorkbook(value, sv)).read();
  const changed: WorkbookReading = {
    ...read,
    tables: read.tables.map((table) => {
      if (table.name !== "Mervarde_checklist") return table;
      const made = table.headers.map((header, n): CellReading => {
        const typed = cells[header];
        return typed === undefined
          ? row === undefined
            ? blank
            : (table.rows[row]?.[n] ?? blank)
          : text(typed);
      });
      const rows = row === undefined ? [...table.rows, made] : table.rows.with(row, made);
      return { ...table, rows };
    }),
  };
  return readWorkbook(changed, [sv, en]);
}

// prettier-ignore
const rows: readonly (readonly [case_: string, cells: Cells, row: number | undefined, checklist: object[] | undefined])[] = [
  ["a new row with a question",         { Fråga: "Är nämnden informerad?" },                                    undefined, [{ item: "own-1", question: "Är nämnden informerad?" }]],
  ["one that is answered",              { Fråga: "Är nämnden informerad?", Svar: "Ja", Ansvarig: "Eva" },       undefined, [{ item: "own-1", question: "Är nämnden informerad?", answer: "yes", responsible: "Eva" }]],
  ["one of the documents",              { Fråga: "Är referensgruppen hörd?", Lista: "Upphandlingsdokumenten" }, undefined, [{ item: "own-1", question: "Är referensgruppen hörd?", list: "documents" }]],
  ["one with a code of its own",        { Punkt: "namnd", Fråga: "Är nämnden informerad?" },                    undefined, [{ item: "namnd", question: "Är nämnden informerad?" }]],
  ["our own first question answered",   { Svar: "Ja" },                                                         0,         [{ item: "basis-stated", answer: "yes" }]],
  ["our own first question typed over", { Fråga: "Något annat" },                                               0,         undefined],
];

test.each(rows)("%s", async (_, cells, row, checklist) => {
  const read = await checklistWith(cells, row);
  expect(read.findings).toEqual([]);
  expect(read.document?.checklist).toEqual(checklist);
});
