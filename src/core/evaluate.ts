/**
 * The engine's entry: document → evaluation, exact and pure. It reads no clock, locale, sheet or
 * file, and changes nothing. Every figure in its answer is a step that keeps how it was made.
 */
import type { Bid, EvaluationDocument, Model } from "./document/schema";
import { everyFulfilment, fulfilments } from "./criteria";
import type { Check, Compliance, Reason } from "./compliance";
import { checkRequirements, judgeStanding } from "./compliance";
import { lostPlaces, withoutEffects } from "./causes";
import type { Finding } from "./finding";
import { Inputs } from "./inputs";
import { lowBidCheck } from "./abnormally-low";
import { exclusionCheck } from "./exclusion";
import { blankRowChecks, blankRowFindings, comparedPrices } from "./blank-rows";
import type { Entrant } from "./methods/compared-bids";
import { ComparedBids } from "./methods/compared-bids";
import type { Direction, Method } from "./methods/method";
import { methodOf } from "./methods/registry";
import { modelFindings } from "./model-findings";
import { priceFormFindings } from "./price-form-findings";
import type { AsOffered, OfferedPrice } from "./price";
import { offeredPrice, roundedPrice } from "./price";
import type { UnrankedBid } from "./ranked-bids";
import { rankBids, rankStep } from "./ranked-bids";
import type { TieBreak } from "./ranking";
import { bidFindings, rankingFindings } from "./result-findings";
import { droppedRequirements } from "./document/requirements-in-force";
import { withheldVerdicts, withoutChangedRecords } from "./document/withheld";
import { departureChecks } from "./departures";
import { unrecordedFindings } from "./unrecorded-findings";
import type { Step } from "./step";
import { rounded, same } from "./arithmetic";
import { withProvisions } from "./provisions-of-findings";
import { isAboutModel } from "./place";

export type Status = "final" | "provisional" | "blocked";

export type BidEvaluation = UnrankedBid & {
  readonly reasons: readonly Reason[];
  readonly compliance: Compliance;
  /** Signed as each enters the result, by root criterion id. */
  readonly adjustmentOf: ReadonlyMap<string, Step>;
  /** What the price itself adds to the result, where price and criteria are added up. */
  readonly fromPrice?: Step;
  /** The method's figures on the way, in the order they are made; every bid has the same. */
  readonly figures: readonly Step[];
  /** The result before `rounding.result`. */
  readonly unrounded: Step;
  /** Missing for rejected bids and for those whose result cannot be computed yet. */
  readonly rank: Step;
};

export type Evaluation = {
  readonly document: EvaluationDocument;
  readonly status: Status;
  readonly direction: Direction;
  /** The currency, or "" where the result is not an amount. */
  readonly unit: string;
  /** In document order. */
  readonly bids: readonly BidEvaluation[];
  /** Ids of the winners, best first; empty until the evaluation is final. */
  readonly award: readonly string[];
  /** Ties that nothing resolves, and those the published chain resolved. */
  readonly ties: readonly (readonly string[])[];
  /** Best first; more than one id in a group is a tie. */
  readonly order: readonly (readonly string[])[];
  readonly tieBreaks: readonly TieBreak[];
  readonly findings: readonly Finding[];
};

/**
 * Evaluates a document: prices and results in the procurement's currency or in points, as its method
 * says.
 * @param also findings from reading the workbook; they block and hold open like the engine's own
 */
export function evaluate(document: EvaluationDocument, also: readonly Finding[] = []): Evaluation {
  const inputs = new Inputs(document);
  const inForce = withoutChangedRecords(document);
  const uncounted: Uncounted = {
    dropped: droppedRequirements(inForce),
    verdicts: withheldVerdicts(document),
  };
  const method = methodOf(document.model.method.type);
  const entrants = withComparedPrices(
    document,
    document.bids.map((bid) => checkBid(inForce, bid, inputs, uncounted)),
    inputs,
  );
  const field = new ComparedBids(entrants, document.model, inputs);
  const unranked = entrants.map((entrant) => evaluateBid(entrant, method, field));
  const direction = method.direction(document.model);
  const order = rankBids(unranked, direction, inForce);
  const bids = unranked.map((bid) => ({
    ...bid,
    rank: rankStep(bid, order, direction, inForce.lotteries ?? []),
  }));
  const findings = [
    ...also,
    ...modelFindings(document, method),
    ...priceFormFindings(document),
    ...allBidFindings(document, bids, also),
    ...blankRowFindings(document, entrants, inputs),
    ...rankingFindings(document, bids, order),
    ...unrecordedFindings(document),
  ];
  return conclude({
    document,
    direction,
    unit: method.inCurrency ? document.procurement.currency : "",
    bids,
    order: order.groups,
    ties: order.groups.filter((group) => group.length > 1),
    tieBreaks: order.tieBreaks,
    findings,
  });
}

/** The findings of every bid, in document order; a cell that could not be read has its own already. */
function allBidFindings(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  also: readonly Finding[],
): Finding[] {
  const lost = lostPlaces(also);
  return bids.flatMap((bid) => bidFindings(document, bid, lost));
}

/**
 * The same evaluation with more findings, from the laboratory or the double computation. They block
 * or hold open like the engine's own; no figure changes.
 */
