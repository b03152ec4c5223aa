/**
 * An evaluation without the figures that a reader may not see, for exports that print values and no
 * marker. What a hidden figure was made from goes with it.
 */
import type { BidEvaluation, Evaluation } from "../evaluate";
import type { Step } from "../step";
import type { Masks } from "./masks";

export function withoutHiddenFigures(evaluation: Evaluation, masks: Masks): Evaluation {
  if (masks.bids.size === 0) return evaluation;
  const shown = (step: Step): Step =>
    masks.hides(step) ? { ...step, from: [], value: undefined } : step;
  return { ...evaluation, bids: evaluation.bids.map((bid) => withoutHidden(bid, shown)) };
}

function withoutHidden(bid: BidEvaluation, shown: (step: Step) => Step): BidEvaluation {
  const { price, fromPrice, adjustmentOf, adjustments, figures, unrounded, result } = bid;
  const { contractValue, publishedCosts } = price;
  const each = (steps: ReadonlyMap<string, Step>) =>
    new Map([...steps].map(([id, step]) => [id, shown(step)]));
  return {
    ...bid,
    price: {
      ...price,
      offered: shown(price.offered),
      ...(publishedCosts ? { publishedCosts: shown(publishedCosts) } : {}),
      whole: shown(price.whole),
      evaluated: shown(price.evaluated),
      price: shown(price.price),
      rowFigures: price.rowFigures.map(shown),
      byAuthority: each(price.byAuthority),
      ...(contractValue ? { contractValue: shown(contractValue) } : {}),
    },
    ...(fromPrice ? { fromPrice: shown(fromPrice) } : {}),
    adjustmentOf: each(adjustmentOf),
    adjustments: shown(adjustments),
    figures: figures.map(shown),
    unrounded: shown(unrounded),
    result: shown(result),
  };
}
