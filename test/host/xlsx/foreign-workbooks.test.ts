/**
 * Workbooks as other programs and people make them, evaluated: Excel opens the result, everything
 * that is theirs says what it said, and parts that are not lists of the workbook are the same
 * bytes. What cannot be written without harm is refused before anything is written.
 */
import type { Element } from "@xmldom/xmldom";
import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { CaseService } from "../../../src/case/case-service";
import { LooseWorkbook } from "../../../src/host/xlsx/browser-workbook";
import { FileWorkbook } from "../../../src/host/xlsx/file-workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { en } from "../../../src/words/en/words";
import { failureText } from "../../../src/words/sentences";
import { sv } from "../../../src/words/sv/words";
import { calculator } from "../../calculator";
import { excelDemands } from "../../excel-demands";
import { document, monetary } from "../../small";
import { schemaFaults } from "../../validator";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Parts = { [name: string]: Uint8Array };
type Change = (parts: Parts) => void;

const value = document({
  criteria: [monetary("M", { deduction: "100" })],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" } },
    { id: "B", price: "950.25", scores: { M: "0" } },
  ],
});

const [workbookPart, relsPart, typesPart] = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "[Content_Types].xml",
];
const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A small workbook with a sheet of the user's own, that has a table, a chart and a comment. */
async function workbook(...changes: readonly Change[]): Promise<Uint8Array> {
  const parts: Parts = unzipSync(await writeWorkbookBytes(writeWorkbook(value, sv)));
  const own = unzipSync(await ownSheet());
  const sheet = strFromU8(own["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  for (const [name, bytes] of Object.entries(own))
    if (/^xl\/(charts|drawings|comments|tables|threaded)/.test(name))
      parts[name.replace("tables/table1", "tables/table99")] = bytes;
  const rename = (text: string) => text.replaceAll("tables/table1.xml", "tables/table99.xml");
  parts["xl/tables/table99.xml"] = strToU8(
    strFromU8(parts["xl/tables/table99.xml"] ?? new Uint8Array()).replace(/\bid="1"/, 'id="99"'),
  );
  parts["xl/worksheets/sheet99.xml"] = strToU8(sheet.replace(/ s="\d+"/g, ""));
  parts["xl/worksheets/_rels/sheet99.xml.rels"] = strToU8(
    rename(strFromU8(own["xl/worksheets/_rels/sheet1.xml.rels"] ?? new Uint8Array())),
  );
  const types = strFromU8(own[typesPart] ?? new Uint8Array());
  const overrides = types.match(
    /<Override PartName="\/xl\/(charts|drawings|comments|tables)[^>]*>/g,
  );
  const defaults = types.match(/<Default Extension="vml"[^>]*>/g);
  put(parts, typesPart, (xml) => xml.replace("<Override", `${(defaults ?? []).join("")}<Override`));
  put(parts, typesPart, (xml) => atEnd(xml, "Types", rename((overrides ?? []).join(""))));
  addPart(parts, "xl/worksheets/sheet99.xml", "worksheet", "worksheet+xml");
  put(parts, workbookPart, (xml) =>
    atEnd(xml, "sheets", '<sheet name="Egna beräkningar" sheetId="99" r:id="worksheet99"/>'),
  );
  for (const change of changes) change(parts);
  return zipSync(parts);
}

function ownSheet(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: "Egna beräkningar",
        rows: [
          ["Belopp", "Del"],
          [100, 0.25],
        ],
        cells: new Map([
          ["1,0", { value: 100, type: "number", comment: { author: "EA", text: "Ring Bo" } }],
        ]),
        tables: [
          { name: "MinaBelopp", range: "A1:B2", columns: [{ name: "Belopp" }, { name: "Del" }] },
        ],
        charts: [
          {
            type: "bar",
            series: [{ name: "Belopp", values: "'Egna beräkningar'!$A$2:$A$2" }],
            anchor: { from: { row: 5, col: 3 }, to: { row: 15, col: 8 } },
          },
        ],
      },
    ],
    stringMode: "inline",
  });
}

function put(parts: Parts, name: string, change: (xml: string) => string): void {
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  parts[name] = strToU8(after);
}

function atEnd(xml: string, list: string, added: string): string {
  return xml.replace(`</${list}>`, `${added}</${list}>`);
}

