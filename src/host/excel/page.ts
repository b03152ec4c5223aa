/**
 * One of our pages laid on a worksheet of Excel: contents in pieces that fit in a request, then its
 * looks, drop-downs, charts and table. Every area is asked for by itself: a list of areas is taken
 * apart at the list separator of the user's computer, which is a semicolon in Sweden.
 */
import type { Area, CellContent, Choice, Page } from "../../sheet/workbook";
import { addressText } from "../../sheet/cell-address";
import { mergedCells } from "../../sheet/workbook";
import { rowHeights } from "../xlsx/row-heights";
import { signals } from "../xlsx/styles";
import { input, isLinkedBeside } from "./cell-input";
import { areaName, colour, formatGrid, paint, styledAreas } from "./cell-looks";
import { drawChart } from "./draw-chart";
import { printSetup } from "../print-setup";
import { bytesOf } from "./payload";

/** The most characters of a drop-down's words, commas between them, and of a cell's message. */
const longestOfValidation = 255;

/** Some rows of a page, and how many bytes they make. */
type Piece = {
  readonly top: number;
  readonly rows: readonly (readonly (CellContent | null)[])[];
  readonly size: number;
};

/** A page in pieces of no more than so many bytes, or of a single row. */
export function pieces({ rows }: Page, mostBytes: number): Piece[] {
  const found: Piece[] = [];
  let [top, size] = [0, 0];
  for (const [n, row] of rows.entries()) {
    const rowSize = bytesOf(row.map((cell) => (cell ? input(cell) : "")));
    if (size > 0 && size + rowSize > mostBytes) {
      found.push({ top, rows: rows.slice(top, n), size });
      [top, size] = [n, 0];
    }
    size += rowSize;
  }
  return rows.length === 0 ? found : [...found, { top, rows: rows.slice(top), size }];
}

/**
 * Writes a piece's contents.
 * @param isDeferred a formula that has to wait, because the sheet it names is not there yet
 */
export function layPiece(
  sheet: Excel.Worksheet,
  { top, rows }: Piece,
  isDeferred: (cell: CellContent) => boolean,
): void {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const grid = rows.map((row) =>
    Array.from({ length: width }, (_, n) => {
      const cell = row[n];
      return cell && !isDeferred(cell) ? input(cell) : "";
    }),
  );
  sheet.getRangeByIndexes(top, 0, rows.length, width).formulas = grid;
}

/**
 * Everything about a page but its contents, its table and its printing. The sheet must be new, or
 * cleared by {@link clearCells} or {@link undress}.
 */
export function dress(sheet: Excel.Worksheet, page: Page): void {
  for (const each of links(page)) linkCell(sheet, each);
  for (const [style, areas] of styledAreas(page)) paint(sheet, areas, style);
  const formats = formatGrid(page);
  // In a grid, null leaves a cell as it is.
  if (formats) sheet.getRange(areaName(formats.area)).numberFormat = formats.grid;
  page.widths.forEach((width, n) => (column(sheet, n).format.columnWidth = widthInPoints(width)));
  for (const n of page.hiddenColumns) column(sheet, n).columnHidden = true;
  freeze(sheet, page.freeze);
  for (const choice of page.choices) offerChoice(sheet, choice);
  for (const { area, formula, style } of page.highlights) {
    const { custom } = sheet.getRange(areaName(area)).conditionalFormats.add("Custom");
    custom.rule.formula = `=${formula}`;
    const { fill, font, border } = signals[style];
    if (fill) custom.format.fill.color = colour(fill);
    if (font) custom.format.font.color = colour({ color: font.color });
    if (border?.top) {
      custom.format.borders.top.style = "Continuous";
      custom.format.borders.top.color = colour(border.top);
    }
  }
  fitRows(sheet, page);
  for (const each of page.charts ?? []) drawChart(sheet, each);
  sheet.showGridlines = page.role === "input";
  sheet.tabColor = page.role === "input" ? "#FFC83D" : "#0F6CBD";
}

/** A link dresses its cell as a link and may touch its contents, so both are put right after it. */
function linkCell(sheet: Excel.Worksheet, { area, cell, linked }: LinkedCell): void {
  const range = sheet.getRange(areaName(area));
  range.hyperlink = { documentReference: linked };
  range.formulas = [[input(cell)]];
}

/**
 * Offers values in a drop-down. Values that Excel would split at a comma, or refuse for their length,
 * stand in the cell's message instead: the user may enter the same, but has to type it.
 */
