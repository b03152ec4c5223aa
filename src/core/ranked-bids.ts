/**
 * From evaluated bids to their order and to each bid's rank as a step. The order itself is made by
 * `ranking.ts`; this file says which bids enter it and which figures a rank was made from.
 */
import type { Standing } from "./compliance";
import type { Fulfilment } from "./criteria";
import { everyFulfilment } from "./criteria";
import type { Bid, EvaluationDocument, Lottery } from "./document/schema";
import type { Direction } from "./methods/method";
import { methodOf } from "./methods/registry";
import { Exact } from "./number";
import type { OfferedPrice } from "./price";
import type { Ranking, TieBreak } from "./ranking";
import { orderBids } from "./ranking";
import type { Step, Value } from "./step";
import { input } from "./step";
import { lotteryAt } from "./place";

/** A bid with everything that its rank depends on. */
export type UnrankedBid = {
  readonly bid: Bid;
  readonly standing: Step<Standing>;
  readonly price: OfferedPrice;
  /** Root criteria in document order, children inside. */
  readonly criteria: readonly Fulfilment[];
  readonly adjustments: Step;
  readonly result: Step;
};

/** The order of bids whose results are not compared with each other. */
export const noOrder: Ranking = { groups: [], ranks: new Map(), tieBreaks: [], conflicts: [] };

/**
 * The order of the bids. Rejected bids and bids without a result are left out; an undecided bid
 * takes part with the result it has, which makes the evaluation provisional.
 */
export function rankBids(
  bids: readonly UnrankedBid[],
  direction: Direction,
  document: EvaluationDocument,
): Ranking {
  const { inCurrency } = methodOf(document.model.method.type);
  const ranked = bids
    .filter(({ standing, result }) => standing.value !== "rejected" && result.value !== undefined)
    .map(({ bid, result, price, adjustments, criteria }) => ({
      id: bid.id,
      result,
      price: price.price,
      ...(inCurrency ? { adjustments } : {}),
      shareOf: (id: string) => shareOf(criteria, id),
    }));
  return orderBids(ranked, direction, document.model.ties, document.lotteries ?? []);
}

/**
 * A bid's rank, made from its standing, its result and the figure that each tie rule compared, where
 * a rule was used.
 */
export function rankStep(
  ranked: UnrankedBid,
  order: Ranking,
  direction: Direction,
  lotteries: readonly Lottery[],
): Step {
  const { id } = ranked.bid;
  const rank = order.ranks.get(id);
  const used = order.tieBreaks.filter(({ bids }) => bids.includes(id));
  return {
    about: { what: "rank", bid: id },
    rule: { kind: "rank", direction, among: order.ranks.size, ties: used.map(({ rule }) => rule) },
    from: [
      ranked.standing,
      ranked.result,
      ...used.map((tieBreak) => tieStep(tieBreak, ranked, lotteries)),
    ],
    value: rank === undefined ? undefined : Exact.count(rank),
  };
}

/** The figure of one bid that a tie rule compared. */
function tieStep(
  { rule, bids }: TieBreak,
  ranked: UnrankedBid,
  lotteries: readonly Lottery[],
): Step<Value> {
  if (rule === "highest-deduction") return ranked.adjustments;
  if (rule === "lowest-price") return ranked.price.price;
  if (rule === "lottery") {
    const n = lotteries.findIndex(({ order }) => bids.every((id) => order.includes(id)));
    const place = Exact.count((lotteries[n]?.order.indexOf(ranked.bid.id) ?? 0) + 1);
    return input({ what: "drawn-place", bid: ranked.bid.id }, lotteryAt(n, "order"), place);
  }
  return shareOf(ranked.criteria, rule.replace(/^criterion:/, "")) ?? ranked.result;
}

function shareOf(criteria: readonly Fulfilment[], id: string): Step | undefined {
  return [...everyFulfilment(criteria)].find(({ criterion }) => criterion.id === id)?.share;
}
