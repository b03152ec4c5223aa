/**
 * Usability as it was tried: respondents' SUS scores with their number and spread, figures measured
 * with test persons, and whether every bid met the same script in the same order. It scores
 * nothing; the scores are core's.
 */
import { hasLeft } from "../core/departures";
import type { Bid, Criterion, EvaluationDocument, SessionRecord } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { decimalPattern, Exact } from "../core/number";

export type Sample = {
  readonly criterion: Criterion;
  readonly bid: string;
  readonly count: number;
  readonly mean: Exact;
  readonly lowest: Exact;
  readonly highest: Exact;
};

/** SUS and measured criteria, a row for each bid that has answers. */
export function samples({ criteria, bids }: EvaluationDocument): Sample[] {
  return leaves(criteria).flatMap((criterion) =>
    bids.flatMap((bid): Sample[] => {
      const figures = figuresOf(criterion, bid);
      const [first, ...rest] = figures;
      if (!first) return [];
      return [
        {
          criterion,
          bid: bid.id,
          count: figures.length,
          mean: Exact.sum(figures).over(Exact.count(figures.length)),
          lowest: Exact.smallest(first, ...rest),
          highest: Exact.largest(first, ...rest),
        },
      ];
    }),
  );
}

function figuresOf({ id, scale, perParticipant }: Criterion, { scores }: Bid): Exact[] {
  const value: readonly unknown[] = [own(scores, id)?.value].flat();
  if (scale?.type === "sus")
    return ((own(scores, id)?.value ?? []) as readonly (readonly string[])[]).map(susOf);
  if (perParticipant !== true) return [];
  return value.flatMap((each) =>
    typeof each !== "string"
      ? []
      : each === "yes"
        ? [Exact.one]
        : each === "no"
          ? [Exact.zero]
          : decimalPattern.test(each)
            ? [Exact.of(each)]
            : [],
  );
}

/** One respondent: odd items count x − 1, even items 5 − x, the sum times 2.5 (Brooke 1996). */
function susOf(answers: readonly string[]): Exact {
  const points = answers.map((answer, n) =>
    n % 2 === 0 ? Exact.of(answer).minus(Exact.one) : Exact.of("5").minus(Exact.of(answer)),
  );
  return Exact.sum(points).times(Exact.of("2.5"));
}

/** A bid that was not tried as the others were, without a word of why. */
export type Uneven = {
  readonly criterion: string;
  readonly bid: string;
  readonly why: "missing" | "order" | "minutes";
};

/**
 * Where demonstrations and tests are recorded: a bid without one that others have, one in another
 * order than the script's, one that had another time than the script gives.
 */
export function uneven({ criteria, bids, sessions = [] }: EvaluationDocument): Uneven[] {
  if (sessions.length === 0) return [];
  const remaining = bids.filter((bid) => !hasLeft(bid));
  const tried = leaves(criteria).filter(({ id }) =>
    sessions.some(({ criterion }) => criterion === id),
  );
  return tried.flatMap(({ id: criterion, minutes }) => {
    const own = sessions.filter((each) => each.criterion === criterion);
    const orders = own.flatMap(({ number }) => number ?? []);
    const usual = mostCommon(orders);
    return remaining.flatMap(({ id: bid }): Uneven[] => {
      const score = own.find((each) => each.bid === bid);
      if (!score) return [{ criterion, bid, why: "missing" }];
      if (isExplained(score)) return [];
      if (score.number !== undefined && usual !== undefined && score.number !== usual)
        return [{ criterion, bid, why: "order" }];
      return score.minutes !== undefined && minutes !== undefined && score.minutes !== minutes
        ? [{ criterion, bid, why: "minutes" }]
        : [];
    });
  });
}

function isExplained({ deviation = "" }: SessionRecord): boolean {
  return deviation.trim() !== "";
}

function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
