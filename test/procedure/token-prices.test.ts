/** Which prices are asked about whatever limits are stated, and when the question is answered. */
import type { EvaluationDocument, PriceItem } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { document } from "../small";

type Bids = { readonly [bid: string]: { readonly [row: string]: string } };

function hours(bids: Bids, category: PriceItem["category"] = "consulting"): EvaluationDocument {
  const value = document({
    model: { method: { type: "lowest-price" } },
    bids: Object.keys(bids).map((id) => ({ id })),
  });
  for (const id of ["P1", "P2"])
    value.priceItems.push({ id, name: id, category, unit: "kr/tim", quantity: "400" });
  for (const bid of value.bids as { id: string; prices?: object }[])
    bid.prices = bids[bid.id] ?? {};
  return value;
}
const asked = (value: EvaluationDocument) =>
  awardReadiness(evaluate(value)).flatMap(({ code, severity, where, details }) =>
    code === "low-bid-token-price" ? [`${severity} ${where} ${String(details["items"])}`] : [],
  );

const [a, b] = [
  { P1: "950", P2: "890" },
  { P1: "1010", P2: "905" },
];
// prettier-ignore
test.each([
  ["ordinary prices",              hours({ A: a, B: b }),                                  []],
  ["one krona for every hour",     hours({ A: a, B: b, C: { P1: "1", P2: "1" } }),         ["open bids[C].prices[P1] P1,P2"]],
  ["nothing for every hour",       hours({ A: a, B: b, C: { P1: "0", P2: "0" } }),         ["open bids[C].prices[P1] P1,P2"]],
  ["one öre on one row",           hours({ A: a, B: b, C: { P1: "0.01", P2: "890" } }),    ["open bids[C].prices[P1] P1"]],
  ["a hundredth of the median",    hours({ A: a, B: b, C: { P1: "9.80", P2: "890" } }),    ["open bids[C].prices[P1] P1"]],
  ["just above a hundredth",       hours({ A: a, B: b, C: { P1: "9.81", P2: "890" } }),    []],
  ["one krona an hour, alone",     hours({ A: { P1: "1", P2: "1" } }),                     ["open bids[A].prices[P1] P1,P2"]],
  ["half a krona an inhabitant",   hours({ A: { P1: "0.5", P2: "0.6" } }, "licence"),      []],
  ["a total of one krona",         document({ bids: [{ id: "A", price: "1" }, { id: "B", price: "900" }] }), ["open bids[A].price "]],
] as const)("%s", (_, value, expected) => expect(asked(value)).toEqual(expected));

test("it is asked until an assessment is recorded, and it rejects nobody", () => {
  const value = hours({ A: a, B: b, C: { P1: "1", P2: "1" } });
  expect(evaluate(value).bids.map(({ standing }) => standing.value)).toEqual(
    Array.from({ length: 3 }, () => "standing"),
  );
  value.lowBids = [{ bid: "C", decision: "explained", reason: "Lärlingar", decidedBy: "EA" }];
  expect(asked(value)).toEqual([]);
});

test("a bid is compared with the median of the others, its own price left out", () => {
  const value = hours({ A: { P1: "9" }, B: { P1: "900" }, C: { P1: "1000" }, D: { P1: "8000" } });
  // A hundredth of 1 000, which is the median of the others; with 9.90 among them it is 950.
  value.bids[0] = { ...value.bids[0], prices: { P1: "9.9" } } as (typeof value.bids)[number];
  expect(asked(value)).toEqual(["open bids[A].prices[P1] P1"]);
});
