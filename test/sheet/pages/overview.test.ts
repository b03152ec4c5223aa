/**
 * The sheet Sammanställning as its reader sees it: the offered price beside the one that was
 * compared, a chart of what adds up to the result, and figures with the decimals that they have.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import type { Severity } from "../../../src/core/finding";
import { finding } from "../../../src/core/finding";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { nowhere } from "../../../src/sheet/locate";
import type { ShownCheck } from "../../../src/sheet/pages/overview-outcome";
import { checkRows } from "../../../src/sheet/pages/overview-outcome";
import { findingRow, findingRows } from "../../../src/sheet/pages/overview-remarks";
import type { Area, Page } from "../../../src/sheet/workbook";
import { templateDocument } from "../../../src/app/templates/template-document";
import { writeWorkbook } from "../../../src/sheet/write";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { correctedLicence, document, licenceAndTraining, monetary } from "../../small";

const pageOf = async (value: EvaluationDocument, mark = "overview"): Promise<Page> => {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  const page = outcome.pages.find((each) => each.mark === mark);
  if (!page) throw new Error(`no sheet ${mark}`);
  return page;
};
/** The cells below a header, down to the first empty line. */
const column = ({ rows }: Page, header: string) => {
  const top = rows.findIndex((row) => row[0]?.value === sv.overview.rank);
  const at = rows[top]?.findIndex((cell) => cell?.value === header) ?? -1;
  const below = rows.slice(top + 1);
  return at < 0
    ? []
    : below
        .slice(
          0,
          below.findIndex((row) => row.length === 0),
        )
        .map((row) => row[at]);
};
const values = (page: Page, header: string) => column(page, header).map((cell) => cell?.value);
const inArea = ({ rows }: Page, { top, left, bottom }: Area) =>
  rows.slice(top, bottom + 1).map((row) => row[left]?.value);

test("published own costs stand between what a bidder asks and the price that is compared", async () => {
  const page = await pageOf(templateDocument("joint", sv));
  // B runs the software itself: 3 × 90 000 kr a year for six years, published.
  expect(values(page, "Anbud")).toEqual(["C", "A", "B"]);
  expect(values(page, "Anbudspris")).toEqual([2685000, 2730000, 1650000]);
  expect(values(page, "Publicerade egna kostnader")).toEqual([0, 0, 1620000]);
  expect(values(page, "Pris i utvärderingen")).toEqual([2685000, 2730000, 3270000]);
  expect(page.rows.flat().map((cell) => cell?.value)).toContain(
    "Exempelbolaget Beta AB (B) 1 650 000 → 3 270 000".replace(/(?<=\d) (?=\d)/g, "\u00a0"),
  );
});

