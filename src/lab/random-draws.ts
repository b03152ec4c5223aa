/**
 * What is drawn in a simulation, and how: bids within stated ranges, from a seed, the same on every
 * machine. The user's own imagined bids keep what they say, and only what they leave open is drawn.
 * Ranges that no lawful bid could have are refused with their field. It evaluates nothing.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Criterion, EvaluationDocument, Scale } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { everyFulfilment } from "../core/criteria";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { methodOf } from "../core/methods/registry";
import { modelFindings } from "../core/model-findings";
import { decimalPattern, Exact } from "../core/number";
import { effectiveDocument } from "../core/document/effective";
import type { PlainLeaf } from "./synthetic-bids";
import { figuresOn, freeIds, plainLeaves, plainModel, referencePrice } from "./synthetic-bids";

/** Both ends included; decimals as text. */
export type Range = { readonly from: string; readonly to: string };

/** What the user asks for. `bids` are drawn beside those the document has. */
export type Wishes = {
  readonly seed: number;
  readonly draws: number;
  readonly bids: number;
  readonly price?: Range;
  readonly scores: { readonly [leaf: string]: Range };
};

/**
 * One bid of a draw: a price of `from` + 0…`count` × `step`, and for each leaf a figure between two
 * positions of its list.
 */
export type Slot = {
  readonly id: string;
  readonly price: { readonly from: string; readonly step: string; readonly count: number };
  /**
   * What was offered, where the price that is compared is another: ceilings are held against it.
   */
  readonly offered?: string;
  readonly figures: readonly (readonly [from: number, to: number])[];
};

/** Plain data, so that it can be sent to another thread. */
export type Setup = {
  readonly seed: number;
  readonly draws: number;
  /** The models that are tried side by side on the same draws; all have the same leaves. */
  readonly models: readonly EvaluationDocument[];
  /** Every figure that a leaf can be given, as the document writes it. */
  readonly leaves: readonly { readonly id: string; readonly figures: readonly string[] }[];
  readonly slots: readonly Slot[];
};

/**
 * Draws are made in blocks of this many, each from a seed of its own, so that any thread can make
 * any block.
 */
export const blockSize = 4096;

/** More bids than this in one draw tell nothing more. */
const mostBids = 100;

/**
 * @param evaluation of the document whose bids take part
 * @param others models to try on the same draws
 * @returns the setup, or what is wrong with the wishes; a model that cannot be computed as
 *   published is refused with its findings
 */
export function setUp(
  evaluation: Evaluation,
  others: readonly EvaluationDocument[],
  wishes: Wishes,
): Setup | readonly Finding[] {
  const document = effectiveDocument(evaluation.document);
  const unfinished = [document, ...others].flatMap((each) =>
    modelFindings(each, methodOf(each.model.method.type)).filter(
      ({ severity }) => severity === "blocking",
    ),
  );
  if (unfinished.length > 0) return unfinished;
  const models = [document, ...others].map(simulated);
  const tables = plainLeaves(plainModel(document)).map(({ id, scale }) => ({
    id,
    scale,
    figures: figuresOn(scale, 100),
  }));
  const price = priceRange(evaluation, wishes.price);
  const problems = [
    ...wishProblems(document, wishes),
    ...others.flatMap((other) => sameLeaves(document, other)),
  ];
  if (problems.length > 0) return problems;
  const known = ownFigures(evaluation);
  const lists = tables.map(({ id, figures }) => ({
    id,
    figures: [
      ...figures,
      ...new Set(
        [...known.values()]
          .flatMap((scores) => scores.get(id) ?? [])
          .filter((figure) => !figures.includes(figure)),
      ),
    ],
  }));
  const ranges = tables.map(({ id, figures }) => within(figures, own(wishes.scores, id)));
  const drawn = freeIds(document, wishes.bids).map((id): Slot => ({ id, price, figures: ranges }));
  const stated = evaluation.bids
    .filter(({ standing }) => standing.value !== "rejected")
    .map(({ bid, price: { offered, evaluated } }): Slot => ({
      id: bid.id,
      price: evaluated.value
        ? { from: evaluated.value.rounded(10, "half-up").toText(), step: "0", count: 0 }
        : price,
      ...(evaluated.value && offered.value && !offered.value.equals(evaluated.value)
        ? { offered: offered.value.rounded(10, "half-up").toText() }
        : {}),
      figures: lists.map(({ id, figures }, n) => {
        const at = figures.indexOf(known.get(bid.id)?.get(id) ?? "");
        return at < 0 ? (ranges[n] ?? [0, 0]) : [at, at];
      }),
    }));
  const slots = [...stated, ...drawn];
  if (slots.length < 2)
    return [finding("simulate-too-few", "blocking", "bids", { count: slots.length })];
  if (slots.length > mostBids)
    return [
      finding("simulate-too-many", "blocking", "bids", { count: slots.length, most: mostBids }),
    ];
  return { seed: wishes.seed, draws: wishes.draws, models, leaves: lists, slots };
}

