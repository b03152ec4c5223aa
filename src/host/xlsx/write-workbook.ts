/**
 * Writes pages as a whole new .xlsx, through hucre. A workbook that the user already has is never
 * written with this: see insert-sheets.ts.
 */
import type {
  Cell,
  ConditionalRule,
  DataValidation,
  SheetChart,
  TableDefinition,
  WriteSheet,
} from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import type { Area, CellContent, Chart, Page } from "../../sheet/workbook";
import { addressText, cellName, quoted } from "../../sheet/cell-address";
import { markName, mergedCells } from "../../sheet/workbook";
import type { PrintSetup } from "../print-setup";
import { printSetup } from "../print-setup";
import { expectWithinExcel } from "../within-excel";
import { inflateOwn, packParts } from "./pack-parts";
import { openPackage } from "./package-check";
import { rowHeights } from "./row-heights";
import { mendParts } from "./written-workbook";
import { coloursOf, signals, styles } from "./styles";

/** The bytes of a new workbook with these sheets. */
export async function writeWorkbookBytes(pages: readonly Page[]): Promise<Uint8Array> {
  return packParts(new Map(Object.entries(await writeWorkbookParts(pages))));
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
  const parts = Object.fromEntries(openPackage(bytes, inflateOwn));
  mendParts(
    parts,
    pages.map(({ charts = [] }) => charts.map(chartInWords)),
  );
  return parts;
}

function writeSheet(page: Page): WriteSheet {
  const isInput = page.role === "input";
  const setup = printSetup(page);
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
    conditionalRules: page.highlights.map(conditionalRule),
    ...(page.isHidden ? { hidden: true } : {}),
    ...(page.table ? { tables: [tableDefinition(page, page.table)] } : {}),
    ...(page.role === "result" ? { protection: resultProtection } : {}),
    headerFooter: {
      oddHeader: `&L${setup.header.replace(notXml, " ")}&R&A`,
      oddFooter: "&L&D&R&P/&N",
    },
    pageSetup: pageSetup(setup),
    rowDefs: new Map([...rowHeights(page)].map(([row, height]) => [row, { height }])),
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
