/**
 * The verifier in Python and the engine at the edges of the published rules, where two programs
 * written apart most easily differ: halves, limits that are just kept, blank rows, bands, ties.
 */
import type {
  Bid,
  Criterion,
  EvaluationDocument,
  MethodSpec,
  Model,
  Score,
} from "../../src/core/document/schema";
import { bundleOf, finalised, hasPython, publishedOnly, verifyInPython } from "../bundles";
import { document, monetary } from "../small";

type Ranked = readonly (readonly [
  bid: string,
  standing: string,
  result: string | null,
  rank: number | null,
])[];
type Row = readonly [what: string, document: EvaluationDocument, outcome: Ranked];

const price = (...prices: readonly string[]) =>
  prices.map((each, n) => ({ id: "ABCD"[n] ?? "", price: each }));
const priced = (model: Partial<Model>, ...prices: readonly string[]) =>
  document({ model, bids: price(...prices) });
const points = (
  scale: Extract<MethodSpec, { type: "points" }>["price"]["scale"],
): Partial<Model> => ({
  method: { type: "points", maximum: "10", price: { weight: "100", scale }, quality: "as-is" },
});
const to = (
  decimals: number,
  mode: "half-up" | "half-even" | "half-down" | "up" | "down",
): Partial<Model> => ({
  method: { type: "lowest-price" },
  rounding: { result: { decimals, mode } },
});
const scored = (criterion: Criterion, model: Partial<Model>, ...scores: readonly string[]) =>
  document({
    model,
    criteria: [criterion],
    bids: scores.map((each, n) => ({
      id: "ABCD"[n] ?? "",
      price: "1000",
      scores: { [criterion.id]: each },
    })),
  });

/** Two rows of 10 and 100 pieces; the second may be left blank. */
const rows = (
  model: Partial<Model>,
  ...bids: readonly (readonly [string, string?])[]
): EvaluationDocument => {
  const base = document({ model, bids: bids.map((_, n) => ({ id: "ABCD"[n] ?? "" })) });
  const row = { category: "licence", unit: "st" } as const;
  return {
    ...base,
    priceItems: [
      { id: "P1", name: "Grund", quantity: "10", ...row },
      {
        id: "P2",
        name: "Tillval",
        quantity: "50",
        periods: "2",
        required: false,
        ceiling: "9",
        ...row,
      },
    ],
    bids: base.bids.map((bid, n): Bid => {
      const [first, second] = bids[n] ?? [""];
      return { ...bid, prices: { P1: first, ...(second === undefined ? {} : { P2: second }) } };
    }),
  };
};
const slope = { type: "relative-slope", zeroAt: "50", wider: "100" } as const;
const bands: Parameters<typeof points>[0] = {
  type: "bands",
  bands: [
    { upTo: "100", share: "1" },
    { upTo: "200", share: "0.5" },
  ],
};
/** One bid at 1 000 kr whose score is a list or several evaluators' own, on a scale 0–5 worth 100 kr. */
const panelled = (criterion: Partial<Criterion>, score: Score): EvaluationDocument => {
  const base = scored(monetary("K", { deduction: "100", ...criterion }), {}, "0");
  return {
    ...base,
    evaluators: ["E1", "E2", "E3", "E4"].map((id) => ({ id, name: id })),
    bids: base.bids.map((bid) => ({ ...bid, scores: { K: score } })),
  };
};
const own = (...values: readonly string[]): Score => ({
  assessments: values.map((value, n) => ({ evaluator: `E${n + 1}`, value })),
});
const sus = (...answers: readonly string[]) =>
  answers.map((row) => row.split("") as ("1" | "2" | "3" | "4" | "5")[]);
