/**
 * The question whether the figures come out the same each time. A difference that follows from a
 * cell that could not be read has no finding of its own, and is still never called agreement.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { arithmeticCheck, modelCheck } from "../../../src/app/verification/computation-checks";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { sealOf } from "../../../src/journal/published";
import { publish } from "../../../src/procedure/acts/publish";
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
  ["recorded as it was published", undefined,                                                             "kod .*, publicerad 2026-03-01 10:00 av Eva Ek"],
  ["recorded afterwards",          { at: "2026-02-02", reason: "Registreras i efterhand" },        "kod .*, publicerad 2026-02-02, registrerat 2026-03-01 10:00 av Eva Ek"],
])("the day of publication is told as everywhere else: %s", (_, given, said) => {
  const { document: value } = publish(scored, { time: "2026-03-01T10:00", by: "Eva Ek" }, given);
  const { counts } = modelCheck([], value && sealOf(value));
  expect(sv.trail.said.model(counts)).toMatch(new RegExp(`^${said}$`));
});
