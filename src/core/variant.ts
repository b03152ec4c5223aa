/**
 * What a document comes to, and what a variant of it would: with a score, a price, a bid or a part of
 * the model another. What the change does not reach is taken over, so that a question of the form "what
 * if" costs what it touches; results that other bids enter are made anew where the figures are others,
 * and the order always is.
 *
 * It tells values and shows no steps. Where a result is taken over although other bids have changed, the
 * steps that it came from tell of them as they were.
 */
import { fulfilmentsAgain } from "./criteria";
import type { Bid, EvaluationDocument } from "./document/schema";
import type { EvaluatedBid, KnownOfBid } from "./evaluated-bids";
import { BidsBefore } from "./evaluated-bids";
import { Inputs } from "./inputs";
import { areSameButBids, isPricedAlike, knownBefore } from "./known-before";
import type { Direction } from "./methods/method";
import type { Exact } from "./number";
import type { Outcome } from "./outcome";
import { outcomeOf } from "./outcome";

export class Variant {
  private known: BidsBefore | undefined;

  private constructor(
    readonly document: EvaluationDocument,
    private readonly inputs: Inputs,
    private readonly outcome: Outcome,
  ) {}

  static of(document: EvaluationDocument): Variant {
    const inputs = new Inputs(document).keepingFulfilled();
    return new Variant(document, inputs, outcomeOf(document, inputs));
  }

  /** @param document in which what is the same is the same objects */
  with(document: EvaluationDocument): Variant {
    if (document === this.document) return this;
    if (!isOfBidsAlone(document) || !areSameButBids(this.document, document)) {
      const inputs = new Inputs(document).keepingFulfilled();
      const before = { document: this.document, bids: this.outcome.evaluated };
      return new Variant(
        document,
        inputs,
        outcomeOf(document, inputs, knownBefore(before, document)),
      );
    }
    const inputs = new Inputs(document, undefined, this.inputs);
    const { before } = this;
    const known = document.bids.map((bid) =>
      knownOfChanged(before.bid(bid.id), bid, document, inputs),
    );
    return new Variant(document, inputs, outcomeOf(document, inputs, known, before));
  }

  /** The same document with other bids. */
  withBids(bids: readonly Bid[]): Variant {
    return this.with({ ...this.document, bids: [...bids] });
  }

  get direction(): Direction {
    return this.outcome.direction;
  }

  /** The ids of the bids that share the first place, in document order. */
  get leaders(): readonly string[] {
    return this.outcome.order.groups[0] ?? [];
  }

  /** Missing for a rejected bid and for one without a result. */
  rankOf(id: string): number | undefined {
    return this.outcome.order.ranks.get(id);
  }

  resultOf(id: string): Exact | undefined {
    return this.before.bid(id)?.result.value;
  }

  /** P: the price that is compared. */
  priceOf(id: string): Exact | undefined {
    return this.before.bid(id)?.price.price.value;
  }

  private get before(): BidsBefore {
    return (this.known ??= new BidsBefore(this.outcome));
  }
}

/** What a bid that has been changed still comes to. */
function knownOfChanged(
  before: EvaluatedBid | undefined,
  bid: Bid,
  document: EvaluationDocument,
  inputs: Inputs,
): KnownOfBid | undefined {
  if (!before || before.bid === bid) return undefined;
  return {
    criteria: fulfilmentsAgain(document, bid, inputs, before),
    ...(before.bid.answers === bid.answers ? { compliance: before.compliance } : {}),
    ...(isPricedAlike(before.bid, bid) ? { asOffered: before.price } : {}),
  };
}

/**
 * Whether each bid is checked by itself: a blank row may be held against a bid because others price it,
 * and records and events are of the whole document.
 */
function isOfBidsAlone({ model, priceItems, events, recorded }: EvaluationDocument): boolean {
  const isHeldToOthers = model.blankOptional === "rejected" && priceItems.length > 0;
  return !isHeldToOthers && events === undefined && recorded === undefined;
}
