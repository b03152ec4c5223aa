/** What stands at a place: the words that a person sees in the cell, whatever it is nested in. */
import { valueOfPlace } from "../../../src/core/document/value-of-place";
import { document, monetary } from "../../small";

const group = {
  ...{ id: "U", name: "Användbarhet", kind: "usability" as const, deduction: "100" },
  children: [monetary("U1", { weight: "60" }), monetary("U2", { weight: "40" })],
};
const value = document({
  model: { winners: 2 },
  requirements: ["K1"],
  criteria: [group],
  bids: [{ id: "A", price: "900", scores: { U1: "3" }, verdicts: { K1: "met" } }],
});

// prettier-ignore
test.each<[place: string, stands: string | undefined]>([
  ["procurement.title",            "Prov"],
  ["model.winners",                "2"],
  ["criteria[U].deduction",        "100"],
  ["criteria[U2].weight",          "40"],
  ["requirements[K1].text",        "Krav K1"],
  ["bids[A].price",                "900"],
  ["bids[A].answers[K1].verdict",  "met"],
  ["bids[A].answers",              undefined],
  ["bids[B].price",                undefined],
  ["criteria[U9].weight",          undefined],
])("%s is %s", (place, stands) => {
  expect(valueOfPlace(value, place)).toBe(stands);
});
