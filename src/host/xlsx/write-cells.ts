/**
 * Fills in cells and adds rows in a workbook that someone already has, in the parts of the file
 * where they stand and nowhere else: formats, comments, formulas and whatever we do not know stay
 * byte for byte. A cell that is no longer blank is never written over.
 */
import type { Amendment, Area, CellContent } from "../../sheet/workbook";
import { addressText, cellName } from "../../sheet/cell-address";
import { Failure } from "../failure";
import { expectWithinExcel } from "../within-excel";
import { insertSheets } from "./insert-sheets";
import type { Package } from "./package-check";
import type { PackageEditor } from "./package-editor";
import type { Cell, Row, SheetSpans, Span } from "./sheet-rows";
import {
  areaIn,
  areaText,
  cellsIn,
  isBlank,
  sheetSpans,
  withAttribute,
  withoutAttribute,
} from "./sheet-rows";
import { StyleSheet } from "./style-sheet";
import {
  askForCalculation,
  editWorkbook,
  isSameName,
  partOfSheet,
  sheetsOf,
} from "./workbook-lists";
import { attributeIn, textOf } from "./xml-scan";
import { childElements, rootOf } from "./xml-tree";

/** What is to stand in a cell; `mustBeBlank` where nothing may be written over. */
type Change = {
  readonly content: CellContent;
  readonly mustBeBlank: boolean;
  /** The format of a cell that is not there yet. */
  readonly style?: string;
};

/** By row, then by column, both from 0. */
type Changes = Map<number, Map<number, Change>>;

/** The changes of all sheets, by the sheet's part. */
type ChangesByPart = Map<string, { readonly sheet: string; readonly changes: Changes }>;

/** @returns the parts of the same workbook with the amendment in it */
export async function writeCellParts(
  original: Package,
  { entries, appended, pages }: Amendment,
): Promise<Package> {
  expectWithinExcel([], { entries, appended, pages });
  const editor = editWorkbook(original);
  const bySheet: ChangesByPart = new Map();
  for (const { address, content, isNew } of entries) {
    const { sheet, row, column } = address;
    const part = partOfSheet(sheet, editor);
    if (part === undefined) throw new Failure("sheet-gone", { sheet });
    note(bySheet, { part, sheet }, [row, column], { content, mustBeBlank: isNew === true });
  }
  for (const each of appended) growTable(each, editor, bySheet);
  const styles = new StyleSheet(editor);
  for (const [part, { sheet, changes }] of bySheet) {
    const written = withCells(textOf(editor.bytes(part), part), { part, sheet, changes, styles });
    editor.put(part, new TextEncoder().encode(written));
  }
  askForCalculation(editor);
  if (pages.length > 0) await insertSheets(editor, pages);
  return editor.finish();
}

function note(
  bySheet: ChangesByPart,
  { part, sheet }: { readonly part: string; readonly sheet: string },
  [row, column]: readonly [number, number],
  change: Change,
): void {
  const noted = bySheet.get(part) ?? { sheet, changes: new Map<number, Map<number, Change>>() };
  bySheet.set(part, noted);
  const cells = noted.changes.get(row) ?? new Map<number, Change>();
  noted.changes.set(row, cells.set(column, change));
}

/** Makes a table longer and notes the cells of its new rows, which look as the last row does. */
function growTable(
  { table: name, rows }: Amendment["appended"][number],
  editor: PackageEditor,
  bySheet: ChangesByPart,
): void {
  const { sheet, sheetPart, part } = tableNamed(name, editor);
  const root = rootOf(editor.edit(part));
  if (Number(root.getAttribute("totalsRowCount") ?? 0) > 0)
    throw new Failure("table-with-totals", { sheet });
  const ref = root.getAttribute("ref") ?? "";
  const area = areaIn(ref);
  if (!area) throw new Failure("file-unreadable", { why: part });
  const added = { ...area, top: area.bottom + 1, bottom: area.bottom + rows.length };
  const xml = textOf(editor.bytes(sheetPart), sheetPart);
  const spans = sheetSpans(xml, sheetPart);
  refuseMerged(spans, added, sheet);
  for (const element of [root, ...childElements(root, "autoFilter")]) {
    if (element.getAttribute("ref") === ref)
      element.setAttribute("ref", areaText({ ...area, bottom: added.bottom }));
  }
  const last = spans.rows.find(({ row }) => row === area.bottom);
  const styles = new Map(
    (last ? cellsIn(xml, last, sheetPart) : []).map(({ column, style }) => [column, style]),
  );
  for (const [n, row] of rows.entries()) {
    for (const [c, content] of row.entries()) {
      const [place, style] = [[added.top + n, area.left + c] as const, styles.get(area.left + c)];
      const look = style === undefined ? {} : { style };
      note(bySheet, { part: sheetPart, sheet }, place, { content, mustBeBlank: true, ...look });
    }
  }
}

/** Excel calls a workbook damaged whose table reaches over merged cells. */
function refuseMerged({ merged }: SheetSpans, added: Area, sheet: string): void {
  for (const text of merged) {
    const area = areaIn(text);
    if (
      area &&
      area.top <= added.bottom &&
      area.bottom >= added.top &&
      area.left <= added.right &&
      area.right >= added.left
    ) {
      const { top: row, left: column } = area;
      throw new Failure("cell-taken", { sheet, cell: addressText({ sheet, row, column }) });
    }
  }
}

