/**
 * Several lots of one procurement beside each other (LOU 4 kap. 13–17 §§): whether they belong
 * together, and whether each supplier keeps the limits that were published. Each lot has its own
 * evaluation; which lots a supplier is awarded who comes first in too many is decided by people.
 */
import { decisionInForce } from "../core/document/decisions";
import type { Bid, EvaluationDocument, Procurement } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { isSameBidder } from "../core/same-bidder";

/** A lot: the file that it came in, and its evaluation. */
export type Lot = { readonly file: string; readonly evaluation: Evaluation };

type LotBid = { readonly lot: Lot; readonly bid: Bid };

/** A supplier, and its bid in each lot that it has bid for, the first of which names it. */
export type LotSupplier = { readonly first: LotBid; readonly bids: readonly LotBid[] };

/** The suppliers in the order in which they first appear. */
export function suppliersOf(lots: readonly Lot[]): LotSupplier[] {
  const suppliers: { first: LotBid; bids: LotBid[] }[] = [];
  for (const lot of lots)
    for (const bid of lot.evaluation.document.bids) {
      const known = suppliers.find(({ bids }) => bids.some((each) => isSameBidder(each.bid, bid)));
      if (known) known.bids.push({ lot, bid });
      else suppliers.push({ first: { lot, bid }, bids: [{ lot, bid }] });
    }
  return suppliers;
}

/** What keeps the lots from being decided together, blocking, and what is to be looked at. */
export function lotFindings(lots: readonly Lot[]): Finding[] {
  const apart = lots.flatMap((lot, n) => apartFindings(lot, lots.slice(0, n)));
  return apart.length > 0
    ? apart
    : [
        ...orderFindings(lots),
        ...suppliersOf(lots).flatMap(limitFindings),
        ...decisionFindings(lots),
      ];
}

/** A file that is no lot, the same lot twice, or a lot of another procurement. */
function apartFindings({ file, evaluation }: Lot, before: readonly Lot[]): Finding[] {
  const own = evaluation.document.procurement;
  if (own.lot === undefined) return [finding("lot-unnamed", "blocking", file, { file })];
  const lot = own.lot.id;
  const twin = before.find((each) => procurementOf(each).lot?.id === lot);
  if (twin) return [finding("lot-twice", "blocking", file, { file, other: twin.file, lot })];
  const [first] = before;
  if (!first) return [];
  const other = procurementOf(first);
  const about = { file, other: first.file };
  if (own.caseNumber !== other.caseNumber || own.authority !== other.authority)
    return [finding("lot-other-procurement", "blocking", file, about)];
  return limitsText(own) === limitsText(other)
    ? []
    : [finding("lot-limits-differ", "blocking", file, about)];
}

function limitsText({ lotLimits: { bids, awards, order } = {} }: Procurement): string {
  return JSON.stringify([bids, awards, order]);
}

/** A limit on awards needs the order that decides between them (LOU 4 kap. 15 and 17 §§). */
function orderFindings([first]: readonly Lot[]): Finding[] {
  const { awards, order = "" } = (first && procurementOf(first).lotLimits) ?? {};
  return first && awards !== undefined && order.trim() === ""
    ? [finding("lot-order-missing", "open", first.file, { file: first.file })]
    : [];
}

/** A supplier that has bid for, or would be awarded, more lots than the limits let it. */
function limitFindings({ first, bids }: LotSupplier): Finding[] {
  const { lotLimits: limits = {} } = procurementOf(first.lot);
  const { bidder } = first.bid;
  const names = (some: typeof bids) => some.map(({ lot }) => procurementOf(lot).lot?.id ?? "");
  const offered = bids.filter(({ bid }) => bid.withdrawnAt === undefined);
  const awarded = bids.filter(({ lot, bid }) => lot.evaluation.award.includes(bid.id));
  const limited = bids.filter(({ bid }) => bid.lotLimitAt !== undefined);
  const about = (most: number, some: typeof bids) => ({ bidder, most, lots: names(some) });
  const where = first.lot.file;
  return [
    ...(limits.bids !== undefined && offered.length > limits.bids
      ? [finding("lot-too-many-bids", "open", where, about(limits.bids, offered))]
      : []),
    ...(limits.awards !== undefined && awarded.length > limits.awards
      ? [
          finding("lot-too-many-awards", "blocking", where, {
            ...about(limits.awards, awarded),
            order: limits.order ?? "",
          }),
        ]
      : []),
    ...(limited.length > 0 && awarded.length < (limits.awards ?? Infinity)
      ? [
          finding("lot-limit-unreached", "blocking", where, {
            bidder,
            lots: names(limited),
            awarded: names(awarded),
          }),
        ]
      : []),
  ];
}

/** One decision has one date, one decider and one designation. */
function decisionFindings(lots: readonly Lot[]): Finding[] {
  const decisionText = (document: EvaluationDocument) => {
    const { decidedAt, decidedBy, designation } = decisionInForce(document) ?? {};
    return JSON.stringify([decidedAt, decidedBy, designation]);
  };
  const [first, ...rest] = lots;
  const other = rest.find(
    ({ evaluation }) =>
      first && decisionText(evaluation.document) !== decisionText(first.evaluation.document),
  );
  return first && other
    ? [
        finding("lot-decisions-differ", "warning", other.file, {
          file: other.file,
          other: first.file,
        }),
      ]
    : [];
}

function procurementOf({ evaluation }: Lot): Procurement {
  return evaluation.document.procurement;
}
