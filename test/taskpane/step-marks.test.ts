/** The mark of each step: what remains is counted at the step where it is done. */
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { stepMark } from "../../src/taskpane/step-marks";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const steps = ["model", "requirements", "scores", "result"] as const;

/** Each step's mark as "remaining 1", and "–" for a step without one. */
async function marksOf(value: EvaluationDocument): Promise<string[]> {
  const service = new CaseService(sv, [sv, en], "mervarde test");
  const workbook = new MemoryWorkbook(writeWorkbook(value, sv));
  const known = await service.take(workbook, "2026-03-01T10:00:00Z");
  return steps.map((step) => {
    const { state, count } = stepMark(known, step) ?? { state: "–" };
    return count === undefined ? state : `${state} ${count}`;
  });
}

const bids = (secondPrice: string, second: { readonly [id: string]: string }) =>
  document({
    criteria: [monetary("M", { deduction: "100" })],
    requirements: ["K1"],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
      { id: "B", price: secondPrice, scores: second, verdicts: { K1: "met" } },
    ],
  });

// prettier-ignore
test.each([
  ["nothing remains but to compute",         bids("1100", { M: "5" }), ["–", "done", "done", "–"]],
  ["a score remains",                        bids("1100", {}),         ["–", "done", "remaining 1", "–"]],
  ["equal bids: the lots are drawn where the result is", bids("1000", { M: "5" }), ["–", "done", "done", "remaining 1"]],
])("%s", async (_, value, expected) => expect(await marksOf(value)).toEqual(expected));
