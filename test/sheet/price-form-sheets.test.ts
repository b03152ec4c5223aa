/**
 * A price form of every kind in a workbook: what stands in its sheets is the document again in either
 * language, the live formulas compute it too, and what belongs to nothing is told.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { evaluate } from "../../src/core/evaluate";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { amendPages } from "../../src/host/amend-pages";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { amendment } from "../../src/sheet/amend";
import { readWorkbook } from "../../src/sheet/read";
import type { CellContent, Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { inputPage } from "../../src/sheet/writing/input-page";
import { rowsOf } from "../../src/sheet/writing/table-rows";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import {
  byFactors,
  discounted,
  everyKey,
  ofEachAuthority,
  ofTheirQuantities,
  pricedByYear,
} from "../price-forms";

const read = async (pages: readonly Page[]) =>
  readWorkbook(await new MemoryWorkbook(pages).read(), [sv, en]);

describe.each([
  ["every key", everyKey],
  ["of the authorities' quantities", ofTheirQuantities],
  ["priced by year", pricedByYear],
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

type Spot = { readonly sheet: string; readonly row: readonly string[]; readonly header: string };

/** The pages with a cell of a sheet typed over, by its row's values and its header. */
function typed(pages: readonly Page[], { sheet, row, header }: Spot, content: CellContent) {
  return pages.map((page): Page => {
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
  ["a quantity of no row",         "Mängder",        ["P2"],      "Id",                   { value: "P9" },           "blocking row-of-unknown authorityQuantities[#0].id"],
  ["a quantity without a row",     "Mängder",        ["P2"],      "Id",                   {},                        "blocking row-without-id authorityQuantities[#0].id"],
  ["a quantity twice",             "Mängder",        ["P3"],      "Id",                   { value: "P2" },           "blocking row-twice priceItems[P2].quantities"],
  ["a blank quantity",             "Mängder",        ["P2"],      "Xby",                  {},                        "blocking row-quantity-missing priceItems[P2].quantities[X]"],
  ["a quantity of zero",           "Mängder",        ["P2"],      "Xby",                  { value: 0 },              "blocking row-quantities-differ priceItems[P2].quantity"],
  ["a quantity in words",          "Mängder",        ["P2"],      "Yby",                  { value: "ca 400" },       "blocking cell-not-number priceItems[P2].quantities[Y]"],
  ["a value of no index",          "Indexvärden",    ["V", "V|0"], "Index",               { value: "W" },            "blocking row-of-unknown indexValues[#0].index"],
  ["values of an index at a rate", "Indexvärden",    ["V", "V|0"], "Index",               { value: "R" },            "blocking document-unknown-key model.indexes[R].values"],
  ["a year and a half",            "Avtalsperioder", ["O1"],      "Från år",              { value: 4.5 },            "blocking cell-not-whole model.contractPeriods[O1].from"],
  ["an effect nobody knows",       "Pris",           ["D"],       "Radens verkan",        { value: "Bonus" },        "blocking cell-not-choice priceItems[D].effect"],
  ["years that run backwards",     "Pris",           ["P2"],      "Till och med år",      { value: 0 },              "blocking document-years-reversed priceItems[P2].years.to"],
  ["half of a tier",               "Pris",           ["T2"],      "Steg i",               {},                        "blocking document-missing priceItems[T2].tier.group"],
  ["a bid of no delivery model",   "Anbud",          ["A"],       "Leveransform",         {},                        "open delivery-model-missing bids[A].deliveryModel"],
  ["a delivery model unknown",     "Anbud",          ["A"],       "Leveransform",         { value: "Molnet" },       "blocking document-unknown-delivery-model bids[A].deliveryModel"],
];

// prettier-ignore
const yearMistakes: typeof mistakes = [
  ["years that are not there",        "Pris",    ["S"],  "Till och med år", {},                "blocking year-row-without-years priceItems[S].byYear"],
  ["a year before the contract",      "Pris",    ["S"],  "Från år",         { value: 0 },      "blocking year-row-without-years priceItems[S].byYear"],
  ["a year with no column",           "Pris",    ["S"],  "Till och med år", { value: 7 },      "open year-columns-missing priceItems[S].byYear"],
  ["a price of a year left out",      "Pris",    ["S"],  "Till och med år", { value: 5 },      "blocking year-price-outside prices[#3].A year6"],
  ["one price for all years",         "Pris",    ["S"],  "A à-pris",        { value: 70 },     "blocking year-row-one-price prices[#3].A unitPrice"],
  ["a row that is not by year",       "Pris",    ["S"],  "Pris per år",     {},                "blocking year-price-outside prices[#3].B year2"],
  ["a price by year of another row",  "Pris",    ["P2"], "B År 2",          { value: 7 },      "blocking year-price-outside prices[#1].B year2"],
  ["a blank year",                    "Pris",    ["S"],  "A År 2",          {},                "open unit-price-missing bids[A].prices[S.2]"],
  ["a word for a year",               "Pris",    ["S"],  "A År 2",          { value: "ingår" }, "blocking cell-not-number bids[A].prices[S.2]"],
  ["a row with the id of a year",     "Pris",    ["P2"], "Id",              { value: "S.2" },  "blocking row-twice priceItems[S.2]"],
  ["tiers by year",                   "Pris",    ["T1"], "Pris per år",     { value: "Ja" },   "blocking year-row-without-years priceItems[T1].byYear"],
  ["a published amount by year",      "Pris",    ["S"],  "Publicerat belopp", { value: 7 },    "blocking document-price-row-key priceItems[S.1].byYear"],
  ["quantities of no line",           "Mängder", ["S"],  "Id",              { value: "S.1" },  "blocking row-of-unknown authorityQuantities[#2].id"],
  ["a quantity of a line in words",   "Mängder", ["S"],  "Yby",             { value: "många" }, "blocking cell-not-number priceItems[S].quantities[Y]"],
];

test.each(yearMistakes)("%s is told at its cell", async (_, sheet, row, header, content, found) => {
  const pages = typed(writeWorkbook(pricedByYear, sv), { sheet, row, header }, content);
  const { document, findings, places } = await read(pages);
  const all = [...findings, ...(document ? evaluate(document).findings : [])];
  expect(all.map(({ code, severity, where }) => `${severity} ${code} ${where}`)).toContain(found);
  // Every one of them leads to a cell.
  expect(places.nearest(found.split(" ").slice(2).join(" "))).toBeDefined();
});

test.each(mistakes)("%s is told at its cell", async (_, sheet, row, header, content, found) => {
  const { document, findings } = await read(
    typed(writeWorkbook(everyKey, sv), { sheet, row, header }, content),
  );
  const all = [...findings, ...(document ? evaluate(document).findings : [])];
  expect(all.map(({ code, severity, where }) => `${severity} ${code} ${where}`)).toContain(found);
});

describe("quantities with a column for each authority", () => {
  const written = writeWorkbook(everyKey, sv);
  const page = written.find(({ name }) => name === "Mängder") as Page;
  const withPage = (changed: Page) => written.map((each) => (each === page ? changed : each));
  const headed = (...headers: readonly string[]) =>
    withPage({
      ...page,
      rows: page.rows.map((cells, n) =>
        n === page.table?.area.top
          ? cells.map((cell, c) => (c < 4 ? cell : { value: headers[c - 4] ?? null }))
          : cells,
      ),
    });
  const codes = async (pages: readonly Page[]) =>
    (await read(pages)).findings.map(({ code, severity, where }) => `${severity} ${code} ${where}`);

  test("a row for each price row that is bought together, with its sum", () => {
    const rows = page.rows
      .slice(page.table?.area.top)
      .map((cells) => cells.slice(1).map((cell) => cell?.formula ?? cell?.value));
    // prettier-ignore
    expect(rows.slice(0, 3)).toEqual([
      ["Id", "Prisrad", "Summa",                                "Xby", "Yby"],
      ["P2", "Licens",  'IF(COUNT(E5:F5)=0,"",SUM(E5:F5))',     400,   600],
      ["P3", "Drift",   'IF(COUNT(E6:F6)=0,"",SUM(E6:F6))',     400,   600],
    ]);
    // Rows of one authority, and rows in per cent, have no quantities to share.
    expect(rows.map(([id]) => id)).not.toEqual(expect.arrayContaining(["P1"]));
    expect(rows.map(([id]) => id)).not.toEqual(expect.arrayContaining(["D"]));
  });

  test("an authority's id is taken as its name is, in either order", async () => {
    const { document, findings, places } = await read(headed("X", "Yby"));
    expect(findings).toEqual([]);
    expect(document).toEqual(everyKey);
    expect(places.address("priceItems[P2].quantities[Y]")).toEqual({
      sheet: "Mängder",
      row: 4,
      column: 5,
    });
  });

  test("a name that two authorities have says of neither whose column it is", async () => {
    const alike: EvaluationDocument = {
      ...everyKey,
      model: {
        ...everyKey.model,
        authorities: [
          { id: "X", name: "By" },
          { id: "Y", name: "By" },
        ],
      },
    };
    const pages = writeWorkbook(alike, sv);
    const { top = 0 } = pages.find(({ name }) => name === "Mängder")?.table?.area ?? {};
    expect(pages.find(({ name }) => name === "Mängder")?.rows[top]?.slice(4)).toMatchObject([
      { value: "X" },
      { value: "Y" },
    ]);
    expect((await read(pages)).document).toEqual(alike);
  });

  test("a header that is no authority's is told, and so is a quantity that has no column", async () => {
    expect(await codes(headed("Xby", "Ybyn"))).toEqual([
      "open column-renamed authorityQuantities[#header].5",
    ]);
    expect(await codes(headed("Xby", "Zby kommun"))).toEqual([
      "open column-renamed authorityQuantities[#header].5",
    ]);
    const { document } = await read(headed("Xby", "Ybyn"));
    expect(document && evaluate(document).findings.map(({ code }) => code)).toContain(
      "row-quantity-missing",
    );
  });

  test("a column of people's own changes nothing", async () => {
    const { document, findings } = await read(
      withPage({
        ...page,
        rows: page.rows.map((cells, n) =>
          n < 3 ? cells : [...cells, { value: n === 3 ? "Anteckning" : "se bilaga" }],
        ),
        table: page.table && {
          ...page.table,
          area: { ...page.table.area, right: page.table.area.right + 1 },
        },
      } as Page),
    );
    expect(findings).toEqual([]);
    expect(document).toEqual(everyKey);
  });
});

describe("the older list of quantities, a row for each price row and authority", () => {
  const list = inputPage("quantities", rowsOf(everyKey, sv).quantities, everyKey, sv);
  const asList = (name: string) =>
    writeWorkbook(everyKey, sv).map((page) => (page.name === "Mängder" ? { ...list, name } : page));

  test.each(["Mängder", "Blad 7"])("is read on the sheet %s", async (name) => {
    const { document, findings, places } = await read(asList(name));
    expect(findings).toEqual([]);
    expect(document).toEqual(everyKey);
    expect(places.address("priceItems[P2].quantities[Y]")).toEqual({
      sheet: name,
      row: 5,
      column: 5,
    });
  });

  // prettier-ignore
  test.each([
    ["a quantity of no row",         ["P2", "X"], "Rad",       { value: "P9" },     "blocking row-of-unknown quantities[#0].item"],
    ["a quantity without authority", ["P2", "X"], "Myndighet", {},                  "blocking row-without-id quantities[#0].authority"],
    ["a quantity of a stranger",     ["P2", "X"], "Myndighet", { value: "Z" },      "blocking document-unknown-authority priceItems[P2].quantities[Z]"],
    ["a quantity twice",             ["P2", "X"], "Myndighet", { value: "Y" },      "blocking row-twice priceItems[P2].quantities[Y]"],
    ["a quantity in words",          ["P2", "X"], "Mängd",     { value: "ca 400" }, "blocking cell-not-number priceItems[P2].quantities[X]"],
  ] as const)("%s is told at its cell", async (_, row, header, content, found) => {
    const { findings } = await read(typed(asList("Mängder"), { sheet: "Mängder", row, header }, content));
    expect(findings.map(({ code, severity, where }) => `${severity} ${code} ${where}`)).toContain(found);
  });

  test("stays a list when an authority comes, and is none beside the other table", async () => {
    const after: EvaluationDocument = {
      ...everyKey,
      model: {
        ...everyKey.model,
        authorities: [...(everyKey.model.authorities ?? []), { id: "Z", name: "Zby" }],
      },
      priceItems: everyKey.priceItems.map((item) =>
        item.quantities ? { ...item, quantities: { ...item.quantities, Z: "0" } } : item,
      ),
    };
    const pages = asList("Mängder");
    const { places } = await read(pages);
    const changed = amendPages(pages, amendment(everyKey, after, places, sv));
    expect((await read(changed)).document).toEqual(after);
    expect(changed.map(({ name }) => name)).toEqual(pages.map(({ name }) => name));
    const { findings } = await read([...writeWorkbook(everyKey, sv), { ...list, name: "Lista" }]);
    expect(findings.map(({ code }) => code)).toEqual(["quantities-twice"]);
  });
});

describe("an act on quantities with a column for each authority", () => {
  const written = writeWorkbook(everyKey, sv);
  const afterAct = async (after: EvaluationDocument, before: readonly Page[] = written) => {
    const { places } = await read(before);
    const pages = amendPages(before, amendment(everyKey, after, places, sv));
    const { document, findings } = await read(pages);
    expect(findings).toEqual([]);
    expect(document).toEqual(after);
    const { rows = [], table } = pages.find(({ name }) => name === "Mängder") ?? {};
    return rows
      .slice(table?.area.top)
      .map((cells) => cells.slice(1).map((cell) => cell?.formula ?? cell?.value));
  };

  test("a new authority adds its column, and the sums take it in", async () => {
    const rows = await afterAct({
      ...everyKey,
      model: {
        ...everyKey.model,
        authorities: [...(everyKey.model.authorities ?? []), { id: "Z", name: "Zby" }],
      },
      priceItems: everyKey.priceItems.map((item) =>
        item.quantities ? { ...item, quantities: { ...item.quantities, Z: "0" } } : item,
      ),
    });
    // prettier-ignore
    expect(rows.slice(0, 2)).toEqual([
      ["Id", "Prisrad", "Summa",                            "Xby", "Yby", "Zby"],
      ["P2", "Licens",  'IF(COUNT(E5:G5)=0,"",SUM(E5:G5))', 400,   600,   0],
    ]);
  });

  const item = {
    id: "N",
    name: "Ny",
    category: "other",
    unit: "st",
    quantity: "5",
    quantities: { X: "2", Y: "3" },
  } as const;
  const withNewRow: EvaluationDocument = {
    ...everyKey,
    priceItems: [...everyKey.priceItems, item],
    bids: everyKey.bids.map((bid) => ({ ...bid, prices: { ...bid.prices, N: "1" } })),
  };

  test("a new price row adds its row, with its sum", async () => {
    const rows = await afterAct(withNewRow);
    expect(rows.at(-1)).toEqual([
      "N",
      "Ny",
      expect.stringMatching(/^IF\(COUNT\(E(\d+):F\1\)=0,"",SUM\(E\1:F\1\)\)$/),
      2,
      3,
    ]);
    expect(rows.at(-1)?.[2]).toContain(`E${rows.length + 3}:`);
  });

  test("where someone has moved an authority's column before the other's, the sum is of the same cells", async () => {
    const moved = written.map((page) =>
      page.name === "Mängder"
        ? {
            ...page,
            rows: page.rows.map((cells) =>
              cells.with(4, cells[5] ?? null).with(5, cells[4] ?? null),
            ),
          }
        : page,
    );
    const rows = await afterAct(withNewRow, moved);
    expect(rows[0]).toEqual(["Id", "Prisrad", "Summa", "Yby", "Xby"]);
    expect(rows.at(-1)).toEqual([
      "N",
      "Ny",
      expect.stringMatching(/^IF\(COUNT\(E(\d+):F\1\)=0,"",SUM\(E\1:F\1\)\)$/),
      3,
      2,
    ]);
  });

  test("an authority with a new name has it over its column, and no other header is touched", async () => {
    const [first, ...others] = everyKey.model.authorities ?? [];
    if (first === undefined) throw new Error("no authority");
    const renamed = {
      ...everyKey,
      model: { ...everyKey.model, authorities: [{ ...first, name: "Nya Xby" }, ...others] },
    };
    const { places } = await read(written);
    const headers = amendment(everyKey, renamed, places, sv).entries.filter(
      ({ address }) => address.sheet === "Mängder",
    );
    expect(headers.map(({ content }) => content)).toEqual([{ value: "Nya Xby" }]);
    expect((await afterAct(renamed))[0]).toEqual(["Id", "Prisrad", "Summa", "Nya Xby", "Yby"]);
  });
});

test("a procurement without periods has no sheet for them", async () => {
  const { contractPeriods: _periods, ...model } = everyKey.model;
  const pages = writeWorkbook({ ...everyKey, model }, sv);
  expect(pages.map(({ name }) => name)).not.toContain("Avtalsperioder");
  const { document, findings } = await read(pages);
  expect(findings).toEqual([]);
  expect(document).toEqual({ ...everyKey, model });
});

test("a row of several delivery models names them in one cell, as people list things", async () => {
  const several = typed(
    writeWorkbook(everyKey, sv),
    { sheet: "Pris", row: ["E", "Servrar"], header: "Leveransformer" },
    { value: "S, E" },
  );
  const { document, findings } = await read(several);
  expect(findings).toEqual([]);
  const item = document?.priceItems.find(({ id }) => id === "E");
  expect(item?.deliveryModels).toEqual(["S", "E"]);
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
