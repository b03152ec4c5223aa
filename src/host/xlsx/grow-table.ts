/**
 * Makes a table of the user's workbook longer or wider: its own part says the new area, and the
 * cells of the new rows and columns are noted to be written. It refuses where something stands in
 * the way, and changes nothing then.
 */
import type { Element } from "@xmldom/xmldom";
import type { AddedColumn, Amendment, Area } from "../../sheet/workbook";
import { addressText, cellName } from "../../sheet/cell-address";
import { Failure } from "../failure";
import type { ChangesByPart } from "./cell-changes";
import { noteChange } from "./cell-changes";
import { lastColumn } from "./cell-walk";
import type { PackageEditor } from "./package-editor";
import type { PlacedColumn } from "./sheet-frame";
import type { Row, SheetSpans } from "./sheet-rows";
import { areaIn, areaText, cellsIn, isBlank, sheetSpans } from "./sheet-rows";
import { isSameName, sheetsOf } from "./workbook-lists";
import { textOf } from "./xml-scan";
import { childElement, childElements, newElement, rootOf } from "./xml-tree";

/** A table with the sheet it stands on. */
type TableOnSheet = {
  readonly root: Element;
  readonly area: Area;
  readonly sheet: string;
  readonly sheetPart: string;
  readonly xml: string;
  readonly spans: SheetSpans;
};

/** @throws Failure when no sheet has a table of this name any longer */
function tableNamed(name: string, editor: PackageEditor): TableOnSheet {
  for (const { name: sheet, part: sheetPart } of sheetsOf(editor)) {
    for (const { type, target } of editor.relations(sheetPart)) {
      if (type !== "table") continue;
      if (!isSameName(rootOf(editor.tree(target)).getAttribute("displayName") ?? "", name))
        continue;
      const root = rootOf(editor.edit(target));
      const area = areaIn(root.getAttribute("ref") ?? "");
      if (!area) throw new Failure("file-unreadable", { why: target });
      const xml = textOf(editor.bytes(sheetPart), sheetPart);
      return { root, area, sheet, sheetPart, xml, spans: sheetSpans(xml, sheetPart) };
    }
  }
  throw new Failure("sheet-gone", { sheet: name });
}

/** Makes a table longer and notes the cells of its new rows, which look as the last row does. */
export function addRows(
  { table: name, rows }: Amendment["appended"][number],
  editor: PackageEditor,
  bySheet: ChangesByPart,
): void {
  const table = tableNamed(name, editor);
  const { root, area, sheet, sheetPart: part } = table;
  if (Number(root.getAttribute("totalsRowCount") ?? 0) > 0)
    throw new Failure("table-with-totals", { sheet });
  const added = { ...area, top: area.bottom + 1, bottom: area.bottom + rows.length };
  const merged = overlapping(table.spans.merged, added);
  if (merged) {
    const address = { sheet, row: merged.top, column: merged.left };
    throw new Failure("cell-taken", { sheet, cell: addressText(address) });
  }
  extend(root, { ...area, bottom: added.bottom });
  const styles = stylesOf(table, area.bottom);
  const newColumns = bySheet.get(part)?.changes.get(area.bottom);
  for (const [n, row] of rows.entries()) {
    for (const [c, content] of row.entries()) {
      const column = area.left + c;
      const style = newColumns?.get(column)?.style ?? styles.get(column);
      const look = style === undefined ? {} : { style };
      const change = { content, mustBeBlank: true, ...look };
      noteChange(bySheet, { part, sheet }, [added.top + n, column], change);
    }
  }
}

/** A header stands twice in a file, and Excel calls one damaged where the two differ. */
export function renameColumn(
  sheetPart: string,
  [row, column]: readonly [number, number],
  header: string,
  editor: PackageEditor,
): void {
  for (const { type, target } of editor.relations(sheetPart)) {
    if (type !== "table") continue;
    const area = areaIn(rootOf(editor.tree(target)).getAttribute("ref") ?? "");
    if (area?.top !== row || column < area.left || column > area.right) continue;
    const list = childElement(rootOf(editor.edit(target)), "tableColumns");
    if (!list) throw new Failure("file-unreadable", { why: "<tableColumns>" });
    childElements(list)[column - area.left]?.setAttribute("name", header);
  }
}

/** A table with new columns, by the part of its sheet. */
type WiderTable = { readonly part: string; readonly placed: readonly PlacedColumn[] };

/**
 * Makes a table wider and notes the cells of its new columns, which look as the column does that
 * each is like. A row of totals stays, with a blank cell under each new column.
 */
