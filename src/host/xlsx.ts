/**
 * Pages ⇄ the bytes of an .xlsx, through hucre. Reads values, never formulas' meaning; writes whole
 * new workbooks only. A workbook that someone already has is never written with this: see graft.ts.
 */
import type { Cell, ConditionalRule, DataValidation, Sheet, TableDefinition, WriteSheet } from "hucre/xlsx";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { Area, CellContent, CellReading, Page, TableReading, WorkbookReading } from "../sheet/port";
import { addressText, cellName, columnIndex } from "../sheet/port";
import { Failure } from "./failure";
import type { Package } from "./guard";
import { signals, styles } from "./styles";

const blank: CellReading = { kind: "blank", value: null };

/** @param parts what the guard let through; the library is never the first to open a stranger's file */
export async function readWorkbookBytes(bytes: Uint8Array, parts: Package): Promise<WorkbookReading> {
  const workbook = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new Failure("file-unreadable", { why: error instanceof Error ? error.message : String(error) });
  });
  const xml = new TextDecoder().decode(parts.get("xl/workbook.xml") ?? new Uint8Array());
  const calculation = /<(?:\w+:)?calcPr[^>]*>/.exec(xml)?.[0] ?? "";
  return {
    tables: workbook.sheets.flatMap((sheet) => (sheet.tables ?? []).map((table) => tableReading(sheet, table))),
    sheets: workbook.sheets.map(({ name }) => name),
    calculated: !/calcMode="manual"|fullCalcOnLoad="(?:1|true)"/.test(calculation),
  };
}

function tableReading(sheet: Sheet, { name, displayName, range = "A1", showTotalRow }: TableDefinition): TableReading {
  const { top, left, bottom, right } = areaOf(range);
  const columns = Array.from({ length: right - left + 1 }, (_, n) => left + n);
  const last = showTotalRow ? bottom - 1 : bottom;
  const rows = Array.from({ length: Math.max(0, last - top) }, (_, n) => top + 1 + n);
  return {
    name: displayName ?? name,
    sheet: sheet.name,
    top,
    left,
    headers: columns.map((column) => String(sheet.rows[top]?.[column] ?? "")),
    rows: rows.map((row) => columns.map((column) => cellReading(sheet.rows[row]?.[column] ?? null, sheet.cells?.get(`${row},${column}`)))),
    mergedHeader: (sheet.merges ?? []).some((merge) => merge.startRow <= top && merge.endRow >= top && merge.startCol <= right && merge.endCol >= left),
  };
}

function areaOf(range: string): Area {
  const [from = "A1", to = from] = range.replaceAll("$", "").split(":");
  const corner = (name: string) => {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    return { row: Number(row) - 1, column: columnIndex(letters) };
  };
  const [first, last] = [corner(from), corner(to)];
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

function cellReading(value: Sheet["rows"][number][number], cell: Cell | undefined): CellReading {
  const formula = cell?.formula === undefined ? {} : { formula: cell.formula };
  const format = cell?.style?.numFmt === undefined ? {} : { format: cell.style.numFmt };
  if (cell?.type === "error") return { kind: "error", value: String(value), ...formula };
  if (value === null) return cell?.formula === undefined ? blank : { ...blank, ...formula };
  if (value instanceof Date) return { kind: "date", value: value.toISOString().slice(0, 10), ...formula };
  if (typeof value === "number") return { kind: "number", value, ...format, ...formula };
  return { kind: typeof value === "boolean" ? "boolean" : "text", value, ...formula };
}

/** @param inline strings inside the cells, so that a sheet can be moved to another workbook by itself */
export function writeWorkbookBytes(pages: readonly Page[], inline = false): Promise<Uint8Array> {
  return writeXlsx({ sheets: pages.map(writeSheet), defaultFont: { name: "Calibri", size: 11 }, stringMode: inline ? "inline" : "shared" });
}

function writeSheet(page: Page): WriteSheet {
  const landscape = page.widths.reduce((total, width) => total + width, 0) > 90;
  const titles = page.table ? { printTitlesRow: `$${page.table.area.top + 1}:$${page.table.area.top + 1}` } : {};
  return {
    name: page.name,
    rows: page.rows.map((row) => row.map((cell) => written(cell?.value))),
    cells: cellsOf(page),
    columns: page.widths.map((width, n) => ({ width, ...(page.hiddenColumns.includes(n) ? { hidden: true } : {}) })),
    freezePane: page.freeze,
    dataValidations: page.choices.map(validation),
    conditionalRules: page.highlights.map(({ area, formula, style }, n): ConditionalRule => ({ type: "expression", priority: n + 1, formula, range: areaName(area), style: signals[style] })),
    ...(page.table ? { tables: [tableDefinition(page, page.table)] } : {}),
    ...(page.role === "result" ? { protection: { sheet: true, formatColumns: true, formatRows: true, autoFilter: true, sort: true } } : {}),
    headerFooter: { oddHeader: `&L${headerText(page.header)}&R&A`, oddFooter: "&L&D&R&P/&N" },
    pageSetup: { paperSize: "a4", orientation: landscape ? "landscape" : "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0, ...titles },
    view: { showGridLines: page.role === "input", tabColor: { rgb: page.role === "input" ? "FFC83D" : "0F6CBD" } },
  };
}

/** In a header "&" starts a code, and a digit after a font size would join it. */
function headerText(text: string): string {
  return text.replaceAll("&", "&&");
}

function cellsOf(page: Page): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, contents] of page.rows.entries()) {
    for (const [column, content] of contents.entries()) {
      if (content && (content.style || content.format || content.formula || content.link)) cells.set(`${row},${column}`, cellOf(content));
    }
  }
  return cells;
}

function cellOf({ value, formula, style, format, link }: CellContent): Partial<Cell> {
  const look = style ? styles[style] : {};
  return {
    value: written(value),
    ...(formula === undefined ? {} : { formula, formulaResult: written(value) }),
    style: format === undefined || format === "General" ? look : { ...look, numFmt: format },
    ...(link ? { hyperlink: { target: "", location: addressText(link) } } : {}),
  };
}

/**
 * OOXML spells control characters as _x000D_; a text that happens to look like that has to be
 * spelled out itself, or it would come back as the character.
 */
function written(value: CellContent["value"]): string | number | boolean | null {
  return typeof value === "string" ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : (value ?? null);
}

function tableDefinition(page: Page, { name, area }: NonNullable<Page["table"]>): TableDefinition {
  const headers = page.rows[area.top] ?? [];
  return {
    name,
    range: areaName(area),
    columns: Array.from({ length: area.right - area.left + 1 }, (_, n) => ({ name: String(headers[area.left + n]?.value ?? "") })),
    style: "TableStyleLight1",
    showRowStripes: false,
  };
}

function validation({ area, values, source, message }: Page["choices"][number]): DataValidation {
  return {
    type: "list",
    range: areaName(area),
    ...(values ? { values: [...values] } : {}),
    ...(source ? { formula1: source } : {}),
    allowBlank: true,
    showErrorMessage: true,
    ...(message ? { showInputMessage: true, inputMessage: message } : {}),
  };
}

function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
