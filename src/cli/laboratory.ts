/**
 * The laboratory from a terminal: `simulate`, `whatif`, `sensitivity` and `model`. It adds their
 * commands; the questions themselves are put in lab/.
 */
import { robustness } from "../lab/laboratory";
import { robustnessSections } from "../lab/robustness-tables";
import { fingerprint } from "../journal/fingerprint";
import type { Words } from "../words/sv/words";
import { withEvaluatedOnce } from "./files";
import type { ModelOptions } from "./model";
import { showModel } from "./model";
import type { Registration } from "./program";
import { exit } from "./program";
import type { SimulateOptions } from "./simulate";
import { simulate } from "./simulate";
import { printJson, printSections } from "./terminal";
import type { WhatIfOptions } from "./what-if";
import { askWhatIf } from "./what-if";

/** Adds the laboratory's commands to the program. */
export function addLaboratory({ command, guard, words }: Registration): void {
  const text = words.cli;
  const many = (given: string, earlier: readonly string[] = []) => [...earlier, given];
  command("simulate <file>", text.simulate)
    .option("--authority <id>", words.contracts.option)
    .option("--draws <n>", text.draws, "10000")
    .option("--bids <n>", text.bids, "5")
    .option("--seed <n>", text.seed, "1")
    .option("--price <from..to>", text.price)
    .option("--score <id=from..to>", text.score, many)
    .option("--with <file>", text.with, many)
    .option("--json", text.json)
    .option("--out <file.xlsx>", text.outSimulation)
    .action(guard((file: string, options: SimulateOptions) => simulate(file, options, words)));
  command("whatif <file>", text.whatif)
    .option("--authority <id>", words.contracts.option)
    .option("--set <bid:criterion=value>", text.set, many)
    .option("--raise <bid:criterion>", text.raise, many)
    .option("--lower <bid:criterion>", text.lower, many)
    .option("--strike <[bid:]criterion>", text.strike, many)
    .option("--any <bid:criterion>", text.any, many)
    .option("--verdict <bid:requirement=met|not-met>", text.verdict, many)
    .option("--json", text.json)
    .action(guard((file: string, options: WhatIfOptions) => askWhatIf(file, options, words)));
  command("sensitivity <file>", text.sensitivity)
    .option("--authority <id>", words.contracts.option)
    .option("--json", text.json)
    .action(
      guard((file: string, options: SensitivityOptions) => showSensitivity(file, options, words)),
    );
  command("model <file>", text.model)
    .option("--compare <text>", text.compare)
    .option("--eforms", text.eforms)
    .option("--to <file>", text.toText)
    .option("--json", text.json)
    .action(guard((file: string, options: ModelOptions) => showModel(file, options, words)));
}

type SensitivityOptions = { readonly json?: true; readonly authority?: string };

function showSensitivity(file: string, options: SensitivityOptions, words: Words): Promise<number> {
  return withEvaluatedOnce(file, options, words, ({ evaluation }) => {
    const tests = robustness(evaluation);
    if (options.json)
      printJson({
        format: "mervarde-sensitivity/1",
        ...tests,
        fingerprint: fingerprint(evaluation.document),
      });
    else printSections(robustnessSections(evaluation, tests, words), words);
    return exit.done;
  });
}
