/**
 * The engine's decisions in aligned rows: who stands, what is counted, who shares a rank, what
 * blocks.
 */
import type { Criterion, EvaluationDocument, Model } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { document, licenceAndTraining, monetary } from "../small";

const outcome = (value: EvaluationDocument) =>
  evaluate(value).bids.map(({ bid, standing, result, rank, reasons }) =>
    [
      bid.id,
      standing.value,
      result.value?.toText() ?? "–",
      rank.value?.toText() ?? "–",
      reasons.map(({ code, id }) => `${code} ${id ?? ""}`.trim()).join(", "),
    ].join(" | "),
  );
const codes = (value: EvaluationDocument) =>
  evaluate(value).findings.map(({ code, severity, where }) => `${severity} ${code} ${where}`);

describe("compliance has three states", () => {
  const bids = (verdict?: "met" | "not-met" | "clarification" | "unchecked") =>
    document({
      requirements: ["K1", "K2"],
      bids: [
        { id: "A", price: "10", verdicts: { K1: "met", ...(verdict ? { K2: verdict } : {}) } },
      ],
    });

  test.each(
    // prettier-ignore
    [
    ["met",           "A | standing | 10 | 1 | ",                                     "final"],
    ["not-met",       "A | rejected | 10 | – | requirement-not-met K2",               "final"],
    ["clarification", "A | undecided | 10 | 1 | requirement-clarification K2",        "provisional"],
    ["unchecked",     "A | undecided | 10 | 1 | requirement-unchecked K2",            "provisional"],
    [undefined,       "A | undecided | 10 | 1 | requirement-unchecked K2",            "provisional"],
  ] as const,
  )("a verdict of %s", (verdict, row, status) => {
    expect(outcome(bids(verdict))).toEqual([row]);
    expect(evaluate(bids(verdict)).status).toBe(status);
  });

  test("one not met rejects whatever else is open, with its reference", () => {
    const value = document({
      requirements: ["K1", "K2"],
      bids: [
        { id: "A", price: "10" },
        { id: "B", price: "20", verdicts: { K1: "met", K2: "met" } },
      ],
    });
    const first = value.bids[0] as { answers: object };
    first.answers = {
      K1: { answer: "yes", verdict: "not-met", reference: "s. 12", note: "Lagras utanför EU" },
    };
    const [rejected] = evaluate(value).bids;
    expect(rejected?.reasons).toEqual([
      { code: "requirement-not-met", id: "K1", reference: "s. 12", note: "Lagras utanför EU" },
    ]);
    expect(evaluate(value).award).toEqual(["B"]);
  });

  test("the bidder's own yes is no verdict", () => {
    const value = document({ requirements: ["K1"], bids: [{ id: "A", price: "10" }] });
    (value.bids[0] as { answers: object }).answers = { K1: { answer: "yes" } };
    expect(outcome(value)).toEqual(["A | undecided | 10 | 1 | requirement-unchecked K1"]);
  });
});

describe("blank is never zero", () => {
  test.each(
    // prettier-ignore
    [
    ["no price",        { id: "A", scores: { M: "5" } },                 "A | undecided | – | – | price-missing"],
    ["a price of zero", { id: "A", price: "0", scores: { M: "5" } },     "A | standing | -100 | 1 | "],
    ["no score",        { id: "A", price: "10" },                        "A | undecided | – | – | score-missing M"],
    ["a score of zero", { id: "A", price: "10", scores: { M: "0" } },    "A | standing | 10 | 1 | "],
    ["a score of six",  { id: "A", price: "10", scores: { M: "6" } },    "A | undecided | – | – | score-outside-scale M"],
    ["a score of yes",  { id: "A", price: "10", scores: { M: "yes" } },  "A | undecided | – | – | score-outside-scale M"],
  ],
  )("%s", (_, bid, row) => {
    expect(
      outcome(document({ criteria: [monetary("M", { deduction: "100" })], bids: [bid] })),
    ).toEqual([row]);
  });

  test("a price row that must be priced", () => {
    const value = document({ bids: [{ id: "A" }] });
    value.priceItems.push(
      { id: "P1", name: "P1", category: "licence", unit: "st", quantity: "3", periods: "2" },
      { id: "P2", name: "P2", category: "option", unit: "st", quantity: "1", required: false },
    );
    const bid = value.bids[0] as { prices?: object };
    bid.prices = { P2: "5" };
    expect(outcome(value)).toEqual(["A | undecided | – | – | unit-price-missing P1"]);
    bid.prices = { P1: "1.50" };
    expect(outcome(value)).toEqual(["A | standing | 9 | 1 | "]);
    expect(codes(value)).toEqual(["warning optional-row-unpriced bids[A].prices[P2]"]);
  });
});

