/** What was published, part by part: a requirement that may be negotiated is apart from the rest. */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { sealOf } from "../../src/journal/published";
import { publish } from "../../src/procedure/acts/publish";
import { done } from "../sealed";
import { document, monetary } from "../small";

const value: EvaluationDocument = {
  ...document({
    requirements: ["K1"],
    criteria: [monetary("M", { deduction: "100" })],
    bids: [],
  }),
};
const [minimum] = value.requirements;
if (!minimum) throw new Error("there is a requirement");
const negotiable = { ...minimum, id: "K2", text: "Krav K2", negotiable: true };
const announced = { ...value, requirements: [minimum, negotiable] };
const published = done(publish(announced, { time: "2026-03-01T10:00:00Z", by: "Eva Ek" }));
const other = { ...minimum, text: "Något annat" };

// prettier-ignore
test.each<[what: string, change: Partial<EvaluationDocument>, parts: string[]]>([
  ["nothing",                             {},                                                                   []],
  ["a minimum requirement",               { requirements: [other, negotiable] },                                ["requirements"]],
  ["a requirement that may be negotiated", { requirements: [minimum, { ...negotiable, text: "Något annat" }] }, ["negotiable"]],
  ["a minimum requirement made negotiable", { requirements: [{ ...minimum, negotiable: true }, negotiable] },   ["requirements", "negotiable"]],
  ["a criterion",                         { criteria: [monetary("M", { deduction: "200" })] },                  ["criteria"]],
  ["the model",                           { model: { ...value.model, winners: 2 } },                            ["model"]],
])("changed since: %s", (_, change, parts) => {
  expect(sealOf({ ...published, ...change })?.parts ?? []).toEqual(parts);
});