/** A part that the workbook points to, with its content type. */
function addPart(parts: Parts, part: string, type: string, contentType: string): void {
  const full = contentType.includes("/")
    ? contentType
    : `application/vnd.openxmlformats-officedocument.spreadsheetml.${contentType}`;
  put(parts, typesPart, (xml) =>
    atEnd(xml, "Types", `<Override PartName="/${part}" ContentType="${full}"/>`),
  );
  put(parts, relsPart, (xml) =>
    atEnd(
      xml,
      "Relationships",
      `<Relationship Id="${type}99" Type="${rels}/${type}" Target="/${part}"/>`,
    ),
  );
}

const names: (added: string) => Change = (added) => (parts) => {
  put(parts, workbookPart, (xml) => atEnd(xml, "definedNames", added));
};

/** The main namespace of a part under the prefix x, as some programs write it. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2").replace(/\sxmlns="/, ' xmlns:x="');
}

const externalBook: Change = (parts) => {
  const part = "xl/externalLinks/externalLink1.xml";
  parts[part] = strToU8(
    `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${rels}"><externalBook r:id="rId1"><sheetNames><sheetName val="Blad1"/></sheetNames></externalBook></externalLink>`,
  );
  parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rels}/externalLinkPath" Target="budget.xlsx" TargetMode="External"/></Relationships>`,
  );
  addPart(parts, part, "externalLink", "externalLink+xml");
  put(parts, workbookPart, (xml) =>
    xml.replace(
      "</sheets>",
      '</sheets><externalReferences><externalReference r:id="externalLink99"/></externalReferences>',
    ),
  );
};

const asExcelSaves: Change = (parts) => {
  put(parts, workbookPart, (xml) =>
    xml
      .replace(
        "<workbook ",
        '<workbook xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" ',
      )
      .replace(
        "<bookViews>",
        '<fileVersion appName="xl"/><workbookPr/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\"/></mc:Choice></mc:AlternateContent><bookViews>',
      )
      .replace(
        "</workbook>",
        '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>',
      ),
  );
};

const withTitles: Change = (parts) => {
  const sheets = [
    ...strFromU8(parts[workbookPart] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g),
  ].map(([, name]) => `<vt:lpstr>${name ?? ""}</vt:lpstr>`);
  put(parts, "docProps/app.xml", (xml) =>
    xml
      .replace(
        "<Properties ",
        '<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" ',
      )
      .replace(
        "</Properties>",
        `<HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>Kalkylblad</vt:lpstr></vt:variant><vt:variant><vt:i4>${sheets.length}</vt:i4></vt:variant><vt:variant><vt:lpstr>Namngivna områden</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${sheets.length + 1}" baseType="lpstr">${sheets.join("")}<vt:lpstr>Moms</vt:lpstr></vt:vector></TitlesOfParts></Properties>`,
      ),
  );
};

const everyPartPrefixed: Change = (parts) => {
  for (const part of [workbookPart, "xl/styles.xml", relsPart]) put(parts, part, prefixed);
};

const macros: Change = (parts) => {
  parts["xl/vbaProject.bin"] = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
  addPart(parts, "xl/vbaProject.bin", "vbaProject", "application/vnd.ms-office.vbaProject");
  put(parts, typesPart, (xml) =>
    xml.replace(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
  );
  put(parts, relsPart, (xml) =>
    xml.replace(
      `${rels}/vbaProject`,
      "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
    ),
  );
};

const moms = "<definedName name=\"Moms\">'Egna beräkningar'!$B$2</definedName>";
// prettier-ignore
const kinds: readonly (readonly [string, readonly Change[]])[] = [
  ["a table, a chart and a comment of the user's own", []],
  ["no names", [(parts) => { put(parts, workbookPart, (xml) => xml.replace(/<definedNames>.*<\/definedNames>/, "")); }]],
  ["names with attributes on their list", [names(moms), (parts) => { put(parts, workbookPart, (xml) => xml.replace("<definedNames>", '<definedNames xmlns:own="urn:own">')); }]],
  ["a hidden name, and one whose text has markup", [names('<definedName name="Dold" hidden="1" comment="a &amp; b">"&lt;x&gt; &amp; y"</definedName>')]],
  ["several print areas and a filter", [names("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">Upphandling!$A$1:$B$2,Upphandling!$A$5:$B$9</definedName><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"1\" hidden=\"1\">Modell!$A$4:$C$5</definedName>")]],
  ["a link to another workbook", [externalBook]],
  ["what Excel writes around the lists", [asExcelSaves, names(moms)]],
  ["titles in the document's properties", [withTitles, names(moms)]],
  ["a prefix on every element", [names(moms), everyPartPrefixed]],
  ["no style sheet's counts", [(parts) => { put(parts, "xl/styles.xml", (xml) => xml.replace(/ count="\d+"/g, "")); }]],
];

/** The workbook as the page saves it when it has been evaluated. */
async function evaluated(bytes: Uint8Array, name = "deras.xlsx"): Promise<Uint8Array> {
  const desk = new CaseService(sv, [sv, en], "mervarde test");
  const opened = LooseWorkbook.ofBytes(name, bytes, calculator);
  await desk.take(opened, "2026-03-01T10:00:00Z");
  const time = "2026-03-10T09:00:00Z";
  await desk.evaluate(opened, { calculator: opened, time }, "Eva Ek");
  const { outcome, freshness } = await desk.take(opened, time);
  expect([freshness, outcome?.bids.map(({ id }) => id)]).toEqual(["current", ["A", "B"]]);
  return opened.bytes();
}

