/** Dates in open data: each has a time and a zone, as OCDS asks. */
import { ocdsDate } from "../../src/exchange/ocds-release";

test.each([
  ["2026-03-24", "2026-03-24T00:00:00Z"],
  ["2026-03-24T13:00", "2026-03-24T13:00:00+01:00"],
  ["2026-07-24T13:00:05", "2026-07-24T13:00:05+02:00"],
  ["2026-03-24T13:00Z", "2026-03-24T13:00:00Z"],
  ["2026-03-24T13:00:05Z", "2026-03-24T13:00:05Z"],
  ["2026-03-24T13:00+02:00", "2026-03-24T13:00:00+02:00"],
])("%s is %s", (moment, date) => expect(ocdsDate(moment)).toBe(date));
