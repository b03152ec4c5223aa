/**
 * `simulate`: drawn bids counted from a terminal. It turns options into the wishes of a simulation
 * and counts into tables; what is drawn and counted is decided in lab/.
 */
import { join } from "node:path";
import type { Section } from "../content/table";
import type { Authority } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { runInThreads } from "../host/threads";
import { fingerprint } from "../journal/fingerprint";
import type { ModelTest } from "../lab/laboratory";
import { modelTest } from "../lab/laboratory";
import { lint } from "../lab/lint";
import { modelSections, questionSection } from "../lab/model-tables";
import type { Setup } from "../lab/random-draws";
import { blocksOf, Simulator } from "../lab/simulate";
import { setUpSimulation } from "../lab/simulation-setup";
import { modelColumns, modelNames, simulationSections } from "../lab/simulation-tables";
import type { Range, Wishes } from "../lab/simulation-wishes";
import type { Tally } from "../lab/tally";
import { added } from "../lab/tally";
import { chartedTablesPage } from "../sheet/pages/charted-tables";
import type { Words } from "../words/sv/words";
import type { EvaluatedOnce } from "./files";
import type { ContractCase } from "../app/contract-case";
import { contractCase, everyContractCase } from "../app/contract-case";
import { badOut, openOnce, writeCopy } from "./files";
import { exit } from "./program";
import {
  complain,
  printJson,
  printSections,
  refuse,
  refuseQuestion,
  refuseUsage,
} from "./terminal";

export type SimulateOptions = {
  readonly bids: string;
  readonly draws: string;
  readonly seed: string;
  readonly price?: string;
  readonly score?: readonly string[];
  readonly with?: readonly string[];
  readonly json?: true;
  readonly authority?: string;
  readonly out?: string;
};

/** The counts of each model; `stopped` where Ctrl-C ended the run before its last draw. */
type Count = { readonly tallies: readonly Tally[]; readonly stopped: boolean };

export async function simulate(
  file: string,
  options: SimulateOptions,
  words: Words,
): Promise<number> {
  const bad = badOut(file, options.out, words);
  if (bad !== undefined) return refuseUsage(bad, words);
  const wishes = wishesIn(options, words);
  if (typeof wishes === "string") return refuseUsage(wishes, words);
  const cases: ContractCase<EvaluatedOnce>[][] = [];
  for (const name of [file, ...(options.with ?? [])]) {
    const opened = await openOnce(name, words);
    if (!opened.evaluation) return refuse(name, opened, options, words);
    const chosen = chosenContracts(opened, options, words);
    if (typeof chosen === "string") return refuseUsage(chosen, words);
    cases.push(chosen);
  }
  const simulated: Simulated[] = [];
  for (const [n, { own, authority }] of (cases[0] ?? []).entries()) {
    const { evaluation, places } = own;
    const others = cases.slice(1).flatMap((each) => each[n]?.own.evaluation.document ?? []);
    const setup = setUpSimulation(evaluation, others, wishes);
    if (!("slots" in setup)) return refuseQuestion(setup, places, words);
    const count = await countDraws(setup, words);
    simulated.push({
      evaluation,
      setup,
      count,
      test: modelTest(evaluation),
      ...(authority && { authority }),
    });
    if (count.stopped) break;
  }
  return tell(simulated, file, options, words);
}

/** The chosen contract, or all of them where none was chosen and no other model is beside. */
function chosenContracts(
  opened: EvaluatedOnce,
  options: SimulateOptions,
  words: Words,
): ContractCase<EvaluatedOnce>[] | string {
  if (options.authority === undefined && options.with === undefined)
    return everyContractCase(opened);
  const chosen = contractCase<EvaluatedOnce>(opened, options.authority, words);
  return typeof chosen === "string" ? chosen : [{ suffix: "", own: chosen }];
}

async function tell(
  simulated: readonly Simulated[],
  file: string,
  options: SimulateOptions,
  words: Words,
): Promise<number> {
  const sections = simulationTables(simulated, words);
  const isStopped = simulated.some(({ count }) => count.stopped);
  const [first, ...rest] = simulated;
  if (!options.json) printSections(sections, words);
  else if (first && rest.length === 0) printJson(simulationJson(first, words));
  else printJson(contractsJson(simulated, words));
  if (isStopped) complain(words.cli.stopped);
  if (options.out !== undefined && first) {
    const { document } = first.evaluation;
    const page = chartedTablesPage("model-test", sections, { document, words });
    await writeCopy({ file, out: options.out }, document, [page], words);
  }
  return isStopped ? exit.stopped : exit.done;
}

