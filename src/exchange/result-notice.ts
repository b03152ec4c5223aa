/**
 * The fields of a result notice (efterannons) in eForms that the evaluation knows: winner chosen
 * (BT-142), why not (BT-144), how many bids (BT-759, BT-760), each bid's value and rank (BT-720,
 * BT-171, BT-1711), the date of the decision (BT-1451), the value of what is awarded with every option
 * (BT-161), and each authority of a joint procurement that signs a contract (OPT-300). It writes no notice: the fields are entered
 * by hand, or by a program that fills in the form.
 */
import { authorityValues, estimatedValue } from "../core/contract-values";
import { awardInForce, registeredDecision } from "../core/document/decisions";
import type { Evaluation } from "../core/evaluate";
import type { Secrets } from "../core/document/redact";
import { hasSecretInPrice } from "../core/document/redact";
import { Exact } from "../core/number";

/**
 * Collects the fields of the result notice; a secret price is left out.
 * @returns JSON data, values in the procurement's currency
 */
export function resultNotice(evaluation: Evaluation, secrets: Secrets): object {
  const { document, bids, award } = evaluation;
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
    ...awardedValue(evaluation, secrets),
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

/** What is paid for all that is awarded; nothing where a part of it is unknown or secret. */
function awardedValue(evaluation: Evaluation, secrets: Secrets): object {
  const { document, award } = evaluation;
  const { currency } = document.procurement;
  const isSecret = award.some((bid) => hasSecretInPrice(secrets, bid, document));
  const values = award.map((bid) => estimatedValue(evaluation, bid));
  const known = values.filter((value) => value !== undefined);
  const isTold = award.length > 0 && !isSecret && known.length === values.length;
  const [winner, ...others] = award;
  const signatories =
    winner === undefined || others.length > 0 ? [] : authorityValues(document, winner);
  return {
    ...(isTold ? { "BT-161": Exact.sum(known).toDecimal(10), currency } : {}),
    ...(signatories.length > 1
      ? {
          contracts: signatories.map(({ authority, whole }) => ({
            "OPT-300": authority.name,
            ...(whole && !isSecret ? { value: whole.toDecimal(10), currency } : {}),
          })),
        }
      : {}),
  };
}
