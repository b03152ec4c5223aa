/**
 * The group's work from a terminal: `status`, `history`, and `sheets` for score sheets and price
 * files. It changes no file; the acts of the procurement are in ./acts.
 */
import { journalReader } from "../app/event-lines";
import { basename, dirname, extname, join } from "node:path";
import type { Registration } from "./program";
import { exit } from "./program";
import {
  complain,
  print,
  printFindings,
  printJson,
  printSections,
  refuse,
  refuseUsage,
} from "./terminal";
import { withoutUnread } from "../core/document/unread-events";
import { finding } from "../core/finding";
import { pricesApart } from "../procedure/price-file";
import { anchoringOf, anchoringSection, missingAnchors } from "../procedure/anchoring";
import { openCase } from "./acts";
import { scoreSheetsOf, rejectedBids } from "../scoring/score-sheet";
import { evaluatorFileNames } from "../scoring/evaluator-files";
import { history } from "../scoring/record-scores";
import { checkSections } from "../procedure/check-tables";
import { eventText } from "../procedure/event-text";
import { milestoneLine } from "../procedure/milestone-line";
import { scoreSections } from "../procedure/score-tables";
import { Failure } from "../host/failure";
import { exists, writeText } from "../host/disk-files";
import { createWorkbook } from "../host/xlsx/file-workbook";
import { visibleLine } from "../content/visible-text";
import { scoreSheetPages } from "../sheet/pages/score-sheet";
import { priceTables } from "../sheet/table-keys";
import type { Page } from "../sheet/workbook";
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
export function addGroup({ command, guard, words }: Registration): void {
  const text = words.cli.group;
  command("status <file>", text.status)
    .option("--json", words.cli.json)
    .action(
      guard((file: string, options: { readonly json?: true }) => showStatus(file, options, words)),
    );
  command("history <file>", text.history)
    .option("--bid <id>", text.onlyBid)
    .option("--criterion <id>", text.onlyCriterion)
    .option("--evaluator <id>", text.onlyEvaluator)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: HistoryOptions) => showHistory(file, options, words)));
  command("sheets <file>", text.sheets)
    .option("--evaluators", text.forEvaluators)
    .option("--prices", text.forPrices)
    .option("--to <folder>", text.toFolder)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: SheetOptions) => makeSheets(file, options, words)));
}

async function showStatus(
  file: string,
  options: { readonly json?: true },
  words: Words,
): Promise<number> {
  const opened = await openCase(file, words);
  if (!opened.document) return refuse(file, opened, options, words);
  const anchoring = anchoringSection(opened.document, words);
  const sections = [
    ...checkSections(opened.evaluation, words),
    ...scoreSections(opened.document, words),
    ...(anchoring ? [anchoring] : []),
  ];
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
    print(visibleLine(milestoneLine(opened.evaluation, words)));
    print("");
    printSections(sections, words);
    print("");
    printFindings(
      [
        ...opened.evaluation.findings.filter(
          ({ severity }) => severity === "open" || severity === "blocking",
        ),
        ...missingAnchors(anchoringOf(opened.document)),
      ],
      opened.places,
      words,
      print,
    );
  }
  return exit.done;
}

async function showHistory(file: string, options: HistoryOptions, words: Words): Promise<number> {
  const opened = await openCase(file, words);
  if (!opened.document) return refuse(file, opened, options, words);
  const { bid, criterion, evaluator } = options;
  const events = history(opened.document, {
    ...(bid === undefined ? {} : { bid }),
    ...(criterion === undefined ? {} : { criterion }),
    ...(evaluator === undefined ? {} : { evaluator }),
  });
  const reader = journalReader(opened.document, words);
  const { document } = opened;
  if (options.json) printJson(events.map((event) => withoutUnread(event, document)));
  else
    print(
      events.length === 0
        ? words.cli.group.noHistory
        : events
            .map((event) => {
              const { signed, what, change, why } = eventText(event, reader);
              const known = event.priceKnown ? words.cli.group.priceKnown : "";
              const parts = [signed, what, change, why, known];
              return visibleLine(parts.filter((part) => part !== "").join("  "));
            })
            .join("\n"),
    );
  return exit.done;
}

async function makeSheets(file: string, options: SheetOptions, words: Words): Promise<number> {
  if (!options.evaluators && !options.prices)
    return refuseUsage(words.cli.group.chooseSheets, words);
  const opened = await openCase(file, words);
  if (!opened.document) return refuse(file, opened, options, words);
  const { document, evaluation, written } = opened;
  const sheets = options.evaluators ? scoreSheetsOf(document, rejectedBids(evaluation)) : [];
  if (options.evaluators && sheets.length === 0) {
    const findings = [finding("no-panel", "blocking", "evaluators")];
    return refuse(file, { findings, places: opened.places }, options, words);
  }
  const text = words.cli.group;
  const apart = pricesApart(document);
  const names = evaluatorFileNames(document.evaluators);
  const files: MadeFile[] = [
    ...sheets.map((sheet) => ({
      name: fileName(file, `${text.scoreSheetName}-${names.get(sheet.evaluator) ?? ""}`, options),
      content: sheet,
      pages: () => scoreSheetPages(sheet, document, written),
    })),
    ...(options.prices
      ? [
          {
            name: fileName(file, text.pricesName, options),
            content: apart,
            pages: () => writeWorkbook(apart, written, priceTables),
          },
        ]
      : []),
  ];
  const taken = files.find(({ name }) => exists(name));
  if (taken) throw new Failure("file-exists", { file: taken.name });
  for (const { name, content, pages } of files)
    if (options.json) await writeText(name, `${JSON.stringify(content, null, 2)}\n`);
    else await createWorkbook(name, pages());
  for (const { name } of files) complain(words.cli.wrote(name));
  return exit.done;
}

/** A file to hand out, as JSON or as a workbook's pages. */
type MadeFile = {
  readonly name: string;
  readonly content: object;
  readonly pages: () => readonly Page[];
};

/** The name of a file made of a case: the case's own name and what the file holds. */
function fileName(file: string, content: string, { to, json }: SheetOptions): string {
  const base = basename(file, extname(file));
  return join(to ?? dirname(file), `${base}-${content}${json ? ".json" : ".xlsx"}`);
}
