/**
 * The parts of the evaluation report, each by itself on a small case that can be followed with a
 * pencil: what is said of every bid, and what is said where there is nothing to tell.
 */
import type { Block } from "../../src/content/paper";
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { masksOf, noMasks } from "../../src/core/secrecy/masks";
import { rejectionPart } from "../../src/report/notice-reasons";
import { checksPart } from "../../src/report/parts/checks";
import { controlsPart } from "../../src/report/parts/controls";
import { decisionsPart } from "../../src/report/parts/decisions";
import { exclusionReasonsPart } from "../../src/report/parts/exclusions";
import { priceRowsPart } from "../../src/report/parts/prices";
import { conflictsPart, reasonPart } from "../../src/report/parts/procurement";
import { computationPart, losersPart } from "../../src/report/parts/ranking";
import { lowBidsPart } from "../../src/report/parts/records";
import { publicResult } from "../../src/report/result";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const say = sv.protocol;
const read = (value: EvaluationDocument) => ({
  ...{ evaluation: evaluate(value), words: sv },
  secrets: masksOf(evaluate(value), value),
});
const rowsOf = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows : []))
    .map((row) => row.join(" | ").replace(/[\u00a0\u202f]/g, " "));
const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === "text" ? [block.text] : block.kind === "list" ? block.items : [],
  );

/** A wins at 900 − 20 = 880, B is second at 1 000 − 100 = 900, and C does not meet K1. */
const three: EvaluationDocument = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "900", verdicts: { K1: "met" }, scores: { M: "1" } },
    { id: "B", price: "1000", verdicts: { K1: "met" }, scores: { M: "5" } },
    { id: "C", price: "800", verdicts: { K1: "not-met" }, scores: { M: "5" } },
  ],
});

test("each criterion with its share and what it does to the price", () => {
  const rows = rowsOf(computationPart(read(three)));
  expect(rows.find((row) => row.startsWith("M"))).toBe(
    "M | Andel 0,2: −20 | Andel 1: −100 | Andel 1: −100",
  );
});

test("who was not awarded the contract: everyone but the winner", () => {
  expect(linesOf(losersPart(read(three))).map((line) => line.slice(0, 13))).toEqual([
    "Bolaget B (B)",
    "Bolaget C (C)",
  ]);
});

describe("checked requirements", () => {
  const qualification = { id: "Q1", text: "Kvalificering Q1", kind: "qualification" as const };
  const both = { ...three, requirements: [...three.requirements, qualification] };

  test("are counted by kind, where some are of it", () => {
    expect(rowsOf(checksPart(read(both))).slice(0, 3)).toEqual([
      "Bolaget A (A) | inte prövat | 1 av 1 krav uppfyllt",
      "Bolaget B (B) | inte prövat | 1 av 1 krav uppfyllt",
      "Bolaget C (C) | inte prövat | 0 av 1 krav uppfyllt",
    ]);
    expect(rowsOf(checksPart(read(three)))[0]).toBe("Bolaget A (A) | 1 av 1 krav uppfyllt");
  });

  test("of a rejected bid: the clarifications that it was asked for, and no other bid's", () => {
    const clarifications = [
      { id: "F1", bid: "C", of: "K1", question: "Uppfylls K1?" },
      { id: "F2", bid: "B", of: "K1", question: "Uppfylls K1?" },
    ];
    const row = rowsOf(checksPart(read({ ...three, clarifications }))).at(-1);
    expect(row).toContain("F1");
    expect(row).not.toContain("F2");
    expect(rowsOf(checksPart(read(three))).at(-1)).toContain(say.notClarified);
  });

  test.each([
    ["with the reason that was recorded", "Kom in för sent.", "Kom in för sent."],
    ["a blank where none was", undefined, say.blanks.reason],
  ])("a bid that is rejected by a decision: %s", (_, reason, told) => {
    const bids = three.bids.map((bid) =>
      bid.id === "B"
        ? { ...bid, rejectedAt: "2026-03-02", ...(reason === undefined ? {} : { reason }) }
        : bid,
    );
    const row = rowsOf(checksPart(read({ ...three, bids }))).find((each) =>
      each.includes("anbudet har förkastats genom beslut"),
    );
    expect(row).toBe(`Bolaget B (B) | anbudet har förkastats genom beslut |  |  | ${told}`);
  });
});

test("no decision, and a decision in its row", () => {
  const decided = {
    ...three,
    decisions: [{ id: "B1", kind: "award" as const, decidedAt: "2026-03-02" }],
  };
  expect([linesOf(decisionsPart(read(three))), rowsOf(decisionsPart(read(three)))]).toEqual([
    ["Inga."],
    [],
  ]);
  expect([
    linesOf(decisionsPart(read(decided))),
    rowsOf(decisionsPart(read(decided))).length,
  ]).toEqual([[], 1]);
});

test("evaluators and their interests: none, and one", () => {
  const evaluators = [{ id: "EA", name: "Ellen Ask" }];
  expect(linesOf(conflictsPart(read(three)))).toEqual([
    "Inga bedömare är upptagna i filen, och inget är antecknat om intressekonflikter.",
  ]);
  expect(rowsOf(conflictsPart(read({ ...three, evaluators })))).toEqual([
    expect.stringMatching(/^Ellen Ask/),
  ]);
});

