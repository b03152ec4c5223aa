/**
 * The journal: what is recorded counts, what is changed behind its back does not, and nothing in it
 * is ever lost.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Criterion, EvaluationDocument, Score } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { history, recordFigures, unrecorded } from "../../src/scoring/record-scores";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { robustness } from "../../src/lab/laboratory";
import { whatIf } from "../../src/lab/whatif";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { agreed, changed, panel, scenario, typed } from "./panel";

const ranks = (value: EvaluationDocument) =>
  evaluate(value).bids.map(({ bid, result, rank, reasons }) =>
    [
      bid.id,
      result.value?.toText() ?? "–",
      rank.value?.toText() ?? "–",
      reasons.map(({ code }) => code).join(),
    ].join(" "),
  );
const act = { time: "2026-03-09T10:00", by: "Eva Ek" };

//                        agreed   E1   E2
const scored = panel(
  // prettier-ignore
  {
  A: agreed("A",          "2",     "2", "2"),
  B: agreed("B",          "1",     "1", "1"),
},
);
const { document: kept } = recordFigures(scored, act);

test("before anything is recorded the document counts as it stands", () => {
  expect(ranks(scored)).toEqual(["A 9500 2 ", "B 9250 1 "]);
});

test("recording writes one line for each figure, with its reasons, and changes no result", () => {
  expect(
    kept.events?.map(({ bid, evaluator, old, new: now, rationale, priceKnown }) =>
      [bid, evaluator ?? "–", old ?? "–", now, rationale !== undefined, priceKnown].join(" "),
    ),
  ).toEqual([
    "A – – 2 true true",
    "A E1 – 2 true true",
    "A E2 – 2 true true",
    "B – – 1 true true",
    "B E1 – 1 true true",
    "B E2 – 1 true true",
  ]);
  expect(ranks(kept)).toEqual(ranks(scored));
  expect(recordFigures(kept, act).count).toBe(0);
});

describe("an agreed score that is changed in its cell", () => {
  // 10 000 − 1 000 × 4/4 = 9 000 would put A first.
  const tried = typed(kept, "A", "4");

  test("does not count, and shows nothing of what it would do", () => {
    expect(ranks(tried)).toEqual(["A – – score-unrecorded", "B 9250 1 "]);
    expect(evaluate(tried)).toMatchObject({ status: "blocked", award: [] });
    expect(evaluate(tried).findings).toContainEqual(
      expect.objectContaining({
        code: "score-unrecorded",
        severity: "blocking",
        where: "bids[A].scores[S1].value",
      }),
    );
  });

  test("nor do the laboratory's questions show it", () => {
    const { events: _events, ...blank } = changed(kept, "A", (bid) => ({
      ...bid,
      scores: { S1: { assessments: bid.scores["S1"]?.assessments } },
    }));
    expect(robustness(evaluate(tried)).outlook).toEqual(robustness(evaluate(blank)).outlook);
    const answer = whatIf(evaluate(tried), [{ kind: "lower", bid: "B", criterion: "S1" }]);
    expect(
      Array.isArray(answer)
        ? []
        : "after" in answer
          ? answer.after.bids.map(({ result }) => result.value?.toText())
          : [],
    ).toEqual([undefined, "9500"]);
  });

  test("is not recorded without a reason", () => {
    const { document: after, count, refused } = recordFigures(tried, act);
    expect([count, after.events]).toEqual([0, kept.events]);
    expect(refused).toEqual([
      expect.objectContaining({
        code: "change-without-reason",
        where: "bids[A].scores[S1].value",
        details: { figure: "A · S1", old: "2", new: "4" },
      }),
    ]);
    expect(recordFigures(tried, act, "  ").refused).toHaveLength(1);
  });

  test("counts once it is recorded with one; the first line stays", () => {
    const { document: after } = recordFigures(
      tried,
      { ...act, time: "2026-03-10T09:00" },
      "Inspelningen visar att hela uppgiften slutfördes",
    );
    expect(ranks(after)).toEqual(["A 9000 1 ", "B 9250 2 "]);
    expect(
      history(after, { bid: "A", criterion: "S1" })
        .filter(({ evaluator }) => evaluator === undefined)
        .map(({ time, old, new: now, reason }) => [time, old ?? "–", now, reason ?? "–"].join(" ")),
    ).toEqual([
      "2026-03-09T10:00 – 2 –",
      "2026-03-10T09:00 2 4 Inspelningen visar att hela uppgiften slutfördes",
    ]);
  });

  test("counts again as soon as the recorded value is back", () =>
    expect(ranks(typed(tried, "A", "2"))).toEqual(ranks(kept)));

  test("is the same value however the cell is formatted", () =>
    expect(ranks(typed(kept, "A", "2.00"))).toEqual(ranks(kept)));

  test("the live formulas withhold it too, and agree figure by figure", async () => {
    const outcome = await evaluateWorkbook(
      new MemoryWorkbook(writeWorkbook(tried, sv)),
      circumstances,
    );
    if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
    expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
    const result = outcome.pages[1]?.rows[6]?.find((cell) => cell?.formula?.includes("ROUND"));
    expect(result?.value).toBe("saknas");
  });
});

test("an agreed score that is emptied does not count either, and its line is kept", () => {
  const emptied = {
    ...kept,
    bids: kept.bids.map((bid) =>
      bid.id === "A" ? { ...bid, scores: { S1: { ...bid.scores["S1"], value: undefined } } } : bid,
    ),
  } as EvaluationDocument;
  expect(ranks(emptied)[0]).toBe("A – – score-unrecorded");
  expect(unrecorded(emptied)).toEqual([
    expect.objectContaining({ bid: "A", criterion: "S1", kind: "changed" }),
  ]);
});

test("emptying a figure on record gives nobody a free try after it: the next value waits for its reason too", () => {
  const emptied = recordFigures(
    {
      ...kept,
      bids: kept.bids.map((bid) =>
        bid.id === "A" ? { ...bid, scores: { S1: agreed("A", undefined, "2", "2") } } : bid,
      ),
    },
    act,
    "Fel rad",
  ).document;
  const again = typed(emptied, "A", "4");
  expect([ranks(emptied)[0], ranks(again)[0]]).toEqual([
    "A – – score-missing",
    "A – – score-unrecorded",
  ]);
  expect(recordFigures(again, act).refused).toHaveLength(1);
  expect(ranks(recordFigures(again, act, "Omprövad").document)[0]).toBe("A 9000 1 ");
});

test("where values are computed, a changed assessment is withheld", () => {
  const mean = recordFigures(
    { ...scored, criteria: [scenario("S1", { panel: "mean" })] },
    act,
  ).document;
  const moved = {
    ...mean,
    bids: mean.bids.map((bid) =>
      bid.id === "A"
        ? {
            ...bid,
            scores: {
              S1: {
                assessments: [
                  { evaluator: "E1", value: "4" },
                  { evaluator: "E2", value: "2" },
                ],
              },
            },
          }
        : bid,
    ),
  };
  expect([ranks(mean), ranks(moved)]).toEqual([
    ["A 9500 2 ", "B 9250 1 "],
    ["A – – score-unrecorded", "B 9250 1 "],
  ]);
});

test.each<[string, Partial<Criterion>, Score["value"], Score["value"]]>(
  // prettier-ignore
  [
  ["a yes",                  { panel: "single", scale: { type: "yes-no" } },                                       "yes",                 "no"],
  ["one of several persons", { panel: "single", perConsultant: true },                                             ["1", "2"],            ["1", "4"]],
  ["a test person",          { panel: "single", perParticipant: true, scale: { type: "points", max: "4", zero: "0" } }, ["1", "2"],       ["1", "4"]],
  ["an answer to a survey",  { panel: "single", scale: { type: "sus" } },                                          [Array<"3">(10).fill("3")], [Array<"4">(10).fill("4")]],
],
)("%s is withheld too, in the engine and in the formulas", async (_, criterion, first, second) => {
  const { panel: _panel, ...plain } = scenario("S1", criterion);
  const value = (of: Score["value"]): EvaluationDocument => ({
    ...scored,
    evaluators: [],
    criteria: [plain],
    bids: scored.bids.map((bid) => ({
      ...bid,
      scores: {
        S1: {
          value: bid.id === "A" ? of : first,
          rationale: "Visat i demonstrationen",
          reference: "00:12",
        },
      },
    })),
  });
  const tried = { ...recordFigures(value(first), act).document, bids: value(second).bids };
  expect(ranks(tried)[0]).toBe("A – – score-unrecorded");
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(tried, sv)),
    circumstances,
  );
  expect(
    outcome.document && [
      outcome.result.doubleCheck.equal - outcome.result.doubleCheck.of,
      ranks(outcome.document)[0],
    ],
  ).toEqual([0, "A – – score-unrecorded"]);
});

test("a score recorded before the prices were known says so, and one after them too", () => {
  const blind = { ...scored, bids: scored.bids.map(({ price: _price, ...bid }) => bid) };
  const before = recordFigures(blind, act).document;
  const after = recordFigures(
    typed({ ...before, bids: scored.bids }, "A", "3"),
    act,
    "Omprövad",
  ).document;
  expect([before, after].map(({ events }) => events?.at(-1)?.priceKnown)).toEqual([false, true]);
});

test("what is said of a criterion that is no longer there is history, and nothing to record", () => {
  const without = {
    ...kept,
    criteria: [scenario("S2")],
    bids: kept.bids.map((bid) => ({ ...bid, scores: {} })),
  };
  expect(unrecorded(without)).toEqual([]);
  expect(history(without, { criterion: "S1" })).toHaveLength(6);
});

test("changing how a panel agrees takes nothing away", () => {
  const switched = { ...kept, criteria: [scenario("S1", { panel: "median" })] };
  expect(switched.bids.map(({ scores }) => scores)).toEqual(kept.bids.map(({ scores }) => scores));
  expect(evaluate(switched).findings.filter(({ severity }) => severity === "blocking")).toEqual([]);
});
