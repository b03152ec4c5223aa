/**
 * What every command of the terminal shares: opening what a file name stands for, printing findings
 * with their cells, telling failures, and the exit codes. It picks the host; it knows no command.
 */
import wasmFile from "@ironcalc/wasm/wasm_bg.wasm";
import manifest from "../../package.json";
import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { extname, join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { CommanderError } from "commander";
import type { Evaluated } from "../app/evaluate-workbook";
import type { Unreadable } from "../app/assess";
import { evaluateWorkbook } from "../app/evaluate-workbook";
import type { ReadDocument } from "../app/read-document";
import { readDocument } from "../app/read-document";
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { Exact } from "../core/number";
import { en } from "../words/en/words";
import { Failure } from "../host/failure";
import {
  createWorkbook,
  exists,
  FileWorkbook,
  readText,
  seemsOpen,
} from "../host/xlsx/file-workbook";
import { ironCalc } from "../host/ironcalc";
import { parseJson } from "../host/json";
import { MemoryWorkbook } from "../host/memory-workbook";
import { findingResult } from "../report/result";
import { findingLines } from "../render/terminal";
import { visibleJson, visibleText } from "../content/visible-text";
import { spotOf } from "../sheet/spots";
import type { Places } from "../sheet/locate";
import { nowhere } from "../sheet/locate";
import type { Page } from "../sheet/workbook";
import { addressText } from "../sheet/cell-address";
import { readWorkbook } from "../sheet/read";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { sv } from "../words/sv/words";
import { failureText, spotText } from "../words/sentences";

export const { version } = manifest;
export const languages: { readonly [lang: string]: Words } = { sv, en };
export const all = [sv, en];
export const exit = { done: 0, blocked: 1, unreadable: 2, internal: 3, stopped: 130 };

/** At most this many lines of findings are printed at once; the count says how many there are. */
const mostLines = 200;

/**
 * IronCalc runs once and briefly, so V8 is told to compile it the quick way only: optimising it in
 * the background takes half a second that the process would have to wait for at its end.
 */
export const calculator = ironCalc(() => {
  setFlagsFromString("--liftoff-only");
  return readFile(join(__dirname, wasmFile));
});

export function failureLine(error: unknown, words: Words): number {
  if (error instanceof Failure) {
    complain(failureText(error.code, error.details, words));
    return exit.unreadable;
  }
  complain(
    words.cli.internal(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return exit.internal;
}

export function usage(message: string, words: Words): number {
  complain(words.cli.usage(message));
  return exit.unreadable;
}

export function usageText(error: CommanderError, words: Words): string {
  const [, subject = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const texts: { readonly [code: string]: ((subject: string) => string) | undefined } =
    words.cli.usageErrors;
  return texts[error.code]?.(subject) ?? error.message;
}

/** To standard error; what a terminal would obey is shown. */
export function complain(line: string): void {
  process.stderr.write(`${visibleText(line)}\n`);
}

/** To standard output; what a terminal would obey is shown. */
export function print(text: string): void {
  process.stdout.write(`${visibleText(text)}\n`);
}

/** @param space as in JSON.stringify; 0 for one line */
export function printJson(value: unknown, space = 2): void {
  process.stdout.write(`${visibleJson(json(value, space))}\n`);
}

/** Exact values as text, so that no figure passes through a float on its way out. */
export function json(value: unknown, space = 2): string {
  return JSON.stringify(
    value,
    (_, each: unknown) => (each instanceof Exact ? each.toText() : each),
    space,
  );
}

/** @throws Failure where the computer does not know who is logged in, as in some containers */
export function loggedIn(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Failure("user-unknown", {});
  }
}

/** Opens, evaluates and, with `out`, writes: the same road for a workbook and for a document. */
export async function open(
  file: string,
  out: string | undefined,
  words: Words,
  by?: string,
): Promise<Evaluated | Unreadable> {
  const circumstances = {
    version: `mervarde ${version}`,
    time: new Date().toISOString(),
    words,
    all,
    calculator,
    who: () => by ?? loggedIn(),
    hasInputSheets: !isDocument(file) || out !== undefined,
    getsResultSheets: out !== undefined,
  };
  if (isDocument(file)) {
    const { document, findings } = parsed(await readText(file), file);
    if (!document) return { findings, places: nowhere };
    const pages = writeWorkbook(document, words);
    const evaluated = await evaluateWorkbook(new MemoryWorkbook(pages), circumstances);
    if (evaluated.document && out !== undefined)
      await createWorkbook(out, [...writeWorkbook(evaluated.document, words), ...evaluated.pages]);
    return circumstances.hasInputSheets ? evaluated : { ...evaluated, places: nowhere };
  }
  const workbook = await openWorkbook(file, words, out);
  const evaluated = await evaluateWorkbook(workbook, circumstances);
  if (evaluated.document && out !== undefined)
    await workbook.writeResults(evaluated.pages, evaluated.amendment);
  return evaluated;
}

export async function openWorkbook(
  file: string,
  words: Words,
  out?: string,
): Promise<FileWorkbook> {
  if (![".xlsx", ".xlsm"].includes(extname(file).toLowerCase()))
    throw new Failure(exists(file) ? "file-unknown-kind" : "file-missing", { file });
  if (seemsOpen(file)) complain(words.cli.maybeOpen(file));
  return FileWorkbook.open(file, out);
}

/** The document in a JSON text, or everything that is wrong with it. */
export function parsed(text: string, file: string): ReadDocument {
  return readDocument(parseJson(text, file));
}

export function locatedIn({ places }: Pick<Unreadable, "places">): {
  finding: (each: Finding) => string | undefined;
  result: () => undefined;
} {
  return {
    finding: ({ where }) => {
      const address = places.nearest(where);
      return address && addressText(address);
    },
    result: () => undefined,
  };
}

/** What was found instead of a result, as JSON on standard output. */
export function printRefusal(refused: Unreadable, words: Words): void {
  const located = locatedIn(refused);
  printJson({
    error: { findings: refused.findings.map((each) => findingResult(each, located, words)) },
  });
}

/** An input that holds no document: everything that is wrong with it, on standard error. */
export function refuse(
  file: string,
  unreadable: Unreadable,
  options: { readonly json?: true },
  words: Words,
): number {
  if (options.json) printRefusal(unreadable, words);
  complain(words.cli.unreadable(file));
  printFindings(unreadable.findings, unreadable.places, words, complain);
  return exit.unreadable;
}

export function printFindings(
  findings: readonly Finding[],
  places: Unreadable["places"],
  words: Words,
  write: (line: string) => void,
): void {
  const sheet = ({ details }: Finding) =>
    typeof details["sheet"] === "string" ? details["sheet"] : undefined;
  const named = ({ where, details }: Finding) => {
    const spot = spotOf(where);
    const row = details["table"] === undefined ? spot?.row : String(details["row"]);
    const text = spot && spotText({ ...spot, row: row ?? spot.row }, words);
    // A document has no cells: its key is what one searches for, the words are what it is.
    return places === nowhere || text === undefined
      ? [where || "–", ...(text === undefined ? [] : [`(${text})`])].join(" ")
      : text;
  };
  const place = (each: Finding) =>
    locatedIn({ places }).finding(each) ?? sheet(each) ?? named(each);
  for (const line of findingLines(findings.slice(0, mostLines), place, words)) write(line);
  if (findings.length > mostLines) write(words.cli.more(findings.length - mostLines));
}

/** Whether a name is one a new workbook may have. */
export function isWorkbookName(file: string): boolean {
  return extname(file).toLowerCase() === ".xlsx";
}

/** A document as the laboratory asks about it: read, and evaluated once by the engine alone. */
export type Opened =
  | { readonly evaluation: Evaluation; readonly places: Places; readonly findings?: never }
  | { readonly evaluation?: never; readonly findings: readonly Finding[]; readonly places: Places };

/**
 * Opens a workbook or a document without calculating its formulas again; a cell that cannot be read
 * stops it.
 */
export async function openDocument(file: string, words: Words): Promise<Opened> {
  if (isDocument(file)) {
    const { document, findings } = parsed(await readText(file), file);
    return document
      ? { evaluation: evaluate(document), places: nowhere }
      : { findings, places: nowhere };
  }
  const { document, findings, places } = readWorkbook(
    await (await openWorkbook(file, words)).read(),
    all,
  );
  const blocking = findings.filter(({ severity }) => severity === "blocking");
  return document && blocking.length === 0
    ? { evaluation: evaluate(document), places }
    : { findings: blocking.length > 0 ? blocking : findings, places };
}

/** Writes a copy of the file with these result sheets in it; of a document, its workbook. */
export async function writeCopy(
  file: string,
  out: string,
  document: EvaluationDocument,
  pages: readonly Page[],
  words: Words,
): Promise<void> {
  if (isDocument(file)) await createWorkbook(out, [...writeWorkbook(document, words), ...pages]);
  else await (await openWorkbook(file, words, out)).writeResults(pages);
  complain(words.cli.wrote(out));
}

function isDocument(file: string): boolean {
  return extname(file).toLowerCase() === ".json";
}

/** Why `--out` cannot be written beside the file that is read, or nothing. */
export function badOut(file: string, out: string | undefined, words: Words): string | undefined {
  if (out === undefined) return undefined;
  if (resolve(file) === resolve(out)) return words.cli.outIsInput;
  // Which of the two a workbook's copy must be is known once the workbook has been opened.
  const isMacroCopy = !isDocument(file) && extname(out).toLowerCase() === ".xlsm";
  return isWorkbookName(out) || isMacroCopy ? undefined : words.cli.outNotXlsx;
}

/** Makes a command of something to run, with its failures told. */
export type Wrap = <Given extends unknown[]>(
  run: (...given: Given) => Promise<number>,
) => (...given: Given) => Promise<void>;
