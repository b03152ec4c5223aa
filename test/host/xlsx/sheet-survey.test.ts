/**
 * A sheet before it is read: everyday sheets pass whatever was selected or formatted in them, cells
 * far away cost nothing, and a cell that could be read as two values is reported.
 */
import { Failure } from "../../../src/host/failure";
import { fullBudget, surveySheet } from "../../../src/host/xlsx/sheet-survey";
import type { Area } from "../../../src/sheet/workbook";

const cell = (name: string, inside = "<v>1</v>", more = "") =>
  `<c r="${name}"${more}>${inside}</c>`;
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join("")}</row>`;
const sheet = (data: string, before = "", after = "") =>
  `<worksheet>${before}<sheetData>${data}</sheetData>${after}</worksheet>`;

/** What the survey says of a sheet called Anbud: the sheet as it may be read, or what is wrong. */
function survey(xml: string, tables: readonly Area[] = [], whole = false): string {
  try {
    return surveySheet(xml, { sheet: "Anbud", part: "p.xml", tables, whole, budget: fullBudget() })
      .xml;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { hostile = "", sheet: name = "", cell: place = "", area = "" } = error.details;
    return [error.code, hostile, name, place, area].filter((each) => each !== "").join(" ");
  }
}

const data = row(1, cell("A1"), cell("B1"));

test.each(
  // prettier-ignore
  [
  ["everything selected",             sheet(data, '<sheetViews><sheetView><selection sqref="A1:XFD1048576"/></sheetView></sheetViews>')],
  ["everything merged",               sheet(data, "", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
  ["a rule for every cell",           sheet(data, "", '<conditionalFormatting sqref="A1:XFD1048576"/>')],
  ["a choice in every cell",          sheet(data, "", '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>')],
  ["a width for every column",        sheet(data, '<cols><col min="1" max="16384" width="9"/></cols>')],
  ["a comment between the rows",      sheet(`${data}<!-- <row> -->`)],
  ["cells that do not say where",     sheet("<row><c><v>1</v></c><c><v>2</v></c></row>")],
  ["rows out of order",               sheet(row(2, cell("A2")) + row(1, cell("A1")))],
  ["a > in a quoted text",            sheet(data, "", '<hyperlink display="a>b"/>')],
  ["text in a number's cell",         sheet(row(1, cell("A1", "<v>abc</v>", ' t="str"')))],
],
)("%s: read as it stands", (_, xml) => expect(survey(xml)).toBe(xml));

test.each(
  // prettier-ignore
  [
  ["a hexadecimal number",  cell("A1", "<v>0x10</v>"),               '<c r="A1" t="str"><v>0x10</v></c>'],
  ["a number with a plus",  cell("A1", "<v>+7</v>"),                 '<c r="A1" t="str"><v>+7</v></c>'],
  ["no finite number",      cell("A1", "<v>1e999</v>"),              '<c r="A1" t="str"><v>1e999</v></c>'],
  ["a word for infinity",   cell("A1", "<v>Infinity</v>", ' t="n"'), '<c r="A1" t="str"><v>Infinity</v></c>'],
  ["spaces",                cell("A1", "<v> 5</v>"),                 '<c r="A1" t="str"><v> 5</v></c>'],
  ["a formula's number",    cell("A1", "<f>B1</f><v>0b1</v>"),       '<c r="A1" t="str"><f>B1</f><v>0b1</v></c>'],
  ["a truth that is 2",     cell("A1", "<v>2</v>", ' t="b"'),        '<c r="A1" t="str"><v>2</v></c>'],
  ["a text without number", cell("A1", "", ' t="s"'),                '<c r="A1"></c>'],
  ["an ordinary number",    cell("A1", "<v>-1.5E-7</v>"),            '<c r="A1"><v>-1.5E-7</v></c>'],
],
)("%s", (_, given, read) => expect(survey(sheet(row(1, given)))).toBe(sheet(row(1, read))));

const table: Area = { top: 0, left: 0, bottom: 1_048_575, right: 6 };

test.each(
  // prettier-ignore
  [
  ["a formatted cell in the last row",  row(1_048_576, '<c r="L1048576" s="3"/>'), row(1_048_576)],
  ["a value in the last row",           row(1_048_576, cell("L1048576")),          row(1_048_576)],
  ["a value in the last column",        row(2, cell("A2"), cell("XFD2")),          row(2, cell("A2"))],
  ["a formatted cell right below, too", row(2, '<c r="A2" s="3"/>') + row(1_048_576, '<c r="A1048576" s="3"/>'), row(2) + row(1_048_576)],
  ["formatted cells just below",        row(40, '<c r="A40" s="3"/>'),             row(40, '<c r="A40" s="3"/>')],
],
)("%s is no part of what is read", (_, far, read) =>
  expect(survey(sheet(data + far))).toBe(sheet(data + read)),
);

test("nor is a formatted cell right beside the last column, where the last one is formatted too", () => {
  const right = '<c r="C1" s="3"/><c r="XFD1" s="3"/>';
  expect(survey(sheet(row(1, cell("A1"), cell("B1"), right)))).toBe(sheet(data));
});

test("a far value in a table is never left out", () => {
  const xml = sheet(data + row(600_000, cell("C600000")));
  expect(survey(xml, [table])).toBe(xml);
  expect(survey(xml)).not.toBe(xml);
});

test("a result sheet is read to its last cell", () => {
  const xml = sheet(data + row(600_000, cell("C600000")));
  expect(survey(xml, [], true)).toBe(xml);
});

test.each(
  // prettier-ignore
  [
  ["one cell twice",             sheet(row(1, cell("B1"), cell("A1"), cell("B1"))),                   "file-damaged Anbud B1"],
  ["one row twice",              sheet(row(1, cell("A1")) + row(1, cell("A1", "<v>2</v>"))),          "file-damaged Anbud A1"],
  ["two values in a cell",       sheet(row(1, cell("C1", "<v>1</v><v>2</v>"))),                       "file-damaged Anbud C1"],
  ["a cell in another row",      sheet(row(1, cell("A2"))),                                           "file-damaged Anbud A1"],
  ["a cell outside the sheet",   sheet(row(1, cell("XFE1"))),                                         "file-damaged Anbud XFE1"],
  ["a row outside the sheet",    sheet(row(1_048_577, cell("A1048577"))),                             "file-damaged Anbud"],
  ["a kind that is none",        sheet(row(1, cell("A1", "<v>1</v>", ' t="x"'))),                     "file-damaged Anbud A1"],
  ["a text that is no number",   sheet(row(1, cell("A1", "<v>0x1</v>", ' t="s"'))),                   "file-damaged Anbud A1"],
  ["a sheet that is not closed", sheet(data).slice(0, -3),                                            "file-damaged"],
  ["tags that cross",            "<worksheet><sheetData></worksheet></sheetData>",                    "file-damaged"],
  ["a DOCTYPE",                  `<!DOCTYPE x>${sheet(data)}`,                                        "file-hostile doctype"],
  ["columns counted for ever",   sheet(data, `<cols>${'<col min="1" max="16384"/>'.repeat(5)}</cols>`), "file-hostile cells Anbud"],
  ["a wide and high sheet",      sheet(Array.from({ length: 110 }, (_, n) => row(9_000 * n + 1, cell(`A${9_000 * n + 1}`), cell(`Z${9_000 * n + 1}`))).join("")), "file-hostile area Anbud Z981001"],
],
)("%s", (_, xml, expected) => expect(survey(xml)).toBe(expected));

test("cells are counted over the whole workbook", () => {
  const budget = { cells: 5 };
  const limits = { sheet: "Anbud", part: "p.xml", tables: [], whole: false, budget };
  expect(surveySheet(sheet(data), limits).lastSharedText).toBe(-1);
  expect(() => surveySheet(sheet(data), limits)).toThrow(new Failure("file-hostile"));
});
