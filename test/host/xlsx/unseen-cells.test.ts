/**
 * Cells that are hidden to the eye in a file: a row or a column without room, tiny text, text in the
 * colour of its background, a format that shows nothing, a merge, something drawn over them. Each is
 * found with its sheet and cells, and what can be seen is not.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { LooseWorkbook } from "../../../src/host/xlsx/browser-workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import type { Concealed } from "../../../src/sheet/workbook";
import { cellName } from "../../../src/sheet/cell-address";
import { verifyWorkbook } from "../../../src/app/verify";
import { en } from "../../../src/words/en/words";
import { findingText } from "../../../src/words/sentences";
import { sv } from "../../../src/words/sv/words";
import { calculator } from "../../calculator";
import { circumstances, evaluatedPages } from "../../sealed";

type Parts = { [name: string]: Uint8Array };
type Edit = (parts: Parts) => void;

let whole: Parts;
const partOf = new Map<string, string>();
beforeAll(async () => {
  const pages = await evaluatedPages();
  whole = unzipSync(await writeWorkbookBytes(pages));
  for (const [n, { name }] of pages.entries()) partOf.set(name, `xl/worksheets/sheet${n + 1}.xml`);
});

/** Replaces in a part, which must have what is replaced. */
function replaced(parts: Parts, name: string, from: RegExp, to: string): void {
  const before = strFromU8(parts[name] ?? new Uint8Array());
  expect(from.test(before)).toBe(true);
  parts[name] = strToU8(before.replace(from, to));
}

const sheet =
  (name: string, from: RegExp, to: string): Edit =>
  (parts) => {
    replaced(parts, partOf.get(name) ?? "", from, to);
  };
const height = (name: string, row: number, points: string) =>
  sheet(
    name,
    new RegExp(`<row r="${row}"(?: ht="[^"]*")?`),
    `<row r="${row}" ht="${points}" customHeight="1"`,
  );
const width = (name: string, column: number, characters: string) =>
  sheet(
    name,
    new RegExp(`<col min="${column}" max="${column}" width="[^"]*"`),
    `<col min="${column}" max="${column}" width="${characters}"`,
  );

/** Adds an element to a list of the style sheet, and says its index. */
function added(parts: Parts, list: string, element: string): number {
  const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
  const inside = new RegExp(`<${list}\\b[^>]*>(.*?)</${list}>`, "s").exec(styles)?.[1] ?? "";
  const child = { fonts: "font", fills: "fill", cellXfs: "xf" }[list] ?? "";
  replaced(parts, "xl/styles.xml", new RegExp(`</${list}>`), `${element}</${list}>`);
  return [...inside.matchAll(new RegExp(`<${child}[ />]`, "g"))].length;
}

type Look = { readonly font?: string; readonly fill?: string; readonly format?: string };

/** Gives a cell a format of its own; colours as the attributes of a colour. */
const look =
  (name: string, cell: string, { font, fill, format }: Look): Edit =>
  (parts) => {
    const fontId =
      font === undefined ? 0 : added(parts, "fonts", `<font>${font}<name val="Calibri"/></font>`);
    const fillId =
      fill === undefined
        ? 0
        : added(
            parts,
            "fills",
            `<fill><patternFill patternType="solid"><fgColor ${fill}/></patternFill></fill>`,
          );
    if (format !== undefined) {
      const known = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array()).includes("<numFmts");
      const code = `<numFmt numFmtId="390" formatCode="${format.replaceAll('"', "&quot;")}"/>`;
      if (known) replaced(parts, "xl/styles.xml", /<numFmts[^>]*>/, `$&${code}`);
      else replaced(parts, "xl/styles.xml", /<fonts/, `<numFmts count="1">${code}</numFmts><fonts`);
    }
    const xf = added(
      parts,
      "cellXfs",
      `<xf numFmtId="${format === undefined ? 0 : 390}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"/>`,
    );
    replaced(
      parts,
      partOf.get(name) ?? "",
      new RegExp(`<c r="${cell}"( t="s")? s="\\d+"`),
      `<c r="${cell}"$1 s="${xf}"`,
    );
  };

