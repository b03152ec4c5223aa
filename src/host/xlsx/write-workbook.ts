/**
 * Writes pages as a whole new .xlsx, through hucre. A workbook that the user already has is never
 * written with this: see insert-sheets.ts.
 */
import type {
  Cell,
  CellStyle,
  ConditionalRule,
  DataValidation,
  SheetChart,
  TableDefinition,
  WriteOptions,
  WriteSheet,
} from "hucre/xlsx";
import { strFromU8 } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { Area, CellAddress, CellContent, Chart, Page } from "../../sheet/workbook";
import { addressText, cellName, quoted } from "../../sheet/cell-address";
import { markName, mergedCells } from "../../sheet/workbook";
import type { PrintSetup } from "../print-setup";
import { printSetup } from "../print-setup";
import { expectWithinExcel } from "../within-excel";
import { inflateOwn, packParts } from "./pack-parts";
import { openPackage } from "./package-check";
import { rowHeights } from "./row-heights";
import { lookOf, notXml, writtenValue } from "./sheet-data";
import { mendParts } from "./written-workbook";
import { coloursOf, signals, styles } from "./styles";

/** The bytes of a new workbook with these sheets. */
export async function writeWorkbookBytes(pages: readonly Page[]): Promise<Uint8Array> {
  return packParts(new Map(Object.entries(await writeWorkbookParts(pages))));
}

type Parts = { [name: string]: Uint8Array };

/** The parts of a new workbook. */
export async function writeWorkbookParts(pages: readonly Page[]): Promise<Parts> {
  expectWithinExcel(pages);
  const namedRanges = pages.flatMap(({ name, mark }) =>
    mark === undefined ? [] : [{ name: markName(mark), range: `${quoted(name)}!$A$1` }],
  );
  return mendedParts(pages, { sheets: pages.map(writeSheet), namedRanges });
}

/** Sheets without their rows, which are written elsewhere, and the number of each look on them. */
export type Frames = { readonly parts: Parts; readonly looks: ReadonlyMap<string, number> };

/**
 * The parts of a new workbook without the rows of its sheets. A last sheet, which nobody is given, has
 * one cell of each look: from it the library tells which number each has.
 */
export async function writeFrames(pages: readonly Page[]): Promise<Frames> {
  expectWithinExcel(pages);
  const samples = new Map(
    pages.flatMap(({ rows }) =>
      rows.flatMap((row) => row.flatMap((cell) => (cell ? [[lookOf(cell), cell] as const] : []))),
    ),
  );
  const sheets = [...pages.map(writeFrame), sampleSheet(freeName(pages), [...samples.values()])];
  const parts = await mendedParts(pages, { sheets });
  const xml = strFromU8(parts[`xl/worksheets/sheet${sheets.length}.xml`] ?? new Uint8Array());
  const looks = new Map(
    [...samples.keys()].map((look, n) => [look, formatIn(xml, cellName(0, n))]),
  );
  return { parts, looks };
}

/** A cell that names no format, or that is not written for having none, has the first. */
function formatIn(xml: string, cell: string): number {
  return Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1] ?? 0);
}

/** A name that none of these sheets has: of one more names than sheets, one is free. */
function freeName(pages: readonly Page[]): string {
  const names = [undefined, ...pages].map((_, n) => `_${n}`);
  return names.find((free) => !pages.some(({ name }) => name === free)) ?? "";
}

function sampleSheet(name: string, cells: readonly CellContent[]): WriteSheet {
  const looks = cells.map((cell, n) => [`0,${n}`, { style: styleOf(cell) }] as const);
  return { name, rows: [], cells: new Map(looks) };
}

async function mendedParts(
  pages: readonly Page[],
  workbook: Pick<WriteOptions, "sheets" | "namedRanges">,
): Promise<Parts> {
  const bytes = await writeXlsx({ ...workbook, defaultFont: { name: "Calibri", size: 11 } });
  const parts = Object.fromEntries(openPackage(bytes, inflateOwn));
  mendParts(
    parts,
    pages.map(({ charts = [] }) => charts.map(chartInWords)),
  );
  return parts;
}

function writeSheet(page: Page): WriteSheet {
  return {
    ...aroundRows(page),
    rows: page.rows.map((row) => row.map((cell) => writtenValue(cell?.value))),
    cells: cellsOf(page),
    rowDefs: rowDefsOf(page),
  };
}

function rowDefsOf(page: Page): NonNullable<WriteSheet["rowDefs"]> {
  const { hiddenRows = [] } = page;
  return new Map<number, { height?: number; hidden?: boolean }>([
    ...[...rowHeights(page)].map(([row, height]) => [row, { height }] as const),
    ...hiddenRows.map((row) => [row, { hidden: true }] as const),
  ]);
}

/** The links, which the library writes beside the rows, and as many rows and columns as the sheet has. */
function writeFrame(page: Page): WriteSheet {
  const { rows } = page;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const links = rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell?.link ? [[`${r},${c}`, { hyperlink: linkTo(cell.link) }] as const] : [],
    ),
  );
  return {
    ...aroundRows(page),
    rows: rows.map((_, n) => (n === 0 ? Array<null>(width).fill(null) : [])),
    cells: new Map(links),
  };
}

