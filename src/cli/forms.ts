/**
 * The form that bidders fill in, from a terminal: `forms` writes it as workbooks, `check-forms` reads
 * what came back, `import` takes it into the procurement. It changes no file and overwrites none.
 */
import { basename, dirname, extname, join } from "node:path";
import { makeBidderForms } from "../app/bidder-forms";
import { checkedSection, FormChecks } from "../app/check-forms";
import { importSection, previewChecked } from "../app/import-forms";
import { prepareWrite } from "../app/prepare-write";
import type { WordDecision } from "../app/take-form";
import { Failure } from "../host/failure";
import { exists, readBytes } from "../host/disk-files";
import { createWorkbook } from "../host/xlsx/file-workbook";
import type { Words } from "../words/sv/words";
import { badTarget, openCase, refuseAct, signature, targetBeside, writeTo } from "./acts";
import { calculator, openWorkbook } from "./files";
import type { Registration } from "./program";
import { all, exit } from "./program";
import { nowhere } from "../sheet/locate";
import { failureText } from "../words/sentences";
import {
  complain,
  print,
  printFindings,
  printJson,
  printRefusal,
  printSections,
  refuse,
  refuseUsage,
} from "./terminal";

type Options = { readonly to?: string; readonly bids?: true; readonly json?: true };
type ImportOptions = {
  readonly into: string;
  readonly out?: string;
  readonly by?: string;
  readonly yes?: true;
  readonly word?: readonly string[];
  readonly reason?: string;
  readonly json?: true;
};

/** Adds the commands for bidder forms to the program. */
export function addForms({ command, guard, words }: Registration): void {
  const text = words.cli.forms;
  command("forms <file>", text.forms)
    .option("--bids", text.perBid)
    .option("--to <folder>", text.to)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: Options) => writeForms(file, options, words)));
  command("check-forms <file> <forms...>", text.check)
    .option("--json", words.cli.json)
    .action(
      guard((file: string, forms: string[], options: Options) =>
        readForms([file, ...forms], options, words),
      ),
    );
  command("import <forms...>", text.import)
    .requiredOption("--into <file>", text.into)
    .option("--yes", text.yes)
    .option("--word <decision>", text.word, (each, before?: readonly string[]) => [
      ...(before ?? []),
      each,
    ])
    .option("--reason <text>", text.wordReason)
    .option("--by <name>", words.cli.group.by)
    .option("--out <file>", words.cli.group.outAct)
    .option("--json", words.cli.json)
    .action(guard((forms: string[], options: ImportOptions) => importFiles(forms, options, words)));
}

async function writeForms(file: string, options: Options, words: Words): Promise<number> {
  const opened = await openCase(file, words);
  if (!opened.document) return refuse(file, opened, options, words);
  const { document, places, written } = opened;
  const made = await makeBidderForms(document, options.bids === true, written, calculator);
  if (made.refused) {
    if (options.json) printRefusal({ findings: made.refused, places }, words);
    complain(words.cli.group.refused);
    printFindings(made.refused, places, words, complain);
    return exit.blocked;
  }
  const folder = options.to ?? dirname(file);
  const base = `${basename(file, extname(file))}-${written.cli.forms.fileName}`;
  const files = made.forms.map(({ bid, pages }) => ({
    name: join(folder, `${base}${bid ? `-${bid.id}` : ""}.xlsx`),
    pages,
  }));
  const taken = files.find(({ name }) => exists(name));
  if (taken) throw new Failure("file-exists", { file: taken.name });
  for (const { name, pages } of files) await createWorkbook(name, pages);
  if (options.json) printJson({ files: files.map(({ name }) => name) });
  for (const { name } of files) complain(words.cli.wrote(name));
  return exit.done;
}

async function readForms(
  [file = "", ...names]: readonly string[],
  options: Options,
  words: Words,
): Promise<number> {
  const opened = await openCase(file, words);
  if (!opened.document) return refuse(file, opened, options, words);
  const checks = new FormChecks(opened.document, [words, ...all]);
  const broken = await checkFiles(names, checks, words);
  const checked = checks.checked();
  if (options.json) printJson({ ...checked, broken });
  else {
    if (checked.forms.length > 0) {
      printSections([checkedSection(checked, words)], words);
      print("");
    }
    printFindings(checked.findings, nowhere, words, print);
  }
  const isRefused = checked.findings.some(({ severity }) => severity === "blocking");
  return isRefused || broken.length > 0 ? exit.blocked : exit.done;
}

type BrokenFile = { readonly file: string; readonly text: string };

/**
 * Reads and checks forms one by one; a broken file is named, and does not keep the others from being
 * read. @returns those that are, each with a sentence
 */
async function checkFiles(
  names: readonly string[],
  checks: FormChecks,
  words: Words,
): Promise<readonly BrokenFile[]> {
  const broken: BrokenFile[] = [];
  for (const name of names) {
    try {
      const workbook = await openWorkbook(name, words);
      checks.take({
        name,
        bytes: await readBytes(name),
        sheets: await workbook.everySheet(),
        hasMacros: await workbook.hasMacros(),
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const text = failureText(error.code, { file: name, ...error.details }, words);
      complain(text);
      broken.push({ file: name, text });
    }
  }
  return broken;
}

async function importFiles(
  names: readonly string[],
  options: ImportOptions,
  words: Words,
): Promise<number> {
  const { into, json } = options;
  const text = words.cli.forms;
  const target = targetBeside(into, options.out, text.importSuffix);
  const bad = options.yes ? badTarget(into, target, words) : undefined;
  if (bad !== undefined) return refuseUsage(bad, words);
  const opened = await openCase(into, words);
  if (!opened.document) return refuse(into, opened, options, words);
  const checks = new FormChecks(opened.document, [words, ...all]);
  const broken = await checkFiles(names, checks, words);
  const given = {
    // A preview is written nowhere, so nobody needs to stand behind it.
    by: signature(options.yes ? options : { by: options.by ?? words.cli.group.unnamed }),
    words: (options.word ?? []).map((each) => wordDecision(each, words)),
    reason: options.reason ?? "",
  };
  const preview = previewChecked(opened.document, checks.checked(), given, words);
  if (json) printJson({ ...preview, document: undefined, broken });
  else {
    if (preview.forms.length > 0) {
      printSections([checkedSection(preview, words), importSection(preview, words)], words);
      print("");
    }
    printFindings(preview.findings, opened.places, words, print);
  }
  if (!preview.document || broken.length > 0) {
    complain(text.nothingImported);
    return exit.blocked;
  }
  const write = prepareWrite(opened.document, preview.document, opened.places, opened.written);
  if (write.refused) return refuseAct({ options, words }, write.refused, opened);
  if (!options.yes) {
    complain(text.previewOnly);
    return exit.done;
  }
  await writeTo(target, into, write);
  complain(text.importDone(preview.previewed.length));
  complain(words.cli.wrote(target));
  return exit.done;
}

/** "P3=0", or "bid.xlsx:P3=0" for one file; a number as people write it. */
function wordDecision(text: string, { cli: { forms } }: Words): WordDecision {
  const at = text.lastIndexOf("=");
  const about = text.slice(0, Math.max(0, at));
  const colon = about.lastIndexOf(":");
  const word = text
    .slice(at + 1)
    .trim()
    .toLowerCase();
  return {
    ...(colon < 0 ? {} : { file: about.slice(0, colon) }),
    item: about.slice(colon + 1),
    meaning:
      word === forms.notOffered
        ? "not-offered"
        : word === forms.asked
          ? "asked"
          : { price: word.replace(/[\s\u00a0]/gu, "").replace(",", ".") },
  };
}
