/**
 * What bears on a cell's value but stands elsewhere in the file: a formula that cells share or that
 * fills an area, a defined name, a number format under a condition.
 */
import { strFromU8, strToU8 } from "fflate";
import { readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookParts } from "../../../src/host/xlsx/write-workbook";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

const bids = ["A", "B", "C"].map((id) => ({ id, price: "1" }));
const pages = writeWorkbook(document({ bids }), sv);
const sheet = `xl/worksheets/sheet${pages.findIndex(({ name }) => name === "Anbud") + 1}.xml`;

type Edits = { readonly [part: string]: (xml: string) => string };

/** The total prices, F5:F7, with their XML replaced, and with other parts changed. */
async function withPrices(prices: readonly string[], edits: Edits = {}) {
  const parts = await writeWorkbookParts(pages);
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  };
  for (const [n, inside] of prices.entries())
    edit(sheet, (xml) =>
      xml.replace(new RegExp(`<c r="F${n + 5}"[^>]*>.*?</c>`), `<c r="F${n + 5}">${inside}</c>`),
    );
  for (const [name, change] of Object.entries(edits)) edit(name, change);
  return readParts(new Map(Object.entries(parts)));
}

type Reading = Awaited<ReturnType<typeof withPrices>>;
const pricesIn = ({ tables }: Reading) =>
  tables.find(({ name }) => name === "Mervarde_bids")?.rows.flatMap((row) => row[5] ?? []) ?? [];
const problemsOf = (reading: Reading) =>
  readWorkbook({ ...reading, calculated: true }, [sv]).findings.map(
    ({ code, where }) => `${where} ${code}`,
  );

const three = (code: string) => ["A", "B", "C"].map((id) => `bids[${id}].price ${code}`);

test.each(
  // prettier-ignore
  [
  ["to another file",  "[1]Blad1!B7",   ["[1]Blad1!B7", "[1]Blad1!B8", "[1]Blad1!B9"],    three("formula-external")],
  ["to deleted cells", "#REF!+G5",      ["#REF!+G5",    "#REF!+G6",    "#REF!+G7"],       three("formula-broken-reference")],
  ["with the day",     "NOW()-G5",      ["NOW()-G5",    "NOW()-G6",    "NOW()-G7"],       three("formula-volatile")],
  ["an ordinary one",  "SUM(G5:$H5)",   ["SUM(G5:$H5)", "SUM(G6:$H6)", "SUM(G7:$H7)"],    []],
  ],
)("a formula that three cells share: %s", async (_, formula, formulas, findings) => {
  const reading = await withPrices([
    `<f t="shared" ref="F5:F7" si="0">${formula}</f><v>10</v>`,
    '<f t="shared" si="0"/><v>20</v>',
    '<f t="shared" si="0"/><v>30</v>',
  ]);
  expect(pricesIn(reading).map(({ value, formula: text }) => [value, text])).toEqual(
    formulas.map((text, n) => [(n + 1) * 10, text]),
  );
  expect(problemsOf(reading)).toEqual(findings);
});

test("a formula that fills an area is every cell's there, and no other's", async () => {
  const reading = await withPrices([
    '<f t="array" ref="F5:F6">[1]Blad1!B7:B8</f><v>10</v>',
    "<v>20</v>",
    "<v>30</v>",
  ]);
  expect(pricesIn(reading).map(({ formula }) => formula)).toEqual([
    "[1]Blad1!B7:B8",
    "[1]Blad1!B7:B8",
    undefined,
  ]);
  expect(problemsOf(reading)).toEqual(three("formula-external").slice(0, 2));
});

const named = (names: { readonly [name: string]: string }): Edits => ({
  "xl/workbook.xml": (xml) =>
    xml.replace(
      "</sheets>",
      `</sheets><definedNames>${Object.entries(names)
        .map(([name, formula]) => `<definedName name="${name}">${formula}</definedName>`)
        .join("")}</definedNames>`,
    ),
});

test.each(
  // prettier-ignore
  [
  ["to another file",            { Timpris: "[1]Blad1!$B$7" },                          "formula-external"],
  ["to a name, to another file", { timpris: "Grund*2", Grund: "'[1]Pris 1'!$B$7" },     "formula-external"],
  ["to deleted cells",           { Timpris: "Blad1!#REF!" },                            "formula-broken-reference"],
  ["with the day",               { Timpris: "YEAR(TODAY())" },                          "formula-volatile"],
  ],
)("a name that leads %s", async (_, names, code) => {
  const reading = await withPrices(["<f>Timpris*2</f><v>10</v>"], named(names));
  expect(problemsOf(reading)).toEqual([`bids[A].price ${code}`]);
});

