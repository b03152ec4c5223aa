/**
 * What the library is given to read of a workbook: its sheets of cells, its texts and its styles,
 * checked, under names of our own. Charts, drawings, macros and everything else stay with the file,
 * so nothing in them can stop or mislead a reading. Tables and names are read here.
 */
import { strToU8 } from "fflate";
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
import type { Listed, PackedCopy } from "./packed-copy";
import { packedCopy } from "./packed-copy";
import { PlainCells } from "./plain-cells";
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

export type ReadingCopy = PackedCopy & {
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
    const [whole, cells] = [marked.has(name), new PlainCells()];
    const limits = { sheet: name, part, tables: areas, whole, budget, plain: cells };
    const surveyed = surveySheet(xml, limits);
    plain.push(cells);
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
  const { names, calculated, date1904 } = main;
  const sheets = main.sheets.map(({ name }) => name);
  const copy = packedCopy(shown, plain, { date1904, copied });
  return { ...copy, sheets, tables, sheetParts, names, conditional, calculated };
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
  refuseTwice(sheets);
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
