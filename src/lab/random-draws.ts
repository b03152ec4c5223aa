/**
 * The draws of a simulation: bids within stated ranges, from a seed, the same on every machine.
 * Bids that the user has described keep their figures; only open figures are drawn. It evaluates
 * nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { RandomWords, wordCount } from "./random-words";

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

/** The draws of a block come in batches of this many at most, small enough for a processor's cache. */
export const batchSize = 256;

/** Draws column by column: row n of every column is draw n. Rows from `count` on say nothing. */
export type Batch = {
  readonly count: number;
  /** By bid: how many steps above its lowest price it is. */
  readonly steps: readonly Int32Array[];
  /** By bid and leaf: which of the leaf's figures it has. */
  readonly figures: readonly (readonly Int32Array[])[];
};

/** The draws of one block, in the same memory: read each batch before asking for the next. */
export function* drawBlock({ seed, draws, slots, leaves }: Setup, block: number): Generator<Batch> {
  const random = new RandomWords(blockSeed(seed, block));
  const ranges = slots.flatMap(({ price, figures }) => [
    [0, price.count] as const,
    ...leaves.map((_, leaf) => figures[leaf] ?? ([0, 0] as const)),
  ]);
  const columns = ranges.map(([from]) => new Int32Array(batchSize).fill(from));
  const bids = slots.map((_, n) => columns.slice(n * (1 + leaves.length)));
  const steps = bids.map(([first]) => first as Int32Array);
  const figures = bids.map((of) => of.slice(1, 1 + leaves.length));
  const draw = drawing(ranges, columns);
  const end = Math.min(blockSize, draws - block * blockSize);
  for (let done = 0; done < end; done += batchSize) {
    const count = Math.min(batchSize, end - done);
    draw(random, count);
    yield { count, steps, figures };
  }
}

/** Fills the first rows of the columns, draw by draw; a range of one value is not drawn. */
function drawing(
  ranges: readonly (readonly [from: number, to: number])[],
  columns: readonly Int32Array[],
): (random: RandomWords, count: number) => void {
  const open = ranges.flatMap(([from, to], n) =>
    from === to ? [] : [{ into: columns[n] as Int32Array, from, values: to - from + 1 }],
  );
  const limits = Float64Array.from(open, ({ values }) => Math.floor(wordCount / values) * values);
  const words = new Uint32Array(open.length * batchSize);
  return (random, count) => {
    random.fill(words.subarray(0, open.length * count), limits);
    for (const [k, { into, from, values }] of open.entries())
      writeRemainders(words.subarray(k), open.length, values, from, into.subarray(0, count));
  };
}

/**
 * Writes from + word mod values, taking every n-th word. The remainder is taken by a product,
 * which costs a fraction of a division: word + ½ divided by the values is at least ½ ÷ values from a
 * whole number, and the product's error is less than 2⁻²⁰ ÷ values.
 */
function writeRemainders(
  words: Uint32Array,
  every: number,
  values: number,
  from: number,
  into: Int32Array,
): void {
  const inverse = 1 / values;
  for (let n = 0, at = 0; n < into.length; n += 1, at += every) {
    const word = words[at] as number;
    into[n] = from + word - Math.floor((word + 0.5) * inverse) * values;
  }
}

/**
 * Mixes two whole numbers into one of 32 bits (the finaliser of MurmurHash3), so that neighbouring
 * blocks share nothing.
 */
export function blockSeed(seed: number, block: number): number {
  let hash = Math.imul(seed ^ Math.imul(block + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
