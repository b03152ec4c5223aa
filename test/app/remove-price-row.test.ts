/**
 * A price row taken away from the sheets: with everything that is about it alone, and never with what a
 * bidder has given or what other rows and records say of it. Each refusal names what stands in the way.
 */
import { removePriceRow } from "../../src/app/remove-price-row";
import { undoable, undone } from "../../src/app/undo-write";
import type { EvaluationDocument, PriceItem } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { publish } from "../../src/procedure/acts/publish";
import { prepareRow } from "../../src/case/row-entry";
import { readWorkbook } from "../../src/sheet/read";
import type { CellReading, WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { inputPage } from "../../src/sheet/writing/input-page";
import { rowsOf } from "../../src/sheet/writing/table-rows";
import { findingTexts } from "../../src/words/sentences";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import type { Words } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { everyKey, pricedByYear } from "../price-forms";
import { document, licenceAndTraining } from "../small";

const unpriced = (value: EvaluationDocument): EvaluationDocument => ({
  ...value,
  bids: value.bids.map((bid) => ({ ...bid, prices: {} })),
});
/** Two bids that price a licence and training, and have priced nothing yet. */
const plain: EvaluationDocument = unpriced({
  ...document({ bids: [{ id: "A" }, { id: "B" }] }),
  priceItems: licenceAndTraining,
});
const priced = (...prices: readonly { readonly [row: string]: string }[]): EvaluationDocument => ({
  ...plain,
  bids: plain.bids.map((bid, n) => ({ ...bid, prices: { ...prices[n] } })),
});
const by = { time: "2026-03-02T11:00", by: "Eva Ek" };

const workbookOf = (value: EvaluationDocument) =>
  LooseWorkbook.ofPages("case.xlsx", writeWorkbook(value, sv), calculator);
const documentIn = (reading: WorkbookReading) => readWorkbook(reading, [sv, en]).document;

/** The workbook after the row is taken away, and what takes it back. */
async function removed(value: EvaluationDocument, id: string) {
  const workbook = workbookOf(value);
  const before = await workbook.read();
  const { amendment, refused } = removePriceRow(before, id, [sv, en]);
  if (!amendment) throw new Error(findingTexts(refused, sv));
  await workbook.amend(amendment);
  return { workbook, before, after: await workbook.read(), back: undoable(amendment, before) };
}

/** Why the row stays, with something typed in a cell of the price sheet by its header and the row's id. */
async function refusal(
  value: EvaluationDocument,
  id: string,
  [header = "", typed]: readonly [header?: string, typed?: CellReading] = [],
  words: Words = sv,
): Promise<string> {
  const reading = await workbookOf(value).read();
  const tables = reading.tables.map((table) => {
    const column = table.headers.indexOf(header);
    if (table.sheet !== "Pris" || !typed) return table;
    if (column < 0) throw new Error(`no column ${header}`);
    const rows = table.rows.map((row) =>
      row.some((cell) => cell.value === id)
        ? row.map((cell, n) => (n === column ? typed : cell))
        : row,
    );
    return { ...table, rows };
  });
  const { amendment, refused = [] } = removePriceRow({ ...reading, tables }, id, [words, sv, en]);
  expect(amendment).toBeUndefined();
  return findingTexts(refused, words).replaceAll("\u00a0", " ");
}

/** What stands in the cells of some sheets: a formula as such, since a file does not calculate it. */
const cellsOf = ({ tables }: WorkbookReading, isAsked = (_sheet: string): boolean => true) =>
  tables
    .filter(({ sheet }) => isAsked(sheet))
    .map(({ rows }) => rows.map((row) => row.map(({ value, formula }) => formula ?? value)));
const ofPrices = (sheet: string) => ["Pris", "Mängder"].includes(sheet);
const without = (value: EvaluationDocument, isGone: (item: PriceItem) => boolean) => ({
  ...value,
  priceItems: value.priceItems.filter((item) => !isGone(item)),
});

// prettier-ignore
test.each<[string, EvaluationDocument, string, (item: PriceItem) => boolean]>([
  ["a row",                                             plain,                  "P2", ({ id }) => id === "P2"],
  ["a row with each authority's quantity",              unpriced(everyKey),     "P3", ({ id }) => id === "P3"],
  ["a row that is per cent of another",                 unpriced(everyKey),     "D",  ({ id }) => id === "D"],
  ["a row that the authority itself has the price of",  unpriced(everyKey),     "E",  ({ id }) => id === "E"],
  ["a row that is priced by year, with all its years",  unpriced(pricedByYear), "S",  ({ byYear }) => byYear === "S"],
])("%s is taken away, and taken back as it was", async (_, value, id, isGone) => {
  const { workbook, before, after, back } = await removed(value, id);
  expect(documentIn(after)).toEqual(without(value, isGone));
  expect(JSON.stringify(cellsOf(after, ofPrices))).not.toContain(`"${id}"`);
  const [numbers = []] = cellsOf(after, (sheet) => sheet === "Pris").map((rows) =>
    rows.flatMap(([number]) => (number === null ? [] : [number])),
  );
  expect(numbers).toEqual(numbers.map((_each, n) => n + 1));
  const { amendment } = back ? undone(back, after) : {};
  if (!amendment) throw new Error("not taken back");
  await workbook.amend(amendment);
  expect(cellsOf(await workbook.read())).toEqual(cellsOf(before));
});

test("a price of another row stays, and so does what people have written in columns of their own", async () => {
  const workbook = workbookOf(priced({ P1: "250000" }, { P1: "240000" }));
  const reading = await workbook.read();
  const tables = reading.tables.map((table) =>
    table.sheet === "Pris"
      ? {
          ...table,
          headers: [...table.headers, "Fråga Kim"],
          rows: table.rows.map((row) => [...row, { kind: "text" as const, value: "Kims" }]),
        }
      : table,
  );
  const { amendment } = removePriceRow({ ...reading, tables }, "P2", [sv, en]);
  const own = tables.find(({ sheet }) => sheet === "Pris")?.headers.length ?? 0;
  expect(amendment?.entries.length).toBeGreaterThan(0);
  expect(amendment?.entries.map(({ address }) => address.column)).not.toContain(own - 1);
  if (amendment) await workbook.amend(amendment);
  expect(documentIn(await workbook.read())?.bids.map(({ prices }) => prices)).toEqual([
    { P1: "250000" },
    { P1: "240000" },
  ]);
});

test("the quantities of a row in an older workbook's list go with it", async () => {
  const value = unpriced(everyKey);
  const list = inputPage("quantities", rowsOf(value, sv).quantities, value, sv);
  const pages = writeWorkbook(value, sv).map((page) =>
    page.name === "Mängder" ? { ...list, name: "Mängder" } : page,
  );
  const workbook = LooseWorkbook.ofPages("case.xlsx", pages, calculator);
  const { amendment } = removePriceRow(await workbook.read(), "P3", [sv, en]);
  if (amendment) await workbook.amend(amendment);
  const after = await workbook.read();
  expect(documentIn(after)).toEqual(without(value, ({ id }) => id === "P3"));
  expect(JSON.stringify(cellsOf(after, ofPrices))).not.toMatch(/"P3[|"]/);
});

