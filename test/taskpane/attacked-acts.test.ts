/**
 * What is entered and decided in the pane, attacked in its middle: every act is done whole, or not at all
 * and with a sentence.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { procedureOf } from "../attacked-case";
import { agreed, panel } from "../scoring/panel";
import { document, monetary } from "../small";
import { valueAt } from "./attack";
import type { Attacked, Edit } from "./attacked";
import { act, attackedInTurn, entered, row, verdict } from "./attacked";
import { paneOpened, workbookWith } from "./desk";

const model: EvaluationDocument = {
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
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "4" },
    { id: "P2", name: "Stöd", category: "support", unit: "kr/år", quantity: "4" },
  ],
};
const bids = document({
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" } },
  ],
});
const apart = panel({ A: agreed("A", undefined, "2", "3"), B: agreed("B", undefined, "1", "1") });
const together = panel({ A: agreed("A", "2", "2", "3"), B: agreed("B", "1", "1", "1") });
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

const [M, K1, K2]: readonly [Edit, Edit, Edit] = [
  [["criteria", "M", "Kriterium"], "Kollegans"],
  [["requirements", "K1", "Krav"], "Kollegans krav"],
  [["requirements", "K2", "Krav"], "Kollegans krav"],
];
const bidder: Edit = [["bids", "A", "Anbudsgivare"], "Kollegans AB"];
const evaluator: Edit = [["evaluators", "E2", "Namn"], "Per Palm"];

// prettier-ignore
const acts: { readonly [name: string]: Attacked } = {
  "a field of the model": {
    on: model, own: [["model", "priceCeiling", "Värde"], 777, "nothing"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("enter", "priceCeiling", "1250")) },
  "a criterion's form": {
    on: model, own: [...M, "nothing"], other: [["criteria", "M", "Avdrag kr"], 777, "whole"], row: "whole",
    act: row({ table: "criteria", id: "M", texts: { name: "Mobilitet" } }) },
  "a new criterion": {
    on: model, own: [...M, "whole"], other: [...K2, "whole"], row: "whole",
    act: row({ table: "criteria", id: "", texts: { id: "N", name: "Nytt", kind: "Mervärde", deduction: "50", "scale.type": "Poäng", "scale.max": "5", "scale.zero": "0" } }) },
  "a price row's form": {
    on: model, own: [["prices", "P1", "Mängd"], 9, "nothing"], other: [["prices", "P2", "Mängd"], 9, "whole"], row: "whole",
    act: row({ table: "prices", id: "P1", texts: { quantity: "5" } }) },
  "pasted levels": {
    on: model, own: [["levels", "Alltid|Kollegans", "Beskrivning"], "Kollegans", "nothing"], other: [...M, "whole"], row: "whole",
    act: entered((session) => session.ask("replaceLevels", "L", [{ value: "0", label: "Inget" }, { value: "3", label: "Delvis" }])) },
  "another way to evaluate": {
    on: model, own: [["criteria", "M", "Avdrag kr"], 777, "nothing"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("changeModel", { kind: "way", way: "deductionPercent" })) },
  "a criterion that is taken away": {
    on: model, own: [...M, "nothing"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("arrange", { id: "M", arrangement: "remove" })) },
  "a criterion that is moved": {
    on: model, own: [...M, "whole"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("arrange", { id: "M", arrangement: "down" })) },
  "pasted requirements": {
    on: model, own: [...K1, "whole"], other: [...M, "whole"], row: "whole",
    act: entered((session) => session.ask("enterRequirements", { text: "K3 Systemet ska logga.\nK4 Systemet ska larma.", kind: "mandatory" })) },
  "a verdict": {
    on: bids, own: [["checks", "K1", "A Anteckning"], "Kollegans", "nothing"], other: [["checks", "K2", "A Anteckning"], "Kollegans", "whole"], row: "whole",
    act: verdict({ bid: "A", requirement: "K1", reader: "first", seen: "met", verdict: "not-met", reference: "s. 9", note: "Saknas" }) },
  "an agreed level": {
    on: apart, own: [["scores", "A", "Motivering"], "Kollegans", "nothing"], other: [["scores", "B", "Motivering"], "Kollegans", "whole"], row: "whole",
    act: entered((session) => session.ask("enterAgreed", { bid: "A", criterion: "S1", seen: { value: "", rationale: "", reference: "" }, value: "2", rationale: "Gemensamt", reference: "" })) },
  "what all agree on": {
    on: apart, own: [["scores", "B", "Motivering"], "Kollegans", "nothing"], other: [["scores", "A", "Motivering"], "Kollegans", "whole"], row: "whole",
    act: entered((session) => session.ask("enterUnanimous", { shown: [{ bid: "B", criterion: "S1", value: "1" }], withReasons: true })) },
  "publishing":      { on: model, own: [...M, "nothing"], other: [...K2, "nothing"], row: "whole", act: act("publish") },
  "recording":       { on: together, own: [["scores", "A", "Poäng"], 4, "nothing"], other: [...evaluator, "nothing"], row: "whole", act: act("record") },
  "sealing quality": { on: together, own: [["scores", "A", "Poäng"], 4, "nothing"], other: [...evaluator, "nothing"], row: "whole", act: act("seal-quality") },
  "an award":        { on: finalised ?? bids, own: [["bids", "A", "Totalpris"], 777, "nothing"], other: [...bidder, "nothing"], row: "whole", act: act("award", { decidedAt: "2026-03-10", decidedBy: "Nämnden" }) },
  "a withdrawal":    { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("withdraw", { bid: "A", reason: "Brev" }) },
  "a question":      { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("clarify", { bid: "A", subject: "requirement", of: "K1", question: "Hur?" }) },
  "a new bid":       { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("add-bid", { name: "Gamma AB" }) },
  "a comment":       { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", twice: "both", act: act("comment", { text: "Läst" }) },
  "the example taken away": { on: model, own: [...M, "nothing"], other: [...K2, "nothing"], row: "nothing", act: async (session) => session.take(await session.ask("removeSample")) },
  "the example emptied":    { on: bids, own: [...M, "nothing"], other: [...K2, "nothing"], row: "nothing",
    act: async (session) => session.take(await session.ask("emptySample", { title: "Ny", caseNumber: "2/26", authority: "Regionen", keeps: "criteria" })) },
};

attackedInTurn(acts);

test("a requirement judged twice in a row, read in between by nobody: one's own verdict is no one else's", async () => {
  const host = await workbookWith(bids);
  const session = await paneOpened();
  const verdict = {
    bid: "B",
    requirement: "K2",
    reader: "first",
    verdict: "not-met",
    reference: "",
  } as const;
  const first = await session.ask("enterVerdict", { ...verdict, seen: "", note: "" }, "Eva Ek");
  const second = await session.ask(
    "enterVerdict",
    { ...verdict, seen: "not-met", note: "Saknas" },
    "Eva Ek",
  );
  expect([first.kept, second.kept, valueAt(host, ["checks", "K2", "B Anteckning"])]).toEqual([
    true,
    true,
    "Saknas",
  ]);
});
