/**
 * The answer of a verification on one screen: each question, whether it holds, and every fault with
 * its place.
 */
import type { Finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import { findingText } from "../words/sentences";
import { visibleLine } from "./visible-text";

type Check = {
  readonly name: keyof Words["trail"]["questions"];
  readonly state: keyof Words["trail"]["states"];
  readonly findings: readonly Finding[];
  readonly counts: { readonly [name: string]: string | number };
};

/** At most so many faults are shown of one check; the count says how many there are. */
const mostFaults = 20;

/** The verdict in a sentence. */
export function verdictText(checks: readonly Pick<Check, "state">[], words: Words): string {
  const { trail } = words;
  if (checks.some(({ state }) => state === "fails")) return trail.fails;
  return checks.some(({ state }) => state === "unknown") ? trail.unknown : trail.holds;
}

/** @param placeOf where a finding is, for people */
export function verificationText(
  checks: readonly Check[],
  since: readonly string[],
  placeOf: (each: Finding) => string,
  words: Words,
): string {
  const { trail } = words;
  const wide = Math.max(...Object.values(trail.states).map(({ length }) => length));
  const lines = checks.flatMap(({ name, state, findings, counts }) => [
    `${trail.states[state].padEnd(wide)}  ${trail.questions[name]}: ${trail.said[name](counts)}`,
    ...findings
      .slice(0, mostFaults)
      .map((each) => `${" ".repeat(wide)}  ${placeOf(each)}  ${findingText(each, words)}`),
    ...(findings.length > mostFaults
      ? [`${" ".repeat(wide)}  ${words.cli.more(findings.length - mostFaults)}`]
      : []),
  ]);
  return [
    `${trail.title}: ${verdictText(checks, words)}`,
    "",
    ...lines.map(visibleLine),
    "",
    `${trail.since}: ${since.length === 0 ? trail.noneSince : ""}`.trimEnd(),
    ...since.map((line) => visibleLine(`  ${line}`)),
    "",
    trail.proves,
  ].join("\n");
}
