/**
 * What a result notice (efterannons) of eForms asks for and the evaluation knows: winner chosen
 * (BT-142), why not (BT-144), how many bids (BT-759, BT-760), each bid's value and rank (BT-720,
 * BT-171, BT-1711), the date of the decision (BT-1451). To be entered by hand or by whoever fills
 * the form.
 */
import type { Evaluation } from "../core/evaluate";
import type { Secrets } from "../core/document/redact";
import { isPriceSecret } from "../core/document/redact";

export function resultNotice({ document, bids, award }: Evaluation, secrets: Secrets): object {
  const { procurement, award: entered = {}, lowBids = [] } = document;
  const rejected = bids.filter(({ standing }) => standing.value === "rejected");
  const isNone = bids.length > 0 && rejected.length === bids.length;
  const counts = [
    { "BT-760": "tenders", "BT-759": bids.length },
    { "BT-760": "t-verif-inad", "BT-759": rejected.length },
    {
      "BT-760": "t-verif-inad-low",
      "BT-759": lowBids.filter(({ decision }) => decision === "rejected").length,
    },
  ];
  return {
    lot: procurement.lot?.id ?? "1",
    // Chosen, not chosen yet, or closed without anyone.
    "BT-142": award.length > 0 ? "selec-w" : bids.length === 0 || isNone ? "clos-nw" : "open-nw",
    ...(bids.length === 0 ? { "BT-144": "no-rece" } : isNone ? { "BT-144": "all-rej" } : {}),
    ...(entered.decidedAt === undefined ? {} : { "BT-1451": entered.decidedAt.slice(0, 10) }),
    submissions: counts,
    tenders: bids.map(({ bid, price, rank }) => ({
      bid: bid.id,
      ...(price.offered.value && !isPriceSecret(secrets, bid.id)
        ? { "BT-720": price.offered.value.toDecimal(10), currency: procurement.currency }
        : {}),
      "BT-1711": rank.value !== undefined,
      ...(rank.value ? { "BT-171": Number(rank.value.toText()) } : {}),
    })),
  };
}
