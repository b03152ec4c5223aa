/**
 * The front door of the engine: document → evaluation, exact and pure. It reads no clock, locale,
 * sheet or file, and changes nothing; every figure it gives is a step that can say how it was made.
 */
import type { Bid, EvaluationDocument, Lottery, Model } from "./document/schema";
import type { Fulfilment } from "./criteria";
import { everyFulfilment, fulfilments } from "./criteria";
import type { Check, Compliance, Reason, Standing } from "./compliance";
import { compliance, complianceFindings, standing } from "./compliance";
import { lostPlaces, withoutEffects } from "./causes";
import type { Finding, Place } from "./finding";
import { finding } from "./finding";
import { Inputs } from "./inputs";
import { lowBidCheck } from "./abnormally-low";
import { blankRowChecks, blankRowFindings, comparedPrices } from "./blank-rows";
import type { Entrant } from "./methods/compared-bids";
import { ComparedBids } from "./methods/compared-bids";
import type { Direction, Method } from "./methods/method";
import { methodOf } from "./methods/registry";
import { modelFindings } from "./model-findings";
import { Exact } from "./number";
import type { OfferedPrice } from "./price";
import { offeredPrice, priceFindings, roundedPrice } from "./price";
import type { Ranking, TieBreak } from "./ranking";
import { ranking } from "./ranking";
import { droppedRequirements } from "./document/requirements-in-force";
import { figurePlace } from "./document/recorded";
import type { Step, Value } from "./step";
import { input, rounded, same } from "./step";

export type Status = "final" | "provisional" | "blocked";

