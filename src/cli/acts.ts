/**
 * The acts of a procurement from a terminal: a command for each act of the registry, with an option
 * for each thing that it takes. What it comes to is written to a new file; the one that it was read
 * from is left as it is. It knows the clock and who is logged in, and decides nothing.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import type { Judged, Unreadable } from "../app/assess";
import type { ActSubject } from "../app/perform-act";
import { assessCase, conflictLines, performAct, withOutcome } from "../app/perform-act";
import type { PreparedWrite } from "../app/prepare-write";
import { seconds } from "../app/evaluate-workbook";
import { readGiven } from "../case/act-files";
import { readCase } from "../app/read-case";
import type { FileReading } from "../app/read-case";
import type { Finding } from "../core/finding";
import { Failure } from "../host/failure";
import { parseJson } from "../host/json";
import { MemoryWorkbook } from "../host/memory-workbook";
import { readText, writeAmended, writeText } from "../host/xlsx/file-workbook";
import { fingerprint } from "../journal/fingerprint";
import type { Act, Done, FileField, TextField } from "../procedure/acts/act";
import { acts } from "../procedure/acts/registry";
import { visibleLine } from "../content/visible-text";
import type { Signature } from "../scoring/record-scores";
import type { ActWords, FieldWords } from "../words/sv/acts";
import type { Words } from "../words/sv/words";
import type { Wrap } from "./shared";
import {
  all,
  calculator,
  complain,
  exit,
  loggedIn,
  open,
  openWorkbook,
  print,
  printFindings,
  printJson,
  printRefusal,
  refuse,
  usage,
  version,
} from "./shared";
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
export function addActs(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
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
      const isRequired = field.kind === "file" || field.isRequired;
      const option = new Option(flagOf(name, field), textOf(text, name).option);
      made.addOption(isRequired ? option.makeOptionMandatory() : option);
    }
    made.action(
      argument
        ? wrapped((file: string, given: string | string[], options: Options) =>
            runAct({ act, file, options, words }, [given].flat()),
          )
        : wrapped((file: string, options: Options) => runAct({ act, file, options, words }, [])),
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

/** What was written after an option of a field, or nothing. */
function optionOf(options: Options, name: string, field: TextField | FileField): string {
  const given = options[new Option(flagOf(name, field)).attributeName()];
  return typeof given === "string" ? given : "";
}

/** @param named files named after the procurement's own */
async function runAct(run: Run, named: readonly string[]): Promise<number> {
  const { act, file, options, words } = run;
  const target = targetOf(run);
  const bad = badTarget(file, target, words);
  if (bad !== undefined) return usage(bad, words);
  const subject = await subjectOf(run);
  if (!subject.document) return refuse(file, subject, options, words);
  const files = fileFields(act).flatMap((field) =>
    field.isArgument ? named : [optionOf(options, field.name, field)],
  );
  const texts = Object.fromEntries(
    Object.entries(act.takes).map(([name, field]) => [name, optionOf(options, name, field)]),
  );
  const { content: given, unreadable } = await readGiven(
    act,
    texts,
    await Promise.all(files.map((each) => sheetOf(each, words))),
    {
      ownCase: { document: subject.document },
      reader: { words, all, calculator, workbookOf: (pages) => new MemoryWorkbook(pages) },
    },
  );
  if (unreadable) return refuse(unreadable.file, unreadable, options, words);
  const performed = performAct(act, subject, given, signature(options));
  if (performed.refused) return cannotYet(run, performed.refused, subject);
  const { done, write } = performed;
  const isChanged = fingerprint(done.document) !== fingerprint(subject.document);
  if (isChanged) await writeTo(target, file, write);
  report(run, done, subject);
  if (isChanged) complain(words.cli.wrote(target));
  return isLeftUndone(done) ? exit.blocked : exit.done;
}

/** What the act is done to: computed twice where it records what the evaluation came to. */
async function subjectOf({ act, file, words }: Run): Promise<ActSubject | Unreadable> {
  if (!act.restsOnOutcome) return openCase(file, words);
  const evaluated = await open(file, undefined, words);
  return evaluated.document ? withOutcome(evaluated, `mervarde ${version}`) : evaluated;
}

/** The case with all its findings; what cannot be read without losing something is told instead. */
export async function openCase(file: string, words: Words): Promise<Judged | Unreadable> {
  return assessCase(readCase(await sheetOf(file, words), all), words);
}

/** A file as it is read: the case itself, or one that is given to an act. */
async function sheetOf(name: string, words: Words): Promise<FileReading> {
  return isJson(name)
    ? { name, json: parseJson(await readText(name), name) }
    : { name, reading: await (await openWorkbook(name, words)).read() };
}

export function isJson(file: string): boolean {
  return extname(file).toLowerCase() === ".json";
}

function signature({ by }: Options): Signature {
  return { time: seconds(new Date().toISOString()), by: by ?? loggedIn() };
}

/** The new file: as said, or beside the old one with what was done in its name. */
function targetOf({ act, file, options: { out }, words }: Run): string {
  const suffix = words.acts[act.name].suffix;
  return out ?? join(dirname(file), `${basename(file, extname(file))}-${suffix}${extname(file)}`);
}

/** @throws Failure where the new file is there already */
function badTarget(file: string, target: string, words: Words): string | undefined {
  if (resolve(target) === resolve(file)) return words.cli.outIsInput;
  if (extname(target).toLowerCase() !== extname(file).toLowerCase())
    return words.cli.group.outSameKind(extname(file));
  if (existsSync(target)) throw new Failure("file-exists", { file: target });
  return undefined;
}

async function writeTo(
  target: string,
  file: string,
  { document, amendment }: Extract<PreparedWrite, { readonly refused?: never }>,
): Promise<void> {
  if (isJson(file)) await writeText(target, `${JSON.stringify(document, null, 2)}\n`);
  else await writeAmended(file, target, amendment);
}

function report({ act, options, words }: Run, done: Done, { places }: ActSubject): void {
  const { counts = {}, conflicts = [], findings = [] } = done;
  if (options.json) {
    printJson({ ...counts, conflicts, findings });
    return;
  }
  const told = act.tell(done, words);
  if (told !== "") print(told);
  for (const line of conflictLines(done, words)) print(visibleLine(line));
  printFindings(findings, act.name === "merge" ? nowhere : places, words, print);
}

/** Whether something was left as it was: a value that stands otherwise, or one that was refused. */
function isLeftUndone({ conflicts = [], findings = [] }: Done): boolean {
  return conflicts.length > 0 || findings.some(({ severity }) => severity === "blocking");
}

function cannotYet(
  { options, words }: Run,
  refused: readonly Finding[],
  { places }: ActSubject,
): number {
  if (options.json) printRefusal({ findings: refused, places }, words);
  complain(words.cli.group.refused);
  printFindings(refused, places, words, complain);
  return exit.blocked;
}
