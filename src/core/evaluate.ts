/**
 * The engine's entry: document → evaluation, exact and pure. It reads no clock, locale, sheet or
 * file, and changes nothing. Every figure in its answer is a step that keeps how it was made.
 */
import type { Authority, EvaluationDocument, Model } from "./document/schema";
import { knownBefore } from "./known-before";
import { lostPlaces, withoutEffects } from "./causes";
import type { Finding } from "./finding";
import { Inputs } from "./inputs";
import { contractFindings } from "./contract-findings";
import { blankRowFindings } from "./blank-rows";
import type { Direction } from "./methods/method";
import { methodOf } from "./methods/registry";
import { modelFindings } from "./model-findings";
import { priceFormFindings } from "./price-form-findings";
import type { KnownOfBid } from "./evaluated-bids";
import type { RankedBid } from "./outcome";
import { outcomeOf, rankedBids } from "./outcome";
import type { TieBreak } from "./ranking";
import { bidFindings, rankingFindings } from "./result-findings";
import { separateContracts } from "./document/contracts";
import { unrecordedFindings } from "./unrecorded-findings";
import { withNames } from "./names-of-findings";
import { withProvisions } from "./provisions-of-findings";
import { isAboutModel } from "./place";

export type Status = "final" | "provisional" | "blocked";

/** Of one bid: what it comes to by itself, and its place among the others. */
export type BidEvaluation = RankedBid;

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
  /**
   * Each authority's own outcome where the contracts are separate, in the order of the authorities;
   * the bids above have then no rank, since their common sum awards nothing. Empty otherwise.
   */
  readonly contracts: readonly ContractEvaluation[];
};

/** What one authority's contract comes to, by the same model on its own document. */
export type ContractEvaluation = {
  readonly authority: Authority;
  readonly evaluation: Evaluation;
};

/** An evaluation before its status and its award, which follow from the findings. */
type Found = Omit<Evaluation, "status" | "award">;

/**
 * Evaluates a document: prices and results in the procurement's currency or in points, as its method
 * says.
 * @param also findings from reading the workbook; they block and hold open like the engine's own
 * @param before an evaluation from which everything is taken over that is made of the same objects
 */
export function evaluate(
  document: EvaluationDocument,
  also: readonly Finding[] = [],
  before?: Evaluation,
): Evaluation {
  const inputs = new Inputs(document);
  const common = evaluateBids(document, also, inputs, knownBefore(before, document));
  const contracts = separateContracts(document).map(({ authority, document: part }) => {
    const own = evaluateBids(part, also, new Inputs(part, inputs), common.bids);
    const findings = [...common.findings, ...notIn(common.findings, own.findings)];
    return { authority, evaluation: conclude({ ...own, findings }) };
  });
  return conclude({ ...common, contracts });
}

/**
 * The bids of one document, each by itself and in their order.
 * @param known what the bids are known to come to: in the procurement that the document is one separate
 *   contract of, or from before
 */
function evaluateBids(
  document: EvaluationDocument,
  also: readonly Finding[],
  inputs: Inputs,
  known: readonly (KnownOfBid | undefined)[],
): Found {
  const method = methodOf(document.model.method.type);
  const outcome = outcomeOf(document, inputs, known);
  const { direction, entrants, order } = outcome;
  const bids = rankedBids(outcome, document);
  const findings = [
    ...also,
    ...modelFindings(document, method),
    ...priceFormFindings(document),
    ...contractFindings(document),
    ...allBidFindings(document, bids, also),
    ...blankRowFindings(document, entrants, inputs),
    ...rankingFindings(document, bids, order),
    ...unrecordedFindings(document),
  ];
  return {
    document,
    direction,
    unit: method.inCurrency ? document.procurement.currency : "",
    bids,
    order: order.groups,
    ties: order.groups.filter((group) => group.length > 1),
    tieBreaks: order.tieBreaks,
    findings,
    contracts: [],
  };
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
 * or hold open like the engine's own, in every separate contract too; no figure changes.
 */
export function withFindings(evaluation: Evaluation, more: readonly Finding[]): Evaluation {
  if (more.length === 0) return evaluation;
  return conclude({
    ...evaluation,
    findings: [...evaluation.findings, ...more],
    contracts: evaluation.contracts.map((contract) => ({
      ...contract,
      evaluation: withFindings(contract.evaluation, more),
    })),
  });
}

/** The same evaluation with what is found in each separate contract by itself. */
export function withContractFindings(
  evaluation: Evaluation,
  findingsOf: (contract: ContractEvaluation) => readonly Finding[],
): Evaluation {
  if (evaluation.contracts.length === 0) return evaluation;
  return conclude({
    ...evaluation,
    contracts: evaluation.contracts.map((contract) => ({
      ...contract,
      evaluation: withFindings(contract.evaluation, findingsOf(contract)),
    })),
  });
}

const gravity: readonly Finding["severity"][] = ["blocking", "open", "warning", "note"];

/**
 * Status and award follow from the findings and from nothing else. Of separate contracts the whole is
 * final when each of them is, and awards nothing itself.
 */
function conclude(evaluation: Found): Evaluation {
  const { bids, order, document } = evaluation;
  const { model, procurement } = document;
  const found = withNames(withoutEffects(evaluation.findings), document);
  // The gravest first; within a severity in the order in which they were found.
  const findings = withProvisions(found, procurement)
    .map((found) => withAcceptance(found, model))
    .concat(foundInContracts(evaluation))
    .sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
  const status = statusOf(findings);
  return {
    ...evaluation,
    findings,
    status,
    award: status === "final" ? winners(order, bids, model.winners) : [],
  };
}

/** What is found in the separate contracts and not in the whole. */
function foundInContracts({ findings, contracts }: Found): Finding[] {
  return joinedFindings(
    contracts.map(({ authority, evaluation }) => ({
      authority,
      findings: notIn(findings, evaluation.findings),
    })),
  );
}

/**
 * The findings of several separate contracts as one list: named with its contract, unless it is found
 * alike in each of them.
 */
export function joinedFindings(
  contracts: readonly { readonly authority: Authority; readonly findings: readonly Finding[] }[],
): Finding[] {
  const [first, ...others] = contracts;
  if (!first) return [];
  const sets = others.map(({ findings }) => new Set(findings.map(contentOf)));
  const shared = first.findings.filter((each) => sets.every((set) => set.has(contentOf(each))));
  const named = contracts.flatMap(({ authority: { id, name }, findings }) =>
    notIn(shared, findings).map((each): Finding => ({ ...each, contract: { id, name } })),
  );
  return [...shared, ...named];
}

/** The findings that another list has not. */
function notIn(known: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const contents = new Set(known.map(contentOf));
  return findings.filter((each) => !contents.has(contentOf(each)));
}

/** What a finding says, whichever contract it is of. */
function contentOf({ code, where, details }: Finding): string {
  return JSON.stringify([code, where, details]);
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
