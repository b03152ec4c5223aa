/**
 * Synthetic bids, which the exact engine evaluates to show how a model behaves. The document's
 * own bids, requirements and panels are left out, so that the answer depends on the model alone.
 * Nothing here enters an evaluation.
 */
import type {
  Bid,
  Criterion,
  EvaluationDocument,
  Evaluator,
  Scale,
  Score,
} from "../core/document/schema";
import { leaves } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { decimalPattern, Exact } from "../core/number";
import type { Variant } from "../core/variant";
import { fullWorths } from "./full-worth";

/** A leaf that takes one figure, on a scale whose figures can be listed. */
export type PlainLeaf = Criterion & { readonly scale: Scale };

/**
 * The model without bids, and with one figure for each criterion instead of a panel's. Nothing that
 * was recorded or decided comes with it: a synthetic bid has an id of its own choice, and would be
 * withheld or corrected where a real bid of that id is.
 */
export function plainModel({
  format,
  procurement: { prices: _sealed, ...procurement },
  model: { authorities: _authorities, contracts: _contracts, ...model },
  criteria,
}: EvaluationDocument): EvaluationDocument {
  return {
    format,
    procurement,
    // A synthetic bid states one total, as of one contract.
    model,
    requirements: [],
    evaluators: [],
    priceItems: [],
    criteria: criteria.map(plainCriterion),
    bids: [],
  };
}

function plainCriterion({
  panel: _panel,
  perConsultant: _consultants,
  children,
  scale,
  ...criterion
}: Criterion): Criterion {
  if (children) return { ...criterion, children: children.map(plainCriterion) };
  return {
    ...criterion,
    ...(scale
      ? {
          scale:
            scale.type === "sus" ? { type: "points", max: "100", zero: "0", step: "2.5" } : scale,
        }
      : {}),
  };
}

/** The model without minimums, ceilings and rules that reject, so that every bid is compared. */
export function withoutLimits(model: EvaluationDocument): EvaluationDocument {
  const { priceCeiling: _ceiling, zeroPrice: _zero, ...rest } = model.model;
  return { ...model, model: rest, criteria: model.criteria.map(unlimited) };
}

function unlimited({
  minimum: _value,
  minimumShare: _share,
  minimumPoints: _points,
  children,
  ...criterion
}: Criterion): Criterion {
  return { ...criterion, ...(children ? { children: children.map(unlimited) } : {}) };
}

/** The model without intermediate rounding. */
export function withoutRounding(model: EvaluationDocument): EvaluationDocument {
  return { ...model, model: { ...model.model, rounding: {} } };
}

/** The leaves of a plain model that have a scale. */
export function plainLeaves(model: EvaluationDocument): PlainLeaf[] {
  return leaves(model.criteria).filter((leaf): leaf is PlainLeaf => leaf.scale !== undefined);
}

/**
 * The figures a leaf can take, worst first.
 * @param parts into how many equal steps a scale without steps of its own is divided
 */
export function figuresOn(scale: Scale, parts = 10): string[] {
  switch (scale.type) {
    case "yes-no":
      return ["no", "yes"];
    case "levels":
      return scale.levels
        .map(({ value }) => value)
        .sort((a, b) => Exact.of(a).compare(Exact.of(b)));
    case "points":
      return stepped(
        Exact.of(scale.zero),
        Exact.of(scale.max),
        scale.step === undefined ? undefined : Exact.of(scale.step),
        parts,
      );
    case "measure":
      return stepped(Exact.of(scale.worst), Exact.of(scale.best), undefined, parts);
    case "sus":
      return stepped(Exact.zero, Exact.of("100"), Exact.of("2.5"), parts);
  }
}

/** A scale is sampled down to this many figures; its ends are always among them. */
const mostFigures = 1001;

/**
 * The figures from one end to the other: by the scale's step, by whole points where it has none,
 * or in equal parts.
 */
function stepped(from: Exact, to: Exact, step: Exact | undefined, parts: number): string[] {
  const span = to.minus(from);
  const isWhole =
    span.equals(span.rounded(0, "down")) &&
    span.compare(Exact.of("2")) >= 0 &&
    span.compare(Exact.of("200")) <= 0;
  const size = step && !step.isZero() ? step : isWhole ? Exact.one : span.over(Exact.count(parts));
  const count = size.isZero() ? 0 : Number(span.over(size).rounded(0, "down").toText());
  const stride = Math.ceil(count / (mostFigures - 1)) || 1;
  const steps = Array.from({ length: Math.floor(count / stride) + 1 }, (_, n) => n * stride);
  if (steps.at(-1) !== count) steps.push(count);
  return steps.map((n) =>
    from
      .plus(size.times(Exact.count(n)))
      .rounded(10, "half-up")
      .toText(),
  );
}

/** A synthetic bid at a price, with a figure on every leaf. */
export function syntheticBid(
  id: string,
  price: Exact,
  leavesOf: readonly PlainLeaf[],
  figure: (leaf: PlainLeaf) => string,
): Bid {
  return {
    id,
    bidder: id,
    price: written(price),
    answers: {},
    scores: Object.fromEntries(leavesOf.map((leaf) => [leaf.id, { value: figure(leaf) }])),
  };
}

/** The same bid at another price. */
export function pricedAt(bid: Bid, price: Exact): Bid {
  return { ...bid, price: written(price) };
}

/**
 * The price as a decimal of the document format. A larger price than the format can hold is
 * replaced by the largest.
 */
