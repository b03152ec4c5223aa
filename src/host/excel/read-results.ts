/**
 * Reads our result sheets cell by cell, as they stand in Excel. It changes nothing.
 */
import type { SheetReading } from "../../sheet/workbook";
import type { Conventions } from "./cell-meaning";
import { cellsOf } from "./cell-meaning";
import type { CellSizes } from "./payload";
import type { Block } from "./read-blocks";
import { readBlocks } from "./read-blocks";
import type { Session } from "./session";
import type { Stock } from "./stock";
import { resultSheets } from "./stock";

/**
 * One batch asks how far each sheet is used; the contents follow in as many as their size asks for.
 * A sheet is read from A1, so that a cell's place in the reading is its place in the sheet.
 * @throws Failure when Excel refuses or does not answer
 */
export async function readResultSheets(
  session: Session,
  stock: Stock,
  sizes: CellSizes,
  conventions: Conventions,
): Promise<SheetReading[]> {
  const { worksheets } = session.context.workbook;
  const found = resultSheets(stock).map(({ mark, name }) => ({
    mark,
    name,
    used: worksheets
      .getItem(name)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  await session.send();
  const filled = found.filter(({ used }) => !used.isNullObject);
  const blocks = filled.map(({ name, used }): Block => ({
    key: name,
    sheet: worksheets.getItem(name),
    row: 0,
    column: 0,
    rows: used.rowIndex + used.rowCount,
    columns: used.columnIndex + used.columnCount,
  }));
  const grids = await readBlocks(session, blocks, sizes);
  const rows = new Map(
    blocks.map(({ key }, n) => [
      key,
      grids[n]?.flatMap((range) => cellsOf(range, conventions)) ?? [],
    ]),
  );
  return found.map(({ mark, name }) => ({ mark, name, rows: rows.get(name) ?? [] }));
}
