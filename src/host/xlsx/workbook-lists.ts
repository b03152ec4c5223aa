/**
 * The workbook part's own lists, read and edited as trees: sheets, defined names and how the
 * workbook is to be calculated; and the list of titles that the document's properties repeat. It
 * never reads a sheet.
 */
import type { Element } from "@xmldom/xmldom";
import { markName } from "../../sheet/workbook";
import { Failure } from "../failure";
import { mainPart } from "./normalise-parts";
import type { Package } from "./package-check";
import { PackageEditor, officeRels } from "./package-editor";
import { childElement, childElements, ensureChild, newElement, rootOf } from "./xml-tree";

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** The workbook's children in the schema's order (ECMA-376 part 1, 18.2.27). */
const order = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** Excel takes sheet ids below 65,535 (ECMA-376 part 1, 18.2.19, and [MS-OI29500]). */
const lastSheetId = 65_534;

export type SheetEntry = { readonly name: string; readonly part: string };

/**
 * A workbook's package, to be edited.
 * @throws Failure when the workbook is of the strict variant (ISO/IEC 29500 Strict): its parts have
 *   other namespaces than ours, and a package that mixes them is corrupt to Excel
 */
export function editWorkbook(parts: Package): PackageEditor {
  const editor = new PackageEditor(parts);
  const root = rootOf(editor.tree(mainPart));
  if (root.namespaceURI === strictMain || root.getAttribute("conformance") === "strict")
    throw new Failure("workbook-strict");
  mendNames(rootOf(editor.edit(mainPart)));
  return editor;
}

/** The extension that Excel wants of such a workbook: one that may hold macros is an .xlsm. */
export function workbookExtension(parts: Package): ".xlsx" | ".xlsm" {
  const editor = new PackageEditor(parts);
  return /macroEnabled/i.test(editor.contentType(mainPart)) ? ".xlsm" : ".xlsx";
}

/** The sheets in their order. @throws Failure when a sheet leads to no part */
export function sheetsOf(editor: PackageEditor): SheetEntry[] {
  const relations = new Map(editor.relations(mainPart).map((each) => [each.id, each.target]));
  return sheetElements(editor).map((element) => {
    const name = element.getAttribute("name") ?? "";
    const part = relations.get(element.getAttributeNS(officeRels, "id") ?? "");
    if (part === undefined || !editor.has(part))
      throw new Failure("file-unreadable", { why: `${mainPart} (${name})` });
    return { name, part };
  });
}

export function partOfSheet(name: string, editor: PackageEditor): string | undefined {
  return sheetsOf(editor).find((each) => isSameName(each.name, name))?.part;
}

/** Excel's names of sheets, tables and ranges do not tell case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function sheetElements(editor: PackageEditor): Element[] {
  const list = childElement(rootOf(editor.tree(mainPart)), "sheets");
  if (!list) throw new Failure("file-unreadable", { why: "<sheets>" });
  return childElements(list, "sheet");
}

/** Adds a sheet at the end of the workbook. @returns the name of its part, still to be written */
export function addSheet(name: string, editor: PackageEditor, isHidden = false): string {
  const known = sheetsOf(editor).map((each) => each.name);
  const part = editor.freeName("xl/worksheets");
  // An empty part holds the name until the sheet is written.
  editor.put(part, new Uint8Array());
  editor.declare(part, worksheetType);
  const relation = editor.relate(mainPart, "worksheet", part);
  const root = rootOf(editor.edit(mainPart));
  const list = ensureChild(root, "sheets", order);
  const ids = new Set(childElements(list).map((each) => Number(each.getAttribute("sheetId"))));
  const sheet = newElement(list, "sheet", {
    name,
    sheetId: String(freeSheetId(ids)),
    ...(isHidden ? { state: "hidden" } : {}),
  });
  const prefix = root.lookupPrefix(officeRels) ?? "r";
  sheet.setAttributeNS(officeRels, `${prefix}:id`, relation);
  list.appendChild(sheet);
  addTitle(name, known, editor);
  return part;
}