export function addColumns(
  { table: name, added }: NonNullable<Amendment["columns"]>[number],
  editor: PackageEditor,
  bySheet: ChangesByPart,
): WiderTable {
  const table = tableNamed(name, editor);
  const { root, area, sheet, sheetPart: part } = table;
  const room = { ...area, left: area.right + 1, right: area.right + added.length };
  refuseTaken(table, room, otherTables(table, editor), added);
  extend(root, { ...area, right: room.right });
  addToTable(root, added);
  const looks = new Map(rowsIn(table, area).map((row) => [row.row, stylesIn(table, row)]));
  for (const [n, column] of added.entries()) {
    const at = room.left + n;
    const note = (row: number, content: AddedColumn["cells"][number]) => {
      const style = looks.get(row)?.get(area.left + column.like) ?? "";
      const change = { content, mustBeBlank: true, style, isInNewColumn: true } as const;
      noteChange(bySheet, { part, sheet }, [row, at], change);
    };
    note(area.top, { value: column.header });
    for (let row = area.top + 1; row <= area.bottom; row += 1)
      note(row, column.cells[row - area.top - 1] ?? {});
    noteAbove(table, column, at, bySheet);
  }
  return { part, placed: added.map((each, n) => ({ column: room.left + n, added: each })) };
}

/** The bidder's name over the first of a bid's columns, where nothing stands there. */
function noteAbove(
  table: TableOnSheet,
  { above, like }: AddedColumn,
  column: number,
  bySheet: ChangesByPart,
): void {
  const row = table.area.top - 1;
  const place = { top: row, bottom: row, left: column, right: column };
  if (above === undefined || row < 0 || takenCell(table, place) !== undefined) return;
  if (overlapping(table.spans.merged, place)) return;
  const style = stylesOf(table, row).get(table.area.left + like) ?? "";
  const change = { content: above, mustBeBlank: true, style };
  noteChange(bySheet, { part: table.sheetPart, sheet: table.sheet }, [row, column], change);
}

/** @throws Failure where the sheet is protected, or where something stands in the way */
function refuseTaken(
  table: TableOnSheet,
  room: Area,
  others: readonly string[],
  [first]: readonly AddedColumn[],
): void {
  const { sheet, spans } = table;
  const header = first?.header ?? "";
  if (spans.isProtected) throw new Failure("sheet-protected", { sheet, header });
  const isBeyond = room.right >= lastColumn;
  const merged = overlapping([...spans.merged, ...others], room);
  const cell = takenCell(table, room) ?? (merged && cellName(merged.top, merged.left));
  if (cell !== undefined || isBeyond)
    throw new Failure("column-no-room", {
      sheet,
      header,
      cell: cell ?? cellName(room.top, room.left),
    });
}

/** The first filled cell of an area. */
function takenCell(table: TableOnSheet, area: Area): string | undefined {
  for (const row of rowsIn(table, area)) {
    const taken = cellsIn(table.xml, row, table.sheetPart).find(
      (cell) => cell.column >= area.left && cell.column <= area.right && !isBlank(cell),
    );
    if (taken) return cellName(row.row, taken.column);
  }
  return undefined;
}

function rowsIn({ spans }: TableOnSheet, { top, bottom }: Area): Row[] {
  return spans.rows.filter(({ row }) => row >= top && row <= bottom);
}

/** The areas of the sheet's other tables. */
function otherTables({ sheetPart, root }: TableOnSheet, editor: PackageEditor): string[] {
  return editor
    .relations(sheetPart)
    .filter(({ type }) => type === "table")
    .map(({ target }) => rootOf(editor.tree(target)))
    .filter((other) => other !== root)
    .map((other) => other.getAttribute("ref") ?? "");
}

/** The table's new area; its filter reaches as far as the table did, without a row of totals. */
function extend(root: Element, area: Area): void {
  const totals = Number(root.getAttribute("totalsRowCount") ?? 0);
  root.setAttribute("ref", areaText(area));
  for (const filter of childElements(root, "autoFilter"))
    filter.setAttribute("ref", areaText({ ...area, bottom: area.bottom - totals }));
}

function addToTable(root: Element, added: readonly AddedColumn[]): void {
  const list = childElement(root, "tableColumns");
  if (!list) throw new Failure("file-unreadable", { why: "<tableColumns>" });
  const ids = childElements(list).map((each) => Number(each.getAttribute("id") ?? 0));
  const last = Math.max(0, ...ids);
  for (const [n, { header }] of added.entries())
    list.appendChild(newElement(list, "tableColumn", { id: String(last + n + 1), name: header }));
  list.setAttribute("count", String(childElements(list).length));
}

/** Excel calls a workbook damaged whose table reaches over merged cells. */
function overlapping(areas: readonly string[], area: Area): Area | undefined {
  return areas
    .map(areaIn)
    .find(
      (each) =>
        each &&
        each.top <= area.bottom &&
        each.bottom >= area.top &&
        each.left <= area.right &&
        each.right >= area.left,
    );
}

/** The formats of a row's cells by column. */
function stylesOf(table: TableOnSheet, row: number): Map<number, string> {
  const found = table.spans.rows.find((each) => each.row === row);
  return found ? stylesIn(table, found) : new Map<number, string>();
}

function stylesIn({ xml, sheetPart }: TableOnSheet, row: Row): Map<number, string> {
  return new Map(cellsIn(xml, row, sheetPart).map(({ column, style }) => [column, style]));
}
