/** Dates as people and programs write them, and the one text each is read as. */
import { isMoment } from "../../src/core/moment";
import { readMoment } from "../../src/sheet/cells";
import type { CellReading } from "../../src/sheet/workbook";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";

const dates = [sv.cells.dates, en.cells.dates];
const said = (cell: CellReading): string => {
  const { value, problem } = readMoment(cell, dates);
  return value ?? problem?.code ?? "blank";
};
const text = (value: string): CellReading => ({ kind: "text", value });
const date = (value: string): CellReading => ({ kind: "date", value });

test.each<[cell: CellReading, read: string]>(
  // prettier-ignore
  [
  // one day, one text, however the cell keeps it
  [date("2026-10-14"),                      "2026-10-14"],
  [date("2026-10-14T00:00"),                "2026-10-14"],
  [text("2026-10-14T00:00:00"),             "2026-10-14"],
  [text("2026-10-14T00:00:00.000"),         "2026-10-14"],
  [text("2026-10-14"),                      "2026-10-14"],
  [date("2026-10-14T09:00"),                "2026-10-14T09:00"],
  [text("2026-10-14T09:00:00"),             "2026-10-14T09:00"],
  [text("2026-10-14T09:00:30"),             "2026-10-14T09:00:30"],
  // as we write them: exactly what the document has
  [text("2026-10-14 00:00"),                "2026-10-14T00:00"],
  [text("2026-10-14 09:00:00"),             "2026-10-14T09:00:00"],
  [text("2026-10-14 07:00:00.5Z"),          "2026-10-14T07:00:00.5Z"],
  [text("2026-10-14 09:00+02:00"),          "2026-10-14T09:00+02:00"],
  // as people write them
  [text("2026-10-14 9:00"),                 "2026-10-14T09:00"],
  [text("2026-10-14 kl. 9.00"),             "2026-10-14T09:00"],
  [text("2026-10-14, kl 09:30"),            "2026-10-14T09:30"],
  [text("2026-10-14 kl 9"),                 "2026-10-14T09:00"],
  [text("14 oktober 2026, kl. 14"),         "2026-10-14T14:00"],
  [text("14 oktober 2026"),                 "2026-10-14"],
  [text("14 Oktober\u00a02026"),            "2026-10-14"],
  [text("den 14 okt. 2026"),                "2026-10-14"],
  [text("4 maj 2026 kl. 10.15"),            "2026-05-04T10:15"],
  [text("4 maj 2026 klockan 10:15"),        "2026-05-04T10:15"],
  [text("October 14, 2026"),                "2026-10-14"],
  [text("14th October 2026 at 9:00"),       "2026-10-14T09:00"],
  [text("2026/10/14"),                      "2026-10-14"],
  [text("2026.10.4"),                       "2026-10-04"],
  [text("20261014"),                        "2026-10-14"],
  // in figures that can only be one day: no year has a month 13 to 31
  [text("14/10 2026"),                      "2026-10-14"],
  [text("14/10-2026"),                      "2026-10-14"],
  [text("15.1.2027"),                       "2027-01-15"],
  [text("20.11.2026 kl. 14.10"),            "2026-11-20T14:10"],
  [text("10/14/2026"),                      "2026-10-14"],
  [text("4.4.2026"),                        "2026-04-04"],
  [text("31.4.2026"),                       "cell-not-moment"],
  [text("32.1.2026"),                       "cell-not-moment"],
  [text("13.13.2026"),                      "cell-not-moment"],
  // two readings, or none
  [text("3/4 2026"),                        "cell-moment-ambiguous"],
  [text("12/10-2026"),                      "cell-moment-ambiguous"],
  [text("3.4.2026"),                        "cell-moment-ambiguous"],
  [text("03-04-2026 09:00"),                "cell-moment-ambiguous"],
  [text("14/10/26"),                        "cell-moment-ambiguous"],
  [text("261014"),                          "cell-moment-ambiguous"],
  [text("i måndags"),                       "cell-not-moment"],
  [text("oktober 2026"),                    "cell-not-moment"],
  [text("31 april 2026"),                   "cell-not-moment"],
  [text("2026-02-29"),                      "cell-not-moment"],
  [text("2026-13-01"),                      "cell-not-moment"],
  [text("2026-10-14 25:00"),                "cell-not-moment"],
  [text("2026-10-14 kl 25"),                "cell-not-moment"],
  [text("2026-10-14 9"),                    "cell-not-moment"],
  [text("v. 42 2026"),                      "cell-not-moment"],
  [date("1899-12-31T09:00"),                "cell-not-moment"],
  [{ kind: "number", value: 46309 },        "cell-not-moment"],
  [{ kind: "error", value: "#N/A" },        "cell-error"],
  [{ kind: "blank", value: null },          "blank"],
  ],
)("%j", (cell, expected) => expect(said(cell)).toBe(expected));

test.each<[text: string, is: boolean]>([
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2026-04-31", false],
  ["2026-10-14T23:59:59.123456789Z", true],
  ["2026-10-14T24:00", false],
  ["2026-10-14 09:00", false],
])("the document's own form: %s", (moment, is) => expect(isMoment(moment)).toBe(is));
