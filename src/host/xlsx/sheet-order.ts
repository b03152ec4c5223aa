/**
 * Puts a sheet before all others and lets the workbook open there. Lists that count sheets by their
 * position follow; the other sheets keep their order and every cell.
 */
import { strFromU8, strToU8 } from "fflate";
import { mainPart } from "./normalise-parts";
import type { PackageEditor } from "./package-editor";
import { isSameName, sheetsOf } from "./workbook-lists";
import { childElement, childElements, rootOf } from "./xml-tree";

/** A sheet's views stand among its first bytes. */
const headBytes = 20_000;

export function openAtFirst(name: string, editor: PackageEditor): void {
  const from = sheetsOf(editor).findIndex((each) => isSameName(each.name, name));
  if (from < 0) return;
  const root = rootOf(editor.edit(mainPart));
  const list = childElement(root, "sheets");
  const [first, moved] = list
    ? [childElements(list, "sheet")[0], childElements(list, "sheet")[from]]
    : [];
  if (list && first && moved && from > 0) {
    list.insertBefore(moved, first);
    renumberNames(editor, from);
    moveTitle(name, from, editor);
  }
  for (const views of childElements(root, "bookViews"))
    for (const view of childElements(views, "workbookView")) {
      view.setAttribute("activeTab", "0");
      view.removeAttribute("firstSheet");
    }
  for (const { part } of sheetsOf(editor)) deselect(part, editor);
}

/** A name of one sheet carries the sheet's position, from 0 (ECMA-376 part 1, 18.2.5). */
function renumberNames(editor: PackageEditor, from: number): void {
  const names = childElements(rootOf(editor.edit(mainPart)), "definedNames").flatMap((list) =>
    childElements(list, "definedName"),
  );
  for (const name of names) {
    const at = name.getAttribute("localSheetId");
    if (at === null || at === "") continue;
    const position = Number(at);
    const now = position === from ? 0 : position < from ? position + 1 : position;
    name.setAttribute("localSheetId", String(now));
  }
}

/** The document's properties list the sheets' names in order; a list that does not agree stays. */
function moveTitle(name: string, from: number, editor: PackageEditor): void {
  const part = editor.related("", "extended-properties");
  if (part === undefined || !editor.has(part)) return;
  const titles = childElement(rootOf(editor.tree(part)), "TitlesOfParts");
  const vector = titles && childElement(titles, "vector");
  if (!vector) return;
  const texts = childElements(vector);
  const moved = texts[from];
  if (moved?.textContent !== name) return;
  editor.edit(part);
  vector.insertBefore(moved, texts[0] ?? null);
}

/**
 * Excel edits all selected sheets at once, so that the one that was open when the file was saved must
 * not stay selected beside the one that is opened now.
 */
function deselect(part: string, editor: PackageEditor): void {
  const bytes = editor.bytes(part);
  // The views stand before the cells (ECMA-376 part 1, 18.3.1.99); as Latin-1 a byte is a character.
  const head = strFromU8(bytes.subarray(0, headBytes), true);
  const now = head.replace(/\stabSelected="[^"]*"/g, "");
  if (now.length === head.length) return;
  const rest = bytes.subarray(headBytes);
  const whole = new Uint8Array(now.length + rest.length);
  whole.set(strToU8(now, true));
  whole.set(rest, now.length);
  editor.put(part, whole);
}
