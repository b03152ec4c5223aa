/**
 * The second computation outside Excel: the live formulas calculated by IronCalc over the tables as
 * they were read. It knows nothing of bids or models; it gets cells and formulas and gives values
 * back, so that an error in the engine and an error here would have to be the same error.
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
        return calculated(model, tables, pages);
      } finally {
        // WebAssembly memory is not collected, and a run may evaluate a whole archive.
        model.free();
      }
    },
  };
}

function calculated(model: Model, tables: readonly TableReading[], pages: readonly Page[]): Page[] {
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
  return pages.map((page) => ({
    ...page,
    rows: page.rows.map((row, r) =>
      row.map((cell, c) =>
        cell?.formula === undefined
          ? cell
          : { ...cell, value: valueAt(model, indexOf(page.name), r, c) },
      ),
    ),
  }));
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
    for (const [c, cell] of row.entries()) set(model, sheet, top + 1 + r, left + c, inputOf(cell));
  }
}

function fillPage(model: Model, sheet: number, { rows }: Page): void {
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) if (cell) set(model, sheet, r, c, contentOf(cell));
  }
}

function set(
  model: Model,
  sheet: number,
  row: number,
  column: number,
  input: string | undefined,
): void {
  if (input === undefined) return;
  try {
    model.setUserInput(sheet, row + 1, column + 1, input);
  } catch (error) {
    throw new Failure("file-unreadable", { why: `${String(error)}: ${input.slice(0, 200)}` });
  }
}

/** An apostrophe makes text of anything, as in Excel. */
/** An error word is entered as the error; anything else in quotes, so that no cell is a formula. */
const errorWord = /^#[A-Z0-9/_]+[!?]?$/;

function inputOf({ kind, value }: CellReading): string | undefined {
  if (kind === "blank") return undefined;
  if (kind === "number") return String(value);
  if (kind === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(value);
  return kind === "error" && errorWord.test(text) ? text : `'${text}`;
}

function contentOf({ value, formula }: CellContent): string | undefined {
  if (formula !== undefined) return `=${formula}`;
  if (value === undefined || value === null) return undefined;
  return typeof value === "number" ? String(value) : `'${String(value)}`;
}

function valueAt(
  model: Model,
  sheet: number,
  row: number,
  column: number,
): string | number | boolean {
  const kind = model.getCellType(sheet, row + 1, column + 1);
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  if (kind === type.number) return Number(shown);
  return kind === type.logical ? shown === "TRUE" : shown;
}