describe("a corrected price and a blank optional row", () => {
  const plain = document({
    model: { blankOptional: "highest" },
    criteria: [monetary("M", { deduction: "100000" })],
    requirements: ["K1"],
    bids: [
      { id: "A", scores: { M: "5" }, verdicts: { K1: "met" } },
      { id: "B", scores: { M: "4" }, verdicts: { K1: "met" } },
      { id: "C", scores: { M: "5" }, verdicts: { K1: "not-met" } },
    ],
  });
  const prices = {
    A: { P1: "250000", P2: "9000" },
    B: { P1: "240000.5" },
    C: { P1: "200000", P2: "12000" },
  };
  const procured: EvaluationDocument = {
    ...plain,
    priceItems: licenceAndTraining,
    bids: plain.bids.map((bid) => ({ ...bid, prices: prices[bid.id as keyof typeof prices] })),
  };
  const corrected: EvaluationDocument = {
    ...procured,
    clarifications: [correctedLicence],
  };
  let page: Page;
  beforeAll(async () => {
    page = await pageOf(corrected);
  });

  // A: 4 × 250 000 + 10 × 9 000 = 1 090 000, corrected 4 000 up. B: 4 × 240 000,5 = 960 002, and
  // 90 000 for the training that only A among the compared bids prices. C is rejected.
  // Deductions: A all of 100 000, B 4/5 of it.
  test("both prices of each bid stand in columns of their own", () => {
    expect(values(page, "Anbud")).toEqual(["B", "A", "C"]);
    expect(values(page, "Anbudspris")).toEqual([960002, 1090000, 920000]);
    expect(values(page, "Pris i utvärderingen")).toEqual([1050002, 1094000, 920000]);
    expect(values(page, "Justeringar")).toEqual([-80000, -100000, -100000]);
    expect(values(page, "Utvärderingspris").slice(0, 2)).toEqual([970002, 994000]);
    // C would have come to 820 000, but is rejected and compared with nobody.
    expect(values(page, "Skillnad till bästa")).toEqual([0, 23998, undefined]);
  });

  test("the chart has the compared price and the result of ranked bids only, and begins where they differ", () => {
    const [chart] = page.charts ?? [];
    // From 970 002 to 1 094 000: less than an eighth of the longest bar.
    expect([chart?.kind, chart?.from, chart?.title.replace(/\s/g, " ")]).toEqual([
      "bar",
      900000,
      "Pris i utvärderingen och utvärderingspris (axeln börjar vid 900 000)",
    ]);
    expect(chart && inArea(page, chart.categories)).toEqual(["Bolaget B", "Bolaget A"]);
    expect(chart?.series.map((each) => [each.name, inArea(page, each.values)])).toEqual([
      ["Pris i utvärderingen", [1050002, 1094000]],
      ["Utvärderingspris", [970002, 994000]],
    ]);
  });

  test("where every price is compared as offered, one column says so, and so does the chart", async () => {
    const same = await pageOf({
      ...procured,
      bids: procured.bids.map((bid) => ({ ...bid, prices: prices.A })),
    });
    expect(values(same, "Anbudspris")).toEqual([1090000, 1090000, 1090000]);
    expect(values(same, "Pris i utvärderingen")).toEqual([]);
    expect(same.charts?.[0]?.series.map((each) => [each.name, inArea(same, each.values)])).toEqual([
      ["Anbudspris", [1090000, 1090000]],
      ["Utvärderingspris", [990000, 1010000]],
    ]);
  });
});

