/**
 * Rank reversal: whether a losing bid can change who wins. A model is tried with synthetic bids;
 * an evaluation by leaving out each losing bid and by adding synthetic ones. The exact engine
 * ranks; this file does not.
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

/** A bid of a reversal: its price in kr and, for a synthetic one, its part of every scale (0–1). */
export type Shown = { readonly id: string; readonly price: Exact; readonly quality?: number };

/** With and without `third`, which wins in neither, a different bid comes first. */
export type Reversal = {
  readonly third: Shown;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly bids: readonly Shown[];
};

/** The ids of the bids that share the first place, in document order. */
export function leaders({ bids }: Pick<Evaluation, "bids">): string[] {
  return bids.flatMap(({ bid, rank }) => (rank.value?.equals(Exact.one) ? [bid.id] : []));
}

/**
 * Third bids that may turn the order of two others without winning: parts of the price, and of every
 * scale.
 */
const thirdBids = [
  ["0.5", 0],
  ["0.7", 0],
  ["0.85", 0],
  ["2.5", 0],
  ["10", 1],
] as const;

/** The quality of the two others, as parts of every scale: the cheaper bid's and the dearer's. */
const qualityPairs = [
  [0.4, 0.6],
  [0.2, 0.6],
  [0.4, 1],
] as const;

type Imagined = { readonly shown: Shown; readonly bid: Bid };

/**
 * An example with synthetic bids around a price: B is dearer and better than A, and the order of
 * the two turns when C joins. Such an example exists where B's break-even price differs with and
 * without C.
 * @param price of A, in kr
 */
export function syntheticReversal(
  document: EvaluationDocument,
  price: Exact,
): Reversal | undefined {
  const model = withoutLimits(plainModel(document));
  const leaves = plainLeaves(model);
  if (leaves.length === 0) return undefined;
  const imagine = (id: string, times: Exact, quality: number): Imagined => {
    const offer = price.times(times).rounded(2, "half-up");
    return {
      shown: { id, price: offer, quality },
      bid: syntheticBid(id, offer, leaves, (leaf) => figureAt(leaf, quality)),
    };
  };
  for (const [low, high] of qualityPairs) {
    const first = imagine("A", Exact.one, low);
    const second = (mille: number) =>
      imagine("B", Exact.count(mille).over(Exact.count(1000)), high);
    const alone = breakEven(model, first, second);
    for (const [times, quality] of thirdBids) {
      const third = imagine("C", Exact.of(times), quality);
      const between = Math.floor((alone + breakEven(model, first, second, third)) / 2);
      const reversal = reversalOf(model, [first, second(between)], third);
      if (reversal) return reversal;
    }
  }
  return undefined;
}

/** The reversal that a third bid makes, if one bid alone comes first both without it and with it. */
function reversalOf(
  model: EvaluationDocument,
  pair: readonly Imagined[],
  third: Imagined,
): Reversal | undefined {
  const leadersAmong = (imagined: readonly Imagined[]) =>
    leaders(
      evaluateSynthetic(
        model,
        imagined.map(({ bid }) => bid),
      ),
    );
  const [before, after] = [leadersAmong(pair), leadersAmong([...pair, third])];
  const isClear = before.length === 1 && after.length === 1;
  return isClear && isReversed(before, after, third.shown.id)
    ? { third: third.shown, before, after, bids: pair.map(({ shown }) => shown) }
    : undefined;
}

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
  const isAhead = (mille: number) => {
    const imagined = [first, second(mille), ...(third ? [third] : [])];
    const evaluation = evaluateSynthetic(
      model,
      imagined.map(({ bid }) => bid),
    );
    return (lead(evaluation, "B", "A") ?? 0) > 0;
  };
  return lastHolding(0, 16_000, isAhead);
}

/** Whether another bid than before comes first, and not the third. */
function isReversed(before: readonly string[], after: readonly string[], third: string): boolean {
  return (
    before.length > 0 &&
    after.length > 0 &&
    !after.includes(third) &&
    before.join() !== after.join()
  );
}

/**
 * The bids that do not win and whose absence changes who does.
 * @param document of the bids that are compared, without requirements
 */
export function reversalsByAbsence(document: EvaluationDocument): Reversal[] {
  const evaluation = evaluate(document);
  const after = leaders(evaluation);
  return evaluation.bids.flatMap(({ bid, price, rank }) => {
    if (!rank.value || after.includes(bid.id)) return [];
    const before = leaders(
      evaluate({ ...document, bids: document.bids.filter((other) => other !== bid) }),
    );
    if (!isReversed(before, after, bid.id) || !price.price.value) return [];
    return [{ third: { id: bid.id, price: price.price.value }, before, after, bids: [] }];
  });
}

/**
 * A synthetic bid that would not win but would change who does; undefined if none is found.
 * @param document of the bids that are compared, without requirements
 */
export function reversalByAddition(document: EvaluationDocument): Reversal | undefined {
  const evaluation = evaluate(document);
  const before = leaders(evaluation);
  const prices = evaluation.bids
    .flatMap(({ price }) => price.price.value ?? [])
    .filter((price) => price.compare(Exact.zero) > 0);
  const [first, ...rest] = prices;
  if (!first || before.length === 0) return undefined;
  const [lowest, highest] = [Exact.smallest(first, ...rest), Exact.largest(first, ...rest)];
  const [id = ""] = freeIds(document, 1);
  for (const price of [
    lowest.times(Exact.of("0.5")),
    lowest.times(Exact.of("0.8")),
    lowest,
    highest,
    highest.times(Exact.of("2")),
  ]) {
    for (const quality of [0, 0.5, 1]) {
      const third = imagineBid(document, id, price, quality);
      const after = leaders(evaluate({ ...document, bids: [...document.bids, third] }));
      if (isReversed(before, after, id))
        return { third: { id, price, quality }, before, after, bids: [] };
    }
  }
  return undefined;
}

/** A synthetic bid, scored in the form of the document's panels. */
function imagineBid(document: EvaluationDocument, id: string, price: Exact, quality: number): Bid {
  const leaves = plainLeaves({ ...document, bids: [] });
  const scores = leaves.map(
    (leaf) => [leaf.id, panelScore(leaf, figureAt(leaf, quality), document.evaluators)] as const,
  );
  return { ...syntheticBid(id, price, [], () => ""), scores: Object.fromEntries(scores) };
}
