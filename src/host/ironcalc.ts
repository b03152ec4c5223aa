/**
 * The second computation outside Excel: IronCalc calculates the live formulas over the tables as they
 * were read. It knows nothing of bids or models, only cells and formulas, so that it shares no code,
 * and no mistake, with the engine.
 */
import type { InitOutput, Model } from "@ironcalc/wasm";
import type { Calculator, CellContent, CellReading, Page, TableReading } from "../sheet/workbook";
import { columnsRead } from "./columns-read";
import { Failure } from "./failure";

/** Fifteen significant digits, as Excel keeps them; the plain reading gives nine. */
const everyDigit = "0.00000000000000E+00";

/** Rows of a sheet: a range of so many is a whole column. */
const lastRow = 1_048_576;

/** IronCalc's cell types. */
const type = { number: 1, text: 2, logical: 4 };

/**
 * @param load gives the engine's WebAssembly bytes, which each door finds in its own way; asked once,
 *   with the number of cells of the first calculation
 */
export function ironCalc(load: (cells: number) => Promise<Uint8Array>): Calculator {
  let started: InitOutput | undefined;
  return {
    async calculate(tables, pages) {
      const engine = await import("@ironcalc/wasm");
      const source = { tables, pages, read: columnsRead(pages) };
      const cells = mostCells(source);
      started ??= engine.initSync({ module: await load(cells) });
      reserveMemory(started, cells);
      const model = new engine.Model("mervarde", "en", "UTC", "en");
      try {
        return calculatePages(model, source);
      } finally {
        // WebAssembly memory is not collected, and a run may evaluate a whole archive.
        model.free();
      }
    },
  };
}

/** Bytes that the engine takes for a cell: measured at 350 to 700 for a value, 1,100 for a formula. */
const bytesOfCell = 1000;

/** More is asked for only when it is needed: a browser may refuse so much at once. */
const mostReserved = 2 ** 29;

/**
 * Takes the memory that the cells will need in one piece and gives it back, for the engine to divide.
 * It would otherwise grow by 64 kB at a time, and JavaScript collects its garbage after some of
 * these: with 100,000 cells that takes longer than calculating them.
 */
function reserveMemory(memory: InitOutput, cells: number): void {
  const size = Math.min(cells * bytesOfCell, mostReserved);
  memory.__wbindgen_free(memory.__wbindgen_malloc(size, 1), size, 1);
}

/** What is calculated, and the columns that its formulas read. */
type Source = {
  readonly tables: readonly TableReading[];
  readonly pages: readonly Page[];
  readonly read: ReadonlyMap<string, ReadonlySet<number>>;
};

/** Enters something in one cell of a sheet; the numbers count from 0. */
type Enter = (
  sheet: string,
  at: { readonly row: number; readonly column: number },
  input: string,
) => void;

/** How many cells are entered, or a few more: a table's blank cells are not entered. */
function mostCells({ tables, pages, read }: Source): number {
  const inTables = tables.map(({ sheet, rows }) => rows.length * (read.get(sheet)?.size ?? 0));
  const inPages = pages.map(({ rows }) => rows.reduce((sum, row) => sum + row.length, 0));
  return [...inTables, ...inPages].reduce((sum, cells) => sum + cells, 0);
}

/** Enters the formulas, and the cells in the columns that a formula reads. */
function enterAll({ tables, pages, read }: Source, enter: Enter): void {
  for (const { sheet, top, left, rows } of tables) {
    const columns = [...(read.get(sheet) ?? [])];
    for (const [r, cells] of rows.entries()) {
      for (const column of columns) {
        const input = inputOf(cells[column - left]);
        if (input !== undefined) enter(sheet, { row: top + 1 + r, column }, input);
      }
    }
  }
  for (const { name, rows } of pages) {
    const columns = read.get(name);
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const isRead = cell !== null && (cell.formula !== undefined || columns?.has(column));
        const input = isRead ? contentOf(cell) : undefined;
        if (input !== undefined) enter(name, { row, column }, input);
      }
    }
  }
}

function calculatePages(model: Model, source: Source): Page[] {
  const { tables, pages } = source;
  const names = [...tables.map(({ sheet }) => sheet), ...pages.map(({ name }) => name)];
  const sheets = new Map([...new Set(names)].map((name, n) => [name, n]));
  const indexOf = (name: string) => sheets.get(name) ?? 0;
  model.pauseEvaluation();
  for (const [name, n] of sheets) {
    if (n > 0) model.newSheet();
    model.renameSheet(n, name);
  }
  for (const page of pages) showEveryDigit(model, indexOf(page.name), page);
  enterAll(source, (sheet, { row, column }, input) => {
    try {
      model.setUserInput(indexOf(sheet), row + 1, column + 1, input);
    } catch (error) {
      throw new Failure("file-unreadable", { why: `${String(error)}: ${input.slice(0, 200)}` });
    }
  });
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

const errorWord = /^#[A-Z0-9/_]+[!?]?$/;

/**
 * An error is entered as the error. Any other text has an apostrophe first, as in Excel, so that no
 * cell of the user's becomes a formula.
 */
function inputOf(cell: CellReading | undefined): string | undefined {
  if (cell === undefined || cell.kind === "blank") return undefined;
  const { kind, value } = cell;
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
        cell?.formula === undefined ? cell : { ...cell, value: valueAt(model, sheet, [r, c]) },
      ),
    ),
  };
}

function valueAt(
  model: Model,
  sheet: number,
  [row, column]: readonly [number, number],
): string | number | boolean {
  const kind = model.getCellType(sheet, row + 1, column + 1);
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  if (kind === type.number) return Number(shown);
  return kind === type.logical ? shown === "TRUE" : shown;
}
