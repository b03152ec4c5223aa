/**
 * Pages ⇄ the bytes of an .xlsx, through hucre. Reads values, never formulas' meaning; writes whole
 * new workbooks only. A workbook that someone already has is never written with this: see graft.ts.
 */
import type {
  Cell,
  ConditionalRule,
  DataValidation,
  Sheet,
  SheetChart,
  TableDefinition,
  Workbook,
  WriteSheet,
} from "hucre/xlsx";
import { unzipSync, zipSync } from "fflate";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type {
  Area,
  CellContent,
  CellReading,
  Chart,
  Concealed,
  Page,
  RowBelow,
  SheetHead,
  SheetReading,
  TableReading,
  WorkbookReading,
} from "../../sheet/workbook";
import {
  addressText,
  cellName,
  columnLetters,
  fingerprintIn,
  headColumns,
  headRows,
  markName,
  mergedCells,
  ours,
  quoted,
  rowsWatched,
  runsIn,
  sheetOf,
} from "../../sheet/workbook";
import { Failure } from "../failure";
import { expectWithinExcel } from "../within-excel";
import type { ConditionalFormat } from "./conditional-formats";
import { rulesWithin } from "./conditional-formats";
import type { Package } from "./package-check";
import type { ReadingCopy, TablePart } from "./reading-copy";
import { readingCopy } from "./reading-copy";
import { SheetCells } from "./sheet-cells";
import { rowHeights } from "./row-heights";
import { mendParts } from "./written-workbook";
import { chartColours, signals, styles } from "./styles";

/**
 * @param parts what the guard let through. The library gets a checked copy of what is read, packed
 *   anew without compression, and never the stranger's file: two readers cannot then disagree about
 *   what is in it.
 */
export async function openParts(parts: Package): Promise<{
  readonly reading: WorkbookReading;
  readonly results: () => SheetReading[];
  readonly concealed: () => Concealed[];
}> {
  const copy = readingCopy(parts);
  const workbook = await readCopy(copy.bytes);
  const marked = (mark: string) => {
    const named = copy.names
      .filter(({ name }) => name.startsWith(mark))
      .map(({ range }) => sheetOf(range));
    return workbook.sheets.filter(({ name }) => named.includes(name));
  };
  const results = marked(markName("")).map(({ name }) => name);
  const [audit] = marked(markName("audit"));
  const evaluated = audit && fingerprintIn(audit.rows);
  const reading = {
    tables: tableReadings(workbook, copy),
    sheets: copy.sheets,
    names: copy.names.map(({ name, range }) => ({ name, formula: range })),
    heads: workbook.sheets
      .filter(({ name }) => !copy.tables.get(name)?.some(isOurs) && !results.includes(name))
      .map(headOf),
    calculated: copy.calculated,
    ...(evaluated === undefined ? {} : { evaluated }),
    results,
  };
  const marks = copy.names.flatMap(({ name, range }) =>
    name.startsWith(markName(""))
      ? [{ mark: name.slice(markName("").length), sheet: sheetOf(range) }]
      : [],
  );
  const readings = () =>
    marks.flatMap(({ mark, sheet: name }) => {
      const sheet = workbook.sheets.find((each) => each.name === name);
      return sheet
        ? [
            {
              mark,
              name,
              rows: allCells(sheet),
            },
          ]
        : [];
    });
  const shown = new Set([...reading.tables.map(({ sheet }) => sheet), ...reading.results]);
  return {
    reading,
    results: readings,
    concealed: () => workbook.sheets.filter(({ name }) => shown.has(name)).flatMap(concealedOf),
  };
}

