/**
 * The decided example as its group leaves it: evaluated once more in its workbook on the day of the
 * second award, so that its result sheets tell of the decision. The program that evaluates anyone's
 * workbook makes the sheets; nothing is written here.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import type { Calculator, Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { decided, officer, version } from "./procedure";

/** The workbook's document and its sheets, the result sheets last. */
export async function evaluatedAfterAward(calculator: Calculator): Promise<{
  readonly document: EvaluationDocument;
  readonly pages: readonly Page[];
}> {
  const evaluated = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(decided(), sv)), {
    version,
    time: "2026-04-14T15:55",
    words: sv,
    all: [sv, en],
    calculator,
    who: () => officer,
    hasInputSheets: true,
    getsResultSheets: true,
  });
  if (!evaluated.document) throw new Error(JSON.stringify(evaluated.findings));
  const { document, pages } = evaluated;
  return { document, pages: [...writeWorkbook(document, sv), ...pages] };
}
