/**
 * Files as the command line opens and writes them: a workbook or a document, evaluated or only read.
 * It picks the host. It prints only that a file may be open in Excel or has been written.
 */
import wasmFile from "@ironcalc/wasm/wasm_bg.wasm";
import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { extname, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Unreadable } from "../app/assess";
import type { Evaluated } from "../app/evaluate-workbook";
import { evaluateWorkbook } from "../app/evaluate-workbook";
import type { FileReading } from "../app/read-case";
import { readCase, withoutFaults } from "../app/read-case";
import type { ReadDocument } from "../app/read-document";
import { readDocument } from "../app/read-document";
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { Failure } from "../host/failure";
import { ironCalc } from "../host/ironcalc";
import { parseJson } from "../host/json";
import { MemoryWorkbook } from "../host/memory-workbook";
import { exists, readBytes, readText, seemsOpen } from "../host/disk-files";
import { createWorkbook, FileWorkbook } from "../host/xlsx/file-workbook";
import type { Places } from "../sheet/locate";
import { nowhere } from "../sheet/locate";
import type { Page } from "../sheet/workbook";
import { writeWorkbook } from "../sheet/write";
import { contractCase } from "../app/contract-case";
import type { Words } from "../words/sv/words";
import { all, program } from "./program";
import { complain, refuse, refuseUsage } from "./terminal";

/** From so many cells on, an optimised second engine is worth the time that it takes to optimise. */
const manyCells = 50_000;

/**
 * IronCalc mostly runs once and briefly, and V8 then compiles it the quick way only: optimising it in
 * the background takes half a second that the process would have to wait for at its end.
 */
export const calculator = ironCalc((cells) => {
  if (cells < manyCells) setFlagsFromString("--liftoff-only");
  return readFile(resolve(__dirname, wasmFile));
});

/** Accounts that no person is: what they do has no name in a journal. */
const impersonal: ReadonlySet<string> = new Set([
  "root",
  "admin",
  "administrator",
  "guest",
  "nobody",
  "node",
  "runner",
  "user",
]);

function isPerson(name: string): boolean {
  return name !== "" && !impersonal.has(name.toLowerCase());
}

/** Who is logged in; undefined where the computer does not know, or it is no person. */
export function loggedInPerson(): string | undefined {
  try {
    const { username } = userInfo();
    return isPerson(username) ? username : undefined;
  } catch {
    return undefined;
  }
}

/** @throws Failure where no person is named as who acts, and none is logged in */
export function actorNamed(by: string | undefined): string {
  const name = by?.trim() ?? loggedInPerson() ?? "";
  if (!isPerson(name)) throw new Failure("user-unknown", {});
  return name;
}

/** Whether a file name is a document's; any other is a workbook's. */
export function isJson(file: string): boolean {
  return extname(file).toLowerCase() === ".json";
}

/** Whether a name is one a new workbook may have. */
export function isWorkbookName(file: string): boolean {
  return extname(file).toLowerCase() === ".xlsx";
}

/**
 * Opens and evaluates a workbook or a document.
 * @param out the workbook to write the result sheets in, where they are to be written
 * @param by who evaluates, for the journal; the user that is logged in where left out
 */
export async function openEvaluated(
  file: string,
  words: Words,
  { out, by }: { readonly out?: string | undefined; readonly by?: string | undefined } = {},
): Promise<Evaluated | Unreadable> {
  const circumstances = {
    version: program,
    time: new Date().toISOString(),
    words,
    all,
    calculator,
    who: () => by ?? loggedInPerson() ?? words.cli.group.unnamed,
    hasInputSheets: !isJson(file) || out !== undefined,
    getsResultSheets: out !== undefined,
  };
  if (isJson(file)) {
    const { document, findings } = await readDocumentFile(file);
    if (!document) return { findings, places: nowhere };
    const pages = writeWorkbook(document, words);
    const evaluated = await evaluateWorkbook(new MemoryWorkbook(pages), circumstances);
    if (evaluated.document && out !== undefined)
      await createWorkbook(
        out,
        [...writeWorkbook(evaluated.document, words), ...evaluated.pages],
        "replaced",
      );
    return circumstances.hasInputSheets ? evaluated : { ...evaluated, places: nowhere };
  }
  const workbook = await openWorkbook(file, words, out);
  const evaluated = await evaluateWorkbook(workbook, circumstances);
  if (evaluated.document && out !== undefined)
    await workbook.writeResults(evaluated.pages, evaluated.amendment);
  return evaluated;
}

