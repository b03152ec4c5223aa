/**
 * What the .xlsx host tells of a table beside its cells: a row that was typed below it, a merged
 * header, formulas.
 */
import { strFromU8, strToU8 } from "fflate";
import type { Package } from "../../../src/host/xlsx/package-check";
import { openParts, readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookParts } from "../../../src/host/xlsx/write-workbook";
import type { Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

const pages = writeWorkbook(document({ bids: [{ id: "A", price: "1" }] }), sv);
const bids = (change: (page: Page) => Page) =>
  pages.map((page) => (page.name === "Anbud" ? change(page) : page));
const table = async (parts: Package) =>
  (await readParts(parts)).tables.find(({ sheet }) => sheet === "Anbud");
const written = async (all: readonly Page[]): Promise<Map<string, Uint8Array>> =>
  new Map(Object.entries(await writeWorkbookParts(all)));

test("a table with nothing below it", async () => {
  expect(await table(await written(pages))).toMatchObject({
    name: "Mervarde_bids",
    top: 3,
    left: 0,
    mergedHeader: false,
  });
  expect((await table(await written(pages)))?.below).toBeUndefined();
});

test("a cell for a number says how it is written, and takes anything all the same", async () => {
  const name = `xl/worksheets/sheet${pages.findIndex((page) => page.name === "Anbud") + 1}.xml`;
  const rules = [
    ...strFromU8((await written(pages)).get(name) ?? new Uint8Array()).matchAll(
      /<dataValidation [^>]*>.*?<\/dataValidation>/g,
    ),
  ].map(([rule]) => rule);
  const price = rules.find((rule) => rule.includes('sqref="F5:')) ?? "";
  expect(price).toContain('type="custom"');
  expect(price).toContain("skriv 0 bara om det verkligen är noll");
  expect(price).toContain("<formula1>TRUE</formula1>");
  expect(price).not.toContain('showErrorMessage="1"');
});

test("a bid typed right below the table is noticed", async () => {
  const typed = bids((page) => ({
    ...page,
    rows: [...page.rows, [null, { value: "B" }, { value: "Bolaget B" }]],
  }));
  const below = (await table(await written(typed)))?.below ?? [];
  expect(below.map(({ row, cells }) => [row, ...cells.map(({ value }) => value)])).toEqual([
    [5, null, "B", "Bolaget B", ...Array.from({ length: 8 }, () => null)],
  ]);
});

test("a merged header cell is noticed", async () => {
  const merged = bids((page) => ({ ...page, merges: [{ top: 3, left: 1, bottom: 3, right: 2 }] }));
  expect((await table(await written(merged)))?.mergedHeader).toBe(true);
});

/** The sheet of bids with the XML of its price cell, F5, replaced. */
async function withPrice(cell: string): Promise<Package> {
  const parts = await written(pages);
  const name = `xl/worksheets/sheet${pages.findIndex((page) => page.name === "Anbud") + 1}.xml`;
  return parts.set(
    name,
    strToU8(
      strFromU8(parts.get(name) ?? new Uint8Array()).replace(/<c r="F5"[^>]*>.*?<\/c>/, cell),
    ),
  );
}

test.each(
  // prettier-ignore
  [
  ["a formula with its value",     '<c r="F5"><f>1+2</f><v>3</v></c>',               { kind: "number", value: 3, formula: "1+2" }],
  ["a formula without one",        '<c r="F5"><f>1+2</f></c>',                       { kind: "blank", value: null, formula: "1+2" }],
  ["a formula that failed",        '<c r="F5" t="e"><f>1/0</f><v>#DIV/0!</v></c>',   { kind: "error", value: "#DIV/0!", formula: "1/0" }],
  ["a comma in a number cell",     '<c r="F5"><v>1,5</v></c>',                       { kind: "text", value: "1,5" }],
  ["a boolean",                    '<c r="F5" t="b"><v>1</v></c>',                   { kind: "boolean", value: true }],
],
)("%s", async (_, xml, expected) => {
  expect((await table(await withPrice(xml)))?.rows[0]?.[5]).toEqual(expected);
});

/** The sheet of bids with its table part, and the row above its bids, changed. */
async function withTablePart(
  change: (xml: string) => string,
  sheet = (xml: string) => xml,
): Promise<Package> {
  const parts = await written(pages);
  for (const [name, part] of parts) {
    const xml = strFromU8(part);
    if (xml.includes('displayName="Mervarde_bids"')) parts.set(name, strToU8(change(xml)));
  }
  const name = `xl/worksheets/sheet${pages.findIndex((page) => page.name === "Anbud") + 1}.xml`;
  return parts.set(name, strToU8(sheet(strFromU8(parts.get(name) ?? new Uint8Array()))));
}

test("a table whose header row is switched off has its headers all the same", async () => {
  const plain = await table(await written(pages));
  const off = await withTablePart(
    (xml) =>
      xml
        .replace(/ ref="A4:([A-Z]+)5"/g, ' ref="A5:$15"')
        .replace("<table ", '<table headerRowCount="0" '),
    (xml) => xml.replace(/<row r="4".*?<\/row>/, ""),
  );
  expect(await table(off)).toEqual(plain);
});

test("a table stretched over the whole sheet is read as far as the sheet is used", async () => {
  const plain = await table(await written(pages));
  const stretched = await withTablePart((xml) =>
    xml.replace(/ ref="[^"]*"/g, ' ref="A4:XFD1048576"'),
  );
  const read = await table(stretched);
  expect(read?.headers.filter((header) => header !== "")).toEqual(plain?.headers);
  expect(read?.rows.length).toBeLessThan(10);
  expect(read?.rows[0]?.slice(0, plain?.headers.length)).toEqual(plain?.rows[0]);
});

test.each(["A4:G9999999", "A4:XFE5", "G4:A5", "Anbud", ""])(
  "a table over %p is damage, reported with sheet and table",
  async (ref) => {
    const parts = await withTablePart((xml) => xml.replace(/ ref="[^"]*"/g, ` ref="${ref}"`));
    await expect(readParts(parts)).rejects.toMatchObject({
      code: "file-damaged",
      details: { sheet: "Anbud", table: "Mervarde_bids" },
    });
  },
);

test("a sheet of charts is a sheet without tables", async () => {
  const parts = await written(pages);
  const [workbook, rels] = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
  const text = (name: string) => strFromU8(parts.get(name) ?? new Uint8Array());
  const sheet = '<sheet name="Diagram" sheetId="99" r:id="rIdC"/>';
  parts.set(workbook, strToU8(text(workbook).replace("<sheets>", `<sheets>${sheet}`)));
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet";
  const relation = `<Relationship Id="rIdC" Type="${type}" Target="chartsheets/sheet1.xml"/>`;
  parts.set(rels, strToU8(text(rels).replace("</Relationships>", `${relation}</Relationships>`)));
  const plain = await readParts(await written(pages));
  expect(await readParts(parts)).toEqual({ ...plain, sheets: ["Diagram", ...plain.sheets] });
});

/** The workbook with a moment, a cell that is only formatted, and a number of another spelling. */
async function withEveryKind(change: (xml: string) => string): Promise<Package> {
  const parts = await written(pages);
  const edit = (name: string, edited: (xml: string) => string) =>
    parts.set(name, strToU8(edited(strFromU8(parts.get(name) ?? new Uint8Array()))));
  const styles = strFromU8(parts.get("xl/styles.xml") ?? new Uint8Array());
  const moment = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf\b/g)?.length;
  edit("xl/styles.xml", (xml) => xml.replace("</cellXfs>", '<xf numFmtId="22"/></cellXfs>'));
  for (const name of [...parts.keys()].filter((part) => part.startsWith("xl/worksheets/sheet")))
    edit(name, (xml) =>
      change(
        xml.replace(
          /<row r="5"(.*?)<\/row>/,
          (row) =>
            `${row}<row r="91"><c r="A91" s="${moment}"><v>60</v></c><c r="C91" s="${moment}"><v>45000.5</v></c><c r="D91" s="2"/><c r="E91"><v>-1.5E-7</v></c><c r="G91" s="1"><v>12345678901234.56</v></c></row>`,
        ),
      ),
    );
  return parts;
}

test("cells are read alike however they are spelled: by our own reader or by the library", async () => {
  const everything = async (change: (xml: string) => string) => {
    const { reading, everySheet, concealed } = await openParts(await withEveryKind(change));
    return { reading, sheets: everySheet(), concealed: concealed() };
  };
  const read = await everything((xml) => xml);
  expect(
    read.sheets[0]?.rows[90]?.slice(0, 7).map(({ kind, value }) => `${kind} ${value}`),
  ).toEqual([
    "date 1900-02-28",
    "blank null",
    "date 2023-03-15T12:00",
    "blank null",
    "number -1.5e-7",
    "blank null",
    "number 12345678901234.56",
  ]);
  expect(await everything((xml) => xml.replaceAll('<c r="', '<c  r="'))).toEqual(read);
});

test("cells that do not say where they stand follow the one before", async () => {
  const row = '<row r="91"><c r="F91"><v>7</v></c><c><v>8</v></c></row>';
  const parts = await withTablePart(
    (xml) => xml,
    (xml) => xml.replace("</sheetData>", `${row}</sheetData>`),
  );
  const bidSheet = (await openParts(parts)).everySheet().find(({ name }) => name === "Anbud");
  expect(bidSheet?.rows[90]?.slice(5, 7).map(({ value }) => value)).toEqual([7, 8]);
});
