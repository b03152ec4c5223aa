/**
 * Where one bid was scored higher than another: what the law calls relative advantages (LOU 12 kap.
 * 13 §), and which rule parted two with the same result. Read from what the evaluation came to; it
 * weighs nothing and knows no reasons.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Fulfilment } from "../core/criteria";
import { everyFulfilment } from "../core/criteria";
import type { Criterion } from "../core/document/schema";

/** The criteria that are scored, with what the bid came to on each. */
export function leavesOf({ criteria }: BidEvaluation): Fulfilment[] {
  return [...everyFulfilment(criteria)].filter(({ criterion }) => !criterion.children);
}

export type RelativeAdvantages = {
  readonly higher: readonly Criterion[];
  readonly lower: readonly Criterion[];
  readonly equal: readonly Criterion[];
};

/**
 * @returns the criteria on which `other` was scored higher than, lower than and as `bid`; unscored
 *   ones count as equal
 */
export function relativeAdvantages(other: BidEvaluation, bid: BidEvaluation): RelativeAdvantages {
  const theirs = new Map(leavesOf(other).map((node) => [node.criterion.id, node.share.value]));
  const orders = leavesOf(bid).map(({ criterion, share }) => {
    const their = theirs.get(criterion.id);
    return { criterion, order: share.value && their ? their.compare(share.value) : 0 };
  });
  const those = (is: (order: number) => boolean) =>
    orders.filter(({ order }) => is(order)).map(({ criterion }) => criterion);
  return {
    higher: those((order) => order > 0),
    lower: those((order) => order < 0),
    equal: those((order) => order === 0),
  };
}

/** The rule of the tie chain that placed one bid before another with the same result, if one did. */
export function tieBreakBetween(
  { tieBreaks }: Evaluation,
  first: BidEvaluation,
  second: BidEvaluation,
): string | undefined {
  const groupOf = (order: readonly (readonly string[])[], { bid }: BidEvaluation) =>
    order.findIndex((group) => group.includes(bid.id));
  return tieBreaks.find(({ order }) => {
    const [one, other] = [groupOf(order, first), groupOf(order, second)];
    return one >= 0 && other >= 0 && one !== other;
  })?.rule;
}
