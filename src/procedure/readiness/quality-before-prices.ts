/**
 * Findings about keeping quality and prices apart: quality that changed after it was fixed, and
 * prices that are visible before it is. It hides no price.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { hasJournal, lastOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { fingerprint } from "../../journal/fingerprint";
import { qualityOf } from "../acts/fix-quality";
import { priceAt } from "../../core/place";

/** Quality that is no longer what was fixed, with the number of scores recorded since. */
export function fixedQualityFindings(document: EvaluationDocument): Finding[] {
  const { events = [] } = document;
  const fixed = lastOf(document, "quality-fixed");
  if (!fixed || !hasJournal(document) || fixed.fingerprint === fingerprint(qualityOf(document)))
    return [];
  const since = events.slice(events.lastIndexOf(fixed) + 1);
  return [
    finding("quality-changed", "warning", "bids", {
      time: fixed.time,
      by: fixed.by,
      count: since.filter(({ type }) => type === "score").length,
    }),
  ];
}

/** Prices that were to be kept apart and are visible although quality is not fixed. */
export function sealedPriceFindings(document: EvaluationDocument): Finding[] {
  if (document.procurement.prices !== "sealed") return [];
  const priced = document.bids.filter(
    ({ price, prices = {} }) => price !== undefined || Object.keys(prices).length > 0,
  );
  const [first] = priced;
  if (!first) return [finding("prices-sealed", "note", "procurement.prices")];
  return lastOf(document, "quality-fixed")
    ? []
    : [
        finding("prices-visible", "warning", priceAt(first.id), {
          ids: priced.map(({ id }) => id),
        }),
      ];
}
