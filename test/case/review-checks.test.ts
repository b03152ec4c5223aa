/**
 * The checks beside a result: green only where something was compared and all of it agreed.
 */
import type { Assessed } from "../../src/app/assess";
import { assessWorkbook } from "../../src/app/assess";
import type { DoubleChecked } from "../../src/case/review-checks";
import { reviewChecks } from "../../src/case/review-checks";
import type { Freshness } from "../../src/case/answers";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

let assessed: Assessed;
beforeAll(async () => {
  const value = document({ bids: [{ id: "A", price: "1" }] });
  const found = assessWorkbook(await new MemoryWorkbook(writeWorkbook(value, sv)).read(), sv, [sv]);
  if (!found.document) throw new Error("unreadable");
  assessed = found;
});

const compared = (equal: number, of: number): DoubleChecked => ({
  doubleCheck: { equal, of },
  selfChecks: { passed: 1, of: 1, failed: [] },
});
const check = (title: string, checked?: DoubleChecked, freshness: Freshness = "none") =>
  reviewChecks(assessed, freshness, checked, sv).find((each) => each.title === title);

// prettier-ignore
test.each<[string, DoubleChecked | undefined, string, string | undefined]>([
  ["before anything is evaluated", undefined,          "open", undefined],
  ["all figures equal",            compared(235, 235), "good", "235 av 235"],
  ["one figure differs",           compared(234, 235), "bad",  "234 av 235"],
  ["no bids, nothing compared",    compared(0, 0),     "open", undefined],
])("the double computation, %s", (_, checked, state, count) => {
  const found = check("Kontrollräkning", checked);
  expect([found?.state, found?.count]).toEqual([state, count]);
});

// prettier-ignore
test.each<[Freshness, RegExp]>([
  ["none",    /^Görs när/],
  ["changed", /^Görs när/],
  ["current", /^Gjordes när resultatbladen skrevs\./],
])("the double computation of a file with %s result sheets that was only opened", (freshness, said) => {
  expect(check("Kontrollräkning", undefined, freshness)?.text).toMatch(said);
});

// prettier-ignore
test.each<[Freshness, string]>([
  ["none",    "open"],
  ["current", "good"],
  ["changed", "bad"],
])("result sheets that are %s", (freshness, state) => {
  expect(check(sv.pane.review.freshness, undefined, freshness)?.state).toBe(state);
});

test("self-checks of no bids say nothing", () => {
  expect(reviewChecks({ ...assessed, checks: [] }, "none", undefined, sv)).toContainEqual({
    title: "Egenkontroll",
    text: "Det finns inga anbud att jämföra än.",
    state: "open",
  });
});

test("self-checks: the one that fails is named alone, and counted", () => {
  expect(check("Egenkontroll")?.state).toBe("good");
  const checks = [
    { name: "permuted", holds: true },
    { name: "renamed", holds: false },
  ] as const;
  const shown = reviewChecks({ ...assessed, checks }, "none", undefined, sv);
  expect(shown.find(({ title }) => title === "Egenkontroll")).toMatchObject({
    state: "bad",
    count: "1 av 2",
    text: "1 av 2: anbudsgivarnas namn saknar betydelse",
  });
});
