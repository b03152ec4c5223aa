/**
 * Fills in cells and adds rows in a workbook that someone already has, in the parts of the file
 * where
 * they stand and nowhere else: formats, comments, formulas and whatever we do not know stay byte
 * for
 * byte. A cell that is not blank any longer is never written over.
 */
import type { Amendment, CellContent } from "../../sheet/workbook";
import { addressText, cellName, columnIndex } from "../../sheet/workbook";
import { Failure } from "../failure";
import { graftParts } from "./insert-sheets";
import type { Package } from "./package-check";
import type { Put, Text } from "./package-xml";
import {
  appended as appendedTo,
  attribute,
  children,
  editable,
  escaped,
  forgetCalculationChain,
  partOfSheet,
  partOfType,
  recalculated,
  relsOf,
  resolved,
  unescaped,
} from "./package-xml";

/** What is to stand in a cell; `mustBeBlank` where nothing may be written over. */
type Change = {
  readonly content: CellContent;
  readonly mustBeBlank: boolean;
  readonly style?: string;
};
type Changes = Map<number, Map<number, Change>>;

/** @returns the parts of the same workbook with the amendment in it */
export async function amendParts(
  original: Package,
  { entries, appended, pages }: Amendment,
): Promise<Package> {
  const parts = new Map(original);
  const { text, put } = editable(parts);
  const bySheet = new Map<string, Changes>();
  const note = (sheet: string, row: number, column: number, change: Change) => {
    const changes = bySheet.get(sheet) ?? new Map<number, Map<number, Change>>();
    bySheet.set(sheet, changes);
    const cells = changes.get(row) ?? new Map<number, Change>();
    changes.set(row, cells.set(column, change));
  };
  for (const {
    address: { sheet, row, column },
    content,
    isNew,
  } of entries)
    note(sheet, row, column, { content, mustBeBlank: isNew === true });
  for (const each of appended) grow(each, parts, text, put, note);
  const looks = new Looks(text);
  for (const [sheet, changes] of bySheet) {
    const part = partOfSheet(sheet, text);
    if (part === undefined) throw new Failure("sheet-gone", { sheet });
    put(part, withCells(text(part), changes, sheet, looks));
  }
  looks.save(put);
  forgetCalculationChain(parts, text, put);
  put("xl/workbook.xml", recalculated(text("xl/workbook.xml")));
  return pages.length === 0 ? parts : graftParts(parts, pages);
}

/**
 * Cell formats that only differ from one that is there in how a number is written: "0.50" must be
 * seen as it was typed.
 */
class Looks {
  private readonly part: string;
  private xml: string;
  private readonly made = new Map<string, string>();

  constructor(private readonly text: Text) {
    this.part = partOfType(text("xl/_rels/workbook.xml.rels"), "styles") ?? "xl/styles.xml";
    this.xml = text(this.part);
  }

