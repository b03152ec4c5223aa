/**
 * The codes of the journal stand on the first page of the report and in every notice, as the anchor
 * file has them; a journal without a chain has none to show.
 */
import {
  awardNoticePapers,
  awardChecklist,
  evaluationReportPaper,
} from "../../src/app/award-papers";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Paper } from "../../src/content/paper";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { currentAnchor } from "../../src/journal/anchor";
import { appendToChain } from "../../src/journal/hash-chain";
import { shortCode } from "../../src/journal/short-code";
import { recordAnchor } from "../../src/procedure/acts/anchor";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances, worked } from "../sealed";

const concluded = async (document: EvaluationDocument): Promise<Evaluated> => {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(document, sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return found;
};
/** The list of codes in a paper, and what stands before it. */
const codesIn = ({ blocks }: Paper) => {
  const at = blocks.findIndex((block) => block.kind === "text" && block.text === sv.anchor.compare);
  const list = blocks[at + 1];
  return at < 0 || list?.kind !== "list" ? undefined : { at, items: list.items };
};

test("the report has them before its first heading, and each notice has them", async () => {
  const its = await concluded(worked);
  const anchor = currentAnchor(its.document);
  const codes = [
    `Slutkod (händelse ${anchor?.event}): ${shortCode(anchor?.head ?? "")}`,
    `Modellens kod: ${shortCode(anchor?.model ?? "")}`,
    ...(anchor?.result === undefined ? [] : [`Utfallets kod: ${shortCode(anchor.result)}`]),
  ];
  const report = evaluationReportPaper(its, false, sv);
  expect(codesIn(report)?.items).toEqual(codes);
  expect(codesIn(report)?.at).toBeLessThan(
    report.blocks.findIndex(({ kind }) => kind === "heading"),
  );
  const notices = awardNoticePapers(its, { isRedacted: false, isInformation: false }, sv);
  expect(notices.map(({ paper }) => codesIn(paper)?.items)).toEqual([codes, codes]);
});

test("without a chain there are none", async () => {
  const { events: _events, published: _published, ...plain } = worked;
  expect(codesIn(evaluationReportPaper(await concluded(plain), false, sv))).toBeUndefined();
});

test("the checklist tells a publication that is not anchored, and one that is", async () => {
  const said = async (document: EvaluationDocument) =>
    awardChecklist(await concluded(document)).find(({ item }) => item === "anchored");
  expect(await said(worked)).toMatchObject({ known: "no", remains: true });
  const given = { reply: undefined, registered: "KS 2026/123", date: "2026-03-10", code: "" };
  const { document } = recordAnchor(worked, given, { time: "2026-03-10T08:00:00Z", by: "Eva Ek" });
  expect(await said(appendToChain(worked, document ?? worked))).toMatchObject({ known: "yes" });
});
