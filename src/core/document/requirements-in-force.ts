/**
 * The requirements that apply: a negotiable one may have been adjusted or dropped between rounds
 * (LOU 6 kap. 8–9 §§), a minimum requirement never. The published text stays where it was; the last
 * adjustment says what applies. It judges no bid.
 */
import type { Adjustment, EvaluationDocument, Requirement } from "./schema";

type Adjusted = Pick<EvaluationDocument, "procurement" | "requirements" | "adjustments">;

/**
 * Negotiation is for the negotiated procedures, and in the national regime for authorities that
 * chose to negotiate.
 */
export function mayNegotiate({
  procurement: { procedure, regime },
}: Pick<EvaluationDocument, "procurement">): boolean {
  return (
    procedure === "negotiated" || procedure === "negotiated-without-notice" || regime === "national"
  );
}

/** Whether an adjustment may count at all: of a requirement that was published as negotiable. */
export function isAllowed(document: Adjusted, requirement: Requirement | undefined): boolean {
  return requirement?.negotiable === true && mayNegotiate(document);
}

/** The last adjustment that counts, of each requirement that has one. */
export function adjustmentsInForce(document: Adjusted): Map<string, Adjustment> {
  const { requirements, adjustments = [] } = document;
  if (adjustments.length === 0) return new Map();
  const known = new Map(requirements.map((each) => [each.id, each]));
  return new Map(
    adjustments
      .filter(({ requirement }) => isAllowed(document, known.get(requirement)))
      .map((each) => [each.requirement, each]),
  );
}

/** Requirements that no longer apply to any bid. */
export function droppedRequirements(document: Adjusted): Set<string> {
  return new Set(
    [...adjustmentsInForce(document)].flatMap(([id, { dropped }]) =>
      dropped === true ? [id] : [],
    ),
  );
}

/** The requirements that a bid is still checked against: the list itself, where none is dropped. */
export function requirementsInForce(document: Adjusted): readonly Requirement[] {
  const dropped = droppedRequirements(document);
  if (dropped.size === 0) return document.requirements;
  return document.requirements.filter(({ id }) => !dropped.has(id));
}
