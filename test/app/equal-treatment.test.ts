/**
 * The check "every bid treated alike", one row each: yes only where something stands in more than
 * one bid and nothing is open, and a sentence that says what was compared.
 */
import { equalTreatment } from "../../src/app/equal-treatment";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate, withFindings } from "../../src/core/evaluate";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { stateWord } from "../../src/render/verification-terminal";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { agreed, panel } from "../scoring/panel";

const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
type Changed = Partial<EvaluationDocument>;
type Bid = EvaluationDocument["bids"][number];
const bids = (how: (bid: Bid) => Partial<Bid>): Changed => ({
  bids: whole.bids.map((bid) => ({ ...bid, ...how(bid) })),
});
const unpriced = whole.bids.map(({ price: _price, ...bid }) => bid);
const [alone] = whole.bids;
const required: Changed = { requirements: [{ id: "K1", text: "Krav", kind: "mandatory" }] };
const correction = {
  id: "F1",
  bid: "A",
  subject: "price",
  original: "10000",
  new: "9900",
} as const;
const decision = {
  rule: "miscalculation",
  reason: "Felräknat",
  decidedBy: "EA",
  decidedAt: "2026-03-04",
} as const;

function check(change: Changed) {
  const evaluation = evaluate({ ...whole, ...change });
  return equalTreatment(withFindings(evaluation, awardReadiness(evaluation)));
}

// prettier-ignore
test.each<[why: string, change: Changed, state: string, said: string]>([
  ["no bids",                      { bids: [] },                                "aside",   "inget är jämfört: filen har inga anbud"],
  ["one bid, all done",            { bids: alone ? [alone] : [] },              "aside",   "inget är jämfört: filen har bara ett anbud"],
  ["scored and priced alike",      {},                                          "holds",   "prövade krav i 0 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 0"],
  ["nothing in them yet",          { bids: unpriced.map((bid) => ({ ...bid, scores: {} })) }, "unknown", "inte klart: 2 av 2 anbud är inte färdigprövade; 5 frågor återstår, se nedan; prövade krav i 0 av 2 anbud, poäng i 0, pris i 0; förtydliganden och rättelser: 0"],
  ["one bid is not scored",        bids(({ id, scores }) => ({ scores: id === "A" ? {} : scores })), "unknown", "inte klart: 1 av 2 anbud är inte färdigprövade; 2 frågor återstår, se nedan; prövade krav i 0 av 2 anbud, poäng i 1, pris i 2; förtydliganden och rättelser: 0"],
  ["one evaluator has not scored", bids(({ id, scores }) => ({ scores: id === "A" ? { S1: agreed("A", "2", "2") } : scores })), "unknown", "inte klart: 1 fråga återstår, se nedan; prövade krav i 0 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 0"],
  ["a requirement is unchecked",   { ...required, ...bids(({ id }) => ({ answers: id === "A" ? { K1: { verdict: "met" } } : {} })) }, "unknown", "inte klart: 1 av 2 anbud är inte färdigprövade; 1 fråga återstår, se nedan; prövade krav i 1 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 0"],
  ["a requirement met in both",    { ...required, ...bids(() => ({ answers: { K1: { verdict: "met" } } })) }, "holds", "prövade krav i 2 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 0"],
  ["a correction undecided",       { clarifications: [correction] },            "unknown", "inte klart: 1 fråga återstår, se nedan; prövade krav i 0 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 1; bedöm det som står nedan"],
  ["decided, fairness unsaid",     { clarifications: [{ ...correction, ...decision }] }, "aside", "prövade krav i 0 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 1; bedöm det som står nedan"],
  ["decided, fairness said",       { clarifications: [{ ...correction, ...decision, equalTreatment: "Gäller alla" }] }, "holds", "prövade krav i 0 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 1"],
  ["not the price that was there", { clarifications: [{ ...correction, ...decision, original: "1", equalTreatment: "Gäller alla" }] }, "fails", "prövade krav i 0 av 2 anbud, poäng i 2, pris i 2; förtydliganden och rättelser: 1"],
])("%s", (_, change, state, said) => {
  const found = check(change);
  expect([found.state, sv.trail.said.treatment(found.counts)]).toEqual([state, said]);
});

test("an open point is listed with its place, so that unfinished work is never reported as unequal", () => {
  const { findings } = check(bids(({ id, scores }) => ({ scores: id === "A" ? {} : scores })));
  expect(findings.map(({ code, severity, where }) => [code, severity, where])).toEqual([
    ["score-missing", "open", "bids[A].scores[S1].value"],
    ["panel-incomplete", "open", "bids[A].scores[S1].assessments[E1].value"],
  ]);
});

// prettier-ignore
test.each<[why: string, change: Changed, sv: string, en: string]>([
  ["scored and priced alike",          {},                                 "Ingen avvikelse", "No discrepancy"],
  ["scoring is only unfinished",       bids(() => ({ scores: {} })),       "Inte klart",      "Not finished"],
  ["an answer that is another price",  { clarifications: [{ ...correction, ...decision, original: "1", equalTreatment: "Gäller alla" }] }, "Avviker", "Discrepancy"],
])("%s: the word for it", (_, change, inSwedish, inEnglish) => {
  const found = { name: "treatment" as const, ...check(change) };
  expect([stateWord(found, sv), stateWord(found, en)]).toEqual([inSwedish, inEnglish]);
});
