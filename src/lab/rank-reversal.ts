/**
 * Rank reversal: whether a losing bid can change who wins. A model is tried with synthetic bids;
 * an evaluation by leaving out each losing bid and by adding synthetic ones. The exact engine
 * ranks; this file does not.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { Variant } from "../core/variant";
import {
  figureAt,
  freeIds,
  syntheticBid,
  lead,
  panelScore,
  plainLeaves,
  plainModel,
  pricedAt,
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
  const open = withoutLimits(plainModel(document));
  const leaves = plainLeaves(open);
  if (leaves.length === 0) return undefined;
  const model = Variant.of(open);
  const imagine = (id: string, quality: number) => {
    const bid = syntheticBid(id, price, leaves, (leaf) => figureAt(leaf, quality));
    return (times: Exact): Imagined => {
      const offer = price.times(times).rounded(2, "half-up");
      return { shown: { id, price: offer, quality }, bid: pricedAt(bid, offer) };
    };
  };
  for (const [low, high] of qualityPairs) {
    const first = imagine("A", low)(Exact.one);
    const better = imagine("B", high);
    const second = (mille: number) => better(Exact.count(mille).over(Exact.count(1000)));
    const alone = breakEven(model, first, second);
    for (const [times, quality] of thirdBids) {
      const third = imagine("C", quality)(Exact.of(times));
      const between = Math.floor((alone + breakEven(model, first, second, third)) / 2);
      const reversal = reversalOf(model, [first, second(between)], third);
      if (reversal) return reversal;
    }
  }
  return undefined;
}

/** The reversal that a third bid makes, if one bid alone comes first both without it and with it. */
function reversalOf(
  alone: Variant,
  pair: readonly Imagined[],
  third: Imagined,
): Reversal | undefined {
  const two = alone.withBids(pair.map(({ bid }) => bid));
  const [before, after] = [two.leaders, two.withBids([...two.document.bids, third.bid]).leaders];
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
  model: Variant,
  first: Imagined,
  second: (mille: number) => Imagined,
  third?: Imagined,
): number {
  const among = (mille: number) =>
    [first, second(mille), ...(third ? [third] : [])].map(({ bid }) => bid);
  const begun = model.withBids(among(0));
  return lastHolding(0, 16_000, (mille) => (lead(begun.withBids(among(mille)), "B", "A") ?? 0) > 0);
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
 * @param now of the bids that are compared, without requirements
 */
export function reversalsByAbsence(now: Variant): Reversal[] {
  const { bids } = now.document;
  return bids.flatMap((bid) => {
    const { id } = bid;
    const price = now.priceOf(id);
    if (now.rankOf(id) === undefined || now.leaders.includes(id) || !price) return [];
    const before = now.withBids(bids.filter((other) => other !== bid)).leaders;
    return isReversed(before, now.leaders, id)
      ? [{ third: { id, price }, before, after: now.leaders, bids: [] }]
      : [];
  });
}

/**
 * A synthetic bid that would not win but would change who does; undefined if none is found.
 * @param now of the bids that are compared, without requirements
 */
export function reversalByAddition(now: Variant): Reversal | undefined {
  const { document, leaders: before } = now;
  const prices = document.bids
    .flatMap(({ id: bid }) => now.priceOf(bid) ?? [])
    .filter((price) => price.compare(Exact.zero) > 0);
  const [first, ...rest] = prices;
  if (!first || before.length === 0) return undefined;
  const [lowest, highest] = [Exact.smallest(first, ...rest), Exact.largest(first, ...rest)];
  const [id = ""] = freeIds(document, 1);
  const imagined = [0, 0.5, 1].map((quality) => ({
    quality,
    bid: imagineBid(document, id, quality),
  }));
  for (const price of [
    lowest.times(Exact.of("0.5")),
    lowest.times(Exact.of("0.8")),
    lowest,
    highest,
    highest.times(Exact.of("2")),
  ]) {
    for (const { quality, bid } of imagined) {
      const after = now.withBids([...document.bids, pricedAt(bid, price)]).leaders;
      if (isReversed(before, after, id))
        return { third: { id, price, quality }, before, after, bids: [] };
    }
  }
  return undefined;
}

/** A synthetic bid without a price, scored in the form of the document's panels. */
function imagineBid(document: EvaluationDocument, id: string, quality: number): Bid {
  const scores = plainLeaves(document).map(
    (leaf) => [leaf.id, panelScore(leaf, figureAt(leaf, quality), document.evaluators)] as const,
  );
  return { id, bidder: id, answers: {}, scores: Object.fromEntries(scores) };
}
