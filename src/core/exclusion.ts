/**
 * A supplier that a person has decided to exclude (LOU 13 kap., 19 kap. 17 §). The recorded decision
 * is what excludes it. A ground that was found keeps the bid from the award as well, until it is
 * decided whether the supplier is excluded for it.
 */
import type { Check } from "./compliance";
import type { Bid, EvaluationDocument, Exclusion, Requirement } from "./document/schema";
import { own } from "./document/schema";
import { requirementsInForce } from "./document/requirements-in-force";
import { MadeOf } from "./made-of";
import { exclusionAt } from "./place";
import { decided, input } from "./step";

/** The last record about a bid's supplier, and its place in the list: what was decided later holds. */
export function exclusionRecord(
  { exclusions = [] }: Pick<EvaluationDocument, "exclusions">,
  bid: string,
): { readonly record: Exclusion; readonly n: number } | undefined {
  return exclusions
    .map((record, n) => ({ record, n }))
    .filter(({ record }) => record.bid === bid)
    .at(-1);
}

/** The published grounds for exclusion that the authority has found to be there. */
export function groundsFound(document: EvaluationDocument, bid: Bid): Requirement[] {
  const { requirements, adjustments, procurement } = document;
  return grounds
    .get(requirements, [adjustments, procurement], () =>
      requirementsInForce(document).filter(({ kind }) => kind === "exclusion"),
    )
    .filter(({ id }) => own(bid.answers, id)?.verdict === "not-met");
}

/** The grounds among the requirements, which are the same for every bid. */
const grounds = new MadeOf<EvaluationDocument["requirements"], readonly Requirement[]>();

/** The decision to exclude as something held against the bid; nothing where there is none. */
export function exclusionCheck(document: EvaluationDocument, bid: Bid): Check[] {
  const found = exclusionRecord(document, bid.id);
  if (found?.record.decision !== "excluded") return [];
  const given = input<string>(
    { what: "exclusion-decision", bid: bid.id },
    exclusionAt(found.n, "decision"),
    found.record.decision,
  );
  return [
    {
      code: "supplier-excluded",
      check: decided({ what: "limit-check", bid: bid.id, detail: "exclusion" }, given, true),
    },
  ];
}
