/**
 * The largest models that anyone publishes stay within what Excel takes: every cell of every sheet
 * that is written, the input sheets and the results alike, and both computations still agree.
 */
import { assessWorkbook } from "../../src/app/assess";
import { calculateAgain } from "../../src/app/double-check";
import { resultPages } from "../../src/app/result-pages";
import type { Criterion, EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeCellParts } from "../../src/host/xlsx/write-cells";
import { excelLimits, firstBreach } from "../../src/sheet/excel-limits";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator, circumstances } from "../calculator";
import { document, monetary } from "../small";

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** Every cell within the limits, and every figure equal in formulas and engine. */
async function expectWithin(value: EvaluationDocument, change = (pages: Page[]) => pages) {
  const input = change(writeWorkbook(value, sv));
  const assessed = assessWorkbook(await new MemoryWorkbook(input).read(), sv, [sv]);
  if (!assessed.document) throw new Error(JSON.stringify(assessed.findings));
  const computed = await calculateAgain(assessed, calculator);
  const pages = resultPages(assessed, computed, circumstances);
  expect(firstBreach([...input, ...pages])).toBeUndefined();
  expect(computed.doubleCheck.equal).toBe(computed.doubleCheck.of);
  const longest = pages
    .flatMap(({ rows }) => rows.flat())
    .reduce((most, cell) => Math.max(most, cell?.formula?.length ?? 0), 0);
  return { longest, pages, evaluation: computed.evaluation };
}

test("thirty criteria in order of priority, twelve bids", async () => {
  const ids = numbers(30).map((n) => `K${n}`);
  const { evaluation, longest } = await expectWithin(
    document({
      model: { method: { type: "priority-order", order: ["price", ...ids] } },
      criteria: ids.map((id) => monetary(id)),
      // Equal on all but the last criterion, which alone decides.
      bids: numbers(12).map((n) => ({
        id: `B${n}`,
        price: "1000",
        scores: Object.fromEntries(
          ids.map((id) => [id, id === "K30" ? String(n % 3) : "3"] as const),
        ),
      })),
    }),
  );
  // Four bids have 2, four 1 and four 0; the places are 1, 5 and 9.
  expect(evaluation.bids.map(({ result }) => result.value?.toText()).slice(0, 3)).toEqual([
    "5",
    "1",
    "9",
  ]);
  // What someone can read in the formula bar without scrolling.
  expect(longest).toBeLessThan(600);
});

test("a tie chain of every key and a drawing of lots, thirty bids", async () => {
  const ids = numbers(30).map((n) => `B${n}`);
  const drawn = [...ids].reverse();
  const { evaluation } = await expectWithin({
    ...document({
      model: {
        ties: ["highest-deduction", "lowest-price", "criterion:K1", "criterion:K2", "lottery"],
      },
      criteria: ["K1", "K2"].map((id) => monetary(id, { deduction: "100" })),
      bids: ids.map((id) => ({ id, price: "1000", scores: { K1: "3", K2: "4" } })),
    }),
    lotteries: [
      { order: drawn, time: "2026-03-02T10:00", witnesses: ["Ada Ek", "Bo Dal"], method: "Kort" },
    ],
  });
  expect(evaluation.order.flat()).toEqual(drawn);
});

test("two drawings of lots, each among the bids that were tied", async () => {
  const { evaluation, pages } = await expectWithin({
    ...document({
      model: { ties: ["lottery"] },
      bids: ["A", "B", "C", "D"].map((id) => ({ id, price: id < "C" ? "10" : "20" })),
    }),
    lotteries: [
      ["B", "A"],
      ["D", "C"],
    ].map((order) => ({
      order,
      time: "2026-03-02T10:00",
      witnesses: ["Ada Ek", "Bo Dal"],
      method: "Kort",
    })),
  });
  expect(evaluation.order).toEqual([["B"], ["A"], ["D"], ["C"]]);
  const headers = pages[1]?.rows.flatMap((row) => row.map((cell) => cell?.value));
  expect(headers?.filter((each) => each === sv.placeAfter("lottning"))).toHaveLength(2);
});

describe("two drawings of lots among the same bids, in the formulas as in the engine", () => {
  // prettier-ignore
  test.each([
    // the other drawing               order
    ["contradict",                ["A", "C", "B"],       [["A", "B", "C"], ["D"]]],
    ["say the same",              ["B", "A", "D", "C"],  [["B"], ["A"], ["C"], ["D"]]],
    ["one among two of three",    ["C", "A"],            [["B"], ["A"], ["C"], ["D"]]],
    ["contradict about others",   ["D", "B", "A", "C"],  [["B"], ["A"], ["C"], ["D"]]],
  ])("%s", async (_, second, order) => {
    const { evaluation } = await expectWithin({
      ...document({
        model: { ties: ["lottery"] },
        bids: ["A", "B", "C", "D"].map((id) => ({ id, price: id === "D" ? "20" : "10" })),
      }),
      lotteries: [["B", "A", "C"], second].map((drawn) => ({
        order: drawn,
        time: "2026-03-02T10:00",
        witnesses: ["Ada Ek", "Bo Dal"],
      })),
    });
    expect(evaluation.order).toEqual(order);
  });
});

