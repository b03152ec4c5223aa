/**
 * Days, holidays and the dates around an award, against another's calendar and rows worked out by
 * hand.
 */
import Holidays from "date-holidays";
import type { Award, EvaluationDocument } from "../../src/core/document/schema";
import { dateOf, dayOf, weekday } from "../../src/core/calendar";
import { holidays, isWorkingDay } from "../../src/report/working-days";
import { dateFindings, noticeFindings } from "../../src/report/date-findings";
import { dueRow } from "../../src/report/due-text";
import { findingText } from "../../src/words/sentences";
import { duesOf } from "../../src/report/standstill-dates";
import { sv } from "../../src/words/sv/words";
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
  return found?.exempt ? "undantag" : `${found?.date ?? "–"} ${found?.law?.join(":") ?? ""}`;
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
    ["an exemption stated, 20 kap. 2 § 2",     { sentAt: "2026-03-02", sending: "electronic", standstill: "exempt" }, { procedure: "call-off" }, "undantag", "undantag"],
    ["an exemption stated, 20 kap. 2 § 1",     { sentAt: "2026-03-02", sending: "electronic", standstill: "exempt" }, { procedure: "negotiated-without-notice" }, "undantag", "undantag"],
    ["none for a call-off without competition", { sentAt: "2026-03-02", sending: "electronic", standstill: "exempt" }, { procedure: "call-off", renewedCompetition: "no" }, "2026-03-12 20:1", "2026-03-13 20:1"],
    ["one that 20 kap. 2 § does not have",     { sentAt: "2026-03-02", sending: "electronic", standstill: "exempt" }, {}, "2026-03-12 20:1", "2026-03-13 20:1"],
    ["a call-off, 19 kap. 19 § second paragraph", { sentAt: "2026-03-02", sending: "electronic" }, { regime: "national", procedure: "call-off" }, "undantag", "undantag"],
    ["a call-off whose authority chooses one", { sentAt: "2026-03-02", sending: "electronic", standstill: "applies" }, { regime: "national", procedure: "call-off" }, "2026-03-12 20:1", "2026-03-13 20:1"],
    ["longer, ending on a Saturday, 20 kap. 18 §", { sentAt: "2026-03-02", sending: "electronic", standstillUntil: "2026-03-28" }, {}, "2026-03-30 20:1", "2026-03-31 20:1"],
    ["a direct award after a notice, 20 kap. 3 §", { intentionAt: "2026-03-02" }, { regime: "national", procedure: "direct" }, "2026-03-12 20:3", "2026-03-13 20:3"],
    ["the same, ending on a Saturday",         { intentionAt: "2026-03-04" }, { regime: "national", procedure: "direct" }, "2026-03-16 20:3", "2026-03-17 20:3"],
    ["without publication, after a notice",    { intentionAt: "2026-03-02" }, { procedure: "negotiated-without-notice" }, "2026-03-12 20:3", "2026-03-13 20:3"],
    ["such a notice means nothing elsewhere",  { intentionAt: "2026-03-02", sentAt: "2026-03-03", sending: "electronic" }, {}, "2026-03-13 20:1", "2026-03-14 20:1"],
  ],
  )("%s", (_, award, procurement, standstill, contract) => {
    const value = decided(award, procurement);
    expect([due(value, "standstill"), due(value, "contract")]).toEqual([standstill, contract]);
  });
});

// LOU 20 kap. 8–10 §§.
test.each<
  [
    string,
    Omit<NonNullable<EvaluationDocument["decisions"]>[number], "id" | "kind">,
    boolean,
    string,
    string,
  ]
>(
  // prettier-ignore
  [
  ["nobody has applied",                       {},                                                                  false, "2026-03-12 20:1", "2026-03-13 20:1"],
  ["the case is open, 8 §",                    { reviewAppliedAt: "2026-03-10" },                                   false, "– 20:8", "– 20:8"],
  ["no extension, by order of the court, 8 §", { reviewAppliedAt: "2026-03-10", courtOrder: "no-extension" },       false, "2026-03-12 20:1", "2026-03-13 20:1"],
  ["no contract, by order of the court, 9 §",  { reviewAppliedAt: "2026-03-10", courtOrder: "no-contract" },        false, "– 20:9", "– 20:9"],
  ["and where no standstill applies, 9 §",     { courtOrder: "no-contract", standstill: "exempt" },                  true,  "– 20:9", "– 20:9"],
  ["ten days after it was decided, 10 §",      { courtOrder: "no-contract", reviewEndedAt: "2026-04-13" },           false, "2026-04-23 20:10", "2026-04-24 20:10"],
],
)("a court: %s", (_, decision, isCallOff, standstill, contract) => {
  const value: EvaluationDocument = {
    ...decided({}, isCallOff ? { procedure: "call-off" } : {}),
    decisions: [{ id: "B1", kind: "award", awarded: "A", decidedAt: "2026-03-01", ...decision }],
    dispatches: [{ decision: "B1", bid: "A", sentAt: "2026-03-02", sending: "electronic" }],
  };
  expect([due(value, "standstill"), due(value, "contract")]).toEqual([standstill, contract]);
});

