/**
 * What the library is given to read of a workbook: its sheets of cells, its texts and its styles,
 * checked, under names of our own. Charts, drawings, macros and everything else stay with the file,
 * so nothing in them can stop or mislead a reading. Tables and names are read here.
 */
import { strToU8, zipSync } from "fflate";
import type { Area } from "../../sheet/workbook";
import { columnIndex, sheetOf } from "../../sheet/cell-address";
import { markName } from "../../sheet/workbook";
import { Failure } from "../failure";
import { usesBuiltIn, withBuiltInFormats } from "./built-in-formats";
import type { ConditionalFormat } from "./conditional-formats";
import { conditionalFormats, differentialFormats } from "./conditional-formats";
import type { Relation } from "./normalise-parts";
import { mainPart, relationsOf } from "./normalise-parts";
import type { Package } from "./package-check";
import { PlainCells, Samples } from "./plain-cells";
import { lastColumn, lastRow } from "./cell-walk";
import { fullBudget, surveySheet } from "./sheet-survey";
import { attributeIn, damaged, resolvedEntities, scanXml, textOf } from "./xml-scan";

/** A table as its part describes it; the area holds the header row, if there is one, and totals. */
export type TablePart = {
  readonly name: string;
  readonly area: Area;
  readonly hasHeaderRow: boolean;
  readonly hasTotalRow: boolean;
  readonly columns: readonly string[];
  /** The name of its style; blank for none. */
  readonly style: string;
};

export type ReadingCopy = {
  /**
   * An .xlsx with the sheets of cells and nothing else: without their plain cells, and a last sheet
   * with samples of these.
   */
  readonly bytes: Uint8Array;
  /** The plain cells of each sheet in it. */
  readonly plain: readonly PlainCells[];
  readonly samples: Samples;
  /** An .xlsx with one sheet, of this XML, and the styles of the workbook. */
  readonly withStyles: (sheet: string) => Uint8Array;
  /** Every sheet, those of charts, dialogs and macros too. */
  readonly sheets: readonly string[];
  readonly tables: ReadonlyMap<string, readonly TablePart[]>;
  /** The part of each sheet of cells. */
  readonly sheetParts: ReadonlyMap<string, string>;
  readonly names: readonly { readonly name: string; readonly range: string }[];
  /** Number formats under a condition, by sheet. */
  readonly conditional: ReadonlyMap<string, readonly ConditionalFormat[]>;
  readonly calculated: boolean;
};

type Listed = { readonly name: string; readonly state: string; readonly id: string };

type Main = {
  readonly sheets: readonly Listed[];
  readonly names: ReadingCopy["names"];
  readonly date1904: boolean;
  readonly calculated: boolean;
};

/** Excel has at most 65,490 cell formats; workbooks of long use have carried 100,000 dead names. */
const most = { sharedStrings: 2e6, styles: 5e5, workbook: 3e5, tables: 500 };

/** @throws Failure that names the sheet or the part when the workbook is damaged */
export function readingCopy(parts: Package): ReadingCopy {
  const main = readMain(textOf(parts.get(mainPart), mainPart));
  refuseTwice(main.sheets);
  const relations = new Map(relationsOf(mainPart, parts).map((each) => [each.id, each]));
  const marked = markedSheets(main);
  const budget = fullBudget();
  const tables = new Map<string, readonly TablePart[]>();
  const sheetParts = new Map<string, string>();
  const copied = new Map<string, Uint8Array>();
  const [shown, plain]: [Listed[], PlainCells[]] = [[], []];
  const conditional = new Map<string, readonly ConditionalFormat[]>();
  const formats = formatsOf([...relations.values()], parts);
  let lastSharedText = -1;
  for (const sheet of main.sheets) {
    const relation = relations.get(sheet.id);
    if (relation && relation.type !== "worksheet") continue;
    const part = relation?.target ?? "";
    const bytes = parts.get(part);
    if (!bytes) throw damaged(part, { sheet: sheet.name });
    const found = tablesOf(part, sheet.name, parts);
    const areas = found.map(({ area }) => area);
    const [xml, name] = [textOf(bytes, part), sheet.name];
    const whole = marked.has(name);
    const cells = new PlainCells();
    plain.push(cells);
    const limits = { sheet: name, part, tables: areas, whole, budget, plain: cells };
    const surveyed = surveySheet(xml, limits);
    copied.set(`sheet${shown.length}.xml`, surveyed.xml === xml ? bytes : strToU8(surveyed.xml));
    lastSharedText = Math.max(lastSharedText, surveyed.lastSharedText);
    tables.set(name, found);
    sheetParts.set(name, part);
    conditional.set(name, found.length > 0 ? conditionalFormats(xml, part, formats) : []);
    shown.push(sheet);
  }
  const lists = { relations: [...relations.values()], parts, copied };
  copyList("sharedStrings", lastSharedText, lists);
  copyList("styles", -1, lists);
  const { names, calculated } = main;
  const sheets = main.sheets.map(({ name }) => name);
  const copy = copyOf(shown, plain, { date1904: main.date1904, copied });
  return { ...copy, sheets, tables, sheetParts, names, conditional, calculated };
}

