/**
 * Lint of the price function: a price that is not strictly better when it is lower, a quotient by
 * zero, an order that other bids can change, and prices at which the model has no answer.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Exact } from "../core/number";
import type { PricePair, Properties } from "./properties";
import { lowestQuality } from "./properties";
import { syntheticReversal } from "./rank-reversal";

/**
 * A lower price must always be strictly better, so price steps and floors block (HFD 2022 ref. 41).
 * Candidates in a selection state no price (LOU 4 kap. 6 §).
 */
export function priceFindings(
  { model, procurement }: EvaluationDocument,
  { monotone }: Properties,
): Finding[] {
  if (procurement.stage === "selection") return [];
  if (monotone.holds) return lastBandFindings(model);
  const details = { because: monotone.because, ...pairDetails(monotone.example) };
  if (monotone.because === "irrelevant-percentage")
    return [finding("price-irrelevant-at-full-quality", "blocking", "criteria", details)];
  const percentage =
    monotone.because === "reversed-percentage"
      ? [finding("price-irrelevant-at-full-quality", "blocking", "criteria", details)]
      : [];
  const where =
    model.method.type === "points" ? "model.method.price.scale.type" : "model.method.type";
  return [
    ...percentage,
    finding("price-not-strictly-monotone", "blocking", where, details),
    ...lastBandFindings(model),
  ];
}

/** The two bids that show the failure: quality in per cent, prices in kr, and results. */
function pairDetails(example: PricePair | undefined): { [key: string]: string } {
  if (!example) return {};
  const {
    quality,
    prices: [low, high],
    results: [first, second],
  } = example;
  return {
    quality: Exact.of(String(quality * 100)).toText(),
    low: low.toDecimal(2),
    high: high.toDecimal(2),
    first: first.toDecimal(4),
    second: second.toDecimal(4),
  };
}

/**
 * Finds prices above the last band, for which the model has no result unless a ceiling rejects
 * them. Bands out of order have no last one, and block.
 */
function lastBandFindings({ method, priceCeiling }: EvaluationDocument["model"]): Finding[] {
  if (method.type !== "points" || method.price.scale.type !== "bands") return [];
  const { bands } = method.price.scale;
  const isRising = bands.every(
    ({ upTo }, n) => n === 0 || Exact.of(upTo).compare(Exact.of(bands[n - 1]?.upTo ?? "0")) > 0,
  );
  if (!isRising)
    return [finding("price-bands-not-rising", "blocking", "model.method.price.scale.bands")];
  const last = bands.at(-1)?.upTo ?? "0";
  const isCovered =
    priceCeiling !== undefined && Exact.of(priceCeiling).compare(Exact.of(last)) <= 0;
  return isCovered
    ? []
    : [finding("price-bands-end", "warning", "model.method.price.scale.bands", { last })];
}

/** Finds a quotient whose divisor can be zero, which then has no result. */
export function quotientFindings({ model, criteria }: EvaluationDocument): Finding[] {
  const { method, zeroPrice } = model;
  if (method.type !== "quotient") return [];
  if (method.form === "quality-per-price")
    return zeroPrice === "forbidden"
      ? []
      : [finding("quotient-zero-possible", "blocking", "model.method.form", { divisor: "price" })];
  const least = lowestQuality(criteria);
  return least.compare(Exact.zero) > 0
    ? []
    : [finding("quotient-zero-possible", "blocking", "model.method.form", { divisor: "quality" })];
}

/**
 * Finds a formula that depends on other bids, by which a losing bid can change who wins. The
 * finding has an example in this procurement's figures, if there is one.
 */
export function relativeFindings(
  document: EvaluationDocument,
  { independent, reference }: Properties,
): Finding[] {
  if (independent.holds) return [];
  const where =
    independent.because === "dependent-price"
      ? "model.method.price.scale.type"
      : "model.method.quality";
  const reversal = syntheticReversal(document, reference.price);
  const priceAndQuality = (
    bid: { readonly price: Exact; readonly quality?: number } | undefined,
  ) => [
    bid?.price.toDecimal(2) ?? "",
    Exact.of(String(Math.round((bid?.quality ?? 0) * 100))).toText(),
  ];
  const example = reversal
    ? {
        a: priceAndQuality(reversal.bids[0]),
        b: priceAndQuality(reversal.bids[1]),
        c: priceAndQuality(reversal.third),
        before: reversal.before,
        after: reversal.after,
      }
    : {};
  return [
    finding("rank-depends-on-other-bids", "warning", where, {
      because: independent.because,
      ...example,
    }),
  ];
}

/**
 * With a wider slope for a wide spread of prices, the highest bid loses points by lowering its price
 * to where the first slope holds.
 */
export function slopeFindings({ model: { method } }: EvaluationDocument): Finding[] {
  if (method.type !== "points" || method.price.scale.type !== "relative-slope") return [];
  const { zeroAt, wider } = method.price.scale;
  if (wider === undefined || Exact.of(wider).compare(Exact.of(zeroAt)) <= 0) return [];
  const share = Exact.one.minus(Exact.of(zeroAt).over(Exact.of(wider))).times(Exact.of("100"));
  return [
    finding("slope-rewards-higher-price", "warning", "model.method.price.scale.wider", {
      zeroAt,
      share: share.toDecimal(1),
    }),
  ];
}

/** Prices at which the price scale divides by zero: equal bids, and a bid of 0 kr. */
export function zeroFindings(
  { model: { method } }: EvaluationDocument,
  { definedAtZero }: Properties,
): Finding[] {
  const equal =
    method.type === "points" && method.price.scale.type === "relative-range"
      ? [finding("price-undefined-when-equal", "warning", "model.method.price.scale.type")]
      : [];
  // A quotient has the blocking finding of `quotientFindings` instead.
  if (definedAtZero.holds || method.type === "quotient") return equal;
  return [finding("price-zero-undefined", "warning", "model.method.price.scale.type"), ...equal];
}