/**
 * A model that takes one figure a leaf; where a panel's mean falls between the figures of a scale,
 * the scale takes it.
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
    ...(criterion.scale && averaged.has(criterion.id) ? { scale: between(criterion.scale) } : {}),
  });
  return { ...plain, criteria: plain.criteria.map(open) };
}

function between(scale: Scale): Scale {
  if (scale.type === "points") return { type: "points", max: scale.max, zero: scale.zero };
  if (scale.type !== "levels" || scale.levels.some(({ value }) => value.startsWith("-")))
    return scale;
  return { type: "points", max: figuresOn(scale).at(-1) ?? "1", zero: "0" };
}

/** What the document's own bids already say, by bid and leaf. */
function ownFigures({ bids }: Evaluation): Map<string, Map<string, string>> {
  return new Map(
    bids.map(({ bid, criteria }) => [
      bid.id,
      new Map(
        [...everyFulfilment(criteria)].flatMap(({ criterion, value }): [string, string][] => {
          if (!value?.value) return [];
          const isWord = criterion.scale?.type === "yes-no";
          return [
            [
              criterion.id,
              isWord
                ? value.value.isZero()
                  ? "no"
                  : "yes"
                : value.value.rounded(10, "half-up").toText(),
            ],
          ];
        }),
      ),
    ]),
  );
}

/** Whole kronor where both ends are whole and there is room for them, otherwise öre. */
function priceRange(evaluation: Evaluation, wished: Range | undefined): Slot["price"] {
  const { price } = referencePrice(evaluation.document, evaluation);
  const [low, high] =
    wished && isRange(wished)
      ? [Exact.of(wished.from), Exact.of(wished.to)]
      : [price.times(Exact.of("0.8")), price.times(Exact.of("1.2"))];
  const [from, to] = wished ? [low, high] : [low.rounded(0, "half-up"), high.rounded(0, "half-up")];
  const span = to.minus(from);
  const isWhole = from.equals(from.rounded(0, "down")) && span.equals(span.rounded(0, "down"));
  const step = isWhole && span.compare(Exact.of("100")) >= 0 ? Exact.one : Exact.of("0.01");
  return {
    from: from.rounded(10, "half-up").toText(),
    step: step.toText(),
    count: Math.min(2 ** 31 - 2, Number(span.over(step).rounded(0, "down").toText())),
  };
}

function isRange({ from, to }: Range): boolean {
  return decimalPattern.test(from) && decimalPattern.test(to);
}

function wishProblems(document: EvaluationDocument, { price, scores }: Wishes): Finding[] {
  const known = new Map(plainLeaves(plainModel(document)).map((leaf) => [leaf.id, leaf]));
  return [
    ...(price ? rangeProblems("price", price) : []),
    ...(price && isRange(price) && price.from.startsWith("-")
      ? [finding("simulate-negative-price", "blocking", "simulate.price", { from: price.from })]
      : []),
    ...Object.entries(scores).flatMap(([id, range]) => {
      const leaf = known.get(id);
      if (!leaf)
        return [
          finding("simulate-unknown-criterion", "blocking", `simulate.scores[${id}]`, {
            id,
            known: [...known.keys()],
          }),
        ];
      const wrong = leaf.scale.type === "yes-no" ? [] : rangeProblems(id, range);
      return wrong.length > 0 ? wrong : offScale(leaf, range);
    }),
  ];
}

