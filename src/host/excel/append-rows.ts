/**
 * Rows added at the ends of our tables in the workbook that is open in Excel. A row that it adds is
 * inside its table or nowhere, and nothing is added where something stands below a table.
 */
import type { Amendment, CellContent, CellReading, TableReading } from "../../sheet/workbook";
import { Failure } from "../failure";
import { input } from "./cell-input";
import type { Conventions } from "./cell-meaning";
import { cellsOf } from "./cell-meaning";
import { KeptCells, keptOfCells, sheetOfTable } from "./kept-cells";
import type { Session } from "./session";
import { isLate, refusalOf } from "./session";
import { canResize } from "./table-area";

type Rows = readonly (readonly CellContent[])[];

/** New rows on their way into a table. */
type Appending = {
  readonly name: string;
  readonly rows: Rows;
  readonly table: Excel.Table;
  readonly area: Excel.Range;
  readonly below: Excel.Range;
  readonly last: Excel.Range;
  /** Where the table reaches once they are written. */
  after?: Excel.Range;
};

export class AppendRows {
  private appending: readonly Appending[] = [];
  /** Where the rows are to go, as it stood when it was checked. */
  edges: readonly KeptCells[] = [];

  /**
   * @param tables as they were last read, by name; what is unknown is not compared
   * @param conventions that they were read by
   * @param widening how many columns a table gets
   */
  constructor(
    private readonly appended: Amendment["appended"],
    private readonly tables: ReadonlyMap<string, TableReading>,
    private readonly conventions: Conventions,
    private readonly widening: (table: string) => number,
  ) {}

  /** Asks for what stands where the rows are to go; the batch waits to be sent. */
  look({ context }: Session): void {
    this.appending = this.appended.map(({ table: name, rows }) => {
      const table = context.workbook.tables.getItem(name).load(`showTotals,${sheetOfTable}`);
      const area = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
      const below = table.getRange().getRowsBelow(rows.length);
      return {
        name,
        rows,
        table,
        area,
        below: below.getResizedRange(0, this.widening(name)).load(keptOfCells),
        last: table.getRange().getLastRow().load("values,formulas,numberFormat"),
      };
    });
  }

  /** @throws Failure where a table is not as it was read, or something stands below it */
  check(): void {
    for (const { name, table, area, below, last } of this.appending) {
      const known = this.tables.get(name);
      const end = () => cellsOf(last, this.conventions)[0];
      if (known && !isAsRead(known, table, area, end))
        throw new Failure("excel-changed", { sheet: table.worksheet.name });
      if (below.values.some((row) => row.some((value) => value !== "")))
        throw new Failure("excel-no-room", { table: name });
    }
    this.edges = this.appending.map(
      (each) => new KeptCells(each.table.worksheet, each.below, each.rows),
    );
  }

  /** Writes the rows; the batch waits to be sent. */
  write(): void {
    for (const each of this.appending) {
      put(each.rows, each.below);
      each.after = each.table.getRange().load("rowCount");
    }
  }

  /**
   * Brings rows into their table that Excel has left below it, all or some of them: its user may
   * have told it not to let tables grow, and a large write grows a table in parts.
   * @throws Failure when even that fails
   */
  async settle(session: Session): Promise<void> {
    for (const each of this.appending) {
      const { area, rows, after, name } = each;
      if ((after?.rowCount ?? 0) >= area.rowCount + rows.length) continue;
      if (!(await this.isComplete(session, each)))
        throw new Failure("excel-table-short", { table: name });
    }
  }

  /**
   * Gives the rows the looks of the last one before them; how their numbers are shown is said by
   * themselves. The batch waits to be sent.
   */
  dress(): void {
    for (const { name, rows, table, area } of this.appending) {
      const columns = area.columnCount + this.widening(name);
      const below = area.rowIndex + area.rowCount;
      const part = (top: number, count: number) =>
        table.worksheet.getRangeByIndexes(top, area.columnIndex, count, columns);
      const range = part(below, rows.length);
      range.copyFrom(part(below - 1, 1), "Formats");
      range.numberFormat = rows.map((row) =>
        Array.from({ length: columns }, (_, n) => row[n]?.format ?? "General"),
      );
    }
  }

  private async isComplete(
    session: Session,
    { name, table, area, rows }: Appending,
  ): Promise<boolean> {
    const [end, columns] = [area.rowCount, area.columnCount + this.widening(name)];
    const wanted = end + rows.length;
    const part = (top: number, count: number) =>
      table.worksheet.getRangeByIndexes(area.rowIndex + top, area.columnIndex, count, columns);
    if (canResize(table)) {
      table.resize(part(0, wanted));
      if ((await reached(session, table)) >= wanted) return true;
    }
    const now = table.getRange().load("rowCount");
    await session.sendChanges();
    const outside = rows.slice(now.rowCount - end);
    part(now.rowCount, outside.length).clear("Contents");
    table.rows.add(
      undefined,
      outside.map((row) => row.map(input)),
    );
    return (await reached(session, table)) >= wanted;
  }
}

/** How long a table is now; where Excel refused to make it longer, nothing. */
async function reached(session: Session, table: Excel.Table): Promise<number> {
  const area = table.getRange().load("rowCount");
  const refusal = await refusalOf(session.sendChanges());
  if (refusal && isLate(refusal)) throw refusal;
  return refusal ? 0 : area.rowCount;
}

/** Whether a table stands where it was read, as long as it was, and ends in the same row. */
function isAsRead(
  { sheet, top, left, headers, rows }: TableReading,
  { worksheet, showTotals }: Excel.Table,
  area: Excel.Range,
  lastRow: () => readonly CellReading[] | undefined,
): boolean {
  const isInPlace =
    worksheet.name === sheet &&
    area.rowIndex === top &&
    area.columnIndex === left &&
    area.columnCount === headers.length &&
    area.rowCount === rows.length + (showTotals ? 2 : 1);
  // A row of totals was not read.
  return (
    isInPlace &&
    (showTotals || rows.length === 0 || JSON.stringify(lastRow()) === JSON.stringify(rows.at(-1)))
  );
}

/**
 * Rows are written below a table, which grows over them: rows.add() makes conflicts between
 * co-authors.
 */
function put(rows: Rows, below: Excel.Range): void {
  for (const [r, row] of rows.entries())
    for (const [c, { format }] of row.entries())
      if (format !== undefined) below.getCell(r, c).numberFormat = [[format]];
  below.formulas = rows.map((row) => row.map(input));
}
