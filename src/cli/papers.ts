/**
 * The papers of the award file from a terminal: the evaluation report, award notices, dates and the
 * checklist. It never writes over a file.
 */
import { extname, join } from "node:path";
import { awardChecklist } from "../app/award-papers";
import { contractCase, everyContractCase } from "../app/contract-case";
import type { ReportInParts } from "../app/contract-papers";
import {
  authorityOf,
  contractFindings,
  contractHeading,
  contractsNotices,
  contractsReport,
  contractsReportInParts,
} from "../app/contract-papers";
import type { Evaluated } from "../app/evaluate-workbook";
import { paperObstacles } from "../app/paper-obstacles";
import { isWorkbookName, withWhole, writeCopy } from "./files";
import { isPaperFormat, isPaperName, writePaper } from "./paper-files";
import type { Registration } from "./program";
import { exit } from "./program";
import { complain, print, printFindings, printJson, refusePapers, refuseUsage } from "./terminal";
import { Failure } from "../host/failure";
import { exists } from "../host/disk-files";
import { checklistRow } from "../report/checklist";
import { dateFindings, noticeFindings } from "../report/date-findings";
import { duesOf } from "../report/standstill-dates";
import { dueRow } from "../report/due-text";
import { unknownLawFindings } from "../core/procedure-findings";
import { sectionText } from "../render/terminal";
import { paperPage } from "../sheet/pages/printable";
import type { Words } from "../words/sv/words";

type PaperOptions = {
  readonly to?: string;
  readonly out?: string;
  readonly appendices?: string;
  readonly redacted?: true;
  readonly format?: string;
  readonly bid?: string;
  readonly information?: true;
  readonly needed?: true;
  readonly withBlanks?: true;
  readonly json?: true;
  readonly authority?: string;
};

/** Adds the commands that make papers to the program. */
export function addPapers({ command, guard, words }: Registration): void {
  const text = words.cli.papers;
  command("protocol <file>", text.protocol)
    .option("--authority <id>", words.contracts.option)
    .option("--to <file>", text.to)
    .option("--out <file.xlsx>", text.out)
    .option("--appendices <folder>", text.appendices)
    .option("--redacted", text.redacted)
    .option("--with-blanks", text.withBlanks)
    .action(guard((file: string, options: PaperOptions) => makeReport(file, options, words)));
  command("letters <file>", text.letters)
    .option("--authority <id>", words.contracts.option)
    .requiredOption("--to <folder>", text.folder)
    .option("--format <docx|html|pdf>", text.format)
    .option("--bid <id>", text.bid)
    .option("--information", text.information)
    .option("--needed", text.needed)
    .option("--redacted", text.redacted)
    .option("--with-blanks", text.withBlanks)
    .action(guard((file: string, options: PaperOptions) => makeNotices(file, options, words)));
  command("dates <file>", text.dates)
    .option("--authority <id>", words.contracts.option)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: PaperOptions) => showDates(file, options, words)));
  command("checklist <file>", text.checklist)
    .option("--authority <id>", words.contracts.option)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: PaperOptions) => showChecklist(file, options, words)));
}

/**
 * Works with the chosen contract, or with all where none is chosen. Papers and dates are refused by name
 * where the law or the procedure is not known here.
 */
function withContracts(
  file: string,
  options: PaperOptions,
  words: Words,
  use: (cases: readonly Evaluated[], whole: Evaluated) => number | Promise<number>,
): Promise<number> {
  return withWhole(file, options, words, (whole) => {
    const unknown = unknownLawFindings(whole.document);
    if (unknown.length > 0) return refusePapers(unknown, whole, words);
    if (options.authority === undefined)
      return use(
        everyContractCase(whole).map(({ own }) => own),
        whole,
      );
    const chosen = contractCase(whole, options.authority, words);
    return typeof chosen === "string" ? refuseUsage(chosen, words) : use([chosen], whole);
  });
}

function blanks({ withBlanks }: PaperOptions): { readonly withBlanks: boolean } {
  return { withBlanks: withBlanks === true };
}

/** The report in one file and each appendix in another, of the same kind, named by its number. */
async function writeInParts(
  { body, appendices }: ReportInParts,
  to: string,
  folder: string,
  words: Words,
): Promise<void> {
  await writePaper(body, to, words);
  for (const { suffix, paper } of appendices) {
    const name = `${words.cli.papers.appendixFile}-${suffix}${extname(to)}`;
    await writePaper(paper, join(folder, name), words);
  }
}

/** What is wrong with how a report was asked for; nothing where it can be made. */
function reportFault({ to, out, appendices, redacted }: PaperOptions, words: Words) {
  const say = words.cli.papers;
  if (to === undefined && out === undefined) return say.saysWhere;
  if (to !== undefined && !isPaperName(to)) return say.badName;
  if (appendices !== undefined && (to === undefined || isWorkbookName(to)))
    return say.badAppendices;
  // A copy of the workbook still holds every secret.
  return out !== undefined && redacted ? say.redactedCopy : undefined;
}

