/**
 * A corrected price in the papers: the offered price stays the offered one, the corrected one is
 * named with its record, rule and date, and the rows add up to the price that was used.
 */
import { awardNoticePapers, evaluationReportPaper } from "../../src/app/award-papers";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Block, Paper } from "../../src/content/paper";
import type { Clarification, EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document } from "../small";

const decided: Clarification = {
  id: "F1",
  bid: "B",
  rule: "clerical-error",
  subject: "price",
  question: "Är priset rätt skrivet?",
  askedBy: "EA",
  askedAt: "2026-03-01",
  answer: "Nej, en siffra saknas.",
  answeredAt: "2026-03-02",
  equalTreatment: "Samma fråga hade ställts till alla.",
  original: "6652487.5",
  new: "7124875",
  reason: "Uppenbar felskrivning.",
  decidedBy: "EA",
  decidedAt: "2026-03-03",
};
const totals: EvaluationDocument = {
  ...document({
    model: { basis: "price", method: { type: "lowest-price" }, ties: ["lowest-price"] },
    bids: [
      { id: "A", price: "8072003" },
      { id: "B", price: "6652487.5" },
    ],
  }),
  clarifications: [decided],
};
const rows: EvaluationDocument = {
  ...totals,
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "4" },
    { id: "P2", name: "Timmar", category: "consulting", unit: "kr/tim", quantity: "100" },
  ],
  bids: totals.bids.map(({ price: _price, ...bid }) => ({
    ...bid,
    prices: bid.id === "B" ? { P1: "1000", P2: "78000" } : { P1: "900", P2: "9000" },
  })),
  clarifications: [{ ...decided, subject: "price-item", of: "P2", original: "78000", new: "7800" }],
};
const evaluated = async (value: EvaluationDocument): Promise<Evaluated> => {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(value, sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return found;
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const lines = ({ blocks }: Paper): string[] =>
  blocks.flatMap((block: Block) =>
    block.kind === "table"
      ? [block.columns, ...block.rows].map((row) => plain(row.join(" | ")))
      : block.kind === "list"
        ? block.items.map(plain)
        : [plain(block.text)],
  );
const notice = (its: Evaluated, to: string) =>
  lines(
    awardNoticePapers(its, { isRedacted: false, isInformation: false }, sv).find(
      ({ bid }) => bid === to,
    )?.paper as Paper,
  );

describe("a total that was corrected", () => {
  let its: Evaluated;
  beforeAll(async () => {
    its = await evaluated(totals);
  });
  const why =
    "rättat 2026-03-03 genom F1, felskrivning (4 kap. 9 § LOU), med skälet ”Uppenbar felskrivning”";

  // prettier-ignore
  test.each([
    ["in its own notice",       "B", `Ert anbud har anbudspris 6 652 487,50 SEK. Utvärderingen bygger på priset 7 124 875,00 SEK: ${why}. Anbudets utvärderingspris är 7 124 875 SEK.`],
    ["in another's notice",     "A", `Bolaget B (B) har anbudspris 6 652 487,50 SEK. Utvärderingen bygger på priset 7 124 875,00 SEK: ${why}. Anbudets utvärderingspris är 7 124 875 SEK.`],
    ["an uncorrected price",    "A", "Ert anbud har anbudspris 8 072 003,00 SEK och utvärderingspris 8 072 003 SEK."],
  ])("%s", (_, to, sentence) => expect(notice(its, to)).toContain(sentence));

  test("in the report's prices and in its computation", () => {
    const report = lines(evaluationReportPaper(its, false, sv));
    expect(report).toContain(`Bolaget B (B) | 6 652 487,50 SEK | 7 124 875,00 SEK | ${why}`);
    expect(report).toContain("Bolaget A (A) | 8 072 003,00 SEK | 8 072 003,00 SEK | ");
    expect(report).toContain("Anbudspris | 8 072 003,00 SEK | 6 652 487,50 SEK");
    expect(report).toContain("Pris i utvärderingen | 8 072 003,00 SEK | 7 124 875,00 SEK");
  });
});

test("a corrected row shows both prices, and the rows add up to the price that was used", async () => {
  const report = lines(evaluationReportPaper(await evaluated(rows), false, sv));
  // 4 × 1 000 + 100 × 78 000 = 7 804 000 offered; 4 × 1 000 + 100 × 7 800 = 784 000 used.
  expect(report).toContain("P1 | Licens (kr/år) | 1 000 | 4 | 1 | 4 000 | ");
  expect(report).toContain(
    "P2 | Timmar (kr/tim) | 78 000, rättat till 7 800 (F1) | 100 | 1 | 780 000 | rättat 2026-03-03 genom F1, felskrivning (4 kap. 9 § LOU), med skälet ”Uppenbar felskrivning”",
  );
  expect(report).toContain(" | Summa |  |  |  | 784 000 | ");
  expect(
    report.some((line) => line.startsWith("Bolaget B (B) | 7 804 000 SEK | 784 000 SEK | rättat")),
  ).toBe(true);
});

test("an answer that changes no value is told as that, and not as a value that became blank", async () => {
  const { new: _new, ...answered } = { ...decided, original: "6652487.5" };
  const report = lines(
    evaluationReportPaper(await evaluated({ ...totals, clarifications: [answered] }), false, sv),
  );
  const row = report.find((line) => line.startsWith("F1 | Bolaget B (B)"));
  expect(row).toContain("Nej, en siffra saknas. (2026-03-02) | inget nytt värde | ");
  expect(report.some((line) => line.includes("→"))).toBe(false);
});

test("without corrections there is one price and no column of reasons", async () => {
  const { clarifications: _clarifications, ...uncorrected } = totals;
  const report = lines(evaluationReportPaper(await evaluated(uncorrected), false, sv));
  expect(report).toContain("Bolaget B (B) | 6 652 487,50 SEK");
  expect(report.some((line) => line.includes("Pris i utvärderingen"))).toBe(false);
});
