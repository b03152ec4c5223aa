/**
 * One of our pages laid on a worksheet of Excel: contents in pieces that fit in a request, then its
 * looks, drop-downs, charts and table. Every area is asked for by itself: a list of areas is taken
 * apart at the list separator of the user's computer, which is a semicolon in Sweden.
 */
import type { Area, CellContent, Chart, Choice, Page, StyleName } from "../../sheet/workbook";
import { addressText, cellName } from "../../sheet/cell-address";
import { mergedCells } from "../../sheet/workbook";
import { rowHeights } from "../xlsx/row-heights";
import { chartColours, signals, styles } from "../xlsx/styles";
import { input, isLinkedBeside } from "./cell-input";
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
    const own = bytesOf(row.map((cell) => (cell ? input(cell) : "")));
    if (size > 0 && size + own > mostBytes) {
      found.push({ top, rows: rows.slice(top, n), size });
      [top, size] = [n, 0];
    }
    size += own;
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
 * cleared by {@link bare}.
 * @param waits a cell that has to wait, because a sheet that it names is not there yet
 */
export function dress(
  sheet: Excel.Worksheet,
  page: Page,
  waits: (cell: CellContent) => boolean,
): void {
  for (const each of links(page)) if (!waits(each.cell)) linkCell(sheet, each);
  for (const { style, areas } of looks(page)) paint(sheet, areas, style);
  const formats = formatGrid(page);
  // In a grid, null leaves a cell as it is.
  if (formats) sheet.getRange(areaName(formats.area)).numberFormat = formats.grid;
  page.widths.forEach((width, n) => (column(sheet, n).format.columnWidth = points(width)));
  for (const n of page.hiddenColumns) column(sheet, n).columnHidden = true;
  freeze(sheet, page.freeze);
  for (const choice of page.choices) choose(sheet, choice);
  for (const { area, formula, style } of page.highlights) {
    const { custom } = sheet.getRange(areaName(area)).conditionalFormats.add("Custom");
    custom.rule.formula = `=${formula}`;
    custom.format.fill.color = colour(signals[style].fill);
    custom.format.font.color = colour(signals[style].font);
  }
  fitRows(sheet, page);
  for (const each of page.charts ?? []) draw(sheet, each);
  sheet.showGridlines = page.role === "input";
  sheet.tabColor = page.role === "input" ? "#FFC83D" : "#0F6CBD";
}

/** Links the cells that {@link dress} let wait. */
export function linkWaiting(
  sheet: Excel.Worksheet,
  page: Page,
  waits: (cell: CellContent) => boolean,
): void {
  for (const each of links(page)) {
    if (!waits(each.cell)) continue;
    linkCell(sheet, each);
    const { style, format } = each.cell;
    if (style) paint(sheet, [each.area], style);
    if (format !== undefined) sheet.getRange(areaName(each.area)).numberFormat = [[format]];
  }
}

/** A link dresses its cell as a link and may touch its contents, so both are put right after it. */
function linkCell(sheet: Excel.Worksheet, { area, cell, linked }: LinkedCell): void {
  const range = sheet.getRange(areaName(area));
  range.hyperlink = { documentReference: linked };
  range.formulas = [[input(cell)]];
}

/**
 * What is offered in cells. Words that Excel would take apart at a comma, or refuse for their
 * length, are said in the message instead: the same may be entered, as long as it is typed.
 */
export function choose(sheet: Excel.Worksheet, { area, values, source, message }: Choice): void {
  const { dataValidation } = sheet.getRange(areaName(area));
  const list = values && isList(values) ? values.join(",") : undefined;
  // A rule that always holds: its message is for those who wonder, and stops nobody. No name of a
  // value or a function is in it, since desktop Excel reads a rule in the user's language (SANT).
  dataValidation.rule =
    list !== undefined || source !== undefined
      ? { list: { inCellDropDown: true, source: list ?? `=${source ?? ""}` } }
      : { custom: { formula: "=1=1" } };
  const told = message ?? (list === undefined ? values?.join("\n") : undefined);
  if (told) dataValidation.prompt = { title: "", message: shortened(told), showPrompt: true };
}

