/**
 * A paper as a Word document: real headings, header rows that repeat on every page, the language
 * of the text, the case number and page numbers. The library is loaded only when a document is
 * made.
 */
import { pageNumberWords } from "../words/page-number";
import type { IPropertiesOptions, ISectionOptions } from "docx";
import { isCaptionSeen, isWide, staysWithNext } from "../content/paper";
import type { Paper } from "../content/paper";
import type { DocxLibrary } from "./docx-blocks";
import { docxBlock } from "./docx-blocks";
import { visibleInPaper } from "../content/visible-text";

/** The width of the text on an A4 page, in twentieths of a point. */
const textWidth = { portrait: 9638, landscape: 14570 };

/** @returns the bytes of a .docx */
export async function docx(paper: Paper): Promise<Uint8Array> {
  const library = await import("docx");
  const { title, language, maker, blocks } = paper;
  const { HeadingLevel, Paragraph, TextRun } = library;
  const isLandscape = isWide(paper);
  const document = new library.Document({
    title: visibleInPaper(title),
    creator: maker,
    styles: { default: defaultStyles(language) },
    sections: [
      {
        properties: { page: pageOf(isLandscape, library) },
        headers: { default: pageHeader(paper, library) },
        footers: { default: pageFooter(language, library) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun(visibleInPaper(title))],
          }),
          ...blocks.flatMap((block, n) =>
            docxBlock(block, library, {
              width: isLandscape ? textWidth.landscape : textWidth.portrait,
              isCaptionSeen: isCaptionSeen(blocks, n),
              staysWithNext: staysWithNext(blocks, n),
            }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await library.Packer.toArrayBuffer(document));
}

/** Sizes are in half-points, spacing in twentieths of a point. */
function defaultStyles(
  language: Paper["language"],
): NonNullable<NonNullable<IPropertiesOptions["styles"]>["default"]> {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: "1B1A19" },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    document: {
      run: {
        font: "Calibri",
        size: 21,
        language: { value: language === "sv" ? "sv-SE" : "en-GB" },
      },
      paragraph: { spacing: { after: 120 } },
    },
    heading1: heading(30, 320, 120),
    heading2: heading(25, 240, 100),
    heading3: heading(22, 200, 80),
    title: { run: { size: 38, bold: true } },
  };
}

/** A4 with margins of 2 cm, in twentieths of a point. */
function pageOf(
  isLandscape: boolean,
  { PageOrientation }: DocxLibrary,
): NonNullable<NonNullable<ISectionOptions["properties"]>["page"]> {
  return {
    size: {
      width: 11906,
      height: 16838,
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
  };
}

function pageHeader(
  { banner, header }: Paper,
  { Header, Paragraph, TextRun }: DocxLibrary,
): InstanceType<DocxLibrary["Header"]> {
  const line = (text: string, look: object) =>
    new Paragraph({ children: [new TextRun({ text: visibleInPaper(text), ...look })] });
  return new Header({
    children: [
      ...(banner === undefined ? [] : [line(banner, { bold: true, color: "A4262C" })]),
      line(header, { size: 18 }),
    ],
  });
}

function pageFooter(
  language: Paper["language"],
  { AlignmentType, Footer, PageNumber, Paragraph, TextRun }: DocxLibrary,
): InstanceType<DocxLibrary["Footer"]> {
  const [before, between] = pageNumberWords(language);
  const number = new TextRun({
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES],
    size: 18,
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [number] })],
  });
}
