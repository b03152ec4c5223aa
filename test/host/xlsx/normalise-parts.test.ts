/**
 * Packages as other programs make them: whatever the parts are called and however they are encoded,
 * the same tables are read, and results can be written into the file.
 */
import { strFromU8, strToU8, zipSync } from "fflate";
import { Failure } from "../../../src/host/failure";
import { withSheets } from "../../../src/host/xlsx/insert-sheets";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { openParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookParts } from "../../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

type Parts = { [name: string]: Uint8Array };
type Change = (parts: Parts) => Parts;

const pages = writeWorkbook(document({ bids: [{ id: "A", price: "100.50" }] }), sv);
const original = writeWorkbookParts(pages);

const renamed =
  (change: (name: string) => string): Change =>
  (parts) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [change(name), part]));
const rewritten =
  (which: RegExp, change: (xml: string) => string): Change =>
  (parts) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        which.test(name) ? strToU8(change(strFromU8(part))) : part,
      ]),
    );
const both =
  (...changes: readonly Change[]): Change =>
  (parts) =>
    changes.reduce((changed, change) => change(changed), parts);
const encoded =
  (which: RegExp, encode: (xml: string) => Uint8Array): Change =>
  (parts) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        which.test(name) ? encode(strFromU8(part)) : part,
      ]),
    );

const utf16 = (xml: string) =>
  new Uint8Array(Buffer.from(`\ufeff${xml.replace("UTF-8", "UTF-16")}`, "utf16le"));
const utf16be = (xml: string) => new Uint8Array(Buffer.from(utf16(xml)).swap16());
const latin1 = (xml: string) => {
  const referenced = xml.replace(/[^\0-\xff]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return new Uint8Array(Buffer.from(referenced.replace("UTF-8", "ISO-8859-1"), "latin1"));
};

const strict = rewritten(/\.(xml|rels)$/, (xml) =>
  xml
    .replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    .replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    .replace("<workbook ", '<workbook conformance="strict" '),
);
const main2 = both(
  renamed((name) => name.replace("xl/workbook.xml", "xl/workbook2.xml")),
  renamed((name) => name.replace("_rels/workbook.xml.rels", "_rels/workbook2.xml.rels")),
  rewritten(/^_rels|^\[Content/, (xml) => xml.replace("xl/workbook.xml", "xl/workbook2.xml")),
);
const mainAtRoot = both(
  renamed((name) =>
    name
      .replace("xl/workbook.xml", "book.xml")
      .replace("xl/_rels/workbook.xml.rels", "_rels/book.xml.rels"),
  ),
  rewritten(/^_rels\/\.rels|^\[Content/, (xml) => xml.replace("xl/workbook.xml", "book.xml")),
  rewritten(/^_rels\/book/, (xml) => xml.replace(/Target="(?!\/)/g, 'Target="xl/')),
);

const cases: readonly (readonly [string, Change])[] =
  // prettier-ignore
  [
  ["the texts in another case",               renamed((name) => name.replace("sharedStrings", "SharedStrings"))],
  ["the sheets in another case",              renamed((name) => name.replace(/sheets\/sheet(\d)/, "sheets/Sheet$1"))],
  ["the tables in another case",              renamed((name) => name.replace(/tables\/table/, "Tables/TABLE"))],
  ["the styles in another case",              renamed((name) => name.replace("styles.xml", "Styles.XML"))],
  ["every name in capitals",                  renamed((name) => name.toUpperCase())],
  ["backslashes in every name",               renamed((name) => name.replaceAll("/", "\\"))],
  ["backslashes in the relations too",        both(renamed((name) => name.replaceAll("/", "\\")), rewritten(/rels$/, (xml) => xml.replace(/Target="([^"]*)"/g, (whole) => whole.replaceAll("/", "\\"))))],
  ["names that begin with a slash",           renamed((name) => `/${name}`)],
  ["relations that begin with ./",            rewritten(/workbook\.xml\.rels$/, (xml) => xml.replaceAll('Target="worksheets', 'Target="./worksheets'))],
  ["relations in single quotes",              rewritten(/rels$/, (xml) => xml.replaceAll('"', "'"))],
  ["another prefix for the relations",        rewritten(/^xl\/workbook\.xml$/, (xml) => xml.replaceAll("r:id=", "d3p1:id=").replaceAll("xmlns:r=", "xmlns:d3p1=")) ],
  ["ids that do not begin with rId",          both(rewritten(/^xl\/workbook\.xml$/, (xml) => xml.replaceAll('r:id="rId', 'r:id="R')), rewritten(/workbook\.xml\.rels$/, (xml) => xml.replaceAll('Id="rId', 'Id="R')))],
  ["a main part called workbook2",            main2],
  ["a main part at the root",                 mainAtRoot],
  ["sheets in UTF-16",                        encoded(/worksheets\/sheet/, utf16)],
  ["the texts in UTF-16, the other way",      encoded(/sharedStrings/, utf16be)],
  ["the workbook and its relations in UTF-16", encoded(/workbook\.xml|^_rels/, utf16)],
  ["the texts in Latin-1",                    encoded(/sharedStrings/, latin1)],
  ["a strict workbook",                       strict],
  ["a workbook with macros",                  rewritten(/^\[Content/, (xml) => xml.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))],
];

const tablesOf = async (parts: Parts) => (await openParts(openPackage(zipSync(parts)))).reading;

test.each(cases)("%s", async (_, change) => {
  const plain = await original;
  const changed = change(plain);
  expect(changed).not.toEqual(plain);
  expect(await tablesOf(changed)).toEqual(await tablesOf(plain));
});

test.each(cases.filter(([name]) => /case|main part|UTF-16|slash/.test(name)))(
  "%s: a result sheet is put in beside the others",
  async (_, change) => {
    const parts = openPackage(zipSync(change(await original)));
    const page = { ...(pages[0] as (typeof pages)[0]), name: "Resultat", mark: "overview" };
    const { table: _table, ...result } = page;
    const written = await openParts(openPackage(await withSheets(parts, [result])));
    expect(written.reading.sheets).toEqual([...pages.map(({ name }) => name), "Resultat"]);
  },
);

test.each(
  // prettier-ignore
  [
  ["two main parts",          both(main2, (parts) => ({ ...parts, "xl/workbook.xml": strToU8("<workbook/>") })), "file-hostile"],
  ["no relations",            (parts: Parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== "_rels/.rels")), "file-not-zip"],
  ["a sheet that is missing", (parts: Parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== "xl/worksheets/sheet1.xml")), "file-damaged"],
  ["texts that are missing",  (parts: Parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes("sharedStrings"))), "file-damaged"],
  ["styles that are missing", (parts: Parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes("styles"))), "file-damaged"],
  ["a table that is missing", (parts: Parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes("table1.xml"))), "file-damaged"],
  ["a sheet cut off",         rewritten(/sheet1\.xml$/, (xml) => xml.slice(0, -200)), "file-damaged"],
  ["texts of another encoding", encoded(/sharedStrings/, (xml) => new Uint8Array(Buffer.from(xml, "latin1"))), "file-damaged"],
  ["two sheets of one name",  rewritten(/^xl\/workbook\.xml$/, (xml) => xml.replace('name="Anbud"', 'name="MODELL"')), "sheet-twice"],
] as readonly (readonly [string, Change, string])[],
)("%s: one sentence", async (_, change, code) => {
  const changed = change(await original);
  await expect(tablesOf(changed)).rejects.toMatchObject({ code });
  await expect(tablesOf(changed)).rejects.toBeInstanceOf(Failure);
});
