/**
 * The parts of an .xlsx as text: which part a name stands for, attributes and escapes, and what has
 * to be said to whoever opens a workbook whose cells were changed. It reads and writes XML as it
 * stands, so that what nobody touches stays byte for byte.
 */
import { strFromU8, strToU8, zipSync } from "fflate";
import { Failure } from "../failure";

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export type Text = (name: string) => string;
export type Put = (name: string, content: string) => void;

/** A package's parts as text that can be read and replaced. */
export function editable(parts: Map<string, Uint8Array>): {
  readonly text: Text;
  readonly put: Put;
} {
  return {
    text: (name) => strFromU8(parts.get(name) ?? new Uint8Array()),
    put: (name, content) => void parts.set(name, strToU8(content)),
  };
}

/** The parts packed, with one date for all of them so that the same parts give the same bytes. */
export function packed(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files = Object.fromEntries(
    [...parts].map(([name, bytes]) => [name, [bytes, { mtime: "1980-01-01" }] as const]),
  );
  return zipSync(files as Parameters<typeof zipSync>[0], { level: 6 });
}

/** The part that holds the sheet of this name, or nothing. */
export function partOfSheet(name: string, text: Text): string | undefined {
  const rels = text("xl/_rels/workbook.xml.rels");
  for (const [element] of text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    if (unescaped(attribute(element, "name")).toLowerCase() !== name.toLowerCase()) continue;
    const relation = new RegExp(
      `<(?:\\w+:)?Relationship\\s[^>]*\\bId="${attribute(element, "(?:\\w+:)?id")}"[^>]*>`,
    ).exec(rels)?.[0];
    if (!relation)
      throw new Failure("file-unreadable", { why: `xl/_rels/workbook.xml.rels (${name})` });
    return resolved("xl/workbook.xml", attribute(relation, "Target"));
  }
  return undefined;
}

export function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? "";
}

/** "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml", seen from the part that points there. */
export function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else path.push(step);
  }
  return path.join("/");
}

export function relsOf(part: string): string {
  return part.replace(/([^/]+)$/, "_rels/$1.rels");
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

export function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

export function insertedAtEnd(xml: string, element: string, content: string): string {
  const closing = new RegExp(`</(?:\\w+:)?${element}>`).exec(xml);
  if (!closing) throw new Failure("file-unreadable", { why: `<${element}>` });
  return xml.slice(0, closing.index) + content + xml.slice(closing.index);
}

/**
 * The chain lists formula cells of replaced sheets; Excel rebuilds it, but calls a stale one
 * damage.
 */
export function forgetCalculationChain(parts: Map<string, Uint8Array>, text: Text, put: Put): void {
  const rels = text("xl/_rels/workbook.xml.rels");
  const chain = partOfType(rels, "calcChain");
  if (chain === undefined) return;
  parts.delete(chain);
  put(
    "xl/_rels/workbook.xml.rels",
    rels.replace(/<(?:\w+:)?Relationship\s[^>]*Type="[^"]*\/calcChain"[^>]*\/>/, ""),
  );
  dropOverrides([chain], text, put);
}

/** Asks whoever opens the workbook to calculate every formula anew. */
export function recalculated(workbook: string): string {
  const calcPr = /<(?:\w+:)?calcPr\b[^>]*>/.exec(workbook)?.[0];
  if (calcPr) {
    const cleared = calcPr.replace(/\sfullCalcOnLoad="[^"]*"/, "");
    return workbook.replace(calcPr, cleared.replace(/\s*(\/?)>$/, ' fullCalcOnLoad="1"$1>'));
  }
  const before = ["definedNames", "externalReferences", "functionGroups", "sheets"]
    .map((list) => new RegExp(`</(?:\\w+:)?${list}>`).exec(workbook))
    .find(Boolean);
  const at = (before?.index ?? 0) + (before?.[0].length ?? 0);
  return `${workbook.slice(0, at)}<calcPr xmlns="${main}" fullCalcOnLoad="1"/>${workbook.slice(at)}`;
}

export function partOfType(rels: string, type: string): string | undefined {
  const element = new RegExp(`<(?:\\w+:)?Relationship\\s[^>]*Type="[^"]*/${type}"[^>]*>`).exec(
    rels,
  )?.[0];
  return element && resolved("xl/workbook.xml", attribute(element, "Target"));
}

export function dropOverrides(gone: readonly string[], text: Text, put: Put): void {
  let types = text("[Content_Types].xml");
  for (const part of gone)
    types = types.replace(
      new RegExp(`<(?:\\w+:)?Override\\s[^>]*PartName="/${escapedPattern(part)}"[^>]*/>`),
      "",
    );
  put("[Content_Types].xml", types);
}

export function escapedPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A style sheet's lists in the order the schema wants them, for a style sheet that lacks one. */
const styleLists = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
];

/** The style sheet with these elements at the end of one of its lists. */
export function appended(xml: string, list: string, elements: readonly string[]): string {
  if (elements.length === 0) return xml;
  const added = elements
    .map((element) => element.replace(/^<(\w+)/, `<$1 xmlns="${main}"`))
    .join("");
  const opening = new RegExp(`<((?:\\w+:)?)${list}\\b[^>]*>`).exec(xml);
  if (!opening) {
    const before = styleLists
      .slice(0, styleLists.indexOf(list))
      .reverse()
      .map((each) => new RegExp(`</(?:\\w+:)?${each}>|<(?:\\w+:)?${each}\\b[^>]*/>`).exec(xml))
      .find(Boolean);
    const at = before
      ? before.index + before[0].length
      : (/<(?:\w+:)?styleSheet\b[^>]*>/.exec(xml)?.[0].length ?? 0) +
        xml.indexOf("<", xml.search(/<(?:\w+:)?styleSheet\b/));
    return `${xml.slice(0, at)}<${list} xmlns="${main}" count="${elements.length}">${added}</${list}>${xml.slice(at)}`;
  }
  const count = children(xml, list).length + elements.length;
  const [tag = "", prefix = ""] = opening;
  const counted = (
    /\bcount="\d+"/.test(tag) ? tag.replace(/\bcount="\d+"/, `count="${count}"`) : tag
  ).replace(/\/>$/, ">");
  const body = tag.endsWith("/>") ? `${counted}${added}</${prefix}${list}>` : undefined;
  if (body !== undefined)
    return xml.slice(0, opening.index) + body + xml.slice(opening.index + tag.length);
  const closing = xml.indexOf(`</${prefix}${list}>`, opening.index);
  return (
    xml.slice(0, opening.index) +
    counted +
    xml.slice(opening.index + tag.length, closing) +
    added +
    xml.slice(closing)
  );
}

/** The elements directly inside a list, as they stand. */
export function children(xml: string, list: string): string[] {
  const opening = new RegExp(`<((?:\\w+:)?)${list}\\b[^>]*>`).exec(xml);
  if (!opening || opening[0].endsWith("/>")) return [];
  const start = opening.index + opening[0].length;
  const inner = xml.slice(start, xml.indexOf(`</${opening[1] ?? ""}${list}>`, start));
  const found: string[] = [];
  let [depth, from] = [0, 0];
  for (const tag of inner.matchAll(/<(\/?)[^!?][^>]*?(\/?)>/g)) {
    const [whole, closes, selfCloses] = tag;
    if (depth === 0) from = tag.index;
    depth += closes ? -1 : selfCloses ? 0 : 1;
    if (depth === 0) found.push(inner.slice(from, tag.index + whole.length));
  }
  return found;
}