describe("what is due after the contract, and to whoever asks", () => {
  const signed = { contractAt: "2026-04-08" };
  test.each<[string, Partial<EvaluationDocument["procurement"]>, string, string]>(
    // prettier-ignore
    [
    ["award notice",                  {},                                           "notice",        "2026-05-08 10:4"],
    ["documentation",                 {},                                           "documentation", "2026-05-08 12:14"],
    ["individual report",             {},                                           "report",        "2026-05-08 12:15–16"],
    ["award notice, national",        { regime: "national" },                       "notice",        "2026-05-08 19:7"],
    ["documentation, national",       { regime: "national" },                       "documentation", "2026-05-08 19:22"],
    ["documentation, direct",         { regime: "national", procedure: "direct" },  "documentation", "2026-05-08 19 a:11"],
    ["a report below, if bilaga 2",   { regime: "national" },                       "report",        "2026-05-08 19:22"],
    ["a report, bilaga 2",            { regime: "national", services: "annex-2" },  "report",        "2026-05-08 19:22"],
    ["no report below the thresholds", { regime: "national", services: "other" },   "report",        "– "],
    ["a report on renewed competition", { procedure: "call-off" },                  "report",        "2026-05-08 12:15–16"],
    ["a report, competition renewed",  { procedure: "call-off", renewedCompetition: "yes" }, "report", "2026-05-08 12:15–16"],
    ["none without it, 12 kap. 15 §",  { procedure: "call-off", renewedCompetition: "no" },  "report", "– "],
    ["nor below, 19 kap. 22 §",        { regime: "national", procedure: "call-off", renewedCompetition: "no" }, "report", "– "],
    ["another act than LOU",           { law: "LUF" },                              "report",        "– "],
    ["a procedure without a row",      { procedure: "competitive-dialogue" },       "report",        "– "],
    ["award notice, direct",          { regime: "national", procedure: "direct" },  "notice",        "2026-05-08 19 a:13"],
    ["no notice under a framework, 19 kap.", { regime: "national", procedure: "call-off" }, "notice", "– "],
    ["validity, not in 19 kap.",      { regime: "national" },                       "validity",      "– "],
    ["nothing after a selection",     { stage: "selection" },                       "standstill",    "– "],
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

  test("a direct award has no time limit for an answer, and none is late", () => {
    const requests = [{ bid: "A", receivedAt: "2026-03-25", answeredAt: "2026-05-25" }];
    const direct = { ...decided({}, { regime: "national", procedure: "direct" }), requests };
    expect(due(direct, "request")).toBe("– ");
    expect(dateFindings(direct)).toEqual([]);
    expect(dateFindings({ ...decided({}), requests }).map(({ code }) => code)).toEqual([
      "request-answered-late",
    ]);
  });

  test.each<[string, Award, Partial<EvaluationDocument["procurement"]>, string, string]>(
    // prettier-ignore
    [
    ["a stated standstill is not ten days", { sentAt: "2026-03-02", sending: "electronic", standstillUntil: "2026-03-28" }, {}, "standstill", "som underrättelsen anger; minst 10 dagar från 2026-03-02, flyttat till närmaste arbetsdag (20 kap. 18 §)"],
    ["the first day is conditional",        { sentAt: "2026-03-02", sending: "electronic" }, {}, "contract", "dagen efter avtalsspärrens sista dag, om ingen dessförinnan har ansökt om överprövning (20 kap. 8–10 §§ LOU)"],
    ["19 a kap. 13 §, the amount",          signed, { regime: "national", procedure: "direct" }, "notice", "30 dagar från 2026-04-08; bara om upphandlingens värde är minst 700 000 kronor (enligt SFS 2021:1110)"],
    ["19 a kap. 11 §, the amount",          signed, { regime: "national", procedure: "direct" }, "documentation", "30 dagar från 2026-04-08; bara om upphandlingens värde överstiger 100 000 kronor (enligt SFS 2023:815)"],
    ["12 kap. 15 § second paragraph",       signed, { procedure: "call-off" }, "report", "30 dagar från 2026-04-08; gäller inte ett kontrakt som tilldelas utan förnyad konkurrensutsättning"],
    ["19 kap. 7 § second paragraph",        signed, { regime: "national", services: "annex-2" }, "notice", "30 dagar från 2026-04-08; eller samlat per kvartal, senast 30 dagar efter kvartalets utgång"],
    ["19 kap. 22 § second paragraph",       signed, { regime: "national" }, "report", "30 dagar från 2026-04-08; bara om upphandlingen avser tjänster i bilaga 2 till LOU"],
  ],
  )("how it is told: %s", (_, award, procurement, name, expected) => {
    const found = duesOf(decided(award, procurement)).find((each) => each.name === name);
    expect(found && dueRow(found, sv)[2]?.replace(/\s/g, " ")).toBe(expected);
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
  ["an exemption that the law has not",   { standstill: "exempt" },                                                       ["exemption-not-in-law"]],
  ["a date that is not there",            { contractAt: "2026-02-30" },                                                   ["date-not-in-calendar"]],
],
)("%s", (_, award, expected) =>
  expect(dateFindings(decided(award)).map(({ code }) => code)).toEqual(expected),
);

const inOrder: Partial<EvaluationDocument> = {
  clarifications: [{ id: "F1", bid: "A", askedAt: "2026-02-20", answeredAt: "2026-02-22", decidedAt: "2026-02-23" }], // prettier-ignore
  lowBids: [{ bid: "A", requestedAt: "2026-02-20", answeredAt: "2026-02-24", decidedAt: "2026-02-25" }], // prettier-ignore
  exclusions: [{ bid: "A", occurredAt: "2025-05-01", heardAt: "2026-02-20", answerBy: "2026-02-27", answeredAt: "2026-02-26", decidedAt: "2026-03-01", notifiedAt: "2026-03-01" }], // prettier-ignore
  requests: [{ bid: "A", receivedAt: "2026-03-04", answeredAt: "2026-03-10" }],
  confidential: [
    { bid: "A", subject: "price", requestedAt: "2026-02-16", decidedAt: "2026-03-02" },
  ],
  decisions: [{ id: "B1", kind: "award", awarded: "A", decidedAt: "2026-03-02", reviewAppliedAt: "2026-03-10", reviewEndedAt: "2026-04-10", contractAt: "2026-04-21" }], // prettier-ignore
  dispatches: [{ decision: "B1", bid: "A", sentAt: "2026-03-02", sending: "electronic" }],
  award: { deadline: "2026-02-16T23:59", openedAt: "2026-02-17T09:00", bidsValidUntil: "2026-08-31" }, // prettier-ignore
};
const [onlyDecision] = inOrder.decisions ?? [];
const late = (key: keyof EvaluationDocument, change: object) => ({
  [key]: [{ ...(inOrder[key] as readonly object[])[0], ...change }],
});
test.each<[string, Partial<EvaluationDocument>, string[]]>(
  // prettier-ignore
  [
  ["nothing, in order",                     {},                                                        []],
  ["an answer before its question",         late("clarifications", { answeredAt: "2026-02-19" }),      ["clarifications[F1].answeredAt Svaret (2026-02-19) kommer före frågan (2026-02-20). Rätta det datum som är fel."]],
  ["a decision before the answer",          late("clarifications", { decidedAt: "2026-02-21" }),       ["clarifications[F1].decidedAt Beslutet (2026-02-21) kommer före svaret (2026-02-22). Rätta det datum som är fel."]],
  ["a decision before the question, no answer", late("clarifications", { answeredAt: undefined, decidedAt: "2026-02-19" }), ["clarifications[F1].decidedAt Beslutet (2026-02-19) kommer före frågan (2026-02-20). Rätta det datum som är fel."]],
  ["an explanation before its request",     late("lowBids", { answeredAt: "2026-02-01" }),             ["lowBids[0].answeredAt Förklaringen (2026-02-01) kommer före begäran (2026-02-20). Rätta det datum som är fel."]],
  ["a hearing before what it is about",     late("exclusions", { occurredAt: "2026-02-21" }),          ["exclusions[0].heardAt Tillfället att yttra sig (2026-02-20) kommer före händelsen (2026-02-21). Rätta det datum som är fel."]],
  ["a time to respond that had gone",       late("exclusions", { answerBy: "2026-02-19" }),            ["exclusions[0].answerBy Sista dag för yttrande (2026-02-19) kommer före tillfället att yttra sig (2026-02-20). Rätta det datum som är fel."]],
  ["a notice before the exclusion",         late("exclusions", { notifiedAt: "2026-02-28" }),          ["exclusions[0].notifiedAt Underrättelsen (2026-02-28) kommer före beslutet (2026-03-01). Rätta det datum som är fel."]],
  ["a request answered before it came",     late("requests", { answeredAt: "2026-03-03" }),            ["requests[0].answeredAt Svaret (2026-03-03) kommer före begäran (2026-03-04). Rätta det datum som är fel."]],
  ["secrecy decided before it was asked",   late("confidential", { decidedAt: "2026-02-15" }),         ["confidential[0].decidedAt Beslutet (2026-02-15) kommer före begäran (2026-02-16). Rätta det datum som är fel."]],
  ["an award before the opening",           { award: { openedAt: "2026-03-03" } },                     ["decisions[B1].decidedAt Beslutet (2026-03-02) kommer före anbudsöppningen (2026-03-03). Rätta det datum som är fel."]],
  ["a judgment before the application",     late("decisions", { reviewEndedAt: "2026-03-09" }),        ["decisions[B1].reviewEndedAt Rättens avgörande (2026-03-09) kommer före ansökan om överprövning (2026-03-10). Rätta det datum som är fel."]],
  ["an application before a correction",    { decisions: [...(onlyDecision ? [onlyDecision] : []), { id: "B2", kind: "correction", of: "B1", decidedAt: "2026-03-12", reviewAppliedAt: "2026-03-10", standstill: "exempt" }] }, []],
  ["bids valid until before they came in",  { award: { deadline: "2026-02-16", bidsValidUntil: "2026-02-15" } }, ["award.bidsValidUntil Anbudens sista giltighetsdag (2026-02-15) kommer före sista anbudsdag (2026-02-16). Rätta det datum som är fel."]],
  ["the same day, an hour before",          { award: { deadline: "2026-02-16T12:00", bidsValidUntil: "2026-02-16T11:00" } }, ["award.bidsValidUntil Anbudens sista giltighetsdag (2026-02-16 11:00) kommer före sista anbudsdag (2026-02-16 12:00). Rätta det datum som är fel."]],
],
)("dates that contradict each other: %s", (_, change, expected) => {
  const value = { ...decided({}), ...inOrder, ...change };
  const found = dateFindings(value).filter(({ code }) => code === "dates-contradict");
  expect(found.map((each) => `${each.where} ${findingText(each, sv)}`)).toEqual(expected);
});

test.each<[string, Award, string[]]>(
  // prettier-ignore
  [
  ["no day",                    {},                                                ["notice-without-standstill"]],
  ["a day, but not how",        { sentAt: "2026-03-02" },                          ["notice-without-standstill"]],
  ["the day and how",           { sentAt: "2026-03-02", sending: "electronic" },   []],
  ["an exemption that is none", { standstill: "exempt" },                          ["notice-without-standstill"]],
],
)("what a notice lacks: %s", (_, award, expected) =>
  expect(noticeFindings(decided(award)).map(({ code }) => code)).toEqual(expected),
);

test("a request for secrecy that nobody has decided is told with what is left out because of it", () => {
  const value: EvaluationDocument = {
    ...decided({ sentAt: "2026-03-02", sending: "electronic" }),
    confidential: [
      { bid: "A", subject: "price-item", of: "P3" },
      { bid: "A", subject: "price", decision: "denied" },
      { bid: "A", subject: "file", of: "Bilaga 4" },
    ],
  };
  expect(noticeFindings(value).map((each) => [each.where, findingText(each, sv)])).toEqual([
    [
      "confidential[0].decision",
      "Bolaget A (A) har begärt sekretess för prisrad P3, handling Bilaga 4, och begäran är inte prövad. Uppgifterna, och det som de kan räknas ut ur, är utelämnade i underrättelserna till de andra. Skriv beslutet på bladet Sekretess.",
    ],
  ]);
});