function aroundRows(page: Page): WriteSheet {
  const isInput = page.role === "input";
  const setup = printSetup(page);
  return {
    name: page.name,
    columns: page.widths.map((width, n) => ({
      width,
      ...(page.hiddenColumns.includes(n) ? { hidden: true } : {}),
    })),
    freezePane: page.freeze,
    dataValidations: page.choices.map(validation),
    conditionalRules: page.highlights.map(conditionalRule),
    ...(page.isHidden ? { hidden: true } : {}),
    ...(page.table ? { tables: [tableDefinition(page, page.table)] } : {}),
    ...(page.role === "result" ? { protection: resultProtection } : {}),
    headerFooter: {
      oddHeader: `&L${setup.header.replace(notXml, " ")}&R&A`,
      oddFooter: "&L&D&R&P/&N",
    },
    pageSetup: pageSetup(setup),
    ...(page.charts ? { charts: page.charts.map(chart) } : {}),
    // A break of the library stands after its row.
    ...(page.breaks ? { rowBreaks: setup.breaks.map((row) => row - 1) } : {}),
    ...(page.merges ? { merges: mergedCells(page.merges).map(mergeRange) } : {}),
    view: { showGridLines: isInput, tabColor: { rgb: isInput ? "FFC83D" : "0F6CBD" } },
  };
}

/** A result sheet is read-only; its columns can still be widened, filtered and sorted. */
const resultProtection = {
  sheet: true,
  formatColumns: true,
  formatRows: true,
  autoFilter: true,
  sort: true,
} as const;

function conditionalRule(
  { area, formula, style }: Page["highlights"][number],
  n: number,
): ConditionalRule {
  return {
    type: "expression",
    priority: n + 1,
    formula,
    range: areaName(area),
    style: signals[style],
  };
}

function mergeRange({ top, left, bottom, right }: Area): NonNullable<WriteSheet["merges"]>[number] {
  return { startRow: top, startCol: left, endRow: bottom, endCol: right };
}

function pageSetup(setup: PrintSetup): NonNullable<WriteSheet["pageSetup"]> {
  const { orientation, scale, titleRows, titleColumns } = setup;
  return {
    paperSize: "a4",
    orientation,
    ...(scale === undefined ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale }),
    ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
    ...(titleColumns === undefined ? {} : { printTitlesColumn: titleColumns }),
  };
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

function cellOf(cell: CellContent): Partial<Cell> {
  const { value, formula, link } = cell;
  return {
    value: writtenValue(value),
    ...(formula === undefined ? {} : { formula, formulaResult: writtenValue(value) }),
    style: styleOf(cell),
    ...(link ? { hyperlink: linkTo(link) } : {}),
  };
}

function styleOf({ style, format }: CellContent): CellStyle {
  const look = style ? styles[style] : {};
  return format === undefined || format === "General" ? look : { ...look, numFmt: format };
}

function linkTo(cell: CellAddress): NonNullable<Cell["hyperlink"]> {
  return { target: "", location: addressText(cell) };
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

/** What a screen reader says of a chart. */
function chartInWords({ title, series }: Chart): string {
  return `${title}: ${series.map(({ name }) => name).join(", ")}`;
}

/** Columns for a waterfall, so that its steps are read from left to right; otherwise bars. */
function chart({ kind, title, sheet, categories, series, anchor, from }: Chart): SheetChart {
  const cells = (area: Area) =>
    `${quoted(sheet)}!${cellName(area.top, area.left, true)}:${cellName(area.bottom, area.right, true)}`;
  const palette = coloursOf(kind);
  const isStacked = kind === "stacked-bar" || kind === "waterfall";
  return {
    type: kind === "line" ? "line" : kind === "waterfall" ? "column" : "bar",
    ...(isStacked ? { barGrouping: "stacked" as const } : {}),
    ...(kind === "waterfall" ? { gapWidth: 40, legendEntries: [{ idx: 0, delete: true }] } : {}),
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
    axes: axesOf(kind, from),
  };
}

/** Names stand at the edge, not on the zero line, where bars to the left of it would cover them. */
function axesOf(kind: Chart["kind"], from: number | undefined): NonNullable<SheetChart["axes"]> {
  const scale = from === undefined ? {} : { y: { scale: { min: from } } };
  if (kind === "line") return scale;
  const isBar = kind !== "waterfall";
  return { x: { tickLblPos: "low", ...(isBar ? { reverse: true } : {}) }, ...scale };
}

function validation({ area, values, source, message }: Page["choices"][number]): DataValidation {
  const prompt = message === undefined ? {} : { showInputMessage: true, inputMessage: message };
  // A rule that always holds: the message is for those who wonder, and stops nobody.
  if (!values && source === undefined)
    return {
      type: "custom",
      range: areaName(area),
      formula1: "TRUE",
      allowBlank: true,
      showErrorMessage: false,
      ...prompt,
    };
  return {
    type: "list",
    range: areaName(area),
    ...(values ? { values: [...values] } : {}),
    ...(source ? { formula1: source } : {}),
    allowBlank: true,
    showErrorMessage: true,
    ...prompt,
  };
}

function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
