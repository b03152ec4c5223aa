/**
 * The first rows of the sheets that hold neither our tables nor our results: enough to recognise a
 * table that someone has copied in by hand. It changes nothing.
 */
import type { SheetHead } from "../../sheet/workbook";
import { headColumns, headRows } from "../../sheet/workbook";
import type { Session } from "./session";
import type { Stock } from "./stock";
import { resultSheets } from "./stock";

/** The first rows of a sheet, on their way from Excel. */
export type LoadedHead = { readonly sheet: string; readonly head: Excel.Range };

/** Asks for the first rows; they have values once the batch has been sent. */
export function loadHeads({ context }: Session, stock: Stock): LoadedHead[] {
  const known = new Set([
    ...stock.tables.map(({ worksheet }) => worksheet.name),
    ...resultSheets(stock).map(({ name }) => name),
  ]);
  return stock.sheets
    .filter(({ name }) => !known.has(name))
    .map(({ name: sheet }) => ({
      sheet,
      head: context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(0, 0, headRows, headColumns)
        .load("values"),
    }));
}

/** The first rows as text. */
export function headReading({ sheet, head }: LoadedHead): SheetHead {
  return { sheet, rows: head.values.map((row: readonly unknown[]) => row.map(String)) };
}
