/**
 * Makes `mervarde-result/1`, the public result, of an evaluation: plain text and numbers for programs
 * to read. Shares and quotients are cut to 12 decimals here and nowhere earlier; every decision was
 * taken on exact values.
 */
import type { Fulfilment } from "../core/criteria";
import { everyFulfilment } from "../core/criteria";
import type { BidEvaluation, ContractEvaluation, Evaluation } from "../core/evaluate";
import type { Difference } from "../core/document/diff";
import type { Finding } from "../core/finding";
import type { AuthorityValue } from "../core/contract-values";
import { authorityValues } from "../core/contract-values";
import type { Step } from "../core/step";
import type { Seal } from "../journal/published";
import { shortCode } from "../journal/short-code";
import type { Words } from "../words/sv/words";
import { findingText } from "../words/sentences";

export type Result = {
  readonly format: "mervarde-result/1";
  readonly status: Evaluation["status"];
  readonly label: string;
  readonly direction: Evaluation["direction"];
  readonly unit: string;
  readonly bids: readonly BidResult[];
  readonly award: readonly string[];
  readonly ties: readonly (readonly string[])[];
  readonly tieBreaks: readonly object[];
  /** Each authority's own outcome, where the contracts are separate. */
  readonly contracts?: readonly ContractResult[];
  readonly findings: readonly object[];
  /** How many figures the two computations agree on. */
  readonly doubleCheck: { readonly equal: number; readonly of: number };
  /** What must not matter, changed on the user's own data: which checks held. */
  readonly selfChecks: {
    readonly passed: number;
    readonly of: number;
    readonly failed: readonly string[];
  };
  /**
   * Whether this runs on the published model, and what differs where it does not; nothing where
   * none was published.
   */
  readonly published?: {
    readonly state: "same" | "changed";
    /** When it was recorded, and when it took place, where that was earlier. */
    readonly time: string;
    readonly at?: string;
    readonly by: string;
    readonly code: string;
    readonly fingerprint: string;
    readonly differences: readonly Difference[];
  };
  readonly fingerprint: string;
  /**
   * Of what the result rests on: the same when the evaluation has only been reviewed and decided on
   * since.
   */
  readonly basis: string;
};

export type ContractResult = Pick<Result, "status" | "bids" | "award" | "ties" | "tieBreaks"> & {
  readonly authority: string;
  readonly name: string;
};

export type BidResult = {
  readonly id: string;
  readonly bidder: string;
  readonly standing: string | undefined;
  readonly reasons: readonly object[];
  readonly price: string | null;
  readonly offeredPrice?: string | null;
  readonly publishedCosts?: string | null;
  readonly authorities?: readonly AuthorityPart[];
  readonly contractValue?: string | null;
  readonly criteria: readonly object[];
  readonly result: string | null;
  readonly rank: number | null;
  readonly cell?: string;
};

/** What one authority pays of the price; of an awarded bid also what its contract is worth. */
type AuthorityPart = {
  readonly id: string;
  readonly price: string | null;
  readonly countedValue?: string | null;
  readonly contractValue?: string | null;
};

export type Located = {
  /** The sheet and cell of a finding's place, if the evaluation was read from a workbook. */
  readonly finding: (each: Finding) => string | undefined;
  /** The cell of a bid's live result, if a workbook was written. */
  readonly result: (bid: string, authority?: string) => string | undefined;
};

/** What is recorded of a result: the standing, result and rank of each bid, and the award. */
export function recordableOutcome(
  { status, bids, award, label, contracts }: Result,
  version: string,
  fingerprint: (value: object) => string,
): {
  readonly status: string;
  readonly text: string;
  readonly fingerprint: string;
  readonly version: string;
} {
  const parts = contracts?.map((contract) => ({
    authority: contract.authority,
    bids: figuresOf(contract.bids),
    award: contract.award,
  }));
  const text = parts
    ? parts.map((part) => `${part.authority}: ${outcomeText(part.bids)}`).join(" | ")
    : outcomeText(bids);
  return {
    status,
    text,
    fingerprint: fingerprint({
      label,
      status,
      bids: figuresOf(bids),
      award,
      ...(parts && { contracts: parts }),
    }),
    version,
  };
}

type RecordedFigures = Pick<BidResult, "id" | "standing" | "result" | "rank">;

function figuresOf(bids: readonly BidResult[]): RecordedFigures[] {
  return bids.map(({ id, standing, result, rank }) => ({ id, standing, result, rank }));
}

function outcomeText(bids: readonly RecordedFigures[]): string {
  return bids
    .map(
      ({ id, result, rank, standing }) =>
        `${id} ${result ?? standing}${rank === null ? "" : ` (${rank})`}`,
    )
    .join("; ");
}

/** How the model stands to the published one, as results and papers state it. */
export function publicationOf({
  at,
  parts,
  differences = [],
}: Seal): NonNullable<Result["published"]> {
  const { fingerprint: print = "", time, by, at: day } = at;
  return {
    state: parts.length === 0 ? "same" : "changed",
    time,
    ...(day === undefined ? {} : { at: day }),
    by,
    code: shortCode(print),
    fingerprint: print,
    differences,
  };
}