export function offerChoice(
  sheet: Excel.Worksheet,
  { area, values, source, message }: Choice,
): void {
  const { dataValidation } = sheet.getRange(areaName(area));
  const list = values && isList(values) ? values.join(",") : undefined;
  // A rule that always holds, so that the message is shown and no input is stopped. It has no name of
  // a value or a function, since desktop Excel reads a rule in the user's language (SANT).
  dataValidation.rule =
    list !== undefined || source !== undefined
      ? { list: { inCellDropDown: true, source: list ?? `=${source ?? ""}` } }
      : { custom: { formula: "=1=1" } };
  const prompt = message ?? (list === undefined ? values?.join("\n") : undefined);
  if (prompt) dataValidation.prompt = { title: "", message: shorten(prompt), showPrompt: true };
}

function isList(values: readonly string[]): boolean {
  return (
    values.every((each) => !each.includes(",")) && values.join(",").length <= longestOfValidation
  );
}

function shorten(text: string): string {
  return text.length > longestOfValidation ? `${text.slice(0, longestOfValidation - 1)}…` : text;
}

/** Freezing at a range freezes its columns too, so each kind of freezing has its own call. */
function freeze(sheet: Excel.Worksheet, { rows, columns }: Page["freeze"]): void {
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** Excel fits rows to their text by itself, except where cells are joined. */
function fitRows(sheet: Excel.Worksheet, page: Page): void {
  if (page.rows.length > 0)
    sheet.getRangeByIndexes(0, 0, page.rows.length, 1).getEntireRow().format.autofitRows();
  if (!page.merges) return;
  const heights = rowHeights(page);
  for (const { across, ...area } of page.merges) sheet.getRange(areaName(area)).merge(across);
  for (const row of new Set(mergedCells(page.merges).map(({ top }) => top)))
    sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = heights.get(row) ?? 15;
}

/** Removes what a page has put in the cells of a sheet of ours. The sheet must not be protected. */
export function clearCells(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.conditionalFormats.clearAll();
  all.unmerge();
  all.clear();
}

/** Removes what {@link dress} would put there twice. The sheet must not be protected. */
export function undress(sheet: Excel.Worksheet, charts: readonly Excel.Chart[]): void {
  for (const chart of charts) chart.delete();
  const all = sheet.getRange();
  all.conditionalFormats.clearAll();
  all.unmerge();
}

function column(sheet: Excel.Worksheet, n: number): Excel.Range {
  return sheet.getRangeByIndexes(0, n, 1, 1).getEntireColumn();
}

/**
 * A column's width in characters as Excel's points: seven pixels a digit, five of margin, at 96
 * dots an inch.
 */
export function widthInPoints(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

/** A cell whose contents are kept and which is a link beside them. */
type LinkedCell = { readonly area: Area; readonly cell: CellContent; readonly linked: string };

function links({ rows }: Page): LinkedCell[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell?.link && isLinkedBeside(cell)
        ? [{ area: { top: r, left: c, bottom: r, right: c }, cell, linked: addressText(cell.link) }]
        : [],
    ),
  );
}

/** The bytes that a call on an area takes in a batch, and the calls that style an area. */
const [call, callsAnArea] = [160, 20];

/** About how much of a batch a page's looks take, in bytes. */
export function bytesOfLooks(page: Page): number {
  const areas = [...styledAreas(page).values()].flat().length;
  const calls =
    areas * callsAnArea +
    links(page).length * 4 +
    (page.choices.length + page.highlights.length) * 5 +
    (page.merges?.length ?? 0) * 3 +
    (page.charts?.length ?? 0) * 100 +
    page.widths.length * 4;
  return calls * call + bytesOf(formatGrid(page)?.grid ?? []) + bytesOf(page.choices);
}

/** Makes a table of an area, in the one look of our tables. */
export function addTable(sheet: Excel.Worksheet, { name, area }: NonNullable<Page["table"]>): void {
  lookOfTable(sheet.tables.add(sheet.getRange(areaName(area)), true), name);
}

/** Names a table, in the one look of our tables. */
export function lookOfTable(table: Excel.Table, name: string): void {
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
}

/**
 * How a page is printed. A computer without a printer refuses this, and nothing else must fail with
 * it.
 */
export function print(sheet: Excel.Worksheet, page: Page): void {
  const { pageLayout: layout, horizontalPageBreaks } = sheet;
  const { orientation, scale, titleRows, titleColumns, breaks, header } = printSetup(page);
  layout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.zoom = scale === undefined ? { horizontalFitToPages: 1 } : { scale };
  layout.headersFooters.defaultForAllPages.leftHeader = header;
  layout.headersFooters.defaultForAllPages.rightHeader = "&A";
  layout.headersFooters.defaultForAllPages.leftFooter = "&D";
  layout.headersFooters.defaultForAllPages.rightFooter = "&P/&N";
  if (titleRows !== undefined) layout.setPrintTitleRows(titleRows);
  if (titleColumns !== undefined) layout.setPrintTitleColumns(titleColumns);
  // A sheet that is written again has the breaks of the last time.
  horizontalPageBreaks.removePageBreaks();
  for (const row of breaks) horizontalPageBreaks.add(`A${row + 1}`);
}
