/**
 * Finds the hidden sheets, rows and columns among our tables and result sheets, and those without
 * room. It changes nothing, and reads no contents.
 */
import type { Concealed } from "../../sheet/workbook";
import { hiddenSheet, runsIn } from "../../sheet/workbook";
import type { Session } from "./session";
import type { Stock } from "./stock";
import { resultSheets } from "./stock";

/** Cells of a sheet that are looked through for hidden rows and columns. */
type Area = { readonly sheet: string; readonly range: Excel.Range };

/** In points: less room than this shows nothing. A column of half a character has about as much. */
const least = 3;

/** The heights of more rows than this are not asked for one by one. */
const mostRows = 2_000;

/** One cell of each row, or of each column, of an area; `at` counts from 0. */
type Lines = {
  readonly sheet: string;
  readonly kind: "rows" | "columns";
  readonly lines: readonly { readonly at: number; readonly cell: Excel.Range }[];
};

/**
 * Two batches: one asks each area whether all its rows and columns are visible and have room, one asks
 * the rows and columns one by one where some have not, or differ.
 * @throws Failure when Excel refuses or does not answer
 */
export async function findHidden(session: Session, stock: Stock): Promise<Concealed[]> {
  const areas = loadAreas(session, stock);
  await session.send();
  const lines = areas
    .filter(({ range }) => !range.isNullObject)
    .flatMap((area) => [loadRows(session, area), loadColumns(session, area)]);
  await session.send();
  const names = new Set(areas.map(({ sheet }) => sheet));
  return [
    ...stock.sheets
      .filter(({ name, visibility }) => names.has(name) && visibility !== "Visible")
      .map(({ name, visibility }) => hiddenSheet(name, visibility === "VeryHidden")),
    ...lines.flatMap(hiddenRuns),
  ];
}

function loadAreas({ context }: Session, stock: Stock): Area[] {
  const seen =
    "rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/rowHeight,format/columnWidth";
  return [
    ...stock.tables.map((table) => ({
      sheet: table.worksheet.name,
      range: table.getRange().load(seen),
    })),
    ...resultSheets(stock).map(({ name: sheet }) => ({
      sheet,
      range: context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load(seen),
    })),
  ];
}

function loadRows({ context }: Session, { sheet, range }: Area): Lines {
  const { rowIndex, columnIndex, rowCount, rowHidden, format } = range;
  const isRoomKnown = rowCount > mostRows || hasRoom(format.rowHeight);
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const lines =
    isAllVisible(rowHidden) && isRoomKnown
      ? []
      : upFrom(rowIndex, rowCount).map((at) => ({
          at,
          cell: worksheet
            .getRangeByIndexes(at, columnIndex, 1, 1)
            .load("rowHidden,format/rowHeight"),
        }));
  return { sheet, kind: "rows", lines };
}

function loadColumns({ context }: Session, { sheet, range }: Area): Lines {
  const { rowIndex, columnIndex, columnCount, columnHidden, format } = range;
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const lines =
    isAllVisible(columnHidden) && hasRoom(format.columnWidth)
      ? []
      : upFrom(columnIndex, columnCount).map((at) => ({
          at,
          cell: worksheet
            .getRangeByIndexes(rowIndex, at, 1, 1)
            .load("columnHidden,format/columnWidth"),
        }));
  return { sheet, kind: "columns", lines };
}

function hiddenRuns({ sheet, kind, lines }: Lines): Concealed[] {
  const hidden = lines.filter(({ cell }) =>
    kind === "rows"
      ? cell.rowHidden || !hasRoom(cell.format.rowHeight)
      : cell.columnHidden || !hasRoom(cell.format.columnWidth),
  );
  return runsIn(hidden.map(({ at }) => at)).map((run): Concealed => ({ sheet, kind, ...run }));
}

function upFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}

/** Excel answers null where sizes differ; its types do not say so. */
function hasRoom(points: number | null): boolean {
  return points !== null && points >= least;
}

/** Excel answers null where only some are hidden; its types do not say so. */
function isAllVisible(hidden: boolean | null): boolean {
  return hidden === false;
}
