/**
 * Files and sheets made of a case for people who do not have it open: score sheets for the
 * evaluators, forms for the bidders, the prices in a separate file, the evaluation report and the papers of the award. Each
 * is pages or bytes. Nothing is written here, and nothing in the case is changed.
 */
import type { Evaluated } from "../app/evaluate-workbook";
import type { Judged } from "../app/assess";
import { makeBidderForms } from "../app/bidder-forms";
import { seconds } from "../app/evaluate-workbook";
import { assessCase } from "../app/perform-act";
import { evaluationFor } from "../app/award-papers";
import { everyContractCase } from "../app/contract-case";
import { contractFindings, contractsNotices, contractsReport } from "../app/contract-papers";
import { paperObstacles } from "../app/paper-obstacles";
import { makeBundle } from "../app/verification-bundle";
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { unknownLawFindings } from "../core/procedure-findings";
import { handOutAnchor } from "../procedure/acts/anchor";
import { pricesApart } from "../procedure/price-file";
import { docx } from "../render/docx";
import { html } from "../render/html";
import { noticeFindings } from "../report/date-findings";
import { rejectedBids, scoreSheetsOf } from "../scoring/score-sheet";
import { priceTables } from "../sheet/table-keys";
import { followUpPages } from "../sheet/pages/follow-up";
import { paperPage } from "../sheet/pages/printable";
import { readableScoreSheets, scoreSheetPages } from "../sheet/pages/score-sheet";
import { readWorkbook } from "../sheet/read";
import type { Page, Workbook } from "../sheet/workbook";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import type { HandoutRequest, PapersRequest } from "./act-requests";
import type { CaseSetting } from "./evaluate-case";
import { evaluateCase } from "./evaluate-case";
import type { ActHost } from "./perform-request";

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
  readonly message?: string;
  readonly findings?: readonly Finding[];
};

/**
 * Makes what is asked for, of the workbook as it is now.
 * @returns only findings where the case cannot be read
 */
export async function makeHandout(
  request: HandoutRequest,
  workbook: Workbook,
  host: ActHost,
  setting: CaseSetting,
): Promise<Handout> {
  const { words, all, version } = setting;
  if (request.handout === "report-sheet" || request.handout === "award-papers") {
    const evaluated = await evaluateCase(workbook, host, setting);
    if (!evaluated.document) return { findings: evaluated.findings };
    const unknown = unknownLawFindings(evaluated.document);
    if (unknown.length > 0) return { findings: unknown };
    if (request.handout === "report-sheet") return reportSheet(evaluated, request);
    const made = { madeWith: version, made: seconds(host.time) };
    return awardPapers(evaluated, request, made, words);
  }
  const assessed = assessCase(readWorkbook(await workbook.read(), all), words);
  if (!assessed.document) return { findings: assessed.findings };
  if (request.handout === "anchor") return anchorFile(assessed.document, words);
  if (request.handout === "bidder-forms") return bidderForms(assessed, request.isForEach, host);
  return request.handout === "score-sheets"
    ? scoreSheets(assessed, request.where)
    : priceFile(assessed.document, assessed.written);
}

/** The anchor file to be signed or time-stamped, and the codes for the diary. */
function anchorFile(document: EvaluationDocument, words: Words): Handout {
  const file = handOutAnchor(document, words);
  return file.refused
    ? { findings: file.refused }
    : {
        files: [{ name: file.name, bytes: bytesOf(file.text) }],
        message: file.lines.join(" · "),
      };
}

/**
 * The form that bidders fill in, or one for each bid, in the workbook's language. The second engine is
 * that of files: Excel calculates only its own workbook.
 */
async function bidderForms(
  { document, written }: Judged,
  isForEach: boolean,
  { files: { calculator } }: ActHost,
): Promise<Handout> {
  const made = await makeBidderForms(document, isForEach, written, calculator);
  if (made.refused) return { findings: made.refused };
  const { fileName } = written.cli.forms;
  return {
    files: made.forms.map(({ bid, pages }) => ({
      name: `${fileName}${bid ? `-${bid.id}` : ""}.xlsx`,
      pages,
    })),
  };
}

