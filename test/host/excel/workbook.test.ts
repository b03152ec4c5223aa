/**
 * Excel as a host, through the real office.js: few batches, nothing half-written whatever Excel
 * answers and whenever, what is the user's own left alone, and a sentence for every refusal.
 */
import { readFile } from "node:fs/promises";
import { undoable, undone } from "../../../src/app/undo-write";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { en } from "../../../src/words/en/words";
import { readXlsx } from "hucre/xlsx";
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { failureOf } from "../../../src/host/excel/session";
import { Failure } from "../../../src/host/failure";
import { addBids } from "../../../src/procedure/acts/add-bid";
import { amendment } from "../../../src/sheet/amend";
import { compareResultSheets } from "../../../src/sheet/compare-sheets";
import type { Amendment, Page } from "../../../src/sheet/workbook";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { failureText } from "../../../src/words/sentences";
import { circumstances } from "../../calculator";
import { openInExcel } from "../../excel-host/from-xlsx";
import { ExcelHost, fault } from "../../excel-host/host";
import { connect } from "../../excel-host/transports/native";
import { evaluated, evaluation, opened, picture, refused, settled } from "./opened";

const entered = (entries: Amendment["entries"]): Amendment => ({
  entries,
  appended: [],
  pages: [],
});
const added = (rows: Amendment["appended"][number]["rows"]): Amendment => ({
  entries: [],
  appended: [{ table: "Mervarde_model", rows }],
  pages: [],
});

/** An Excel with what came after ExcelApi 1.19. */
function connectNewer(): void {
  connect(new ExcelHost({ excelApi: "1.20" }));
}

describe("the example", () => {
  test("is evaluated within seventeen batches, with Excel as the second engine", async () => {
    const host = new ExcelHost();
    await openInExcel(host, new Uint8Array(await readFile("examples/verksamhetssystem.xlsx")));
    connect(host);
    const excel = new ExcelWorkbook();
    const found = await evaluateWorkbook(excel, { ...circumstances, calculator: excel });
    if (!found.document) throw new Error("unreadable");
    await excel.writeResults(found.pages);
    expect(host.counters.batches).toBeLessThanOrEqual(17);
    expect(found.result).toMatchObject({ award: ["A"], doubleCheck: { equal: 265, of: 265 } });
    const results = host.workbook.sheet("Sammanställning");
    expect([...(results?.cells.values() ?? [])].map(({ value }) => value)).toContain(10_150_000);
    expect(host.workbook.sheet("Känslighet")?.charts.length).toBeGreaterThan(0);
  });
});

