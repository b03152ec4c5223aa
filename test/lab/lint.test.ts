/**
 * The linter, one row a question: a model that a court has struck down or will ask about, and the
 * finding it gets; and beside it the nearest model that gets none.
 */
import type { Criterion, MethodSpec, Model } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { lint } from "../../src/lab/lint";
import { document, monetary } from "../small";

type Row = readonly [
  name: string,
  method: MethodSpec,
  criteria: readonly Criterion[],
  expected: string,
  model?: Partial<Model>,
  prices?: readonly string[],
];

const decided = { rounding: { result: null }, ties: ["lottery"] };
const all = (
  method: MethodSpec,
  criteria: readonly Criterion[],
  model: Partial<Model> = {},
  prices: readonly string[] = [],
): string => {
  const bids = prices.map((price, n) => ({ id: `B${n + 1}`, price, scores: {} }));
  const value = document({ model: { ...decided, method, ...model }, criteria, bids });
  return lint(value, evaluate(value))
    .map(({ code, severity, where }) => `${severity} ${code} ${where}`)
    .join(" | ");
};

const kronor = { type: "monetary" } as const;
const percent = { type: "percentage" } as const;
const D = (id: string, deduction: string, more: Partial<Criterion> = {}) =>
  monetary(id, { deduction, ...more });
const W = (id: string, weight: string, more: Partial<Criterion> = {}) =>
  monetary(id, { weight, ...more });
const P = (id: string, deductionPercent: string) => monetary(id, { deductionPercent });
const graded = (
  scale: Extract<MethodSpec, { type: "points" }>["price"]["scale"],
  weight = "40",
): MethodSpec => ({ type: "points", price: { weight, scale }, quality: "as-is" });
const linear = { type: "absolute-linear", best: "100", worst: "1000" } as const;
const bands = (
  ...list: readonly (readonly [from: string, to: string, deduction: string])[]
): Partial<Criterion> => ({
  bands: list.map(([from, to, deduction]) => ({ from, to, deduction })),
});
const whole = { type: "points", zero: "0", max: "10", step: "1" } as const;
const levels = (...values: readonly string[]): Criterion["scale"] => ({
  type: "levels",
  levels: values.map((value) => ({ value, label: value })),
});
const group = (
  id: string,
  more: Partial<Criterion>,
  ...children: readonly Criterion[]
): Criterion => ({ id, name: id, kind: "added-value", children: [...children], ...more });
const leaf = (id: string, more: Partial<Criterion> = {}) => monetary(id, more);