function isList(values: readonly string[]): boolean {
  return (
    values.every((each) => !each.includes(",")) && values.join(",").length <= longestOfValidation
  );
}

function shortened(text: string): string {
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

/** Takes off a sheet of ours everything that a page puts on it. The sheet must not be protected. */
export function bare(
  sheet: Excel.Worksheet,
  charts: readonly Excel.Chart[],
  tables: readonly Excel.Table[],
): void {
  for (const chart of charts) chart.delete();
  for (const table of tables) table.convertToRange();
  const all = sheet.getRange();
  all.conditionalFormats.clearAll();
  all.unmerge();
  all.clear();
  sheet.freezePanes.unfreeze();
}

function column(sheet: Excel.Worksheet, n: number): Excel.Range {
  return sheet.getRangeByIndexes(0, n, 1, 1).getEntireColumn();
}

/**
 * A column's width in characters as Excel's points: seven pixels a digit, five of margin, at 96
 * dots an inch.
 */
function points(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

/** Cells of one style together. */
function looks(page: Page): { readonly style: StyleName; readonly areas: readonly Area[] }[] {
  return [...grouped(page, (cell) => cell.style)].map(([style, areas]) => ({
    style: style as StyleName,
    areas,
  }));
}

/** The number formats in one grid over the cells that have any. */
function formatGrid({
  rows,
}: Page): { readonly area: Area; readonly grid: (string | null)[][] } | undefined {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell?.format === undefined ? [] : [{ r, c }])),
  );
  if (cells.length === 0) return undefined;
  const [top, bottom] = [cells[0]?.r ?? 0, cells.at(-1)?.r ?? 0];
  const [left, right] = cells.reduce(
    ([least, most], { c }) => [Math.min(least, c), Math.max(most, c)],
    [Infinity, 0],
  );
  const grid = Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => rows[top + r]?.[left + c]?.format ?? null),
  );
  return { area: { top, left, bottom, right }, grid };
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

/**
 * The cells that share a property, as rectangles: stretches of a row, joined with the same stretch
 * right above.
 */
function grouped(
  { rows }: Page,
  of: (cell: CellContent) => string | undefined,
): Map<string, Area[]> {
  const found = new Map<string, Area[]>();
  const open = new Map<string, { area: Area; readonly at: number }>();
  for (const [r, row] of rows.entries()) {
    for (let left = 0; left < row.length; left++) {
      const cell = row[left];
      const key = cell ? of(cell) : undefined;
      if (key === undefined) continue;
      let right = left;
      for (let next = row[right + 1]; next && of(next) === key; next = row[right + 1]) right += 1;
      const areas = found.get(key) ?? [];
      const stretch = `${left} ${right} ${key}`;
      const above = open.get(stretch);
      const isRightBelow = above?.area.bottom === r - 1;
      const area = { top: isRightBelow ? above.area.top : r, left, bottom: r, right };
      const at = isRightBelow ? above.at : areas.length;
      areas[at] = area;
      open.set(stretch, { area, at });
      found.set(key, areas);
      left = right;
    }
  }
  return found;
}

function paint(sheet: Excel.Worksheet, areas: readonly Area[], name: StyleName): void {
  const { font, fill, alignment, border, protection } = styles[name];
  for (const area of areas) {
    const { format } = sheet.getRange(areaName(area));
    if (font?.bold) format.font.bold = true;
    if (font?.italic) format.font.italic = true;
    if (font?.underline) format.font.underline = "Single";
    if (font?.size !== undefined) format.font.size = font.size;
    if (font?.color) format.font.color = colour({ color: font.color });
    if (fill) format.fill.color = colour(fill);
    if (alignment?.vertical === "top") format.verticalAlignment = "Top";
    if (alignment?.horizontal === "right") format.horizontalAlignment = "Right";
    if (alignment?.wrapText) format.wrapText = true;
    if (protection?.locked === false) format.protection.locked = false;
    if (border) outline(format, area, colour({ color: border.top?.color }));
  }
}

/**
 * A line round every cell. Only an area of several rows, or columns, has lines inside it to set.
 */
