/**
 * Registering the award decision once it has been taken. Secrecy is then no longer absolute (OSL 19
 * kap. 3 §). It decides nothing: the award is the authority's.
 */
import type { Decision, EvaluationDocument } from "../../core/document/schema";
import { awardOf, registeredDecision } from "../../core/document/decisions";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import type { GivenDecision } from "../decisions";
import { registerDecision, waitingDecision } from "../decisions";
import { finalisation } from "../milestones";
import type { Acted, TextField } from "./act";
import { act, optional } from "./act";
import { typedMoment } from "../../core/moment";

/** @param awarded ids of the bids that come first, as the evaluation was finalised */
export function registerAward(
  document: EvaluationDocument,
  by: Signature,
  given: GivenDecision,
  awarded: readonly string[],
): Acted {
  if (!finalisation(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  return registerDecision(document, by, "award", {
    ...given,
    ...(awarded.length === 0 ? {} : { awarded: awarded.join(", ") }),
  });
}

/**
 * What every decision takes: when it was taken, by whom, and what it is called. A form begins with
 * what stands on the sheet already.
 */
export function decisionFields(kind: Decision["kind"]): {
  readonly [field in "decidedAt" | "decidedBy" | "decision"]: TextField;
} {
  const waiting = (document: EvaluationDocument) => waitingDecision(document, kind);
  return {
    decidedAt: optional({
      option: "--decided <date>",
      begins: (document) => waiting(document)?.decidedAt ?? "",
    }),
    decidedBy: optional({
      option: "--decided-by <name>",
      begins: (document) => waiting(document)?.decidedBy ?? "",
    }),
    decision: optional({ begins: (document) => waiting(document)?.designation ?? "" }),
  };
}

/** The given texts as keys of a decision; a text that was left out is blank. */
export function givenDecision(given: {
  readonly [field in keyof ReturnType<typeof decisionFields>]: string;
}): GivenDecision {
  const { decidedAt, decidedBy, decision } = given;
  return {
    ...(decidedAt === "" ? {} : { decidedAt: typedMoment(decidedAt) }),
    ...(decidedBy === "" ? {} : { decidedBy }),
    ...(decision === "" ? {} : { designation: decision }),
  };
}

export const awardAct = act({
  name: "award",
  phase: "award",
  takes: decisionFields("award"),
  doneBy: (document) => awardOf(document, registeredDecision(document))?.registered,
  isOffered: ({ document }) => finalisation(document) !== undefined,
  perform: ({ document, evaluation }, given, by) =>
    registerAward(document, by, givenDecision(given), evaluation.award),
  tell: (_, words) => words.eventTypes.awarded,
});
