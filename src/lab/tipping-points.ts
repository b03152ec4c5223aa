/**
 * Tipping points of an evaluation: each step of a single score, and each price, that would change
 * which bid comes first. It shows how robust an outcome is and is never advice to change a score;
 * nothing it does is written to the evaluation.
 */
import type { Bid, Score } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { decimalPattern, Exact } from "../core/number";
import { Variant } from "../core/variant";
import { rankedDocument } from "./ranked-document";
import type { PlainLeaf } from "./synthetic-bids";
import { figuresOn, plainLeaves } from "./synthetic-bids";
import { independent, monotoneFailure } from "./properties";
import { highestPrice } from "./search";

/**
 * A step of one figure that changes who comes first. `by` is the evaluator whose own figure it is,
 * or the number of a person.
 */
export type ScoreTip = {
  readonly bid: string;
  readonly criterion: string;
  readonly name: string;
  readonly by?: string;
  readonly from: string;
  readonly to: string;
  readonly leaders: readonly string[];
};

/**
 * The highest price at which a bid would come first alone, with all else as it is; `"any"` when no
 * price is too high.
 */
export type PriceTip = {
  readonly bid: string;
  readonly leads: boolean;
  readonly offered: Exact;
  readonly highest: Exact | "any" | undefined;
};

export type TippingPoints = {
  readonly scores: readonly ScoreTip[];
  readonly prices: readonly PriceTip[];
  readonly asked: number;
};

/** Bids ranked lower than this are left out, since one step cannot put them first. */
const nearest = 10;

/** @param whole of the bids that are compared, without requirements */
export function tippingPoints(
  evaluation: Evaluation,
  whole = Variant.of(rankedDocument(evaluation)),
): TippingPoints {
  const near = new Set(evaluation.order.flat().slice(0, nearest));
  const asked = whole.document.bids.filter(({ id }) => near.has(id));
  // Where each result depends on one bid alone, the bids further down need not be ranked again.
  const now = independent(whole.document).holds ? whole.withBids(asked) : whole;
  if (now.leaders.length === 0) return { scores: [], prices: [], asked: 0 };
  const leaves = plainLeaves(now.document).map((leaf) => ({
    leaf,
    figures: figuresOn(leaf.scale),
  }));
  const scores = asked.flatMap((bid) => leaves.flatMap((scored) => scoreTips(bid, scored, now)));
  return { scores, prices: priceTips(asked, now), asked: asked.length };
}

/** Who comes first, in document order, with another bid in the place of one. */
function leadersWith(now: Variant, bid: Bid, changed: Bid): readonly string[] {
  return now.withBids(now.document.bids.map((each) => (each === bid ? changed : each))).leaders;
}

/** One figure of a score, and the score with another in its place. */
type Given = {
  readonly figure: string;
  readonly by?: string;
  readonly with: (figure: string) => Score;
};

/** The figures that enter the value; evaluators' figures do not where the panel agreed on one. */
function givenFigures(score: Score, { panel }: PlainLeaf): Given[] {
  const { value } = score;
  const assessments = panel === "mean" || panel === "median" ? (score.assessments ?? []) : [];
  const byOneHand: Given[] =
    typeof value === "string"
      ? [{ figure: value, with: (figure) => ({ ...score, value: figure }) }]
      : [];
  const persons =
    Array.isArray(value) && value.every((figure) => typeof figure === "string") ? value : [];
  const byPerson = persons.map((figure, n): Given => ({
    figure,
    by: String(n + 1),
    with: (other) => ({ ...score, value: persons.map((now, m) => (m === n ? other : now)) }),
  }));
  const byEvaluator = assessments.flatMap(({ evaluator, value: figure }, n): Given[] => {
    if (figure === undefined) return [];
    return [
      {
        figure,
        by: evaluator,
        with: (other) => ({
          ...score,
          assessments: assessments.map((one, m) => (m === n ? { ...one, value: other } : one)),
        }),
      },
    ];
  });
  return [...byOneHand, ...byPerson, ...byEvaluator];
}

function scoreTips(
  bid: Bid,
  { leaf, figures }: { readonly leaf: PlainLeaf; readonly figures: readonly string[] },
  now: Variant,
): ScoreTip[] {
  const score = own(bid.scores, leaf.id);
  if (!score) return [];
  return givenFigures(score, leaf).flatMap((given) =>
    neighbours(figures, given.figure).flatMap((to): ScoreTip[] => {
      const scores = { ...bid.scores, [leaf.id]: given.with(to) };
      const after = leadersWith(now, bid, { ...bid, scores });
      const by = given.by === undefined ? {} : { by: given.by };
      return after.join() === now.leaders.join()
        ? []
        : [
            {
              bid: bid.id,
              criterion: leaf.id,
              name: leaf.name,
              ...by,
              from: given.figure,
              to,
              leaders: after,
            },
          ];
    }),
  );
}

/** The next lower and next higher figure of the scale. */
function neighbours(figures: readonly string[], figure: string): string[] {
  if (!decimalPattern.test(figure)) return figures.filter((other) => other !== figure);
  const value = Exact.of(figure);
  const order = (other: string) => Exact.of(other).compare(value);
  const rising = [...figures].sort((a, b) => Exact.of(a).compare(Exact.of(b)));
  return [
    rising.filter((other) => order(other) < 0).at(-1),
    rising.find((other) => order(other) > 0),
  ].filter((other) => other !== undefined);
}

/**
 * The price tips of a model in which a lower price is always better, which a search by halving
 * requires.
 */
function priceTips(asked: readonly Bid[], now: Variant): PriceTip[] {
  if (
    now.document.model.method.type === "fixed-price" ||
    monotoneFailure(now.document) !== undefined
  )
    return [];
  return asked.flatMap((bid) => {
    const { id, price } = bid;
    if (price === undefined) return [];
    const isFirst = (offer: Exact) => {
      const first = leadersWith(now, bid, { ...bid, price: offer.toText() });
      return first.length === 1 && first[0] === id;
    };
    return [
      {
        bid: id,
        leads: now.leaders.includes(id),
        offered: Exact.of(price),
        highest: highestPrice(isFirst, Exact.of(price)),
      },
    ];
  });
}
