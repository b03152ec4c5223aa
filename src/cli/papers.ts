/**
 * The papers of the award file from a terminal: report, notices, dates, checklist. They are made of
 * what stands in the file; nothing is written that exists already.
 */
import { extname, join } from "node:path";
import type { Command } from "commander";
import type { Evaluated } from "../app/evaluate-workbook";
import { checklist, awardNoticePapers, evaluationReportPaper } from "../app/award-papers";
import type { Wrap } from "./shared";
import {
  complain,
  exit,
  open,
  print,
  printFindings,
  printJson,
  refuse,
  usage,
  writeCopy,
} from "./shared";
import { Failure } from "../host/failure";
import { createWorkbook, exists, writeBytes, writeText } from "../host/xlsx/file-workbook";
import type { Paper } from "../content/paper";
import { checklistRow } from "../report/checklist";
import { dateFindings, dueRow, duesOf, noticeFindings } from "../report/standstill-dates";
import { docx } from "../render/docx";
import { html } from "../render/html";
import { sectionText } from "../render/terminal";
import { paperPage } from "../sheet/pages/printable";
import type { Words } from "../words/sv/words";

type PaperOptions = {
  readonly to?: string;
  readonly out?: string;
  readonly redacted?: true;
  readonly format?: string;
  readonly bid?: string;
  readonly information?: true;
  readonly json?: true;
};

/** Adds the commands that make papers to the program. */
export function addPapers(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
  const text = words.cli.papers;
  command("protocol <file>", text.protocol)
    .option("--to <file>", text.to)
    .option("--out <file.xlsx>", text.out)
    .option("--redacted", text.redacted)
    .action(wrapped((file: string, options: PaperOptions) => makeProtocol(file, options, words)));
  command("letters <file>", text.letters)
    .requiredOption("--to <folder>", text.folder)
    .option("--format <docx|html>", text.format)
    .option("--bid <id>", text.bid)
    .option("--information", text.information)
    .option("--redacted", text.redacted)
    .action(wrapped((file: string, options: PaperOptions) => makeLetters(file, options, words)));
  command("dates <file>", text.dates)
    .option("--json", words.cli.json)
    .action(wrapped((file: string, options: PaperOptions) => showDates(file, options, words)));
  command("checklist <file>", text.checklist)
    .option("--json", words.cli.json)
    .action(wrapped((file: string, options: PaperOptions) => showChecklist(file, options, words)));
}

/** Writes a paper in the form that its name asks for. */
async function writePaper(paper: Paper, file: string, words: Words): Promise<void> {
  if (exists(file)) throw new Failure("file-exists", { file });
  if (extname(file).toLowerCase() === ".docx") await writeBytes(file, await docx(paper));
  else if (extname(file).toLowerCase() === ".xlsx")
    await createWorkbook(file, [paperPage(paper, words.sheets.protocol, "protocol")]);
  else await writeText(file, html(paper));
  complain(words.cli.wrote(file));
}

function isPaperName(file: string): boolean {
  return [".docx", ".html", ".xlsx"].includes(extname(file).toLowerCase());
}

async function makeProtocol(file: string, options: PaperOptions, words: Words): Promise<number> {
  const { to, out } = options;
  if (to === undefined && out === undefined) return usage(words.cli.papers.saysWhere, words);
  if (to !== undefined && !isPaperName(to)) return usage(words.cli.papers.badName, words);
  return withCase(file, options, words, async (its) => {
    const paper = evaluationReportPaper(its, options.redacted === true, words);
    if (to !== undefined) await writePaper(paper, to, words);
    if (out === undefined) return exit.done;
    if (exists(out)) throw new Failure("file-exists", { file: out });
    await writeCopy(
      file,
      out,
      its.document,
      [
        paperPage(
          evaluationReportPaper(its, options.redacted === true, its.written),
          its.written.sheets.protocol,
          "protocol",
        ),
      ],
      words,
    );
    return exit.done;
  });
}

async function makeLetters(file: string, options: PaperOptions, words: Words): Promise<number> {
  const { format = "docx", bid, to = "." } = options;
  if (format !== "docx" && format !== "html")
    return usage(words.cli.papers.badFormat(format), words);
  return withCase(file, options, words, async (its) => {
    const known = its.document.bids.map(({ id }) => id);
    if (bid !== undefined && !known.includes(bid))
      return usage(words.cli.papers.unknownBid(bid, known.join(", ")), words);
    const made = awardNoticePapers(
      its,
      {
        isRedacted: options.redacted === true,
        isInformation: options.information === true,
        ...(bid === undefined ? {} : { only: bid }),
      },
      words,
    );
    const name = options.information ? words.letter.informationFile : words.letter.file;
    for (const { bid: id, paper } of made)
      await writePaper(paper, join(to, `${name}-${id}.${format}`), words);
    if (!options.information)
      printFindings(noticeFindings(its.document), its.places, words, complain);
    return exit.done;
  });
}

async function withCase(
  file: string,
  options: PaperOptions,
  words: Words,
  work: (its: Evaluated) => Promise<number>,
): Promise<number> {
  const its = await open(file, undefined, words);
  return its.document ? work(its) : refuse(file, its, options, words);
}

function showDates(file: string, options: PaperOptions, words: Words): Promise<number> {
  return withCase(file, options, words, (its) => {
    const dues = duesOf(its.document);
    if (options.json) printJson(dues);
    else {
      print(
        sectionText(
          {
            title: words.dates.title,
            columns: words.dates.columns,
            rows: dues.map((due) => dueRow(due, words)),
          },
          words,
        ),
      );
      printFindings(dateFindings(its.document), its.places, words, print);
    }
    return Promise.resolve(exit.done);
  });
}

/** @returns 1 while something remains */
function showChecklist(file: string, options: PaperOptions, words: Words): Promise<number> {
  return withCase(file, options, words, (its) => {
    const lines = checklist(its);
    const remaining = lines.filter(({ remains }) => remains);
    if (options.json) printJson(lines);
    else {
      for (const list of ["documents", "evaluation"] as const) {
        const own = lines.filter((each) => each.list === list);
        print(
          `${sectionText({ title: words.checklistLists[list], columns: words.checklistColumns, rows: own.map((each) => checklistRow(each, its.document.procurement.regime, words)) }, words)}\n`,
        );
      }
      print(words.checklistRemains(remaining.length));
    }
    return Promise.resolve(remaining.length === 0 ? exit.done : exit.blocked);
  });
}
