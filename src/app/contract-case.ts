/**
 * One separate contract as a case of its own, for papers, exports and questions that are about one
 * award. A case whose contracts are separate has no award as a whole, so that one is to be chosen. It
 * computes nothing.
 */
import type { ContractEvaluation, Evaluation } from "../core/evaluate";
import type { Result } from "../report/result";
import type { Words } from "../words/sv/words";

/** A case with its document, as evaluated; the public result where it was computed twice. */
type EvaluatedCase = {
  readonly evaluation: Evaluation;
  readonly document?: Evaluation["document"];
  readonly result?: Result;
};

/**
 * The case of one authority's contract; the case itself where the contract is common.
 * @param authority the authority's id; undefined where none was chosen
 * @returns one sentence where a contract must be chosen, or there is none of that authority
 */
export function contractCase<Case extends EvaluatedCase>(
  whole: Case,
  authority: string | undefined,
  words: Words,
): Case | string {
  const { contracts } = whole.evaluation;
  const known = contracts.map((each) => each.authority.id).join(", ");
  if (authority === undefined)
    return contracts.length === 0 ? whole : words.contracts.needsAuthority(known);
  const contract = contracts.find((each) => each.authority.id === authority);
  return contract ? caseOf(whole, contract) : words.contracts.unknown(authority, known);
}

/** A contract's case, with a suffix for the names of its papers; the case itself of a common one. */
export type ContractCase<Case> = {
  readonly suffix: string;
  readonly own: Case;
  /** Whose contract it is; left out where it is common. */
  readonly authority?: ContractEvaluation["authority"];
};

export function everyContractCase<Case extends EvaluatedCase>(whole: Case): ContractCase<Case>[] {
  const { contracts } = whole.evaluation;
  return contracts.length === 0
    ? [{ suffix: "", own: whole }]
    : contracts.map((contract) => ({
        suffix: `-${contract.authority.id}`,
        own: caseOf(whole, contract),
        authority: contract.authority,
      }));
}

function caseOf<Case extends EvaluatedCase>(
  whole: Case,
  { authority, evaluation }: ContractEvaluation,
): Case {
  return {
    ...whole,
    evaluation,
    ...(whole.document && { document: evaluation.document }),
    ...(whole.result && { result: resultOf(whole.result, authority.id) }),
  };
}

/** The public result with one contract's outcome as the whole. */
function resultOf({ contracts = [], ...whole }: Result, authority: string): Result {
  const contract = contracts.find((each) => each.authority === authority);
  if (!contract) return whole;
  const { status, bids, award, ties, tieBreaks } = contract;
  return { ...whole, status, bids, award, ties, tieBreaks };
}
