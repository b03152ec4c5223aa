/**
 * The range of each criterion in a model: the lowest and highest share and points of a bid that is
 * not rejected, and the most that a root criterion is worth. It reads the model and no bids.
 */
import type { Criterion, Scale } from "../core/document/schema";
import { Exact } from "../core/number";

const hundred = Exact.of("100");

/** The lowest share (0–1, a malus below 0) that a bid which is not rejected can have. */
export function lowestShare(criterion: Criterion): Exact {
  const least =
    criterion.minimumShare === undefined
      ? undefined
      : Exact.of(criterion.minimumShare).over(hundred);
  const reached = criterion.children
    ? lowestOfGroup(criterion, criterion.children)
    : criterion.scale
      ? lowestOnScale(criterion, criterion.scale)
      : Exact.zero;
  return least ? Exact.largest(least, reached) : reached;
}

function lowestOfGroup(group: Criterion, children: readonly Criterion[]): Exact {
  if (group.aggregate === "points") {
    const full = fullPoints(group);
    return full.compare(Exact.zero) > 0 ? lowestPoints(group).over(full) : Exact.zero;
  }
  return Exact.sum(
    children.map((child) =>
      Exact.of(child.weight ?? "0")
        .over(hundred)
        .times(lowestShare(child)),
    ),
  );
}

function lowestOnScale({ minimum }: Criterion, scale: Scale): Exact {
  const top = highestValue(scale);
  const least =
    minimum !== undefined && minimum !== "yes" && minimum !== "no" ? Exact.of(minimum) : undefined;
  switch (scale.type) {
    case "yes-no":
      return minimum === "yes" ? Exact.one : Exact.zero;
    case "levels": {
      const allowed = scale.levels
        .map(({ value }) => Exact.of(value))
        .filter((value) => !least || value.compare(least) >= 0);
      const [first, ...rest] = allowed;
      return first && !top.isZero() ? Exact.smallest(first, ...rest).over(top) : Exact.zero;
    }
    case "points": {
      const [zero, max] = [Exact.of(scale.zero), Exact.of(scale.max)];
      return least && max.compare(zero) > 0 ? least.minus(zero).over(max.minus(zero)) : Exact.zero;
    }
    case "measure": {
      const [worst, best] = [Exact.of(scale.worst), Exact.of(scale.best)];
      if (!least || best.equals(worst)) return Exact.zero;
      return Exact.largest(
        Exact.zero,
        Exact.smallest(Exact.one, least.minus(worst).over(best.minus(worst))),
      );
    }
    case "sus":
      return least ? least.over(hundred) : Exact.zero;
  }
}

/** The fewest points that a bid which is not rejected can have; for leaves and points groups. */
export function lowestPoints({ children, scale, minimum, minimumPoints }: Criterion): Exact {
  const least =
    minimum === "yes"
      ? Exact.one
      : minimum === undefined || minimum === "no"
        ? undefined
        : Exact.of(minimum);
  const reached = children
    ? Exact.sum(children.map(lowestPoints))
    : scale
      ? Exact.largest(lowestValue(scale), least ?? lowestValue(scale))
      : Exact.zero;
  return minimumPoints === undefined ? reached : Exact.largest(reached, Exact.of(minimumPoints));
}

/** The most points a leaf or a points group can have. */
export function fullPoints({ children, scale }: Criterion): Exact {
  return children ? Exact.sum(children.map(fullPoints)) : scale ? highestValue(scale) : Exact.zero;
}

function highestValue(scale: Scale): Exact {
  switch (scale.type) {
    case "yes-no":
    case "measure":
      return Exact.one;
    case "levels":
      return extreme(scale.levels, (...values) => Exact.largest(...values));
    case "points":
      return Exact.of(scale.max);
    case "sus":
      return hundred;
  }
}

function lowestValue(scale: Scale): Exact {
  if (scale.type === "levels")
    return extreme(scale.levels, (...values) => Exact.smallest(...values));
  return scale.type === "points" ? Exact.of(scale.zero) : Exact.zero;
}

function extreme(
  levels: readonly { readonly value: string }[],
  pick: (first: Exact, ...rest: Exact[]) => Exact,
): Exact {
  const [first = Exact.zero, ...rest] = levels.map(({ value }) => Exact.of(value));
  return pick(first, ...rest);
}

/** The largest deduction of a root criterion before its cap, in kr. */
export function largestDeduction(root: Criterion): Exact {
  if (root.deduction !== undefined) return Exact.of(root.deduction);
  if (root.perPoint !== undefined) return Exact.of(root.perPoint).times(fullPoints(root));
  const [first = Exact.zero, ...rest] = (root.bands ?? []).map(({ deduction }) =>
    Exact.of(deduction),
  );
  return Exact.largest(first, ...rest);
}

/**
 * The effect of a root criterion on the result, from its worst to its best, in kr (`monetary`) or
 * per cent.
 */
export function largestEffect(root: Criterion): Exact {
  const whole = largestDeduction(root);
  const deduction = root.cap === undefined ? whole : Exact.smallest(whole, Exact.of(root.cap));
  const percent = Exact.of(root.deductionPercent ?? "0").plus(
    Exact.of(root.additionPercent ?? "0"),
  );
  return deduction.plus(Exact.of(root.addition ?? "0")).plus(percent);
}
