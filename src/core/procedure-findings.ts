/**
 * What is wrong between a procurement and the law that is known here: another act, a procedure that
 * the table of law has no row for, lots that may be awarded combined, rules that do not have the
 * procedure or the service, and a call-off of which it is not said whether competition was renewed. It
 * chooses no law and no procedure.
 */
import type { EvaluationDocument, Procurement } from "./document/schema";
import type { Finding } from "./finding";
import { finding } from "./finding";
import { isKnownLaw, isKnownProcedure } from "./law";
import { withProvisions } from "./provisions-of-findings";

/** What keeps papers and dates from being written: a law, a procedure or an award that is not known here. */
export function unknownLawFindings({ procurement }: EvaluationDocument): Finding[] {
  const { law = "LOU", procedure } = procurement;
  return [
    ...(isKnownLaw(procurement)
      ? []
      : [finding("law-unknown", "blocking", "procurement.law", { law })]),
    ...(isKnownProcedure(procurement)
      ? []
      : [finding("procedure-unknown", "blocking", "procurement.procedure", { procedure })]),
    // 4 kap. 16 §: bids on combined lots are weighed against those on each, by a published order.
    ...(procurement.lotLimits?.combined === "yes"
      ? withProvisions(
          [finding("lots-combined", "blocking", "procurement.lotLimits.combined")],
          procurement,
        )
      : []),
  ];
}

export function procedureFindings(document: EvaluationDocument): Finding[] {
  const { procurement } = document;
  const unknown = unknownLawFindings(document);
  if (unknown.length > 0) return unknown;
  const { procedure, regime, renewedCompetition, services } = procurement;
  const where = "procurement.procedure";
  return [
    // 1 kap. 4 §: 19 kap. is for them whatever their value.
    ...(regime === "directive" && services === "annex-2"
      ? [finding("services-of-other-rules", "warning", "procurement.services")]
      : []),
    ...(isOfOther(procurement)
      ? [finding("procedure-of-other-rules", "warning", where, { procedure, regime })]
      : []),
    // The present 19 kap. names no procedure; the documents say how it is carried out (9 §).
    ...(procedure === "simplified" && regime === "national"
      ? [finding("procedure-not-named", "note", where)]
      : []),
    ...(procedure === "call-off" && renewedCompetition === undefined
      ? [finding("competition-unsaid", "warning", "procurement.renewedCompetition")]
      : []),
  ];
}

/**
 * A procedure that the stated rules do not have: direct award is below the thresholds or by 19 a kap.,
 * negotiation without prior publication above them (6 kap. 12–19 §§).
 */
function isOfOther({ procedure, regime }: Procurement): boolean {
  return regime === "directive"
    ? procedure === "simplified" || procedure === "direct"
    : procedure === "negotiated-without-notice";
}
