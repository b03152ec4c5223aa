/**
 * The form that is handed out to bidders: what may be filled in, what its formulas come to, and that
 * it is made of nothing but what is published.
 */
import { makeBidderForms } from "../../src/app/bidder-forms";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { openPackage } from "../../src/host/xlsx/package-check";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { publish } from "../../src/procedure/acts/publish";
import type { Page } from "../../src/sheet/workbook";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { excelDemands } from "../excel-demands";
import { discounted, everyKey, pricedByYear } from "../price-forms";
import { document } from "../small";
import { schemaFaults } from "../validator";

const by = { time: "2027-01-10T09:00:00Z", by: "Eva Ek" };
const published = (plain: EvaluationDocument): EvaluationDocument => {
  const done = publish(plain, by, { at: "", reason: "" });
  if (!done.document) throw new Error("not published");
  return done.document;
};

const unpublished: EvaluationDocument = {
  ...document({ requirements: ["K1", "K2"], bids: [{ id: "A" }, { id: "B" }] }),
  // prettier-ignore
  priceItems: [
    { id: "P1", name: "Införande", category: "implementation", unit: "st",       quantity: "1" },
    { id: "P2", name: "Licens",    category: "licence",        unit: "kr/månad", quantity: "12", periods: "4" },
    { id: "P3", name: "Utbildning", category: "licence",       unit: "dag",      quantity: "2", ceiling: "9000" },
  ],
};
const licences = published(unpublished);

const pagesOf = async (plain: EvaluationDocument, words: Words = sv): Promise<readonly Page[]> => {
  const { forms, refused } = await makeBidderForms(plain, false, words, calculator);
  if (!forms) throw new Error(JSON.stringify(refused));
  return forms[0]?.pages ?? [];
};

/** Which rows have something to say in the last column of the sheet, or in a column by its header. */
const column = (page: Page | undefined, header: string): unknown[] => {
  const at = page?.rows[3]?.findIndex((cell) => cell?.value === header) ?? -1;
  return (page?.rows ?? []).slice(4).map((row) => row[at]?.value ?? "");
};
const said = (pages: readonly Page[], label: string): unknown =>
  pages[0]?.rows.find((row) => row[1]?.value === label)?.[2]?.value;

/** The form as a bidder fills it in: a value for the row of a key, in the column of a header. */
const filled = async (
  pages: readonly Page[],
  values: readonly (readonly [
    sheet: string,
    key: string,
    header: string,
    value: string | number,
  ])[],
): Promise<readonly Page[]> =>
  calculator.calculate(
    [],
    pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) =>
        row.map((cell, c) => {
          const value = values.find(
            ([sheet, key, header]) =>
              sheet === page.name && key === row[0]?.value && header === page.rows[3]?.[c]?.value,
          )?.[3];
          return value === undefined ? cell : { ...cell, value };
        }),
      ),
    })),
  );

test("an empty form says what is missing, and gives no sum", async () => {
  const pages = await pagesOf(licences);
  // prettier-ignore
  expect(["Priser", "Svar på krav", "Summa licens eller abonnemang", "Anbudets summa"].map((label) => said(pages, label))).toEqual(
    ["3 priser saknas", "2 svar saknas", "", ""],
  );
});

test("prices are summed by section and in all; words and prices above the ceiling are named", async () => {
  const pages = await pagesOf(licences);
  const whole = await filled(pages, [
    ["Priser", "P1", "Pris", 350000],
    ["Priser", "P2", "Pris", 22500],
    ["Priser", "P3", "Pris", 9500.5],
    ["Krav", "K1", "Svar", "Ja"],
  ]);
  // 350 000; 22 500 × 12 × 4 = 1 080 000; 9 500,50 × 2 = 19 001
  expect(
    [
      "Summa införande eller etablering",
      "Summa licens eller abonnemang",
      "Anbudets summa",
      "Priser",
      "Svar på krav",
    ].map((label) => said(whole, label)),
  ).toEqual([350000, 1099001, 1449001, "Inget saknas", "1 svar saknas"]);
  expect(column(whole[2], "Kontroll")).toEqual(["", "", "", "", "", "Över högsta pris", ""]);
  const worded = await filled(pages, [["Priser", "P1", "Pris", "ingår"]]);
  // prettier-ignore
  expect(["Priser", "Priser som inte är tal", "Anbudets summa"].map((label) => said(worded, label))).toEqual(
    ["2 priser saknas", "1 rad har text i stället för ett tal", ""],
  );
});

