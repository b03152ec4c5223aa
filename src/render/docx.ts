/**
 * A paper as a Word document: real headings, header rows that repeat on every page, the language of
 * the text, the case number and page numbers. The library comes when a document is asked for.
 */
import type * as Docx from "docx";
import { isCaptionSeen, longestWord } from "../content/paper";
import type { Block, Paper } from "../content/paper";
import { visibleInPaper } from "./visible-text";

type Library = typeof Docx;

/** @returns the bytes of a .docx */
export async function docx(paper: Paper): Promise<Uint8Array> {
  const library = await import("docx");
  const {
    AlignmentType,
    Document,
    Footer,
    Header,
    HeadingLevel,
    Packer,
    PageNumber,
    PageOrientation,
    Paragraph,
    TextRun,
  } = library;
  const { title, banner, language, maker, header, blocks } = paper;
  const widest = Math.max(
    1,
    ...blocks.map((each) => (each.kind === "table" ? each.columns.length : 1)),
  );
  const isWide = widest > 7;
  const whole = isWide ? textWidth.landscape : textWidth.portrait;
  const line = (of: string, more: object = {}) =>
    new Paragraph({ children: [new TextRun({ text: visibleInPaper(of), ...more })] });
  const document = new Document({
    title: visibleInPaper(title),
    creator: maker,
    styles: {
      default: {
        document: {
          run: {
            font: "Calibri",
            size: 21,
            language: { value: language === "sv" ? "sv-SE" : "en-GB" },
          },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: {
          run: { size: 30, bold: true, color: "1B1A19" },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { size: 25, bold: true, color: "1B1A19" },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
        heading3: {
          run: { size: 22, bold: true, color: "1B1A19" },
          paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
        },
        title: { run: { size: 38, bold: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11906,
              height: 16838,
              orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        headers: {
          default: new Header({
            children: [
              ...(banner === undefined ? [] : [line(banner, { bold: true, color: "A4262C" })]),
              line(header, { size: 18 }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES],
                    size: 18,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun(visibleInPaper(title))],
          }),
          ...blocks.flatMap((block, n) =>
            blockParts(block, library, whole, {
              isSeen: isCaptionSeen(blocks, n),
              isAboveTable: blocks[n + 1]?.kind === "table",
            }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const strong = { bold: true };
const slanted = { italics: true };

function blockParts(
  block: Block,
  library: Library,
  whole: number,
  { isSeen, isAboveTable }: { readonly isSeen: boolean; readonly isAboveTable: boolean },
): (InstanceType<Library["Paragraph"]> | InstanceType<Library["Table"]>)[] {
  const { HeadingLevel, Paragraph, TextRun } = library;
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading:
            [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][
              block.level - 1
            ] ?? HeadingLevel.HEADING_3,
          children: [new TextRun(visibleInPaper(block.text))],
        }),
      ];
    case "text":
      return block.text.split("\n").map(
        (line) =>
          new Paragraph({
            keepNext: isAboveTable,
            children: [
              new TextRun({
                text: visibleInPaper(line),
                ...(block.look === "strong" ? strong : block.look === "note" ? slanted : {}),
              }),
            ],
          }),
      );
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({ bullet: { level: 0 }, children: [new TextRun(visibleInPaper(item))] }),
      );
    case "table":
      // Two tables in a row would be one to Word.
      return [
        ...(isSeen
          ? []
          : [
              new Paragraph({
                keepNext: true,
                spacing: { before: 120, after: 60 },
                children: [
                  new TextRun({ text: visibleInPaper(block.caption), ...strong, size: 18 }),
                ],
              }),
            ]),
        tablePart(block, library, whole),
        new Paragraph({ children: [] }),
      ];
  }
}

/** The text width of a page that stands, and of one that lies, in twentieths of a point. */
const textWidth = { portrait: 9638, landscape: 14570 };

/** What a character and a cell's margins take at the size that tables are set in. */
const [character, margins] = [128, 190];

/**
 * No word is broken that has room; what is left of the width goes to the columns with the longest
 * texts.
 */
function widthsOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  whole: number,
): number[] {
  const texts = columns.map((title, n) => [title, ...rows.map((row) => row[n] ?? "")]);
  const least = texts.map(
    (own) => margins + character * Math.min(16, Math.max(2, ...own.map(longestWord))),
  );
  const wanted = texts.map(
    (own) => margins + character * Math.min(70, Math.max(2, ...own.map(({ length }) => length))),
  );
  const needed = least.reduce((sum, each) => sum + each, 0);
  if (needed >= whole) return least.map((each) => Math.floor((whole * each) / needed));
  const lacking = wanted.map((each, n) => Math.max(0, each - (least[n] ?? 0)));
  const total = lacking.reduce((sum, each) => sum + each, 0);
  return least.map(
    (each, n) =>
      each + (total === 0 ? 0 : Math.floor(((whole - needed) * (lacking[n] ?? 0)) / total)),
  );
}

function tablePart(
  { columns, rows, figures = [] }: Extract<Block, { kind: "table" }>,
  {
    AlignmentType,
    Paragraph,
    ShadingType,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    WidthType,
  }: Library,
  whole: number,
): InstanceType<Library["Table"]> {
  const widths = widthsOf(columns, rows, whole);
  const cell = (text: string, n: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[n] ?? 0, type: WidthType.DXA },
      ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "E8EEF7" } } : {}),
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: figures.includes(n) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [
            new TextRun({ text: visibleInPaper(text), size: 18, ...(isHeader ? strong : {}) }),
          ],
        }),
      ],
    });
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((each, n) => cell(each, n, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.every((each) => each.length < 600),
            children: row.map((each, n) => cell(each, n, false)),
          }),
      ),
    ],
  });
}
