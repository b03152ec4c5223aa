/**
 * The formulas of the sheet Utvärdering and the exact engine agree on every figure of every bid, on
 * generated evaluations of every method.
 */
import fc from "fast-check";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { documents, runs } from "../../documents";

/** docs/decisions.md: the formula for rounding cannot tell so small a part from float noise. */
const isAboveNoise = (value: EvaluationDocument) =>
  !/"-?0\.0000000001"|\d{15}\.\d/.test(JSON.stringify(value));

/** The figures that differ, as formula, its value and the engine's. */
function differences(page: Page | undefined, bids: number): unknown[] {
  const rows = page?.rows ?? [];
  const [live, engine, check] = [6, 6 + bids + 3, 6 + 2 * (bids + 3)];
  return Array.from({ length: bids }, (_, n) => n).flatMap((n) =>
    (rows[check + n] ?? []).flatMap((cell, c) =>
      cell?.formula !== undefined && cell.value !== 1
        ? [[rows[live + n]?.[c]?.formula, rows[live + n]?.[c]?.value, rows[engine + n]?.[c]?.value]]
        : [],
    ),
  );
}

test("formulas and engine agree on every figure of generated evaluations", async () => {
  await fc.assert(
    fc.asyncProperty(documents.filter(isAboveNoise), async (value) => {
      const outcome = await evaluateWorkbook(
        new MemoryWorkbook(writeWorkbook(value, sv)),
        circumstances,
      );
      if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
      const { result, pages } = outcome;
      expect(differences(pages[1], value.bids.length)).toEqual([]);
      expect(result.doubleCheck.equal).toBe(result.doubleCheck.of);
    }),
    runs(35),
  );
});
