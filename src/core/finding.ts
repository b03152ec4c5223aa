/**
 * Something a person must know about the bids or the model: a value with code, severity and place,
 * collected and never thrown. It holds no sentence: the doors put it into the reader's language.
 */
import type { FindingCode, FindingDetails } from "./findings/catalogue";
import type { Provision } from "./law";
import type { Place } from "./place";

/**
 * - `blocking`: no award before it is mended, or accepted by a recorded decision (`model.accepted`)
 * - `open`: work that is not done yet; the result is provisional
 * - `warning`: lawful, but someone should look
 * - `note`: good to know
 */
export type Severity = "blocking" | "open" | "warning" | "note";

/** What a finding's sentence needs beside its place; amounts as exact text. */
export type Details = { readonly [name: string]: string | number | readonly string[] };

export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly where: Place;
  readonly details: Details;
  /**
   * The names of the ids in its details, by detail, and the contract year of a price row that has one of
   * its own; see core/names-of-findings.
   */
  readonly names?: readonly (readonly [detail: string, id: string, name: string, year?: number])[];
  /** The provision of LOU that it is about, in this procurement; see core/law. */
  readonly provision?: Provision;
  /** Its cell holds something that could not be read, so that its place is blank in the document. */
  readonly isLost?: true;
  /** Places beside `where` without whose values it would not have been found. */
  readonly restsOn?: readonly Place[];
  /** The separate contract that it is about, where it is not found in every one. */
  readonly contract?: { readonly id: string; readonly name: string };
  /** The recorded decision that lets the evaluation go on in spite of a blocking finding. */
  readonly accepted?: { readonly reason: string; readonly by: string };
};

/**
 * A finding with the details that its code has in the catalogue.
 * @param details may be left out where the code has none
 */
export function finding<Code extends FindingCode>(
  code: Code,
  severity: Severity,
  where: Place,
  ...[details]: DetailsGiven<Code>
): Finding {
  return { code, severity, where, details: details ?? {} };
}

/** The last argument of {@link finding}, which a code without details does not have. */
export type DetailsGiven<Code extends FindingCode> =
  object extends FindingDetails<Code>
    ? readonly [details?: FindingDetails<Code>]
    : readonly [details: FindingDetails<Code>];

/** The finding with the places, beside its own, without whose values it would not have been found. */
export function resting(each: Finding, ...restsOn: readonly Place[]): Finding {
  return { ...each, restsOn };
}

/** Whether a finding keeps an evaluation from being final. */
export function isOpen({ severity, accepted }: Finding): boolean {
  return severity === "open" || (severity === "blocking" && !accepted);
}

/** The findings that were not there before: none before has the code and the place. */
export function newSince(before: readonly Finding[], found: readonly Finding[]): Finding[] {
  const known = new Set(before.map(({ code, where }) => `${code} ${where}`));
  return found.filter(({ code, where }) => !known.has(`${code} ${where}`));
}
