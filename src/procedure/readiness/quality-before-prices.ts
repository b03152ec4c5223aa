/**
 * Findings about keeping quality and prices apart: quality that changed after it was fixed, and
 * prices that stand in the file before it is. It shows no price.
 */
import type { EvaluationDocument, JournalEvent } from "../../core/document/schema";
import { hasJournal, lastOf } from "../../core/document/recorded";
import { arePricesSealed } from "../../core/document/sealed-prices";
import { bidsWithUnreadPrices } from "../../core/document/unread-prices";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { basisFingerprint } from "../../journal/fingerprint";
import { qualityFingerprint } from "../acts/fix-quality";
import { changesToRecord } from "../changes-to-record";
import { finalisation } from "../milestones";
import { eventAt, partsOf, priceAt } from "../../core/place";

/**
 * Quality that is no longer what was fixed: corrected with reasons and finalised since, or changed, with
 * the number of scores recorded since.
 */
export function fixedQualityFindings(document: EvaluationDocument): Finding[] {
  const { events = [] } = document;
  const fixed = lastOf(document, "quality-fixed");
  if (!fixed || !hasJournal(document) || fixed.fingerprint === qualityFingerprint(document))
    return [];
  const at = events.lastIndexOf(fixed);
  const since = events.slice(at + 1);
  const corrected = correctionsIn(document, since);
  const last = corrected.at(-1);
  if (last)
    return [
      finding("quality-corrected", "warning", eventAt(events.lastIndexOf(last), "new"), {
        time: fixed.time,
        by: fixed.by,
        corrected: last.time,
        count: corrected.length,
      }),
    ];
  const changed = changesToRecord(document).find(
    ({ part }) => part === "scores" || part === "verdicts",
  );
  return [
    finding("quality-changed", "warning", changed?.place ?? eventAt(at, "fingerprint"), {
      time: fixed.time,
      by: fixed.by,
      count: since.filter(({ type }) => type === "score").length,
    }),
  ];
}

/**
 * The changes of scores and verdicts since quality was fixed, where each has its reason and the evaluation
 * has been finalised after the last of them on just this input; none otherwise.
 */
function correctionsIn(
  document: EvaluationDocument,
  since: readonly JournalEvent[],
): readonly JournalEvent[] {
  const changes = since.filter(isQualityChange);
  const last = changes.at(-1);
  const finalised = finalisation(document);
  const isSettled =
    last !== undefined &&
    finalised !== undefined &&
    since.indexOf(finalised) > since.indexOf(last) &&
    finalised.fingerprint === basisFingerprint(document) &&
    changes.every(({ reason = "" }) => reason.trim() !== "");
  return isSettled ? changes : [];
}

function isQualityChange({ type, place = "" }: JournalEvent): boolean {
  const [root, part] = partsOf(place);
  return (
    type === "score" || (type === "changed" && root?.key === "bids" && part?.key === "answers")
  );
}

/** Prices that are kept apart; a warning where they stand in the file although quality is not fixed. */
export function sealedPriceFindings(document: EvaluationDocument): Finding[] {
  if (arePricesSealed(document)) {
    const ids = bidsWithUnreadPrices(document);
    const [first] = ids;
    return first === undefined
      ? [finding("prices-sealed", "note", "procurement.prices")]
      : [finding("prices-visible", "warning", priceAt(first), { ids })];
  }
  const isPriced = document.bids.some(
    ({ price, prices = {} }) => price !== undefined || Object.keys(prices).length > 0,
  );
  return document.procurement.prices !== "sealed" || isPriced
    ? []
    : [finding("prices-sealed", "note", "procurement.prices")];
}