/** A score sheet for each evaluator, as sheets of the workbook or as files. */
function scoreSheets(
  { document, evaluation, written }: Judged,
  where: "workbook" | "files",
): Handout {
  const sheets = scoreSheetsOf(document, rejectedBids(evaluation));
  if (sheets.length === 0) return { findings: [finding("no-panel", "blocking", "evaluators")] };
  if (where === "workbook")
    return {
      added: readableScoreSheets(sheets, document, written),
      message: written.sheets.scoreSheet,
    };
  return {
    files: sheets.map((sheet) => ({
      name: `${written.cli.group.scoreSheetName}-${sheet.evaluator}.xlsx`,
      pages: scoreSheetPages(sheet, document, written),
    })),
  };
}

/** The prices in a separate file. */
function priceFile(document: EvaluationDocument, written: Words): Handout {
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
function reportSheet(
  evaluated: Evaluated,
  { isRedacted, withBlanks = false }: PapersRequest,
): Handout {
  const { written } = evaluated;
  const cases = casesOf(evaluated);
  const obstacles = contractFindings(cases, (own) =>
    paperObstacles(own, { hides: isRedacted, withBlanks }),
  );
  if (obstacles.length > 0) return { findings: obstacles };
  const name = written.sheets.protocol;
  const report = contractsReport(cases, isRedacted, written);
  return { results: [paperPage(report, name, "protocol")], message: name };
}

/** The case of each separate contract; of a common one, the case itself. */
function casesOf(evaluated: Evaluated): Evaluated[] {
  return everyContractCase(evaluated).map(({ own }) => own);
}

/**
 * Every paper of the case, one file each, in the reader's language.
 * @param made the time, and the version of the program
 */
async function awardPapers(
  evaluated: Evaluated,
  { isRedacted, saysNeeded = false, withBlanks = false }: PapersRequest,
  made: { readonly madeWith: string; readonly made: string },
  words: Words,
): Promise<Handout> {
  const cases = casesOf(evaluated);
  const obstacles = contractFindings(cases, (own) =>
    paperObstacles(own, { hides: true, withBlanks }),
  );
  if (obstacles.length > 0) return { findings: obstacles };
  const bundle = makeBundle(evaluated, { ...made, isRedacted }, words);
  return {
    findings: contractFindings(cases, ({ document }) => noticeFindings(document)),
    files: [
      ...(await paperFiles(cases, { isRedacted, saysNeeded }, words)),
      ...followUpFiles(evaluated, isRedacted, words),
      { name: "bundle.json", bytes: bytesOf(JSON.stringify(bundle, null, 2)) },
    ],
  };
}

type Files = NonNullable<Handout["files"]>;

/** One report, and one notice to each bidder, about every contract. */
async function paperFiles(
  cases: readonly Evaluated[],
  { isRedacted, saysNeeded }: { readonly isRedacted: boolean; readonly saysNeeded: boolean },
  words: Words,
): Promise<Files> {
  const report = contractsReport(cases, isRedacted, words);
  const notices = contractsNotices(cases, { isRedacted, isInformation: false, saysNeeded }, words);
  const name = words.sheets.protocol;
  return [
    { name: `${name}.docx`, bytes: await docx(report) },
    { name: `${name}.html`, bytes: bytesOf(html(report)) },
    ...(await Promise.all(
      notices.map(async ({ bid, paper }) => ({
        name: `${words.letter.file}-${bid}.docx`,
        bytes: await docx(paper),
      })),
    )),
  ];
}

/** What each contract's winner has promised, in a file for each. */
function followUpFiles(evaluated: Evaluated, isRedacted: boolean, words: Words): Files {
  return everyContractCase(evaluated).flatMap(({ suffix, own }) => {
    const pages = followUpPages(evaluationFor(own, isRedacted, words), words);
    return pages.length > 0 ? [{ name: `${words.followUp.sheet}${suffix}.xlsx`, pages }] : [];
  });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
