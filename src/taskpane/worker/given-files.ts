/**
 * Files that the user gives the pane: a workbook, a document or a bundle, read as what they hold. It
 * keeps no file, and decides nothing about the case.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Bundle } from "../../app/verification-bundle";
import { readDocument } from "../../app/read-document";
import type { FormFile } from "../../app/check-forms";
import type { FileReading } from "../../app/read-case";
import { readCase } from "../../app/read-case";
import { Failure } from "../../host/failure";
import { utf8Text } from "../../host/file-bytes";
import { ironCalc } from "../../host/ironcalc";
import { parseJson } from "../../host/json";
import { openPackage } from "../../host/xlsx/package-check";
import { openParts } from "../../host/xlsx/read-workbook";
import type { GivenFile } from "../rpc-contract";
import { LooseWorkbook } from "../../host/xlsx/browser-workbook";
import { en } from "../../words/en/words";
import { sv } from "../../words/sv/words";

/** The languages that a file may be written in. */
export const all = [sv, en];

/** The second engine where there is no Excel: its code comes only when it is needed. */
export const calculator = ironCalc(async () => (await import("./engine-bytes")).engineBytes());

/** Whether a file name is that of a document or a bundle. */
export function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

function jsonIn(name: string, bytes: Uint8Array): unknown {
  return parseJson(utf8Text(bytes, name), name);
}

/** Reads a file that holds a case, or that is given to an act. */
export async function readFile(name: string, bytes: Uint8Array): Promise<FileReading> {
  return isJson(name)
    ? { name, json: jsonIn(name, bytes) }
    : { name, reading: await workbookIn(name, bytes).read() };
}

/**
 * Reads several files, of which one that cannot be opened does not stop the others.
 * @param tell the sentence of a failure
 */
export function readFiles(
  files: readonly GivenFile[],
  tell: (failure: Failure) => string,
): Promise<FileReading[]> {
  return Promise.all(
    files.map(({ name, bytes }) =>
      readFile(name, bytes).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        return { name, broken: tell(new Failure(error.code, { file: name, ...error.details })) };
      }),
    ),
  );
}

/** A given workbook, calculated by the second engine of files. */
export function workbookIn(name: string, bytes: Uint8Array): LooseWorkbook {
  return LooseWorkbook.ofBytes(name, bytes, calculator);
}

/**
 * Gives bidders' forms with every sheet, one by one; a file that is no workbook does not stop the
 * others. @returns a sentence for each that is none
 */
export async function readForms(
  files: readonly GivenFile[],
  take: (form: FormFile) => void,
  tell: (failure: Failure) => string,
): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { name, bytes } of files) {
    try {
      const { everySheet, hasMacros } = await openParts(openPackage(bytes));
      take({ name, bytes, sheets: everySheet(), hasMacros });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      broken.push(tell(new Failure(error.code, { file: name, ...error.details })));
    }
  }
  return broken;
}

/** @throws Failure where the file holds no document */
export async function documentIn(name: string, bytes: Uint8Array): Promise<EvaluationDocument> {
  if (isJson(name)) return jsonDocument(name, bytes).document;
  const { document } = readCase(await readFile(name, bytes), all);
  if (!document) throw new Failure("file-without-model", { file: name });
  return document;
}

/** @throws Failure where the text is neither a document nor a bundle with one */
export function jsonDocument(
  name: string,
  bytes: Uint8Array,
): { readonly document: EvaluationDocument; readonly bundle: Bundle | undefined } {
  const { document, bundle, findings, problems } = readDocument(jsonIn(name, bytes));
  if (document) return { document, bundle };
  if (problems)
    throw new Failure("json-no-document", {
      file: name,
      count: problems.length,
      path: problems[0]?.path.join(".") ?? "",
    });
  const [problem] = findings;
  throw new Failure(
    problem?.code === "bundle-newer" ? "json-bundle-newer" : "json-bundle-incomplete",
    { file: name, ...problem?.details },
  );
}
