/**
 * The journey from a terminal. The only file that knows the command line, the clock and the exit
 * codes: 0 final or provisional, 1 blocked by findings, 2 usage or unreadable input, 3 our own error.
 * It sends nothing anywhere and logs nothing.
 */
import { readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError } from "commander";
import wasmFile from "@ironcalc/wasm/wasm_bg.wasm";
import manifest from "../package.json";
import type { Evaluated, Unreadable } from "./app";
import { evaluateWorkbook } from "./app";
import type { EvaluationDocument } from "./core/document";
import { documentSchema } from "./core/document";
import type { Finding } from "./core/finding";
import { parseDocument } from "./core/parse";
import { en } from "./en";
import { Failure } from "./host/failure";
import { createWorkbook, exists, FileWorkbook, readText, seemsOpen, writeText } from "./host/file";
import { ironCalc } from "./host/ironcalc";
import { MemoryWorkbook } from "./host/memory";
import { findingResult } from "./report/result";
import { findingLines, rankingTable } from "./report/table";
import { Places } from "./sheet/find";
import { addressText } from "./sheet/port";
import { problemFinding, readWorkbook } from "./sheet/read";
import { writeWorkbook } from "./sheet/write";
import type { Words } from "./sv";
import { sv } from "./sv";
import { failureText } from "./tell";
import * as z from "zod";

const { version } = manifest;
const languages: { readonly [lang: string]: Words } = { sv, en };
const all = [sv, en];
const exit = { done: 0, blocked: 1, unreadable: 2, internal: 3 };

/** At most this many lines of findings are printed at once; the count says how many there are. */
const mostLines = 200;

/**
 * IronCalc runs once and briefly, so V8 is told to compile it the quick way only: optimising it in
 * the background takes half a second that the process would have to wait for at its end.
 */
const calculator = ironCalc(() => {
  setFlagsFromString("--liftoff-only");
  return readFile(join(__dirname, wasmFile));
});

/** The places of a document that is in no workbook: its findings name keys instead of cells. */
const nowhere = new Places({});

type Options = { readonly json?: true; readonly out?: string; readonly from?: string; readonly to?: string };

