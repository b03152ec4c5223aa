/**
 * A paper as a worksheet that can be printed: headings, sentences over the whole width, tables
 * below each other, each with columns as wide as its texts ask for. Everything on it is text; it is
 * made anew at each writing and never read.
 */
import type { Block, Paper } from "../../content/paper";
import { characterWidth, columnWidths } from "../../content/column-widths";
import { isCaptionSeen } from "../../content/paper";
import type { Area, CellContent, Page } from "../workbook";
import { visiblePage } from "../visible-page";

/**
 * The grid that every table's columns are made of: narrow columns, joined as many as a text needs.
 */
const [grid, width] = [39, 4];

/** @param name the sheet's; @param mark by which a later run knows it again */
export function paperPage(
  { title, banner, header, blocks }: Paper,
  name: string,
  mark: string,
): Page {
  const head: CellContent[][] = [
    ...(banner === undefined ? [] : [[{ value: banner, style: "bad" as const }]]),
    [{ value: title, style: "title" }],
    [],
  ];
  const { rows, merges } = laidOut(blocks, head);
  const widest = Math.max(
    grid,
    ...blocks.map((block) => (block.kind === "table" ? block.columns.length : 0)),
  );
  return visiblePage({
    name,
    role: "result",
    mark,
    rows,
    merges,
    header,
    widths: Array.from({ length: widest }, () => width),
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
  });
}

type Merge = Area & { readonly across?: true };

/** The blocks below the head: sentences over the whole grid, tables in columns of it. */
function laidOut(
  blocks: readonly Block[],
  head: readonly CellContent[][],
): { readonly rows: CellContent[][]; readonly merges: Merge[] } {
  const rows = [...head];
  const merges: Merge[] = [];
  const across = (content: CellContent) => {
    merges.push({ top: rows.length, left: 0, bottom: rows.length, right: grid - 1 });
    rows.push([content]);
  };
  for (const [n, block] of blocks.entries()) {
    for (const content of linesOf(block)) across(content);
    if (block.kind === "table") {
      if (!isCaptionSeen(blocks, n)) across({ value: block.caption, style: "label" });
      const starts = startsOf(block.columns, block.rows);
      const top = rows.length;
      rows.push(
        placed(block.columns, starts, "header"),
        ...block.rows.map((row) => placed(row, starts, "note")),
      );
      merges.push(...columnMerges(starts, top, rows.length - 1));
    }
    if (block.kind === "table" || block.kind === "list") rows.push([]);
  }
  return { rows, merges };
}

/** The grid's columns joined for each column of a table, in each of its rows. */
function columnMerges(starts: readonly number[], top: number, bottom: number): Merge[] {
  return starts.flatMap((left, n) => {
    const right = (starts[n + 1] ?? Math.max(grid, left + 1)) - 1;
    return right > left ? [{ top, left, bottom, right, across: true as const }] : [];
  });
}

/** A row's texts, each in the first of the grid's columns that are joined for it. */
function placed(
  texts: readonly string[],
  starts: readonly number[],
  style: "header" | "note",
): CellContent[] {
  const row: CellContent[] = Array.from({ length: Math.max(grid, texts.length) }, () => ({
    style,
  }));
  for (const [n, value] of texts.entries()) row[starts[n] ?? n] = { value, style };
  return row;
}

/** The first of the grid's columns for each column of a table, as wide as its texts ask for. */
function startsOf(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wanted = columnWidths(columns, rows, grid * width * characterWidth).map(
    (each) => each / (width * characterWidth),
  );
  const spare = Math.max(0, grid - columns.length);
  const beyond = wanted.map((each) => Math.max(0, each - 1));
  const all = beyond.reduce((sum, each) => sum + each, 0);
  let taken = 0;
  return columns.map((_, n) => {
    const start = n + Math.round(all === 0 ? (spare * n) / columns.length : (spare * taken) / all);
    taken += beyond[n] ?? 0;
    return start;
  });
}

/** What runs over the whole width. */
function linesOf(block: Block): CellContent[] {
  switch (block.kind) {
    case "heading":
      return [{ value: block.text, style: block.level === 1 ? "key-figure" : "label" }];
    case "text":
      return block.text.split("\n").map((value) => ({
        value,
        style: block.look === "strong" ? "label" : block.look === "note" ? "guide" : "note",
      }));
    case "list":
      return block.items.map((item) => ({ value: `• ${item}`, style: "note" }));
    case "table":
      return [];
  }
}
