/**
 * The pages of a PDF as one column that blocks are put in from above, and what stands on every page:
 * case number, banner and page number. Those are artifacts, which a screen reader passes over.
 */
import { pageNumberWords } from "../words/page-number";
import type { Paper } from "../content/paper";
import type { PdfDocument } from "./pdf-document";
import type { TextStyle } from "./pdf-text";
import { drawLines, linesOf, styles } from "./pdf-text";

export type PdfElement = ReturnType<PdfDocument["struct"]>;

/** Lines in a style, and where they stand if not across the page where the next block begins. */
type Drawn = {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly isRight?: boolean;
};

/** Pages, and where the next block begins: in points from the upper left corner of the page. */
export class PageFlow {
  y: number;

  /**
   * @param document with its first page
   * @param top of the text on every page
   * @param root the element that blocks are put in
   */
  constructor(
    readonly document: PdfDocument,
    private readonly top: number,
    readonly root: PdfElement,
  ) {
    this.y = top;
  }

  get left(): number {
    return this.document.page.margins.left;
  }

  get width(): number {
    const { width, margins } = this.document.page;
    return width - margins.left - margins.right;
  }

  /** The height of the text on a page. */
  get height(): number {
    return this.bottom - this.top;
  }

  /** The height that is left of the page. */
  get room(): number {
    return this.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y === this.top;
  }

  private get bottom(): number {
    const { height, margins } = this.document.page;
    return height - margins.bottom;
  }

  startPage(): void {
    this.document.addPage();
    this.y = this.top;
  }

  /** Begins a page unless this much is left of it. */
  keep(height: number): void {
    if (height > this.room && !this.isAtTop) this.startPage();
  }

  /** Leaves a space, except at the head of a page. */
  leave(height: number): void {
    if (!this.isAtTop) this.y += height;
  }

  /** Draws lines as a part of an element. */
  draw(element: PdfElement, tag: string, drawn: Drawn): void {
    const { lines, style, x = this.left, y = this.y, width = this.width, isRight = false } = drawn;
    const content = this.document.markStructureContent(tag);
    drawLines(lines, style, { x, y, width, isRight }, this.document);
    this.document.endMarkedContent();
    element.add(content);
  }
}

/** Draws something that is no part of what the paper says. */
export function drawArtifact(
  document: PdfDocument,
  type: "Pagination" | "Layout",
  draw: () => void,
): void {
  document.markContent("Artifact", { type });
  draw();
  document.endMarkedContent();
}

/** Where the head of a page begins, and the space below it, in points. */
const [edge, gap] = [26, 12];

/** What stands on every page: the lines of its head. */
export type Furniture = {
  /** The words before and after the number of the page. */
  readonly number: readonly [before: string, between: string];
  readonly head: readonly { readonly lines: readonly string[]; readonly style: TextStyle }[];
  /** Where the text begins below the head, in points from the upper edge. */
  readonly top: number;
};

/** The head of every page of a paper. @param width of the text, in points */
export function furnitureOf(
  { header, banner = "", language }: Paper,
  width: number,
  document: PdfDocument,
): Furniture {
  const head = [
    { text: banner, style: styles.banner },
    { text: header, style: styles.furniture },
  ]
    .filter(({ text }) => text !== "")
    .map(({ text, style }) => ({ lines: linesOf(text, style, width, document), style }));
  const height = head.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0);
  return { number: pageNumberWords(language), head, top: edge + height + gap };
}

/** Draws the head and foot of every page, when their number is known. */
export function drawFurniture(
  { head, number: [before, between] }: Furniture,
  document: PdfDocument,
): void {
  const { count } = document.bufferedPageRange();
  for (let n = 0; n < count; n += 1) {
    const { width, height, margins } = document.switchToPage(n);
    const place = { x: margins.left, width: width - margins.left - margins.right };
    drawArtifact(document, "Pagination", () => {
      let y = edge;
      for (const { lines, style } of head) {
        drawLines(lines, style, { ...place, y }, document);
        y += lines.length * style.leading;
      }
      const number = [`${before}${n + 1}${between}${count}`];
      drawLines(number, styles.furniture, { ...place, y: height - 36, isRight: true }, document);
    });
  }
}
