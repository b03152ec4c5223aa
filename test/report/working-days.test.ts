/**
 * Days, holidays and the dates around an award, against another's calendar and rows worked out by
 * hand.
 */
import Holidays from "date-holidays";
import type { Award, EvaluationDocument } from "../../src/core/document/schema";
import { dateOf, dayOf, holidays, isWorkingDay, weekday } from "../../src/report/working-days";
import { dateFindings, noticeFindings } from "../../src/report/date-findings";
import { duesOf } from "../../src/report/standstill-dates";
import { document } from "../small";

test("every day of three centuries is the computer's", () => {
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2200, 0, 1); time += 86_400_000) {
    const text = new Date(time).toISOString().slice(0, 10);
    const day = dayOf(text) ?? NaN;
    if (dateOf(day) !== text || weekday(day) !== new Date(time).getUTCDay()) throw new Error(text);
  }
});

test("Swedish public holidays are those of date-holidays, 2005 to 2099", () => {
  const theirs = new Holidays("SE");
  for (let year = 2005; year < 2100; year++) {
    const expected = theirs
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice(0, 10));
    expect([...holidays(year).keys()].map(dateOf).sort()).toEqual([...new Set(expected)].sort());
  }
});

describe("a time limit does not end on", () => {
  test.each(
    // prettier-ignore
    [
    ["a Saturday",          "2026-03-14", false], ["a Sunday",            "2026-03-15", false], ["a Monday",          "2026-03-16", true],
    ["midsummer's eve",     "2026-06-19", false], ["Christmas eve",       "2026-12-24", false], ["New Year's eve",    "2026-12-31", false],
    ["Good Friday",         "2026-04-03", false], ["Ascension Day",       "2026-05-14", false], ["the national day", "2025-06-06", false],
    ["Maundy Thursday",     "2026-04-02", true],  ["the eve of Epiphany", "2026-01-05", true],
  ],
  )("%s: %s", (_, date, working) => expect(isWorkingDay(dayOf(date) ?? 0)).toBe(working));
});

test.each([
  ["a day that is not there", "2026-02-30"],
  ["a month that is not there", "2026-13-01"],
  ["no date", "snart"],
  ["nothing", ""],
])("%s is no date", (_, text) => expect(dayOf(text)).toBeUndefined());

const decided = (
  award: Award,
  more: Partial<EvaluationDocument["procurement"]> = {},
): EvaluationDocument => {
  const plain = document({ bids: [{ id: "A" }] });
  return { ...plain, procurement: { ...plain.procurement, ...more }, award };
};
const due = (value: EvaluationDocument, name: string) => {
  const found = duesOf(value).find((each) => each.name === name);
  return found?.exempt ? "undantag" : `${found?.date ?? "–"} ${found?.law.join(":") ?? ""}`;
};

// LOU 20 kap. 1 §: days from dispatch; 18 §: not ending on a day when no time limit does.
describe("standstill and the first day for a contract", () => {
  test.each<[string, Award, Partial<EvaluationDocument["procurement"]>, string, string]>(
    // prettier-ignore
    [
    ["ten days, all electronically",           { sentAt: "2026-03-24", sending: "electronic" }, {}, "2026-04-07 20:1", "2026-04-08 20:1"],   // 3 April is Good Friday; 4–6 Easter
    ["ten days, ending on a Thursday",         { sentAt: "2026-03-02", sending: "electronic" }, {}, "2026-03-12 20:1", "2026-03-13 20:1"],
    ["fifteen, somebody otherwise",            { sentAt: "2026-03-02", sending: "other" },      {}, "2026-03-17 20:1", "2026-03-18 20:1"],
    ["ending on midsummer's eve",              { sentAt: "2026-06-09", sending: "electronic" }, {}, "2026-06-22 20:1", "2026-06-23 20:1"],
    ["ending on Christmas eve",                { sentAt: "2026-12-14", sending: "electronic" }, {}, "2026-12-28 20:1", "2026-12-29 20:1"],
    ["ending on New Year's eve",               { sentAt: "2026-12-21", sending: "electronic" }, {}, "2027-01-04 20:1", "2027-01-05 20:1"],
    ["longer, as the notice says",             { sentAt: "2026-03-02", sending: "electronic", standstillUntil: "2026-03-27" }, {}, "2026-03-27 20:1", "2026-03-28 20:1"],
    ["nobody has said how they were sent",     { sentAt: "2026-03-02" },                        {}, "– 20:1",          "– 20:1"],
    ["below the thresholds, the same",         { sentAt: "2026-03-02", sending: "electronic" }, { regime: "national" }, "2026-03-12 20:1", "2026-03-13 20:1"],
    ["a direct award has none",                { sentAt: "2026-03-02", sending: "electronic" }, { regime: "national", procedure: "direct" }, "undantag", "undantag"],
    ["an exemption that the user has stated",  { sentAt: "2026-03-02", sending: "electronic", standstill: "exempt" }, {}, "undantag", "undantag"],
  ],
  )("%s", (_, award, procurement, standstill, contract) => {
    const value = decided(award, procurement);
    expect([due(value, "standstill"), due(value, "contract")]).toEqual([standstill, contract]);
  });
});

