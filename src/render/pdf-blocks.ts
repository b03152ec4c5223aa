/**
 * The blocks of a paper as tagged text on the pages of a PDF. It lays out what the paper says and
 * adds no text of its own.
 */
import type { Block } from "../content/paper";
import { isCaptionSeen, isShortList, staysWithNext } from "../content/paper";
import type { PdfOutline } from "./pdf-document";
import type { PageFlow, PdfElement } from "./pdf-page";
import { drawArtifact } from "./pdf-page";
import type { LaidTable } from "./pdf-table";
import { drawTable, keptTableHeight, layTable } from "./pdf-table";
import type { TextStyle } from "./pdf-text";
import { drawLines, linesOf, styles } from "./pdf-text";

/** How a text is tagged and drawn. */
type Look = {
  readonly tag: string;
  readonly style: TextStyle;
  /** It stays whole, on the page of what follows. */
  readonly keepsNext?: boolean;
  /** In points. */
  readonly indent?: number;
};

type LaidText = Look & { readonly lines: readonly string[] };

type Heading = Extract<Block, { kind: "heading" }>;

/** A block broken into lines. The spaces above and below are in points. */
type LaidBlock = {
  readonly before: number;
  readonly after: number;
  readonly heading?: Heading;
} & (
  | { readonly kind: "text"; readonly texts: readonly LaidText[] }
  | { readonly kind: "list"; readonly isWhole: boolean; readonly texts: readonly LaidText[] }
  | { readonly kind: "table"; readonly table: LaidTable }
);

/** Draws a paper's title and its blocks, one below the other. */
export function drawBlocks(title: string, blocks: readonly Block[], flow: PageFlow): void {
  const head = layText(title, { tag: "H1", style: styles.title, keepsNext: true }, flow);
  const laid: readonly LaidBlock[] = [
    { kind: "text", before: 0, after: 8, texts: [head] },
    ...blocks.map((_, n) => layBlock(blocks, n, flow)),
  ];
  const bookmarks: PdfOutline[] = [flow.document.outline];
  for (const [n, block] of laid.entries()) {
    if (block.heading?.startsPage && !flow.isAtTop) flow.startPage();
    flow.leave(block.before);
    flow.keep(keptHeight(laid, n, flow.height));
    if (block.heading) addBookmark(block.heading, bookmarks, flow);
    drawBlock(block, flow);
    flow.y += block.after;
  }
}

/**
 * Adds a bookmark below the last one of a higher level, which is folded; the library counts only
 * those below an open one.
 * @param open the last bookmark of each level, and before them the list itself
 */
function addBookmark(
  { level, text }: Heading,
  open: PdfOutline[],
  { document, y }: PageFlow,
): void {
  const depth = Math.min(level, open.length);
  const above = open[depth - 1];
  if (!above) return;
  const { outlineData } = above;
  outlineData.Count = (outlineData.Count ?? 0) + (depth === 1 ? 1 : -1);
  const added = above.addItem(text, { top: y, left: document.page.width });
  open.splice(depth, open.length, added);
}

function layText(text: string, look: Look, { document, width }: PageFlow): LaidText {
  return { ...look, lines: linesOf(text, look.style, width - (look.indent ?? 0), document) };
}

/** The style of a heading of each level, and the space above it. */
const headings = [
  { style: styles.heading1, before: 16 },
  { style: styles.heading2, before: 12 },
  { style: styles.heading3, before: 10 },
] as const;