const merge = (name: string, area: string) =>
  sheet(
    name,
    /<\/sheetData>/,
    `</sheetData><mergeCells count="1"><mergeCell ref="${area}"/></mergeCells>`,
  );

const corner = (name: string, [row, column]: readonly [number, number], offset = 0) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
const picture = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logotyp"/></xdr:nvPicPr></xdr:pic>`;
const shape = (fill: string, hidden = "") =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Ruta"${hidden}/></xdr:nvSpPr><xdr:spPr>${fill}</xdr:spPr></xdr:sp>`;

/** Anchors an object from a cell to the beginning of another, both counted from 0. */
const drawn =
  (
    name: string,
    from: readonly [number, number],
    to: readonly [number, number],
    object: string,
  ): Edit =>
  (parts) => {
    const part = partOf.get(name) ?? "";
    parts["xl/drawings/drawing99.xml"] = strToU8(
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>${corner("from", from)}${corner("to", to)}${object}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    );
    const relations = part.replace(/([^/]+)$/, "_rels/$1.rels");
    replaced(
      parts,
      relations,
      /<\/Relationships>/,
      `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing99.xml"/></Relationships>`,
    );
    replaced(
      parts,
      part,
      /<\/worksheet>/,
      `<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/></worksheet>`,
    );
  };

/** What is found beyond what we hide: the columns that keep a row's identity, and whole sheets. */
async function found(...edits: readonly Edit[]): Promise<string[]> {
  const parts = { ...whole };
  for (const edit of edits) edit(parts);
  const workbook = LooseWorkbook.ofBytes("a.xlsx", zipSync(parts), calculator);
  const text = (each: Concealed) => {
    if (each.kind !== "cells") return `${each.sheet} ${each.kind} ${each.first}–${each.last}`;
    const { top, left, bottom, right } = each.area;
    return `${each.sheet} ${each.how} ${cellName(top, left)}:${cellName(bottom, right)}`;
  };
  const ours = (each: Concealed) =>
    (each.kind === "columns" && each.first === 0) || each.kind === "sheet";
  return (await workbook.concealed()).filter((each) => !ours(each)).map(text);
}

const white = { font: `<sz val="11"/><color rgb="FFFFFFFF"/>` };
const on = (fill: string) => ({ font: `<sz val="11"/><color theme="1"/>`, fill });