describe("nothing is half-written", () => {
  const faults = Object.entries(fault);

  test.each(faults)("results: %s at every batch", async (name, code) => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    const clean = picture(host);
    // The number of batches a whole write takes; every one of them is made to fail in turn.
    for (let at = 0; ; at++) {
      const start = host.counters.batches;
      host.fault = (batch) => (batch - start === at ? code : 0);
      const outcome = await excel.writeResults(pages).then(
        () => "written",
        () => "refused",
      );
      host.fault = () => 0;
      if (outcome === "written") break;
      expect([name, at, picture(host)]).toEqual([name, at, clean]);
    }
    await excel.writeResults(pages);
    const sheets = host.workbook.sheets.map((sheet) => `${sheet.name} ${sheet.visibility}`);
    expect([...sheets.slice(0, 2), ...sheets.slice(-5)]).toEqual([
      "Sammanställning Visible",
      "Blad1 Visible",
      "Utvärdering Visible",
      "Spår Visible",
      "Läge Visible",
      "Känslighet Visible",
      "Avtryck Hidden",
    ]);
  });

  test.each(faults)("a second run leaves the first result whole: %s", async (_, code) => {
    const { host, excel } = await opened();
    await excel.writeResults(await evaluated(excel));
    const clean = picture(host);
    const start = host.counters.batches;
    host.fault = (batch) => (batch - start >= 2 ? code : 0);
    await refused(excel.writeResults(await evaluated(excel).catch(() => [])));
    host.fault = () => 0;
    expect(picture(host)).toEqual(clean);
  });

  test("new sheets: all of them or none", async () => {
    for (let at = 0; ; at++) {
      const host = new ExcelHost();
      connect(host);
      const clean = picture(host);
      host.fault = (batch) => (batch === at ? fault.sessionLost : 0);
      const excel = new ExcelWorkbook();
      const outcome = await excel.addPages(writeWorkbook(evaluation, sv)).then(
        () => "written",
        () => "refused",
      );
      if (outcome === "written") break;
      expect([at, picture(host)]).toEqual([at, clean]);
    }
  });

  test("where Excel is gone for good, the hidden sheets left behind are swept up by the next write", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    const isLeft = () =>
      host.workbook.sheets.some(({ name }) => name.startsWith("Mervarde skriver"));
    host.fault = () => (isLeft() ? fault.sessionLost : 0);
    await refused(excel.writeResults(pages));
    expect(isLeft()).toBe(true);
    host.fault = () => 0;
    await excel.writeResults(pages);
    expect(isLeft()).toBe(false);
  });

  test("cancelled between two parts", async () => {
    const { host } = await opened();
    const large: Page = {
      name: "Stort",
      role: "result",
      mark: "large",
      rows: Array.from({ length: 400 }, () => [{ value: "x".repeat(15_000) }]),
      widths: [],
      hiddenColumns: [],
      freeze: { rows: 0, columns: 0 },
      choices: [],
      highlights: [],
      header: "",
    };
    const clean = picture(host);
    const seen: number[] = [];
    const excel = new ExcelWorkbook({
      progress: (share) => seen.push(share),
      isCancelled: () => seen.length > 0,
    });
    expect((await refused(excel.writeResults([large]))).code).toBe("cancelled");
    expect(picture(host)).toEqual(clean);
    await new ExcelWorkbook().writeResults([large]);
    expect(host.value("Stort", "A400")).toBe("x".repeat(15_000));
  });
});

describe("what Excel refuses has a sentence", () => {
  test.each([
    ["cellEditMode", "excel-cell-edit", "En cell redigeras just nu."],
    ["sessionLost", "excel-session-lost", "Excel har tappat kontakten"],
    ["tooManyRequests", "excel-busy", "Excel är upptaget"],
    ["requestTooLarge", "excel-too-large", "Excel tog inte emot så mycket"],
    ["responseTooLarge", "excel-too-large", "Excel tog inte emot så mycket"],
  ] as const)("%s", async (name, code, sentence) => {
    const { host, excel } = await opened();
    host.fault = () => fault[name];
    const failure = await refused(excel.read());
    expect(failure.code).toBe(code);
    expect(failureText(failure.code, failure.details, sv)).toContain(sentence);
    host.fault = () => 0;
    expect((await excel.read()).tables.length).toBeGreaterThan(5);
  });

  test("every code that Excel has, in both languages", () => {
    const codes = Object.values(Excel.ErrorCodes as unknown as { readonly [name: string]: string });
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) {
      const failure = failureOf(
        Object.assign(new Error("localised by Excel"), {
          code,
          debugInfo: { errorLocation: "Range.values" },
        }),
      );
      // What only a bug of ours brings about stops the program instead.
      if (!(failure instanceof Failure))
        expect([
          "PropertyNotLoaded",
          "ValueNotLoaded",
          "InvalidRequestContext",
          "RunMustReturnPromise",
        ]).toContain(code);
      else
        for (const words of [sv, en])
          expect(failureText(failure.code, failure.details, words)).toMatch(/\.$/);
    }
  });

  test("a sheet that is deleted while it is read", async () => {
    const { host, excel } = await opened();
    const start = host.counters.batches;
    host.fault = (batch) => {
      const sheet = host.workbook.sheet("Krav");
      if (batch - start === 1 && sheet) host.workbook.deleteSheet(sheet);
      return 0;
    };
    expect((await refused(excel.read())).code).toBe("excel-gone");
  });

  test("a missing table is a finding that names it", async () => {
    const { host, excel } = await opened();
    host.workbook.tables.splice(
      host.workbook.tables.findIndex(({ name }) => name === "Mervarde_criteria"),
      1,
    );
    expect(readWorkbook(await excel.read(), [sv]).findings.map(({ code }) => code)).toContain(
      "table-missing",
    );
  });

  test("a result sheet that someone has locked with a password", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    await excel.writeResults(pages);
    const sheet = host.workbook.sheet("Spår");
    if (sheet) sheet.protection = { protected: true, options: null, password: "hemligt" };
    const contents = () => picture(host).map((line) => line.replace(/ (true|false)( \d+)+$/, ""));
    const before = contents();
    expect((await refused(excel.writeResults(pages))).code).toBe("excel-protected");
    expect(contents()).toEqual(before);
  });

  test("a workbook whose structure is protected", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    host.workbook.isProtected = true;
    const clean = picture(host);
    expect((await refused(excel.writeResults(pages))).code).toBe("excel-protected");
    expect(picture(host)).toEqual(clean);
  });

  test("an Excel that lacks what is needed", async () => {
    connect(new ExcelHost({ excelApi: "1.3" }));
    expect((await refused(new ExcelWorkbook().addPages(writeWorkbook(evaluation, sv)))).code).toBe(
      "excel-old",
    );
  });

  test("a hidden sheet is not jumped to in silence", async () => {
    const { host, excel } = await opened();
    const sheet = host.workbook.sheet("Poäng");
    if (sheet) sheet.visibility = "VeryHidden";
    expect((await refused(excel.select({ sheet: "Poäng", row: 4, column: 1 }))).code).toBe(
      "excel-sheet-hidden",
    );
  });
});

