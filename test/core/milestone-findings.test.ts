/**
 * Milestones in an order that cannot be, and a decision dated after it was registered: what is found, how
 * grave it is and where it is mended. A decision is no part of what an evaluation rests on.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { dateFindings } from "../../src/report/date-findings";
import { document } from "../small";

const small = document({ bids: [{ id: "A", price: "1000" }] });
const by = "Eva Ek";

/** What is found of the milestones, with its severity and place. */
function found(value: EvaluationDocument): string[] {
  return [...evaluate(value).findings, ...dateFindings(value)]
    .filter(({ code }) => code === "order-of-dates" || code === "decided-ahead")
    .map(({ code, severity, where }) => `${severity} ${code} ${where}`);
}

// prettier-ignore
test.each([
  ["opened after publication",              "2026-03-01", "2026-03-02T10:00", []],
  ["opened the same day",                   "2026-03-02", "2026-03-02T10:00", []],
  ["opened the day before publication",     "2026-03-03", "2026-03-02T10:00", ["blocking order-of-dates award.openedAt"]],
  ["opened the hour before publication",    "2026-03-02T11:00", "2026-03-02T10:00", ["blocking order-of-dates award.openedAt"]],
])("bids %s", (_, published, opened, wanted) => {
  const events = [
    { type: "published", time: "2026-03-05T08:00:00Z", by, at: published },
    { type: "bids-opened", time: "2026-03-05T09:00:00Z", by, at: opened },
  ] as const;
  expect(found({ ...small, events: [...events] })).toEqual(wanted);
});

// prettier-ignore
test.each<[string, string, string[], string?]>([
  ["dated the day it is registered",   "2026-04-01", []],
  ["dated before it is registered",    "2026-03-20", []],
  ["dated the day after",              "2026-04-02", ["warning decided-ahead decisions[B1].decidedAt"]],
  ["dated the day it is in Sweden",    "2026-04-02", [], "2026-04-01T22:30:00Z"],
  ["dated with its hour later that day", "2026-04-01T23:00", []],
])("a decision %s", (_, decidedAt, wanted, time = "2026-04-01T09:00:00Z") => {
  const value: EvaluationDocument = {
    ...small,
    decisions: [{ id: "B1", kind: "award", decidedAt }],
    events: [{ type: "awarded", time, by, place: "decisions[B1]" }],
  };
  expect(found(value)).toEqual(wanted);
});

test("a decision says nothing of the evaluation that it rests on", () => {
  const ahead: EvaluationDocument = {
    ...small,
    decisions: [{ id: "B1", kind: "award", decidedAt: "2026-04-02" }],
    events: [{ type: "awarded", time: "2026-04-01T09:00:00Z", by, place: "decisions[B1]" }],
  };
  expect(evaluate(ahead).findings).toEqual(evaluate(small).findings);
});
