/**
 * The blocks of a paper as paragraphs and tables of a Word document. It lays out what the paper
 * says and adds no text of its own.
 */
import type * as Docx from "docx";
import type { Block } from "../content/paper";
import { isShortList, rowStaysWithNext } from "../content/paper";
import { columnWidths } from "../content/column-widths";
import { visibleInPaper } from "../content/visible-text";

export type DocxLibrary = typeof Docx;

type DocxParagraph = InstanceType<DocxLibrary["Paragraph"]>;
type DocxTable = InstanceType<DocxLibrary["Table"]>;

/** Where a block stands: the width of the page's text, and the blocks around it. */
export type BlockSetting = {
  /** In twentieths of a point. */
  readonly width: number;
  /** The heading above already says what the table's caption says. */
  readonly isCaptionSeen: boolean;
  /** It stays on the page of what follows. */
  readonly staysWithNext: boolean;
};

/** Makes the paragraphs and tables of one block. */
export function docxBlock(
  block: Block,
  library: DocxLibrary,
  setting: BlockSetting,
): (DocxParagraph | DocxTable)[] {
  const { Paragraph } = library;
  switch (block.kind) {
    case "heading":
      return [headingParagraph(block, library)];
    case "text":
      return textParagraphs(block, library, setting.staysWithNext);
    case "list":
      return block.items.map(
        (item, n) =>
          new Paragraph({
            bullet: { level: 0 },
            keepNext: isShortList(block) && n < block.items.length - 1,
            children: lineRuns(item, {}, library),
          }),
      );
    case "table":
      // Word joins two tables that follow each other, so an empty paragraph ends each.
      return [
        ...(setting.isCaptionSeen ? [] : [captionParagraph(block.caption, library)]),
        tableOf(block, library, setting.width),
        new Paragraph({ children: [] }),
      ];
  }
}

const bold = { bold: true };
const italics = { italics: true };

/** The lines of a text in one paragraph; Word takes a line break inside a run for a space. */
function lineRuns(
  text: string,
  look: { readonly size?: number; readonly bold?: boolean },
  { TextRun }: DocxLibrary,
): InstanceType<DocxLibrary["TextRun"]>[] {
  return visibleInPaper(text)
    .split("\n")
    .map((line, n) => new TextRun({ text: line, ...(n > 0 ? { break: 1 } : {}), ...look }));
}

function headingParagraph(
  { level, text, startsPage }: Extract<Block, { kind: "heading" }>,
  { HeadingLevel, Paragraph, TextRun }: DocxLibrary,
): DocxParagraph {
  const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
  return new Paragraph({
    heading: levels[level - 1] ?? HeadingLevel.HEADING_3,
    ...(startsPage ? { pageBreakBefore: true } : {}),
    children: [new TextRun(visibleInPaper(text))],
  });
}

/** One paragraph for each line. */
function textParagraphs(
  { text, look }: Extract<Block, { kind: "text" }>,
  { Paragraph, TextRun }: DocxLibrary,
  keepNext: boolean,
): DocxParagraph[] {
  const style = look === "strong" ? bold : look === "note" ? italics : {};
  return text.split("\n").map(
    (line) =>
      new Paragraph({
        keepNext,
        children: [new TextRun({ text: visibleInPaper(line), ...style })],
      }),
  );
}

function captionParagraph(caption: string, { Paragraph, TextRun }: DocxLibrary): DocxParagraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text: visibleInPaper(caption), ...bold, size: 18 })],
  });
}

/** A row with a cell of this length may break across pages; a shorter row may not. */
const longCell = 600;

function tableOf(
  table: Extract<Block, { kind: "table" }>,
  library: DocxLibrary,
  width: number,
): DocxTable {
  const { columns, rows, figures = [] } = table;
  const { Table, TableLayoutType, TableRow, WidthType } = library;
  const widths = columnWidths(columns, rows, width);
  const cells = (texts: readonly string[], isHeader: boolean, keepNext: boolean) =>
    texts.map((text, n) =>
      tableCell(text, library, {
        width: widths[n] ?? 0,
        isFigure: figures.includes(n),
        isHeader,
        keepNext,
      }),
    );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(columns, true, true) }),
      ...rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: row.every(({ length }) => length < longCell),
            children: cells(row, false, rowStaysWithNext(table, n)),
          }),
      ),
    ],
  });
}

function tableCell(
  text: string,
  library: DocxLibrary,
  look: {
    readonly width: number;
    readonly isFigure: boolean;
    readonly isHeader: boolean;
    readonly keepNext: boolean;
  },
): InstanceType<DocxLibrary["TableCell"]> {
  const { AlignmentType, Paragraph, ShadingType, TableCell, WidthType } = library;
  const { width, isFigure, isHeader, keepNext } = look;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "E8EEF7" } } : {}),
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [
      new Paragraph({
        keepNext,
        spacing: { after: 0 },
        alignment: isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: lineRuns(text, { size: 18, ...(isHeader ? bold : {}) }, library),
      }),
    ],
  });
}