describe("the size of a batch", () => {
  test("an answer that is too large is asked for again in halves, and read the same", async () => {
    const { host, excel } = await opened();
    const sizesOfAnswers: number[] = [];
    const answer = host.answer.bind(host);
    host.answer = (request) => {
      const given = answer(request);
      if ("body" in given) sizesOfAnswers.push(Buffer.byteLength(given.body));
      return given;
    };
    const whole = await excel.read();
    const largest = Math.max(...sizesOfAnswers);
    host.mostBytes = Math.floor(largest * 0.8);
    expect((await new ExcelWorkbook().read()).tables).toEqual(whole.tables);
  });

  test("a write that is too large is done again in halves, looks and all", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    // Twice, so that both times the sheets are there before.
    await excel.writeResults(pages);
    await excel.writeResults(pages);
    const written = picture(host);
    host.mostBytes = 160_000;
    await new ExcelWorkbook().writeResults(pages);
    expect(picture(host)).toEqual(written);
  });

  test("bytes are counted, not characters", async () => {
    const { host, excel } = await opened();
    const sheet = host.workbook.sheet("Blad1");
    // Each is 32,000 characters and 64,000 bytes.
    for (let row = 1; row <= 13; row++) host.type("Blad1", `A${row}`, "å".repeat(32_000));
    if (sheet)
      host.workbook.addTable(sheet, { row: 0, column: 0, rows: 13, columns: 1 }).name =
        "Mervarde_x";
    host.mostBytes = 600_000;
    const { tables } = await excel.read();
    expect(tables.find(({ name }) => name === "Mervarde_x")?.rows).toHaveLength(12);
  });
});

describe("what may be entered in a cell", () => {
  test.each([
    [
      "words with commas are reported",
      { values: ["Ja, delvis", "Nej"] },
      "Ja, delvis\nNej",
      "=1=1",
    ],
    [
      "too many words are reported",
      { values: ["x".repeat(200), "y".repeat(200)] },
      undefined,
      "=1=1",
    ],
    ["a long message is shortened", { message: "x".repeat(400) }, `${"x".repeat(254)}…`, "=1=1"],
  ] as const)("%s", async (_, choice, message, formula) => {
    const host = new ExcelHost();
    connect(host);
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    const page: Page = {
      name: "Val",
      role: "input",
      rows: [[{ value: "x" }]],
      widths: [],
      hiddenColumns: [],
      freeze: { rows: 0, columns: 0 },
      choices: [{ area, ...choice }],
      highlights: [],
      header: "",
    };
    await new ExcelWorkbook().addPages([page]);
    const [found] = host.workbook.sheet("Val")?.validations ?? [];
    expect(found?.rule).toEqual({ custom: { formula } });
    if (message !== undefined) expect(found?.prompt).toMatchObject({ message });
  });
});