/** R1 is not met and was dropped after a negotiation, where the procedure has one. */
const dropped = (procedure: "negotiated" | "open"): EvaluationDocument => {
  const base = document({
    model: to(0, "down"),
    requirements: ["R1"],
    bids: [{ id: "A", price: "10", verdicts: { R1: "not-met" } }],
  });
  return {
    ...base,
    procurement: { ...base.procurement, procedure },
    requirements: base.requirements.map((each) => ({ ...each, negotiable: true })),
    adjustments: [{ requirement: "R1", dropped: true }],
  };
};
const days = monetary("K", {
  deduction: "100",
  scale: { type: "measure", worst: "30", best: "10", unit: "dagar" },
});
const between = monetary("K", {
  deduction: "100",
  scale: { type: "points", zero: "1", max: "5", step: "0.5" },
});
const perPoint = monetary("K", {
  perPoint: "100",
  cap: "300",
  scale: { type: "points", zero: "0", max: "5" },
});
const banded = monetary("K", {
  scale: { type: "points", zero: "0", max: "5" },
  bands: [
    { from: "0", to: "2", deduction: "0" },
    { from: "3", to: "5", deduction: "250" },
  ],
});
const two = [monetary("K1", { deduction: "100" }), monetary("K2", { deduction: "200" })];
const twoCriteria = (
  model: Partial<Model>,
  ...bids: readonly (readonly [price: string, k1: string, k2: string])[]
) =>
  document({
    model,
    criteria: two,
    bids: bids.map(([its, K1, K2], n) => ({ id: "ABCD"[n] ?? "", price: its, scores: { K1, K2 } })),
  });
const lots = { time: "2026-03-02T10:00", witnesses: ["Eva Ek", "Per Pil"] };

