/**
 * What full marks are worth: the amount in kronor is the one at which the exact engine has two bids
 * equal, one dearer with full marks and one cheaper without; and what the model does not say is unknown.
 */
import type { Criterion, Model } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { exampleWorth } from "../../src/lab/example-worth";
import { fullWorths } from "../../src/lab/full-worth";
import { worthInKronor } from "../../src/lab/worth-in-kronor";
import { document } from "../small";

const half: Criterion["scale"] = { type: "points", zero: "0", max: "2" };
const price = Exact.of("1000000");

/** Two criteria, of which the second is half-way in every bid. */
function modelOf(
  method: Model["method"],
  worths: readonly [Partial<Criterion>, Partial<Criterion>],
) {
  const criteria = worths.map((worth, n): Criterion => ({
    id: `M${n + 1}`,
    name: `Kriterium ${n + 1}`,
    kind: "added-value",
    scale: half,
    ...worth,
  }));
  return { model: { method }, criteria };
}

const points = (scale: object, weight = "60"): Model["method"] =>
  ({ type: "points", price: { weight, scale }, quality: "as-is" }) as Model["method"];
const weights = [{ weight: "30" }, { weight: "10" }] as const;

// Worked by hand from each formula, with the cheaper bid at 1 000 000 and M1 at 30 of the price's 60.
// prettier-ignore
test.each<[string, Model["method"], readonly [Partial<Criterion>, Partial<Criterion>], string | undefined]>([
  ["a deduction",                     { type: "monetary" },                                        [{ deduction: "300000" }, { deduction: "50000" }], "300000"],
  ["kronor per point",                { type: "monetary" },                                        [{ perPoint: "40000" }, { deduction: "50000" }],   "80000"],
  ["a surcharge",                     { type: "monetary" },                                        [{ addition: "70000" }, { deduction: "50000" }],   "70000"],
  ["between two fixed prices",        points({ type: "absolute-linear", best: "800000", worst: "2400000" }), weights, "800000"],
  ["reference by price",              points({ type: "absolute-ratio", reference: "1000000" }),    weights, "1000000"],
  ["lowest by price",                 points({ type: "relative-lowest" }),                         weights, "1000000"],
  ["linear from the lowest",          points({ type: "relative-linear" }),                         weights, "500000"],
  ["down to lowest + 40 %",           points({ type: "relative-slope", zeroAt: "40" }),            weights, "200000"],
  ["a slope that widens",             points({ type: "relative-slope", zeroAt: "20", wider: "50" }, "20"), [{ weight: "30" }, { weight: "50" }], "750000"],
  ["around the mean",                 points({ type: "relative-mean", perPercent: "1" }),          weights, "2000000/3"],
  ["quality by krona",                { type: "quotient", form: "quality-per-price" },             [{ weight: "20" }, { weight: "80" }], "500000"],
])("full marks by %s are worth what makes two bids equal", (_, method, worths, amount) => {
  const small = modelOf(method, worths);
  const empty = document({ ...small, bids: [] });
  const worth = fullWorths(empty).of.get("M1");
  const found = worth && worthInKronor(worth, empty, price);
  if (!found || found === "any-price") throw new Error("no amount");
  expect(found.amount.toRatio()).toBe(Exact.of(amount ?? "").toRatio());
  // An offer has two decimals: rounded to öre, the dearer bid is still as near as öre come.
  const offer = price.plus(found.amount).rounded(2, "half-up").toText();
  const { bids } = evaluate(document({ ...small, bids: [
    { id: "A", price: offer, scores: { M1: "2", M2: "1" } },
    { id: "B", price: "1000000", scores: { M1: "0", M2: "1" } },
  ] }));
  const [a, b] = bids.map(({ result }) => result.value);
  if (amount?.includes("/")) expect(a?.toDecimal(4)).toBe(b?.toDecimal(4));
  else expect(a?.toRatio()).toBe(b?.toRatio());
});