/** A sheet that no workbook has: it is found by its place. */
const sampleSheet: Listed = { name: "samples", state: "", id: "" };

function copyOf(
  shown: readonly Listed[],
  plain: readonly PlainCells[],
  { date1904, copied }: { readonly date1904: boolean; readonly copied: Map<string, Uint8Array> },
): Pick<ReadingCopy, "bytes" | "plain" | "samples" | "withStyles"> {
  const samples = new Samples(plain);
  copied.set(`sheet${shown.length}.xml`, strToU8(samples.xml));
  const styles = [...copied].filter(([name]) => name === "styles.xml");
  return {
    bytes: packedCopy([...shown, sampleSheet], date1904, copied),
    plain,
    samples,
    withStyles: (xml) =>
      packedCopy([sampleSheet], date1904, new Map([...styles, ["sheet0.xml", strToU8(xml)]])),
  };
}

/** The sheets that are results of ours. */
function markedSheets({ names }: Main): Set<string> {
  const marks = names.filter(({ name }) => name.startsWith(markName("")));
  return new Set(marks.map(({ range }) => sheetOf(range)));
}

/** The number formats that rules of conditional formatting point to. */
function formatsOf(relations: readonly Relation[], parts: Package): string[] {
  const part = relations.find(({ type }) => type === "styles")?.target ?? "";
  const bytes = parts.get(part);
  return bytes ? differentialFormats(textOf(bytes, part), part) : [];
}

function readMain(xml: string): Main {
  const [sheets, names]: [Listed[], { name: string; range: string }[]] = [[], []];
  let [date1904, calculated, from] = [false, true, -1];
  let [name, elements] = ["", 0];
  scanXml(xml, mainPart, {
    open: ({ name: element, attributes, depth, end }) => {
      elements += 1;
      if (elements > most.workbook)
        throw new Failure("file-hostile", { hostile: "size", part: mainPart });
      const value = (key: string) => attributeIn(attributes, key);
      if (depth === 1 && element === "workbookPr")
        date1904 = /^(1|true)$/.test(value("date1904") ?? "");
      if (depth === 1 && element === "calcPr")
        calculated =
          value("calcMode") !== "manual" && !/^(1|true)$/.test(value("fullCalcOnLoad") ?? "");
      if (depth === 2 && element === "sheet")
        sheets.push({
          name: value("name") ?? "",
          state: value("state") ?? "",
          id: relationId(attributes),
        });
      if (depth === 2 && element === "definedName") [name, from] = [value("name") ?? "", end];
    },
    close: (element, start) => {
      if (element !== "definedName" || from < 0) return;
      names.push({ name, range: resolvedEntities(xml.slice(from, Math.max(from, start))) });
      from = -1;
    },
  });
  return { sheets, names, date1904, calculated };
}

/** The prefix of the relation's id is "r" by custom only; a sheet has no other "id". */
function relationId(attributes: string): string {
  return attributeIn(attributes, "id") ?? "";
}

/** Excel does not tell case in sheet names. */
function refuseTwice(sheets: readonly Listed[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (name === "") throw damaged(mainPart);
    if (seen.has(name.toLowerCase())) throw new Failure("sheet-twice", { sheet: name });
    seen.add(name.toLowerCase());
  }
  if (sheets.length === 0) throw damaged(mainPart);
}

function tablesOf(part: string, sheet: string, parts: Package): TablePart[] {
  const found = relationsOf(part, parts).filter(({ type }) => type === "table");
  if (found.length > most.tables)
    throw new Failure("file-hostile", { hostile: "cells", part, sheet });
  return found.map(({ target }) => readTable(textOf(parts.get(target), target), target, sheet));
}

