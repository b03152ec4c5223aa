/**
 * What the pane last wrote, to be put back as it was: the cells as they were read before, and what
 * they were given. What has been recorded is not taken back, and neither is a cell, or a row, that
 * someone has changed since. It writes nothing.
 */
import { tableName } from "../sheet/table-keys";
import type {
  AddedColumn,
  Amendment,
  CellAddress,
  CellContent,
  CellReading,
  Entered,
  Removed,
  TableReading,
  WorkbookReading,
} from "../sheet/workbook";

/** A cell that was written: what it held, and what it was given. */
type WrittenCell = {
  readonly address: CellAddress;
  readonly before: CellReading;
  readonly after: CellContent;
};

/** A table that got columns of its own: how large it was, and what it was given. */
type Grown = {
  readonly table: string;
  readonly columns: number;
  readonly rows: number;
  readonly added: readonly AddedColumn[];
  readonly appended: number;
};

/** A write that can be taken back. */
export type Undoable = {
  readonly cells: readonly WrittenCell[];
  /** The other cells of the rows that were written in, by which a row that was moved is noticed. */
  readonly beside: readonly WrittenCell[];
  /** Tables whose new columns, and the rows that came with them, are taken away. */
  readonly grown: readonly Grown[];
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
 * @returns undefined for a write that records something
 */
export function undoable(amendment: Amendment, reading: WorkbookReading): Undoable | undefined {
  if (isRecord(amendment, reading)) return undefined;
  const cells = writtenCells(amendment, reading);
  return {
    cells,
    beside: cellsBeside(cells, reading),
    grown: grownTables(amendment, reading),
    recorded: recordedLines(reading),
  };
}

/**
 * Where a table gets columns, every table that the write makes larger: rows that came with columns
 * belong to what the columns are of.
 */
function grownTables(
  { columns = [], appended }: Amendment,
  { tables }: WorkbookReading,
): readonly Grown[] {
  if (columns.length === 0) return [];
  return tables.flatMap(({ name, headers, rows }): Grown[] => {
    const own = <Part extends { readonly table: string }>(parts: readonly Part[]) =>
      parts.filter(({ table }) => table === name);
    const added = own(columns).flatMap((each) => each.added);
    const grown = own(appended).reduce((sum, each) => sum + each.rows.length, 0);
    if (added.length + grown === 0) return [];
    return [{ table: name, columns: headers.length, rows: rows.length, added, appended: grown }];
  });
}

/** Puts back what a write changed, in the workbook as it is now. */
export function undone(
  { cells, beside, grown, recorded }: Undoable,
  reading: WorkbookReading,
): Undone {
  // A colleague's record may say what was written here.
  if (recordedLines(reading) !== recorded) return { refused: { kind: "recorded" } };
  const changed = [...cells, ...beside].find(
    ({ address, after }) => !holds(cellAt(address, reading), after),
  );
  if (changed) return { refused: { kind: "changed", cell: changed.address } };
  const edges = grown.map((each) => edgeOf(each, reading));
  const known = new Set(cells.map(({ address }) => nameOf(address)));
  const filled = edges
    .flatMap((edge) => edge.faults)
    .find((address) => !known.has(nameOf(address)));
  if (filled) return { refused: { kind: "changed", cell: filled } };
  const removed = edges.flatMap((edge) => edge.removed);
  const gone = new Set(edges.flatMap((edge) => edge.cells.map(nameOf)));
  const entries = cells
    .filter(({ address }) => !gone.has(nameOf(address)))
    .map(({ address, before }): Entered => ({ address, content: contentOf(before) }));
  return {
    amendment: { entries, appended: [], pages: [], ...(removed.length > 0 && { removed }) },
  };
}

/** Of a table that got columns: what is taken away of it, and what keeps that from being done. */
type Edge = {
  readonly removed: readonly Removed[];
  /** The cells that go with it. */
  readonly cells: readonly CellAddress[];
  /** Cells that hold something, which may be what the write gave them; or a header that is another. */
  readonly faults: readonly CellAddress[];
};

/** Rows that are no longer the last ones stay, blank. */
function edgeOf(
  { table: name, columns, rows, added, appended }: Grown,
  { tables }: WorkbookReading,
): Edge {
  const table = tables.find((each) => each.name === name);
  if (!table) return { removed: [], cells: [], faults: [] };
  const { sheet, top, left } = table;
  const at = (row: number, column: number) => ({
    sheet,
    row: top + 1 + row,
    column: left + column,
  });
  const other = added.findIndex(({ header }, n) => table.headers[columns + n] !== header);
  const strange = table.headers.length === columns + added.length ? other : added.length;
  if (strange >= 0) return { removed: [], cells: [], faults: [at(-1, columns + strange)] };
  const areRowsLast = table.rows.length === rows + appended;
  const ours = table.rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      c >= columns || (r >= rows && r < rows + appended)
        ? [{ address: at(r, c), isFilled: cell.kind !== "blank" && !isFilledDown(table, r, c) }]
        : [],
    ),
  );
  return {
    removed: [{ table: name, columns: added, rows: areRowsLast ? appended : 0 }],
    cells: ours.flatMap(({ address }) =>
      areRowsLast || address.column >= left + columns ? [address] : [],
    ),
    faults: ours.flatMap(({ address, isFilled }) => (isFilled ? [address] : [])),
  };
}

/** Excel fills a column that people have given a formula in every row with it in new rows too. */
function isFilledDown({ rows }: TableReading, row: number, column: number): boolean {
  const formula = (at: number) => rows[at]?.[column]?.formula;
  return row > 0 && formula(row) !== undefined && formula(row - 1) !== undefined;
}

/**
 * Why a whole file cannot be put back as it was before a write: something has been recorded or changed
 * since. Nothing where it is as that write left it.
 * @param after the workbook as the write left it
 */
export function changedAfter(after: WorkbookReading, now: WorkbookReading): Undone["refused"] {
  if (recordedLines(after) !== recordedLines(now)) return { kind: "recorded" };
  const newSheet = now.sheets.find((sheet) => !after.sheets.includes(sheet));
  if (newSheet !== undefined)
    return { kind: "changed", cell: { sheet: newSheet, row: 0, column: 0 } };
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
