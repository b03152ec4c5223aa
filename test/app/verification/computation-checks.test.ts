/**
 * The question whether the figures come out the same each time. A difference that follows from a
 * cell that could not be read has no finding of its own, and is still never called agreement.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { arithmeticCheck } from "../../../src/app/verification/computation-checks";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
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
