/**
 * What is entered in the pane, to be attacked in its middle: the model, the procurement, the bids, what is
 * judged and scored, the example, and what is undone.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { criterionAt } from "../../../src/core/place";
import { agreed, panel } from "../../scoring/panel";
import { document, monetary } from "../../small";
import type { AttackedActs, Edit } from "./pressed";
import { enters, judges } from "./pressed";

const two = [
  { id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "4" },
  { id: "P2", name: "Stöd", category: "support", unit: "kr/år", quantity: "4" },
] as const;
export const model: EvaluationDocument = {
  ...document({
    criteria: [
      monetary("M", { deduction: "100", name: "Mobilt stöd" }),
      monetary("L", {
        deduction: "200",
        name: "Larm",
        scale: {
          type: "levels",
          levels: [
            { value: "0", label: "Nej" },
            { value: "5", label: "Alltid" },
          ],
        },
      }),
    ],
    requirements: ["K1", "K2"],
    bids: [],
  }),
  priceItems: [...two],
};
/** Three scenarios that weigh together, of which one has no weight yet: 100 − 60 − 15. */
const unweighed: EvaluationDocument = {
  ...model,
  criteria: [
    {
      id: "U",
      name: "Användbarhet",
      kind: "usability",
      deduction: "100",
      children: ["60", undefined, "15"].map((weight, n) => ({
        id: `U${n + 1}`,
        name: `Scenario ${n + 1}`,
        kind: "usability",
        ...(weight === undefined ? {} : { weight }),
        scale: { type: "yes-no" },
      })),
    },
  ],
};
export const bids = document({
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" } },
  ],
});
export const apart = panel({
  A: agreed("A", undefined, "2", "3"),
  B: agreed("B", undefined, "1", "1"),
});

const [M, K1, K2]: readonly [Edit, Edit, Edit] = [
  [["criteria", "M", "Kriterium"], "Kollegans"],
  [["requirements", "K1", "Krav"], "Kollegans krav"],
  [["requirements", "K2", "Krav"], "Kollegans krav"],
];
const bidder: Edit = [["bids", "A", "Anbudsgivare"], "Kollegans AB"];

const newCriterion = {
  id: "N",
  name: "Nytt",
  kind: "Mervärde",
  deduction: "50",
  "scale.type": "Poäng",
  "scale.max": "5",
  "scale.zero": "0",
};
const newPrice = {
  id: "P3",
  name: "Utbildning",
  category: "Utbildning",
  unit: "kr/dag",
  quantity: "2",
};
const unanimous = { shown: [{ bid: "B", criterion: "S1", value: "1" }], withReasons: true };
const blank = { value: "", rationale: "", reference: "" };

