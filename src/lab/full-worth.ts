/**
 * What full marks on each criterion are worth by the model alone: an amount where the method deducts
 * amounts, and the criterion's share of what all criteria, and the price where it has a weight, are
 * worth. It evaluates no bid.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { Exact } from "../core/number";
import { fullPoints, largestEffect } from "./limits";

/** The worth of one criterion; what the model does not say is left out. */
export type FullWorth = {
  /** In the procurement's currency. */
  readonly amount?: Exact;
  /** Per cent of the bid's own price. */
  readonly ofPrice?: Exact;
  /** Per cent of everything that is weighed. */
  readonly share?: Exact;
};

/** The worths by the ids of criteria, and what they come to together. */
export type FullWorths = {
  readonly of: ReadonlyMap<string, FullWorth>;
  readonly total: FullWorth;
};

const hundred = Exact.of("100");

/** The worth of every criterion and of all of them; empty in methods that weigh nothing. */
export function fullWorths({ criteria, model: { method } }: EvaluationDocument): FullWorths {
  const unit = unitOf(method.type);
  if (unit === undefined) return { of: new Map(), total: {} };
  const sizes = criteria.map((root) => sizeOf(root, unit));
  const sum = Exact.sum(sizes.flatMap((size) => size ?? []));
  const price = method.type === "points" ? Exact.of(method.price.weight) : Exact.zero;
  // Weights are per cent of everything by themselves; amounts are shares of their sum.
  const whole = unit === "weight" ? hundred : sum;
  const worthOf = (size: Exact): FullWorth => ({
    ...(unit === "weight" ? {} : { [unit]: size }),
    ...(whole.isZero() ? {} : { share: size.times(hundred).over(whole) }),
  });
  const entries = criteria.flatMap((root, n) =>
    partsOf(root, sizes[n]).map(({ id, size }) => [id, size && worthOf(size)] as const),
  );
  return {
    of: new Map(entries.flatMap(([id, worth]) => (worth ? [[id, worth] as const] : []))),
    total: unit === "weight" ? { share: sum.plus(price) } : { [unit]: sum },
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

function sizeOf(root: Criterion, unit: Unit): Exact | undefined {
  if (unit === "weight") return root.weight === undefined ? undefined : Exact.of(root.weight);
  const size = largestEffect(root);
  return size.isZero() ? undefined : size;
}

type Part = { readonly id: string; readonly size: Exact | undefined };

/** A criterion and everything under it; a part whose weight is missing has no size. */
function partsOf(criterion: Criterion, size: Exact | undefined): Part[] {
  const { id, children = [] } = criterion;
  return [
    { id, size },
    ...children.flatMap((child) => {
      const share = shareOf(child, criterion);
      return partsOf(child, size && share ? size.times(share) : undefined);
    }),
  ];
}

/** The share of its group that full marks on a child are, 0–1; a band gives no child one of its own. */
function shareOf(child: Criterion, group: Criterion): Exact | undefined {
  if (group.aggregate === "points") {
    const full = fullPoints(group);
    return full.isZero() || group.bands !== undefined ? undefined : fullPoints(child).over(full);
  }
  return child.weight === undefined ? undefined : Exact.of(child.weight).over(hundred);
}
