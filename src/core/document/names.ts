/**
 * What people call the parts of a document that have ids: a bid its bidder, a criterion and a price
 * row its name, an evaluator its person. It puts no words together.
 */
import { MadeOf } from "../made-of";
import type { EvaluationDocument } from "./schema";
import { everyCriterion } from "./schema";

/** A name for each id; an id without a name of its own has none. */
export type Names = ReadonlyMap<string, string>;

/** The names of a case, each kind by itself, since an evaluator and a bid may have the same id. */
export type CaseNames = {
  readonly bids: Names;
  readonly evaluators: Names;
  /** Criteria and price rows. */
  readonly rows: Names;
  /** Bids that their bidders have withdrawn, which nobody calls rejected. */
  readonly withdrawn: ReadonlySet<string>;
};

export const noNames: CaseNames = {
  bids: new Map(),
  evaluators: new Map(),
  rows: new Map(),
  withdrawn: new Set(),
};

export function caseNames(document: EvaluationDocument): CaseNames {
  return {
    bids: biddersIn(document),
    evaluators: new Map(document.evaluators.map(({ id, name }) => [id, name])),
    rows: namesIn(document),
    withdrawn: new Set(
      document.bids.flatMap(({ id, withdrawnAt }) => (withdrawnAt === undefined ? [] : [id])),
    ),
  };
}

/** The bidder of each bid. */
export function biddersIn({ bids }: Pick<EvaluationDocument, "bids">): Names {
  return new Map(bids.map(({ id, bidder }) => [id, bidder]));
}

const namesOfCriteria = new MadeOf<EvaluationDocument["criteria"], Names>();

/** The name of each criterion and price row; an id that means two things has none. */
export function namesIn(document: EvaluationDocument): Names {
  const { criteria, priceItems, requirements } = document;
  return namesOfCriteria.get(criteria, [priceItems, requirements], () => readNames(document));
}

function readNames({ criteria, priceItems, requirements }: EvaluationDocument): Names {
  const named = [...everyCriterion(criteria), ...priceItems];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of [...named, ...requirements]) (seen.has(id) ? twice : seen).add(id);
  return new Map(
    named.flatMap(({ id, name }) => (twice.has(id) || name === id ? [] : [[id, name] as const])),
  );
}