describe("what Excel does in other ways than it says", () => {
  test.each(["@", "SINGLE"] as const)(
    "formulas given back with %s: the results still agree",
    async (form) => {
      const { host, excel } = await opened();
      await excel.writeResults(await evaluated(excel));
      host.workbook.formulasReadAs = form;
      const pages = await evaluated(excel);
      const { differences } = compareResultSheets(
        pages.filter(({ mark }) => mark === "evaluation"),
        await excel.readResults(),
      );
      expect(differences).toEqual([]);
    },
  );

  test("how sheets are printed is set before they are protected, the first time and the next", async () => {
    const { host, excel } = await opened();
    for (const run of [1, 2]) {
      await excel.writeResults(await evaluated(excel));
      const sheet = host.workbook.sheet("Sammanställning");
      const layout = sheet?.kept.get("PageLayout")?.data as { PaperSize?: string } | undefined;
      expect([run, layout?.PaperSize, sheet?.protection.protected]).toEqual([run, "A4", true]);
      if (layout) delete layout.PaperSize;
    }
  });
});

test("a sheet is printed from Excel as from a file", async () => {
  const { host, excel } = await opened();
  const page = (name: string, more: Partial<Page>): Page => ({
    ...(writeWorkbook(evaluation, sv)[0] as Page),
    name,
    header: "A & B",
    table: { name: `Mervarde_${name}`, area: { top: 3, left: 0, bottom: 5, right: 3 } },
    ...more,
  });
  const broken = page("Brutet", { breaks: [4, 9] });
  const wide = page("Brett", { widths: [10, 100, 100, 100], freeze: { rows: 4, columns: 2 } });
  const plain = page("Vanligt", { widths: [40, 40] });
  const pages = [broken, wide, plain];
  await excel.addPages(pages);
  const { sheets } = await readXlsx(await writeWorkbookBytes(pages), { readStyles: true });
  const inFile = sheets.map(({ pageSetup: setup = {}, rowBreaks = [] }) => ({
    direction: setup.orientation,
    zoom: setup.fitToPage === true ? { horizontalFitToPages: 1 } : { scale: setup.scale },
    titles: [setup.printTitlesRow, setup.printTitlesColumn].filter(Boolean),
    // A file says after which row, from 0, a page ends; Excel is given the cell that begins one.
    breaks: rowBreaks.map((row) => `A${row + 2}`),
  }));
  const inExcel = pages.map(({ name }) => {
    const data = (kept: string) =>
      host.workbook.sheet(name)?.kept.get(kept)?.data as
        { Orientation?: string; Zoom?: object; calls?: readonly (readonly string[])[] } | undefined;
    const given = (kept: string, call: string) =>
      data(kept)
        ?.calls?.filter(([which]) => which?.startsWith(call))
        .map(([, value]) => value);
    const layout = data("PageLayout");
    return {
      direction: layout?.Orientation?.toLowerCase(),
      zoom: layout?.Zoom,
      titles: given("PageLayout", "SetPrintTitle"),
      breaks: given("PageBreakCollection", "Add"),
    };
  });
  expect(inExcel).toEqual(inFile);
  expect(inExcel.map(({ zoom }) => zoom)).toEqual([
    { scale: expect.any(Number) as number },
    { scale: 60 },
    { horizontalFitToPages: 1 },
  ]);
});

