/**
 * What has to be masked so that one bid's secret price, or secret price rows, cannot be worked out
 * from what is shown: first the figures that were claimed, then the fewest others that protect them
 * (complementary suppression). Every figure of other bids counts as known, so that no two bidders
 * can work it out together.
 */
import type { BidEvaluation } from "../evaluate";
import type { Exact } from "../number";
import type { Step } from "../step";
import type { Cover } from "./bid-figures";
import { BidFigures, rowTotal } from "./bid-figures";
import type { FigureGraph } from "./figure-graph";
import { isFigure } from "./figure-graph";
import { workedOut } from "./worked-out";

/** What is masked for the sake of one bid. */
export type Protection = {
  readonly bid: string;
  readonly cover: Cover;
  readonly hidden: ReadonlySet<Step>;
  /** What of it the claim itself hides: the rest protects that. */
  readonly claimed: ReadonlySet<Step>;
  /** Price rows, "" for the price as a whole, that can still be worked out. */
  readonly givenAway: readonly string[];
  /** Bids that come out equal: a tie tells that their results are the same. */
  readonly tiedWith: readonly string[];
};

/** What a bidder has claimed: its whole price, or some rows of it. */
export type PriceClaim = { readonly bid: string; readonly rows: readonly string[] | "all" };

/** So many single rows are tried before the whole price is masked. */
const mostRows = 20;

export function protect(graph: FigureGraph, claim: PriceClaim): Protection | undefined {
  const bid = graph.evaluation.bids.find((each) => each.bid.id === claim.bid);
  if (!bid) return undefined;
  const figures = new BidFigures(graph, bid);
  const secrets = secretFigures(figures, claim);
  const tied = tiedBids(graph, bid);
  const attempt = (cover: Cover): Attempt => {
    const hidden = figures.hiddenBy(cover);
    const equal = tied.map((other) => [bid.result, other.result] as const);
    const found = workedOut(secrets.keys(), { figures: figures.all, hidden, equal });
    return { cover, hidden, givenAway: found.map((step) => secrets.get(step) ?? "") };
  };
  const { cover, hidden, givenAway } = firstThatHolds(figures, claim, attempt);
  const claimed = figures.hiddenBy(coverOf(figures, claim));
  return {
    bid: claim.bid,
    cover,
    hidden,
    claimed,
    givenAway,
    tiedWith: tied.map((each) => each.bid.id),
  };
}

type Attempt = Pick<Protection, "cover" | "hidden" | "givenAway">;
type Attempts = (cover: Cover) => Attempt;

/** The figures that must not be worked out, each with the row that it is of. */
function secretFigures(figures: BidFigures, { rows }: PriceClaim): Map<Step, string> {
  const all = new Map([...figures.unitPrices].map(([row, step]) => [step, row] as const));
  const whole = figures.whole.map((step) => [step, ""] as const);
  const claimed =
    rows === "all" ? [...whole, ...all] : [...all].filter(([, row]) => rows.includes(row));
  return new Map(claimed.filter(([step]) => isFigure(step)));
}

/** Bids with the same result: papers tell that they tied, also where the tie was resolved. */
function tiedBids(
  { evaluation: { bids } }: FigureGraph,
  { bid, rank, result }: BidEvaluation,
): BidEvaluation[] {
  return bids.filter(
    (each) =>
      each.bid.id !== bid.id &&
      rank.value !== undefined &&
      each.rank.value !== undefined &&
      isFigure(each.result) &&
      isFigure(result) &&
      each.result.value.equals(result.value),
  );
}

/** What a claim itself hides. */
function coverOf({ rows, bid }: BidFigures, claim: PriceClaim): Cover {
  return claim.rows === "all"
    ? { rows: new Set(rows.keys()), total: true, results: new Set([bid.bid.id]) }
    : { rows: new Set(claim.rows), total: false, results: new Set() };
}

/** The covers from the smallest to the largest; the last one where none of them holds. */
function firstThatHolds(figures: BidFigures, claim: PriceClaim, attempt: Attempts): Attempt {
  const { id } = figures.bid.bid;
  const base = coverOf(figures, claim);
  const withSums: Cover = { ...base, total: true, results: new Set([id]) };
  const everything: Cover = { ...withSums, rows: new Set(figures.rows.keys()) };
  const more = moreRows(figures, [...base.rows]);
  const andRow = (cover: Cover) =>
    more.map((row) => ({ ...cover, rows: new Set([...cover.rows, row]) }));
  for (const cover of [base, ...andRow(base), withSums, ...andRow(withSums), everything]) {
    const made = attempt(cover);
    if (made.givenAway.length === 0) return made;
  }
  const few = withOthers(figures, withSums, attempt);
  return few.givenAway.length === 0 ? few : withOthers(figures, everything, attempt);
}

/** Also masks the results of the other bids that give it away: each by itself, or all together. */
function withOthers(figures: BidFigures, cover: Cover, attempt: Attempts): Attempt {
  const { others } = figures;
  const masking = (ids: readonly string[]) =>
    attempt({ ...cover, results: new Set([...cover.results, ...ids]) });
  const telling = others.filter(
    (id) => masking(others.filter((other) => other !== id)).givenAway.length > 0,
  );
  const made = masking(telling);
  return made.givenAway.length === 0 ? made : masking(others);
}

/** Rows that can protect the claimed ones: at least a tenth of them in amount, the smallest first. */
function moreRows(figures: BidFigures, claimed: readonly string[]): string[] {
  const amount = (row: string): Exact | undefined => rowTotal(figures.bid, row)?.value;
  return [...figures.rows.keys()]
    .filter((row) => !claimed.includes(row))
    .flatMap((row) => {
      const value = amount(row);
      return value && !value.isZero() ? [{ row, value }] : [];
    })
    .sort((a, b) => a.value.compare(b.value))
    .filter(({ value }) => claimed.every((row) => isTenth(value, amount(row))))
    .slice(0, mostRows)
    .map(({ row }) => row);
}

function isTenth(value: Exact, of: Exact | undefined): boolean {
  if (!of) return true;
  const ten = Array.from({ length: 10 }, () => value).reduce((sum, each) => sum.plus(each));
  return (ten.isNegative() ? ten.negated() : ten).compare(of.isNegative() ? of.negated() : of) >= 0;
}
