/**
 * What the command line prints: results on standard output, findings with their cells, failures and
 * refusals on standard error, each with its exit code. It opens no file and knows no command.
 */
import type { CommanderError } from "commander";
import type { Unreadable } from "../app/assess";
import type { Section } from "../content/table";
import type { Finding } from "../core/finding";
import { Exact } from "../core/number";
import { Failure } from "../host/failure";
import { findingGroupLines, findingLines, sectionText } from "../render/terminal";
import { visibleJson, visibleText } from "../content/visible-text";
import { findingResult } from "../report/result";
import { addressText } from "../sheet/cell-address";
import type { Places } from "../sheet/locate";
import { nowhere } from "../sheet/locate";
import { sheetNamesIn } from "../sheet/sheet-names";
import { rowText, spotOf } from "../sheet/spots";
import { failureText } from "../words/sentences";
import { spotText } from "../words/place-text";
import type { Words } from "../words/sv/words";
import { exit } from "./program";

/** At most this many findings are printed at once; a last line counts the others. */
const mostLines = 200;

/** Prints a failure as its sentence, and a bug of ours with its stack. */
export function printFailure(error: unknown, words: Words): number {
  if (error instanceof Failure) {
    complain(failureText(error.code, error.details, words));
    return exit.unreadable;
  }
  complain(
    words.cli.internal(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return exit.internal;
}

/** Prints what is wrong with how the command was written. */
export function refuseUsage(message: string, words: Words): number {
  complain(words.cli.usage(message));
  return exit.unreadable;
}

/** What stands for a value in a line of the help, `<file>` or `[options]`, in the reader's words. */
export function withPlaceholders(line: string, words: Words): string {
  return line.replace(/<[^>]*>|\[options\]/g, (each) => inReadersWords(each, words));
}

function inReadersWords(placeholder: string, { cli: { placeholders } }: Words): string {
  return placeholder.replace(/[a-z]+/g, (name) => placeholders[name] ?? name);
}

/** The sentence for an error of the command line's library, whose own English is not shown. */
export function usageText(error: CommanderError, words: Words): string {
  const [, given = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const isArgument = error.code === "commander.missingArgument";
  const subject = isArgument ? inReadersWords(given, words) : withPlaceholders(given, words);
  const texts: { readonly [code: string]: ((subject: string) => string) | undefined } =
    words.cli.usageErrors;
  return texts[error.code]?.(subject) ?? error.message;
}

/** Prints to standard error; control characters are shown and not obeyed. */
export function complain(line: string): void {
  process.stderr.write(`${visibleText(line)}\n`);
}

/** Prints to standard output; control characters are shown and not obeyed. */
export function print(text: string): void {
  process.stdout.write(`${visibleText(text)}\n`);
}

/** @param space as in JSON.stringify; 0 for one line */
export function printJson(value: unknown, space = 2): void {
  process.stdout.write(`${visibleJson(jsonText(value, space))}\n`);
}

/** JSON with exact values as text, so that no figure passes through a float on its way out. */
export function jsonText(value: unknown, space = 2): string {
  return JSON.stringify(
    value,
    (_, entry: unknown) => (entry instanceof Exact ? entry.toText() : entry),
    space,
  );
}

export function printSections(sections: readonly Section[], words: Words): void {
  print(sections.map((section) => sectionText(section, words)).join("\n\n"));
}

/** Names the cells of findings; results have no cell where no result sheet is written. */
export function locatedIn({ places }: { readonly places: Places }): {
  finding: (finding: Finding) => string | undefined;
  result: () => undefined;
} {
  return {
    finding: ({ where }) => {
      const address = places.nearest(where);
      return address && addressText(address);
    },
    result: () => undefined,
  };
}

/** The findings that stand instead of a result, as JSON. */
export function refusalJson({ findings, places }: Unreadable, words: Words): object {
  const located = locatedIn({ places });
  return { findings: findings.map((finding) => findingResult(finding, located, words)) };
}

/** Prints what was found instead of a result, as JSON on standard output. */
export function printRefusal(refused: Unreadable, words: Words): void {
  printJson({ error: refusalJson(refused, words) });
}

/**
 * Refuses an input that holds no document, with everything that is wrong with it.
 * @param said that it cannot be used, and for what; without it, that it cannot be evaluated
 */
export function refuse(
  file: string,
  unreadable: Unreadable,
  options: { readonly json?: true; readonly all?: true },
  words: Words,
  said = words.cli.unreadable(file),
): number {
  if (options.json) printRefusal(unreadable, words);
  complain(said);
  const { findings, places } = unreadable;
  printFindingGroups(findings, { places, isWhole: options.all === true }, words, complain);
  return exit.unreadable;
}

/** Refuses a question that cannot be asked of the case, with the findings that say why. */
export function refuseQuestion(findings: readonly Finding[], places: Places, words: Words): number {
  printFindings(findings, places, words, complain);
  return exit.unreadable;
}

/** Refuses to write papers, with the findings that say why. */
export function refusePapers(
  findings: readonly Finding[],
  { places }: { readonly places: Places },
  words: Words,
): number {
  printFindings(findings, places, words, complain);
  return exit.blocked;
}

export function printFindings(
  findings: readonly Finding[],
  places: Places,
  words: Words,
  write: (line: string) => void,
): void {
  const placeOf = (finding: Finding) => placeText(finding, places, words);
  const sheets = sheetNamesIn(places, words);
  for (const line of findingLines(findings.slice(0, mostLines), placeOf, words, sheets))
    write(line);
  if (findings.length > mostLines) write(words.cli.more(findings.length - mostLines));
}

/** Prints findings by kind, or each by itself where the reader has asked for all of them. */
export function printFindingGroups(
  findings: readonly Finding[],
  { places, isWhole }: { readonly places: Places; readonly isWhole: boolean },
  words: Words,
  write: (line: string) => void,
): void {
  const placeOf = (finding: Finding) => placeText(finding, places, words);
  const sheets = sheetNamesIn(places, words);
  const each = findingLines(findings, placeOf, words, sheets);
  const lines = isWhole ? each : findingGroupLines(findings, placeOf, words, sheets);
  const shown = isWhole ? lines : lines.slice(0, mostLines);
  for (const line of shown) write(line);
  if (shown.length < each.length) write(words.cli.allShows);
}

/** Prints every kind of finding, with the first few places of those that there are many of. */
export function printKinds(
  findings: readonly Finding[],
  places: Places,
  words: Words,
  write: (line: string) => void,
): void {
  const placeOf = (finding: Finding) => placeText(finding, places, words);
  const sheets = sheetNamesIn(places, words);
  for (const line of findingGroupLines(findings, placeOf, words, sheets)) write(line);
}

/** A finding's cell, else its sheet, else its place in words. */
function placeText(finding: Finding, places: Places, words: Words): string {
  const { where, details } = finding;
  const cell = locatedIn({ places }).finding(finding);
  if (cell !== undefined) return cell;
  if (typeof details["sheet"] === "string") return details["sheet"];
  const spot = spotOf(where);
  const row = spot && (details["table"] === undefined ? rowText(spot) : String(details["row"]));
  const text = spot && spotText({ ...spot, row: row ?? spot.row }, words);
  // A document has no cells: its key is what one searches for, the words are what it is.
  return places === nowhere || text === undefined
    ? [where || "–", ...(text === undefined ? [] : [`(${text})`])].join(" ")
    : text;
}
