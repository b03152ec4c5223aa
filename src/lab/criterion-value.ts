/**
 * The worth of quality in a model: kr for one step of each criterion, the nominal weights as
 * published, and the effective weights once there are scores. The exact engine computes the
 * amounts on synthetic bids, so they hold for every method. It changes no evaluation.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { methodOf } from "../core/methods/registry";
import { Exact } from "../core/number";
import { Variant } from "../core/variant";
import type { PlainLeaf } from "./synthetic-bids";
import {
  figureAt,
  figuresOn,
  syntheticBid,
  lead,
  plainLeaves,
  plainModel,
  pricedAt,
  evaluateSynthetic,
  withoutLimits,
  withoutRounding,
} from "./synthetic-bids";
import { largestEffect } from "./limits";
import { highestPrice } from "./search";

/** The worth of one step on a scored criterion, in kr: the smallest and the largest. */
export type StepWorth = {
  readonly id: string;
  readonly name: string;
  readonly least: Exact;
  readonly most: Exact;
};

/**
 * The worth of one step of each scored criterion.
 * @param price the reference price in kr, for methods in which the worth depends on the price
 * @returns kr; empty for methods in which quality has no price
 */
export function stepWorths(document: EvaluationDocument, price: Exact): StepWorth[] {
  const { type } = document.model.method;
  if (type === "lowest-price" || type === "fixed-price" || type === "priority-order") return [];
  const model = withoutRounding(withoutLimits(plainModel(document)));
  const leaves = plainLeaves(model);
  return leaves.flatMap((leaf) => {
    const steps = stepsOf(model, leaves, leaf, price);
    const [first, ...rest] = steps;
    return first
      ? [
          {
            id: leaf.id,
            name: leaf.name,
            least: Exact.smallest(first, ...rest),
            most: Exact.largest(first, ...rest),
          },
        ]
      : [];
  });
}

/** kr for each step of one leaf, the others half-way. */
function stepsOf(
  model: EvaluationDocument,
  leaves: readonly PlainLeaf[],
  leaf: PlainLeaf,
  price: Exact,
): Exact[] {
  const figures = sampled(figuresOn(leaf.scale));
  const bid = (id: string, figure: string, offer: Exact) =>
    syntheticBid(id, offer, leaves, (other) =>
      other.id === leaf.id ? figure : figureAt(other, 0.5),
    );
  if (methodOf(model.model.method.type).inCurrency) {
    const { bids } = evaluateSynthetic(
      model,
      figures.map((figure, n) => bid(`S${n}`, figure, price)),
    );
    return bids
      .slice(1)
      .flatMap(({ result }, n) =>
        result.value && bids[n]?.result.value ? [bids[n].result.value.minus(result.value)] : [],
      );
  }
  return figures.slice(1).flatMap((figure, n) => {
    const [base, better] = [bid("A", figures[n] ?? "0", price), bid("B", figure, price)];
    const alike = Variant.of({ ...model, bids: [base, better] });
    const dearer = highestPrice((offer) => {
      const offered = alike.withBids([base, pricedAt(better, offer)]);
      // A quotient has no value at the price zero, where the bid is as far ahead as possible.
      return offered.resultOf("B") === undefined || (lead(offered, "B", "A") ?? -1) >= 0;
    }, price);
    return dearer === undefined || dearer === "any" ? [] : [dearer.minus(price)];
  });
}

/** A sample of the figures: a scale with many has equal steps, so the extremes are the same. */
function sampled(figures: readonly string[]): readonly string[] {
  return figures.length <= 12 ? figures : figures.slice(0, 4);
}

/**
 * A criterion's nominal weight, as published, and its effective weight, the share of the spread
 * in results; both in per cent.
 */
export type Weight = {
  readonly id: string;
  readonly name: string;
  readonly nominal: Exact;
  readonly effective?: Exact;
};

const hundred = Exact.of("100");

/** The weights of root criteria, and of the price under the id "price" where it has one. */
export function weights(
  document: EvaluationDocument,
  evaluation: Evaluation = evaluate(document),
): Weight[] {
  const { method } = document.model;
  if (method.type === "lowest-price" || method.type === "priority-order") return [];
  const roots = document.criteria.map((root) => ({
    id: root.id,
    name: root.name,
    size: root.weight === undefined ? largestEffect(root) : Exact.of(root.weight),
  }));
  const price =
    method.type === "points"
      ? [{ id: "price", name: "", size: Exact.of(method.price.weight) }]
      : [];
  const all = [...price, ...roots];
  const total = Exact.sum(all.map(({ size }) => size));
  const effective = effectiveWeights(evaluation);
  return all.map(({ id, name, size }) => {
    const known = effective.get(id);
    return {
      id,
      name,
      nominal: total.isZero() ? Exact.zero : size.times(hundred).over(total),
      ...(known ? { effective: known } : {}),
    };
  });
}

/**
 * The part of the spread in results that each criterion, and the price, causes: its largest less
 * its smallest contribution, of the sum of these. In a quotient both sides are taken in per cent of
 * their mean. Empty until two bids have results, and when all are alike.
 */
export function effectiveWeights({ document, bids }: Evaluation): ReadonlyMap<string, Exact> {
  const compared = bids.filter(
    ({ standing, result }) => standing.value !== "rejected" && result.value !== undefined,
  );
  if (compared.length < 2) return new Map();
  const isQuotient = document.model.method.type === "quotient";
  const qualities = compared.map(({ adjustments }) => adjustments.value ?? Exact.zero);
  const spreads = document.criteria.flatMap(({ id }): [string, Exact][] => {
    const values = compared.flatMap(({ adjustmentOf }) => adjustmentOf.get(id)?.value ?? []);
    return values.length < compared.length
      ? []
      : [[id, isQuotient ? relative(spread(values), qualities) : spread(values)]];
  });
  const prices = compared.flatMap(
    ({ fromPrice, price }) => (isQuotient ? price.price : fromPrice)?.value ?? [],
  );
  const all: [string, Exact][] =
    prices.length < compared.length
      ? spreads
      : [["price", isQuotient ? relative(spread(prices), prices) : spread(prices)], ...spreads];
  const total = Exact.sum(all.map(([, size]) => size));
  return total.isZero()
    ? new Map()
    : new Map(all.map(([id, size]) => [id, size.times(hundred).over(total)]));
}

function spread(values: readonly Exact[]): Exact {
  const [first = Exact.zero, ...rest] = values;
  return Exact.largest(first, ...rest).minus(Exact.smallest(first, ...rest));
}

function relative(size: Exact, values: readonly Exact[]): Exact {
  const mean = Exact.sum(values).over(Exact.count(values.length));
  return mean.isZero() ? Exact.zero : size.over(mean);
}