test.each(
  // prettier-ignore
  [
    ["open",   undefined,       {}],
    ["sealed", undefined,       { sealed: 1 }],
    ["sealed", "quality-fixed", { unopened: 1 }],
    ["sealed", "prices-opened", {}],
  ] as const,
)("a price that is missing while prices are %s, after %s", (prices, type, why) => {
  const value = document({ bids: [{ id: "A" }] });
  const event = { number: 1, time: "2026-03-09T10:00", by: "EA" };
  const { findings } = evaluate({
    ...value,
    procurement: { ...value.procurement, prices },
    ...(type ? { events: [{ ...event, type }] } : {}),
  });
  const [missing] = findings.filter(({ code }) => code === "price-missing");
  expect(missing?.details).toEqual({ bid: "A", bidder: "Bolaget A", ...why });
});

// prettier-ignore
test.each([
  ["no price rows: the total",                         [],                          "open",   undefined,     "bids[A].price"],
  ["price rows: the first that must be priced",        [...licenceAndTraining].reverse(), "open", undefined, "bids[A].prices[P1]"],
  ["only optional rows: the total",                    licenceAndTraining.slice(1), "open",   undefined,     "bids[A].price"],
  ["price rows in a file that is not opened: the bid", licenceAndTraining,          "sealed", "quality-fixed", "bids[A].price"],
] as const)("a bid without any price, %s", (_, priceItems, prices, type, where) => {
  const value = document({ bids: [{ id: "A" }] });
  const { findings } = evaluate({
    ...value,
    priceItems: [...priceItems],
    procurement: { ...value.procurement, prices },
    ...(type ? { events: [{ type, time: "2026-03-02T10:00:00Z", by: "EA" }] } : {}),
  });
  expect(findings.find(({ code }) => code === "price-missing")?.where).toBe(where);
});

