/**
 * One cause, one finding, tried on every cell: each filled cell of a workbook made an error is reported
 * once and in the user's words, and two such cells are reported twice.
 */
import { judgeWorkbook } from "../../src/app/assess";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { isOwn } from "../../src/sheet/headers";
import { columns } from "../../src/sheet/layout";
import type { TableKey } from "../../src/sheet/table-keys";
import type { CellReading, WorkbookReading } from "../../src/sheet/workbook";
import { addressText, cellName } from "../../src/sheet/cell-address";
import { writeWorkbook } from "../../src/sheet/write";
import { findingText } from "../../src/words/sentences";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const all = [sv, en];
const small = document({
  model: {
    rounding: { result: { decimals: 2, mode: "half-up" } },
    ties: ["lowest-price", "lottery"],
  },
  criteria: [
    {
      id: "U",
      name: "Användbarhet",
      kind: "usability",
      deduction: "100",
      children: [
        monetary("U1", {
          name: "Scenario 1",
          weight: "60",
          scale: {
            type: "levels",
            levels: [
              { value: "0", label: "Nej" },
              { value: "4", label: "Ja" },
            ],
          },
        }),
        monetary("U2", { name: "Scenario 2", weight: "40" }),
      ],
    },
    monetary("M", { name: "Miljö", deduction: "50", minimum: "1" }),
  ],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", scores: { U1: "4", U2: "2", M: "2" }, verdicts: { K1: "met", K2: "met" } },
    { id: "B", scores: { U1: "0", U2: "1", M: "1" }, verdicts: { K1: "met", K2: "met" } },
  ],
});
const value: EvaluationDocument = {
  ...small,
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "år", quantity: "2", periods: "4" },
    { id: "P2", name: "Drift", category: "support", unit: "år", quantity: "3", ceiling: "90" },
  ],
  bids: small.bids.map((bid, n) => ({
    ...bid,
    prices: n === 0 ? { P1: "100", P2: "10" } : { P1: "90", P2: "20" },
  })),
};

type Place = { readonly table: string; readonly row: number; readonly column: number };
const error: CellReading = { kind: "error", value: "#REF!" };
const blank: CellReading = { kind: "blank", value: null };
const fresh = new MemoryWorkbook(writeWorkbook(value, sv)).read();

async function withCells(cell: CellReading, ...places: readonly Place[]) {
  const workbook = await fresh;
  const changed: WorkbookReading = {
    ...workbook,
    tables: workbook.tables.map((table) => ({
      ...table,
      rows: table.rows.map((cells, row) =>
        cells.map((each, column) =>
          places.some(
            (place) => place.table === table.name && place.row === row && place.column === column,
          )
            ? cell
            : each,
        ),
      ),
    })),
  };
  const judged = judgeWorkbook(changed, sv, all);
  const findings = judged.document ? judged.evaluation.findings : judged.findings;
  return findings.map((each) => {
    const address = judged.places.nearest(each.where);
    return `${address ? addressText(address) : "–"} ${findingText(each, sv)}`;
  });
}

/** The place of a row by what stands first in it, and of a column by its header. */
async function at(key: TableKey, id: string, header: string): Promise<Place> {
  const table = (await fresh).tables.find(({ name }) => name === `Mervarde_${key}`);
  const row = table?.rows.findIndex((cells) => cells.some((cell) => cell.value === id)) ?? -1;
  return { table: table?.name ?? "", row, column: table?.headers.indexOf(header) ?? -1 };
}