// prettier-ignore
test.each<[string, Model["method"], readonly [Partial<Criterion>, Partial<Criterion>], unknown]>([
  ["weighs as much as the price, by lowest price", points({ type: "relative-lowest" }, "30"),      [{ weight: "30" }, { weight: "40" }], "any-price"],
  ["is judged at a fixed price",      { type: "fixed-price", price: "1000000" },                   [{ weight: "60" }, { weight: "40" }], undefined],
  ["stands beside price intervals",   points({ type: "bands", bands: [{ upTo: "1000000", share: "1" }] }), weights, undefined],
])("no amount is made up where a criterion %s", (_, method, worths, wanted) => {
  const value = document({ ...modelOf(method, worths), bids: [] });
  const worth = fullWorths(value).of.get("M1");
  expect(worth && worthInKronor(worth, value, price)).toBe(wanted);
});

const steps = points({
  type: "bands",
  bands: [
    { upTo: "1100000", share: "1" },
    { upTo: "1500000", share: "0.5" },
    { upTo: "2000000", share: "0.4" },
  ],
});
// M1 is half of the price: half of 200 000 between the prices; the interval that costs half a scale.
// prettier-ignore
test.each<[string, Model["method"], readonly [Partial<Criterion>, Partial<Criterion>], string | undefined]>([
  ["the spread of the prices",        points({ type: "relative-range" }),       weights, "100000"],
  ["the interval of the price",       steps,                                    weights, "500000"],
  ["no price at all",                 points({ type: "relative-range" }, "30"), [{ weight: "30" }, { weight: "40" }], "any-price"],
  ["what is fixed",                   points({ type: "relative-lowest" }),      weights, undefined],
])("an example of what full marks are worth turns on %s", (_, method, worths, wanted) => {
  const small = modelOf(method, worths);
  const empty = document({ ...small, bids: [] });
  const worth = fullWorths(empty).of.get("M1");
  const found = worth && exampleWorth(worth, empty, price);
  expect(typeof found === "object" ? found.amount.toText() : found).toBe(wanted);
  if (typeof found !== "object") return;
  // The dearest of the imagined bids decides nothing but the spread.
  const highest = found.by === "spread" ? found.highest.toText() : "2000000";
  const { bids } = evaluate(document({ ...small, bids: [
    { id: "A", price: price.plus(found.amount).toText(), scores: { M1: "2", M2: "1" } },
    { id: "B", price: "1000000", scores: { M1: "0", M2: "1" } },
    { id: "C", price: highest, scores: { M1: "0", M2: "1" } },
  ] }));
  const [a, b] = bids.map(({ result }) => result.value);
  expect(a?.toRatio()).toBe(b?.toRatio());
});

const child = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  name: id,
  kind: "usability",
  scale: half,
  ...more,
});

test("what the model does not say is unknown and never zero", () => {
  const group = { id: "U", name: "U", kind: "usability", deduction: "600000" } as const;
  const worths = (criteria: readonly Criterion[]) => {
    const { of, total, unknown } = fullWorths(document({ criteria, bids: [] }));
    const amounts = [...of].map(([id, { amount }]) => [id, amount?.toText()] as const);
    return { amounts: Object.fromEntries(amounts), total: total.amount?.toText(), unknown };
  };
  // A weight that is missing leaves its sister's worth as it is.
  expect(worths([{ ...group, children: [child("U1", { weight: "60" }), child("U2")] }])).toEqual({
    amounts: { U: "600000", U1: "360000" },
    total: "600000",
    unknown: [],
  });
  // Under intervals no child has a worth of its own.
  const bands = [{ from: "0", to: "4", deduction: "90000" }];
  const { deduction: _deduction, ...named } = group;
  const banded = { ...named, bands, aggregate: "points" as const, children: [child("U1")] };
  expect(worths([banded]).amounts).toEqual({ U: "90000" });
  // One that has no scale yet has no points, and one without a worth is named.
  const { scale: _scale, ...unscaled } = child("P1", { perPoint: "1000" });
  expect(worths([unscaled, child("M1", { deduction: "5" }), child("M2")])).toEqual({
    amounts: { M1: "5" },
    total: "5",
    unknown: ["P1", "M2"],
  });
});

test("a worth that is kept from another method counts for nothing", () => {
  const kept = child("M1", { deduction: "300000", deductionPercent: "20", weight: "40" });
  const [monetary, percentage] = (["monetary", "percentage"] as const).map((type) =>
    fullWorths(document({ model: { method: { type } }, criteria: [kept], bids: [] })).of.get("M1"),
  );
  expect(monetary?.amount?.toText()).toBe("300000");
  expect(percentage?.ofPrice?.toText()).toBe("20");
});
