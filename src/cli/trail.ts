/**
 * The award file from a terminal: verifying it, and the acts around the decision. Each act is
 * written to a new file. It knows the clock and who is logged in, and decides nothing.
 */
import type { Command } from "commander";
import type { Wrap } from "./shared";
import {
  calculator,
  complain,
  exit,
  locatedIn,
  nowhere,
  open,
  openWorkbook,
  parsedValue,
  print,
  printJson,
  printFindings,
  refuse,
  usage,
  version,
  all,
} from "./shared";
import type { ActOptions, Case } from "./group";
import { actOf, badTarget, openCase, performAct, save } from "./group";
import type { Evaluated, Unreadable } from "../app/evaluate-workbook";
import type { Award } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { Acted } from "../procedure/acts";
import type { Act } from "../scoring/record-scores";
import { comment, finalise, registerAward, reopen, signOff } from "../procedure/milestones";
import { eventText } from "../procedure/tables";
import { readText } from "../host/xlsx/file-workbook";
import { parseJson } from "../host/json";
import { MemoryWorkbook } from "../host/memory-workbook";
import { mergeCopies } from "../app/merge-copies";
import { findingResult, recordableOutcome } from "../report/result";
import { visibleLine } from "../render/visible-text";
import { verificationText } from "../render/verification-terminal";
import type { Words } from "../words/sv/words";
import { fingerprint } from "../journal/fingerprint";
import type { Verification } from "../app/verify";
import { assessedAlone, verifyAssessed, verifyWorkbook } from "../app/verify";

type TrailOptions = ActOptions & {
  readonly head?: string;
  readonly place?: string;
  readonly text?: string;
  readonly decided?: string;
  readonly decidedBy?: string;
  readonly decision?: string;
};

/** Adds the commands around the award to the program. */
export function addTrail(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
  const text = words.cli.trail;
  command("verify <file>", text.verify)
    .option("--head <code>", text.head)
    .option("--json", words.cli.json)
    .action(wrapped((file: string, options: TrailOptions) => verify(file, options, words)));
  const act = (name: string, description: string) =>
    command(name, description)
      .option("--by <name>", words.cli.group.by)
      .option("--out <file>", words.cli.group.outAct);
  act("finalise <file>", text.finalise).action(
    wrapped((file: string, options: TrailOptions) =>
      conclude(file, "finalise", options, words, ({ document, evaluation, result }, by) =>
        finalise(document, by, recordable(result), evaluation.findings),
      ),
    ),
  );
  act("reopen <file>", text.reopen)
    .requiredOption("--reason <text>", text.reopenReason)
    .action(
      wrapped((file: string, options: TrailOptions) =>
        performAct(file, "reopen", options, words, ({ document }, by) =>
          reopen(document, by, options.reason ?? ""),
        ),
      ),
    );
  act("award <file>", text.award)
    .option("--decided <date>", text.decided)
    .option("--decided-by <name>", text.decidedBy)
    .option("--decision <text>", text.decision)
    .action(
      wrapped((file: string, options: TrailOptions) =>
        performAct(file, "award", options, words, ({ document }, by) =>
          registerAward(document, by, entered(options)),
        ),
      ),
    );
  act("comment <file>", text.comment)
    .requiredOption("--text <text>", text.commentText)
    .option("--place <place>", text.commentPlace)
    .action(
      wrapped((file: string, options: TrailOptions) =>
        performAct(file, "comment", options, words, ({ document }, by) =>
          comment(document, by, options.text ?? "", options.place ?? ""),
        ),
      ),
    );
  act("sign-off <file>", text.signOff)
    .option("--text <text>", text.statement)
    .action(
      wrapped((file: string, options: TrailOptions) =>
        conclude(file, "sign-off", options, words, ({ document, result }, by) =>
          signOff(document, by, recordable(result), options.text ?? ""),
        ),
      ),
    );
  act("join <file> <copy>", text.join).action(
    wrapped((file: string, copy: string, options: TrailOptions) =>
      join(file, copy, options, words),
    ),
  );
}

function recordable(result: Evaluated["result"]): ReturnType<typeof recordableOutcome> {
  return recordableOutcome(result, `mervarde ${version}`, fingerprint);
}

