/**
 * Every value that differs from its record, as someone records it: one by one, with what was recorded,
 * what stands there now, and since when. It records nothing and changes no value.
 */
import { changesByCause } from "../core/document/change-causes";
import type { DecidingPart } from "../core/document/deciding-values";
import { figurePlace } from "../core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Place } from "../core/place";
import { unrecorded } from "../scoring/record-scores";

export type ChangeToRecord = {
  readonly part: DecidingPart | "scores";
  /** Where the value stands now. */
  readonly place: Place;
  /** What the act is given to record it, and all that came with it: a whole bid has many values. */
  readonly keys: readonly Place[];
  /** Undefined where nothing was recorded. */
  readonly recorded?: string;
  /** Undefined where nothing stands now. */
  readonly value?: string;
  /** What recorded it last, or closed the list that it was added to. */
  readonly at: JournalEvent;
};

/** Deciding values in the order of the record, then scores. */
export function changesToRecord(document: EvaluationDocument): ChangeToRecord[] {
  const values = changesByCause(document).map(
    ({ cause: { part, place, recorded, value, at }, all }): ChangeToRecord => ({
      part,
      place,
      keys: all.map(({ key }) => key),
      ...(recorded === undefined ? {} : { recorded }),
      ...(value === undefined ? {} : { value }),
      at,
    }),
  );
  const scores = unrecorded(document).flatMap((each): ChangeToRecord[] => {
    const { kind, before, value } = each;
    if (kind !== "changed" || !before) return [];
    const place = figurePlace(each);
    return [
      {
        part: "scores",
        place,
        keys: [place],
        ...(before.new === undefined ? {} : { recorded: before.new }),
        ...(value === undefined ? {} : { value }),
        at: before,
      },
    ];
  });
  return [...values, ...scores];
}

/** Ids hold no "|", so that no key does. */
const separator = "|";

/** The changes as the act takes them. */
export function keysText(keys: readonly Place[]): string {
  return keys.join(separator);
}

/** The keys in a text that the act was given; none where it is blank, which means all of them. */
export function keysIn(text: string): Place[] {
  return text
    .split(separator)
    .map((key) => key.trim())
    .filter((key) => key !== "");
}