test("a price that need not be given is not said to be missing", async () => {
  const optional = published({
    ...unpublished,
    model: { ...unpublished.model, blankOptional: "highest" },
    priceItems: unpublished.priceItems.map((item) =>
      item.id === "P3" ? { ...item, required: false } : item,
    ),
  });
  const pages = await filled(await pagesOf(optional), [["Priser", "P1", "Pris", 350000]]);
  expect(said(pages, "Priser")).toBe("1 pris saknas");
  const checks = column(pages[2], "Kontroll").filter((text) => text !== "");
  expect(checks).toEqual(["Saknas"]);
});

test("prices, answers, references, comments and the bidder's fields are unlocked, and nothing else", async () => {
  const pages = await pagesOf(licences);
  const open = pages.map(({ name, role, rows }) => [
    name,
    role,
    rows.flatMap((row) =>
      row.flatMap((cell, c) =>
        cell?.style?.startsWith("input") ? [`${String(row[0]?.value)} ${c}`] : [],
      ),
    ),
  ]);
  // prettier-ignore
  expect(open).toEqual([
    ["Formulär", "result", ["bidder 2", "organisationNumber 2"]],
    ["Krav",     "result", ["K1 5", "K1 6", "K1 7", "K2 5", "K2 6", "K2 7"]],
    ["Priser",   "result", ["P1 7", "P1 9", "P2 7", "P2 9", "P3 7", "P3 9"]],
    ["Mervarde", "result", []],
  ]);
});

test.each<[string, string, Words, EvaluationDocument]>([
  ["every key", "sv", sv, everyKey],
  ["every key", "en", en, everyKey],
  ["a life-cycle cost", "sv", sv, discounted],
  ["prices by year", "sv", sv, pricedByYear],
])(
  "%s of a price form, in %s: the formulas come to the engine's sums, and the file is one that Excel opens",
  async (_, __, words, plain) => {
    const pages = await pagesOf(published(plain), words);
    const bytes = await writeWorkbookBytes(pages);
    openPackage(bytes);
    expect(await schemaFaults(new Map([["form.xlsx", bytes]]))).toEqual({});
    expect(excelDemands(bytes)).toEqual([]);
  },
);

test("a form whose formula comes to another sum is not handed out", async () => {
  const offBy = {
    calculate: async (...given: Parameters<typeof calculator.calculate>) =>
      (await calculator.calculate(...given)).map((page) => ({
        ...page,
        rows: page.rows.map((row) =>
          row.map((cell) =>
            typeof cell?.value === "number" && cell.formula !== undefined && row[0]?.value === "P2"
              ? { ...cell, value: cell.value + 0.01 }
              : cell,
          ),
        ),
      })),
  };
  const { refused } = await makeBidderForms(licences, false, sv, offBy);
  expect(refused?.map(({ code, details }) => [code, details["id"]])).toEqual([
    ["form-sum-differs", "P2"],
  ]);
});

// prettier-ignore
test.each([
  ["a model that is not published",       { ...licences, events: [] },                                          "form-unpublished"],
  ["a quantity changed since",            { ...licences, priceItems: licences.priceItems.map((item) => ({ ...item, quantity: "3" })) }, "form-model-changed"],
  ["no bids to make forms for",           { ...licences, bids: [] },                                            "form-without-bids"],
])("%s gives no form", async (_, plain, code) => {
  const { refused } = await makeBidderForms(plain, true, sv, calculator);
  expect(refused?.map((each) => each.code)).toEqual([code]);
});

test("a form for one bid carries its name and its id, and all carry the published fingerprint", async () => {
  const { forms = [] } = await makeBidderForms(licences, true, sv, calculator);
  const facts = forms.map(({ pages }) => pages.at(-1)?.rows.map((row) => row[1]?.value));
  const fingerprint = licences.events?.[0]?.fingerprint;
  expect(facts).toEqual([
    ["mervarde-form/1", "1/26", fingerprint, "A"],
    ["mervarde-form/1", "1/26", fingerprint, "B"],
  ]);
  expect(forms.map(({ pages }) => said(pages, "Anbudsgivarens namn"))).toEqual([
    "Bolaget A",
    "Bolaget B",
  ]);
});
