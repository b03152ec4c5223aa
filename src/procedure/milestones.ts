/**
 * What the journal says of an evaluation as a whole: each time it was evaluated, and whether it stands
 * finalised. It records no figure and changes none; the acts that
 * lead to these events are in acts/.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { partsToRecord, recordParts } from "../journal/recorded-content";
import type { Signature } from "../scoring/record-scores";
import { pricesKnown, withEvents } from "../scoring/record-scores";
import { lastOf } from "../core/document/recorded";
import { basisFingerprint } from "../journal/fingerprint";

/**
 * An outcome as it is recorded: in words for a reader, and its fingerprint; `version` is the
 * program's.
 */
export type Recordable = {
  readonly status: string;
  readonly text: string;
  readonly fingerprint: string;
  readonly version: string;
};

/**
 * The document with the fact that it was evaluated, by whom and to what, and with the records that
 * decided something then.
 * @param basis the fingerprint of what the result rests on
 * @param sheets the fingerprint of those result sheets that take long to compute again
 */
export function withEvaluation(
  document: EvaluationDocument,
  by: Signature,
  { text, fingerprint: result, version }: Recordable,
  { basis, sheets }: { readonly basis: string; readonly sheets: string },
): EvaluationDocument {
  const last = lastOf(document, "evaluated");
  const isSame =
    last?.fingerprint === basis &&
    last.result === result &&
    last.version === version &&
    last.sheets === sheets &&
    document.events?.at(-1) === last;
  // Evaluated again at once, with nothing changed: that is the same evaluation.
  if (isSame) return document;
  const recorded = recordParts(document, partsToRecord(document, ["records"]));
  return withEvents(recorded.document, [
    {
      type: "evaluated",
      ...by,
      new: text,
      priceKnown: pricesKnown(document),
      ...recorded.event,
      fingerprint: basis,
      result,
      sheets,
      version,
    },
  ]);
}

/**
 * An event that records what the evaluation came to, bound to what it rests on as it is now.
 * @param outcome with a reason in words, where there is one
 */
export function outcomeEvent(
  type: "finalised" | "signed-off",
  document: EvaluationDocument,
  by: Signature,
  { text, fingerprint: result, version, reason = "" }: Recordable & { readonly reason?: string },
): JournalEvent {
  return {
    type,
    ...by,
    new: text,
    ...(reason === "" ? {} : { reason }),
    fingerprint: basisFingerprint(document),
    result,
    version,
  };
}

/** The event that the evaluation is finalised by, unless it has been reopened since. */
export function finalisation(document: EvaluationDocument): JournalEvent | undefined {
  const last = document.events
    ?.filter(({ type }) => type === "finalised" || type === "reopened")
    .at(-1);
  return last?.type === "finalised" ? last : undefined;
}

/** What was finalised is not changed before it is reopened. */
export function heldByFinalisation(
  before: EvaluationDocument,
  after: EvaluationDocument,
): Finding[] {
  const at = finalisation(before);
  const isHeld =
    at !== undefined &&
    finalisation(after) !== undefined &&
    basisFingerprint(before) !== basisFingerprint(after);
  return isHeld
    ? [finding("finalised-already", "blocking", "bids", { time: at.time, by: at.by })]
    : [];
}
