/**
 * What the pane last wrote, to be put back as it was: the cells as they were read before, and what
 * they were given. What has been recorded is not taken back, and neither is a cell, or a row, that
 * someone has changed since. It writes nothing.
 */
import { tableName } from "../sheet/table-keys";
import type {
  Amendment,
  CellAddress,
  CellContent,
  CellReading,
  Entered,
  TableReading,
  WorkbookReading,
} from "../sheet/workbook";

/** A cell that was written: what it held, and what it was given. */
type WrittenCell = {
  readonly address: CellAddress;
  readonly before: CellReading;
  readonly after: CellContent;
};

/** A write that can be taken back. */
export type Undoable = {
  readonly cells: readonly WrittenCell[];
  /** The other cells of the rows that were written in, by which a row that was moved is noticed. */
  readonly beside: readonly WrittenCell[];
  /** How many lines the journal and the records had. */
  readonly recorded: number;
};

/** The cells to write; or why not: the first cell that is no longer as it was left, or a new record. */
export type Undone =
  | { readonly amendment: Amendment; readonly refused?: never }
  | {
      readonly refused:
        { readonly kind: "changed"; readonly cell: CellAddress } | { readonly kind: "recorded" };
      readonly amendment?: never;
    };

const blank: CellReading = { kind: "blank", value: null };

/** The tables that hold what has been recorded. */
const recordTables: ReadonlySet<string> = new Set(
  (["events", "published", "recorded", "anchors"] as const).map(tableName),
);

/**
 * @param reading the workbook as it was before the write
 * @returns undefined for a write that records something, or that gives a bid columns of its own
 */
export function undoable(amendment: Amendment, reading: WorkbookReading): Undoable | undefined {
  if (isRecord(amendment, reading)) return undefined;
  const { columns = [] } = amendment;
  if (columns.some(({ added }) => added.some(({ above }) => above !== undefined))) return undefined;
  const cells = writtenCells(amendment, reading);
  return { cells, beside: cellsBeside(cells, reading), recorded: recordedLines(reading) };
}

/** Puts back what a write changed, in the workbook as it is now. */
export function undone({ cells, beside, recorded }: Undoable, reading: WorkbookReading): Undone {
  // A colleague's record may say what was written here.
  if (recordedLines(reading) !== recorded) return { refused: { kind: "recorded" } };
  const changed = [...cells, ...beside].find(
    ({ address, after }) => !holds(cellAt(address, reading), after),
  );
  if (changed) return { refused: { kind: "changed", cell: changed.address } };
  const entries = cells.map(({ address, before }): Entered => ({
    address,
    content: contentOf(before),
  }));
  return { amendment: { entries, appended: [], pages: [] } };
}

/**
 * Why a whole file cannot be put back as it was before a write: something has been recorded or changed
 * since. Nothing where it is as that write left it.
 * @param after the workbook as the write left it
 */
export function changedAfter(after: WorkbookReading, now: WorkbookReading): Undone["refused"] {
  if (recordedLines(after) !== recordedLines(now)) return { kind: "recorded" };
  const cell = firstChanged(after.tables, now.tables) ?? firstChanged(now.tables, after.tables);
  return cell && { kind: "changed", cell };
}

/** The first cell of some tables that holds what the others do not hold there. */
function firstChanged(
  tables: readonly TableReading[],
  others: readonly TableReading[],
): CellAddress | undefined {
  const known = new Map(others.map((table) => [table.name, table]));
  for (const { name, sheet, top, left, headers, rows } of tables) {
    const other = known.get(name);
    // A column that a later write added, and that holds nothing any more, is no one's loss.
    const header = headers.findIndex((each, n) => each !== (other?.headers[n] ?? each));
    if (header >= 0) return { sheet, row: top, column: left + header };
    for (const [r, row] of rows.entries()) {
      const at = row.findIndex(
        ({ value }, n) => String(value ?? "") !== String(other?.rows[r]?.[n]?.value ?? ""),
      );
      if (at >= 0) return { sheet, row: top + 1 + r, column: left + at };
    }
  }
  return undefined;
}

/** Whether a write says something in the journal or in what was recorded. */
export function isRecord(
  { entries, columns = [], appended, pages }: Amendment,
  { tables }: WorkbookReading,
): boolean {
  const sheets = new Set(
    tables.filter(({ name }) => recordTables.has(name)).map(({ sheet }) => sheet),
  );
  return (
    entries.some(({ address }) => sheets.has(address.sheet)) ||
    [...columns, ...appended].some(({ table }) => recordTables.has(table)) ||
    pages.some(({ table }) => table !== undefined && recordTables.has(table.name))
  );
}