describe("monetary: every way a criterion can be worth something", () => {
  const scored = (criterion: Criterion, value: string) =>
    outcome(
      document({ criteria: [criterion], bids: [{ id: "A", price: "1000", scores: { M: value } }] }),
    )[0]?.split(" | ")[2];
  const bands = [
    { from: "4", to: "5", deduction: "300" },
    { from: "0", to: "3", deduction: "0" },
  ];
  const levels = {
    type: "levels" as const,
    levels: ["-1", "0", "2", "4"].map((value) => ({ value, label: value })),
  };

  test.each<[string, Partial<Criterion>, string, string | undefined]>(
    // prettier-ignore
    [
    // worth                                                              score   result
    ["deduction 100",        { deduction: "100" },                          "3",    "940"],
    ["addition 100",         { addition: "100" },                           "3",    "1040"],
    ["both",                 { deduction: "100", addition: "50" },          "3",    "960"],
    ["20 kr a point",        { perPoint: "20" },                            "3",    "940"],
    ["20 a point, cap 50",   { perPoint: "20", cap: "50" },                 "3",    "950"],
    ["bands, upper end",     { bands },                                     "5",    "700"],
    ["bands, lower end",     { bands },                                     "4",    "700"],
    ["bands that overlap",   { bands: [...bands, { from: "5", to: "9", deduction: "1" }] }, "5", "–"],
    ["bands, in the gap",    { bands, scale: { type: "points", max: "5", zero: "0", step: "0.5" } }, "3.5", "–"],
    ["bigger than the price", { deduction: "5000" },                        "5",    "-4000"],
    ["yes",                  { deduction: "100", scale: { type: "yes-no" } }, "yes", "900"],
    ["no",                   { deduction: "100", scale: { type: "yes-no" } }, "no",  "1000"],
    ["a level",              { deduction: "100", scale: levels },           "2",    "950"],
    ["a malus level",        { deduction: "100", scale: levels },           "-1",   "1025"],
    ["a level not listed",   { deduction: "100", scale: levels },           "3",    "–"],
    ["points from one",      { deduction: "100", scale: { type: "points", max: "5", zero: "1" } }, "3", "950"],
    ["a step between steps", { deduction: "100", scale: { type: "points", max: "5", zero: "0", step: "0.5" } }, "2.3", "–"],
    ["a measure",            { deduction: "100", scale: { type: "measure", worst: "30", best: "5", unit: "dagar" } }, "10", "920"],
    ["a measure too good",   { deduction: "100", scale: { type: "measure", worst: "30", best: "5", unit: "dagar" } }, "1",  "900"],
    ["a measure too bad",    { deduction: "100", scale: { type: "measure", worst: "30", best: "5", unit: "dagar" } }, "31", "1000"],
  ],
  )("%s", (_, worth, score, result) => expect(scored(monetary("M", worth), score)).toBe(result));

  test("weights inside a group, and a constant", () => {
    // 0.6 × 3/5 + 0.4 × 5/5 = 0.76; 1000 + 90 − 0.76 × 100 = 1014
    const value = document({
      model: { method: { type: "monetary", constant: "90" } },
      criteria: [
        {
          id: "G",
          name: "G",
          kind: "plan",
          deduction: "100",
          children: [monetary("A", { weight: "60" }), monetary("B", { weight: "40" })],
        },
      ],
      bids: [{ id: "X", price: "1000", scores: { A: "3", B: "5" } }],
    });
    expect(outcome(value)).toEqual(["X | standing | 1014 | 1 | "]);
  });

  test("three thirds of a deduction are the whole deduction, and tie with it", () => {
    const third = { type: "points" as const, max: "3", zero: "0" };
    const value = document({
      model: { ties: [] },
      criteria: ["A", "B", "C"].map((id) => monetary(id, { deduction: "100", scale: third })),
      bids: [
        { id: "X", price: "1000", scores: { A: "1", B: "1", C: "1" } },
        { id: "Y", price: "1000", scores: { A: "3", B: "0", C: "0" } },
      ],
    });
    expect(outcome(value)).toEqual(["X | standing | 900 | 1 | ", "Y | standing | 900 | 1 | "]);
  });
});

