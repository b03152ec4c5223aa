/**
 * The case in other forms, from a terminal: its document, the bundle, open data, the result notice,
 * the follow-up list; two versions compared, and a walk through the file for whoever reviews it.
 */
import { extname } from "node:path";
import type { Command } from "commander";
import type { Evaluated } from "../app/evaluate-workbook";
import { openTo, walkThrough } from "../app/award-papers";
import { makeBundle } from "../app/verification-bundle";
import type { Wrap } from "./shared";
import {
  all,
  complain,
  exit,
  open,
  openDocument,
  openWorkbook,
  print,
  printJson,
  printFindings,
  refuse,
  usage,
  version,
} from "./shared";
import type { Change } from "../app/compare-versions";
import { compareVersions } from "../app/compare-versions";
import { isAwarded } from "../core/document/recorded";
import { noSecrets, redactDocument, secretsOf } from "../core/document/redact";
import { effectText } from "../case/award";
import { releasePackage } from "../exchange/ocds";
import { resultNotice } from "../exchange/result-notice";
import { eventText } from "../procedure/tables";
import { Failure } from "../host/failure";
import { createWorkbook, exists, writeText } from "../host/xlsx/file-workbook";
import { modelText } from "../lab/model-text";
import { isCaptionSeen } from "../content/paper";
import type { Block } from "../content/paper";
import { visibleLine } from "../content/visible-text";
import { sectionText } from "../render/terminal";
import { followUpPages } from "../sheet/pages/follow-up";
import { documentPlaceText } from "../sheet/place-text";
import { readWorkbook } from "../sheet/read";
import type { Words } from "../words/sv/words";

type ExchangeOptions = {
  readonly to?: string;
  readonly as?: string;
  readonly redacted?: true;
  readonly ocid?: string;
  readonly json?: true;
};

const kinds = ["document", "bundle", "ocds", "eforms", "follow-up"] as const;
type Kind = (typeof kinds)[number];

/** Adds the commands to the program. */
export function addExchange(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
  const text = words.cli.exchange;
  command("export <file>", words.cli.export)
    .requiredOption("--to <file>", words.cli.to)
    .option("--as <kind>", text.as)
    .option("--redacted", words.cli.papers.redacted)
    .option("--ocid <prefix>", text.ocid)
    .action(
      wrapped((file: string, options: ExchangeOptions) =>
        exportCase(file, options.to ?? "", options, words),
      ),
    );
  command("compare <before> <after>", text.compareVersions)
    .option("--json", words.cli.json)
    .action(
      wrapped((before: string, after: string, options: ExchangeOptions) =>
        compareFiles(before, after, options, words),
      ),
    );
  command("review <file>", text.review).action(wrapped((file: string) => review(file, words)));
}

/** What is meant, by what the file is to be called. */
function kindOf(to: string): Kind {
  if (extname(to).toLowerCase() === ".xlsx") return "follow-up";
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
  if (!(kinds as readonly string[]).includes(kind)) return usage(text.badAs(kind), words);
  if (kind === "follow-up" && extname(to).toLowerCase() !== ".xlsx")
    return usage(text.followUpXlsx, words);
  if (kind === "document") return exportDocument(file, to, options, words);
  if (exists(to)) throw new Failure("file-exists", { file: to });
  const its = await open(file, undefined, words);
  if (!its.document) return refuse(file, its, options, words);
  if (kind === "follow-up") {
    const pages = followUpPages(openTo(its, options.redacted === true, words), words);
    if (pages.length === 0) return usage(text.noAward, words);
    await createWorkbook(to, pages);
  } else
    await writeText(
      to,
      `${JSON.stringify(exported(its, kind as "bundle" | "ocds" | "eforms", options, words), null, 2)}\n`,
    );
  complain(words.cli.wrote(to));
  return exit.done;
}

function exported(
  its: Evaluated,
  kind: "bundle" | "ocds" | "eforms",
  options: ExchangeOptions,
  words: Words,
): object {
  const time = new Date().toISOString();
  const isRedacted = options.redacted === true;
  if (kind === "bundle")
    return makeBundle(its, { madeWith: `mervarde ${version}`, made: time, isRedacted }, words);
  const secrets = isRedacted ? secretsOf(its.document) : noSecrets;
  const evaluation = openTo(its, isRedacted, words);
  if (kind === "eforms")
    return {
      ...(isAwarded(its.document) ? {} : { secrecy: words.banner }),
      ...resultNotice(evaluation, secrets),
    };
  const [, formula = ""] = modelText({ ...its.document, criteria: [] }, words).split("\n\n");
  return releasePackage(evaluation, secrets, {
    prefix: options.ocid ?? "ocds-000000",
    time,
    language: words.language,
    formula: formula.replaceAll("\n", " ").trim(),
    fingerprint: its.result.fingerprint,
    ...(isAwarded(its.document) ? {} : { secrecy: words.banner }),
  });
}