describe("points", () => {
  const scored = (scores: readonly string[], max: string) =>
    document({
      model: {
        label: "poäng",
        method: {
          type: "points",
          price: { weight: "40", scale: { type: "absolute-linear", best: "800", worst: "1200" } },
          quality: "as-is",
        },
      },
      criteria: [monetary("M", { weight: "60", scale: { type: "points", max, zero: "0" } })],
      bids: scores.map((score, n) => ({ id: `A${n}`, price: "800", scores: { M: score } })),
    });

  // 60 × 2/5 = 24, 60 × 1/8 = 7,5, 60 × 5/7 = 42,857142857…; the price is the best, so 40 is added.
  // prettier-ignore
  test.each<[string, string, number, string, string]>([
    ["2", "5", 24,  "#,##0",                "General"],
    ["1", "8", 7.5, "#,##0.0",              "General"],
    ["5", "7", 42.857142857142854, '"≈ "#,##0.000000', "General"],
  ])("%s of %s: no more decimals than there are", async (score, max, points, format, result) => {
    const page = await pageOf(scored([score], max));
    const [cell] = column(page, "Justeringar");
    expect(cell?.value).toBeCloseTo(points, 12);
    expect([cell?.format, column(page, "Poäng")[0]?.format]).toEqual([format, result]);
  });

  test("a difference of points has the decimals that it has", async () => {
    const page = await pageOf(scored(["5", "4"], "8"));
    expect(column(page, "Skillnad till bästa").map((cell) => [cell?.value, cell?.format])).toEqual([
      [0, "#,##0"],
      [-7.5, "#,##0.0"],
    ]);
  });

  test("no whole number ends in a bare decimal sign", async () => {
    for (const mark of ["overview", "evaluation"]) {
      const page = await pageOf(scored(["5", "4", "0.3"], "8"), mark);
      const formats = page.rows.flat().flatMap((cell) => cell?.format ?? []);
      expect(formats.length).toBeGreaterThan(5);
      expect(formats.filter((format) => /\.#+$/.test(format))).toEqual([]);
    }
  });
});

// prettier-ignore
test.each<[string, readonly ShownCheck[], unknown[]]>([
  ["no self-checks",   [],                                                                       []],
  ["both hold",        [{ name: "permuted", holds: true }, { name: "renamed", holds: true }],    ["2 av 2", "good"]],
  ["one does not",     [{ name: "permuted", holds: true }, { name: "renamed", holds: false }],   ["1 av 2", "bad"]],
])("self-checks on the sheet: %s", (_, checks, shown) => {
  expect(checkRows(checks, sv).flatMap((row) => [row[2]?.value, row[2]?.style])).toEqual(shown);
});

const decision = { reason: "Prövat", by: "Eva Ek" };
// prettier-ignore
test.each<[Severity, typeof decision | undefined, string]>([
  ["blocking", undefined, "bad"],
  ["blocking", decision,  "text"],
  ["open",     undefined, "open"],
  ["warning",  undefined, "open"],
  ["note",     undefined, "text"],
])("a finding that is %s, accepted by %j, is marked as %s", (severity, accepted, style) => {
  const found = { ...finding("price-scale-without-span", severity, "model"), ...(accepted ? { accepted } : {}) };
  expect(findingRow(found, nowhere, sv)[0]?.style).toBe(style);
});

test("every label of the first lines has room in its two columns", async () => {
  const { widths } = await pageOf(document({ bids: [{ id: "A", price: "1" }] }));
  // A bold letter takes somewhat more than the width of a digit, which is the unit of a column.
  const room = Math.floor(((widths[0] ?? 0) + (widths[1] ?? 0)) / 1.08);
  for (const words of [sv, en]) {
    const { overview, selfCheck } = words;
    const labels = [
      overview.status,
      overview.award,
      overview.invited,
      overview.tie,
      overview.tieBreak,
      overview.correctedPrices,
      overview.blankRowPrices,
      overview.roundedPrices,
      overview.accepted,
      overview.freshness.label,
      selfCheck,
    ];
    expect(labels.filter(({ length }) => length > room)).toEqual([]);
  }
});

/** The rows under a title and its headers, from the third column, down to the first empty line. */
const tableUnder = ({ rows }: Page, title: string) => {
  const below = rows.slice(rows.findIndex((row) => row[0]?.value === title) + 2);
  const end = below.findIndex((row) => row.length === 0);
  return below.slice(0, end).map((row) => row.slice(2).map((cell) => cell?.value ?? "–"));
};

test("the first bid from its price to its result, and what parts it from the second, as tables with charts over them", async () => {
  const page = await pageOf(
    document({
      model: { rounding: { result: null } },
      criteria: [monetary("M", { name: "Användbarhet", deduction: "100" })],
      // A: 1000 − 100 = 900. B: 950 − 2/5 × 100 = 910.
      bids: [
        { id: "A", price: "1000", scores: { M: "5" } },
        { id: "B", price: "950", scores: { M: "2" } },
      ],
    }),
  );
  const [, waterfall, against] = page.charts ?? [];
  // What the parts stand on is said in words that a reader of the printed table understands.
  expect(page.rows.flat().map((cell) => cell?.value)).toContain("Efter avdraget");
  // prettier-ignore
  expect(tableUnder(page, "Bolaget A: från pris till utvärderingspris")).toEqual([
    ["Anbudspris",       1000, "–",  1000, "–", "–"],
    ["Användbarhet",     -100, 900,  "–",  100, "–"],
    ["Utvärderingspris", 900,  "–",  900,  "–", "–"],
  ]);
  expect(tableUnder(page, "Bolaget A mot Bolaget B: vad som skiljer, störst först")).toEqual([
    ["Användbarhet", 60, "Bolaget A"],
    ["Anbudspris", -50, "Bolaget B"],
  ]);
  expect([waterfall?.kind, waterfall?.from, waterfall?.title]).toEqual([
    "waterfall",
    800,
    "Bolaget A: från pris till utvärderingspris (axeln börjar vid 800)",
  ]);
  expect(waterfall && inArea(page, waterfall.categories)).toEqual([
    "Anbudspris",
    "Användbarhet",
    "Utvärderingspris",
  ]);
  expect(against?.series.map(({ values: area }) => inArea(page, area))).toEqual([[60, -50]]);
  // Each chart begins a printed page, or stands on the page of the one before it.
  expect(page.breaks?.length).toBeGreaterThan(0);
});

// 100 − 250 = −150: the deduction is worth more than the price.
test("a result below zero is a bar below the axis, which begins at zero", async () => {
  const page = await pageOf(
    document({
      model: { rounding: { result: null } },
      criteria: [monetary("M", { name: "Användbarhet", deduction: "250" })],
      bids: [{ id: "A", price: "100", scores: { M: "5" } }],
    }),
  );
  // prettier-ignore
  expect(tableUnder(page, "Bolaget A: från pris till utvärderingspris")).toEqual([
    ["Anbudspris",       100,  "–",   100, "–", "–"],
    ["Användbarhet",     -250, -150,  "–", 250, "–"],
    ["Utvärderingspris", -150, "–",  -150, "–", "–"],
  ]);
  expect(page.charts?.find(({ kind }) => kind === "waterfall")?.from).toBeUndefined();
});

test("the table has every part of a result, and the chart the first fourteen bars", async () => {
  const many = Array.from({ length: 20 }, (_, n) => `M${n + 1}`);
  const page = await pageOf(
    document({
      criteria: many.map((id) => monetary(id, { deduction: "10" })),
      bids: [{ id: "A", price: "1000", scores: Object.fromEntries(many.map((id) => [id, "5"])) }],
    }),
  );
  // The price, twenty deductions and the result.
  expect(tableUnder(page, "Bolaget A: från pris till utvärderingspris").length).toBe(22);
  const waterfall = page.charts?.find(({ kind }) => kind === "waterfall");
  expect(waterfall && inArea(page, waterfall.categories).length).toBe(14);
});

test("where nothing is found the sheet says so, and only there", async () => {
  const bid = { id: "A", price: "1000" };
  const settled = { ties: ["lottery"], rounding: { result: null } };
  const shows = async (value: EvaluationDocument) => {
    const { rows } = await pageOf(value);
    const top = rows.findIndex((row) => row[0]?.value === sv.overview.findings);
    return rows.slice(top + 2, top + 4).map((row) => row[2]?.value);
  };
  expect((await shows(document({ model: settled, bids: [bid] })))[0]).toBe(sv.overview.none);
  expect(await shows(document({ bids: [bid, { id: "B", price: "1000" }] }))).not.toContain(
    sv.overview.none,
  );
});

test("findings of one kind are one row and the cells of the others, runs of cells as one", () => {
  const unread = (row: number) =>
    finding("cell-not-number", "blocking", `Pris!F${row}`, { seen: "x" });
  const cells = new Map([5, 6, 7, 8, 12].map((row) => [`Pris!F${row}`, row - 1]));
  const places = {
    nearest: (where: string) => {
      const row = cells.get(where);
      return row === undefined ? undefined : { sheet: "Pris", row, column: 5 };
    },
  };
  const rows = findingRows(
    [...cells.values()].map((row) => unread(row + 1)),
    places,
    sv,
  );
  expect(rows.map((row) => [row[0]?.value, row[2]?.value, row[7]?.value])).toEqual([
    ["Fel", expect.stringContaining("”x” är inget tal."), "Pris!F5"],
    [undefined, "4 till av samma slag: Pris!F6–F8, Pris!F12", undefined],
  ]);
});

test("of very many places the first sixty are named, and the rest are counted", () => {
  const cells = Array.from({ length: 64 }, (_, n) => `Pris!F${5 + 2 * n}`);
  const rows = findingRows(
    cells.map((where) => finding("cell-not-number", "blocking", where, { seen: "x" })),
    {
      nearest: (where) => ({ sheet: "Pris", row: 4 + 2 * cells.indexOf(where), column: 5 }),
    },
    sv,
  );
  // The first has a row of its own: 63 are left, every other cell of a column.
  const others = String(rows[1]?.[2]?.value);
  expect(others).toMatch(/^63 till av samma slag: Pris!F7, Pris!F9, .*, Pris!F125, … och 3 till$/);
  expect(others.match(/Pris!F/g)?.length).toBe(60);
});
