/**
 * `empty`: an example or an earlier procurement made into one's own from a terminal. It writes a new
 * workbook, and it changes no file.
 */
import { readCase, withoutFaults } from "../app/read-case";
import { emptied } from "../app/templates/emptied";
import { exists } from "../host/disk-files";
import { Failure } from "../host/failure";
import { createWorkbook } from "../host/xlsx/file-workbook";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { isWorkbookName, readFileNamed } from "./files";
import type { Registration } from "./program";
import { all, exit } from "./program";
import { complain, refuse, refuseUsage } from "./terminal";

type Options = {
  readonly to: string;
  readonly title: string;
  readonly case: string;
  readonly authority: string;
  readonly keeps: string;
};

/** Adds the command to the program. */
export function addEmpty({ command, guard, words }: Registration): void {
  const text = words.cli.empty;
  const { emptyFields } = words.pane.begin;
  command("empty <file>", text.command)
    .requiredOption("--to <file.xlsx>", text.to)
    .requiredOption("--title <name>", emptyFields.title)
    .requiredOption("--case <number>", emptyFields.caseNumber)
    .requiredOption("--authority <name>", emptyFields.authority)
    .option("--keeps <requirements|criteria>", text.keeps, "requirements")
    .action(guard((file: string, options: Options) => emptyFile(file, options, words)));
}

async function emptyFile(file: string, options: Options, words: Words): Promise<number> {
  const { to, keeps } = options;
  const [title, caseNumber, authority] = [options.title, options.case, options.authority].map(
    (each) => each.trim(),
  ) as [string, string, string];
  if (!isWorkbookName(to)) return refuseUsage(words.cli.outNotXlsx, words);
  if ([title, caseNumber, authority].includes(""))
    return refuseUsage(words.pane.begin.emptyMissing, words);
  if (keeps !== "requirements" && keeps !== "criteria")
    return refuseUsage(words.cli.empty.badKeeps(keeps), words);
  if (exists(to)) throw new Failure("file-exists", { file: to });
  const read = readCase(await readFileNamed(file, words), all);
  const { document, findings, places, words: written = words } = withoutFaults(read);
  if (!document) return refuse(file, { findings, places }, {}, words);
  const own = emptied(document, { title, caseNumber, authority, keeps });
  await createWorkbook(to, writeWorkbook(own, written));
  complain(words.cli.wrote(to));
  return exit.done;
}
