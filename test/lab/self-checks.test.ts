/**
 * The self-checks against an engine that errs: each fault is built into a copy of the engine, and
 * the check that is there for it must fail.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import type * as Engine from "../../src/core/evaluate";
import type { BidEvaluation, Evaluation } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { selfCheckFindings, selfChecks } from "../../src/lab/self-checks";
import { everyKey } from "../price-forms";
import { document, monetary } from "../small";

type Fault = (bid: BidEvaluation, n: number, evaluation: Evaluation) => BidEvaluation;
const faulty: { fault: Fault } = { fault: (bid) => bid };

jest.mock("../../src/core/evaluate", () => {
  const engine = jest.requireActual<typeof Engine>("../../src/core/evaluate");
  return {
    ...engine,
    evaluate: (value: EvaluationDocument) => {
      const evaluation = engine.evaluate(value);
      const bids = evaluation.bids.map((bid, n) => faulty.fault(bid, n, evaluation));
      return { ...evaluation, bids };
    },
  };
});
const { evaluate } = jest.requireActual<typeof Engine>("../../src/core/evaluate");

const two = document({
  criteria: [monetary("K", { deduction: "100" })],
  bids: [
    { id: "A", price: "900", scores: { K: "5" } },
    { id: "B", price: "1000", scores: { K: "3" } },
  ],
});

function failed(fault: Fault): string[] {
  faulty.fault = fault;
  return selfChecks(evaluate(two)).flatMap(({ name, holds }) => (holds ? [] : [name]));
}

const more = (bid: BidEvaluation, by: Exact): BidEvaluation => ({
  ...bid,
  result: { ...bid.result, value: bid.result.value?.plus(by) },
});

test("every check of a monetary model holds for the engine as it is", () => {
  faulty.fault = (bid) => bid;
  expect(selfChecks(evaluate(two))).toEqual(
    ["permuted", "renamed", "shifted", "split", "forms", "alone"].map((name) => ({
      name,
      holds: true,
    })),
  );
});

test.each(["price-per-quality", "quality-per-price"] as const)(
  "doubled prices double or halve the quotients of %s",
  (form) => {
    faulty.fault = (bid) => bid;
    const criteria = [monetary("K", { weight: "100" })];
    const quotients = {
      ...two,
      criteria,
      model: { ...two.model, method: { type: "quotient" as const, form } },
    };
    expect(selfChecks(evaluate(quotients))).toContainEqual({ name: "scaled", holds: true });
  },
);

test("ranks that follow the order of the bids", () =>
  expect(
    failed((bid, n) => ({ ...bid, rank: { ...bid.rank, value: Exact.count(n + 1) } })),
  ).toEqual(["permuted"]));

test("results that depend on what bids are called", () =>
  expect(failed((bid) => (bid.bid.id === "A" ? more(bid, Exact.of("1")) : bid))).toEqual([
    "renamed",
  ]));

test("results that depend on how many bids there are", () =>
  expect(failed((bid, _, { bids }) => more(bid, Exact.count(bids.length)))).toEqual(["alone"]));

test("results that depend on how many criteria there are", () =>
  expect(
    failed((bid, _, { document: { criteria } }) => more(bid, Exact.count(criteria.length))),
  ).toEqual(["split"]));

test("a finding for each check that does not hold, and for no other", () =>
  expect(
    selfCheckFindings(
      [
        { name: "split", holds: false },
        { name: "scaled", holds: true },
      ],
      (name) => `kontroll ${name}`,
    ),
  ).toMatchObject([
    { code: "self-check-fails", severity: "blocking", details: { name: "kontroll split" } },
  ]));

test("a price form's own checks hold for the engine as it is, and fail where a part goes missing", () => {
  const evaluation = evaluate(everyKey);
  const [first, ...others] = evaluation.bids;
  if (!first) throw new Error("no bid");
  faulty.fault = (bid) => bid;
  const ofForm = (value: Evaluation) =>
    selfChecks(value).filter(({ name }) => name === "rows" || name === "parts");
  expect(ofForm(evaluation)).toEqual([
    { name: "rows", holds: true },
    { name: "parts", holds: true },
  ]);
  const byAuthority = new Map([...first.price.byAuthority].slice(1));
  const short = { ...first, price: { ...first.price, byAuthority } };
  expect(ofForm({ ...evaluation, bids: [short, ...others] })).toEqual([
    { name: "rows", holds: true },
    { name: "parts", holds: false },
  ]);
});