test("every filled cell that is read: one finding, at the cell, without the program's own names", async () => {
  const before = new Set(await withCells(blank));
  const wrong: string[] = [];
  let tried = 0;
  for (const { name, sheet, top, left, headers, rows } of (await fresh).tables) {
    const key = name.replace("Mervarde_", "") as TableKey;
    const own = columns[key].filter(isOwn).map((layout) => layout.key);
    const headersOf: { readonly [column: string]: string } = sv.headers[key];
    const unreadable = own.map((column) => headersOf[column]);
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        // A question of the checklist says nothing until it is answered.
        if (cell.kind === "blank" || unreadable.includes(headers[column]) || key === "checklist")
          continue;
        tried++;
        const sentences = (await withCells(error, { table: name, row, column })).filter(
          (each) => !before.has(each),
        );
        const here = addressText({ sheet, row: top + 1 + row, column: left + column });
        const isRight =
          sentences.length === 1 &&
          sentences[0]?.startsWith(`${here} `) === true &&
          !/\w\[[^\]]*\]|undefined/.test(sentences[0]);
        if (!isRight) wrong.push(`${here}: ${sentences.join(" / ")}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(90);
});

test("a row of the form whose hidden key is lost is reported once, with its label", async () => {
  const { column } = await at("model", "basis", "Nyckel");
  expect(await withCells(error, { table: "Mervarde_model", row: 0, column })).toEqual([
    "Modell!C5 Rad 5 på bladet ”Modell” (Grund för utvärdering) saknar Nyckel och läses inte. Fyll i det, eller töm raden.",
  ]);
});

describe("two causes are two findings", () => {
  test("two cells of one row", async () => {
    const cells = [await at("prices", "P1", "Mängd"), await at("prices", "P1", "A à-pris")];
    expect((await withCells(error, ...cells)).map((each) => each.split(" ")[0])).toEqual([
      "Pris!F5",
      "Pris!J5",
    ]);
  });
  test("a weight and a deduction", async () => {
    const cells = [await at("criteria", "U1", "Vikt %"), await at("criteria", "M", "Avdrag kr")];
    expect((await withCells(error, ...cells)).map((each) => each.split(" ")[0])).toEqual([
      "Kriterier!G6",
      "Kriterier!H8",
    ]);
  });
  test("two lost ids of requirements", async () => {
    const cells = [await at("requirements", "K1", "Id"), await at("requirements", "K2", "Id")];
    expect((await withCells(error, ...cells)).map((each) => each.split(" ")[0])).toEqual([
      "Krav!B5",
      "Krav!B6",
    ]);
  });
  test("one lost id does not explain two ids that no row has", async () => {
    const workbook = await fresh;
    const lost = await at("requirements", "K1", "Id");
    const changed: WorkbookReading = {
      ...workbook,
      tables: workbook.tables.map((table) => ({
        ...table,
        rows: table.rows.map((cells, row) =>
          cells.map((cell, column) => {
            if (table.name === lost.table && row === lost.row && column === lost.column)
              return blank;
            const isK2 = table.name === "Mervarde_checks" && cell.value === "K2";
            return isK2 ? { kind: "text" as const, value: "K9" } : cell;
          }),
        ),
      })),
    };
    const judged = judgeWorkbook(changed, sv, all);
    expect(judged.document).toBeUndefined();
    expect((judged.document ? [] : judged.findings).map(({ details }) => details)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sheet: "Krav" }),
        expect.objectContaining({ found: "K1" }),
        expect.objectContaining({ found: "K9" }),
      ]),
    );
  });
});

describe("a cell that is blank where something must stand, in the user's words", () => {
  // prettier-ignore
  test.each<[TableKey, string, string, string]>([
    ["prices", "P1",    "Enhet",        "Pris, rad Licens (P1), Enhet: värdet saknas. Fyll i det."],
    ["bids",   "A",     "Anbudsgivare", "Anbud, rad A, Anbudsgivare: värdet saknas. Fyll i det."],
    ["levels", "U1",    "Nivå",         "Skalor, rad Scenario 1 (U1) · 1, Nivå: värdet saknas. Fyll i det."],
    ["procurement", "currency", "Värde", "Upphandling, Valuta: värdet saknas. Fyll i det."],
  ])("%s %s %s", async (key, id, header, sentence) => {
    const place = await at(key, id, header);
    const cell = cellName(4 + place.row, place.column);
    expect(await withCells(blank, place)).toEqual([`${sv.sheets[key]}!${cell} ${sentence}`]);
  });
});