function layBlock(blocks: readonly Block[], n: number, flow: PageFlow): LaidBlock {
  const block = blocks[n];
  if (!block) throw new Error("no block");
  switch (block.kind) {
    case "heading": {
      const { style, before } = headings[block.level - 1] ?? headings[2];
      // The paper's own title is the only first level.
      const look = { tag: `H${block.level + 1}`, style, keepsNext: true };
      const texts = [layText(block.text, look, flow)];
      return { kind: "text", before, after: 4, heading: block, texts };
    }
    case "text": {
      const keepsNext = staysWithNext(blocks, n);
      const look = { tag: "P", style: styles[block.look ?? "text"], keepsNext };
      return { kind: "text", before: 0, after: 6, texts: [layText(block.text, look, flow)] };
    }
    case "list": {
      const look = { tag: "LBody", style: styles.text, indent };
      const texts = block.items.map((item) => layText(item, look, flow));
      return { kind: "list", isWhole: isShortList(block), before: 0, after: 6, texts };
    }
    case "table": {
      const table = layTable(block, isCaptionSeen(blocks, n), flow.width, flow.document);
      return { kind: "table", before: 4, after: 12, table };
    }
  }
}

/** The indent of a list's text, in points. */
const indent = 14;

/**
 * The height that must be left of the page for a block to begin there: a heading with what follows,
 * the first lines of a text, the first row of a table.
 * @param page the height of the text on a page
 */
function keptHeight(laid: readonly LaidBlock[], n: number, page: number): number {
  const block = laid[n];
  if (!block) return 0;
  if (block.kind === "table") return keptTableHeight(block.table, page);
  if (block.kind === "list" && block.isWhole) return heightOf(block.texts);
  const [first] = block.texts;
  if (!first) return 0;
  const height = heightOf([first]);
  if (!first.keepsNext) return leastHeight(first);
  const next = laid[n + 1]?.before ?? 0;
  // What fills a page cannot stay whole with anything.
  return Math.min(page, height + block.after + next + keptHeight(laid, n + 1, page));
}

function heightOf(texts: readonly LaidText[]): number {
  return texts.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0);
}

/** The height of the lines that begin a text on a page: two, or three if one would be left. */
function leastHeight({ lines, style }: LaidText): number {
  return (lines.length <= 3 ? lines.length : 2) * style.leading;
}

function drawBlock(block: LaidBlock, flow: PageFlow): void {
  if (block.kind === "table") drawTable(block.table, flow);
  else if (block.kind === "list") drawList(block.texts, flow);
  else for (const text of block.texts) drawText(text, flow.root, flow);
}

/** The mark before an item is an artifact: that it is an item is said by its tag. */
function drawList(items: readonly LaidText[], flow: PageFlow): void {
  const { document, root } = flow;
  const list = document.struct("L");
  root.add(list);
  for (const [n, item] of items.entries()) {
    // The last item does not stand alone at the head of a page.
    const kept = n === items.length - 2 ? items.slice(n) : [item];
    flow.keep(kept.reduce((sum, own) => sum + leastHeight(own) + 2, 0));
    const place = { x: flow.left + 3, y: flow.y, width: indent };
    drawArtifact(document, "Layout", () => drawLines(["•"], item.style, place, document));
    const element = document.struct("LI");
    list.add(element);
    drawText(item, element, flow);
    flow.y += 2;
  }
  list.end();
}

/** Draws lines as one element, on as many pages as they need. */
function drawText(
  { tag, lines, style, indent: x = 0 }: LaidText,
  parent: PdfElement,
  flow: PageFlow,
): void {
  const element = flow.document.struct(tag);
  parent.add(element);
  let rest = lines;
  while (rest.length > 0) {
    const count = linesThatFit(rest.length, Math.floor(flow.room / style.leading));
    if (count > 0) {
      const place = { x: flow.left + x, width: flow.width - x };
      flow.draw(element, tag, { ...place, lines: rest.slice(0, count), style });
      flow.y += count * style.leading;
      rest = rest.slice(count);
    }
    if (rest.length > 0) flow.startPage();
  }
  element.end();
}

/** How many of some lines stand on a page with room for a number: two at least go to the next. */
function linesThatFit(count: number, fit: number): number {
  if (fit >= count) return count;
  return count - fit === 1 ? fit - 1 : fit;
}