/** A row without height and a column without width are as hidden as those that say so. */
function concealedOf({
  name: sheet,
  hidden,
  veryHidden,
  rowDefs,
  columns = [],
}: Sheet): Concealed[] {
  const rows = [...(rowDefs ?? [])]
    .filter(([, { hidden: isHidden, height }]) => isHidden === true || height === 0)
    .map(([row]) => row)
    .sort((a, b) => a - b);
  const narrow = [...columns.entries()]
    .filter(([, { hidden: isHidden, width }]) => isHidden === true || width === 0)
    .map(([column]) => column);
  return [
    ...(hidden === true || veryHidden === true
      ? [{ sheet, kind: "sheet" as const, first: 0, last: 0 }]
      : []),
    ...runsIn(rows).map((run): Concealed => ({ sheet, kind: "rows", ...run })),
    ...runsIn(narrow).map((run): Concealed => ({ sheet, kind: "columns", ...run })),
  ];
}

/** What a workbook is read for: its tables. */
export async function readParts(parts: Package): Promise<WorkbookReading> {
  return (await openParts(parts)).reading;
}

async function readCopy(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { readStyles: true });
  } catch {
    // What the library says of it is in English and about its own insides.
    throw new Failure("file-unreadable");
  }
}

/** A table larger than this is read as far down and to the right as its sheet is used. */
const largeTable = 200_000;
/** Cells in all tables together. */
const mostInTables = 5e6;

function allCells(sheet: Sheet): CellReading[][] {
  const cells = new SheetCells(sheet);
  return sheet.rows.map((row, r) => row.map((_, c) => cells.at(r, c)));
}

function tableReadings(
  workbook: Workbook,
  { tables, conditional }: Pick<ReadingCopy, "tables" | "conditional">,
): TableReading[] {
  let left = mostInTables;
  return workbook.sheets.flatMap((sheet) => {
    const own = tables.get(sheet.name) ?? [];
    if (own.length === 0) return [];
    const rules = conditional.get(sheet.name) ?? [];
    const source = { sheet, tables: own, cells: new SheetCells(sheet), rules };
    return own.map((table) => {
      const reading = tableReading(source, table);
      left -= reading.rows.length * reading.headers.length;
      if (left < 0) throw new Failure("file-hostile", { hostile: "cells", sheet: sheet.name });
      return reading;
    });
  });
}

/** A sheet with tables, as the library has read it. */
type Source = {
  readonly sheet: Sheet;
  readonly tables: readonly TablePart[];
  readonly cells: SheetCells;
  readonly rules: readonly ConditionalFormat[];
};

function tableReading(source: Source, table: TablePart): TableReading {
  const { sheet, cells } = source;
  const { top, left, bottom, right } = table.area;
  const isLarge = (bottom - top + 1) * (right - left + 1) > largeTable;
  const width = isLarge ? Math.min(right, (sheet.rows[0]?.length ?? 1) - 1) : right;
  const columns = Array.from({ length: Math.max(0, width - left + 1) }, (_, n) => left + n);
  const end = table.hasTotalRow ? bottom - 1 : bottom;
  const last = isLarge ? Math.min(end, sheet.rows.length - 1) : end;
  // A table whose header row is switched off has its headers in its own part only.
  const header = table.hasHeaderRow ? top : top - 1;
  const rows = Array.from({ length: Math.max(0, last - header) }, (_, n) => header + 1 + n);
  const below = rowsBelow(source, { ...table.area, right: width });
  const used = { top: header + 1, left, bottom: last, right: width };
  const rules = rulesWithin(source.rules, used, sheet.name);
  return {
    ...(below.length > 0 ? { below } : {}),
    name: table.name,
    sheet: sheet.name,
    top: header,
    left,
    headers: columns.map((column, n) =>
      table.hasHeaderRow ? String(sheet.rows[top]?.[column] ?? "") : (table.columns[n] ?? ""),
    ),
    rows: rows.map((row) => columns.map((column) => cells.at(row, column, rules))),
    mergedHeader: (sheet.merges ?? []).some(
      (merge) =>
        merge.startRow <= header &&
        merge.endRow >= header &&
        merge.startCol <= right &&
        merge.endCol >= left,
    ),
  };
}

function isOurs({ name }: TablePart): boolean {
  return name.startsWith(ours);
}

