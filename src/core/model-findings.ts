/**
 * What in the model keeps it from being computed as published: weights that do not add up, a
 * criterion that is worth nothing or cannot be scored, a key the method does not read. Whether a
 * computable model is wise or lawful is the laboratory's question, not this file's.
 */
import { worthKeys } from "./document/worth-keys";
import type { Criterion, EvaluationDocument } from "./document/schema";
import { everyCriterion } from "./document/schema";
import type { Finding } from "./finding";
import { finding, resting } from "./finding";
import { fractionsMeant } from "./rounded-weights";
import type { Method } from "./methods/method";
import { worthsRead } from "./methods/method";
import { Exact } from "./number";
import { milestoneFindings } from "./milestone-findings";
import { procedureFindings } from "./procedure-findings";
import { criterionAt, evaluatorAt, modelAt, priceAt, requirementAt } from "./place";

/**
 * What keeps the document's model from being computed as published, and what in it has no effect.
 */
export function modelFindings(document: EvaluationDocument, method: Method): Finding[] {
  const { criteria, model, procurement } = document;
  const nodes = [...everyCriterion(criteria)];
  return [
    ...procedureFindings(document),
    ...milestoneFindings(document),
    ...criteria.flatMap((root) => worthFindings(root, method)),
    ...rootWeights(document, method),
    ...methodFindings(document),
    ...nodes.flatMap(scaleFindings),
    ...nodes.flatMap(groupFindings),
    ...nodes.flatMap((each) => panelFindings(each, document.evaluators.length)),
    ...(model.rounding.grades &&
    model.method.type !== "points" &&
    model.method.type !== "fixed-price"
      ? [
          finding("rounding-without-effect", "warning", "model.rounding.grades", {
            method: method.type,
          }),
        ]
      : []),
    ...document.requirements
      .filter(({ negotiable }) => negotiable && !procurement.procedure.startsWith("negotiated"))
      .map(({ id }) =>
        finding("negotiable-outside-negotiation", "warning", requirementAt(id, "negotiable"), {
          id,
        }),
      ),
    ...document.evaluators
      .filter(({ conflictDeclared, measure = "" }) => conflictDeclared && measure.trim() === "")
      .map(({ id, name }) =>
        finding("conflict-declared", "warning", evaluatorAt(id, "conflictDeclared"), { id, name }),
      ),
  ];
}

/**
 * LOU 16 kap. 6 §: criteria are weighted against each other, and format.md wants exactly 100 per
 * cent.
 */
function rootWeights({ criteria, model }: EvaluationDocument, { worth }: Method): Finding[] {
  if (!worth.needs.includes("weight")) return [];
  const { method } = model;
  const price = method.type === "points" ? method.price.weight : undefined;
  const given = criteria.flatMap(({ weight }) => weight ?? []);
  if (given.length < criteria.length) return [];
  const total = Exact.sum(
    [...given, ...(price === undefined ? [] : [price])].map((weight) => Exact.of(weight)),
  );
  if (total.equals(Exact.of("100"))) return [];
  const details = {
    ...fractionsMeant([...given, ...(price === undefined ? [] : [price])]),
    ids: criteria.map(({ id }) => id),
    sum: total.toText(),
    ...(price === undefined ? {} : { price }),
  };
  const [first] = criteria;
  return [
    finding(
      "weights-not-100",
      "blocking",
      price === undefined && first ? criterionAt(first.id, "weight") : "model.method.price.weight",
      details,
    ),
  ];
}

function methodFindings({ criteria, model, bids, procurement }: EvaluationDocument): Finding[] {
  const { method } = model;
  if (
    method.type === "points" &&
    method.price.scale.type === "absolute-linear" &&
    Exact.of(method.price.scale.best).equals(Exact.of(method.price.scale.worst))
  ) {
    return [finding("price-scale-without-span", "blocking", "model.method.price.scale.best")];
  }
  if (method.type === "points" && method.price.scale.type === "relative-slope")
    return slopeFindings(method.price.scale);
  if (method.type === "fixed-price") {
    const differing = bids.filter(
      ({ price }) => price !== undefined && !Exact.of(price).equals(Exact.of(method.price)),
    );
    return differing.map(({ id, bidder, price = "" }) =>
      finding("price-not-the-fixed", "warning", priceAt(id), {
        bid: id,
        bidder,
        price,
        fixed: method.price,
      }),
    );
  }
  if (method.type !== "priority-order") return [];
  const isOrdered = (each: Criterion): boolean =>
    method.order.includes(each.id) || (each.children?.every(isOrdered) ?? false);
  return [
    ...criteria
      .filter((root) => !isOrdered(root))
      .map(({ id, name }) =>
        finding("criterion-not-in-order", "blocking", criterionAt(id), { id, name }),
      ),
    // Candidates in a selection state no price (LOU 4 kap. 6 §).
    ...(method.order.includes("price") || procurement.stage === "selection"
      ? []
      : [finding("price-not-in-order", "blocking", "model.method.order")]),
  ];
}

