/**
 * The journey from a terminal. The only file that knows the command line, the clock and the exit
 * codes: 0 final or provisional, 1 blocked by findings, 2 usage or unreadable input, 3 our own
 * error. It sends nothing anywhere and logs nothing.
 */
import { Command, CommanderError } from "commander";
import * as z from "zod";
import { addActs } from "./acts";
import { addGroup } from "./group";
import { addLaboratory } from "./laboratory";
import { addExchange } from "./exchange";
import { addPapers } from "./papers";
import { addVerify } from "./verify";
import type { Wrap } from "./shared";
import {
  badOut,
  complain,
  exit,
  isWorkbookName,
  languages,
  locatedIn,
  open,
  parsed,
  print,
  printJson,
  printFindings,
  refuse,
  failureLine,
  usage,
  usageText,
  version,
} from "./shared";
import { documentSchema } from "../core/document/schema";
import { Failure } from "../host/failure";
import { createWorkbook, exists, readText } from "../host/xlsx/file-workbook";
import { requirementLint } from "../lab/requirement-lint";
import { findingResult } from "../report/result";
import { rankingTable } from "../render/terminal";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { sv } from "../words/sv/words";
import { failureText } from "../words/sentences";
import { nowhere } from "../sheet/locate";

type Options = {
  readonly json?: true;
  readonly by?: string;
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
};

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
    if (!(error instanceof CommanderError)) return failureLine(error, words);
    return error.exitCode === 0 ? exit.done : usage(usageText(error, words), words);
  }
}

function languageIn(args: readonly string[]): string {
  const at = args.findIndex((each) => each === "--lang" || each.startsWith("--lang="));
  return at < 0 ? "sv" : (args[at]?.split("=")[1] ?? args[at + 1] ?? "");
}

function commands(words: Words, wrapped: Wrap): Command {
  const text = words.cli;
  const titles: { readonly [title: string]: string } = text.help;
  const program = new Command("mervarde")
    .description(text.description)
    .usage(text.usageLine)
    .version(version, "-V, --version", text.showVersion)
    .option("--lang <sv|en>", text.lang)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined
          ? description
          : `${description} (${text.unsaid} ${String(defaultValue)})`,
    });
  const command = (name: string, description: string) =>
    program.command(name).description(description).option("--lang <sv|en>", text.lang);
  command("evaluate <file...>", text.evaluate)
    .option("--json", text.json)
    .option("--out <file.xlsx>", text.out)
    .option("--by <name>", text.group.by)
    .action(wrapped((files: string[], options: Options) => evaluateFiles(files, options, words)));
  command("check <file>", text.check)
    .option("--json", text.json)
    .action(wrapped((file: string, options: Options) => checkFile(file, options, words)));
  command("new <file.xlsx>", text.create)
    .requiredOption("--from <document.json>", text.from)
    .action(
      wrapped((file: string, options: Options) => createFile(file, options.from ?? "", words)),
    );
  addGroup(command, wrapped, words);
  addActs(command, wrapped, words);
  addVerify(command, wrapped, words);
  addPapers(command, wrapped, words);
  addExchange(command, wrapped, words);
  addLaboratory(command, wrapped, words);
  command("schema", text.schema).action(wrapped(() => Promise.resolve(printSchema())));
  for (const each of [program, ...program.commands])
    each
      .helpOption("-h, --help", text.showHelp)
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });
  return program;
}

async function guarded(run: () => Promise<number>, words: Words): Promise<number> {
  try {
    return await run();
  } catch (error) {
    return failureLine(error, words);
  }
}

async function evaluateFiles(
  files: readonly string[],
  options: Options,
  words: Words,
): Promise<number> {
  if (files.length > 1 && options.out !== undefined) return usage(words.cli.outNeedsOneFile, words);
  if (files.length > 1 && !options.json) return usage(words.cli.manyNeedJson, words);
  const [only] = files;
  const bad = only === undefined ? undefined : badOut(only, options.out, words);
  if (bad !== undefined) return usage(bad, words);
  if (only !== undefined && files.length === 1) return evaluateFile(only, options, words);
  let worst = exit.done;
  for (const file of files) worst = Math.max(worst, await evaluateLine(file, words));
  return worst;
}

async function evaluateFile(file: string, options: Options, words: Words): Promise<number> {
  const evaluated = await open(file, options.out, words, options.by);
  if (!evaluated.document) return refuse(file, evaluated, options, words);
  const { evaluation, result, places } = evaluated;
  if (options.json) printJson(result);
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
      printJson({ file, ...evaluated.result }, 0);
      return evaluated.evaluation.status === "blocked" ? exit.blocked : exit.done;
    }
    printJson(
      {
        file,
        error: {
          findings: evaluated.findings.map((each) =>
            findingResult(each, locatedIn(evaluated), words),
          ),
        },
      },
      0,
    );
    return exit.unreadable;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    printJson(
      {
        file,
        error: {
          code: error.code,
          message: failureText(error.code, { file, ...error.details }, words),
        },
      },
      0,
    );
    return exit.unreadable;
  }
}

async function checkFile(file: string, options: Options, words: Words): Promise<number> {
  const evaluated = await open(file, undefined, words);
  const findings = evaluated.document
    ? [...evaluated.evaluation.findings, ...requirementLint(evaluated.document)]
    : evaluated.findings;
  if (options.json)
    printJson(findings.map((each) => findingResult(each, locatedIn(evaluated), words)));
  else {
    print(
      findings.length === 0
        ? words.cli.nothingFound(file)
        : words.cli.counts(file, findings.length),
    );
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

function printSchema(): number {
  const title = { $id: "https://mervarde.example/schemas/mervarde-1.json", title: "mervarde/1" };
  printJson({ ...title, ...z.toJSONSchema(documentSchema) });
  return exit.done;
}

// Whoever reads only the first lines closes the pipe; that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exit.done);
});

void main(process.argv.slice(2)).then((code) => void (process.exitCode = code));
