/**
 * Optional price rows that some bids leave blank: what the model says of them, in the engine and in
 * the workbook's formulas alike, and what is reported while it says nothing.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Bid, EvaluationDocument, Model } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { lint } from "../../src/lab/lint";
import { rankedDocument } from "../../src/lab/ranked-document";
import { selfChecks } from "../../src/lab/self-checks";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document } from "../small";

type Prices = { readonly [row: string]: string };

/** Row G is required; O (two years of three) and Q are optional. */
function priced(
  rule: Model["blankOptional"],
  bids: { readonly [bid: string]: Prices },
  rejected?: string,
): EvaluationDocument {
  const value = document({
    model: {
      method: { type: "lowest-price" },
      basis: "price",
      ties: ["lottery"],
      rounding: { result: null },
      ...(rule === undefined ? {} : { blankOptional: rule }),
    },
    requirements: ["R"],
    bids: Object.keys(bids).map((id) => ({
      id,
      verdicts: { R: id === rejected ? "not-met" : "met" },
    })),
  });
  const row = { category: "option", unit: "st", quantity: "1" } as const;
  value.priceItems.push(
    { ...row, id: "G", name: "Grund" },
    { ...row, id: "O", name: "Option", quantity: "3", periods: "2", required: false },
    { ...row, id: "Q", name: "Annan", required: false },
  );
  for (const bid of value.bids as { id: string; prices?: object }[])
    bid.prices = bids[bid.id] ?? {};
  return value;
}

const outcome = (value: EvaluationDocument) =>
  evaluate(value).bids.map(({ bid, standing, price, result, rank }) =>
    [
      bid.id,
      standing.value,
      price.offered.value?.toText(),
      result.value?.toText(),
      rank.value?.toText() ?? "–",
    ].join(" "),
  );
const rowFindings = (value: EvaluationDocument) =>
  evaluate(value)
    .findings.filter(({ code }) => code.startsWith("optional-row"))
    .map(({ code, severity, where }) => `${severity} ${code} ${where}`);

// A offers less, because it offers less: 100, against 90 + 3 × 2 × 5 = 120 and 95 + 3 × 2 × 4 =
// 119.
const uneven = {
  A: { G: "100", Q: "0" },
  B: { G: "90", O: "5", Q: "0" },
  C: { G: "95", O: "4", Q: "0" },
};
const none = { A: { G: "100" }, B: { G: "90" } };
const zero = { A: { G: "100", O: "0", Q: "0" }, B: { G: "90", O: "5", Q: "0" } };

type Row = [
  what: string,
  rule: Model["blankOptional"],
  bids: { readonly [bid: string]: Prices },
  outcome: readonly string[],
  findings: readonly string[],
  rejected?: string,
];
// prettier-ignore
const rows: readonly Row[] = [
  // what                     rule         bids     bid, standing, offered, compared, rank
  ["nothing is said",         undefined,   uneven,  ["A standing 100 100 1", "B standing 120 120 3", "C standing 119 119 2"], ["blocking optional-rows-compare-unlike model.blankOptional"]],
  ["the highest of others",   "highest",   uneven,  ["A standing 100 130 3", "B standing 120 120 2", "C standing 119 119 1"], ["warning optional-row-blank bids[A].prices[O]"]],
  ["left out for all",        "left-out",  uneven,  ["A standing 100 100 3", "B standing 120 90 1", "C standing 119 95 2"],   ["warning optional-row-blank bids[A].prices[O]"]],
  ["rejected",                "rejected",  uneven,  ["A rejected 100 100 –", "B standing 120 120 2", "C standing 119 119 1"], []],
  // A rejected bid neither fills a row, nor leaves one out, nor makes bids unlike.
  ["highest is rejected",     "highest",   uneven,  ["A standing 100 124 2", "B rejected 120 120 –", "C standing 119 119 1"], ["warning optional-row-blank bids[A].prices[O]"], "B"],
  ["blank is rejected",       "left-out",  uneven,  ["A rejected 100 100 –", "B standing 120 120 2", "C standing 119 119 1"], [], "A"],
  ["blank is rejected, unsaid", undefined, uneven,  ["A rejected 100 100 –", "B standing 120 120 2", "C standing 119 119 1"], [], "A"],
  // Nobody prices a row: it enters nothing. Zero is a price.
  ["blank in all",            "highest",   none,    ["A standing 100 100 2", "B standing 90 90 1"], ["warning optional-row-unpriced bids[A].prices[O]", "warning optional-row-unpriced bids[A].prices[Q]"]],
  ["blank in all, unsaid",    undefined,   none,    ["A standing 100 100 2", "B standing 90 90 1"], ["warning optional-row-unpriced bids[A].prices[O]", "warning optional-row-unpriced bids[A].prices[Q]"]],
  ["blank in all, rejecting", "rejected",  none,    ["A standing 100 100 2", "B standing 90 90 1"], ["warning optional-row-unpriced bids[A].prices[O]", "warning optional-row-unpriced bids[A].prices[Q]"]],
  // Prices that are not read, or not in yet, leave no row unpriced.
  ["no price is known",       "highest",   { A: {}, B: {} }, ["A undecided   –", "B undecided   –"], []],
  ["a zero that is offered",  undefined,   zero,    ["A standing 100 100 1", "B standing 120 120 2"], []],
  ["a zero, rejecting",       "rejected",  zero,    ["A standing 100 100 1", "B standing 120 120 2"], []],
];