function freeSheetId(taken: ReadonlySet<number>): number {
  const next = Math.max(0, ...taken) + 1;
  if (next <= lastSheetId) return next;
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}

/** A defined name: for the whole workbook, or for the sheet with this index. */
export type NameKey = { readonly name: string; readonly sheet?: number };

/** What a defined name stands for, or nothing. */
export function definedName(key: NameKey, editor: PackageEditor): string | undefined {
  return nameElements(key, editor)[0]?.textContent ?? undefined;
}

function nameElements({ name, sheet }: NameKey, editor: PackageEditor): Element[] {
  return childElements(rootOf(editor.tree(mainPart)), "definedNames")
    .flatMap((list) => childElements(list, "definedName"))
    .filter(
      (each) =>
        isSameName(each.getAttribute("name") ?? "", name) &&
        (each.getAttribute("localSheetId") ?? "") === String(sheet ?? ""),
    );
}

/** Every name that is defined, for the workbook or a sheet. */
export function definedNames(editor: PackageEditor): string[] {
  return childElements(rootOf(editor.tree(mainPart)), "definedNames")
    .flatMap((list) => childElements(list, "definedName"))
    .map((each) => each.getAttribute("name") ?? "");
}

/** Lets a name stand for this, or takes it away when it stands for nothing. */
export function defineName(key: NameKey, value: string | undefined, editor: PackageEditor): void {
  const root = rootOf(editor.edit(mainPart));
  for (const known of nameElements(key, editor)) known.parentNode?.removeChild(known);
  if (value !== undefined) {
    const list = ensureChild(root, "definedNames", order);
    const made = newElement(list, "definedName", {
      name: key.name,
      ...(key.sheet === undefined ? {} : { localSheetId: String(key.sheet) }),
    });
    made.textContent = value;
    list.appendChild(made);
  }
  const [list] = childElements(root, "definedNames");
  if (list && childElements(list).length === 0) root.removeChild(list);
}

/**
 * What this program once wrote wrongly and Excel calls damage: a second list of names, and names of
 * ours with a hyphen.
 */
function mendNames(root: Element): void {
  const [first, ...others] = childElements(root, "definedNames");
  for (const other of others) {
    for (const name of childElements(other)) first?.appendChild(name);
    root.removeChild(other);
  }
  for (const each of first ? childElements(first) : []) {
    const name = each.getAttribute("name") ?? "";
    if (name.startsWith(markName("")))
      each.setAttribute("name", markName(name.slice(markName("").length)));
  }
}

/** Asks any program that opens the workbook to calculate every formula anew. */
export function askForCalculation(editor: PackageEditor): void {
  const root = rootOf(editor.edit(mainPart));
  ensureChild(root, "calcPr", order).setAttribute("fullCalcOnLoad", "1");
  // The chain lists formula cells of sheets that have been replaced; Excel rebuilds it, but calls a
  // stale one damage.
  editor.removeRelated(mainPart, "calcChain");
}

/**
 * The document's properties repeat the sheets' names. A new one is added where the list agrees with
 * the workbook; a list that does not agree is left as it is.
 */
function addTitle(name: string, known: readonly string[], editor: PackageEditor): void {
  const part = editor.related("", "extended-properties");
  if (part === undefined || !editor.has(part)) return;
  const root = rootOf(editor.tree(part));
  const [pairs, titles] = ["HeadingPairs", "TitlesOfParts"].map((list) => {
    const found = childElement(root, list);
    return found && childElement(found, "vector");
  });
  if (!pairs || !titles) return;
  const texts = childElements(titles).map(({ textContent }) => textContent ?? "");
  let from = 0;
  for (const variant of childElements(pairs)) {
    const size = childElement(variant, "i4");
    if (!size) continue;
    const group = Number(size.textContent);
    if (group === known.length && known.every((each, n) => texts[from + n] === each)) {
      editor.edit(part);
      size.textContent = String(group + 1);
      const made = newElement(titles, "lpstr");
      made.textContent = name;
      titles.insertBefore(made, childElements(titles)[from + group] ?? null);
      titles.setAttribute("size", String(texts.length + 1));
      return;
    }
    from += group;
  }
}
