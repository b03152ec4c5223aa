/**
 * The bids that are compared with each other, for methods whose formula needs more than one bid: the
 * lowest, highest and mean price, the best share. Rejected bids are left out. A method that asks for
 * none of these figures is independent of other bids.
 */
import type { Fulfilment } from "../criteria";
import { everyFulfilment } from "../criteria";
import type { Bid, Model } from "../document/schema";
import type { Inputs } from "../inputs";
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

type Among = "lowest-compared" | "highest-compared" | "mean-compared";

/** One evaluation's bids. Each common figure is made once, however many results it enters. */
export class ComparedBids {
  private readonly made = new Map<string, Step>();

  constructor(
    readonly entrants: readonly Entrant[],
    readonly model: Model,
    readonly inputs: Inputs,
  ) {}

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
    const share = [...everyFulfilment(entrant.criteria)].find(
      ({ criterion }) => criterion.id === id,
    )?.share;
    if (!share) throw new Error(`no criterion ${id}`);
    return this.compared({ what: "compared-share", bid: entrant.bid.id, id }, entrant, share);
  }

  /** The best compared bid's share of a root criterion. */
  bestShare(id: string): Step {
    return this.over({ what: "best-share", id }, "highest-compared", (entrant) =>
      this.comparedShare(entrant, id),
    );
  }

  /** A step that is made once for all the bids. */
  once(about: About, make: () => Step): Step {
    const key = `${about.what} ${about.bid ?? ""} ${about.id ?? ""}`;
    const known = this.made.get(key);
    if (known) return known;
    const step = make();
    this.made.set(key, step);
    return step;
  }

  private overPrices(what: About["what"], kind: Among): Step {
    return this.over({ what }, kind, (entrant) => this.comparedPrice(entrant));
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