test("1,500 price rows, every number pasted as text", async () => {
  const rows = document({ bids: [{ id: "A" }] });
  for (const n of numbers(1500))
    rows.priceItems.push({
      id: `P${n}`,
      name: "Rad",
      category: "other",
      unit: "st",
      quantity: "3",
    });
  for (const bid of rows.bids as { prices?: object }[])
    bid.prices = Object.fromEntries(rows.priceItems.map(({ id }) => [id, "31.50"]));
  const { evaluation, longest } = await expectWithin(rows, (pages) =>
    pages.map((page) => (page.name === sv.sheets.prices ? asText(page) : page)),
  );
  // 1,500 × 31.50 × 3
  expect(evaluation.bids[0]?.result.value?.toText()).toBe("141750");
  expect(longest).toBeLessThan(600);
});

test("ten levels of criteria, long names and thirty criteria with minimums in each group", async () => {
  const long = "Ett kriterium med ett namn som inte tar slut. ".repeat(20);
  const leaves = numbers(30).map((n) =>
    monetary(`L${n}`, {
      name: long,
      weight: n === 30 ? "71" : "1",
      minimum: "1",
      minimumShare: "5",
    }),
  );
  const tree = numbers(10).reduce<readonly Criterion[]>(
    (children, n) => [
      {
        id: `G${n}`,
        name: long,
        kind: "other",
        minimumShare: "10",
        ...(n === 10 ? { deduction: "1000" } : { weight: "100" }),
        children: [...children],
      },
    ],
    leaves,
  );
  const { evaluation } = await expectWithin(
    document({
      criteria: tree,
      bids: ["A", "B"].map((id) => ({
        id: `${id}-${"x".repeat(38)}`,
        price: "5000",
        scores: Object.fromEntries(leaves.map((leaf) => [leaf.id, id === "A" ? "5" : "1"])),
      })),
    }),
  );
  // A has every share: 5,000 − 1,000. B has a fifth: 5,000 − 200.
  expect(evaluation.bids.map(({ result }) => result.value?.toText())).toEqual(["4000", "4800"]);
});

test("two hundred levels, bands and price bands on one scale", async () => {
  const levels = numbers(200).map((n) => ({ value: String(n), label: `Nivå ${n}` }));
  const bands = numbers(200).map((n) => ({
    from: String(n),
    to: `${n}.5`,
    deduction: String(10 * n),
  }));
  const { evaluation } = await expectWithin(
    document({
      criteria: [{ id: "K", name: "K", kind: "other", scale: { type: "levels", levels }, bands }],
      bids: [
        { id: "A", price: "9000", scores: { K: "150" } },
        { id: "B", price: "9000", scores: { K: "7" } },
      ],
    }),
  );
  expect(evaluation.bids.map(({ result }) => result.value?.toText())).toEqual(["7500", "8930"]);
  const priced = await expectWithin(
    document({
      model: {
        method: {
          type: "points",
          quality: "as-is",
          price: {
            weight: "100",
            scale: {
              type: "bands",
              bands: numbers(200).map((n) => ({ upTo: String(10 * n), share: `0.${400 - n}` })),
            },
          },
        },
      },
      bids: ["10", "11", "2000", "2001"].map((price, n) => ({ id: `B${n}`, price })),
    }),
  );
  expect(priced.evaluation.bids.map(({ result }) => result.value?.toText())).toEqual([
    "39.9",
    "39.8",
    "20",
    undefined,
  ]);
});

test("three hundred requirements dropped in the negotiation", async () => {
  const ids = numbers(300).map((n) => `K${n}`);
  const plain = document({
    requirements: [...ids, "KVAR"],
    bids: [
      {
        id: "A",
        price: "10",
        verdicts: {
          ...Object.fromEntries(ids.map((id) => [id, "not-met"] as const)),
          KVAR: "met",
        },
      },
    ],
  });
  const { evaluation } = await expectWithin({
    ...plain,
    procurement: { ...plain.procurement, procedure: "negotiated" },
    requirements: plain.requirements.map((each) => ({ ...each, negotiable: each.id !== "KVAR" })),
    rounds: [{ id: "R0", kind: "initial" }],
    adjustments: ids.map((requirement) => ({
      requirement,
      round: "R0",
      text: "Utgår",
      dropped: true,
      reason: "Utgår",
      date: "2026-01-01",
      by: "EA",
    })),
  });
  expect(evaluation.bids.map(({ standing }) => standing.value)).toEqual(["standing"]);
});