/** The filled rows below a table, down to the next table of the sheet. */
function rowsBelow({ sheet, tables, cells }: Source, { left, bottom, right }: Area): RowBelow[] {
  const others = tables.map(({ area, hasHeaderRow }) => (hasHeaderRow ? area.top : area.top - 1));
  const end = Math.min(
    bottom + rowsWatched,
    ...others.filter((top) => top > bottom).map((n) => n - 2),
  );
  const rows = Array.from({ length: Math.max(0, end - bottom) }, (_, n) => bottom + 1 + n);
  return rows.flatMap((row) => {
    const values = (sheet.rows[row] ?? []).slice(left, right + 1);
    if (values.every((value) => value === null || value === "")) return [];
    const blank: CellReading = { kind: "blank", value: null };
    const filled = values.map((value, n) => (value === "" ? blank : cells.at(row, left + n)));
    return [{ row, cells: filled }];
  });
}

/** The first rows of a sheet as texts. */
function headOf({ name: sheet, rows }: Sheet): SheetHead {
  const text = (value: Sheet["rows"][number][number]) =>
    value instanceof Date ? value.toISOString() : String(value ?? "");
  return {
    sheet,
    rows: rows.slice(0, headRows).map((row) => row.slice(0, headColumns).map(text)),
  };
}

/** The bytes of a new workbook with these sheets. */
export async function writeWorkbookBytes(pages: readonly Page[]): Promise<Uint8Array> {
  return zipSync(await writeWorkbookParts(pages), { level: 6 });
}

/**
 * The parts of a new workbook.
 * @param strings "inline" writes them inside the cells, so that a sheet can be moved to another
 *   workbook by itself
 */
export async function writeWorkbookParts(
  pages: readonly Page[],
  strings: "shared" | "inline" = "shared",
): Promise<{ [name: string]: Uint8Array }> {
  expectWithinExcel(pages);
  const namedRanges = pages.flatMap(({ name, mark }) =>
    mark === undefined ? [] : [{ name: markName(mark), range: `${quoted(name)}!$A$1` }],
  );
  const bytes = await writeXlsx({
    sheets: pages.map(writeSheet),
    namedRanges,
    defaultFont: { name: "Calibri", size: 11 },
    stringMode: strings,
  });
  const parts = unzipSync(bytes);
  mendParts(parts);
  return parts;
}

function writeSheet(page: Page): WriteSheet {
  return {
    name: page.name,
    rows: page.rows.map((row) => row.map((cell) => written(cell?.value))),
    cells: cellsOf(page),
    columns: page.widths.map((width, n) => ({
      width,
      ...(page.hiddenColumns.includes(n) ? { hidden: true } : {}),
    })),
    freezePane: page.freeze,
    dataValidations: page.choices.map(validation),
    conditionalRules: page.highlights.map(({ area, formula, style }, n): ConditionalRule => ({
      type: "expression",
      priority: n + 1,
      formula,
      range: areaName(area),
      style: signals[style],
    })),
    ...(page.table ? { tables: [tableDefinition(page, page.table)] } : {}),
    ...(page.role === "result"
      ? {
          protection: {
            sheet: true,
            formatColumns: true,
            formatRows: true,
            autoFilter: true,
            sort: true,
          },
        }
      : {}),
    headerFooter: { oddHeader: `&L${headerText(page.header)}&R&A`, oddFooter: "&L&D&R&P/&N" },
    pageSetup: pageSetup(page),
    rowDefs: new Map([...rowHeights(page)].map(([row, height]) => [row, { height }])),
    ...(page.charts ? { charts: page.charts.map(chart) } : {}),
    ...(page.merges
      ? {
          merges: mergedCells(page.merges).map(({ top, left, bottom, right }) => ({
            startRow: top,
            startCol: left,
            endRow: bottom,
            endCol: right,
          })),
        }
      : {}),
    view: {
      showGridLines: page.role === "input",
      tabColor: { rgb: page.role === "input" ? "FFC83D" : "0F6CBD" },
    },
  };
}