// prettier-ignore
const edges: readonly Row[] = [
  ["half up",                              priced(to(0, "half-up"), "0.5", "1.5", "-0.5", "2.4"),         [["A", "standing", "1", 2], ["B", "standing", "2", 3], ["C", "standing", "-1", 1], ["D", "standing", "2", 3]]],
  ["half to even",                         priced(to(0, "half-even"), "0.5", "1.5", "2.5", "2.51"),       [["A", "standing", "0", 1], ["B", "standing", "2", 2], ["C", "standing", "2", 2], ["D", "standing", "3", 4]]],
  ["half down",                            priced(to(1, "half-down"), "0.15", "0.151", "-0.15", "0.2"),   [["A", "standing", "0.1", 2], ["B", "standing", "0.2", 3], ["C", "standing", "-0.1", 1], ["D", "standing", "0.2", 3]]],
  ["up, away from zero",                   priced(to(0, "up"), "1.01", "2", "-1.01"),                     [["A", "standing", "2", 2], ["B", "standing", "2", 2], ["C", "standing", "-2", 1]]],
  ["down, towards zero",                   priced(to(0, "down"), "1.99", "2", "-1.99"),                   [["A", "standing", "1", 2], ["B", "standing", "2", 3], ["C", "standing", "-1", 1]]],
  ["a ceiling that is just kept",          priced({ ...to(0, "down"), priceCeiling: "100" }, "100", "100.01"), [["A", "standing", "100", 1], ["B", "rejected", "100", null]]],
  ["zero forbidden",                       priced({ ...to(0, "down"), zeroPrice: "forbidden" }, "0", "0.01", "-1"), [["A", "rejected", "0", null], ["B", "standing", "0", 1], ["C", "rejected", "-1", null]]],
  ["a minimum that is just kept",          scored({ ...between, minimum: "2" }, {}, "2", "1.5"),          [["A", "standing", "975", 1], ["B", "rejected", "987.5", null]]],
  ["a minimum in days, where less is better", scored({ ...days, minimum: "20" }, {}, "20", "20.1", "5"),  [["A", "standing", "950", 2], ["B", "rejected", "950.5", null], ["C", "standing", "900", 1]]],
  ["a score between two steps",            scored(between, {}, "1.5", "1.75"),                            [["A", "standing", "987.5", 1], ["B", "undecided", null, null]]],
  ["a share that is just enough",          scored({ ...between, minimumShare: "50" }, {}, "3", "2.5"),    [["A", "standing", "950", 1], ["B", "rejected", "962.5", null]]],
  ["a cap that is just reached",           scored(perPoint, {}, "3", "4", "2"),                           [["A", "standing", "700", 1], ["B", "standing", "700", 1], ["C", "standing", "800", 3]]],
  ["points between two bands",             scored(banded, {}, "2", "2.5", "3"),                           [["A", "standing", "1000", 2], ["B", "undecided", null, null], ["C", "standing", "750", 1]]],
  ["a slope that is just reached",         priced(points(slope), "100", "150"),                           [["A", "standing", "10", 1], ["B", "standing", "0", 2]]],
  ["a slope that is passed, for all",      priced(points(slope), "100", "150", "150.01"),                 [["A", "standing", "10", 1], ["B", "standing", "5", 2], ["C", "standing", "4.999", 3]]],
  ["a price at the end of a band",         priced(points(bands), "100", "100.01", "200.01"),              [["A", "standing", "10", 1], ["B", "standing", "5", 2], ["C", "undecided", null, null]]],
  ["equal prices on a range",              priced(points({ type: "relative-range" }), "100", "100"),      [["A", "undecided", null, null], ["B", "undecided", null, null]]],
  ["a lowest price of zero",               priced(points({ type: "relative-linear" }), "0", "100"),       [["A", "undecided", null, null], ["B", "undecided", null, null]]],
  ["blank rows at the highest price",      rows({ blankOptional: "highest" }, ["100", "5"], ["90", "7"], ["100"]),   [["A", "standing", "1500", 1], ["B", "standing", "1600", 2], ["C", "standing", "1700", 3]]],
  ["blank rows left out for all",          rows({ blankOptional: "left-out" }, ["100", "5"], ["90", "7"], ["100"]),  [["A", "standing", "1000", 2], ["B", "standing", "900", 1], ["C", "standing", "1000", 2]]],
  ["blank rows that reject",               rows({ blankOptional: "rejected" }, ["100", "5"], ["90"]),     [["A", "standing", "1500", 1], ["B", "rejected", "900", null]]],
  ["a row that nobody prices",             rows({ blankOptional: "rejected" }, ["100"], ["90"]),          [["A", "standing", "1000", 2], ["B", "standing", "900", 1]]],
  ["a rejected bid's row is not compared", rows({ blankOptional: "highest" }, ["100", "5"], ["90"], ["1", "9.01"]), [["A", "standing", "1500", 2], ["B", "standing", "1400", 1], ["C", "rejected", "911", null]]],
  ["a row priced at zero",                 rows({ blankOptional: "highest" }, ["100", "0"], ["90"]),      [["A", "standing", "1000", 2], ["B", "standing", "900", 1]]],
  ["tie: highest deduction",               twoCriteria({ ties: ["highest-deduction"] }, ["1000", "0", "0"], ["1100", "5", "0"], ["1000", "0", "0"]), [["A", "standing", "1000", 2], ["B", "standing", "1000", 1], ["C", "standing", "1000", 2]]],
  ["tie: one criterion, then the price",   twoCriteria({ ties: ["criterion:K2", "lowest-price"] }, ["1100", "5", "0"], ["1200", "0", "5"], ["1000", "0", "0"]), [["A", "standing", "1000", 3], ["B", "standing", "1000", 1], ["C", "standing", "1000", 2]]],
  ["tie: no rule",                         twoCriteria({}, ["1100", "5", "0"], ["1000", "0", "0"]),       [["A", "standing", "1000", 1], ["B", "standing", "1000", 1]]],
  ["tie: lots among some of the tied",     { ...twoCriteria({ ties: ["lottery"] }, ["1000", "0", "0"], ["1000", "0", "0"], ["1000", "0", "0"]), lotteries: [{ order: ["B", "A"], ...lots }] }, [["A", "standing", "1000", 1], ["B", "standing", "1000", 1], ["C", "standing", "1000", 1]]],
  ["tie: two drawings that say the same",  { ...twoCriteria({ ties: ["lottery"] }, ["1000", "0", "0"], ["1000", "0", "0"], ["1100", "0", "0"]), lotteries: [{ order: ["B", "A"], ...lots }, { order: ["B", "C", "A"], ...lots }] }, [["A", "standing", "1000", 2], ["B", "standing", "1000", 1], ["C", "standing", "1100", 3]]],
  ["tie: two drawings that contradict",    { ...twoCriteria({ ties: ["lottery"] }, ["1000", "0", "0"], ["1000", "0", "0"]), lotteries: [{ order: ["B", "A"], ...lots }, { order: ["A", "B"], ...lots }] }, [["A", "standing", "1000", 1], ["B", "standing", "1000", 1]]],
  ["priority order: the first difference", twoCriteria({ method: { type: "priority-order", order: ["K1", "price", "K2"] } }, ["1000", "3", "0"], ["900", "3", "0"], ["1000", "3", "5"], ["1", "2", "5"]), [["A", "standing", "3", 3], ["B", "standing", "1", 1], ["C", "standing", "2", 2], ["D", "standing", "4", 4]]],
  ["a quotient by no quality",             scored({ ...monetary("K"), weight: "100" }, { method: { type: "quotient", form: "price-per-quality" } }, "0", "5"), [["A", "undecided", null, null], ["B", "standing", "1000", 1]]],
  ["a low bid that was rejected at last",  { ...priced(to(0, "down"), "1", "100"), lowBids: [{ bid: "A", decision: "explained" }, { bid: "A", decision: "rejected" }] }, [["A", "rejected", "1", null], ["B", "standing", "100", 1]]],
  ["a low bid that was explained at last", { ...priced(to(0, "down"), "1", "100"), lowBids: [{ bid: "A", decision: "rejected" }, { bid: "A", decision: "explained" }] }, [["A", "standing", "1", 1], ["B", "standing", "100", 2]]],
  ["a supplier excluded by the last decision", { ...priced(to(0, "down"), "1", "100"), exclusions: [{ bid: "A", decision: "not-excluded" }, { bid: "A", decision: "excluded", notifiedAt: "2026-03-10" }] }, [["A", "rejected", "1", null], ["B", "standing", "100", 1]]],
  ["a supplier that was not excluded at last", { ...priced(to(0, "down"), "1", "100"), exclusions: [{ bid: "A", decision: "excluded" }, { bid: "A", decision: "not-excluded" }] }, [["A", "standing", "1", 1], ["B", "standing", "100", 2]]],
  ["a low bid that was cleared, and asked about anew", { ...priced(to(0, "down"), "1", "100"), lowBids: [{ bid: "A", decision: "not-abnormal" }, { bid: "A", request: "Varför?" }] }, [["A", "standing", "1", 1], ["B", "standing", "100", 2]]],
  ["a low bid examined, cleared and then rejected", { ...priced(to(0, "down"), "1", "100"), lowBids: [{ bid: "A", request: "Varför?" }, { bid: "B", decision: "explained" }, { bid: "A", decision: "explained" }, { bid: "A", decision: "rejected" }] }, [["A", "rejected", "1", null], ["B", "standing", "100", 1]]],
  ["the median of four",                   panelled({ panel: "median" }, own("1", "4", "2", "5")),        [["A", "standing", "940", 1]]],
  ["the mean, with one who has not scored", panelled({ panel: "mean" }, own("1", "4", "2")),              [["A", "undecided", null, null]]],
  ["the mean of four",                     panelled({ panel: "mean" }, own("1", "4", "2", "5")),          [["A", "standing", "940", 1]]],
  ["the worst consultant just enough",     panelled({ perConsultant: true, minimum: "2" }, { value: ["2", "5"] }), [["A", "standing", "930", 1]]],
  ["the worst consultant below",           panelled({ perConsultant: true, minimum: "2" }, { value: ["1", "5"] }), [["A", "rejected", "940", null]]],
  ["test persons, by their mean",          panelled({ perParticipant: true, minimum: "3" }, { value: ["1", "5"] }), [["A", "standing", "940", 1]]],
  ["usability: the best and the worst",    panelled({ scale: { type: "sus" } }, { value: sus("5151515151", "1515151515") }), [["A", "standing", "950", 1]]],
  ["usability: 3 everywhere",              panelled({ scale: { type: "sus" } }, { value: sus("3333333333") }), [["A", "standing", "950", 1]]],
  ["a requirement that was negotiated away", dropped("negotiated"),                                       [["A", "standing", "10", 1]]],
  ["a requirement that cannot be",         dropped("open"),                                               [["A", "rejected", "10", null]]],
];

(hasPython ? describe : describe.skip)("at the edges of the rules both come to the same", () => {
  const bundles = edges.map(([, its]) => bundleOf(finalised(publishedOnly(its))));
  const said = hasPython ? verifyInPython(bundles) : [];
  test.each(edges.map(([what, , outcome], n) => ({ what, outcome, n })))(
    "$what",
    ({ outcome, n }) => {
      const { bids } = bundles[n]?.["result"] as {
        readonly bids: readonly { readonly [key: string]: unknown }[];
      };
      expect(bids.map(({ id, standing, result, rank }) => [id, standing, result, rank])).toEqual(
        outcome,
      );
      expect(said[n]).toMatchObject({ exit: 0, differs: [], unchecked: [] });
      expect(said[n]?.steps[0]).toBe(said[n]?.steps[1]);
    },
  );
});