test.each([
  ["Brådska.", false, "Brådska."],
  ["Brådska.", true, "Brådska."],
  ["", false, "inte angivet"],
  [undefined, false, "inte angivet"],
  [undefined, true, "Ej tillämpligt."],
] as const)("a reason that is %s, and is beside the point: %s", (reason, isAside, said) => {
  expect(linesOf(reasonPart(reason, isAside, read(three)))).toEqual([said]);
});

test("a low bid that nobody has decided about has a blank decision", () => {
  const lowBids = [{ bid: "A" }, { bid: "B", decision: "explained" as const }];
  const decisions = lowBidsPart(read({ ...three, lowBids })).flatMap((block) =>
    block.kind === "table" ? block.rows.map((row) => row[3]) : [],
  );
  expect(decisions).toEqual(["", sv.lowBidDecisions.explained]);
});

describe("a report that others may read", () => {
  // Each without a score, which is a finding; A has asked for secrecy, B has not.
  const odd = (id: string): EvaluationDocument => ({
    ...three,
    bids: three.bids.map((bid) => (bid.id === id ? { ...bid, scores: {} } : bid)),
    confidential: [{ bid: "A", subject: "requirement", of: "K1" }],
  });
  const facts = { doubleCheck: { equal: 1, of: 1 }, selfChecks: [] } as never;
  const told = (id: string) =>
    linesOf(controlsPart(read(odd(id)), facts)).filter((line) => line.includes(`Bolaget ${id}`))
      .length;

  test("tells a finding about a bid without secrets, and leaves out one about a bid that has one", () => {
    expect([told("B") > 0, told("A")]).toEqual([true, 0]);
  });
});

describe("why a bid that has left is not awarded", () => {
  const reasons = (change: Partial<Bid>, price?: string) => {
    const value = document({
      bids: [
        { id: "A", ...(price === undefined ? {} : { price }) },
        { id: "B", price: "1" },
      ],
    });
    const bids = value.bids.map((bid) => (bid.id === "A" ? { ...bid, ...change } : bid));
    const { evaluation, words } = read({
      ...value,
      model: { ...value.model, priceCeiling: "100" },
      bids,
    });
    const [bid] = evaluation.bids;
    return bid ? linesOf(rejectionPart({ evaluation, words, secrets: noMasks }, bid)) : [];
  };

  test("its reason is told once it has left, and a note beside another reason is not", () => {
    expect(reasons({ rejectedAt: "2026-03-02", reason: "Kom in för sent." }, "90")).toContain(
      "Kom in för sent.",
    );
    expect(reasons({ reason: "Intern anteckning." }, "900")).not.toContain("Intern anteckning.");
    expect(reasons({ reason: "Intern anteckning." }, "900").length).toBeGreaterThan(0);
  });
});

test("a supplier that is excluded on a ground that was never published is told the ground", () => {
  const exclusions = [{ bid: "A", ground: "crime" as const, decision: "excluded" as const }];
  const readerCase = read({ ...three, exclusions });
  const [bid] = three.bids;
  const [first] = bid ? linesOf(exclusionReasonsPart(readerCase, bid)) : [];
  expect(first).toContain("Brott");
});

test("a row that is no plain price says what it does to the sum", () => {
  const row = { name: "Rad", category: "licence" as const, unit: "kr", quantity: "1" };
  const value: EvaluationDocument = {
    ...three,
    priceItems: [
      { ...row, id: "P1" },
      { ...row, id: "P2", effect: "price" },
      { ...row, id: "P3", effect: "credit" },
    ],
    bids: three.bids.slice(0, 1).map(({ price: _price, ...bid }) => ({
      ...bid,
      prices: { P1: "900", P2: "50", P3: "10" },
    })),
  };
  const rows = rowsOf(priceRowsPart(read(value)));
  // The last line is the sum.
  expect(rows.map((line) => line.includes(sv.rowEffects.credit))).toEqual([
    ...[false, false, true],
    false,
  ]);
});

test("the result for programs counts the checks that held, and names those that did not", () => {
  const facts = {
    ...{ doubleCheck: { equal: 1, of: 1 }, fingerprint: "f", basis: "b" },
    selfChecks: [
      { name: "monotone", holds: true },
      { name: "order", holds: false },
    ],
  };
  const result = publicResult(
    evaluate(three),
    facts,
    { finding: () => undefined, result: () => undefined },
    sv,
  ) as unknown as {
    selfChecks: object;
    bids: { criteria: object[] }[];
  };
  expect(result.selfChecks).toEqual({ passed: 1, of: 2, failed: ["order"] });
  expect(result.bids.map(({ criteria }) => criteria)).toEqual([
    [{ id: "M", share: "0.2", points: "1", amount: "-20" }],
    [{ id: "M", share: "1", points: "5", amount: "-100" }],
    [{ id: "M", share: "1", points: "5", amount: "-100" }],
  ]);
});
