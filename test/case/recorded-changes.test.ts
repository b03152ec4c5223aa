/**
 * Values that differ from their record, as the pane shows them: under the step where people work with
 * them, with what was recorded and what stands there now; and each recorded by itself.
 */
import { changesAnswer } from "../../src/case/recorded-changes";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { unrecordedChanges } from "../../src/core/document/unrecorded-changes";
import { evaluate, withFindings } from "../../src/core/evaluate";
import { openBids } from "../../src/procedure/acts/open-bids";
import { recordAct } from "../../src/procedure/acts/record";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { recordFigures, unrecorded } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { done } from "../sealed";
import { document, monetary } from "../small";

const by = { time: "2026-03-03T10:00:00Z", by: "Eva Ek" };
const entered = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "1200", scores: { M: "4" }, verdicts: { K1: "met" } },
  ],
});
const opened = done(
  openBids(entered, by, { openedAt: "2026-03-02T10:00", openedBy: "Eva Ek, Bo Alm" }),
);
const recorded = done(recordPrices(recordFigures(opened, by).document, by));

type Bid = EvaluationDocument["bids"][number];
const changed = (id: string, change: Partial<Bid>, value = recorded): EvaluationDocument => ({
  ...value,
  bids: value.bids.map((bid) => (bid.id === id ? { ...bid, ...change } : bid)),
});
const answer = (value: EvaluationDocument) =>
  changesAnswer(value, (text, place) => ({ text, place }), sv);
const lines = (value: EvaluationDocument) =>
  Object.entries(answer(value)).flatMap(([step, { shown }]) =>
    shown.map(({ text, recorded: was, now, others }) =>
      [step, text, `${was} → ${now}`, others].join(" | ").replace(/\u00a0/g, " "),
    ),
  );

// prettier-ignore
test.each<[what: string, value: EvaluationDocument, lines: readonly string[]]>([
  ["nothing",              recorded,                                                    []],
  ["a price",              changed("B", { price: "900" }),                              ["result | Anbud, rad Bolaget B (B), Totalpris | 1 200 → 900 | 0"]],
  ["a price taken out",    changed("B", { price: undefined }),                 ["result | Anbud, rad Bolaget B (B), Totalpris | 1 200 → inget | 0"]],
  ["a score",              changed("B", { scores: { M: { value: "5" } } }),             ["scores | Poäng, rad Bolaget B (B) · M, Poäng | 4 → 5 | 0"]],
  ["when a bid came in",   changed("B", { receivedAt: "2026-03-01" }),                  ["requirements | Anbud, rad Bolaget B (B), Kom in | inget → 2026-03-01 | 0"]],
  ["a bid taken out",      { ...recorded, bids: recorded.bids.slice(0, 1) },            ["requirements | Anbud, rad B, Anbudsgivare | Bolaget B → inget | 1"]],
  ["a bid added",          { ...recorded, bids: [...recorded.bids, { id: "C", bidder: "Bolaget C", price: "1", answers: {}, scores: {} }] },
                                                                                        ["requirements | Anbud, rad Bolaget C (C), Anbudsgivare | inget → Bolaget C | 1"]],
  ["a price and a score",  changed("A", { price: "1", scores: { M: { value: "1" } } }), ["scores | Poäng, rad Bolaget A (A) · M, Poäng | 5 → 1 | 0", "result | Anbud, rad Bolaget A (A), Totalpris | 1 000 → 1 | 0"]],
])("changed since it was recorded: %s", (_, value, said) => {
  expect(lines(value)).toEqual(said);
});

test("a bid that is gone is told where only the prices were recorded", () => {
  const priced = done(recordPrices(entered, by));
  const gone = { ...priced, bids: priced.bids.slice(0, 1) };
  expect(lines(gone)).toEqual(["result | Anbud, rad B, Totalpris | 1 200 → inget | 0"]);
  expect(evaluate(gone).findings.map(({ code }) => code)).toContain("price-unrecorded");
});

const record = (value: EvaluationDocument, only: string, reason = "Felskrivet") => {
  const evaluation = evaluate(value);
  const found = withFindings(evaluation, awardReadiness(evaluation));
  return recordAct.perform({ document: value, evaluation: found }, { reason, only }, by);
};
const waiting = (value: EvaluationDocument) => [
  ...unrecordedChanges(value).map(({ key }) => key),
  ...unrecorded(value).map(({ bid, criterion }) => `${bid} ${criterion}`),
];

test("each is recorded by itself, several at once, and a whole bid as one", () => {
  const all = changed("A", { scores: { M: { value: "1" } } }, changed("A", { price: "1" }));
  const gone = { ...all, bids: all.bids.slice(0, 1) };
  const { requirements, scores, result } = answer(gone);
  const keys = [requirements, scores, result].map(({ shown }) => shown[0]?.keys ?? "");
  expect(waiting(gone)).toHaveLength(4);
  expect(waiting(done(record(gone, keys[2] ?? "")))).toEqual([
    "bids[B].bidder",
    "bids[B].price",
    "A M",
  ]);
  expect(waiting(done(record(gone, keys[0] ?? "")))).toEqual(["bids[A].price", "A M"]);
  expect(waiting(done(record(gone, `${keys[0]}|${keys[1]}`)))).toEqual(["bids[A].price"]);
  expect(waiting(done(record(gone, "")))).toEqual([]);
});

test("what does not differ is not recorded, and nothing is recorded without a reason", () => {
  const value = changed("A", { price: "1" });
  const refused = record(value, "bids[A].price|bids[B].price").refused ?? [];
  expect(refused.map(({ code, where }) => [code, where])).toEqual([
    ["record-nothing-there", "bids[B].price"],
  ]);
  const bare = record(value, "bids[A].price", " ");
  expect(bare.document?.events).toEqual(value.events);
  if (bare.refused) throw new Error("the act itself was refused");
  expect(bare.findings?.map(({ code }) => code)).toEqual(["changes-without-reason"]);
});