describe("panels", () => {
  const panel = (criterion: Partial<Criterion>, score: object) => {
    const value = document({
      criteria: [monetary("M", { deduction: "100", ...criterion })],
      bids: [{ id: "A", price: "1000" }],
    });
    value.evaluators.push(
      { id: "EA", name: "EA" },
      { id: "EB", name: "EB" },
      { id: "EC", name: "EC" },
    );
    (value.bids[0] as { scores: object }).scores = { M: score };
    return outcome(value)[0];
  };
  const by = (...values: (string | undefined)[]) => ({
    assessments: ["EA", "EB", "EC"].flatMap((evaluator, n) =>
      values[n] === undefined ? [] : [{ evaluator, value: values[n] }],
    ),
  });

  test.each(
    // prettier-ignore
    [
    ["mean of 1, 2, 5",            { panel: "mean" },       by("1", "2", "5"),       "A | standing | 2840/3 | 1 | "],
    ["median of 5, 1, 2",          { panel: "median" },     by("5", "1", "2"),       "A | standing | 960 | 1 | "],
    ["mean, one missing",          { panel: "mean" },       by("1", undefined, "5"), "A | undecided | – | – | assessment-missing M"],
    ["mean, one off the scale",    { panel: "mean" },       by("1", "2", "9"),       "A | undecided | – | – | score-outside-scale M"],
    ["consensus beside them",      { panel: "consensus" },  { value: "4", ...by("1", "2", "5") }, "A | standing | 920 | 1 | "],
    ["consultants, all over 2",    { perConsultant: true, minimum: "2" }, { value: ["2", "5"] }, "A | standing | 930 | 1 | "],
    ["consultants, worst under 2", { perConsultant: true, minimum: "2" }, { value: ["1", "5"] }, "A | rejected | 940 | – | below-minimum M"],
  ] as const,
  )("%s", (_, criterion, score, row) => expect(panel(criterion, score)).toBe(row));

  test("SUS: a respondent of threes is 50, of 5 and 1 in turn 100", () => {
    const [threes, best] = [
      Array<string>(10).fill("3"),
      Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? "5" : "1")),
    ];
    expect(panel({ scale: { type: "sus" } }, { value: [threes] })).toBe(
      "A | standing | 950 | 1 | ",
    );
    expect(panel({ scale: { type: "sus" } }, { value: [threes, best] })).toBe(
      "A | standing | 925 | 1 | ",
    );
  });
});

describe("limits reject, visibly", () => {
  const points = {
    id: "G",
    name: "G",
    kind: "plan",
    aggregate: "points",
    perPoint: "1",
    minimumPoints: "5",
    children: [monetary("A"), monetary("B")],
  } as const;
  test.each<[string, Criterion, { [id: string]: string }, string]>(
    // prettier-ignore
    [
    ["minimum kept",             monetary("M", { deduction: "1", minimum: "3" }),        { M: "3" },         "standing"],
    ["minimum broken",           monetary("M", { deduction: "1", minimum: "3" }),        { M: "2" },         "rejected below-minimum"],
    ["lower is better, kept",    monetary("M", { deduction: "1", minimum: "20", scale: { type: "measure", worst: "30", best: "5", unit: "d" } }), { M: "20" }, "standing"],
    ["lower is better, broken",  monetary("M", { deduction: "1", minimum: "20", scale: { type: "measure", worst: "30", best: "5", unit: "d" } }), { M: "21" }, "rejected below-minimum"],
    ["must be yes",              monetary("M", { deduction: "1", minimum: "yes", scale: { type: "yes-no" } }), { M: "no" }, "rejected below-minimum"],
    ["share kept exactly",       monetary("M", { deduction: "1", minimumShare: "60" }),  { M: "3" },         "standing"],
    ["share broken",             monetary("M", { deduction: "1", minimumShare: "60.01" }), { M: "3" },       "rejected below-minimum-share"],
    ["points kept",              { ...points, children: [...points.children] },          { A: "2", B: "3" }, "standing"],
    ["points broken",            { ...points, children: [...points.children] },          { A: "2", B: "2" }, "rejected below-minimum-points"],
  ],
  )("%s", (_, criterion, scores, expected) => {
    const [bid] = evaluate(
      document({ criteria: [criterion], bids: [{ id: "A", price: "1000", scores }] }),
    ).bids;
    expect([bid?.standing.value, ...(bid?.reasons ?? []).map(({ code }) => code)].join(" ")).toBe(
      expected,
    );
  });

  test.each([
    ["12000000", "standing"],
    ["12000000.01", "rejected"],
  ])("takpris 12 000 000, offered %s", (price, expected) => {
    // rounding.price would bring 12 000 000,01 down to the ceiling; it is the offered price that
    // counts
    const value = document({
      model: { priceCeiling: "12000000", rounding: { price: { decimals: 0, mode: "half-up" } } },
      bids: [{ id: "A", price }],
    });
    expect(evaluate(value).bids[0]?.standing.value).toBe(expected);
  });
});