test("the last row can be taken away, and the next one is typed where it stood", async () => {
  const { workbook } = await removed(plain, "P2");
  const { amendment: last } = removePriceRow(await workbook.read(), "P1", [sv, en]);
  if (last) await workbook.amend(last);
  expect(documentIn(await workbook.read())).toEqual({ ...plain, priceItems: [] });
  const texts = { id: "P3", name: "Stöd", category: "Support", unit: "kr/år", quantity: "1" };
  const added = prepareRow({ table: "prices", id: "", texts }, await workbook.read(), [sv, en]);
  if (added.amendment) await workbook.amend(added.amendment);
  const after = documentIn(await workbook.read());
  expect(after?.priceItems.map(({ id }) => id)).toEqual(["P3"]);
});

test("the rows that are left keep their order when one is added after them", async () => {
  const support = { id: "P3", name: "Drift", category: "support", unit: "kr/år" } as const;
  const three = { ...plain, priceItems: [...plain.priceItems, { ...support, quantity: "4" }] };
  const { workbook } = await removed(three, "P1");
  const texts = { id: "P4", name: "Stöd", category: "Support", unit: "kr/år", quantity: "1" };
  const added = prepareRow({ table: "prices", id: "", texts }, await workbook.read(), [sv, en]);
  if (added.amendment) await workbook.amend(added.amendment);
  const after = documentIn(await workbook.read());
  expect(after?.priceItems.map(({ id }) => id)).toEqual(["P2", "P3", "P4"]);
});

