/**
 * What the checklist says of a file, one row each: nothing where nobody looked, yes where someone
 * did, no where something was found.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate, withFindings } from "../../src/core/evaluate";
import { awardReadiness } from "../../src/procedure/award-readiness";
import type { Beside } from "../../src/report/checklist";
import { checklistOf, checklistRow } from "../../src/report/checklist";
import { dateFindings } from "../../src/report/standstill-dates";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { agreed, panel, scenario } from "../scoring/panel";

/** The column "Filen säger" of one question. */
function said(item: string, document: EvaluationDocument, beside: Beside = {}): string {
  const own = evaluate(document);
  const evaluation = withFindings(own, [...awardReadiness(own), ...dateFindings(document)]);
  const line = checklistOf(evaluation, beside).find((each) => each.item === item);
  if (!line) throw new Error(`no question ${item}`);
  return checklistRow(line, document.procurement.regime, sv)[1] ?? "";
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
const verdict = (a: "met" | "unchecked"): Changed =>
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
const bare = bids(() => ({ scores: { S1: { value: "2" } } }));

// prettier-ignore
const rows: readonly (readonly [item: string, why: string, change: Changed, expected: string, beside?: Beside])[] = [
  ["criteria-weighted",     "no criteria",                       { criteria: [] },                                         "Ej tillämpligt"],
  ["criteria-weighted",     "a deduction for each",              {},                                                       "Ja"],
  ["criteria-weighted",     "one that is worth nothing",         { criteria: [{ id: "S1", name: "Scenario", kind: "usability", scale: { type: "yes-no" } }] }, "Nej"],
  ["tie-rule",              "a rule",                            {},                                                       "Ja"],
  ["tie-rule",              "none",                              ties(),                                                   "Nej"],
  ["opened-by-two",         "nobody named",                      { award: { openedAt: "2026-03-02" } },                    "Ingen uppgift"],
  ["opened-by-two",         "one person named",                  opened("EA"),                                             "Ingen uppgift"],
  ["opened-by-two",         "one person, a comma after",         opened("EA, "),                                           "Ingen uppgift"],
  ["opened-by-two",         "two persons",                       opened("EA och UL"),                                      "Ja"],
  ["opened-by-two",         "two persons, before the deadline",  opened("EA, UL", "2026-02-27"),                           "Nej"],
  ["exclusion-checked",     "no bids",                           { ...required("exclusion"), bids: [] },                   "Ingen uppgift"],
  ["exclusion-checked",     "all checked",                       { ...required("exclusion"), ...verdict("met") },          "Ja"],
  ["exclusion-checked",     "one not",                           { ...required("exclusion"), ...verdict("unchecked") },    "Nej"],
  ["qualification-checked", "no bids",                           { ...required("qualification"), bids: [] },               "Ingen uppgift"],
  ["qualification-checked", "all checked",                       { ...required("qualification"), ...verdict("met") },      "Ja"],
  ["qualification-checked", "one not",                           { ...required("qualification"), ...verdict("unchecked") }, "Nej"],
  ["mandatory-checked",     "no bids",                           { ...required("mandatory"), bids: [] },                   "Ingen uppgift"],
  ["mandatory-checked",     "all checked",                       { ...required("mandatory"), ...verdict("met") },          "Ja"],
  ["mandatory-checked",     "one not",                           { ...required("mandatory"), ...verdict("unchecked") },    "Nej"],
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
  ["all-scored",            "no bids",                           { bids: [] },                                             "Ingen uppgift"],
  ["all-scored",            "both scored",                       {},                                                       "Ja"],
  ["all-scored",            "one not",                           bids(({ id, scores }) => ({ scores: id === "A" ? {} : scores })), "Nej"],
  ["scores-reasoned",       "no criteria",                       { criteria: [], ...bids(() => ({ scores: {} })) },        "Ej tillämpligt"],
  ["scores-reasoned",       "no scores yet",                     bids(() => ({ scores: {} })),                             "Ingen uppgift"],
  ["scores-reasoned",       "no journal, no reasons",            bare,                                                     "Ingen uppgift"],
  ["scores-reasoned",       "reasons and references",            {},                                                       "Ja"],
  ["scores-reasoned",       "a journal, no reasons",             recordFigures({ ...whole, ...bare }, act).document,              "Nej"],
  ["journal-kept",          "an empty journal",                  { events: [] },                                           "Nej"],
  ["journal-kept",          "every score recorded",              recordFigures(whole, act).document,                              "Ja"],
  ["figures-checked",       "nothing computed twice",            {},                                                       "Ingen uppgift"],
  ["figures-checked",       "computed twice, alike",             {},                                                       "Ja",  { figuresAgree: true }],
  ["figures-checked",       "computed twice, and they differ",   {},                                                       "Nej", { figuresAgree: false }],
  ["ties-resolved",         "no bids",                           { bids: [] },                                             "Ingen uppgift"],
  ["ties-resolved",         "no bid has a result yet",           bids(() => ({ scores: {} })),                             "Ingen uppgift"],
  ["ties-resolved",         "no bids alike",                     {},                                                       "Ja"],
  ["ties-resolved",         "two alike, and no rule",            { ...ties(), criteria: [scenario("S1")], ...bids(({ scores }) => ({ price: "9000", scores: { S1: { ...scores["S1"], value: "2" } } })) }, "Nej"],
];

test.each(rows.map((row) => [row[0], row[1], row] as const))(
  "%s: %s",
  (item, _, [, , change, expected, beside]) => {
    expect(said(item, { ...whole, ...change }, beside)).toBe(expected);
  },
);
