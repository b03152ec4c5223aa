/**
 * What is told before an act is confirmed, and once more with what it came to: faults and gaps that do not
 * keep it from being done and cost more to mend afterwards.
 */
import { actWarnings } from "../../src/app/act-warnings";
import { performAct } from "../../src/app/perform-act";
import { actForms } from "../../src/case/act-forms";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import type { Finding } from "../../src/core/finding";
import { finding } from "../../src/core/finding";
import { actNamed } from "../../src/procedure/acts/registry";
import type { ActName } from "../../src/procedure/acts/act";
import { nowhere } from "../../src/sheet/locate";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const scored = document({
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "900", verdicts: { K1: "not-met" } },
  ],
});
const empty: EvaluationDocument = { ...scored, bids: [] };
const inTime = { ...empty, award: { deadline: "2026-03-10T12:00" } };
const direct: EvaluationDocument = {
  ...empty,
  procurement: { ...empty.procurement, procedure: "direct" },
};
const told = (act: ActName, value: EvaluationDocument, findings: readonly Finding[] = []) => {
  const evaluation = evaluate(value);
  const subject = { document: value, evaluation: { ...evaluation, findings } };
  return actWarnings(act, subject).map(({ code, severity }) => `${severity} ${code}`);
};

const bands = finding("price-bands-not-rising", "blocking", "model.method.price.scale.bands");
const accepted = { ...bands, accepted: { code: bands.code, reason: "Prövat.", by: "Eva Ek" } };
const ofBids = finding("no-prices", "blocking", "bids");

// prettier-ignore
test.each<[string, ActName, EvaluationDocument, readonly Finding[], string[]]>([
  ["a model with a fault is published",                        "publish",      inTime, [bands],    ["blocking price-bands-not-rising"]],
  ["a fault that has been accepted",                           "publish",      inTime, [accepted], []],
  ["a fault that is not the model's",                          "publish",      inTime, [ofBids],   []],
  ["published without a last day for bids",                    "publish",      empty,  [],         ["warning deadline-unsaid"]],
  ["a direct award, which may have none",                      "publish",      direct, [],         []],
  ["bids are opened, and nobody can tell if they came in time", "open-bids",   empty,  [],         ["warning deadline-unsaid"]],
  ["quality is fixed without the reasons that papers need",    "seal-quality", scored, [],         ["warning paper-rationale-missing", "warning paper-verdict-unreasoned"]],
  ["finalised without them",                                   "finalise",     scored, [],         ["warning paper-rationale-missing", "warning paper-verdict-unreasoned"]],
  ["an act that rests on none of it",                          "comment",      scored, [bands],    []],
])("%s", (_, act, value, findings, expected) => {
  expect(told(act, value, findings)).toEqual(expected);
});

test("it is read before the act is confirmed, and comes with what it came to", () => {
  const evaluation = evaluate(empty);
  const subject = { document: empty, evaluation, places: nowhere, written: sv };
  const form = actForms(subject, sv).find(({ act }) => act === "publish");
  expect(form?.warning).toMatch(/^Från nu ligger modellen.* Sista anbudsdag är inte angiven/);
  const by = { time: "2026-03-09T10:00", by: "Eva Ek" };
  const performed = performAct(actNamed("publish"), subject, { at: "", reason: "" }, by);
  expect(performed.refused).toBeUndefined();
  if (performed.done)
    expect(performed.warnings.map(({ code }) => code)).toEqual(["deadline-unsaid"]);
});
