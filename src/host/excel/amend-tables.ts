/**
 * What someone has entered elsewhere, written into cells, new columns and new rows of our tables. It writes only
 * where the workbook is as it was read, or blank; a row that it adds is inside its table or
 * nowhere; and it can be run again after Excel has carried out some of it.
 */
import type {
  Amendment,
  CellContent,
  CellReading,
  Entered,
  TableReading,
} from "../../sheet/workbook";
import { addressText } from "../../sheet/cell-address";
import { Failure } from "../failure";
import { AddColumns } from "./add-columns";
import { input } from "./cell-input";
import type { Conventions } from "./cell-meaning";
import { cellsOf } from "./cell-meaning";
import type { Session } from "./session";
import { failureOf, isLate } from "./session";

/** Entries in cells right below each other. */
type Run = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly entries: readonly Entered[];
};

type Rows = readonly (readonly CellContent[])[];

/** A run on its way into the workbook. */
type Entering = {
  readonly run: Run;
  readonly range: Excel.Range;
  /** The rows it is in as they stand, and as they were read, where they are rows of a table. */
  readonly around: Excel.Range | undefined;
  readonly known: readonly (readonly CellReading[])[];
};

/** Where a table ended before rows were added to it; rows and columns of the sheet, from 0. */
type End = {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
};

/** New rows on their way into a table. */
type Appending = {
  readonly name: string;
  readonly rows: Rows;
  readonly table: Excel.Table;
  readonly area: Excel.Range;
  readonly below: Excel.Range;
  readonly last: Excel.Range;
};

/** An amendment that may take more than one attempt. */
export class AmendTables {
  /** Where each table ended, from when the first attempt wrote. */
  private readonly ends = new Map<string, End>();
  private hasWritten = false;
  private readonly columns: AddColumns;
  /** The sheets whose new columns Excel refused to give their looks. */
  readonly plain: string[] = [];

  /**
   * @param tables as they were last read, by name; what is unknown is not compared
   * @param conventions that they were read by
   */
  constructor(
    private readonly amendment: Amendment,
    private readonly tables: ReadonlyMap<string, TableReading>,
    private readonly conventions: Conventions,
  ) {
    this.columns = new AddColumns(amendment.columns ?? [], tables);
  }

  /** One batch looks whether there is room and nothing has changed, one writes, one gives looks. */
  async run(session: Session): Promise<void> {
    this.columns.look(session);
    const entering = runsOf(this.amendment.entries).map((run) => this.look(session, run));
    const appending = this.amendment.appended.map(({ table, rows }) =>
      this.lookBelow(session, table, rows),
    );
    await session.send();
    this.columns.check(this.hasWritten);
    for (const each of entering) this.checkEntries(each);
    for (const each of appending) this.checkRoom(each);
    this.columns.write();
    for (const { run, range } of entering) fill(session, run, range);
    for (const { rows, below } of appending) put(rows, below);
    const after = appending.map(({ table }) => table.getRange().load("rowCount"));
    this.hasWritten = true;
    await session.sendChanges();
    const short = appending.filter(({ name, rows }, n) => {
      const wanted = (this.ends.get(name)?.rows ?? 0) + rows.length;
      return (after[n]?.rowCount ?? 0) < wanted;
    });
    for (const each of short) await this.complete(session, each);
    await this.dressColumns(session);
  }

  /** The values stand by now, and nothing is said to have failed for the sake of looks. */
  private async dressColumns(session: Session): Promise<void> {
    const { columns = [] } = this.amendment;
    if (columns.length === 0) return;
    this.columns.dress();
    const refusal = await session.sendChanges().then(() => undefined, withdrawable);
    this.plain.length = 0;
    if (refusal)
      this.plain.push(...columns.map(({ table }) => this.tables.get(table)?.sheet ?? table));
  }

  private look(session: Session, run: Run): Entering {
    const { sheet, row, column, entries } = run;
    const worksheet = session.context.workbook.worksheets.getItem(sheet);
    const range = worksheet.getRangeByIndexes(row, column, entries.length, 1);
    range.load("values,formulas");
    const table = [...this.tables.values()].find(
      ({ sheet: own, top, left, headers, rows }) =>
        own === sheet &&
        row > top &&
        row + entries.length - 1 <= top + rows.length &&
        column >= left &&
        column < left + headers.length,
    );
    const from = table ? row - table.top - 1 : 0;
    return {
      run,
      range,
      known: table?.rows.slice(from, from + entries.length) ?? [],
      around:
        table &&
        worksheet
          .getRangeByIndexes(row, table.left, entries.length, table.headers.length)
          .load("values,formulas,numberFormat"),
    };
  }

  private lookBelow(session: Session, name: string, rows: Rows): Appending {
    const table = session.context.workbook.tables.getItem(name).load("showTotals,worksheet/name");
    const area = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
    const end = this.ends.get(name);
    const below = end
      ? table.worksheet.getRangeByIndexes(end.top + end.rows, end.left, rows.length, end.columns)
      : table.getRange().getRowsBelow(rows.length).getResizedRange(0, this.columns.countFor(name));
    return {
      name,
      rows,
      table,
      area,
      below: below.load("values,formulas"),
      last: table.getRange().getLastRow().load("values,formulas,numberFormat"),
    };
  }

