/**
 * The days on which a time limit in law may end. It reads no clock. It knows the Swedish public
 * holidays (lag 1989:253) and the days that count as such for time limits in law (lag 1930:173, 2 §,
 * by LOU 20 kap. 18 §): Saturdays and the eves of midsummer, Christmas and New Year.
 */
import type { Day } from "../core/calendar";
import { dayFromParts, partsOf, weekday } from "../core/calendar";

/** Easter Sunday of a year, by the Gregorian rule (Meeus). */
function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, i, k] = [Math.floor(b / 4), b % 4, Math.floor(c / 4), c % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayFromParts(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The first Saturday from a day on. */
function saturdayFrom(day: Day): Day {
  return day + ((6 - weekday(day) + 7) % 7);
}

/** The public holidays of a year that may fall on another day than a Sunday, by name. */
export function holidays(year: number): ReadonlyMap<Day, string> {
  const sunday = easter(year);
  const on = (month: number, date: number) => dayFromParts(year, month, date);
  return new Map([
    [on(1, 1), "new-year"],
    [on(1, 6), "epiphany"],
    [sunday - 2, "good-friday"],
    [sunday, "easter"],
    [sunday + 1, "easter-monday"],
    [on(5, 1), "may-day"],
    [sunday + 39, "ascension"],
    [sunday + 49, "pentecost"],
    [on(6, 6), "national-day"],
    [saturdayFrom(on(6, 20)), "midsummer"],
    [saturdayFrom(on(10, 31)), "all-saints"],
    [on(12, 25), "christmas"],
    [on(12, 26), "second-christmas"],
  ]);
}

/** Whether a time limit in law may end on the day. */
export function isWorkingDay(day: Day): boolean {
  const { year, month, date } = partsOf(day);
  const own = holidays(year);
  const isEve = own.get(day + 1) === "midsummer" || (month === 12 && (date === 24 || date === 31));
  return weekday(day) !== 0 && weekday(day) !== 6 && !own.has(day) && !isEve;
}

/** The day itself, or the first working day after it. */
export function workingDayFrom(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found += 1;
  return found;
}
