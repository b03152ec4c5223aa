/**
 * Findings about keeping quality and prices apart: quality that changed after it was fixed, and
 * prices that stand in the file before it is. It shows no price.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { hasJournal, lastOf } from "../../core/document/recorded";
import { arePricesSealed } from "../../core/document/sealed-prices";
import { bidsWithUnreadPrices } from "../../core/document/unread-prices";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { fingerprint } from "../../journal/fingerprint";
import { qualityOf } from "../acts/fix-quality";
import { changesToRecord } from "../changes-to-record";
import { eventAt, priceAt } from "../../core/place";

/** Quality that is no longer what was fixed, with the number of scores recorded since. */
export function fixedQualityFindings(document: EvaluationDocument): Finding[] {
  const { events = [] } = document;
  const fixed = lastOf(document, "quality-fixed");
  if (!fixed || !hasJournal(document) || fixed.fingerprint === fingerprint(qualityOf(document)))
    return [];
  const at = events.lastIndexOf(fixed);
  const since = events.slice(at + 1);
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
