/**
 * What full marks come to in kronor where the model fixes no amount, as an example: by the spread of the
 * prices, with imagined bids, or by the price interval that a price lies in. It is never used to keep a
 * worth the same, and evaluates no bid.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { PriceScale } from "../core/methods/price-scale";
import { Exact } from "../core/number";
import type { FullWorth } from "./full-worth";

/** What the amount turns on; `highest` is the highest price among the imagined bids. */
export type ExampleWorth =
  | { readonly by: "spread"; readonly amount: Exact; readonly highest: Exact }
  | { readonly by: "bands"; readonly amount: Exact }
  | "any-price";

/** The highest imagined price by the lowest, as far apart as the trial of the model draws prices. */
const highestByLowest = Exact.of("1.2");

/**
 * @param price the lowest price
 * @returns undefined where the model fixes an amount, or none can be told
 */
export function exampleWorth(
  { share }: FullWorth,
  { model: { method } }: EvaluationDocument,
  price: Exact,
): ExampleWorth | undefined {
  if (method.type !== "points" || !share || share.isZero()) return undefined;
  const weight = Exact.of(method.price.weight);
  if (weight.isZero()) return undefined;
  const part = share.over(weight);
  const { scale } = method.price;
  if (scale.type === "relative-range") return bySpread(part, price);
  return scale.type === "bands" ? byBands(part, scale, price) : undefined;
}

/** From the lowest price to the highest, the whole weight of the price is lost and never more. */
function bySpread(part: Exact, price: Exact): ExampleWorth {
  if (part.compare(Exact.one) >= 0) return "any-price";
  const highest = price.times(highestByLowest);
  return { by: "spread", amount: part.times(highest.minus(price)), highest };
}

/** Up to the end of the last interval that costs no more of the scale than full marks give. */
function byBands(
  part: Exact,
  { bands }: Extract<PriceScale, { type: "bands" }>,
  price: Exact,
): ExampleWorth | undefined {
  const from = bands.findIndex(({ upTo }) => price.compare(Exact.of(upTo)) <= 0);
  const own = bands[from];
  if (!own) return undefined;
  const least = Exact.of(own.share).minus(part);
  const beyond = bands.slice(from).findIndex(({ share }) => Exact.of(share).compare(least) < 0);
  const last = beyond < 0 ? bands.at(-1) : bands[from + beyond - 1];
  const amount = Exact.of(last?.upTo ?? own.upTo).minus(price);
  return amount.compare(Exact.zero) > 0 ? { by: "bands", amount } : undefined;
}