async function makeReport(file: string, options: PaperOptions, words: Words): Promise<number> {
  const fault = reportFault(options, words);
  if (fault !== undefined) return refuseUsage(fault, words);
  return withContracts(file, options, words, async (cases, whole) => {
    const { to, out, appendices } = options;
    const isRedacted = options.redacted === true;
    const asked = { hides: isRedacted, ...blanks(options) };
    const obstacles = contractFindings(cases, (own) => paperObstacles(own, asked));
    if (obstacles.length > 0) return refusePapers(obstacles, whole, words);
    if (to !== undefined && appendices !== undefined)
      await writeInParts(contractsReportInParts(cases, isRedacted, words), to, appendices, words);
    else if (to !== undefined)
      await writePaper(contractsReport(cases, isRedacted, words), to, words);
    if (out === undefined) return exit.done;
    if (exists(out)) throw new Failure("file-exists", { file: out });
    // The sheet is in the workbook's language, the paper in the reader's.
    const ofWorkbook = contractsReport(cases, isRedacted, whole.written);
    const page = paperPage(ofWorkbook, whole.written.sheets.protocol, "protocol");
    await writeCopy({ file, out }, whole.document, [page], words);
    return exit.done;
  });
}

async function makeNotices(file: string, options: PaperOptions, words: Words): Promise<number> {
  const { format = "docx", bid, to = "." } = options;
  if (!isPaperFormat(format)) return refuseUsage(words.cli.papers.badFormat(format), words);
  return withContracts(file, options, words, async (cases, whole) => {
    const known = whole.document.bids.map(({ id }) => id);
    if (bid !== undefined && !known.includes(bid))
      return refuseUsage(words.cli.papers.unknownBid(bid, known.join(", ")), words);
    const asked = { hides: true, hasNotices: true, ...blanks(options) };
    const obstacles = contractFindings(cases, (own) => paperObstacles(own, asked));
    if (obstacles.length > 0) return refusePapers(obstacles, whole, words);
    const made = contractsNotices(
      cases,
      {
        isRedacted: options.redacted === true,
        isInformation: options.information === true,
        saysNeeded: options.needed === true,
        ...(bid === undefined ? {} : { only: bid }),
      },
      words,
    );
    const name = options.information ? words.letter.informationFile : words.letter.file;
    for (const { bid: id, paper } of made)
      await writePaper(paper, join(to, `${name}-${id}.${format}`), words);
    if (options.information) return exit.done;
    const found = contractFindings(cases, ({ document }) => noticeFindings(document));
    printFindings(found, whole.places, words, complain);
    return exit.done;
  });
}

/** What is said of each contract, for a program; of one alone without its authority. */
function perContract(
  cases: readonly Evaluated[],
  sayOf: (own: Evaluated) => readonly object[],
): readonly object[] {
  const [only, ...others] = cases;
  return only && others.length === 0
    ? sayOf(only)
    : cases.map((own) => ({ authority: authorityOf(own).id, rows: sayOf(own) }));
}

function printHeadings(cases: readonly Evaluated[], words: Words, sayOf: (own: Evaluated) => void) {
  for (const own of cases) {
    if (cases.length > 1) print(`${contractHeading(own, words)}\n`);
    sayOf(own);
    if (cases.length > 1) print("");
  }
}

function showDates(file: string, options: PaperOptions, words: Words): Promise<number> {
  return withContracts(file, options, words, (cases, whole) => {
    if (options.json) printJson(perContract(cases, ({ document }) => duesOf(document)));
    else {
      printHeadings(cases, words, ({ document }) => {
        const rows = duesOf(document).map((due) => dueRow(due, words));
        const { title, columns } = words.dates;
        print(sectionText({ title, columns, rows }, words));
      });
      const found = contractFindings(cases, ({ document }) => dateFindings(document));
      printFindings(found, whole.places, words, print);
    }
    return exit.done;
  });
}

/** @returns the exit code 1 while something remains */
function showChecklist(file: string, options: PaperOptions, words: Words): Promise<number> {
  return withContracts(file, options, words, (cases) => {
    if (options.json) printJson(perContract(cases, awardChecklist));
    else printHeadings(cases, words, (own) => printChecklist(own, words));
    const isDone = cases.every((own) => awardChecklist(own).every(({ remains }) => !remains));
    return isDone ? exit.done : exit.blocked;
  });
}

function printChecklist(own: Evaluated, words: Words): void {
  const lines = awardChecklist(own);
  for (const list of ["documents", "evaluation"] as const) {
    const rows = lines
      .filter((line) => line.list === list)
      .map((line) => checklistRow(line, own.document.procurement, words));
    const title = words.checklistLists[list];
    print(`${sectionText({ title, columns: words.checklistColumns, rows }, words)}\n`);
  }
  print(words.checklistRemains(lines.filter(({ remains }) => remains).length));
}
