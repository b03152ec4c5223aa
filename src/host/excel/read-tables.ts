/**
 * The contents of our tables, read from Excel in as few batches as their size asks for. It changes
 * nothing.
 */
import type { CellReading, RowBelow, TableReading } from "../../sheet/workbook";
import { columnsWatched, rowsWatched, untilBlank } from "../../sheet/workbook";
import type { Conventions } from "./cell-meaning";
import { areReadByConvention, askConventions, cellReading, usualConventions } from "./cell-meaning";
import type { KnownRows } from "./known-rows";
import type { CellSizes } from "./payload";
import type { Block, Part } from "./read-blocks";
import { inEachCell, load, readBlocks, valuesAlone } from "./read-blocks";
import type { Session } from "./session";
import type { Rows, Touched } from "./touched-rows";

/** The last row of a sheet, from 0. */
const lastRow = 1_048_575;

/** The last column of a sheet, from 0. */
const lastColumn = 16_383;

/** A table and where it stands; both have been loaded. */
export type Placed = { readonly table: Excel.Table; readonly area: Excel.Range };

/** The tables' cells, and what they were read by. */
type Contents = { readonly tables: TableReading[]; readonly conventions: Conventions };

/** How the tables were last read. */
type Before = {
  readonly sizes: CellSizes;
  readonly known: KnownRows;
  readonly conventions: Conventions;
  /** All that has been touched since; undefined where it may be anything. */
  readonly touched: Touched | undefined;
};

/**
 * The tables' cells.
 * @param beside asks for what else belongs in the first batch, anew if that is refused
 */
export async function readTables(
  session: Session,
  found: readonly Placed[],
  before: Before,
  beside: () => void,
): Promise<Contents> {
  const { touched } = before;
  let below: Excel.Range[] = [];
  let besides: (Excel.Range | undefined)[] = [];
  const blocks = found.map(({ table, area }): Block => ({
    key: table.name,
    sheet: table.worksheet,
    row: area.rowIndex,
    column: area.columnIndex,
    rows: area.rowCount,
    columns: area.columnCount,
  }));
  const ask = () => {
    below = blocks.map(loadBelow);
    besides = blocks.map(loadBeside);
    beside();
  };
  const edited = touched && (await readEdited(session, found, blocks, { ...before, touched }, ask));
  const { cells, conventions } = edited ?? (await readAll(session, blocks, before, ask));
  const tables: TableReading[] = [];
  for (const [n, { table, area }] of found.entries()) {
    await session.pause();
    const next = found.flatMap(({ table: other, area: otherArea }) =>
      other.worksheet.name === table.worksheet.name && otherArea.rowIndex > area.rowIndex
        ? [otherArea.rowIndex]
        : [],
    );
    const under = rowsBelow(below[n], area, Math.min(...next) - 1);
    const right = untilBlank((besides[n]?.values[0] ?? []).map(String));
    tables.push(tableReading(table, area, cells[n] ?? [], { below: under, beside: right }));
  }
  return { tables, conventions };
}

/** The cells of each table, and what they were read by. */
type Cells = {
  readonly cells: readonly (readonly (readonly CellReading[])[])[];
  readonly conventions: Conventions;
};

async function readAll(
  session: Session,
  blocks: readonly Block[],
  { sizes, known }: Before,
  ask: () => void,
): Promise<Cells> {
  const grids = await readBlocks(session, blocks, sizes, ask);
  const conventions = await askConventions(session, grids.flat());
  known.readBy(conventions);
  const cells: Cells["cells"][number][] = [];
  for (const [n, { key }] of blocks.entries()) {
    await session.pause();
    cells.push(known.cellsOf(key, grids[n] ?? [], conventions));
  }
  return { cells, conventions };
}

/** More touched rows than this are read with the whole table. */
const mostTouched = 200;

/**
 * The rows that were touched in full, and the values alone of all others, which formulas may have made
 * anew. Formulas and number formats are the bulk of what Excel gives.
 * @returns undefined where that cannot say what stands in each cell
 */
async function readEdited(
  session: Session,
  found: readonly Placed[],
  blocks: readonly Block[],
  { sizes, known, conventions, touched }: Before & { readonly touched: Touched },
  ask: () => void,
): Promise<Cells | undefined> {
  const parts = found.map(({ table }, n) =>
    touchedPart(blocks[n], touched.get(table.worksheet.id)),
  );
  const isKnown = blocks.every(({ key, rows, columns }) => known.has(key, rows, columns));
  if (!isKnown || parts.some((part) => (part?.rows ?? 0) > mostTouched)) return undefined;
  let inFull: (Excel.Range | undefined)[] = [];
  const asked = () => {
    inFull = parts.map((part) => part && load(part, inEachCell));
    ask();
  };
  const grids = await readBlocks(session, blocks, sizes, asked, valuesAlone);
  if (areReadByConvention(inFull.filter((range) => range !== undefined))) return undefined;
  const cells: Cells["cells"][number][] = [];
  for (const [n, { key }] of blocks.entries()) {
    const [part, range] = [parts[n], inFull[n]];
    const values = (grids[n] ?? []).flatMap((each) => each.values as (readonly unknown[])[]);
    const rows = part && range ? { from: part.from, range } : undefined;
    const read = known.cellsAfterEdit(key, values, rows, conventions);
    if (!read) return undefined;
    cells.push(read);
  }
  return { cells, conventions };
}

/** The touched rows of a block; undefined where none of its rows are. */
function touchedPart(block: Block | undefined, touched: Rows | undefined): Part | undefined {
  if (!block || !touched) return undefined;
  const from = Math.max(touched.first - block.row, 0);
  const rows = Math.min(touched.last - block.row + 1, block.rows) - from;
  return rows > 0 ? { block, from, rows } : undefined;
}

function loadBelow({ sheet, row, column, rows, columns }: Block): Excel.Range {
  const count = Math.min(rowsWatched, lastRow - row - rows + 1);
  return sheet.getRangeByIndexes(row + rows, column, count, columns).load("values");
}

/** The cells right of a table's header row; a table at the sheet's edge has none. */
function loadBeside({ sheet, row, column, columns }: Block): Excel.Range | undefined {
  const count = Math.min(columnsWatched, lastColumn - column - columns + 1);
  return count > 0
    ? sheet.getRangeByIndexes(row, column + columns, 1, count).load("values")
    : undefined;
}

function tableReading(
  { name, showTotals, worksheet }: Excel.Table,
  area: Excel.Range,
  rows: readonly (readonly CellReading[])[],
  { below, beside }: { readonly below: readonly RowBelow[]; readonly beside: readonly string[] },
): TableReading {
  const [header = [], ...body] = rows;
  return {
    name,
    sheet: worksheet.name,
    top: area.rowIndex,
    left: area.columnIndex,
    headers: header.map(({ value }) => String(value ?? "")),
    rows: showTotals ? body.slice(0, -1) : body,
    // Excel itself lets no cells of a table be joined.
    mergedHeader: false,
    ...(below.length > 0 ? { below } : {}),
    ...(beside.length > 0 ? { beside } : {}),
  };
}

/** The filled rows below a table, before the row `end` where the next table's own begin. */
function rowsBelow(
  below: Excel.Range | undefined,
  { rowIndex, rowCount }: Excel.Range,
  end: number,
): RowBelow[] {
  return (below?.values ?? []).flatMap((values: readonly unknown[], n): RowBelow[] => {
    const row = rowIndex + rowCount + n;
    return row >= end || values.every((value) => value === "")
      ? []
      : [
          {
            row,
            cells: values.map((value) => cellReading(value, value, "General", usualConventions)),
          },
        ];
  });
}
