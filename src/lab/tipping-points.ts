/**
 * Tipping points of an evaluation: each step of a single score, and each price, that would change
 * which bid comes first. It shows how robust an outcome is and is never advice to change a score;
 * nothing it does is written to the evaluation.
 */
import type { Bid, Score } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { decimalPattern, Exact } from "../core/number";
import { outcomeAgain } from "../core/outcome";
import { rankedDocument } from "./ranked-document";
import type { PlainLeaf } from "./synthetic-bids";
import { figuresOn, plainLeaves } from "./synthetic-bids";
import { independent, monotoneFailure } from "./properties";
import { leaders } from "./rank-reversal";
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

export function tippingPoints(evaluation: Evaluation): TippingPoints {
  const near = new Set(evaluation.order.flat().slice(0, nearest));
  const whole = rankedDocument(evaluation);
  // Where each result depends on one bid alone, the bids further down need not be evaluated.
  const document = independent(whole).holds
    ? { ...whole, bids: whole.bids.filter(({ id }) => near.has(id)) }
    : whole;
  const asked = document.bids.filter(({ id }) => near.has(id));
  const found = evaluate(document);
  const now = leaders(found);
  if (now.length === 0) return { scores: [], prices: [], asked: 0 };
  const contests = asked.map((bid) => contestOf(bid, found));
  const leaves = plainLeaves(document);
  const scores = contests.flatMap((contest) =>
    leaves.flatMap((leaf) => scoreTips(contest, leaf, now)),
  );
  return { scores, prices: priceTips(contests, now), asked: asked.length };
}

/** One bid that is changed, and the evaluation of those that it is ranked with. */
type Contest = {
  readonly bid: Bid;
  readonly evaluation: Evaluation;
  /** Who comes first, in document order, with another bid in its place. */
  readonly leadersWith: (changed: Bid) => string[];
};

/**
 * Where each result depends on one bid alone, the changed bid is held against the best of the others:
 * only where it shares their result are they ranked together, by the rules for ties.
 */
function contestOf(bid: Bid, evaluation: Evaluation): Contest {
  const { document, bids, direction } = evaluation;
  const leadersOf = (entered: readonly Bid[]) =>
    leaders({ bids: outcomeAgain(evaluation, entered) });
  const among = (entered: readonly Bid[]) => (changed: Bid) =>
    leadersOf(entered.map((each) => (each === bid ? changed : each)));
  if (!independent(document).holds || document.model.method.type === "priority-order")
    return { bid, evaluation, leadersWith: among(document.bids) };
  const others = bids.filter((other) => other.bid.id !== bid.id && other.result.value);
  const [first, ...rest] = others.flatMap(({ result }) => result.value ?? []);
  const lowestWins = direction === "lowest";
  const best =
    first && (lowestWins ? Exact.smallest(first, ...rest) : Exact.largest(first, ...rest));
  const rivals = others.flatMap((other) =>
    best && other.result.value?.equals(best) ? [other.bid] : [],
  );
  const together = among(document.bids.filter((each) => each === bid || rivals.includes(each)));
  const withoutIt = leadersOf(rivals);
  return {
    bid,
    evaluation,
    leadersWith: (changed) => {
      const [alone] = outcomeAgain(evaluation, [changed]);
      const order = best && alone?.rank.value && alone.result.value?.compare(best);
      if (order === undefined || order === 0) return together(changed);
      return order < 0 === lowestWins ? [bid.id] : withoutIt;
    },
  };
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
  { bid, leadersWith }: Contest,
  leaf: PlainLeaf,
  now: readonly string[],
): ScoreTip[] {
  const score = own(bid.scores, leaf.id);
  if (!score) return [];
  return givenFigures(score, leaf).flatMap((given) =>
    neighbours(figuresOn(leaf.scale), given.figure).flatMap((to): ScoreTip[] => {
      const scores = { ...bid.scores, [leaf.id]: given.with(to) };
      const after = leadersWith({ ...bid, scores });
      const by = given.by === undefined ? {} : { by: given.by };
      return after.join() === now.join()
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
function priceTips(contests: readonly Contest[], now: readonly string[]): PriceTip[] {
  const [first] = contests;
  if (
    !first ||
    first.evaluation.document.model.method.type === "fixed-price" ||
    monotoneFailure(first.evaluation.document) !== undefined
  )
    return [];
  return contests.flatMap(({ bid, leadersWith }) => {
    const { id, price } = bid;
    if (price === undefined) return [];
    const isFirst = (offer: Exact) => {
      const first = leadersWith({ ...bid, price: offer.toText() });
      return first.length === 1 && first[0] === id;
    };
    return [
      {
        bid: id,
        leads: now.includes(id),
        offered: Exact.of(price),
        highest: highestPrice(isFirst, Exact.of(price)),
      },
    ];
  });
}
