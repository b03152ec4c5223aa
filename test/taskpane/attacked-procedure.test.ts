/**
 * What is evaluated, undone, changed in the model and noted on the way to the contract, attacked in its
 * middle: each is done whole, or not at all and with a sentence.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { make } from "../../src/taskpane/views/acts";
import type { Step } from "../attacked-case";
import { entered as begun, procedureOf } from "../attacked-case";
import { agreed, panel } from "../scoring/panel";
import { document, monetary } from "../small";
import type { Attacked, Edit } from "./attacked";
import { act, attackedInTurn, entered } from "./attacked";

const model: EvaluationDocument = {
  ...document({
    criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
    requirements: ["K1", "K2"],
    bids: [],
  }),
  priceItems: [{ id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "4" }],
};
const bids = document({
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met", K2: "met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met", K2: "met" } },
  ],
});
const apart = panel({ A: agreed("A", undefined, "2", "3"), B: agreed("B", undefined, "1", "1") });
const rounds: EvaluationDocument = {
  ...bids,
  model: { ...bids.model },
  rounds: [
    { id: "R1", kind: "initial" },
    { id: "R2", kind: "final" },
  ],
};

const stages = procedureOf(begun);
function at(step: Step): EvaluationDocument {
  const found = stages.get(step);
  if (!found) throw new Error(step);
  return found;
}

const [K1, K2]: readonly [Edit, Edit] = [
  [["requirements", "K1", "Krav"], "Kollegans krav"],
  [["requirements", "K2", "Krav"], "Kollegans krav"],
];
const bidder: Edit = [["bids", "A", "Anbudsgivare"], "Kollegans AB"];
const R1: Edit = [["requirements", "R1", "Krav"], "Kollegans krav"];
const evaluator: Edit = [["evaluators", "E2", "Namn"], "Per Palm"];
const ceiling = entered((session) => session.ask("enter", "priceCeiling", "1250"));

// prettier-ignore
const acts: { readonly [name: string]: Attacked } = {
  "what is undone": {
    on: model, own: [["model", "priceCeiling", "Värde"], 777, "nothing"], other: [...K2, "whole"], row: "nothing",
    before: ceiling,
    act: (session) => session.renew(async () => (await session.ask("undo")).known) },
  "another scale": {
    on: model, own: [["criteria", "M", "Avdrag kr"], 777, "whole"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("changeModel", { kind: "scale", scale: "yes-no", criterion: "M" })) },
  "a round that is closed": {
    on: rounds, own: [["bids", "A", "Totalpris"], 777, "nothing"], other: [...bidder, "nothing"], row: "whole",
    act: act("close-round", { round: "R1" }) },
  "a supplier that is heard": {
    on: bids, own: [...bidder, "whole"], other: [...K1, "whole"], row: "whole",
    act: act("hear-supplier", { bid: "A", ground: "misconduct", circumstances: "Skulder", answerBy: "2026-03-20" }) },
  "what is finalised": { on: at("evaluated"), own: [...bidder, "nothing"], other: [...R1, "nothing"], row: "whole", act: act("finalise") },
  "what is opened again": { on: at("finalised"), own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole", act: act("reopen", { reason: "Nytt underlag" }) },
  "a decision that is sent": { on: at("awarded"), own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole", act: act("dispatch", { sentAt: "2026-03-11T09:00", sending: "electronic" }) },
  "a decision that is cancelled": { on: at("awarded"), own: [...bidder, "whole"], other: [...R1, "whole"], row: "whole", act: act("cancel", { reason: "Bristande konkurrens", decidedAt: "2026-03-11", decidedBy: "Nämnden" }) },
  "score sheets on sheets of their own": {
    on: apart, own: [...evaluator, "anew"], other: [["scores", "A", "Motivering"], "Kollegans", "whole"], row: "whole",
    act: (session) => make(session, { handout: "score-sheets", where: "workbook" }) },
};
attackedInTurn(acts);
