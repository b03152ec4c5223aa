/**
 * A table in a PDF: its header row again at the head of every page, rows that stay whole, and every
 * cell tagged. It lays out what the paper says and adds no text of its own.
 */
import type { Block } from "../content/paper";
import { rowStaysWithNext } from "../content/paper";
import { columnWidths } from "../content/column-widths";
import type { PdfDocument } from "./pdf-document";
import type { PageFlow, PdfElement } from "./pdf-page";
import { drawArtifact } from "./pdf-page";
import type { TextStyle } from "./pdf-text";
import { drawLines, linesOf, styles, widthOf } from "./pdf-text";

type Table = Extract<Block, { kind: "table" }>;

/** A row broken into lines: those of each cell, and the height of them all in points. */
type LaidRow = {
  readonly cells: readonly (readonly string[])[];
  readonly style: TextStyle;
  readonly height: number;
  /** It stays on the page of the next row. */
  readonly keepsNext: boolean;
};

/** A table broken into lines, before anyone knows where its pages end. */
export type LaidTable = {
  readonly caption: readonly string[];
  readonly title: string;
  readonly widths: readonly number[];
  readonly figures: readonly number[];
  readonly header: LaidRow;
  readonly rows: readonly LaidRow[];
};

/** The space inside a cell: to the sides, and above and below. */
const [side, above] = [4, 2.5];

/** Twentieths of a point, in which the widths of columns are counted. */
const twentieths = 20;

/** Lays out a table over a width in points. @param isCaptionSeen its heading already says it */
export function layTable(
  table: Table,
  isCaptionSeen: boolean,
  width: number,
  document: PdfDocument,
): LaidTable {
  const { caption, columns, rows, figures = [] } = table;
  const sizeOf = (text: string) => twentieths * widthOf(text, styles.headerCell, document);
  const widths = columnWidths(columns, rows, twentieths * width, sizeOf).map(
    (size) => size / twentieths,
  );
  const row = (texts: readonly string[], style: TextStyle, keepsNext: boolean): LaidRow => {
    const cells = widths.map((own, n) => linesOf(texts[n] ?? "", style, own - 2 * side, document));
    const most = Math.max(1, ...cells.map(({ length }) => length));
    return { cells, style, height: most * style.leading + 2 * above, keepsNext };
  };
  return {
    caption: isCaptionSeen ? [] : linesOf(caption, styles.caption, width, document),
    title: caption,
    widths,
    figures,
    header: row(columns, styles.headerCell, true),
    rows: rows.map((texts, n) => row(texts, styles.cell, rowStaysWithNext(table, n))),
  };
}

/** The height of what may not be parted: caption, header row and the first rows. */
export function keptTableHeight({ caption, header, rows }: LaidTable, page: number): number {
  return captionHeight(caption) + header.height + keptRowsHeight(rows, 0, page);
}

/** The height of a row and of those that stay with it, up to two thirds of a page. */
function keptRowsHeight(rows: readonly LaidRow[], n: number, page: number): number {
  const row = rows[n];
  if (!row) return 0;
  const own = row.height > longRow(page) ? 3 * row.style.leading + 2 * above : row.height;
  const kept = row.keepsNext ? own + keptRowsHeight(rows, n + 1, page) : own;
  return kept > (2 * page) / 3 ? own : kept;
}

/** A row higher than this may break across pages; a lower one may not. */
function longRow(page: number): number {
  return page / 3;
}

function captionHeight(caption: readonly string[]): number {
  return caption.length === 0 ? 0 : caption.length * styles.caption.leading + 3;
}

export function drawTable(table: LaidTable, flow: PageFlow): void {
  const { document } = flow;
  flow.keep(keptTableHeight(table, flow.height));
  const element = document.struct("Table", { title: table.title });
  flow.root.add(element);
  if (table.caption.length > 0) {
    const caption = document.struct("Caption");
    element.add(caption);
    flow.draw(caption, "Caption", { lines: table.caption, style: styles.caption });
    flow.y += captionHeight(table.caption);
  }
  const [head, body] = [document.struct("THead"), document.struct("TBody")];
  element.add(head).add(body);
  drawRow(table, table.header, flow, rowCells(table, head, flow, true));
  for (const n of table.rows.keys()) drawBodyRow(table, n, body, flow);
  element.end();
}

