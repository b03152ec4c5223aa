/**
 * Recording that a deciding value was changed: one event for each, with what it was, what it is and
 * why. Nothing is recorded without a reason, and the value itself is not touched.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Place } from "../core/place";
import { bidOf } from "../core/place";
import type { ValueChange } from "../core/document/unrecorded-changes";
import { unrecordedChanges } from "../core/document/unrecorded-changes";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Signature } from "../scoring/record-scores";
import { pricesKnown, withEvents } from "../scoring/record-scores";

export type RecordedChanges = {
  readonly document: EvaluationDocument;
  readonly count: number;
  readonly refused: readonly Finding[];
};

/** @param isWanted which changes to record, by their keys; the others still do not count */
export function recordChanges(
  document: EvaluationDocument,
  by: Signature,
  reason: string,
  isWanted: (key: Place) => boolean = () => true,
): RecordedChanges {
  const changes = unrecordedChanges(document).filter(({ key }) => isWanted(key));
  const [first] = changes;
  if (!first) return { document, count: 0, refused: [] };
  if (reason.trim() === "")
    return {
      document,
      count: 0,
      refused: [
        finding("changes-without-reason", "blocking", first.place, { count: changes.length }),
      ],
    };
  const isKnown = pricesKnown(document);
  const events = changes.map((change) => changeEvent(change, by, reason, isKnown));
  return { document: withEvents(document, events), count: events.length, refused: [] };
}

/** The line of the journal for one change. */
export function changeEvent(
  { key, recorded, value }: Pick<ValueChange, "key" | "recorded" | "value">,
  by: Signature,
  reason: string,
  priceKnown: boolean,
): JournalEvent {
  const bid = bidOf(key);
  return {
    type: "changed",
    ...by,
    ...(bid === undefined ? {} : { bid }),
    ...(recorded === undefined ? {} : { old: recorded }),
    ...(value === undefined ? {} : { new: value }),
    reason,
    priceKnown,
    place: key,
  };
}