  /** @returns the number of a format like `style`, with numbers written as `format` says */
  like(style: string, format: string | undefined): string {
    if (format === undefined) return style;
    const key = `${style} ${format}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const formats = children(this.xml, "cellXfs");
    const base = formats[Number(style === "" ? 0 : style)] ?? "<xf/>";
    const plain = base.replace(/\snumFmtId="\d+"/, "").replace(/\sapplyNumberFormat="[^"]*"/, "");
    const number = String(formats.length);
    this.xml = appendedTo(this.xml, "cellXfs", [
      plain
        .replace(
          /^<(?:\w+:)?xf\b/,
          `<xf numFmtId="${this.numberFormat(format)}" applyNumberFormat="1"`,
        )
        .replace(/<\/\w+:xf>$/, "</xf>"),
    ]);
    this.made.set(key, number);
    return number;
  }

  private numberFormat(code: string): string {
    const known = children(this.xml, "numFmts").find(
      (each) => unescaped(attribute(each, "formatCode")) === code,
    );
    if (known) return attribute(known, "numFmtId");
    const used = [...this.xml.matchAll(/\bnumFmtId="(\d+)"/g)].map(([, id]) => Number(id));
    const id = String(Math.max(199, ...used) + 1);
    this.xml = appendedTo(this.xml, "numFmts", [
      `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`,
    ]);
    return id;
  }

  save(put: Put): void {
    if (this.xml !== this.text(this.part)) put(this.part, this.xml);
  }
}

/** Makes a table longer and notes the cells of its new rows, which look as the last row does. */
function grow(
  { table: name, rows }: Amendment["appended"][number],
  parts: Package,
  text: Text,
  put: Put,
  note: (sheet: string, row: number, column: number, change: Change) => void,
): void {
  const part = [...parts.keys()].find(
    (each) => /^xl\/tables\/[^/]+\.xml$/.test(each) && tableNames(text(each)).includes(name),
  );
  const sheet = part === undefined ? undefined : sheetWith(part, text);
  if (part === undefined || sheet === undefined) throw new Failure("sheet-gone", { sheet: name });
  const xml = text(part);
  const ref = attribute(/<(?:\w+:)?table\s[^>]*>/.exec(xml)?.[0] ?? "", "ref");
  if (/\btotalsRowCount="[1-9]/.test(xml)) throw new Failure("table-with-totals", { sheet });
  const [, left = "A", top = "1", right = "A", bottom = "1"] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  put(
    part,
    xml.replaceAll(`ref="${ref}"`, `ref="${left}${top}:${right}${Number(bottom) + rows.length}"`),
  );
  const styles = stylesOf(text(partOfSheet(sheet, text) ?? ""), Number(bottom) - 1);
  for (const [n, row] of rows.entries()) {
    for (const [c, content] of row.entries()) {
      const column = columnIndex(left) + c;
      const style = styles.get(column);
      note(sheet, Number(bottom) + n, column, {
        content,
        mustBeBlank: true,
        ...(style === undefined ? {} : { style }),
      });
    }
  }
}

function tableNames(xml: string): string[] {
  const element = /<(?:\w+:)?table\s[^>]*>/.exec(xml)?.[0] ?? "";
  return [attribute(element, "displayName"), attribute(element, "name")].map(unescaped);
}

/** The name of the sheet whose relations lead to a table. */
function sheetWith(table: string, text: Text): string | undefined {
  return [...text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)]
    .map(([element]) => unescaped(attribute(element, "name")))
    .find((name) => {
      const part = partOfSheet(name, text) ?? "";
      return [...text(relsOf(part)).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].some(
        ([element]) => resolved(part, attribute(element, "Target")) === table,
      );
    });
}

const rowPattern = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const cellPattern = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

type Cell = {
  readonly column: number;
  readonly xml: string;
  readonly attributes: string;
  readonly inside: string;
};

/**
 * The cells of a row as they stand; one that does not say where it is stands after the one before.
 */
function cellsIn(inside: string): Cell[] {
  let column = -1;
  return [...inside.matchAll(cellPattern)].map(([xml, attributes = "", content = ""]) => {
    const named = /^([A-Z]+)/.exec(attribute(` ${attributes}`, "r"))?.[1];
    column = named === undefined ? column + 1 : columnIndex(named);
    return { column, xml, attributes, inside: content };
  });
}

/** The format of each cell of a row, by column. */
function stylesOf(sheet: string, wanted: number): Map<number, string> {
  let row = -1;
  for (const [, , attributes = "", inside = ""] of sheet.matchAll(rowPattern)) {
    row = Number(attribute(` ${attributes}`, "r") || row + 2) - 1;
    if (row === wanted)
      return new Map(
        cellsIn(inside).map((cell) => [cell.column, attribute(` ${cell.attributes}`, "s")]),
      );
  }
  return new Map();
}

/**
 * The sheet with these cells in it: rows that are there are kept as they are, and those that are
 * not are put in their order.
 */
function withCells(xml: string, changes: Changes, sheet: string, looks: Looks): string {
  const waiting = new Map([...changes].sort(([a], [b]) => a - b));
  const prefix = /<((?:\w+:)?)sheetData\b/.exec(xml)?.[1] ?? "";
  const made = (until: number) =>
    [...waiting]
      .filter(([row]) => row < until)
      .map(([row, cells]) => {
        waiting.delete(row);
        return `<${prefix}row r="${row + 1}">${[...cells]
          .sort(([a], [b]) => a - b)
          .map(([column, change]) =>
            cellXml(
              row,
              column,
              change,
              looks.like(change.style ?? "", change.content.format),
              prefix,
            ),
          )
          .join("")}</${prefix}row>`;
      })
      .join("");
  // A sheet without any row may say so with an empty element.
  const open = xml.replace(/<((?:\w+:)?)sheetData\s*\/>/, "<$1sheetData></$1sheetData>");
  const start =
    (/<(?:\w+:)?sheetData\b[^>]*>/.exec(open)?.index ?? 0) +
    (/<(?:\w+:)?sheetData\b[^>]*>/.exec(open)?.[0].length ?? 0);
  const end = open.indexOf(`</${prefix}sheetData>`, start);
  let row = -1;
  const body = open
    .slice(start, end)
    .replace(rowPattern, (whole, own: string, attributes: string, inside: string | undefined) => {
      row = Number(attribute(` ${attributes}`, "r") || row + 2) - 1;
      const cells = waiting.get(row);
      waiting.delete(row);
      const before = made(row);
      if (!cells) return before + whole;
      return `${before}<${own}row${attributes.replace(/\sspans="[^"]*"/, "")}>${changedCells(inside ?? "", row, cells, own, sheet, looks)}</${own}row>`;
    });
  return open.slice(0, start) + body + made(Infinity) + open.slice(end);
}

function changedCells(
  inside: string,
  row: number,
  changes: ReadonlyMap<number, Change>,
  prefix: string,
  sheet: string,
  looks: Looks,
): string {
  const known = cellsIn(inside);
  const kept = new Map(known.map((cell) => [cell.column, cell.xml]));
  for (const [column, change] of changes) {
    const cell = known.find((each) => each.column === column);
    if (cell && change.mustBeBlank && /<(?:\w+:)?(?:v|f|is)\b/.test(cell.inside))
      throw new Failure("cell-taken", { sheet, cell: addressText({ sheet, row, column }) });
    const style = cell ? attribute(` ${cell.attributes}`, "s") : (change.style ?? "");
    kept.set(
      column,
      cellXml(row, column, change, looks.like(style, change.content.format), prefix),
    );
  }
  return [...kept]
    .sort(([a], [b]) => a - b)
    .map(([, xml]) => xml)
    .join("");
}

function cellXml(
  row: number,
  column: number,
  { content: { value } }: Change,
  style: string,
  prefix: string,
): string {
  const start = `<${prefix}c r="${cellName(row, column)}"${style === "" ? "" : ` s="${style}"`}`;
  if (value === undefined || value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  if (typeof value === "boolean")
    return `${start} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`;
  return `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(value)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/**
 * XML cannot hold most control characters; Excel writes them, and what looks like one of its
 * escapes, as _xHHHH_.
 */
function xmlText(text: string): string {
  const kept = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return escaped(
    Array.from(kept, (sign) =>
      sign < " " && sign !== "\n" && sign !== "\t"
        ? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`
        : sign,
    ).join(""),
  );
}
