/** Sorting a sheet changes no value that decides: a row is known by its names, not by its position. */
import { valuesOf } from "../../../src/core/document/deciding-values";

// prettier-ignore
test.each<readonly [list: string, rows: readonly object[]]>([
  ["bids",           [{ id: "A", price: "1" },                            { id: "B", price: "2" }]],
  ["clarifications", [{ id: "F1", new: "1" },                             { id: "F2", new: "2" }]],
  ["exclusions",     [{ bid: "A", decision: "1" },                        { bid: "B", decision: "2" }]],
  ["lowBids",        [{ bid: "A", decision: "1" },                        { bid: "B", decision: "2" }]],
  ["lotteries",      [{ order: ["A", "B"], reference: "1" },              { order: ["B", "A"], reference: "2" }]],
  ["adjustments",    [{ requirement: "K1", round: "R1", new: "1" },       { requirement: "K2", round: "R1", new: "2" },       { requirement: "K1", round: "R2", new: "3" }]],
  ["offers",         [{ bid: "A", round: "R1", item: "P1", price: "1" },  { bid: "A", round: "R1", item: "P2", price: "2" },
                      { bid: "A", round: "R2", item: "P1", price: "3" },  { bid: "B", round: "R1", item: "P1", price: "4" }]],
])("%s in another order are the same values", (list, rows) => {
  const values = (of: readonly object[]) =>
    [...valuesOf({ [list]: of })].map((each) => each.join(" = ")).sort();
  expect(values(rows.toReversed())).toEqual(values(rows));
});

test("a price and a verdict stand under the place of their cell", () =>
  expect([
    ...valuesOf({ bids: [{ id: "A", prices: { P1: "1" }, answers: { K1: { verdict: "met" } } }] }),
  ]).toEqual([
    ["bids[A].prices[P1]", "1"],
    ["bids[A].answers[K1].verdict", "met"],
  ]));
