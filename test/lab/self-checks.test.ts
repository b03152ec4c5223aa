/**
 * The self-checks against an engine that errs: each fault is built into a copy of the engine, and
 * the check that is there for it must fail.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import type { Evaluation } from "../../src/core/evaluate";
import { evaluate } from "../../src/core/evaluate";
import type * as Engine from "../../src/core/outcome";
import type { RankedBid } from "../../src/core/outcome";
import { Exact } from "../../src/core/number";
import { EvaluatedCopies } from "../../src/lab/evaluated-copies";
import { selfCheckFindings, selfChecks } from "../../src/lab/self-checks";
import type * as Form from "../../src/core/price-form";
import { byFactors, discounted, everyKey, ofEachAuthority } from "../price-forms";
import { document, monetary } from "../small";

type Evaluated = { readonly document: EvaluationDocument; readonly bids: readonly RankedBid[] };
type Fault = (bid: RankedBid, n: number, evaluated: Evaluated) => RankedBid;
const faulty: { fault: Fault } = { fault: (bid) => bid };

jest.mock("../../src/core/outcome", () => {
  const engine = jest.requireActual<typeof Engine>("../../src/core/outcome");
  return {
    ...engine,
    outcomeOf: (...given: Parameters<typeof Engine.outcomeOf>) => {
      const outcome = engine.outcomeOf(...given);
      const [document] = given;
      const evaluated = { document, bids: engine.rankedBids(outcome, document) };
      const bids = evaluated.bids.map((bid, n) => faulty.fault(bid, n, evaluated));
      const ranks = bids.flatMap(({ bid: { id }, rank: { value } }) =>
        value ? [[id, Number(value.toText())] as const] : [],
      );
      return { ...outcome, evaluated: bids, order: { ...outcome.order, ranks: new Map(ranks) } };
    },
  };
});

type RowFault = (total: Exact, n: number) => Exact;
const rowFault: { of: RowFault } = { of: (total) => total };

jest.mock("../../src/core/price-form", () => {
  const real = jest.requireActual<typeof Form>("../../src/core/price-form");
  class PriceForm extends real.PriceForm {
    override rows(...given: Parameters<Form.PriceForm["rows"]>) {
      return super
        .rows(...given)
        .map((step, n) => ({ ...step, value: step.value && rowFault.of(step.value, n) }));
    }
  }
  return { ...real, PriceForm };
});

const two = document({
  criteria: [monetary("K", { deduction: "100" })],
  bids: [
    { id: "A", price: "900", scores: { K: "5" } },
    { id: "B", price: "1000", scores: { K: "3" } },
  ],
});

function failed(fault: Fault): string[] {
  faulty.fault = (bid) => bid;
  const evaluation = evaluate(two);
  faulty.fault = fault;
  return selfChecks(evaluation).flatMap(({ name, holds }) => (holds ? [] : [name]));
}

const more = (bid: RankedBid, by: Exact): RankedBid => ({
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

describe("a case that is checked again after an edit", () => {
  const edited = {
    ...two,
    bids: two.bids.map((bid) => (bid.id === "B" ? { ...bid, price: "1001" } : bid)),
  };

  test.each<[string, Fault, string[]]>([
    ["none for an engine that is right", (bid) => bid, []],
    [
      "the fault of a bid by its name",
      (bid) => (bid.bid.id === "B" ? more(bid, Exact.one) : bid),
      ["renamed"],
    ],
    [
      "the fault of a price",
      (bid) => (bid.bid.price === "1001" ? more(bid, Exact.one) : bid),
      ["shifted"],
    ],
    [
      "the fault of many bids",
      (bid, _, { bids }) => more(bid, Exact.count(bids.length)),
      ["alone"],
    ],
  ])("finds %s", (_, fault, found) => {
    faulty.fault = (bid) => bid;
    const copies = new EvaluatedCopies();
    expect(selfChecks(evaluate(two), copies).every(({ holds }) => holds)).toBe(true);
    const evaluation = evaluate(edited);
    faulty.fault = fault;
    const checks = selfChecks(evaluation, copies);
    expect(checks.flatMap(({ name, holds }) => (holds ? [] : [name]))).toEqual(found);
  });
});

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

/** The names of the checks, with "false" and the contracts where they do not hold. */
const said = (evaluation: Evaluation) =>
  selfChecks(evaluation).map(({ name, holds, failsIn = [] }) =>
    holds ? name : [name, "false", ...failsIn].join(" "),
  );
