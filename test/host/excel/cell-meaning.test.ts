/**
 * What a cell means on this computer and in this workbook: dates of both date systems, and a bare $
 * in a number format, which is the computer's own currency and no dollar. Excel is asked only where
 * there is something to ask about.
 */
import { readWorkbook } from "../../../src/sheet/read";
import type { CellReading } from "../../../src/sheet/workbook";
import { sv } from "../../../src/words/sv/words";
import type { ExcelHost } from "../../excel-host/host";
import { opened, refused, settled } from "./opened";

/** Gives the cell of the first bid's price, Anbud!F5, a number format. */
function format(host: ExcelHost, numberFormat: string): void {
  const sheet = host.workbook.sheet("Anbud");
  if (sheet) sheet.format(4, 5)["numberFormat"] = numberFormat;
}

async function priceCell(excel: Awaited<ReturnType<typeof opened>>["excel"]) {
  const { tables } = await excel.read();
  const bids = tables.find(({ sheet }) => sheet === "Anbud");
  return bids?.rows[0]?.[5 - bids.left] as CellReading;
}

describe("dates", () => {
  test.each([
    [1900, "2026-03-02", "2026-03-02", 46_083],
    [1904, "2026-03-02", "2026-03-02", 44_621],
    [1904, "1904-01-01", "1904-01-01", 0],
  ] as const)("counted from %i: %s", async (dateSystem, typed, read, held) => {
    const { host, excel } = await opened();
    host.workbook.dateSystem = dateSystem;
    format(host, "General");
    host.type("Anbud", "F5", typed);
    expect(host.value("Anbud", "F5")).toBe(held);
    expect(await priceCell(excel)).toMatchObject({ kind: "date", value: read });
  });

  test("an Excel that cannot say which system it is counts from 1900", async () => {
    const { host, excel } = await opened();
    format(host, "yyyy-mm-dd");
    host.type("Anbud", "F5", 46_083);
    host.refuses = (member) => (member === "Functions.Date" ? "GeneralException" : undefined);
    expect(await priceCell(excel)).toMatchObject({ kind: "date", value: "2026-03-02" });
  });

  test("a row with a date is unchanged when it is written in, and changed when it is", async () => {
    const { host, excel } = await opened();
    host.workbook.dateSystem = 1904;
    format(host, "General");
    host.type("Anbud", "F5", "2026-03-02");
    const enter = (value: string) =>
      excel.amend({
        entries: [{ address: { sheet: "Anbud", row: 4, column: 1 }, content: { value } }],
        appended: [],
        pages: [],
      });
    await excel.read();
    await enter("Nytt namn");
    expect(host.value("Anbud", "B5")).toBe("Nytt namn");
    await excel.read();
    host.type("Anbud", "F5", "2026-03-03");
    expect((await refused(enter("Annat namn"))).code).toBe("excel-changed");
  });

  test("an Excel that is busy with something else is not taken for one that cannot say", async () => {
    const { host, excel } = await opened();
    format(host, "yyyy-mm-dd");
    host.type("Anbud", "F5", 46_083);
    host.refuses = (member) => (member === "Functions.Date" ? "ServiceNotAvailable" : undefined);
    expect((await refused(excel.read())).code).toBe("excel-busy");
  });
});

test.each([
  ["neither a date nor a bare $", "General", "General", 0],
  ["a date", "General", "yyyy-mm-dd", 1],
  ["a bare $", "$0", "General", 1],
  ["a date and a bare $", "$0", "yyyy-mm-dd", 2],
])("Excel is asked about what there is: %s", async (_, first, second, more) => {
  const { host, excel } = await opened();
  format(host, first);
  const sheet = host.workbook.sheet("Anbud");
  if (sheet) sheet.format(5, 5)["numberFormat"] = second;
  await excel.read();
  await settled();
  const start = host.counters.batches;
  await excel.read();
  // What there is and its contents take two batches.
  expect(host.counters.batches - start).toBe(2 + more);
});

describe("a currency in a number format", () => {
  test.each(
    // prettier-ignore
    [
    // The computer, the format as Office.js gives it, how the cell is read, and what is found.
    ["sv-SE", "$#,##0.00",                     '"kr"#,##0.00',                     []],
    ["sv-SE", "#,##0 $",                       '#,##0 "kr"',                       []],
    ["sv-SE", '_-* #,##0.00 $_-;-* #,##0 $_-', '_-* #,##0.00 "kr"_-;-* #,##0 "kr"_-', []],
    ["sv-SE", "#,##0 [$$-409]",                "#,##0 [$$-409]",                   ["cell-other-currency"]],
    ["sv-SE", '#,##0 "$"',                     '#,##0 "$"',                        ["cell-other-currency"]],
    ["sv-SE", "#,##0 \\$",                     "#,##0 \\$",                        ["cell-other-currency"]],
    ["sv-SE", "#,##0 [$kr-41D]",               "#,##0 [$kr-41D]",                  []],
    ["de-DE", "#,##0 $",                       '#,##0 "€"',                        ["cell-other-currency"]],
    ["en-US", "$#,##0.00",                     "$#,##0.00",                        ["cell-other-currency"]],
  ] as const,
  )("on a computer set to %s: %s", async (locale, numberFormat, read, codes) => {
    const { host, excel } = await opened({ locale });
    format(host, numberFormat);
    expect((await priceCell(excel)).format).toBe(read);
    const { findings } = readWorkbook(await excel.read(), [sv]);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  test("where Excel does not give the local form, the sign is taken for a dollar", async () => {
    const { host, excel } = await opened();
    format(host, "$#,##0.00");
    host.refuses = (member) => (member === "Range.GetCell" ? "GeneralException" : undefined);
    expect((await priceCell(excel)).format).toBe("$#,##0.00");
  });
});
