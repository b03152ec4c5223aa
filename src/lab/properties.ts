/**
 * Properties of a model that can be proven before there are bids: a lower price is always
 * strictly better, no other bid can change the order of two, and the price zero has a result.
 * Each claim has a structural argument about the method; where it fails, synthetic bids give a
 * counterexample. It gives no verdict on the law.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { Exact } from "../core/number";
import { Variant } from "../core/variant";
import { isRelative } from "../core/methods/price-scale";
import { methodOf } from "../core/methods/registry";
import type { ReferencePrice } from "./synthetic-bids";
import {
  figureAt,
  syntheticBid,
  lead,
  plainLeaves,
  plainModel,
  referencePrice,
  withoutLimits,
  withoutRounding,
} from "./synthetic-bids";
import { lowestShare } from "./limits";

/** Two bids alike in quality (a part of every scale, 0–1): their prices in kr and their results. */
export type PricePair = {
  readonly quality: number;
  readonly prices: readonly [Exact, Exact];
  readonly results: readonly [Exact, Exact];
};

/** A claim, the argument it rests on (a key of the word list), and an example where it fails. */
export type Claim<Example> = {
  readonly holds: boolean;
  readonly because: string;
  readonly example?: Example;
};

/** A reference price, or the one that the user expects. */
type Reference = Pick<ReferencePrice, "price"> & {
  readonly from: ReferencePrice["from"] | "stated";
};

export type Properties = {
  readonly direction: "lowest" | "highest";
  /** What results are in, empty where they are points. */
  readonly unit: string;
  /** What prices are in. */
  readonly currency: string;
  readonly reference: Reference;
  readonly monotone: Claim<PricePair>;
  readonly independent: Claim<never>;
  readonly definedAtZero: Claim<never>;
};

/**
 * The properties of a document's model.
 * @param evaluation of the same document, for its prices
 * @param expected the price that the user expects; without it one is found in the document
 */
export function properties(
  document: EvaluationDocument,
  evaluation: Evaluation = evaluate(document),
  expected?: Exact,
): Properties {
  const { model, procurement } = document;
  const method = methodOf(model.method.type);
  const reference: Reference = expected
    ? { price: expected, from: "stated" }
    : referencePrice(document, evaluation);
  return {
    direction: method.direction(model),
    unit: method.inCurrency ? procurement.currency : "",
    currency: procurement.currency,
    reference,
    monotone: monotone(document, reference),
    independent: independent(document),
    definedAtZero: definedAtZero(document),
  };
}

/**
 * Every lower price ≥ 0 is strictly better, other things equal (HFD 2022 ref. 41). Rounding is
 * left out: it can hide a small difference but not reverse one, and has a finding of its own.
 */
function monotone(document: EvaluationDocument, reference: Reference): Claim<PricePair> {
  const failing = monotoneFailure(document);
  if (!failing) return { holds: true, because: monotoneArgument(document) };
  const example = pricePair(document, reference);
  return { holds: false, because: failing, ...(example ? { example } : {}) };
}

function monotoneArgument({ model: { method } }: EvaluationDocument): string {
  return method.type === "points"
    ? `monotone-${method.price.scale.type}`
    : method.type === "quotient"
      ? `monotone-${method.form}`
      : `monotone-${method.type}`;
}

/** The structural reason why a lower price is not always strictly better; undefined if it is. */
export function monotoneFailure({
  model: { method },
  criteria,
}: EvaluationDocument): string | undefined {
  if (method.type === "percentage") {
    const most = Exact.sum(
      criteria.map(({ deductionPercent }) => Exact.of(deductionPercent ?? "0")),
    ).compare(Exact.of("100"));
    return most > 0 ? "reversed-percentage" : most === 0 ? "irrelevant-percentage" : undefined;
  }
  if (method.type === "quotient")
    return lowestQuality(criteria).isNegative() ? "reversed-quotient" : undefined;
  if (method.type === "priority-order")
    return method.order.includes("price") ? undefined : "price-never-read";
  if (method.type !== "points") return undefined;
  const positive = (text: string | undefined) => Exact.of(text ?? "100").compare(Exact.zero) > 0;
  if (!positive(method.price.weight) || !positive(method.maximum)) return "price-without-weight";
  const { scale } = method.price;
  if (scale.type === "bands") return "price-steps";
  if (scale.type === "absolute-linear" && Exact.of(scale.worst).compare(Exact.of(scale.best)) <= 0)
    return "reversed-scale";
  if (scale.type === "absolute-ratio" && !positive(scale.reference)) return "reversed-scale";
  if (scale.type === "relative-slope" && !positive(scale.zeroAt)) return "reversed-scale";
  return scale.type === "relative-mean" && !positive(scale.perPercent)
    ? "reversed-scale"
    : undefined;
}

/** Σ weight/100 × the lowest share a bid that is not rejected can have. */
export function lowestQuality(criteria: EvaluationDocument["criteria"]): Exact {
  return Exact.sum(
    criteria.map((root) =>
      Exact.of(root.weight ?? "0")
        .over(Exact.of("100"))
        .times(lowestShare(root)),
    ),
  );
}

/**
 * Two synthetic bids of equal quality of which the cheaper is not ahead, as the exact engine
 * computes them.
 */
function pricePair(document: EvaluationDocument, reference: Reference): PricePair | undefined {
  const model = withoutRounding(withoutLimits(plainModel(document)));
  const leaves = plainLeaves(model);
  const { method } = document.model;
  const bands =
    method.type === "points" && method.price.scale.type === "bands"
      ? method.price.scale.bands.map(({ upTo }) => Exact.of(upTo))
      : [];
  const half = Exact.of("0.5");
  const pricePairs: readonly (readonly [Exact, Exact])[] = [
    ...bands.slice(0, 1).map((upTo) => [upTo.times(half), upTo] as const),
    [reference.price, reference.price.times(Exact.of("2"))],
  ];
  for (const quality of [1, 0.5, 0]) {
    for (const [low, high] of pricePairs) {
      const bids = (["A", "B"] as const).map((id, n) =>
        syntheticBid(id, n === 0 ? low : high, leaves, (leaf) => figureAt(leaf, quality)),
      );
      const two = Variant.of({ ...model, bids });
      const [a, b] = [two.resultOf("A"), two.resultOf("B")];
      if (a && b && (lead(two, "A", "B") ?? 0) <= 0)
        return { quality, prices: [low, high], results: [a, b] };
    }
  }
  return undefined;
}

/** The order of two bids never depends on a third, unless the formula looks at other bids. */
export function independent({ model: { method } }: EvaluationDocument): Claim<never> {
  if (method.type !== "points") return { holds: true, because: "independent-own" };
  if (isRelative(method.price.scale)) return { holds: false, because: "dependent-price" };
  return method.quality === "rescaled"
    ? { holds: false, because: "dependent-quality" }
    : { holds: true, because: "independent-own" };
}

/** Every bid has a result at the price 0 kr, or such a price is forbidden. */
function definedAtZero({ model: { method, zeroPrice } }: EvaluationDocument): Claim<never> {
  const divides =
    (method.type === "quotient" && method.form === "quality-per-price") ||
    (method.type === "points" &&
      ["relative-lowest", "relative-linear", "relative-slope", "absolute-ratio"].includes(
        method.price.scale.type,
      ));
  if (!divides) return { holds: true, because: "defined-at-zero" };
  return zeroPrice === "forbidden"
    ? { holds: true, because: "zero-forbidden" }
    : { holds: false, because: "divides-by-price" };
}