/** @returns what is asked for, or what is wrong with how an option is written */
function wishesIn(options: SimulateOptions, words: Words): Wishes | string {
  const bad = (["draws", "bids", "seed"] as const).find((key) => !/^\d{1,9}$/.test(options[key]));
  if (bad !== undefined || Number(options.draws) < 1)
    return words.cli.notWhole(`--${bad ?? "draws"}`, options[bad ?? "draws"]);
  const scores: { [criterion: string]: Range } = {};
  for (const text of options.score ?? []) {
    const [, criterion, range] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (criterion === undefined || range === undefined) return words.cli.badScore(text);
    scores[criterion] = rangeIn(range);
  }
  const price = options.price === undefined ? {} : { price: rangeIn(options.price) };
  return {
    draws: Number(options.draws),
    bids: Number(options.bids),
    seed: Number(options.seed),
    scores,
    ...price,
  };
}

/** @param text a range as "from..to", or one value; decimal point or comma */
function rangeIn(text: string): Range {
  const [from = "", to = from] = text.split("..");
  return { from: from.replace(",", "."), to: to.replace(",", ".") };
}

/** Below this many draws, starting threads takes longer than they save. */
const worthThreads = 50_000;

/**
 * Runs the simulation on the machine's cores, with progress on a terminal; Ctrl-C ends it with the
 * draws that have been counted.
 */
async function countDraws(setup: Setup, words: Words): Promise<Count> {
  const run = { stopped: false };
  const stop = () => void (run.stopped = true);
  process.once("SIGINT", stop);
  let tallies: readonly Tally[] | undefined;
  const blocks = blocksOf(setup);
  const take = (answer: unknown, done: number) => {
    const counts = answer as readonly Tally[];
    tallies = tallies ? tallies.map((tally, n) => added(tally, counts[n] as Tally)) : counts;
    if (process.stderr.isTTY) process.stderr.write(`\r${progressBar(done / blocks, words)}`);
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

function progressBar(part: number, words: Words): string {
  const filled = Math.floor(30 * part);
  return words.lab.simulation.progress(
    "█".repeat(filled) + "░".repeat(30 - filled),
    String(Math.floor(100 * part)),
  );
}

type Simulated = {
  readonly evaluation: Evaluation;
  readonly setup: Setup;
  readonly count: Count;
  readonly test: ModelTest;
  /** Whose contract it is, where each authority has its own. */
  readonly authority?: Authority;
};

/** Models, or separate contracts, side by side; what is said of the model is said once. */
function simulationTables(simulated: readonly Simulated[], words: Words): Section[] {
  const [first] = simulated;
  if (!first) return [];
  const columns = simulated.flatMap(({ authority, setup, count }) =>
    modelColumns(setup, count.tallies, words).map((column) => ({
      ...column,
      name: authority?.name ?? column.name,
    })),
  );
  return [
    ...simulationSections(columns, words),
    ...modelSections(first.test.properties, first.test, words),
    questionSection(lint(first.evaluation.document, first.evaluation), words),
  ];
}

function simulationJson({ evaluation, setup, count, test }: Simulated, words: Words): object {
  const { tallies, stopped } = count;
  const names = modelNames(setup.models, words);
  return {
    format: "mervarde-simulation/1",
    seed: setup.seed,
    draws: tallies[0]?.draws ?? 0,
    stopped,
    drawnPrice: "total",
    bids: setup.slots.map(({ id }) => id),
    models: tallies.map((tally, n) => ({
      name: names[n],
      criteria: setup.models[n]?.criteria.map(({ id }) => id),
      ...tally,
    })),
    rivals: test.rivals,
    fingerprint: fingerprint(evaluation.document),
  };
}

function contractsJson(simulated: readonly Simulated[], words: Words): object {
  return {
    format: "mervarde-simulation/1",
    contracts: simulated.map((each) => ({
      authority: each.authority?.id,
      ...simulationJson(each, words),
    })),
  };
}