describe("ranks and ties", () => {
  const tied = (ties: string[], more: Partial<EvaluationDocument> = {}) => ({
    ...document({
      model: { ties },
      criteria: [monetary("M", { deduction: "100" }), monetary("N", { deduction: "100" })],
      // A, B and C all come to 900; D to 950. A and B have the larger deduction, B the more of M.
      bids: [
        { id: "A", price: "1000", scores: { M: "0", N: "5" } },
        { id: "B", price: "1000", scores: { M: "5", N: "0" } },
        { id: "C", price: "900", scores: { M: "0", N: "0" } },
        { id: "D", price: "950", scores: { M: "0", N: "0" } },
      ],
    }),
    ...more,
  });
  const ranks = (value: EvaluationDocument) =>
    evaluate(value)
      .bids.map(({ rank }) => rank.value?.toText())
      .join(" ");
  const lottery = {
    order: ["C", "A", "B"],
    time: "2026-03-02T10:00",
    witnesses: ["Ada Ek", "Bo Al"],
  };

  test.each(
    // prettier-ignore
    [
    ["no rule",                              [],                                      "1 1 1 4", [["A", "B", "C"]], "provisional"],
    ["highest deduction",                    ["highest-deduction"],                   "1 1 3 4", [["A", "B"]],      "provisional"],
    ["lowest price",                         ["lowest-price"],                        "2 2 1 4", [["A", "B"]],      "final"],
    ["most of M",                            ["criterion:M"],                         "2 1 2 4", [["A", "C"]],      "final"],
    ["deduction, then M",                    ["highest-deduction", "criterion:M"],    "2 1 3 4", [],                "final"],
    ["lots that have not been drawn",        ["lottery"],                             "1 1 1 4", [["A", "B", "C"]], "provisional"],
  ] as const,
  )("%s", (_, ties, expected, unresolved, status) => {
    const value = tied([...ties]);
    expect(ranks(value)).toBe(expected);
    expect(evaluate(value).ties).toEqual(unresolved);
    expect(evaluate(value).status).toBe(status);
  });

  test("lots drawn settle the tie as drawn, and only where the chain says so", () => {
    expect(ranks(tied(["lottery"], { lotteries: [lottery] }))).toBe("2 3 1 4");
    expect(ranks(tied([], { lotteries: [lottery] }))).toBe("1 1 1 4");
    expect(evaluate(tied(["lottery"], { lotteries: [lottery] })).award).toEqual(["C"]);
  });

  test("lots drawn among fewer than all that are tied settle nothing", () => {
    expect(ranks(tied(["lottery"], { lotteries: [{ ...lottery, order: ["A", "B"] }] }))).toBe(
      "1 1 1 4",
    );
  });

  describe("two drawings of lots", () => {
    // prettier-ignore
    test.each([
      // the other drawing                     ranks       award    finding
      ["that say the same",               ["C", "A", "B"],      "2 3 1 4",  ["C"],   []],
      ["the other with a bid more",       ["C", "D", "A", "B"], "2 3 1 4",  ["C"],   []],
      ["the other among two of them",     ["B", "A"],           "2 3 1 4",  ["C"],   []],
      ["that contradict",                 ["B", "A", "C"],      "1 1 1 4",  [],      [{ first: 1, firstOrder: ["C", "A", "B"], second: 2, secondOrder: ["B", "A", "C"] }]],
      ["that contradict below the first", ["C", "B", "D", "A"], "1 1 1 4",  [],      [{ first: 1, firstOrder: ["C", "A", "B"], second: 2, secondOrder: ["C", "B", "A"] }]],
    ] as const)("%s", (_, order, expected, award, conflicts) => {
      const value = tied(["lottery"], { lotteries: [lottery, { ...lottery, order: [...order] }] });
      const found = evaluate(value).findings.filter(({ code }) => code === "lotteries-contradict");
      expect([ranks(value), evaluate(value).award]).toEqual([expected, award]);
      expect(found.map(({ severity, where, details }) => ({ severity, where, ...details }))).toEqual(
        conflicts.map((each) => ({ severity: "blocking", where: "lotteries[1].order", ...each })),
      );
      // The tie is not also told as one that lots have to be drawn about.
      expect(evaluate(value).findings.some(({ code }) => code === "tie-unresolved")).toBe(false);
    });

    test("that contradict about bids that are not tied are nothing to tell", () => {
      const order = ["C", "A", "B"];
      const lotteries = [
        { ...lottery, order: ["D", ...order] },
        { ...lottery, order: [...order, "D"] },
      ];
      expect(ranks(tied(["lottery"], { lotteries }))).toBe("2 3 1 4");
    });
  });

  test("an öre is a difference, and rounding makes it none only where it is declared", () => {
    const bids = [
      { id: "A", price: "1000.02" },
      { id: "B", price: "1000.01" },
    ];
    expect(ranks(document({ bids }))).toBe("2 1");
    expect(
      ranks(document({ bids, model: { rounding: { result: { decimals: 0, mode: "half-up" } } } })),
    ).toBe("1 1");
  });

  test("the second winner of a ranked framework is not named while the second rank is tied", () => {
    const value = document({
      model: { winners: 2 },
      bids: [
        { id: "A", price: "1" },
        { id: "B", price: "2" },
        { id: "C", price: "2" },
      ],
    });
    expect([evaluate(value).status, evaluate(value).award]).toEqual(["provisional", []]);
    expect(
      evaluate(
        document({
          model: { winners: 2 },
          bids: [
            { id: "A", price: "1" },
            { id: "B", price: "2" },
            { id: "C", price: "3" },
          ],
        }),
      ).award,
    ).toEqual(["A", "B"]);
  });
});

