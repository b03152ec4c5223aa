/**
 * The example's bidder forms go out, are filled in as five bidders do, each in its own way, and come
 * back: the same answers and prices as the example holds, and every oddity named.
 */
import { previewImport } from "../src/app/import-forms";
import type { FormFile } from "../src/app/check-forms";
import type { Bid, EvaluationDocument } from "../src/core/document/schema";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { requirementColumn, priceColumn } from "../src/sheet/forms/form-layout";
import type { Acted } from "../src/procedure/acts/act";
import { publish } from "../src/procedure/acts/publish";
import { Exact } from "../src/core/number";
import type { CellContent, Page } from "../src/sheet/workbook";
import { en } from "../src/words/en/words";
import { sv } from "../src/words/sv/words";
import { offered } from "../examples/verksamhetssystem/document";
import { calculator } from "./calculator";
import { emptyForm, readBack } from "./filled-forms";

const example = offered();
const { clarifications: _c, sessions: _s, confidential: _k, ...plain } = example;
/** As it stands when bids come in; the prices are not kept apart here. */
const before = done(
  publish(
    { ...plain, bids: [], procurement: { ...plain.procurement, prices: "open" } },
    { time: "2026-01-12T08:30:00Z", by: "Ellen Ask" },
    { at: "", reason: "" },
  ),
);

function done({ document, refused }: Acted): EvaluationDocument {
  if (!document) throw new Error(JSON.stringify(refused));
  return document;
}

/** How a price is typed, and what else the bidder does with the form. */
type Habit = {
  readonly typed: (price: string) => CellContent;
  readonly also?: (pages: readonly Page[]) => Page[];
  /** What is typed instead of the price of a row. */
  readonly instead?: { readonly [row: string]: string };
};

const grouped = (price: string, space: string): string => {
  const [whole = "", decimals] = price.split(".");
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, space);
  return decimals === undefined ? thousands : `${thousands},${decimals}`;
};
const onSheet =
  (name: string, change: (rows: Page["rows"]) => Page["rows"]) =>
  (pages: readonly Page[]): Page[] =>
    pages.map((page) => (page.name === name ? { ...page, rows: change(page.rows) } : page));
const inRow =
  (key: string, column: number, content: CellContent) =>
  (rows: Page["rows"]): Page["rows"] =>
    rows.map((row) => (row[0]?.value === key ? row.with(column, content) : row));

const habits: { readonly [bid: string]: Habit } = {
  A: { typed: (price) => ({ value: Number(price) }) },
  B: { typed: (price) => ({ value: `${grouped(price, "\u00a0")} kr` }) },
  C: {
    typed: (price) => ({ value: grouped(price, " ") }),
    also: onSheet("Formulär", inRow("total", 2, { value: 11_863_000 })),
  },
  D: {
    typed: (price) => ({ value: price.replace(".", ",") }),
    also: (pages) => [
      ...onSheet("Priser", inRow("P5", priceColumn("quantity"), { value: 40 }))(pages),
      ...pages.slice(0, 1).map(({ isHidden: _hidden, ...page }) => ({
        ...page,
        name: "Villkor",
        rows: [[{ value: "Våra villkor gäller" }]],
      })),
    ],
  },
  E: { typed: (price) => ({ value: `${price.replace(".", ",")} SEK` }), instead: { P8: "ingår" } },
};

/** The form as one bidder hands it in. */
async function formOf(bid: Bid): Promise<FormFile> {
  const {
    typed,
    also = (pages: readonly Page[]) => [...pages],
    instead = {},
  } = habits[bid.id] ?? { typed: (price: string) => ({ value: price }) };
  const model = example.model.deliveryModels?.find(({ id }) => id === bid.deliveryModel);
  const front: { readonly [key: string]: string | undefined } = {
    bidder: bid.bidder,
    organisationNumber: bid.organisationNumber,
    deliveryModel: model?.name,
  };
  const filledRow = (row: Page["rows"][number], name: string): Page["rows"][number] => {
    const key = String(row[0]?.value ?? "");
    const price = bid.prices?.[key];
    const answer = bid.answers[key];
    if (name === "Formulär" && front[key] !== undefined)
      return row.with(2, { ...row[2], value: front[key] });
    if (name === "Priser" && price !== undefined) {
      const at = priceColumn("price");
      const word = instead[key];
      return row.with(at, { ...row[at], ...(word === undefined ? typed(price) : { value: word }) });
    }
    if (name !== "Krav" || answer === undefined) return row;
    const [at, reference] = [requirementColumn("answer"), requirementColumn("reference")];
    return row
      .with(at, { ...row[at], value: "Ja" })
      .with(reference, { ...row[reference], value: answer.reference ?? "" });
  };
  const pages = (await emptyForm(before)).map((page) => ({
    ...page,
    rows: page.rows.map((row) => filledRow(row, page.name)),
  }));
  const bytes = await writeWorkbookBytes(also(await calculator.calculate([], pages)));
  return readBack(`${bid.id}.xlsx`, bytes);
}

test("five forms come back as the example's five bids", async () => {
  const files: FormFile[] = [];
  for (const bid of example.bids) files.push(await formOf(bid));
  const given = {
    by: { time: "2026-02-23T09:30:00Z", by: "Ellen Ask" },
    words: [{ item: "P8", meaning: { price: "0" } as const }],
    reason: "Anbudsgivaren har bekräftat att supporten ingår i licensen.",
  };
  const { document, findings } = previewImport(before, files, given, [sv, en]);
  expect(
    document?.bids.map(({ id, bidder, deliveryModel, prices }) => [
      id,
      bidder,
      deliveryModel,
      numbers(prices),
    ]),
  ).toEqual(
    example.bids.map(({ id, bidder, deliveryModel, prices = {} }) => [
      id,
      bidder,
      deliveryModel,
      numbers(id === "E" ? { ...prices, P8: "0" } : prices),
    ]),
  );
  const answered = (bids: readonly Bid[] = []) =>
    bids.map(({ answers }) =>
      Object.entries(answers).map(([id, { answer, reference }]) => [id, answer, reference]),
    );
  expect(answered(document?.bids)).toEqual(answered(example.bids));
  const said = findings.map(({ code, where, details }) => [
    code,
    where.replace(/!.*/, ""),
    String(details["seen"] ?? ""),
    String(details["wanted"] ?? ""),
  ]);
  // prettier-ignore
  expect(said).toEqual([
    ["form-changed",        "C.xlsx Formulär", "11863000",            expect.stringContaining("'Priser'!")],
    ["form-stated-differs", "C.xlsx",          "",                    ""],
    ["form-changed",        "D.xlsx Priser",   "40",                  "48"],
    ["form-changed",        "D.xlsx Villkor",  "Villkor",             ""],
  ]);
});

/** The exact amounts: trailing zeros are as they were typed. */
function numbers(prices: Bid["prices"] = {}): object {
  return Object.fromEntries(
    Object.entries(prices).map(([id, price]) => [id, Exact.of(price).toText()]),
  );
}
