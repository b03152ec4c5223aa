/**
 * A joint procurement with a contract for each authority: each is evaluated on its own sum by the one
 * published model, amounts hold for each contract by itself, and the common sum ranks nothing.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { documentOfAuthority } from "../../src/core/document/contracts";
import { isAwarded } from "../../src/core/document/recorded";
import { evaluate } from "../../src/core/evaluate";
import { contractQuestions } from "../../src/lab/contract-lint";
import { document, monetary } from "../small";

const row = { category: "licence", unit: "kr" } as const;

/** In Xby A costs 100 × 10 + 2 000 = 3 000 and B 100 × 25 = 2 500; in Yby 7 000 and 12 500. */
const joint: EvaluationDocument = (() => {
  const base = document({
    model: {
      method: { type: "lowest-price" },
      contracts: "separate",
      authorities: [
        { id: "X", name: "Xby", inhabitants: "100" },
        { id: "Y", name: "Yby", inhabitants: "500" },
      ],
    },
    bids: [{ id: "A" }, { id: "B" }],
  });
  return {
    ...base,
    priceItems: [
      { id: "P1", name: "Licens", ...row, quantity: "1", per: "inhabitant" },
      { id: "P2", name: "Införande", ...row, quantity: "2", quantities: { X: "1", Y: "1" } },
    ],
    bids: base.bids.map((bid, n) => ({
      ...bid,
      prices: [
        { P1: "10", P2: "2000" },
        { P1: "25", P2: "0" },
      ][n],
    })),
  };
})();
const withModel = (more: Partial<EvaluationDocument["model"]>): EvaluationDocument => ({
  ...joint,
  model: { ...joint.model, ...more },
});

/** "X: B 2500 (1), A 3000 (2)": the bids of each contract with result, rank or standing. */
const outcomes = (of: EvaluationDocument) =>
  evaluate(of).contracts.map(({ authority, evaluation }) => {
    const bids = evaluation.bids.map(
      ({ bid, result, rank, standing }) =>
        `${bid.id} ${result.value?.toText() ?? "–"} (${rank.value?.toText() ?? standing.value})`,
    );
    return `${authority.id}: ${bids.join(", ")}; ${evaluation.status} ${evaluation.award.join()}`;
  });
/** "blocking code contract": what is found beside the rules that the small model lacks. */
const found = (of: EvaluationDocument) =>
  evaluate(of).findings.map(({ severity, code, contract }) =>
    [severity, code, contract?.id].filter(Boolean).join(" "),
  );

test("each authority has its own winner, and the common sum has neither rank nor award", () => {
  const { bids, award, order, status } = evaluate(joint);
  expect(bids.map(({ result, rank }) => [result.value?.toText(), rank.value])).toEqual([
    ["10000", undefined],
    ["15000", undefined],
  ]);
  expect([award, order, status]).toEqual([[], [], "final"]);
  expect(outcomes(joint)).toEqual([
    "X: A 3000 (2), B 2500 (1); final B",
    "Y: A 7000 (1), B 12500 (2); final A",
  ]);
});

test("one contract, and silence, are awarded on the common sum", () => {
  const { contracts: _contracts, ...silent } = joint.model;
  for (const one of [{ ...joint, model: silent }, withModel({ contracts: "common" })]) {
    const { award, contracts } = evaluate(one);
    expect([award, contracts]).toEqual([["A"], []]);
  }
  expect(contractQuestions({ ...joint, model: silent }).map(({ code }) => code)).toEqual([
    "contracts-unsaid",
  ]);
});

test("a ceiling and a deduction hold for each contract by itself, and the linter asks", () => {
  const limited: EvaluationDocument = {
    ...withModel({ priceCeiling: "8000", method: { type: "monetary" } }),
    criteria: [monetary("K", { deduction: "1000" })],
    bids: joint.bids.map((bid) => ({ ...bid, scores: { K: { value: "5" } } })),
  };
  expect(outcomes(limited)).toEqual([
    "X: A 2000 (2), B 1500 (1); final B",
    "Y: A 6000 (1), B 11500 (rejected); final A",
  ]);
  expect(contractQuestions(limited)).toMatchObject([
    { code: "contract-amounts", details: { ids: ["K"], ceiling: "8000" } },
  ]);
});

