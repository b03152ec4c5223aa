/**
 * The group's work from a terminal: scoring sheets out and in, the journal, and the acts that are
 * done once. Each act is written to a new file; the one it was read from is left as it is. It knows
 * the clock and who is logged in, and decides nothing.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Command } from "commander";
import type { Wrap } from "./shared";
import {
  all,
  complain,
  exit,
  loggedIn,
  nowhere,
  open,
  openWorkbook,
  parsed,
  print,
  printJson,
  printFindings,
  refuse,
  usage,
} from "./shared";
import { seconds } from "../app/evaluate-workbook";
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate, withFindings } from "../core/evaluate";
import { finding } from "../core/finding";
import type { Acted } from "../procedure/acts";
import {
  closeRound,
  fixQuality,
  invite,
  openPrices,
  pricesApart,
  publish,
  qualityOpen,
} from "../procedure/acts";
import type { Sheet } from "../case/received-files";
import { readReceivedFiles } from "../case/received-files";
import { scoreSheetsOf, rejectedBids } from "../scoring/score-sheet";
import { awardReadiness } from "../procedure/award-readiness";
import type { Act } from "../scoring/record-scores";
import { history, recordFigures } from "../scoring/record-scores";
import { mergeScoreSheets } from "../scoring/merge-score-sheets";
import { checkSections, conflictText, eventText, scoreSections } from "../procedure/tables";
import { Failure } from "../host/failure";
import {
  createWorkbook,
  exists,
  readText,
  writeAmended,
  writeText,
} from "../host/xlsx/file-workbook";
import { parseJson } from "../host/json";
import { prepareWrite } from "../app/prepare-write";
import { visibleLine } from "../render/visible-text";
import { sectionText } from "../render/terminal";
import { scoreSheetPages } from "../sheet/pages/score-sheet";
import { priceTables } from "../sheet/layout";
import { readWorkbook } from "../sheet/read";
import type { Places } from "../sheet/locate";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { shortCode } from "../journal/short-code";
import { fingerprint } from "../journal/fingerprint";
import { lastOf } from "../core/document/recorded";
import { publishedFingerprint } from "../journal/published";

export type ActOptions = {
  readonly by?: string;
  readonly out?: string;
  readonly reason?: string;
  readonly prices?: string;
  readonly round?: string;
  readonly selection?: string;
  readonly json?: true;
};
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

/** A document with where it was read from, and how it is written in. */
export type Case = {
  readonly file: string;
  readonly document: EvaluationDocument;
  readonly places: Places;
  readonly written: Words;
  readonly evaluation: Evaluation;
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
  const act = (name: string, description: string) =>
    command(name, description).option("--by <name>", text.by).option("--out <file>", text.outAct);
  act("merge <file> <sheets...>", text.merge)
    .option("--json", words.cli.json)
    .action(
      wrapped((file: string, sheets: string[], options: ActOptions) =>
        mergeSheets(file, sheets, options, words),
      ),
    );
  act("record <file>", text.record)
    .option("--reason <text>", text.reason)
    .action(wrapped((file: string, options: ActOptions) => recordScores(file, options, words)));
  act("publish <file>", text.publish).action(
    wrapped((file: string, options: ActOptions) =>
      performAct(
        file,
        "publish",
        options,
        words,
        ({ document }, by) => publish(document, by),
        (document) =>
          print(words.trail.printCode(shortCode(lastOf(document, "published")?.fingerprint ?? ""))),
      ),
    ),
  );
  act("seal-quality <file>", text.sealQuality)
    .option("--reason <text>", text.reason)
    .action(
      wrapped((file: string, options: ActOptions) =>
        performAct(file, "seal-quality", options, words, (its, by) =>
          fixQuality(its.document, by, qualityOpen(its.evaluation.findings), options.reason),
        ),
      ),
    );
  act("open-prices <file>", text.openPrices)
    .requiredOption("--prices <file>", text.pricesFile)
    .action(
      wrapped((file: string, options: ActOptions) =>
        openPriceFile(file, options.prices ?? "", options, words),
      ),
    );
  act("close-round <file>", text.closeRound)
    .requiredOption("--round <id>", text.roundId)
    .action(
      wrapped((file: string, options: ActOptions) =>
        performAct(file, "close-round", options, words, ({ document }, by) =>
          closeRound(document, options.round ?? "", by),
        ),
      ),
    );
  act("invite <file>", text.invite)
    .requiredOption("--selection <file>", text.selectionFile)
    .action(
      wrapped((file: string, options: ActOptions) =>
        inviteChosen(file, options.selection ?? "", options, words),
      ),
    );
}

/** @returns the case, or the exit code when it cannot be read without losing something */
export async function openCase(
  file: string,
  options: { readonly json?: true },
  words: Words,
): Promise<Case | number> {
  const read = isJson(file)
    ? { ...parsed(await readText(file), file), places: nowhere, words }
    : readWorkbook(await (await openWorkbook(file, words)).read(), all);
  const { document, findings, places } = read;
  if (!document || findings.some(({ severity }) => severity === "blocking"))
    return refuse(file, { findings, places }, options, words);
  const computed = evaluate(document, findings);
  return {
    file,
    document,
    places,
    written: read.words ?? words,
    evaluation: withFindings(computed, awardReadiness(computed)),
  };
}

function isJson(file: string): boolean {
  return extname(file).toLowerCase() === ".json";
}

export function actOf({ by }: ActOptions): Act {
  return { time: seconds(new Date().toISOString()), by: by ?? loggedIn() };
}

