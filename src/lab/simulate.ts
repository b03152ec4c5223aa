/**
 * Simulation: thousands to millions of evaluations of random bids in a model, or in several on
 * the same draws. It counts who wins, how often quality beats price, how often each criterion
 * decides. Floating point decides most draws; the exact engine decides every draw that it cannot,
 * including ties. Memory does not grow with the number of draws. It starts no threads; the doors
 * do.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { evaluate } from "../core/evaluate";
import { Exact } from "../core/number";
import { Variant } from "../core/variant";
import type { Draw, Setup } from "./random-draws";
import { blockSize, drawBlock } from "./random-draws";
import {
  figureAt,
  lead,
  plainLeaves,
  pricedAt,
  syntheticBid,
  withoutLimits,
} from "./synthetic-bids";
import { FloatEngine } from "./float-engine";
import { leaders } from "./rank-reversal";
import { highestPrice } from "./search";

/** The counts of one model; counts of blocks can be added in any order. */
export type Tally = {
  readonly draws: number;
  /** Won alone, by slot. */
  readonly wins: readonly number[];
  /** Rejected, by slot. */
  readonly rejected: readonly number[];
  /** The first place shared after the published tie chain. */
  readonly ties: number;
  /** Nobody could win: all rejected, or no result could be computed. */
  readonly nobody: number;
  /**
   * A single winner with the lowest price among the bids that are not rejected; and one without it.
   */
  readonly lowestPriceWins: number;
  readonly qualityBeatsPrice: number;
  /** By root criterion: another outcome if every bid had had full marks on it. */
  readonly decides: readonly number[];
  /** Outcomes that the exact engine decided. */
  readonly confirmed: number;
};

/** How many blocks a simulation has. */
export function blocksOf({ draws }: Setup): number {
  return Math.ceil(draws / blockSize);
}

/** Counts blocks of draws, for every model of the setup; one for each thread. */
export class Simulator {
  private readonly models: readonly Model[];

  constructor(private readonly setup: Setup) {
    this.models = setup.models.map((limited) => ({
      limited,
      open: withoutLimits(limited),
      kernel: new FloatEngine(setup, limited),
    }));
  }

  /** One tally a model. */
  block(block: number): Tally[] {
    const counts = this.models.map(
      ({ kernel }) => new Count(this.setup.slots.length, kernel.rootCount),
    );
    for (const draw of drawBlock(this.setup, block)) {
      for (let m = 0; m < counts.length; m += 1)
        this.count(draw, this.models[m] as Model, counts[m] as Count);
    }
    return counts.map((count) => count.tally());
  }

  private count(draw: Draw, model: Model, count: Count): void {
    const { kernel } = model;
    if (!kernel.load(draw.prices, draw.figures)) this.reject(draw, model, count);
    const first = this.winner(draw, model, -1, count);
    count.draws += 1;
    for (let b = 0; b < kernel.rejected.length; b += 1)
      count.rejected[b] = (count.rejected[b] as number) + (kernel.rejected[b] as number);
    if (first === nobody) count.nobody += 1;
    else if (first === shared) count.ties += 1;
    else {
      count.wins[first] = (count.wins[first] as number) + 1;
      if (isLowest(kernel, first)) count.lowestPriceWins += 1;
      else count.qualityBeatsPrice += 1;
    }
    for (let r = 0; r < kernel.rootCount; r += 1) {
      if (this.winner(draw, model, r, count) !== first)
        count.decides[r] = (count.decides[r] as number) + 1;
    }
  }

  /** Who is rejected, by the exact engine. */
  private reject(draw: Draw, { limited, kernel }: Model, count: Count): void {
    count.confirmed += 1;
    // Of everything that rejects a bid only ceilings depend on the price, and they apply to the
    // offer.
    const offers = bidsOf(this.setup, draw, limited, -1).map((bid, b): Bid => {
      const offered = this.setup.slots[b]?.offered;
      return offered === undefined ? bid : { ...bid, price: offered };
    });
    const { bids } = evaluate({ ...limited, bids: offers });
    for (const [b, { standing }] of bids.entries())
      kernel.rejected[b] = standing.value === "rejected" ? 1 : 0;
  }

  /**
   * The slot that wins, `nobody` or `shared`. @param neutral a root on which all have full marks,
   * or -1
   */
  private winner(draw: Draw, { open, kernel }: Model, neutral: number, count: Count): number {
    kernel.outcome(neutral, outcome);
    if (outcome.sure) return outcome.winner;
    count.confirmed += 1;
    const compared = bidsOf(this.setup, draw, open, neutral).filter(
      (_, b) => kernel.rejected[b] === 0,
    );
    const first = leaders(evaluate({ ...open, bids: compared }));
    if (first.length === 0) return nobody;
    return first.length > 1 ? shared : this.setup.slots.findIndex(({ id }) => id === first[0]);
  }
}

