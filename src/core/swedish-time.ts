/**
 * Moments by the clock in Sweden, as people enter and read them: an hour before universal time, and
 * two from the last Sunday in March to the last Sunday in October, at one o'clock universal time
 * (directive 2000/84/EC). It reads no clock, and changes no moment that is kept.
 */
import type { Day } from "./calendar";
import { dateOf, dayFromParts, dayOf, partsOf, weekday } from "./calendar";

const dayMinutes = 24 * 60;

/**
 * "2026-03-02T10:00:05.123Z" is "2026-03-02T11:00:05". A moment without a zone is by the Swedish
 * clock already, and stays as it is; so does a day.
 */
export function swedishTime(moment: string): string {
  const [, hour = "", minute = "", seconds = "", zone = ""] =
    /T(\d\d):(\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(moment) ?? [];
  const day = dayOf(moment);
  if (zone === "" || day === undefined) return moment;
  const universal = day * dayMinutes + Number(hour) * 60 + Number(minute) - offsetOf(zone);
  const local = universal + (isSummer(universal) ? 120 : 60);
  const [hours, minutes] = [Math.floor((local % dayMinutes) / 60), local % 60];
  return `${dateOf(Math.floor(local / dayMinutes))}T${twoDigits(hours)}:${twoDigits(minutes)}${seconds}`;
}

/** The day in Sweden: after midnight there it is not the day of universal time. */
export function swedishDay(moment: string): string {
  return swedishTime(moment).slice(0, 10);
}

/**
 * A time that was typed, "2026-07-02T11:00", with the zone of that clock: "2026-07-02T11:00+02:00". A
 * moment that has a zone stays as it is, and so does a day. Of the hour that comes twice in October
 * the first is meant.
 */
export function withSwedishZone(moment: string): string {
  const [, hour = "", minute = ""] = /T(\d\d):(\d\d)(?::\d\d)?(?:\.\d+)?$/.exec(moment) ?? [];
  const day = dayOf(moment);
  if (hour === "" || day === undefined) return moment;
  const local = day * dayMinutes + Number(hour) * 60 + Number(minute);
  return `${moment}${isSummer(local - 120) ? "+02:00" : "+01:00"}`;
}

/** Minutes of "+02:00", 0 for "Z". */
function offsetOf(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** @param universal minutes of universal time, from the first day of the calendar */
function isSummer(universal: number): boolean {
  const { year } = partsOf(Math.floor(universal / dayMinutes));
  const change = (month: number) => lastSunday(year, month) * dayMinutes + 60;
  return change(3) <= universal && universal < change(10);
}

/** The last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): Day {
  const last = dayFromParts(year, month, 31);
  return last - weekday(last);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
