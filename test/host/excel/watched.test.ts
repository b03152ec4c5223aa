/**
 * What a pane is told of while it shows something: whatever changes what our tables hold, whoever did it
 * and wherever it was done, and nothing that changes none of it.
 */
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { ExcelHost } from "../../excel-host/host";
import { fault } from "../../excel-host/host";
import { evaluated, opened, refused, settled } from "./opened";

/** How often a pane was told of what was done, once it had been opened and had read the workbook. */
async function told(done: (host: ExcelHost) => void, before?: (host: ExcelHost) => void) {
  const { host } = await opened();
  before?.(host);
  const excel = new ExcelWorkbook();
  await excel.writeResults(await evaluated(excel));
  await excel.read();
  let changes = 0;
  await excel.onChange(() => (changes += 1));
  await settled();
  done(host);
  await settled();
  return changes;
}

/** Bid A's price is worked out on a sheet of the user's own. */
function pricedElsewhere(host: ExcelHost): void {
  host.workbook.addSheet("Min kalkyl");
  host.type("Min kalkyl", "A1", 990);
  host.type("Anbud", "F5", "='Min kalkyl'!A1");
}
function pricedByName(host: ExcelHost): void {
  host.workbook.addSheet("Min kalkyl");
  host.type("Min kalkyl", "A1", 990);
  host.workbook.names.push({ name: "priset", formula: "='Min kalkyl'!$A$1", visible: true });
  host.type("Anbud", "F5", "=priset");
}

// prettier-ignore
test.each<[what: string, done: (host: ExcelHost) => void, count: number, before: ((host: ExcelHost) => void) | undefined]>([
  ["a price is typed",                                     (host) => host.type("Anbud", "F5", 999),              1, undefined],
  ["a co-author types a price",                            (host) => host.type("Anbud", "F5", 999, "Remote"),    1, undefined],
  ["a row is inserted among the bids",                     (host) => host.insertRow("Anbud", 5, "Remote"),       1, undefined],
  ["the sheet of bids is deleted",                         (host) => host.deleteSheet("Anbud"),                  1, undefined],
  ["the sheet with the outcome is deleted",                (host) => host.deleteSheet("Sammanställning"),        1, undefined],
  ["a sheet of one's own is typed in",                     (host) => host.type("Blad1", "A1", 1),                0, undefined],
  ["a sheet of one's own is deleted",                      (host) => host.deleteSheet("Blad1"),                  0, undefined],
  ["a sheet that a price is worked out on is typed in",    (host) => host.type("Min kalkyl", "A1", 880),         1, pricedElsewhere],
  ["a sheet that a price is named from is typed in",       (host) => host.type("Min kalkyl", "A1", 880),         1, pricedByName],
])("%s", async (_, done, count, before) => {
  expect(await told(done, before)).toBe(count);
});

test("another pane on the workbook writes, which Excel calls this add-in's own: the one that never wrote is told", async () => {
  const { host, excel: writes } = await opened();
  const reads = new ExcelWorkbook();
  await reads.read();
  let changes = 0;
  await reads.onChange(() => (changes += 1));
  await settled();
  const { tables } = await writes.read();
  const model = tables.find(({ name }) => name === "Mervarde_model");
  await writes.amend({
    entries: [
      {
        address: { sheet: "Modell", row: (model?.top ?? 0) + 1, column: 2 },
        content: { value: "x" },
      },
    ],
    appended: [],
    pages: [],
  });
  await settled();
  expect([changes > 0, host.value("Modell", `C${(model?.top ?? 0) + 2}`)]).toEqual([true, "x"]);
});

test("a write that fails when some of it may have been done is told too, since nobody knows what is there", async () => {
  const { host, excel } = await opened();
  await excel.read();
  let changes = 0;
  await excel.onChange(() => (changes += 1));
  await settled();
  host.fault = () => fault.sessionLost;
  await refused(excel.removePages(["Krav"]));
  expect(changes).toBe(1);
});
