/**
 * Variants of documents in which one bid's prices and scores enter another's result, small enough to
 * work out by hand. Any document and any edits: variant.property.test.ts.
 */
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { Variant } from "../../src/core/variant";
import { document, licenceAndTraining, monetary } from "../small";

/**
 * Half for the price, by the lowest, and half for K out of 100. A 100 kr, 60; B 130, 80; C 70, 10. Of A
 * and B: A 50 + 30 = 80, B 50 × 100/130 + 40 = 78.46. With C: A 50 × 70/100 + 30 = 65, B 50 × 70/130 + 40
 * = 66.92, C 50 + 5 = 55.
 */
describe("the lowest price enters every bid's points", () => {
  const of = document({
    model: {
      method: {
        type: "points",
        price: { weight: "50", scale: { type: "relative-lowest" } },
        quality: "as-is",
      },
    },
    criteria: [monetary("K", { weight: "50", scale: { type: "points", zero: "0", max: "100" } })],
    bids: [
      { id: "A", price: "100", scores: { K: "60" } },
      { id: "B", price: "130", scores: { K: "80" } },
      { id: "C", price: "70", scores: { K: "10" } },
    ],
  });
  const results = (variant: Variant) => [
    variant.leaders.join(),
    ...variant.document.bids.map(({ id }) => `${id} ${variant.resultOf(id)?.toDecimal(2)}`),
  ];
  const three = Variant.of(of);
  const two = three.withBids(of.bids.slice(0, 2));

  test("without the cheapest, which came last", () => {
    expect(results(three)).toEqual(["B", "A 65", "B 66.92", "C 55"]);
    expect(results(two)).toEqual(["A", "A 80", "B 78.46"]);
  });

  test("with it again, and with it at the price of A", () => {
    expect(results(two.withBids(of.bids))).toEqual(results(three));
    const dearer = of.bids.map((bid) => (bid.id === "C" ? { ...bid, price: "100" } : bid));
    expect(results(three.withBids(dearer))).toEqual(["A", "A 80", "B 78.46", "C 55"]);
  });

  test("in another order", () =>
    expect(results(three.withBids([...of.bids].reverse()))).toEqual([
      "B",
      "C 55",
      "B 66.92",
      "A 65",
    ]));
});

const told = (variant: Variant) =>
  variant.document.bids.map(
    ({ id }) => `${id} ${variant.rankOf(id) ?? "–"} ${variant.resultOf(id)?.toDecimal(2) ?? "–"}`,
  );

/** Of a document with other bids, and back again from it. */
function there(of: EvaluationDocument, change: Partial<Bid>, at = 0): string[][] {
  const first = Variant.of(of);
  const other = first.withBids(of.bids.map((bid, n) => (n === at ? { ...bid, ...change } : bid)));
  return [told(first), told(other), told(other.withBids(of.bids))];
}

/** Four licences and ten days of training. A: 4 × 100 + 10 × 10 = 500. B prices no training: 440. */
describe("a row that one bid leaves blank", () => {
  const of = (blankOptional: "highest" | "rejected"): EvaluationDocument => ({
    ...document({
      model: { method: { type: "lowest-price" }, blankOptional },
      bids: [{ id: "A" }, { id: "B" }],
    }),
    priceItems: licenceAndTraining,
    bids: [
      { id: "A", bidder: "A", answers: {}, scores: {}, prices: { P1: "100", P2: "10" } },
      { id: "B", bidder: "B", answers: {}, scores: {}, prices: { P1: "110" } },
    ],
  });
  test("counts at the highest price of it while there is one", () => {
    const filled = ["A 1 500", "B 2 540"];
    expect(there(of("highest"), { prices: { P1: "100" } })).toEqual([
      filled,
      ["A 1 400", "B 2 440"],
      filled,
    ]);
  });
  test("rejects while another bid prices it", () => {
    const rejected = ["A 1 500", "B – 440"];
    expect(there(of("rejected"), { prices: { P1: "100" } })).toEqual([
      rejected,
      ["A 1 400", "B 2 440"],
      rejected,
    ]);
  });
});

test("a verdict on one bid is that bid's alone", () => {
  const met = { R: "met" } as const;
  const of = document({
    model: { method: { type: "lowest-price" } },
    requirements: ["R"],
    bids: [
      { id: "A", price: "1", verdicts: met },
      { id: "B", price: "2", verdicts: met },
    ],
  });
  const both = ["A 1 1", "B 2 2"];
  const answers = { R: { verdict: "not-met" as const } };
  expect(there(of, { answers })).toEqual([both, ["A – 1", "B 1 2"], both]);
});

/** Half for the price, which is the same. The best of K has all of the other half: A 4/4, B 2/4; then A 4/5. */
test("the best score enters every bid's points", () => {
  const price = { weight: "50", scale: { type: "relative-lowest" } } as const;
  const of = document({
    model: { method: { type: "points", price, quality: "rescaled" } },
    criteria: [monetary("K", { weight: "50" })],
    bids: [
      { id: "A", price: "100", scores: { K: "4" } },
      { id: "B", price: "100", scores: { K: "2" } },
    ],
  });
  const first = ["A 1 100", "B 2 75"];
  expect(there(of, { scores: { K: { value: "5" } } }, 1)).toEqual([
    first,
    ["A 2 90", "B 1 100"],
    first,
  ]);
});
