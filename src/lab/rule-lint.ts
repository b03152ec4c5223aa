/**
 * Lint of the model's rules: rules that must be published and are missing (rounding, ties, blank
 * optional rows), and rules without effect. It changes no figure.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { MadeOf } from "../core/made-of";
import { Exact } from "../core/number";
import type { Properties } from "./properties";
import { lastHolding, priceOf } from "./search";
import {
  evaluateSynthetic,
  figureAt,
  outcomeOf,
  plainLeaves,
  plainModel,
  syntheticBid,
  withoutLimits,
} from "./synthetic-bids";

/** A missing rounding rule, and a rounding so coarse that it hides a price cut of one öre. */
export function roundingFindings(
  document: EvaluationDocument,
  { reference }: Properties,
): Finding[] {
  const { rounding, method } = document.model;
  const missing =
    rounding.result === undefined
      ? [finding("rounding-rule-missing", "warning", "model.rounding.result")]
      : [];
  if (method.type === "fixed-price" || method.type === "priority-order") return missing;
  const where = rounding.grades
    ? "model.rounding.grades"
    : rounding.price
      ? "model.rounding.price"
      : "model.rounding.result";
  const cut =
    rounding.grades || rounding.price || rounding.result
      ? cuts.get(
          document.criteria,
          [document.model, document.procurement, reference.price.toText()],
          () => ({
            cut: smallestSeenCut(document, reference.price),
          }),
        ).cut
      : undefined;
  if (!cut || cut.compare(priceOf(1)) <= 0) return missing;
  const severity = cut.compare(Exact.one) <= 0 ? "note" : "warning";
  return [
    ...missing,
    finding("rounding-hides-price", severity, where, {
      cut: cut.toDecimal(2),
      price: reference.price.toDecimal(2),
    }),
  ];
}

const cuts = new MadeOf<EvaluationDocument["criteria"], { readonly cut: Exact | undefined }>();

/**
 * The smallest price cut that changes the rounded result of a bid at the price.
 * @returns kr, in whole öre; undefined when no cut below 10 million kr does
 */
function smallestSeenCut(document: EvaluationDocument, price: Exact): Exact | undefined {
  const model = withoutLimits(plainModel(document));
  const leaves = plainLeaves(model);
  const fullMarks = (id: string, offer: Exact) =>
    syntheticBid(id, offer, leaves, (leaf) => figureAt(leaf, 1));
  const isSeen = (ore: number) => {
    const evaluation = evaluateSynthetic(model, [
      fullMarks("A", price),
      fullMarks("B", price.minus(priceOf(ore))),
    ]);
    const [a, b] = [
      outcomeOf(evaluation, "A").result.value,
      outcomeOf(evaluation, "B").result.value,
    ];
    return a !== undefined && b !== undefined && !a.equals(b);
  };
  let high = 1;
  while (high < 1e9 && !isSeen(high)) high *= 2;
  return high >= 1e9
    ? undefined
    : priceOf(lastHolding(Math.floor(high / 2), high, (ore) => !isSeen(ore)) + 1);
}

/**
 * A missing tie rule, a rule without effect, and a chain that can end without an answer. Of 20 real
 * model texts 15 had no tie rule at all.
 */
export function tieFindings({ model: { ties, method } }: EvaluationDocument): Finding[] {
  if (ties.length === 0) return [finding("tie-rule-missing", "warning", "model.ties")];
  const idle =
    ties.includes("highest-deduction") &&
    method.type !== "monetary" &&
    method.type !== "percentage";
  return [
    ...(idle
      ? [finding("tie-rule-without-effect", "warning", "model.ties", { rule: "highest-deduction" })]
      : []),
    ...(ties.includes("lottery") ? [] : [finding("tie-chain-may-end", "note", "model.ties")]),
  ];
}

/**
 * Optional price rows need a rule before bids are in: chosen later, the rule decides between bids
 * that are known.
 */
export function blankRowFindings({ model, priceItems, bids }: EvaluationDocument): Finding[] {
  const ids = priceItems.filter(({ required }) => required === false).map(({ id }) => id);
  const isWithoutPrices = bids.every(
    ({ price, prices = {} }) => price === undefined && Object.keys(prices).length === 0,
  );
  return ids.length > 0 && isWithoutPrices && model.blankOptional === undefined
    ? [finding("optional-row-rule-missing", "blocking", "model.blankOptional", { ids })]
    : [];
}
