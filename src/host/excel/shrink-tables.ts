/**
 * Columns and rows that a write of ours has added, taken away from the ends of our tables in the workbook
 * that is open in Excel. A table is made smaller around its cells, so that nothing beside or below it
 * moves; where this Excel cannot do that, nothing is taken away while anything would move.
 */
import type { Amendment, CellContent, Removed, TableReading } from "../../sheet/workbook";
import { Failure } from "../failure";
import { areaName } from "./cell-looks";
import type { Conventions } from "./cell-meaning";
import { cellsOf } from "./cell-meaning";
import { KeptCells, keptOfCells, sheetOfTable } from "./kept-cells";
import type { Session } from "./session";
import { canResize } from "./table-area";
import type { Change, Part, Spot } from "./whole-write";

const sizes = "rowIndex,columnIndex,rowCount,columnCount";

/** A table on its way to what it was. */
type Shrinking = {
  readonly removed: Removed;
  readonly table: Excel.Table;
  readonly area: Excel.Range;
  /** The cells that go, header included: the columns, and the rows below those that stay. */
  readonly edges: readonly Excel.Range[];
  /** The cells right above the headers that go. */
  readonly above: Excel.Range | undefined;
  /** What is filled in the table's rows, and in its columns. */
  readonly beside: Excel.Range;
  readonly below: Excel.Range;
};

export class ShrinkTables implements Part {
  private shrinking: readonly Shrinking[] = [];
  private kept: readonly KeptCells[] = [];
  /** The tables as they stand after a write that was refused in its middle. */
  private now: readonly { readonly table: Excel.Table; readonly area: Excel.Range }[] = [];

  /**
   * @param tables as they were last read, by name
   * @param conventions that they were read by
   */
  constructor(
    private readonly removed: NonNullable<Amendment["removed"]>,
    private readonly tables: ReadonlyMap<string, TableReading>,
    private readonly conventions: Conventions,
  ) {}

  get spots(): readonly Spot[] {
    return this.kept.map(({ spot }) => spot);
  }

  look(session: Session): void {
    this.shrinking = this.removed.flatMap((each) => {
      const known = this.tables.get(each.table);
      return known ? [looked(session, each, known)] : [];
    });
  }

  /** @throws Failure where a table is not as it was read, or would take something with it */
  check(): void {
    for (const each of this.shrinking) this.checkTable(each);
    this.kept = this.shrinking.flatMap(({ table, edges, above, removed }) => [
      ...edges.map((range) => new KeptCells(table.worksheet, range, blanked(range))),
      ...(above ? [new KeptCells(table.worksheet, above, [namesGone(above, removed)])] : []),
    ]);
  }

  private checkTable({ removed, table, area, edges, beside, below }: Shrinking): void {
    const { name: sheet } = table.worksheet;
    const known = this.tables.get(removed.table);
    if (!known || !isInPlace(known, sheet, area) || !this.areAsRead(known, edges))
      throw new Failure("excel-changed", { sheet });
    const right = beside.columnIndex + beside.columnCount;
    const bottom = below.rowIndex + below.rowCount;
    const wouldMove =
      right > area.columnIndex + area.columnCount || bottom > area.rowIndex + area.rowCount;
    if (!canResize(table) && wouldMove) throw new Failure("excel-cannot-shrink", { sheet });
  }

  private areAsRead(known: TableReading, edges: readonly Excel.Range[]): boolean {
    const { top, left, headers, rows } = known;
    return edges.every((range) => {
      const { rowIndex: from, columnIndex: column, columnCount: count } = range;
      const width = column - left;
      const read = [headers, ...rows].slice(from - top);
      return cellsOf(range, this.conventions).every((cells, n) =>
        from - top + n === 0
          ? cells.every(({ value }, c) => value === headers[width + c])
          : JSON.stringify(cells) === JSON.stringify(read[n]?.slice(width, width + count)),
      );
    });
  }

