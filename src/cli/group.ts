/**
 * The group's work from a terminal: how far it has come, what the journal says, and score sheets and
 * price files to hand out. It changes no file; the acts of the procurement are in ./acts.
 */
import { basename, dirname, extname, join } from "node:path";
import type { Command } from "commander";
import type { Wrap } from "./shared";
import { complain, exit, print, printJson, printFindings, refuse, usage } from "./shared";
import { finding } from "../core/finding";
import { pricesApart } from "../procedure/price-file";
import { openCase } from "./acts";
import { scoreSheetsOf, rejectedBids } from "../scoring/score-sheet";
import { history } from "../scoring/record-scores";
import { checkSections, eventText, scoreSections } from "../procedure/tables";
import { Failure } from "../host/failure";
import { createWorkbook, exists, writeText } from "../host/xlsx/file-workbook";
import { visibleLine } from "../content/visible-text";
import { sectionText } from "../render/terminal";
import { scoreSheetPages } from "../sheet/pages/score-sheet";
import { priceTables } from "../sheet/table-keys";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
type SheetOptions = {
  readonly evaluators?: true;
  readonly prices?: true;
  readonly to?: string;
  readonly json?: true;
};
type HistoryOptions = {
  readonly bid?: string;
  readonly criterion?: string;
  readonly evaluator?: string;
  readonly json?: true;
};

/** Adds the group's commands to the program. */
export function addGroup(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
  const text = words.cli.group;
  command("status <file>", text.status)
    .option("--json", words.cli.json)
    .action(
      wrapped((file: string, options: { readonly json?: true }) => status(file, options, words)),
    );
  command("history <file>", text.history)
    .option("--bid <id>", text.onlyBid)
    .option("--criterion <id>", text.onlyCriterion)
    .option("--evaluator <id>", text.onlyEvaluator)
    .option("--json", words.cli.json)
    .action(wrapped((file: string, options: HistoryOptions) => showHistory(file, options, words)));
  command("sheets <file>", text.sheets)
    .option("--evaluators", text.forEvaluators)
    .option("--prices", text.forPrices)
    .option("--to <folder>", text.toFolder)
    .option("--json", words.cli.json)
    .action(wrapped((file: string, options: SheetOptions) => makeSheets(file, options, words)));
}

async function status(
  file: string,
  options: { readonly json?: true },
  words: Words,
): Promise<number> {
  const its = await openCase(file, words);
  if (!its.document) return refuse(file, its, options, words);
  const sections = [...checkSections(its.evaluation, words), ...scoreSections(its.document, words)];
  if (options.json)
    printJson(
      sections.map(({ title, columns, rows }) => ({
        title,
        columns,
        rows: rows.map((row) =>
          row.map((entry) => (typeof entry === "string" ? entry : entry.exact.toDecimal(12))),
        ),
      })),
    );
  else {
    print(sections.map((section) => sectionText(section, words)).join("\n\n"));
    print("");
    printFindings(
      its.evaluation.findings.filter(
        ({ severity }) => severity === "open" || severity === "blocking",
      ),
      its.places,
      words,
      print,
    );
  }
  return exit.done;
}

async function showHistory(file: string, options: HistoryOptions, words: Words): Promise<number> {
  const its = await openCase(file, words);
  if (!its.document) return refuse(file, its, options, words);
  const { bid, criterion, evaluator } = options;
  const events = history(its.document, {
    ...(bid === undefined ? {} : { bid }),
    ...(criterion === undefined ? {} : { criterion }),
    ...(evaluator === undefined ? {} : { evaluator }),
  });
  if (options.json) printJson(events);
  else
    print(
      events.length === 0
        ? words.cli.group.noHistory
        : events
            .map((each) => {
              const { signed, what, change, why } = eventText(each, words);
              const known = each.priceKnown ? words.cli.group.priceKnown : "";
              const parts = [signed, what, change, why, known];
              return visibleLine(parts.filter((part) => part !== "").join("  "));
            })
            .join("\n"),
    );
  return exit.done;
}

async function makeSheets(file: string, options: SheetOptions, words: Words): Promise<number> {
  if (!options.evaluators && !options.prices) return usage(words.cli.group.chooseSheets, words);
  const its = await openCase(file, words);
  if (!its.document) return refuse(file, its, options, words);
  const { document, evaluation, written } = its;
  const folder = options.to ?? dirname(file);
  const base = basename(file, extname(file));
  const ballots = options.evaluators ? scoreSheetsOf(document, rejectedBids(evaluation)) : [];
  if (options.evaluators && ballots.length === 0)
    return refuse(
      file,
      { findings: [finding("no-panel", "blocking", "evaluators")], places: its.places },
      options,
      words,
    );
  const text = words.cli.group;
  const names = [
    ...ballots.map(({ evaluator }) => `${base}-${text.ballotName}-${evaluator}`),
    ...(options.prices ? [`${base}-${text.pricesName}`] : []),
  ].map((name) => join(folder, `${name}${options.json ? ".json" : ".xlsx"}`));
  const taken = names.find(exists);
  if (taken !== undefined) throw new Failure("file-exists", { file: taken });
  for (const [n, ballot] of ballots.entries()) {
    const name = names[n] ?? "";
    if (options.json) await writeText(name, `${JSON.stringify(ballot, null, 2)}\n`);
    else await createWorkbook(name, scoreSheetPages(ballot, document, written));
  }
  if (options.prices) {
    const apart = pricesApart(document);
    const name = names.at(-1) ?? "";
    if (options.json) await writeText(name, `${JSON.stringify(apart, null, 2)}\n`);
    else await createWorkbook(name, writeWorkbook(apart, written, priceTables));
  }
  for (const name of names) complain(words.cli.wrote(name));
  return exit.done;
}
