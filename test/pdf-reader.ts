/**
 * Reads a PDF back with Mozilla's PDF.js: what a screen reader reads aloud, what it passes over, and
 * what the file says of itself. It draws no page.
 */
import type * as PdfJs from "pdfjs-dist";

type PdfPage = Awaited<ReturnType<Awaited<PdfJs.PDFDocumentLoadingTask["promise"]>["getPage"]>>;
type StructureNode = Awaited<ReturnType<PdfPage["getStructTree"]>>;

/** A page's text: with its tags from the outermost to its own, in reading order; and the rest. */
export type ReadPage = {
  /** In points. */
  readonly width: number;
  readonly tagged: readonly (readonly [tags: string, text: string])[];
  readonly artifacts: readonly string[];
  /** Text that is neither read aloud nor passed over by intent. */
  readonly untagged: readonly string[];
  /** Fonts that are not in the file. */
  readonly missingFonts: readonly string[];
};

export async function readPdf(bytes: Uint8Array) {
  const file = await open(bytes);
  const { info, metadata } = await file.getMetadata();
  const pages: ReadPage[] = [];
  for (let n = 1; n <= file.numPages; n += 1) pages.push(await readPage(await file.getPage(n)));
  const read = {
    info: info as Readonly<Record<string, unknown>>,
    xmp: String(metadata.getRaw()),
    isMarked: (await file.getMarkInfo())?.Marked ?? false,
    bookmarks: bookmarksOf(await file.getOutline()),
    pages,
  };
  await file.destroy();
  return read;
}

/** PDF.js asks for what only a drawing needs. */
async function open(bytes: Uint8Array) {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    Object.assign(globalThis, { [name]: Object });
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

async function readPage(page: PdfPage): Promise<ReadPage> {
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true });
  const [texts, artifacts, untagged] = [new Map<string, string>(), [""], [""]];
  const open: string[] = [];
  for (const item of items) {
    if ("type" in item) {
      const { type, tag, id } = item as { type: string; tag?: string; id: string };
      if (type === "endMarkedContent") open.pop();
      else open.push(tag === "Artifact" ? "artifact" : id);
      if (tag === "Artifact") artifacts.push("");
    } else {
      const text = item.str + (item.hasEOL ? "\n" : "");
      const at = open.at(-1);
      if (at === undefined) untagged.push(text);
      else if (at === "artifact") artifacts.push((artifacts.pop() ?? "") + text);
      else texts.set(at, (texts.get(at) ?? "") + text);
    }
  }
  await page.getOperatorList();
  return {
    width: page.view[2] ?? 0,
    tagged: taggedTexts(await page.getStructTree(), [], texts),
    artifacts: artifacts.map(onOneLine).filter((text) => text !== ""),
    untagged: untagged.map(onOneLine).filter((text) => text !== ""),
    missingFonts: Object.keys(styles).filter(
      (font) => (page.commonObjs.get(font) as { missingFile?: boolean }).missingFile !== false,
    ),
  };
}

/** The texts in the order of the structure, each with the tags that it stands in. */
function taggedTexts(
  node: StructureNode | { readonly type?: string; readonly id?: string },
  tags: readonly string[],
  texts: ReadonlyMap<string, string>,
): [string, string][] {
  if (!("children" in node)) {
    const text = "id" in node ? (texts.get(node.id ?? "") ?? "") : "";
    return [[tags.join(" "), onOneLine(text)]];
  }
  const own = node.role === "Root" || node.role === "Document" ? tags : [...tags, node.role];
  return node.children.flatMap((child) => taggedTexts(child, own, texts));
}

type Bookmark = {
  readonly title: string;
  readonly items: readonly Bookmark[];
  readonly count?: number | undefined;
};

/** Bookmarks, each indented below the one it stands under, with how many are folded below it. */
function bookmarksOf(items: readonly Bookmark[] | null, indent = ""): string[] {
  return (items ?? []).flatMap(({ title, items: below, count }) => [
    indent + title + (count === undefined ? "" : ` (${count})`),
    ...bookmarksOf(below, `${indent}  `),
  ]);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
