/**
 * Reviews that were signed, each held against what it was a review of. A signature is bound to the
 * input, the outcome and what the papers state; where any of them has changed it has lapsed. It
 * removes no signature, and judges no reviewer.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { fingerprint } from "./fingerprint";
import { workTypes } from "./tried-outcomes";

/** What has changed since: the published model, the input, the outcome, or what the papers state. */
export type Lapse = "model" | "input" | "outcome" | "papers";

export type SignOff = {
  readonly event: JournalEvent;
  /** Empty where the review stands. */
  readonly lapses: readonly Lapse[];
  /** Recorded work after the signature. */
  readonly changes: readonly JournalEvent[];
  /** The outcome that was recorded later, where it is another. */
  readonly outcome?: JournalEvent;
};

/**
 * What the papers state beside the evaluation: reasons, and what is kept secret. Dates and the decision
 * come after the review, and the checklist asks whether there has been one.
 */
export function paperFingerprint({ award = {}, confidential }: EvaluationDocument): string {
  const { subject, value, procedureReason, lotsReason, nonElectronicReason, subcontracting } =
    award;
  const reasons = { procedureReason, lotsReason, nonElectronicReason };
  return fingerprint({ subject, value, subcontracting, ...reasons, confidential });
}

/**
 * Every signature of the journal, oldest first.
 * @param basis the fingerprint of what a result rests on now
 */
export function signOffs(document: EvaluationDocument, basis: string): SignOff[] {
  const { events = [] } = document;
  return events.flatMap((event, at): SignOff[] => {
    if (event.type !== "signed-off") return [];
    const later = events.slice(at + 1);
    const recorded = later.findLast(({ result }) => result !== undefined);
    const outcome = recorded?.result === event.result ? undefined : recorded;
    const changes = later.filter(({ type }) => workTypes.has(type));
    // A signature of an earlier version is bound to no papers.
    const isOtherPapers = event.sheets !== undefined && event.sheets !== paperFingerprint(document);
    const lapses: Lapse[] = [
      ...(changes.some(({ type }) => type === "published") ? (["model"] as const) : []),
      ...(event.fingerprint === basis ? [] : (["input"] as const)),
      ...(outcome ? (["outcome"] as const) : []),
      ...(isOtherPapers ? (["papers"] as const) : []),
    ];
    return [{ event, lapses, changes, ...(outcome ? { outcome } : {}) }];
  });
}
