/**
 * What the pane says is not in the journal: a score that is new or has new reasons is recorded as
 * it is, a changed one needs a reason first.
 */
import { groupAnswer } from "../../src/case/group-work";
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { agreed, changed, panel, typed } from "../scoring/panel";
import { done } from "../sealed";

const by = { time: "2026-03-09T10:00:00Z", by: "Eva Ek" };
const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const recorded = recordFigures(whole, by).document;
const priced = done(recordPrices(recorded, by));
const rewritten = (value: EvaluationDocument) =>
  changed(value, "B", (bid) => ({
    ...bid,
    scores: { S1: { ...bid.scores["S1"], rationale: "Skrivet om efter mötet." } },
  }));
const unscored = panel({ A: {}, B: {} });
const group = (document: EvaluationDocument) =>
  groupAnswer(evaluate(document), (text, place) => ({ text, place }), sv);

// Of each bid: the agreed score, and one of each evaluator.
// prettier-ignore
test.each<[string, EvaluationDocument, number, number]>([
  ["nothing scored",                            unscored,                          0, 0],
  ["nothing recorded",                          whole,                             6, 0],
  ["all recorded",                              recorded,                          0, 0],
  ["one score changed since",                   typed(recorded, "A", "3"),         0, 1],
  ["new reasons for one",                       rewritten(recorded),               1, 0],
  ["a recorded price changed since",            { ...priced, bids: priced.bids.map((bid) => (bid.id === "B" ? { ...bid, price: "1" } : bid)) }, 0, 1],
  ["one changed, and new reasons for another",  rewritten(typed(recorded, "A", "3")), 1, 1],
])("%s", (_, document, first, changes) => {
  expect(group(document).unrecorded).toEqual({ first, changed: changes });
  // Nothing that remains to record is no sign of work done where nobody has scored.
  expect(group(document).isAnyScored).toBe(document !== unscored);
});

const sealed = { ...whole, procurement: { ...whole.procurement, prices: "sealed" as const } };
const opened: JournalEvent = { type: "prices-opened", ...by };
const fixed: JournalEvent = { type: "quality-fixed", ...by };

// prettier-ignore
test.each<[string, EvaluationDocument, boolean]>([
  ["prices in the file",         whole,                           false],
  ["prices apart",               sealed,                          true],
  ["prices apart, opened since", { ...sealed, events: [opened] }, false],
  ["prices apart, quality fixed", { ...sealed, events: [fixed] }, false],
])("still kept apart, %s", (_, document, isSealed) => {
  expect(group(document).isSealed).toBe(isSealed);
});
