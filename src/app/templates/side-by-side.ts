/**
 * The models of the library beside each other, before one is chosen: what each is like, what a step
 * is worth in it, what the linter asks about it, and how it ranks the same imagined bids. Amounts in
 * kronor follow the price level of those bids. Nothing here becomes an evaluation.
 */
import type { Criterion, EvaluationDocument, Model, Scale } from "../../core/document/schema";
import type { Evaluation } from "../../core/evaluate";
import { evaluate } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import { Exact } from "../../core/number";
import type { ModelTest } from "../../lab/laboratory";
import { modelTest } from "../../lab/laboratory";
import { lint } from "../../lab/lint";
import {
  evaluateSynthetic,
  figureAt,
  plainLeaves,
  plainModel,
  syntheticBid,
} from "../../lab/synthetic-bids";
import type { Words } from "../../words/sv/words";
import type { TemplateName } from "./models";
import { templateNames } from "./models";
import { templateDocument } from "./template-document";

/** A bid that someone thinks may come: its price in kr, and how much of the quality, 0–1. */
export type ImaginedBid = {
  readonly name: string;
  readonly price: Exact;
  readonly quality: number;
};

/** A model of the library, with the imagined bids ranked by it where it ranks on price and quality. */
export type ModelBeside = {
  readonly name: TemplateName;
  readonly test: ModelTest;
  readonly findings: readonly Finding[];
  readonly ranked: Evaluation | undefined;
};

/** Every model of the library; `bids` may be empty, and then none is ranked. */
export function modelsBeside(bids: readonly ImaginedBid[], words: Words): ModelBeside[] {
  return templateNames.map((name) => {
    const template = templateDocument(name, words);
    const findings = lint(template);
    if (bids.length === 0 || !ranksTotals(template))
      return { name, test: modelTest(evaluate(template)), findings, ranked: undefined };
    const atLevel = atPriceLevel(template, bids);
    return {
      name,
      test: modelTest(offered(plainModel(atLevel), bids)),
      findings,
      ranked: rankedByModel(atLevel, bids),
    };
  });
}

/**
 * The imagined bids ranked by a model, each with the same part of full marks on every criterion.
 * @returns nothing where the model compares more than one total, or nobody bids yet
 */
export function rankedByModel(
  document: EvaluationDocument,
  bids: readonly ImaginedBid[],
): Evaluation | undefined {
  return ranksTotals(document) ? offered(onFineScales(plainModel(document)), bids) : undefined;
}

/** An imagined bid has one total: no years, no authorities, and no application without a price. */
function ranksTotals({ model, procurement }: EvaluationDocument): boolean {
  return !model.lifeCycle && !model.authorities && procurement.stage !== "selection";
}

/** The imagined bids, each with the same part of every scale. */
function offered(document: EvaluationDocument, bids: readonly ImaginedBid[]): Evaluation {
  const leaves = plainLeaves(document);
  return evaluateSynthetic(
    document,
    bids.map(({ name, price, quality }, n) => ({
      ...syntheticBid(`T${n + 1}`, price, leaves, (leaf) => figureAt(leaf, quality)),
      bidder: name,
    })),
  );
}

/** Levels and yes or no would round a quality of 80 per cent to what they have nearest. */
function onFineScales(document: EvaluationDocument): EvaluationDocument {
  const fine = ({ children, scale, ...criterion }: Criterion): Criterion => ({
    ...criterion,
    ...(children ? { children: children.map(fine) } : {}),
    ...(scale ? { scale: fineScale(scale) } : {}),
  });
  return { ...document, criteria: document.criteria.map(fine) };
}

/** A hundred steps to the highest level, since amounts may be paid by its points. */
function fineScale(scale: Scale): Scale {
  if (scale.type !== "levels" && scale.type !== "yes-no") return scale;
  const levels = scale.type === "levels" ? scale.levels.map(({ value }) => Exact.of(value)) : [];
  const max = Exact.largest(Exact.zero, ...levels);
  return max.isZero()
    ? { type: "points", max: "1", zero: "0", step: "0.01" }
    : { type: "points", max: max.toText(), zero: "0", step: max.over(Exact.count(100)).toText() };
}

/** The price that the amounts of the templates were made up for, in kr. */
const madeUpFor = Exact.of("1400000");

/** The template with its kronor in the same proportion to the imagined prices as to its own. */
function atPriceLevel(
  template: EvaluationDocument,
  bids: readonly ImaginedBid[],
): EvaluationDocument {
  const sum = bids.reduce((total, { price }) => total.plus(price), Exact.zero);
  const factor = sum.over(Exact.count(bids.length)).over(madeUpFor);
  const scaled = (kronor: string) => twoDigits(Exact.of(kronor).times(factor));
  return {
    ...template,
    model: { ...template.model, method: scaledMethod(template.model.method, scaled) },
    criteria: template.criteria.map((criterion) => scaledCriterion(criterion, scaled)),
  };
}

type Scaled = (kronor: string) => string;

function scaledMethod(method: Model["method"], scaled: Scaled): Model["method"] {
  if (method.type === "fixed-price") return { ...method, price: scaled(method.price) };
  if (method.type === "monetary" && method.constant !== undefined)
    return { ...method, constant: scaled(method.constant) };
  if (method.type !== "points" || method.price.scale.type !== "absolute-linear") return method;
  const { best, worst } = method.price.scale;
  const scale = { type: "absolute-linear" as const, best: scaled(best), worst: scaled(worst) };
  return { ...method, price: { ...method.price, scale } };
}

function scaledCriterion(criterion: Criterion, scaled: Scaled): Criterion {
  const { deduction, addition, perPoint, bands } = criterion;
  return {
    ...criterion,
    ...(deduction === undefined ? {} : { deduction: scaled(deduction) }),
    ...(addition === undefined ? {} : { addition: scaled(addition) }),
    ...(perPoint === undefined ? {} : { perPoint: scaled(perPoint) }),
    ...(bands && {
      bands: bands.map((band) => ({ ...band, deduction: scaled(band.deduction) })),
    }),
  };
}

/** An amount as someone would publish it: two digits and then zeros. */
function twoDigits(amount: Exact): string {
  const whole = amount.rounded(0, "half-up").toText();
  return whole.slice(0, 2) + "0".repeat(Math.max(0, whole.length - 2));
}
