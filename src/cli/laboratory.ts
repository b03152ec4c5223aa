/**
 * The laboratory from a terminal: simulate, whatif, sensitivity and model. It turns words on the
 * command line into questions and the answers into text; the questions themselves are put in lab/.
 */
import { join } from "node:path";
import type { Command } from "commander";
import type { Wrap } from "./shared";
import {
  all,
  badOut,
  complain,
  exit,
  openDocument,
  json,
  print,
  printJson,
  printFindings,
  refuse,
  usage,
  writeCopy,
} from "./shared";
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { eforms } from "../exchange/eforms";
import { readText, writeText } from "../host/xlsx/file-workbook";
import { runInThreads } from "../host/threads";
import type { Setup } from "../lab/random-draws";
import type { Range } from "../lab/simulation-wishes";
import { setUpSimulation } from "../lab/simulation-setup";
import { modelTest, robustness } from "../lab/laboratory";
import { lint } from "../lab/lint";
import { compareModelText } from "../lab/compare-model-text";
import { modelText } from "../lab/model-text";
import { readModelText } from "../lab/read-model-text";
import { modelSections, questionSection, worthSentences } from "../lab/model-tables";
import { robustnessSections, whatIfSections } from "../lab/robustness-tables";
import { modelNames, simulationSections } from "../lab/simulation-tables";
import type { Tally } from "../lab/simulate";
import { added, blocksOf, Simulator } from "../lab/simulate";
import type { Dispute, DisputedVerdict } from "../lab/whatif";
import { whatIf } from "../lab/whatif";
import { workedExample } from "../lab/worked-example";
import { sectionText } from "../render/terminal";
import type { Section } from "../content/table";
import type { Places } from "../sheet/locate";
import { chartedTablesPage } from "../sheet/pages/charted-tables";
import type { Words } from "../words/sv/words";
import { fingerprint } from "../journal/fingerprint";
import { nowhere } from "../sheet/locate";

type SimulateOptions = {
  readonly bids: string;
  readonly draws: string;
  readonly seed: string;
  readonly price?: string;
  readonly score?: readonly string[];
  readonly with?: readonly string[];
  readonly json?: true;
  readonly out?: string;
};
type WhatIfOptions = {
  readonly [kind in "set" | "raise" | "lower" | "strike" | "any" | "verdict"]?: readonly string[];
} & { readonly json?: true };
type ModelOptions = {
  readonly compare?: string;
  readonly eforms?: true;
  readonly to?: string;
  readonly json?: true;
};

/** Adds the laboratory's commands to the program. */
export function addLaboratory(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
  const text = words.cli;
  const many = (given: string, earlier: readonly string[] = []) => [...earlier, given];
  command("simulate <file>", text.simulate)
    .option("--draws <n>", text.draws, "10000")
    .option("--bids <n>", text.bids, "5")
    .option("--seed <n>", text.seed, "1")
    .option("--price <from..to>", text.price)
    .option("--score <id=from..to>", text.score, many)
    .option("--with <file>", text.with, many)
    .option("--json", text.json)
    .option("--out <file.xlsx>", text.outSimulation)
    .action(wrapped((file: string, options: SimulateOptions) => simulate(file, options, words)));
  command("whatif <file>", text.whatif)
    .option("--set <bid:criterion=value>", text.set, many)
    .option("--raise <bid:criterion>", text.raise, many)
    .option("--lower <bid:criterion>", text.lower, many)
    .option("--strike <[bid:]criterion>", text.strike, many)
    .option("--any <bid:criterion>", text.any, many)
    .option("--verdict <bid:requirement=met|not-met>", text.verdict, many)
    .option("--json", text.json)
    .action(wrapped((file: string, options: WhatIfOptions) => askWhatIf(file, options, words)));
  command("sensitivity <file>", text.sensitivity)
    .option("--json", text.json)
    .action(
      wrapped((file: string, options: { readonly json?: true }) =>
        sensitivity(file, options, words),
      ),
    );
  command("model <file>", text.model)
    .option("--compare <text>", text.compare)
    .option("--eforms", text.eforms)
    .option("--to <file>", text.toText)
    .option("--json", text.json)
    .action(wrapped((file: string, options: ModelOptions) => showModel(file, options, words)));
}

