/**
 * The price comparison: which prices are so far from the others that they are asked about, what
 * stands where no price does, and that the parts of a price come to its sum.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import type { Finding } from "../../src/core/finding";
import { finding } from "../../src/core/finding";
import { Exact } from "../../src/core/number";
import { farFrom } from "../../src/procedure/price-comparison";
import { priceComparisonSections } from "../../src/procedure/price-comparison-tables";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { everyKey } from "../price-forms";
import { document } from "../small";

const text = sv.priceComparison;

/** A table's rows with figures as text; the columns of the first row are the table's own. */
function table(
  value: EvaluationDocument,
  title: string,
  { words = sv, also = [] }: { words?: typeof sv; also?: readonly Finding[] } = {},
): string[][] {
  const section = priceComparisonSections(evaluate(value, also), words).find(
    (each) => each.title === title,
  );
  return (section?.rows ?? []).map((row) =>
    row.map((entry) => (typeof entry === "string" ? entry : entry.exact.toFixed(entry.decimals))),
  );
}

type Prices = { readonly [bid: string]: { readonly [row: string]: string } };

/** Rows P1, P2 … of quantity 10, the last of which need not be priced. */
function priced(prices: Prices, rows = ["P1", "P2"]): EvaluationDocument {
  const base = document({
    model: { method: { type: "lowest-price" } },
    bids: Object.keys(prices).map((id) => ({ id })),
  });
  return {
    ...base,
    priceItems: rows.map((id, n) => ({
      id,
      name: "Licens",
      category: n === 0 ? "licence" : "training",
      unit: "kr",
      quantity: "10",
      ...(n > 0 ? { required: false } : {}),
    })),
    bids: base.bids.map((bid) => ({ ...bid, prices: prices[bid.id] ?? {} })),
  };
}

test.each(
  // prettier-ignore
  [
  ["at the limit",                "500",     "100", "far",      true],
  ["just inside it",              "499.99",  "100", undefined,  true],
  ["a fifth",                     "20",      "100", "far",      false],
  ["just above a fifth",          "20.01",   "100", undefined,  false],
  ["the decimal one place off",   "1000",    "100", "10",       true],
  ["nearer to twelve than to ten", "1095",   "100", "12",       true],
  ["a price per month",           "100",     "1200", "12",      false],
  ["öre for kronor",              "10000",   "100", "100",      true],
  ["thousands of kronor",         "0.1",     "100", "1000",     false],
  ["between the known factors",   "3000",    "100", "far",      true],
  ["below zero",                  "-1",      "100", "negative", false],
  ["zero has a table of its own", "0",       "100", undefined,  false],
  ["beside a median of zero",     "1000",    "0",   undefined,  true],
  ] as const,
)("%s: %s beside a median of %s", (_, price, median, kind, isAbove) => {
  const far = farFrom(Exact.of(price), Exact.of(median));
  expect(far?.kind).toBe(kind);
  if (far) expect(far.isAbove).toBe(isAbove);
});

test("every row has a cell for each column, and what is not said is blank", () => {
  for (const { title, columns, rows } of priceComparisonSections(evaluate(everyKey), sv))
    // A table without rows says so in its first cell.
    for (const row of rows.filter(({ length }) => length > 1))
      expect([title, row[0], row.length]).toEqual([title, row[0], columns.length]);
});

test("each row with its quantity, and the rows' sums below them", () => {
  const value = priced({ A: { P1: "100", P2: "50" }, B: { P1: "120", P2: "40" } });
  expect(
    table(value, text.unitPrices).map(([row, , unit, quantity]) => [row, unit, quantity]),
  ).toEqual([
    ["Licens (P1)", "kr", "10.00"],
    ["Licens (P2)", "kr", "10.00"],
  ]);
  // A: 1 000 + 500, B: 1 200 + 400
  expect(table(value, text.rowTotals).map((row) => [row[0], ...row.slice(-2)])).toEqual([
    ["Licens (P1)", "1000.00", "1200.00"],
    ["Licens (P2)", "500.00", "400.00"],
    [text.total, "1500.00", "1600.00"],
  ]);
});

describe("prices far from the others", () => {
  test("the misread bid alone is listed, with the median and its share of the sum", () => {
    const value = priced({
      A: { P1: "100", P2: "50" },
      B: { P1: "1100", P2: "50" },
      C: { P1: "120", P2: "50" },
    });
    expect(table(value, text.far)).toEqual([
      [
        "Licens (P1)",
        text.farKinds["10"][0],
        "Bolaget B (B)",
        "1100.00",
        "120.00",
        "9.167",
        "95.65",
      ],
    ]);
    expect(table(value, text.unitPrices)[0]?.[1]).toBe(text.farMark("Bolaget B (B)"));
  });

  test("of two bids both are listed; where none is far the table says so", () => {
    const far = table(priced({ A: { P1: "10" }, B: { P1: "1000" } }), text.far);
    expect(far.map(([, , bid]) => bid)).toEqual(["Bolaget A (A)", "Bolaget B (B)"]);
    expect(table(priced({ A: { P1: "10" }, B: { P1: "11" } }), text.far)).toEqual([[text.noFar]]);
  });

  test("a rejected bid is shown and asked about, and is in no median of the others", () => {
    const value = priced({ A: { P1: "100" }, B: { P1: "100" }, C: { P1: "9000" } });
    const [first, ...rest] = value.priceItems;
    if (!first) throw new Error("no row");
    const limited = { ...value, priceItems: [{ ...first, ceiling: "200" }, ...rest] };
    const [row = []] = table(limited, text.unitPrices);
    expect(row.slice(4, 8)).toEqual(["100.00", "100.00", "100.00", "1.00"]);
    expect(table(limited, text.far).map(([, , bid]) => bid)).toEqual(["Bolaget C (C), förkastat"]);
  });
});

