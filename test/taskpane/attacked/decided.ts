/**
 * The acts of a procurement and what is evaluated in it, to be attacked in their middle. Each rests on what
 * its author was shown.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { recordFigures } from "../../../src/scoring/record-scores";
import type { Step } from "../../attacked-case";
import { entered as begun, procedureOf } from "../../attacked-case";
import { agreed, panel, typed } from "../../scoring/panel";
import { document, monetary } from "../../small";
import { bids, model } from "./entered";
import type { AttackedActs, Edit } from "./pressed";
import { does } from "./pressed";

const together = panel({ A: agreed("A", "2", "2", "3"), B: agreed("B", "1", "1", "1") });
const recorded = recordFigures(together, { time: "2026-03-09T10:00", by: "Eva Ek" }).document;
/** Two recorded scores that have been typed over. */
const typedOver = typed(typed(recorded, "A", "4"), "B", "3");
const met = {
  answer: "yes",
  verdict: "met",
  reference: "s. 4",
  checkedBy: "Eva Ek",
  checkedAt: "2026-02-24",
} as const;
const finalised = procedureOf(
  {
    ...bids,
    award: {
      deadline: "2026-02-20T23:59",
      openedAt: "2026-02-23T09:00",
      openedBy: "Eva Ek, Bo Alm",
    },
    bids: bids.bids.map((bid) => ({
      ...bid,
      receivedAt: "2026-02-20T10:00",
      answers: { K1: met, K2: met },
      scores: { M: { ...bid.scores["M"], rationale: "Utfästelse.", reference: "s. 4" } },
    })),
  },
  "finalised",
).get("finalised");
const rounds: EvaluationDocument = {
  ...bids,
  rounds: [
    { id: "R1", kind: "initial" },
    { id: "R2", kind: "final" },
  ],
};
const question = {
  id: "F1",
  bid: "A",
  subject: "requirement",
  of: "K1",
  question: "Hur?",
  askedBy: "Eva Ek",
  askedAt: "2026-03-02",
} as const;
const asked: EvaluationDocument = { ...bids, clarifications: [question] };
const answered: EvaluationDocument = {
  ...bids,
  clarifications: [{ ...question, answer: "Så.", answeredAt: "2026-03-05" }],
};
const heard: EvaluationDocument = {
  ...bids,
  exclusions: [
    {
      bid: "A",
      ground: "misconduct",
      circumstances: "Skulder",
      heardAt: "2026-03-01",
      answerBy: "2026-03-05",
    },
  ],
};
const explained: EvaluationDocument = {
  ...bids,
  lowBids: [
    {
      bid: "A",
      requestedBy: "Eva Ek",
      requestedAt: "2026-03-02",
      request: "Hur är priset möjligt?",
    },
  ],
};
/** Two bids that come to the same: 1 000 kr with full marks and 900 without. */
const tied: EvaluationDocument = {
  ...document({
    model: { ties: ["lottery"] },
    criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
    requirements: ["K1"],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
      { id: "B", price: "900", scores: { M: "0" }, verdicts: { K1: "met" } },
    ],
  }),
};
const limited: EvaluationDocument = {
  ...bids,
  procurement: { ...bids.procurement, lot: { id: "1", name: "Larm" }, lotLimits: { awards: 1 } },
};

const stages = procedureOf(begun);
export function at(step: Step): EvaluationDocument {
  const found = stages.get(step);
  if (!found) throw new Error(step);
  return found;
}

const [M, K1, K2]: readonly [Edit, Edit, Edit] = [
  [["criteria", "M", "Kriterium"], "Kollegans"],
  [["requirements", "K1", "Krav"], "Kollegans krav"],
  [["requirements", "K2", "Krav"], "Kollegans krav"],
];
const bidder: Edit = [["bids", "A", "Anbudsgivare"], "Kollegans AB"];
const R1: Edit = [["requirements", "R1", "Krav"], "Kollegans krav"];
const evaluator: Edit = [["evaluators", "E2", "Namn"], "Per Palm"];
const priceOf = (bid: string, price: number): Edit => [["bids", bid, "Totalpris"], price];
const scoreOf = (bid: string): Edit => [["scores", bid, "Poäng"], 0];

