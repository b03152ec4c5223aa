/**
 * The best and the worst rank that each bid can still get while scores, prices or verdicts are
 * missing ("kan fortfarande vinna"). It fills in the ends of every scale and lets the exact
 * engine rank. It applies only to models in which each result depends on one bid alone.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { everyFulfilment } from "../core/criteria";
import { rankedDocument } from "./ranked-document";
import { figureAt, panelScore, plainLeaves } from "./synthetic-bids";
import { independent } from "./properties";
import { leaders } from "./rank-reversal";

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

/** Empty when nothing is missing, and when a result depends on other bids. */
export function outlooksOf(evaluation: Evaluation): Outlook[] {
  const document = rankedDocument(evaluation);
  const undecided = new Set(
    evaluation.bids
      .filter(({ standing }) => standing.value === "undecided")
      .map(({ bid }) => bid.id),
  );
  if (undecided.size === 0 || !independent(document).holds) return [];
  const mayFall = new Set(
    evaluation.bids
      .filter((bid) => bid.standing.value === "undecided" && mayBeRejected(bid))
      .map(({ bid }) => bid.id),
  );
  return document.bids.map(({ id }) => {
    const mayBeGone = (bid: Bid) => bid.id !== id && (mayFall.has(bid.id) || hasNoPrice(bid));
    const bestCase = evaluate(
      filledIn(
        { ...document, bids: document.bids.filter((bid) => !mayBeGone(bid)) },
        (bid) => bid.id === id,
      ),
    );
    const worstCase = evaluate(filledIn(document, (bid) => bid.id !== id));
    const best = rankOf(bestCase, id);
    const worst = mayFall.has(id) ? undefined : (rankOf(worstCase, id) ?? document.bids.length);
    return {
      bid: id,
      canWin: leaders(bestCase).includes(id),
      best: best ?? document.bids.length,
      worst,
    };
  });
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
 * The document with missing values filled in: for the bids of `isBest`, scores at the best of
 * their scales and prices at 0; for the others, scores at the worst.
 */
function filledIn(document: EvaluationDocument, isBest: (bid: Bid) => boolean): EvaluationDocument {
  const leaves = plainLeaves(document);
  const bids = document.bids.map((bid): Bid => {
    const best = isBest(bid);
    const missing = leaves.filter((leaf) => !isScored(bid, leaf.id, leaf.panel, document));
    const scores = Object.fromEntries(
      missing.map((leaf) => [
        leaf.id,
        merged(bid, leaf.id, panelScore(leaf, figureAt(leaf, best ? 1 : 0), document.evaluators)),
      ]),
    );
    const { prices: _none, ...unpriced } = bid;
    return {
      ...(best && hasNoPrice(bid) ? { ...unpriced, price: "0" } : bid),
      scores: { ...bid.scores, ...scores },
    };
  });
  return { ...document, bids };
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

function rankOf({ bids }: Evaluation, id: string): number | undefined {
  const rank = bids.find(({ bid }) => bid.id === id)?.rank.value;
  return rank && Number(rank.toText());
}