describe("what is due after the contract, and to whoever asks", () => {
  const signed = { contractAt: "2026-04-08" };
  test.each<[string, Partial<EvaluationDocument["procurement"]>, string, string]>(
    // prettier-ignore
    [
    ["award notice",                  {},                                           "notice",        "2026-05-08 10:4"],
    ["documentation",                 {},                                           "documentation", "2026-05-08 12:14"],
    ["individual report",             {},                                           "report",        "2026-05-08 12:16"],
    ["award notice, national",        { regime: "national" },                       "notice",        "2026-05-08 19:7"],
    ["documentation, national",       { regime: "national" },                       "documentation", "2026-05-08 19:22"],
    ["documentation, direct",         { regime: "national", procedure: "direct" },  "documentation", "2026-05-08 19 a:11"],
    ["no report below the thresholds", { regime: "national" },                      "report",        "– "],
    ["no report on a call-off",       { procedure: "call-off" },                    "report",        "– "],
    ["no report on a direct award",   { procedure: "direct" },                      "report",        "– "],
    ["no notice under a framework",   { procedure: "call-off" },                    "notice",        "– "],
  ],
  )("%s", (_, procurement, name, expected) =>
    expect(due(decided(signed, procurement), name)).toBe(expected),
  );

  test("a request is answered within 15 days from when it came", () => {
    expect(
      due({ ...decided({}), requests: [{ bid: "A", receivedAt: "2026-03-25" }] }, "request"),
    ).toBe("2026-04-09 12:13");
  });
});

test.each<[string, Award, string[]]>(
  // prettier-ignore
  [
  ["bids that end before the standstill", { sentAt: "2026-03-02", sending: "electronic", bidsValidUntil: "2026-03-11" }, ["bids-expire-in-standstill"]],
  ["bids that end with it",               { sentAt: "2026-03-02", sending: "electronic", bidsValidUntil: "2026-03-12" }, []],
  ["a stated standstill too short",       { sentAt: "2026-03-02", sending: "electronic", standstillUntil: "2026-03-10" }, ["standstill-stated-too-short"]],
  ["a contract on its last day",          { sentAt: "2026-03-02", sending: "electronic", contractAt: "2026-03-12" },      ["contract-in-standstill"]],
  ["a contract the day after",            { sentAt: "2026-03-02", sending: "electronic", contractAt: "2026-03-13" },      []],
  ["bids opened too early",               { deadline: "2026-02-20", openedAt: "2026-02-19T16:00" },                       ["opened-before-deadline"]],
  ["notices before the decision",         { decidedAt: "2026-03-03", sentAt: "2026-03-02", sending: "electronic" },       ["sent-before-decision"]],
  ["nobody has said how",                 { sentAt: "2026-03-02" },                                                       ["sending-unsaid"]],
  ["a date that is not there",            { contractAt: "2026-02-30" },                                                   ["date-not-in-calendar"]],
],
)("%s", (_, award, expected) =>
  expect(dateFindings(decided(award)).map(({ code }) => code)).toEqual(expected),
);

test.each<[string, Award, string[]]>(
  // prettier-ignore
  [
  ["no day",                    {},                                                ["notice-without-standstill"]],
  ["a day, but not how",        { sentAt: "2026-03-02" },                          ["notice-without-standstill"]],
  ["the day and how",           { sentAt: "2026-03-02", sending: "electronic" },   []],
  ["an exemption",              { standstill: "exempt" },                          []],
],
)("what a notice lacks: %s", (_, award, expected) =>
  expect(noticeFindings(decided(award)).map(({ code }) => code)).toEqual(expected),
);
