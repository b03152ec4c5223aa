/** Moments by the clock in Sweden, and which of two is the earlier. */
import { isBefore } from "../../src/core/moment";
import { swedishDay, swedishTime, withSwedishZone } from "../../src/core/swedish-time";

test.each(
  // prettier-ignore
  [
  // kept                      by the clock in Sweden
  ["2026-03-02T10:00:05.123Z", "2026-03-02T11:00:05"],  // standard time
  ["2026-07-02T22:30:00Z",     "2026-07-03T00:30:00"],  // summer time, after midnight
  ["2026-03-29T00:59:59Z",     "2026-03-29T01:59:59"],
  ["2026-03-29T01:00:00Z",     "2026-03-29T03:00:00"],
  ["2026-03-02T10:00Z",        "2026-03-02T11:00"],
  ["2026-03-02T10:00+02:00",   "2026-03-02T09:00"],
  ["2026-03-02T10:00",         "2026-03-02T10:00"],     // typed by that clock already
  ["2026-03-02",               "2026-03-02"],
  ["",                         ""],
],
)("%s is %s", (moment, local) => {
  expect(swedishTime(moment)).toBe(local);
  expect(swedishDay(moment)).toBe(local.slice(0, 10));
});

test.each(
  // prettier-ignore
  [
  // typed                    with its zone
  ["2026-03-02T10:00",        "2026-03-02T10:00+01:00"],
  ["2026-07-02T10:00:05",     "2026-07-02T10:00:05+02:00"],
  ["2026-03-29T01:59",        "2026-03-29T01:59+01:00"],
  ["2026-03-29T03:00",        "2026-03-29T03:00+02:00"],
  ["2026-10-25T01:59",        "2026-10-25T01:59+02:00"],
  ["2026-10-25T02:30",        "2026-10-25T02:30+02:00"],  // comes twice: the first is meant
  ["2026-10-25T03:00",        "2026-10-25T03:00+01:00"],
  ["2026-07-02T10:00Z",       "2026-07-02T10:00Z"],
  ["2026-07-02T10:00+03:00",  "2026-07-02T10:00+03:00"],
  ["2026-07-02",              "2026-07-02"],
],
)("%s typed is %s", (typed, zoned) => expect(withSwedishZone(typed)).toBe(zoned));

test.each(
  // prettier-ignore
  [
  // first                     second                  is it certainly before?
  ["2026-03-02",               "2026-03-03T08:00",     true],
  ["2026-03-02",               "2026-03-02T08:00",     false],  // a day is the whole day
  ["2026-03-02T08:00",         "2026-03-02T08:01",     true],
  ["2026-03-02T08:00",         "2026-03-02T08:00:30",  false],  // a minute is the whole minute
  ["2026-03-02T12:00",         "2026-03-02T11:30:00Z", true],   // 12:30 in Sweden
  ["2026-03-02T12:00",         "2026-03-02T10:30:00Z", false],  // 11:30 in Sweden
  ["2026-03-02T10:30:00Z",     "2026-03-02T12:00",     true],
  ["2026-03-02T23:59",         "2026-03-02T23:30:00Z", true],   // the next day in Sweden
  ["2026-10-25T00:40:00Z",     "2026-10-25T01:10:00Z", true],   // 02:40 and again 02:10
  ["2026-10-25T01:10:00Z",     "2026-10-25T00:40:00Z", false],
],
)("%s before %s: %s", (first, second, before) => expect(isBefore(first, second)).toBe(before));

test("every hour of forty years is the one of the time zone database", () => {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Stockholm",
    dateStyle: "short",
    timeStyle: "medium",
  });
  for (let time = Date.UTC(2000, 0, 1); time < Date.UTC(2040, 0, 1); time += 3_600_000 * 5) {
    const moment = new Date(time).toISOString();
    if (swedishTime(moment).replace("T", " ") !== clock.format(time)) throw new Error(moment);
  }
});
