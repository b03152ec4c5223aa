/**
 * The rows and cells of a sheet's XML by where they stand in its text, so that a cell can be
 * changed and everything else stays byte for byte. It reads the text token by token, as a parser
 * does, because a large sheet as a tree takes seconds; it builds nothing from what it passes.
 */
import type { Area } from "../../sheet/workbook";
import { cellName, columnIndex } from "../../sheet/workbook";
import { Failure } from "../failure";

/** A comment, a CDATA section, an instruction, or a tag: one token of XML (XML 1.0, 2.4–3.1). */
const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)((?:[^\s/>:]+:)?)([^\s/>]+)((?:[^"'>/]+|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>/g;

const attributes = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Tag = {
  readonly kind: "open" | "close" | "empty";
  /** With its colon, or blank. */
  readonly prefix: string;
  readonly name: string;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
};

function* tagsIn(xml: string, from: number, to: number): Generator<Tag> {
  const pattern = new RegExp(tokens);
  pattern.lastIndex = from;
  for (let found = pattern.exec(xml); found && found.index < to; found = pattern.exec(xml)) {
    const [text, closes, prefix = "", name, inside = "", empties] = found;
    if (name === undefined) continue;
    yield {
      kind: closes ? "close" : empties ? "empty" : "open",
      prefix,
      name,
      attributes: inside,
      start: found.index,
      end: found.index + text.length,
    };
  }
}

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

/** The elements that stand directly between two places of the text. */
function* elementsIn(xml: string, from: number, to: number): Generator<Span> {
  let [depth, opened, children]: [number, Tag | undefined, string[]] = [0, undefined, []];
  for (const tag of tagsIn(xml, from, to)) {
    if (tag.kind === "close") {
      depth -= 1;
      if (depth < 0) return;
      if (depth > 0 || !opened) continue;
      const { name, prefix, attributes: text, start, end } = opened;
      const inside = { start: end, end: tag.start };
      yield { name, prefix, attributes: text, start, end: tag.end, inside, children };
    } else {
      if (depth === 1) children.push(tag.name);
      if (depth === 0 && tag.kind === "empty")
        yield { ...tag, inside: { start: tag.end, end: tag.end }, children: [] };
      if (depth === 0) [opened, children] = [tag, []];
      if (tag.kind === "open") depth += 1;
    }
  }
}

export function attributeOf(
  { attributes: text }: { readonly attributes: string },
  wanted: string,
): string | undefined {
  for (const [, name, double, single] of text.matchAll(attributes))
    if (name === wanted) return double ?? single;
  return undefined;
}

/** A tag's text with one attribute of it changed. */
export function withAttribute(tag: string, name: string, value: string): string {
  return tag.replace(attributes, (whole, each: string) =>
    each === name ? `${name}="${value}"` : whole,
  );
}

/** A tag's text without one of its attributes. */
export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${attributes.source}`, "g"), (whole, each: string) =>
    each === name ? "" : whole,
  );
}

/** A sheet's parts that matter to a cell that is written. */
export type SheetSpans = {
  readonly data: Span;
  /** In the order of the text. */
  readonly rows: readonly Row[];
  readonly dimension?: Span;
  /** Merged cells by their area, "A1:B2". */
  readonly merged: readonly string[];
};

/** @throws Failure that names the part when it holds no sheet */
export function sheetSpans(xml: string, part: string): SheetSpans {
  const [root] = elementsIn(xml, 0, xml.length);
  const children = root ? [...elementsIn(xml, root.inside.start, root.inside.end)] : [];
  const child = (name: string) => children.find((each) => each.name === name);
  const [data, dimension, merges] = [child("sheetData"), child("dimension"), child("mergeCells")];
  if (!data) throw new Failure("file-unreadable", { why: part });
  const merged = merges ? [...elementsIn(xml, merges.inside.start, merges.inside.end)] : [];
  return {
    data,
    rows: rowsIn(xml, data),
    ...(dimension ? { dimension } : {}),
    merged: merged.flatMap((each) => attributeOf(each, "ref") ?? []),
  };
}

/** A row that does not say where it is stands below the one before. */
function rowsIn(xml: string, { inside }: Span): Row[] {
  let row = -1;
  const found: Row[] = [];
  for (const span of elementsIn(xml, inside.start, inside.end)) {
    if (span.name !== "row") continue;
    row = Number(attributeOf(span, "r") ?? row + 2) - 1;
    found.push({ ...span, row });
  }
  return found;
}

/** A cell that does not say where it is stands after the one before. */
export function cellsIn(xml: string, { inside }: Span): Cell[] {
  let column = -1;
  const found: Cell[] = [];
  for (const span of elementsIn(xml, inside.start, inside.end)) {
    if (span.name !== "c") continue;
    const letters = /^[A-Z]+/.exec(attributeOf(span, "r") ?? "")?.[0];
    column = letters === undefined ? column + 1 : columnIndex(letters);
    found.push({ ...span, column, style: attributeOf(span, "s") ?? "" });
  }
  return found;
}

/** A cell with a value, a formula or a text of its own; a format alone leaves it blank. */
export function isBlank({ children }: Cell): boolean {
  return !children.some((name) => name === "v" || name === "f" || name === "is");
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
