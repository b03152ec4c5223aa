/**
 * The papers of a case as the pane hands them out: the evaluation report, a notice to each bidder and
 * what goes with them, of the case alone or of all lots of its procurement. It evaluates what it is
 * given, writes no file and registers nothing.
 */
import { evaluationFor } from "../app/award-papers";
import { everyContractCase } from "../app/contract-case";
import { contractFindings, contractsNotices, contractsReport } from "../app/contract-papers";
import type { Evaluated } from "../app/evaluate-workbook";
import { seconds } from "../app/evaluate-workbook";
import type { EvaluatedLot } from "../app/lots";
import { lotObstacles, lotsNotices, lotsReport } from "../app/lots";
import { noticeObstacles, paperObstacles } from "../app/paper-obstacles";
import { makeBundle } from "../app/verification-bundle";
import type { Paper } from "../content/paper";
import type { Finding } from "../core/finding";
import { unknownLawFindings } from "../core/procedure-findings";
import { lotFindings } from "../procedure/lots";
import { docx } from "../render/docx";
import { html } from "../render/html";
import { pdf } from "../render/pdf";
import { noticeFindings } from "../report/date-findings";
import { followUpPages } from "../sheet/pages/follow-up";
import { paperPage } from "../sheet/pages/printable";
import type { Workbook } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { PapersRequest } from "./act-requests";
import type { CaseSetting } from "./evaluate-case";
import { evaluateCase } from "./evaluate-case";
import type { Handout, HandoutFile } from "./handout";
import type { ActHost } from "./perform-request";

/** What papers are made of: the open case, and the workbooks of its procurement's other lots. */
export type PaperSources = {
  readonly workbook: Workbook;
  readonly others?: readonly { readonly name: string; readonly workbook: Workbook }[];
};

/** @returns only findings where a case cannot be read, or something stands in the way of papers */
export async function makePapers(
  request: PapersRequest,
  { workbook, others = [] }: PaperSources,
  host: ActHost,
  setting: CaseSetting,
): Promise<Handout> {
  const evaluated = await evaluateCase(workbook, host, setting);
  if (!evaluated.document) return { findings: evaluated.findings };
  const unknown = unknownLawFindings(evaluated.document);
  if (unknown.length > 0) return { findings: unknown };
  if (request.handout === "report-sheet") return reportSheet(evaluated, request, setting.words);
  const handout =
    request.handout === "award-papers"
      ? await awardPapers(evaluated, request, host, setting)
      : await allLots({ workbook, others }, evaluated, { request, host, setting });
  return request.isRedacted ? namedMasked(handout, setting.words) : handout;
}

/** The names say that the files are masked: in a folder they lie beside those that are not. */
function namedMasked({ files = [], ...handout }: Handout, words: Words): Handout {
  return {
    ...handout,
    files: files.map((each) => ({
      ...each,
      name: each.name.replace(/(?=\.[^.]+$)/, `-${words.letter.masked}`),
    })),
  };
}

/** The papers of the open case's procurement, with the other lots from their own workbooks. */
async function allLots(
  { others = [] }: PaperSources,
  evaluated: Evaluated,
  {
    request,
    host,
    setting,
  }: {
    readonly request: PapersRequest;
    readonly host: ActHost;
    readonly setting: CaseSetting;
  },
): Promise<Handout> {
  const lots: EvaluatedLot[] = [{ ...evaluated, file: setting.words.lots.openFile }];
  for (const { name, workbook: other } of others) {
    const lot = await evaluateCase(other, host, setting);
    if (!lot.document) return { findings: atFile(lot.findings, name) };
    lots.push({ ...lot, file: name });
  }
  return lotPapers(lots, request, host, setting.words);
}

/** Findings about a file that is not open: their cells are in that file. */
function atFile(findings: readonly Finding[], file: string): Finding[] {
  return findings.map((each) => ({ ...each, where: file }));
}

/** The evaluation report as a sheet of the workbook, in the workbook's language. */
function reportSheet(
  evaluated: Evaluated,
  { isRedacted, withBlanks = false }: PapersRequest,
  words: Words,
): Handout {
  const { written } = evaluated;
  const cases = casesOf(evaluated);
  const obstacles = contractFindings(cases, (own) =>
    paperObstacles(own, { hides: isRedacted, withBlanks }),
  );
  if (obstacles.length > 0) return { findings: obstacles };
  const name = written.sheets.protocol;
  const report = contractsReport(cases, isRedacted, written);
  const message = words.protocol.sheetAdded(name);
  return { results: [paperPage(report, name, "protocol")], message };
}

