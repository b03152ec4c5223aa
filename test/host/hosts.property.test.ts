/**
 * One contract for every host: what is written is read back the same, results change no input, and
 * a workbook says which document its results were computed from. In memory, in a file, and in the
 * simulated Excel behind the real office.js.
 */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { en } from "../../src/words/en/words";
import { ExcelWorkbook } from "../../src/host/excel/workbook";
import { createWorkbook, FileWorkbook } from "../../src/host/xlsx/file-workbook";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import type { Page, Workbook } from "../../src/sheet/workbook";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { basisOf } from "../../src/core/document/recorded";
import { fingerprint } from "../../src/journal/fingerprint";
import { circumstances } from "../calculator";
import { documents, runs } from "../documents";
import { ExcelHost } from "../excel-host/host";
import { connect } from "../excel-host/transports/native";
import { document, monetary } from "../small";

type Opened = { readonly workbook: Workbook; readonly reopened: () => Promise<Workbook> };
type Host = { readonly name: string; readonly open: (pages: readonly Page[]) => Promise<Opened> };

const hosts: readonly Host[] = [
  {
    name: "memory",
    open: (pages) => {
      const workbook = new MemoryWorkbook(pages);
      return Promise.resolve({ workbook, reopened: () => Promise.resolve(workbook) });
    },
  },
  {
    name: "file",
    open: async (pages) => {
      const folder = await mkdtemp(join(tmpdir(), "mervarde-"));
      await createWorkbook(join(folder, "in.xlsx"), pages);
      return {
        workbook: await FileWorkbook.open(join(folder, "in.xlsx"), join(folder, "out.xlsx")),
        reopened: () => FileWorkbook.open(join(folder, "out.xlsx")),
      };
    },
  },
  {
    name: "Excel",
    open: async (pages) => {
      connect(new ExcelHost());
      const workbook = new ExcelWorkbook();
      await workbook.addPages(pages);
      return { workbook, reopened: () => Promise.resolve(workbook) };
    },
  },
];

/**
 * Values that a spreadsheet would like to turn into something else, in cells where people write
 * them.
 */
const hard = document({
  criteria: [monetary("M", { deduction: "100", name: "=1+1" })],
  requirements: ["K1", "K2", "K3", "K4", "K5", "K6"],
  bids: [
    {
      id: "A",
      price: "1000.50",
      scores: { M: "5" },
      verdicts: { K1: "met", K2: "met", K3: "met", K4: "met", K5: "met", K6: "met" },
    },
  ],
});
const texts = [
  "+46 8 123",
  "-",
  "@namn",
  "2026-03-02",
  "12 %",
  "TRUE",
  "'citat",
  "1e5",
  '=HYPERLINK("http://x")',
];
const evaluation = {
  ...hard,
  requirements: hard.requirements.map((requirement, n) => ({
    ...requirement,
    text: texts[n] ?? "",
    area: texts[n + 3] ?? "",
  })),
  bids: hard.bids.map((bid) => ({ ...bid, bidder: "=SUM(A1:A9)" })),
};

describe.each(hosts)("$name", ({ open }) => {
  test("text stays the text it was, and amounts keep their decimals", async () => {
    const { workbook } = await open(writeWorkbook(evaluation, sv));
    const read = readWorkbook(await workbook.read(), [sv, en]);
    expect(read.findings).toEqual([]);
    expect(read.document).toEqual(evaluation);
  });

  test("generated documents read back as themselves", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (generated) => {
        const { workbook } = await open(writeWorkbook(generated, sv));
        const read = readWorkbook(await workbook.read(), [sv, en]);
        expect(read.findings).toEqual([]);
        expect(fingerprint(read.document ?? {})).toBe(fingerprint(generated));
      }),
      runs(6),
    );
  });

  test("a table made a range, and a row left below a table, are seen", async () => {
    const [isRange, isCut] = ["Skalor", "Anbud"];
    const changed = writeWorkbook(evaluation, sv).map((page) => {
      const { table: its, ...bare } = page;
      if (page.name === isRange || !its) return bare;
      const { area } = its;
      // Two rows further down, with a blank one between.
      const rows = [...page.rows, [], [{ value: 9 }, { value: "Z" }, { value: "Bolaget Z" }]];
      return page.name === isCut
        ? { ...page, rows, table: { ...its, area: { ...area, bottom: page.rows.length - 1 } } }
        : page;
    });
    const { findings } = readWorkbook(await (await open(changed)).workbook.read(), [sv, en]);
    expect(findings.map(({ code, details }) => [code, details["sheet"]])).toEqual([
      ["table-missing", isRange],
      ["row-below-table", isCut],
    ]);
  });

  test("a column of ours left beside its table is told with its cell, and one's own is not", async () => {
    const headers = ["Andra läsare", "Egen anteckning", "", "Krav"];
    const changed = writeWorkbook(evaluation, sv).map((page) => {
      const { table: its } = page;
      if (page.name !== "Krav" || !its) return page;
      const { top, right } = its.area;
      const rows = page.rows.map((row, n) =>
        n === top
          ? [
              ...Array.from({ length: right + 1 }, (_, c) => row[c] ?? null),
              ...headers.map((value) => ({ value })),
            ]
          : row,
      );
      return { ...page, rows };
    });
    const { findings } = readWorkbook(await (await open(changed)).workbook.read(), [sv, en]);
    expect(
      findings.map(({ code, details }) => [code, details["sheet"], details["header"]]),
    ).toEqual([["column-beside-table", "Krav", headers[0]]]);
  });

  test("results stand beside the input, which is as it was; a second run replaces them", async () => {
    const { workbook, reopened } = await open(writeWorkbook(evaluation, sv));
    const before = await workbook.read();
    const evaluated = await evaluateWorkbook(workbook, circumstances);
    if (!evaluated.document) throw new Error("unreadable");
    await workbook.writeResults(evaluated.pages);
    await workbook.writeResults(evaluated.pages);
    const after = await (await reopened()).read();
    expect(after.tables.filter(({ name }) => name !== "Mervarde_audit")).toEqual(before.tables);
    expect(after.sheets).toEqual([
      "Sammanställning",
      ...before.sheets,
      "Utvärdering",
      "Spår",
      "Läge",
      "Känslighet",
      "Avtryck",
    ]);
    expect([before.results, after.results]).toEqual([
      [],
      ["Sammanställning", "Utvärdering", "Spår", "Läge", "Känslighet", "Avtryck"],
    ]);
    expect([before.evaluated, after.evaluated]).toEqual([
      undefined,
      fingerprint(basisOf(evaluation)),
    ]);
  });
});
