/**
 * Every result is computed twice: the formulas of the sheet Utvärdering, calculated by IronCalc,
 * agree with the exact engine on every figure of every bid, and follow when an input is changed.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { CellContent, Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { calculator, circumstances } from "../../calculator";
import { document, monetary } from "../../small";

async function evaluated(value: EvaluationDocument) {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  return outcome;
}

const scored = document({
  model: {
    rounding: { result: { decimals: 2, mode: "half-up" } },
    ties: ["highest-deduction", "lowest-price"],
  },
  criteria: [
    {
      id: "U",
      name: "U",
      kind: "usability",
      deduction: "1000",
      children: [monetary("U1", { weight: "66.6" }), monetary("U2", { weight: "33.4" })],
    },
    { id: "J", name: "J", kind: "other", addition: "333.33", scale: { type: "yes-no" } },
  ],
  bids: [
    { id: "A", price: "5000.005", scores: { U1: "3", U2: "4", J: "yes" } },
    { id: "B", price: "4500", scores: { U1: "1", U2: "0", J: "no" } },
    { id: "C", price: "4500", scores: { U1: "1", U2: "0", J: "no" } },
  ],
});

test("the live cells show what the engine says, to the declared decimal", async () => {
  const { evaluation, pages, result } = await evaluated(scored);
  const cells = result.bids.map(({ cell = "" }) => cell.split("!")[1] ?? "");
  const shown = cells.map((cell) => {
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const column =
      Array.from(letters).reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return Number(pages[1]?.rows[Number(row) - 1]?.[column]?.value).toFixed(2);
  });
  expect(shown).toEqual(evaluation.bids.map((bid) => bid.result.value?.toFixed(2)));
});

test.each([
  ["a price", "bids", "Totalpris", 1, 4400],
  ["a score", "scores", "Poäng", 3, 5],
  ["a yes", "scores", "Poäng", 7, "Ja"],
  ["a deduction", "criteria", "Avdrag kr", 0, 2500],
])(
  "changing %s in the input sheet changes the live result without us",
  async (_, table, header, row, value) => {
    const input = writeWorkbook(scored, sv);
    const { pages } = await evaluated(scored);
    const changed = input.map((page) =>
      page.name === sv.sheets[table as "bids"] ? withCell(page, header, row, value) : page,
    );
    const tables = (await new MemoryWorkbook(changed).read()).tables;
    const [live] = await calculator.calculate(tables, [pages[1] as Page]);
    const again = await evaluateWorkbook(new MemoryWorkbook(changed), circumstances);
    if (!again.document) throw new Error(JSON.stringify(again.findings));
    const column = pages[1]?.rows[5]?.findIndex((cell) => cell?.value === "Utvärderingspris") ?? 0;
    const liveResults = [6, 7, 8].map((n) => Number(live?.rows[n]?.[column]?.value).toFixed(2));
    expect(liveResults).toEqual(
      evaluate(again.document).bids.map((bid) => bid.result.value?.toFixed(2)),
    );
    expect(liveResults).not.toEqual(
      evaluate(scored).bids.map((bid) => bid.result.value?.toFixed(2)),
    );
  },
);

test.each([
  "5 000,50",
  "5\u00a0000,5",
  "5\u202f000.50",
  "5\u2009000\u2009000",
  "−3",
  "0,125",
  "123456789012345,1234567891",
])("a price pasted as the text %j counts in the formulas as in the engine", async (text) => {
  const changed = writeWorkbook(scored, sv).map((page) =>
    page.name === sv.sheets.bids ? withCell(page, "Totalpris", 0, text) : page,
  );
  const outcome = await evaluateWorkbook(new MemoryWorkbook(changed), circumstances);
  if (!outcome.document) throw new Error("unreadable");
  expect(outcome.evaluation.bids[0]?.result.value).toBeDefined();
  // Seventeen figures for each of three bids.
  expect(outcome.result.doubleCheck).toEqual({ equal: 51, of: 51 });
});

test("a unit price pasted as text counts, and its cell is named", async () => {
  const rows = document({ bids: [{ id: "A" }, { id: "B" }] });
  rows.priceItems.push(
    {
      id: "P1",
      name: "P1",
      category: "licence",
      unit: "st",
      quantity: "3",
      periods: "2",
      ceiling: "40",
    },
    { id: "P2", name: "P2", category: "option", unit: "st", quantity: "1", required: false },
  );
  for (const bid of rows.bids as { prices?: object }[]) bid.prices = { P1: "31.50", P2: "2" };
  const changed = writeWorkbook(rows, sv).map((page) =>
    page.name === sv.sheets.prices ? withCell(page, "B à-pris", 0, "31,50") : page,
  );
  const outcome = await evaluateWorkbook(new MemoryWorkbook(changed), circumstances);
  if (!outcome.document) throw new Error("unreadable");
  // 31.50 × 3 × 2 + 2 = 191, for both
  expect(outcome.evaluation.bids.map(({ result }) => result.value?.toText())).toEqual([
    "191",
    "191",
  ]);
  expect(outcome.result.doubleCheck).toEqual({ equal: 14, of: 14 });
  expect(outcome.result.findings).toContainEqual(
    expect.objectContaining({ code: "number-as-text", cell: "Pris!K5" }),
  );
});

test("four hundred price rows, one pasted as text and one above its ceiling: no formula outgrows Excel's 8,192 characters", async () => {
  const rows = document({ bids: [{ id: "A" }, { id: "B" }] });
  for (let n = 0; n < 400; n += 1)
    rows.priceItems.push({
      id: `P${n}`,
      name: "Rad",
      category: "other",
      unit: "st",
      quantity: "3",
      periods: "2",
      ceiling: "40",
    });
  for (const [n, bid] of (rows.bids as { prices?: object }[]).entries())
    bid.prices = Object.fromEntries(
      rows.priceItems.map(({ id }) => [id, n === 1 && id === "P7" ? "40.01" : "31.50"]),
    );
  const changed = writeWorkbook(rows, sv).map((page) =>
    page.name === sv.sheets.prices ? withCell(page, "A à-pris", 0, "31,50") : page,
  );
  const outcome = await evaluateWorkbook(new MemoryWorkbook(changed), circumstances);
  if (!outcome.document) throw new Error("unreadable");
  expect(outcome.evaluation.bids.map(({ standing }) => standing.value)).toEqual([
    "standing",
    "rejected",
  ]);
  expect(outcome.result.doubleCheck).toEqual({ equal: 14, of: 14 });
  expect(
    Math.max(
      ...outcome.pages.flatMap(({ rows: all }) =>
        all.flatMap((row) => row.map((cell) => cell?.formula?.length ?? 0)),
      ),
    ),
  ).toBeLessThan(8192);
});

test("sorting the score sheet backwards moves no result", async () => {
  const { pages } = await evaluated(scored);
  const sorted = writeWorkbook(scored, sv).map((page) =>
    page.name === sv.sheets.scores
      ? { ...page, rows: [...page.rows.slice(0, 4), ...page.rows.slice(4).reverse()] }
      : page,
  );
  const [live] = await calculator.calculate((await new MemoryWorkbook(sorted).read()).tables, [
    pages[1] as Page,
  ]);
  expect(live?.rows.slice(6, 9).map((row) => row.map((cell) => cell?.value))).toEqual(
    pages[1]?.rows.slice(6, 9).map((row) => row.map((cell) => cell?.value)),
  );
});

test("a disagreement blocks the award and says so", async () => {
  const wrong = {
    calculate: async (
      tables: Parameters<typeof calculator.calculate>[0],
      pages: readonly Page[],
    ) => {
      const [page] = await calculator.calculate(tables, pages);
      return [
        {
          ...(page as Page),
          rows: (page as Page).rows.map((row) =>
            row.map((cell) =>
              cell?.value === 1 && cell.formula?.startsWith("IF(COUNT(")
                ? { ...cell, value: 0 }
                : cell,
            ),
          ),
        },
      ];
    },
  };
  const outcome = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(scored, sv)), {
    ...circumstances,
    calculator: wrong,
  });
  expect(outcome.document && outcome.evaluation).toMatchObject({ status: "blocked", award: [] });
  expect(outcome.document && outcome.evaluation.findings.map(({ code }) => code)).toContain(
    "double-check-differs",
  );
});

test.each([
  ["a price", "bids", "Totalpris", 1, 4400, "Anbud!", "4500", "4400"],
  ["a score", "scores", "Poäng", 3, 5, "Poäng!", "4", "5"],
  ["a weight", "criteria", "Vikt %", 1, 50, "Kriterier!", "66.6", "50"],
] as const)(
  "%s that the formulas read otherwise is named with its cell and both readings",
  async (_, table, header, row, value, sheet, engine, formulas) => {
    const others = writeWorkbook(scored, sv).map((page) =>
      page.name === sv.sheets[table] ? withCell(page, header, row, value) : page,
    );
    const { tables } = await new MemoryWorkbook(others).read();
    const outcome = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(scored, sv)), {
      ...circumstances,
      calculator: { calculate: (_tables, pages) => calculator.calculate(tables, pages) },
    });
    const differing = outcome.document
      ? outcome.evaluation.findings.filter(({ code }) => code === "double-check-differs")
      : [];
    expect(differing).toHaveLength(1);
    expect(differing[0]?.details).toMatchObject({ engine, formulas, column: header });
    expect(differing[0]?.details["input"]).toMatch(sheet);
  },
);

test("another word of a bid's standing is another result, also where both are words", async () => {
  const required = document({
    requirements: ["R1"],
    bids: [{ id: "A", price: "1000", verdicts: { R1: "met" } }],
  });
  const { pages } = await evaluated(required);
  const page = pages.find(({ name }) => name === "Utvärdering");
  const column = page?.rows[5]?.findIndex((cell) => cell?.value === sv.figures.standing) ?? -1;
  const [live, engine, check] = [6, 10, 14];
  const standing = async (verdict: string) => {
    const input = writeWorkbook(required, sv).map((each) =>
      each.name === "Kravprövning" ? withCell(each, "A Bedömning", 0, verdict) : each,
    );
    const { tables } = await new MemoryWorkbook(input).read();
    const [again] = await calculator.calculate(tables, [page as Page]);
    return [live, engine, check].map((row) => again?.rows[row]?.[column]?.value);
  };
  expect(await standing("Uppfyllt")).toEqual(["Kvarstår", "Kvarstår", 1]);
  expect(await standing("Ej uppfyllt")).toEqual(["Förkastat", "Kvarstår", 0]);
});

// A computed figure may differ from the engine's by a 10⁻¹² of itself; a typed one may not.
test.each([
  ["10000000", "Kvarstår"],
  ["10000000.000001", "Förkastat"],
])("a typed price of %s against a ceiling of ten million: %s in both", async (price, standing) => {
  const { pages, result } = await evaluated(
    document({ model: { priceCeiling: "10000000" }, bids: [{ id: "A", price }] }),
  );
  const rows = pages.find(({ name }) => name === "Utvärdering")?.rows ?? [];
  const column = rows[5]?.findIndex((cell) => cell?.value === sv.figures.standing) ?? -1;
  expect([rows[6], rows[10]].map((row) => row?.[column]?.value)).toEqual([standing, standing]);
  expect(result.doubleCheck.equal).toBe(result.doubleCheck.of);
});

test("a cell that could not be read is reported once, and not again as a difference", async () => {
  const input = writeWorkbook(scored, sv).map((page) =>
    page.name === sv.sheets.bids
      ? withCell(page, "Totalpris", 0, { value: 0.6, format: "0%" })
      : page,
  );
  const outcome = await evaluateWorkbook(new MemoryWorkbook(input), circumstances);
  const codes = (outcome.document ? outcome.evaluation : outcome).findings
    .filter(({ severity }) => severity === "blocking")
    .map(({ code }) => code);
  expect(codes).toEqual(["cell-percent"]);
});

function withCell(
  page: Page,
  header: string,
  row: number,
  value: string | number | CellContent,
): Page {
  const top = page.table?.area.top ?? 0;
  const column = page.rows[top]?.findIndex((cell) => cell?.value === header) ?? -1;
  return {
    ...page,
    rows: page.rows.map((cells, r) =>
      r === top + 1 + row
        ? cells.map((cell, c) =>
            c === column ? { ...cell, ...(typeof value === "object" ? value : { value }) } : cell,
          )
        : cells,
    ),
  };
}
