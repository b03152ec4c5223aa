/**
 * What full marks are worth in kronor where the model weighs in per cent: how much dearer a bid may be
 * that has full marks on a criterion than one at a given price that has none, with all else alike and
 * half-way. It follows the formula of the method, and evaluates no bid.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { PriceScale } from "../core/methods/price-scale";
import { Exact } from "../core/number";
import type { FullWorth } from "./full-worth";

/** An amount, or that no price outweighs full marks. */
export type InKronor = { readonly amount: Exact } | "any-price";

const hundred = Exact.of("100");
const two = Exact.of("2");

/**
 * @param worth of one criterion, by the model
 * @param price what the cheaper bid costs; it is the lowest price that is compared
 * @returns undefined where the model gives no such amount: it has no price, or points of a price turn
 *   on the other bids' prices or lie in intervals
 */
export function worthInKronor(
  { amount, ofPrice, share }: FullWorth,
  { model: { method } }: EvaluationDocument,
  price: Exact,
): InKronor | undefined {
  if (amount) return { amount };
  if (ofPrice) return { amount: ofPrice.times(price).over(hundred) };
  if (!share || share.isZero()) return undefined;
  if (method.type === "quotient") return byQuotient(share, price);
  if (method.type !== "points") return undefined;
  const weight = Exact.of(method.price.weight);
  if (weight.isZero()) return "any-price";
  return byScale(share.over(weight), method.price.scale, price);
}

/** Equal quotients: the price rises as the quality does, from (100 − share)/2 to (100 + share)/2. */
function byQuotient(share: Exact, price: Exact): InKronor {
  const without = hundred.minus(share);
  if (without.compare(Exact.zero) <= 0) return "any-price";
  return { amount: price.times(two).times(share).over(without) };
}

/** @param part the criterion's weight by that of the price: the share of the price scale to be lost */
function byScale(part: Exact, scale: PriceScale, price: Exact): InKronor | undefined {
  switch (scale.type) {
    case "absolute-linear":
      return positive(part.times(Exact.of(scale.worst).minus(Exact.of(scale.best))));
    case "absolute-ratio":
      return byRatio(part, Exact.of(scale.reference), price);
    case "relative-lowest":
      return byRatio(part, price, price);
    case "relative-linear":
      return { amount: price.times(part) };
    case "relative-slope":
      return positive(price.times(part).times(slopeFor(part, scale)).over(hundred));
    case "relative-mean":
      return aroundMean(part, Exact.of(scale.perPercent), price);
    case "relative-range":
    case "bands":
      return undefined;
  }
}

function positive(amount: Exact): InKronor | undefined {
  return amount.compare(Exact.zero) > 0 ? { amount } : undefined;
}

/** reference/price − reference/dearer = part. */
function byRatio(part: Exact, reference: Exact, price: Exact): InKronor | undefined {
  if (reference.compare(Exact.zero) <= 0 || price.isZero()) return undefined;
  const left = reference.over(price).minus(part);
  if (left.compare(Exact.zero) <= 0) return "any-price";
  return { amount: reference.over(left).minus(price) };
}

/** The wider slope holds for every bid once the dearer one is above the reach of the narrow. */
function slopeFor(part: Exact, { zeroAt, wider }: Extract<PriceScale, { zeroAt: string }>): Exact {
  return Exact.of(wider !== undefined && part.compare(Exact.one) > 0 ? wider : zeroAt);
}

/** Of two bids: perPercent × (dearer − price) ÷ their mean = part. */
function aroundMean(part: Exact, perPercent: Exact, price: Exact): InKronor | undefined {
  if (perPercent.compare(Exact.zero) <= 0) return undefined;
  const offMean = part.over(perPercent);
  if (offMean.compare(two) >= 0) return "any-price";
  return { amount: price.times(two).times(offMean).over(two.minus(offMean)) };
}
