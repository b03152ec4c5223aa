/**
 * From results to an order. Equal results share a rank (1, 1, 3); the published tie chain resolves
 * only what it says, a drawing of lots counts only as a recorded act, and a tie that nothing
 * resolves is stated and stays a tie. No order of input, and no random number, ever decides.
 */
import type { Lottery } from "./document/schema";
import { Exact } from "./number";
import type { Step } from "./step";

export type Contender = {
  readonly id: string;
  readonly result: Step;
  readonly price: Step;
  /**
   * Σ adjustments in kr, deductions negative; nothing in methods without kronor, where no deduction
   * can be highest.
   */
  readonly adjustments?: Step;
  /** The share of every criterion, by id. */
  readonly shares: ReadonlyMap<string, Step>;
};

/**
 * One rule of the chain at work: it put these tied bids in this order (groups still tied are inner
 * lists).
 */
export type TieBreak = {
  readonly rule: string;
  readonly bids: readonly string[];
  readonly order: readonly (readonly string[])[];
};

export type Ranking = {
  /** Best first; more than one id in a group is an unresolved tie. */
  readonly groups: readonly (readonly string[])[];
  /** Equal results share a rank: 1, 1, 3. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly tieBreaks: readonly TieBreak[];
};

/** Ties are decided on exact values after the declared rounding, never on printed ones. */
export function ranking(
  contenders: readonly Contender[],
  direction: "lowest" | "highest",
  ties: readonly string[],
  lotteries: readonly Lottery[],
): Ranking {
  const tieBreaks: TieBreak[] = [];
  const groups = split(contenders, ({ result }) => result.value, direction).flatMap((tied) =>
    resolve(tied, ties, lotteries, tieBreaks),
  );
  return {
    groups: groups.map((group) => group.map(({ id }) => id)),
    ranks: ranksOf(groups),
    tieBreaks,
  };
}

/** 1 + the number of bids in better groups, by id. */
function ranksOf(groups: readonly (readonly Contender[])[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const group of groups) {
    const rank = ranks.size + 1;
    for (const { id } of group) ranks.set(id, rank);
  }
  return ranks;
}

function resolve(
  tied: readonly Contender[],
  [rule, ...later]: readonly string[],
  lotteries: readonly Lottery[],
  tieBreaks: TieBreak[],
): (readonly Contender[])[] {
  if (tied.length < 2 || rule === undefined) return [tied];
  const parts = apply(rule, tied, lotteries);
  if (parts.length > 1) {
    tieBreaks.push({
      rule,
      bids: tied.map(({ id }) => id),
      order: parts.map((part) => part.map(({ id }) => id)),
    });
  }
  return parts.flatMap((part) => resolve(part, later, lotteries, tieBreaks));
}

function apply(
  rule: string,
  tied: readonly Contender[],
  lotteries: readonly Lottery[],
): (readonly Contender[])[] {
  if (rule === "highest-deduction")
    return split(tied, ({ adjustments }) => adjustments?.value, "lowest");
  if (rule === "lowest-price") return split(tied, ({ price }) => price.value, "lowest");
  if (rule === "lottery") {
    const lottery = drawn(tied, lotteries);
    return lottery
      ? split(tied, ({ id }) => Exact.count(lottery.order.indexOf(id)), "lowest")
      : [tied];
  }
  const criterion = rule.replace(/^criterion:/, "");
  return split(tied, ({ shares }) => shares.get(criterion)?.value, "highest");
}

/** A drawing settles a tie only if it was held among all the bids that are tied. */
function drawn(tied: readonly Contender[], lotteries: readonly Lottery[]): Lottery | undefined {
  return lotteries.find(({ order }) => tied.every(({ id }) => order.includes(id)));
}

/**
 * Groups of equal values, best first; the bids keep their order within a group. A missing value
 * splits nothing.
 */
function split(
  bids: readonly Contender[],
  key: (bid: Contender) => Exact | undefined,
  direction: "lowest" | "highest",
): (readonly Contender[])[] {
  const keyed = bids.map((bid) => ({ bid, value: key(bid) }));
  const known = keyed.filter(
    (each): each is { bid: Contender; value: Exact } => each.value !== undefined,
  );
  if (known.length < keyed.length) return [bids];
  const sign = direction === "lowest" ? 1 : -1;
  const sorted = [...known].sort((a, b) => sign * a.value.compare(b.value));
  const groups: { value: Exact; bids: Contender[] }[] = [];
  for (const { bid, value } of sorted) {
    const last = groups.at(-1);
    if (last?.value.equals(value)) last.bids.push(bid);
    else groups.push({ value, bids: [bid] });
  }
  return groups.map((group) => group.bids);
}
