/**
 * Puts our result sheets into a workbook that someone already has, part by part. Their sheets,
 * charts, comments, macros and custom parts stay byte for byte what they were; only the workbook's
 * own lists (sheets, names, styles, content types) get our entries added, and a result sheet from
 * an earlier run is replaced where it stands. No library rewrites a legal original.
 */
import { strFromU8, strToU8 } from "fflate";
import type { Page } from "../../sheet/workbook";
import { markName } from "../../sheet/workbook";
import { quoted, sheetOf } from "../../sheet/cell-address";
import { Failure } from "../failure";
import type { Package } from "./package-check";
import { packParts } from "./pack-parts";
import { PackageEditor } from "./package-editor";
import { sheetData } from "./sheet-data";
import type { Frames } from "./write-workbook";
import { writeFrames } from "./write-workbook";
import type { Placed } from "./style-sheet";
import { StyleSheet } from "./style-sheet";
import {
  addSheet,
  askForCalculation,
  definedName,
  definedNames,
  defineName,
  editWorkbook,
  isSameName,
  partOfSheet,
  sheetsOf,
} from "./workbook-lists";
import { openAtFirst } from "./sheet-order";
import { rootOf } from "./xml-tree";

/** @returns the bytes of the same workbook with these result sheets in it */
export async function withSheets(original: Package, pages: readonly Page[]): Promise<Uint8Array> {
  const editor = editWorkbook(original);
  await insertSheets(editor, pages);
  return packParts(editor.finish());
}

/** Puts these sheets into a workbook that is being edited. */
export async function insertSheets(editor: PackageEditor, pages: readonly Page[]): Promise<void> {
  const { parts, looks } = await writeFrames(pages);
  const donor = new PackageEditor(new Map(Object.entries(parts)));
  dropEarlier(editor, pages);
  const placed = new StyleSheet(editor).addAll(donor.tree("xl/styles.xml"));
  for (const [n, { part: from }] of sheetsOf(donor).entries()) {
    const page = pages[n];
    if (page) insertSheet(page, from, { donor, editor, placed, looks });
  }
  for (const { name, isFirst } of pages) if (isFirst) openAtFirst(name, editor);
  askForCalculation(editor);
}

/** What only our sheets of an earlier run lead to goes with them: tables, drawings, charts. */
function dropEarlier(editor: PackageEditor, pages: readonly Page[]): void {
  const before = editor.reachable();
  for (const page of pages) {
    refuseTakenName(page, editor);
    const part = partOfSheet(page.name, editor);
    if (part !== undefined) editor.removeRelations(part);
  }
  const after = editor.reachable();
  for (const part of before) if (!after.has(part)) editor.remove(part);
}

type Insertion = {
  readonly donor: PackageEditor;
  readonly editor: PackageEditor;
  readonly placed: Placed;
  readonly looks: Frames["looks"];
};

function insertSheet(page: Page, from: string, { donor, editor, placed, looks }: Insertion): void {
  const part = partOfSheet(page.name, editor) ?? addSheet(page.name, editor, page.isHidden);
  const rows = sheetData(page, (look) => placed.formats[looks.get(look) ?? 0] ?? 0);
  editor.put(part, strToU8(withRows(strFromU8(donor.bytes(from)), rows, placed)));
  copyRelated(donor, from, editor, part);
  if (page.mark !== undefined)
    defineName({ name: markName(page.mark) }, `${quoted(page.name)}!$A$1`, editor);
  const index = (of: PackageEditor) =>
    sheetsOf(of).findIndex(({ name }) => isSameName(name, page.name));
  const titles = definedName({ name: printTitles, sheet: index(donor) }, donor);
  defineName({ name: printTitles, sheet: index(editor) }, titles, editor);
}

/** What is repeated on every printed page of a sheet. */
const printTitles = "_xlnm.Print_Titles";

/**
 * A sheet that only happens to be called what ours is called is the user's own, and is not
 * replaced.
 */
function refuseTakenName({ name, mark }: Page, editor: PackageEditor): void {
  if (partOfSheet(name, editor) === undefined) return;
  const marked = mark === undefined ? undefined : definedName({ name: markName(mark) }, editor);
  if (marked === undefined || !isSameName(sheetOf(marked), name))
    throw new Failure("sheet-name-taken", { sheet: name });
}

/**
 * The sheet's tables, its drawing and the charts on it, under names of their own and with the ids
 * that the sheet's text refers to.
 */
function copyRelated(donor: PackageEditor, from: string, editor: PackageEditor, to: string): void {
  for (const { id, type, target } of donor.relations(from)) {
    const part = editor.freeName(target.replace(/\/[^/]*$/, ""));
    editor.put(part, donor.bytes(target));
    editor.declare(part, donor.contentType(target));
    if (type === "table") giveTableIdentity(part, editor);
    editor.relate(to, type, part, id);
    copyRelated(donor, target, editor, part);
  }
}

/**
 * Excel calls a workbook damaged where two tables have the same id, or a table has the name of
 * another table or a defined name, whatever its case.
 */
function giveTableIdentity(part: string, editor: PackageEditor): void {
  const root = rootOf(editor.edit(part));
  const name = root.getAttribute("displayName") ?? "";
  const others = sheetsOf(editor).flatMap((sheet) =>
    editor
      .relations(sheet.part)
      .filter(({ type }) => type === "table")
      .map(({ target }) => ({ sheet: sheet.name, table: rootOf(editor.tree(target)) })),
  );
  const same = others.find(({ table }) =>
    isSameName(table.getAttribute("displayName") ?? "", name),
  );
  if (same) throw new Failure("table-name-taken", { sheet: same.sheet, table: name });
  if (definedNames(editor).some((each) => isSameName(each, name)))
    throw new Failure("defined-name-taken", { table: name });
  const ids = others.map(({ table }) => Number(table.getAttribute("id") ?? 0));
  root.setAttribute("id", String(Math.max(0, ...ids) + 1));
}

/** Our own sheet's text with its rows, and its conditional formats moved to where they now stand. */
function withRows(frame: string, rows: string, { conditional }: Placed): string {
  return frame
    .replace(
      /(<cfRule\s[^>]*?\bdxfId=")(\d+)"/g,
      (_, before: string, id: string) => `${before}${conditional[Number(id)] ?? 0}"`,
    )
    .replace("<sheetData/>", () => rows);
}
