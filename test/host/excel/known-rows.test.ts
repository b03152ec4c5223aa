/**
 * Excel read again and again: a row that Excel gives alike is not read anew, and one that has been
 * changed in its value, its formula or its number format is. After an edit Excel is asked for less, and
 * the reading is the same.
 */
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { ExcelHost } from "../../excel-host/host";
import type { WorkbookReading } from "../../../src/sheet/workbook";
import { opened, settled } from "./opened";

const bids = ({ tables }: WorkbookReading) =>
  tables.find(({ name }) => name === "Mervarde_bids")?.rows ?? [];

test("rows that nobody changed are the same objects in the next reading", async () => {
  const { excel } = await opened();
  const before = bids(await excel.read());
  const after = bids(await excel.read());
  expect(before.length).toBeGreaterThan(0);
  expect(after.map((row, n) => row === before[n])).toEqual(before.map(() => true));
});

/** The row of the second bid in a number format. */
const formatted = ({ workbook }: ExcelHost, format: string) => {
  const sheet = workbook.sheet("Anbud");
  for (let column = 0; sheet && column < 10; column += 1)
    sheet.format(5, column)["numberFormat"] = format;
};

test.each<[string, (host: ExcelHost) => void]>([
  ["a value", (host) => host.type("Anbud", "B6", "Nytt namn")],
  ["a value emptied", (host) => host.type("Anbud", "B6", "")],
  ["a formula with the value that stood there", (host) => host.type("Anbud", "A6", '="B"')],
  ["a number format", (host) => formatted(host, "0.0")],
  ["the computer's own currency", (host) => formatted(host, "#,##0 $")],
])("what is changed is read as it is: %s", async (_, change) => {
  const { host, excel } = await opened();
  const before = await excel.read();
  change(host);
  const after = await excel.read();
  expect(after.tables).not.toEqual(before.tables);
  expect(after.tables).toEqual((await new ExcelWorkbook().read()).tables);
});

/** The sheet Anbud: A is the order, B the id, C the bidder, F the total price; the bids stand on rows 5 and 6. */
test.each<[string, (host: ExcelHost) => void]>([
  ["nothing", () => undefined],
  ["a name", (host) => host.type("Anbud", "C6", "Nytt namn")],
  ["a price", (host) => host.type("Anbud", "F6", 960.25)],
  ["a date where a price was", (host) => host.type("Anbud", "F6", "2026-03-02")],
  ["a cell emptied", (host) => host.type("Anbud", "F6", "")],
  ["a formula with the value that stood there", (host) => host.type("Anbud", "F6", "=950")],
  ["a price in another format", (host) => host.format("Anbud", "F6", "0.0")],
  ["a price in the computer's own currency", (host) => host.format("Anbud", "F6", "#,##0 $")],
  ["a heading", (host) => host.type("Anbud", "E4", "Nånting annat")],
  ["a cell below the table", (host) => host.type("Anbud", "B8", "mitt")],
  ["what a formula in the table reads", (host) => host.type("Blad1", "A1", 1200)],
  ["a co-author's price", (host) => host.type("Anbud", "F5", 999, "Remote")],
  ["a row inserted where a formula looks", (host) => host.insertRow("Blad1", 1)],
  ["a sheet with another name", (host) => host.renameSheet("Blad1", "Underlag")],
])("after an edit the reading is that of a first one: %s", async (_, change) => {
  const { host, excel } = await opened();
  host.type("Blad1", "A1", 1100);
  host.type("Anbud", "F5", "=Blad1!A1");
  await excel.read();
  await settled();
  change(host);
  await settled();
  const after = await excel.readEdited();
  expect(after).toEqual(await new ExcelWorkbook().read());
  // A second reading rests on the first.
  expect((await excel.readEdited()).tables).toEqual(after.tables);
});

test("a value that Excel did not tell of is read with its format", async () => {
  const { host, excel } = await opened();
  await excel.read();
  const sheet = host.workbook.sheet("Anbud");
  if (sheet) sheet.format(5, 5)["numberFormat"] = "0.000";
  if (sheet) host.workbook.input(sheet, 5, 5, 123.5);
  expect((await excel.readEdited()).tables).toEqual((await new ExcelWorkbook().read()).tables);
});

test.each<[string, (host: ExcelHost) => void, number]>([
  ["a price is typed", (host) => host.type("Anbud", "F6", 960.25), 1],
  ["nothing is touched", () => undefined, 0],
  ["a formula's value alone is another", (host) => host.type("Blad1", "A1", 1200), 0],
])("formats are asked for of no more than what was touched: %s", async (_, change, count) => {
  const { host, excel } = await opened();
  host.type("Blad1", "A1", 1100);
  host.type("Anbud", "F5", "=Blad1!A1");
  await excel.read();
  await settled();
  const asked: string[] = [];
  const answer = host.answer.bind(host);
  host.answer = (request) => {
    asked.push(...(request.match(/numberFormat/g) ?? []));
    return answer(request);
  };
  change(host);
  await settled();
  await excel.readEdited();
  expect(asked).toHaveLength(count);
});
