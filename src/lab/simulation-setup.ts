/**
 * Makes the setup of a simulation from a document and the user's wishes: the models to try, the
 * figures each criterion can have, and the bids to draw. It draws and evaluates nothing.
 */
import type { Criterion, EvaluationDocument, Scale } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { effectiveDocument } from "../core/document/effective";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { everyFulfilment } from "../core/criteria";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { methodOf } from "../core/methods/registry";
import { modelFindings } from "../core/model-findings";
import { Exact } from "../core/number";
import type { Setup, Slot } from "./random-draws";
import type { Range, Wishes } from "./simulation-wishes";
import { differingLeaves, figureParts, isRange, wishProblems } from "./simulation-wishes";
import { figuresOn, freeIds, plainLeaves, plainModel, referencePrice } from "./synthetic-bids";

/** The most bids in one draw. */
const mostBids = 100;

/**
 * Makes the setup of a simulation.
 * @param evaluation of the document whose bids take part, unless they are rejected
 * @param others models to try on the same draws
 * @returns the setup, or what is wrong with the wishes; a model that cannot be computed as
 *   published is refused with its findings
 */
export function setUpSimulation(
  evaluation: Evaluation,
  others: readonly EvaluationDocument[],
  wishes: Wishes,
): Setup | readonly Finding[] {
  const document = effectiveDocument(evaluation.document);
  const unfinished = [document, ...others].flatMap((model) =>
    modelFindings(model, methodOf(model.model.method.type)).filter(
      ({ severity }) => severity === "blocking",
    ),
  );
  if (unfinished.length > 0) return unfinished;
  const problems = [
    ...wishProblems(document, wishes),
    ...others.flatMap((other) => differingLeaves(document, other)),
  ];
  if (problems.length > 0) return problems;
  const { leaves: drawnLeaves, slots } = leavesAndSlots(evaluation, document, wishes);
  const count = slots.length;
  if (count < 2) return [finding("simulate-too-few", "blocking", "bids", { count })];
  if (count > mostBids)
    return [finding("simulate-too-many", "blocking", "bids", { count, most: mostBids })];
  const { seed, draws } = wishes;
  return {
    seed,
    draws,
    models: [document, ...others].map(simulated),
    leaves: drawnLeaves,
    slots,
    ...(document.priceItems.length > 0 && { hasPriceRows: true as const }),
  };
}

/** The slots: first the document's own bids, with their figures, then the random ones. */
function leavesAndSlots(
  evaluation: Evaluation,
  document: EvaluationDocument,
  wishes: Wishes,
): Pick<Setup, "leaves" | "slots"> {
  const known = knownFigures(evaluation);
  const drawable = plainLeaves(plainModel(document)).map(({ id, scale }) => ({
    id,
    figures: figuresOn(scale, figureParts),
  }));
  // A panel's mean may lie between the figures that can be drawn, and is added after them.
  const listed = drawable.map(({ id, figures }) => {
    const given = [...known.values()].flatMap((scores) => scores.get(id) ?? []);
    const between = given.filter((figure) => !figures.includes(figure));
    return { id, figures: [...figures, ...new Set(between)] };
  });
  const price = priceRange(evaluation, wishes.price);
  const ranges = drawable.map(({ id, figures }) => positions(figures, own(wishes.scores, id)));
  const stated = evaluation.bids
    .filter(({ standing }) => standing.value !== "rejected")
    .map((evaluated): Slot => ({
      id: evaluated.bid.id,
      bidder: evaluated.bid.bidder,
      ...(statedPrice(evaluated) ?? { price }),
      figures: listed.map(({ id, figures }, n) => {
        const position = figures.indexOf(known.get(evaluated.bid.id)?.get(id) ?? "");
        return position < 0 ? (ranges[n] ?? [0, 0]) : [position, position];
      }),
    }));
  const drawn = freeIds(document, wishes.bids).map((id): Slot => ({ id, price, figures: ranges }));
  return { leaves: listed, slots: [...stated, ...drawn] };
}

/** The price that a bid already has; undefined while it has none. */
function statedPrice({
  price: { offered, evaluated },
}: BidEvaluation): Pick<Slot, "price" | "offered"> | undefined {
  if (!evaluated.value) return undefined;
  const decimal = (price: Exact) => price.rounded(10, "half-up").toText();
  const price = { from: decimal(evaluated.value), step: "0", count: 0 };
  return offered.value && !offered.value.equals(evaluated.value)
    ? { price, offered: decimal(offered.value) }
    : { price };
}