async function status(
  file: string,
  options: { readonly json?: true },
  words: Words,
): Promise<number> {
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
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
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
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
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
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

async function mergeSheets(
  file: string,
  sheets: readonly string[],
  options: ActOptions,
  words: Words,
): Promise<number> {
  const bad = badTarget(file, "merge", options, words);
  if (bad !== undefined) return usage(bad, words);
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
  const read = await Promise.all(
    sheets.map(async (name): Promise<Sheet> =>
      isJson(name)
        ? { name, json: parseJson(await readText(name), name) }
        : { name, reading: await (await openWorkbook(name, words)).read() },
    ),
  );
  const { handed: ready, unread } = readReceivedFiles(read, its.document, all);
  const merged = mergeScoreSheets(
    its.document,
    ready,
    actOf(options),
    publishedFingerprint(its.document),
    rejectedBids(its.evaluation),
  );
  const findings = [...unread, ...merged.findings];
  const saved = await save(its, merged.document, "merge", options, words);
  if (saved !== undefined) return saved;
  const text = words.cli.group;
  if (options.json)
    printJson({ taken: merged.taken, same: merged.same, conflicts: merged.conflicts, findings });
  else {
    print(text.merged(merged.taken, merged.same, merged.conflicts.length));
    for (const each of merged.conflicts) print(visibleLine(conflictText(each, words)));
    printFindings(findings, nowhere, words, print);
  }
  return merged.conflicts.length > 0 || findings.some(({ severity }) => severity === "blocking")
    ? exit.blocked
    : exit.done;
}

async function recordScores(file: string, options: ActOptions, words: Words): Promise<number> {
  const bad = badTarget(file, "record", options, words);
  if (bad !== undefined) return usage(bad, words);
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
  const { document, count, refused } = recordFigures(its.document, actOf(options), options.reason);
  const saved = await save(its, document, "record", options, words);
  if (saved !== undefined) return saved;
  if (count > 0) print(words.cli.group.recorded(count));
  else if (refused.length === 0) print(words.cli.group.nothingToRecord);
  printFindings(refused, its.places, words, print);
  return refused.length > 0 ? exit.blocked : exit.done;
}

async function openPriceFile(
  file: string,
  prices: string,
  options: ActOptions,
  words: Words,
): Promise<number> {
  const read = isJson(prices)
    ? { ...parsed(await readText(prices), prices), places: nowhere }
    : readWorkbook(await (await openWorkbook(prices, words)).read(), all, priceTables);
  const { document: theirs, findings, places } = read;
  if (!theirs || findings.some(({ severity }) => severity === "blocking"))
    return refuse(prices, { findings, places }, options, words);
  return performAct(file, "open-prices", options, words, ({ document }, act) =>
    openPrices(document, theirs, act),
  );
}

async function inviteChosen(
  file: string,
  selection: string,
  options: ActOptions,
  words: Words,
): Promise<number> {
  const chosen = await open(selection, undefined, words);
  if (!chosen.document) return refuse(selection, chosen, options, words);
  const { evaluation, fingerprint: of } = chosen;
  return performAct(file, "invite", options, words, ({ document }, act) =>
    invite(document, evaluation.award, of, act),
  );
}

/** Does one act and writes what came of it to a new file, or says why it cannot be done yet. */
export async function performAct(
  file: string,
  name: string,
  options: ActOptions,
  words: Words,
  work: (its: Case, act: Act) => Acted,
  after: (document: EvaluationDocument) => void = () => undefined,
): Promise<number> {
  const bad = badTarget(file, name, options, words);
  if (bad !== undefined) return usage(bad, words);
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
  const done = work(its, actOf(options));
  if (!done.document) {
    complain(words.cli.group.refused);
    printFindings(done.refused, its.places, words, complain);
    return exit.blocked;
  }
  const saved = await save(its, done.document, name, options, words);
  if (saved === undefined) after(done.document);
  return saved ?? exit.done;
}

/** The new file: as said, or beside the old one with what was done in its name. */
function targetOf(file: string, name: string, { out }: ActOptions, words: Words): string {
  return (
    out ??
    join(
      dirname(file),
      `${basename(file, extname(file))}-${words.cli.group.suffix[name] ?? name}${extname(file)}`,
    )
  );
}

export function badTarget(
  file: string,
  name: string,
  options: ActOptions,
  words: Words,
): string | undefined {
  const target = targetOf(file, name, options, words);
  if (resolve(target) === resolve(file)) return words.cli.outIsInput;
  if (extname(target).toLowerCase() !== extname(file).toLowerCase())
    return words.cli.group.outSameKind(extname(file));
  if (existsSync(target)) throw new Failure("file-exists", { file: target });
  return undefined;
}

/** @returns an exit code where the workbook has no room for what was done */
export async function save(
  its: Case,
  done: EvaluationDocument,
  name: string,
  options: ActOptions,
  words: Words,
): Promise<number | undefined> {
  if (fingerprint(done) === fingerprint(its.document)) return undefined;
  const made = prepareWrite(its.document, done, its.places, its.written);
  if (made.refused?.some(({ code }) => code === "finalised-already")) {
    complain(words.cli.group.refused);
    printFindings(made.refused, its.places, words, complain);
    return exit.blocked;
  }
  if (made.refused)
    return refuse(its.file, { findings: made.refused, places: its.places }, options, words);
  const target = targetOf(its.file, name, options, words);
  if (isJson(its.file)) await writeText(target, `${JSON.stringify(made.document, null, 2)}\n`);
  else await writeAmended(its.file, target, made.amendment);
  complain(words.cli.wrote(target));
  return undefined;
}