/** The case of each separate contract; of a common one, the case itself. */
function casesOf(evaluated: Evaluated): Evaluated[] {
  return everyContractCase(evaluated).map(({ own }) => own);
}

/** Every paper of the case, one file each, in the reader's language. */
async function awardPapers(
  evaluated: Evaluated,
  request: PapersRequest,
  host: ActHost,
  { words, version }: CaseSetting,
): Promise<Handout> {
  const { isRedacted, saysNeeded = false, withBlanks = false } = request;
  const cases = casesOf(evaluated);
  const obstacles = contractFindings(cases, (own) =>
    paperObstacles(own, { hides: true, withBlanks }),
  );
  if (obstacles.length > 0) return { findings: obstacles };
  const made = { madeWith: version, made: seconds(host.time) };
  const bundle = makeBundle(evaluated, { ...made, isRedacted }, words);
  const wishes = { isRedacted, isInformation: false, saysNeeded };
  const untold = contractFindings(cases, noticeObstacles);
  const notices =
    untold.length > 0
      ? []
      : contractsNotices(cases, wishes, words).map(({ bid, paper }) => ({ name: bid, paper }));
  const report = contractsReport(cases, isRedacted, words);
  return {
    findings: [...untold, ...contractFindings(cases, ({ document }) => noticeFindings(document))],
    files: [
      ...(await paperFiles({ report, notices }, request, host, words)),
      ...followUpFiles(evaluated, isRedacted, words),
      { name: "bundle.json", bytes: bytesOf(JSON.stringify(bundle, null, 2)) },
    ],
  };
}

/** One report and one notice to each supplier, about every lot. */
async function lotPapers(
  lots: readonly EvaluatedLot[],
  request: PapersRequest,
  host: ActHost,
  words: Words,
): Promise<Handout> {
  const { isRedacted, saysNeeded = false, withBlanks = false } = request;
  const held = lotObstacles(lots, { hides: true, withBlanks });
  if (held) {
    const isOpen = held.lot === undefined || held.lot === lots[0];
    return { findings: isOpen ? held.findings : atFile(held.findings, held.lot.file) };
  }
  const wishes = { isRedacted, isInformation: false, saysNeeded };
  const [untold] = lots.flatMap(noticeObstacles);
  const papers = {
    report: lotsReport(lots, isRedacted, words),
    notices: untold ? [] : lotsNotices(lots, wishes, words),
  };
  const findings = [...(untold ? [untold] : []), ...lotFindings(lots)];
  return { findings, files: await paperFiles(papers, request, host, words) };
}

type Papers = {
  readonly report: Paper;
  readonly notices: readonly { readonly name: string; readonly paper: Paper }[];
};

/** The report as Word and HTML, the notices as Word, and all of them as PDF where that is asked for. */
async function paperFiles(
  { report, notices }: Papers,
  { withPdf = false }: PapersRequest,
  host: ActHost,
  words: Words,
): Promise<HandoutFile[]> {
  const named = [
    { name: words.sheets.protocol, paper: report },
    ...notices.map(({ name, paper }) => ({ name: `${words.letter.file}-${name}`, paper })),
  ];
  const files: HandoutFile[] = [];
  for (const { name, paper } of named) {
    files.push({ name: `${name}.docx`, bytes: await docx(paper) });
    if (paper === report) files.push({ name: `${name}.html`, bytes: bytesOf(html(paper)) });
    if (withPdf) files.push({ name: `${name}.pdf`, bytes: await pdf(paper, await host.fonts()) });
  }
  return files;
}

/** What each contract's winner has promised, in a file for each. */
function followUpFiles(evaluated: Evaluated, isRedacted: boolean, words: Words): HandoutFile[] {
  return everyContractCase(evaluated).flatMap(({ suffix, own }) => {
    const pages = followUpPages(evaluationFor(own, isRedacted, words), words);
    return pages.length > 0 ? [{ name: `${words.followUp.sheet}${suffix}.xlsx`, pages }] : [];
  });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
