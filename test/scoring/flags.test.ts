/**
 * What a moderator is shown, and what she is not: one row a rule, just below its threshold and just
 * above.
 */
import type { EvaluationDocument, Score } from "../../src/core/document/schema";
import { flags } from "../../src/scoring/flags";
import { document } from "../small";
import { agreed, panel, scenario } from "./panel";

const raised = (value: EvaluationDocument) =>
  flags(value).map(({ name, criterion = "–", evaluator = "–", bids, figure }) =>
    [name, criterion, evaluator, bids.join("+"), figure.toDecimal(2)].join(" "),
  );
const fine = agreed("B", "1", "1", "1");

test("agreed work raises nothing", () =>
  expect(raised(panel({ A: agreed("A", "2", "2", "2"), B: fine }))).toEqual([]));

describe("spread: more than 40 % of the scale 0–5", () => {
  const five = (a: string, b: string): EvaluationDocument => ({
    ...panel({ A: agreed("A", "2", a, b), B: fine }),
    criteria: [scenario("S1", { scale: { type: "points", max: "5", zero: "0" } })],
  });
  test.each(
    // prettier-ignore
    [
    ["2 of 5 is 40 %, and no more",  five("2", "4"),    []],
    ["2.1 of 5 is 42 %",             five("2", "4.1"),  ["spread S1 – A 42"]],
    ["all of it",                    five("5", "0"),    ["spread S1 – A 100"]],
  ],
  )("%s", (_, value, found) => expect(raised(value)).toEqual(found));
});

describe("offset: on one side of the others' mean on every one of five scores or more, by 10 % or more", () => {
  /** Scores of three evaluators on as many scenarios of one bid, points 0–10. */
  const scores = (rows: readonly (readonly [string, string, string])[]): EvaluationDocument => ({
    ...document({ bids: [{ id: "A", price: "1" }] }),
    evaluators: ["E1", "E2", "E3"].map((id) => ({ id, name: id })),
    criteria: rows.map((_, n) =>
      scenario(`S${n}`, { scale: { type: "points", max: "10", zero: "0" } }),
    ),
    bids: [
      {
        id: "A",
        bidder: "A",
        price: "1",
        answers: {},
        scores: Object.fromEntries(rows.map((row, n) => [`S${n}`, agreed(`A${n}`, "5", ...row)])),
      },
    ],
  });
  const offsets = (value: EvaluationDocument) =>
    raised(value).filter((each) => each.startsWith("offset"));
  test.each(
    // prettier-ignore
    [
    ["one above on five",             [["7", "5", "5"], ["6", "5", "5"], ["7", "5", "6"], ["6", "5", "5"], ["7", "5", "5"]],  ["offset – E1  15"]],
    ["above on four only",            [["7", "5", "5"], ["6", "5", "5"], ["7", "5", "6"], ["6", "5", "5"]],                    []],
    ["equal once",                    [["7", "5", "5"], ["6", "5", "5"], ["7", "5", "6"], ["5", "5", "5"], ["7", "5", "5"]],  []],
    ["below once",                    [["7", "5", "5"], ["6", "5", "5"], ["7", "5", "6"], ["4", "5", "5"], ["7", "5", "5"]],  []],
    ["above by 5 % only",             [["5.5", "5", "5"], ["5.5", "5", "5"], ["5.5", "5", "5"], ["5.5", "5", "5"], ["5.5", "5", "5"]], []],
  ] as const,
  )("%s", (_, rows, found) => expect(offsets(scores(rows))).toEqual(found));
});

describe("reasons", () => {
  const say = (rationale: string, reference = "s. 2"): Score => ({
    value: "2",
    rationale,
    reference,
  });
  const two = (a: Score, b: Score): EvaluationDocument => ({
    ...panel({ A: a, B: { ...b, value: "1" } }),
    criteria: [scenario("S1", { panel: "single" })],
  });
  const [long, other] = ["Uppgiften blev klar utan hjälp.", "Uppgiften blev klar med hjälp."];
  test.each(
    // prettier-ignore
    [
    ["two different",                         two(say(long), say(other)),                        []],
    ["the same, but for signs and case",      two(say(long), say("uppgiften  blev klar utan hjälp")),  ["same-rationale S1 – A+B 2"]],
    ["three words",                           two(say("Bra och tydligt"), say(other)),           ["short-rationale S1 – A 1"]],
    ["four words",                            two(say("Bra och mycket tydligt"), say(other)),    []],
    ["figures are no words",                  two(say("3 av 5 = bra"), say(other)),              ["short-rationale S1 – A 1"]],
    ["no reference",                          two(say(long, " "), say(other)),                   ["no-reference S1 – A 1"]],
    ["the same score for all",                { ...two(say(long), say(other)), bids: two(say(long), say(other)).bids.map((bid) => ({ ...bid, scores: { S1: { ...bid.scores["S1"], value: "2" } } })) }, ["no-effect S1 – A+B 2"]],
  ],
  )("%s", (_, value, found) => expect(raised(value)).toEqual(found));

  test("one evaluator's own reasons are compared with each other, not with her colleague's", () => {
    const same = (evaluator: string) => ({
      evaluator,
      value: "2",
      rationale: long,
      reference: "s. 1",
    });
    const value = panel({
      A: {
        ...say("Gruppen enades efter genomgång av anteckningarna."),
        assessments: [same("E1"), same("E2")],
      },
      B: {
        ...say("Gruppen enades direkt om nivån."),
        value: "1",
        assessments: [same("E1"), { ...same("E2"), rationale: other }],
      },
    });
    expect(raised(value)).toEqual(["same-rationale S1 E1 A+B 2"]);
  });
});
