/**
 * A copy that someone has worked in, back into the file: both journals in one, blank filled in, and
 * what differs listed and left. A score that the copy recorded otherwise does not count before it
 * has been recorded with a reason, so that no order of files decides.
 */
import type { Difference } from "../core/document/diff";
import { differences, filled } from "../core/document/diff";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { bidsWithUnreadPrices, withUnreadOf } from "../core/document/unread-prices";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Signature } from "../scoring/record-scores";
import { joinedEvents, readChain } from "../journal/hash-chain";

export type MergedCopies =
  | {
      readonly document: EvaluationDocument;
      readonly events: number;
      readonly conflicts: readonly Difference[];
      /** What the copy has and was left in it. */
      readonly findings: readonly Finding[];
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[]; readonly document?: never };

export function mergeCopies(
  document: EvaluationDocument,
  copy: EvaluationDocument,
  act: Signature,
): MergedCopies {
  const { caseNumber, lot } = document.procurement;
  const other = copy.procurement;
  const refuse = (refused: Finding): MergedCopies => ({ refused: [refused] });
  if (other.caseNumber !== caseNumber || other.lot?.id !== lot?.id)
    return refuse(
      finding("copy-other-case", "blocking", "events", {
        seen: other.caseNumber,
        wanted: caseNumber,
      }),
    );
  const { events: ours = [], ...own } = document;
  const { events: theirs = [], ...rest } = copy;
  const states = [readChain(ours).state, readChain(theirs).state];
  if (states.includes("broken")) return refuse(finding("copy-broken", "blocking", "events"));
  if (states.includes("unbound")) return refuse(finding("copy-unbound", "blocking", "events"));
  const joining: JournalEvent = { type: "joined", ...act };
  const both = joinedEvents(ours, theirs, joining);
  if (both === "unrelated") return refuse(finding("copy-unrelated", "blocking", "events"));
  const events = both ?? ours;
  const together = filled(own, rest) as Omit<EvaluationDocument, "events">;
  const joined = { ...together, ...(events.length > 0 ? { events: [...events] } : {}) };
  return {
    // Prices that are kept apart here stay as they stand in the file.
    document: withUnreadOf(joined, document),
    events: events.length - ours.length,
    findings: pricesLeft(document, copy),
    // What only ours has is no conflict.
    conflicts: differences(together, rest).filter(
      ({ before, after }) => before !== undefined && after !== undefined,
    ),
  };
}

/** Prices that the copy keeps apart and this file lacks: nobody has read them, so none is taken in. */
function pricesLeft(document: EvaluationDocument, copy: EvaluationDocument): Finding[] {
  const own = new Set(bidsWithUnreadPrices(document));
  const ids = bidsWithUnreadPrices(copy).filter((id) => !own.has(id));
  return ids.length === 0 ? [] : [finding("copy-prices-unread", "warning", "bids", { ids })];
}