/** Which of several contracts a command is about; none where the contract is common. */
type Chosen = { readonly json?: true; readonly authority?: string };

/** Opens and evaluates a file, and works with the whole of it, however many contracts there are. */
export async function withWhole(
  file: string,
  options: { readonly json?: true },
  words: Words,
  work: (evaluated: Evaluated) => number | Promise<number>,
): Promise<number> {
  const evaluated = await openEvaluated(file, words);
  return evaluated.document ? work(evaluated) : refuse(file, evaluated, options, words);
}

/**
 * Opens and evaluates a file, and works with it, or with the chosen one of its separate contracts; a
 * file that cannot be read is refused.
 */
export async function withEvaluated(
  file: string,
  options: Chosen,
  words: Words,
  work: (evaluated: Evaluated) => number | Promise<number>,
): Promise<number> {
  return withWhole(file, options, words, (evaluated) => {
    const chosen = contractCase(evaluated, options.authority, words);
    return typeof chosen === "string" ? refuseUsage(chosen, words) : work(chosen);
  });
}

/** @throws Failure where the file is missing or is no workbook */
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

/** Reads a file that holds a case, or that is given to an act. */
export async function readFileNamed(name: string, words: Words): Promise<FileReading> {
  return isJson(name)
    ? { name, json: parseJson(await readText(name), name) }
    : { name, reading: await (await openWorkbook(name, words)).read() };
}

/** Reads a file as it is, for an act that takes neither a workbook nor JSON. */
export async function readBytesNamed(
  name: string,
): Promise<FileReading & { readonly bytes: Uint8Array }> {
  return { name, bytes: await readBytes(name) };
}

/** The document in a JSON file, or everything that is wrong with it. */
export async function readDocumentFile(file: string): Promise<ReadDocument> {
  return readDocument(parseJson(await readText(file), file));
}

/** A case evaluated once, by the engine alone. */
export type EvaluatedOnce = { readonly evaluation: Evaluation; readonly places: Places };

/** Opens a case without calculating its formulas again; a cell that cannot be read stops it. */
export async function openOnce(
  file: string,
  words: Words,
): Promise<
  (EvaluatedOnce & { readonly findings?: never }) | (Unreadable & { evaluation?: never })
> {
  const { document, findings, places } = withoutFaults(
    readCase(await readFileNamed(file, words), all),
  );
  return document ? { evaluation: evaluate(document), places } : { findings, places };
}

/** Opens a case in the same way, and works with the whole of it, however many contracts there are. */
export async function withWholeOnce(
  file: string,
  options: { readonly json?: true },
  words: Words,
  work: (evaluated: EvaluatedOnce) => number | Promise<number>,
): Promise<number> {
  const opened = await openOnce(file, words);
  return opened.evaluation ? work(opened) : refuse(file, opened, options, words);
}

/**
 * Opens a case in the same way, and works with it, or with the chosen one of its separate contracts; a
 * file that cannot be read is refused.
 */
export async function withEvaluatedOnce(
  file: string,
  options: Chosen,
  words: Words,
  work: (evaluated: EvaluatedOnce) => number | Promise<number>,
): Promise<number> {
  return withWholeOnce(file, options, words, (opened) => {
    const chosen = contractCase(opened, options.authority, words);
    return typeof chosen === "string" ? refuseUsage(chosen, words) : work(chosen);
  });
}

/** Writes a copy of the file with these result sheets in it; of a document, its workbook. */
export async function writeCopy(
  { file, out }: { readonly file: string; readonly out: string },
  document: EvaluationDocument,
  pages: readonly Page[],
  words: Words,
): Promise<void> {
  if (isJson(file))
    await createWorkbook(out, [...writeWorkbook(document, words), ...pages], "replaced");
  else await (await openWorkbook(file, words, out)).writeResults(pages);
  complain(words.cli.wrote(out));
}

/** Why `--out` cannot be written beside the file that is read; undefined where it can. */
export function badOut(file: string, out: string | undefined, words: Words): string | undefined {
  if (out === undefined) return undefined;
  if (resolve(file) === resolve(out)) return words.cli.outIsInput;
  // Which of the two a workbook's copy must be is known once the workbook has been opened.
  const isMacroCopy = !isJson(file) && extname(out).toLowerCase() === ".xlsm";
  return isWorkbookName(out) || isMacroCopy ? undefined : words.cli.outNotXlsx;
}