/** A slope that ends where it begins divides by zero; a wider one that is not wider says nothing. */
function slopeFindings(scale: {
  readonly zeroAt: string;
  readonly wider?: string | undefined;
}): Finding[] {
  const { zeroAt, wider } = scale;
  const isFlat = Exact.of(zeroAt).isZero();
  const isNotWider = wider !== undefined && Exact.of(wider).compare(Exact.of(zeroAt)) <= 0;
  if (!isFlat && !isNotWider) return [];
  const place = modelAt("method", "price", "scale", isFlat ? "zeroAt" : "wider");
  const details = { zeroAt, wider: isFlat ? "" : (wider ?? "") };
  return [finding("price-slope-unusable", "blocking", place, details)];
}

/**
 * An announced criterion that is not evaluated annuls the award (Conseil d'État/RvS 231.636), so it
 * blocks.
 */
function worthFindings(root: Criterion, method: Method): Finding[] {
  const { needs } = method.worth;
  const read = worthsRead(method);
  const place = criterionAt(root.id);
  const named = { id: root.id, name: root.name };
  const worthless = needs.length > 0 && !needs.some((key) => root[key] !== undefined);
  const ignoredKeys = worthKeys.filter((key) => root[key] !== undefined && !read.includes(key));
  return [
    ...(worthless
      ? [
          resting(
            finding("criterion-without-worth", "blocking", place, named),
            ...needs.map((key) => `${place}.${key}`),
          ),
        ]
      : []),
    ...ignoredKeys.map((key) =>
      finding("key-without-effect", "warning", `${place}.${key}`, {
        ...named,
        key,
        method: method.type,
      }),
    ),
  ];
}

function scaleFindings(criterion: Criterion): Finding[] {
  const { id, name, scale, children } = criterion;
  const place = criterionAt(id, "scale");
  if (!scale)
    return children
      ? []
      : [
          resting(
            finding("criterion-without-scale", "blocking", criterionAt(id), { id, name }),
            place,
          ),
        ];
  const zero = (text: string) => Exact.of(text).isZero();
  const flat =
    (scale.type === "points" && Exact.of(scale.max).compare(Exact.of(scale.zero)) <= 0) ||
    (scale.type === "measure" && Exact.of(scale.best).equals(Exact.of(scale.worst))) ||
    (scale.type === "levels" &&
      scale.levels.every(({ value }) => zero(value) || value.startsWith("-")));
  return flat ? [finding("scale-without-span", "blocking", place, { id, name })] : [];
}

function groupFindings(group: Criterion): Finding[] {
  const { id, children = [], aggregate } = group;
  if (children.length === 0) return needsPoints(group) ? pointless(group) : [];
  if (aggregate === "points") return children.flatMap(pointless);
  const weights = children.map(({ weight }) => weight);
  const missing = children.filter(({ weight }) => weight === undefined);
  if (missing.length > 0) {
    return missing.map((child) =>
      finding("weight-missing", "blocking", criterionAt(child.id, "weight"), {
        id: child.id,
        name: child.name,
      }),
    );
  }
  const total = Exact.sum(weights.map((weight) => Exact.of(weight ?? "0")));
  if (total.equals(Exact.of("100"))) return needsPoints(group) ? pointless(group) : [];
  return [
    finding("weights-not-100", "blocking", criterionAt(id, "children"), {
      id,
      name: group.name,
      ...fractionsMeant(weights.flatMap((weight) => weight ?? [])),
      sum: total.toText(),
      ids: children.map((child) => child.id),
    }),
  ];
}

function needsPoints({ perPoint, bands }: Criterion): boolean {
  return perPoint !== undefined || bands !== undefined;
}

/** Measures and weights groups have a share but no points. */
function pointless(criterion: Criterion): Finding[] {
  const { id, name, scale, children, aggregate } = criterion;
  const has = children ? aggregate === "points" : scale !== undefined && scale.type !== "measure";
  return has
    ? []
    : [
        resting(
          finding("criterion-without-points", "blocking", criterionAt(id), { id, name }),
          criterionAt(id, "scale"),
        ),
      ];
}

function panelFindings(
  { id, name, panel, perConsultant, scale }: Criterion,
  evaluators: number,
): Finding[] {
  const place = criterionAt(id, "panel");
  const computed = panel === "mean" || panel === "median";
  if (computed && (perConsultant || scale?.type === "sus"))
    return [finding("panel-not-computable", "blocking", place, { id, name })];
  if (computed && evaluators === 0)
    return [finding("panel-without-evaluators", "blocking", place, { id, name })];
  return [];
}
