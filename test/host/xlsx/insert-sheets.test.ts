/**
 * Results go into a workbook that someone already has, and everything of theirs stays byte for
 * byte: their sheets, comments, drawings and custom parts. Evaluating again replaces our sheets
 * only.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { en } from "../../../src/words/en/words";
import { withSheets } from "../../../src/host/xlsx/insert-sheets";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import type { Page } from "../../../src/sheet/workbook";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { document, monetary } from "../../small";

const value = document({
  criteria: [monetary("M", { deduction: "100" })],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" } },
    { id: "B", price: "950.25", scores: { M: "0" } },
  ],
});

/** The evaluation workbook with things in it that are the user's own. */
async function theirs(): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbookBytes(writeWorkbook(value, sv)));
  const own = unzipSync(
    await writeXlsx({
      sheets: [
        {
          name: "Mina anteckningar",
          rows: [["Minns", 1.5]],
          cells: new Map([
            [
              "0,0",
              {
                value: "Minns",
                type: "string",
                comment: { author: "EA", text: "Ring Bo" },
                style: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FF00FF" } } },
              },
            ],
          ]),
        },
      ],
      stringMode: "inline",
    }),
  );
  const sheet = strFromU8(own["xl/worksheets/sheet1.xml"] as Uint8Array).replace(/ s="\d+"/g, "");
  const workbook = strFromU8(parts["xl/workbook.xml"] as Uint8Array);
  const rels = strFromU8(parts["xl/_rels/workbook.xml.rels"] as Uint8Array);
  const types = strFromU8(parts["[Content_Types].xml"] as Uint8Array);
  const more = own["xl/worksheets/_rels/sheet1.xml.rels"];
  return zipSync({
    ...parts,
    "xl/worksheets/sheet99.xml": strToU8(sheet),
    ...(more ? { "xl/worksheets/_rels/sheet99.xml.rels": more } : {}),
    ...Object.fromEntries(Object.entries(own).filter(([name]) => /comments|vmlDrawing/.test(name))),
    "customXml/item1.xml": strToU8("<diarium xmlns='urn:x'>SN 2026/118</diarium>"),
    "xl/calcChain.xml": strToU8(
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>',
    ),
    "xl/workbook.xml": strToU8(
      workbook.replace(
        "</sheets>",
        '<sheet name="Mina anteckningar" sheetId="99" r:id="rId99"/></sheets>',
      ),
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      rels.replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/><Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    ),
    "[Content_Types].xml": strToU8(
      types.replace(
        "</Types>",
        '<Override PartName="/xl/worksheets/sheet99.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
      ),
    ),
  });
}

async function resultPages(): Promise<readonly Page[]> {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error("unreadable");
  return outcome.pages;
}

/** Parts that list what the workbook has; everything else must be untouched. */
const lists = [
  "[Content_Types].xml",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/calcChain.xml",
];

test("their parts stay byte for byte, ours are added", async () => {
  const original = await theirs();
  const before = unzipSync(original);
  const after = unzipSync(await withSheets(openPackage(original), await resultPages()));
  for (const [name, bytes] of Object.entries(before))
    if (!lists.includes(name))
      expect([name, Buffer.from(after[name] ?? []).equals(Buffer.from(bytes))]).toEqual([
        name,
        true,
      ]);
  expect(
    Object.keys(after)
      .filter((name) => !(name in before))
      .sort(),
  ).toEqual([
    "xl/charts/mervarde1.xml",
    "xl/charts/mervarde2.xml",
    "xl/charts/mervarde3.xml",
    "xl/charts/mervarde4.xml",
    "xl/charts/mervarde5.xml",
    "xl/drawings/_rels/mervarde1.xml.rels",
    "xl/drawings/_rels/mervarde2.xml.rels",
    "xl/drawings/mervarde1.xml",
    "xl/drawings/mervarde2.xml",
    "xl/tables/mervarde1.xml",
    "xl/worksheets/_rels/mervarde1.xml.rels",
    "xl/worksheets/_rels/mervarde3.xml.rels",
    "xl/worksheets/_rels/mervarde5.xml.rels",
    "xl/worksheets/mervarde1.xml",
    "xl/worksheets/mervarde2.xml",
    "xl/worksheets/mervarde3.xml",
    "xl/worksheets/mervarde4.xml",
    "xl/worksheets/mervarde5.xml",
    "xl/worksheets/mervarde6.xml",
  ]);
});