describe("what blocks an award, and what lets it go on", () => {
  const blocked = (criteria: Criterion[]) =>
    document({ criteria, bids: [{ id: "A", price: "10", scores: {} }] });
  const child = (id: string, weight: string) => monetary(id, { weight });

  test.each<[string, Criterion[], string]>(
    // prettier-ignore
    [
    ["weights of 99",        [{ id: "G", name: "G", kind: "plan", deduction: "1", children: [child("A", "60"), child("B", "39")] }], "blocking weights-not-100 criteria[G].children"],
    ["a weight missing",     [{ id: "G", name: "G", kind: "plan", deduction: "1", children: [child("A", "60"), monetary("B")] }],    "blocking weight-missing criteria[B].weight"],
    ["worth nothing",        [monetary("M")],                                                                                       "blocking criterion-without-worth criteria[M]"],
    ["no scale",             [{ id: "M", name: "M", kind: "plan", deduction: "1" }],                                                "blocking criterion-without-scale criteria[M]"],
    ["a scale without span", [monetary("M", { deduction: "1", scale: { type: "points", max: "0", zero: "0" } })],                   "blocking scale-without-span criteria[M].scale"],
    ["a measure in points",  [monetary("M", { perPoint: "1", scale: { type: "measure", worst: "1", best: "0", unit: "" } })],       "blocking criterion-without-points criteria[M]"],
    ["a panel of none",      [monetary("M", { deduction: "1", panel: "mean" })],                                                    "blocking panel-without-evaluators criteria[M].panel"],
    ["a key with no effect", [monetary("M", { deduction: "1", deductionPercent: "5" })],                                            "warning key-without-effect criteria[M].deductionPercent"],
  ],
  )("%s", (_, criteria, finding) => expect(codes(blocked(criteria))).toContain(finding));

  test("a bid tells that the model lacks a part, here the weight of one of a group", () => {
    const group = { id: "G", name: "G", kind: "plan" as const, deduction: "1" };
    const value = document({
      criteria: [{ ...group, children: [child("A", "60"), monetary("B")] }],
      bids: [{ id: "X", price: "10", scores: { A: "2", B: "2" } }],
    });
    expect(outcome(value)).toEqual(["X | undecided | – | – | model-incomplete B"]);
  });

  test("the gravest is told first", () => {
    const value = document({
      criteria: [monetary("M", { deduction: "1", deductionPercent: "5" }), monetary("N")],
      bids: [{ id: "A", price: "10", scores: { N: "1" } }],
    });
    const severities = evaluate(value).findings.map(({ severity }) => severity);
    expect([...new Set(severities)]).toEqual(["blocking", "open", "warning"]);
  });

  test("figures are still given, the award is not, until a recorded decision accepts it", () => {
    const criteria = [
      {
        id: "G",
        name: "G",
        kind: "plan" as const,
        deduction: "100",
        children: [child("A", "60"), child("B", "39")],
      },
    ];
    const bids = [{ id: "X", price: "1000", scores: { A: "5", B: "5" } }];
    const value = document({ criteria, bids });
    expect(outcome(value)).toEqual(["X | standing | 901 | 1 | "]);
    expect([evaluate(value).status, evaluate(value).award]).toEqual(["blocked", []]);
    const accepted = document({
      criteria,
      bids,
      model: { accepted: [{ code: "weights-not-100", reason: "Annonserat så", by: "Ada Ek" }] },
    });
    expect([evaluate(accepted).status, evaluate(accepted).award]).toEqual(["final", ["X"]]);
    expect(evaluate(accepted).findings[0]?.accepted).toEqual({
      reason: "Annonserat så",
      by: "Ada Ek",
    });
  });

  test("a finding about a bid cannot be accepted away", () => {
    const value = document({
      model: { accepted: [{ code: "score-outside-scale", reason: "x", by: "y" }] },
      criteria: [monetary("M", { deduction: "1" })],
      bids: [{ id: "A", price: "1", scores: { M: "9" } }],
    });
    expect(evaluate(value).status).toBe("blocked");
  });
});

