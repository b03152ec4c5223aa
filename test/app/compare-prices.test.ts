/**
 * The sheet Prisjämförelse as its reader changes it: every figure is a formula over the input sheets
 * that comes to the engine's value, wherever rows are moved, and one that does not is told.
 */
import { strFromU8, unzipSync } from "fflate";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readWorkbook } from "../../src/sheet/read";
import type { Calculator, CellContent, Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { calculator, circumstances } from "../calculator";
import { byFactors, discounted, everyKey } from "../price-forms";
import { document } from "../small";

const text = sv.priceComparison;

async function compared(value: EvaluationDocument, by: Calculator = calculator) {
  return comparedIn(writeWorkbook(value, sv), by);
}

async function comparedIn(pages: readonly Page[], by: Calculator = calculator) {
  const workbook = new MemoryWorkbook(pages);
  const found = await evaluateWorkbook(workbook, { ...circumstances, calculator: by });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  const page = found.pages.find(({ mark }) => mark === "price-comparison");
  if (!page) throw new Error("no sheet");
  const differing = found.evaluation.findings.filter(({ code }) => code === "double-check-differs");
  return { page, differing };
}

/** The cells of a table below its headers. */
function table({ rows }: Page, title: string): CellContent[][] {
  const top = rows.findIndex(([first]) => first?.value === title);
  const header = rows.findIndex(([first], n) => n > top && first?.style === "header");
  const end = rows.findIndex((row, n) => n > header && row.length === 0);
  return rows.slice(header + 1, end).map((row) => row.map((cell) => cell ?? {}));
}
const valuesOf = (row: readonly CellContent[]) => row.map(({ value }) => value);
const areFormulas = (row: readonly CellContent[]) =>
  row.every(({ formula, value }) => formula !== undefined && typeof value === "number");

/** Bids A, B and so on of two rows; the second is of another kind of cost. */
function priced(...prices: readonly (readonly [string, string])[]): EvaluationDocument {
  const base = document({
    model: { method: { type: "lowest-price" } },
    bids: prices.map((_, n) => ({ id: `B${n + 1}` })),
  });
  return {
    ...base,
    priceItems: [
      { id: "P1", name: "Licens", category: "licence", unit: "kr", quantity: "10", ceiling: "900" },
      { id: "P2", name: "Utbildning", category: "training", unit: "kr", quantity: "4" },
    ],
    bids: base.bids.map((bid, n) => ({
      ...bid,
      prices: { P1: prices[n]?.[0] ?? "", P2: prices[n]?.[1] ?? "" },
      statedTotal: "1000",
    })),
  };
}

describe("three bids, of which one is rejected", () => {
  // B4 is above the ceiling of P1 and counts in no lowest, median or highest.
  const value = priced(["100", "50"], ["130", "25"], ["90", "40"], ["901", "1"]);
  let page: Page;
  beforeAll(async () => {
    ({ page } = await compared(value));
  });

  // prettier-ignore
  test.each([
    // lowest, median, highest, highest ÷ lowest of 100, 130, 90
    ["prices",      text.unitPrices, 0, 4, [90, 100, 130, 130 / 90, 100, 130, 90, 901]],
    // 10 × 100, 10 × 130, 10 × 90
    ["row totals",  text.rowTotals,  0, 2, [900, 1000, 1300, 1000, 1300, 900, 9010]],
    // 1 000 + 4 × 50, 1 300 + 4 × 25, 900 + 4 × 40
    ["their sum",   text.rowTotals,  2, 2, [1060, 1200, 1400, 1200, 1400, 1060, 9014]],
    // 1 000 of 1 200, 1 300 of 1 400, 900 of 1 060
    ["shares",      text.shares,     0, 2, [100000 / 1200, 130000 / 1400, 90000 / 1060, 901000 / 9014]],
    // of B2: the sum, licences, training
    ["kinds",       text.byCategory, 1, 1, [1400, 1300, 100]],
    // of B2: stated, counted, the difference, the price in the evaluation
    ["stated sum",  text.stated,     1, 2, [1000, 1400, -400, 1400]],
  ])("%s", (_, title, row, from, wanted) => {
    const cells = table(page, title)[row]?.slice(from) ?? [];
    expect(areFormulas(cells)).toBe(true);
    expect(valuesOf(cells).map((each) => Number(each).toPrecision(12))).toEqual(
      wanted.map((each) => each.toPrecision(12)),
    );
  });

  test("the chart is over the cells of the table", () => {
    const [chart] = page.charts ?? [];
    const [licence] = chart?.series ?? [];
    expect(licence?.name).toBe(sv.categories.licence);
    const { top, bottom, left } = licence?.values ?? { top: 0, bottom: 0, left: 0 };
    expect(page.rows.slice(top, bottom + 1).map((row) => row[left]?.value)).toEqual([
      1000, 1300, 900, 9010,
    ]);
  });

  test("a chart stands below its table, and both are on one printed page", () => {
    const title = page.rows.findIndex(([first]) => first?.value === text.byCategory);
    const next = page.rows.findIndex(([first], n) => n > title + 6 && first?.style === "label");
    const anchor = page.charts?.[0]?.anchor;
    // Headers and four bids; no page begins between the title and the end of the chart.
    expect(anchor?.top).toBeGreaterThan(title + 1 + 4);
    expect(anchor?.bottom).toBeLessThan(next);
    expect(page.breaks?.filter((row) => row >= title && row < next)).toEqual([title]);
  });

  test("the file breaks its pages there, and says in words what the chart shows", async () => {
    const parts = unzipSync(await writeWorkbookBytes([page]));
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    // The number of a break is that of the last row before it, from 1.
    const broken = /<brk id="(\d+)"/.exec(part("xl/worksheets/sheet1.xml"))?.[1];
    expect(Number(broken)).toBe(page.breaks?.[0]);
    expect(part("xl/drawings/drawing1.xml")).toContain(
      `descr="${text.byCategory} (SEK): ${sv.categories.licence}, ${sv.categories.training}"`,
    );
  });

  test("a price is read on Pris in its own cell, and no row below the tables repeats it", () => {
    const formulas = table(page, text.unitPrices).flatMap((row) => row.slice(8));
    expect(formulas).toHaveLength(2 * 4);
    for (const { formula } of formulas) expect(formula).toMatch(/^IF\(INDEX\('Pris'!/);
    const top = page.rows.findIndex(([first]) => first?.value === sv.inputBlock);
    // What the tables do not show themselves: two quantities, and the sum that each bid states.
    expect(page.rows.slice(top + 2).map(([name]) => name?.value)).toEqual([
      ...["Mängd Licens (P1)", "Mängd Utbildning (P2)"],
      ...Array.from({ length: 4 }, () => sv.names["stated-total"]),
    ]);
  });

  test("the figures are the same after the price rows have been sorted", async () => {
    const sorted = writeWorkbook({ ...value, priceItems: [...value.priceItems].reverse() }, sv);
    const { places } = readWorkbook(await new MemoryWorkbook(sorted).read(), [sv]);
    const plain = { ...page, rows: page.rows.map((row) => row.map(withoutLink)) };
    const [live] = await calculator.calculate(places.readings, [plain]);
    expect(live && valuesOf(table(live, text.unitPrices)[0] ?? [])).toEqual(
      valuesOf(table(page, text.unitPrices)[0] ?? []),
    );
  });
});

/** What stands on another sheet is given as its value. */
function withoutLink(cell: CellContent | null): CellContent | null {
  return cell?.formula?.startsWith("'Utvärdering'!") ? { value: cell.value ?? null } : cell;
}

// prettier-ignore
test.each<readonly [what: string, value: EvaluationDocument]>([
  ["every key of a price form", everyKey],
  ["present values",            discounted],
  ["published factors",         byFactors],
  ["more bids than are written out, some of them rejected", priced(...Array.from({ length: 24 }, (_, n) => [n % 7 === 3 ? "901" : String(100 + n), "50"] as const))],
  ["a corrected price",         { ...priced(["100", "50"], ["130", "25"]), clarifications: [{ id: "F1", bid: "B1", subject: "price-item", of: "P1", rule: "clerical-error", new: "10", reason: "Skrivfel", decidedBy: "Eva Ek", decidedAt: "2026-03-08" }] }],
  ["a third and a long decimal", priced(["0.3333333333", "50"], ["1234567.89", "0.0000000001"])],
])("both computations agree on %s", async (_, value) => {
  const { page, differing } = await compared(value);
  expect(differing).toEqual([]);
  for (const title of [text.rowTotals, text.shares])
    for (const cell of table(page, title).flat())
      if (typeof cell.value === "number") expect(cell.formula).toBeDefined();
});

test("a price that was pasted as text is the same figure, and is read from the sheet that has its text", async () => {
  const pasted = writeWorkbook(priced(["101.5", "50"], ["130", "25"]), sv).map((page) =>
    page.name === sv.sheets.prices
      ? { ...page, rows: page.rows.map((row) => row.map(asText)) }
      : page,
  );
  const { page, differing } = await comparedIn(pasted);
  expect(differing).toEqual([]);
  const [licence = []] = table(page, text.unitPrices);
  expect(valuesOf(licence.slice(8))).toEqual([101.5, 130]);
  expect(licence[8]?.formula).toMatch(/^'Utvärdering'!/);
});

function asText(cell: CellContent | null): CellContent | null {
  return cell?.value === 101.5 ? { ...cell, value: "101,5 kr" } : cell;
}

test("a figure that the formulas give another value blocks the award, and is named", async () => {
  const wrong: Calculator = {
    calculate: async (tables, pages) =>
      (await calculator.calculate(tables, pages)).map((page) =>
        page.mark === "price-comparison"
          ? { ...page, rows: page.rows.map((row) => row.map(doubled)) }
          : page,
      ),
  };
  const { page, differing } = await compared(priced(["100", "50"], ["130", "25"]), wrong);
  const [found] = differing;
  expect(found?.severity).toBe("blocking");
  expect(found?.details).toMatchObject({ sheet: page.name });
  expect(found && findingText(found, sv)).toContain(`på bladet ${sv.sheets["price-comparison"]}.`);
});

function doubled(cell: CellContent | null): CellContent | null {
  const isFigure = cell?.formula !== undefined && typeof cell.value === "number";
  return isFigure ? { ...cell, value: 2 * cell.value } : cell;
}
