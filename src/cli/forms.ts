/**
 * The form that bidders fill in, from a terminal: `forms` writes it as workbooks. It changes no file
 * and overwrites none.
 */
import { basename, dirname, extname, join } from "node:path";
import { makeBidderForms } from "../app/bidder-forms";
import type { FormFile } from "../app/check-forms";
import { checkedSection, checkForms } from "../app/check-forms";
import { Failure } from "../host/failure";
import { createWorkbook, exists, readBytes } from "../host/xlsx/file-workbook";
import type { Words } from "../words/sv/words";
import { openCase } from "./acts";
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
} from "./terminal";

type Options = { readonly to?: string; readonly bids?: true; readonly json?: true };

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
  const files: FormFile[] = [];
  let broken = 0;
  for (const name of names) {
    try {
      const workbook = await openWorkbook(name, words);
      files.push({
        name,
        bytes: await readBytes(name),
        sheets: await workbook.everySheet(),
      });
    } catch (error) {
      // A broken file is named, and does not keep the others from being read.
      if (!(error instanceof Failure)) throw error;
      complain(failureText(error.code, { file: name, ...error.details }, words));
      broken += 1;
    }
  }
  const checked = checkForms(opened.document, files, [words, ...all]);
  if (options.json) printJson(checked);
  else {
    printSections([checkedSection(checked, words)], words);
    print("");
    printFindings(checked.findings, nowhere, words, print);
  }
  const isRefused = checked.findings.some(({ severity }) => severity === "blocking");
  return isRefused || broken > 0 ? exit.blocked : exit.done;
}
