/**
 * The draws of a simulation: bids within stated ranges, from a seed, the same on every machine.
 * Bids that the user has described keep their figures; only open figures are drawn. It evaluates
 * nothing.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { EvaluationDocument } from "../core/document/schema";

/**
 * One bid of a draw: a price of `from` + 0…`count` × `step`, and for each leaf a figure between two
 * positions of its list.
 */
export type Slot = {
  readonly id: string;
  /** Who made the bid; nobody made an imagined one. */
  readonly bidder?: string;
  readonly price: { readonly from: string; readonly step: string; readonly count: number };
  /** The price as offered, where another is compared: ceilings are held against the offer. */
  readonly offered?: string;
  readonly figures: readonly (readonly [from: number, to: number])[];
};

/** What a simulation draws and in which models; plain data, so that it can be sent to a thread. */
export type Setup = {
  readonly seed: number;
  readonly draws: number;
  /** The models that are tried side by side on the same draws; all have the same leaves. */
  readonly models: readonly EvaluationDocument[];
  /** Every figure that a leaf can be given, as the document writes it. */
  readonly leaves: readonly { readonly id: string; readonly figures: readonly string[] }[];
  readonly slots: readonly Slot[];
  /** Whether the procurement asks for prices row by row; what is drawn is always a total. */
  readonly hasPriceRows?: true;
};

/**
 * Draws are made in blocks of this many, each from a seed of its own, so that any thread can make
 * any block.
 */
export const blockSize = 4096;

/**
 * One draw: how many steps above its lowest price each bid is, and which figure it has on each
 * leaf.
 */
export type Draw = { readonly prices: Float64Array; readonly figures: Int32Array };

/**
 * The draws of one block, one after the other in the same memory: read each before asking for the
 * next.
 */
export function* drawBlock({ seed, draws, slots, leaves }: Setup, block: number): Generator<Draw> {
  const random = xoroshiro128plus(mixSeed(seed, block));
  const draw: Draw = {
    prices: new Float64Array(slots.length),
    figures: new Int32Array(slots.length * leaves.length),
  };
  const { from, to } = figureRanges(slots, leaves.length);
  const count = Math.min(blockSize, draws - block * blockSize);
  for (let n = 0; n < count; n += 1) {
    let at = 0;
    for (let s = 0; s < slots.length; s += 1) {
      const steps = (slots[s] as Slot).price.count;
      draw.prices[s] = steps === 0 ? 0 : uniformInt(random, 0, steps);
      for (const end = at + leaves.length; at < end; at += 1) {
        const [low, high] = [from[at] as number, to[at] as number];
        draw.figures[at] = low === high ? low : uniformInt(random, low, high);
      }
    }
    yield draw;
  }
}

/** Between which positions each figure is drawn, by slot × leaf. */
function figureRanges(slots: readonly Slot[], leaves: number): Record<"from" | "to", Int32Array> {
  const ranges = slots.flatMap(({ figures }) =>
    Array.from({ length: leaves }, (_, leaf) => figures[leaf] ?? [0, 0]),
  );
  return {
    from: Int32Array.from(ranges, ([from]) => from),
    to: Int32Array.from(ranges, ([, to]) => to),
  };
}

/**
 * Mixes two whole numbers into one of 32 bits (the finaliser of MurmurHash3), so that neighbouring
 * blocks share nothing.
 */
function mixSeed(seed: number, block: number): number {
  let hash = Math.imul(seed ^ Math.imul(block + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