test("a blank, an optional blank, a word and a zero each stand as what they are", () => {
  const value = priced({ A: { P2: "0" }, B: { P1: "5" }, C: { P2: "7" } });
  const word = {
    ...finding("cell-not-number", "blocking", "bids[C].prices[P1]", { seen: "ingår" }),
  };
  const found = table(value, text.blanks, { also: [{ ...word, isLost: true }] });
  const { missing, optional, word: unread, zero } = text.meanings;
  expect(found).toEqual([
    ["Licens (P1)", missing, "Bolaget A (A)", text.blank],
    ["Licens (P1)", unread, "Bolaget C (C)", "ingår"],
    ["Licens (P2)", zero, "Bolaget A (A)", "0"],
    ["Licens (P2)", optional, "Bolaget B (B)", text.blank],
  ]);
});

test("a corrected price is the one compared, and the offer is told beside it", () => {
  const value: EvaluationDocument = {
    ...priced({ A: { P1: "1200" }, B: { P1: "110" } }),
    clarifications: [
      {
        id: "F1",
        bid: "A",
        subject: "price-item",
        of: "P1",
        new: "120",
        rule: "miscalculation",
        reason: "Skrivfel",
        decidedBy: "Eva Ek",
        decidedAt: "2026-03-10",
      },
    ],
  };
  const [row] = table(value, text.unitPrices);
  expect([row?.[1], row?.[8]]).toEqual([
    text.corrected("Bolaget A (A)", sv.number("1200"), "120", "F1"),
    "120.00",
  ]);
  expect(table(value, text.far)).toEqual([[text.noFar]]);
});

test.each(
  // prettier-ignore
  [
  ["the same", "1000",    [text.states.same,    "1000.00", "1000.00", "0.00"]],
  ["another",  "999.5",   [text.states.differs, "999.50",  "1000.00", "-0.50"]],
  ["none",     undefined, [text.states.none,    "–",       "1000.00", "–"]],
  ] as const,
)("a stated sum that is %s", (_, stated, expected) => {
  const value = priced({ A: { P1: "100" }, B: { P1: "100" } });
  const bids = value.bids.map((bid) => ({
    ...bid,
    ...(stated === undefined ? {} : { statedTotal: stated }),
  }));
  expect(table({ ...value, bids }, text.stated)[0]?.slice(1, 5)).toEqual(expected);
});

describe("the parts of a price come to its sum, whatever the price form has", () => {
  test.each([text.byCategory, text.byAuthority, text.byPeriod])("%s", (title) => {
    const section = priceComparisonSections(evaluate(everyKey), sv).find(
      (each) => each.title === title,
    );
    expect(section?.rows.length).toBe(everyKey.bids.length);
    for (const [, sum, ...parts] of section?.rows ?? []) {
      if (typeof sum !== "object") throw new Error("no sum");
      const exact = parts.map((part) => (typeof part === "object" ? part.exact : Exact.one));
      expect(Exact.sum(exact).toText()).toBe(sum.exact.toText());
    }
  });
});

test("years without periods are told one by one, and what is paid once by itself", () => {
  const value = priced({ A: { P1: "100", P2: "7" }, B: { P1: "90", P2: "7" } });
  const [yearly, once] = value.priceItems;
  if (!yearly || !once) throw new Error("no rows");
  const dated = { ...value, priceItems: [{ ...yearly, years: { from: 1, to: 2 } }, once] };
  expect(table(dated, text.byYear)).toEqual([
    ["Bolaget A (A)", "2070.00", "1000.00", "1000.00", "70.00"],
    ["Bolaget B (B)", "1870.00", "900.00", "900.00", "70.00"],
  ]);
});

test("nothing is compared of one bid, or of bids that state one total", () => {
  const totals = document({
    bids: [
      { id: "A", price: "1" },
      { id: "B", price: "2" },
    ],
  });
  for (const value of [priced({ A: { P1: "1" } }), totals])
    expect(priceComparisonSections(evaluate(value), sv)).toEqual([]);
});

test("the same tables in English", () => {
  const shape = (words: typeof sv | typeof en) =>
    priceComparisonSections(evaluate(everyKey), words).map(({ rows, columns }) => [
      rows.length,
      columns.length,
    ]);
  expect(shape(en)).toEqual(shape(sv));
});
