/**
 * Evaluators' sheets merged: any order, any number of times, every conflict listed and nothing
 * written over.
 */
import fc from "fast-check";
import type { EvaluationDocument } from "../../src/core/document/schema";
import type { ScoreSheet } from "../../src/scoring/score-sheet";
import { scoreSheetsOf } from "../../src/scoring/score-sheet";
import type { ReceivedSheet } from "../../src/scoring/received-sheets";
import { mergeScoreSheets } from "../../src/scoring/merge-score-sheets";
import { runs } from "../documents";
import { agreed, panel, scenario } from "./panel";

const act = { time: "2026-03-09T10:00", by: "Moderatorn" };
const empty = panel({ A: {}, B: {} });
const [blankE1, blankE2] = scoreSheetsOf(empty, new Set()) as [ScoreSheet, ScoreSheet];

type Row = readonly [bid: string, value?: string, rationale?: string, reference?: string];
/** A sheet with these rows filled in, scenario S1. */
const sheet = (blank: ScoreSheet, ...rows: readonly Row[]): ScoreSheet => ({
  ...blank,
  scores: rows.map(([bid, value, rationale = "Klart i första försöket", reference = "00:12"]) => ({
    bid,
    criterion: "S1",
    ...(value === undefined ? {} : { value }),
    rationale,
    reference,
  })),
});
const hand = (...sheets: readonly ScoreSheet[]): ReceivedSheet[] =>
  sheets.map((sheet, n) => ({ name: `blad${n + 1}.xlsx`, sheet: sheet }));
const merged = (
  received: readonly ReceivedSheet[],
  into: EvaluationDocument = empty,
  rejected: readonly string[] = [],
) => mergeScoreSheets(into, received, act, new Set(rejected));
const scores = ({ bids }: EvaluationDocument) =>
  bids
    .flatMap(({ id, scores: its }) =>
      (its["S1"]?.assessments ?? []).map(
        ({ evaluator, value }) => `${id} ${evaluator} ${value ?? "–"}`,
      ),
    )
    .sort();

test("a sheet holds what is to be scored by the panel, and no price", () => {
  expect(blankE1.scores).toEqual([
    { bid: "A", criterion: "S1" },
    { bid: "B", criterion: "S1" },
  ]);
  expect(JSON.stringify(blankE1)).not.toMatch(/10000|9500/);
  expect(
    scoreSheetsOf({ ...empty, criteria: [scenario("S1", { panel: "single" })] }, new Set()),
  ).toEqual([]);
  expect(scoreSheetsOf(empty, new Set(["B"])).map(({ scores: own }) => own.length)).toEqual([1, 1]);
});

test("two evaluators' sheets are merged, and each score is in the journal as its evaluator's", () => {
  const { document, taken, conflicts, findings } = merged(
    hand(sheet(blankE1, ["A", "3"], ["B", "2"]), sheet(blankE2, ["A", "4"])),
  );
  expect([taken, conflicts, findings]).toEqual([9, [], []]);
  expect(scores(document)).toEqual(["A E1 3", "A E2 4", "B E1 2"]);
  expect(
    document.events?.map(({ bid, evaluator, new: value, by }) =>
      [bid, evaluator, value, by].join(" "),
    ),
  ).toEqual(["A E1 3 Moderatorn", "A E2 4 Moderatorn", "B E1 2 Moderatorn"]);
});

test("any order, and any number of times, is the same", () => {
  const row = fc.tuple(
    fc.constantFrom("A", "B"),
    fc.constantFrom("0", "1", "2", "3", "4"),
    fc.constantFrom("Klart i första försöket", "Klart efter omvägar"),
  );
  const sheetLists = fc.array(
    fc
      .tuple(fc.constantFrom(blankE1, blankE2), fc.array(row, { maxLength: 3 }))
      .map(([blank, rows]) => sheet(blank, ...rows)),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(
      sheetLists.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const once = merged(hand(...list));
        expect(scores(merged(hand(...shuffled)).document)).toEqual(scores(once.document));
        const again = merged(hand(...list, ...shuffled), once.document);
        expect([again.taken, again.document.events]).toEqual([0, once.document.events]);
        expect(scores(again.document)).toEqual(scores(once.document));
      },
    ),
    runs(200),
  );
});