// prettier-ignore
export const decidedActs: AttackedActs = {
  "publishing":      { on: model, edits: { own: [...M, "nothing"], other: [...K2, "nothing"], row: "whole" }, ...does("publish") },
  "a new bid":       { on: bids, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("add-bid", { name: "Gamma AB" }) },
  "a new evaluator": { on: together, edits: { own: [...evaluator, "whole"], other: [["scores", "A", "Poäng"], 4, "whole"], row: "whole" }, ...does("add-evaluator", { name: "Lena Sol" }) },
  "the opening of bids": { on: at("published"), edits: { own: [...bidder, "nothing"], other: [...R1, "nothing"], row: "whole" }, ...does("open-bids") },
  "a withdrawal":    { on: bids, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("withdraw", { bid: "A", reason: "Brev" }) },
  "a rejection":     { on: bids, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("reject", { bid: "A", reason: "Kom för sent" }) },
  "a bid passed over, since its bidder has its share of lots": {
    on: limited, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("lot-limit", { bid: "A", reason: "Tilldelad del 2" }) },
  "recording":       { on: together, edits: { own: [["scores", "A", "Poäng"], 4, "nothing"], other: [...evaluator, "nothing"], row: "whole" }, ...does("record") },
  "one of the changes recorded": {
    on: typedOver, edits: { own: [...scoreOf("A"), "nothing"], other: [...evaluator, "nothing"], row: "whole" },
    ...does("record", { reason: "Inspelningen visar det", only: "bids[A].scores[S1].value" }) },
  "sealing quality": { on: together, edits: { own: [["scores", "A", "Poäng"], 4, "nothing"], other: [...evaluator, "nothing"], row: "whole" }, ...does("seal-quality") },
  "prices recorded": { on: at("fixed"), edits: { own: [["bids", "A", "Anbudsgivare"], "Kollegans AB", "nothing"], other: [...R1, "nothing"], row: "whole" }, ...does("record-prices") },
  "a round that is closed": { on: rounds, edits: { own: [...priceOf("A", 777), "nothing"], other: [...bidder, "nothing"], row: "whole" }, ...does("close-round", { round: "R1" }) },
  "a question":      { on: bids, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("clarify", { bid: "A", subject: "requirement", of: "K1", question: "Hur?" }) },
  "an answer":       { on: asked, edits: { own: [["clarifications", "F1", "Fråga"], "Kollegans fråga", "nothing"], other: [...K2, "whole"], row: "whole" },
    ...does("answer-clarification", { clarification: "F1", answer: "Så.", answeredBy: "Bo Alm", date: "2026-03-05" }) },
  "what is decided on an answer": { on: answered, edits: { own: [["clarifications", "F1", "Svar"], "Kollegans svar", "nothing"], other: [...K2, "whole"], row: "whole" },
    ...does("decide-clarification", { clarification: "F1", rule: "clarification", reason: "Svaret är tydligt" }) },
  "a low price asked about": { on: bids, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, ...does("ask-low-bid", { bid: "A", question: "Hur är priset möjligt?" }) },
  "what is decided of a low price": { on: explained, edits: { own: [["lowBids", "A", "Begäran"], "Kollegans fråga", "nothing"], other: [...K2, "whole"], row: "whole" },
    ...does("decide-low-bid", { bid: "A", answer: "Egen programvara.", date: "2026-03-05", decision: "explained", reason: "Svaret håller" }) },
  "a supplier that is heard": { on: bids, edits: { own: [...bidder, "whole"], other: [...K1, "whole"], row: "whole" },
    ...does("hear-supplier", { bid: "A", ground: "misconduct", circumstances: "Skulder", answerBy: "2026-03-20" }) },
  "a supplier that is excluded": { on: heard, edits: { own: [["exclusions", "A", "Omständigheter"], "Kollegans", "nothing"], other: [...K2, "whole"], row: "whole" }, ...does("exclude", { bid: "A", reason: "Skulderna kvarstår" }) },
  "a supplier that is not excluded": { on: heard, edits: { own: [["exclusions", "A", "Omständigheter"], "Kollegans", "nothing"], other: [...K2, "whole"], row: "whole" }, ...does("do-not-exclude", { bid: "A", reason: "Skulderna är betalda" }) },
  "a drawing of lots": { on: tied, edits: { own: [...priceOf("A", 1001), "nothing"], other: [...K1, "whole"], row: "whole" },
    ...does("record-lottery", { order: "B; A", time: "2026-03-11 10:00", witnesses: "Eva Ek; Per Pil" }) },
  "what is evaluated": { on: bids, edits: { own: [...priceOf("A", 777), "anew"], other: [...bidder, "anew"], row: "anew" }, asks: "evaluate", act: (session) => session.evaluate() },
  "what is finalised": { on: at("evaluated"), edits: { own: [...bidder, "nothing"], other: [...R1, "nothing"], row: "whole" }, ...does("finalise") },
  "what is opened again": { on: at("finalised"), edits: { own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole" }, ...does("reopen", { reason: "Nytt underlag" }) },
  "a review that is certified": { on: at("finalised"), edits: { own: [...bidder, "nothing"], other: [...R1, "nothing"], row: "whole" }, ...does("sign-off", { text: "Granskat." }) },
  "an award":        { on: finalised ?? bids, edits: { own: [...priceOf("A", 777), "nothing"], other: [...bidder, "nothing"], row: "whole" }, ...does("award", { decidedAt: "2026-03-10", decidedBy: "Nämnden" }) },
  "a decision that is sent": { on: at("awarded"), edits: { own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole" }, ...does("dispatch", { sentAt: "2026-03-11T09:00", sending: "electronic" }) },
  "a decision that is corrected": { on: at("awarded"), edits: { own: [...bidder, "nothing"], other: [...R1, "nothing"], row: "whole" },
    ...does("correct-award", { reason: "Skrivfel", decidedAt: "2026-03-11", decidedBy: "Nämnden" }) },
  "a decision that is cancelled": { on: at("awarded"), edits: { own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole" }, ...does("cancel", { reason: "Bristande konkurrens", decidedAt: "2026-03-11", decidedBy: "Nämnden" }) },
  "a comment":       { on: bids, edits: { own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole" }, twice: "both", ...does("comment", { text: "Läst" }) },
};
