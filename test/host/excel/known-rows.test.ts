/**
 * Excel read again and again: a row that Excel gives alike is not read anew, and one that has been
 * changed in its value, its formula or its number format is.
 */
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { ExcelHost } from "../../excel-host/host";
import type { WorkbookReading } from "../../../src/sheet/workbook";
import { opened } from "./opened";

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
