/**
 * What the bids of a document come to and the order they get, without any finding: at first, and again
 * when some of them have been changed. It concludes nothing about an award.
 */
import { fulfilmentsAgain } from "./criteria";
import { hasSeparateContracts } from "./document/contracts";
import type { Bid, EvaluationDocument } from "./document/schema";
import { withoutChangedRecords } from "./document/withheld";
import type { EvaluatedBid, KnownOfBid } from "./evaluated-bids";
import { evaluateEach } from "./evaluated-bids";
import { Inputs } from "./inputs";
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

export type Outcome = {
  readonly direction: Direction;
  /** The bids as they enter the comparison, in document order. */
  readonly entrants: ReturnType<typeof evaluateEach>["entrants"];
  /** In document order. */
  readonly bids: readonly RankedBid[];
  readonly order: Ranking;
};

/** @param known what is known of the bids already, in document order */
export function outcomeOf(
  document: EvaluationDocument,
  inputs: Inputs,
  known: readonly (KnownOfBid | undefined)[] = [],
): Outcome {
  const inForce = withoutChangedRecords(document);
  const method = methodOf(document.model.method.type);
  const { entrants, evaluated } = evaluateEach({ document, inForce, inputs, known }, method);
  const direction = method.direction(document.model);
  const order = hasSeparateContracts(document) ? noOrder : rankBids(evaluated, direction, inForce);
  const bids = evaluated.map((bid) => ({
    ...bid,
    rank: rankStep(bid, order, direction, inForce.lotteries ?? []),
  }));
  return { direction, entrants, bids, order };
}

/**
 * What the same document comes to with other bids. Of a bid that has been evaluated, what the change
 * does not reach is taken over, so that a question of the form "what if" costs what it touches.
 * @param before the evaluation of a document without records, which may hold a bid's scores back
 * @param bids a bid with the id of an evaluated one is that bid, changed
 */
export function outcomeAgain(
  before: { readonly document: EvaluationDocument; readonly bids: readonly RankedBid[] },
  bids: readonly Bid[],
): readonly RankedBid[] {
  const document = { ...before.document, bids: [...bids] };
  const inputs = new Inputs(document);
  const known = bids.map((bid): KnownOfBid | undefined => {
    const evaluated = before.bids.find((each) => each.bid.id === bid.id);
    return (
      evaluated && {
        criteria: fulfilmentsAgain(document, bid, inputs, evaluated),
        ...(evaluated.bid.answers === bid.answers ? { compliance: evaluated.compliance } : {}),
      }
    );
  });
  return outcomeOf(document, inputs, known).bids;
}
