/**
 * The one recogniser of dates as a document writes them: "2026-03-02", or with a time of day
 * "2026-03-02T10:00". It knows the calendar and reads no other spelling.
 */

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
 * Whether a moment is certainly before another: on an earlier day, or on the same day by clocks that
 * are written alike. A day without time is the whole day.
 */
export function isBefore(first: string, second: string): boolean {
  const [a, b] = [first.slice(0, 10), second.slice(0, 10)];
  if (a !== b) return a < b;
  const [earlier, later] = [clockOf(first), clockOf(second)];
  return (
    earlier.time !== "" &&
    later.time !== "" &&
    earlier.zone === later.zone &&
    earlier.time < later.time
  );
}

/** "10:00+01:00" is 10:00 in the zone +01:00. */
function clockOf(moment: string): { readonly time: string; readonly zone: string } {
  const [, time = "", zone = ""] = /^T([\d:.]*)(.*)$/.exec(moment.slice(10)) ?? [];
  return { time, zone };
}
