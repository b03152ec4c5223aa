/**
 * Registering the award decision once it has been taken: enters it where it is not entered already,
 * and records it. Secrecy is then no longer absolute (OSL 19 kap. 3 §). It decides nothing.
 */
import type { Award, EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isBefore } from "../../core/moment";
import { fingerprint } from "../../journal/fingerprint";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import { decisionOf, finalisation } from "../milestones";
import type { Acted } from "./act";
import { act, optional } from "./act";
import { awardAt } from "../../core/place";

export function registerAward(document: EvaluationDocument, by: Signature, entered: Award): Acted {
  if (!finalisation(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  const award: Award = { ...entered, ...document.award };
  const differs = enteredOtherwise(document, entered);
  if (differs.length > 0) return { refused: differs };
  if (award.decidedAt === undefined)
    return { refused: [finding("award-without-date", "blocking", "award.decidedAt")] };
  const untimely = untimelyDecision(document, award.decidedAt);
  if (untimely.length > 0) return { refused: untimely };
  const changed = { ...document, award };
  return {
    document: withEvents(changed, [
      {
        type: "awarded",
        ...by,
        new: award.decidedAt,
        fingerprint: fingerprint(decisionOf(changed)),
      },
    ]),
  };
}

/** A decision that is dated before the bids could have come in. */
function untimelyDecision({ award = {} }: EvaluationDocument, given: string): Finding[] {
  const { deadline } = award;
  return deadline !== undefined && isBefore(given, deadline)
    ? [finding("award-too-early", "blocking", awardAt("decidedAt"), { given, deadline })]
    : [];
}

/** What is given to an act and stands otherwise on its sheet; nothing is written over. */
export function enteredOtherwise(document: EvaluationDocument, entered: Award): Finding[] {
  return (Object.keys(entered) as (keyof Award)[])
    .filter((key) => document.award?.[key] !== undefined && document.award[key] !== entered[key])
    .map((key) =>
      finding("award-entered-otherwise", "blocking", awardAt(key), {
        seen: document.award?.[key] ?? "",
        given: entered[key] ?? "",
      }),
    );
}

export const awardAct = act({
  name: "award",
  phase: "award",
  takes: {
    decidedAt: optional({
      option: "--decided <date>",
      begins: ({ award }) => award?.decidedAt ?? "",
    }),
    decidedBy: optional({
      option: "--decided-by <name>",
      begins: ({ award }) => award?.decidedBy ?? "",
    }),
    decision: optional({ begins: ({ award }) => award?.decision ?? "" }),
  },
  doneBy: (document) => lastOf(document, "awarded"),
  isOffered: ({ document }) => finalisation(document) !== undefined,
  perform: ({ document }, { decidedAt, decidedBy, decision }, by) =>
    registerAward(document, by, {
      ...(decidedAt === "" ? {} : { decidedAt }),
      ...(decidedBy === "" ? {} : { decidedBy }),
      ...(decision === "" ? {} : { decision }),
    }),
  tell: (_, words) => words.eventTypes.awarded,
});
