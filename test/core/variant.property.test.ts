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
import { recordFigures } from "../../src/scoring/record-scores";
import { documents, ready, runs } from "../documents";
import type { Edit } from "../edited-documents";
import { edited, edits } from "../edited-documents";
import { agreed, panel, typed } from "../scoring/panel";

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

test("where scores are recorded, a bid whose score is typed over has no result, as in no other document", () => {
  const scored = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
  const { document: kept } = recordFigures(scored, { time: "2026-03-09T10:00", by: "Eva Ek" });
  const tried = typed(kept, "A", "4");
  // 10 000 − 1 000 × 4/4 = 9 000 would put A before B, which has 9 250.
  for (const variant of [Variant.of(kept).with(tried), Variant.of(scored).with(tried)]) {
    expect([variant.resultOf("A"), variant.leaders]).toEqual([undefined, ["B"]]);
    expect(told(variant)).toEqual(whole(tried));
  }
});

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