export function withFindings(evaluation: Evaluation, more: readonly Finding[]): Evaluation {
  return more.length === 0
    ? evaluation
    : conclude({ ...evaluation, findings: [...evaluation.findings, ...more] });
}

const gravity: readonly Finding["severity"][] = ["blocking", "open", "warning", "note"];

/** Status and award follow from the findings and from nothing else. */
function conclude(evaluation: Omit<Evaluation, "status" | "award">): Evaluation {
  const {
    bids,
    order,
    document: { model, procurement },
  } = evaluation;
  // The gravest first; within a severity in the order in which they were found.
  const findings = withProvisions(withoutEffects(evaluation.findings), procurement)
    .map((found) => withAcceptance(found, model))
    .sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
  const status = statusOf(findings);
  return {
    ...evaluation,
    findings,
    status,
    award: status === "final" ? winners(order, bids, model.winners) : [],
  };
}

/** A bid with its own price, criteria and limits, before it is compared with any other. */
type CheckedBid = Entrant & {
  readonly asOffered: AsOffered;
  readonly compliance: Compliance;
  readonly checks: readonly Check[];
};
/** A checked bid with the price that is compared. */
type PricedBid = CheckedBid & { readonly offered: OfferedPrice };

/** Requirements that no longer apply, and by bid those whose verdict differs from its record. */
type Uncounted = {
  readonly dropped: ReadonlySet<string>;
  readonly verdicts: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Everything about a bid that does not depend on other bids; its price is as offered. */
function checkBid(
  document: EvaluationDocument,
  bid: Bid,
  inputs: Inputs,
  { dropped, verdicts }: Uncounted,
): CheckedBid {
  const asOffered = offeredPrice(document, bid, inputs);
  const criteria = fulfilments(document, bid, inputs);
  const met = checkRequirements(
    document.requirements,
    bid,
    dropped,
    verdicts.get(bid.id) ?? new Set(),
  );
  const checks: Check[] = [
    ...asOffered.limits,
    ...blankRowChecks(document, bid, inputs),
    ...lowBidCheck(document, bid),
    ...exclusionCheck(document, bid),
    ...departureChecks(bid),
    ...[...everyFulfilment(criteria)].flatMap(({ limits }) => limits),
  ];
  return {
    bid,
    price: asOffered.whole,
    asOffered,
    criteria,
    compliance: met,
    checks,
    bars: [met.notMet, ...checks.map(({ check }) => check)],
    isRejected: met.reasons.length > 0 || checks.some(({ check }) => check.value === "not-met"),
  };
}

/** Prices are compared once it is known which bids are rejected: no price of theirs is used. */
function withComparedPrices(
  document: EvaluationDocument,
  checked: readonly CheckedBid[],
  inputs: Inputs,
): PricedBid[] {
  const compared = comparedPrices(document, checked, inputs);
  return checked.map((bid) => {
    const { evaluated, figures } = compared.get(bid.bid.id) ?? {
      evaluated: bid.price,
      figures: [],
    };
    const price = roundedPrice(document.model, bid.bid, evaluated);
    return {
      ...bid,
      price,
      offered: { ...bid.asOffered, evaluated, price, rowFigures: figures },
    };
  });
}

/** The method's result for one bid, after `rounding.result`, and whether the bid stands. */
function evaluateBid(
  entrant: PricedBid,
  method: Method,
  field: ComparedBids,
): Omit<BidEvaluation, "rank"> {
  const { bid, offered, criteria, compliance: met, checks } = entrant;
  const composition = method.compose(entrant, field);
  const { rounding } = field.model;
  const about = { what: "result", bid: bid.id } as const;
  const result = rounding.result
    ? rounded(about, composition.unrounded, rounding.result)
    : same(about, composition.unrounded);
  return {
    bid,
    ...judgeStanding(bid, met, checks, result),
    compliance: met,
    price: offered,
    criteria,
    ...composition,
    result,
  };
}

/**
 * A recorded decision may accept a blocking finding about the model, but never one about a bid: that
 * would treat bidders unequally (LOU 4 kap. 1 §).
 */
function withAcceptance(found: Finding, model: Model): Finding {
  const decision = model.accepted?.find(({ code }) => code === found.code);
  const aboutModel = isAboutModel(found.where);
  if (!decision || !aboutModel || found.severity !== "blocking") return found;
  return { ...found, accepted: { reason: decision.reason, by: decision.by } };
}

/** A blocking finding that is not accepted blocks; an open one makes the result provisional. */
function statusOf(findings: readonly Finding[]): Status {
  if (findings.some(({ severity, accepted }) => severity === "blocking" && !accepted))
    return "blocked";
  return findings.some(({ severity }) => severity === "open") ? "provisional" : "final";
}

/** The ids of the first `count` bids that stand, best first. */
function winners(
  order: Evaluation["order"],
  bids: readonly BidEvaluation[],
  count: number,
): string[] {
  const standing = new Set(
    bids.flatMap(({ bid, standing: { value } }) => (value === "standing" ? [bid.id] : [])),
  );
  return order
    .flat()
    .filter((id) => standing.has(id))
    .slice(0, count);
}

/** The bids, best first, then those without a rank. Bids of one rank keep the document's order. */
export function byRank({ bids }: Evaluation): BidEvaluation[] {
  const place = ({ rank }: BidEvaluation) => (rank.value ? Number(rank.value.toText()) : Infinity);
  return [...bids].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
