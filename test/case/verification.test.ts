/**
 * The verification as the pane shows it to a lawyer: what was changed comes first, with its cell and what
 * it would do, and what was changed with a reason tells what it did.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { verifyWorkbook } from "../../src/app/verify";
import type { VerificationAnswer } from "../../src/case/answers";
import { verificationAnswer } from "../../src/case/award";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { appendToChain } from "../../src/journal/hash-chain";
import { recordFigures } from "../../src/scoring/record-scores";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { typed } from "../scoring/panel";
import { act, circumstances, worked } from "../sealed";

/** The case evaluated, then changed in its cells with the result sheets as they were. */
async function verified(
  change: (document: EvaluationDocument) => EvaluationDocument,
): Promise<VerificationAnswer> {
  const before = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(worked, sv)),
    circumstances,
  );
  if (!before.document) throw new Error("unreadable");
  const workbook = new MemoryWorkbook([
    ...writeWorkbook(change(before.document), sv),
    ...before.pages,
  ]);
  const { version } = circumstances;
  const found = await verifyWorkbook(workbook, { version, words: sv, all: [sv], calculator });
  if (!("checks" in found)) throw new Error("unreadable");
  return verificationAnswer(found, sv);
}

// A step of S1 is worth 250 kr: at 4 B comes to 8 500, before A at 9 250.
const turned = /först: .*\(B\) i stället för .*\(A\)\./;

test("a score that was typed over comes first, with its cell, both values and what it would do", async () => {
  const { causes, checks } = await verified((document) => typed(document, "B", "4"));
  expect(causes.map(({ cell }) => cell)).toEqual(["Poäng!G6"]);
  expect(causes[0]?.text).toContain("här står ”4”, registrerat är ”1”");
  expect(causes[0]?.effect).toMatch(turned);
  // Every cell of the result sheets that differs is folded.
  const sheets = checks.find(({ title }) => title === sv.trail.questions.sheets);
  expect(sheets?.findings).toEqual([]);
  expect(sheets?.followingCount).toBeGreaterThan(10);
});

test("a score that was changed with a reason tells who, why and what it did, each by itself", async () => {
  const { causes, since } = await verified((document) =>
    appendToChain(
      document,
      recordFigures(typed(document, "B", "4"), act(11, "Per Pil"), "Avskrivningsfel").document,
    ),
  );
  expect(causes).toEqual([]);
  expect(since).toHaveLength(1);
  expect(since[0]?.signed).toContain("Per Pil");
  expect(since[0]?.change).toBe("1 → 4");
  expect(since[0]?.why).toBe("Avskrivningsfel");
  expect(since[0]?.effect).toMatch(turned);
});