const plainRows = { ...two, ...rowsOnly() };

function rowsOnly(): Pick<EvaluationDocument, "priceItems" | "bids"> {
  const row = { category: "licence", unit: "kr" } as const;
  return {
    priceItems: [
      { id: "P1", name: "Licens", ...row, quantity: "3" },
      { id: "P2", name: "Utbildning", ...row, quantity: "7", periods: "12" },
    ],
    bids: two.bids.map(({ price: _price, ...bid }) => ({
      ...bid,
      prices: { P1: "10", P2: "2.5" },
    })),
  };
}

describe("a price form", () => {
  beforeEach(() => {
    faulty.fault = (bid) => bid;
    rowFault.of = (total) => total;
  });

  test("every check of it holds for the engine as it is, in every kind of form", () => {
    const ofForm = (value: EvaluationDocument) =>
      said(evaluate(value)).filter((text) => /^(rows|halves|parts)/.test(text));
    expect([two, plainRows, everyKey, discounted, byFactors, ofEachAuthority].map(ofForm)).toEqual([
      [],
      ["rows", "halves"],
      ...Array<string[]>(4).fill(["rows", "halves", "parts"]),
    ]);
  });

  test("the first row counted twice, a fee for each row, and a lost part are each seen", () => {
    const faults = (value: EvaluationDocument) =>
      said(evaluate(value)).filter((text) => text.includes("false"));
    rowFault.of = (total, n) => (n === 0 ? total.plus(total) : total);
    expect(faults(plainRows)).toEqual(["rows false", "halves false"]);
    rowFault.of = (total) => total.plus(Exact.one);
    expect(faults(plainRows)).toEqual(["halves false"]);
    rowFault.of = (total) => total;
    const evaluation = evaluate(everyKey);
    const [first, ...others] = evaluation.bids;
    if (!first) throw new Error("no bid");
    const byAuthority = new Map([...first.price.byAuthority].slice(1));
    const short = { ...first, price: { ...first.price, byAuthority } };
    expect(said({ ...evaluation, bids: [short, ...others] })).toContain("parts false");
  });
});

describe("separate contracts", () => {
  beforeEach(() => {
    rowFault.of = (total) => total;
  });

  test("each is checked, and the one in which a check fails is named", () => {
    faulty.fault = (bid) => bid;
    const evaluation = evaluate(ofEachAuthority);
    faulty.fault = (bid, _, { document: { procurement } }) =>
      procurement.authority === "Yby" && bid.bid.id === "A" ? more(bid, Exact.one) : bid;
    const checks = selfChecks(evaluation);
    expect(checks.filter(({ holds }) => !holds)).toEqual([
      { name: "renamed", holds: false, failsIn: ["Y"] },
    ]);
    const nameOf = (name: string) => name;
    const found = [undefined, "X", "Y"].map(
      (authority) => selfCheckFindings(checks, nameOf, authority).length,
    );
    expect(found).toEqual([0, 0, 1]);
  });

  test("a contract on another sum than the authority's own part", () => {
    faulty.fault = (bid) => bid;
    const evaluation = evaluate(ofEachAuthority);
    const [, other] = evaluation.contracts;
    const contracts = evaluation.contracts.map((each) => ({
      ...each,
      evaluation: other?.evaluation ?? each.evaluation,
    }));
    expect(said(evaluation)).toContain("parts");
    expect(said({ ...evaluation, contracts })).toContain("parts false");
  });
});