// prettier-ignore
export const enteredActs: AttackedActs = {
  "a field of the model": {
    on: model, edits: { own: [["model", "priceCeiling", "Värde"], 777, "nothing"], other: [...K2, "whole"], row: "whole" },
    ...enters("enter", "priceCeiling", "1250") },
  "a field of the procurement": {
    on: model, edits: { own: [["procurement", "title", "Värde"], "Kollegans", "nothing"], other: [...K2, "whole"], row: "whole" },
    ...enters("enterProcurement", { texts: { "procurement.title": "Larm och drift" } }) },
  "a field of a bid": {
    on: bids, edits: { own: [...bidder, "nothing"], other: [["bids", "B", "Anbudsgivare"], "Kollegans AB", "whole"], row: "whole" },
    ...enters("enterBid", { texts: { "bids[A].bidder": "Nordlarm AB" } }) },
  "a bid's price": {
    on: bids, edits: { own: [["bids", "A", "Totalpris"], 777, "nothing"], other: [...bidder, "whole"], row: "whole" },
    ...enters("enterBid", { texts: { "bids[A].price": "1100" } }) },
  "a criterion's form": {
    on: model, edits: { own: [...M, "nothing"], other: [["criteria", "M", "Avdrag kr"], 777, "whole"], row: "whole" },
    ...enters("enterRow", { table: "criteria", id: "M", texts: { name: "Mobilitet" } }) },
  "a new criterion": {
    on: model, edits: { own: [...M, "whole"], other: [...K2, "whole"], row: "whole" },
    ...enters("enterRow", { table: "criteria", id: "", texts: newCriterion }) },
  "a price row's form": {
    on: model, edits: { own: [["prices", "P1", "Mängd"], 9, "nothing"], other: [["prices", "P2", "Mängd"], 9, "whole"], row: "whole" },
    ...enters("enterRow", { table: "prices", id: "P1", texts: { quantity: "5" } }) },
  "a new price row": {
    on: model, edits: { own: [["prices", "P1", "Mängd"], 9, "whole"], other: [...K2, "whole"], row: "whole" },
    ...enters("enterRow", { table: "prices", id: "", texts: newPrice }) },
  "a price row that is taken away": {
    on: model, edits: { own: [["prices", "P1", "Mängd"], 9, "nothing"], other: [["prices", "P2", "Mängd"], 9, "whole"], row: "whole" },
    ...enters("removePriceRow", "P1") },
  "pasted levels": {
    on: model, edits: { own: [["levels", "Alltid|Kollegans", "Beskrivning"], "Kollegans", "nothing"], other: [...M, "whole"], row: "whole" },
    ...enters("replaceLevels", "L", [{ value: "0", label: "Inget" }, { value: "3", label: "Delvis" }]) },
  "another way to evaluate": {
    on: model, edits: { own: [["criteria", "M", "Avdrag kr"], 777, "nothing"], other: [...K2, "whole"], row: "whole" },
    ...enters("changeModel", { kind: "way", way: "deductionPercent" }) },
  "another scale": {
    on: model, edits: { own: [["criteria", "M", "Avdrag kr"], 777, "whole"], other: [...K2, "whole"], row: "whole" },
    ...enters("changeModel", { kind: "scale", scale: "yes-no", criterion: "M" }) },
  "a finding that is mended": {
    on: unweighed, edits: { own: [["criteria", "U2", "Vikt %"], 20, "nothing"], other: [["criteria", "U1", "Vikt %"], 50, "nothing"], row: "whole" },
    ...enters("changeModel", { kind: "remedy", code: "weight-missing", place: criterionAt("U2", "weight") }) },
  "a criterion that is taken away": {
    on: model, edits: { own: [...M, "nothing"], other: [...K2, "whole"], row: "whole" },
    ...enters("arrange", { id: "M", arrangement: "remove" }) },
  "a criterion that is moved": {
    on: model, edits: { own: [...M, "whole"], other: [...K2, "whole"], row: "whole" },
    ...enters("arrange", { id: "M", arrangement: "down" }) },
  "pasted requirements": {
    on: model, edits: { own: [...K1, "whole"], other: [...M, "whole"], row: "whole" },
    ...enters("enterRequirements", { text: "K3 Systemet ska logga.\nK4 Systemet ska larma.", kind: "mandatory" }) },
  "a verdict": {
    on: bids, edits: { own: [["checks", "K1", "A Anteckning"], "Kollegans", "nothing"], other: [["checks", "K2", "A Anteckning"], "Kollegans", "whole"], row: "whole" },
    ...judges({ bid: "A", requirement: "K1", reader: "first", seen: "met", verdict: "not-met", reference: "s. 9", note: "Saknas" }) },
  "an agreed level": {
    on: apart, edits: { own: [["scores", "A", "Motivering"], "Kollegans", "nothing"], other: [["scores", "B", "Motivering"], "Kollegans", "whole"], row: "whole" },
    ...enters("enterAgreed", { bid: "A", criterion: "S1", seen: blank, value: "2", rationale: "Gemensamt", reference: "" }) },
  "what all agree on": {
    on: apart, edits: { own: [["scores", "B", "Motivering"], "Kollegans", "nothing"], other: [["scores", "A", "Motivering"], "Kollegans", "whole"], row: "whole" },
    ...enters("enterUnanimous", unanimous) },
  "the example taken away": {
    on: model, edits: { own: [...M, "nothing"], other: [...K2, "nothing"], row: "nothing" },
    asks: "removeSample", act: async (session) => session.take(await session.ask("removeSample")) },
  "the example emptied": {
    on: bids, edits: { own: [...M, "nothing"], other: [...K2, "nothing"], row: "nothing" },
    asks: "emptySample",
    act: async (session) => session.take(await session.ask("emptySample", { title: "Ny", caseNumber: "2/26", authority: "Regionen", keeps: "criteria" })) },
  "what is undone": {
    on: model, edits: { own: [["model", "priceCeiling", "Värde"], 777, "nothing"], other: [...K2, "whole"], row: "nothing" },
    before: enters("enter", "priceCeiling", "1250").act,
    asks: "undo", act: (session) => session.renew(async () => (await session.ask("undo")).known) },
};
