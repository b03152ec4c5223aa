/**
 * The lots of one procurement from a terminal: what stands in the way of deciding them together, one
 * report and one notice to each supplier. It registers no decision and never writes over a file.
 */
import { join } from "node:path";
import type { EvaluatedLot, LotObstacles } from "../app/lots";
import {
  heldLotPapers,
  lotsNotices,
  lotsOfUnknownLaw,
  lotsReport,
  overviewOfLots,
} from "../app/lots";
import { lotFindings } from "../procedure/lots";
import type { Places } from "../sheet/locate";
import { nowhere } from "../sheet/locate";
import type { Words } from "../words/sv/words";
import { openEvaluated } from "./files";
import { isPaperFormat, isPaperName, writePaper } from "./paper-files";
import type { Registration } from "./program";
import { exit } from "./program";
import {
  complain,
  print,
  printFindings,
  printSections,
  refuse,
  refusePapers,
  refuseUsage,
} from "./terminal";

type LotOptions = {
  readonly to?: string;
  readonly letters?: string;
  readonly format?: string;
  readonly redacted?: true;
  readonly needed?: true;
  readonly withBlanks?: true;
};

/** A lot with where its cells stand, which a finding names. */
type OpenedLot = EvaluatedLot & { readonly places: Places };

/** Adds the command for lots to the program. */
export function addLots({ command, guard, words }: Registration): void {
  const text = words.cli.papers;
  command("lots <files...>", words.lots.command)
    .option("--to <file>", text.to)
    .option("--letters <folder>", text.folder)
    .option("--format <docx|html|pdf>", text.format)
    .option("--needed", text.needed)
    .option("--redacted", text.redacted)
    .option("--with-blanks", text.withBlanks)
    .action(guard((files: string[], options: LotOptions) => showLots(files, options, words)));
}

async function showLots(
  files: readonly string[],
  options: LotOptions,
  words: Words,
): Promise<number> {
  const { to, format = "docx" } = options;
  if (files.length < 2) return refuseUsage(words.lots.several, words);
  if (to !== undefined && !isPaperName(to)) return refuseUsage(words.cli.papers.badName, words);
  if (!isPaperFormat(format)) return refuseUsage(words.cli.papers.badFormat(format), words);
  const lots: OpenedLot[] = [];
  for (const file of files) {
    const evaluated = await openEvaluated(file, words);
    if (!evaluated.document) return refuse(file, evaluated, {}, words);
    lots.push({ ...evaluated, file });
  }
  const unknown = lotsOfUnknownLaw(lots);
  if (unknown) return refuseLots(unknown, words);
  const findings = lotFindings(lots);
  printOverview(lots, words);
  printFindings(findings, nowhere, words, complain);
  if (findings.some(({ severity }) => severity === "blocking")) return exit.blocked;
  return to === undefined && options.letters === undefined
    ? exit.done
    : writePapers(lots, options, words);
}

async function writePapers(
  lots: readonly OpenedLot[],
  options: LotOptions,
  words: Words,
): Promise<number> {
  const { to, letters, format = "docx" } = options;
  const isRedacted = options.redacted === true;
  const hides = isRedacted || letters !== undefined;
  const held = heldLotPapers(lots, {
    hides,
    withBlanks: options.withBlanks === true,
    hasNotices: letters !== undefined,
  });
  if (held) return refuseLots(held, words);
  if (to !== undefined) await writePaper(lotsReport(lots, isRedacted, words), to, words);
  if (letters === undefined) return exit.done;
  const wishes = { isRedacted, isInformation: false, saysNeeded: options.needed === true };
  for (const { name, paper } of lotsNotices(lots, wishes, words))
    await writePaper(paper, join(letters, `${words.letter.file}-${name}.${format}`), words);
  return exit.done;
}

function refuseLots({ findings, lot }: LotObstacles<OpenedLot>, words: Words): number {
  return refusePapers(findings, lot ?? { places: nowhere }, words);
}

function printOverview(lots: readonly EvaluatedLot[], words: Words): void {
  for (const block of overviewOfLots(lots, false, words)) {
    if (block.kind === "table")
      printSections([{ title: block.caption, columns: block.columns, rows: block.rows }], words);
    if (block.kind === "text") print(block.text);
  }
}
