/**
 * A price form that takes whole kronor, or öre: a more precise price is reported with its cell and its
 * exact value. It counts as it stands; nobody is rejected and nothing is rounded for it.
 */
import type { Clarification, EvaluationDocument, Model } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { compareModelText } from "../../src/lab/compare-model-text";
import { modelText } from "../../src/lab/model-text";
import { readModelText } from "../../src/lab/read-model-text";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { rankingTable } from "../../src/render/terminal";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { findingText } from "../../src/words/sentences";
import { circumstances } from "../calculator";
import { document } from "../small";

const offer = (price: string, model: Partial<Model> = {}): EvaluationDocument =>
  document({
    model: { basis: "price", label: "pris", method: { type: "lowest-price" }, ...model },
    bids: [
      { id: "A", price },
      { id: "B", price: "900" },
      { id: "C", price: "899" },
    ],
  });
const decimalWarnings = (value: EvaluationDocument) =>
  evaluate(value).findings.filter(({ code }) => code === "price-too-precise");

test.each<readonly [string, number | undefined, boolean]>(
  // prettier-ignore
  [
  // offered    most decimals  warned
  ["899.10",    0,             true],
  ["899.1",     1,             false],
  ["899.10",    1,             false],
  ["899.15",    1,             true],
  ["899.00",    0,             false],
  ["899",       0,             false],
  ["899.0001",  2,             true],
  ["-899.5",    0,             true],
  // Nothing is demanded, and nothing reported.
  ["899.10",    undefined,     false],
],
)("%s where at most %s decimals are taken", (price, most, isWarned) => {
  const value = offer(price, most === undefined ? {} : { priceDecimals: most });
  const found = decimalWarnings(value);
  expect(found.map(({ severity, where, details }) => [severity, where, details["price"]])).toEqual(
    isWarned ? [["warning", "bids[A].price", price]] : [],
  );
  const [bid] = evaluate(value).bids;
  expect(bid?.standing.value).toBe("standing");
  expect(
    bid?.price.price.value?.equals(
      evaluate(offer(price)).bids[0]?.price.price.value ?? bid.price.price.value,
    ),
  ).toBe(true);
});

test("a unit price is reported at its own row, and a row that nobody priced is not", () => {
  const value = offer("1", { priceDecimals: 0 });
  const rows = ["P1", "P2", "P3"].map((id) => ({
    id,
    name: id,
    category: "other" as const,
    unit: "st",
    quantity: "1.5",
    required: false,
  }));
  const [a] = value.bids;
  const { price: _price, ...bid } = a as (typeof value.bids)[0];
  const priced = { ...bid, prices: { P1: "10", P2: "10.5" } };
  expect(
    decimalWarnings({ ...value, priceItems: rows, bids: [priced] }).map(({ where }) => where),
  ).toEqual(["bids[A].prices[P2]"]);
});

test("a price that was clarified is reported by what holds now", () => {
  const clarification: Clarification = {
    id: "F1",
    bid: "A",
    rule: "clarification",
    subject: "price",
    original: "899.10",
    new: "899",
    reason: "Hela kronor",
    decidedBy: "EA",
    decidedAt: "2026-03-02",
  };
  const value = offer("899.10", { priceDecimals: 0 });
  expect(decimalWarnings({ ...value, clarifications: [clarification] })).toEqual([]);
  expect(
    decimalWarnings({ ...value, clarifications: [{ ...clarification, new: "899.1" }] }),
  ).toHaveLength(1);
});

test.each<readonly ["directive" | "national", string, string]>([
  ["directive", "4 kap. 9 § LOU", "LOU Chapter 4, Section 9"],
  ["national", "19 kap. 15 § LOU", "LOU Chapter 19, Section 15"],
])("the sentence, %s", (regime, swedish, english) => {
  const value = offer("899.10", { priceDecimals: 0 });
  const [found] = decimalWarnings({ ...value, procurement: { ...value.procurement, regime } });
  if (!found) throw new Error("nothing was reported");
  expect(findingText(found, sv)).toContain("899,10");
  expect(findingText(found, sv)).toContain("hela kronor");
  expect(findingText(found, sv)).toContain(swedish);
  expect(findingText(found, en)).toContain(english);
});

test.each([
  ["sv", sv],
  ["en", en],
] as const)("the model's text says it and is read back, %s", (_, words) => {
  const value = offer("899", { priceDecimals: 0 });
  const text = modelText(value, words);
  expect(compareModelText(readModelText(text, words), value, words)).toEqual([]);
  const other = offer("899", { priceDecimals: 2 });
  expect(compareModelText(readModelText(text, words), other, words)).toHaveLength(1);
});

const evaluated = async (value: EvaluationDocument) => {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  return outcome;
};

test("a rounded price is seen beside the offered one, in the terminal and on Sammanställning", async () => {
  const value = offer("899.10", { rounding: { price: { decimals: 0, mode: "half-up" } } });
  const { evaluation, result, pages } = await evaluated(value);
  const seen = "Bolaget A (A) 899,1 → 899";
  expect(rankingTable(evaluation, result, sv)).toContain(`Avrundade priser: ${seen}`);
  const overview = pages.find(({ mark }) => mark === "overview");
  expect(overview?.rows.flat().map((cell) => cell?.value)).toContain(seen);
});

test("without rounding there is nothing to show beside it", async () => {
  const { evaluation, result } = await evaluated(offer("899.10"));
  expect(rankingTable(evaluation, result, sv)).not.toContain("Avrundade priser");
});

test("a written price has a cell that shows all its decimals", async () => {
  const { pages } = await evaluated(offer("899.001"));
  for (const mark of ["overview", "evaluation"]) {
    const cells = pages.find((page) => page.mark === mark)?.rows.flat() ?? [];
    const formats = cells.filter((cell) => cell?.value === 899.001).map((cell) => cell?.format);
    expect(formats.length).toBeGreaterThan(0);
    // Ten decimals, the most that a document's price has.
    for (const format of formats) expect(format).toMatch(/\.[0#]{10}$/);
  }
});
