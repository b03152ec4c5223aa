/**
 * What keeps papers and exports from being written: a secret that they would give away, a reason that
 * they have to give and that nobody has written. It is found before the first file is written, so
 * that no half of a set of papers exists.
 */
import type { Finding } from "../core/finding";
import { disclosureFindings } from "../core/secrecy/masks";
import { reasonGaps } from "../report/reason-gaps";
import type { AwardBasis } from "./award-papers";

/** Which papers are asked for. */
export type AskedPapers = {
  /** Whether the papers keep secrets from a reader: redacted ones, and notices to bidders. */
  readonly hides: boolean;
  /** Whether they are written although reasons are missing, as drafts with visible blanks. */
  readonly withBlanks?: boolean;
};

/** What must be mended before a report or the notices are written. */
export function paperObstacles(
  evaluated: Pick<AwardBasis, "evaluation" | "document">,
  { hides, withBlanks = false }: AskedPapers,
): Finding[] {
  const { evaluation, document } = evaluated;
  return [
    ...exportObstacles(evaluated, hides),
    ...(withBlanks ? [] : reasonGaps({ ...evaluation, document })),
  ];
}

/** Secrets that a reader could work out although everything that may be masked is masked. */
export function exportObstacles(
  { evaluation, document }: Pick<AwardBasis, "evaluation" | "document">,
  hides: boolean,
): Finding[] {
  return hides ? disclosureFindings(evaluation, document) : [];
}
