/**
 * What a decision says it decides: a contract is awarded to one, a framework agreement is concluded
 * with one or several (LOU 12 kap. 12 §), candidates are invited. Where several are chosen and the
 * file does not say what is concluded, the paper names neither.
 */
import { decisionInForce } from "../core/document/decisions";
import type { EvaluationDocument } from "../core/document/schema";
import type { ReaderCase } from "./redacted-figures";
import { nameOf } from "./redacted-figures";

type Concluded = "contract" | "framework" | "selection" | "unsaid";

/** @param chosen how many bids are chosen */
function concludedBy({ procurement }: EvaluationDocument, chosen: number): Concluded {
  if (procurement.stage === "selection") return "selection";
  if (procurement.agreement === "framework") return "framework";
  return chosen > 1 ? "unsaid" : "contract";
}

/** Who is awarded what, or is proposed for it. @param say a sentence for each that may be concluded */
export function awardSentence(
  readerCase: ReaderCase,
  say: { readonly [what in Concluded]: (names: string) => string },
): string {
  const { award, document } = readerCase.evaluation;
  const names = award.map((id) => nameOf(id, readerCase)).join(", ");
  return say[concludedBy(document, award.length)](names);
}

/**
 * Why nobody is awarded a contract: the procurement is cancelled, with the reasons (LOU 12 kap. 16 §),
 * or no award is possible yet.
 */
export function noAwardText({ evaluation: { document }, words }: ReaderCase): string {
  const decision = decisionInForce(document);
  const { cancelled, noAward } = words.protocol;
  return decision?.kind === "cancellation" && decision.registered !== undefined
    ? [cancelled, decision.reason].filter(Boolean).join(" ")
    : noAward;
}