function printSections(sections: readonly Section[], words: Words): void {
  print(sections.map((section) => sectionText(section, words)).join("\n\n"));
}

/** A question that cannot be asked as it stands. */
function refuseQuestion(findings: readonly Finding[], places: Places, words: Words): number {
  printFindings(findings, places, words, complain);
  return exit.unreadable;
}

type Opening =
  { readonly evaluation: Evaluation; readonly places: Places } | { readonly refused: number };

async function opened(
  file: string,
  options: { readonly json?: true },
  words: Words,
): Promise<Opening> {
  const found = await openDocument(file, words);
  return found.evaluation ? found : { refused: refuse(file, found, options, words) };
}

async function simulate(file: string, options: SimulateOptions, words: Words): Promise<number> {
  const bad = badOut(file, options.out, words);
  if (bad !== undefined) return usage(bad, words);
  const whole = (["draws", "bids", "seed"] as const).find((key) => !/^\d{1,9}$/.test(options[key]));
  if (whole !== undefined || Number(options.draws) < 1)
    return usage(words.cli.notWhole(`--${whole ?? "draws"}`, options[whole ?? "draws"]), words);
  const given = options.score ?? [];
  const scores = given.map(scoreRange);
  const wrong = given.find((_, n) => scores[n] === undefined);
  if (wrong !== undefined) return usage(words.cli.badScore(wrong), words);
  const evaluations: Evaluation[] = [];
  let places = nowhere;
  for (const each of [file, ...(options.with ?? [])]) {
    const found = await opened(each, options, words);
    if ("refused" in found) return found.refused;
    evaluations.push(found.evaluation);
    if (evaluations.length === 1) places = found.places;
  }
  const [first, ...others] = evaluations as [Evaluation, ...Evaluation[]];
  const made = setUpSimulation(
    first,
    others.map(({ document }) => document),
    {
      draws: Number(options.draws),
      bids: Number(options.bids),
      seed: Number(options.seed),
      scores: Object.fromEntries(scores.filter((each) => each !== undefined)),
      ...(options.price === undefined ? {} : { price: rangeIn(options.price) }),
    },
  );
  if (!("slots" in made)) return refuseQuestion(made, places, words);
  const { tallies, stopped } = await counted(made, words);
  await tell(file, first, made, tallies, stopped, options, words);
  return stopped ? exit.stopped : exit.done;
}

function rangeIn(text: string): Range {
  const [from = "", to = from] = text.split("..");
  return { from: from.replace(",", "."), to: to.replace(",", ".") };
}

function scoreRange(text: string): [string, Range] | undefined {
  const [, id, range] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return id === undefined || range === undefined ? undefined : [id, rangeIn(range)];
}

/** Below this many draws, starting threads takes longer than they save. */
const worthThreads = 50_000;

/**
 * Runs the simulation on the machine's cores, with progress on a terminal; Ctrl-C ends it with what
 * has been counted.
 */
async function counted(
  setup: Setup,
  words: Words,
): Promise<{ tallies: readonly Tally[]; stopped: boolean }> {
  const run = { stopped: false };
  const stop = () => void (run.stopped = true);
  process.once("SIGINT", stop);
  let tallies: readonly Tally[] | undefined;
  const blocks = blocksOf(setup);
  const take = (answer: unknown, done: number) => {
    const counts = answer as readonly Tally[];
    tallies = tallies ? tallies.map((tally, n) => added(tally, counts[n] as Tally)) : counts;
    if (process.stderr.isTTY) process.stderr.write(`\r${progress(done / blocks, words)}`);
  };
  if (setup.draws >= worthThreads)
    await runInThreads({
      script: join(__dirname, "simulation-worker.cjs"),
      data: setup,
      tasks: blocks,
      onAnswer: take,
      isStopped: () => run.stopped,
    });
  else {
    const simulator = new Simulator(setup);
    for (let block = 0; block < blocks && !run.stopped; block += 1) {
      take(simulator.block(block), block + 1);
      await new Promise((resume) => setImmediate(resume));
    }
  }
  process.off("SIGINT", stop);
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  return { tallies: tallies ?? [], stopped: run.stopped };
}

