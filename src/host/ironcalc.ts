/**
 * The second computation outside Excel: IronCalc calculates the live formulas over the tables as they
 * were read. It knows nothing of bids or models, only cells and formulas, so that it shares no code,
 * and no mistake, with the engine.
 */
import type { Model } from "@ironcalc/wasm";
import type { Calculator, CellContent, CellReading, Page, TableReading } from "../sheet/workbook";
import { Failure } from "./failure";

/** Fifteen significant digits, as Excel keeps them; the plain reading gives nine. */
const everyDigit = "0.00000000000000E+00";

/** Rows of a sheet: a range of so many is a whole column. */
const lastRow = 1_048_576;

/** IronCalc's cell types. */
const type = { number: 1, text: 2, logical: 4 };

/** @param load gives the engine's WebAssembly bytes, which each door finds in its own way */
export function ironCalc(load: () => Promise<Uint8Array>): Calculator {
  return {
    async calculate(tables, pages) {
      const engine = await import("@ironcalc/wasm");
      engine.initSync({ module: await load() });
      const model = new engine.Model("mervarde", "en", "UTC", "en");
      try {
        return calculatePages(model, tables, pages);
      } finally {
        // WebAssembly memory is not collected, and a run may evaluate a whole archive.
        model.free();
      }
    },
  };
}

function calculatePages(
  model: Model,
  tables: readonly TableReading[],
  pages: readonly Page[],
): Page[] {
  const sheets = [
    ...new Set([...tables.map(({ sheet }) => sheet), ...pages.map(({ name }) => name)]),
  ];
  const indexOf = (name: string) => sheets.indexOf(name);
  model.pauseEvaluation();
  for (const [n, name] of sheets.entries()) {
    if (n > 0) model.newSheet();
    model.renameSheet(n, name);
  }
  for (const page of pages) showEveryDigit(model, indexOf(page.name), page);
  for (const table of tables) fillTable(model, indexOf(table.sheet), table);
  for (const page of pages) fillPage(model, indexOf(page.name), page);
  model.resumeEvaluation();
  model.evaluate();
  return pages.map((page) => withValues(model, indexOf(page.name), page));
}

/** On whole columns before they are filled: cell by cell it takes longer than calculating them. */
function showEveryDigit(model: Model, sheet: number, { rows }: Page): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  model.updateRangeStyle(
    { sheet, row: 1, column: 1, width, height: lastRow },
    "num_fmt",
    everyDigit,
  );
}

function fillTable(model: Model, sheet: number, { top, left, rows }: TableReading): void {
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries())
      enter(model, { sheet, row: top + 1 + r, column: left + c }, inputOf(cell));
  }
}

function fillPage(model: Model, sheet: number, { rows }: Page): void {
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries())
      if (cell) enter(model, { sheet, row: r, column: c }, contentOf(cell));
  }
}

/** A cell of the model; the numbers count from 0. */
type Cell = { readonly sheet: number; readonly row: number; readonly column: number };

function enter(model: Model, { sheet, row, column }: Cell, input: string | undefined): void {
  if (input === undefined) return;
  try {
    model.setUserInput(sheet, row + 1, column + 1, input);
  } catch (error) {
    throw new Failure("file-unreadable", { why: `${String(error)}: ${input.slice(0, 200)}` });
  }
}

const errorWord = /^#[A-Z0-9/_]+[!?]?$/;

/**
 * An error is entered as the error. Any other text has an apostrophe first, as in Excel, so that no
 * cell of the user's becomes a formula.
 */
function inputOf({ kind, value }: CellReading): string | undefined {
  if (kind === "blank") return undefined;
  if (kind === "number") return String(value);
  if (kind === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(value);
  return kind === "error" && errorWord.test(text) ? text : `'${text}`;
}

/**
 * A formula gives one value, as a formula without array mark does in a file: hence the "@". Without
 * it the engine looks for room for an array around each INDEX, which takes longer for each cell the
 * sheet has: minutes for a price form of 45,000 prices. An apostrophe makes text of anything.
 */
function contentOf({ value, formula }: CellContent): string | undefined {
  if (formula !== undefined) return `=@(${formula})`;
  if (value === undefined || value === null) return undefined;
  return typeof value === "number" ? String(value) : `'${String(value)}`;
}

function withValues(model: Model, sheet: number, page: Page): Page {
  return {
    ...page,
    rows: page.rows.map((row, r) =>
      row.map((cell, c) =>
        cell?.formula === undefined
          ? cell
          : { ...cell, value: valueAt(model, { sheet, row: r, column: c }) },
      ),
    ),
  };
}

function valueAt(model: Model, { sheet, row, column }: Cell): string | number | boolean {
  const kind = model.getCellType(sheet, row + 1, column + 1);
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  if (kind === type.number) return Number(shown);
  return kind === type.logical ? shown === "TRUE" : shown;
}
