/**
 * What the user asks a simulation for, and what is wrong with it: a range that no lawful bid could
 * have is refused with its field.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import { decimalPattern, Exact } from "../core/number";
import type { PlainLeaf } from "./synthetic-bids";
import { figuresOn, plainLeaves, plainModel } from "./synthetic-bids";

/** A range, both ends included; decimals as text, kr or the scale's unit. */
export type Range = { readonly from: string; readonly to: string };

/** What the user asks for; `bids` are drawn in addition to the document's own. */
export type Wishes = {
  readonly seed: number;
  readonly draws: number;
  readonly bids: number;
  readonly price?: Range;
  readonly scores: { readonly [leaf: string]: Range };
};

/** Into how many parts a scale without steps of its own is divided. */
export const figureParts = 100;

/** What is wrong with the ranges of price and scores. */
export function wishProblems(document: EvaluationDocument, { price, scores }: Wishes): Finding[] {
  const known = new Map(plainLeaves(plainModel(document)).map((leaf) => [leaf.id, leaf]));
  const found = [
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
      const problems = leaf.scale.type === "yes-no" ? [] : rangeProblems(id, range);
      return problems.length > 0 ? problems : offScaleProblems(leaf, range);
    }),
  ];
  return withNames(found, document);
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

/** Whether both ends are decimals of the document format. */
export function isRange({ from, to }: Range): boolean {
  return decimalPattern.test(from) && decimalPattern.test(to);
}

/** A range must lie within the scale and hold at least one of its figures. */
function offScaleProblems({ id, scale }: PlainLeaf, { from, to }: Range): Finding[] {
  const figures = figuresOn(scale, figureParts);
  const outside = (lowest: string, highest: string) => [
    finding("simulate-off-scale", "blocking", `simulate.scores[${id}]`, {
      id,
      from,
      to,
      lowest,
      highest,
    }),
  ];
  if (scale.type === "yes-no")
    return figures.includes(from) && figures.includes(to) ? [] : outside("no", "yes");
  const values = figures.map((figure) => Exact.of(figure)).sort((a, b) => a.compare(b));
  const [lowest, highest] = [values[0] ?? Exact.zero, values.at(-1) ?? Exact.zero];
  const [low, high] = [Exact.of(from), Exact.of(to)];
  const isInside = low.compare(lowest) >= 0 && high.compare(highest) <= 0;
  const hasFigure = values.some((value) => value.compare(low) >= 0 && value.compare(high) <= 0);
  return isInside && hasFigure ? [] : outside(lowest.toText(), highest.toText());
}

/** Models can be tried on the same draws when they score the same criteria on the same scales. */
export function differingLeaves(
  document: EvaluationDocument,
  other: EvaluationDocument,
): Finding[] {
  const scalesOf = (model: EvaluationDocument) =>
    new Map(
      plainLeaves(plainModel(model)).map(({ id, scale }) => [
        id,
        figuresOn(scale, figureParts).join(" "),
      ]),
    );
  const [ours, theirs] = [scalesOf(document), scalesOf(other)];
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (id) => ours.get(id) !== theirs.get(id),
  );
  return differing.length === 0
    ? []
    : withNames(
        [finding("simulate-models-differ", "blocking", "criteria", { ids: differing })],
        document,
      );
}
