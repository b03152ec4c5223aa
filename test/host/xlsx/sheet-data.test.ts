/**
 * Result sheets put into someone's workbook have their rows written by us, a new workbook by the
 * library: cell by cell both say the same and look the same.
 */
import { strFromU8 } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { withSheets } from "../../../src/host/xlsx/insert-sheets";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import type { CellContent, Page } from "../../../src/sheet/workbook";

const page = (name: string, rows: Page["rows"]): Page => ({
  name,
  role: "result",
  rows,
  widths: [20, 12],
  hiddenColumns: [],
  freeze: { rows: 0, columns: 0 },
  choices: [],
  highlights: [],
  header: "",
});

/** What a reader of the file is told of the cell B3. */
async function cellIn(bytes: Uint8Array, sheet: string) {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const found = sheets.find(({ name }) => name === sheet);
  const { value, formula, formulaResult, style, hyperlink } = found?.cells?.get("2,1") ?? {};
  const look = style && { ...style, numFmt: style.numFmt ?? "General" };
  return {
    value: value ?? found?.rows[2]?.[1] ?? null,
    ...{ formula, formulaResult, look, location: hyperlink?.location },
  };
}

test.each<[string, CellContent]>([
  ["a text", { value: "FoU &amp; drift <utan moms>" }],
  ["a text that is empty", { value: "", style: "note" }],
  ["a text that looks like a formula", { value: "=SUM(A1)", style: "text" }],
  ["a text over two lines", { value: "Rad 1\nRad 2", style: "note" }],
  ["a text that looks like an escape", { value: "_x0041_", style: "text" }],
  ["a text with a character that XML cannot hold", { value: "a\u0001b", style: "text" }],
  ["a number with two decimals", { value: 1234.5, style: "number", format: "#,##0.00" }],
  ["a small number", { value: 1e-7, style: "number" }],
  ["yes", { value: true, style: "text" }],
  ["a blank cell with a look", { style: "header" }],
  ["a formula with a number", { formula: 'IF(A1<2,"låg",A1&"x")', value: 7, style: "key-figure" }],
  ["a formula with a text", { formula: "A1", value: "<saknas>", style: "number" }],
  ["a formula with yes", { formula: "A1=1", value: true }],
  ["a formula that is not calculated", { formula: "A1+1", value: null }],
  ["a link", { value: "Pris!B5", style: "link", link: { sheet: "Pris", row: 4, column: 1 } }],
])("%s", async (_, cell) => {
  const rows = [[{ value: "Rubrik", style: "title" as const }], [], [{ value: "a" }, cell]];
  const theirs = await writeWorkbookBytes([page("Blad", [[{ value: "Mitt" }]])]);
  const whole = await writeWorkbookBytes([page("Resultat", rows)]);
  const inserted = await withSheets(openPackage(theirs), [page("Resultat", rows)]);
  const byLibrary = await cellIn(whole, "Resultat");
  expect(byLibrary.value ?? byLibrary.look).not.toBeNull();
  expect(await cellIn(inserted, "Resultat")).toEqual(byLibrary);
});

test("a row that is tall for its text stays so, and no sheet of samples comes with it", async () => {
  const long = page("Resultat", [[{ value: "Ett skäl. ".repeat(20), style: "note" }]]);
  const theirs = await writeWorkbookBytes([page("Blad", [[{ value: "Mitt" }]])]);
  const inserted = await withSheets(openPackage(theirs), [long]);
  expect((await readXlsx(inserted)).sheets.map(({ name }) => name)).toEqual(["Blad", "Resultat"]);
  const [first = new Uint8Array()] = [...openPackage(inserted)].flatMap(([part, bytes]) =>
    part.endsWith("/mervarde1.xml") ? [bytes] : [],
  );
  const [, height] = /<row r="1" ht="(\d+)">/.exec(strFromU8(first)) ?? [];
  expect(Number(height)).toBeGreaterThan(100);
});

test("a sheet may have the name that the samples would have had", async () => {
  const theirs = await writeWorkbookBytes([page("Blad", [[{ value: "Mitt" }]])]);
  const own = page("_0", [[{ value: "Resultat", style: "title" }]]);
  const { sheets } = await readXlsx(await withSheets(openPackage(theirs), [own]));
  expect(sheets.map(({ name, rows }) => [name, rows[0]?.[0]])).toEqual([
    ["Blad", "Mitt"],
    ["_0", "Resultat"],
  ]);
});