/** A blank line is none. */
function recordedLines({ tables }: WorkbookReading): number {
  return tables
    .filter(({ name }) => recordTables.has(name))
    .flatMap(({ rows }) => rows)
    .filter((row) => row.some(({ kind }) => kind !== "blank")).length;
}

function writtenCells(amendment: Amendment, reading: WorkbookReading): WrittenCell[] {
  const { entries, columns = [], appended, pages } = amendment;
  const named = new Map(reading.tables.map((table) => [table.name, table]));
  return [
    ...entries.map(({ address, content }) => ({
      address,
      before: cellAt(address, reading) ?? blank,
      after: content,
    })),
    ...columns.flatMap(({ table, added }) =>
      added.flatMap(({ cells }, n) => {
        const found = named.get(table);
        return cells.flatMap((after, row) => newCell(found, row, headerCount(found) + n, after));
      }),
    ),
    ...appended.flatMap(({ table, rows }) => {
      const found = named.get(table);
      const end = found?.rows.length ?? 0;
      return rows.flatMap((row, r) =>
        row.flatMap((after, column) => newCell(found, end + r, column, after)),
      );
    }),
    ...pages.flatMap(({ name: sheet, rows, table }) =>
      rows.flatMap((row, r) =>
        table && r > table.area.top
          ? row.flatMap((after, column) =>
              after && !isBlank(after)
                ? [{ address: { sheet, row: r, column }, before: blank, after }]
                : [],
            )
          : [],
      ),
    ),
  ];
}

function headerCount(table: TableReading | undefined): number {
  return table?.headers.length ?? 0;
}

/** @param row counted from 0 below the table's header */
function newCell(
  table: TableReading | undefined,
  row: number,
  column: number,
  after: CellContent,
): WrittenCell[] {
  if (!table || isBlank(after)) return [];
  const { sheet, top, left } = table;
  return [{ address: { sheet, row: top + 1 + row, column: left + column }, before: blank, after }];
}

function isBlank({ value, formula }: CellContent): boolean {
  return formula === undefined && (value === undefined || value === null || value === "");
}

function cellsBeside(cells: readonly WrittenCell[], reading: WorkbookReading): WrittenCell[] {
  const written = new Set(cells.map(({ address }) => nameOf(address)));
  const rows = new Map(
    cells.map(({ address: { sheet, row } }) => [`${sheet}!${row}`, { sheet, row }] as const),
  );
  return [...rows.values()].flatMap(({ sheet, row }) => {
    const table = tableAt({ sheet, row, column: 0 }, reading);
    return (table?.rows[row - (table.top + 1)] ?? []).flatMap((before, n) => {
      const address = { sheet, row, column: (table?.left ?? 0) + n };
      // A formula beside it may show something else by now.
      return written.has(nameOf(address)) || before.formula !== undefined
        ? []
        : [{ address, before, after: contentOf(before) }];
    });
  });
}

function nameOf({ sheet, row, column }: CellAddress): string {
  return `${sheet}!${row},${column}`;
}

/** The table that a row of a sheet belongs to: our sheets have one each. */
function tableAt(
  { sheet, row }: CellAddress,
  { tables }: WorkbookReading,
): TableReading | undefined {
  return tables.find(
    (table) => table.sheet === sheet && row >= table.top && row <= table.top + table.rows.length,
  );
}

/** What stands in a cell of a table, its header row included; nothing where no table is. */
function cellAt(address: CellAddress, reading: WorkbookReading): CellReading | undefined {
  const table = tableAt(address, reading);
  if (!table) return undefined;
  const column = address.column - table.left;
  if (address.row > table.top) return table.rows[address.row - (table.top + 1)]?.[column];
  const header = table.headers[column];
  return header === undefined ? undefined : { kind: "text", value: header };
}

function holds(cell: CellReading = blank, { value, formula }: CellContent): boolean {
  if (formula !== undefined) return cell.formula !== undefined || cell.value === value;
  return String(cell.value ?? "") === String(value ?? "");
}

/** A cell as it was read, to be written again. */
function contentOf({ kind, value, format, formula }: CellReading): CellContent {
  if (formula !== undefined) return { formula };
  return { value, ...(kind === "number" && format !== undefined ? { format } : {}) };
}