test("names that lead to cells of the workbook, or are not used, are nothing to tell", async () => {
  const names = { Timpris: "Blad1!$B$7", Annat: "[1]Blad1!$B$7", Ring: "Ring+Timpris" };
  const formula = '<f>Timpris*Ring+Annat(1)+LEN("Annat")+Annat!A1</f><v>10</v>';
  expect(problemsOf(await withPrices([formula], named(names)))).toEqual([]);
});

/** A rule of conditional formatting on the sheet of bids, with a number format. */
const ruled = (cells: string, rule: string, format: string): Edits => ({
  [sheet]: (xml) =>
    xml.replace(
      "</sheetData>",
      `</sheetData><conditionalFormatting sqref="${cells}">${rule.replace("<cfRule ", '<cfRule dxfId="0" priority="1" ')}</conditionalFormatting>`,
    ),
  "xl/styles.xml": (xml) =>
    xml.replace(/<dxfs[^>]*\/>|<dxfs[^>]*>/, (tag) => {
      const dxf = `<dxf><numFmt numFmtId="170" formatCode="${format}"/></dxf>`;
      return tag.endsWith("/>") ? `<dxfs count="1">${dxf}</dxfs>` : `<dxfs>${dxf}`;
    }),
});
const always = '<cfRule type="expression"><formula>$G$1=1</formula></cfRule>';
const above = (bound: string) =>
  `<cfRule type="cellIs" operator="greaterThan"><formula>${bound}</formula></cfRule>`;

test.each(
  // prettier-ignore
  [
  ["euro in all cells",                      "F5:F7",    always,           "[$€-2] #,##0",       ["A", "B", "C"]],
  ["euro in two areas",                      "F5 F7:G9", always,           "#,##0.00\\ [$€-1]",  ["A", "C"]],
  ["thousands above a bound that is met",    "F5:F7",    above("15"),      "#,##0,",             ["B", "C"]],
  ["thousands above a bound in a cell",      "F5:F7",    above("$G$1"),    "#,##0,",             ["A", "B", "C"]],
  ["a percentage",                           "F6",       always,           "0%",                 ["B"]],
  ["hidden",                                 "F6",       always,           ";;;",                ["B"]],
  ["kronor",                                 "F5:F7",    always,           "#,##0.00\\ [$kr-41D]", []],
  ["euro in cells of no table",              "A1:Z2",    always,           "[$€-2] #,##0",       []],
  ],
)("a number format under a condition: %s", async (_, cells, rule, format, bidders) => {
  const prices = ["<v>10</v>", "<v>20</v>", "<v>30</v>"];
  const reading = await withPrices(prices, ruled(cells, rule, format));
  expect(problemsOf(reading)).toEqual(
    bidders.map((id) => `bids[${id}].price cell-conditional-format`),
  );
});

test("a rule that Excel keeps in its extension is heard too", async () => {
  const rule =
    '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1"><xm:f>Blad2!$A$1=1</xm:f><x14:dxf><numFmt numFmtId="171" formatCode="[$€-2] 0"/></x14:dxf></x14:cfRule><xm:sqref>F6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
  const reading = await withPrices(["<v>10</v>", "<v>20</v>"], {
    [sheet]: (xml) => xml.replace("</worksheet>", `${rule}</worksheet>`),
  });
  expect(problemsOf(reading)).toEqual(["bids[B].price cell-conditional-format"]);
});

test.each(
  // prettier-ignore
  [
  ["lessThan",           ["10"],       [9],         [10]],
  ["lessThanOrEqual",    ["10"],       [10],        [11]],
  ["greaterThan",        ["10"],       [11],        [10]],
  ["greaterThanOrEqual", ["10"],       [10],        [9]],
  ["equal",              ["10"],       [10],        [9]],
  ["notEqual",           ["10"],       [9],         [10]],
  ["between",            ["20", "10"], [10, 20],    [9, 21]],
  ["notBetween",         ["10", "20"], [9, 21],     [10, 20]],
  ],
)("where the cell is %s %s", async (operator, bounds, holding, others) => {
  const rule = `<cfRule type="cellIs" operator="${operator}">${bounds.map((each) => `<formula>${each}</formula>`).join("")}</cfRule>`;
  const heard = async (values: readonly number[]) => {
    const prices = values.map((each) => `<v>${each}</v>`);
    return problemsOf(await withPrices(prices, ruled(`F5:F${values.length + 4}`, rule, "[$€-2] 0")))
      .length;
  };
  expect([await heard(holding), await heard(others)]).toEqual([holding.length, 0]);
});
