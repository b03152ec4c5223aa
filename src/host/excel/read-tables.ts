/**
 * The contents of our tables, read from Excel in as few batches as their size asks for. It changes
 * nothing.
 */
import type { CellReading, RowBelow, TableReading } from "../../sheet/workbook";
import { columnsWatched, rowsWatched, untilBlank } from "../../sheet/workbook";
import { Failure } from "../failure";
import type { Conventions } from "./cell-meaning";
import { askConventions, cellReading, usualConventions } from "./cell-meaning";
import type { KnownRows } from "./known-rows";
import type { CellSizes } from "./payload";
import { answerBytes } from "./payload";
import type { Session } from "./session";

/** The last row of a sheet, from 0. */
const lastRow = 1_048_575;

/** The last column of a sheet, from 0. */
const lastColumn = 16_383;

/** A table and where it stands; both have been loaded. */
export type Placed = { readonly table: Excel.Table; readonly area: Excel.Range };

/** Cells to be read, counted from 0; `key` is what their size is remembered by. */
export type Block = {
  readonly key: string;
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Rows of a block, asked for together. */
type Part = { readonly block: Block; readonly from: number; readonly rows: number };

/** The tables' cells, and what they were read by. */
type Contents = { readonly tables: TableReading[]; readonly conventions: Conventions };

/**
 * The tables' cells.
 * @param known the rows as they were last read
 * @param beside asks for what else belongs in the first batch, anew if that is refused
 */
export async function readTables(
  session: Session,
  found: readonly Placed[],
  { sizes, known }: { readonly sizes: CellSizes; readonly known: KnownRows },
  beside: () => void,
): Promise<Contents> {
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
  const grids = await readBlocks(session, blocks, sizes, () => {
    below = blocks.map(loadBelow);
    besides = blocks.map(loadBeside);
    beside();
  });
  const conventions = await askConventions(session, grids.flat());
  known.readBy(conventions);
  const tables: TableReading[] = [];
  for (const [n, { table, area }] of found.entries()) {
    await session.pause();
    const next = found.flatMap(({ table: other, area: otherArea }) =>
      other.worksheet.name === table.worksheet.name && otherArea.rowIndex > area.rowIndex
        ? [otherArea.rowIndex]
        : [],
    );
    const under = rowsBelow(below[n], area, Math.min(...next) - 1);
    const rows = known.cellsOf(table.name, grids[n] ?? [], conventions);
    const right = untilBlank((besides[n]?.values[0] ?? []).map(String));
    tables.push(tableReading(table, area, rows, { below: under, beside: right }));
  }
  return { tables, conventions };
}

/**
 * Cells in as many batches as their size asks for, each block as the ranges that it was read in.
 * Refused for the size of its answer, a batch is asked for again in halves.
 * @param beside asks for what else belongs in the first batch, anew if that is refused
 */
export async function readBlocks(
  session: Session,
  blocks: readonly Block[],
  sizes: CellSizes,
  beside: () => void = () => undefined,
): Promise<Excel.Range[][]> {
  const read = new Map<Block, Excel.Range[]>(blocks.map((block) => [block, []]));
  let waiting = blocks.flatMap((block) => parts({ block, from: 0, rows: block.rows }, sizes));
  let isFirst = true;
  do {
    const batch = nextBatch(waiting, sizes);
    const ranges = batch.map(load);
    if (isFirst) beside();
    try {
      await session.sendPart(batch.length, Math.max(1, waiting.length));
    } catch (error) {
      if (!isTooLarge(error) || batch.every(({ rows }) => rows === 1)) throw error;
      for (const key of new Set(batch.map(({ block }) => block.key))) sizes.double(key);
      waiting = waiting.flatMap((part) => parts(part, sizes));
      continue;
    }
    isFirst = false;
    for (const [n, { block }] of batch.entries()) {
      const range = ranges[n];
      if (range) read.get(block)?.push(range);
      if (range) sizes.measure(block.key, range);
    }
    waiting = waiting.slice(batch.length);
  } while (waiting.length > 0);
  return blocks.map((block) => read.get(block) ?? []);
}

/** Whether Excel refused a batch, or its answer, for its size alone: nothing of it was done. */
export function isTooLarge(error: unknown): boolean {
  if (error instanceof Failure) return error.code === "excel-too-large";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(Request|Response)PayloadSizeLimitExceeded$/.test(code);
}

function load({ block: { sheet, row, column, columns }, from, rows }: Part): Excel.Range {
  return sheet
    .getRangeByIndexes(row + from, column, rows, columns)
    .load("values,formulas,numberFormat");
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

function bytesIn({ block: { key, columns }, rows }: Part, sizes: CellSizes): number {
  return rows * columns * sizes.of(key);
}

/** A part cut up so that each piece fits in a batch; a single row is not cut. */
function parts(part: Part, sizes: CellSizes): Part[] {
  const most = Math.max(1, Math.floor((part.rows * answerBytes) / bytesIn(part, sizes)));
  return Array.from({ length: Math.ceil(part.rows / most) }, (_, n) => ({
    ...part,
    from: part.from + n * most,
    rows: Math.min(most, part.rows - n * most),
  }));
}

/** As many of the first parts as one answer holds, at least one. */
function nextBatch(waiting: readonly Part[], sizes: CellSizes): Part[] {
  let gathered = 0;
  const beyond = waiting.findIndex((part, n) => {
    gathered += bytesIn(part, sizes);
    return n > 0 && gathered > answerBytes;
  });
  return waiting.slice(0, beyond < 0 ? waiting.length : beyond);
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
