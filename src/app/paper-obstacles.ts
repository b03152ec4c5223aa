/**
 * What keeps papers and exports from being written: a secret that they would give away. It is found
 * before the first file is written, so that no half of a set of papers exists.
 */
import type { Finding } from "../core/finding";
import { disclosureFindings } from "../core/secrecy/masks";
import type { AwardBasis } from "./award-papers";

/**
 * Secrets that a reader could work out although everything that may be masked is masked.
 * @param hides whether the papers keep secrets from a reader: redacted ones, and notices to bidders
 */
export function paperObstacles(
  { evaluation, document }: Pick<AwardBasis, "evaluation" | "document">,
  hides: boolean,
): Finding[] {
  return hides ? disclosureFindings(evaluation, document) : [];
}