/** One model in three forms: with its limits, without them, and compiled to floating point. */
type Model = {
  readonly limited: EvaluationDocument;
  readonly open: EvaluationDocument;
  readonly kernel: FloatEngine;
};

const [nobody, shared] = [-1, -2];
const outcome = { winner: nobody, sure: true };

function isLowest(kernel: FloatEngine, winner: number): boolean {
  const { prices, rejected } = kernel;
  for (let b = 0; b < prices.length; b += 1)
    if (!rejected[b] && (prices[b] as number) < (prices[winner] as number)) return false;
  return true;
}

/** A draw as the bids of a document, for the exact engine. */
function bidsOf(
  { slots, leaves }: Setup,
  draw: Draw,
  model: EvaluationDocument,
  neutral: number,
): Bid[] {
  const full = new Set(
    neutral < 0
      ? []
      : plainLeaves({ ...model, criteria: model.criteria.slice(neutral, neutral + 1) }).map(
          ({ id }) => id,
        ),
  );
  const plain = plainLeaves(model);
  const index = new Map(leaves.map(({ id }, n) => [id, n]));
  return slots.map(({ id, price: { from, step } }, b) => {
    const price = Exact.of(from).plus(Exact.of(step).times(Exact.count(draw.prices[b] as number)));
    return syntheticBid(id, price, plain, (leaf) => {
      const l = index.get(leaf.id) ?? 0;
      return full.has(leaf.id)
        ? figureAt(leaf, 1)
        : (leaves[l]?.figures[draw.figures[b * leaves.length + l] as number] ?? "0");
    });
  });
}

/** A tally while it is being counted. */
class Count {
  draws = 0;
  ties = 0;
  nobody = 0;
  lowestPriceWins = 0;
  qualityBeatsPrice = 0;
  confirmed = 0;
  readonly wins: number[];
  readonly rejected: number[];
  readonly decides: number[];

  constructor(slots: number, roots: number) {
    this.wins = Array.from({ length: slots }, () => 0);
    this.rejected = Array.from({ length: slots }, () => 0);
    this.decides = Array.from({ length: roots }, () => 0);
  }

  tally(): Tally {
    const {
      draws,
      wins,
      rejected,
      ties,
      nobody,
      lowestPriceWins,
      qualityBeatsPrice,
      decides,
      confirmed,
    } = this;
    return {
      draws,
      wins,
      rejected,
      ties,
      nobody,
      lowestPriceWins,
      qualityBeatsPrice,
      decides,
      confirmed,
    };
  }
}

/** Adds two tallies of the same model. */
export function added(one: Tally, two: Tally): Tally {
  const sums = (a: readonly number[], b: readonly number[]) =>
    a.map((value, n) => value + (b[n] ?? 0));
  return {
    draws: one.draws + two.draws,
    wins: sums(one.wins, two.wins),
    rejected: sums(one.rejected, two.rejected),
    ties: one.ties + two.ties,
    nobody: one.nobody + two.nobody,
    lowestPriceWins: one.lowestPriceWins + two.lowestPriceWins,
    qualityBeatsPrice: one.qualityBeatsPrice + two.qualityBeatsPrice,
    decides: sums(one.decides, two.decides),
    confirmed: one.confirmed + two.confirmed,
  };
}

/**
 * The highest price at which a rival beats a bid with full marks; undefined when no price ≥ 0 is low
 * enough.
 */
export type Rival = { readonly quality: number; readonly price: Exact | "any" | undefined };

/** Rivals with none, half and all of the quality, against a perfect bid; exact, in öre. */
export function rivalsOfPerfect(model: EvaluationDocument, perfect: Exact): Rival[] {
  const open = withoutLimits(model);
  const leaves = plainLeaves(open);
  const full = syntheticBid("A", perfect, leaves, (leaf) => figureAt(leaf, 1));
  return [0, 0.5, 1].map((quality) => {
    const rival = syntheticBid("B", perfect, leaves, (leaf) => figureAt(leaf, quality));
    const alike = Variant.of({ ...open, bids: [full, rival] });
    const isAhead = (price: Exact) => {
      const ahead = lead(alike.withBids([full, pricedAt(rival, price)]), "B", "A");
      return ahead === undefined ? price.isZero() : ahead > 0;
    };
    return { quality, price: highestPrice(isAhead, perfect) };
  });
}
