/**
 * What a simulation counts in one model, and how counts are added. It draws and evaluates nothing.
 */

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