async function exportDocument(
  file: string,
  to: string,
  options: ExchangeOptions,
  words: Words,
): Promise<number> {
  if (extname(file).toLowerCase() === ".json" && !options.redacted)
    return usage(words.cli.exchange.onlyWorkbook, words);
  const read =
    extname(file).toLowerCase() === ".json"
      ? await openDocument(file, words).then(({ evaluation, findings = [], places }) => ({
          document: evaluation?.document,
          findings,
          places,
        }))
      : readWorkbook(await (await openWorkbook(file, words)).read(), all);
  const blocking = read.findings.filter(({ severity }) => severity === "blocking");
  if (!read.document || blocking.length > 0)
    return refuse(file, { findings: read.findings, places: read.places }, {}, words);
  const document = options.redacted
    ? redactDocument(read.document, secretsOf(read.document), words.secret)
    : read.document;
  await writeText(to, `${JSON.stringify(document, null, 2)}\n`);
  complain(words.cli.wrote(to));
  return exit.done;
}

async function compareFiles(
  before: string,
  after: string,
  options: ExchangeOptions,
  words: Words,
): Promise<number> {
  const [old, now] = [await openDocument(before, words), await openDocument(after, words)];
  if (!old.evaluation) return refuse(before, old, options, words);
  if (!now.evaluation) return refuse(after, now, options, words);
  const found = compareVersions(old.evaluation.document, now.evaluation.document);
  const text = words.cli.exchange;
  if (options.json) printJson(found);
  else {
    if (!found.isSameCase) print(text.otherCase);
    if (found.changes.length === 0) print(text.same);
    else {
      print(found.changes.map((each) => changeText(each, words)).join("\n\n"));
      print(`\n${text.together}: ${effectText(found.effects, words)}`);
    }
  }
  return found.changes.length === 0 ? exit.done : exit.blocked;
}

function changeText({ about, differences, by, effects }: Change, words: Words): string {
  const text = words.cli.exchange;
  const told = by && eventText(by, words);
  return [
    about,
    ...differences
      .slice(0, 12)
      .map(
        ({ place, before = "–", after = "–" }) =>
          `  ${documentPlaceText(place, words)}: ${before} → ${after}`,
      ),
    ...(differences.length > 12 ? [`  ${words.cli.more(differences.length - 12)}`] : []),
    `  ${text.who}: ${told ? [told.signed, told.why].filter(Boolean).join(" – ") : text.unknownWho}`,
    `  ${text.effect}: ${effectText(effects, words)}`,
  ]
    .map(visibleLine)
    .join("\n");
}

/** A part of a paper for a terminal; a table that is wider than one is told row by row. */
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
      const widest = columns.map((column, n) =>
        Math.max(column.length, ...rows.map((row) => row[n]?.length ?? 0)),
      );
      const title = isSeen ? "" : caption;
      if (widest.reduce((sum, each) => sum + each + 2, 0) <= terminal)
        return sectionText({ title, columns, rows }, words);
      return [
        title,
        ...rows.map((row) => visibleLine(`– ${row.filter((each) => each !== "").join(" · ")}`)),
      ].join("\n");
    }
  }
}

/** Characters on a line that most terminals have room for. */
const terminal = 120;

/** Everything that a reviewer reads, in her order; nothing is written. */
async function review(file: string, words: Words): Promise<number> {
  const its = await open(file, undefined, words);
  if (!its.document) return refuse(file, its, {}, words);
  const { evaluation, document, result } = its;
  const text = words.cli.exchange;
  const linesOf = (type: "comment" | "signed-off") =>
    (document.events ?? [])
      .filter((each) => each.type === type)
      .map((each) =>
        visibleLine(
          [eventText(each, words).signed, each.place ?? "", each.reason ?? ""]
            .filter(Boolean)
            .join("  "),
        ),
      );
  for (const { title, blocks } of walkThrough(its, result.published, words))
    print(
      `\n${title.toUpperCase()}\n${blocks.map((each, n) => blockText(each, isCaptionSeen(blocks, n), words)).join("\n")}`,
    );
  print("");
  printFindings(evaluation.findings, its.places, words, print);
  const [comments, signatures] = [linesOf("comment"), linesOf("signed-off")];
  print(`\n${text.comments}\n${comments.length === 0 ? text.noComments : comments.join("\n")}`);
  for (const each of signatures) print(`${text.signed}: ${each}`);
  return exit.done;
}
