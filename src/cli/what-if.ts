/**
 * `whatif`: an outcome with disputed scores, criteria or verdicts changed, from a terminal. It turns
 * options into disputes; what a dispute does is decided in lab/.
 */
import type { Evaluation } from "../core/evaluate";
import { whatIfSections } from "../lab/robustness-tables";
import type { Dispute, DisputedVerdict } from "../lab/whatif";
import { whatIf } from "../lab/whatif";
import type { Words } from "../words/sv/words";
import { contractCase } from "../app/contract-case";
import type { EvaluatedOnce } from "./files";
import { openOnce } from "./files";
import { exit } from "./program";
import { print, printJson, printSections, refuse, refuseQuestion, refuseUsage } from "./terminal";

export type WhatIfOptions = {
  readonly [kind in "set" | "raise" | "lower" | "strike" | "any" | "verdict"]?: readonly string[];
} & { readonly json?: true; readonly authority?: string };

export async function askWhatIf(
  file: string,
  options: WhatIfOptions,
  words: Words,
): Promise<number> {
  const asked = disputesIn(options, words);
  if (typeof asked === "string") return refuseUsage(asked, words);
  const opened = await openOnce(file, words);
  if (!opened.evaluation) return refuse(file, opened, options, words);
  const chosen = contractCase<EvaluatedOnce>(opened, options.authority, words);
  if (typeof chosen === "string") return refuseUsage(chosen, words);
  const outcome = whatIf(chosen.evaluation, asked);
  if (!("after" in outcome)) return refuseQuestion(outcome, opened.places, words);
  if (options.json)
    printJson({
      format: "mervarde-whatif/1",
      changes: outcome.changes,
      before: orderJson(outcome.before),
      after: orderJson(outcome.after),
      canLead: outcome.canLead.map(({ bid, after }) => ({ bid, after: orderJson(after) })),
    });
  else {
    printSections(whatIfSections(outcome, words), words);
    print(`\n${words.lab.robustness}`);
  }
  return exit.done;
}

function orderJson({ bids, order }: Evaluation): object {
  return {
    order,
    bids: bids.map(({ bid, standing, result, rank }) => ({
      id: bid.id,
      standing: standing.value,
      result: result.value,
      rank: rank.value,
    })),
  };
}

/** How each kind of dispute is written. */
const shapes = {
  set: /^([^:=]+):([^:=]+)=(.+)$/,
  raise: /^([^:=]+):([^:=]+)$/,
  lower: /^([^:=]+):([^:=]+)$/,
  any: /^([^:=]+):([^:=]+)$/,
  strike: /^(?:([^:=]+):)?([^:=]+)$/,
  verdict: /^([^:=]+):([^:=]+)=(met|not-met)$/,
} as const satisfies { readonly [kind in Dispute["kind"]]: RegExp };

const kinds = Object.keys(shapes) as Dispute["kind"][];

/** @returns the disputes, or what is wrong with how one is written */
function disputesIn(options: WhatIfOptions, words: Words): readonly Dispute[] | string {
  const given = kinds.flatMap((kind) =>
    (options[kind] ?? []).map((text) => ({ text, dispute: disputeIn(kind, text, words) })),
  );
  const bad = given.find(({ dispute }) => !dispute);
  if (bad) return words.cli.badDispute(bad.text);
  const disputes = given.flatMap(({ dispute }) => dispute ?? []);
  return disputes.length === 0 ? words.cli.noDispute : disputes;
}

/** @returns undefined where the text is not written as its kind is */
function disputeIn(kind: Dispute["kind"], text: string, words: Words): Dispute | undefined {
  const match = shapes[kind].exec(text);
  if (!match) return undefined;
  const [, bid, id = "", value = ""] = match;
  switch (kind) {
    case "set":
      return { kind, bid: bid ?? "", criterion: id, value: scoreIn(value, words) };
    case "strike":
      return { kind, criterion: id, ...(bid === undefined ? {} : { bid }) };
    case "verdict":
      return { kind, bid: bid ?? "", requirement: id, verdict: value as DisputedVerdict };
    default:
      return { kind, bid: bid ?? "", criterion: id };
  }
}

/** A score as a document has it: the reader's word for yes or no, or a number. */
function scoreIn(text: string, words: Words): string {
  const answer = Object.entries(words.answers).find(
    ([, word]) => word.toLowerCase() === text.toLowerCase(),
  )?.[0];
  return answer === "yes" || answer === "no" ? answer : text.replace(",", ".");
}