function rangeProblems(field: string, range: Range): Finding[] {
  const where = field === "price" ? "simulate.price" : `simulate.scores[${field}]`;
  if (!isRange(range))
    return [
      finding("simulate-not-a-range", "blocking", where, { field, from: range.from, to: range.to }),
    ];
  const isTurned = Exact.of(range.from).compare(Exact.of(range.to)) > 0;
  return isTurned
    ? [
        finding("simulate-range-turned", "blocking", where, {
          field,
          from: range.from,
          to: range.to,
        }),
      ]
    : [];
}

/** More points than the maximum, fewer than the lowest, or nothing between. */
function offScale({ id, scale }: PlainLeaf, range: Range): Finding[] {
  const figures = figuresOn(scale, 100);
  const where = `simulate.scores[${id}]`;
  if (scale.type === "yes-no")
    return [range.from, range.to].every((word) => figures.includes(word))
      ? []
      : [
          finding("simulate-off-scale", "blocking", where, {
            id,
            from: range.from,
            to: range.to,
            lowest: "no",
            highest: "yes",
          }),
        ];
  const values = figures.map((figure) => Exact.of(figure)).sort((a, b) => a.compare(b));
  const [lowest, highest] = [values[0] ?? Exact.zero, values.at(-1) ?? Exact.zero];
  const isInside =
    Exact.of(range.from).compare(lowest) >= 0 && Exact.of(range.to).compare(highest) <= 0;
  const hasAny = values.some(
    (value) => value.compare(Exact.of(range.from)) >= 0 && value.compare(Exact.of(range.to)) <= 0,
  );
  return isInside && hasAny
    ? []
    : [
        finding("simulate-off-scale", "blocking", where, {
          id,
          from: range.from,
          to: range.to,
          lowest: lowest.toText(),
          highest: highest.toText(),
        }),
      ];
}

/** The first and last position, in a leaf's list of figures, that a range allows. */
function within(figures: readonly string[], range: Range | undefined): readonly [number, number] {
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

/** Models can be tried on the same draws when they score the same criteria on the same scales. */
function sameLeaves(document: EvaluationDocument, other: EvaluationDocument): Finding[] {
  const shape = (each: EvaluationDocument) =>
    new Map(
      plainLeaves(plainModel(each)).map(({ id, scale }) => [id, figuresOn(scale, 100).join(" ")]),
    );
  const [ours, theirs] = [shape(document), shape(other)];
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (id) => ours.get(id) !== theirs.get(id),
  );
  return differing.length === 0
    ? []
    : [finding("simulate-models-differ", "blocking", "criteria", { ids: differing })];
}

/**
 * One draw: how many steps above its lowest price each bid is, and which figure it has on each
 * leaf.
 */
export type Draw = { readonly prices: Float64Array; readonly figures: Int32Array };

/**
 * The draws of one block, one after the other in the same memory: read each before asking for the
 * next.
 */
export function* drawBlock(
  { seed, draws, slots, leaves: tables }: Setup,
  block: number,
): Generator<Draw> {
  const random = xoroshiro128plus(mixed(seed, block));
  const draw: Draw = {
    prices: new Float64Array(slots.length),
    figures: new Int32Array(slots.length * tables.length),
  };
  const count = Math.min(blockSize, draws - block * blockSize);
  for (let n = 0; n < count; n += 1) {
    for (const [s, slot] of slots.entries()) {
      draw.prices[s] = slot.price.count === 0 ? 0 : uniformInt(random, 0, slot.price.count);
      for (let l = 0; l < tables.length; l += 1) {
        const [from, to] = slot.figures[l] ?? [0, 0];
        draw.figures[s * tables.length + l] = from === to ? from : uniformInt(random, from, to);
      }
    }
    yield draw;
  }
}

/**
 * Two whole numbers made one of 32 bits (the finaliser of MurmurHash3), so that neighbouring blocks
 * share nothing.
 */
function mixed(seed: number, block: number): number {
  let hash = Math.imul(seed ^ Math.imul(block + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
