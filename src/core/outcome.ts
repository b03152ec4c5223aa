/**
 * What the bids of a document come to and the order they get, without any finding. It concludes nothing
 * about an award.
 */
import { hasSeparateContracts } from "./document/contracts";
import type { EvaluationDocument } from "./document/schema";
import { withoutChangedRecords } from "./document/withheld";
import type { BidsBefore, EachBid, EvaluatedBid, KnownOfBid } from "./evaluated-bids";
import { evaluateEach } from "./evaluated-bids";
import type { Inputs } from "./inputs";
import type { Direction } from "./methods/method";
import { methodOf } from "./methods/registry";
import { noOrder, rankBids, rankStep } from "./ranked-bids";
import type { Ranking } from "./ranking";
import type { Step } from "./step";

/** Of one bid: what it comes to by itself, and its place among the others. */
export type RankedBid = EvaluatedBid & {
  /** Missing for rejected bids and for those whose result cannot be computed yet. */
  readonly rank: Step;
};

export type Outcome = EachBid & {
  readonly direction: Direction;
  readonly order: Ranking;
};

/**
 * @param known what is known of the bids already, in document order
 * @param before the same document with other bids, of which no bid's own checks look at the others
 */
export function outcomeOf(
  document: EvaluationDocument,
  inputs: Inputs,
  known: readonly (KnownOfBid | undefined)[] = [],
  before?: BidsBefore,
): Outcome {
  const inForce = withoutChangedRecords(document);
  const method = methodOf(document.model.method.type);
  const each = evaluateEach(
    { document, inForce, inputs, known, ...(before && { before }) },
    method,
  );
  const direction = method.direction(document.model);
  const order = hasSeparateContracts(document)
    ? noOrder
    : rankBids(each.evaluated, direction, inForce);
  return { ...each, direction, order };
}

/** The bids of an outcome with their ranks, in document order. */
export function rankedBids(
  { evaluated, direction, order }: Outcome,
  document: EvaluationDocument,
): RankedBid[] {
  const { lotteries = [] } = withoutChangedRecords(document);
  return evaluated.map((bid) => ({ ...bid, rank: rankStep(bid, order, direction, lotteries) }));
}
