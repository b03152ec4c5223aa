/**
 * Forms as bidders send them back: filled in well, with words and text numbers, with texts, quantities
 * and formulas changed, twice, and of another procurement. They are read from the files' own bytes.
 */
import { checkForms } from "../../src/app/check-forms";
import { openPackage } from "../../src/host/xlsx/package-check";
import { packParts } from "../../src/host/xlsx/pack-parts";
import type { CellReading, Page, WholeSheet } from "../../src/sheet/workbook";
import { textOf } from "../../src/sheet/forms/found-text";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import type { Typed } from "../filled-forms";
import { handedIn, licences, published, readBack, well } from "../filled-forms";

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
  ["a percentage where a price belongs",   well("B", "1", { value: 0.05, format: "0%" }, { value: 6 }),         (pages) => pages,  ["form-price-word"],   [undefined, "6"]],
  ["an error where a price belongs",       well("B", "1", { formula: "1/0" }, { value: 6 }),           (pages) => pages,  ["form-price-word"],   [undefined, "6"]],
  ["another currency",                     well("B", "1", { value: "100 EUR" }, { value: 6 }),         (pages) => pages,  ["form-price-word"],   [undefined, "6"]],
  ["a price that is a sum of its own",     five, changed("Priser", mapCells((cell, [key], c) => (key?.value === "P1" && c === 7 ? { value: 7, formula: "3+4" } : cell))),         [], ["7", "6"]],
  ["a formula typed over",                 five, changed("Priser", mapCells((cell, [key], c) => (key?.value === "P1" && c === 8 ? { value: 5 } : cell))),                        ["form-changed"], ["5", "6"]],
  ["a sheet of the bidder's own",          five, (pages) => [...pages, { ...(pages[0] as Page), name: "Villkor", rows: [[{ value: "Förbehåll" }]], choices: [], highlights: [] }], ["form-changed"], ["5", "6"]],
  ["no looks at all, as from a plain writer", five, plainLooks,                                                                                                       [], ["5", "6"]],
  ["cells joined over two columns",        five, changed("Priser", (page) => ({ ...page, merges: [{ top: 5, left: 7, bottom: 5, right: 8 }, { top: 0, left: 1, bottom: 0, right: 3 }] })), ["form-changed"], ["5", "6"]],
  ["rows in another order",                five, changed("Priser", (page) => ({ ...page, rows: [...page.rows.slice(0, 5), ...page.rows.slice(8, 9), ...page.rows.slice(6, 8), ...page.rows.slice(5, 6), ...page.rows.slice(9)] })), [], ["5", "6"]],
])("%s", async (_, typed, change, codes, prices) => {
  const checked = check([await handedIn("b.xlsx", typed, change)]);
  expect(found(checked).map(([code]) => code)).toEqual(codes);
  expect(checked.forms[0]?.read.prices.map(({ number }) => number && String(Number(number)))).toEqual(prices.map((price) => price && String(Number(price))));
});

/** The columns of a sheet in another order, as a spreadsheet program moves them; null is a new one. */
const inOrder = async (sheet: string, order: readonly (number | null)[]) => {
  const form = await handedIn("b.xlsx", five);
  const moved = (row: WholeSheet["rows"][number]) =>
    order.map((column): CellReading => row[column ?? -1] ?? { kind: "blank", value: null });
  return {
    ...form,
    sheets: form.sheets.map((each) =>
      each.name === sheet ? { ...each, rows: each.rows.map(moved) } : each,
    ),
  };
};

// Priser: 0 key, 1 number, 2 name, 3 conditions, 4 unit, 5 quantity, 6 factor, 7 price, 8 sum, 9 comment.
// prettier-ignore
test.each<[string, string, readonly (number | null)[], readonly (readonly string[])[], readonly (string | undefined)[]]>([
  ["a new column before the price",       "Priser",   [0, 1, 2, 3, 4, 5, 6, null, 7, 8, 9, 10], [["column-moved", "Priser!I4", "Pris"]],                                       ["5.00", "6.00"]],
  ["price and quantity change places",    "Priser",   [0, 1, 2, 3, 4, 7, 6, 5, 8, 9, 10],       [["column-moved", "Priser!H4", "Mängd"], ["column-moved", "Priser!F4", "Pris"]], ["5.00", "6.00"]],
  ["the hidden column is deleted",        "Priser",   [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],          [["column-moved", "Priser!A4", "Nr"]],                                         ["5.00", "6.00"]],
  ["the price column is deleted",         "Priser",   [0, 1, 2, 3, 4, 5, 6, 8, 9, 10],          [["column-removed", "Priser", "Pris"], ["column-moved", "Priser!H4", "Summa"]], [undefined, undefined]],
  ["a new column before the answers",     "Krav",     [0, 1, 2, null, 3, 4, 5, 6, 7, 8],        [["column-moved", "Krav!E4", "Krav"]],                                         ["5.00", "6.00"]],
  ["a new column on the first sheet",     "Formulär", [0, null, 1, 2, 3],                       [["column-moved", "Formulär!C1", "Upphandlande organisation"]],                   ["5.00", "6.00"]],
])("%s: every column is read where it stands", async (_, sheet, order, changes, prices) => {
  const checked = check([await inOrder(sheet, order)]);
  const [form] = checked.forms;
  expect(form?.read.changes.map(({ kind, where, wanted }) => [kind, where, wanted])).toEqual(changes);
  expect(form?.read.prices.map(({ number }) => number)).toEqual(prices);
  expect([form?.read.bidder, form?.read.answers.map(({ isYes }) => isYes)]).toEqual(["B AB", [true, false]]);
});

