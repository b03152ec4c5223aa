/**
 * The rows of a sheet of results as XML text. The library that writes all else of the sheet looks up
 * the style of every cell anew, which takes longer than everything else about a large sheet. It knows
 * no styles: it is told which number each look has in the workbook.
 */
import { columnLetters } from "../../sheet/cell-address";
import type { CellContent, Page } from "../../sheet/workbook";
import { rowHeights } from "./row-heights";

/** What a cell's look depends on, as one text. */
export function lookOf({ style, format = "General" }: CellContent): string {
  return `${style ?? ""} ${format}`;
}

/** @param numberOf the number that a look has in the workbook's list of formats */
export function sheetData(page: Page, numberOf: (look: string) => number): string {
  const heights = rowHeights(page);
  const letters: string[] = [];
  const rows = page.rows.map((cells, n) => {
    const height = heights.get(n);
    const inside = cells.map((cell, column) =>
      cell ? cellXml(cell, `${(letters[column] ??= columnLetters(column))}${n + 1}`, numberOf) : "",
    );
    const text = inside.join("");
    const attributes = `r="${n + 1}"${height === undefined ? "" : ` ht="${height}"`}`;
    if (text !== "") return `<row ${attributes}>${text}</row>`;
    return height === undefined ? "" : `<row ${attributes}/>`;
  });
  return `<sheetData>${rows.join("")}</sheetData>`;
}

function cellXml(cell: CellContent, name: string, numberOf: (look: string) => number): string {
  const { formula, style, format, link } = cell;
  const isPlain = formula === undefined && !style && !format && !link;
  const value = writtenValue(cell.value);
  if (isPlain && value === null) return "";
  const look = ` s="${numberOf(lookOf(cell))}"`;
  if (formula !== undefined)
    return `<c r="${name}"${look}${typeOfResult(value)}><f>${escaped(formula)}</f>${resultXml(value)}</c>`;
  if (value === null) return `<c r="${name}"${look}/>`;
  if (typeof value === "string")
    return `<c r="${name}" t="inlineStr"${look}><is>${element("t", value)}</is></c>`;
  return typeof value === "boolean"
    ? `<c r="${name}" t="b"${look}><v>${value ? 1 : 0}</v></c>`
    : `<c r="${name}"${look}><v>${value}</v></c>`;
}

function typeOfResult(value: string | number | boolean | null): string {
  if (typeof value === "string") return ' t="str"';
  return typeof value === "boolean" ? ' t="b"' : "";
}

function resultXml(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return `<v>${value ? 1 : 0}</v>`;
  return typeof value === "string" ? element("v", value) : `<v>${value}</v>`;
}

function element(name: string, text: string): string {
  return text === "" ? `<${name}/>` : `<${name}>${escaped(text)}</${name}>`;
}

/** Characters that XML cannot hold (XML 1.0, 2.2): control characters and half characters. */
export const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Signs that some text must have for it to be written otherwise than it is. */
const special = /_x|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/**
 * OOXML spells characters that XML cannot hold as _x0001_; a text that happens to look like that
 * has to be spelled out itself, or it would come back as the character.
 */
export function writtenValue(value: CellContent["value"]): string | number | boolean | null {
  if (typeof value !== "string") return value ?? null;
  if (!special.test(value)) return value;
  return value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(notXml, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `_x${code}_`;
  });
}

const markup: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  // XML reads a carriage return as a line feed.
  "\r": "_x000D_",
};

function escaped(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (sign) => markup[sign] ?? sign) : text;
}
