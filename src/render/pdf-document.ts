/**
 * An empty PDF/A-2a document for a paper: its fonts, its language, its metadata. The same paper gives
 * the same bytes on every machine. It draws nothing.
 */
import type Library from "pdfkit";
import type { Paper } from "../content/paper";
import { visibleInPaper } from "../content/visible-text";
import { fingerprint } from "../journal/fingerprint";

/** The bytes of the fonts' files, which must have the same characters. */
export type PaperFonts = {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
};

/** What the library has and its types do not name. */
type Unnamed = {
  /** Writes the document's description as XMP when the document ends. */
  _addInfo(): void;
  readonly outline: PdfOutline;
  struct(tag: string, options: { readonly scope: "Row" | "Column" }): PDFKit.PDFStructureElement;
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
};

export type PdfOutline = {
  /** `Count` is how many bookmarks stand below: negative where they are folded (ISO 32000-1, 12.3.3). */
  readonly outlineData: { Count?: number };
  /** @param place from the upper and the right edge of the page, in points */
  addItem(text: string, place: { readonly top: number; readonly left: number }): PdfOutline;
};

export type PdfDocument = typeof Library & Unnamed;

/** A4 with margins of 2 cm, in points. */
const margin = 56.7;

/** @param isWide whether the pages are in landscape */
export async function openDocument(
  paper: Paper,
  isWide: boolean,
  fonts: PaperFonts,
): Promise<PdfDocument> {
  const library = (await import("pdfkit")).default;
  const { maker, language, asOf } = paper;
  const title = visibleInPaper(paper.title);
  const document = new library({
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    displayTitle: true,
    lang: language === "sv" ? "sv-SE" : "en-GB",
    size: "A4",
    layout: isWide ? "landscape" : "portrait",
    margin,
    autoFirstPage: false,
    bufferPages: true,
    // Without a name the library loads no font that cannot be embedded.
    font: "",
    // The library makes the file's ID of these.
    info: {
      Title: title,
      Creator: maker,
      CreationDate: new Date(asOf ?? 0),
      Keywords: fingerprint(paper),
    },
  }) as PdfDocument;
  delete document.info.Keywords;
  if (asOf === undefined) delete document.info.CreationDate;
  document._addInfo = () => document.appendXML(descriptionOf(paper, title));
  for (const [name, bytes] of Object.entries(fonts)) document.registerFont(name, bytes);
  return document;
}

/** Title, language, program and date as XMP; the library's own does not escape a title. */
function descriptionOf({ maker, language, asOf }: Paper, title: string): string {
  const created =
    asOf === undefined
      ? ""
      : `<xmp:CreateDate>${new Date(asOf).toISOString().slice(0, 19)}Z</xmp:CreateDate>`;
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escaped(maker)}</xmp:CreatorTool>${created}
<pdf:Producer>PDFKit</pdf:Producer>
</rdf:Description>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Ends the document. @returns the bytes of the file */
export function bytesOf(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("error", reject);
    document.on("end", () => resolve(joined(chunks)));
    document.end();
  });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
