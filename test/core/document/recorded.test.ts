/**
 * Records that enter a result, in the engine and in the live formulas alike: corrections, dropped
 * requirements, a rejection as abnormally low, test persons.
 */
import fc from "fast-check";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import type { Clarification, EvaluationDocument } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import { effectiveDocument } from "../../../src/core/document/effective";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { documents, runs } from "../../documents";
import { document, monetary } from "../../small";

const priced = (): EvaluationDocument => ({
  ...document({
    requirements: ["K1", "K2"],
    bids: [
      { id: "A", verdicts: { K1: "met", K2: "met" } },
      { id: "B", verdicts: { K1: "met", K2: "not-met" } },
    ],
  }),
  priceItems: [
    {
      id: "P1",
      name: "Licens",
      category: "licence",
      unit: "kr/år",
      quantity: "10",
      periods: "2",
      ceiling: "5000",
    },
    { id: "P2", name: "Införande", category: "implementation", unit: "kr", quantity: "1" },
  ],
});
const withPrices = (value: EvaluationDocument): EvaluationDocument => ({
  ...value,
  bids: value.bids.map((bid, n) => ({
    ...bid,
    prices: { P1: n === 0 ? "1000" : "100", P2: "500" },
  })),
});
const decided: Clarification = {
  id: "F1",
  bid: "A",
  rule: "clerical-error",
  subject: "price-item",
  of: "P1",
  original: "1000",
  new: "100",
  reason: "En nolla för mycket",
  decidedBy: "Eva Ek",
  decidedAt: "2026-03-02",
};
const rows = (value: EvaluationDocument) =>
  evaluate(value).bids.map(({ bid, standing, price, reasons }) =>
    [bid.id, standing.value, price.price.value?.toText(), reasons.map(({ code }) => code).join()]
      .join(" ")
      .trim(),
  );

async function agrees(value: EvaluationDocument): Promise<void> {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
  // Evaluating leaves its line in the journal and what it recorded, and changes nothing else.
  const { events: _events, recorded: _recorded, ...unchanged } = outcome.document;
  expect(unchanged).toEqual(value);
  expect(figures(effectiveDocument(value))).toEqual(figures(value));
}

const figures = (of: EvaluationDocument) =>
  evaluate(of).bids.map(({ bid, standing, result, rank }) => [
    bid.id,
    standing.value,
    result.value?.toText(),
    rank.value?.toText(),
  ]);

describe("a correction (LOU 4 kap. 9 §): 1 000 × 10 × 2 + 500, and after it 100 × 10 × 2 + 500", () => {
  test.each(
    // prettier-ignore
    [
    ["decided",                        decided,                                                             "2500"],
    ["without a reason",               { ...decided, reason: undefined },                                   "20500"],
    ["without who decided",            { ...decided, decidedBy: undefined },                                "20500"],
    ["without a date",                 { ...decided, decidedAt: undefined },                                "20500"],
    ["without a rule",                 { ...decided, rule: undefined },                                     "20500"],
    ["with a text for a price",        { ...decided, new: "hundra" },                                       "20500"],
    ["of something else",              { ...decided, subject: "other" },                                    "20500"],
    ["of another row",                 { ...decided, of: "P2", original: "500", new: "600" },               "20600"],
  ],
  )("%s", async (_, clarification, price) => {
    const record = Object.fromEntries(
      Object.entries(clarification).filter(([, value]) => value !== undefined),
    ) as Clarification;
    const value = { ...withPrices(priced()), clarifications: [record] };
    expect(rows(value)[0]).toBe(`A standing ${price}`);
    await agrees(value);
  });

  test("the trail shows what was offered and what holds now", () => {
    const { bids } = evaluate({ ...withPrices(priced()), clarifications: [decided] });
    const unit = bids[0]?.price.offered.from[0]?.from[0];
    expect([
      unit?.rule.kind,
      unit?.from.map(({ about, rule, value }) => [
        about.what,
        rule.kind === "input" ? rule.place : "",
        value && "toText" in (value as object) ? (value as { toText(): string }).toText() : "",
      ]),
    ]).toEqual([
      "corrected",
      [
        ["as-offered", "bids[A].prices[P1]", "1000"],
        ["clarified", "clarifications[F1].new", "100"],
      ],
    ]);
  });

  test("a price that was left out can be supplemented, and a ceiling is held against the new price", async () => {
    const blank = withPrices(priced());
    const value: EvaluationDocument = {
      ...blank,
      bids: blank.bids.map((bid) => (bid.id === "A" ? { ...bid, prices: { P2: "500" } } : bid)),
      clarifications: [{ ...decided, rule: "supplement", original: "", new: "6000" }],
    };
    expect(rows(value)[0]).toBe("A rejected 120500 unit-price-above-ceiling");
    await agrees(value);
  });

  test("a total price too", async () => {
    const value: EvaluationDocument = {
      ...document({
        bids: [
          { id: "A", price: "1000" },
          { id: "B", price: "900" },
        ],
      }),
      clarifications: [
        { ...decided, subject: "price", of: undefined, new: "800" } as unknown as Clarification,
      ].map(({ of: _of, ...rest }) => rest),
    };
    expect(rows(value)).toEqual(["A standing 800", "B standing 900"]);
    await agrees(value);
  });
});

