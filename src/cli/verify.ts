/** Whether an evaluation holds, from a terminal. It changes no file. */
import type { Command } from "commander";
import type { Wrap } from "./shared";
import {
  calculator,
  exit,
  locatedIn,
  openWorkbook,
  parsed,
  print,
  printJson,
  refuse,
  version,
  all,
} from "./shared";
import type { Unreadable } from "../app/assess";
import type { Finding } from "../core/finding";
import { eventText } from "../procedure/tables";
import { readText } from "../host/xlsx/file-workbook";
import { MemoryWorkbook } from "../host/memory-workbook";
import { findingResult } from "../report/result";
import { verificationText } from "../render/verification-terminal";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";
import type { Verification } from "../app/verify";
import { assessedAlone, verifyAssessed, verifyWorkbook } from "../app/verify";
import { nowhere } from "../sheet/locate";

type VerifyOptions = { readonly head?: string; readonly json?: true };

/** Adds the command to the program. */
export function addVerify(
  command: (name: string, description: string) => Command,
  wrapped: Wrap,
  words: Words,
): void {
  const text = words.cli.trail;
  command("verify <file>", text.verify)
    .option("--head <code>", text.head)
    .option("--json", words.cli.json)
    .action(wrapped((file: string, options: VerifyOptions) => verify(file, options, words)));
}

async function verify(file: string, options: VerifyOptions, words: Words): Promise<number> {
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
      (each.where === "" ? "–" : documentPlaceText(each.where, words));
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
  const { document, bundle, findings } = parsed(await readText(file), file);
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