  write(): void {
    for (const each of this.shrinking) {
      const { removed, table, edges, above } = each;
      shrink(each);
      // A cell that is deleted is no longer there to be cleared: what is at its place now is.
      for (const { rowIndex: row, columnIndex: column, values } of edges) {
        const [rows, columns] = [values.length, values[0]?.length ?? 1];
        const place = table.worksheet.getRangeByIndexes(row, column, rows, columns);
        place.clear("Contents");
        place.clear("Formats");
      }
      for (const [n, name] of (above ? namesGone(above, removed) : []).entries())
        if (name) above?.getCell(0, n).clear();
      for (const { area } of removed.columns.flatMap(({ choices }) => choices))
        table.worksheet.getRange(areaName(area)).dataValidation.clear();
    }
  }

  lookAgain(session: Session): void {
    for (const each of this.kept) each.lookAgain(session);
    this.now = this.shrinking.map(({ table: { id } }) => {
      const table = session.context.workbook.tables.getItemOrNullObject(id).load("showTotals");
      return { table, area: table.getRange().load(sizes) };
    });
  }

  /** The cells first: a table takes the headers that stand where it is made larger. */
  changes(): readonly Change[] {
    const cells = this.kept.flatMap((each) => each.change() ?? []);
    const areas = this.shrinking.flatMap(({ area: before, removed: { table: where } }, n) => {
      const { table, area } = this.now[n] ?? {};
      if (!table || !area || table.isNullObject || !canResize(table)) return [];
      const [rows, columns] = [
        before.rowCount - area.rowCount,
        before.columnCount - area.columnCount,
      ];
      if (rows <= 0 && columns <= 0) return [];
      return [{ where, putBack: () => table.resize(area.getResizedRange(rows, columns)) }];
    });
    return [...cells, ...areas];
  }
}

function shrink({ removed, table, area }: Shrinking): void {
  const [rows, columns] = [removed.rows, removed.columns.length];
  if (canResize(table)) {
    table.resize(area.getResizedRange(-rows, -columns));
    return;
  }
  for (let n = 1; n <= rows; n++) table.rows.getItemAt(area.rowCount - 1 - n).delete();
  for (let n = 1; n <= columns; n++) table.columns.getItemAt(area.columnCount - n).delete();
}

function looked({ context }: Session, removed: Removed, known: TableReading): Shrinking {
  const { top, left, headers, rows } = known;
  const table = context.workbook.tables
    .getItem(removed.table)
    .load(`id,showTotals,${sheetOfTable}`);
  const area = table.getRange().load(sizes);
  const { worksheet } = table;
  const columns = removed.columns.length;
  const staying = headers.length - columns;
  const cells = (row: number, column: number, count: number, width: number) =>
    worksheet.getRangeByIndexes(row, column, count, width).load(`${keptOfCells},columnCount`);
  const filled = (range: Excel.Range) =>
    range.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  return {
    removed,
    table,
    area,
    edges: [
      ...(columns > 0 ? [cells(top, left + staying, rows.length + 1, columns)] : []),
      ...(removed.rows > 0
        ? [cells(top + 1 + rows.length - removed.rows, left, removed.rows, staying)]
        : []),
    ],
    above:
      top > 0 && removed.columns.some(({ above }) => above !== undefined)
        ? cells(top - 1, left + staying, 1, columns)
        : undefined,
    beside: filled(table.getRange().getEntireRow()),
    below: filled(table.getRange().getEntireColumn()),
  };
}

function isInPlace(
  { sheet, top, left, headers, rows }: TableReading,
  name: string,
  area: Excel.Range,
): boolean {
  return (
    name === sheet &&
    area.rowIndex === top &&
    area.columnIndex === left &&
    area.columnCount === headers.length &&
    area.rowCount === rows.length + 1
  );
}

/** Every cell of a range as nothing. */
function blanked({ values }: Excel.Range): CellContent[][] {
  return values.map((row) => row.map(() => ({ value: null })));
}

/** The names above the headers that go, where they are still what was written there. */
function namesGone({ values }: Excel.Range, { columns }: Removed): (CellContent | null)[] {
  return columns.map(({ above }, n) =>
    above !== undefined && values[0]?.[n] === above.value ? { value: null } : null,
  );
}
