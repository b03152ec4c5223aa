/**
 * Simulation: thousands to millions of evaluations of random bids in a model, or in several on
 * the same draws. It counts who wins, how often quality beats price, how often each criterion
 * decides. Floating point decides most draws; the exact engine decides every draw that it cannot,
 * including ties. Memory does not grow with the number of draws. It starts no threads; the doors
 * do.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { ExactDraws, nobody, shared } from "./exact-draws";
import { FloatEngine } from "./float-engine";
import type { Batch, Setup } from "./random-draws";
import { batchSize, blockSize, drawBlock } from "./random-draws";
import type { Tally } from "./tally";

/** How many blocks a simulation has. */
export function blocksOf({ draws }: Setup): number {
  return Math.ceil(draws / blockSize);
}

/** Counts blocks of draws, for every model of the setup; one for each thread. */
export class Simulator {
  private readonly models: readonly ModelCounter[];

  constructor(private readonly setup: Setup) {
    this.models = setup.models.map((model) => new ModelCounter(setup, model));
  }

  /** One tally a model. */
  block(block: number): Tally[] {
    for (const model of this.models) model.start();
    for (const draws of drawBlock(this.setup, block))
      for (const model of this.models) model.count(draws);
    return this.models.map((model) => model.tally());
  }
}

/** Counts draws in one model. */
class ModelCounter {
  private readonly engine: FloatEngine;
  private readonly exact: ExactDraws;
  /** Who wins each draw of the batch as it was drawn. */
  private readonly firsts = new Int32Array(batchSize);
  private readonly lowest = new Float64Array(batchSize);
  private counts: Counts;

  constructor(
    private readonly setup: Setup,
    model: EvaluationDocument,
  ) {
    this.engine = new FloatEngine(setup, model);
    this.exact = new ExactDraws(setup, model);
    this.counts = noCounts(setup.slots.length, this.engine.rootCount);
  }

  start(): void {
    this.counts = noCounts(this.setup.slots.length, this.engine.rootCount);
  }

  tally(): Tally {
    return this.counts;
  }

  count(draws: Batch): void {
    const { engine, counts } = this;
    this.load(draws);
    counts.draws += draws.count;
    for (const [b, rejected] of engine.rejected.entries()) {
      let out = 0;
      for (let n = 0; n < draws.count; n += 1) out += rejected[n] as number;
      counts.rejected[b] = (counts.rejected[b] as number) + out;
    }
    this.decide(draws, -1);
    this.firsts.set(engine.winners);
    this.countFirsts(draws.count);
    for (let r = 0; r < engine.rootCount; r += 1) {
      this.decide(draws, r);
      let others = 0;
      for (let n = 0; n < draws.count; n += 1)
        if (engine.winners[n] !== this.firsts[n]) others += 1;
      counts.decides[r] = (counts.decides[r] as number) + others;
    }
  }

  /** Loads a batch; the exact engine says who is rejected where floats cannot. */
  private load(draws: Batch): void {
    const { engine, exact, counts } = this;
    engine.load(draws);
    for (const n of rowsInDoubt(engine, draws)) {
      counts.confirmed += 1;
      for (const [b, isRejected] of exact.rejected(draws, n).entries())
        (engine.rejected[b] as Uint8Array)[n] = isRejected ? 1 : 0;
    }
  }

  /** Who wins each draw; the exact engine says it where floats cannot. */
  private decide(draws: Batch, neutral: number): void {
    const { engine, exact, counts } = this;
    engine.decide(neutral);
    for (const n of rowsInDoubt(engine, draws)) {
      counts.confirmed += 1;
      engine.winners[n] = exact.winner(draws, n, engine.rejected, neutral);
    }
  }

  private countFirsts(count: number): void {
    const { engine, firsts, lowest, counts } = this;
    writeLowest(engine, lowest, count);
    for (let n = 0; n < count; n += 1) {
      const first = firsts[n] as number;
      if (first === nobody) counts.nobody += 1;
      else if (first === shared) counts.ties += 1;
      else {
        counts.wins[first] = (counts.wins[first] as number) + 1;
        if ((engine.prices[first]?.[n] as number) <= (lowest[n] as number))
          counts.lowestPriceWins += 1;
        else counts.qualityBeatsPrice += 1;
      }
    }
  }
}

function* rowsInDoubt({ doubts }: FloatEngine, { count }: Batch): Generator<number> {
  for (let n = doubts.indexOf(1); n >= 0 && n < count; n = doubts.indexOf(1, n + 1)) yield n;
}

/** The lowest price of each draw among the bids that are not rejected. */
function writeLowest({ prices, rejected }: FloatEngine, into: Float64Array, count: number): void {
  into.fill(Infinity);
  for (const [b, price] of prices.entries()) {
    const isOut = rejected[b] as Uint8Array;
    for (let n = 0; n < count; n += 1)
      if (!isOut[n] && (price[n] as number) < (into[n] as number)) into[n] = price[n] as number;
  }
}

/** A tally while it is being counted. */
type Counts = {
  -readonly [Key in keyof Tally]: Tally[Key] extends number ? number : number[];
};

function noCounts(slots: number, roots: number): Counts {
  const zeros = (length: number) => Array.from({ length }, () => 0);
  return {
    draws: 0,
    wins: zeros(slots),
    rejected: zeros(slots),
    ties: 0,
    nobody: 0,
    lowestPriceWins: 0,
    qualityBeatsPrice: 0,
    decides: zeros(roots),
    confirmed: 0,
  };
}
