/**
 * What is recorded beside the evaluation, as rows of the report: requests for secrecy, decided and
 * not, and clarifications with what they are about.
 */
import { evaluationReportPaper } from "../../src/app/award-papers";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document } from "../small";

const value: EvaluationDocument = {
  ...document({
    model: { basis: "price", method: { type: "lowest-price" }, ties: ["lowest-price"] },
    requirements: ["K1"],
    bids: [
      { id: "A", price: "900", verdicts: { K1: "met" } },
      { id: "B", price: "1000", verdicts: { K1: "met" } },
    ],
  }),
  // prettier-ignore
  confidential: [
    { bid: "B", subject: "requirement", of: "K1", reason: "Källkod", decision: "granted", decidedBy: "Eva Ek", decidedAt: "2026-03-03" },
    { bid: "B", subject: "price", reason: "Marginal", decision: "denied" },
    { bid: "A", subject: "file", of: "Bilaga 4.pdf" },
  ],
  // prettier-ignore
  clarifications: [
    { id: "F1", bid: "B", subject: "requirement", of: "K1", question: "Avses kravet?", answer: "Ja" },
    { id: "F2", bid: "A", question: "Vem tecknar firma?" },
  ],
};

const tables = reportTables();

async function reportTables(): Promise<string[]> {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(value, sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return evaluationReportPaper(found, false, sv).blocks.flatMap((block) =>
    block.kind === "table"
      ? block.rows.map((row) => row.join(" | ").replace(/[\u00a0\u202f]/g, " "))
      : [],
  );
}

// prettier-ignore
test.each([
  "Bolaget B (B) | Svar på krav K1 | Källkod | Sekretess (Eva Ek 2026-03-03)",
  "Bolaget B (B) | Totalpris | Marginal | Ingen sekretess",
  "Bolaget A (A) | Handling Bilaga 4.pdf |  | inte avgjord",
  "F1 | Bolaget B (B) | Krav K1 | Avses kravet? | Ja | inget nytt värde | ",
  "F2 | Bolaget A (A) |  | Vem tecknar firma? |  | inget nytt värde | ",
])("%s", async (row) => expect(await tables).toContain(row));
