/**
 * One of our pages laid on a worksheet of Excel: contents in pieces that fit in a request, then its
 * looks, drop-downs, charts and table in as few calls as there are kinds of cell. Text goes in as
 * text: through `formulas`, an apostrophe first keeps "=1+1" and "2026-03-02" what they are.
 */
import type { Area, CellContent, Chart, Page, StyleName } from "../../sheet/workbook";
import { addressText, cellName, mergedCells, quoted } from "../../sheet/workbook";
import { rowHeights } from "../xlsx/row-heights";
import { chartColours, signals, styles } from "../xlsx/styles";

/** Excel on the web takes 5 MB a request; a piece stays well below, in characters. */
const pieceSize = 1_500_000;

/** A list of areas in one call may be 8,192 characters long. */
const addressLimit = 8_000;

/** Some rows of a page, and how many characters they make. */
type Piece = {
  readonly top: number;
  readonly rows: readonly (readonly (CellContent | null)[])[];
  readonly size: number;
};

/** A page in pieces, each small enough for a request. */
export function pieces({ rows }: Page): Piece[] {
  const found: Piece[] = [];
  let [top, size] = [0, 0];
  for (const [n, row] of rows.entries()) {
    const own = row.reduce(
      (total, cell) => total + String(cell?.formula ?? cell?.value ?? "").length + 8,
      0,
    );
    if (size > 0 && size + own > pieceSize) {
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
 * What Excel is given for a cell. A link is an ordinary formula too: it lasts, and takes no call of
 * its own.
 */
export function input({ value, formula, link }: CellContent): string | number | boolean {
  if (formula !== undefined) return `=${formula}`;
  if (value === undefined || value === null || value === "") return "";
  if (link)
    return `=HYPERLINK("#${escaped(`${quoted(link.sheet)}!${cellName(link.row, link.column)}`)}","${escaped(String(value))}")`;
  return typeof value === "string" ? `'${value}` : value;
}

function escaped(text: string): string {
  return text.replaceAll('"', '""');
}

/**
 * Everything about a page but its contents and its printing. The sheet must be new, or cleared by
 * {@link bare}.
 */
export function dress(sheet: Excel.Worksheet, page: Page): void {
  // A link dresses its cell as a link and may touch its formula, so both are put right after it.
  for (const { area, cell, linked } of links(page)) {
    const range = sheet.getRange(areaName(area));
    range.hyperlink = { documentReference: linked };
    range.formulas = [[input(cell)]];
  }
  for (const { style, areas } of looks(page)) paint(sheet, areas, style);
  const formats = formatGrid(page);
  // In a grid, null leaves a cell as it is.
  if (formats) sheet.getRange(areaName(formats.area)).numberFormat = formats.grid;
  page.widths.forEach((width, n) => (column(sheet, n).format.columnWidth = points(width)));
  for (const n of page.hiddenColumns) column(sheet, n).columnHidden = true;
  freeze(sheet, page.freeze);
  for (const { area, values, source, message } of page.choices) {
    const { dataValidation } = sheet.getRange(areaName(area));
    // A rule that always holds: its message is for those who wonder, and stops nobody.
    dataValidation.rule =
      values || source !== undefined
        ? { list: { inCellDropDown: true, source: values ? values.join(",") : `=${source ?? ""}` } }
        : { custom: { formula: "=TRUE" } };
    if (message) dataValidation.prompt = { title: "", message, showPrompt: true };
  }
  for (const { area, formula, style } of page.highlights) {
    const { custom } = sheet.getRange(areaName(area)).conditionalFormats.add("Custom");
    custom.rule.formula = `=${formula}`;
    custom.format.fill.color = colour(signals[style].fill);
    custom.format.font.color = colour(signals[style].font);
  }
  fitRows(sheet, page);
  if (page.table) tabled(sheet, page.table);
  for (const each of page.charts ?? []) draw(sheet, each);
  sheet.showGridlines = page.role === "input";
  sheet.tabColor = page.role === "input" ? "#FFC83D" : "#0F6CBD";
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

/** Cells whose formula is kept and which are links beside it. */
function links({
  rows,
}: Page): { readonly area: Area; readonly cell: CellContent; readonly linked: string }[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell?.link && cell.formula !== undefined
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

/** Areas as lists that each fit in a call. */
function joined(areas: readonly Area[]): string[] {
  return areas.map(areaName).reduce<string[]>((lists, name) => {
    const last = lists.at(-1);
    if (last === undefined || last.length + name.length > addressLimit) return [...lists, name];
    return [...lists.slice(0, -1), `${last},${name}`];
  }, []);
}

function paint(sheet: Excel.Worksheet, areas: readonly Area[], name: StyleName): void {
  const { font, fill, alignment, border, protection } = styles[name];
  for (const address of joined(areas)) {
    const { format } = sheet.getRanges(address);
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
  }
  if (border) outline(sheet, areas, colour({ color: border.top?.color }));
}

/**
 * A line round every cell. Only an area of several rows, or columns, has lines inside it to set.
 */
function outline(sheet: Excel.Worksheet, areas: readonly Area[], line: string): void {
  const draw = (own: readonly Area[], ...sides: readonly Excel.BorderIndex[]) => {
    for (const address of joined(own)) {
      for (const side of sides) {
        const border = sheet.getRanges(address).format.borders.getItem(side);
        border.style = "Continuous";
        border.color = line;
      }
    }
  };
  const { edgeTop, edgeRight, edgeBottom, edgeLeft, insideHorizontal, insideVertical } =
    Excel.BorderIndex;
  draw(areas, edgeTop, edgeRight, edgeBottom, edgeLeft);
  draw(
    areas.filter(({ top, bottom }) => bottom > top),
    insideHorizontal,
  );
  draw(
    areas.filter(({ left, right }) => right > left),
    insideVertical,
  );
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

function tabled(sheet: Excel.Worksheet, { name, area }: NonNullable<Page["table"]>): void {
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