describe("what someone should look at", () => {
  test("the bidder's own sum is compared, never used, and never rejects", () => {
    const value = document({ bids: [{ id: "A", price: "100" }] });
    (value.bids[0] as { statedTotal: string }).statedTotal = "90";
    expect(outcome(value)).toEqual(["A | standing | 100 | 1 | "]);
    expect(codes(value)).toEqual(["warning stated-total-differs bids[A].statedTotal"]);
  });

  test("all bids rejected is a result, and no award", () => {
    const value = document({
      requirements: ["K"],
      bids: [{ id: "A", price: "1", verdicts: { K: "not-met" } }],
    });
    expect(codes(value)).toEqual([
      "warning rejection-without-reason bids[A].answers[K].verdict",
      "note all-bids-rejected bids",
    ]);
    expect([evaluate(value).status, evaluate(value).award]).toEqual(["final", []]);
  });

  test("in a relative model each bid answers for its own price only, and a rejected one is not compared", () => {
    const relative: Partial<Model> = {
      method: {
        type: "points",
        price: { weight: "40", scale: { type: "relative-lowest" } },
        quality: "as-is",
      },
    };
    const criteria = [monetary("K", { weight: "60" })];
    const unpriced = document({
      model: relative,
      criteria,
      bids: [
        { id: "A", scores: { K: "5" } },
        { id: "B", scores: { K: "5" } },
      ],
    });
    expect(evaluate(unpriced).bids.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ["price-missing"],
      ["price-missing"],
    ]);
    // The lowest price is 80 and not 40: C is rejected. 40 × 80/100 + 60 = 92.
    const rejected = document({
      model: relative,
      criteria,
      requirements: ["R"],
      bids: [
        { id: "A", price: "100", scores: { K: "5" }, verdicts: { R: "met" } },
        { id: "B", price: "80", scores: { K: "0" }, verdicts: { R: "met" } },
        { id: "C", price: "40", scores: { K: "5" }, verdicts: { R: "not-met" } },
      ],
    });
    expect(
      evaluate(rejected).bids.map(({ result, rank }) => [
        result.value?.toText(),
        rank.value?.toText(),
      ]),
    ).toEqual([
      ["92", "1"],
      ["40", "2"],
      ["140", undefined],
    ]);
  });
});
