/**
 * A verification as lines for a terminal: each question, whether it holds, and its faults with
 * their places. It decides nothing.
 */
import type { Finding } from "../core/finding";
import type { Section } from "../content/table";
import type { Words } from "../words/sv/words";
import { findingText } from "../words/sentences";
import { visibleLine } from "../content/visible-text";
import { tableText } from "./terminal";

type Check = {
  readonly name: keyof Words["trail"]["questions"];
  readonly state: keyof Words["trail"]["states"];
  readonly findings: readonly Finding[];
  readonly counts: { readonly [name: string]: string | number };
};

/** What is shown of a verification; `history` as tables. */
type Shown = {
  readonly checks: readonly Check[];
  readonly since: readonly string[];
  readonly history: readonly Section[];
  /** Which faults only follow from what someone changed: they are counted, and read as JSON. */
  readonly follows: (fault: Finding) => boolean;
};

/** More faults of one check than this are counted, not listed. */
const mostFaults = 20;

/** The verdict in a sentence: one failing check fails the whole, then one unknown leaves it open. */
export function verdictText(checks: readonly Pick<Check, "state">[], words: Words): string {
  const { trail } = words;
  if (checks.some(({ state }) => state === "fails")) return trail.fails;
  return checks.some(({ state }) => state === "unknown") ? trail.unknown : trail.holds;
}

/** The word for how a check went: work that is only unfinished is told as that, not as a fault. */
export function stateWord(
  { name, state, counts }: Pick<Check, "name" | "state" | "counts">,
  { trail }: Words,
): string {
  const isUnfinished = name === "treatment" && state === "unknown";
  return isUnfinished && (counts["open"] !== 0 || counts["undecided"] !== 0)
    ? trail.unfinished
    : trail.states[state];
}

/**
 * The verification as text: the verdict, each check, what has been written since the last sealed
 * state, and the history of what decides.
 * @param shown.since a line for each later event
 * @param placeOf the place of a finding in words, such as sheet and cell
 */
export function verificationText(
  { checks, since, history, follows }: Shown,
  placeOf: (finding: Finding) => string,
  words: Words,
): string {
  const { trail } = words;
  const width = Math.max(
    ...[...Object.values(trail.states), trail.unfinished].map(({ length }) => length),
  );
  const below = (text: string) => `${" ".repeat(width)}  ${text}`;
  const lines = checks.flatMap((check) => {
    const own = check.findings.filter((fault) => !follows(fault));
    const following = check.findings.length - own.length;
    return [
      `${stateWord(check, words).padEnd(width)}  ${trail.questions[check.name]}: ${trail.said[check.name](check.counts)}`,
      ...own
        .slice(0, mostFaults)
        .map((fault) => below(`${placeOf(fault)}  ${findingText(fault, words)}`)),
      ...(own.length > mostFaults ? [below(words.cli.more(own.length - mostFaults))] : []),
      ...(following > 0 ? [below(`${words.pane.award.following(following)} (--json).`)] : []),
    ];
  });
  return [
    `${trail.title}: ${verdictText(checks, words)}`,
    "",
    ...lines.map(visibleLine),
    "",
    `${trail.since}: ${since.length === 0 ? trail.noneSince : ""}`.trimEnd(),
    ...since.map((line) => visibleLine(`  ${line}`)),
    "",
    ...history.flatMap((section) => [historyText(section, words), ""]),
    trail.proves,
  ].join("\n");
}

/** The newest rows of a table: they are what someone asks about first. */
const mostRows = 40;

function historyText(section: Section, words: Words): string {
  const { title, note, rows } = section;
  const rest = rows.length - mostRows;
  if (rows.length === 0) return [visibleLine(title), note].filter(Boolean).join("\n");
  return [
    tableText({ ...section, rows: rows.slice(-mostRows) }, words),
    ...(rest > 0 ? [words.cli.more(rest)] : []),
  ].join("\n");
}