function entered({ decided, decidedBy, decision }: TrailOptions): Award {
  return {
    ...(decided === undefined ? {} : { decidedAt: decided }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decision === undefined ? {} : { decision }),
  };
}

async function verify(file: string, options: TrailOptions, words: Words): Promise<number> {
  const found = await verification(file, options.head, words);
  if (!("checks" in found)) return refuse(file, found, options, words);
  const { checks, since, places, holds, chain } = found;
  const located = locatedIn(found);
  if (options.json)
    printJson({
      format: "mervarde-verification/1",
      holds,
      checks: checks.map(({ findings, ...each }) => ({
        ...each,
        findings: findings.map((one) => ({
          ...findingResult(one, located, words),
          ...cellOf(one),
        })),
      })),
      since,
      head: chain.head ?? null,
    });
  else {
    const placeOf = (each: Finding) =>
      cellOf(each).cell ??
      locatedIn({ places }).finding(each) ??
      (each.where === "" ? "–" : each.where);
    print(
      verificationText(
        checks,
        since.map((each) =>
          Object.values(eventText(each, words))
            .filter((part) => part !== "")
            .join("  "),
        ),
        placeOf,
        words,
      ),
    );
  }
  return holds ? exit.done : exit.blocked;
}

/** A cell of a result sheet is in no place of the document: the finding itself says which. */
function cellOf({ details }: Finding): { readonly cell?: string } {
  return typeof details["cell"] === "string" ? { cell: details["cell"] } : {};
}

/** A workbook with all its sheets, or a document by itself. */
async function verification(
  file: string,
  head: string | undefined,
  words: Words,
): Promise<Verification | Unreadable> {
  const verifying = {
    version: `mervarde ${version}`,
    words,
    all,
    calculator,
    ...(head === undefined ? {} : { head }),
  };
  if (!/\.json$/i.test(file)) return verifyWorkbook(await openWorkbook(file, words), verifying);
  const { document, bundle, findings } = parsedValue(parseJson(await readText(file), file));
  if (!document) return { findings, places: nowhere };
  return {
    ...(await verifyAssessed(
      await assessedAlone(document, words, all, (pages) => new MemoryWorkbook(pages)),
      undefined,
      { ...verifying, ...(bundle ? { bundle } : {}) },
    )),
    places: nowhere,
  };
}

/** An act that records what the evaluation came to: all of it is computed anew, twice. */
async function conclude(
  file: string,
  name: string,
  options: TrailOptions,
  words: Words,
  work: (its: Evaluated, act: Act) => Acted,
): Promise<number> {
  const bad = badTarget(file, name, options, words);
  if (bad !== undefined) return usage(bad, words);
  const its = await open(file, undefined, words);
  if (!its.document) return refuse(file, its, options, words);
  const done = work(its, actOf(options));
  if (!done.document) {
    complain(words.cli.group.refused);
    printFindings(done.refused, its.places, words, complain);
    return exit.blocked;
  }
  const here: Case = { file, ...its };
  return (await save(here, done.document, name, options, words)) ?? exit.done;
}

async function join(
  file: string,
  copy: string,
  options: TrailOptions,
  words: Words,
): Promise<number> {
  const bad = badTarget(file, "join", options, words);
  if (bad !== undefined) return usage(bad, words);
  const its = await openCase(file, options, words);
  if (typeof its === "number") return its;
  const theirs = await openCase(copy, options, words);
  if (typeof theirs === "number") return theirs;
  const done = mergeCopies(its.document, theirs.document, actOf(options));
  if (!done.document) {
    complain(words.cli.group.refused);
    printFindings(done.refused, its.places, words, complain);
    return exit.blocked;
  }
  const saved = await save(its, done.document, "join", options, words);
  if (saved !== undefined) return saved;
  print(done.events > 0 ? words.trail.joined(done.events) : words.trail.nothingToJoin);
  if (done.conflicts.length > 0) print(words.trail.copyFields(done.conflicts.length));
  for (const { place, before = "", after = "" } of done.conflicts)
    print(visibleLine(`  ${place}: ${before} ≠ ${after}`));
  return done.conflicts.length > 0 ? exit.blocked : exit.done;
}
