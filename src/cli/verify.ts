/** `verify`: whether an evaluation holds, from a terminal. It changes no file. */
import { journalReader } from "../app/event-lines";
import { calculator, isJson, openWorkbook, readBytesNamed, readDocumentFile } from "./files";
import type { Registration } from "./program";
import { all, exit, program } from "./program";
import { locatedIn, print, printJson, refuse } from "./terminal";
import type { Unreadable } from "../app/assess";
import type { Finding } from "../core/finding";
import { eventText } from "../procedure/event-text";
import { MemoryWorkbook } from "../host/memory-workbook";
import { findingResult } from "../report/result";
import { verificationText } from "../render/verification-terminal";
import type { Page } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import { recordSections } from "../app/record-tables";
import type { Verification } from "../app/verify";
import { causesIn } from "../app/verification/causes";
import { assessedAlone, verifyAssessed, verifyWorkbook } from "../app/verify";
import { nowhere } from "../sheet/locate";

type VerifyOptions = {
  readonly head?: string;
  readonly anchor?: string;
  readonly json?: true;
};

/** Adds the command to the program. */
export function addVerify({ command, guard, words }: Registration): void {
  const text = words.cli.trail;
  command("verify <file>", text.verify)
    .option("--head <code>", text.head)
    .option("--anchor <file>", text.anchor)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: VerifyOptions) => verify(file, options, words)));
}

async function verify(file: string, options: VerifyOptions, words: Words): Promise<number> {
  const verification = await verificationOf(file, options, words);
  if (!("checks" in verification)) return refuse(file, verification, options, words);
  if (options.json) printJson(verificationJson(verification, words));
  else printVerification(verification, words);
  return verification.holds ? exit.done : exit.blocked;
}

function verificationJson(verification: Verification, words: Words): object {
  const { checks, since, holds, chain, history } = verification;
  const located = locatedIn(verification);
  return {
    format: "mervarde-verification/1",
    holds,
    checks: checks.map(({ findings, ...check }) => ({
      ...check,
      findings: findings.map((finding) => ({
        ...findingResult(finding, located, words),
        ...cellOf(finding),
      })),
    })),
    since,
    history,
    head: chain.head ?? null,
  };
}

function printVerification(verification: Verification, words: Words): void {
  const { document, checks, since, history } = verification;
  const reader = journalReader(document, words);
  const located = locatedIn(verification);
  const placeOf = (finding: Finding) =>
    cellOf(finding).cell ??
    located.finding(finding) ??
    (finding.where === "" ? "–" : reader.placeText(finding.where));
  const events = since.map((event) =>
    Object.values(eventText(event, reader))
      .filter((part) => part !== "")
      .join("  "),
  );
  print(
    verificationText(
      {
        checks,
        since: events,
        history: recordSections(history, reader),
        follows: causesIn(checks).follows,
      },
      placeOf,
      words,
    ),
  );
}

/** A cell of a result sheet has no place in the document: the finding itself names it. */
function cellOf({ details }: Finding): { readonly cell?: string } {
  return typeof details["cell"] === "string" ? { cell: details["cell"] } : {};
}

/** Verifies a workbook with all its sheets, or a document by itself. */
async function verificationOf(
  file: string,
  { head, anchor }: VerifyOptions,
  words: Words,
): Promise<Verification | Unreadable> {
  const verifying = {
    version: program,
    words,
    all,
    calculator,
    ...(head === undefined ? {} : { head }),
    ...(anchor === undefined ? {} : { anchor: await readBytesNamed(anchor) }),
  };
  if (!isJson(file)) return verifyWorkbook(await openWorkbook(file, words), verifying);
  const { document, bundle, findings } = await readDocumentFile(file);
  if (!document) return { findings, places: nowhere };
  const workbookOf = (pages: readonly Page[]) => new MemoryWorkbook(pages);
  const assessed = await assessedAlone(document, words, all, workbookOf);
  const verification = await verifyAssessed(assessed, undefined, {
    ...verifying,
    ...(bundle ? { bundle } : {}),
  });
  return { ...verification, places: nowhere };
}
