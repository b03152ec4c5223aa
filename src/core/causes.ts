/**
 * One cause, one finding. The rule, in one place: a finding is an effect, and is dropped, where it
 * rests on a place whose value could not be read, because the cell there has a finding of its own.
 * Judged by places alone, never by texts; a finding that gathers several places is kept, since it
 * may tell of another cause too.
 */
import type { Finding } from "./finding";
import type { Place } from "./place";

/** The findings without those that only follow from a cell that could not be read. */
export function withoutEffects(findings: readonly Finding[]): Finding[] {
  const lost = lostPlaces(findings);
  if (lost.size === 0) return [...findings];
  const around = surrounding(lost);
  return findings.filter((each) => each.isLost || !isEffect(each, lost, around));
}

/** The places that are blank in the document only because their cells could not be read. */
export function lostPlaces(findings: readonly Finding[]): ReadonlySet<Place> {
  return new Set(findings.flatMap(({ isLost, where }) => (isLost ? [where] : [])));
}

function isEffect(
  { where, restsOn = [], details: { ids } }: Finding,
  lost: ReadonlySet<Place>,
  around: ReadonlySet<string>,
): boolean {
  const gathers = Array.isArray(ids) && ids.length > 1;
  const isLost = (place: Place) => lost.has(place) || around.has(`${place}[`);
  return (
    (!gathers && isLost(where)) || restsOn.some((place) => isLost(place) || around.has(`${place}.`))
  );
}

/** Every place that a lost one is inside of, with the mark that leads on to it. */
function surrounding(lost: ReadonlySet<Place>): ReadonlySet<string> {
  return new Set(
    [...lost].flatMap((place) =>
      [...place.matchAll(/[.[]/g)].map(({ index }) => place.slice(0, index + 1)),
    ),
  );
}