test.each(rows.map((row) => [row[0], row] as const))("%s", async (_, row) => {
  const [, rule, bids, expected, findings, rejected] = row;
  const value = priced(rule, bids, rejected);
  expect(outcome(value)).toEqual(expected);
  expect(rowFindings(value)).toEqual(findings);
  const live = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(value, sv)), circumstances);
  if (!live.document) throw new Error("unreadable");
  expect(live.result.doubleCheck.equal).toBe(live.result.doubleCheck.of);
  expect(selfChecks(evaluate(value)).filter(({ holds }) => !holds)).toEqual([]);
});

test("what the laboratory asks about is the compared price, with nothing left to fill", () => {
  const { bids } = rankedDocument(evaluate(priced("highest", uneven)));
  expect(bids.map(({ price }) => price)).toEqual(["130", "120", "119"]);
});

test("a ceiling is held against what was offered, not against what a row is counted at", () => {
  const value = priced("highest", uneven);
  value.model.priceCeiling = "120";
  expect(outcome(value)[0]).toBe("A standing 100 130 3");
  // Nor does a question after scoring reject the bid for what its row is counted at.
  expect(outcome(rankedDocument(evaluate(value)))[0]).toBe("A standing 130 130 3");
});

test("a row that was supplemented is no longer blank", () => {
  const value = priced(undefined, uneven);
  value.clarifications = [
    {
      id: "F1",
      bid: "A",
      rule: "supplement",
      subject: "price-item",
      of: "O",
      new: "6",
      reason: "Utelämnad av misstag",
      decidedBy: "EA",
      decidedAt: "2026-03-02",
    },
  ];
  expect(outcome(value)[0]).toBe("A standing 136 136 3");
  expect(rowFindings(value)).not.toContain(
    "blocking optional-rows-compare-unlike model.blankOptional",
  );
});

test.each([
  ["before bids, nothing said", undefined, {}, true],
  ["before bids, a rule", "highest", {}, false],
  ["once prices are in", undefined, zero, false],
] as const)("the linter, %s", (_, rule, bids, isBlocked) => {
  const value = priced(rule, bids);
  const asked = lint(value).filter(({ code }) => code === "optional-row-rule-missing");
  expect(asked.map(({ severity }) => severity)).toEqual(isBlocked ? ["blocking"] : []);
});

/** The bids of {@link priced} with one of them given as a total. */
function withTotal(
  rule: Model["blankOptional"],
  bids: { readonly [bid: string]: Prices },
  id: string,
  rejected?: string,
): EvaluationDocument {
  const value = priced(rule, bids, rejected);
  const change = ({ prices, ...bid }: Bid): Bid =>
    bid.id === id ? { ...bid, price: "110" } : { ...bid, ...(prices ? { prices } : {}) };
  return { ...value, bids: value.bids.map(change) };
}

const required = { A: { G: "100" }, B: { G: "90" }, C: { G: "95" } };
const all = {
  A: { G: "100", O: "1", Q: "0" },
  B: { G: "90", O: "5", Q: "0" },
  C: { G: "95", O: "4", Q: "0" },
};

const oneOfTwo = {
  A: { G: "100", O: "1" },
  B: { G: "90", O: "5" },
  C: { G: "95", O: "4" },
};

test.each<[what: string, value: EvaluationDocument, findings: string[], status: string]>(
  // prettier-ignore
  [
  ["optional rows priced by all others",      withTotal(undefined, all, "B"),              ["open total-hides-optional-rows bids[B].price O,Q"], "provisional"],
  ["one optional row priced by all others",   withTotal(undefined, oneOfTwo, "B"),         ["open total-hides-optional-rows bids[B].price O"],   "provisional"],
  ["optional rows counted at the highest",    withTotal("highest", uneven, "B"),           ["open total-hides-optional-rows bids[B].price O,Q"], "provisional"],
  ["optional rows that nobody prices",        withTotal(undefined, required, "B"),         ["warning total-beside-rows bids[B].price "],         "final"],
  ["a total of a bid that is rejected",       withTotal(undefined, all, "B", "B"),         [],                                                   "final"],
  ["rows of no bid that is compared",         withTotal(undefined, { A: {}, B: {} }, "B", "A"), [],                                              "final"],
  ],
)("one total beside rows: %s", (_, value, expected, status) => {
  const { findings, status: is } = evaluate(value);
  expect([
    findings
      .filter(({ code }) => code.startsWith("total-"))
      .map(
        ({ severity, code, where, details }) =>
          `${severity} ${code} ${where} ${String(details["rows"])}`,
      ),
    is,
  ]).toEqual([expected, status]);
});

test("totals alone are compared as they stand", () => {
  const value = priced("highest", uneven);
  const totals = value.bids.map(({ prices: _, ...bid }) => ({ ...bid, price: "100" }));
  const { findings } = evaluate({ ...value, bids: totals });
  expect(findings.filter(({ code }) => code.startsWith("total-"))).toEqual([]);
});
