/**
 * Rank reversal: can a bid that does not win change who does? Asked of a model with imagined bids,
 * and of an evaluation by leaving each losing bid out and by adding imagined ones. Every answer is
 * an evaluation by the exact engine; this file ranks nothing itself.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { Exact } from "../core/number";
import {
  figureAt,
  freeIds,
  syntheticBid,
  lead,
  panelScore,
  plainLeaves,
  plainModel,
  evaluateSynthetic,
  withoutLimits,
} from "./synthetic-bids";
import { lastHolding } from "./search";

/**
 * A bid as a reversal shows it: price in the currency, quality as the part of every scale (0–1) for
 * imagined ones.
 */
export type Shown = { readonly id: string; readonly price: Exact; readonly quality?: number };

/** With and without `third`, which wins in neither, a different bid comes first. */
export type Reversal = {
  readonly third: Shown;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly bids: readonly Shown[];
};

/** Those who share the first place, in document order. */
export function leaders({ bids }: Evaluation): string[] {
  return bids.flatMap(({ bid, rank }) => (rank.value?.equals(Exact.one) ? [bid.id] : []));
}

/**
 * Thirds that may stir the order of two others without winning: as parts of the price, and of every
 * scale.
 */
const thirds = [
  ["0.5", 0],
  ["0.7", 0],
  ["0.85", 0],
  ["2.5", 0],
  ["10", 1],
] as const;

/**
 * An example with imagined bids around a price: B is dearer and better than A by just so much that
 * their order turns when C joins. Found where B's break-even price without C and with it differ.
 */
export function syntheticReversal(
  document: EvaluationDocument,
  price: Exact,
): Reversal | undefined {
  const model = withoutLimits(plainModel(document));
  const leaves = plainLeaves(model);
  if (leaves.length === 0) return undefined;
  const bid = (id: string, times: Exact, quality: number): Imagined => {
    const at = price.times(times).rounded(2, "half-up");
    return {
      shown: { id, price: at, quality },
      bid: syntheticBid(id, at, leaves, (leaf) => figureAt(leaf, quality)),
    };
  };
  for (const [low, high] of [
    [0.4, 0.6],
    [0.2, 0.6],
    [0.4, 1],
  ] as const) {
    const first = bid("A", Exact.one, low);
    const second = (mille: number) => bid("B", Exact.count(mille).over(Exact.count(1000)), high);
    const alone = breakEven(model, first, second);
    for (const [times, quality] of thirds) {
      const third = bid("C", Exact.of(times), quality);
      const between = Math.floor((alone + breakEven(model, first, second, third)) / 2);
      const pair = [first, second(between)];
      const before = leaders(
        evaluateSynthetic(
          model,
          pair.map((each) => each.bid),
        ),
      );
      const after = leaders(
        evaluateSynthetic(
          model,
          [...pair, third].map((each) => each.bid),
        ),
      );
      const isClear = before.length === 1 && after.length === 1;
      if (isClear && isReversed(before, after, "C"))
        return { third: third.shown, before, after, bids: pair.map(({ shown }) => shown) };
    }
  }
  return undefined;
}

type Imagined = { readonly shown: Shown; readonly bid: Bid };

/**
 * The highest price, in thousandths of A's, at which B is still ahead of A; a lower price is never
 * worse.
 */
function breakEven(
  model: EvaluationDocument,
  first: Imagined,
  second: (mille: number) => Imagined,
  third?: Imagined,
): number {
  return lastHolding(
    0,
    16_000,
    (mille) =>
      (lead(
        evaluateSynthetic(
          model,
          [first, second(mille), ...(third ? [third] : [])].map(({ bid }) => bid),
        ),
        "B",
        "A",
      ) ?? 0) > 0,
  );
}

function isReversed(before: readonly string[], after: readonly string[], third: string): boolean {
  return (
    before.length > 0 &&
    after.length > 0 &&
    !after.includes(third) &&
    before.join() !== after.join()
  );
}

/**
 * Each bid that does not win and whose absence changes who does. @param document the bids that are
 * compared, without requirements
 */
export function reversalsByAbsence(document: EvaluationDocument): Reversal[] {
  const evaluation = evaluate(document);
  const after = leaders(evaluation);
  return evaluation.bids.flatMap(({ bid, price, rank }) => {
    if (!rank.value || after.includes(bid.id)) return [];
    const before = leaders(
      evaluate({ ...document, bids: document.bids.filter((each) => each !== bid) }),
    );
    if (!isReversed(before, after, bid.id) || !price.price.value) return [];
    return [{ third: { id: bid.id, price: price.price.value }, before, after, bids: [] }];
  });
}

/** An imagined bid that would not win and would still change who does, or nothing. */
export function reversalByAddition(document: EvaluationDocument): Reversal | undefined {
  const evaluation = evaluate(document);
  const before = leaders(evaluation);
  const prices = evaluation.bids
    .flatMap(({ price }) => price.price.value ?? [])
    .filter((price) => price.compare(Exact.zero) > 0);
  const [first, ...rest] = prices;
  if (!first || before.length === 0) return undefined;
  const [low, high] = [Exact.smallest(first, ...rest), Exact.largest(first, ...rest)];
  const [id = ""] = freeIds(document, 1);
  for (const price of [
    low.times(Exact.of("0.5")),
    low.times(Exact.of("0.8")),
    low,
    high,
    high.times(Exact.of("2")),
  ]) {
    for (const quality of [0, 0.5, 1]) {
      const third = scoredLike(document, id, price, quality);
      const after = leaders(evaluate({ ...document, bids: [...document.bids, third] }));
      if (isReversed(before, after, id))
        return { third: { id, price, quality }, before, after, bids: [] };
    }
  }
  return undefined;
}

/** A bid scored as the document's panels score. */
function scoredLike(document: EvaluationDocument, id: string, price: Exact, quality: number): Bid {
  const leaves = plainLeaves({ ...document, bids: [] });
  const scores = leaves.map(
    (leaf) => [leaf.id, panelScore(leaf, figureAt(leaf, quality), document.evaluators)] as const,
  );
  return { ...syntheticBid(id, price, [], () => ""), scores: Object.fromEntries(scores) };
}
