/**
 * The case in other forms, from a terminal: its document, the bundle, open data, the result notice
 * and the follow-up list; two versions compared; and a walk through the file for its reviewer.
 */
import { journalReader, placedValueText } from "../app/event-lines";
import type { Place } from "../core/place";
import type { JournalReader } from "../procedure/event-text";
import type { Evaluated } from "../app/evaluate-workbook";
import { evaluationFor, walkThrough } from "../app/award-papers";
import { exportObstacles } from "../app/paper-obstacles";
import { makeBundle } from "../app/verification-bundle";
import { readCase, withoutFaults } from "../app/read-case";
import { isJson, isWorkbookName, openOnce, readFileNamed, withEvaluated, withWhole } from "./files";
import type { Registration } from "./program";
import { all, exit, program } from "./program";
import {
  complain,
  print,
  printFindingGroups,
  printJson,
  refuse,
  refusePapers,
  refuseUsage,
} from "./terminal";
import type { Change } from "../app/compare-versions";
import { compareVersions } from "../app/compare-versions";
import { isAwarded } from "../core/document/recorded";
import type { EvaluationDocument } from "../core/document/schema";
import { withoutUnreadHistory } from "../core/document/unread-events";
import { bidsWithUnreadPrices } from "../core/document/unread-prices";
import { redactDocument } from "../core/document/redact";
import { evaluate } from "../core/evaluate";
import { masksOf, noMasks } from "../core/secrecy/masks";
import { effectOrNone } from "../app/record-tables";
import { releasePackage } from "../exchange/ocds";
import { resultNotice } from "../exchange/result-notice";
import { eventText } from "../procedure/event-text";
import { Failure } from "../host/failure";
import { exists, writeText } from "../host/disk-files";
import { createWorkbook } from "../host/xlsx/file-workbook";
import { modelText } from "../lab/model-text";
import { isCaptionSeen } from "../content/paper";
import type { Block } from "../content/paper";
import { visibleLine } from "../content/visible-text";
import { tableText } from "../render/terminal";
import { followUpPages } from "../sheet/pages/follow-up";
import type { Words } from "../words/sv/words";

type ExchangeOptions = {
  readonly to?: string;
  readonly as?: string;
  readonly redacted?: true;
  readonly ocid?: string;
  readonly json?: true;
  readonly authority?: string;
};

const kinds = ["document", "bundle", "ocds", "eforms", "follow-up"] as const;
type Kind = (typeof kinds)[number];

/** Adds the commands to the program. */
export function addExchange({ command, guard, words }: Registration): void {
  const text = words.cli.exchange;
  command("export <file>", words.cli.export)
    .requiredOption("--to <file>", words.cli.to)
    .option("--as <kind>", text.as)
    .option("--redacted", words.cli.papers.redacted)
    .option("--ocid <prefix>", text.ocid)
    .option("--authority <id>", words.contracts.option)
    .action(
      guard((file: string, options: ExchangeOptions) =>
        exportCase(file, options.to ?? "", options, words),
      ),
    );
  command("compare <before> <after>", text.compareVersions)
    .option("--json", words.cli.json)
    .action(
      guard((before: string, after: string, options: ExchangeOptions) =>
        compareFiles(before, after, options, words),
      ),
    );
  command("review <file>", text.review)
    .option("--authority <id>", words.contracts.option)
    .action(
      guard((file: string, options: ExchangeOptions) => review(file, options.authority, words)),
    );
}

/** The kind of export that a file name asks for. */
function kindOf(to: string): Kind {
  if (isWorkbookName(to)) return "follow-up";
  const [, named] = /(bundle|ocds|eforms)\.json$/i.exec(to) ?? [];
  return (named?.toLowerCase() as Kind | undefined) ?? "document";
}

async function exportCase(
  file: string,
  to: string,
  options: ExchangeOptions,
  words: Words,
): Promise<number> {
  const text = words.cli.exchange;
  const kind = options.as ?? kindOf(to);
  if (!(kinds as readonly string[]).includes(kind)) return refuseUsage(text.badAs(kind), words);
  if (kind === "follow-up" && !isWorkbookName(to)) return refuseUsage(text.followUpXlsx, words);
  if (kind === "document") return exportDocument(file, to, options, words);
  if (exists(to)) throw new Failure("file-exists", { file: to });
  // Open data has an award for each separate contract; the other papers are about one of them.
  const isWhole = kind === "bundle" || (kind === "ocds" && options.authority === undefined);
  const open = isWhole ? withWhole : withEvaluated;
  return open(file, options, words, async (evaluated) => {
    const obstacles = exportObstacles(evaluated, options.redacted === true);
    if (obstacles.length > 0) return refusePapers(obstacles, evaluated, words);
    if (kind === "follow-up") {
      const pages = followUpPages(
        evaluationFor(evaluated, options.redacted === true, words),
        words,
      );
      if (pages.length === 0) return refuseUsage(text.noAward, words);
      await createWorkbook(to, pages);
    } else {
      const content = exportJson(evaluated, kind as "bundle" | "ocds" | "eforms", options, words);
      await writeText(to, `${JSON.stringify(content, null, 2)}\n`);
    }
    complain(words.cli.wrote(to));
    return exit.done;
  });
}

