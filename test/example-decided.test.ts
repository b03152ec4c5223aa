/**
 * The example's whole procedure: six bids opened by two people, one withdrawn in time, an award, a
 * correction after reopening and a second award. What each decision says is its own.
 */
import { join } from "node:path";
import { document } from "../examples/verksamhetssystem/document";
import { decided } from "../examples/verksamhetssystem/procedure";
import { decisionsOf, dispatchOf } from "../src/core/document/decisions";
import { brokenOrders } from "../src/core/document/step-times";
import type { Evaluation } from "../src/core/evaluate";
import { evaluate, withFindings } from "../src/core/evaluate";
import { FileWorkbook } from "../src/host/xlsx/file-workbook";
import { awardReadiness } from "../src/procedure/award-readiness";
import { dateFindings } from "../src/report/date-findings";
import { readWorkbook } from "../src/sheet/read";
import { en } from "../src/words/en/words";
import { sv } from "../src/words/sv/words";

const value = decided();
const evaluation = ((): Evaluation => {
  const found = evaluate(value);
  return withFindings(found, [...awardReadiness(found), ...dateFindings(value)]);
})();

test("the committed workbook is what the script makes", async () => {
  const file = join(__dirname, "..", "examples", "verksamhetssystem-beslut.xlsx");
  const read = readWorkbook(await (await FileWorkbook.open(file)).read(), [sv, en]);
  expect(read.document).toEqual(value);
});

test("the steps, in the order in which the journal has them", () =>
  expect(
    value.events?.filter(({ type }) => type !== "score").map(({ type, time }) => [type, time]),
  ).toEqual([
    ["published", "2026-01-12T08:30"],
    ["bids-opened", "2026-02-23T09:20"],
    ["quality-fixed", "2026-03-12T15:40"],
    ["prices-opened", "2026-03-13T09:00"],
    ["evaluated", "2026-03-20T10:00"],
    ["finalised", "2026-03-20T10:00"],
    ["awarded", "2026-03-24T15:00"],
    ["dispatched", "2026-03-24T15:35"],
    ["reopened", "2026-04-01T08:45"],
    ["evaluated", "2026-04-02T10:00"],
    ["finalised", "2026-04-02T10:00"],
    ["signed-off", "2026-04-07T13:00"],
    ["awarded", "2026-04-14T15:00"],
    ["dispatched", "2026-04-14T15:35"],
  ]));

test("two awards, each with its own date, designation and dispatch; no step out of order", () => {
  expect(
    decisionsOf(value).map((each) => [
      each.id,
      each.awarded,
      each.decidedAt,
      each.designation,
      dispatchOf(value, each)?.sentAt,
    ]),
  ).toEqual([
    ["B1", "A", "2026-03-24", "SN 2026-03-24 § 41", "2026-03-24T15:30"],
    ["B2", "A", "2026-04-14", "SN 2026-04-14 § 52", "2026-04-14T15:30"],
  ]);
  expect(brokenOrders(value)).toEqual([]);
});

// 240 000 kr × (8 − 4)/6 = 160 000 kr at four hours; × (8 − 2)/6 = 240 000 kr at two.
test("the correction moved E by 80 000 kr, from 11 020 025 to 10 940 025", () => {
  const [first, second] = (value.events ?? []).filter(({ type }) => type === "finalised");
  expect([first?.new, second?.new].map((text) => /E ([\d.]+)/.exec(text ?? "")?.[1])).toEqual([
    "11020025.00",
    "10940025.00",
  ]);
});

test("the withdrawn bid is out, and changes no figure of the others", () => {
  const figures = (of: Evaluation) =>
    of.bids.map(({ bid, result, rank }) => [bid.id, result.value?.toText(), rank.value?.toText()]);
  expect(evaluation.bids.find(({ bid }) => bid.id === "F")).toMatchObject({
    standing: { value: "rejected" },
    reasons: [{ code: "bid-withdrawn" }],
  });
  expect(figures(evaluation).filter(([id]) => id !== "F")).toEqual(figures(evaluate(document())));
});

test("it is final, awarded to A, and what remains is said", () =>
  expect([
    evaluation.status,
    evaluation.award,
    evaluation.findings.map(({ code }) => code),
  ]).toEqual(["final", ["A"], ["stated-total-differs", "quality-changed"]]));
