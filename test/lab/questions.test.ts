/**
 * The laboratory's questions on evaluations small enough to work out by hand: what one step is
 * worth, which step or price turns the outcome, what can still happen, what disputed points can
 * change.
 */
import type { Criterion, EvaluationDocument, MethodSpec } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { Variant } from "../../src/core/variant";
import { rankedDocument } from "../../src/lab/ranked-document";
import { setUpSimulation } from "../../src/lab/simulation-setup";
import { lint } from "../../src/lab/lint";
import { outlooksOf } from "../../src/lab/who-can-win";
import { requirementLint } from "../../src/lab/requirement-lint";
import { reversalByAddition, reversalsByAbsence } from "../../src/lab/rank-reversal";
import { selfChecks } from "../../src/lab/self-checks";
import { sensitivities } from "../../src/lab/sensitivity";
import { rivalsOfPerfect } from "../../src/lab/rivals-of-perfect";
import { tippingPoints } from "../../src/lab/tipping-points";
import type { Dispute } from "../../src/lab/whatif";
import { whatIf } from "../../src/lab/whatif";
import { effectiveWeights, stepWorths, weights } from "../../src/lab/criterion-value";
import { templateDocument } from "../../src/app/templates/template-document";
import { workedExample } from "../../src/lab/worked-example";
import { eforms } from "../../src/exchange/eforms";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const whole = { type: "points", zero: "0", max: "5", step: "1" } as const;
const K = (id: string, more: Partial<Criterion>) => monetary(id, { scale: whole, ...more });
const exact = { rounding: { result: null }, ties: [] };

/**
 * K is worth 500 kr (100 a step), L 250 kr (50 a step). A: 1 000 − 300 − 100 = 600. B: 900 − 100 −
 * 50 = 750. C: 1 200 − 500 − 0 = 700.
 */
const three = document({
  model: exact,
  criteria: [K("K", { deduction: "500" }), K("L", { deduction: "250" })],
  bids: [
    { id: "A", price: "1000", scores: { K: "3", L: "2" } },
    { id: "B", price: "900", scores: { K: "1", L: "1" } },
    { id: "C", price: "1200", scores: { K: "5", L: "0" } },
  ],
});
const text = (value: Exact | "any" | undefined) =>
  value instanceof Exact ? value.toText() : value;

describe("what quality is worth", () => {
  const worth = (method: MethodSpec, criteria: readonly Criterion[], price: string) =>
    stepWorths(document({ model: { ...exact, method }, criteria, bids: [] }), Exact.of(price)).map(
      ({ id, least, most }) => `${id} ${least.toText()} ${most.toText()}`,
    );

  test.each([
    // 500/5 and 250/5
    [
      "kronor",
      { type: "monetary" },
      [K("K", { deduction: "500" }), K("L", { addition: "250" })],
      ["K 100 100", "L 50 50"],
    ],
    // ten kronor a point; the levels are one and three points apart
    [
      "kronor a point, uneven levels",
      { type: "monetary" },
      [
        monetary("K", {
          perPoint: "10",
          scale: {
            type: "levels",
            levels: [
              { value: "0", label: "" },
              { value: "1", label: "" },
              { value: "4", label: "" },
            ],
          },
        }),
      ],
      ["K 10 30"],
    ],
    // 20 % of 1 000 over five steps
    [
      "per cent of the price",
      { type: "percentage" },
      [K("K", { deductionPercent: "20" })],
      ["K 40 40"],
    ],
    // one step is 60 % × 20 = 12 points; one krona is 40 % × 100 / 1 000 = 0.04 points; 12/0.04
    [
      "points between fixed prices",
      {
        type: "points",
        price: { weight: "40", scale: { type: "absolute-linear", best: "500", worst: "1500" } },
        quality: "as-is",
      },
      [K("K", { weight: "60" })],
      ["K 300 300"],
    ],
    // P/Q: from Q = 0.2 to 0.4 the price may double, from 0.8 to 1 rise by a quarter
    [
      "price by quality",
      { type: "quotient", form: "price-per-quality" },
      [K("K", { weight: "100", minimum: "1" })],
      ["K 250 1000"],
    ],
  ] as const)("%s", (_, method, criteria, expected) => {
    expect(worth(method as MethodSpec, criteria, "1000")).toEqual(expected);
  });

  test("nominal and effective weights", () => {
    // ΣD = 750. Spreads: price 300, K 400 (−100 … −500), L 100 (0 … −100); 800 together.
    const found = weights(three, evaluate(three)).map(
      ({ id, nominal, effective }) => `${id} ${nominal.toDecimal(4)} ${effective?.toText()}`,
    );
    expect(found).toEqual(["K 66.6667 50", "L 33.3333 12.5"]);
    expect(effectiveWeights(evaluate(three)).get("price")?.toText()).toBe("37.5");
  });
});

