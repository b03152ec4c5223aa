/**
 * What the checklist says of a file, one row each: nothing where nobody looked, yes where someone
 * did, no where something was found.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { basisOf } from "../../src/core/document/recorded";
import { evaluate, withFindings } from "../../src/core/evaluate";
import type { Finding } from "../../src/core/finding";
import { finding } from "../../src/core/finding";
import { fingerprint } from "../../src/journal/fingerprint";
import { awardReadiness } from "../../src/procedure/award-readiness";
import type { Beside } from "../../src/report/checklist-items";
import { checklistOf, checklistRow } from "../../src/report/checklist";
import { dateFindings } from "../../src/report/date-findings";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { agreed, panel, scenario } from "../scoring/panel";

/** The column "Filen säger" of one question. */
function said(
  item: string,
  document: EvaluationDocument,
  { also = [], ...beside }: Beside & { readonly also?: readonly Finding[] } = {},
): string {
  const own = evaluate(document, also);
  const evaluation = withFindings(own, [...awardReadiness(own), ...dateFindings(document)]);
  const line = checklistOf(evaluation, beside).find((each) => each.item === item);
  if (!line) throw new Error(`no question ${item}`);
  return checklistRow(line, document.procurement, sv)[1] ?? "";
}

type Changed = Partial<EvaluationDocument>;
type Bid = EvaluationDocument["bids"][number];
const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const act = { time: "2026-03-09T10:00", by: "Eva Ek" };
const bids = (how: (bid: Bid) => Partial<Bid>, of = whole): Changed => ({
  bids: of.bids.map((bid) => ({ ...bid, ...how(bid) })),
});
const about = (procurement: Partial<EvaluationDocument["procurement"]>): Changed => ({
  procurement: { ...whole.procurement, ...procurement },
});
const required = (kind: "exclusion" | "qualification" | "mandatory"): Changed => ({
  requirements: [{ id: "K1", text: "Krav", kind }],
});
const verdict = (a: "met" | "not-met" | "unchecked"): Changed =>
  bids(({ id }) => ({ answers: { K1: { verdict: id === "A" ? a : "met" } } }));
const opened = (openedBy: string, openedAt = "2026-03-02"): Changed => ({
  award: { deadline: "2026-03-01", openedAt, openedBy },
});
const final = (b: "R1" | "R2"): Changed => ({
  ...about({ procedure: "negotiated" }),
  rounds: [
    { id: "R1", kind: "negotiation" },
    { id: "R2", kind: "final" },
  ],
  ...bids(({ id }) => ({ round: id === "B" ? b : "R2" })),
});
const ties = (...rules: EvaluationDocument["model"]["ties"]): Changed => ({
  model: { ...whole.model, ties: rules },
});
const criterion = (more: object): Changed => ({
  criteria: [{ ...scenario("S1"), ...more }],
});
const points = { scale: { type: "points", zero: "0", max: "5" } };
const signed = (by: string, of: string): Changed => ({
  events: [{ type: "signed-off", ...act, by, fingerprint: of }],
});
const finalised = (...types: readonly ("finalised" | "reopened")[]): Changed => ({
  events: types.map((type) => ({
    type,
    ...act,
    fingerprint: fingerprint(basisOf(whole)),
  })),
});
const unreadableCell = (where: string): Finding => ({
  ...finding("cell-not-number", "blocking", where, { seen: "x" }),
  isLost: true,
});
const second = (more: object): Changed => ({
  requirements: [{ id: "K1", text: "Krav", kind: "mandatory", secondReader: true }],
  ...bids(() => ({ answers: { K1: { verdict: "met", checkedBy: "EA", ...more } } })),
});
const rejectedLow = (reason?: string): Changed => ({
  lowBids: [{ bid: "B", decision: "rejected", ...(reason === undefined ? {} : { reason }) }],
});
const heard = (decidedAt: string) =>
  ["A", "B"].map((bid) => ({
    bid,
    heardAt: "2026-03-02",
    answerBy: "2026-03-09",
    decision: "excluded" as const,
    decidedAt,
  }));
const bare = bids(() => ({ scores: { S1: { value: "2" } } }));