export type BidEvaluation = {
  readonly bid: Bid;
  readonly standing: Step<Standing>;
  readonly reasons: readonly Reason[];
  readonly compliance: Compliance;
  readonly price: OfferedPrice;
  /** Root criteria in document order, children inside. */
  readonly criteria: readonly Fulfilment[];
  /** Signed as each enters the result, by root criterion id. */
  readonly adjustmentOf: ReadonlyMap<string, Step>;
  readonly adjustments: Step;
  /** What the price itself adds to the result, where price and criteria are added up. */
  readonly fromPrice?: Step;
  /** The method's figures on the way, in the order they are made; every bid has the same. */
  readonly figures: readonly Step[];
  /** The evaluation price before and after `rounding.result`. */
  readonly unrounded: Step;
  readonly result: Step;
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
 * @param also findings from reading the workbook: they block and hold open like the engine's own
 */
export function evaluate(document: EvaluationDocument, also: readonly Finding[] = []): Evaluation {
  const inputs = new Inputs(document);
  const dropped = droppedRequirements(document);
  const method = methodOf(document.model.method.type);
  const entrants = withComparedPrices(
    document,
    document.bids.map((bid) => contenderOf(document, bid, inputs, dropped)),
    inputs,
  );
  const field = new ComparedBids(entrants, document.model, inputs);
  const unranked = entrants.map((entrant) => evaluateBid(entrant, method, field));
  const direction = method.direction(document.model);
  const order = orderOf(unranked, direction, document);
  const bids = unranked.map((each) => ({
    ...each,
    rank: rankStep(each, order, direction, document.lotteries ?? []),
  }));
  const lost = lostPlaces(also);
  const findings = [
    ...also,
    ...modelFindings(document, method),
    ...bids.flatMap((each) => bidFindings(document, each, lost)),
    ...blankRowFindings(document, entrants, inputs),
    ...rankingFindings(document, bids, order),
  ];
  return concluded({
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

/**
 * The same evaluation with more findings: what the laboratory and the double computation have seen
 * blocks, or holds open, like the engine's own. No figure changes.
 */
export function withFindings(evaluation: Evaluation, more: readonly Finding[]): Evaluation {
  return more.length === 0
    ? evaluation
    : concluded({ ...evaluation, findings: [...evaluation.findings, ...more] });
}

const gravity: readonly Finding["severity"][] = ["blocking", "open", "warning", "note"];

/** Status and award follow from the findings, and nothing else. */
function concluded(evaluation: Omit<Evaluation, "status" | "award">): Evaluation {
  const {
    bids,
    order,
    document: { model },
  } = evaluation;
  // The gravest first; within a severity in the order they were seen.
  const findings = withoutEffects(evaluation.findings)
    .map((each) => withAcceptance(each, model))
    .sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
  const status = statusOf(findings);
  return {
    ...evaluation,
    findings,
    status,
    award: status === "final" ? winners(order, bids, model.winners) : [],
  };
}

type Contender = Entrant & {
  readonly asOffered: ReturnType<typeof offeredPrice>;
  readonly compliance: Compliance;
  readonly checks: readonly Check[];
};
type Contestant = Contender & { readonly offered: OfferedPrice };
type Unranked = Omit<BidEvaluation, "rank">;

/** All that is known of a bid before it is compared with any other; its price is as offered. */
function contenderOf(
  document: EvaluationDocument,
  bid: Bid,
  inputs: Inputs,
  dropped: ReadonlySet<string>,
): Contender {
  const asOffered = offeredPrice(document, bid, inputs);
  const criteria = fulfilments(document, bid, inputs);
  const met = compliance(document.requirements, bid, dropped);
  const checks: Check[] = [
    ...asOffered.limits,
    ...blankRowChecks(document, bid, inputs),
    ...lowBidCheck(document, bid),
    ...[...everyFulfilment(criteria)].flatMap(({ limits }) => limits),
  ];
  return {
    bid,
    price: asOffered.offered,
    asOffered,
    criteria,
    compliance: met,
    checks,
    bars: [met.notMet, ...checks.map(({ check }) => check)],
    isRejected: met.reasons.length > 0 || checks.some(({ check }) => check.value === "not-met"),
  };
}

/** Who is rejected is known before prices are compared, so that no price of theirs is used. */
function withComparedPrices(
  document: EvaluationDocument,
  contenders: readonly Contender[],
  inputs: Inputs,
): Contestant[] {
  const compared = comparedPrices(document, contenders, inputs);
  return contenders.map((each) => {
    const { evaluated, figures } = compared.get(each.bid.id) ?? {
      evaluated: each.price,
      figures: [],
    };
    const price = roundedPrice(document.model, each.bid, evaluated);
    return {
      ...each,
      price,
      offered: { ...each.asOffered, evaluated, price, rowFigures: figures },
    };
  });
}

function evaluateBid(entrant: Contestant, method: Method, field: ComparedBids): Unranked {
  const { bid, offered, criteria, compliance: met, checks } = entrant;
  const composition = method.compose(entrant, field);
  const { rounding } = field.model;
  const about = { what: "result", bid: bid.id } as const;
  const result = rounding.result
    ? rounded(about, composition.unrounded, rounding.result)
    : same(about, composition.unrounded);
  return {
    bid,
    ...standing(bid, met, checks, result),
    compliance: met,
    price: offered,
    criteria,
    ...composition,
    result,
  };
}

/**
 * Rejected bids leave the ranking; undecided ones are ranked as they stand, and the result is
 * provisional.
 */
function orderOf(
  bids: readonly Unranked[],
  direction: Direction,
  document: EvaluationDocument,
): Ranking {
  const { inCurrency } = methodOf(document.model.method.type);
  const contenders = bids
    .filter((each) => each.standing.value !== "rejected" && each.result.value !== undefined)
    .map(({ bid, result, price, adjustments, criteria }) => ({
      id: bid.id,
      result,
      price: price.price,
      ...(inCurrency ? { adjustments } : {}),
      shares: new Map(
        [...everyFulfilment(criteria)].map(({ criterion, share }) => [criterion.id, share]),
      ),
    }));
  return ranking(contenders, direction, document.model.ties, document.lotteries ?? []);
}

/**
 * The rank comes from the result, and from what each rule of the tie chain looked at where one was
 * used.
 */
function rankStep(
  each: Unranked,
  order: Ranking,
  direction: Direction,
  lotteries: readonly Lottery[],
): Step {
  const { id } = each.bid;
  const rank = order.ranks.get(id);
  const used = order.tieBreaks.filter(({ bids }) => bids.includes(id));
  return {
    about: { what: "rank", bid: id },
    rule: { kind: "rank", direction, among: order.ranks.size, ties: used.map(({ rule }) => rule) },
    from: [
      each.standing,
      each.result,
      ...used.map((tieBreak) => tieStep(tieBreak, each, lotteries)),
    ],
    value: rank === undefined ? undefined : Exact.count(rank),
  };
}

function tieStep(
  { rule, bids }: TieBreak,
  each: Unranked,
  lotteries: readonly Lottery[],
): Step<Value> {
  if (rule === "highest-deduction") return each.adjustments;
  if (rule === "lowest-price") return each.price.price;
  if (rule === "lottery") {
    const n = lotteries.findIndex(({ order }) => bids.every((id) => order.includes(id)));
    const place = Exact.count((lotteries[n]?.order.indexOf(each.bid.id) ?? 0) + 1);
    return input({ what: "drawn-place", bid: each.bid.id }, `lotteries[${n}].order`, place);
  }
  const criterion = rule.replace(/^criterion:/, "");
  const found = [...everyFulfilment(each.criteria)].find((node) => node.criterion.id === criterion);
  return found?.share ?? each.result;
}

/** Every reason that a person must act on, with the place to do it. */
function bidFindings(
  document: EvaluationDocument,
  each: BidEvaluation,
  lost: ReadonlySet<Place>,
): Finding[] {
  const { bid, reasons } = each;
  const of = { bid: bid.id, bidder: bid.bidder };
  const own = reasons.flatMap((reason) => {
    const known = reasonPlaces[reason.code]?.(bid.id, reason.id ?? "", reason.evaluator ?? "");
    if (known === undefined) return [];
    const isSealed =
      document.procurement.prices === "sealed" &&
      !document.events?.some(({ type }) => type === "prices-opened");
    const sealed = isSealed && /price-missing$/.test(reason.code) ? { sealed: 1 } : {};
    const details = {
      ...of,
      ...sealed,
      ...(reason.id ? { id: reason.id } : {}),
      ...(reason.evaluator ? { evaluator: reason.evaluator } : {}),
    };
    return [finding(reason.code, known.severity, known.where, details)];
  });
  return [
    ...own,
    ...complianceFindings(document.requirements, bid, reasons, lost),
    ...priceFindings(document, bid, each.price.offered),
  ];
}

type ReasonPlace = { readonly severity: Finding["severity"]; readonly where: string };

/**
 * Reasons that are work to do or an error to mend; the rest (rejections, the model's own) are told
 * elsewhere.
 */
const reasonPlaces: {
  readonly [code: string]:
    ((bid: string, id: string, evaluator: string) => ReasonPlace) | undefined;
} = {
  "price-missing": (bid) => ({ severity: "open", where: `bids[${bid}].price` }),
  "unit-price-missing": (bid, id) => ({ severity: "open", where: `bids[${bid}].prices[${id}]` }),
  "score-missing": (bid, id) => ({ severity: "open", where: `bids[${bid}].scores[${id}].value` }),
  "assessment-missing": (bid, id, evaluator) => ({
    severity: "open",
    where: `bids[${bid}].scores[${id}].assessments[${evaluator}].value`,
  }),
  "score-unrecorded": (bid, id, evaluator) => ({
    severity: "blocking",
    where: figurePlace({ bid, criterion: id, ...(evaluator === "" ? {} : { evaluator }) }),
  }),
  "score-outside-scale": (bid, id) => ({
    severity: "blocking",
    where: `bids[${bid}].scores[${id}].value`,
  }),
  "points-outside-bands": (bid, id) => ({
    severity: "blocking",
    where: `bids[${bid}].scores[${id}]`,
  }),
  "price-outside-bands": (bid) => ({ severity: "blocking", where: `bids[${bid}].price` }),
  "price-zero": (bid) => ({ severity: "blocking", where: `bids[${bid}].price` }),
  "quality-zero": (bid) => ({ severity: "blocking", where: `bids[${bid}].scores` }),
  "lowest-price-zero": (bid) => ({ severity: "blocking", where: `bids[${bid}].price` }),
  "mean-price-zero": (bid) => ({ severity: "blocking", where: `bids[${bid}].price` }),
  "prices-equal": (bid) => ({ severity: "blocking", where: `bids[${bid}].price` }),
  "best-share-zero": (bid, id) => ({ severity: "blocking", where: `bids[${bid}].scores[${id}]` }),
};

function rankingFindings(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  order: Ranking,
): Finding[] {
  const { model } = document;
  const rejected = bids.filter(({ standing: { value } }) => value === "rejected");
  const ties = order.groups.flatMap((group) => {
    if (group.length < 2) return [];
    const first = order.ranks.get(group[0] ?? "") ?? 1;
    const severity = first <= model.winners ? "open" : "note";
    const next =
      model.ties.length === 0 ? "none" : model.ties.includes("lottery") ? "lottery" : "exhausted";
    return [finding("tie-unresolved", severity, "model.ties", { ids: group, rank: first, next })];
  });
  if (bids.length === 0) return [finding("no-bids", "note", "bids")];
  if (rejected.length === bids.length)
    return [finding("all-bids-rejected", "note", "bids", { count: bids.length })];
  return ties;
}

/**
 * A blocking finding about the model may be accepted by a recorded decision; one about a bid may
 * not.
 */
function withAcceptance(each: Finding, model: Model): Finding {
  const decision = model.accepted?.find(({ code }) => code === each.code);
  const aboutModel = each.where.startsWith("model") || each.where.startsWith("criteria");
  if (!decision || !aboutModel || each.severity !== "blocking") return each;
  return { ...each, accepted: { reason: decision.reason, by: decision.by } };
}

function statusOf(findings: readonly Finding[]): Status {
  if (findings.some(({ severity, accepted }) => severity === "blocking" && !accepted))
    return "blocked";
  return findings.some(({ severity }) => severity === "open") ? "provisional" : "final";
}

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

/** The bids best first, then those without a rank, in document order. */
export function byRank({ bids }: Evaluation): BidEvaluation[] {
  const place = ({ rank }: BidEvaluation) => (rank.value ? Number(rank.value.toText()) : Infinity);
  return [...bids].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