/** @returns the exit code; never throws */
async function main(args: readonly string[]): Promise<number> {
  const words = languages[languageIn(args)];
  if (!words) return usage(sv.cli.badLanguage(languageIn(args)), sv);
  let code = exit.done;
  const program = commands(words, (run) => async (...given) => {
    code = await guarded(() => run(...given), words);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return told(error, words);
    return error.exitCode === 0 ? exit.done : usage(usageText(error, words), words);
  }
}

function languageIn(args: readonly string[]): string {
  const at = args.findIndex((each) => each === "--lang" || each.startsWith("--lang="));
  return at < 0 ? "sv" : (args[at]?.split("=")[1] ?? args[at + 1] ?? "");
}

type Wrap = <Given extends unknown[]>(run: (...given: Given) => Promise<number>) => (...given: Given) => Promise<void>;

function commands(words: Words, wrapped: Wrap): Command {
  const text = words.cli;
  const titles: { readonly [title: string]: string } = text.help;
  const program = new Command("mervarde")
    .description(text.description)
    .usage(text.usageLine)
    .version(version, "-V, --version", text.showVersion)
    .option("--lang <sv|en>", text.lang)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
  const command = (name: string, description: string) => program.command(name).description(description).option("--lang <sv|en>", text.lang);
  command("evaluate <file...>", text.evaluate)
    .option("--json", text.json)
    .option("--out <file.xlsx>", text.out)
    .action(wrapped((files: string[], options: Options) => evaluateFiles(files, options, words)));
  command("check <file>", text.check)
    .option("--json", text.json)
    .action(wrapped((file: string, options: Options) => checkFile(file, options, words)));
  command("new <file.xlsx>", text.create)
    .requiredOption("--from <document.json>", text.from)
    .action(wrapped((file: string, options: Options) => createFile(file, options.from ?? "", words)));
  command("export <file.xlsx>", text.export)
    .requiredOption("--to <document.json>", text.to)
    .action(wrapped((file: string, options: Options) => exportFile(file, options.to ?? "", words)));
  command("schema", text.schema).action(wrapped(() => Promise.resolve(printSchema())));
  for (const each of [program, ...program.commands]) each.helpOption("-h, --help", text.showHelp).exitOverride().configureOutput({ writeErr: () => undefined });
  return program;
}

async function guarded(run: () => Promise<number>, words: Words): Promise<number> {
  try {
    return await run();
  } catch (error) {
    return told(error, words);
  }
}

function told(error: unknown, words: Words): number {
  if (error instanceof Failure) {
    complain(failureText(error.code, error.details, words));
    return exit.unreadable;
  }
  complain(words.cli.internal(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return exit.internal;
}

function usage(message: string, words: Words): number {
  complain(words.cli.usage(message));
  return exit.unreadable;
}

function usageText(error: CommanderError, words: Words): string {
  const [, subject = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const texts: { readonly [code: string]: ((subject: string) => string) | undefined } = words.cli.usageErrors;
  return texts[error.code]?.(subject) ?? error.message;
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function evaluateFiles(files: readonly string[], options: Options, words: Words): Promise<number> {
  if (files.length > 1 && options.out !== undefined) return usage(words.cli.outNeedsOneFile, words);
  if (files.length > 1 && !options.json) return usage(words.cli.manyNeedJson, words);
  if (options.out !== undefined && files.some((file) => resolve(file) === resolve(options.out ?? ""))) return usage(words.cli.outIsInput, words);
  if (options.out !== undefined && !isWorkbookName(options.out)) return usage(words.cli.outNotXlsx, words);
  const [only] = files;
  if (only !== undefined && files.length === 1) return evaluateFile(only, options, words);
  let worst = exit.done;
  for (const file of files) worst = Math.max(worst, await evaluateLine(file, words));
  return worst;
}

function isWorkbookName(file: string): boolean {
  return extname(file).toLowerCase() === ".xlsx";
}

async function evaluateFile(file: string, options: Options, words: Words): Promise<number> {
  const evaluated = await open(file, options.out, words);
  if (!evaluated.document) return refuse(file, evaluated, options, words);
  const { evaluation, result, places } = evaluated;
  if (options.json) print(JSON.stringify(result, null, 2));
  else {
    print(rankingTable(evaluation, result, words));
    printFindings(evaluation.findings, places, words, print);
  }
  if (options.out !== undefined) complain(words.cli.wrote(options.out));
  return evaluation.status === "blocked" ? exit.blocked : exit.done;
}

/** One of many files: its result, or its error, on one line; the run goes on. */
async function evaluateLine(file: string, words: Words): Promise<number> {
  try {
    const evaluated = await open(file, undefined, words);
    if (evaluated.document) {
      print(JSON.stringify({ file, ...evaluated.result }));
      return evaluated.evaluation.status === "blocked" ? exit.blocked : exit.done;
    }
    print(JSON.stringify({ file, error: { findings: evaluated.findings.map((each) => findingResult(each, locatedIn(evaluated), words)) } }));
    return exit.unreadable;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    print(JSON.stringify({ file, error: { code: error.code, message: failureText(error.code, { file, ...error.details }, words) } }));
    return exit.unreadable;
  }
}

/** Opens, evaluates and, with `out`, writes: the same road for a workbook and for a document. */
async function open(file: string, out: string | undefined, words: Words): Promise<Evaluated | Unreadable> {
  const isDocument = extname(file).toLowerCase() === ".json";
  const circumstances = {
    version: `mervarde ${version}`, time: new Date().toISOString(), words, all, calculator,
    hasInputSheets: !isDocument || out !== undefined, getsResultSheets: out !== undefined,
  };
  if (isDocument) {
    const { document, findings } = parsed(await readText(file), file);
    if (!document) return { findings, places: nowhere };
    const pages = writeWorkbook(document, words);
    const evaluated = await evaluateWorkbook(new MemoryWorkbook(pages), circumstances);
    if (evaluated.document && out !== undefined) await createWorkbook(out, [...pages, ...evaluated.pages]);
    return circumstances.hasInputSheets ? evaluated : { ...evaluated, places: nowhere };
  }
  const workbook = await openWorkbook(file, words, out);
  const evaluated = await evaluateWorkbook(workbook, circumstances);
  if (evaluated.document && out !== undefined) await workbook.writeResults(evaluated.pages);
  return evaluated;
}

async function openWorkbook(file: string, words: Words, out?: string): Promise<FileWorkbook> {
  if (![".xlsx", ".xlsm"].includes(extname(file).toLowerCase())) throw new Failure(exists(file) ? "file-unknown-kind" : "file-missing", { file });
  if (seemsOpen(file)) complain(words.cli.maybeOpen(file));
  return FileWorkbook.open(file, out);
}

function parsed(text: string, file: string): { readonly document?: EvaluationDocument; readonly findings: readonly Finding[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Failure("json-invalid", { file, why: error instanceof Error ? error.message : String(error) });
  }
  const { document, problems = [] } = parseDocument(value);
  return document ? { document, findings: [] } : { findings: problems.map((each) => problemFinding(each, value)) };
}

function locatedIn({ places }: Pick<Unreadable, "places">): { finding: (each: Finding) => string | undefined; result: () => undefined } {
  return {
    finding: ({ where }) => {
      const address = places.nearest(where);
      return address && addressText(address);
    },
    result: () => undefined,
  };
}

/** An input that holds no document: everything that is wrong with it, on standard error. */
function refuse(file: string, unreadable: Unreadable, options: Options, words: Words): number {
  if (options.json) print(JSON.stringify({ error: { findings: unreadable.findings.map((each) => findingResult(each, locatedIn(unreadable), words)) } }, null, 2));
  complain(words.cli.unreadable(file));
  printFindings(unreadable.findings, unreadable.places, words, complain);
  return exit.unreadable;
}

function printFindings(findings: readonly Finding[], places: Unreadable["places"], words: Words, write: (line: string) => void): void {
  const sheet = ({ details }: Finding) => (typeof details["sheet"] === "string" ? details["sheet"] : undefined);
  const place = (each: Finding) => locatedIn({ places }).finding(each) ?? sheet(each) ?? (each.where === "" ? "–" : each.where);
  for (const line of findingLines(findings.slice(0, mostLines), place, words)) write(line);
  if (findings.length > mostLines) write(words.cli.more(findings.length - mostLines));
}

async function checkFile(file: string, options: Options, words: Words): Promise<number> {
  const evaluated = await open(file, undefined, words);
  const findings = evaluated.document ? evaluated.evaluation.findings : evaluated.findings;
  if (options.json) print(JSON.stringify(findings.map((each) => findingResult(each, locatedIn(evaluated), words)), null, 2));
  else {
    print(findings.length === 0 ? words.cli.nothingFound(file) : words.cli.counts(file, findings.length));
    printFindings(findings, evaluated.places, words, print);
  }
  if (!evaluated.document) return exit.unreadable;
  return evaluated.evaluation.status === "blocked" ? exit.blocked : exit.done;
}

async function createFile(file: string, from: string, words: Words): Promise<number> {
  if (!isWorkbookName(file)) return usage(words.cli.outNotXlsx, words);
  if (exists(file)) throw new Failure("file-exists", { file });
  const { document, findings } = parsed(await readText(from), from);
  if (!document) return refuse(from, { findings, places: nowhere }, {}, words);
  await createWorkbook(file, writeWorkbook(document, words));
  complain(words.cli.wrote(file));
  return exit.done;
}

async function exportFile(file: string, to: string, words: Words): Promise<number> {
  const read = readWorkbook(await (await openWorkbook(file, words)).read(), all);
  const blocking = read.findings.filter(({ severity }) => severity === "blocking");
  if (!read.document || blocking.length > 0) return refuse(file, { findings: read.findings, places: read.places }, {}, words);
  await writeText(to, `${JSON.stringify(read.document, null, 2)}\n`);
  complain(words.cli.wrote(to));
  return exit.done;
}

function printSchema(): number {
  const title = { $id: "https://mervarde.example/schemas/mervarde-1.json", title: "mervarde/1" };
  print(JSON.stringify({ ...title, ...z.toJSONSchema(documentSchema) }, null, 2));
  return exit.done;
}

void main(process.argv.slice(2)).then((code) => void (process.exitCode = code));
