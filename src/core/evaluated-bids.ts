/**
 * Each bid of a document by itself: its price, criteria and limits, and the result that the method
 * makes of them among the compared bids. It puts no bid before another.
 */
import { lowBidCheck } from "./abnormally-low";
import { rounded, same } from "./arithmetic";
import { blankRowChecks, comparedPrices } from "./blank-rows";
import type { Check, Compliance, Reason } from "./compliance";
import { checkRequirements, judgeStanding } from "./compliance";
import { everyFulfilment, fulfilments } from "./criteria";
import { departureChecks } from "./departures";
import { droppedRequirements } from "./document/requirements-in-force";
import type { Bid, EvaluationDocument } from "./document/schema";
import { exclusionCheck } from "./exclusion";
import { withheldVerdicts } from "./document/withheld";
import type { Inputs } from "./inputs";
import type { Entrant } from "./methods/compared-bids";
import { ComparedBids } from "./methods/compared-bids";
import type { Method } from "./methods/method";
import type { AsOffered, OfferedPrice } from "./price";
import { offeredPrice, roundedPrice } from "./price";
import type { UnrankedBid } from "./ranked-bids";
import type { Step } from "./step";

export type EvaluatedBid = UnrankedBid & {
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
};

/** A document, the same without records that changed behind the journal, and its figures. */
type Subject = {
  readonly document: EvaluationDocument;
  readonly inForce: EvaluationDocument;
  readonly inputs: Inputs;
  /** What is known of the bids already, in document order. */
  readonly known?: readonly (KnownOfBid | undefined)[];
  /** The same document with other bids, of which no bid's own checks look at the others. */
  readonly before?: BidsBefore;
};

/**
 * What a bid is known to come to: in the procurement that the document is one separate contract of, or
 * from before another bid was changed. It is taken over and not computed again.
 */
export type KnownOfBid = Partial<Pick<EvaluatedBid, "criteria" | "compliance">> & {
  readonly asOffered?: AsOffered;
};

/** In document order: the bids by themselves, as they enter the comparison, and as evaluated. */
export type EachBid = {
  readonly checked: readonly CheckedBid[];
  readonly entrants: readonly PricedBid[];
  readonly evaluated: readonly EvaluatedBid[];
  readonly field: ComparedBids;
};

/** Evaluates each bid among the others, by the method. */
export function evaluateEach(
  { document, inForce, inputs, known = [], before }: Subject,
  method: Method,
): EachBid {
  const uncounted: Uncounted = {
    dropped: droppedRequirements(inForce),
    verdicts: withheldVerdicts(document),
  };
  const checked = document.bids.map(
    (bid, n) =>
      before?.checked(bid) ?? checkBid({ document: inForce, bid, inputs }, uncounted, known[n]),
  );
  const entrants = withComparedPrices(document, checked, inputs, before);
  const field = new ComparedBids(entrants, document.model, inputs, before?.field);
  const same = field.isAsBefore ? before : undefined;
  const evaluated = entrants.map(
    (entrant) => same?.evaluated(entrant) ?? evaluateBid(entrant, method, field),
  );
  field.settle();
  return { checked, entrants, evaluated, field };
}

/** The bids of an evaluation, from which those that are the same are taken over. */
export class BidsBefore {
  private readonly places: ReadonlyMap<Bid, number>;
  private readonly byId: ReadonlyMap<string, EvaluatedBid>;

  constructor(private readonly each: EachBid) {
    this.places = new Map(each.checked.map(({ bid }, n) => [bid, n]));
    this.byId = new Map(each.evaluated.map((evaluated) => [evaluated.bid.id, evaluated]));
  }

  bid(id: string): EvaluatedBid | undefined {
    return this.byId.get(id);
  }

  get field(): ComparedBids {
    return this.each.field;
  }

  checked(bid: Bid): CheckedBid | undefined {
    return this.each.checked[this.places.get(bid) ?? -1];
  }

  /** The bid with the price that is compared, unless other bids enter that price. */
  priced(checked: CheckedBid): PricedBid | undefined {
    const n = this.places.get(checked.bid) ?? -1;
    const priced = this.each.entrants[n];
    const isOwn = this.each.checked[n] === checked && priced?.offered.rowFigures.length === 0;
    return isOwn ? priced : undefined;
  }

  /** The bid among bids that give the method the same figures. */
  evaluated(entrant: PricedBid): EvaluatedBid | undefined {
    const n = this.places.get(entrant.bid) ?? -1;
    return this.each.entrants[n] === entrant ? this.each.evaluated[n] : undefined;
  }
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
  {
    document,
    bid,
    inputs,
  }: { readonly document: EvaluationDocument; readonly bid: Bid; readonly inputs: Inputs },
  { dropped, verdicts }: Uncounted,
  known: KnownOfBid | undefined,
): CheckedBid {
  const asOffered = known?.asOffered ?? offeredPrice(document, bid, inputs);
  const criteria = known?.criteria ?? fulfilments(document, bid, inputs);
  const met =
    known?.compliance ??
    checkRequirements(document.requirements, bid, dropped, verdicts.get(bid.id) ?? new Set());
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
  before: BidsBefore | undefined,
): PricedBid[] {
  const compared = comparedPrices(document, checked, inputs);
  return checked.map((bid) => {
    const { evaluated, figures } = compared.get(bid.bid.id) ?? {
      evaluated: bid.price,
      figures: [],
    };
    const known = figures.length === 0 ? before?.priced(bid) : undefined;
    if (known) return known;
    const price = roundedPrice(document.model, bid.bid, evaluated);
    return {
      ...bid,
      price,
      offered: { ...bid.asOffered, evaluated, price, rowFigures: figures },
    };
  });
}

/** The method's result for one bid, after `rounding.result`, and whether the bid stands. */
function evaluateBid(entrant: PricedBid, method: Method, field: ComparedBids): EvaluatedBid {
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