function readTable(xml: string, part: string, sheet: string): TablePart {
  let [root, style] = ["", ""];
  const columns: string[] = [];
  scanXml(xml, part, {
    open: ({ name, attributes, depth }) => {
      if (depth === 0 && name === "table") root = attributes;
      if (depth === 1 && name === "tableStyleInfo") style = attributeIn(attributes, "name") ?? "";
      if (depth === 2 && name === "tableColumn" && columns.length < lastColumn)
        columns.push(attributeIn(attributes, "name") ?? "");
    },
  });
  const given = attributeIn(root, "displayName") ?? attributeIn(root, "name") ?? "";
  const area = areaOf(attributeIn(root, "ref") ?? "");
  if (given === "" || !area) throw damaged(part, { sheet, table: given });
  return {
    name: given,
    area,
    style,
    hasHeaderRow: attributeIn(root, "headerRowCount") !== "0",
    hasTotalRow: (attributeIn(root, "totalsRowCount") ?? "0") !== "0",
    columns: columns.map((name) =>
      name.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      ),
    ),
  };
}

/** "A4:G9", or nothing when it is no area of a sheet. */
function areaOf(range: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(range);
  if (!match) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const area = {
    top: Number(top) - 1,
    left: columnIndex(left.toUpperCase()),
    bottom: Number(bottom) - 1,
    right: columnIndex(right.toUpperCase()),
  };
  const isInside = area.top >= 0 && area.bottom < lastRow && area.right < lastColumn;
  return isInside && area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

/**
 * Copies the list of texts or of styles.
 * @param last the highest number of a text that a cell asks for, or -1
 */
function copyList(
  type: "sharedStrings" | "styles",
  last: number,
  {
    relations,
    parts,
    copied,
  }: {
    readonly relations: readonly Relation[];
    readonly parts: Package;
    readonly copied: Map<string, Uint8Array>;
  },
): void {
  const part = relations.find((each) => each.type === type)?.target ?? "";
  const bytes = parts.get(part);
  // A number without its format may be a percentage or a date that is no longer seen as one.
  if (part !== "" && !bytes) throw damaged(part);
  if (!bytes) {
    if (last >= 0) throw damaged(`xl/${type}.xml`);
    return;
  }
  const xml = textOf(bytes, part);
  let [texts, elements, rootEnd, isBuiltIn] = [0, 0, 0, false];
  scanXml(xml, part, {
    open: ({ name, depth, end, attributes }) => {
      elements += 1;
      if (depth === 0) rootEnd = end;
      if (depth === 1 && name === "si") texts += 1;
      if (name === "xf" && !isBuiltIn) isBuiltIn = usesBuiltIn(attributes);
      if (elements > most[type]) throw new Failure("file-hostile", { hostile: "size", part });
    },
  });
  if (last >= texts) throw damaged(part);
  copied.set(`${type}.xml`, isBuiltIn ? strToU8(withBuiltInFormats(xml, rootEnd)) : bytes);
}

const namespaces = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/package/2006/relationships",
  office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

function packedCopy(
  sheets: readonly Listed[],
  date1904: boolean,
  copied: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const attribute = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const relations = (each: readonly (readonly [id: string, type: string, target: string])[]) =>
    strToU8(
      `<Relationships xmlns="${namespaces.relations}">${each
        .map(
          ([id, type, target]) =>
            `<Relationship Id="${id}" Type="${namespaces.office}/${type}" Target="${target}"/>`,
        )
        .join("")}</Relationships>`,
    );
  const listed = sheets.map(
    ({ name, state }, n) =>
      `<sheet name="${attribute(name)}" sheetId="${n + 1}" state="${attribute(state)}" r:id="rId${n}"/>`,
  );
  const lists = ["sharedStrings", "styles"].filter((type) => copied.has(`${type}.xml`));
  const files: { [name: string]: Uint8Array } = {
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, n) => [`rId${n}`, "worksheet", `sheet${n}.xml`] as const),
      ...lists.map((type) => [type, type, `${type}.xml`] as const),
    ]),
  };
  for (const [name, bytes] of copied) files[`xl/${name}`] = bytes;
  return zipSync(files, { level: 0 });
}
