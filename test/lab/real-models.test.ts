/**
 * Models that Swedish authorities have published, row by row as their texts have them: each can be
 * written in the format, computes what the text says, and gets the question it deserves.
 */
import type { Criterion, Model } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { lint } from "../../src/lab/lint";
import { document, monetary } from "../small";

const grades = (...values: readonly string[]): Partial<Criterion> => ({
  scale: { type: "levels", levels: values.map((value) => ({ value, label: value })) },
});
const ground = (id: string, more: Partial<Criterion> = {}) =>
  monetary(id, { ...grades("0", "1", "2", "3"), ...more });
const grounds = (ids: string, more: Partial<Criterion> = {}) =>
  Array.from(ids, (id) => ground(id, more));
const sum = (more: Partial<Criterion>, children: readonly Criterion[]): Criterion[] => [
  {
    id: "S",
    name: "Bedömning",
    kind: "experience",
    aggregate: "points",
    children: [...children],
    ...more,
  },
];
const kronor = { method: { type: "monetary" } } as const;
const five = { scale: { type: "points", zero: "0", max: "5", step: "1" } } as const;

type Row = {
  readonly text: string;
  readonly model: Partial<Model>;
  readonly criteria: readonly Criterion[];
  /** Price, scores, and the outcome by hand. */
  readonly bids: readonly (readonly [
    price: string,
    scores: { readonly [id: string]: string | readonly string[] },
    outcome: string,
  ])[];
  readonly asked: readonly string[];
};

