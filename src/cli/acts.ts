/**
 * The acts of a procurement from a terminal: a command for each act of the registry, with an option
 * for each thing that it takes. The case after the act is written to a new file; the file that it
 * was read from is left as it is. It knows the clock and who is logged in, and decides nothing.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { Option } from "commander";
import type { Judged, Unreadable } from "../app/assess";
import type { ActSubject } from "../app/perform-act";
import { assessCase, conflictLines, performAct, withOutcome } from "../app/perform-act";
import type { PreparedWrite } from "../app/prepare-write";
import { seconds } from "../app/evaluate-workbook";
import { readGiven } from "../case/act-files";
import type { FileReading } from "../app/read-case";
import { readCase } from "../app/read-case";
import { withUnreadPrices } from "../core/document/unread-prices";
import type { Finding } from "../core/finding";
import { Failure } from "../host/failure";
import { MemoryWorkbook } from "../host/memory-workbook";
import { writeText } from "../host/disk-files";
import { writeAmended } from "../host/xlsx/file-workbook";
import { fingerprint } from "../journal/fingerprint";
import type { Act, Done, FileField, TextField } from "../procedure/acts/act";
import { takesBytes, takesSeveral } from "../procedure/acts/act";
import { acts } from "../procedure/acts/registry";
import { visibleLine } from "../content/visible-text";
import type { Signature } from "../scoring/record-scores";
import type { ActWords, FieldWords } from "../words/sv/acts";
import type { Words } from "../words/sv/words";
import { failureText } from "../words/sentences";
import {
  calculator,
  isJson,
  actorNamed,
  openEvaluated,
  readBytesNamed,
  readFileNamed,
} from "./files";
import type { Registration } from "./program";
import { all, exit, program } from "./program";
import {
  complain,
  print,
  printFindings,
  printKinds,
  printJson,
  printRefusal,
  refuse,
  refuseUsage,
} from "./terminal";
import { nowhere } from "../sheet/locate";

type Options = { readonly [option: string]: string | true | undefined } & {
  readonly by?: string;
  readonly out?: string;
  readonly json?: true;
};

/** One command being run: which act, on which file, with what options. */
type Run = {
  readonly act: Act;
  readonly file: string;
  readonly options: Options;
  readonly words: Words;
};

/** Adds a command for each act to the program. */
export function addActs({ command, guard, words }: Registration): void {
  for (const act of acts) {
    const text: ActWords = words.acts[act.name];
    const argument = fileFields(act).find(({ isArgument }) => isArgument);
    const after = argument ? ` <${argument.name}${argument.isSeveral ? "..." : ""}>` : "";
    const made = command(`${act.name} <file>${after}`, text.command)
      .option("--by <name>", words.cli.group.by)
      .option("--out <file>", words.cli.group.outAct)
      .option("--json", words.cli.json);
    for (const [name, field] of Object.entries(act.takes)) {
      if (field.kind === "file" && field.isArgument) continue;
      const { isRequired } = field;
      const option = new Option(flagOf(name, field), textOf(text, name).option);
      made.addOption(isRequired ? option.makeOptionMandatory() : option);
    }
    made.action(
      argument
        ? guard((file: string, given: string | string[], options: Options) =>
            runAct({ act, file, options, words }, [given].flat()),
          )
        : guard((file: string, options: Options) => runAct({ act, file, options, words }, [])),
    );
  }
}

function fileFields(act: Act): (FileField & { readonly name: string })[] {
  return Object.entries(act.takes).flatMap(([name, field]) =>
    field.kind === "file" ? [{ ...field, name }] : [],
  );
}

function textOf({ fields }: ActWords, name: string): FieldWords {
  const text = fields[name];
  if (!text) throw new Error(`no words for the field ${name}`);
  return text;
}

function flagOf(name: string, field: TextField | FileField): string {
  return field.kind === "file" ? `--${name} <file>` : (field.option ?? `--${name} <text>`);
}

/** The text given with a field's option; "" where it was left out. */
function optionOf(options: Options, name: string, field: TextField | FileField): string {
  const given = options[new Option(flagOf(name, field)).attributeName()];
  return typeof given === "string" ? given : "";
}

/** @param filesAfter the files named after the procurement's own on the command line */
async function runAct(run: Run, filesAfter: readonly string[]): Promise<number> {
  const { act, file, options, words } = run;
  if (act.handsOut && isBare(run)) return handOut(run, act.handsOut);
  const target = targetOf(run);
  const bad = badTarget(file, target, words);
  if (bad !== undefined) return refuseUsage(bad, words);
  const subject = await subjectOf(run);
  if (!subject.document) return refuse(file, subject, options, words);
  const given = await readGiven(act, textsGiven(run), await filesGiven(run, filesAfter), {
    ownCase: { document: subject.document },
    reader: { words, all, calculator, workbookOf: (pages) => new MemoryWorkbook(pages) },
  });
  if (given.refused) return refuseAct(run, given.refused, subject);
  if (given.unreadable) {
    const { file: theirs } = given.unreadable;
    const said = words.cli.unreadableFor(theirs, act.name);
    return refuse(theirs, given.unreadable, options, words, said);
  }
  const performed = performAct(act, subject, given.content, signature(options));
  if (performed.refused) return refuseAct(run, performed.refused, subject);
  const { done, write, warnings } = performed;
  const isChanged = fingerprint(done.document) !== fingerprint(subject.document);
  if (isChanged) await writeTo(target, file, write);
  printDone(run, done, subject, warnings);
  if (isChanged) complain(words.cli.wrote(target));
  return isLeftUndone(done) ? exit.blocked : exit.done;
}

