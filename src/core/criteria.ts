/**
 * How well a bid fulfils each criterion: shares (1 = full) and points, from the leaves up, and the
 * published minimums held against them. It knows nothing of kronor; what a share is worth is the
 * method's business.
 */
import type { Bid, Criterion, EvaluationDocument } from "./document/schema";
import { own } from "./document/schema";
import { Exact } from "./number";
import type { Inputs } from "./inputs";
import type { Leaf } from "./panel";
import { fullPointsOf, isOn, leafValue, lowerIsBetter, pointLimits } from "./panel";
import type { About, Step, What } from "./step";
import { clipped, difference, quotient, same, sum, weighted, within, yesIsOne } from "./arithmetic";
import { fixed, input } from "./step";
import { criterionAt } from "./place";

/** One criterion of one bid; `children` in document order. */
export type Fulfilment = {
  readonly criterion: Criterion;
  readonly children: readonly Fulfilment[];
  /** A leaf's value on its scale. */
  readonly value?: Step;
  /**
   * The points of a leaf or a points group, and the most it can have; not for weights groups and
   * measures.
   */
  readonly points?: Step;
  readonly fullPoints?: Step;
  /** Fulfilment share, 1 = full; negative when a level is a malus. */
  readonly share: Step;
  /** The minimums of this criterion: "met", "not-met", or missing while unscored. */
  readonly limits: readonly Limit[];
};

export type Limit = {
  readonly code: "below-minimum" | "below-minimum-share" | "below-minimum-points";
  readonly check: Step<string>;
};

/**
 * One bid's fulfilment of every root criterion, with the children inside. Shares 0–1 (a malus is
 * below 0), points as the scale has them.
 */
export function fulfilments(document: EvaluationDocument, bid: Bid, inputs: Inputs): Fulfilment[] {
  return document.criteria.map((root) => fulfilment(root, document, bid, inputs));
}

/**
 * The same of a bid in which scores have changed: what no changed score reaches is taken over.
 * @param before the bid before the change, and what it came to
 */
export function fulfilmentsAgain(
  document: EvaluationDocument,
  bid: Bid,
  inputs: Inputs,
  before: { readonly bid: Bid; readonly criteria: readonly Fulfilment[] },
): readonly Fulfilment[] {
  if (bid.scores === before.bid.scores) return before.criteria;
  const again = (known: Fulfilment): Fulfilment => {
    const { criterion, children } = known;
    if (isLeaf(criterion))
      return own(bid.scores, criterion.id) === own(before.bid.scores, criterion.id)
        ? known
        : ofLeaf(criterion, document, bid, inputs);
    const changed = children.map(again);
    return changed.every((child, n) => child === children[n])
      ? known
      : ofGroup(criterion, changed, bid, inputs);
  };
  return before.criteria.map(again);
}

/** Every criterion below and including these, parents first. */
export function everyFulfilment(
  roots: readonly Fulfilment[],
  found: Fulfilment[] = [],
): readonly Fulfilment[] {
  for (const each of roots) {
    found.push(each);
    everyFulfilment(each.children, found);
  }
  return found;
}

function fulfilment(
  criterion: Criterion,
  document: EvaluationDocument,
  bid: Bid,
  inputs: Inputs,
): Fulfilment {
  const children = (criterion.children ?? []).map((child) =>
    fulfilment(child, document, bid, inputs),
  );
  if (isLeaf(criterion)) return ofLeaf(criterion, document, bid, inputs);
  if (children.length === 0) return ofNothing(criterion, bid);
  return ofGroup(criterion, children, bid, inputs);
}

function ofGroup(
  group: Criterion,
  children: readonly Fulfilment[],
  bid: Bid,
  inputs: Inputs,
): Fulfilment {
  return group.aggregate === "points"
    ? ofPoints(group, children, bid, inputs)
    : ofWeights(group, children, bid, inputs);
}

function isLeaf(criterion: Criterion): criterion is Leaf {
  return criterion.scale !== undefined;
}

function about(what: What, criterion: Criterion, bid: Bid): About {
  return { what, bid: bid.id, id: criterion.id };
}

/**
 * A criterion with neither scale nor children cannot be scored; the model has a finding about it.
 */
function ofNothing(criterion: Criterion, bid: Bid): Fulfilment {
  return {
    criterion,
    children: [],
    share: fixed(about("share", criterion, bid), undefined),
    limits: [],
  };
}

function ofLeaf(leaf: Leaf, document: EvaluationDocument, bid: Bid, inputs: Inputs): Fulfilment {
  const { value, weakest } = leafValue(leaf, bid, document.evaluators, inputs);
  const fullPoints = fullPointsOf(leaf, inputs);
  const share = leafShare(leaf, bid, value, inputs);
  return {
    criterion: leaf,
    children: [],
    value,
    ...(fullPoints ? { points: value, fullPoints } : {}),
    share,
    limits: [...valueLimit(leaf, bid, weakest, inputs), ...shareLimit(leaf, bid, share, inputs)],
  };
}

