/**
 * The simulated Excel itself: its habits are Excel's, and what it does not know it does not
 * pretend.
 */
import { refuseFormula } from "./excel-host/formula-limits";
import { ExcelHost } from "./excel-host/host";
import type { HostError } from "./excel-host/protocol";
import { connect } from "./excel-host/transports/native";

let host: ExcelHost;
beforeEach(() => connect((host = new ExcelHost())));

test.each(
  // prettier-ignore
  [
  ["1249.5",      1249.5,       "General"],
  ["12%",         0.12,         "0%"],
  ["2026-03-02",  46083,        "yyyy-mm-dd"],
  ["true",        true,         "General"],
  ["'2026-03-02", "2026-03-02", "General"],
  ["'=1+1",       "=1+1",       "General"],
  ["=1+1",        2,            "General"],
  ["1 249,50",    "1 249,50",   "General"],
],
)("%s through range.values becomes %s", async (given, value, format) => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Blad1").getRange("A1");
    range.values = [[given]];
    range.load("values,numberFormat");
    await context.sync();
    expect([range.values, range.numberFormat]).toEqual([[[value]], [[format]]]);
  });
});

test.each(
  // prettier-ignore
  [
  ["a member nobody has written",     "NotImplemented", (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("Blad1").getRange("A1:A2").removeDuplicates([0], false)],
  ["a sheet that is not there",       "ItemNotFound",   (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("Saknas").load("name")],
  ["a grid of another size",          "InvalidArgument", (context: Excel.RequestContext) => void (context.workbook.worksheets.getItem("Blad1").getRange("A1:B2").values = [[1, 2]])],
  ["a locked cell",                   "AccessDenied",   (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem("Blad1").protection.protect();
    context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[1]];
  }],
  ["protecting what is protected",    "InvalidOperation", (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem("Blad1").protection.protect();
    context.workbook.worksheets.getItem("Blad1").protection.protect();
  }],
  ["a sheet name that is taken",      "ItemAlreadyExists", (context: Excel.RequestContext) => void context.workbook.worksheets.add("blad1")],
  ["the last visible sheet",          "InvalidOperation", (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("Blad1").delete()],
  ["a member newer than this Excel",  "ApiNotFound",    (context: Excel.RequestContext) => void context.workbook.worksheets.getItem("Blad1").getRange("A1").getSpillParent()],
],
)("%s: %s", async (_, code, work) => {
  await expect(
    Excel.run(async (context) => {
      work(context);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code });
});

test("a property that was not loaded is the add-in's fault, and the real library says so", async () => {
  await expect(
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1");
      await context.sync();
      return range.values as unknown;
    }),
  ).rejects.toMatchObject({ code: "PropertyNotLoaded" });
});

test("it stops at the first action that fails and counts what it is asked", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Blad1");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("B1:C1").values = [[1]];
    sheet.getRange("B1:C2").values = [[1, 2, 3]];
    sheet.getRange("D1").values = [[4]];
    await context.sync();
  }).catch(() => undefined);
  expect([host.value("Blad1", "A1"), host.value("Blad1", "C1"), host.value("Blad1", "D1")]).toEqual(
    [1, 1, ""],
  );
  expect(host.counters.batches).toBeGreaterThan(0);
});

test("formulas follow a renamed sheet, and a table grows over what is written below it", async () => {
  await Excel.run(async (context) => {
    const other = context.workbook.worksheets.add("Data 1");
    other.getRange("A1:A2").values = [["Pris"], [5]];
    other.tables.add("A1:A2", true).name = "Priser";
    context.workbook.worksheets.getItem("Blad1").getRange("A1").formulas = [["='Data 1'!A2*2"]];
    await context.sync();
    other.name = "Data 2";
    other.getRange("A3").values = [[7]];
    await context.sync();
  });
  expect(host.value("Blad1", "A1")).toBe(10);
  expect(host.workbook.tables[0]?.rows).toBe(3);
});

test.each(
  // prettier-ignore
  [
  ["64 functions inside each other",          `=${"ABS(".repeat(64)}1${")".repeat(64)}`,      "taken"],
  ["65 functions inside each other",          `=${"ABS(".repeat(65)}1${")".repeat(65)}`,      "InvalidArgument"],
  ["65 brackets that are no functions",       `=${"(".repeat(65)}1${")".repeat(65)}`,         "taken"],
  ["255 arguments",                           `=SUM(${Array(255).fill("1").join(",")})`,      "taken"],
  ["256 arguments",                           `=SUM(${Array(256).fill("1").join(",")})`,      "InvalidArgument"],
  ["255 commas in a text",                    `=LEN("${",".repeat(255)}")`,                   "taken"],
  ["a text of 255 characters",                `=LEN("${"x".repeat(255)}")`,                   "taken"],
  ["a text of 256 characters",                `=LEN("${"x".repeat(256)}")`,                   "InvalidArgument"],
  ["a text of 255 quotation marks",           `=LEN("${'""'.repeat(255)}")`,                  "taken"],
  ["8,192 characters after the equals sign",  `=${"1+".repeat(4095)}12`,                      "taken"],
  ["8,193 characters after the equals sign",  `=${"1+".repeat(4096)}1`,                       "InvalidArgument"],
  ["a link with a text of 255 characters",    `=HYPERLINK("#A1","${"x".repeat(255)}")`,       "taken"],
  ["a link with a text of 256 characters",    `=HYPERLINK("#A1","${"x".repeat(256)}")`,       "InvalidArgument"],
],
)("a formula with %s", (_, formula, outcome) => {
  let seen = "taken";
  try {
    refuseFormula(formula);
  } catch (error) {
    seen = (error as HostError).code;
  }
  expect(seen).toBe(outcome);
});

test.each(
  // prettier-ignore
  [
  ["256 arguments",                           `=SUM(${Array(256).fill("1").join(",")})`,                     "InvalidArgument"],
  ["255 arguments",                           `=SUM(${Array(255).fill("1").join(",")})`,                     255],
],
)("entered in a cell: %s", async (_, formula, outcome) => {
  const entered = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Blad1").getRange("A1");
    range.formulas = [[formula]];
    range.load("values");
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
  const seen = await entered.catch((error: unknown) => (error as { code: string }).code);
  expect(seen).toBe(outcome);
});

test.each([
  ["sv-SE", "A1:B2;C3", 2],
  ["sv-SE", "A1:B2,C3", "InvalidArgument"],
  ["en-US", "A1:B2,C3", 2],
  ["en-US", "A1:B2;C3", "InvalidArgument"],
])("on a computer set to %s, getRanges takes %s apart: %s", async (locale, areas, outcome) => {
  connect(new ExcelHost({ locale }));
  const counted = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(locale === "sv-SE" ? "Blad1" : "Sheet1");
    const ranges = sheet.getRanges(areas).load("areaCount");
    await context.sync();
    return ranges.areaCount;
  });
  const seen = await counted.catch((error: unknown) => (error as { code: string }).code);
  expect(seen).toBe(outcome);
});
