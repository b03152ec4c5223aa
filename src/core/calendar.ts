/**
 * Days counted one by one, without any clock or time zone: a date is a number of days. It knows no
 * holidays.
 */

/**
 * Days since 1 March of year 0; the year is counted from March, so that the leap day comes last.
 */
export type Day = number;

/** @param date "2026-03-02", with or without a time of day; nothing for a date that there is not */
export function dayOf(date: string): Day | undefined {
  const [, y = "", m = "", d = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (y === "") return undefined;
  const day = dayFromParts(Number(y), Number(m), Number(d));
  return dateOf(day) === `${y}-${m}-${d}` ? day : undefined;
}

/** The day of a year, a month from 1 and a date. */
export function dayFromParts(year: number, month: number, day: number): Day {
  const march = (month + 9) % 12;
  const y = year - (month <= 2 ? 1 : 0);
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((306 * march + 5) / 10) +
    day -
    1
  );
}

/** "2026-03-02" */
export function dateOf(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The day by the calendar, with months from 1. */
export function partsOf(day: Day): {
  readonly year: number;
  readonly month: number;
  readonly date: number;
} {
  const guess = Math.floor((10_000 * day + 14_780) / 3_652_425);
  const start = (y: number) =>
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const y = start(guess) > day ? guess - 1 : guess;
  const rest = day - start(y);
  const march = Math.floor((100 * rest + 52) / 3060);
  const month = ((march + 2) % 12) + 1;
  return {
    year: y + (month <= 2 ? 1 : 0),
    month,
    date: rest - Math.floor((306 * march + 5) / 10) + 1,
  };
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return (day + 3) % 7;
}
