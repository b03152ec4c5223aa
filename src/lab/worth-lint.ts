/**
 * Lint of the worth of criteria: caps, weights and deductions without effect, sums compared with
 * the prices, and criteria that gave every bid the same amount. It changes no figure.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import { finding, resting } from "../core/finding";
import { Exact } from "../core/number";
import { largestDeduction, largestEffect } from "./limits";
import type { Properties } from "./properties";
import { bidAt, criterionAt, priceItemAt } from "../core/place";

/**
 * From this many root criteria, small deductions are better gathered under points (Lindbäck,
 * Metodhandboken).
 */
const leastManyDeductions = 40;

/** Finds a cap that no deduction can reach, and a cap without a deduction. */
export function capFindings(root: Criterion): Finding[] {
  if (root.cap === undefined) return [];
  const [cap, most] = [Exact.of(root.cap), largestDeduction(root)];
  if (cap.compare(most) < 0 && !cap.isZero()) return [];
  return [
    finding("cap-without-effect", "blocking", criterionAt(root.id, "cap"), {
      id: root.id,
      name: root.name,
      cap: root.cap,
      most: most.toText(),
    }),
  ];
}

/** Finds criteria and sums whose worth is too small or too large to have the announced effect. */
export function worthFindings(
  document: EvaluationDocument,
  { reference }: Properties,
  evaluation: Evaluation,
): Finding[] {
  const { criteria, model } = document;
  const idle = idleFindings(document);
  if (model.method.type !== "monetary" || criteria.length === 0) return idle;
  const total = Exact.sum(criteria.map(largestEffect));
  return [
    ...idle,
    ...manyDeductionFindings(criteria.length),
    ...sumFindings(total, reference, priceGap(evaluation)).map((item) =>
      resting(item, ...sumPlaces(document)),
    ),
  ];
}

/** Criteria with a weight of 0, or with an announced worth whose largest effect is 0. */
function idleFindings({ criteria, model: { method } }: EvaluationDocument): Finding[] {
  if (method.type === "lowest-price" || method.type === "priority-order") return [];
  const hasWeights =
    method.type === "points" || method.type === "quotient" || method.type === "fixed-price";
  const isIdle = (root: Criterion) =>
    hasWeights
      ? Exact.of(root.weight ?? "1").isZero()
      : isAnnounced(root) && largestEffect(root).isZero();
  return criteria
    .filter(isIdle)
    .map(({ id, name }) =>
      finding("criterion-cannot-matter", "warning", criterionAt(id), { id, name }),
    );
}

function manyDeductionFindings(count: number): Finding[] {
  if (count < leastManyDeductions) return [];
  return [
    finding("many-small-deductions", "warning", "criteria", { count, least: leastManyDeductions }),
  ];
}

/** Whether a worth is given; a missing one already has a blocking finding of the engine. */
function isAnnounced(root: Criterion): boolean {
  return [
    root.deduction,
    root.addition,
    root.perPoint,
    root.bands,
    root.deductionPercent,
    root.additionPercent,
  ].some((worth) => worth !== undefined);
}

/** Compares the sum of all added values with the prices; at most one finding. */
function sumFindings(
  total: Exact,
  { price, from }: Properties["reference"],
  gap: Exact | undefined,
): Finding[] {
  const sums = { total: total.toText(), price: price.toDecimal(2), from };
  if (from !== "assumed" && total.compare(price) > 0)
    return [finding("deductions-exceed-price", "warning", "criteria", sums)];
  if (gap && total.compare(gap) < 0)
    return [
      finding("deductions-below-price-gap", "warning", "criteria", {
        ...sums,
        gap: gap.toDecimal(2),
      }),
    ];
  const isSmall = from !== "assumed" && total.times(Exact.of("100")).compare(price) < 0;
  return isSmall ? [finding("deductions-too-small", "warning", "criteria", sums)] : [];
}

/** The places that the sums of added values and the prices come from. */
function sumPlaces({ criteria, bids, priceItems }: EvaluationDocument): Place[] {
  return [
    ...criteria.flatMap(({ id }) =>
      (["deduction", "addition", "perPoint", "cap", "bands", "scale"] as const).map((key) =>
        criterionAt(id, key),
      ),
    ),
    ...priceItems.flatMap(({ id }) =>
      (["quantity", "periods"] as const).map((key) => priceItemAt(id, key)),
    ),
    ...bids.flatMap(({ id }) => (["price", "prices"] as const).map((key) => bidAt(id, key))),
  ];
}

/** kr from the lowest price to the next, over bids that are not rejected. */
function priceGap({ bids }: Evaluation): Exact | undefined {
  const prices = bids
    .flatMap(({ standing, price }) =>
      standing.value === "rejected" ? [] : (price.price.value ?? []),
    )
    .sort((a, b) => a.compare(b));
  const [first, second] = prices;
  return first && second && second.minus(first);
}

/** Finds criteria that gave every compared bid the same amount, and so decided nothing. */
export function alikeFindings({ document, bids }: Evaluation): Finding[] {
  const compared = bids.filter(({ standing }) => standing.value !== "rejected");
  if (compared.length < 2) return [];
  return document.criteria.flatMap(({ id, name }) => {
    const values = compared.flatMap(({ adjustmentOf }) => adjustmentOf.get(id)?.value ?? []);
    const [first] = values;
    const isAlike =
      first !== undefined &&
      values.length === compared.length &&
      values.every((value) => value.equals(first));
    return isAlike
      ? [
          finding("criterion-same-for-all", "note", criterionAt(id), {
            id,
            name,
            count: compared.length,
          }),
        ]
      : [];
  });
}