function progress(part: number, words: Words): string {
  const filled = Math.floor(30 * part);
  return words.lab.simulation.progress(
    "█".repeat(filled) + "░".repeat(30 - filled),
    String(Math.floor(100 * part)),
  );
}

async function tell(
  file: string,
  evaluation: Evaluation,
  setup: Setup,
  tallies: readonly Tally[],
  stopped: boolean,
  options: SimulateOptions,
  words: Words,
): Promise<void> {
  const names = modelNames(setup.models, words);
  const test = modelTest(evaluation);
  const sections = [
    ...simulationSections(setup, tallies, names, words),
    ...modelSections(test.properties, test, words),
    questionSection(lint(evaluation.document, evaluation), words),
  ];
  if (options.json) {
    printJson({
      format: "mervarde-simulation/1",
      seed: setup.seed,
      draws: tallies[0]?.draws ?? 0,
      stopped,
      bids: setup.slots.map(({ id }) => id),
      models: tallies.map((tally, n) => ({
        name: names[n],
        criteria: setup.models[n]?.criteria.map(({ id }) => id),
        ...tally,
      })),
      rivals: test.rivals,
      fingerprint: fingerprint(evaluation.document),
    });
  } else printSections(sections, words);
  if (stopped) complain(words.cli.stopped);
  if (options.out !== undefined)
    await writeCopy(
      file,
      options.out,
      evaluation.document,
      [chartedTablesPage("model-test", sections, evaluation.document, words)],
      words,
    );
}

async function askWhatIf(file: string, options: WhatIfOptions, words: Words): Promise<number> {
  const asked = disputesIn(options, words);
  if (typeof asked === "string") return usage(asked, words);
  const found = await opened(file, options, words);
  if ("refused" in found) return found.refused;
  const outcome = whatIf(found.evaluation, asked);
  if (!("after" in outcome)) return refuseQuestion(outcome, found.places, words);
  if (options.json) {
    const shown = ({ bids, order }: Evaluation) => ({
      order,
      bids: bids.map(({ bid, standing, result, rank }) => ({
        id: bid.id,
        standing: standing.value,
        result: result.value,
        rank: rank.value,
      })),
    });
    printJson({
      format: "mervarde-whatif/1",
      changes: outcome.changes,
      before: shown(outcome.before),
      after: shown(outcome.after),
      canLead: outcome.canLead.map(({ bid, after }) => ({ bid, after: shown(after) })),
    });
  } else {
    printSections(whatIfSections(outcome, words), words);
    print(`\n${words.lab.robustness}`);
  }
  return exit.done;
}

/** @returns the disputes, or what is wrong with how one is written */
function disputesIn(options: WhatIfOptions, words: Words): readonly Dispute[] | string {
  const bad: string[] = [];
  const parts = (text: string, shape: RegExp): string[] => {
    const match = shape.exec(text);
    if (!match) bad.push(text);
    return (match ?? []).slice(1);
  };
  const disputes: Dispute[] = [
    ...(options.set ?? []).map((text): Dispute => {
      const [bid = "", criterion = "", value = ""] = parts(text, /^([^:=]+):([^:=]+)=(.+)$/);
      const known = Object.entries(words.answers).find(
        ([, word]) => word.toLowerCase() === value.toLowerCase(),
      )?.[0];
      return {
        kind: "set",
        bid,
        criterion,
        value: known === "yes" || known === "no" ? known : value.replace(",", "."),
      };
    }),
    ...(["raise", "lower", "any"] as const).flatMap((kind) =>
      (options[kind] ?? []).map((text): Dispute => {
        const [bid = "", criterion = ""] = parts(text, /^([^:=]+):([^:=]+)$/);
        return { kind, bid, criterion };
      }),
    ),
    ...(options.strike ?? []).map((text): Dispute => {
      const [bid, criterion = ""] = parts(text, /^(?:([^:=]+):)?([^:=]+)$/);
      return { kind: "strike", criterion, ...(bid === undefined ? {} : { bid }) };
    }),
    ...(options.verdict ?? []).map((text): Dispute => {
      const [bid = "", requirement = "", verdict = ""] = parts(
        text,
        /^([^:=]+):([^:=]+)=(met|not-met)$/,
      );
      return { kind: "verdict", bid, requirement, verdict: verdict as DisputedVerdict };
    }),
  ];
  if (bad[0] !== undefined) return words.cli.badDispute(bad[0]);
  return disputes.length === 0 ? words.cli.noDispute : disputes;
}