test("ours stands first and is opened; theirs keep their order, and none is selected beside it", async () => {
  const original = unzipSync(await theirs());
  const name = "xl/worksheets/sheet99.xml";
  const selected = strFromU8(original[name] ?? new Uint8Array()).replace(
    "<sheetData",
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData',
  );
  const bytes = zipSync({ ...original, [name]: strToU8(selected) });
  const sheetsIn = (parts: { [part: string]: Uint8Array }) =>
    [
      ...strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g),
    ].map(([, sheet]) => sheet);
  const once = await withSheets(openPackage(bytes), await resultPages());
  const after = unzipSync(await withSheets(openPackage(once), await resultPages()));
  const ours = ["Utvärdering", "Spår", "Läge", "Känslighet", "Avtryck"];
  expect(sheetsIn(after)).toEqual(["Sammanställning", ...sheetsIn(original), ...ours]);
  expect(strFromU8(after["xl/workbook.xml"] ?? new Uint8Array())).toMatch(/activeTab="0"/);
  expect(strFromU8(after[name] ?? new Uint8Array())).toBe(selected.replace(' tabSelected="1"', ""));
});

test("their cell formats keep their numbers: the style sheet only grows at its ends", async () => {
  const original = await theirs();
  const styles = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["xl/styles.xml"] as Uint8Array);
  const list = (xml: string, name: string) =>
    new RegExp(`<${name} [^>]*>(.*?)</${name}>`, "s").exec(xml)?.[1] ?? "";
  const [before, after] = [
    styles(original),
    styles(await withSheets(openPackage(original), await resultPages())),
  ];
  for (const name of ["fonts", "fills", "borders", "cellXfs"]) {
    expect(list(after, name).startsWith(list(before, name))).toBe(true);
    const counted = Number(new RegExp(`<${name} count="(\\d+)"`).exec(after)?.[1]);
    expect([
      name,
      list(after, name).match(
        new RegExp(
          `<${{ fonts: "font", fills: "fill", borders: "border", cellXfs: "xf" }[name] ?? ""}[ >/]`,
          "g",
        ),
      )?.length,
    ]).toEqual([name, counted]);
  }
});

test("the result reads as a workbook: same document, and the live cells hold their values", async () => {
  const bytes = await withSheets(openPackage(await theirs()), await resultPages());
  expect(readWorkbook(await readParts(openPackage(bytes)), [sv, en]).document).toEqual(value);
  const workbook = await readXlsx(bytes, { readStyles: true });
  const sheet = workbook.sheets.find(({ name }) => name === "Utvärdering");
  const column = sheet?.rows[5]?.indexOf("Utvärderingspris") ?? -1;
  expect([sheet?.rows[6]?.[column], sheet?.rows[7]?.[column]]).toEqual([900, 950.25]);
  expect(sheet?.cells?.get(`7,${column}`)?.style?.numFmt).toBe("#,##0.00########");
  // The look came along, though the workbook had its own fonts and fills: the status is bold and
  // green, the key figure tinted.
  const overview = workbook.sheets.find(({ name }) => name === "Sammanställning");
  expect(overview?.cells?.get("3,2")?.style?.font).toMatchObject({
    bold: true,
    color: { rgb: "0E700E" },
  });
  expect(sheet?.cells?.get(`6,${column}`)?.style?.fill).toMatchObject({
    fgColor: { rgb: "EBF3FC" },
  });
  // Ten figures for each of two bids: two counts, price, value, share, amount, sum, result,
  // standing, rank.
  expect(sheet?.rows[2]?.[0]).toBe("Kontrollräkning: 20 av 20 lika");
});

test("evaluating again replaces our sheets where they stand", async () => {
  const once = await withSheets(openPackage(await theirs()), await resultPages());
  const twice = await withSheets(openPackage(once), await resultPages());
  expect(Object.keys(unzipSync(twice)).sort()).toEqual(Object.keys(unzipSync(once)).sort());
  const names = (bytes: Uint8Array) =>
    [
      ...strFromU8(unzipSync(bytes)["xl/workbook.xml"] as Uint8Array).matchAll(
        /<sheet [^>]*?name="([^"]*)"/g,
      ),
    ].map(([, name]) => name);
  expect(names(twice)).toEqual(names(once));
  expect(new Set(names(twice)).size).toBe(names(twice).length);
});