// prettier-ignore
const rows: readonly (readonly [item: string, why: string, change: Changed, expected: string, beside?: Beside & { also?: readonly Finding[] }])[] = [
  ["criteria-weighted",     "no criteria",                       { criteria: [] },                                         "Ej tillämpligt"],
  ["criteria-weighted",     "a deduction for each",              {},                                                       "Ja"],
  ["criteria-weighted",     "one that is worth nothing",         { criteria: [{ id: "S1", name: "Scenario", kind: "usability", scale: { type: "yes-no" } }] }, "Nej"],
  ["criteria-weighted",     "a deduction that cannot be read",   {},                                                       "Ingen uppgift", { also: [unreadableCell("criteria[S1].deduction")] }],
  ["scales-described",      "levels with words",                 {},                                                       "Ja"],
  ["scales-described",      "one level without words",           criterion({ scale: { type: "levels", levels: [{ value: "0", label: "" }] } }), "Nej"],
  ["scales-described",      "points 0–5, and no word about them", criterion(points),                                       "Ingen uppgift"],
  ["scales-described",      "points 0–5, described",             criterion({ ...points, description: "5 poäng ges när …" }), "Ja"],
  ["scales-described",      "points, described above",           { criteria: [{ id: "G", name: "Grupp", kind: "other", deduction: "1", description: "5 poäng ges när …", children: [{ id: "S1", name: "Scenario", kind: "other", weight: "100", scale: { type: "points", zero: "0", max: "5" } }] }] }, "Ja"],
  ["lower-price-better",    "a scale whose anchor is unread",    {},                                                       "Ingen uppgift", { also: [unreadableCell("model.method.price.scale.best")] }],
  ["tie-rule",              "a rule",                            {},                                                       "Ja"],
  ["tie-rule",              "none",                              ties(),                                                   "Nej"],
  ["opened-by-two",         "nobody named",                      { award: { openedAt: "2026-03-02" } },                    "Ingen uppgift"],
  ["opened-by-two",         "one person named",                  opened("EA"),                                             "Ingen uppgift"],
  ["opened-by-two",         "one person, a comma after",         opened("EA, "),                                           "Ingen uppgift"],
  ["opened-by-two",         "two persons",                       opened("EA och UL"),                                      "Ja"],
  ["opened-by-two",         "two persons, before the deadline",  opened("EA, UL", "2026-02-27"),                           "Nej"],
  ["opened-by-two",         "no deadline to hold it against",    { award: { openedAt: "2026-03-02", openedBy: "EA, UL" } }, "Ingen uppgift"],
  ["anchored",              "no milestone has been passed",      {},                                                       "Ej tillämpligt"],
  ["anchored",              "every milestone is anchored",       {},                                                       "Ja", { isAnchored: true }],
  ["anchored",              "one is not",                        {},                                                       "Nej", { isAnchored: false }],
  ["exclusion-checked",     "no bids",                           { ...required("exclusion"), bids: [] },                   "Ingen uppgift"],
  ["exclusion-checked",     "all checked",                       { ...required("exclusion"), ...verdict("met") },          "Ja"],
  ["exclusion-checked",     "one not",                           { ...required("exclusion"), ...verdict("unchecked") },    "Nej"],
  ["exclusion-heard",       "nobody is to be excluded",          { ...required("exclusion"), ...verdict("met") },          "Ej tillämpligt"],
  ["exclusion-heard",       "a ground, nothing recorded",        { ...required("exclusion"), ...verdict("not-met") },      "Nej"],
  ["exclusion-heard",       "all heard, and the time is over",   { ...required("exclusion"), ...verdict("not-met"), exclusions: heard("2026-03-10") }, "Ja"],
  ["exclusion-heard",       "decided on the last day",           { ...required("exclusion"), ...verdict("not-met"), exclusions: heard("2026-03-09") }, "Nej"],
  ["winners-evidence",      "15 kap. 4 §",                       {},                                                       "Ingen uppgift"],
  ["winners-evidence",      "a call-off, competition renewed",   about({ procedure: "call-off", renewedCompetition: "yes" }), "Ingen uppgift"],
  ["winners-evidence",      "a call-off without competition",    about({ procedure: "call-off", renewedCompetition: "no" }), "Ej tillämpligt"],
  ["winners-evidence",      "a call-off, and it is not said",    about({ procedure: "call-off" }),                         "Ingen uppgift"],
  ["winners-evidence",      "below the thresholds",              about({ regime: "national" }),                            "Ej tillämpligt"],
  ["relied-on-checked",     "4 kap. 11 §",                       {},                                                       "Ingen uppgift"],
  ["relied-on-checked",     "below the thresholds",              about({ regime: "national" }),                            "Ej tillämpligt"],
  ["qualification-checked", "no bids",                           { ...required("qualification"), bids: [] },               "Ingen uppgift"],
  ["qualification-checked", "all checked",                       { ...required("qualification"), ...verdict("met") },      "Ja"],
  ["qualification-checked", "one not",                           { ...required("qualification"), ...verdict("unchecked") }, "Nej"],
  ["mandatory-checked",     "no bids",                           { ...required("mandatory"), bids: [] },                   "Ingen uppgift"],
  ["mandatory-checked",     "all checked",                       { ...required("mandatory"), ...verdict("met") },          "Ja"],
  ["mandatory-checked",     "one not",                           { ...required("mandatory"), ...verdict("unchecked") },    "Nej"],
  ["mandatory-checked",     "a second reading missing",          second({}),                                               "Nej"],
  ["mandatory-checked",     "a second reading the same",         second({ secondReader: "UL", secondVerdict: "met" }),     "Ja"],
  ["rejections-reasoned",   "no bids",                           { bids: [] },                                             "Ingen uppgift"],
  ["rejections-reasoned",   "bids that are not scored yet",      bids(() => ({ scores: {} })),                             "Ingen uppgift"],
  ["rejections-reasoned",   "both bids remain",                  {},                                                       "Ej tillämpligt"],
  ["rejections-reasoned",   "rejected as low, and no reason",    rejectedLow(),                                            "Nej"],
  ["rejections-reasoned",   "rejected as low, with the reason",  rejectedLow("Förklaringen håller inte"),                  "Ja"],
  ["clarifications-decided", "none asked for",                   {},                                                       "Ej tillämpligt"],
  ["clarifications-decided", "a verdict says so, no record",     { ...required("mandatory"), ...bids(() => ({ answers: { K1: { verdict: "clarification" } } })) }, "Nej"],
  ["low-bids-handled",      "a limit, and no bids",              { ...about({ lowBids: { belowNext: "30" } }), bids: [] }, "Ingen uppgift"],
  ["low-bids-handled",      "a limit, and one price missing",    { ...about({ lowBids: { belowNext: "30" } }), bids: whole.bids.map(({ price, ...bid }) => bid.id === "A" ? bid : { ...bid, ...(price ? { price } : {}) }) }, "Ingen uppgift"],
  ["low-bids-handled",      "no limit, no assessment",           {},                                                       "Ingen uppgift"],
  ["low-bids-handled",      "limits left blank",                 about({ lowBids: {} }),                                   "Ingen uppgift"],
  ["low-bids-handled",      "a limit that no bid reaches",       about({ lowBids: { belowNext: "30" } }),                  "Ja"],
  ["low-bids-handled",      "an assessment without a limit",     { lowBids: [{ bid: "B", decision: "explained", reason: "Egna servrar", decidedBy: "EA" }] }, "Ja"],
  ["low-bids-handled",      "5 % below the next, limit 5 %",     about({ lowBids: { belowNext: "5" } }),                   "Nej"],
  ["low-bids-handled",      "one krona, no limit",               bids(({ id }) => (id === "B" ? { price: "1" } : {})),     "Nej"],
  ["low-bids-handled",      "asked, not decided",                { lowBids: [{ bid: "B", request: "?", requestedBy: "EA" }] }, "Nej"],
  ["only-final-bids",       "an open procedure",                 {},                                                       "Ej tillämpligt"],
  ["only-final-bids",       "negotiated, no rounds written",     about({ procedure: "negotiated" }),                       "Ingen uppgift"],
  ["only-final-bids",       "both bids final",                   final("R2"),                                              "Ja"],
  ["only-final-bids",       "one bid from before",               final("R1"),                                              "Nej"],
  ["only-final-bids",       "rounds, and no bids",               { ...final("R2"), bids: [] },                             "Ingen uppgift"],
  ["all-scored",            "lowest price, criteria unscored",   { model: { ...whole.model, method: { type: "lowest-price" } }, ...bids(() => ({ scores: {} })) }, "Nej"],
  ["all-scored",            "no bids",                           { bids: [] },                                             "Ingen uppgift"],
  ["all-scored",            "both scored",                       {},                                                       "Ja"],
  ["all-scored",            "one not",                           bids(({ id, scores }) => ({ scores: id === "A" ? {} : scores })), "Nej"],
  ["scores-reasoned",       "no criteria",                       { criteria: [], ...bids(() => ({ scores: {} })) },        "Ej tillämpligt"],
  ["scores-reasoned",       "no scores yet",                     bids(() => ({ scores: {} })),                             "Ingen uppgift"],
  ["scores-reasoned",       "no journal, no reasons",            bare,                                                     "Ingen uppgift"],
  ["scores-reasoned",       "reasons and references",            {},                                                       "Ja"],
  ["scores-reasoned",       "a journal, no reasons",             recordFigures({ ...whole, ...bare }, act).document,              "Nej"],
  ["journal-kept",          "an empty journal",                  { events: [] },                                           "Nej"],
  ["journal-kept",          "a journal, and no scores yet",      { ...bids(() => ({ scores: {} })), events: [{ type: "published", ...act }] }, "Ingen uppgift"],
  ["journal-kept",          "every score recorded",              recordFigures(whole, act).document,                              "Ja"],
  ["figures-checked",       "nothing computed twice",            {},                                                       "Ingen uppgift"],
  ["figures-checked",       "computed twice, alike",             {},                                                       "Ja",  { figuresAgree: true }],
  ["figures-checked",       "computed twice, and they differ",   {},                                                       "Nej", { figuresAgree: false }],
  ["ties-resolved",         "no bids",                           { bids: [] },                                             "Ingen uppgift"],
  ["ties-resolved",         "no bid has a result yet",           bids(() => ({ scores: {} })),                             "Ingen uppgift"],
  ["ties-resolved",         "no bids alike",                     {},                                                       "Ja"],
  ["ties-resolved",         "two alike, and no rule",            { ...ties(), criteria: [scenario("S1")], ...bids(({ scores }) => ({ price: "9000", scores: { S1: { ...scores["S1"], value: "2" } } })) }, "Nej"],
  ["ties-resolved",         "one bid has no result yet",         bids(({ id, scores }) => ({ scores: id === "A" ? {} : scores })), "Ingen uppgift"],
  ["reviewed",              "nobody has signed",                 {},                                                       "Nej",           { basis: "abc" }],
  ["reviewed",              "signed as it is now",               signed("Jurist", "abc"),                                  "Ja",            { basis: "abc" }],
  ["reviewed",              "signed as it was before",           signed("Jurist", "xyz"),                                  "Nej",           { basis: "abc" }],
  ["reviewed",              "signed by one who scored",          signed("Eva Ek", "abc"),                                  "Nej",           { basis: "abc" }],
  ["finalised",             "as it is now",                      finalised("finalised"),                                   "Ja"],
  ["finalised",             "reopened",                          finalised("finalised", "reopened"),                       "Nej"],
  ["finalised",             "a price changed since",             { ...finalised("finalised"), ...bids(() => ({ price: "1234" })) }, "Nej"],
];

