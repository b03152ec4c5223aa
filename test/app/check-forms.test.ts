/**
 * Forms as bidders send them back: filled in well, with words and text numbers, with texts, quantities
 * and formulas changed, twice, and of another procurement. They are read from the files' own bytes.
 */
import { checkForms } from "../../src/app/check-forms";
import type { Page } from "../../src/sheet/workbook";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import type { Typed } from "../filled-forms";
import { handedIn, licences, readBack, well } from "../filled-forms";

const found = ({ findings }: ReturnType<typeof checkForms>) =>
  findings.map(({ code, where, details }) => [
    code,
    where,
    details["kind"] ?? details["seen"] ?? "",
  ]);
const check = (files: Parameters<typeof checkForms>[1], plain = licences) =>
  checkForms(plain, files, [sv, en]);

test("a form that is filled in as it should be has nothing to say, and its sum is the stated one", async () => {
  const checked = check([
    await handedIn("a.xlsx", well("Alfa AB", "556000-0001", { value: 350000 }, { value: 22500.5 })),
  ]);
  // 350 000 + 22 500,50 × 12 × 4 = 350 000 + 1 080 024
  expect([
    found(checked),
    checked.forms.map(({ read, recomputed }) => [read.stated, recomputed?.toText()]),
  ]).toEqual([[], [["1430024.00", "1430024"]]]);
});

// prettier-ignore
test.each<[string, readonly Typed[], readonly (readonly string[])[]]>([
  ["a blank price is no price",             well("B", "1", { value: 5 }),                       []],
  ["a word is asked about",                 well("B", "1", { value: 5 }, { value: "ingår" }),   [["form-price-word", "b.xlsx Priser!H9", "ingår"]]],
  ["all zeros are asked about",             well("B", "1", { value: 0 }, { value: 0 }),         [["form-all-zero", "b.xlsx", ""]]],
  ["an answer with more than yes or no",    [...well("B", "1", { value: 5 }, { value: 6 }).filter(([, key]) => key !== "K2"), ["Krav", "K2", 5, { value: "Ja, delvis" }]],
                                                                                                [["form-answer-other", "b.xlsx Krav!F6", "Ja, delvis"]]],
  ["a comment may be a reservation",        [...well("B", "1", { value: 5 }, { value: 6 }), ["Priser", "P2", 9, { value: "Gäller vid 24 månader" }]],
                                                                                                [["form-comment", "b.xlsx Priser!J9", ""]]],
  ["a changed quantity",                    [...well("B", "1", { value: 5 }, { value: 6 }), ["Priser", "P2", 5, { value: 10 }]],
                                                                                                [["form-changed", "b.xlsx Priser!F9", "text"]]],
  ["a changed requirement",                 [...well("B", "1", { value: 5 }, { value: 6 }), ["Krav", "K1", 3, { value: "Krav K1, om möjligt" }]],
                                                                                                [["form-changed", "b.xlsx Krav!D5", "text"]]],
  ["a text written in a locked blank cell", [...well("B", "1", { value: 5 }, { value: 6 }), ["Priser", "P1", 3, { value: "Med förbehåll" }]],
                                                                                                [["form-changed", "b.xlsx Priser!D6", "extra"]]],
])("%s", async (_, typed, expected) => {
  expect(found(check([await handedIn("b.xlsx", typed)]))).toEqual(expected);
});

test("a price as text is read as the number it is, and the form's own sum lacks it", async () => {
  const checked = check([
    await handedIn("b.xlsx", well("B", "1", { value: 5 }, { value: "1 000,50" })),
  ]);
  // 5 + 1 000,50 × 48 = 48 029
  expect([
    found(checked),
    checked.forms.map(({ read, recomputed }) => [read.stated, recomputed?.toText()]),
  ]).toEqual([[], [[undefined, "48029"]]]);
});

test("a sum that is typed over is named, and held against the recomputed one", async () => {
  const typedOver: Typed = ["Formulär", "total", 2, { value: 200 }];
  const typed = well("B", "1", { value: 5 }, { value: 6 });
  const without = (pages: Page[]): Page[] =>
    pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) =>
        row.map((cell, c) =>
          cell && page.name === "Formulär" && row[0]?.value === "total" && c === 2
            ? { value: 200 }
            : cell,
        ),
      ),
    }));
  const checked = check([await handedIn("b.xlsx", [...typed, typedOver], without)]);
  expect(found(checked).map(([code, , kind]) => [code, kind])).toEqual([
    ["form-changed", "formula"],
    ["form-stated-differs", ""],
  ]);
  // 5 + 6 × 48 = 293
  expect(checked.forms[0]?.recomputed?.toText()).toBe("293");
});

test("a row added and a row removed are named", async () => {
  const typed = well("B", "1", { value: 5 }, { value: 6 });
  const added = await handedIn("b.xlsx", typed, (pages) =>
    pages.map((page) =>
      page.name === "Priser"
        ? { ...page, rows: [...page.rows, [null, null, { value: "Resor" }, { value: "per dag" }]] }
        : page,
    ),
  );
  const removed = await handedIn("c.xlsx", well("C", "2", { value: 5 }, { value: 6 }), (pages) =>
    pages.map((page) => ({
      ...page,
      rows: page.rows.filter((row) => !(page.name === "Krav" && row[0]?.value === "K2")),
    })),
  );
  expect(found(check([added, removed]))).toEqual([
    ["form-changed", "b.xlsx Priser!C11", "row-added"],
    ["form-changed", "c.xlsx Krav", "row-removed"],
  ]);
});