describe("requirements in a negotiation", () => {
  const negotiable = (more: Partial<EvaluationDocument>): EvaluationDocument => {
    const value = withPrices(priced());
    return {
      ...value,
      procurement: { ...value.procurement, procedure: "negotiated" },
      requirements: value.requirements.map((each) => ({ ...each, negotiable: each.id === "K2" })),
      ...more,
    };
  };
  const drop = (requirement: string) => ({
    adjustments: [
      { requirement, dropped: true, reason: "Ingen kunde uppfylla det", date: "2026-03-02" },
    ],
  });

  test.each(
    // prettier-ignore
    [
    ["one that stands rejects",                      negotiable({}),                                             "B rejected 2500 requirement-not-met"],
    ["a negotiable one that is dropped does not",    negotiable(drop("K2")),                                     "B standing 2500"],
    ["a minimum requirement cannot be dropped",      { ...negotiable(drop("K2")), requirements: priced().requirements }, "B rejected 2500 requirement-not-met"],
    ["nor any in an open procedure",                 { ...negotiable(drop("K2")), procurement: priced().procurement }, "B rejected 2500 requirement-not-met"],
  ],
  )("%s", async (_, value, row) => {
    expect(rows(value)[1]).toBe(row);
    await agrees(value);
  });
});

test.each(
  // prettier-ignore
  [
  ["rejected",     "A rejected 20500 abnormally-low"],
  ["explained",    "A standing 20500"],
  ["not-abnormal", "A standing 20500"],
] as const,
)("an abnormally low bid is %s by a person's decision and nothing else", async (decision, row) => {
  const value: EvaluationDocument = { ...withPrices(priced()), lowBids: [{ bid: "A", decision }] };
  expect(rows(value)[0]).toBe(row);
  await agrees(value);
});

test("what was decided last of a low bid holds", async () => {
  const value: EvaluationDocument = {
    ...withPrices(priced()),
    lowBids: [
      { bid: "A", decision: "rejected" },
      { bid: "A", decision: "explained" },
    ],
  };
  expect(rows(value)[0]).toBe("A standing 20500");
  await agrees(value);
});

test("the value of test persons is their mean, and a minimum is held against it: (30 + 60 + 45)/3 = 45 seconds", async () => {
  const measured = monetary("T", {
    deduction: "1000",
    perParticipant: true,
    minimum: "45",
    scale: { type: "measure", worst: "120", best: "20", unit: "sekunder" },
  });
  const value = document({
    criteria: [measured],
    bids: [
      { id: "A", price: "5000" },
      { id: "B", price: "5000" },
    ],
  });
  const timed: EvaluationDocument = {
    ...value,
    bids: value.bids.map((bid, n) => ({
      ...bid,
      scores: { T: { value: n === 0 ? ["30", "60", "45"] : ["30", "60", "46"] } },
    })),
  };
  // A: share (120 − 45)/100 = 0.75. B: 136/3 seconds is above the 45 that is accepted.
  expect(
    evaluate(timed).bids.map(({ standing, result }) => [standing.value, result.value?.toText()]),
  ).toEqual([
    ["standing", "4250"],
    ["rejected", expect.anything()],
  ]);
  await agrees(timed);
});

test("a settled document gives the results of the document it was made from", () => {
  fc.assert(
    fc.property(documents, (value) => {
      expect(figures(effectiveDocument(value))).toEqual(figures(value));
    }),
    runs(200),
  );
});
