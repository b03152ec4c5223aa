/**
 * What a case can be made into for people who do not sit at it: score sheets for the evaluators, the
 * prices in a file of their own, the evaluation report and the papers of the award. Each is pages or
 * bytes; nothing is written here and nothing in the case is changed.
 */
import type { Evaluated, Judged } from "../app/evaluate-workbook";
import { awardNoticePapers, evaluationReportPaper, openTo } from "../app/award-papers";
import { makeBundle } from "../app/verification-bundle";
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { pricesApart } from "../procedure/price-file";
import { docx } from "../render/docx";
import { html } from "../render/html";
import { noticeFindings } from "../report/standstill-dates";
import { rejectedBids, scoreSheetsOf } from "../scoring/score-sheet";
import { priceTables } from "../sheet/table-keys";
import { followUpPages } from "../sheet/pages/follow-up";
import { paperPage } from "../sheet/pages/printable";
import { readableScoreSheets, scoreSheetPages } from "../sheet/pages/score-sheet";
import type { Page } from "../sheet/workbook";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";

/** A file to hand out: a workbook's pages, or its bytes. */
export type HandoutFile = { readonly name: string } & (
  | { readonly pages: readonly Page[]; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly pages?: never }
);

/** What was made: files, input sheets to add, or result sheets to put in the workbook. */
export type Handout = {
  readonly files?: readonly HandoutFile[];
  readonly added?: readonly Page[];
  readonly results?: readonly Page[];
  readonly told?: string;
  readonly findings?: readonly Finding[];
};

/** A score sheet for each evaluator, as sheets of the workbook or as files. */
export function scoreSheetHandout(
  { document, evaluation, written }: Judged,
  where: "workbook" | "files",
): Handout {
  const sheets = scoreSheetsOf(document, rejectedBids(evaluation));
  if (sheets.length === 0) return { findings: [finding("no-panel", "blocking", "evaluators")] };
  if (where === "workbook")
    return { added: readableScoreSheets(sheets, document, written), told: written.sheets.ballot };
  return {
    files: sheets.map((each) => ({
      name: `${written.cli.group.ballotName}-${each.evaluator}.xlsx`,
      pages: scoreSheetPages(each, document, written),
    })),
  };
}

/** The prices in a file of their own. */
export function priceFileHandout(document: EvaluationDocument, written: Words): Handout {
  return {
    files: [
      {
        name: `${written.cli.group.pricesName}.xlsx`,
        pages: writeWorkbook(pricesApart(document), written, priceTables),
      },
    ],
  };
}

/** The evaluation report as a sheet of the workbook, in the workbook's language. */
export function reportSheetHandout(evaluated: Evaluated, isRedacted: boolean): Handout {
  const { written } = evaluated;
  const report = evaluationReportPaper(evaluated, isRedacted, written);
  return {
    results: [paperPage(report, written.sheets.protocol, "protocol")],
    told: written.sheets.protocol,
  };
}

/**
 * Every paper of the case, each as a file of its own, in the reader's language.
 * @param made when, and with which version of the program
 */
export async function awardPapersHandout(
  evaluated: Evaluated,
  isRedacted: boolean,
  made: { readonly madeWith: string; readonly made: string },
  words: Words,
): Promise<Handout> {
  const report = evaluationReportPaper(evaluated, isRedacted, words);
  const notices = awardNoticePapers(evaluated, { isRedacted, isInformation: false }, words);
  const followUp = followUpPages(openTo(evaluated, isRedacted, words), words);
  const bundle = makeBundle(evaluated, { ...made, isRedacted }, words);
  return {
    findings: noticeFindings(evaluated.document),
    files: [
      { name: `${words.sheets.protocol}.docx`, bytes: await docx(report) },
      { name: `${words.sheets.protocol}.html`, bytes: bytesOf(html(report)) },
      ...(await Promise.all(
        notices.map(async ({ bid, paper }) => ({
          name: `${words.letter.file}-${bid}.docx`,
          bytes: await docx(paper),
        })),
      )),
      { name: "bundle.json", bytes: bytesOf(JSON.stringify(bundle, null, 2)) },
      ...(followUp.length > 0 ? [{ name: `${words.followUp.sheet}.xlsx`, pages: followUp }] : []),
    ],
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