describe("what would turn the outcome", () => {
  test("single steps: C is 100 behind A, B 150", () => {
    // A down one step on K is 700, level with C: shared first place. Nothing else comes within one
    // step.
    expect(tippingPoints(evaluate(three)).scores).toEqual([
      { bid: "A", criterion: "K", name: "K", from: "3", to: "2", leaders: ["A", "C"] },
    ]);
  });

  test("a rejected bid is not asked about, and is nobody's rival", () => {
    const value = {
      ...three,
      requirements: [{ id: "R", text: "Krav", kind: "mandatory" as const }],
      bids: three.bids.map((bid) => ({
        ...bid,
        answers: { R: { verdict: bid.id === "C" ? ("not-met" as const) : ("met" as const) } },
      })),
    };
    // Without C, A at 600 may cost up to 150 more before B, at 750, is level.
    expect(
      tippingPoints(evaluate(value)).prices.map(({ bid, highest }) => [bid, text(highest)]),
    ).toEqual([
      ["A", "1149.99"],
      ["B", "749.99"],
    ]);
    expect(tippingPoints(evaluate(value)).scores).toEqual([]);
    expect(rankedDocument(evaluate(value)).bids.map(({ id }) => id)).toEqual(["A", "B"]);
  });

  test("prices, to the öre", () => {
    // A may cost less than 1 100; B must come below 750 (750 − 150 = 600); C below 1 100.
    expect(
      tippingPoints(evaluate(three)).prices.map(({ bid, leads, highest }) => [
        bid,
        leads,
        text(highest),
      ]),
    ).toEqual([
      ["A", true, "1099.99"],
      ["B", false, "749.99"],
      ["C", false, "1099.99"],
    ]);
  });

  test("the worth of a criterion: A and C cross where K is worth 1.5 times as much, A and B where a quarter", () => {
    // K: A 900 − 300t, B 850 − 100t (t = 0.25), C 1 200 − 500t (t = 1.5). L: A 700 − 100t, B 800 −
    // 50t (t = −2), C 700 (t = 0).
    const found = sensitivities(evaluate(three)).map(({ id, low, high }) => [
      id,
      low && `${low.bid} ${low.times.toText()}`,
      high && `${high.bid} ${high.times.toText()}`,
    ]);
    expect(found).toEqual([
      ["K", "B 0.25", "C 1.5"],
      ["L", "C 0", undefined],
    ]);
    expect(
      sensitivities(evaluate(three))[0]?.lines.map(({ bid, results }) => [
        bid,
        ...results.map((value) => value.toText()),
      ]),
    ).toEqual([
      ["A", "900", "750", "600", "450", "300"],
      ["B", "850", "800", "750", "700", "650"],
      ["C", "1200", "950", "700", "450", "200"],
    ]);
  });

  test("bids that are level now have no distance to each other", () => {
    const level = {
      ...three,
      bids: [
        { ...three.bids[0], id: "A" },
        { ...three.bids[0], id: "B" },
      ] as EvaluationDocument["bids"],
    };
    expect(sensitivities(evaluate(level)).map(({ low, high }) => [low, high])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    const apart = {
      ...level,
      bids: [
        level.bids[0],
        { ...level.bids[1], price: "1100", scores: { K: { value: "4" }, L: { value: "2" } } },
      ] as EvaluationDocument["bids"],
    };
    expect(sensitivities(evaluate(apart)).map(({ low, high }) => [low, high])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test("a perfect bid at 1 000 is beaten by half the quality below 700, by none of it below 250", () => {
    // Half-way is 3 of 5 on both: 450 of 750. 1 000 − 750 = 250 = P − 450 → P = 700.
    expect(
      rivalsOfPerfect({ ...three, bids: [] }, Exact.of("1000")).map(({ quality, price }) => [
        quality,
        text(price),
      ]),
    ).toEqual([
      [0, "249.99"],
      [0.5, "699.99"],
      [1, "999.99"],
    ]);
    expect(
      text(rivalsOfPerfect({ ...three, bids: [] }, Exact.of("700"))[0]?.price),
    ).toBeUndefined();
  });

  test("a third bid turns the order of two in a relative model, and never in an absolute one", () => {
    // domain.md A, R1: A (100 kr, 60) 80.0 beats B (130, 80) 78.46; with C (70, 10) B 66.9 beats A
    // 65.0.
    const relative = document({
      model: {
        ...exact,
        method: {
          type: "points",
          price: { weight: "50", scale: { type: "relative-lowest" } },
          quality: "as-is",
        },
      },
      criteria: [monetary("K", { weight: "50", scale: { type: "points", zero: "0", max: "100" } })],
      bids: [
        { id: "A", price: "100", scores: { K: "60" } },
        { id: "B", price: "130", scores: { K: "80" } },
        { id: "C", price: "70", scores: { K: "10" } },
      ],
    });
    expect(
      reversalsByAbsence(Variant.of(relative)).map(({ third, before, after }) => [
        third.id,
        before,
        after,
      ]),
    ).toEqual([["C", ["A"], ["B"]]]);
    const two = { ...relative, bids: relative.bids.slice(0, 2) };
    expect(reversalByAddition(Variant.of(two))).toMatchObject({ before: ["A"], after: ["B"] });
    expect(reversalsByAbsence(Variant.of(three))).toEqual([]);
    expect(reversalByAddition(Variant.of(three))).toBeUndefined();
  });
});

describe("what can still happen while something is missing", () => {
  const without = (bid: string, criterion: string): EvaluationDocument => ({
    ...three,
    bids: three.bids.map((each) =>
      each.id === bid
        ? {
            ...each,
            scores: Object.fromEntries(
              Object.entries(each.scores).filter(([id]) => id !== criterion),
            ),
          }
        : each,
    ),
  });
  const seen = (value: EvaluationDocument) =>
    outlooksOf(evaluate(value)).map(
      ({ bid, canWin, best, worst }) =>
        `${bid} ${canWin ? "can" : "cannot"} ${best}–${worst ?? "out"}`,
    );

  test("a criterion called constructor is missing like any other", () => {
    const value = document({
      model: exact,
      criteria: [K("constructor", { deduction: "500" })],
      bids: [
        { id: "A", price: "1000", scores: { constructor: "5" } },
        { id: "B", price: "900" },
      ],
    });
    expect(seen(value)).toEqual(["A can 1–2", "B can 1–2"]);
    expect(tippingPoints(evaluate(value)).scores).toEqual([]);
  });

  test("of a panel only the scores that nobody has given are open", () => {
    // A has 5 of E1, so its mean is 2.5 … 5: 1000 − (250 … 500). B has 400, C 800.
    const given = (...values: readonly string[]) => ({
      K: { assessments: values.map((value, n) => ({ evaluator: `E${n + 1}`, value })) },
    });
    const value = document({
      model: exact,
      criteria: [K("K", { deduction: "500", panel: "mean" })],
      bids: [
        { id: "A", price: "1000" },
        { id: "B", price: "900" },
        { id: "C", price: "800" },
      ],
    });
    const scores = [given("5"), given("5", "5"), given("0", "0")];
    expect(
      seen({
        ...value,
        evaluators: ["E1", "E2"].map((id) => ({ id, name: id })),
        bids: value.bids.map((bid, n) => ({ ...bid, scores: scores[n] ?? {} })),
      }),
    ).toEqual(["A cannot 2–2", "B can 1–1", "C cannot 3–3"]);
  });

  test("nothing is said when nothing is missing", () =>
    expect(outlooksOf(evaluate(three))).toEqual([]));

  test("B not scored on L: between 550 and 800, so it can win; C, at 700, cannot", () => {
    // B: 900 − 100 − (0 … 250) = 550 … 800; A 600; C 700.
    expect(seen(without("B", "L"))).toEqual(["A can 1–2", "B can 1–3", "C cannot 2–3"]);
  });

  test("A not scored on K: between 400 and 900", () => {
    expect(seen(without("A", "K"))).toEqual(["A can 1–3", "B cannot 2–3", "C can 1–2"]);
  });

  test("an unread requirement can reject the best, and then anyone below can win", () => {
    const value = {
      ...three,
      requirements: [{ id: "R", text: "Krav", kind: "mandatory" as const }],
      bids: three.bids.map((bid) => ({
        ...bid,
        answers: bid.id === "A" ? {} : { R: { verdict: "met" as const } },
      })),
    };
    expect(seen(value)).toEqual(["A can 1–out", "B cannot 2–3", "C can 1–2"]);
  });
});

describe("disputed points", () => {
  const value = {
    ...three,
    requirements: [{ id: "R", text: "Krav", kind: "mandatory" as const }],
    bids: three.bids.map((bid) => ({ ...bid, answers: { R: { verdict: "met" as const } } })),
  };
  const asked = (...disputes: readonly Dispute[]) => {
    const outcome = whatIf(evaluate(value), disputes);
    if (!("after" in outcome)) return outcome.map(({ code }) => code).join();
    return `${outcome.changes ? "changes" : "stands"}: ${outcome.after.order.map((group) => group.join("=")).join(" ")}${outcome.canLead.length === 0 ? "" : `; can lead: ${outcome.canLead.map(({ bid }) => bid).join()}`}`;
  };
  // prettier-ignore
  const rows: readonly (readonly [string, readonly Dispute[], string])[] = [
    ["A's K is 2 and not 3: level with C",   [{ kind: "set", bid: "A", criterion: "K", value: "2" }], "changes: A=C B"],
    ["A's K a step lower",                   [{ kind: "lower", bid: "A", criterion: "K" }],           "changes: A=C B"],
    ["B's K two steps lower, at the end",    [{ kind: "lower", bid: "B", criterion: "K" }],           "stands: A C B"],
    ["A's points on K are struck",           [{ kind: "strike", bid: "A", criterion: "K" }],          "changes: C B A"],
    ["all points on L are struck",           [{ kind: "strike", criterion: "L" }],                    "changes: A=C B"],
    ["A does not meet R after all",          [{ kind: "verdict", bid: "A", requirement: "R", verdict: "not-met" }], "changes: C B"],
    ["C's L may be anything: 700 − 250",     [{ kind: "any", bid: "C", criterion: "L" }],             "changes: A C B; can lead: A,C"],
    ["B's L may be anything: 800 − 250",     [{ kind: "any", bid: "B", criterion: "L" }],             "changes: A C B; can lead: A,B"],
    ["C's K is at its best already",         [{ kind: "any", bid: "C", criterion: "K" }],             "stands: A C B; can lead: A"],
    ["a bid that is not there",              [{ kind: "raise", bid: "Z", criterion: "K" }],           "whatif-unknown-bid"],
    ["a criterion that is not there",        [{ kind: "raise", bid: "A", criterion: "Z" }],           "whatif-unknown-criterion"],
    ["half a point on a scale of whole ones", [{ kind: "set", bid: "A", criterion: "K", value: "2.5" }], "whatif-off-scale"],
    ["more points than there are",           [{ kind: "set", bid: "A", criterion: "K", value: "6" }], "whatif-off-scale"],
  ];
  test.each(rows)("%s", (_, disputes, expected) => expect(asked(...disputes)).toBe(expected));

  test("nothing is written into the evaluation", () => {
    const before = JSON.stringify(value);
    asked({ kind: "strike", criterion: "K" });
    expect(JSON.stringify(value)).toBe(before);
  });
});

describe("what a simulation refuses, with its field", () => {
  const refused = (wishes: Partial<Parameters<typeof setUpSimulation>[2]>) => {
    const made = setUpSimulation(evaluate({ ...three, bids: [] }), [], {
      seed: 1,
      draws: 10,
      bids: 3,
      scores: {},
      ...wishes,
    });
    return "slots" in made ? "accepted" : made.map(({ code, where }) => `${code} ${where}`).join();
  };
  test.each(
    // prettier-ignore
    [
    [{ price: { from: "-1", to: "100" } },                    "simulate-negative-price simulate.price"],
    [{ price: { from: "0", to: "100" } },                     "accepted"],
    [{ price: { from: "200", to: "100" } },                   "simulate-range-turned simulate.price"],
    [{ price: { from: "1e5", to: "2e5" } },                   "simulate-not-a-range simulate.price"],
    [{ scores: { K: { from: "0", to: "6" } } },               "simulate-off-scale simulate.scores[K]"],
    [{ scores: { K: { from: "-1", to: "5" } } },              "simulate-off-scale simulate.scores[K]"],
    [{ scores: { K: { from: "2.2", to: "2.8" } } },           "simulate-off-scale simulate.scores[K]"],
    [{ scores: { K: { from: "2", to: "5" } } },               "accepted"],
    [{ scores: { Z: { from: "2", to: "5" } } },               "simulate-unknown-criterion simulate.scores[Z]"],
    [{ bids: 1 },                                             "simulate-too-few bids"],
    [{ bids: 101 },                                           "simulate-too-many bids"],
  ] as const,
  )("%j", (wishes, expected) => expect(refused(wishes)).toBe(expected));

  test("models that score other criteria cannot share draws", () => {
    const other = { ...three, criteria: [K("K", { deduction: "500" })] };
    const made = setUpSimulation(evaluate(three), [other], {
      seed: 1,
      draws: 10,
      bids: 3,
      scores: {},
    });
    expect("slots" in made ? [] : made.map(({ code, details }) => [code, details["ids"]])).toEqual([
      ["simulate-models-differ", ["L"]],
    ]);
  });
});

describe("prices that nobody has asked for", () => {
  const drawnBetween = (priceCeiling?: string) => {
    const model = { ...three.model, ...(priceCeiling === undefined ? {} : { priceCeiling }) };
    const wishes = { seed: 1, draws: 10, bids: 1, scores: {} };
    const made = setUpSimulation(evaluate({ ...three, model }), [], wishes);
    const drawn = "slots" in made ? made.slots.at(-1)?.price : undefined;
    const { from = "", step = "", count = 0 } = drawn ?? {};
    const last = Exact.of(from).plus(Exact.of(step).times(Exact.of(String(count))));
    return [from, last.toText()];
  };
  // The lowest bid is B's 900.
  test.each([
    ["a fifth below the lowest bid and a fifth above it", undefined, ["720", "1080"]],
    ["none above the ceiling", "1000", ["720", "1000"]],
    ["nor above one in öre", "1000.25", ["720", "1000.25"]],
    ["a ceiling above them changes nothing", "1500", ["720", "1080"]],
  ])("%s", (_, ceiling, expected) => expect(drawnBetween(ceiling)).toEqual(expected));
});

describe("self-checks", () => {
  const names = (method: MethodSpec, criteria: readonly Criterion[]) =>
    selfChecks(
      evaluate({ ...three, model: { ...three.model, method }, criteria: [...criteria] }),
    ).map(({ name, holds }) => `${name} ${holds}`);
  const every = (...list: readonly string[]) => list.map((name) => `${name} true`);
  test.each(
    // prettier-ignore
    [
    ["kronor: six of six",     { type: "monetary" }, [K("K", { deduction: "500" }), K("L", { deduction: "250" })], every("permuted", "renamed", "shifted", "split", "forms", "alone")],
    ["per cent",               { type: "percentage" }, [K("K", { deductionPercent: "20" }), K("L", { additionPercent: "10" })], every("permuted", "renamed", "scaled", "split", "alone")],
    ["relative points",        { type: "points", price: { weight: "40", scale: { type: "relative-lowest" } }, quality: "as-is" }, [K("K", { weight: "30" }), K("L", { weight: "30" })], every("permuted", "renamed", "scaled", "split")],
    ["an order of priority",   { type: "priority-order", order: ["K", "price", "L"] }, [K("K", {}), K("L", {})], every("permuted", "renamed", "scaled")],
  ] as const,
  )("%s", (_, method, criteria, expected) =>
    expect(names(method as MethodSpec, criteria)).toEqual(expected),
  );
});

describe("requirement texts", () => {
  const about = (...texts: readonly string[]) =>
    requirementLint({
      ...three,
      requirements: texts.map((each, n) => ({
        id: `R${n + 1}`,
        text: each,
        kind: "mandatory" as const,
        verification: "description" as const,
      })),
    })
      .filter(({ code }) => code !== "requirements-per-area")
      .map(({ code, details }) =>
        [
          code,
          String(details["id"] ?? details["ids"]),
          details["word"] ?? details["words"] ?? details["figures"] ?? details["share"],
        ].join(" "),
      );
  test.each(
    // prettier-ignore
    [
    [["Systemet ska spara alla ändringar."],                                             ["requirement-absolute R1 alla"]],
    [["Systemet ska spara ändringar i ärendet."],                                        []],
    [["Systemet ska hantera smålallar."],                                                []],
    [["Användaren ska klicka på en knapp för att spara."],                               ["requirement-detail R1 klicka"]],
    [["Systemet ska logga åtkomst och det ska larma vid intrång."],                      ["requirement-twice R1 ska … och … ska"]],
    [["Systemet ska logga åtkomst. Det ska larma."],                                     []],
    [["The system shall log access and it must raise an alarm."],                        ["requirement-twice R1 shall … and … must"]],
    [["Systemet ska visa klientens ärenden sorterade efter datum.", "Systemet ska visa klientens ärenden sorterade efter datum"], ["requirement-near-duplicate R1,R2 100"]],
    [["Svarstiden vid sökning i journalen får vara högst 2 sekunder.", "Svarstiden vid sökning i journalen får vara högst 3 sekunder."], ["requirement-contradiction R1,R2 2,3"]],
    [["Utskrift av beslut ska kunna göras lokalt hos handläggaren.", "Utskrift av beslut ska inte kunna göras lokalt hos handläggaren."], ["requirement-contradiction R1,R2 "]],
    [[1, 2, 3, 2].map((seconds) => `Svarstiden vid sökning i journalen får vara högst ${seconds} sekunder.`), ["requirement-near-duplicate R2,R4 100", "requirement-contradiction R1,R2,R3,R4 1,2,3"]],
    // 19 words; with one more 19/20, with two others 19/21, and those two of each other 19/22.
    [["", " xal", " yal zal"].map((more) => `aord bord cord dord eord ford gord hord iord jord kord lord mord nord oord pord qord rord sord${more}`), ["requirement-near-duplicate R1,R2,R3 86"]],
    [["Systemet ska visa klientens ärenden sorterade efter datum.", "Systemet ska skriva ut beslut lokalt hos handläggaren."], []],
  ],
  )("%j", (texts, expected) => expect(about(...texts)).toEqual(expected));

  test("those without verification are counted, and all by area", () => {
    const value = {
      ...three,
      requirements: [
        { id: "R1", text: "a", area: "Teknik", kind: "mandatory" as const },
        {
          id: "R2",
          text: "b",
          area: "Teknik",
          kind: "mandatory" as const,
          verification: "none" as const,
        },
        { id: "R3", text: "c", kind: "mandatory" as const, verification: "document" as const },
      ],
    };
    expect(
      requirementLint(value).map(({ code, details }) => [code, details["ids"] ?? details["areas"]]),
    ).toEqual([
      ["requirement-without-verification", ["R1", "R2"]],
      ["requirements-per-area", ["Teknik 2", "– 1"]],
    ]);
  });
});

describe("eForms", () => {
  const numbers = (method: MethodSpec, criteria: readonly Criterion[]) => {
    const { criteria: list, ...rest } = eforms(
      { ...three, model: { ...three.model, method }, criteria: [...criteria] },
      "TEXT",
      "Pris",
    );
    return [
      ...list.map((each) =>
        [
          each["BT-539"],
          each["BT-734"],
          ...each.numbers.map((number) => `${number["BT-541"]} ${number.code} ${number.value}`),
        ].join(" "),
      ),
      ...Object.keys(rest),
    ];
  };
  test.each([
    [
      { type: "monetary" },
      [K("K", { deduction: "500", minimum: "2" })],
      ["price Pris", "quality K 2 BT-5423 min-score", "BT-543"],
    ],
    [
      {
        type: "points",
        price: { weight: "40", scale: { type: "relative-lowest" } },
        quality: "as-is",
      },
      [K("K", { weight: "60" })],
      ["price Pris 40 BT-5421 per-exa", "quality K 60 BT-5421 per-exa", "BT-543"],
    ],
    [
      { type: "fixed-price", price: "1000" },
      [K("K", { weight: "100" })],
      ["price Pris 1000 BT-5422 fix-tot", "quality K 100 BT-5421 per-exa"],
    ],
    [
      { type: "priority-order", order: ["K", "price"] },
      [K("K", {})],
      ["price Pris 2 BT-5421 ord-imp", "quality K 1 BT-5421 ord-imp", "BT-733-required"],
    ],
    [{ type: "lowest-price" }, [], ["price Pris"]],
  ] as const)("%j", (method, criteria, expected) =>
    expect(numbers(method as MethodSpec, criteria)).toEqual(expected),
  );
});

test("the worked example: half of the quality at an assumed million, four fifths at a tenth more", () => {
  // A: 1 000 000 − 500 × 3/5 − 250 × 3/5 = 999 550. B: 1 100 000 − 500 × 4/5 − 250 × 4/5 = 1 099
  // 400.
  expect(workedExample(three, sv).replaceAll("\u00a0", " ").split("\n").slice(4)).toEqual([
    "Anbud A: anbudspris 1 000 000",
    "  K: andel 0,6 → −300",
    "  L: andel 0,6 → −150",
    "  Utvärderingspris: 999 550 (plats 1)",
    "",
    "Anbud B: anbudspris 1 100 000",
    "  K: andel 0,8 → −400",
    "  L: andel 0,8 → −200",
    "  Utvärderingspris: 1 099 400 (plats 2)",
    "",
  ]);
});

// Full marks take off 700 000, more than half of a million; of ten millions they take off less.
test("the worked example's price is so high that full marks take off no more than half of it", () => {
  const costly = document({
    model: exact,
    criteria: [K("K", { deduction: "400000" }), K("L", { deduction: "300000" })],
    bids: [],
  });
  const lines = workedExample(costly, sv).replaceAll("\u00a0", " ");
  // 10 000 000 − 700 000 × 3/5, and 11 000 000 − 700 000 × 4/5.
  expect(lines).toMatch(/^ {2}Utvärderingspris: 9 580 000 \(plats 1\)$/m);
  expect(lines).toMatch(/^ {2}Utvärderingspris: 10 440 000 \(plats 2\)$/m);
});

test("the worked example parts its bids on coarse scales too, or it would not show what quality is worth", () => {
  const lines = (name: "monetary" | "items") =>
    workedExample({ ...templateDocument(name, sv), bids: [] }, sv).replaceAll("\u00a0", " ");
  // Levels 0, 1, 3, 5: half is 3 of 5, and so is four fifths; B then has 5.
  // A: 1 000 000 − 300 000 × 3/5 − 150 000 × 3/5. B: 1 100 000 − 300 000 − 150 000.
  expect(lines("monetary")).toMatch(/^ {2}Utvärderingspris: 730 000 \(plats 2\)$/m);
  expect(lines("monetary")).toMatch(/^ {2}Utvärderingspris: 650 000 \(plats 1\)$/m);
  // Yes or no: A has neither.
  expect(lines("items")).toMatch(/^ {2}Utvärderingspris: 1 000 000 \(plats 2\)$/m);
  expect(lines("items")).toMatch(/^ {2}Utvärderingspris: 650 000 \(plats 1\)$/m);
});

test("a finding of the linter says where it is in words, with its own figures", () => {
  const value = document({
    model: { ...exact, ties: ["lottery"], method: { type: "percentage" } },
    criteria: [K("K", { deductionPercent: "100" })],
    bids: [{ id: "A", price: "500" }],
  });
  expect(lint(value)[0]?.details).toMatchObject({
    quality: "100",
    low: "500",
    high: "1000",
    first: "0",
    second: "0",
  });
});