const word: CellReading = { kind: "text", value: "ingår" };
const both = priced({ P2: "1200.50" }, { P2: "950" });
const named: EvaluationDocument = {
  ...plain,
  clarifications: [{ id: "F1", bid: "A", subject: "price-item", of: "P2", question: "Hur många?" }],
  sources: [{ bid: "A", subject: "price-item", of: "P2", cell: "alfa.xlsx!Priser!H6" }],
};
const sealed = (value: EvaluationDocument): EvaluationDocument => ({
  ...value,
  procurement: { ...value.procurement, prices: "sealed" },
});

// prettier-ignore
test.each<[string, EvaluationDocument, string, [string, CellReading] | [], string]>([
  ["bids have priced",                 both, "P2", [],
    "På raden Utbildning (P2) har anbud lämnat något: Bolaget A (A) 1 200,5; Bolaget B (B) 950. Inget är ändrat. Töm anbudens celler på raden på bladet Pris först om raden ska bort."],
  ["a bid answers in words",           plain, "P2", ["A à-pris", word],
    "På raden Utbildning (P2) har anbud lämnat något: Bolaget A (A) ”ingår”. Inget är ändrat. Töm anbudens celler på raden på bladet Pris först om raden ska bort."],
  ["a bid's formula has failed in",    plain, "P2", ["B à-pris", { kind: "error", value: "#VALUE!" }],
    "På raden Utbildning (P2) har anbud lämnat något: Bolaget B (B) ”#VALUE!”. Inget är ändrat. Töm anbudens celler på raden på bladet Pris först om raden ska bort."],
  ["a bid has priced in sealed cells", sealed(both), "P2", [],
    "På raden Utbildning (P2) har anbud lämnat något: Bolaget A (A); Bolaget B (B). Inget är ändrat. Töm anbudens celler på raden på bladet Pris först om raden ska bort."],
  ["a bid has priced in one year",     { ...unpriced(pricedByYear), bids: pricedByYear.bids.map((bid) => ({ ...bid, prices: bid.id === "A" ? { "S.2": "58.25", "S.3": "57.25" } : {} })) }, "S", [],
    "På raden Stöd (S) har anbud lämnat något: Bolaget A (A) 58,25, 57,25. Inget är ändrat. Töm anbudens celler på raden på bladet Pris först om raden ska bort."],
  ["another row is per cent of",       unpriced(everyKey), "P2", [],
    "Rabatt på licens (D) räknas i procent av raden Licens (P2). Inget är ändrat. Ta bort den raden först, eller välj en annan rad i fältet Procent av rad."],
  ["records name",                     named, "P2", [],
    "Raden Utbildning (P2) nämns på bladen Förtydliganden och Källor. Inget är ändrat. Rätta det som står där först om raden ska bort."],
  ["is published",                     publish(plain, by).document ?? plain, "P2", [],
    "Prisformuläret publicerades 2026-03-02 11:00 av Eva Ek och ligger fast. Inget är ändrat."],
  ["is gone already",                  plain, "P9", [],
    "Prisraden P9 finns inte längre i arbetsboken. Inget är ändrat. Läs arbetsboken igen."],
])("a row that %s stays, and the sentence says why and what to do", async (_, value, id, typed, told) => {
  expect(await refusal(value, id, typed)).toBe(told);
});

test("all that stands in the way is told at once, in the reader's language", async () => {
  const value = {
    ...everyKey,
    bids: everyKey.bids.map((bid) => ({ ...bid, prices: { P2: "8.40" } })),
  };
  expect(await refusal(value, "P2", [], en)).toBe(
    "Bids have entered something on the row Licens (P2): Bolaget A (A) 8.4; Bolaget B (B) 8.4. Nothing was changed. Clear the bids' cells of the row on the sheet Prices first if the row is to be removed. " +
      "Rabatt på licens (D) is per cent of the row Licens (P2). Nothing was changed. Remove that row first, or choose another row in the field Per cent of row.",
  );
});

test("many bids are not all named", async () => {
  const ids = Array.from({ length: 10 }, (_, n) => `B${n + 1}`);
  const many = document({ bids: ids.map((id) => ({ id })) });
  const value = {
    ...many,
    priceItems: licenceAndTraining,
    bids: many.bids.map((bid) => ({ ...bid, prices: { P2: "7" } })),
  };
  const told = await refusal(value, "P2");
  expect(told).toContain("Bolaget B8 (B8) 7 … (+2).");
  expect(told).not.toContain("B9");
});
