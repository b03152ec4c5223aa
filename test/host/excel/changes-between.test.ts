/**
 * Rows that Excel leaves outside their table, an undo group that is refused in the middle of a
 * write, and what co-authors do between reading and writing: every row stands in its table once or
 * not at all, and no co-author's entry is written over.
 */
import type { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { Amendment } from "../../../src/sheet/workbook";
import type { ExcelHost } from "../../excel-host/host";
import { evaluated, opened, picture, refused, settled } from "./opened";

const rows = (...keys: readonly string[]): Amendment => ({
  entries: [],
  appended: [
    { table: "Mervarde_model", rows: keys.map((value) => [{ value }, {}, { value: 1 }, {}]) },
  ],
  pages: [],
});

async function model(excel: ExcelWorkbook) {
  const { tables } = await excel.read();
  const table = tables.find(({ name }) => name === "Mervarde_model");
  if (!table) throw new Error("no model");
  return table;
}

/** The calls of one member that the host is asked for; each is carried out. */
function calls(host: ExcelHost, name: string): string[] {
  const made: string[] = [];
  host.refuses = (member) => {
    if (member === name) made.push(member);
    return undefined;
  };
  return made;
}

describe("a table that does not grow over the rows below it", () => {
  test.each([
    // Table.resize is of ExcelApi 1.13.
    ["1.13", false, 1],
    ["1.13", "partly", 1],
    ["1.12", false, 0],
    ["1.12", "partly", 0],
  ] as const)("ExcelApi %s, grows: %s: resized %i times", async (excelApi, grows, resized) => {
    const { host, excel } = await opened({ excelApi });
    const before = (await model(excel)).rows.length;
    host.workbook.growsTables = grows;
    const made = calls(host, "Table.Resize");
    await excel.amend(rows("k", "l", "m"));
    expect(made).toHaveLength(resized);
    const after = await model(excel);
    expect(after.rows.slice(before).map(([key]) => key?.value)).toEqual(["k", "l", "m"]);
    expect(after.below).toBeUndefined();
  });

  test("and whose resizing is refused: the rows are added another way", async () => {
    const { host, excel } = await opened({ excelApi: "1.13" });
    const before = (await model(excel)).rows.length;
    host.workbook.growsTables = false;
    host.refuses = (member) => (member === "Table.Resize" ? "InvalidArgument" : undefined);
    await excel.amend(rows("k", "l"));
    const after = await model(excel);
    expect(after.rows.slice(before).map(([key]) => key?.value)).toEqual(["k", "l"]);
    expect(after.below).toBeUndefined();
  });

  test("and is neither resized nor added to: none of the rows is left", async () => {
    const { host, excel } = await opened({ excelApi: "1.13" });
    const clean = picture(host);
    host.workbook.growsTables = "partly";
    host.workbook.addsRows = false;
    host.refuses = (member) => (member === "Table.Resize" ? "InvalidArgument" : undefined);
    expect((await refused(excel.amend(rows("k", "l")))).code).toBe("excel-table-short");
    expect(picture(host)).toEqual(clean);
  });
});

describe("an undo group", () => {
  test.each(["UndoNotSupported", "GeneralException"])(
    "refused in the middle of a write with %s: every entry and row stands there once",
    async (code) => {
      const { host, excel } = await opened({ excelApi: "1.20" });
      const { top, rows: before } = await model(excel);
      let written = 0;
      host.refuses = (member) => {
        if (!host.isGrouping || member !== "Range.Formulas") return undefined;
        written += 1;
        // The first entry has been carried out, the second and the row have not.
        return written === 2 ? code : undefined;
      };
      await excel.amend({
        ...rows("k"),
        entries: ["ett", "två"].map((value, n) => ({
          address: { sheet: "Modell", row: top + 1 + 2 * n, column: 2 },
          content: { value },
        })),
      });
      expect(written).toBe(2);
      const after = await model(excel);
      expect([0, 2].map((row) => after.rows[row]?.[2]?.value)).toEqual(["ett", "två"]);
      expect(after.rows.slice(before.length).map(([key]) => key?.value)).toEqual(["k"]);
      expect(after.below).toBeUndefined();
    },
  );
});

describe("a co-author in another Excel", () => {
  test("changes an input between reading and evaluating: reported, and nothing is written", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    await settled();
    host.type("Anbud", "F5", 999, "Remote");
    await settled();
    const clean = picture(host);
    expect(await refused(excel.writeResults(pages))).toMatchObject({
      code: "excel-changed",
      details: { sheet: "Anbud" },
    });
    expect(picture(host)).toEqual(clean);
    await excel.writeResults(await evaluated(excel));
    expect(host.value("Anbud", "F5")).toBe(999);
  });

  test("changes an input: the pane shows it, though its user did nothing", async () => {
    const { host, excel } = await opened();
    let changes = 0;
    await excel.onChange(() => (changes += 1));
    await settled();
    host.type("Anbud", "F5", 999, "Remote");
    await settled();
    expect(changes).toBe(1);
  });

  test("fills in the row that is being entered: it is not written over", async () => {
    const { host, excel } = await opened();
    const { top } = await model(excel);
    host.type("Modell", `C${top + 3}`, "kollegans", "Remote");
    const mine = excel.amend({
      ...rows(),
      appended: [],
      entries: [
        { address: { sheet: "Modell", row: top + 2, column: 2 }, content: { value: "mitt" } },
      ],
    });
    expect((await refused(mine)).code).toBe("excel-changed");
    expect(host.value("Modell", `C${top + 3}`)).toBe("kollegans");
  });
});