// prettier-ignore
const tiedInX: EvaluationDocument = { ...joint, bids: joint.bids.map((bid) => bid.id === "A" ? { ...bid, prices: { P1: "10", P2: "1500" } } : bid) };
const drawn = { order: ["B", "A"], time: "2026-03-08T10:00", witnesses: ["Eva", "Per"] };

test("a tie in one contract holds that one open, and lots are drawn for it alone", () => {
  expect(outcomes(tiedInX)).toEqual([
    "X: A 2500 (1), B 2500 (1); provisional ",
    "Y: A 6500 (1), B 12500 (2); final A",
  ]);
  expect([found(tiedInX), evaluate(tiedInX).status]).toEqual([
    ["open tie-unresolved X"],
    "provisional",
  ]);
  const lots = (authority: string): EvaluationDocument => ({
    ...tiedInX,
    model: { ...tiedInX.model, ties: ["lottery"] },
    lotteries: [{ ...drawn, authority }],
  });
  expect(outcomes(lots("X"))[0]).toBe("X: A 2500 (2), B 2500 (1); final B");
  expect(outcomes(lots("Y"))[0]).toBe("X: A 2500 (1), B 2500 (1); provisional ");
});

// prettier-ignore
const faults: readonly (readonly [what: string, of: EvaluationDocument, found: string])[] = [
  ["contracts of nobody",          { ...joint, priceItems: [], model: document({ model: { contracts: "separate" }, bids: [] }).model, bids: [] }, "blocking contracts-without-authorities"],
  ["a bid in one total",           { ...joint, bids: joint.bids.map(({ prices: _prices, ...bid }) => ({ ...bid, price: "5000" })) },             "blocking total-of-contracts"],
  ["a row that nobody has split",  { ...joint, priceItems: [{ id: "P2", name: "Införande", ...row, quantity: "2" }] },                          "blocking row-quantity-missing X"],
  ["inhabitants that are missing", withModel({ authorities: [{ id: "X", name: "Xby" }, { id: "Y", name: "Yby", inhabitants: "500" }] }),         "blocking inhabitants-missing"],
  ["inhabitants as quantity too",  { ...joint, priceItems: [{ id: "P1", name: "Licens", ...row, quantity: "600", per: "inhabitant" }] },         "blocking inhabitants-twice"],
];

test.each(faults)("%s: no contract is awarded", (_, of, expected) => {
  expect(found(of)).toContain(expected);
  expect(evaluate(of).contracts.flatMap(({ evaluation }) => evaluation.award)).toEqual([]);
});

test("a row of one authority alone is no part of another's contract, nor per cent of it", () => {
  const of: EvaluationDocument = {
    ...joint,
    priceItems: [
      ...joint.priceItems,
      { id: "P3", name: "Option i Xby", ...row, quantity: "1", authority: "X" },
      { id: "D", name: "Rabatt", ...row, unit: "%", quantity: "1", effect: "discount", on: "P3" },
    ],
    bids: joint.bids.map((bid) => ({ ...bid, prices: { ...bid.prices, P3: "900", D: "10" } })),
  };
  // 900 − 10 % = 810 more in Xby, nothing in Yby.
  expect(outcomes(of)).toEqual([
    "X: A 3810 (2), B 3310 (1); final B",
    "Y: A 7000 (1), B 12500 (2); final A",
  ]);
  expect(documentOfAuthority(of, "Y")?.priceItems.map(({ id }) => id)).toEqual(["P1", "P2"]);
});

test("everything about the bids is secret until every contract is decided", () => {
  const event = (place: string) => ({
    type: "awarded" as const,
    time: "2026-03-09",
    by: "E",
    place,
  });
  const decided = (...ids: readonly string[]): EvaluationDocument => ({
    ...joint,
    decisions: [
      { id: "B1", kind: "award", authority: "X" },
      { id: "B2", kind: "award", authority: "Y" },
    ],
    events: ids.map((id) => event(`decisions[${id}]`)),
  });
  expect([decided(), decided("B1"), decided("B1", "B2")].map(isAwarded)).toEqual([
    false,
    false,
    true,
  ]);
});
