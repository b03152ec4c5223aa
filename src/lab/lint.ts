/**
 * The linter of a published model: what a court has struck down or is likely to ask about, as
 * findings with place, reason and source. Blocking ones keep an award from being named until they
 * are mended or accepted by a recorded decision. It never changes a figure, and where the law is
 * silent it asks.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import type { Finding, Place } from "../core/finding";
import { finding, resting } from "../core/finding";
import { Exact } from "../core/number";
import { effectiveDocument } from "../core/document/effective";
import { anchorFindings } from "./anchors";
import { announcedFindings } from "./announced";
import { bandFindings, minimumFindings } from "./bands";
import type { ReferencePrice } from "./synthetic-bids";
import {
  figureAt,
  syntheticBid,
  outcomeOf,
  plainLeaves,
  plainModel,
  evaluateSynthetic,
  withoutLimits,
} from "./synthetic-bids";
import { largestDeduction, largestEffect } from "./limits";
import type { PricePair, Properties } from "./properties";
import { lowestQuality, properties } from "./properties";
import { syntheticReversal } from "./rank-reversal";
import { lastHolding, priceOf } from "./search";

/**
 * From this many root criteria on, small deductions are better gathered under points (Lindbäck,
 * Metodhandboken).
 */
const manyDeductions = 40;

/** @param evaluation of the same document, if it is at hand */
export function lint(
  given: EvaluationDocument,
  evaluation: Evaluation = evaluate(given),
): Finding[] {
  const document = effectiveDocument(given);
  const known = properties(document, evaluation);
  return [
    ...priceFindings(document, known),
    ...quotientFindings(document),
    ...relativeFindings(document, known),
    ...slopeFindings(document),
    ...anchorFindings(evaluation),
    ...zeroFindings(document, known),
    ...roundingFindings(document, known),
    ...blankRowFindings(document),
    ...tieFindings(document),
    ...[...everyCriterion(document.criteria)].flatMap((criterion) => [
      ...bandFindings(criterion),
      ...minimumFindings(criterion),
      ...announcedFindings(criterion),
    ]),
    ...(document.model.method.type === "monetary" ? document.criteria.flatMap(capFindings) : []),
    ...worthFindings(document, known, evaluation),
    ...alikeFindings(evaluation),
  ];
}

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
 * A price function that is not strictly monotone, price steps and floors among them (HFD 2022 ref.
 * 41).
 */
function priceFindings({ model }: EvaluationDocument, { monotone }: Properties): Finding[] {
  if (monotone.holds) return bandEnd(model);
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
    ...bandEnd(model),
  ];
}

/**
 * Above the last price band the model has no answer, unless a ceiling rejects such a price first.
 */
function bandEnd({ method, priceCeiling }: EvaluationDocument["model"]): Finding[] {
  if (method.type !== "points" || method.price.scale.type !== "bands") return [];
  const { bands } = method.price.scale;
  const rising = bands.every(
    ({ upTo }, n) => n === 0 || Exact.of(upTo).compare(Exact.of(bands[n - 1]?.upTo ?? "0")) > 0,
  );
  if (!rising)
    return [finding("price-bands-not-rising", "blocking", "model.method.price.scale.bands")];
  const last = bands.at(-1)?.upTo ?? "0";
  const isCovered =
    priceCeiling !== undefined && Exact.of(priceCeiling).compare(Exact.of(last)) <= 0;
  return isCovered
    ? []
    : [finding("price-bands-end", "warning", "model.method.price.scale.bands", { last })];
}