/** What a result states besides the evaluation. */
export type ResultFacts = {
  /** SHA-256 of the canonical document, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** SHA-256 of what the result rests on, 64 hexadecimal digits. */
  readonly basis: string;
  readonly doubleCheck: Result["doubleCheck"];
  readonly published?: NonNullable<Result["published"]>;
  readonly selfChecks: readonly { readonly name: string; readonly holds: boolean }[];
};

/** The public result. @param words the reader's, for the sentences of findings */
export function publicResult(
  evaluation: Evaluation,
  facts: ResultFacts,
  located: Located,
  words: Words,
): Result {
  const held = facts.selfChecks.filter(({ holds }) => holds);
  const failed = facts.selfChecks.filter(({ holds }) => !holds).map(({ name }) => name);
  const { document, status, direction, unit, award, ties, tieBreaks, findings } = evaluation;
  const contracts = evaluation.contracts.map((contract) => contractResult(contract, located));
  return {
    format: "mervarde-result/1",
    status,
    label: document.model.label,
    direction,
    unit,
    bids: evaluation.bids.map((bid) => bidResult(bid, evaluation, located)),
    award,
    ties,
    tieBreaks,
    ...(contracts.length > 0 ? { contracts } : {}),
    findings: findings.map((each) => findingResult(each, located, words)),
    doubleCheck: facts.doubleCheck,
    selfChecks: { passed: held.length, of: facts.selfChecks.length, failed },
    ...(facts.published ? { published: facts.published } : {}),
    fingerprint: facts.fingerprint,
    basis: facts.basis,
  };
}

function contractResult(
  { authority: { id, name }, evaluation }: ContractEvaluation,
  located: Located,
): ContractResult {
  const { status, bids, award, ties, tieBreaks } = evaluation;
  const ofContract = { ...located, result: (bid: string) => located.result(bid, id) };
  return {
    authority: id,
    name,
    status,
    bids: bids.map((bid) => bidResult(bid, evaluation, ofContract)),
    award,
    ties,
    tieBreaks,
  };
}

function bidResult(
  bid: BidEvaluation,
  { document, award }: Evaluation,
  located: Located,
): BidResult {
  const { rounding } = document.model;
  const cell = located.result(bid.bid.id);
  const result = rounding.result
    ? bid.result.value?.toFixed(rounding.result.decimals)
    : text(bid.result);
  const values = award.includes(bid.bid.id) ? authorityValues(document, bid.bid.id) : [];
  return {
    id: bid.bid.id,
    bidder: bid.bid.bidder,
    standing: bid.standing.value,
    reasons: bid.reasons,
    price: text(bid.price.price) ?? null,
    ...partsOf(bid, values),
    criteria: [...everyFulfilment(bid.criteria)].map((each) => criterionResult(each, bid)),
    result: result ?? null,
    rank: bid.rank.value ? Number(bid.rank.value.toText()) : null,
    ...(cell ? { cell } : {}),
  };
}

/**
 * What the bidder asks and what published costs add to it, each authority's own part of the price,
 * and the whole contract's value where that is another.
 * @param values what the contract is worth to each authority; of an awarded bid
 */
function partsOf({ price }: BidEvaluation, values: readonly AuthorityValue[]): Partial<BidResult> {
  const { offered, publishedCosts, byAuthority, contractValue } = price;
  const authorities = [...byAuthority].map(([id, step]): AuthorityPart => {
    const value = values.find(({ authority }) => authority.id === id);
    return {
      id,
      price: text(step) ?? null,
      ...(value && {
        countedValue: value.counted?.toDecimal(12) ?? null,
        contractValue: value.whole?.toDecimal(12) ?? null,
      }),
    };
  });
  return {
    ...(publishedCosts
      ? {
          offeredPrice: text(offered) ?? null,
          publishedCosts: text(publishedCosts) ?? null,
        }
      : {}),
    ...(authorities.length > 0 ? { authorities } : {}),
    ...(contractValue ? { contractValue: text(contractValue) ?? null } : {}),
  };
}

function criterionResult(
  { criterion: { id }, share, points }: Fulfilment,
  bid: BidEvaluation,
): object {
  const adjustment = bid.adjustmentOf.get(id);
  const [shown, sum, amount] = [
    text(share),
    points && text(points),
    adjustment && text(adjustment),
  ];
  return {
    id,
    ...(shown === undefined ? {} : { share: shown }),
    ...(sum === undefined ? {} : { points: sum }),
    ...(amount === undefined ? {} : { amount }),
  };
}

function text(step: Step): string | undefined {
  return step.value?.toDecimal(12);
}

/**
 * A finding for programs: code, severity, place, cell, and the sentence in the reader's language.
 */
export function findingResult(each: Finding, located: Located, words: Words): object {
  const cell = located.finding(each);
  return {
    code: each.code,
    severity: each.severity,
    where: each.where,
    ...(cell ? { cell } : {}),
    ...(each.contract ? { authority: each.contract.id } : {}),
    message: findingText(each, words),
    ...(each.accepted ? { accepted: each.accepted } : {}),
  };
}
