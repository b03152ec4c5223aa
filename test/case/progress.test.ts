/**
 * How far the pane says the work has come: which verdicts and scores it counts as done, and which
 * it lists as missing.
 */
import { requirementProgress, scoreProgress, withStanding } from "../../src/case/progress";
import type { Answer, Criterion, EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const pointTo = (text: string, place: string) => ({ text, place });

describe("one requirement of one bid", () => {
  const withAnswer = (answers: { readonly [requirement: string]: Answer }): EvaluationDocument => {
    const value = document({ requirements: ["K1"], bids: [{ id: "A" }] });
    return { ...value, bids: value.bids.map((bid) => ({ ...bid, answers })) };
  };

  // prettier-ignore
  test.each<[string, string, { readonly [requirement: string]: Answer }]>([
    ["met",                              "met",           { K1: { verdict: "met" } }],
    ["not met",                          "not met",       { K1: { verdict: "not-met" } }],
    ["a clarification asked for",        "clarification", { K1: { verdict: "clarification" } }],
    ["said to be unchecked",             "open",          { K1: { verdict: "unchecked" } }],
    ["an answer from the bidder alone",  "open",          { K1: { answer: "yes" } }],
    ["nothing written",                  "open",          {}],
  ])("%s: counted once, as %s", (_, counted, answers) => {
    const [bid] = requirementProgress(withAnswer(answers), pointTo, sv);
    expect({
      met: bid?.met,
      "not met": bid?.notMet.length,
      clarification: bid?.clarifications.length,
      open: bid?.openCount,
    }).toEqual({ met: 0, "not met": 0, clarification: 0, open: 0, [counted]: 1 });
  });

  test("an open one is listed with its place", () => {
    const [bid] = requirementProgress(withAnswer({}), pointTo, sv);
    expect(bid?.open).toEqual([{ text: "K1 Krav K1", place: "bids[A].answers[K1].verdict" }]);
  });
});

test("what each reader has left, by area: the second has only what is read twice", () => {
  const value = document({ requirements: ["K1", "K2", "K3"], bids: [{ id: "A" }] });
  const [k1, k2, k3] = value.requirements;
  if (!k1 || !k2 || !k3) throw new Error("three requirements");
  const requirements = [
    { ...k1, area: "Drift", secondReader: true },
    { ...k2, area: "Drift" },
    { ...k3, area: "Säkerhet", secondReader: true },
  ];
  const answers = { K1: { verdict: "met" }, K3: { secondVerdict: "met" } } as const;
  const bids = value.bids.map((bid) => ({ ...bid, answers }));
  const [bid] = requirementProgress({ ...value, requirements, bids }, pointTo, sv);
  expect(bid?.left).toEqual({
    first: [
      { area: "Drift", count: 1 },
      { area: "Säkerhet", count: 1 },
    ],
    second: [{ area: "Drift", count: 1 }],
  });
});

test("of very many open requirements the first fifty are listed, and all are counted", () => {
  const requirements = Array.from({ length: 51 }, (_, n) => `K${n + 1}`);
  const [bid] = requirementProgress(document({ requirements, bids: [{ id: "A" }] }), pointTo, sv);
  expect([bid?.openCount, bid?.open.length, bid?.open.at(-1)?.text]).toEqual([
    51,
    50,
    "K50 Krav K50",
  ]);
});

// prettier-ignore
test.each<[string, Partial<EvaluationDocument["bids"][number]>, string | undefined, boolean]>([
  ["a bid that is in",                   {},                                              undefined, false],
  ["one that its bidder has withdrawn",  { withdrawnAt: "2026-03-01" },                   "Återkallat", false],
  ["one that is rejected",               { rejectedAt: "2026-03-01", reason: "Sent in late" }, "Förkastat", false],
  ["one with a requirement not met, and where it says so",  { answers: { K1: { verdict: "not-met", reference: "s. 4" } } },  "Förkastat", false],
  ["one with a requirement not met, and why",               { answers: { K1: { verdict: "not-met", note: "Saknas" } } },     "Förkastat", false],
  ["one with a requirement not met, and no reason yet",     { answers: { K1: { verdict: "not-met" } } },                     "Inte uppfyllt: motivering återstår", true],
  ["one with a reason for one requirement of two",          { answers: { K1: { verdict: "not-met", note: "Saknas" }, K2: { verdict: "not-met" } } }, "Förkastat", false],
])("%s: how it stands is said, and whether that is for good", (_, given, out, isProvisional) => {
  const value = document({ requirements: ["K1", "K2"], bids: [{ id: "A", price: "1" }] });
  const bids = value.bids.map((bid) => ({ ...bid, ...given }));
  const evaluation = evaluate({ ...value, bids });
  const [row] = withStanding(requirementProgress(evaluation.document, pointTo, sv), evaluation, sv);
  const [scored] = withStanding(scoreProgress(evaluation.document, pointTo), evaluation, sv);
  expect([row?.out, scored?.out, row?.isProvisional === true]).toEqual([out, out, isProvisional]);
});

describe("a criterion of which nobody has scored anything", () => {
  const missing = (panel: Criterion["panel"]) => {
    const value: EvaluationDocument = {
      ...document({ criteria: [monetary("M", panel ? { panel } : {})], bids: [{ id: "A" }] }),
      evaluators: [
        { id: "E1", name: "Eva Ek" },
        { id: "E2", name: "Per Pil" },
      ],
    };
    const [bid] = scoreProgress(value, pointTo);
    return [bid, ...(bid?.evaluators ?? [])]
      .flatMap((each) => each?.missing ?? [])
      .map(({ place }) => place);
  };
  const agreed = "bids[A].scores[M].value";
  const own = ["E1", "E2"].map((id) => `bids[A].scores[M].assessments[${id}].value`);

  // A mean and a median are computed: nobody enters them.
  // prettier-ignore
  test.each<[string, Criterion["panel"], string[]]>([
    ["no panel",        undefined,   [agreed]],
    ["one evaluator",   "single",    [agreed]],
    ["by consensus",    "consensus", [agreed, ...own]],
    ["by their mean",   "mean",      own],
    ["by their median", "median",    own],
  ])("%s", (_, panel, places) => expect(missing(panel)).toEqual(places));
});
