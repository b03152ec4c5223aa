/**
 * A verification as lines for a terminal: each question, whether it holds, and its faults with
 * their places. It decides nothing.
 */
import type { Finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import { findingText } from "../words/sentences";
import { visibleLine } from "../content/visible-text";

type Check = {
  readonly name: keyof Words["trail"]["questions"];
  readonly state: keyof Words["trail"]["states"];
  readonly findings: readonly Finding[];
  readonly counts: { readonly [name: string]: string | number };
};

/** More faults of one check than this are counted, not listed. */
const mostFaults = 20;

/** The verdict in a sentence: one failing check fails the whole, then one unknown leaves it open. */
export function verdictText(checks: readonly Pick<Check, "state">[], words: Words): string {
  const { trail } = words;
  if (checks.some(({ state }) => state === "fails")) return trail.fails;
  return checks.some(({ state }) => state === "unknown") ? trail.unknown : trail.holds;
}

/**
 * The verification as text: the verdict, each check, and what has been written since the last
 * sealed state.
 * @param since a line for each later event
 * @param placeOf the place of a finding in words, such as sheet and cell
 */
export function verificationText(
  checks: readonly Check[],
  since: readonly string[],
  placeOf: (finding: Finding) => string,
  words: Words,
): string {
  const { trail } = words;
  const width = Math.max(...Object.values(trail.states).map(({ length }) => length));
  const lines = checks.flatMap(({ name, state, findings, counts }) => [
    `${trail.states[state].padEnd(width)}  ${trail.questions[name]}: ${trail.said[name](counts)}`,
    ...findings
      .slice(0, mostFaults)
      .map((fault) => `${" ".repeat(width)}  ${placeOf(fault)}  ${findingText(fault, words)}`),
    ...(findings.length > mostFaults
      ? [`${" ".repeat(width)}  ${words.cli.more(findings.length - mostFaults)}`]
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