describe("what is the user's own", () => {
  test("a sheet with the name of a result is not taken", async () => {
    const { host, excel } = await opened();
    host.workbook.addSheet("Spår");
    host.type("Spår", "A1", "mitt");
    const pages = await evaluated(excel);
    const clean = picture(host);
    expect(await refused(excel.writeResults(pages))).toMatchObject({
      code: "excel-sheet-taken",
      details: { sheet: "Spår" },
    });
    expect(picture(host)).toEqual(clean);
  });

  test("a second evaluation in the same workbook is refused", async () => {
    const { host, excel } = await opened();
    const sheet = host.workbook.sheet("Upphandling");
    if (sheet) host.workbook.renameSheet(sheet, "Vår upphandling");
    expect(await refused(excel.addPages(writeWorkbook(evaluation, sv)))).toMatchObject({
      code: "excel-table-taken",
      details: { sheet: "Vår upphandling" },
    });
  });

  test("formulas on her own sheets still point at the results after the next run", async () => {
    const { host, excel } = await opened();
    await excel.writeResults(await evaluated(excel));
    const [cell] = [...(host.workbook.sheet("Sammanställning")?.cells ?? [])].find(
      ([, { formula, value }]) => formula?.includes("Utvärdering") && typeof value === "number",
    ) ?? [0];
    const [row, column] = [Math.floor(cell / 16_384), cell % 16_384];
    host.workbook.addSheet("Mitt");
    host.type("Mitt", "A1", `=Sammanställning!${String.fromCharCode(65 + column)}${row + 1}`);
    const before = host.value("Mitt", "A1");
    await excel.writeResults(await evaluated(excel));
    expect([before, host.value("Mitt", "A1")]).toEqual([900.5, 900.5]);
  });

  test("her sheets, renamed, sorted and moved, are still read", async () => {
    const { host, excel } = await opened();
    const sheet = host.workbook.sheet("Anbud");
    if (sheet) host.workbook.renameSheet(sheet, "Våra anbud");
    host.workbook.sheets.reverse();
    expect(readWorkbook(await excel.read(), [sv])).toMatchObject({
      findings: [],
      document: evaluation,
    });
  });

  test("the sheet itself says when an input has changed since the results were written", async () => {
    const { host, excel } = await opened();
    await excel.writeResults(await evaluated(excel));
    const sheet = host.workbook.sheet("Sammanställning");
    const texts = () => [...(sheet?.cells.values() ?? [])].map(({ value }) => value);
    expect(texts()).toContain("Talen stämmer med underlaget.");
    host.type("Anbud", "F5", 1000.51);
    expect(texts()).toContain("Underlaget har ändrats sedan utvärderingen. Utvärdera igen.");
    host.type("Anbud", "F5", 1000.5);
    expect(texts()).toContain("Talen stämmer med underlaget.");
  });

  test("manual calculation is left manual, and the results are calculated all the same", async () => {
    const { host, excel } = await opened();
    host.workbook.calculationMode = "Manual";
    const found = await evaluateWorkbook(excel, { ...circumstances, calculator: excel });
    expect(found.document && found.result.doubleCheck).toEqual({ equal: 20, of: 20 });
    expect(host.workbook.calculationMode).toBe("Manual");
  });

  test("a change on an input sheet is reported, one on a result sheet is not", async () => {
    const { host, excel } = await opened();
    await excel.writeResults(await evaluated(excel));
    let changes = 0;
    await excel.onChange(() => (changes += 1));
    await settled();
    host.type("Spår", "C3", "x");
    await settled();
    expect(changes).toBe(0);
    await excel.amend(
      entered([{ address: { sheet: "Modell", row: 5, column: 2 }, content: { value: "a" } }]),
    );
    await settled();
    expect(changes).toBe(0);
    host.type("Anbud", "F5", 999);
    await settled();
    expect(changes).toBe(1);
  });

  test.each(["enter", "append"] as const)(
    "a fault at every batch of %s: entered or not, never in part",
    async (what) => {
      const { host, excel } = await opened();
      const clean = picture(host);
      const work = () =>
        what === "enter"
          ? excel.amend(
              entered([
                { address: { sheet: "Modell", row: 5, column: 2 }, content: { value: "a" } },
                { address: { sheet: "Modell", row: 6, column: 2 }, content: { value: "b" } },
              ]),
            )
          : excel.amend(
              added([
                [{ value: "k" }, {}, { value: 1 }, {}],
                [{ value: "l" }, {}, { value: 2 }, {}],
              ]),
            );
      for (let at = 0; ; at++) {
        await settled();
        const start = host.counters.batches;
        host.fault = (batch) => (batch - start === at ? fault.cellEditMode : 0);
        const outcome = await work().then(
          () => "done",
          () => "refused",
        );
        host.fault = () => 0;
        if (outcome === "done") break;
        expect([at, picture(host)]).toEqual([at, clean]);
      }
      expect(picture(host)).not.toEqual(clean);
    },
  );

  test("a table grows also where Excel has been told not to grow tables", async () => {
    const { host, excel } = await opened();
    host.workbook.growsTables = false;
    const size = () =>
      host.workbook.tables.find(({ name }) => name === "Mervarde_model")?.rows ?? 0;
    const before = size();
    await excel.amend(added([[{ value: "method.maximum" }, { value: "=Text" }, { value: 5 }, {}]]));
    expect(size()).toBe(before + 1);
    expect(
      (await excel.read()).tables
        .find(({ name }) => name === "Mervarde_model")
        ?.rows.at(-1)
        ?.map(({ value }) => value),
    ).toEqual(["method.maximum", "=Text", 5, null]);
  });

  test("a table that grows over the first of two rows alone holds both all the same", async () => {
    const { host, excel } = await opened();
    host.workbook.growsTables = "partly";
    const rows = async () =>
      (await excel.read()).tables.find(({ name }) => name === "Mervarde_model")?.rows ?? [];
    const before = await rows();
    await excel.amend(
      added([
        [{ value: "k" }, {}, { value: 1 }, {}],
        [{ value: "l" }, {}, {}, {}],
      ]),
    );
    expect((await rows()).slice(before.length).map(([key]) => key?.value)).toEqual(["k", "l"]);
  });

  test("where a table does not grow by any means, no row is left below it", async () => {
    const { host, excel } = await opened();
    const clean = picture(host);
    host.workbook.growsTables = "partly";
    host.workbook.addsRows = false;
    const row = [{ value: "k" }, {}, { value: 1 }, {}];
    expect(await refused(excel.amend(added([row, row])))).toMatchObject({
      code: "excel-table-short",
      details: { table: "Mervarde_model" },
    });
    expect(picture(host)).toEqual(clean);
  });

  test.each(["UndoNotSupported", "GeneralException"])(
    "%s for grouping alone, after Excel has carried it out: everything stands there once",
    async (code) => {
      const host = new ExcelHost({ excelApi: "1.20" });
      connect(host);
      const excel = new ExcelWorkbook();
      await excel.addPages(writeWorkbook(evaluation, sv));
      const model = async () =>
        (await excel.read()).tables.find(({ name }) => name === "Mervarde_model");
      const before = await model();
      host.undoRefusal = code;
      await excel.amend({
        entries: [
          {
            address: { sheet: "Modell", row: (before?.top ?? 0) + 1, column: 2 },
            content: { value: "=Text" },
          },
        ],
        appended: [{ table: "Mervarde_model", rows: [[{ value: "k" }, {}, { value: 1 }, {}]] }],
        pages: [],
      });
      const after = await model();
      expect(after?.rows.length).toBe((before?.rows.length ?? 0) + 1);
      expect(after?.rows[0]?.[2]?.value).toBe("=Text");
      expect(after?.rows.at(-1)?.map(({ value }) => value)).toEqual(["k", null, 1, null]);
      expect(after?.below).toBeUndefined();
    },
  );

  test("a row that is added looks as the one above it, and its numbers are shown as they are", async () => {
    const { host, excel } = await opened();
    const sheet = host.workbook.sheet("Modell");
    const before = (await excel.read()).tables.find(({ name }) => name === "Mervarde_model");
    const last = (before?.top ?? 0) + (before?.rows.length ?? 0);
    if (sheet) sheet.format(last, 2)["color"] = "#ABCDEF";
    await excel.amend(added([[{ value: "k" }, {}, { value: 1.5, format: "0.00" }, {}]]));
    expect(sheet?.peek(last + 1, 2)).toEqual({
      ...sheet?.peek(last, 2),
      numberFormat: "0.00",
    });
    expect(sheet?.peek(last + 1, 2)).toMatchObject({ color: "#ABCDEF" });
  });

  test("a colleague's change between reading and evaluating is reported, and nothing is written", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    await settled();
    host.type("Anbud", "F5", 999);
    await settled();
    const clean = picture(host);
    expect(await refused(excel.writeResults(pages))).toMatchObject({
      code: "excel-changed",
      details: { sheet: "Anbud" },
    });
    expect(picture(host)).toEqual(clean);
    await excel.writeResults(await evaluated(excel));
    expect(host.workbook.sheet("Sammanställning")?.visibility).toBe("Visible");
  });

  test("a change that was taken back stops nothing", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    await settled();
    host.type("Anbud", "F5", 999);
    host.type("Anbud", "F5", 1000.5);
    await settled();
    await excel.writeResults(pages);
    expect(host.workbook.sheet("Sammanställning")?.visibility).toBe("Visible");
  });

  test.each([
    ["a row that a colleague has filled in", "C6"],
    ["a row that a colleague has added last", "A200"],
  ])("%s since it was read is not written over", async (what, cell) => {
    const { host, excel } = await opened();
    const { tables } = await excel.read();
    const model = tables.find(({ name }) => name === "Mervarde_model");
    if (!model) throw new Error("no model");
    const below = `A${model.top + model.rows.length + 2}`;
    host.type("Modell", cell === "A200" ? below : cell, "kollegans");
    const clean = picture(host);
    const work =
      cell === "A200"
        ? excel.amend(added([[{ value: "k" }, {}, {}, {}]]))
        : excel.amend(
            entered([
              { address: { sheet: "Modell", row: 5, column: 2 }, content: { value: "mitt" } },
            ]),
          );
    expect([what, (await refused(work)).code]).toEqual([what, "excel-changed"]);
    expect(picture(host)).toEqual(clean);
  });

  test("where Excel can group what is undone, an entry is one step", async () => {
    const { excel } = await opened();
    connectNewer();
    const run = jest.spyOn(Excel, "run");
    await excel.amend(
      entered([{ address: { sheet: "Blad1", row: 0, column: 0 }, content: { value: 1 } }]),
    );
    expect(run.mock.calls.at(-1)?.[0]).toEqual({ mergeUndoGroup: true });
    run.mockRestore();
  });

  test("a number typed the Swedish way as text is read, with a warning at its cell", async () => {
    const { host, excel } = await opened();
    host.type("Anbud", "F5", "'1 000,50");
    const read = readWorkbook(await excel.read(), [sv]);
    expect(read.document?.bids[0]?.price).toBe("1000.50");
    expect(read.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["number-as-text", "warning"],
    ]);
  });

  test("a date where a number belongs is reported, and not taken for one", async () => {
    const { host, excel } = await opened();
    host.workbook.sheet("Anbud")?.formats.clear();
    host.type("Anbud", "F5", "2026-03-02");
    expect(readWorkbook(await excel.read(), [sv]).findings.map(({ code }) => code)).toContain(
      "cell-date",
    );
  });

  test("a computer without a printer gets its results all the same", async () => {
    const { host, excel } = await opened();
    const pages = await evaluated(excel);
    await settled();
    const start = host.counters.batches;
    // Stock, preparation, everything in place; then the print settings.
    host.fault = (batch) => (batch - start === 3 ? fault.sessionLost : 0);
    await excel.writeResults(pages);
    expect(host.workbook.sheet("Sammanställning")?.visibility).toBe("Visible");
  });

  test("entering and adding rows touch only what was entered", async () => {
    const { host, excel } = await opened();
    const reading = await excel.read();
    const model = reading.tables.find(({ name }) => name === "Mervarde_model");
    if (!model) throw new Error("no model");
    await excel.amend(
      entered([
        { address: { sheet: "Modell", row: model.top + 4, column: 2 }, content: { value: "-1+1" } },
      ]),
    );
    await excel.amend(
      added([[{ value: "method.maximum" }, { value: "Högsta betyg" }, { value: 5 }, {}]]),
    );
    const after = (await excel.read()).tables.find(({ name }) => name === "Mervarde_model");
    expect(after?.rows.length).toBe(model.rows.length + 1);
    expect(after?.rows.at(-1)?.map(({ value }) => value)).toEqual([
      "method.maximum",
      "Högsta betyg",
      5,
      null,
    ]);
    expect(after?.rows[3]?.[2]).toEqual({ kind: "text", value: "-1+1" });
    host.type("Modell", `B${model.top + model.rows.length + 4}`, "mitt");
    expect(
      (
        await refused(
          excel.amend(
            added([
              [{ value: "a" }, {}, {}, {}],
              [{ value: "b" }, {}, {}, {}],
            ]),
          ),
        )
      ).code,
    ).toBe("excel-no-room");
  });
});

