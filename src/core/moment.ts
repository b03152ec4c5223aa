/**
 * The one recogniser of dates as a document writes them: "2026-03-02", or with a time of day
 * "2026-03-02T10:00". It knows the calendar and reads no other spelling.
 */
import { swedishTime } from "./swedish-time";

const date = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const time = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?`;

/** A date, or a date and a time of day. */
export const momentPattern = new RegExp(`^${date}(?:${time})?$`);

/** A date with its time of day. */
export const timedMomentPattern = new RegExp(`^${date}${time}$`);

/** Whether the text is a moment, and its day one that the calendar has. */
export function isMoment(text: string): boolean {
  return momentPattern.test(text) && hasDay(text);
}

/** A moment as people type it, "2026-03-02 10:00", as a document writes it; other texts as they are. */
export function typedMoment(text: string): string {
  return text.replace(/ (?=\d\d:)/, "T");
}

/** Whether the moment's day is one that its month has: 2026-02-30 is none. */
export function hasDay(moment: string): boolean {
  const [year = 0, month = 0, day = 0] = moment.slice(0, 10).split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/**
 * Whether a moment is certainly before another: on an earlier day, or on the same day with both times
 * known. Where their zones are written differently, both are read by the clock in Sweden. A day
 * without time is the whole day, and a minute without seconds the whole minute.
 */
export function isBefore(first: string, second: string): boolean {
  const isAlike = zoneOf(first) === zoneOf(second);
  const [a, b] = isAlike
    ? [withoutZone(first), withoutZone(second)]
    : [swedishTime(first), swedishTime(second)];
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}

/** "+01:00" of "2026-03-02T10:00+01:00"; "" where there is none. */
function zoneOf(moment: string): string {
  return /T[\d:.]*(.*)$/.exec(moment)?.[1] ?? "";
}

function withoutZone(moment: string): string {
  return moment.slice(0, moment.length - zoneOf(moment).length);
}
