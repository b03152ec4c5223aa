/**
 * The fields of a result notice (efterannons) in eForms that the evaluation knows: winner chosen
 * (BT-142), why not (BT-144), how many bids (BT-759, BT-760), each bid's value and rank (BT-720,
 * BT-171, BT-1711), the date of the decision (BT-1451). It writes no notice: the fields are entered
 * by hand, or by a program that fills in the form.
 */
import { awardInForce, registeredDecision } from "../core/document/decisions";
import type { Evaluation } from "../core/evaluate";
import type { Secrets } from "../core/document/redact";

/**
 * Collects the fields of the result notice; a secret price is left out.
 * @returns JSON data, values in the procurement's currency
 */
export function resultNotice({ document, bids, award }: Evaluation, secrets: Secrets): object {
  const { procurement, lowBids = [] } = document;
  const rejected = bids.filter(({ standing }) => standing.value === "rejected");
  const areAllRejected = bids.length > 0 && rejected.length === bids.length;
  const isCancelled = registeredDecision(document)?.kind === "cancellation";
  const { decidedAt } = awardInForce(document) ?? {};
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
    // selec-w: a winner is chosen; open-nw: not yet; clos-nw: the lot is closed without a winner.
    "BT-142":
      award.length > 0
        ? "selec-w"
        : bids.length === 0 || areAllRejected || isCancelled
          ? "clos-nw"
          : "open-nw",
    ...(bids.length === 0
      ? { "BT-144": "no-rece" }
      : areAllRejected
        ? { "BT-144": "all-rej" }
        : {}),
    ...(decidedAt === undefined ? {} : { "BT-1451": decidedAt.slice(0, 10) }),
    submissions: counts,
    tenders: bids.map(({ bid, price, rank }) => ({
      bid: bid.id,
      ...(price.offered.value && !secrets.hasTotal(bid.id)
        ? { "BT-720": price.offered.value.toDecimal(10), currency: procurement.currency }
        : {}),
      "BT-1711": rank.value !== undefined,
      ...(rank.value ? { "BT-171": Number(rank.value.toText()) } : {}),
    })),
  };
}
