/**
 * Mends what the library writes otherwise than Excel wants it, in the parts of a whole new
 * workbook. Each quirk is one function, and can go when the library has learnt it; nothing else of
 * the workbook is touched.
 */
import type { Element } from "@xmldom/xmldom";
import { strFromU8, strToU8 } from "fflate";
import { undrawn } from "./styles";
import { childElement, childElements, parseXml, rootOf, xmlBytes } from "./xml-tree";

type Parts = { [name: string]: Uint8Array };

/**
 * hucre 1.0.0
 * @param charts what each chart is in words, by sheet
 */
export function mendParts(parts: Parts, charts: readonly (readonly string[])[]): void {
  for (const [n, texts] of charts.entries())
    mendTree(parts, `xl/drawings/drawing${n + 1}.xml`, (root) => describeFrames(root, texts));
  mendTree(parts, "xl/styles.xml", (root) => {
    const lists = [childElement(root, "fonts"), ...dxfsOf(root)];
    for (const list of lists)
      if (list) for (const font of childElements(list, "font")) orderFont(font);
  });
  mendTree(parts, "xl/workbook.xml", orderPrintTitles);
  for (const name of Object.keys(parts).filter((each) => each.startsWith("xl/charts/chart")))
    parts[name] = strToU8(withoutUndrawn(strFromU8(parts[name] ?? new Uint8Array())));
  let stringCells = 0;
  for (const name of Object.keys(parts).filter((each) => each.startsWith("xl/worksheets/sheet"))) {
    const sheet = withoutCustomHeights(strFromU8(parts[name] ?? new Uint8Array()));
    parts[name] = strToU8(sheet);
    stringCells += (sheet.match(/<c\s[^>]*\bt="s"/g) ?? []).length;
  }
  countStrings(parts, stringCells);
}

function mendTree(parts: Parts, name: string, mend: (root: Element) => void): void {
  const part = parts[name];
  if (!part) return;
  const document = parseXml(name, part);
  mend(rootOf(document));
  parts[name] = xmlBytes(document);
}

/** Charts get no text for those who do not see them. */
function describeFrames(root: Element, texts: readonly string[]): void {
  const frames = Array.from(root.getElementsByTagName("xdr:graphicFrame"));
  for (const [n, frame] of frames.entries())
    frame.getElementsByTagName("xdr:cNvPr")[0]?.setAttribute("descr", texts[n] ?? "");
}

function dxfsOf(root: Element): Element[] {
  const list = childElement(root, "dxfs");
  return list ? childElements(list, "dxf") : [];
}

/** A font's children in the order that Excel writes them (ECMA-376 part 1, 18.8.22). */
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

/** The library writes a colour before the size. */
function orderFont(font: Element): void {
  const place = ({ localName }: Element) => fontOrder.indexOf(localName ?? "");
  for (const child of childElements(font).sort((a, b) => place(a) - place(b)))
    font.appendChild(child);
}

/** Excel writes the columns that are repeated on every page before the rows; the library after. */
function orderPrintTitles(root: Element): void {
  const list = childElement(root, "definedNames");
  for (const name of list ? childElements(list, "definedName") : []) {
    const [rows, columns] =
      /^(.*!\$\d+:\$\d+),(.*!\$[A-Z]+:\$[A-Z]+)$/.exec(name.textContent ?? "")?.slice(1) ?? [];
    if (rows !== undefined && columns !== undefined) name.textContent = `${columns},${rows}`;
  }
}

/** The library has a colour for every series, and none that is not drawn. */
function withoutUndrawn(chart: string): string {
  return chart.replaceAll(
    `<a:solidFill><a:srgbClr val="${undrawn}"/></a:solidFill>`,
    "<a:noFill/>",
  );
}

/**
 * A custom height is kept for ever; without the mark, Excel fits the row again when its text grows.
 */
function withoutCustomHeights(sheet: string): string {
  return sheet.replaceAll(' customHeight="1"', "");
}

/** "count" says how many cells hold a shared string: the library counts each string once. */
function countStrings(parts: Parts, cells: number): void {
  const part = parts["xl/sharedStrings.xml"];
  // Our own text, and as a tree the slowest part of a workbook.
  if (part)
    parts["xl/sharedStrings.xml"] = strToU8(
      strFromU8(part).replace(/(<sst\s[^>]*?\bcount=")\d+/, `$1${cells}`),
    );
}