test.each([
  ["formula", `${"1+".repeat(4096)}1`],
  ["literal", `A1="${"x".repeat(256)}"`],
  ["nesting", `${"ABS(".repeat(65)}1${")".repeat(65)}`],
  ["functionArguments", `SUM(${numbers(256).join(",")})`],
] as const)("a formula over the limit of %s is seen", (limit, formula) => {
  const page = { ...blank, rows: [[], [null, { formula }]] };
  expect(firstBreach([page])).toMatchObject({ limit, cell: "B2", most: excelLimits[limit] });
});

test.each([
  ["formula", "1+".repeat(4095) + "12"],
  ["literal", `A1="${"x".repeat(255)}"&"${'""'.repeat(255)}"`],
  ["nesting", `${"(".repeat(70)}${"ABS(".repeat(64)}1${")".repeat(134)}`],
  ["functionArguments", `SUM(${numbers(255).join(",")})+SUM('a,b (c'!A1,"x,y")`],
] as const)("a formula at the limit of %s is taken", (_, formula) => {
  expect(firstBreach([{ ...blank, rows: [[{ formula }]] }])).toBeUndefined();
});

const blank: Page = {
  name: "Blad",
  role: "result",
  rows: [],
  widths: [],
  hiddenColumns: [],
  freeze: { rows: 0, columns: 0 },
  choices: [],
  highlights: [],
  header: "",
};

test.each([
  ["text", { ...blank, rows: [[{ value: "x".repeat(32_768) }]] }, { cell: "A1", found: 32_768 }],
  ["sheetName", { ...blank, name: "x".repeat(32) }, { sheet: "x".repeat(32) }],
  ["sheetName", { ...blank, name: "Pris [1]" }, { sheet: "Pris [1]" }],
  ["sheetName", { ...blank, name: "'Pris" }, { sheet: "'Pris" }],
  ["sheetName", { ...blank, name: "Pris'" }, { sheet: "Pris'" }],
  [
    "links",
    {
      ...blank,
      rows: numbers(65_531).map((row) => [{ value: "x", link: { sheet: "Blad", row, column: 0 } }]),
    },
    { found: 65_531 },
  ],
] as const)("over the limit of %s: reported with its place", (limit, page, place) => {
  expect(firstBreach([page])).toMatchObject({ limit, ...place });
});

test("a sheet's name may hold an apostrophe inside, and 31 characters", () => {
  expect(firstBreach([{ ...blank, name: `Anbud'${"x".repeat(25)}` }])).toBeUndefined();
});

/** Every number of a page's table as people paste it: as text. */
function asText(page: Page): Page {
  const top = page.table?.area.top ?? 0;
  return {
    ...page,
    rows: page.rows.map((row, r) =>
      r <= top
        ? row
        : row.map((cell, c) =>
            c > 0 && typeof cell?.value === "number"
              ? { ...cell, value: cell.value.toFixed(2).replace(".", ",") }
              : cell,
          ),
    ),
  };
}

const tooLong = { ...blank, name: "Spår", rows: [[], [{ value: "x".repeat(40_000) }]] };
const refusal = {
  code: "beyond-excel",
  details: { limit: "text", sheet: "Spår", cell: "A2", found: 40_000, most: 32_767 },
};

test("a file with a text that is too long is not written", async () => {
  await expect(writeWorkbookBytes([tooLong])).rejects.toMatchObject(refusal);
});

test("nor is such a text put into a cell of someone's own workbook", async () => {
  const amendment = {
    entries: [
      { address: { sheet: "Spår", row: 1, column: 0 }, content: { value: "x".repeat(40_000) } },
    ],
    appended: [],
    pages: [],
  };
  await expect(writeCellParts(new Map(), amendment)).rejects.toMatchObject(refusal);
});

test.each([
  [sv, "Texten i Spår!A2 blir 40000 tecken"],
  [en, "The text in Spår!A2 would have 40000 characters"],
] as const)("one sentence says where and what to do", (words, start) => {
  expect(words.failures["beyond-excel"](refusal.details)).toMatch(start);
});

test.each(["monetary", "quotient"] as const)(
  "prices that a cell holds but a document's amount does not, in the method %s",
  async (type) => {
    const [A, B] = ["900000000000000", "910000000000000"];
    const small = document({
      model: { method: type === "monetary" ? { type } : { type, form: "price-per-quality" } },
      criteria: [monetary("K", type === "monetary" ? { deduction: "1" } : { weight: "100" })],
      bids: [
        { id: "A", scores: { K: "5" } },
        { id: "B", scores: { K: "5" } },
      ],
    });
    const { evaluation } = await expectWithin({
      ...small,
      priceItems: [{ id: "P", name: "Drift", category: "support", unit: "år", quantity: "100000" }],
      bids: small.bids.map((bid) => ({ ...bid, prices: { P: bid.id === "A" ? A : B } })),
    });
    // 9 · 10^14 × 10^5: 20 digits, where an amount in a document has at most 15.
    expect(evaluation.bids[0]?.price.price.value?.toText()).toBe("90000000000000000000");
  },
);
