/**
 * The question whether the figures come out the same each time. A difference that follows from a
 * cell that could not be read has no finding of its own, and is still never called agreement.
 */
import { journalReader } from "../../../src/app/event-lines";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { arithmeticCheck, modelCheck } from "../../../src/app/verification/computation-checks";
import { cellRecord } from "../../../src/case/cell-record";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { sealOf } from "../../../src/journal/published";
import { publish } from "../../../src/procedure/acts/publish";
import { eventText } from "../../../src/procedure/event-text";
import { publicationOf } from "../../../src/report/result";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { document, monetary } from "../../small";

const scored = document({
  criteria: [monetary("M", { deduction: "100" })],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" } },
    { id: "B", price: "900", scores: { M: "4" } },
  ],
});
const computed = async () => {
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(scored, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  return outcome;
};

test("figures that differ without a finding are neither agreement nor failure", async () => {
  const { evaluation, result } = await computed();
  const { equal, of } = result.doubleCheck;
  const differing = { ...result, doubleCheck: { ...result.doubleCheck, equal: equal - 1 } };
  expect([equal, evaluation.findings.map(({ code }) => code)]).toEqual([
    of,
    expect.not.arrayContaining(["double-check-differs"]),
  ]);
  const check = arithmeticCheck(evaluation, differing);
  expect([check.state, check.findings]).toEqual(["unknown", []]);
});

test("where every figure is the same twice, the check holds", async () => {
  const { evaluation, result } = await computed();
  expect(arithmeticCheck(evaluation, result).state).toBe("holds");
});

test("a self-check that did not pass is no agreement either", async () => {
  const { evaluation, result } = await computed();
  const { passed, of } = result.selfChecks;
  const failed = { ...result, selfChecks: { ...result.selfChecks, passed: passed - 1 } };
  expect(of).toBe(passed);
  expect(arithmeticCheck(evaluation, failed).state).toBe("unknown");
});

// prettier-ignore
test.each([
  ["recorded as it was published", undefined,                                                             "2026-03-01 10:00 av Eva Ek"],
  ["recorded afterwards",          { at: "2026-02-02", reason: "Registreras i efterhand" },        "2026-02-02, registrerat 2026-03-01 10:00 av Eva Ek"],
])("the day of publication is told as everywhere else: %s", (_, given, said) => {
  const { document: value } = publish(scored, { time: "2026-03-01T10:00", by: "Eva Ek" }, given);
  const seal = value && sealOf(value);
  if (!seal) throw new Error("not published");
  const { counts } = modelCheck([], seal);
  expect(sv.trail.said.model(counts)).toMatch(new RegExp(`^kod .*, publicerad ${said}$`));
  // On the trail and in the terminal, in the report, at a published cell and in the journal.
  const { state, ...published } = publicationOf(seal);
  expect(sv.receipt.publishedState[state](published)).toMatch(
    new RegExp(`oförändrad sedan den publicerades ${said}$`),
  );
  expect(sv.protocol.sealed(published)).toMatch(new RegExp(` publicerades ${said}\\.$`));
  const record = cellRecord(value, "model.ties", sv);
  expect(record?.state === "recorded" && record.text).toMatch(new RegExp(`publicerades ${said}\\.$`));
  const [event] = value.events ?? [];
  const line = event && eventText(event, journalReader(value, sv));
  expect([line?.what, line?.change]).toEqual(["Modellen publicerad", given?.at ?? ""]);
});