function exportJson(
  evaluated: Evaluated,
  kind: "bundle" | "ocds" | "eforms",
  options: ExchangeOptions,
  words: Words,
): object {
  const time = new Date().toISOString();
  const isRedacted = options.redacted === true;
  if (kind === "bundle")
    return makeBundle(evaluated, { madeWith: program, made: time, isRedacted }, words);
  const { document, result } = evaluated;
  const secrets = isRedacted ? masksOf(evaluated.evaluation, document) : noMasks;
  const evaluation = evaluationFor(evaluated, isRedacted, words);
  const secrecy = isAwarded(document) ? {} : { secrecy: words.banner };
  if (kind === "eforms") return { ...secrecy, ...resultNotice(evaluation, secrets) };
  const [, formula = ""] = modelText({ ...document, criteria: [] }, words).split("\n\n");
  return releasePackage(evaluation, secrets, {
    prefix: options.ocid ?? "ocds-000000",
    time,
    language: words.language,
    formula: formula.replaceAll("\n", " ").trim(),
    fingerprint: result.fingerprint,
    ...secrecy,
  });
}

async function exportDocument(
  file: string,
  to: string,
  options: ExchangeOptions,
  words: Words,
): Promise<number> {
  if (isJson(file) && !options.redacted) return refuseUsage(words.cli.exchange.onlyWorkbook, words);
  const read = readCase(await readFileNamed(file, words), all);
  const { document: whole } = withoutFaults(read);
  if (!whole) return refuse(file, { findings: read.findings, places: read.places }, {}, words);
  const evaluation = evaluate(whole);
  const obstacles = exportObstacles({ evaluation, document: whole }, options.redacted === true);
  if (obstacles.length > 0) return refusePapers(obstacles, read, words);
  const told = withoutUnreadHistory(whole);
  const document = options.redacted
    ? redactDocument(told, masksOf(evaluation, told), words.secret)
    : told;
  await writeText(to, `${JSON.stringify(document, null, 2)}\n`);
  if (bidsWithUnreadPrices(whole).length > 0) complain(words.cli.exchange.pricesLeftOut);
  if (told !== whole) complain(words.cli.exchange.outcomesLeftOut);
  complain(words.cli.wrote(to));
  return exit.done;
}

async function compareFiles(
  before: string,
  after: string,
  options: ExchangeOptions,
  words: Words,
): Promise<number> {
  const [old, now] = [await openOnce(before, words), await openOnce(after, words)];
  if (!old.evaluation) return refuse(before, old, options, words);
  if (!now.evaluation) return refuse(after, now, options, words);
  const found = compareVersions(old.evaluation.document, now.evaluation.document);
  const text = words.cli.exchange;
  const reader = journalReader(now.evaluation.document, words);
  if (options.json) printJson(found);
  else {
    if (!found.isSameCase) print(text.otherCase);
    if (found.changes.length === 0) print(text.same);
    else {
      print(found.changes.map((change) => changeText(change, reader)).join("\n\n"));
      print(`\n${text.together}: ${effectOrNone(found.effects, reader)}`);
    }
  }
  return found.changes.length === 0 ? exit.done : exit.blocked;
}

function changeText({ differences, by, effects }: Change, reader: JournalReader): string {
  const { words, placeText } = reader;
  const value = (place: Place, of: string | undefined) => placedValueText(place, of, words);
  const text = words.cli.exchange;
  const recorded = by && eventText(by, reader);
  return [
    ...differences
      .slice(0, 12)
      .map(
        ({ place, before, after }) =>
          `${placeText(place)}: ${value(place, before)} → ${value(place, after)}`,
      ),
    ...(differences.length > 12 ? [`  ${words.cli.more(differences.length - 12)}`] : []),
    `  ${text.who}: ${recorded ? [recorded.signed, recorded.why].filter(Boolean).join(" – ") : text.unknownWho}`,
    `  ${text.effect}: ${effectOrNone(effects, reader)}`,
  ]
    .map(visibleLine)
    .join("\n");
}

/** A part of a paper for a terminal; a table wider than the terminal is printed row by row. */
function blockText(block: Block, isSeen: boolean, words: Words): string {
  switch (block.kind) {
    case "heading":
      return `\n${visibleLine(block.text)}\n${"─".repeat(block.text.length)}`;
    case "text":
      return visibleLine(block.text);
    case "list":
      return block.items.map((item) => `• ${visibleLine(item)}`).join("\n");
    case "table": {
      const { caption, columns, rows } = block;
      return tableText({ title: isSeen ? "" : caption, columns, rows }, words);
    }
  }
}

/** Prints everything that a reviewer reads, in the reviewer's order; nothing is written. */
function review(file: string, authority: string | undefined, words: Words): Promise<number> {
  const chosen = authority === undefined ? {} : { authority };
  return withEvaluated(file, chosen, words, (evaluated) => {
    const text = words.cli.exchange;
    for (const { title, blocks } of walkThrough(evaluated, evaluated.result.published, words)) {
      const parts = blocks.map((block, n) => blockText(block, isCaptionSeen(blocks, n), words));
      print(`\n${title.toUpperCase()}\n${parts.join("\n")}`);
    }
    print("");
    printFindingGroups(
      evaluated.evaluation.findings,
      { places: evaluated.places, isWhole: false },
      words,
      print,
    );
    const comments = commentLines(evaluated.document, words);
    print(`\n${text.comments}\n${comments.length === 0 ? text.noComments : comments.join("\n")}`);
    return exit.done;
  });
}

/** The comments of the journal, a line each. */
function commentLines(document: EvaluationDocument, words: Words): string[] {
  const { events = [] } = document;
  const reader = journalReader(document, words);
  return events
    .filter(({ type }) => type === "comment")
    .map((event) =>
      visibleLine(
        [
          words.cli.group.signed(event.time, event.by),
          event.place === undefined ? "" : reader.placeText(event.place),
          event.reason ?? "",
        ]
          .filter(Boolean)
          .join("  "),
      ),
    );
}
