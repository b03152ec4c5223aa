/**
 * Random words of 32 bits from a seed, the same on every machine: the generator xoroshiro128+ of
 * Blackman and Vigna (24-16-37), seeded as the library pure-rand seeds it. It is written out, since
 * a loop that keeps the state in variables is quicker than one that calls for each word; the tests
 * hold it to the library. Nothing else in the program draws.
 */

/** How many words there are. */
export const wordCount = 2 ** 32;

export class RandomWords {
  /** The lower and the upper half of each of the two numbers that are the generator's state. */
  private readonly state: Int32Array;

  constructor(seed: number) {
    this.state = Int32Array.of(~seed, -1, 0, seed);
  }

  /**
   * Draws words for ranges that follow each other in turn. From its limit on a word would favour the
   * first values of its range, and is drawn again.
   */
  fill(into: Uint32Array, limits: Float64Array): void {
    const half = wordCount / 2;
    // Said to be 32 bits, else the loop carries them as numbers of any kind.
    let low0 = (this.state[0] as number) | 0;
    let high0 = (this.state[1] as number) | 0;
    let low1 = (this.state[2] as number) | 0;
    let high1 = (this.state[3] as number) | 0;
    for (let at = 0; at < into.length;)
      for (let k = 0; k < limits.length; k += 1, at += 1) {
        let word: number;
        do {
          word = ((low0 + low1) | 0) + half;
          const low = low1 ^ low0;
          const high = high1 ^ high0;
          const before = low0;
          low0 = (low0 << 24) ^ (high0 >>> 8) ^ low ^ (low << 16);
          high0 = (high0 << 24) ^ (before >>> 8) ^ high ^ ((high << 16) | (low >>> 16));
          low1 = (high << 5) ^ (low >>> 27);
          high1 = (low << 5) ^ (high >>> 27);
        } while (word >= (limits[k] as number));
        into[at] = word;
      }
    this.state.set([low0, high0, low1, high1]);
  }
}
