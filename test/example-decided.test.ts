/**
 * The example's whole procedure: six bids opened by two people, one withdrawn in time, an award, a
 * correction after reopening and a second award. What each decision says is its own. The workbook
 * that is handed out has been evaluated, and holds for whoever verifies it.
 */
import { join } from "node:path";
import { document } from "../examples/verksamhetssystem/document";
import { evaluatedAfterAward } from "../examples/verksamhetssystem/evaluated";
import { decided, version } from "../examples/verksamhetssystem/procedure";
import { verifyWorkbook } from "../src/app/verify";
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
import { calculator } from "./calculator";

const value = decided();
const evaluation = ((): Evaluation => {
  const found = evaluate(value);
  return withFindings(found, [...awardReadiness(found), ...dateFindings(value)]);
})();

const opened = FileWorkbook.open(
  join(__dirname, "..", "examples", "verksamhetssystem-beslut.xlsx"),
);

// What differs, when what is written into a workbook has been changed, is made by `npm run example`.
test("the committed workbook is what the script makes", async () => {
  const read = readWorkbook(await (await opened).read(), [sv, en]);
  const { document } = await evaluatedAfterAward(calculator);
  expect(read.document).toEqual(document);
  expect({ ...document, events: document.events?.slice(0, -1) }).toEqual({
    ...value,
    recorded: document.recorded,
  });
});

test("whoever verifies it finds nothing that differs, and nothing that cannot be verified", async () => {
  const found = await verifyWorkbook(await opened, {
    version,
    words: sv,
    all: [sv, en],
    calculator,
  });
  if (!("checks" in found)) throw new Error(JSON.stringify(found.findings));
  const { checks, document } = found;
  expect(checks.map(({ name, state }) => [name, state])).toEqual([
    ["model", "holds"],
    ["treatment", "holds"],
    ["arithmetic", "holds"],
    ["inputs", "holds"],
    ["seen", "holds"],
    ["sheets", "holds"],
    ["trail", "holds"],
    ["anchor", "aside"],
    ["records", "holds"],
    ["chronology", "holds"],
    ["version", "holds"],
  ]);
  // The diary is asked about each code, and the reader is told of the one corrected score.
  const diary = checks.flatMap((each) => each.findings).map(({ details }) => details["register"]);
  expect(diary).toEqual([
    "SN 2026/118-4",
    "SN 2026/118-19",
    "SN 2026/118-31",
    "SN 2026/118-33",
    "SN 2026/118-36",
    "SN 2026/118-44",
    "SN 2026/118-47",
    undefined,
  ]);
  expect(document.events?.at(-1)?.time).toBe("2026-04-14T15:55");
});

test("the steps, in the order in which the journal has them", () =>
  expect(
    value.events?.filter(({ type }) => type !== "score").map(({ type, time }) => [type, time]),
  ).toEqual([
    ["published", "2026-01-12T08:30"],
    ["anchored", "2026-01-12T08:50"],
    ["bids-opened", "2026-02-23T09:20"],
    ["anchored", "2026-02-23T09:45"],
    ["quality-fixed", "2026-03-12T15:40"],
    ["prices-opened", "2026-03-13T09:00"],
    ["anchored", "2026-03-13T09:20"],
    ["evaluated", "2026-03-20T10:00"],
    ["finalised", "2026-03-20T10:00"],
    ["anchored", "2026-03-20T10:20"],
    ["awarded", "2026-03-24T15:00"],
    ["dispatched", "2026-03-24T15:35"],
    ["anchored", "2026-03-24T15:50"],
    ["reopened", "2026-04-01T08:45"],
    ["evaluated", "2026-04-02T10:00"],
    ["finalised", "2026-04-02T10:00"],
    ["anchored", "2026-04-02T10:20"],
    ["signed-off", "2026-04-07T13:00"],
    ["awarded", "2026-04-14T15:00"],
    ["dispatched", "2026-04-14T15:35"],
    ["anchored", "2026-04-14T15:50"],
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
  ]).toEqual(["final", ["A"], ["stated-total-differs", "quality-corrected"]]));
