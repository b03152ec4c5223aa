/**
 * The rounds of a negotiation side by side: what each bid offered in each, and how it moved (LOU 6
 * kap. 8–11 §§). Only the final bid feeds the award; the rest is kept to be compared and shown.
 */
import type { Bid, EvaluationDocument, Offer } from "../core/document/schema";
import { Exact } from "../core/number";
import type { Evaluation } from "../core/evaluate";
import { priceInRows } from "../core/price";
import { priceAsOffered } from "../core/price-as-offered";

/** A bid's price in one round; nothing where it handed in none that can be summed. */
export type Offered = {
  readonly bid: string;
  readonly round: string;
  readonly total: Exact | undefined;
  readonly change: Exact | undefined;
};

/** A row for each bid and round that it has a price in, in the order of the rounds. */
export function offersByRound({ document, bids }: Evaluation): Offered[] {
  const { rounds = [], offers = [] } = document;
  return bids.flatMap(({ bid, price }) => {
    let before: Exact | undefined;
    return rounds.flatMap(({ id: round }): Offered[] => {
      const own = offers.filter((each) => each.bid === bid.id && each.round === round);
      const isNow = bid.round === round;
      if (own.length === 0 && !isNow) return [];
      const total = isNow ? priceAsOffered({ price }) : totalOf(own, bid, document);
      const change = total && before ? total.minus(before) : undefined;
      before = total ?? before;
      return [{ bid: bid.id, round, total, change }];
    });
  });
}

/**
 * The stated total, or what the priced rows of that round come to; a required row without price
 * leaves no sum.
 */
function totalOf(
  own: readonly Offer[],
  bid: Bid,
  { model, priceItems }: EvaluationDocument,
): Exact | undefined {
  const total = own.find(({ item }) => item === undefined)?.price;
  if (total !== undefined) return Exact.of(total);
  const prices = Object.fromEntries(
    own.flatMap(({ item, price }) =>
      item === undefined || price === undefined ? [] : [[item, price] as const],
    ),
  );
  const { price: _price, ...rest } = bid;
  return priceInRows({ model, priceItems }, { ...rest, prices }).value;
}

/** The bids whose figures are not from a round that may be awarded on. */
export function notFinal({ procurement, rounds = [], bids }: EvaluationDocument): Bid[] {
  const kinds = new Map(rounds.map(({ id, kind }) => [id, kind]));
  const onInitial =
    procurement.initialBids === "reserved" &&
    bids.every(({ round }) => kinds.get(round ?? "") === "initial");
  return rounds.length === 0 || onInitial
    ? []
    : bids.filter(({ round }) => kinds.get(round ?? "") !== "final");
}
