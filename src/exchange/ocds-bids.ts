/**
 * The bids of an OCDS release: each bid with status, value and rank, the statistics over them, and in
 * an extension of our own the scores. A secret price is left out everywhere,
 * and so is every statistic from which it could be derived.
 */
import { hasSecretInPrice } from "../core/document/redact";
import type { EvaluationDocument } from "../core/document/schema";
import { everyFulfilment } from "../core/criteria";
import type { BidEvaluation } from "../core/evaluate";
import { priceAsOffered } from "../core/price-as-offered";
import { bidItems } from "./ocds-items";
import type { Release } from "./ocds-release";
import { ocdsDate } from "./ocds-release";

/** Every bid, in document order. */
export function bidDetails(release: Release): object[] {
  return release.evaluation.bids.map((bid) => bidDetail(bid, release));
}

function bidDetail(evaluated: BidEvaluation, release: Release) {
  const { evaluation, secrets, isFinal, lot } = release;
  const { bid, standing, rank, price } = evaluated;
  const { procurement, award = {} } = evaluation.document;
  const status = { standing: "valid", rejected: "disqualified", undecided: "pending" }[
    standing.value ?? "undecided"
  ];
  const amount = isFinal ? price.offered.value : priceAsOffered(evaluated);
  return {
    id: bid.id,
    submissionType: "bid",
    status: isFinal ? status : "pending",
    tenderers: [{ id: bid.id, name: bid.bidder }],
    relatedLots: [lot],
    ...bidItems(evaluated, release),
    ...(award.openedAt === undefined ? {} : { date: ocdsDate(award.openedAt) }),
    ...(amount && !secrets.hasTotal(bid.id)
      ? { value: { amount: Number(amount.toDecimal(10)), currency: procurement.currency } }
      : {}),
    ...(isFinal
      ? {
          hasRank: rank.value !== undefined,
          ...(rank.value ? { rank: Number(rank.value.toText()) } : {}),
        }
      : {}),
  };
}

/** How many bids there are of each kind, and the lowest and highest price while none is secret. */
export function bidStatistics({ evaluation: { bids, document }, secrets }: Release): object[] {
  const valid = bids.filter(({ standing }) => standing.value === "standing");
  const rejected = bids.filter(({ standing }) => standing.value === "rejected");
  const abnormallyLow = (document.lowBids ?? []).filter(({ decision }) => decision === "rejected");
  const counts: [measure: string, value: number][] = [
    ["bids", bids.length],
    ["validBids", valid.length],
    ["disqualifiedBids", rejected.length],
    ["bidders", new Set(bids.map(({ bid }) => bid.bidder)).size],
    ["tendersAbnormallyLow", abnormallyLow.length],
  ];
  const statistics = counts.map(([measure, value], n) => ({ id: String(n + 1), measure, value }));
  const prices = valid.flatMap(({ price }) => price.price.value ?? []).sort((a, b) => a.compare(b));
  const [lowest, highest] = [prices[0], prices.at(-1)];
  const isSecret = bids.some(({ bid }) => secrets.hasTotal(bid.id));
  if (isSecret || !lowest || !highest) return statistics;
  const { currency } = document.procurement;
  return [
    ...statistics,
    { id: "6", measure: "lowestValidBidValue", value: Number(lowest.toDecimal(10)), currency },
    { id: "7", measure: "highestValidBidValue", value: Number(highest.toDecimal(10)), currency },
  ];
}

/**
 * The extension `x_evaluation`: results and fulfilment as exact text, for which OCDS has no place.
 * @param fingerprint of the result it belongs to
 */
export function evaluationExtension(
  { evaluation: { document, bids, contracts }, secrets }: Release,
  fingerprint: string,
): object {
  return {
    format: "mervarde-result/1",
    fingerprint,
    label: document.model.label,
    bids: bids.map((bid) => bidScores(bid, secrets.hasTotal(bid.bid.id))),
    ...(contracts.length === 0
      ? {}
      : {
          contracts: contracts.map(({ authority, evaluation }) => ({
            authority: authority.id,
            bids: evaluation.bids.map((bid) => contractScores(bid, document, secrets)),
          })),
        }),
  };
}

/** A bid in one separate contract: with its rank, and without figures where a row of it is secret. */
function contractScores(
  evaluated: BidEvaluation,
  document: EvaluationDocument,
  secrets: Release["secrets"],
): object {
  const { bid, standing, rank } = evaluated;
  return {
    ...bidScores(evaluated, hasSecretInPrice(secrets, bid.id, document)),
    ...(standing.value === undefined ? {} : { standing: standing.value }),
    ...(rank.value ? { rank: Number(rank.value.toText()) } : {}),
  };
}

/**
 * Amounts are left out with the price: in a percentage model the price could be derived from
 * them.
 */
function bidScores(evaluated: BidEvaluation, isSecret: boolean): object {
  const { bid, criteria, result, adjustmentOf } = evaluated;
  return {
    id: bid.id,
    ...(isSecret || !result.value ? {} : { result: result.value.toDecimal(12) }),
    criteria: [...everyFulfilment(criteria)].map(({ criterion: { id }, share }) => {
      const amount = adjustmentOf.get(id)?.value;
      return {
        id,
        ...(share.value ? { share: share.value.toDecimal(12) } : {}),
        ...(amount && !isSecret ? { amount: amount.toDecimal(12) } : {}),
      };
    }),
  };
}
