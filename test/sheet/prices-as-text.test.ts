/**
 * A price form whose prices were pasted as text: the formulas look each row up once for all bids,
 * have one form for all rows of a bid, and follow when a cell is emptied or the rows are sorted.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import type { CellContent, Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { calculator, circumstances } from "../calculator";
import { document } from "../small";

const rows = 25;

/** Three bids at 1,000, 1,001 and 1,002 kr a piece, on each row one piece. */
function priceForm(): Page[] {
  const form = document({ bids: [{ id: "A" }, { id: "B" }, { id: "C" }] });
  for (let n = 1; n <= rows; n += 1)
    form.priceItems.push({
      id: `P${n}`,
      name: "Rad",
      category: "other",
      unit: "st",
      quantity: "1",
    });
  for (const [n, bid] of (form.bids as { prices?: object }[]).entries())
    bid.prices = Object.fromEntries(form.priceItems.map(({ id }) => [id, String(1000 + n)]));
  return writeWorkbook(form, sv).map((page) =>
    page.name === sv.sheets.prices ? withPricesAsText(page) : page,
  );
}

const asText = (value: unknown) => String(value).replace(/^1/, "1 ").concat(",00");

function withPricesAsText(page: Page): Page {
  return withCells(page, (cell) =>
    typeof cell.value === "number" && cell.value >= 1000 ? { value: asText(cell.value) } : cell,
  );
}

function withCells(page: Page, change: (cell: CellContent) => CellContent): Page {
  return { ...page, rows: page.rows.map((row) => row.map((cell) => (cell ? change(cell) : cell))) };
}

async function sheetOf(pages: readonly Page[]): Promise<Page> {
  const outcome = await evaluateWorkbook(new MemoryWorkbook(pages), circumstances);
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
  return outcome.pages[1] as Page;
}

/** The offered prices of A, B and C as the formulas of a sheet calculate them over other cells. */
async function offeredPrices(sheet: Page, pages: readonly Page[]): Promise<unknown[]> {
  const [live] = await calculator.calculate((await new MemoryWorkbook(pages).read()).tables, [
    sheet,
  ]);
  const column = live?.rows[5]?.findIndex((cell) => /pris/i.test(String(cell?.value))) ?? -1;
  return [6, 7, 8].map((row) => live?.rows[row]?.[column]?.value);
}

test("each price row is looked up once, however many bids price it", async () => {
  const sheet = await sheetOf(priceForm());
  const lookups = sheet.rows.flat().filter((cell) => cell?.formula?.includes("MATCH("));
  // 25 rows; the quantities are on the same rows.
  expect(lookups).toHaveLength(rows);
});

test("the cells of a bid have one form each: a price, its text and a row total", async () => {
  const sheet = await sheetOf(priceForm());
  const forms = new Map<string, Set<string>>();
  for (const [r, row] of sheet.rows.entries()) {
    const name = /^(À-pris|Radsumma) /.exec(String(row[0]?.value))?.[1];
    const own = (formula = "") =>
      formula.replace(
        /(?<![!:])\$([A-Z]+)(\d+)/g,
        (_, column: string, at: string) => `${column}[${Number(at) - r}]`,
      );
    if (name !== undefined && row[1]?.value === "C")
      forms.set(
        name,
        (forms.get(name) ?? new Set()).add(own(row[2]?.formula) + own(row[6]?.formula)),
      );
  }
  expect([...forms].map(([name, each]) => [name, each.size])).toEqual([
    ["À-pris", 1],
    ["Radsumma", 1],
  ]);
});

test("a price in text that is emptied afterwards is missing, and never zero", async () => {
  const pages = priceForm();
  const sheet = await sheetOf(pages);
  expect(await offeredPrices(sheet, pages)).toEqual([25_000, 25_025, 25_050]);
  let emptied = false;
  const without = pages.map((page) =>
    withCells(page, (cell) => {
      if (emptied || cell.value !== "1 001,00") return cell;
      emptied = true;
      return {};
    }),
  );
  expect(await offeredPrices(sheet, without)).toEqual([25_000, "saknas", 25_050]);
});

test("sorting the price form backwards moves no price", async () => {
  const pages = priceForm();
  const sheet = await sheetOf(pages);
  const sorted = pages.map((page) =>
    page.name === sv.sheets.prices
      ? { ...page, rows: [...page.rows.slice(0, 4), ...page.rows.slice(4).reverse()] }
      : page,
  );
  expect(await offeredPrices(sheet, sorted)).toEqual([25_000, 25_025, 25_050]);
});