function textsGiven({ act, options }: Run): { [field: string]: string } {
  return Object.fromEntries(
    Object.entries(act.takes).map(([name, field]) => [name, optionOf(options, name, field)]),
  );
}

/** @param filesAfter the files named after the procurement's own on the command line */
function filesGiven(
  { act, options, words }: Run,
  filesAfter: readonly string[],
): Promise<FileReading[]> {
  const names = fileFields(act).flatMap((field) =>
    (field.isArgument ? filesAfter : [optionOf(options, field.name, field)]).filter(
      (name) => name !== "",
    ),
  );
  if (takesSeveral(act) && names.length > 1)
    return Promise.all(names.map((name) => readOneOfSeveral(name, words)));
  return Promise.all(
    names.map((name) => (takesBytes(act) ? readBytesNamed(name) : readFileNamed(name, words))),
  );
}

/** A file that cannot be opened does not stop the others; a name that is no file's is a slip. */
async function readOneOfSeveral(name: string, words: Words): Promise<FileReading> {
  try {
    return await readFileNamed(name, words);
  } catch (error) {
    if (!(error instanceof Failure) || error.code === "file-missing") throw error;
    return { name, broken: failureText(error.code, { file: name, ...error.details }, words) };
  }
}

/** Whether nothing was given that the act takes. */
function isBare({ act, options }: Run): boolean {
  return Object.entries(act.takes).every(([name, field]) => optionOf(options, name, field) === "");
}

/** Writes what the act hands out to a file of its own, and tells what it is. */
async function handOut(
  { file, options, words }: Run,
  handsOut: NonNullable<Act["handsOut"]>,
): Promise<number> {
  const subject = await openCase(file, words);
  if (!subject.document) return refuse(file, subject, options, words);
  const handout = handsOut(subject.document, words);
  if (handout.refused) return refuseAct({ options, words }, handout.refused, subject);
  const target = options.out ?? join(dirname(file), handout.name);
  if (existsSync(target)) throw new Failure("file-exists", { file: target });
  await writeText(target, handout.text);
  if (options.json) printJson({ file: target, told: handout.lines });
  else print(handout.lines.join("\n"));
  complain(words.cli.wrote(target));
  return exit.done;
}

/** What the act is done to: evaluated twice where the act records the outcome. */
async function subjectOf({ act, file, words }: Run): Promise<ActSubject | Unreadable> {
  if (!act.restsOnOutcome) return openCase(file, words, act);
  const evaluated = await openEvaluated(file, words);
  return evaluated.document ? withOutcome(evaluated, program) : evaluated;
}

/** Opens a case with all its findings; a case that cannot be read whole gives only what is wrong. */
export async function openCase(
  file: string,
  words: Words,
  act?: Act,
): Promise<Judged | Unreadable> {
  return assessCase(readCase(await readFileNamed(file, words), all), words, act);
}

export function signature({ by }: { readonly by?: string }): Signature {
  return { time: seconds(new Date().toISOString()), by: actorNamed(by) };
}

function targetOf({ act, file, options: { out }, words }: Run): string {
  return targetBeside(file, out, words.acts[act.name].suffix);
}

/** The new file: the one of `--out`, or beside the old file, named after it and what was done. */
export function targetBeside(file: string, out: string | undefined, suffix: string): string {
  return out ?? join(dirname(file), `${basename(file, extname(file))}-${suffix}${extname(file)}`);
}

/**
 * Why the new file cannot be written; undefined where it can.
 * @throws Failure where the new file is there already
 */
export function badTarget(file: string, target: string, words: Words): string | undefined {
  if (resolve(target) === resolve(file)) return words.cli.outIsInput;
  if (extname(target).toLowerCase() !== extname(file).toLowerCase())
    return words.cli.group.outSameKind(extname(file));
  if (existsSync(target)) throw new Failure("file-exists", { file: target });
  return undefined;
}

export async function writeTo(
  target: string,
  file: string,
  { document, amendment }: Extract<PreparedWrite, { readonly refused?: never }>,
): Promise<void> {
  if (isJson(file))
    await writeText(target, `${JSON.stringify(withUnreadPrices(document), null, 2)}\n`);
  else await writeAmended(file, target, amendment);
}

function printDone(
  { act, options, words }: Run,
  done: Done,
  { places }: ActSubject,
  warnings: readonly Finding[],
): void {
  const { counts = {}, conflicts = [], findings = [] } = done;
  if (options.json) {
    printJson({ ...counts, conflicts, findings: [...findings, ...warnings] });
    return;
  }
  const sentence = act.tell(done, words);
  if (sentence !== "") print(sentence);
  for (const line of conflictLines(done, words)) print(visibleLine(line));
  // The same gap in many rows of many sheets is read once.
  if (act.name === "merge") printKinds(findings, nowhere, words, print);
  else printFindings([...findings, ...warnings], places, words, print);
}

/** Whether the act left something undone: a value that conflicts, or one that was refused. */
function isLeftUndone({ conflicts = [], findings = [] }: Done): boolean {
  return conflicts.length > 0 || findings.some(({ severity }) => severity === "blocking");
}

export function refuseAct(
  { options, words }: { readonly options: { readonly json?: true }; readonly words: Words },
  refused: readonly Finding[],
  { places }: Pick<ActSubject, "places">,
): number {
  if (options.json) printRefusal({ findings: refused, places }, words);
  complain(words.cli.group.refused);
  printFindings(refused, places, words, complain);
  return exit.blocked;
}