describe("a bid is added to an open workbook", () => {
  const addedBy = ({ workbook }: ExcelHost, header: string): void => {
    const table = workbook.tables.find(({ name }) => name === "Mervarde_checks");
    if (table) workbook.addColumn(table, header);
  };

  /** What adding a bid writes, from the workbook as it is now. */
  async function bidAdded(excel: ExcelWorkbook): Promise<Amendment> {
    const { document: before, places } = readWorkbook(await excel.read(), [sv]);
    if (!before) throw new Error("unreadable");
    const bid = { id: "C", bidder: "C AB", organisationNumber: "556000-0000" };
    const { document: after } = addBids(before, [{ ...bid, receivedAt: "" }]);
    if (!after) throw new Error("refused");
    return amendment(before, after, places, sv);
  }

  test("a session lost at any batch: all of it or nothing", async () => {
    for (let at = 0; ; at++) {
      const { host, excel } = await opened();
      const change = await bidAdded(excel);
      const clean = picture(host);
      await settled();
      const start = host.counters.batches;
      host.fault = (batch) => (batch - start === at ? fault.sessionLost : 0);
      const outcome = await excel.amend(change).then(
        () => "written",
        () => "refused",
      );
      const isReached = host.counters.batches - start > at;
      host.fault = () => 0;
      if (outcome === "refused") {
        expect([at, picture(host)]).toEqual([at, clean]);
        await excel.amend(await bidAdded(excel));
      }
      const { document: after, findings } = readWorkbook(await excel.read(), [sv]);
      expect([after?.bids.map(({ id }) => id), findings]).toEqual([["A", "B", "C"], []]);
      if (!isReached) break;
    }
  });

  test("and taken away again, with a session lost at any batch: all of it or nothing", async () => {
    for (const excelApi of ["1.12", "1.13"])
      for (let at = 0; ; at++) {
        const { host, excel } = await opened({ excelApi });
        const clean = picture(host);
        const change = await bidAdded(excel);
        const write = undoable(change, await excel.read());
        await excel.amend(change);
        const { amendment: back } = (write && undone(write, await excel.read())) ?? {};
        if (!back) throw new Error("not undoable");
        await settled();
        const grown = picture(host);
        const start = host.counters.batches;
        host.fault = (batch) => (batch - start === at ? fault.sessionLost : 0);
        const outcome = await excel.amend(back).then(
          () => "written",
          () => "refused",
        );
        const isReached = host.counters.batches - start > at;
        host.fault = () => 0;
        expect([excelApi, at, picture(host)]).toEqual([
          excelApi,
          at,
          outcome === "written" ? clean : grown,
        ]);
        if (!isReached) break;
      }
  });

  test("its columns look and are offered as the other bids' are", async () => {
    const { host, excel } = await opened();
    await excel.amend(await bidAdded(excel));
    const sheet = host.workbook.sheet("Kravprövning");
    const table = host.workbook.tables.find(({ name }) => name === "Mervarde_checks");
    if (!sheet || !table) throw new Error("no checks");
    const perBid = (table.columns - 3) / 3;
    // Lines between cells are drawn where several are painted at once.
    const plain = (format: object) =>
      Object.fromEntries(Object.entries(format).filter(([key]) => !key.startsWith("Inside")));
    const looks = [1, 2].map((bid) =>
      Array.from({ length: perBid }, (_, n) => {
        const column = 3 + bid * perBid + n;
        const rules = sheet.validations.filter((each) => each.column === column);
        return {
          header: plain(sheet.peek(table.row, column)),
          cell: plain(sheet.peek(table.row + 1, column)),
          width: sheet.columnWidths.get(column),
          rules: rules.map(({ row, rows, rule, prompt }) => ({ row, rows, rule, prompt })),
        };
      }),
    );
    expect(looks[1]).toEqual(looks[0]);
    expect(host.value("Kravprövning", "N3")).toBe("C AB");
  });

  test.each(
    // prettier-ignore
    [
    ["a note stands beside the table",   (host: ExcelHost) => host.type("Kravprövning", "Z5", "Obs"),                                     "column-no-room"],
    ["the sheet is protected",          (host: ExcelHost) => Object.assign(host.workbook.sheet("Kravprövning")?.protection ?? {}, { protected: true }),    "sheet-protected"],
    ["a co-author has added the column", (host: ExcelHost) => addedBy(host, "C Svar"), "excel-changed"],
  ] as const,
  )("nothing is written where %s", async (_, how, code) => {
    const { host, excel } = await opened();
    const change = await bidAdded(excel);
    how(host);
    const clean = picture(host);
    const failure = await refused(excel.amend(change));
    expect([failure.code, picture(host)]).toEqual([code, clean]);
    expect(failureText(failure.code, failure.details, sv)).not.toBe(failure.code);
  });
});
