/**
 * What keeps papers and exports from being written: a secret that they would give away, a reason that
 * they have to give and that nobody has written. It is found before the first file is written, so
 * that no half of a set of papers exists.
 */
import { decisionInForce } from "../core/document/decisions";
import { arePricesSealed } from "../core/document/sealed-prices";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { disclosureFindings } from "../core/secrecy/masks";
import { reasonGaps } from "../report/reason-gaps";
import type { AwardBasis } from "./award-papers";

/** Which papers are asked for. */
export type AskedPapers = {
  /** Whether the papers keep secrets from a reader: redacted ones, and notices to bidders. */
  readonly hides: boolean;
  /** Whether they are written although reasons are missing, as drafts with visible blanks. */
  readonly withBlanks?: boolean;
  /** Whether notices to bidders are among them. */
  readonly hasNotices?: boolean;
};

/** What must be mended before a report or the notices are written. */
export function paperObstacles(
  evaluated: Pick<AwardBasis, "evaluation" | "document">,
  { hides, withBlanks = false, hasNotices = false }: AskedPapers,
): Finding[] {
  const { evaluation, document } = evaluated;
  return [
    ...(hasNotices ? noticeObstacles(evaluated) : []),
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

/**
 * While prices are kept apart there is no outcome to tell a bidder of, and while an award is blocked the
 * outcome is not the one that was decided. That the procurement is cancelled can be told all the same.
 */
export function noticeObstacles({
  evaluation,
  document,
}: Pick<AwardBasis, "evaluation" | "document">): Finding[] {
  const decided = decisionInForce(document)?.kind;
  if (decided === "cancellation") return [];
  if (arePricesSealed(document))
    return [finding("notices-under-seal", "open", "procurement.prices")];
  return decided !== undefined && evaluation.status === "blocked"
    ? [finding("notices-while-blocked", "open", "decisions")]
    : [];
}