  /** @throws Failure where another person has entered something since the workbook was read */
  private checkEntries({ run: { sheet, entries }, range, around, known }: Entering): void {
    const taken = entries.find(({ isNew, content }, n) => {
      const isBlank = range.values[n]?.[0] === "";
      return isNew === true && !isBlank && !this.isOurs(content, range, n, 0);
    });
    if (taken) throw new Failure("cell-taken", { sheet, cell: addressText(taken.address) });
    if (!around || this.hasWritten) return;
    if (JSON.stringify(cellsOf(around, this.conventions)) !== JSON.stringify(known))
      throw new Failure("excel-changed", { sheet });
  }

  /** @throws Failure where a table is not as it was read, or something stands below it */
  private checkRoom({ name, rows, table, area, below, last }: Appending): void {
    const known = this.tables.get(name);
    const end = () => cellsOf(last, this.conventions)[0];
    if (known && !this.hasWritten && !isAsRead(known, table, area, end))
      throw new Failure("excel-changed", { sheet: table.worksheet.name });
    const isFree = below.values.every((row, r) =>
      row.every((value, c) => value === "" || this.isOurs(rows[r]?.[c] ?? {}, below, r, c)),
    );
    if (!isFree) throw new Failure("excel-no-room", { table: name });
    if (!this.ends.has(name))
      this.ends.set(name, {
        top: area.rowIndex,
        left: area.columnIndex,
        rows: area.rowCount,
        columns: area.columnCount + this.columns.countFor(name),
      });
  }

  /** Whether a cell holds what an earlier attempt put there. */
  private isOurs(content: CellContent, { formulas }: Excel.Range, row: number, column: number) {
    const [given, seen] = [input(content), (formulas[row] as unknown[])[column]];
    if (!this.hasWritten) return false;
    if (content.formula !== undefined) return String(seen).startsWith("=");
    return typeof given === "string" ? String(seen) === given.replace(/^'/, "") : seen === given;
  }

  /**
   * Brings rows into their table that Excel has left below it, all or some of them: its user may
   * have told it not to let tables grow, and a large write grows a table in parts.
   * @throws Failure when even that fails; then none of the rows is left
   */
  private async complete(session: Session, appending: Appending): Promise<void> {
    const end = this.ends.get(appending.name);
    if (!end) return;
    const { table, rows } = appending;
    const wanted = end.rows + rows.length;
    if (canResize(table)) {
      const area = table.worksheet.getRangeByIndexes(end.top, end.left, wanted, end.columns);
      table.resize(area);
      const reached = await rowCount(session, table).catch(withdrawable);
      if (typeof reached === "number" && reached >= wanted) return;
    }
    const inside = await rowCount(session, table);
    const outside = rows.slice(inside - end.rows);
    table.worksheet
      .getRangeByIndexes(end.top + inside, end.left, outside.length, end.columns)
      .clear("Contents");
    table.rows.add(
      undefined,
      outside.map((row) => row.map(input)),
    );
    const reached = await rowCount(session, table).catch(withdrawable);
    if (typeof reached === "number" && reached >= wanted) return;
    await this.withdraw(session, appending, end);
    throw new Failure("excel-table-short", { table: appending.name });
  }

  private async withdraw(session: Session, { table, rows }: Appending, end: End): Promise<void> {
    const inside = await rowCount(session, table);
    for (let row = inside - 1; row >= end.rows; row--) table.rows.getItemAt(row - 1).delete();
    table.worksheet
      .getRangeByIndexes(end.top + end.rows, end.left, rows.length, end.columns)
      .clear("Contents");
    await session.sendChanges();
  }
}

function canResize({ showTotals }: Excel.Table): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.13") && !showTotals;
}

/**
 * A refusal after which rows can still be brought into their table another way, or withdrawn.
 * @throws what is no refusal, or comes from an Excel that does not answer
 */
function withdrawable(error: unknown): Failure {
  const failure = failureOf(error);
  if (!(failure instanceof Failure) || isLate(failure)) throw failure;
  return failure;
}

async function rowCount(session: Session, table: Excel.Table): Promise<number> {
  const area = table.getRange().load("rowCount");
  await session.sendChanges();
  return area.rowCount;
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
 * Cells that stand below each other are written together: thousands of scores are then some hundred
 * writes.
 */
function runsOf(entries: readonly Entered[]): Run[] {
  const sorted = [...entries].sort(
    ({ address: a }, { address: b }) =>
      a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const runs: (Run & { readonly entries: Entered[] })[] = [];
  for (const each of sorted) {
    const { sheet, row, column } = each.address;
    const last = runs.at(-1);
    if (last?.sheet === sheet && last.column === column && last.row + last.entries.length === row)
      last.entries.push(each);
    else runs.push({ sheet, row, column, entries: [each] });
  }
  return runs;
}

function fill(session: Session, run: Run, range: Excel.Range): void {
  const sheet = session.context.workbook.worksheets.getItem(run.sheet);
  for (const [n, { content }] of run.entries.entries()) {
    if (content.format !== undefined)
      sheet.getRangeByIndexes(run.row + n, run.column, 1, 1).numberFormat = [[content.format]];
  }
  range.formulas = run.entries.map(({ content }) => [input(content)]);
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