test.each(rows.map((row) => [row[0], row[1], row] as const))(
  "%s: %s",
  (item, _, [, , change, expected, beside]) => {
    expect(said(item, { ...whole, ...change }, beside)).toBe(expected);
  },
);

const own = (more: object): Changed => ({
  checklist: [{ item: "own-1", question: "Är nämnden informerad?", ...more }],
});
// prettier-ignore
const ownRows: readonly (readonly [case_: string, more: object, row: readonly string[], list: string, remains: boolean])[] = [
  // what was answered           | question                  said            answer  who              | list        remains
  ["nothing yet",                  {},                                                        ["Är nämnden informerad?", "Ingen uppgift", "",     "",    ""], "evaluation", true],
  ["yes, by someone",              { answer: "yes", responsible: "Eva" },                      ["Är nämnden informerad?", "Ingen uppgift", "Ja",   "Eva", ""], "evaluation", false],
  ["no, about the documents",      { answer: "no", list: "documents" },                        ["Är nämnden informerad?", "Ingen uppgift", "Nej",  "",    ""], "documents",  true],
];

test.each(ownRows)("a question of one's own: %s", (_, more, row, list, remains) => {
  const document = { ...whole, ...own(more) };
  const line = checklistOf(evaluate(document), {}).find(({ item }) => item === "own-1");
  expect(line).toMatchObject({ list, remains });
  expect(line && checklistRow(line, document.procurement, sv)).toEqual(row);
});