function outline({ borders }: Excel.RangeFormat, area: Area, line: string): void {
  const { edgeTop, edgeRight, edgeBottom, edgeLeft, insideHorizontal, insideVertical } =
    Excel.BorderIndex;
  const sides = [
    edgeTop,
    edgeRight,
    edgeBottom,
    edgeLeft,
    ...(area.bottom > area.top ? [insideHorizontal] : []),
    ...(area.right > area.left ? [insideVertical] : []),
  ];
  for (const side of sides) {
    const border = borders.getItem(side);
    border.style = "Continuous";
    border.color = line;
  }
}

/** What a call on an area costs in a batch, in bytes, and how many calls an area is dressed by. */
const [call, callsAnArea] = [160, 20];

/** About how much of a batch a page's looks take, in bytes. */
export function bytesOfLooks(page: Page): number {
  const areas = looks(page).reduce((sum, { areas: own }) => sum + own.length, 0);
  const calls =
    areas * callsAnArea +
    links(page).length * 4 +
    (page.choices.length + page.highlights.length) * 5 +
    (page.merges?.length ?? 0) * 3 +
    (page.charts?.length ?? 0) * 100 +
    page.widths.length * 4;
  return calls * call + bytesOf(formatGrid(page)?.grid ?? []) + bytesOf(page.choices);
}

type Coloured =
  { readonly color?: unknown; readonly fgColor?: unknown; readonly bgColor?: unknown } | undefined;

/**
 * "#0F548C" of a font, a fill or a conditional fill, which each have their colour under another
 * name.
 */
function colour(of: object | undefined): string {
  const { color, fgColor, bgColor } = (of ?? {}) as NonNullable<Coloured>;
  return `#${((color ?? fgColor ?? bgColor) as { readonly rgb?: string } | undefined)?.rgb ?? "000000"}`;
}

export function tabled(sheet: Excel.Worksheet, { name, area }: NonNullable<Page["table"]>): void {
  const table = sheet.tables.add(sheet.getRange(areaName(area)), true);
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
}

function draw(sheet: Excel.Worksheet, { kind, title, categories, series, anchor }: Chart): void {
  const [first, ...others] = series;
  if (!first) return;
  const type = ({ bar: "BarClustered", "stacked-bar": "BarStacked", line: "Line" } as const)[kind];
  const chart = sheet.charts.add(type, sheet.getRange(areaName(first.values)), "Columns");
  const palette = kind === "stacked-bar" ? chartColours : chartColours.slice(1);
  const lines = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  for (const [n, line] of lines.entries()) {
    const { name, values } = series[n] ?? first;
    line.name = name;
    line.setValues(sheet.getRange(areaName(values)));
    line.setXAxisValues(sheet.getRange(areaName(categories)));
    const shade = `#${palette[n % palette.length] ?? "0072B2"}`;
    if (kind === "line") line.format.line.color = shade;
    else line.format.fill.setSolidColor(shade);
  }
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  chart.legend.position = "Bottom";
  if (kind !== "line") {
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.tickLabelPosition = "Low";
  }
  chart.setPosition(
    sheet.getRangeByIndexes(anchor.top, anchor.left, 1, 1),
    sheet.getRangeByIndexes(anchor.bottom, anchor.right, 1, 1),
  );
}

/**
 * How a page is printed. A computer without a printer refuses this, and nothing else must fail with
 * it.
 */
export function print(
  { pageLayout: layout }: Excel.Worksheet,
  { header, table, widths }: Page,
): void {
  layout.orientation =
    widths.reduce((total, each) => total + each, 0) > 90 ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.zoom = { horizontalFitToPages: 1 };
  // In a header "&" starts a code.
  layout.headersFooters.defaultForAllPages.leftHeader = header.replaceAll("&", "&&");
  layout.headersFooters.defaultForAllPages.rightHeader = "&A";
  layout.headersFooters.defaultForAllPages.leftFooter = "&D";
  layout.headersFooters.defaultForAllPages.rightFooter = "&P/&N";
  if (table) layout.setPrintTitleRows(`$${table.area.top + 1}:$${table.area.top + 1}`);
}

export function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