/**
 * One page wide where that can be read; a wider sheet runs over several pages, with the header row
 * and the columns that say what a row is about on each of them.
 */
function pageSetup({ widths, table, freeze }: Page): NonNullable<WriteSheet["pageSetup"]> {
  const width = widths.reduce((total, each) => total + each, 0);
  const wide = width > 230;
  return {
    paperSize: "a4",
    orientation: width > 90 ? "landscape" : "portrait",
    ...(wide ? { scale: 60 } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    ...(table ? { printTitlesRow: `$${table.area.top + 1}:$${table.area.top + 1}` } : {}),
    ...(wide && freeze.columns > 0
      ? { printTitlesColumn: `$A:$${columnLetters(freeze.columns - 1)}` }
      : {}),
  };
}

/** Excel calls a workbook damaged whose page header has more than 255 characters, codes and all. */
const longestHeader = 120;

/** In a header "&" starts a code, and a digit after a font size would join it. */
function headerText(text: string): string {
  const shown = text.length > longestHeader ? `${text.slice(0, longestHeader)} …` : text;
  return shown.replace(notXml, " ").replaceAll("&", "&&");
}

function cellsOf(page: Page): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, contents] of page.rows.entries()) {
    for (const [column, content] of contents.entries()) {
      if (content && (content.style || content.format || content.formula || content.link))
        cells.set(`${row},${column}`, cellOf(content));
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

/** Characters that XML cannot hold (XML 1.0, 2.2): control characters and half characters. */
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * OOXML spells characters that XML cannot hold as _x0001_; a text that happens to look like that
 * has to be spelled out itself, or it would come back as the character.
 */
function written(value: CellContent["value"]): string | number | boolean | null {
  if (typeof value !== "string") return value ?? null;
  return value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(notXml, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `_x${code}_`;
  });
}

function tableDefinition(page: Page, { name, area }: NonNullable<Page["table"]>): TableDefinition {
  const headers = page.rows[area.top] ?? [];
  return {
    name,
    range: areaName(area),
    columns: Array.from({ length: area.right - area.left + 1 }, (_, n) => ({
      name: String(headers[area.left + n]?.value ?? ""),
    })),
    style: "TableStyleLight1",
    showRowStripes: false,
  };
}

function chart({ kind, title, sheet, categories, series, anchor }: Chart): SheetChart {
  const cells = (area: Area) =>
    `${quoted(sheet)}!${cellName(area.top, area.left, true)}:${cellName(area.bottom, area.right, true)}`;
  const palette = kind === "stacked-bar" ? chartColours : chartColours.slice(1);
  return {
    type: kind === "line" ? "line" : "bar",
    ...(kind === "stacked-bar" ? { barGrouping: "stacked" as const } : {}),
    title,
    titleFontSize: 12,
    legend: series.length > 1 ? "bottom" : false,
    series: series.map(({ name, values }, n) => ({
      name,
      values: cells(values),
      categories: cells(categories),
      color: palette[n % palette.length] ?? "0072B2",
    })),
    anchor: {
      from: { row: anchor.top, col: anchor.left },
      to: { row: anchor.bottom, col: anchor.right },
    },
    // Names stand at the edge, not on the zero line, where bars to the left of it would cover them.
    ...(kind === "line" ? {} : { axes: { x: { tickLblPos: "low" as const, reverse: true } } }),
  };
}

function validation({ area, values, source, message }: Page["choices"][number]): DataValidation {
  const told = message === undefined ? {} : { showInputMessage: true, inputMessage: message };
  // A rule that always holds: the message is for those who wonder, and stops nobody.
  if (!values && source === undefined)
    return {
      type: "custom",
      range: areaName(area),
      formula1: "TRUE",
      allowBlank: true,
      showErrorMessage: false,
      ...told,
    };
  return {
    type: "list",
    range: areaName(area),
    ...(values ? { values: [...values] } : {}),
    ...(source ? { formula1: source } : {}),
    allowBlank: true,
    showErrorMessage: true,
    ...told,
  };
}

function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
