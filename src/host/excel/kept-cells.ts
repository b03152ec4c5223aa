/**
 * Cells as they stood before a write, to be put back after one that was refused in its middle. Only
 * what the write itself left there is put back, never what someone else has entered since.
 */
import type { CellContent } from "../../sheet/workbook";
import { addressText, cellName } from "../../sheet/cell-address";
import { input } from "./cell-input";
import type { Session } from "./session";
import type { Change, Spot } from "./whole-write";

type Grid<Cell> = readonly (readonly Cell[])[];

/** What is asked for of cells, and of the sheet that they stand on, to be put back. */
export const keptOfCells = "values,formulas,numberFormat,rowIndex,columnIndex";
export const keptOfSheet = "id,name";
export const sheetOfTable = "worksheet/id,worksheet/name";

export class KeptCells {
  private readonly before: Cells;
  private now: Excel.Range | undefined;

  /**
   * @param sheet for which {@link keptOfSheet} has been loaded
   * @param range the cells as they stand, for which {@link keptOfCells} has been loaded
   * @param written what is to be written, row by row; null where nothing is
   */
  constructor(
    private readonly sheet: Excel.Worksheet,
    private readonly range: Excel.Range,
    private readonly written: Grid<CellContent | null>,
  ) {
    this.before = cellsOf(range);
  }

  get spot(): Spot {
    const { name: sheet } = this.sheet;
    const { rowIndex: row, columnIndex: column } = this.range;
    const first = addressText({ sheet, row, column });
    const last = cellName(row + this.written.length - 1, column + this.width - 1);
    return { sheet, where: first.endsWith(`!${last}`) ? first : `${first}:${last}` };
  }

  private get width(): number {
    return this.written[0]?.length ?? 1;
  }

  lookAgain({ context }: Session): void {
    const { rowIndex: row, columnIndex: column } = this.range;
    this.now = context.workbook.worksheets
      .getItemOrNullObject(this.sheet.id)
      .getRangeByIndexes(row, column, this.written.length, this.width)
      .load(keptOfCells);
  }

  /** What the write has left there, if anything. */
  change(): Change | undefined {
    const { before, now: range } = this;
    if (!range || range.isNullObject) return undefined;
    const now = cellsOf(range);
    const isWritten = (r: number, c: number) => (this.written[r]?.[c] ?? null) !== null;
    const isOther = (of: (cells: Cells) => Grid<unknown>) => (r: number, c: number) =>
      isWritten(r, c) && of(now)[r]?.[c] !== of(before)[r]?.[c];
    const hasOtherFormat = isOther(({ formats }) => formats);
    const isFilled = isOther(({ formulas }) => formulas);
    const isOurs = (r: number, c: number) =>
      isFilled(r, c) && holds(now.formulas[r]?.[c], this.written[r]?.[c] ?? {});
    const grid = <Cell>(of: (r: number, c: number) => Cell) =>
      this.written.map((row, r) => row.map((_, c) => of(r, c)));
    if (
      !grid((r, c) => hasOtherFormat(r, c) || isFilled(r, c))
        .flat()
        .includes(true)
    )
      return undefined;
    const putBack = () => {
      // The formats first, or a text that looks like a number becomes one; null leaves a cell as it is.
      range.numberFormat = grid((r, c) => (hasOtherFormat(r, c) ? before.formats[r]?.[c] : null));
      range.formulas = grid((r, c) => (isOurs(r, c) ? asGiven(before, r, c) : null));
    };
    return { where: this.spot.where, putBack };
  }
}

/** What cells hold, copied from what the library holds of them. */
type Cells = {
  readonly values: Grid<unknown>;
  readonly formulas: Grid<unknown>;
  readonly formats: Grid<unknown>;
};

function cellsOf({ values, formulas, numberFormat }: Excel.Range): Cells {
  return { values, formulas, formats: numberFormat };
}

/** Whether a cell holds what was written in it. */
function holds(seen: unknown, content: CellContent): boolean {
  const given = input(content);
  if (typeof given !== "string") return seen === given;
  return given.startsWith("=")
    ? String(seen).startsWith("=")
    : [given, given.replace(/^'/, "")].includes(String(seen));
}

/** A cell's contents as Excel is to be given them, to be what they were. */
function asGiven({ values, formulas, formats }: Cells, row: number, column: number): unknown {
  const [value, formula] = [values[row]?.[column], formulas[row]?.[column]];
  // A cell that is formatted as text shows the apostrophe.
  if (formats[row]?.[column] === "@") return formula;
  // No formula's value is the formula itself: this is a text, which an apostrophe keeps one.
  const isText = typeof value === "string" && value === formula && value !== "";
  return isText && !/^#[A-Z0-9/]+[!?]?$/.test(value) ? `'${value}` : formula;
}