test("the same file, a second form, another model and a file that is no form are refused, the others read", async () => {
  const first = await handedIn(
    "a.xlsx",
    well("Alfa AB", "556000-0001", { value: 1 }, { value: 2 }),
  );
  const second = await handedIn("b.xlsx", well("Alfa", "5560000001", { value: 1 }, { value: 3 }));
  const other = await handedIn(
    "c.xlsx",
    well("Cesar AB", "556000-0003", { value: 1 }, { value: 2 }),
  );
  const strange = { ...other, name: "d.xlsx", bytes: new Uint8Array([1]), sheets: [] };
  const checked = check([first, { ...first, name: "kopia.xlsx" }, second, other, strange]);
  expect(found(checked).map(([code, where]) => [code, where])).toEqual([
    ["form-twice", "kopia.xlsx"],
    ["form-second", "b.xlsx"],
    ["form-missing", "d.xlsx"],
  ]);
  expect(checked.forms.map(({ file }) => file)).toEqual(["a.xlsx", "c.xlsx"]);
  const changed = { ...licences, priceItems: licences.priceItems.slice(1) };
  const foreign = { ...licences, procurement: { ...licences.procurement, caseNumber: "9/99" } };
  expect(
    [changed, foreign].flatMap((plain) => check([first], plain).findings.map(({ code }) => code)),
  ).toEqual(["form-other-model", "form-other-case"]);
});

/** A page of the form changed by the bidder, or by the bidder's program. */
const changed = (sheet: string, how: (page: Page) => Page) => (pages: Page[]) =>
  pages.map((page) => (page.name === sheet ? how(page) : page));
const mapCells =
  (how: (cell: Cell, row: readonly Cell[], column: number) => Cell) => (page: Page) => ({
    ...page,
    rows: page.rows.map((row) => row.map((cell, c) => how(cell, row, c))),
  });
type Cell = Page["rows"][number][number];
const five = well("B AB", "1", { value: 5 }, { value: 6 });
const plainLooks = (pages: Page[]): Page[] =>
  pages.map((page) => ({
    ...mapCells((cell) => {
      if (!cell) return cell;
      const { style: _style, format: _format, ...content } = cell;
      return content;
    })(page),
    widths: [],
    hiddenColumns: [],
    choices: [],
    highlights: [],
  }));

// prettier-ignore
test.each<[string, readonly Typed[], (pages: Page[]) => Page[], readonly string[], readonly (string | undefined)[]]>([
  ["thousands and decimals as text",       well("B", "1", { value: "1 249,50 kr" }, { value: "12.000" }), (pages) => pages,  ["form-price-word"],   ["1249.50", undefined]],
  ["a date where a price belongs",         well("B", "1", { value: 46000, format: "yyyy-mm-dd" }, { value: 6 }), (pages) => pages, ["form-price-word"], [undefined, "6"]],
  ["another currency",                     well("B", "1", { value: "100 EUR" }, { value: 6 }),         (pages) => pages,  ["form-price-word"],   [undefined, "6"]],
  ["a price that is a sum of its own",     five, changed("Priser", mapCells((cell, [key], c) => (key?.value === "P1" && c === 7 ? { value: 7, formula: "3+4" } : cell))),         [], ["7", "6"]],
  ["a formula typed over",                 five, changed("Priser", mapCells((cell, [key], c) => (key?.value === "P1" && c === 8 ? { value: 5 } : cell))),                        ["form-changed"], ["5", "6"]],
  ["a sheet of the bidder's own",          five, (pages) => [...pages, { ...(pages[0] as Page), name: "Villkor", rows: [[{ value: "Förbehåll" }]], choices: [], highlights: [] }], ["form-changed"], ["5", "6"]],
  ["no looks at all, as from a plain writer", five, plainLooks,                                                                                                       [], ["5", "6"]],
  ["rows in another order",                five, changed("Priser", (page) => ({ ...page, rows: [...page.rows.slice(0, 5), ...page.rows.slice(8, 9), ...page.rows.slice(6, 8), ...page.rows.slice(5, 6), ...page.rows.slice(9)] })), [], ["5", "6"]],
])("%s", async (_, typed, change, codes, prices) => {
  const checked = check([await handedIn("b.xlsx", typed, change)]);
  expect(found(checked).map(([code]) => code)).toEqual(codes);
  expect(checked.forms[0]?.read.prices.map(({ number }) => number && String(Number(number)))).toEqual(prices.map((price) => price && String(Number(price))));
});

test("a form with macros is read and told, and a form by its old format is not opened", async () => {
  const form = await handedIn("b.xlsm", five);
  expect(found(check([form]))).toEqual([["form-with-macros", "b.xlsm", ""]]);
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]);
  await expect(readBack("b.xls", old)).rejects.toMatchObject({ code: "file-encrypted" });
});

test("a price that a formula fetches from another file is what was shown last, and asked about", async () => {
  const form = await handedIn("b.xlsx", five);
  const sheets = form.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell, c) =>
        sheet.name === "Priser" && row[0]?.value === "P1" && c === 7
          ? { ...cell, formula: "'C:\\\\[pris.xlsx]Blad 1'!A1" }
          : cell,
      ),
    ),
  }));
  const checked = check([{ ...form, sheets }]);
  expect(found(checked).map(([code, where]) => [code, where])).toEqual([
    ["form-price-linked", "b.xlsx Priser!H6"],
  ]);
  expect(checked.forms[0]?.read.prices[0]?.number).toBe("5.00");
});
