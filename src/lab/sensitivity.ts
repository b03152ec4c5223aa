/**
 * Sensitivity: how much the worth of one criterion could differ before another bid came first.
 * Its contribution is multiplied and everything else kept. Results are linear in the multiple, so
 * crossing points are exact. It shows how robust an outcome is; only the published worth counts.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";

export type Sensitivity = {
  readonly id: string;
  readonly name: string;
  /**
   * Between these multiples of the published worth the same bid comes first; undefined where there
   * is no bound on that side.
   */
  readonly low: Turn | undefined;
  readonly high: Turn | undefined;
  /**
   * The result of each compared bid at 0, ½, 1, 1½ and 2 times the worth, in document order;
   * unrounded.
   */
  readonly lines: readonly { readonly bid: string; readonly results: readonly Exact[] }[];
};

/**
 * The multiple of the published worth at which this bid becomes equal to the one that comes
 * first.
 */
export type Turn = { readonly times: Exact; readonly bid: string };

/** The multiples that the lines are drawn over. */
export const multiples: readonly Exact[] = ["0", "0.5", "1", "1.5", "2"].map((text) =>
  Exact.of(text),
);

/**
 * One sensitivity for each root criterion whose contribution is added to the result; none while
 * fewer than two bids have results.
 */
export function sensitivities(evaluation: Evaluation): Sensitivity[] {
  const { document, bids, order } = evaluation;
  const { type } = document.model.method;
  if (type === "lowest-price" || type === "priority-order") return [];
  const compared = bids.filter(
    ({ standing, unrounded }) => standing.value !== "rejected" && unrounded.value !== undefined,
  );
  const leader = compared.find(({ bid }) => bid.id === order[0]?.[0]);
  if (!leader || compared.length < 2) return [];
  return document.criteria.map(({ id, name }) => {
    const turns = compared.flatMap((other) =>
      other === leader ? [] : turn(leader, other, id, type === "quotient"),
    );
    const below = turns
      .filter(({ times }) => times.compare(Exact.one) < 0 && !times.isNegative())
      .sort((a, b) => b.times.compare(a.times));
    const above = turns
      .filter(({ times }) => times.compare(Exact.one) > 0)
      .sort((a, b) => a.times.compare(b.times));
    return {
      id,
      name,
      low: below[0],
      high: above[0],
      lines: compared.map((evaluated) => ({
        bid: evaluated.bid.id,
        results: multiples.map((times) => resultAt(times, evaluated, id, evaluation)),
      })),
    };
  });
}

/** Where two bids' lines cross: for a quotient P₁ × Q₂ = P₂ × Q₁, otherwise result₁ = result₂. */
function turn(
  leader: BidEvaluation,
  other: BidEvaluation,
  id: string,
  isQuotient: boolean,
): Turn[] {
  const [a, b] = [contribution(leader, id), contribution(other, id)];
  const value = ({ unrounded, price, adjustments }: BidEvaluation, rival: BidEvaluation) =>
    isQuotient
      ? ([
          (adjustments.value ?? Exact.zero).times(rival.price.price.value ?? Exact.zero),
          price,
        ] as const)
      : ([unrounded.value ?? Exact.zero, price] as const);
  const weight = (of: BidEvaluation) =>
    isQuotient ? (of.price.price.value ?? Exact.zero) : Exact.one;
  const gap = value(leader, other)[0].minus(value(other, leader)[0]);
  const slope = a.times(weight(other)).minus(b.times(weight(leader)));
  if (slope.isZero()) return [];
  return [{ times: Exact.one.minus(gap.over(slope)), bid: other.bid.id }];
}

function contribution({ adjustmentOf }: BidEvaluation, id: string): Exact {
  return adjustmentOf.get(id)?.value ?? Exact.zero;
}

/** The unrounded result of a bid when the criterion is worth this many times as much. */
function resultAt(
  times: Exact,
  evaluated: BidEvaluation,
  id: string,
  { document: { model } }: Evaluation,
): Exact {
  const change = times.minus(Exact.one).times(contribution(evaluated, id));
  const result = evaluated.unrounded.value ?? Exact.zero;
  if (model.method.type !== "quotient") return result.plus(change);
  const [price, quality] = [
    evaluated.price.price.value ?? Exact.zero,
    (evaluated.adjustments.value ?? Exact.zero).plus(change),
  ];
  const multiplier = Exact.of(model.method.multiplier ?? "1");
  const [over, under] =
    model.method.form === "price-per-quality" ? [price, quality] : [quality, price];
  return under.isZero() ? Exact.zero : over.over(under).times(multiplier);
}
