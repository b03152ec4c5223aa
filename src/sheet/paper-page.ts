/**
 * A paper as a worksheet that can be printed: headings, sentences over the whole width, tables below
 * each other. Everything on it is text; it is made anew at each writing and never read.
 */
import type { Block, Paper } from "../paper";
import type { Area, CellContent, Page } from "./port";

/** So wide is the sheet, in columns: what a table has more of stands further to the right. */
const columns = 6;
const widths = [26, 40, 26, 24, 22, 22];

/** @param name the sheet's; @param mark by which a later run knows it again */
export function paperPage({ title, banner, header, blocks }: Paper, name: string, mark: string): Page {
  const rows: CellContent[][] = [...(banner === undefined ? [] : [[{ value: banner, style: "bad" as const }]]), [{ value: title, style: "title" }], []];
  const merges: Area[] = [];
  const across = (content: CellContent) => {
    merges.push({ top: rows.length, left: 0, bottom: rows.length, right: columns - 1 });
    rows.push([content]);
  };
  for (const block of blocks) {
    for (const content of linesOf(block)) across(content);
    if (block.kind === "table") rows.push(block.columns.map((value): CellContent => ({ value, style: "header" })), ...block.rows.map((row) => row.map((value): CellContent => ({ value, style: "note" }))), []);
    if (block.kind === "list") rows.push([]);
  }
  const widest = Math.max(columns, ...blocks.map((block) => (block.kind === "table" ? block.columns.length : 0)));
  return {
    name, role: "result", mark, rows, merges, header,
    widths: [...widths, ...Array.from({ length: widest - columns }, () => 14)],
    hiddenColumns: [], freeze: { rows: 0, columns: 0 }, choices: [], highlights: [],
  };
}

/** What runs over the whole width. */
function linesOf(block: Block): CellContent[] {
  switch (block.kind) {
    case "heading":
      return [{ value: block.text, style: block.level === 1 ? "key-figure" : "label" }];
    case "text":
      return block.text.split("\n").map((value) => ({ value, style: block.look === "strong" ? "label" : block.look === "note" ? "guide" : "note" }));
    case "list":
      return block.items.map((item) => ({ value: `• ${item}`, style: "note" }));
    case "table":
      return [];
  }
}
