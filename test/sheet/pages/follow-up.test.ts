/**
 * What a winner is held to: only what it promised and was credited for, on a sheet for each winner.
 */
import { evaluate } from "../../../src/core/evaluate";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { followUpPages } from "../../../src/sheet/pages/follow-up";
import { sv } from "../../../src/words/sv/words";
import { correctedLicence, document, licenceAndTraining, monetary } from "../../small";

type Verdicts = {
  readonly [requirement: string]: "met" | "not-met" | "clarification" | "unchecked";
};

const promised = (scores: { readonly [criterion: string]: string }, verdicts: Verdicts) =>
  document({
    criteria: [monetary("M", { deduction: "100" }), monetary("N", { deduction: "50" })],
    requirements: ["K1", "K2"],
    bids: [
      { id: "A", price: "1000", scores, verdicts },
      { id: "B-1", price: "2000", scores: { M: "0", N: "0" }, verdicts: { K1: "met", K2: "met" } },
      { id: "B.1", price: "3000", scores: { M: "0", N: "0" }, verdicts: { K1: "met", K2: "met" } },
    ],
  });
const pages = (value: EvaluationDocument, ...award: string[]) =>
  followUpPages({ ...evaluate(value), award }, sv);
/** Kind and id of each row that is followed up, but for the price. */
const followed = (value: EvaluationDocument) =>
  (pages(value, "A")[0]?.rows ?? [])
    .slice(4)
    .map((row) => [row[0]?.value, row[1]?.value].join(" "))
    .filter((text) => text.startsWith("Mervärde") || text.startsWith("Krav"));

const both = { K1: "met", K2: "met" } as const;
// prettier-ignore
test.each<[string, EvaluationDocument, string[]]>([
  ["all credited, all met",              promised({ M: "5", N: "1" }, both),                               ["Mervärde M", "Mervärde N", "Krav K1", "Krav K2"]],
  ["nothing credited on one criterion",  promised({ M: "5", N: "0" }, both),                               ["Mervärde M", "Krav K1", "Krav K2"]],
  ["one criterion not scored",           promised({ M: "5" }, both),                                       ["Mervärde M", "Krav K1", "Krav K2"]],
  ["a requirement not met",              promised({ M: "5", N: "1" }, { K1: "met", K2: "not-met" }),       ["Mervärde M", "Mervärde N", "Krav K1"]],
  ["a requirement never checked",        promised({ M: "5", N: "1" }, { K1: "met", K2: "unchecked" }),     ["Mervärde M", "Mervärde N", "Krav K1"]],
  ["a clarification still out",          promised({ M: "5", N: "1" }, { K1: "met", K2: "clarification" }), ["Mervärde M", "Mervärde N", "Krav K1"]],
  ["a requirement without any answer",   promised({ M: "5", N: "1" }, { K1: "met" }),                      ["Mervärde M", "Mervärde N", "Krav K1"]],
])("%s", (_, value, rows) => expect(followed(value)).toEqual(rows));

// Two ids may become the same in a sheet's name, which Excel refuses twice.
// prettier-ignore
test.each([
  [["A"],               ["Uppföljning"]],
  [["A", "B-1"],        ["Uppföljning_1_A", "Uppföljning_2_B_1"]],
  [["A", "B-1", "B.1"], ["Uppföljning_1_A", "Uppföljning_2_B_1", "Uppföljning_3_B_1"]],
  [[],                  []],
])("awarded %j: the sheets %j", (award, names) => {
  expect(pages(promised({ M: "5", N: "1" }, both), ...award).map(({ name }) => name)).toEqual(names);
});

// P1 is offered at 250 000 kr and corrected to 251 000 kr, which the contract is then about.
test("a corrected unit price is what the winner is held to", () => {
  const plain = document({ bids: [{ id: "A" }] });
  const value: EvaluationDocument = {
    ...plain,
    priceItems: licenceAndTraining,
    bids: plain.bids.map((bid) => ({ ...bid, prices: { P1: "250000", P2: "9000" } })),
    clarifications: [correctedLicence],
  };
  const prices = (pages(value, "A")[0]?.rows ?? []).filter((row) => row[0]?.value === "Pris");
  expect(prices.map((row) => row.slice(1, 4).map((cell) => cell?.value))).toEqual([
    ["P1", "Licens (kr/år)", "251\u00a0000"],
    ["P2", "Utbildning (kr/dag)", "9\u00a0000"],
  ]);
});
