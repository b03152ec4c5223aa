/**
 * From results to an order. Equal results share a rank (1, 1, 3). The published tie chain resolves
 * only what it says, a drawing of lots counts only when it is recorded and no other drawing contradicts
 * it, and a tie that nothing resolves stays a tie. The order of input never decides, nor does a random number.
 */
import type { Lottery } from "./document/schema";
import { Exact } from "./number";
import type { Step } from "./step";

/** What a bid is ranked by. */
export type BidToRank = {
  readonly id: string;
  readonly result: Step;
  readonly price: Step;
  /** Σ adjustments in kr, deductions negative; undefined when the method's result is no amount. */
  readonly adjustments?: Step;
  /** The share of a criterion; none where the model has no such criterion. */
  readonly shareOf: (criterion: string) => Step | undefined;
};

/** A rule of the tie chain that split a tie: the tied bids, and their order in groups. */
export type TieBreak = {
  readonly rule: string;
  readonly bids: readonly string[];
  readonly order: readonly (readonly string[])[];
};

/** Two drawings of lots among the same tied bids that order them differently. Neither counts. */
export type LotteryConflict = {
  /** In the order of the first drawing. */
  readonly bids: readonly string[];
  /** Positions in the list of drawings. */
  readonly lotteries: readonly [first: number, second: number];
};

export type Ranking = {
  /** Best first; more than one id in a group is an unresolved tie. */
  readonly groups: readonly (readonly string[])[];
  /** Equal results share a rank: 1, 1, 3. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly tieBreaks: readonly TieBreak[];
  readonly conflicts: readonly LotteryConflict[];
};

/** What was used to resolve ties, noted on the way. */
type Notes = { readonly tieBreaks: TieBreak[]; readonly conflicts: LotteryConflict[] };

/**
 * The order of bids by their results. Ties are decided on exact values after the declared rounding,
 * never on printed ones.
 * @param ties the published tie chain, first rule first
 */
export function orderBids(
  bids: readonly BidToRank[],
  direction: "lowest" | "highest",
  ties: readonly string[],
  lotteries: readonly Lottery[],
): Ranking {
  const notes: Notes = { tieBreaks: [], conflicts: [] };
  const groups = split(bids, ({ result }) => result.value, direction).flatMap((tied) =>
    resolve(tied, ties, lotteries, notes),
  );
  return {
    groups: groups.map((group) => group.map(({ id }) => id)),
    ranks: ranksOf(groups),
    ...notes,
  };
}

/** Each bid's rank by its id: 1 + the number of bids in better groups. */
function ranksOf(groups: readonly (readonly BidToRank[])[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const group of groups) {
    const rank = ranks.size + 1;
    for (const { id } of group) ranks.set(id, rank);
  }
  return ranks;
}

/** The tied bids in groups, after the rules of the chain in turn; the rules used are noted. */
function resolve(
  tied: readonly BidToRank[],
  [rule, ...later]: readonly string[],
  lotteries: readonly Lottery[],
  notes: Notes,
): (readonly BidToRank[])[] {
  if (tied.length < 2 || rule === undefined) return [tied];
  const parts = applyRule(rule, tied, lotteries, notes);
  if (parts.length > 1) {
    notes.tieBreaks.push({
      rule,
      bids: tied.map(({ id }) => id),
      order: parts.map((part) => part.map(({ id }) => id)),
    });
  }
  return parts.flatMap((part) => resolve(part, later, lotteries, notes));
}

function applyRule(
  rule: string,
  tied: readonly BidToRank[],
  lotteries: readonly Lottery[],
  { conflicts }: Notes,
): (readonly BidToRank[])[] {
  if (rule === "highest-deduction")
    return split(tied, ({ adjustments }) => adjustments?.value, "lowest");
  if (rule === "lowest-price") return split(tied, ({ price }) => price.value, "lowest");
  if (rule === "lottery") {
    const drawn = drawnOrder(tied, lotteries, conflicts);
    return drawn ? split(tied, ({ id }) => Exact.count(drawn.indexOf(id)), "lowest") : [tied];
  }
  const criterion = rule.replace(/^criterion:/, "");
  return split(tied, ({ shareOf }) => shareOf(criterion)?.value, "highest");
}

/**
 * The order in which the tied bids were drawn. A drawing resolves a tie only if all the tied bids took
 * part in it, and only if every such drawing says the same.
 */
function drawnOrder(
  tied: readonly BidToRank[],
  lotteries: readonly Lottery[],
  conflicts: LotteryConflict[],
): readonly string[] | undefined {
  const ids = new Set(tied.map(({ id }) => id));
  const drawings = lotteries.flatMap(({ order }, at) => {
    const bids = order.filter((id) => ids.has(id));
    return bids.length === ids.size ? [{ at, bids }] : [];
  });
  const [first] = drawings;
  const other = drawings.find(({ bids }) => bids.join() !== first?.bids.join());
  if (first && other) conflicts.push({ bids: first.bids, lotteries: [first.at, other.at] });
  return other ? undefined : first?.bids;
}

/**
 * Groups of equal values, best first; bids keep their order within a group. When any value is
 * missing, all bids stay in one group.
 */
function split(
  bids: readonly BidToRank[],
  key: (bid: BidToRank) => Exact | undefined,
  direction: "lowest" | "highest",
): (readonly BidToRank[])[] {
  const keyed = bids.map((bid) => ({ bid, value: key(bid) }));
  const known = keyed.filter(
    (each): each is { bid: BidToRank; value: Exact } => each.value !== undefined,
  );
  if (known.length < keyed.length) return [bids];
  const sign = direction === "lowest" ? 1 : -1;
  const sorted = [...known].sort((a, b) => sign * a.value.compare(b.value));
  const groups: { value: Exact; bids: BidToRank[] }[] = [];
  for (const { bid, value } of sorted) {
    const last = groups.at(-1);
    if (last?.value.equals(value)) last.bids.push(bid);
    else groups.push({ value, bids: [bid] });
  }
  return groups.map((group) => group.bids);
}
