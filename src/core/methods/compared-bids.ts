/**
 * The bids that are compared with each other, for methods whose formula needs more than one bid: the
 * lowest, highest and mean price, the best share. Rejected bids are left out. A method that asks for
 * none of these figures is independent of other bids.
 */
import type { Fulfilment } from "../criteria";
import { everyFulfilment } from "../criteria";
import type { Bid, Model } from "../document/schema";
import type { Inputs } from "../inputs";
import { MadeOf } from "../made-of";
import type { Exact } from "../number";
import type { About, Step, Value } from "../step";
import { amongCompared } from "../arithmetic";

/** One bid as a method sees it. */
export type Entrant = {
  readonly bid: Bid;
  /** P: the offered price after `rounding.price`. */
  readonly price: Step;
  readonly criteria: readonly Fulfilment[];
  /** The number of requirements that are not met, and every limit that the bid must keep. */
  readonly bars: readonly Step<Value>[];
  /** A bid that is rejected is not compared with the others. */
  readonly isRejected: boolean;
};

const sharesOf = new MadeOf<readonly Fulfilment[], ReadonlyMap<string, Step>>();

type Among = "lowest-compared" | "highest-compared" | "mean-compared";

/** One evaluation's bids. Each common figure is made once, however many results it enters. */
export class ComparedBids {
  private readonly made = new Map<string, Step>();
  /** The figures over the compared bids that a method has asked for: how to ask them of any bids. */
  private readonly asked = new Map<string, (field: ComparedBids) => Step>();
  private isEachAsked = false;

  /** @param before other bids of the same model, whose figures are taken over where they are the same */
  constructor(
    private readonly entrants: readonly Entrant[],
    readonly model: Model,
    readonly inputs: Inputs,
    private before?: ComparedBids,
  ) {}

  /** Nothing more is taken over, and the bids before are not kept for the sake of these. */
  settle(): void {
    this.before = undefined;
  }

  /** Every bid, for a formula that compares them one by one. */
  every(): readonly Entrant[] {
    this.isEachAsked = true;
    return this.entrants;
  }

  /**
   * Whether these bids give a method the same figures as the bids before gave it, so that a bid that is
   * the same among both has the same result.
   */
  get isAsBefore(): boolean {
    const { before } = this;
    return (
      before?.isEachAsked === false &&
      [...before.asked.values()].every((ask) => areEqual(ask(this).value, ask(before).value))
    );
  }

  /** Pmin over the compared bids. */
  lowestPrice(): Step {
    return this.overPrices("lowest-price", "lowest-compared");
  }

  /** Pmax over the compared bids. */
  highestPrice(): Step {
    return this.overPrices("highest-price", "highest-compared");
  }

  /** The mean price over the compared bids. */
  meanPrice(): Step {
    return this.overPrices("mean-price", "mean-compared");
  }

  /** P; missing when the bid is rejected. */
  comparedPrice(entrant: Entrant): Step {
    return this.compared({ what: "compared-price", bid: entrant.bid.id }, entrant, entrant.price);
  }

  /** A criterion's share; missing when the bid is rejected. @throws when there is no such criterion */
  comparedShare(entrant: Entrant, id: string): Step {
    const shares = sharesOf.get(
      entrant.criteria,
      [],
      () =>
        new Map(
          everyFulfilment(entrant.criteria).map(({ criterion, share }) => [criterion.id, share]),
        ),
    );
    const share = shares.get(id);
    if (!share) throw new Error(`no criterion ${id}`);
    return this.compared({ what: "compared-share", bid: entrant.bid.id, id }, entrant, share);
  }

  /** The best compared bid's share of a root criterion. */
  bestShare(id: string): Step {
    return this.ask({ what: "best-share", id }, "highest-compared", (field, entrant) =>
      field.comparedShare(entrant, id),
    );
  }

  /** A step that is made once for all the bids. */
  once(about: About, make: () => Step): Step {
    const key = keyOf(about);
    const known = this.made.get(key);
    if (known) return known;
    const step = make();
    this.made.set(key, step);
    return step;
  }

  private overPrices(what: About["what"], kind: Among): Step {
    return this.ask({ what }, kind, (field, entrant) => field.comparedPrice(entrant));
  }

  private ask(
    about: About,
    kind: Among,
    of: (field: ComparedBids, entrant: Entrant) => Step,
  ): Step {
    return this.once(about, () => {
      const key = keyOf(about);
      this.asked.set(key, (field) => field.ask(about, kind, of));
      const before = this.before?.made.get(key);
      const from = this.entrants.map((entrant, n) =>
        before && this.before?.entrants[n] === entrant
          ? (before.from[n] as Step)
          : of(this, entrant),
      );
      return before && haveSameValues(from, before.from)
        ? before
        : amongCompared(about, kind, from);
    });
  }

  /** A figure over the compared bids, made once. */
  over(about: About, kind: Among, of: (entrant: Entrant) => Step): Step {
    return this.once(about, () => amongCompared(about, kind, this.entrants.map(of)));
  }

  /** A value of one bid; missing when the bid is rejected. */
  compared(about: About, { isRejected, bars }: Entrant, value: Step): Step {
    return this.once(about, () => ({
      about,
      rule: { kind: "compared" },
      from: [value, ...bars],
      value: isRejected ? undefined : value.value,
    }));
  }
}

function keyOf({ what, bid = "", id = "" }: About): string {
  return `${what} ${bid} ${id}`;
}

function areEqual(one: Exact | undefined, other: Exact | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

/** Whether the values are the same objects, of which the same figure is made. */
function haveSameValues(some: readonly Step<Value>[], others: readonly Step<Value>[]): boolean {
  return some.length === others.length && some.every(({ value }, n) => value === others[n]?.value);
}
