/**
 * How far one of our tables reached before a write, to be put back after one that was refused in its
 * middle. It writes no cell.
 */
import type { Session } from "./session";
import type { Change, Spot } from "./whole-write";

const sizes = "rowIndex,columnIndex,rowCount,columnCount";

type Standing = {
  readonly table: Excel.Table;
  readonly area: Excel.Range;
};

export class TableArea {
  private readonly before: Standing;
  private now: Standing | undefined;
  private isResized = false;

  /** Asks for where the table stands; the batch waits to be sent. */
  constructor(
    { context }: Session,
    private readonly name: string,
  ) {
    const table = context.workbook.tables.getItem(name).load("id,worksheet/name");
    this.before = { table, area: table.getRange().load(sizes) };
  }

  get spot(): Spot {
    return { sheet: this.before.table.worksheet.name, where: this.name };
  }

  lookAgain({ context }: Session): void {
    const table = context.workbook.tables.getItemOrNullObject(this.before.table.id);
    table.load("showTotals");
    this.now = { table, area: table.getRange().load(sizes) };
  }

  /** Rows and columns that the write has left in the table, if any. */
  change(): Change | undefined {
    const { now } = this;
    const { rowCount: rows, columnCount: columns } = this.before.area;
    if (!now || now.table.isNullObject) return undefined;
    const { area } = now;
    if (area.rowCount <= rows && area.columnCount <= columns) return undefined;
    return {
      where: this.name,
      putBack: () => (this.isResizable ? this.resize(now) : shorten(now, rows, columns)),
    };
  }

  private resize({ table, area }: Standing): void {
    const { rowCount: rows, columnCount: columns } = this.before.area;
    this.isResized = true;
    table.resize(table.worksheet.getRangeByIndexes(area.rowIndex, area.columnIndex, rows, columns));
  }

  /** Whether the table can be made smaller around its cells; where that was tried in vain, no longer. */
  get isResizable(): boolean {
    const { now } = this;
    return now !== undefined && !now.table.isNullObject && canResize(now.table) && !this.isResized;
  }
}

export function canResize({ showTotals }: Excel.Table): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.13") && !showTotals;
}

function shorten({ table, area }: Standing, rows: number, columns: number): void {
  for (let row = area.rowCount - 1; row >= rows; row--) table.rows.getItemAt(row - 1).delete();
  for (let column = area.columnCount - 1; column >= columns; column--)
    table.columns.getItemAt(column).delete();
}
