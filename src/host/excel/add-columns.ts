/**
 * Columns added at the right end of our tables in the workbook that is open in Excel. Excel moves
 * what stands to the right of a table when it adds a column, so nothing is added where anything
 * does.
 */
import type { AddedColumn, Amendment, TableReading } from "../../sheet/workbook";
import { cellName } from "../../sheet/cell-address";
import { Failure } from "../failure";
import { input } from "./cell-input";
import { areaName, paint } from "./cell-looks";
import { offerChoice, widthInPoints } from "./page";
import { KeptCells, keptOfCells, sheetOfTable } from "./kept-cells";
import type { Session } from "./session";

type Columns = NonNullable<Amendment["columns"]>[number];

/** New columns on their way into a table. */
type Widening = {
  readonly added: readonly AddedColumn[];
  readonly table: Excel.Table;
  readonly area: Excel.Range;
  readonly headers: Excel.Range;
  /** What is filled in the table's rows, to the right of it too. */
  readonly used: Excel.Range;
  /** The cells right above the new headers, where it is known where they will be. */
  readonly above: Excel.Range | undefined;
  /** Where the columns are to go. */
  readonly beside: Excel.Range;
};

export class AddColumns {
  private widening: readonly Widening[] = [];
  /** Where the columns are to go, and what is above them, as it stood when it was checked. */
  edges: readonly KeptCells[] = [];

  /** @param tables as they were last read, by name */
  constructor(
    private readonly columns: readonly Columns[],
    private readonly tables: ReadonlyMap<string, TableReading>,
  ) {}

  /** How many columns a table gets. */
  countFor(name: string): number {
    return this.columns
      .filter(({ table }) => table === name)
      .reduce((sum, { added }) => sum + added.length, 0);
  }

  /** Asks for what stands where the columns are to go; the batch waits to be sent. */
  look(session: Session): void {
    this.widening = this.columns.map(({ table: name, added }) => {
      const table = session.context.workbook.tables.getItem(name);
      table.load(sheetOfTable);
      table.worksheet.protection.load("protected");
      const area = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
      return {
        added,
        table,
        area,
        headers: table.getHeaderRowRange().load("values"),
        used: table
          .getRange()
          .getEntireRow()
          .getUsedRangeOrNullObject(true)
          .load("columnIndex,columnCount"),
        above: this.above(session, name, added),
        beside: table.getRange().getColumnsAfter(added.length).load(keptOfCells),
      };
    });
  }

  private above(
    { context }: Session,
    name: string,
    added: readonly AddedColumn[],
  ): Excel.Range | undefined {
    const known = this.tables.get(name);
    if (!known || known.top === 0 || added.every(({ above }) => above === undefined))
      return undefined;
    const { sheet, top, left, headers } = known;
    return context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(top - 1, left + headers.length, 1, added.length)
      .load(keptOfCells);
  }

  /**
   * @throws Failure where a sheet is protected, something stands to the right of a table, or
   *   someone else has added such a column
   */
  check(): void {
    for (const { table, area, used, added, headers } of this.widening) {
      const [first] = added;
      const sheet = table.worksheet.name;
      const seen = new Set((headers.values[0] ?? []).map(String));
      if (added.some(({ header }) => seen.has(header)))
        throw new Failure("excel-changed", { sheet });
      if (!first) continue;
      const { header } = first;
      if (table.worksheet.protection.protected)
        throw new Failure("sheet-protected", { sheet, header });
      const last = used.columnIndex + used.columnCount - 1;
      if (last >= area.columnIndex + area.columnCount)
        throw new Failure("column-no-room", { sheet, header, cell: cellName(area.rowIndex, last) });
    }
    this.edges = this.widening.flatMap(keptOf);
  }

  /** Adds the columns with their values; the batch waits to be sent. */
  write(): void {
    for (const each of this.widening) {
      const { table, area, added, above } = each;
      for (const { header } of added) table.columns.add(undefined, undefined, header);
      for (const [n, column] of added.entries()) {
        fill(table.worksheet, column, area.rowIndex + 1, firstColumn(each) + n);
        if (above && column.above !== undefined && above.values[0]?.[n] === "")
          above.getCell(0, n).values = [[input(column.above)]];
      }
    }
  }

  /** Gives the columns their looks; the batch waits to be sent. */
  dress(): void {
    for (const each of this.widening)
      for (const [n, column] of each.added.entries())
        dressColumn(each, column, firstColumn(each) + n);
  }
}

/** The cells that the new columns are written in, as they stand. */
function keptOf({ table: { worksheet }, added, above, beside, area }: Widening): KeptCells[] {
  const cellAt = (row: number) =>
    added.map(({ header, cells }) => (row === 0 ? { value: header } : (cells[row - 1] ?? null)));
  const rows = Array.from({ length: area.rowCount }, (_, row) => cellAt(row));
  const names = added.map(({ above: name }, n) => (above?.values[0]?.[n] === "" ? name : null));
  return [
    new KeptCells(worksheet, beside, rows),
    ...(above ? [new KeptCells(worksheet, above, [names.map((name) => name ?? null)])] : []),
  ];
}

/** Where the first of the new columns is to stand. */
function firstColumn({ area }: Widening): number {
  return area.columnIndex + area.columnCount;
}

function fill(sheet: Excel.Worksheet, { cells }: AddedColumn, top: number, column: number): void {
  if (cells.length === 0) return;
  const range = sheet.getRangeByIndexes(top, column, cells.length, 1);
  // In a grid, null leaves a cell as it is.
  range.numberFormat = cells.map(({ format }) => [format ?? null]);
  range.formulas = cells.map((cell) => [input(cell)]);
}

function dressColumn(
  { table: { worksheet }, area, above }: Widening,
  { cells, width, choices, above: name }: AddedColumn,
  column: number,
): void {
  const top = area.rowIndex;
  const header = { top, left: column, bottom: top, right: column };
  paint(worksheet, [header], "header");
  const [{ style } = {}] = cells;
  if (style) paint(worksheet, [{ ...header, top: top + 1, bottom: top + cells.length }], style);
  if (above && name?.style)
    paint(worksheet, [{ ...header, top: top - 1, bottom: top - 1 }], name.style);
  const whole = worksheet.getRange(areaName(header)).getEntireColumn();
  whole.format.columnWidth = widthInPoints(width);
  for (const choice of choices) offerChoice(worksheet, choice);
}