test("nothing that stands is written over, and nothing that was offered is left unsaid", () => {
  const standing = panel({ A: agreed("A", undefined, "3"), B: {} });
  const { document, taken, same, conflicts } = merged(hand(sheet(blankE1, ["A", "4"])), standing);
  expect(scores(document)).toEqual(["A E1 3"]);
  expect([taken, same, document.events]).toEqual([0, 0, undefined]);
  expect(conflicts).toEqual([
    {
      bid: "A",
      criterion: "S1",
      evaluator: "E1",
      field: "value",
      kept: "3",
      offered: [{ text: "4", name: "blad1.xlsx" }],
    },
    {
      bid: "A",
      criterion: "S1",
      evaluator: "E1",
      field: "rationale",
      kept: standing.bids[0]?.scores["S1"]?.assessments?.[0]?.rationale,
      offered: [{ text: "Klart i första försöket", name: "blad1.xlsx" }],
    },
    {
      bid: "A",
      criterion: "S1",
      evaluator: "E1",
      field: "reference",
      kept: "Demo 00:12",
      offered: [{ text: "00:12", name: "blad1.xlsx" }],
    },
  ]);
});

test("a recorded value is not changed by emptying its cell and merging another", () => {
  const { document } = merged(hand(sheet(blankE1, ["A", "3"])));
  const emptied = { ...document, bids: document.bids.map((bid) => ({ ...bid, scores: {} })) };
  const other = merged(hand(sheet(blankE1, ["A", "4"])), emptied);
  expect(other.conflicts).toEqual([
    {
      bid: "A",
      criterion: "S1",
      evaluator: "E1",
      field: "value",
      kept: "3",
      offered: [{ text: "4", name: "blad1.xlsx" }],
    },
  ]);
});

test("what was left out is filled in later, beside what was there", () => {
  const first = merged(hand(sheet(blankE1, ["A", "3", "Klart i första försöket", ""])));
  const second = merged(
    hand(sheet(blankE1, ["A", "3", "Klart i första försöket", "00:14"])),
    first.document,
  );
  expect(second.document.bids[0]?.scores["S1"]?.assessments).toEqual([
    { evaluator: "E1", value: "3", rationale: "Klart i första försöket", reference: "00:14" },
  ]);
  expect(
    second.document.events?.map(({ old, new: now, reference }) =>
      [old ?? "–", now, reference ?? "–"].join(" "),
    ),
  ).toEqual(["– 3 –", "3 3 00:14"]);
});

describe("a fault is reported with its place, and the rest is read", () => {
  const good: Row = ["B", "2"];
  test.each(
    // prettier-ignore
    [
    ["a score outside the scale",   sheet(blankE1, ["A", "7.5"], good),                       [],    "blocking ballot-level-unlisted",   ["B E1 2"]],
    ["a level that is not listed",  sheet(blankE1, ["A", "2.5"], good),                       [],    "blocking ballot-level-unlisted",   ["B E1 2"]],
    ["a bid that does not exist",   sheet(blankE1, ["Z", "2"], good),                         [],    "blocking ballot-unknown-bid",      ["B E1 2"]],
    ["a rejected bid",              sheet(blankE1, ["A", "2"], good),                         ["A"], "warning ballot-rejected-bid",      ["B E1 2"]],
    ["a blank rationale",           sheet(blankE1, ["A", "2", " "], good),                    [],    "open ballot-rationale-missing",    ["A E1 2", "B E1 2"]],
    ["a blank reference",           sheet(blankE1, ["A", "2", "Klart direkt", ""], good),     [],    "open ballot-reference-missing",    ["A E1 2", "B E1 2"]],
    ["an unknown evaluator",        { ...sheet(blankE1, good), evaluator: "X" },              [],    "blocking ballot-unknown-evaluator", []],
    ["another procurement",         { ...sheet(blankE1, good), caseNumber: "9/99" },          [],    "blocking ballot-other-case",       []],
    ["another published model",     { ...sheet(blankE1, good), model: "f".repeat(64) },       [],    "blocking ballot-other-model",      []],
    ["another lot",                 { ...sheet(blankE1, good), lot: "2" },                    [],    "blocking ballot-other-case",       []],
  ],
  )("%s", (_, received, rejected, finding, kept) => {
    const { document, findings } = merged(
      hand(received, sheet(blankE2, ["A", "1"])),
      empty,
      rejected,
    );
    expect(
      findings
        .filter(({ where }) => where.startsWith("blad1"))
        .map(({ severity, code }) => `${severity} ${code}`),
    ).toEqual([finding]);
    const rest = rejected.length > 0 ? [] : ["A E2 1"];
    expect(scores(document)).toEqual([...kept, ...rest].sort());
  });

  test("a points scale has its own sentence", () => {
    const points = {
      ...empty,
      criteria: [scenario("S1", { scale: { type: "points", max: "5", zero: "0", step: "0.5" } })],
    };
    const own = scoreSheetsOf(points, new Set())[0] as ScoreSheet;
    const found = (value: string) =>
      mergeScoreSheets(points, hand(sheet(own, ["A", value])), act, new Set()).findings.map(
        ({ code }) => code,
      );
    expect([found("4.5"), found("4.2"), found("5.5")]).toEqual([
      [],
      ["ballot-outside-scale"],
      ["ballot-outside-scale"],
    ]);
  });

  test("two sheets from one evaluator: what they agree on is taken, what they differ on is not", () => {
    const { document, conflicts, findings } = merged(
      hand(sheet(blankE1, ["A", "3"], ["B", "2"]), sheet(blankE1, ["A", "4"], ["B", "2"])),
    );
    expect(findings.map(({ code, details }) => [code, details["files"]])).toEqual([
      ["ballot-evaluator-twice", ["blad1.xlsx", "blad2.xlsx"]],
    ]);
    expect(scores(document)).toEqual(["A E1 –", "B E1 2"]);
    expect(conflicts).toEqual([
      {
        bid: "A",
        criterion: "S1",
        evaluator: "E1",
        field: "value",
        offered: [
          { text: "3", name: "blad1.xlsx" },
          { text: "4", name: "blad2.xlsx" },
        ],
      },
    ]);
  });
});

