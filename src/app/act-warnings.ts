/**
 * What is wrong or missing when an act is done that does not keep it from being done, and that costs more
 * to mend afterwards: it is told before the act is confirmed, and once more with what it came to.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { awardAt, isAboutModel } from "../core/place";
import type { ActName, Subject } from "../procedure/acts/act";
import { reasonGaps } from "../report/reason-gaps";

const warningsOf: { readonly [name in ActName]?: (subject: Subject) => readonly Finding[] } = {
  publish: (subject) => [...modelFaults(subject), ...deadlineUnsaid(subject.document)],
  "open-bids": ({ document }) => deadlineUnsaid(document),
  "seal-quality": missingReasons,
  finalise: missingReasons,
};

export function actWarnings(act: ActName, subject: Subject): readonly Finding[] {
  return warningsOf[act]?.(subject) ?? [];
}

/** Whether a court would strike a published model down is for the authority to judge; it is told. */
function modelFaults({ evaluation: { findings } }: Subject): Finding[] {
  return findings.filter(
    ({ severity, where, accepted }) =>
      severity === "blocking" && isAboutModel(where) && accepted === undefined,
  );
}

/** Without it nobody can tell a late bid, or an opening that came too early (LOU 12 kap. 10 §). */
function deadlineUnsaid({ award = {}, procurement }: EvaluationDocument): Finding[] {
  return award.deadline === undefined && procurement.procedure !== "direct"
    ? [finding("deadline-unsaid", "warning", awardAt("deadline"))]
    : [];
}

/** No paper is written without them, and what is fixed is changed with a reason or reopened first. */
function missingReasons({ document, evaluation }: Subject): Finding[] {
  return reasonGaps({ ...evaluation, document }).map((gap) => ({ ...gap, severity: "warning" }));
}