const rows: readonly Row[] = [
  {
    text: "600 at most: 50 kr a point, four grounds of 0–3, takpris 1 150, a total of 4 or less rejected",
    model: { ...kronor, priceCeiling: "1150" },
    criteria: sum({ perPoint: "50", minimumPoints: "5" }, grounds("abcd")),
    bids: [
      ["1000", { a: "3", b: "3", c: "3", d: "3" }, "400"],
      ["1000", { a: "1", b: "1", c: "1", d: "1" }, "rejected"],
      ["1151", { a: "3", b: "3", c: "3", d: "3" }, "rejected"],
    ],
    asked: ["rounding-rule-missing", "tie-rule-missing"],
  },
  {
    text: "900 at most: 75 kr a point, no takpris, a total of 4 or less rejected",
    model: kronor,
    criteria: sum({ perPoint: "75", minimumPoints: "5" }, grounds("abcd")),
    bids: [
      ["1200", { a: "3", b: "3", c: "3", d: "3" }, "300"],
      ["1000", { a: "2", b: "1", c: "1", d: "1" }, "625"],
    ],
    asked: ["rounding-rule-missing", "tie-rule-missing"],
  },
  {
    text: '600 at most: "four points, at least one per ground, or lower" can be read in two ways',
    model: kronor,
    criteria: sum({ perPoint: "50", minimumPoints: "5" }, grounds("abcd", { minimum: "1" })),
    bids: [
      ["1000", { a: "3", b: "3", c: "3", d: "1" }, "500"],
      ["1000", { a: "3", b: "3", c: "3", d: "0" }, "rejected"],
    ],
    asked: ["minimum-in-two-ways", "rounding-rule-missing", "tie-rule-missing"],
  },
  {
    text: "900 at most: 100 kr a point, three grounds of 0–3, takpris 1 500, at least 1 per ground",
    model: { ...kronor, priceCeiling: "1500" },
    criteria: sum({ perPoint: "100" }, grounds("abc", { minimum: "1" })),
    bids: [
      ["1500", { a: "3", b: "3", c: "3" }, "600"],
      ["1400", { a: "3", b: "0", c: "3" }, "rejected"],
    ],
    asked: ["rounding-rule-missing", "tie-rule-missing"],
  },
  {
    text: "600 at most: several consultants, takpris 1 300, any of them below 1 on a ground rejects the whole bid",
    model: { ...kronor, priceCeiling: "1300" },
    criteria: sum({ perPoint: "50" }, grounds("abcd", { minimum: "1", perConsultant: true })),
    // (3 + 1)/2 = 2 on a, and 3 on each of the rest: 11 points, 550 kr
    bids: [
      ["1000", { a: ["3", "1"], b: ["3", "3"], c: ["3", "3"], d: ["3", "3"] }, "450"],
      ["1000", { a: ["3", "0"], b: ["3", "3"], c: ["3", "3"], d: ["3", "3"] }, "rejected"],
    ],
    asked: ["rounding-rule-missing", "tie-rule-missing"],
  },
  {
    text: "600 at most: 40 kr a point, 15 points",
    model: kronor,
    criteria: sum(
      { perPoint: "40" },
      ["a", "b", "c"].map((id) => monetary(id, five)),
    ),
    bids: [
      ["1000", { a: "5", b: "5", c: "5" }, "400"],
      ["900", { a: "0", b: "0", c: "1" }, "860"],
    ],
    asked: ["rounding-rule-missing", "tie-rule-missing"],
  },
  {
    text: "700 at most: bands 17–20, 11–16, 6–10, 0–5, takpris 1 250, at least 1 per ground, ties by deduction, then lots",
    model: { ...kronor, priceCeiling: "1250", ties: ["highest-deduction", "lottery"] },
    criteria: sum(
      {
        bands: [
          { from: "17", to: "20", deduction: "700" },
          { from: "11", to: "16", deduction: "350" },
          { from: "6", to: "10", deduction: "150" },
          { from: "0", to: "5", deduction: "0" },
        ],
      },
      ["a", "b", "c", "d"].map((id) => monetary(id, { ...five, minimum: "1" })),
    ),
    bids: [
      ["1250", { a: "5", b: "5", c: "5", d: "2" }, "550"],
      ["900", { a: "5", b: "4", c: "1", d: "1" }, "550"],
      ["700", { a: "5", b: "5", c: "5", d: "0" }, "rejected"],
    ],
    asked: ["rounding-rule-missing"],
  },
  {
    text: "framework: bid + 90 000 − added value, whole kronor, 8 winners, ties by one criterion, another, then lots",
    model: {
      method: { type: "monetary", constant: "90000" },
      rounding: { result: { decimals: 0, mode: "half-up" } },
      winners: 8,
      ties: ["criterion:a", "criterion:b", "lottery"],
    },
    criteria: [
      monetary("a", { perPoint: "1", ...grades("0", "30000", "45000") }),
      monetary("b", { perPoint: "1", ...grades("0", "10000", "45000") }),
    ],
    // 500 000 + 90 000 − 40 000 and 515 000 + 90 000 − 55 000: equal, and the second has more on a
    bids: [
      ["500000", { a: "30000", b: "10000" }, "550000"],
      ["515000", { a: "45000", b: "10000" }, "550000"],
    ],
    asked: ["rounding-hides-price"],
  },
  {
    text: "call-off: hourly price − yes/no items of 150 kr − levels 75/50/0 and 50/25/0, ties by deduction, then lots",
    model: { ...kronor, rounding: { result: null }, ties: ["highest-deduction", "lottery"] },
    criteria: [
      monetary("y", { deduction: "150", scale: { type: "yes-no" } }),
      monetary("p", { perPoint: "1", ...grades("0", "50", "75") }),
      monetary("q", { perPoint: "1", ...grades("0", "25", "50") }),
    ],
    bids: [
      ["1000", { y: "yes", p: "75", q: "25" }, "750"],
      ["950", { y: "no", p: "50", q: "50" }, "850"],
    ],
    asked: [],
  },
];

test.each(rows.map((row) => [row.text, row] as const))(
  "%s",
  (_, { model, criteria, bids, asked }) => {
    const value = document({
      model,
      criteria,
      bids: bids.map(([price], n) => ({ id: `B${n + 1}`, price })),
    });
    for (const [n, [, scores]] of bids.entries())
      (value.bids[n] as { scores: object }).scores = Object.fromEntries(
        Object.entries(scores).map(([id, given]) => [id, { value: given }]),
      );
    const evaluation = evaluate(value);
    expect(
      evaluation.bids.map(({ standing, result }) =>
        standing.value === "rejected" ? "rejected" : result.value?.toText(),
      ),
    ).toEqual(bids.map(([, , outcome]) => outcome));
    expect(
      lint(value, evaluation)
        .map(({ code }) => code)
        .filter((code) => code !== "criterion-same-for-all")
        .sort(),
    ).toEqual([...asked].sort());
  },
);

test("the framework's chain tells equal bids apart by the named criterion", () => {
  const { model, criteria, bids } = rows[7] as Row;
  const value = document({
    model,
    criteria,
    bids: bids.map(([price, scores], n) => ({
      id: `B${n + 1}`,
      price,
      scores: scores as { [id: string]: string },
    })),
  });
  expect(evaluate(value).order).toEqual([["B2"], ["B1"]]);
});
