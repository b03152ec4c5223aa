/** Where another bid was better, worse and the same: each criterion stands in one list. */
import { evaluate } from "../../src/core/evaluate";
import { relativeAdvantages } from "../../src/report/relative-advantages";
import { document, monetary } from "../small";

test("criteria are higher, lower or equal, and an unscored one counts as equal", () => {
  const [a, b] = evaluate(
    document({
      criteria: ["M", "N", "O", "P"].map((id) => monetary(id, { deduction: "100" })),
      bids: [
        { id: "A", price: "1000", scores: { M: "5", N: "3", O: "1", P: "2" } },
        { id: "B", price: "1000", scores: { M: "3", N: "3", O: "5" } },
      ],
    }),
  ).bids;
  if (!a || !b) throw new Error("no bids");
  const { higher, lower, equal } = relativeAdvantages(a, b);
  const idsOf = (criteria: typeof equal) => criteria.map(({ id }) => id).join();
  expect([higher, lower, equal].map(idsOf)).toEqual(["M", "O", "N,P"]);
});
