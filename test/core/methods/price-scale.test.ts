/** Price bands of the points method: which band a price falls in, at and beside each limit. */
import { evaluate } from "../../../src/core/evaluate";
import { document } from "../../small";

const bands = [
  { upTo: "100", share: "1" },
  { upTo: "150", share: "0.5" },
  { upTo: "200", share: "0" },
];

// prettier-ignore
test.each([
  ["far below the first limit",  "0.01",   "100"],
  ["on the first limit",         "100",    "100"],
  ["one öre above it",           "100.01", "50"],
  ["on the second limit",        "150",    "50"],
  ["one öre above it",           "150.01", "0"],
  ["on the last limit",          "200",    "0"],
  ["one öre above the last",     "200.01", undefined],
])("a price %s", (_, price, points) => {
  const { bids } = evaluate(
    document({
      model: {
        method: {
          type: "points",
          price: { weight: "100", scale: { type: "bands", bands } },
          quality: "as-is",
        },
      },
      bids: [{ id: "A", price }],
    }),
  );
  expect(bids[0]?.result.value?.toText()).toBe(points);
});