const where = "model.method.price.scale.type";
// prettier-ignore
const rows: readonly Row[] = [
  // A price that is not always better when lower (HFD 2022 ref. 41)
  ["kronor are sound",                       kronor,  [D("K", "100")],                                    ""],
  ["price bands",                            graded({ type: "bands", bands: [{ upTo: "700", share: "1" }, { upTo: "900", share: "0.5" }] }), [W("K", "60")], `blocking price-not-strictly-monotone ${where} | warning price-bands-end model.method.price.scale.bands`],
  ["price bands below a ceiling",            graded({ type: "bands", bands: [{ upTo: "700", share: "1" }, { upTo: "900", share: "0.5" }] }), [W("K", "60")], `blocking price-not-strictly-monotone ${where}`, { priceCeiling: "900" }],
  ["price bands out of order",               graded({ type: "bands", bands: [{ upTo: "900", share: "1" }, { upTo: "700", share: "0.5" }] }), [W("K", "60")], `blocking price-not-strictly-monotone ${where} | blocking price-bands-not-rising model.method.price.scale.bands`],
  ["fixed anchors",                          graded(linear),  [W("K", "60")],                              ""],
  ["anchors turned round",                   graded({ type: "absolute-linear", best: "1000", worst: "100" }), [W("K", "60")], `blocking price-not-strictly-monotone ${where}`],
  ["a price without weight",                 graded(linear, "0"), [W("K", "100")],                         `blocking price-not-strictly-monotone ${where}`],
  ["a negative reference price",             graded({ type: "absolute-ratio", reference: "-5" }), [W("K", "60")], `blocking price-not-strictly-monotone ${where} | warning price-zero-undefined ${where}`],
  ["a slope from the lowest price",          graded({ type: "relative-slope", zeroAt: "35" }), [W("K", "60")], `warning rank-depends-on-other-bids ${where} | warning price-zero-undefined ${where}`],
  ["a slope that may widen",                 graded({ type: "relative-slope", zeroAt: "35", wider: "75" }), [W("K", "60")], `warning rank-depends-on-other-bids ${where} | warning slope-rewards-higher-price model.method.price.scale.wider | warning price-zero-undefined ${where}`],
  ["points per per cent below zero",         graded({ type: "relative-mean", perPercent: "-1" }), [W("K", "60")], `blocking price-not-strictly-monotone ${where} | warning rank-depends-on-other-bids ${where}`],
  ["per cent short of 100",                  percent, [P("K", "60"), P("L", "39.99")],                     ""],
  ["per cent that reach 100",                percent, [P("K", "60"), P("L", "40")],                        "blocking price-irrelevant-at-full-quality criteria"],
  ["per cent beyond 100",                    percent, [P("K", "60"), P("L", "60")],                        "blocking price-irrelevant-at-full-quality criteria | blocking price-not-strictly-monotone model.method.type"],
  ["additions beyond 100",                   percent, [monetary("K", { additionPercent: "200" })],         ""],
  ["no price in the order of priority",      { type: "priority-order", order: ["K"] }, [leaf("K")],        "blocking price-not-strictly-monotone model.method.type"],
  // Quotients
  ["price by a quality that can be zero",    { type: "quotient", form: "price-per-quality" }, [W("K", "100")], "blocking quotient-zero-possible model.method.form"],
  ["price by a quality with a minimum",      { type: "quotient", form: "price-per-quality" }, [W("K", "100", { minimum: "1" })], ""],
  ["a minimum share on one of two",          { type: "quotient", form: "price-per-quality" }, [W("K", "50"), W("L", "50", { minimumShare: "20" })], ""],
  ["a yes that is required",                 { type: "quotient", form: "price-per-quality" }, [W("K", "100", { scale: { type: "yes-no" }, minimum: "yes" })], ""],
  ["a yes that is not",                      { type: "quotient", form: "price-per-quality" }, [W("K", "100", { scale: { type: "yes-no" } })], "blocking quotient-zero-possible model.method.form"],
  ["a malus below zero",                     { type: "quotient", form: "price-per-quality" }, [W("K", "100", { scale: levels("-2", "0", "5") })], "blocking price-not-strictly-monotone model.method.type | blocking quotient-zero-possible model.method.form"],
  ["quality by a price that may be zero",    { type: "quotient", form: "quality-per-price" }, [W("K", "100")], "blocking quotient-zero-possible model.method.form"],
  ["quality by price, zero forbidden",       { type: "quotient", form: "quality-per-price" }, [W("K", "100")], "", { zeroPrice: "forbidden" }],
  // Other bids
  ["lowest price over price",                graded({ type: "relative-lowest" }), [W("K", "60")],          `warning rank-depends-on-other-bids ${where} | warning price-zero-undefined ${where}`],
  ["the same, zero forbidden",               graded({ type: "relative-lowest" }), [W("K", "60")],          `warning rank-depends-on-other-bids ${where}`, { zeroPrice: "forbidden" }],
  ["between lowest and highest",             graded({ type: "relative-range" }), [W("K", "60")],           `warning rank-depends-on-other-bids ${where} | warning price-undefined-when-equal ${where}`],
  ["best bid gets full points",              { type: "points", price: { weight: "40", scale: linear }, quality: "rescaled" }, [W("K", "60")], "warning rank-depends-on-other-bids model.method.quality"],
  // A fixed point that is the lowest bid
  ["best price is the lowest bid",           graded(linear), [W("K", "60")],                               "warning anchor-equals-lowest-bid model.method.price.scale.best", {}, ["100.00", "900"]],
  ["best price just below the lowest bid",   graded(linear), [W("K", "60")],                               "", {}, ["100.01", "900"]],
  ["best price is the second lowest bid",    graded(linear), [W("K", "60")],                               "", {}, ["99", "100"]],
  ["best price, lowest bid over the ceiling alone", graded(linear), [W("K", "60")],                        "warning anchor-equals-lowest-bid model.method.price.scale.best", { priceCeiling: "90" }, ["100"]],
  ["reference price is the lowest bid",      graded({ type: "absolute-ratio", reference: "700" }), [W("K", "60")], "warning anchor-equals-lowest-bid model.method.price.scale.reference", { zeroPrice: "forbidden" }, ["700", "900"]],
  ["reference price below it",               graded({ type: "absolute-ratio", reference: "650" }), [W("K", "60")], "", { zeroPrice: "forbidden" }, ["700", "900"]],
  ["first price band ends at it",            graded({ type: "bands", bands: [{ upTo: "700", share: "1" }, { upTo: "900", share: "0.5" }] }), [W("K", "60")], `blocking price-not-strictly-monotone ${where} | warning anchor-equals-lowest-bid model.method.price.scale.bands`, { priceCeiling: "900" }, ["700", "800"]],
  ["the last price band ends at it",         graded({ type: "bands", bands: [{ upTo: "700", share: "1" }, { upTo: "900", share: "0.5" }] }), [W("K", "60")], `blocking price-not-strictly-monotone ${where}`, { priceCeiling: "900" }, ["900"]],
  ["a fixed price that all offer",           { type: "fixed-price", price: "700" }, [W("K", "100")],       "", {}, ["700", "700"]],
  // Rules that are missing, or say nothing
  ["no tie rule",                            kronor,  [D("K", "100")],                                    "warning tie-rule-missing model.ties", { ties: [] }],
  ["ties without a lottery",                 kronor,  [D("K", "100")],                                    "note tie-chain-may-end model.ties", { ties: ["lowest-price"] }],
  ["highest deduction where there is none",  graded(linear), [W("K", "60")],                               "warning tie-rule-without-effect model.ties", { ties: ["highest-deduction", "lottery"] }],
  ["no rounding rule",                       kronor,  [D("K", "100")],                                    "warning rounding-rule-missing model.rounding.result", { rounding: {} }],
  ["rounded to öre",                         kronor,  [D("K", "100")],                                    "", { rounding: { result: { decimals: 2, mode: "half-up" } } }],
  ["rounded to kronor",                      kronor,  [D("K", "100")],                                    "note rounding-hides-price model.rounding.result", { rounding: { result: { decimals: 0, mode: "half-up" } } }],
  ["grades rounded to whole points",         graded(linear), [W("K", "60")],                               "warning rounding-hides-price model.rounding.grades", { rounding: { result: null, grades: { decimals: 0, mode: "half-up" } } }],
  // A basis that does not say what is computed
  ["cost without a life cycle",              { type: "lowest-price" }, [],                                 "warning cost-without-life-cycle model.basis", { basis: "cost", ties: ["lottery"] }],
  ["cost with a life cycle",                 { type: "lowest-price" }, [],                                 "", { basis: "cost", ties: ["lottery"], lifeCycle: { rate: "4", convention: "end" } }],
  ["a life cycle under the basis price",     { type: "lowest-price" }, [],                                 "warning life-cycle-under-price model.basis", { basis: "price", ties: ["lottery"], lifeCycle: { rate: "4", convention: "end" } }],
  // Bands on points
  ["bands that meet",                        kronor,  [monetary("K", { scale: whole, ...bands(["0", "5", "0"], ["6", "10", "50"]) })], ""],
  ["bands with a gap",                       kronor,  [monetary("K", { scale: whole, ...bands(["0", "5", "0"], ["7", "10", "50"]) })], "blocking bands-have-gap criteria[K].bands"],
  ["bands that stop short of the maximum",   kronor,  [monetary("K", { scale: whole, ...bands(["0", "5", "0"], ["6", "9", "50"]) })], "blocking bands-have-gap criteria[K].bands"],
  ["bands that begin above the lowest",      kronor,  [monetary("K", { scale: whole, ...bands(["2", "5", "0"], ["6", "10", "50"]) })], "blocking bands-have-gap criteria[K].bands"],
  ["bands that overlap",                     kronor,  [monetary("K", { scale: whole, ...bands(["0", "6", "0"], ["6", "10", "50"]) })], "blocking bands-overlap criteria[K].bands"],
  ["whole-point bands under a mean",         kronor,  [monetary("K", { scale: whole, panel: "mean", ...bands(["0", "5", "0"], ["6", "10", "50"]) })], "blocking bands-have-gap criteria[K].bands"],
  ["half steps between whole-point bands",   kronor,  [monetary("K", { scale: { ...whole, step: "0.5" }, ...bands(["0", "5", "0"], ["6", "10", "50"]) })], "blocking bands-have-gap criteria[K].bands"],
  ["half steps and half-point bands",        kronor,  [monetary("K", { scale: { ...whole, step: "0.5" }, ...bands(["0", "5", "0"], ["5.5", "10", "50"]) })], ""],
  ["a scale that names no step",             kronor,  [monetary("K", { scale: { type: "points", zero: "0", max: "10" }, ...bands(["0", "5", "0"], ["6", "10", "50"]) })], "warning bands-between-points criteria[K].bands"],
  ["a band that no accepted bid is in",      kronor,  [group("G", { aggregate: "points", minimumPoints: "6", ...bands(["0", "5", "0"], ["6", "10", "50"]) }, leaf("A", { scale: whole }))], "warning minimum-contradicts-bands criteria[G].bands"],
  // Floors
  ["a floor on the sum and on a part",       kronor,  [group("G", { aggregate: "points", perPoint: "50", minimumPoints: "5" }, leaf("A", { scale: whole, minimum: "1" }))], "warning minimum-in-two-ways criteria[G].minimumPoints"],
  ["a floor between half points",            kronor,  [group("G", { aggregate: "points", perPoint: "50", minimumPoints: "5" }, leaf("A", { scale: { ...whole, step: "0.5" } }))], "warning minimum-between-points criteria[G].minimumPoints"],
  ["a floor on whole points",                kronor,  [group("G", { aggregate: "points", perPoint: "50", minimumPoints: "5" }, leaf("A", { scale: whole }))], ""],
  // Worth
  ["a cap above what can be deducted",       kronor,  [D("K", "100", { cap: "200" })],                     "blocking cap-without-effect criteria[K].cap"],
  ["a cap equal to it",                      kronor,  [monetary("K", { perPoint: "10", scale: whole, cap: "100" })], "blocking cap-without-effect criteria[K].cap"],
  ["a cap below it",                         kronor,  [monetary("K", { perPoint: "10", scale: whole, cap: "99" })], ""],
  ["a cap of zero",                          kronor,  [D("K", "100", { cap: "0" }), D("L", "1")],          "blocking cap-without-effect criteria[K].cap | warning criterion-cannot-matter criteria[K]"],
  ["a deduction of nothing",                 kronor,  [D("K", "0"), D("L", "1")],                          "warning criterion-cannot-matter criteria[K]"],
  ["a weight of nothing",                    graded(linear), [W("K", "60"), W("L", "0")],                  "warning criterion-cannot-matter criteria[L]"],
  ["deductions above the lowest price",      kronor,  [D("K", "1000")],                                    "warning deductions-exceed-price criteria", {}, ["900", "1000"]],
  ["deductions below the gap in prices",     kronor,  [D("K", "90")],                                      "warning deductions-below-price-gap criteria", {}, ["900", "1000"]],
  ["deductions under a hundredth",           kronor,  [D("K", "8")],                                       "warning deductions-too-small criteria", {}, ["900", "901"]],
  ["the same against a ceiling",             kronor,  [D("K", "9")],                                       "warning deductions-too-small criteria", { priceCeiling: "1000" }],
  ["a sound sum of deductions",              kronor,  [D("K", "150")],                                     "", {}, ["900", "1000"]],
  ["forty deductions of their own",          kronor,  Array.from({ length: 40 }, (_, n) => D(`K${n}`, "10")), "warning many-small-deductions criteria"],
  // What is announced in words
  ["15 announced, 15 used",                  kronor,  [monetary("K", { perPoint: "10", description: "Högst 15 poäng.", scale: { ...whole, max: "15" } })], ""],
  ["15 announced, 16 used (Kontich)",        kronor,  [monetary("K", { perPoint: "10", description: "Högst 15 poäng.", scale: { ...whole, max: "16" } })], "blocking announced-maximum-differs criteria[K]"],
  ["75 000 kr announced and used",           kronor,  [D("K", "75000", { description: "Avdraget är max 75 000 kr." })], ""],
  ["75 000 kr announced, 70 000 used",       kronor,  [D("K", "70000", { description: "Avdraget är max 75 000 kr." })], "blocking announced-maximum-differs criteria[K]"],
  ["40 % announced, 60 used",                graded(linear), [W("K", "60", { description: "Väger som mest 40 %" })], "blocking announced-maximum-differs criteria[K]"],
  ["a share of something else",              graded(linear), [W("K", "60", { description: "Högst 40 % av personalen får vara ny." })], ""],
  ["a price that is not its worth",          kronor,  [D("K", "70000", { description: "Kursen får kosta högst 5 000 kr per deltagare." })], ""],
  ["a figure that announces no maximum",     kronor,  [D("K", "70000", { description: "Minst 3 poäng krävs, 75 000 kr är vanligt." })], ""],
];

