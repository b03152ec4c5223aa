/**
 * A variant of a document comes to what it would come to were it the only document: whatever was
 * edited, and however many edits it is away from the one that was evaluated whole.
 */
import fc from "fast-check";
import { effectiveDocument } from "../../src/core/document/effective";
import { parseDocument } from "../../src/core/document/parse";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { withSameParts } from "../../src/core/same-parts";
import { Variant } from "../../src/core/variant";
import { documents, ready, runs } from "../documents";
import type { Edit } from "../edited-documents";
import { edited, edits } from "../edited-documents";
import { document, monetary } from "../small";

/** Who leads, and of each bid its result, its place and the price that is compared. */
function told(variant: Variant): unknown {
  const { leaders, document: of } = variant;
  const bids = of.bids.map(({ id }) => [
    id,
    variant.resultOf(id)?.toText(),
    variant.rankOf(id),
    variant.priceOf(id)?.toText(),
  ]);
  return { leaders, bids };
}

/** The same by a whole evaluation of a document that shares nothing with another. */
function whole(of: EvaluationDocument): unknown {
  const { bids, order } = evaluate(structuredClone(of));
  return {
    leaders: order[0] ?? [],
    bids: bids.map(({ bid: { id }, result, rank, price }) => [
      id,
      result.value?.toText(),
      rank.value === undefined ? undefined : Number(rank.value.toText()),
      price.price.value?.toText(),
    ]),
  };
}

/** Each edit as a variant of the one before it, and as one of the first. */
function expectTheSame(given: EvaluationDocument, all: readonly Edit[]): number {
  const first = Variant.of(effectiveDocument(given));
  expect(told(first)).toEqual(whole(first.document));
  let [last, asked] = [first, 0];
  for (const edit of all) {
    const next = edited(last.document, edit);
    if (!parseDocument(next).document) continue;
    last = last.with(withSameParts(last.document, next));
    expect(told(last)).toEqual(whole(next));
    expect(told(first.with(withSameParts(first.document, next)))).toEqual(whole(next));
    asked += 1;
  }
  return asked;
}

const several = fc.array(edits, { minLength: 1, maxLength: 6 });

test.each([
  ["any procurement", documents],
  ["a procurement in which every bid is scored and priced", ready],
])("%s, after any edits", (_, given) => {
  let asked = 0;
  fc.assert(
    fc.property(given, several, (of, all) => {
      asked += expectTheSame(of, all);
    }),
    runs(80),
  );
  expect(asked).toBeGreaterThan(100);
});

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
