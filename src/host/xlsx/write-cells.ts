/**
 * Fills in cells and adds rows in a workbook that someone already has, in the parts of the file
 * where they stand and nowhere else: formats, comments, formulas and whatever we do not know stay
 * byte for byte. A cell that is no longer blank is never written over.
 */
import type { Amendment } from "../../sheet/workbook";
import { addressText, cellName } from "../../sheet/cell-address";
import { Failure } from "../failure";
import { expectWithinExcel } from "../within-excel";
import type { CellChange, CellChanges, ChangesByPart } from "./cell-changes";
import { noteChange } from "./cell-changes";
import { addColumns, addRows, renameColumn } from "./grow-table";
import { insertSheets } from "./insert-sheets";
import type { Package } from "./package-check";
import { withColumnFrame } from "./sheet-frame";
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
import { askForCalculation, editWorkbook, partOfSheet } from "./workbook-lists";
import { attributeIn, textOf } from "./xml-scan";

/** @returns the parts of the same workbook with the amendment in it */
export async function writeCellParts(
  original: Package,
  { entries, columns = [], appended, pages }: Amendment,
): Promise<Package> {
  expectWithinExcel([], { entries, columns, appended, pages });
  const editor = editWorkbook(original);
  const bySheet: ChangesByPart = new Map();
  const wider = columns.map((each) => addColumns(each, editor, bySheet));
  for (const { address, content, isNew } of entries) {
    const { sheet, row, column } = address;
    const part = partOfSheet(sheet, editor);
    if (part === undefined) throw new Failure("sheet-gone", { sheet });
    noteChange(bySheet, { part, sheet }, [row, column], { content, mustBeBlank: isNew === true });
    if (typeof content.value === "string") renameColumn(part, [row, column], content.value, editor);
  }
  for (const each of appended) addRows(each, editor, bySheet);
  const styles = new StyleSheet(editor);
  for (const [part, { sheet, changes }] of bySheet) {
    const written = withCells(textOf(editor.bytes(part), part), { part, sheet, changes, styles });
    const placed = wider.filter((each) => each.part === part).flatMap((each) => each.placed);
    const framed = placed.length === 0 ? written : withColumnFrame(written, part, placed);
    editor.put(part, new TextEncoder().encode(framed));
  }
  askForCalculation(editor);
  if (pages.length > 0) await insertSheets(editor, pages);
  return editor.finish();
}

type Work = {
  readonly part: string;
  readonly sheet: string;
  readonly changes: CellChanges;
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
function withDimension(before: string, { dimension }: SheetSpans, changes: CellChanges): string {
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
    const own = change.isInNewColumn ? undefined : cell?.style;
    const style = styles.like(own ?? change.style ?? "", change.content.format);
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
  { content: { value, formula } }: CellChange,
  style: string,
  prefix: string,
): string {
  const start = `<${prefix}c r="${cellName(row, column)}"${style === "" ? "" : ` s="${style}"`}`;
  if (formula !== undefined) {
    // The number is what readers see that calculate nothing; the others calculate it anew.
    const known = typeof value === "number" ? `<${prefix}v>${value}</${prefix}v>` : "";
    return `${start}><${prefix}f>${xmlText(formula)}</${prefix}f>${known}</${prefix}c>`;
  }
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
