/**
 * What a moderator sees: how each panel stands on each bid, what was said of one of them, and flags with
 * what may move the result first.
 */
import { flagAnswers } from "../../src/case/flag-answers";
import { discussionAnswer, panelAnswer } from "../../src/case/panel-work";
import type { Criterion, EvaluationDocument, Score } from "../../src/core/document/schema";
import { recordFigures } from "../../src/scoring/record-scores";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { agreed, panel, scenario } from "../scoring/panel";
import { monetary } from "../small";

const at = (text: string, place: string) => ({ text, place });

/** Bid A on one criterion; B is scored alike. */
function standing(
  score: Score,
  more: Partial<Criterion> = {},
  rejected: readonly string[] = [],
  unreadable: readonly string[] = [],
) {
  const document = panel({ A: score, B: score }, { criteria: [scenario("S1", more)] });
  const [criterion] = panelAnswer(
    document,
    { rejected: new Set(rejected), unreadable: new Set(unreadable) },
    at,
    sv,
  ).criteria;
  return criterion?.bids[0];
}

// prettier-ignore
test.each<[string, Score, Partial<Criterion>, string, string, boolean]>([
  ["nobody has scored",            {},                                 {},                 "missing",   "",    false],
  ["one has not",                  agreed("A", undefined, "2"),        {},                 "missing",   "",    false],
  ["both alike",                   agreed("A", undefined, "2", "2.0"), {},                 "unanimous", "0",   false],
  ["a step apart, of four",        agreed("A", undefined, "2", "3"),   {},                 "apart",     "25",  false],
  ["the whole scale apart",        agreed("A", undefined, "0", "4"),   {},                 "apart",     "100", true],
  ["a level is agreed",            agreed("A", "3", "0", "4"),         {},                 "agreed",    "100", true],
  ["the mean is the value",        agreed("A", undefined, "2", "2"),   { panel: "mean" },   "computed", "0",   false],
  ["one value, none agreed",       {},                                 { panel: "single" }, "missing",  "",    false],
  ["one value",                    { value: "3" },                     { panel: "single" }, "agreed",   "",    false],
])("%s", (_, score, more, state, spread, isFarApart) => {
  expect(standing(score, more)).toMatchObject({ state, spread, isFarApart });
});

test("a bid that was withdrawn is not called rejected, and is not there where nobody scored it", () => {
  const scored = panel({ A: agreed("A", "3", "3", "3"), B: {} });
  const withdrawn = { withdrawnAt: "2026-02-18", reason: "Skriftligen." };
  const bids = scored.bids.map((bid, n) => ({
    ...bid,
    ...withdrawn,
    scores: n === 0 ? bid.scores : {},
  }));
  const outside = { rejected: new Set(["A", "B"]), unreadable: new Set<string>() };
  const [criterion] = panelAnswer({ ...scored, bids }, outside, at, sv).criteria;
  expect(criterion?.bids.map(({ bid, isWithdrawn }) => [bid, isWithdrawn])).toEqual([["A", true]]);
});

test("a rejected bid waits for no level", () => {
  expect(standing(agreed("A", undefined, "2", "3"), {}, ["A"])?.state).toBe("rejected");
});

test("a score whose cell cannot be read is not missing, whether the agreed one or an evaluator's", () => {
  const read = (place: string) => {
    const lost = [`bids[A].scores[S1].${place}`];
    const { state, unreadable } = standing(agreed("A", undefined, "2"), {}, [], lost) ?? {};
    return [state, unreadable?.map(({ text }) => text)];
  };
  expect(read("value")).toEqual(["unreadable", [""]]);
  expect(read("assessments[E2].value")).toEqual(["unreadable", ["Per Pil"]]);
  expect(read("rationale")).toEqual(["missing", []]);
});

test("a list of values is not agreed on, and is not shown", () => {
  expect(standing({ value: ["3", "4"] }, { panel: "single", perConsultant: true })).toBeUndefined();
});

test("one score with what each evaluator said, in the reader's words", () => {
  const scored = panel({ A: agreed("A", "2", "3", undefined), B: agreed("B", "1", "1", "1") });
  const { document } = recordFigures(scored, { time: "2026-03-09T10:00:00Z", by: "Eva Ek" });
  const answer = discussionAnswer(document, { bid: "A", criterion: "S1" }, at, en);
  expect(answer).toMatchObject({
    bidder: "Bolaget A",
    name: "Scenario S1",
    levels: ["0", "1", "2", "3", "4"].map((code) => ({ code, word: `${code} – nivå ${code}` })),
    scores: [
      { name: "Eva Ek", code: "3", value: "3", level: "nivå 3", reference: "Demo 00:12" },
      { name: "Per Pil", code: "", value: "", level: "", rationale: "", reference: "" },
    ],
    isAgreedOn: true,
    seen: { value: "2", reference: "Demo 00:12" },
    others: [{ bidder: "Bolaget B", agreed: "1" }],
  });
  expect(answer?.history.map(({ what, change }) => `${what}: ${change}`)).toEqual([
    "Score Bolaget A (A) · Scenario S1 (S1): (blank) → 2",
    "Score Bolaget A (A) · Scenario S1 (S1) · Eva Ek (E1): (blank) → 3",
  ]);
  expect(discussionAnswer(document, { bid: "X", criterion: "S1" }, at, en)).toBeUndefined();
});

test.each<[string, Criterion["scale"], string, string]>([
  ["a number", monetary("M").scale, "3.5", "3,5"],
  ["yes and no", { type: "yes-no" }, "yes", "yes"],
])("the form begins with what stands there: %s", (_, scale, value, begins) => {
  const criteria = [scenario("S1", { panel: "single", scale })];
  const document = panel({ A: { value }, B: {} }, { criteria });
  const answer = discussionAnswer(document, { bid: "A", criterion: "S1" }, at, sv);
  expect(answer?.agreed.value).toBe(begins);
  expect(answer?.seen.value).toBe(value);
});

test("flags: the widest difference in kronor first, agreed ones after, formalities last", () => {
  const criteria = [
    scenario("S1", { deduction: "1000" }),
    scenario("S2", { deduction: "9000" }),
    scenario("S3", { deduction: "50000" }),
  ];
  const base = panel({ A: {}, B: {} }, { criteria });
  const apart = { S1: agreed("A", undefined, "0", "4"), S2: agreed("A", undefined, "0", "2") };
  const settled = { ...apart, S3: { ...agreed("A", "2", "0", "4"), rationale: "Bra" } };
  const document: EvaluationDocument = {
    ...base,
    bids: base.bids.map((bid) => (bid.id === "A" ? { ...bid, scores: settled } : bid)),
  };
  const found = flagAnswers(document, "SEK", at, sv);
  expect(found.map(({ text, worth }) => [text, worth.replaceAll("\u00a0", " ")])).toEqual([
    ["Stor spridning: S2 Scenario S2 · Bolaget A", "skillnaden motsvarar 4 500 SEK"],
    ["Stor spridning: S1 Scenario S1 · Bolaget A", "skillnaden motsvarar 1 000 SEK"],
    [
      "Stor spridning: S3 Scenario S3 · Bolaget A",
      "skillnaden motsvarar 50 000 SEK; gemensam nivå är satt",
    ],
    ["Kort motivering: S3 Scenario S3 · Bolaget A", ""],
  ]);
  expect(found.map(({ isFormality }) => isFormality)).toEqual([false, false, false, true]);
  expect(found[0]?.score).toEqual({ bid: "A", criterion: "S2" });
});
