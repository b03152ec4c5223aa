/**
 * An amendment to pages that are in memory and in no file yet: cells filled in, tables made wider
 * and longer, pages added. A page of ours has nothing beside its table but what is refused here.
 */
import { cellName } from "../sheet/cell-address";
import type { AddedColumn, Amendment, CellContent, Entered, Page } from "../sheet/workbook";
import { Failure } from "./failure";

/** @throws Failure where a table has no room for a column */
export function amendPages(
  before: readonly Page[],
  { entries, columns = [], appended, pages }: Amendment,
): readonly Page[] {
  const bySheet = new Map<string, Entered[]>();
  for (const each of entries)
    bySheet.set(each.address.sheet, [...(bySheet.get(each.address.sheet) ?? []), each]);
  const amended = before.map((page) => {
    const name = page.table?.name;
    const filled = { ...page, rows: withEntries(page.rows, bySheet.get(page.name) ?? []) };
    const wider = columns
      .filter(({ table }) => table === name)
      .reduce((each, { added }) => withColumns(each, added), filled);
    return withRows(
      wider,
      appended.filter(({ table }) => table === name).flatMap(({ rows }) => rows),
    );
  });
  return [...amended, ...pages];
}

function withEntries(rows: Page["rows"], entries: readonly Entered[]): Page["rows"] {
  if (entries.length === 0) return rows;
  const changed = rows.map((cells) => [...cells]);
  for (const {
    address: { row, column },
    content,
  } of entries) {
    const cells = changed[row];
    const style = cells?.[column]?.style;
    if (cells) cells[column] = { ...(style ? { style } : {}), ...content };
  }
  return changed;
}

/** The page with columns at the right end of its table. */
function withColumns(page: Page, added: readonly AddedColumn[]): Page {
  if (!page.table) return page;
  const { name, area } = page.table;
  refuseTaken(page, added);
  const rows = page.rows.map((cells, row): readonly (CellContent | null)[] => {
    const more = added.map((column) => cellIn(column, row - area.top));
    const isBeside = row >= area.top - 1 && row <= area.bottom;
    return isBeside && more.some((cell) => cell !== null)
      ? [...padded(cells, area.right + 1), ...more]
      : cells;
  });
  return {
    ...page,
    rows,
    table: { name, area: { ...area, right: area.right + added.length } },
    widths: [...page.widths, ...added.map(({ width }) => width)],
    choices: [...page.choices, ...added.flatMap(({ choices }) => choices)],
  };
}

/** @param row counted from the table's header; the bidder's name stands right above it */
function cellIn({ above, header, cells }: AddedColumn, row: number): CellContent | null {
  if (row === -1) return above ?? null;
  return row === 0 ? { value: header, style: "header" } : (cells[row - 1] ?? null);
}

function padded(
  cells: readonly (CellContent | null)[],
  width: number,
): readonly (CellContent | null)[] {
  return Array.from({ length: width }, (_, n) => cells[n] ?? null);
}

function refuseTaken({ name, rows, table }: Page, [first]: readonly AddedColumn[]): void {
  if (!table || !first) return;
  const { top, bottom, right } = table.area;
  for (let row = top; row <= bottom; row += 1) {
    const column = rows[row]?.findIndex((cell, n) => n > right && (cell?.value ?? "") !== "") ?? -1;
    if (column >= 0)
      throw new Failure("column-no-room", {
        sheet: name,
        header: first.header,
        cell: cellName(row, column),
      });
  }
}

/** The page with rows at the end of its table, which look as the last one does. */
function withRows(page: Page, rows: Page["rows"]): Page {
  if (!page.table || rows.length === 0) return page;
  const { name, area } = page.table;
  const last = page.rows[area.bottom] ?? [];
  const dressed = rows.map((cells) =>
    cells.map((cell, n) => {
      const style = last[area.left + n]?.style;
      return style === undefined ? cell : { style, ...cell };
    }),
  );
  return {
    ...page,
    rows: [...page.rows.slice(0, area.bottom + 1), ...dressed],
    table: { name, area: { ...area, bottom: area.bottom + rows.length } },
  };
}
