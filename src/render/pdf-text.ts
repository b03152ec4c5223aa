/**
 * Text in a PDF: its styles, its lines, and the characters that the fonts have. A character that no
 * font has is shown by its number; nothing is left out.
 */
import { visibleInPaper } from "../content/visible-text";
import { breakLines } from "./line-breaks";
import type { PaperFonts, PdfDocument } from "./pdf-document";

/** Sizes are in points; `leading` is from one line to the next. */
export type TextStyle = {
  readonly font: keyof PaperFonts;
  readonly size: number;
  readonly leading: number;
  readonly color?: string;
};

export const styles = {
  title: { font: "bold", size: 18, leading: 22 },
  heading1: { font: "bold", size: 14, leading: 17.5 },
  heading2: { font: "bold", size: 11.5, leading: 15 },
  heading3: { font: "bold", size: 10.5, leading: 14 },
  text: { font: "regular", size: 10.5, leading: 14 },
  strong: { font: "bold", size: 10.5, leading: 14 },
  note: { font: "italic", size: 10.5, leading: 14 },
  caption: { font: "bold", size: 9.5, leading: 12.5 },
  cell: { font: "regular", size: 9, leading: 11.5 },
  headerCell: { font: "bold", size: 9, leading: 11.5 },
  furniture: { font: "regular", size: 8.5, leading: 11 },
  banner: { font: "bold", size: 9.5, leading: 12, color: "#a4262c" },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** The color of text without one of its own. */
const ink = "#1b1a19";

/** Chooses the style for what is measured or drawn next. */
function choose({ font, size, color = ink }: TextStyle, document: PdfDocument): void {
  document.font(font).fontSize(size).fillColor(color);
}

/** The lines of a text in a style. @param width in points */
export function linesOf(
  text: string,
  style: TextStyle,
  width: number,
  document: PdfDocument,
): string[] {
  choose(style, document);
  return breakLines(printable(text, document), width, (part) => document.widthOfString(part));
}

/** The width of a text on one line, in points. */
export function widthOf(text: string, style: TextStyle, document: PdfDocument): number {
  choose(style, document);
  return document.widthOfString(printable(text, document));
}

/** Where lines are drawn: the top left corner of the first, and the width they were broken for. */
export type TextPlace = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isRight?: boolean;
};

export function drawLines(
  lines: readonly string[],
  style: TextStyle,
  { x, y, width, isRight = false }: TextPlace,
  document: PdfDocument,
): void {
  choose(style, document);
  for (const [n, line] of lines.entries()) {
    // The fonts draw both spaces as one sign, which a reader of the file would take for the first.
    const drawn = line.replaceAll("\u00a0", " ");
    const start = isRight ? x + width - document.widthOfString(drawn.trimEnd()) : x;
    // Capital letters stand in the middle of their line.
    const baseline = y + n * style.leading + style.leading / 2 + 0.33 * style.size;
    document.text(drawn, start, baseline, { lineBreak: false, baseline: "alphabetic" });
  }
}

/** A text in characters that the fonts have. A soft hyphen is none: it shows only where a word breaks. */
function printable(text: string, document: PdfDocument): string {
  return visibleInPaper(text)
    .normalize("NFC")
    .replaceAll("\t", " ")
    .replaceAll("\u00ad", "")
    .replace(/[^\n]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return document._font.font.hasGlyphForCodePoint(code)
        ? character
        : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
    });
}
