/**
 * The stated limit for abnormally low prices: which bids lie below it, by how much, and which come
 * first when the question is to be put. Prices stand in no order; the limit goes by their size.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { screenAbnormallyLow } from "../../src/procedure/abnormally-low-screen";
import { askLowBidAct } from "../../src/procedure/acts/ask-low-bid";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

/** Five bids; the median is 1 000 kr. */
const prices = { A: "1200", B: "600", C: "1000", D: "950", E: "1100" };

function screened(rule: object, more: Partial<EvaluationDocument> = {}): EvaluationDocument {
  const value = document({
    model: { method: { type: "lowest-price" } },
    bids: Object.entries(prices).map(([id, price]) => ({ id, price })),
  });
  Object.assign(value.procurement, { lowBids: rule });
  return { ...value, ...more };
}

// Below the median 1 000, and below the nearest higher price: kronor of kronor.
// prettier-ignore
test.each([
  ["A", "-200/1000", undefined],
  ["B", "400/1000",  "350/950"],
  ["C", "0/1000",    "100/1100"],
  ["D", "50/1000",   "50/1000"],
  ["E", "-100/1000", "100/1200"],
])("how far %s is below the median and the next price", (id, median, next) => {
  const percent = (share: string | undefined) => {
    const [part = "", whole = ""] = share?.split("/") ?? [];
    return share && Exact.of(part).over(Exact.of(whole)).times(Exact.of("100")).toText();
  };
  const row = screenAbnormallyLow(evaluate(screened({ belowMedian: "30" }))).find(({ bid }) => bid === id);
  expect([row?.belowMedian?.toText(), row?.belowNext?.toText()]).toEqual([percent(median), percent(next)]);
});

/** The bids that the act offers. */
function offered(value: EvaluationDocument) {
  const [part] = [askLowBidAct.takes["bid"]].filter((each) => each && "choices" in each);
  return part && "choices" in part
    ? part.choices({ evaluation: evaluate(value) } as never, sv)
    : undefined;
}

// prettier-ignore
test.each([
  ["30 % below the median",            { belowMedian: "30" },                  ["B"]],
  ["exactly at the limit",             { belowMedian: "40" },                  ["B"]],
  ["just above the limit",             { belowMedian: "40.01" },               []],
  ["9 % below the next",               { belowNext: "9" },                     ["B", "C"]],
  ["either of the two",                { belowMedian: "5", belowNext: "30" },  ["B", "D"]],
  ["a rule without a limit",           {},                                     []],
] as const)("first to be asked about: %s", (_, rule, expected) => {
  const others = Object.keys(prices).filter((id) => !(expected as readonly string[]).includes(id));
  expect(offered(screened(rule))).toEqual(
    [...expected, ...others].map((id) => ({ code: id, word: `Bolaget ${id} (${id})` })),
  );
});

test("a bid that has been asked about is not offered again, and one that is rejected is no price", () => {
  const rule = { belowMedian: "30" };
  const asked = screened(rule, { lowBids: [{ bid: "B", request: "Varför?" }] });
  expect(offered(asked)?.map(({ code }) => code)).toEqual(["A", "C", "D", "E"]);
  const value = screened(rule);
  value.bids[1] = { ...value.bids[1], withdrawnAt: "2026-03-01" } as (typeof value.bids)[number];
  expect(screenAbnormallyLow(evaluate(value)).map(({ bid }) => bid)).toEqual(["A", "C", "D", "E"]);
});

test("a token price is asked about with the others' median", () => {
  const value = screened({ belowMedian: "99.99" });
  value.bids[1] = { ...value.bids[1], price: "1" } as (typeof value.bids)[number];
  const [found] = awardReadiness(evaluate(value)).filter(
    ({ code }) => code === "low-bid-token-price",
  );
  // The others: 950, 1 000, 1 100 and 1 200.
  expect(found?.details).toMatchObject({ bid: "B", price: "1", median: "1050" });
});
