/**
 * How cheap a rival must be to beat a bid with full marks, by the exact engine. It draws nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Exact } from "../core/number";
import { Variant } from "../core/variant";
import { highestPrice } from "./search";
import {
  figureAt,
  lead,
  plainLeaves,
  pricedAt,
  syntheticBid,
  withoutLimits,
} from "./synthetic-bids";

/**
 * The highest price at which a rival beats a bid with full marks; undefined when no price ≥ 0 is low
 * enough.
 */
export type Rival = { readonly quality: number; readonly price: Exact | "any" | undefined };

/** Rivals with none, half and all of the quality, against a perfect bid; exact, in öre. */
export function rivalsOfPerfect(model: EvaluationDocument, perfect: Exact): Rival[] {
  const open = withoutLimits(model);
  const leaves = plainLeaves(open);
  const full = syntheticBid("A", perfect, leaves, (leaf) => figureAt(leaf, 1));
  return [0, 0.5, 1].map((quality) => {
    const rival = syntheticBid("B", perfect, leaves, (leaf) => figureAt(leaf, quality));
    const alike = Variant.of({ ...open, bids: [full, rival] });
    const isAhead = (price: Exact) => {
      const ahead = lead(alike.withBids([full, pricedAt(rival, price)]), "B", "A");
      return ahead === undefined ? price.isZero() : ahead > 0;
    };
    return { quality, price: highestPrice(isAhead, perfect) };
  });
}