function root(parts: Parts, part: string): Element {
  const { documentElement } = new DOMParser().parseFromString(
    strFromU8(parts[part] ?? new Uint8Array()),
    "text/xml",
  );
  if (!documentElement) throw new Error(part);
  return documentElement;
}

/** Every defined name with its attributes and its text. */
function namesIn(parts: Parts): string[] {
  return Array.from(root(parts, workbookPart).getElementsByTagNameNS("*", "definedName")).map(
    (each) =>
      [
        ...Array.from(each.attributes)
          .map(({ name, value: text }) => `${name}=${text}`)
          .sort(),
        each.textContent ?? "",
      ].join(" "),
  );
}

/** Parts that list what else there is, or that an act of ours writes in. */
const edited = new Set([workbookPart, relsPart, typesPart, "xl/styles.xml", "docProps/app.xml"]);

/** Each kind of workbook as it was and as it is when it has been evaluated. */
const once = new Map<string, { readonly before: Uint8Array; readonly after: Uint8Array }>();
beforeAll(async () => {
  for (const [kind, changes] of kinds) {
    const before = await workbook(...changes);
    once.set(kind, { before, after: await evaluated(before) });
  }
});

test("each kind of workbook opens in Excel when it has been evaluated, and again", async () => {
  const files = new Map<string, Uint8Array>();
  for (const [kind, { after }] of once) files.set(`${kind}.xlsx`, await evaluated(after));
  const demands = [...files].map(([name, bytes]) => [name, excelDemands(bytes)]);
  expect(demands.filter(([, faults]) => faults?.length !== 0)).toEqual([]);
  expect(await schemaFaults(files)).toEqual({});
});

test.each(kinds)("%s: their names and parts are what they were", (kind) => {
  const made = once.get(kind);
  if (!made) throw new Error(kind);
  const [before, after] = [unzipSync(made.before), unzipSync(made.after)];
  // A sheet of ours stands before theirs, and a name of one sheet goes by the sheet's position.
  const moved = namesIn(before).map((name) =>
    name.replace(/localSheetId=(\d+)/, (_whole, at: string) => `localSheetId=${Number(at) + 1}`),
  );
  expect(namesIn(after)).toEqual(expect.arrayContaining(moved));
  const own = Object.keys(before).filter((part) => !edited.has(part));
  const changed = own.filter(
    (part) =>
      !Buffer.from(before[part] ?? new Uint8Array()).equals(after[part] ?? new Uint8Array()),
  );
  expect(changed).toEqual([]);
});

test("what stands around the lists stands there still, and the titles name our sheets too", async () => {
  const after = unzipSync(await evaluated(await workbook(asExcelSaves, names(moms), withTitles)));
  const children = Array.from(root(after, workbookPart).childNodes).map(({ nodeName }) => nodeName);
  expect(children.filter((name) => name !== "#text")).toEqual([
    "fileVersion",
    "workbookPr",
    "mc:AlternateContent",
    "bookViews",
    "sheets",
    "definedNames",
    "calcPr",
    "extLst",
  ]);
  expect(root(after, workbookPart).getAttribute("mc:Ignorable")).toBe("x15 xr");
  const sheets = Array.from(root(after, workbookPart).getElementsByTagNameNS("*", "sheet"));
  const titles = Array.from(root(after, "docProps/app.xml").getElementsByTagNameNS("*", "lpstr"));
  expect(titles.map(({ textContent }) => textContent)).toEqual([
    "Kalkylblad",
    "Namngivna områden",
    ...sheets.map((sheet) => sheet.getAttribute("name")),
    "Moms",
  ]);
});