/** @throws Failure when no sheet has a table of this name any longer */
function tableNamed(
  name: string,
  editor: PackageEditor,
): { readonly sheet: string; readonly sheetPart: string; readonly part: string } {
  for (const { name: sheet, part: sheetPart } of sheetsOf(editor)) {
    for (const { type, target } of editor.relations(sheetPart)) {
      if (type !== "table") continue;
      const root = rootOf(editor.tree(target));
      if (isSameName(root.getAttribute("displayName") ?? "", name))
        return { sheet, sheetPart, part: target };
    }
  }
  throw new Failure("sheet-gone", { sheet: name });
}

type Work = {
  readonly part: string;
  readonly sheet: string;
  readonly changes: Changes;
  readonly styles: StyleSheet;
};

/**
 * The sheet with these cells in it: what is there keeps its text, and rows that are not there are
 * put in their order.
 */
function withCells(xml: string, work: Work): string {
  const spans = sheetSpans(xml, work.part);
  const { data } = spans;
  const waiting = [...work.changes.keys()].sort((a, b) => a - b);
  const body: string[] = [];
  let from = data.inside.start;
  const insertUntil = (until: number) => {
    for (let [row] = waiting; row !== undefined && row < until; [row] = waiting) {
      body.push(newRow(row, work, data.prefix));
      waiting.shift();
    }
  };
  for (const row of spans.rows) {
    const [next] = waiting;
    if (next === undefined) break;
    if (next > row.row) continue;
    body.push(xml.slice(from, row.start));
    insertUntil(row.row);
    from = row.start;
    if (waiting[0] !== row.row) continue;
    waiting.shift();
    body.push(changedRow(xml, row, work));
    from = row.end;
  }
  body.push(xml.slice(from, data.inside.end));
  insertUntil(Infinity);
  const before = withDimension(xml.slice(0, data.start), spans, work.changes);
  // A sheet without any row may say so with an empty element.
  const isEmpty = data.inside.start === data.end;
  const end = isEmpty ? `</${data.prefix}sheetData>` : "";
  return `${before}${openingTag(xml, data)}${body.join("")}${end}${xml.slice(data.inside.end)}`;
}

/** The used area that a sheet claims, wide enough for the cells that were written. */
function withDimension(before: string, { dimension }: SheetSpans, changes: Changes): string {
  const area = dimension && areaIn(attributeIn(dimension.attributes, "ref") ?? "");
  if (!dimension || !area) return before;
  let { bottom, right } = area;
  for (const [row, cells] of changes) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, ...cells.keys());
  }
  const grown = { ...area, bottom, right };
  const tag = withAttribute(before.slice(dimension.start, dimension.end), "ref", areaText(grown));
  return before.slice(0, dimension.start) + tag + before.slice(dimension.end);
}

function newRow(row: number, { changes, styles }: Work, prefix: string): string {
  const inside = [...(changes.get(row) ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([column, change]) => {
      const style = styles.like(change.style ?? "", change.content.format);
      return cellXml([row, column], change, style, prefix);
    });
  return `<${prefix}row r="${row + 1}">${inside.join("")}</${prefix}row>`;
}

function changedRow(xml: string, row: Row, { part, sheet, changes, styles }: Work): string {
  const known = cellsIn(xml, row, part);
  const kept = new Map(known.map((cell) => [cell.column, xml.slice(cell.start, cell.end)]));
  for (const [column, change] of changes.get(row.row) ?? []) {
    const cell = known.find((each) => each.column === column);
    if (cell && change.mustBeBlank && !isBlank(cell)) throw taken(sheet, row, cell);
    const style = styles.like(cell?.style ?? change.style ?? "", change.content.format);
    kept.set(column, cellXml([row.row, column], change, style, row.prefix));
  }
  const cells = [...kept].sort(([a], [b]) => a - b).map(([, text]) => text);
  // The cells may reach further than the row's own "spans" says.
  const tag = withoutAttribute(openingTag(xml, row), "spans");
  return `${tag}${cells.join("")}</${row.prefix}row>`;
}

function openingTag(xml: string, { start, inside }: Span): string {
  return xml.slice(start, inside.start).replace(/\s*\/>$/, ">");
}

function taken(sheet: string, { row }: Row, { column }: Cell): Failure {
  return new Failure("cell-taken", { sheet, cell: addressText({ sheet, row, column }) });
}

function cellXml(
  [row, column]: readonly [number, number],
  { content: { value } }: Change,
  style: string,
  prefix: string,
): string {
  const start = `<${prefix}c r="${cellName(row, column)}"${style === "" ? "" : ` s="${style}"`}`;
  if (value === undefined || value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  if (typeof value === "boolean")
    return `${start} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`;
  return `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(value)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/**
 * XML cannot hold most control characters, nor half a character; Excel writes them, and what looks
 * like one of its escapes, as _xHHHH_.
 */
function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    })
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