test("a sheet of the user's own that happens to have our name is not replaced", async () => {
  const parts = new Map(openPackage(await theirs()));
  parts.set(
    "xl/workbook.xml",
    strToU8(
      strFromU8(parts.get("xl/workbook.xml") as Uint8Array).replace(
        'name="Mina anteckningar"',
        'name="Utvärdering"',
      ),
    ),
  );
  await expect(withSheets(parts, await resultPages())).rejects.toMatchObject({
    code: "sheet-name-taken",
    details: { sheet: "Utvärdering" },
  });
});

test("a stale calculation chain is forgotten, and every formula is asked to be calculated anew", async () => {
  const after = unzipSync(await withSheets(openPackage(await theirs()), await resultPages()));
  expect(after["xl/calcChain.xml"]).toBeUndefined();
  expect(strFromU8(after["[Content_Types].xml"] as Uint8Array)).not.toContain("calcChain");
  expect(strFromU8(after["xl/workbook.xml"] as Uint8Array)).toContain('fullCalcOnLoad="1"');
});

describe("charts", () => {
  const parts = (bytes: Uint8Array) => openPackage(bytes);
  const named = (all: ReadonlyMap<string, Uint8Array>, shape: RegExp) =>
    [...all.keys()].filter((name) => shape.test(name)).sort();

  test("go with their sheet, and a second run replaces them and leaves nothing behind", async () => {
    const pages = await resultPages();
    const drawn = pages.filter(({ charts = [] }) => charts.length > 0);
    expect(drawn.map(({ mark }) => mark)).toEqual(["overview", "sensitivity"]);
    const once = parts(await withSheets(parts(await theirs()), pages));
    const twice = parts(await withSheets(once, pages));
    const count = drawn.reduce((total, { charts = [] }) => total + charts.length, 0);
    for (const all of [once, twice]) {
      expect(named(all, /^xl\/charts\/mervarde\d+\.xml$/)).toHaveLength(count);
      expect(named(all, /^xl\/drawings\/mervarde\d+\.xml$/)).toHaveLength(drawn.length);
      const types = strFromU8(all.get("[Content_Types].xml") ?? new Uint8Array());
      const listed = [
        ...types.matchAll(/PartName="\/(xl\/(?:charts|drawings)\/mervarde\d+\.xml)"/g),
      ]
        .map(([, name]) => name)
        .sort();
      expect(listed).toEqual(named(all, /^xl\/(charts|drawings)\/mervarde\d+\.xml$/));
    }
  });

  test("every part that a sheet, a drawing or a chart points to is there, and each chart's cells hold figures", async () => {
    const all = parts(await withSheets(parts(await theirs()), await resultPages()));
    for (const rels of named(all, /mervarde\d+\.xml\.rels$/)) {
      const from = rels.replace("_rels/", "").replace(/\.rels$/, "");
      for (const [, target = ""] of strFromU8(all.get(rels) ?? new Uint8Array()).matchAll(
        /Target="([^"]+)"/g,
      )) {
        expect([from, all.has(new URL(target, `file:///${from}`).pathname.slice(1))]).toEqual([
          from,
          true,
        ]);
      }
    }
    const formulas = named(all, /^xl\/charts\/mervarde/).flatMap((chart) => [
      ...strFromU8(all.get(chart) ?? new Uint8Array()).matchAll(
        /<c:val><c:numRef><c:f>'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)<\/c:f>/g,
      ),
    ]);
    expect(formulas.length).toBeGreaterThan(1);
    // Two bids in the ranking and in the parts of each result; price, one deduction and result in the
    // waterfall; five multiples along each line of sensitivity.
    expect(
      new Set(formulas.map(([, , , first, last]) => Number(last) - Number(first) + 1)),
    ).toEqual(new Set([2, 3, 5]));
    const pages = await resultPages();
    expect(new Set(formulas.map(([, name]) => name))).toEqual(
      new Set(["Sammanställning", "Känslighet"]),
    );
    for (const [, name, column = "", first, last] of formulas) {
      const sheet = pages.find((page) => page.name === name);
      const values = sheet?.rows
        .slice(Number(first) - 1, Number(last))
        .map((row) => typeof row[column.charCodeAt(0) - 65]?.value);
      // A step of a waterfall has a figure in one of its series, and nothing in the others.
      expect(values?.filter((kind) => !["number", "undefined"].includes(kind))).toEqual([]);
      if (name === "Känslighet") expect(new Set(values)).toEqual(new Set(["number"]));
    }
  });
});
