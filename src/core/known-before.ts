/**
 * What a document's bids are known to come to from an earlier evaluation: what was made of parts of the
 * document that are the same objects still. A document that is read again after an edit has those of
 * the last reading. It computes nothing.
 *
 * A figure that several bids share may then be two equal steps, one of each evaluation. Papers, the
 * audit trail and the masking tell steps apart as objects, and are made of whole evaluations.
 */
import type { Bid, EvaluationDocument } from "./document/schema";
import type { EvaluatedBid, KnownOfBid } from "./evaluated-bids";

/** An evaluation that has been made. */
export type Before = {
  readonly document: EvaluationDocument;
  readonly bids: readonly EvaluatedBid[];
};

/** In the order of the document's bids; undefined for a bid that was not there. */
export function knownBefore(
  before: Before | undefined,
  document: EvaluationDocument,
): (KnownOfBid | undefined)[] {
  if (!before) return [];
  const areCriteriaSame = areSame(before.document, document, scoredBy);
  // A price that differs from its record is withheld, and the record is of the whole document.
  const arePricesSame =
    document.recorded === undefined && areSameBut(before.document, document, withoutPrice);
  const earlier = new Map(before.bids.map((each) => [each.bid.id, each]));
  return document.bids.map((bid): KnownOfBid | undefined => {
    const known = earlier.get(bid.id);
    if (!known) return undefined;
    return {
      ...(areCriteriaSame && known.bid.scores === bid.scores ? { criteria: known.criteria } : {}),
      ...(arePricesSame && isPricedAlike(known.bid, bid) ? { asOffered: known.price } : {}),
    };
  });
}

/** Whether two documents differ in nothing but their bids. */
export function areSameButBids(one: EvaluationDocument, other: EvaluationDocument): boolean {
  return areSameBut(one, other, ["bids"]);
}

/** Whether a bid has been changed in nothing that its price is made from. */
export function isPricedAlike(one: Bid, other: Bid): boolean {
  return areSameBut(one, other, besidePrice);
}

/** What the fulfilment of the criteria is made from beside a bid's scores. */
const scoredBy = ["criteria", "evaluators", "events"] as const;
/** What no price is made from. */
const withoutPrice = ["bids", "requirements", "criteria", "evaluators"] as const;
const besidePrice: readonly (keyof Bid)[] = ["answers", "scores"];

function areSame<Part extends object>(one: Part, other: Part, keys: readonly (keyof Part)[]) {
  return keys.every((key) => one[key] === other[key]);
}

function areSameBut<Part extends object>(one: Part, other: Part, left: readonly (keyof Part)[]) {
  const keys = Object.keys({ ...one, ...other }) as (keyof Part)[];
  return keys.every((key) => left.includes(key) || one[key] === other[key]);
}
