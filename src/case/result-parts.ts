/**
 * What a result is made of, and what separates it from another bid's: the price, or the points for the
 * price, and what each criterion adds or deducts. The differences are exact; sizes are for drawing only.
 */
import type { Fulfilment } from "../core/criteria";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Step } from "../core/step";
import { comparedPriceName } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { AgainstAnswer, RankedBid, ResultPart } from "./answers";
import { amountAlike, stepAmount } from "./step-amount";

/** A bid's part of the result before it is put into words. */
type Part = { readonly label: string; readonly step: Step; readonly criterion?: string };

type Ranked = {
  readonly evaluation: Evaluation;
  readonly ranked: readonly BidEvaluation[];
  readonly words: Words;
};

/** @param ranked every bid, the best first */
export function resultParts(
  bid: BidEvaluation,
  { evaluation, ranked, words }: Ranked,
): Pick<RankedBid, "parts" | "sum" | "against"> {
  const parts = bid.result.value === undefined ? [] : partsOf(bid, evaluation, words);
  const other = rival(bid, ranked);
  const isSum = addsUp(bid, parts);
  return {
    parts: parts.flatMap((part) => partAnswer(bid, part, evaluation, words)),
    ...(isSum ? { sum: drawn(bid.result.value) } : {}),
    ...(isSum && other
      ? { against: againstAnswer([bid, other], parts, { evaluation, ranked, words }) }
      : {}),
  };
}

/** The bid that another is compared with: the first, and for the first the second. */
function rival(bid: BidEvaluation, ranked: readonly BidEvaluation[]): BidEvaluation | undefined {
  const placed = ranked.filter(({ rank }) => rank.value !== undefined);
  if (!placed.includes(bid)) return undefined;
  return bid === placed[0] ? placed[1] : placed[0];
}

/** Whether the parts are all that the result is made of, as where price and criteria are added. */
function addsUp({ unrounded }: BidEvaluation, parts: readonly Part[]): boolean {
  const values = parts.map(({ step }) => step.value);
  const whole = unrounded.value;
  if (whole === undefined || parts.length < 2) return false;
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length && Exact.sum(known).equals(whole);
}

function partsOf(bid: BidEvaluation, { bids, document }: Evaluation, words: Words): Part[] {
  const { price, fromPrice, adjustmentOf } = bid;
  const names = new Map(document.criteria.map(({ id, name }) => [id, name]));
  return [
    {
      label:
        !fromPrice || fromPrice === price.price
          ? comparedPriceName(bids, words)
          : words.names["price-points"],
      step: fromPrice ?? price.price,
    },
    ...[...adjustmentOf].map(([criterion, step]) => ({
      label: names.get(criterion) ?? criterion,
      step,
      criterion,
    })),
  ];
}

function partAnswer(
  { criteria }: BidEvaluation,
  { label, step, criterion }: Part,
  evaluation: Evaluation,
  words: Words,
): ResultPart[] {
  const { value } = step;
  if (value === undefined || value.isZero()) return [];
  const share = shareText(
    criteria.find((each) => each.criterion.id === criterion),
    words,
  );
  return [
    {
      label,
      text: stepAmount(step, evaluation, words),
      size: drawn(value),
      isPrice: criterion === undefined,
      ...(share === "" ? {} : { share }),
    },
  ];
}

function shareText(fulfilment: Fulfilment | undefined, words: Words): string {
  const share = fulfilment?.share.value;
  if (share === undefined) return "";
  const percent = share.times(Exact.of("100"));
  return `${words.number(percent.rounded(1, "half-up").toText())} %`;
}

/** What separates a bid from another, the largest difference first; parts that are equal are left out. */
function againstAnswer(
  [bid, other]: readonly [BidEvaluation, BidEvaluation],
  parts: readonly Part[],
  { evaluation, words }: Ranked,
): AgainstAnswer {
  const theirs = partsOf(other, evaluation, words);
  const rows = parts.flatMap(({ label, step }, n) => {
    const [own, its] = [step.value, theirs[n]?.step.value];
    if (own === undefined || its === undefined) return [];
    const ahead = evaluation.direction === "lowest" ? its.minus(own) : own.minus(its);
    return ahead.isZero() ? [] : [{ label, ahead }];
  });
  return {
    bidder: other.bid.bidder,
    rows: rows
      .sort((one, two) => absolute(two.ahead).compare(absolute(one.ahead)))
      .map(({ label, ahead }) => ({
        label,
        text: amountAlike(
          absolute(ahead).rounded(evaluation.unit === "" ? 4 : 2, "half-up"),
          evaluation,
          words,
        ),
        size: drawn(ahead),
        ahead: ahead.isNegative() ? other.bid.bidder : bid.bid.bidder,
      })),
  };
}

function absolute(value: Exact): Exact {
  return value.isNegative() ? value.negated() : value;
}

/** A size for drawing, which nothing is computed from. */
function drawn(value: Exact | undefined): number {
  return Number(value?.toDecimal(6) ?? "0");
}