// B6 is a bidder's name on the sheet Anbud, F5 and F6 the bids' prices.
// prettier-ignore
test.each<[string, () => Edit[], string[]]>([
  ["as we write it",                         () => [],                                                     []],
  ["a row 0.1 points high",                  () => [height("Anbud", 6, "0.1")],                            ["Anbud rows 5–5"]],
  ["a row 3 points high can be seen",        () => [height("Anbud", 6, "3")],                              []],
  ["a column 0.1 characters wide",           () => [width("Anbud", 6, "0.1")],                             ["Anbud columns 5–5"]],
  ["1-point text",                           () => [look("Anbud", "F6", { font: `<sz val="1"/>` })],       ["Anbud tiny-text F6:F6"]],
  ["3-point text can be seen",               () => [look("Anbud", "F6", { font: `<sz val="3"/>` })],       []],
  ["white on nothing",                       () => [look("Anbud", "F6", white)],                           ["Anbud same-colour F6:F6"]],
  ["white on white",                         () => [look("Anbud", "F6", { ...white, fill: `rgb="FFFFFFFF"` })], ["Anbud same-colour F6:F6"]],
  ["nearly white",                           () => [look("Anbud", "F6", { font: `<sz val="11"/><color rgb="FFFAFAFA"/>` })], ["Anbud same-colour F6:F6"]],
  ["white by the theme",                     () => [look("Anbud", "F6", { font: `<sz val="11"/><color theme="0"/>` })], ["Anbud same-colour F6:F6"]],
  ["white by the old palette",               () => [look("Anbud", "F6", { font: `<sz val="11"/><color indexed="9"/>` })], ["Anbud same-colour F6:F6"]],
  ["black by the theme on black",            () => [look("Anbud", "F6", on(`rgb="FF000000"`))],            ["Anbud same-colour F6:F6"]],
  ["black on a theme's light grey is seen",  () => [look("Anbud", "F6", on(`theme="0" tint="-0.15"`))],    []],
  ["white on blue can be seen",              () => [look("Anbud", "F6", { ...white, fill: `rgb="FF0F548C"` })], []],
  ["two white cells below each other",       () => [look("Anbud", "F5", white), look("Anbud", "F6", white)], ["Anbud same-colour F5:F6"]],
  ["the format ;;;",                         () => [look("Anbud", "F6", { format: ";;;" })],               ["Anbud blank-format F6:F6"]],
  ["a format of quoted blanks",              () => [look("Anbud", "F6", { format: `" ";" ";" "` })],       ["Anbud blank-format F6:F6"]],
  ["a format that shows numbers",            () => [look("Anbud", "F6", { format: "#,##0;-#,##0;" })],     []],
  ["a text under ;; can be seen",            () => [look("Anbud", "C6", { format: ";;" })],                []],
  ["prices merged into one",                 () => [merge("Anbud", "F5:F6")],                              ["Anbud merge F6:F6"]],
  ["a merge beside the table",               () => [merge("Anbud", "A1:D1")],                              []],
  ["a picture over the prices",              () => [drawn("Anbud", [4, 5], [6, 6], picture)],              ["Anbud drawing F5:F6"]],
  ["a text box over one",                    () => [drawn("Anbud", [5, 5], [6, 6], shape(`<a:solidFill/>`))], ["Anbud drawing F6:F6"]],
  ["a shape without fill",                   () => [drawn("Anbud", [4, 5], [6, 6], shape(`<a:noFill/>`))], []],
  ["a shape with fill and no line",          () => [drawn("Anbud", [5, 5], [6, 6], shape(`<a:solidFill/><a:ln><a:noFill/></a:ln>`))], ["Anbud drawing F6:F6"]],
  ["a shape that is hidden itself",          () => [drawn("Anbud", [4, 5], [6, 6], shape("", ` hidden="1"`))], []],
  ["a picture above the table",              () => [drawn("Anbud", [0, 0], [2, 3], picture)],              []],
  ["white text on a result sheet",           () => [look("Utvärdering", "B6", white)],                     ["Utvärdering same-colour B6:B6"]],
])("%s", async (_name, edits, expected) => {
  expect(await found(...edits())).toEqual(expected);
});

test("rows that have no height because the sheet gives them none", async () => {
  const edit = sheet(
    "Anbud",
    /<sheetFormatPr[^>]*>|<cols>/,
    `<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>$&`,
  );
  const lines = await found(edit);
  expect(lines.some((line) => line.startsWith("Anbud rows"))).toBe(true);
});

test("verify names the cells, and does not hold", async () => {
  const parts = { ...whole };
  look("Anbud", "F6", white)(parts);
  const found = await verifyWorkbook(LooseWorkbook.ofBytes("a.xlsx", zipSync(parts), calculator), {
    version: circumstances.version,
    words: sv,
    all: [sv, en],
    calculator,
  });
  if (!("checks" in found)) throw new Error("unreadable");
  expect(found.holds).toBe(false);
  const [unseen] = found.checks.find(({ name }) => name === "seen")?.findings ?? [];
  if (!unseen) throw new Error("nothing found");
  expect([unseen.details["cell"], findingText(unseen, sv)]).toEqual([
    "Anbud!F6",
    "Texten i F6 på bladet Anbud har samma färg som bakgrunden och syns inte, men räknas med. Resultatet är detsamma som om allt syntes. Ge den en annan färg.",
  ]);
});