async function sensitivity(
  file: string,
  options: { readonly json?: true },
  words: Words,
): Promise<number> {
  const found = await opened(file, options, words);
  if ("refused" in found) return found.refused;
  const tests = robustness(found.evaluation);
  if (options.json)
    printJson({
      format: "mervarde-sensitivity/1",
      ...tests,
      fingerprint: fingerprint(found.evaluation.document),
    });
  else printSections(robustnessSections(found.evaluation, tests, words), words);
  return exit.done;
}

async function showModel(file: string, options: ModelOptions, words: Words): Promise<number> {
  const found = await opened(file, options, words);
  if ("refused" in found) return found.refused;
  const { document } = found.evaluation;
  const text = `${modelText(document, words)}\n${workedExample(document, words)}`;
  if (options.compare !== undefined)
    return compare(await readText(options.compare), document, words);
  if (options.eforms)
    return putJson(
      eforms(document, modelText(document, words), words.lab.weights.price),
      options.to,
      words,
    );
  if (options.to !== undefined) return put(text, options.to, words);
  const test = modelTest(found.evaluation);
  const findings = lint(document, found.evaluation);
  if (options.json) printJson({ format: "mervarde-model/1", ...test, findings, text });
  else {
    print(text);
    printSections(modelSections(test.properties, test, words), words);
    const sentences = worthSentences(test.properties, test.worths, words);
    if (sentences.length > 0) print(["", ...sentences].join("\n"));
    if (findings.length > 0) print("");
    printFindings(findings, found.places, words, print);
  }
  return findings.some(({ severity }) => severity === "blocking") ? exit.blocked : exit.done;
}

function putJson(value: unknown, to: string | undefined, words: Words): Promise<number> {
  if (to !== undefined) return put(json(value), to, words);
  printJson(value);
  return Promise.resolve(exit.done);
}

async function put(text: string, to: string | undefined, words: Words): Promise<number> {
  if (to === undefined) print(text);
  else {
    await writeText(to, text);
    complain(words.cli.wrote(to));
  }
  return exit.done;
}

/**
 * Whether a text from the procurement documents says what the model does, its worked example too.
 */
function compare(text: string, document: EvaluationDocument, words: Words): number {
  // In whichever language the text is written: the one in which most of it is read.
  const readings = [words, ...all.filter((each) => each !== words)].map((each) => ({
    language: each,
    read: readModelText(text, each),
  }));
  const [{ language, read } = { language: words, read: readModelText(text, words) }] =
    readings.sort((a, b) => b.read.facts.length - a.read.facts.length);
  const differences = compareModelText(read, document, language);
  for (const { line, text: said } of read.unread) complain(words.modelText.unread(line, said));
  for (const { place, text: theirs, model } of differences)
    print(words.modelText.differs(place, theirs, model));
  const lines = (of: string) =>
    of
      .split(/\r?\n/)
      .map((line) => line.replace(/[\s\u00a0\u202f]+/g, " ").trim())
      .filter(Boolean)
      .join("\n");
  const example = lines(text).split(`\n${language.modelText.example}\n`)[1];
  const isOld =
    example !== undefined && !lines(workedExample(document, language)).endsWith(example);
  if (isOld) print(words.modelText.exampleDiffers);
  if (differences.length === 0 && !isOld) print(words.modelText.agrees);
  return differences.length === 0 && !isOld ? exit.done : exit.blocked;
}
