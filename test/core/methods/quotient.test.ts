/** The quotient of price and quality: 900 kr with 60 % of the quality, worked out with a pencil. */
import { evaluate } from "../../../src/core/evaluate";
import type { MethodSpec } from "../../../src/core/document/schema";
import { document, monetary } from "../../small";

type Form = Extract<MethodSpec, { type: "quotient" }>["form"];

function result(form: Form, multiplier: string | undefined, hasCriteria = true) {
  const method = {
    type: "quotient",
    form,
    ...(multiplier === undefined ? {} : { multiplier }),
  } as const;
  const [bid] = evaluate(
    document({
      model: { method },
      criteria: hasCriteria ? [monetary("M", { weight: "100" })] : [],
      bids: [{ id: "A", price: "900", scores: { M: "3" } }],
    }),
  ).bids;
  return [
    bid?.adjustments.value?.toText(),
    bid?.figures.map(({ about, value }) => `${about.what} ${value?.toText()}`).join(),
    bid?.result.value?.toText(),
  ];
}

// prettier-ignore
test.each<[what: string, form: Form, multiplier: string | undefined, quality: string, figures: string, result: string]>([
  // 900 ÷ 0.6 = 1 500
  ["price per quality",                  "price-per-quality", undefined, "0.6", "",           "1500"],
  ["the quotient before the multiplier", "price-per-quality", "2",       "0.6", "ratio 1500", "3000"],
  ["quality per price",                  "quality-per-price", "3000",    "0.6", "ratio 1/1500", "2"],
])("%s", (_, form, multiplier, ...expected) => {
  expect(result(form, multiplier)).toEqual(expected);
});

test("without criteria there is no quality to divide by, and no quality of zero", () => {
  expect(result("price-per-quality", undefined, false)).toEqual([undefined, "", undefined]);
});