test("two lists of names, and a name with a hyphen, from an earlier version are mended", async () => {
  const broken: Change = (parts) => {
    put(parts, workbookPart, (xml) =>
      xml.replace(
        "</definedNames>",
        `</definedNames><definedNames>${moms}<definedName name="Mervarde_sheet_model-test">Modell!$A$1</definedName></definedNames>`,
      ),
    );
  };
  const mended = await evaluated(await workbook(broken));
  expect(excelDemands(mended)).toEqual([]);
  expect(namesIn(unzipSync(mended))).toEqual(
    expect.arrayContaining([
      "name=Moms 'Egna beräkningar'!$B$2",
      "name=Mervarde_sheet_model_test Modell!$A$1",
    ]),
  );
});

test("evaluated ten times, the style sheet and the names are as after the first time", async () => {
  const lists = (bytes: Uint8Array) => {
    const parts = unzipSync(bytes);
    return [strFromU8(parts["xl/styles.xml"] ?? new Uint8Array()), ...namesIn(parts).sort()];
  };
  const once = await evaluated(await workbook());
  let bytes = once;
  for (let n = 0; n < 9; n += 1) bytes = await evaluated(bytes);
  expect(lists(bytes)).toEqual(lists(once));
});

describe("refused in one sentence, before anything is written", () => {
  const strict: Change = (parts) => {
    for (const part of Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name)))
      parts[part] = strToU8(
        strFromU8(parts[part] ?? new Uint8Array())
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(rels, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
      );
    put(parts, workbookPart, (xml) => xml.replace("<workbook ", '<workbook conformance="strict" '));
  };
  const ownTable: Change = (parts) => {
    put(parts, "xl/tables/table99.xml", (xml) => xml.replaceAll("MinaBelopp", "mervarde_AUDIT"));
  };
  // prettier-ignore
  const refused: readonly (readonly [string, Change, string])[] = [
    ["a strict workbook", strict, "Strict Open XML"],
    ["a table with our table's name", ownTable, "”Egna beräkningar”"],
    ["a range with our table's name", names('<definedName name="MERVARDE_audit">Modell!$A$1</definedName>'), "Namnhanteraren"],
  ];

  test.each(refused)("%s", async (_, change, sentence) => {
    const error = await evaluated(await workbook(change)).catch((failure: unknown) => failure);
    const { code, details } = error as { code: string; details: { [name: string]: string } };
    for (const words of [sv, en]) expect(failureText(code, details, words)).toContain("deras.xlsx");
    expect(failureText(code, details, sv)).toContain(sentence);
  });
});

describe("a workbook with macros", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "macros-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("keeps them byte for byte, and stays an .xlsm", async () => {
    const before = await workbook(macros);
    const bytes = await evaluated(before, "deras.xlsm");
    const [then, now] = [unzipSync(before), unzipSync(bytes)];
    expect(now["xl/vbaProject.bin"]).toEqual(then["xl/vbaProject.bin"]);
    expect(LooseWorkbook.ofBytes("deras.xlsm", bytes, calculator).extension).toBe(".xlsm");
    expect([excelDemands(bytes), await schemaFaults(new Map([["m.xlsm", bytes]]))]).toEqual([
      [],
      {},
    ]);
  });

  // prettier-ignore
  const targets: readonly (readonly [string, readonly Change[], string, string | undefined])[] = [
    ["macros, to .xlsm",    [macros], "ut.xlsm", undefined],
    ["macros, to .xlsx",    [macros], "ut.xlsx", "target-needs-xlsm"],
    ["no macros, to .xlsx", [],       "ut.xlsx", undefined],
    ["no macros, to .xlsm", [],       "ut.xlsm", "target-needs-xlsx"],
  ];
  test.each(targets)("%s", async (_, changes, target, code) => {
    const file = join(folder, "in.xlsm");
    writeFileSync(file, await workbook(...changes));
    const outcome = await FileWorkbook.open(file, join(folder, target)).then(
      () => undefined,
      (failure: unknown) => (failure as { code: string }).code,
    );
    expect([outcome, readdirSync(folder)]).toEqual([code, ["in.xlsm"]]);
  });
});