function written(price: Exact): string {
  const text = price.rounded(10, "half-up").toText();
  return decimalPattern.test(text) ? text : `${text.startsWith("-") ? "-" : ""}999999999999999`;
}

/**
 * A figure in the form that the leaf's panel gives it: one value, one for each evaluator, one
 * person's value, or a completed questionnaire.
 */
export function panelScore(
  { scale, panel, perConsultant, perParticipant }: PlainLeaf,
  figure: string,
  evaluators: readonly Evaluator[],
): Score {
  if (scale.type === "sus") return { value: [susAnswers(Number(figure))] };
  if (perConsultant || perParticipant) return { value: [figure] };
  if (panel === "mean" || panel === "median")
    return { assessments: evaluators.map(({ id }) => ({ evaluator: id, value: figure })) };
  return { value: figure };
}

type SusAnswer = "1" | "2" | "3" | "4" | "5";

/** Ten answers that give a SUS score; each step of 2.5 is one answer one place better. */
function susAnswers(score: number): SusAnswer[] {
  const places = Math.round(score / 2.5);
  return Array.from({ length: 10 }, (_, n) => {
    const better = Math.min(4, Math.max(0, places - 4 * n));
    return String(n % 2 === 0 ? 1 + better : 5 - better) as SusAnswer;
  });
}

/** The figure at this part of a scale, from 0 (worst) to 1 (best). */
export function figureAt(leaf: PlainLeaf, part: number): string {
  const figures = figuresOn(leaf.scale);
  return figures[Math.round(part * (figures.length - 1))] ?? "0";
}

/** Evaluates synthetic bids in a model. */
export function evaluateSynthetic(model: EvaluationDocument, bids: readonly Bid[]): Evaluation {
  return evaluate({ ...model, bids: [...bids] });
}

/**
 * The outcome of one of the bids.
 * @throws Error if there is no such bid, which is a bug of the caller
 */
export function outcomeOf({ bids }: Evaluation, id: string): BidEvaluation {
  const found = bids.find(({ bid }) => bid.id === id);
  if (!found) throw new Error(`no bid ${id}`);
  return found;
}

/**
 * Positive when `one` is ahead of `other`, 0 when they are equal, negative when behind; undefined
 * while either has no result.
 */
export function lead(variant: Variant, one: string, other: string): number | undefined {
  const [first, second] = [variant.resultOf(one), variant.resultOf(other)];
  if (!first || !second) return undefined;
  return variant.direction === "lowest" ? second.compare(first) : first.compare(second);
}

/** Ids that no bid of the document has. */
export function freeIds({ bids }: EvaluationDocument, count: number): string[] {
  const taken = new Set(bids.map(({ id }) => id.toLowerCase()));
  const ids: string[] = [];
  for (let n = 1; ids.length < count; n += 1) if (!taken.has(`x${n}`)) ids.push(`X${n}`);
  return ids;
}

/**
 * A reference price and its source: the lowest offer, the ceiling, the price scale, or an
 * assumption.
 */
export type ReferencePrice = {
  readonly price: Exact;
  readonly from: "lowest-bid" | "ceiling" | "scale" | "assumed";
};

/**
 * A price to measure the model against, in the procurement's currency.
 * @param evaluation left out where the document has not been evaluated; without bids it need not be
 */
export function referencePrice(
  document: EvaluationDocument,
  evaluation?: Evaluation,
): ReferencePrice {
  const isPlausible = (price: Exact) =>
    price.compare(Exact.of("0.01")) >= 0 && price.compare(Exact.of("1000000000000")) < 0;
  const bids = evaluation?.bids ?? (document.bids.length > 0 ? evaluate(document).bids : []);
  const offered = bids.flatMap(({ standing, price }) =>
    standing.value === "rejected" || !price.price.value || !isPlausible(price.price.value)
      ? []
      : [price.price.value],
  );
  const [first, ...rest] = offered;
  // Rounded to öre: a sum of unit prices times quantities may have more decimals than an offer.
  if (first)
    return { price: Exact.smallest(first, ...rest).rounded(2, "half-up"), from: "lowest-bid" };
  const { priceCeiling, method } = document.model;
  const positive = (text: string | undefined) =>
    text !== undefined && isPlausible(Exact.of(text)) ? Exact.of(text) : undefined;
  const ceiling = positive(priceCeiling);
  if (ceiling) return { price: ceiling.rounded(2, "half-up"), from: "ceiling" };
  const scale =
    method.type === "points"
      ? positive(anchorOf(method.price.scale))
      : method.type === "fixed-price"
        ? positive(method.price)
        : undefined;
  return scale
    ? { price: scale.rounded(2, "half-up"), from: "scale" }
    : { price: assumedPrice(document), from: "assumed" };
}

/** A million, or so many times ten that full marks on everything take off no more than half of it. */
function assumedPrice(document: EvaluationDocument): Exact {
  const { amount = Exact.zero } = fullWorths(document).total;
  let price = Exact.of("1000000");
  while (amount.times(Exact.of("2")).compare(price) > 0) price = price.times(Exact.of("10"));
  return price;
}

function anchorOf(scale: {
  readonly type: string;
  readonly worst?: string;
  readonly reference?: string;
  readonly bands?: readonly { readonly upTo: string }[];
}): string | undefined {
  return scale.worst ?? scale.reference ?? scale.bands?.at(-1)?.upTo;
}
