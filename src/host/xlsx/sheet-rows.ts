/**
 * The rows and cells of a sheet's XML by where they stand in its text, so that a cell can be
 * changed and everything else stays byte for byte. It builds no tree: a large sheet as a tree takes
 * seconds.
 */
import type { Area } from "../../sheet/workbook";
import { cellName, columnIndex } from "../../sheet/cell-address";
import type { Tag } from "./xml-scan";
import { attributeIn, damaged, scanXml } from "./xml-scan";

/** An element by where it stands: its whole text, its inside, and its children's names. */
export type Span = {
  readonly name: string;
  /** With its colon, or blank. */
  readonly prefix: string;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
  readonly inside: { readonly start: number; readonly end: number };
  readonly children: readonly string[];
};

export type Row = Span & { readonly row: number };
export type Cell = Span & { readonly column: number; readonly style: string };

/** A sheet's parts that matter to a cell that is written. */
export type SheetSpans = {
  readonly data: Span;
  /** In the order of the text. */
  readonly rows: readonly Row[];
  readonly dimension?: Span;
  /** Merged cells by their area, "A1:B2". */
  readonly merged: readonly string[];
  readonly isProtected: boolean;
};

/** The elements that stand so deep in a text, in the order in which they end; the root is at 0. */
function elementsAt(xml: string, part: string, depths: readonly number[]): Span[] {
  const found: Span[] = [];
  const open: { readonly tag: Tag; readonly children: string[] }[] = [];
  scanXml(xml, part, {
    open: (tag) => {
      if (depths.includes(tag.depth - 1)) open[tag.depth - 1]?.children.push(tag.name);
      if (depths.includes(tag.depth)) open[tag.depth] = { tag, children: [] };
    },
    close: (name, start, end, depth) => {
      const opened = depths.includes(depth) ? open[depth] : undefined;
      if (!opened) return;
      const { tag, children } = opened;
      // An empty element closes where it opens.
      const inside = start === tag.start ? { start: end, end } : { start: tag.end, end: start };
      const prefix = /^<([^\s/>:]+:)?/.exec(xml.slice(tag.start, tag.end))?.[1] ?? "";
      const { attributes } = tag;
      found.push({ name, prefix, attributes, start: tag.start, end, inside, children });
    },
  });
  return found;
}

/** The elements of a sheet and those right inside them, in the order in which they end. */
export function sheetElements(xml: string, part: string): Span[] {
  return elementsAt(xml, part, [1, 2]);
}

/** @throws Failure that names the part when it holds no sheet */
export function sheetSpans(xml: string, part: string): SheetSpans {
  const found = sheetElements(xml, part);
  const named = (name: string) => found.filter((each) => each.name === name);
  const [[data], [dimension]] = [named("sheetData"), named("dimension")];
  if (!data) throw damaged(part);
  return {
    data,
    rows: withNumbers(named("row")),
    ...(dimension ? { dimension } : {}),
    merged: named("mergeCell").map(({ attributes }) => attributeIn(attributes, "ref") ?? ""),
    isProtected: named("sheetProtection").some(({ attributes }) =>
      /^(?:1|true)$/.test(attributeIn(attributes, "sheet") ?? ""),
    ),
  };
}

/** A row that does not say where it is stands below the one before. */
function withNumbers(rows: readonly Span[]): Row[] {
  let row = -1;
  return rows.map((span) => {
    row = Number(attributeIn(span.attributes, "r") ?? row + 2) - 1;
    return { ...span, row };
  });
}

/** A row's cells; one that does not say where it is stands after the one before. */
export function cellsIn(xml: string, { start, end }: Row, part: string): Cell[] {
  let column = -1;
  return elementsAt(xml.slice(start, end), part, [1])
    .filter(({ name }) => name === "c")
    .map((span) => {
      const letters = /^[A-Z]+/.exec(attributeIn(span.attributes, "r") ?? "")?.[0];
      column = letters === undefined ? column + 1 : columnIndex(letters);
      const style = attributeIn(span.attributes, "s") ?? "";
      return { ...span, start: start + span.start, end: start + span.end, column, style };
    });
}

/** A cell with a value, a formula or a text of its own; a format alone leaves it blank. */
export function isBlank({ children }: Cell): boolean {
  return !children.some((name) => name === "v" || name === "f" || name === "is");
}

const attributePattern = /([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** A tag's text with one attribute of it changed. */
export function withAttribute(tag: string, name: string, value: string): string {
  return tag.replace(attributePattern, (whole, each: string) =>
    each === name ? `${name}="${value}"` : whole,
  );
}

/** A tag's text without one of its attributes. */
export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${attributePattern.source}`, "g"), (whole, each: string) =>
    each === name ? "" : whole,
  );
}

/** "A1:B2" or "A1" as an area; nothing for whole rows, whole columns or anything else. */
export function areaIn(reference: string): Area | undefined {
  const [, left, top, right = left, bottom = top] =
    /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(reference) ?? [];
  return left === undefined || right === undefined
    ? undefined
    : {
        top: Number(top) - 1,
        left: columnIndex(left),
        bottom: Number(bottom) - 1,
        right: columnIndex(right),
      };
}

export function areaText({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