/** A quotient whose divisor can be zero has no answer for such a bid (domain.md A, Quotient). */
function quotientFindings({ model, criteria }: EvaluationDocument): Finding[] {
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
 * A model in which a bid that does not win can change who does, with an example in this
 * procurement's figures.
 */
function relativeFindings(
  document: EvaluationDocument,
  { independent, reference }: Properties,
): Finding[] {
  if (independent.holds) return [];
  const where =
    independent.because === "dependent-price"
      ? "model.method.price.scale.type"
      : "model.method.quality";
  const found = syntheticReversal(document, reference.price);
  const shown = (bid: { readonly price: Exact; readonly quality?: number } | undefined) => [
    bid?.price.toDecimal(2) ?? "",
    Exact.of(String(Math.round((bid?.quality ?? 0) * 100))).toText(),
  ];
  const example = found
    ? {
        a: shown(found.bids[0]),
        b: shown(found.bids[1]),
        c: shown(found.third),
        before: found.before,
        after: found.after,
      }
    : {};
  return [
    finding("rank-depends-on-other-bids", "warning", where, {
      because: independent.because,
      ...example,
    }),
  ];
}

/** A price cut that takes the highest bid back within the first slope costs it points. */
function slopeFindings({ model: { method } }: EvaluationDocument): Finding[] {
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

function zeroFindings(
  { model: { method } }: EvaluationDocument,
  { definedAtZero }: Properties,
): Finding[] {
  const equal =
    method.type === "points" && method.price.scale.type === "relative-range"
      ? [finding("price-undefined-when-equal", "warning", "model.method.price.scale.type")]
      : [];
  // A quotient's own finding says it, and blocks.
  if (definedAtZero.holds || method.type === "quotient") return equal;
  return [finding("price-zero-undefined", "warning", "model.method.price.scale.type"), ...equal];
}

/**
 * Before bids are in, optional price rows need a rule: once some price a row and others do not,
 * whatever is chosen decides between bids that are known.
 */
function blankRowFindings({ model, priceItems, bids }: EvaluationDocument): Finding[] {
  const ids = priceItems.filter(({ required }) => required === false).map(({ id }) => id);
  const isBefore = bids.every(
    ({ price, prices = {} }) => price === undefined && Object.keys(prices).length === 0,
  );
  return ids.length > 0 && isBefore && model.blankOptional === undefined
    ? [finding("optional-row-rule-missing", "blocking", "model.blankOptional", { ids })]
    : [];
}

/** A missing rounding rule, and a rounding so coarse that a price cut is not seen. */
function roundingFindings(document: EvaluationDocument, { reference }: Properties): Finding[] {
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
      ? smallestSeenCut(document, reference.price)
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

/**
 * The smallest price cut (in öre) at a price that changes the result by itself or against a bid
 * alike; nothing when none does.
 */
function smallestSeenCut(document: EvaluationDocument, price: Exact): Exact | undefined {
  const model = withoutLimits(plainModel(document));
  const leaves = plainLeaves(model);
  const full = (id: string, at: Exact) => syntheticBid(id, at, leaves, (leaf) => figureAt(leaf, 1));
  const seen = (ore: number) => {
    const evaluation = evaluateSynthetic(model, [
      full("A", price),
      full("B", price.minus(priceOf(ore))),
    ]);
    const [a, b] = [
      outcomeOf(evaluation, "A").result.value,
      outcomeOf(evaluation, "B").result.value,
    ];
    return a !== undefined && b !== undefined && !a.equals(b);
  };
  let high = 1;
  while (high < 1e9 && !seen(high)) high *= 2;
  return high >= 1e9
    ? undefined
    : priceOf(lastHolding(Math.floor(high / 2), high, (ore) => !seen(ore)) + 1);
}

/**
 * 15 of 20 real model texts have no rule for a tie, so this is the most useful question there is
 * (field.md).
 */
function tieFindings({ model: { ties, method } }: EvaluationDocument): Finding[] {
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
 * A cap that no deduction can reach, or on a criterion that has none, announces something that
 * never happens.
 */
function capFindings(root: Criterion): Finding[] {
  if (root.cap === undefined) return [];
  const [cap, most] = [Exact.of(root.cap), largestDeduction(root)];
  if (cap.compare(most) < 0 && !cap.isZero()) return [];
  return [
    finding("cap-without-effect", "blocking", `criteria[${root.id}].cap`, {
      id: root.id,
      name: root.name,
      cap: root.cap,
      most: most.toText(),
    }),
  ];
}

/** Criteria and sums that are worth too little or too much to do what they were announced for. */
function worthFindings(
  document: EvaluationDocument,
  { reference }: Properties,
  evaluation: Evaluation,
): Finding[] {
  const {
    criteria,
    model: { method },
  } = document;
  const named = ({ id, name }: Criterion) => ({ id, name });
  const weightless =
    method.type === "points" || method.type === "quotient" || method.type === "fixed-price";
  const idle =
    method.type === "lowest-price" || method.type === "priority-order"
      ? []
      : criteria.filter((root) =>
          weightless
            ? Exact.of(root.weight ?? "1").isZero()
            : isAnnounced(root) && largestEffect(root).isZero(),
        );
  const findings = idle.map((root) =>
    finding("criterion-cannot-matter", "warning", `criteria[${root.id}]`, named(root)),
  );
  if (method.type !== "monetary" || criteria.length === 0) return findings;
  const many =
    criteria.length >= manyDeductions
      ? [
          finding("many-small-deductions", "warning", "criteria", {
            count: criteria.length,
            least: manyDeductions,
          }),
        ]
      : [];
  return [
    ...findings,
    ...many,
    ...sumFindings(Exact.sum(criteria.map(largestEffect)), reference, priceGap(evaluation)).map(
      (each) => resting(each, ...sumPlaces(document)),
    ),
  ];
}

/** What added values and prices are read from. */
function sumPlaces({ criteria, bids, priceItems }: EvaluationDocument): Place[] {
  return [
    ...criteria.flatMap(({ id }) =>
      ["deduction", "addition", "perPoint", "cap", "bands", "scale"].map(
        (key) => `criteria[${id}].${key}`,
      ),
    ),
    ...priceItems.flatMap(({ id }) =>
      ["quantity", "periods"].map((key) => `priceItems[${id}].${key}`),
    ),
    ...bids.flatMap(({ id }) => ["price", "prices"].map((key) => `bids[${id}].${key}`)),
  ];
}

/** What all added values come to, held against the prices: at most one thing is said of it. */
function sumFindings(
  total: Exact,
  { price, from }: ReferencePrice,
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

/**
 * A criterion that told nobody apart: every compared bid got the same from it, so that it did not
 * count.
 */
function alikeFindings({ document, bids }: Evaluation): Finding[] {
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
          finding("criterion-same-for-all", "note", `criteria[${id}]`, {
            id,
            name,
            count: compared.length,
          }),
        ]
      : [];
  });
}

/** A criterion that is worth nothing by omission has a finding of its own, and blocks. */
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

/** From the lowest price to the next, over bids that are not rejected. */
function priceGap({ bids }: Evaluation): Exact | undefined {
  const prices = bids
    .flatMap(({ standing, price }) =>
      standing.value === "rejected" ? [] : (price.price.value ?? []),
    )
    .sort((a, b) => a.compare(b));
  const [first, second] = prices;
  return first && second && second.minus(first);
}