describe("the gate before scoring", () => {
  const undeclared = {
    ...empty,
    evaluators: empty.evaluators.map(({ id, name }) => ({ id, name })),
  };
  const own = scoreSheetsOf(undeclared, new Set())[0] as ScoreSheet;
  const conflicted = {
    ...undeclared,
    evaluators: [
      { id: "E1", name: "Eva Ek", conflictDeclared: true },
      { id: "E2", name: "Per Pil" },
    ],
  };

  test.each(
    // prettier-ignore
    [
    ["no answer",                            undeclared,                                                                 {},                          ["ballot-undeclared"],            0],
    ["no conflict, said on the sheet",       undeclared,                                                                 { conflictDeclared: false }, [],                               1],
    ["a conflict, said on the sheet",        undeclared,                                                                 { conflictDeclared: true },  ["ballot-conflict-of-interest"],  0],
    ["a conflict, and no measure",           conflicted,                                                                 {},                          ["ballot-conflict-of-interest"],  0],
    ["a conflict, and a measure",            { ...conflicted, evaluators: [{ id: "E1", name: "Eva Ek", conflictDeclared: true, measure: "Bedömer inte B" }] }, {}, [],                        1],
  ],
  )("%s", (_, document, said, codes, count) => {
    const after = mergeScoreSheets(
      document,
      hand({ ...sheet(own, ["A", "3"]), ...said }),
      act,
      new Set(),
    );
    expect([after.findings.map(({ code }) => code), scores(after.document).length]).toEqual([
      codes,
      count,
    ]);
  });

  test("what she declared on her sheet stands on the sheet of evaluators", () => {
    const after = mergeScoreSheets(
      undeclared,
      hand({
        ...sheet(own, ["A", "3"]),
        conflictDeclared: false,
        declaredAt: "2026-03-01",
        interests: "Inga",
      }),
      act,
      new Set(),
    );
    expect(after.document.evaluators[0]).toEqual({
      id: "E1",
      name: "Eva Ek",
      conflictDeclared: false,
      declaredAt: "2026-03-01",
      interests: "Inga",
    });
  });
});

test("the merge is linear: each sheet more takes as many looks as the one before it", () => {
  let looks = 0;
  const counting = (blankSheet: ScoreSheet): ScoreSheet => ({
    ...blankSheet,
    scores: blankSheet.scores.map(
      (score) =>
        new Proxy(score, {
          get: (target, key) => ((looks += 1), Reflect.get(target, key) as unknown),
        }),
    ),
  });
  const looksFor = (count: number) => {
    looks = 0;
    const evaluators = Array.from({ length: count }, (_, n) => ({
      id: `E${n + 1}`,
      name: `Nr ${n}`,
      conflictDeclared: false,
    }));
    const value = { ...empty, evaluators };
    mergeScoreSheets(
      value,
      scoreSheetsOf(value, new Set()).map((blankSheet, n) => ({
        name: `${n}`,
        sheet: counting(sheet(blankSheet, ["A", "3"], ["B", "2"])),
      })),
      act,
      new Set(),
    );
    return looks;
  };
  const [few, more, most] = [8, 32, 56].map(looksFor) as [number, number, number];
  expect(few).toBeGreaterThan(8);
  expect(most - more).toBe(more - few);
});
