/**
 * What full marks on each criterion are worth by the model alone, as published: an amount or a per
 * cent of the price where the method deducts those, and the criterion's share of all that is weighed.
 * What the model does not say is left out, never taken as zero. It evaluates no bid.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { leaves } from "../core/document/schema";
import { Exact } from "../core/number";
import { withWorthsInUse } from "../core/worths-in-use";
import { fullPoints, largestEffect } from "./limits";

/** The worth of one criterion, or of all together. */
export type FullWorth = {
  /** In the procurement's currency. */
  readonly amount?: Exact;
  /** Per cent of the bid's own price. */
  readonly ofPrice?: Exact;
  /** Per cent of everything that is weighed. */
  readonly share?: Exact;
  /** Whether half the marks are worth half as much: neither intervals nor a cap stand between. */
  readonly isProportional?: boolean;
};

/** The worths by the ids of criteria, and what they come to together. */
export type FullWorths = {
  readonly of: ReadonlyMap<string, FullWorth>;
  readonly total: FullWorth;
  /** The ids of roots whose worth is not said yet; the total is of the others. */
  readonly unknown: readonly string[];
};

const hundred = Exact.of("100");

/**
 * The worth of every criterion and of all of them; empty in methods that weigh nothing. An amount has no
 * share while another root's is unknown.
 */
export function fullWorths(published: EvaluationDocument): FullWorths {
  const {
    criteria,
    model: { method },
  } = withWorthsInUse(published);
  const unit = unitOf(method.type);
  if (unit === undefined) return { of: new Map(), total: {}, unknown: [] };
  const sizes = criteria.map((root) => sizeOf(root, unit));
  const sum = Exact.sum(sizes.flatMap((size) => size ?? []));
  const unknown = criteria.flatMap(({ id }, n) => (sizes[n] ? [] : [id]));
  const price = method.type === "points" ? Exact.of(method.price.weight) : Exact.zero;
  // Weights are per cent of everything by themselves; amounts are shares of their sum.
  const whole = unit === "weight" ? hundred : unknown.length === 0 ? sum : Exact.zero;
  const worthOf = (size: Exact, root: Criterion): FullWorth => ({
    ...(unit === "weight" ? {} : { [unit]: size }),
    ...(whole.isZero() ? {} : { share: size.times(hundred).over(whole) }),
    isProportional: root.bands === undefined && root.cap === undefined,
  });
  return {
    of: new Map(
      criteria.flatMap((root, n) =>
        partsOf(root, sizes[n]).flatMap(({ id, size }) =>
          size ? [[id, worthOf(size, root)] as const] : [],
        ),
      ),
    ),
    total: unit === "weight" ? { share: sum.plus(price) } : { [unit]: sum },
    unknown,
  };
}

type Unit = "amount" | "ofPrice" | "weight";

function unitOf(type: EvaluationDocument["model"]["method"]["type"]): Unit | undefined {
  switch (type) {
    case "monetary":
      return "amount";
    case "percentage":
      return "ofPrice";
    case "points":
    case "quotient":
    case "fixed-price":
      return "weight";
    case "lowest-price":
    case "priority-order":
      return undefined;
  }
}

/** An amount for each point is known once every criterion under it has its scale. */
function sizeOf(root: Criterion, unit: Unit): Exact | undefined {
  if (unit === "weight") return root.weight === undefined ? undefined : Exact.of(root.weight);
  if (root.perPoint !== undefined && !hasEveryScale(root)) return undefined;
  const size = largestEffect(root);
  return size.isZero() ? undefined : size;
}

function hasEveryScale(criterion: Criterion): boolean {
  return leaves([criterion]).every(({ scale }) => scale !== undefined);
}

type Part = { readonly id: string; readonly size: Exact | undefined };

/** A criterion and everything under it; a part whose weight is missing has no size. */
function partsOf(criterion: Criterion, size: Exact | undefined): Part[] {
  const { id, children = [] } = criterion;
  const under = children.flatMap((child) => {
    const share = size && shareOf(child, criterion);
    return partsOf(child, share && size.times(share));
  });
  return [{ id, size }, ...under];
}

/**
 * The share of its group that full marks on a child are, 0–1. Under intervals a child has none of its
 * own: what its points are worth depends on the others'.
 */
function shareOf(child: Criterion, group: Criterion): Exact | undefined {
  if (group.bands !== undefined) return undefined;
  if (group.aggregate === "points") {
    const full = fullPoints(group);
    return full.isZero() || !hasEveryScale(group) ? undefined : fullPoints(child).over(full);
  }
  return child.weight === undefined ? undefined : Exact.of(child.weight).over(hundred);
}