test("a hidden row, a text in a new column and a heading that is rewritten are named", async () => {
  const form = await inOrder("Priser", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
  const written: { readonly [place: string]: string } = {
    "4,7": "Pris i euro",
    "9,11": "Endast 2027",
  };
  const sheets = form.sheets.map((sheet) =>
    sheet.name === "Priser"
      ? {
          ...sheet,
          hiddenRows: [8],
          rows: sheet.rows.map((row, r) =>
            row.map((cell, c): CellReading => {
              const value = written[`${r + 1},${c}`];
              return value === undefined ? cell : { kind: "text", value };
            }),
          ),
        }
      : sheet,
  );
  const [checked] = check([{ ...form, sheets }]).forms;
  expect(checked?.read.changes.map(({ kind, where, seen }) => [kind, where, seen])).toEqual([
    ["text", "Priser!H4", "Pris i euro"],
    ["extra", "Priser!L9", "Endast 2027"],
    ["row-hidden", "Priser!B9", expect.stringContaining("Licens")],
  ]);
});

test("a form with macros is read and told, whatever it is called, and one in the old format is not opened", async () => {
  const form = await handedIn("b.xlsm", five);
  expect(found(check([form]))).toEqual([["form-with-macros", "b.xlsm", ""]]);
  const parts = new Map([...openPackage(form.bytes), ["xl/vbaProject.bin", new Uint8Array([1])]]);
  const renamed = await readBack("b.xlsx", packParts(parts));
  expect(found(check([renamed]))).toEqual([["form-with-macros", "b.xlsx", ""]]);
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]);
  await expect(readBack("b.xls", old)).rejects.toMatchObject({ code: "file-encrypted" });
});

/** The form with another reading of the first price, as from a program that ours is not. */
const withPrice = async (change: (cell: CellReading) => CellReading) => {
  const form = await handedIn("b.xlsx", five);
  const priceOf = (row: WholeSheet["rows"][number]) =>
    row.map((cell, c) => (textOf(row[0]) === "P1" && c === 7 ? change(cell) : cell));
  return {
    ...form,
    sheets: form.sheets.map((each) =>
      each.name === "Priser" ? { ...each, rows: each.rows.map(priceOf) } : each,
    ),
  };
};

// prettier-ignore
test.each<[string, CellReading, string, string]>([
  ["a date",       { kind: "date", value: "2027-05-01" },              "Priset på rad Införande (P1) är datumet 2027-05-01, som Excel kan ha gjort av en text eller ett tal.", "The price of row Införande (P1) is the date 2027-05-01, which Excel may have created from text or a number."],
  ["a percentage", { kind: "number", value: 0.05, format: "0%" },      "Priset på rad Införande (P1) är procentsatsen 5 %, där ett tal utan procent ska stå.",                "The price of row Införande (P1) is the percentage 5 %, where a number without per cent belongs."],
  ["an error",     { kind: "error", value: "#REF!", formula: "#REF!" }, "Priset på rad Införande (P1) visar felet #REF!.",                                                     "The price of row Införande (P1) shows the error #REF!."],
  ["two readings", { kind: "text", value: "12.000" },                  "Priset på rad Införande (P1) är ”12.000”, som kan läsas på två sätt.",                                "The price of row Införande (P1) is “12.000”, which can be read in two ways."],
  ["a currency",   { kind: "text", value: "100 EUR" },                 "Priset på rad Införande (P1) är ”100 EUR”, i en annan valuta än upphandlingens.",                     "The price of row Införande (P1) is “100 EUR”, in a currency other than the procurement's."],
])("%s where a price belongs is said as what it is", async (_, reading, swedish, english) => {
  const [asked] = check([await withPrice(() => reading)]).findings;
  if (!asked) throw new Error("nothing was found");
  expect(findingText(asked, sv)).toContain(swedish);
  expect(findingText(asked, en)).toContain(english);
});

test("a price that a formula fetches from another file is what was shown last, and asked about", async () => {
  const form = await withPrice((cell) => ({ ...cell, formula: "'C:\\\\[pris.xlsx]Blad 1'!A1" }));
  const checked = check([form]);
  expect(found(checked).map(([code, where]) => [code, where])).toEqual([
    ["form-price-linked", "b.xlsx Priser!H6"],
  ]);
  expect(checked.forms[0]?.read.prices[0]?.number).toBe("5.00");
});

const ownOperation = published({
  ...licences,
  events: [],
  model: {
    ...licences.model,
    deliveryModels: [
      { id: "S", name: "Tjänst" },
      { id: "E", name: "Egen drift" },
    ],
  },
  // prettier-ignore
  priceItems: [
    ...licences.priceItems,
    { id: "P3", name: "Servrar", category: "licence", unit: "kr", quantity: "2", amount: "1000", source: "Budget", deliveryModels: ["E"] },
  ],
});

test.each(["Tjänst", "Egen drift"])(
  "%s: the form's sum is what the bidder asks, without published costs",
  async (model) => {
    const typed: Typed[] = [...five, ["Formulär", "deliveryModel", 2, { value: model }]];
    const form = await handedIn("b.xlsx", typed, undefined, ownOperation);
    const { findings, forms } = check([form], ownOperation);
    // 5 + 6 × 12 × 4 = 293; the servers, 2 × 1 000, are the authority's own cost
    expect([
      findings.map(({ code }) => code),
      forms[0]?.read.stated,
      forms[0]?.recomputed?.toText(),
    ]).toEqual([[], "293.00", "293"]);
  },
);