test.each(rows.map((row) => [row[0], row] as const))(
  "%s",
  (_, [, method, criteria, expected, model, prices]) => {
    expect(all(method, criteria, model, prices)).toBe(expected);
  },
);

test("a blocking finding shows every figure and names no award, until it is accepted by name", () => {
  const value = document({
    model: { ...decided, method: percent },
    criteria: [P("K", "100")],
    bids: [
      { id: "A", price: "1000", scores: { K: "3" } },
      { id: "B", price: "900", scores: { K: "1" } },
    ],
  });
  const outcome = (of: typeof value) => {
    const evaluation = evaluate(of, lint(of));
    return [
      evaluation.status,
      evaluation.award.join(),
      ...evaluation.bids.map(
        ({ result, rank }) => `${result.value?.toText()} ${rank.value?.toText()}`,
      ),
    ];
  };
  // 1 000 × (1 − 3/5) = 400 and 900 × (1 − 1/5) = 720
  expect(outcome(value)).toEqual(["blocked", "", "400 1", "720 2"]);
  const accepted = {
    ...value,
    model: {
      ...value.model,
      accepted: [
        { code: "price-irrelevant-at-full-quality", reason: "Prövat av jurist", by: "UL" },
      ],
    },
  };
  expect(outcome(accepted)).toEqual(["final", "A", "400 1", "720 2"]);
  const other = {
    ...value,
    model: { ...value.model, accepted: [{ code: "bands-have-gap", reason: "x", by: "UL" }] },
  };
  expect(outcome(other)[0]).toBe("blocked");
});

test.each([
  ["three years, said as years and as periods", "3", { from: 1, to: 3 }, ["periods-are-years 9"]],
  ["twelve months in each of three years", "12", { from: 1, to: 3 }, []],
  ["three periods of a row that is paid once", "3", undefined, []],
  ["one period in one year", "1", { from: 2, to: 2 }, []],
])("a row's periods beside its contract years: %s", (_, periods, years, expected) => {
  const value = {
    ...document({ bids: [{ id: "A" }] }),
    priceItems: [
      {
        id: "P1",
        name: "Licens",
        category: "licence" as const,
        unit: "EUR/månad",
        quantity: "12",
        periods,
        ...(years ? { years } : {}),
      },
    ],
  };
  const told = lint(value).filter(({ where }) => where.startsWith("priceItems"));
  expect(told.map(({ code, details }) => `${code} ${String(details["times"])}`)).toEqual(expected);
});