/** Draws a row where there is room for it: a low row whole, a high one in parts. */
function drawBodyRow(table: LaidTable, n: number, body: PdfElement, flow: PageFlow): void {
  const row = table.rows[n];
  if (!row) return;
  if (keptRowsHeight(table.rows, n, flow.height) > flow.room) startPageBelowHeader(table, flow);
  const cells = rowCells(table, body, flow, false);
  let rest = row;
  while (rest.height > flow.room) {
    const most = Math.max(1, Math.floor((flow.room - 2 * above) / row.style.leading));
    drawRow(table, linesOfRow(rest, 0, most), flow, cells);
    rest = linesOfRow(rest, most);
    startPageBelowHeader(table, flow);
  }
  drawRow(table, rest, flow, cells);
}

/** A part of a row, by lines. */
function linesOfRow(row: LaidRow, from: number, to?: number): LaidRow {
  const { cells, style, height } = row;
  const count = Math.round((height - 2 * above) / style.leading);
  const lines = (to === undefined ? count : Math.min(to, count)) - from;
  return {
    ...row,
    cells: cells.map((cell) => cell.slice(from, to)),
    height: lines * style.leading + 2 * above,
  };
}

/** Begins a page with the header row again, which is read aloud only where it stands first. */
function startPageBelowHeader(table: LaidTable, flow: PageFlow): void {
  flow.startPage();
  drawGround(table, table.header, flow);
  drawArtifact(flow.document, "Pagination", () => {
    for (const { lines, style, ...place } of cellPlaces(table, table.header, flow))
      drawLines(lines, style, place, flow.document);
  });
  flow.y += table.header.height;
}

/** An element for each cell of a row; the first cell of a row names it. */
function rowCells(
  { widths }: LaidTable,
  parent: PdfElement,
  { document }: PageFlow,
  isHeader: boolean,
): PdfCell[] {
  const row = document.struct("TR");
  parent.add(row);
  return widths.map((_, n) => {
    const tag = isHeader || n === 0 ? "TH" : "TD";
    const element =
      tag === "TH"
        ? document.struct(tag, { scope: isHeader ? "Column" : "Row" })
        : document.struct(tag);
    row.add(element);
    return { tag, element };
  });
}

type PdfCell = { readonly tag: string; readonly element: PdfElement };

/** Draws lines of a row, tagged as its cells, and goes below them. */
function drawRow(table: LaidTable, row: LaidRow, flow: PageFlow, cells: readonly PdfCell[]): void {
  drawGround(table, row, flow);
  for (const [n, drawn] of cellPlaces(table, row, flow).entries()) {
    const cell = cells[n];
    if (cell && drawn.lines.some((line) => line !== "")) flow.draw(cell.element, cell.tag, drawn);
  }
  flow.y += row.height;
}

/** The lines of each cell, and where they stand. */
function cellPlaces({ widths, figures }: LaidTable, { cells, style }: LaidRow, flow: PageFlow) {
  let x = flow.left;
  return widths.map((width, n) => {
    const place = { x: x + side, y: flow.y + above, width: width - 2 * side };
    x += width;
    return { ...place, lines: cells[n] ?? [], style, isRight: figures.includes(n) };
  });
}

/** The rule below a row, and the ground of the header row. */
function drawGround({ widths, header }: LaidTable, row: LaidRow, flow: PageFlow): void {
  const { document, left, y } = flow;
  const width = widths.reduce((sum, own) => sum + own, 0);
  drawArtifact(document, "Layout", () => {
    if (row === header) document.rect(left, y, width, row.height).fill("#e8eef7");
    document
      .moveTo(left, y + row.height)
      .lineTo(left + width, y + row.height)
      .lineWidth(0.5)
      .stroke("#8a8886");
  });
}