/** format.md, Scales. */
function leafShare(leaf: Leaf, bid: Bid, value: Step, inputs: Inputs): Step {
  const { id } = leaf;
  const share = about("share", leaf, bid);
  if (isOn(leaf, "yes-no")) return same(share, value);
  if (isOn(leaf, "points")) {
    const [zero, max] = pointLimits(leaf, inputs);
    if (zero.value?.isZero()) return quotient(share, value, max);
    const reached = difference(about("above-zero", leaf, bid), value, zero);
    return quotient(share, reached, difference({ what: "scale-span", id }, max, zero));
  }
  if (isOn(leaf, "measure")) {
    const of = (what: What, key: "worst" | "best") =>
      inputs.number({ what, id }, criterionAt(id, "scale", key), leaf.scale[key]);
    const worst = of("scale-worst", "worst");
    const reached = difference(about("above-zero", leaf, bid), value, worst);
    const span = difference({ what: "scale-span", id }, of("scale-best", "best"), worst);
    return clipped(share, quotient(about("unclipped-share", leaf, bid), reached, span));
  }
  return quotient(share, value, fullPointsOf(leaf, inputs) ?? value);
}

function ofWeights(
  group: Criterion,
  children: readonly Fulfilment[],
  bid: Bid,
  inputs: Inputs,
): Fulfilment {
  const pairs = children.map(
    ({ criterion, share }) => [inputs.ofCriterion("weight", criterion, "weight"), share] as const,
  );
  const share = weighted(about("share", group, bid), pairs);
  return { criterion: group, children, share, limits: shareLimit(group, bid, share, inputs) };
}

/**
 * Points and maxima add up; a child that has no points leaves a gap, for the model has a finding
 * about it.
 */
function ofPoints(
  group: Criterion,
  children: readonly Fulfilment[],
  bid: Bid,
  inputs: Inputs,
): Fulfilment {
  const none = (what: What, child: Fulfilment) =>
    fixed(about(what, child.criterion, bid), undefined);
  const points = sum(
    about("points", group, bid),
    children.map((child) => child.points ?? none("points", child)),
  );
  const fullPoints = sum(
    { what: "full-points", id: group.id },
    children.map((child) => child.fullPoints ?? none("full-points", child)),
  );
  const share = quotient(about("share", group, bid), points, fullPoints);
  return {
    criterion: group,
    children,
    points,
    fullPoints,
    share,
    limits: [...pointsLimit(group, bid, points, inputs), ...shareLimit(group, bid, share, inputs)],
  };
}

/** On a scale where lower is better, the minimum is the highest figure that is accepted. */
function valueLimit(leaf: Leaf, bid: Bid, value: Step, inputs: Inputs): Limit[] {
  if (leaf.minimum === undefined) return [];
  const named = { what: "minimum", id: leaf.id } as const;
  const place = criterionAt(leaf.id, "minimum");
  const limit =
    leaf.scale.type === "yes-no"
      ? yesIsOne(named, input<string>(named, place, leaf.minimum))
      : inputs.number(named, place, leaf.minimum);
  const kind = lowerIsBetter(leaf.scale) ? "at-most" : "at-least";
  return [
    {
      code: "below-minimum",
      check: within({ ...about("limit-check", leaf, bid), detail: "value" }, kind, value, limit),
    },
  ];
}

function shareLimit(criterion: Criterion, bid: Bid, share: Step, inputs: Inputs): Limit[] {
  const { id, minimumShare } = criterion;
  if (minimumShare === undefined) return [];
  const percent = inputs.number(
    { what: "minimum-per-cent", id },
    criterionAt(id, "minimumShare"),
    minimumShare,
  );
  const limit = quotient(
    { what: "minimum-share", id },
    percent,
    fixed({ what: "per-cent" }, Exact.of("100")),
  );
  return [
    {
      code: "below-minimum-share",
      check: within(
        { ...about("limit-check", criterion, bid), detail: "share" },
        "at-least",
        share,
        limit,
      ),
    },
  ];
}

function pointsLimit(group: Criterion, bid: Bid, points: Step, inputs: Inputs): Limit[] {
  const { id, minimumPoints } = group;
  if (minimumPoints === undefined) return [];
  const limit = inputs.number(
    { what: "minimum-points", id },
    criterionAt(id, "minimumPoints"),
    minimumPoints,
  );
  return [
    {
      code: "below-minimum-points",
      check: within(
        { ...about("limit-check", group, bid), detail: "points" },
        "at-least",
        points,
        limit,
      ),
    },
  ];
}
