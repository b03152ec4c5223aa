/**
 * Whether every bid has been treated alike (LOU 4 kap. 1 §), as far as a file can show it: what was
 * examined in more than one bid, what is not finished, and what was found. It says yes only of what
 * was compared, and decides nothing.
 */
import { hasLeft } from "../core/departures";
import { leaves, own } from "../core/document/schema";
import { requirementsInForce } from "../core/document/requirements-in-force";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";

export type EqualTreatment = {
  readonly state: "holds" | "fails" | "unknown" | "aside";
  readonly findings: readonly Finding[];
  readonly counts: { readonly [name: string]: number };
};

/** What may mean that one bid was treated otherwise than another. */
const unequal =
  /^(?:clarification-|panel-(?:incomplete|unscored)$|session-uneven$|scored-before-check$|second-reading-|bid-not-|adjustment-|low-bid-)/;

/** Work on the bids that is not done. */
const unfinished =
  /^(?:score-missing|assessment-missing|price-missing|unit-price-missing|requirement-unchecked|requirement-clarification)$/;

/**
 * - `fails`: something blocks
 * - `unknown`: a bid is not decided, or something is open
 * - `aside`: nothing stands in more than one bid, or what was found is for a person to judge
 * - `holds`: something was compared, and nothing was found
 */
export function equalTreatment(evaluation: Evaluation): EqualTreatment {
  const findings = evaluation.findings.filter(
    ({ code, severity }) => unequal.test(code) || (severity === "open" && unfinished.test(code)),
  );
  const count = (severity: Finding["severity"]) =>
    findings.filter((each) => each.severity === severity).length;
  const examined = examinedIn(evaluation);
  const undecided = evaluation.bids.filter(
    ({ standing }) => standing.value !== "standing" && standing.value !== "rejected",
  ).length;
  const compared = Object.values(examined).some((bids) => bids > 1) ? 1 : 0;
  const [open, remarks] = [count("open"), count("warning")];
  const isUnfinished = evaluation.bids.length > 1 && undecided + open > 0;
  return {
    state:
      count("blocking") > 0
        ? "fails"
        : isUnfinished
          ? "unknown"
          : compared === 0 || remarks > 0
            ? "aside"
            : "holds",
    findings,
    counts: {
      bids: evaluation.bids.filter(({ bid }) => !hasLeft(bid)).length,
      requirements: evaluation.document.requirements.length,
      clarifications: (evaluation.document.clarifications ?? []).length,
      ...examined,
      compared,
      undecided: isUnfinished ? undecided : 0,
      open: isUnfinished ? open : 0,
      remarks,
    },
  };
}

/** In how many bids requirements have verdicts, criteria have scores, and the price is known. */
function examinedIn({ document, bids }: Evaluation): {
  readonly checked: number;
  readonly scored: number;
  readonly priced: number;
} {
  const requirements = requirementsInForce(document);
  const criteria = leaves(document.criteria);
  const among = (holds: (each: BidEvaluation) => boolean) => bids.filter(holds).length;
  return {
    checked: among(({ bid }) =>
      requirements.some(({ id }) =>
        ["met", "not-met"].includes(own(bid.answers, id)?.verdict ?? ""),
      ),
    ),
    scored: among(({ bid }) =>
      criteria.some(({ id }) => {
        const { value, assessments = [] } = own(bid.scores, id) ?? {};
        return value !== undefined || assessments.some((each) => each.value !== undefined);
      }),
    ),
    priced: among(({ price }) => price.offered.value !== undefined),
  };
}
