/**
 * Opening prices that were kept in a file of their own: copies them into a document where they are
 * blank, once quality is fixed. No price that stands in the document is written over.
 */
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { fingerprint } from "../../journal/fingerprint";
import { recordParts } from "../../journal/recorded-content";
import { withoutTrailingZeros } from "../../journal/published";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import { pricesOf } from "../price-file";
import type { Acted } from "./act";
import { act, fileOption } from "./act";
import { priceAt } from "../../core/place";

export function openPrices(
  document: EvaluationDocument,
  prices: EvaluationDocument,
  by: Signature,
): Acted {
  const refused = refusals(document, prices);
  if (refused.length > 0) return { refused };
  const theirs = new Map(prices.bids.map((bid) => [bid.id, bid]));
  const opened = {
    ...document,
    bids: document.bids.map((bid) => withPrices(bid, theirs.get(bid.id))),
  };
  const recorded = recordParts(opened, ["prices"]);
  return {
    document: withEvents(recorded.document, [
      {
        type: "prices-opened",
        ...by,
        ...recorded.event,
        fingerprint: fingerprint({ bids: prices.bids.map(pricesOf) }),
      },
    ]),
  };
}

/** No price is shown before quality is fixed, not even as a cell that cannot be read. */
function qualityMissing(document: EvaluationDocument): Finding[] {
  return lastOf(document, "quality-fixed")
    ? []
    : [finding("quality-not-fixed", "blocking", "bids")];
}

/** Why this file cannot be opened into this document now: the first reason, or none. */
function refusals(document: EvaluationDocument, prices: EvaluationDocument): Finding[] {
  const early = qualityMissing(document);
  if (early.length > 0) return early;
  const { caseNumber, lot } = document.procurement;
  const other = prices.procurement;
  if (other.caseNumber !== caseNumber || other.lot?.id !== lot?.id)
    return [
      finding("prices-other-case", "blocking", "procurement.caseNumber", {
        seen: other.caseNumber,
        wanted: caseNumber,
      }),
    ];
  if (priceFormOf(prices) !== priceFormOf(document))
    return [finding("prices-other-form", "blocking", "priceItems")];
  const unknown = prices.bids
    .filter(({ id }) => !document.bids.some((bid) => bid.id === id))
    .map(({ id }) => id);
  if (unknown.length > 0)
    return [finding("prices-unknown-bid", "blocking", "bids", { ids: unknown })];
  const theirs = new Map(prices.bids.map((bid) => [bid.id, bid]));
  const ids = document.bids.filter((bid) => differs(bid, theirs.get(bid.id))).map(({ id }) => id);
  return ids.length > 0
    ? [finding("prices-differ", "blocking", priceAt(ids[0] ?? ""), { ids })]
    : [];
}

function priceFormOf({ priceItems }: EvaluationDocument): string {
  return fingerprint(withoutTrailingZeros({ items: priceItems }) as object);
}

/** A price that stands in both, and is not the same. */
function differs(bid: Bid, other: Bid | undefined): boolean {
  if (!other) return false;
  const isOther = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  const forms =
    (bid.price !== undefined && other.prices !== undefined) ||
    (Object.keys(bid.prices ?? {}).length > 0 && other.price !== undefined);
  return (
    forms ||
    isOther(bid.price, other.price) ||
    isOther(bid.statedTotal, other.statedTotal) ||
    Object.entries(other.prices ?? {}).some(([item, price]) => isOther(bid.prices?.[item], price))
  );
}

/** A bid with the prices of the file where it has none itself. */
function withPrices(bid: Bid, other: Bid | undefined): Bid {
  if (!other) return bid;
  const { price, prices, statedTotal } = other;
  const total = bid.statedTotal ?? statedTotal;
  const { prices: own, ...rest } = bid;
  const ownRows = own === undefined || price !== undefined ? {} : { prices: own };
  return {
    ...rest,
    ...(price === undefined ? {} : { price }),
    ...(prices === undefined ? ownRows : { prices: { ...prices, ...own } }),
    ...(total === undefined ? {} : { statedTotal: total }),
  };
}

export const openPricesAct = act({
  name: "open-prices",
  phase: "scores",
  recordsWhatStands: true,
  takes: { prices: fileOption("prices") },
  // Prices that stand with the bids are recorded by another act, with a note of its own.
  doneBy: (document) =>
    document.procurement.prices === "sealed" ? lastOf(document, "prices-opened") : undefined,
  isOffered: ({ document }) =>
    document.procurement.prices === "sealed" && lastOf(document, "quality-fixed") !== undefined,
  refusesToRead: qualityMissing,
  perform: ({ document }, { prices }, by) => openPrices(document, prices, by),
  tell: (_, words) => words.eventTypes["prices-opened"],
});