/**
 * The model with one figure for each leaf. A scale whose figures a panel's mean can lie between
 * takes any figure.
 */
function simulated(document: EvaluationDocument): EvaluationDocument {
  const averaged = new Set(
    leaves(document.criteria)
      .filter(
        ({ panel, perConsultant }) =>
          panel === "mean" || panel === "median" || perConsultant === true,
      )
      .map(({ id }) => id),
  );
  const plain = plainModel(document);
  const open = (criterion: Criterion): Criterion => ({
    ...criterion,
    ...(criterion.children ? { children: criterion.children.map(open) } : {}),
    ...(criterion.scale && averaged.has(criterion.id)
      ? { scale: openedScale(criterion.scale) }
      : {}),
  });
  return { ...plain, criteria: plain.criteria.map(open) };
}

/** A scale of levels that include a malus keeps its levels. */
function openedScale(scale: Scale): Scale {
  if (scale.type === "points") return { type: "points", max: scale.max, zero: scale.zero };
  if (scale.type !== "levels" || scale.levels.some(({ value }) => value.startsWith("-")))
    return scale;
  return { type: "points", max: figuresOn(scale).at(-1) ?? "1", zero: "0" };
}

/** The figures that the document's own bids already have, by bid and leaf. */
function knownFigures({ bids }: Evaluation): Map<string, Map<string, string>> {
  return new Map(bids.map((evaluated) => [evaluated.bid.id, figuresOf(evaluated)]));
}

function figuresOf({ criteria }: BidEvaluation): Map<string, string> {
  return new Map(
    [...everyFulfilment(criteria)].flatMap(({ criterion, value }): [string, string][] => {
      const exact = value?.value;
      if (!exact) return [];
      const isAnswer = criterion.scale?.type === "yes-no";
      const figure = isAnswer
        ? exact.isZero()
          ? "no"
          : "yes"
        : exact.rounded(10, "half-up").toText();
      return [[criterion.id, figure]];
    }),
  );
}

/** A fifth below the reference price and a fifth above it; nobody bids above a published price ceiling. */
function usualRange(evaluation: Evaluation): readonly [from: Exact, to: Exact] {
  const { price } = referencePrice(evaluation.document, evaluation);
  const { priceCeiling } = evaluation.document.model;
  const around = (share: string) => price.times(Exact.of(share)).rounded(0, "half-up");
  const [from, to] = [around("0.8"), around("1.2")];
  if (priceCeiling === undefined) return [from, to];
  return [from, Exact.smallest(to, Exact.of(priceCeiling))];
}

/** Whole kronor where both ends are whole and there is room for them, otherwise öre. */
function priceRange(evaluation: Evaluation, wished: Range | undefined): Slot["price"] {
  const [from, to] =
    wished && isRange(wished)
      ? [Exact.of(wished.from), Exact.of(wished.to)]
      : usualRange(evaluation);
  const span = to.minus(from);
  const isWhole = from.equals(from.rounded(0, "down")) && span.equals(span.rounded(0, "down"));
  const step = isWhole && span.compare(Exact.of("100")) >= 0 ? Exact.one : Exact.of("0.01");
  return {
    from: from.rounded(10, "half-up").toText(),
    step: step.toText(),
    count: Math.min(2 ** 31 - 2, Number(span.over(step).rounded(0, "down").toText())),
  };
}

/** The first and last position in a leaf's list of figures that a range allows; all without one. */
function positions(
  figures: readonly string[],
  range: Range | undefined,
): readonly [number, number] {
  if (!range) return [0, figures.length - 1];
  const isInside = (figure: string) => {
    if (figure === "yes" || figure === "no") return figure === range.from || figure === range.to;
    return (
      Exact.of(figure).compare(Exact.of(range.from)) >= 0 &&
      Exact.of(figure).compare(Exact.of(range.to)) <= 0
    );
  };
  const inside = figures.flatMap((figure, n) => (isInside(figure) ? [n] : []));
  return [inside[0] ?? 0, inside.at(-1) ?? 0];
}
