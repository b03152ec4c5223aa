/**
 * The best and the worst rank that each bid can still get while scores, prices or verdicts are
 * missing ("kan fortfarande vinna"). It fills in the ends of every scale and lets the exact
 * engine rank. It applies only to models in which each result depends on one bid alone.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { everyFulfilment } from "../core/criteria";
import { Variant } from "../core/variant";
import { rankedDocument } from "./ranked-document";
import { figureAt, panelScore, plainLeaves } from "./synthetic-bids";
import { independent } from "./properties";

export type Outlook = {
  readonly bid: string;
  readonly canWin: boolean;
  /**
   * Ranks among the bids that are not rejected; the worst is missing when the bid itself may be
   * rejected.
   */
  readonly best: number;
  readonly worst: number | undefined;
};

/**
 * Empty when nothing is missing, and when a result depends on other bids.
 * @param now of the bids that are compared, without requirements
 */
export function outlooksOf(
  evaluation: Evaluation,
  now = Variant.of(rankedDocument(evaluation)),
): Outlook[] {
  const { bids } = now.document;
  const undecided = evaluation.bids.filter(({ standing }) => standing.value === "undecided");
  if (undecided.length === 0 || !independent(now.document).holds) return [];
  const mayFall = new Set(undecided.filter(mayBeRejected).map(({ bid }) => bid.id));
  const mayBeGone = (bid: Bid) => mayFall.has(bid.id) || hasNoPrice(bid);
  const allBest = now.withBids(bids.map((bid) => filledIn(bid, now.document, "best")));
  const allWorst = now.withBids(bids.map((bid) => filledIn(bid, now.document, "worst")));
  return bids.map(({ id }, n) => {
    const bestCase = allWorst.withBids(
      allButOne(allWorst, n, allBest).filter((bid, at) => at === n || !mayBeGone(bids[at] ?? bid)),
    );
    const worstCase = allBest.withBids(allButOne(allBest, n, allWorst));
    return {
      bid: id,
      canWin: bestCase.leaders.includes(id),
      best: bestCase.rankOf(id) ?? bids.length,
      worst: mayFall.has(id) ? undefined : (worstCase.rankOf(id) ?? bids.length),
    };
  });
}

/** The bids of one variant, with one of them as it is in another. */
function allButOne({ document }: Variant, one: number, { document: other }: Variant): Bid[] {
  return document.bids.map((bid, n) => (n === one ? (other.bids[n] ?? bid) : bid));
}

/**
 * Whether the bid can still be rejected: by an open requirement, or by a missing score with a
 * minimum.
 */
function mayBeRejected({ compliance, criteria, price }: Evaluation["bids"][number]): boolean {
  const limits = [...everyFulfilment(criteria)].flatMap((fulfilment) => fulfilment.limits);
  return (
    compliance.openReasons.length > 0 ||
    [...limits, ...price.limits].some(({ check }) => check.value === undefined)
  );
}

function hasNoPrice({ price, prices = {} }: Bid): boolean {
  return price === undefined && Object.keys(prices).length === 0;
}

/**
 * The bid with missing values filled in: scores at this end of their scales, and at the best a missing
 * price at 0. The bid itself where nothing is missing.
 */
function filledIn(bid: Bid, document: EvaluationDocument, end: "best" | "worst"): Bid {
  const isBest = end === "best";
  const missing = plainLeaves(document).filter(
    (leaf) => !isScored(bid, leaf.id, leaf.panel, document),
  );
  const { prices: _none, ...unpriced } = bid;
  const priced = isBest && hasNoPrice(bid) ? { ...unpriced, price: "0" } : bid;
  if (missing.length === 0) return priced;
  const scores = missing.map((leaf) => {
    const full = panelScore(leaf, figureAt(leaf, isBest ? 1 : 0), document.evaluators);
    return [leaf.id, merged(bid, leaf.id, full)] as const;
  });
  return { ...priced, scores: { ...bid.scores, ...Object.fromEntries(scores) } };
}

function isScored(
  bid: Bid,
  leaf: string,
  panel: string | undefined,
  { evaluators }: EvaluationDocument,
): boolean {
  const score = own(bid.scores, leaf);
  if (panel !== "mean" && panel !== "median") return score?.value !== undefined;
  return evaluators.every(({ id }) =>
    score?.assessments?.some(({ evaluator, value }) => evaluator === id && value !== undefined),
  );
}

/** Fills in only the missing figures; those that evaluators have given are kept. */
function merged(bid: Bid, leaf: string, full: Bid["scores"][string]): Bid["scores"][string] {
  const given =
    own(bid.scores, leaf)?.assessments?.filter(({ value }) => value !== undefined) ?? [];
  if (!full.assessments) return full;
  return {
    ...full,
    assessments: full.assessments.map(
      (filled) => given.find(({ evaluator }) => evaluator === filled.evaluator) ?? filled,
    ),
  };
}
