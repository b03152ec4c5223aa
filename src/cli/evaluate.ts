/**
 * Cases evaluated, checked and begun from a terminal: `evaluate`, `check` and `new`. It prints what
 * the engine says and computes nothing.
 */
import { Failure } from "../host/failure";
import { templateNames } from "../app/templates/models";
import { templateDocument } from "../app/templates/template-document";
import { exists } from "../host/disk-files";
import { createWorkbook } from "../host/xlsx/file-workbook";
import { requirementLint } from "../lab/requirement-lint";
import { visibleLine } from "../content/visible-text";
import { milestoneLine } from "../procedure/milestone-line";
import { rankingTable } from "../render/terminal";
import { findingResult } from "../report/result";
import { nowhere } from "../sheet/locate";
import { writeWorkbook } from "../sheet/write";
import { failureText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import { badOut, isWorkbookName, openEvaluated, readDocumentFile } from "./files";
import type { Registration } from "./program";
import { exit } from "./program";
import {
  complain,
  locatedIn,
  print,
  printFindingGroups,
  printJson,
  refusalJson,
  refuse,
  refuseUsage,
} from "./terminal";

type Options = {
  readonly json?: true;
  readonly by?: string;
  readonly out?: string;
  readonly from?: string;
  readonly template?: string;
  readonly all?: true;
};

/** Adds the commands to the program. */
export function addEvaluation({ command, guard, words }: Registration): void {
  const text = words.cli;
  command("evaluate <file...>", text.evaluate)
    .option("--json", text.json)
    .option("--all", text.all)
    .option("--out <file.xlsx>", text.out)
    .option("--by <name>", text.group.by)
    .action(guard((files: string[], options: Options) => evaluateFiles(files, options, words)));
  command("check <file>", text.check)
    .option("--json", text.json)
    .option("--all", text.all)
    .action(guard((file: string, options: Options) => checkFile(file, options, words)));
  command("new <file.xlsx>", text.create)
    .option("--from <document.json>", text.from)
    .option("--template <name>", words.pane.library.templateOption)
    .action(guard((file: string, options: Options) => createFile(file, options, words)));
}

async function evaluateFiles(
  files: readonly string[],
  options: Options,
  words: Words,
): Promise<number> {
  if (files.length > 1 && options.out !== undefined)
    return refuseUsage(words.cli.outNeedsOneFile, words);
  if (files.length > 1 && !options.json) return refuseUsage(words.cli.manyNeedJson, words);
  const [only] = files;
  const bad = only === undefined ? undefined : badOut(only, options.out, words);
  if (bad !== undefined) return refuseUsage(bad, words);
  if (only !== undefined && files.length === 1) return evaluateOne(only, options, words);
  let worst = exit.done;
  for (const file of files) worst = Math.max(worst, await evaluateToLine(file, words));
  return worst;
}

async function evaluateOne(file: string, options: Options, words: Words): Promise<number> {
  const evaluated = await openEvaluated(file, words, options);
  if (!evaluated.document) return refuse(file, evaluated, options, words);
  const { evaluation, result, places } = evaluated;
  const isWhole = options.all === true;
  if (options.json) printJson(result);
  else {
    print(rankingTable(evaluation, result, words));
    print(visibleLine(milestoneLine(evaluation, words)));
    printFindingGroups(evaluation.findings, { places, isWhole }, words, print);
  }
  if (options.out !== undefined) complain(words.cli.wrote(options.out));
  return evaluation.status === "blocked" ? exit.blocked : exit.done;
}

/** Evaluates one of many files: prints its result or its error on one line, and goes on. */
async function evaluateToLine(file: string, words: Words): Promise<number> {
  try {
    const evaluated = await openEvaluated(file, words);
    if (evaluated.document) {
      printJson({ file, ...evaluated.result }, 0);
      return evaluated.evaluation.status === "blocked" ? exit.blocked : exit.done;
    }
    printJson({ file, error: refusalJson(evaluated, words) }, 0);
    return exit.unreadable;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const message = failureText(error.code, { file, ...error.details }, words);
    printJson({ file, error: { code: error.code, message } }, 0);
    return exit.unreadable;
  }
}

async function checkFile(file: string, options: Options, words: Words): Promise<number> {
  const evaluated = await openEvaluated(file, words);
  const findings = evaluated.document
    ? [...evaluated.evaluation.findings, ...requirementLint(evaluated.document)]
    : evaluated.findings;
  if (options.json)
    printJson(findings.map((finding) => findingResult(finding, locatedIn(evaluated), words)));
  else {
    print(
      findings.length === 0
        ? words.cli.nothingFound(file)
        : words.cli.counts(file, findings.length),
    );
    const isWhole = options.all === true;
    printFindingGroups(findings, { places: evaluated.places, isWhole }, words, print);
  }
  if (!evaluated.document) return exit.unreadable;
  return evaluated.evaluation.status === "blocked" ? exit.blocked : exit.done;
}

/** Makes a new workbook of a document, or of a model of the library with its example. */
async function createFile(
  file: string,
  { from, template }: Options,
  words: Words,
): Promise<number> {
  if (!isWorkbookName(file)) return refuseUsage(words.cli.outNotXlsx, words);
  if ((from === undefined) === (template === undefined))
    return refuseUsage(words.pane.library.oneOrigin, words);
  if (exists(file)) throw new Failure("file-exists", { file });
  if (from === undefined) return createFromTemplate(file, template ?? "", words);
  const { document, findings } = await readDocumentFile(from);
  if (!document) return refuse(from, { findings, places: nowhere }, {}, words);
  await createWorkbook(file, writeWorkbook(document, words));
  complain(words.cli.wrote(file));
  return exit.done;
}

async function createFromTemplate(file: string, name: string, words: Words): Promise<number> {
  const known = templateNames.find((each) => each === name);
  if (!known)
    return refuseUsage(words.pane.library.badTemplate(name, templateNames.join(", ")), words);
  await createWorkbook(file, writeWorkbook(templateDocument(known, words), words));
  complain(words.cli.wrote(file));
  return exit.done;
}
