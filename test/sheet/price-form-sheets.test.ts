/**
 * A price form of every kind in a workbook: what stands in its sheets is the document again in either
 * language, the live formulas compute it too, and what belongs to nothing is told.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { evaluate } from "../../src/core/evaluate";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readWorkbook } from "../../src/sheet/read";
import type { CellContent, Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { byFactors, discounted, everyKey, ofEachAuthority } from "../price-forms";

const read = async (pages: readonly Page[]) =>
  readWorkbook(await new MemoryWorkbook(pages).read(), [sv, en]);

describe.each([
  ["every key", everyKey],
  ["discounted", discounted],
  ["discounted by factors", byFactors],
  ["of each authority", ofEachAuthority],
])("%s", (_, value) => {
  test.each([
    ["sv", sv],
    ["en", en],
  ])("is read back as it was, in %s", async (__, words) => {
    const { document, findings } = await read(writeWorkbook(value, words));
    expect(findings).toEqual([]);
    expect(document).toEqual(value);
  });

  test("is computed alike by the live formulas", async () => {
    const { result, evaluation } = await evaluateWorkbook(
      new MemoryWorkbook(writeWorkbook(value, sv)),
      circumstances,
    ).then((outcome) => {
      if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
      return outcome;
    });
    const contracts = evaluation.contracts.map((contract) => contract.evaluation);
    for (const { bids } of contracts.length === 0 ? [evaluation] : contracts)
      expect(bids.every(({ rank }) => rank.value !== undefined)).toBe(true);
    expect(result.doubleCheck.equal).toBe(result.doubleCheck.of);
  });

  test("says the same when every sheet has been sorted backwards", async () => {
    const { document } = await read(writeWorkbook(value, sv).map(backwards));
    expect(document).toEqual(value);
  });
});

/** The page with the rows of its table in the opposite order. */
function backwards(page: Page): Page {
  const { table } = page;
  if (!table) return page;
  const first = table.area.top + 1;
  return { ...page, rows: [...page.rows.slice(0, first), ...page.rows.slice(first).reverse()] };
}

/** The pages with a cell of a sheet typed over, by its row's values and its header. */
function typed(sheet: string, row: readonly string[], header: string, content: CellContent) {
  return writeWorkbook(everyKey, sv).map((page): Page => {
    if (page.name !== sheet || !page.table) return page;
    const { top } = page.table.area;
    const at = page.rows[top]?.findIndex((cell) => cell?.value === header) ?? -1;
    const n = page.rows.findIndex((cells) =>
      row.every((text) => cells.some((cell) => cell?.value === text)),
    );
    if (at < 0 || n < 0) throw new Error(`no ${header} of ${row.join(" ")}`);
    const rows = page.rows.map((cells, each) =>
      each === n ? cells.map((cell, c) => (c === at ? content : cell)) : cells,
    );
    return { ...page, rows };
  });
}

// prettier-ignore
const mistakes: readonly (readonly [what: string, sheet: string, row: readonly string[], header: string, typed: CellContent, finding: string])[] = [
  ["a quantity of no row",         "Mängder",        ["P2", "X"], "Rad",                  { value: "P9" },           "blocking row-of-unknown quantities[#0].item"],
  ["a quantity without authority", "Mängder",        ["P2", "X"], "Myndighet",            {},                        "blocking row-without-id quantities[#0].authority"],
  ["a quantity of a stranger",     "Mängder",        ["P2", "X"], "Myndighet",            { value: "Z" },            "blocking document-unknown-authority priceItems[P2].quantities[Z]"],
  ["a quantity twice",             "Mängder",        ["P2", "X"], "Myndighet",            { value: "Y" },            "blocking row-twice priceItems[P2].quantities[Y]"],
  ["a blank quantity",             "Mängder",        ["P2", "X"], "Mängd",                {},                        "blocking row-quantity-missing priceItems[P2].quantities[X]"],
  ["a quantity in words",          "Mängder",        ["P2", "X"], "Mängd",                { value: "ca 400" },       "blocking cell-not-number priceItems[P2].quantities[X]"],
  ["a value of no index",          "Indexvärden",    ["V", "V|0"], "Index",               { value: "W" },            "blocking row-of-unknown indexValues[#0].index"],
  ["values of an index at a rate", "Indexvärden",    ["V", "V|0"], "Index",               { value: "R" },            "blocking document-unknown-key model.indexes[R].values"],
  ["a year and a half",            "Avtalsperioder", ["O1"],      "Från år",              { value: 4.5 },            "blocking cell-not-whole model.contractPeriods[O1].from"],
  ["an effect nobody knows",       "Pris",           ["D"],       "Radens verkan",        { value: "Bonus" },        "blocking cell-not-choice priceItems[D].effect"],
  ["years that run backwards",     "Pris",           ["P2"],      "Till och med år",      { value: 0 },              "blocking document-years-reversed priceItems[P2].years.to"],
  ["half of a tier",               "Pris",           ["T2"],      "Steg i",               {},                        "blocking document-missing priceItems[T2].tier.group"],
  ["a bid of no delivery model",   "Anbud",          ["A"],       "Leveransform",         {},                        "open delivery-model-missing bids[A].deliveryModel"],
  ["a delivery model unknown",     "Anbud",          ["A"],       "Leveransform",         { value: "Molnet" },       "blocking document-unknown-delivery-model bids[A].deliveryModel"],
];

test.each(mistakes)("%s is told at its cell", async (_, sheet, row, header, content, found) => {
  const { document, findings } = await read(typed(sheet, row, header, content));
  const all = [...findings, ...(document ? evaluate(document).findings : [])];
  expect(all.map(({ code, severity, where }) => `${severity} ${code} ${where}`)).toContain(found);
});

describe("the sheet of prices as a person reads it", () => {
  const rows = ["licence", "licence", "module"].map((category, n) => ({
    ...(everyKey.priceItems[0] as (typeof everyKey.priceItems)[number]),
    id: `R${n}`,
    category: category as "licence",
  }));
  const page = writeWorkbook({ ...everyKey, priceItems: rows }, sv).find(
    ({ name }) => name === "Pris",
  );
  const [names = [], headers = [], first = []] = page?.rows.slice(2) ?? [];
  const at = (header: string) => headers.findIndex((cell) => cell?.value === header);

  test("the bidder's whole name stands over the bid's prices", () => {
    const { id, bidder } = everyKey.bids[0] as (typeof everyKey.bids)[number];
    expect(names[at(`${id} à-pris`)]).toEqual({ value: bidder, style: "bidder-column" });
  });

  test("words keep apart from the numbers beside them", () => {
    const looks = ["Slag", "Enhet", "Mängd", "Måste prissättas"].map(
      (header) => first[at(header)]?.style,
    );
    expect(looks).toEqual(["input-word", "input-word", "input", "input-word"]);
  });

  test("a line stands where the category changes, also in rows that are added", () => {
    const [line, ...more] = page?.highlights ?? [];
    expect(more).toEqual([]);
    expect(headers.findIndex((cell) => cell?.value === "Slag")).toBe(3);
    // The second price row is the sixth of the sheet, and the first that has one above it.
    expect(line).toMatchObject({ formula: 'AND($D6<>"",$D6<>$D5)', style: "section" });
    expect(line?.area).toMatchObject({ top: 5, left: 0, right: headers.length - 1 });
    expect(line?.area.bottom).toBeGreaterThan(7);
  });
});
