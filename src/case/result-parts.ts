/**
 * What a result is made of, and what separates it from another bid's, as the pane shows it. The
 * differences are exact; sizes are for drawing only.
 */
import type { Fulfilment } from "../core/criteria";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import type { ResultPart } from "../core/result-parts";
import { absolute, addUp, advantages, resultParts, rivalOf } from "../core/result-parts";
import { resultPartName } from "../words/result-part-name";
import type { Words } from "../words/sv/words";
import type { AgainstAnswer, ResultPart as PartAnswer, RankedBid } from "./answers";
import { amountAlike, stepAmount } from "./step-amount";

type Ranked = {
  readonly evaluation: Evaluation;
  readonly ranked: readonly BidEvaluation[];
  readonly words: Words;
};

/** @param ranked every bid, the best first */
export function resultPartAnswers(
  bid: BidEvaluation,
  { evaluation, ranked, words }: Ranked,
): Pick<RankedBid, "parts" | "sum" | "against"> {
  const parts = bid.result.value === undefined ? [] : resultParts(bid);
  const other = rivalOf(bid, ranked);
  const isSum = addUp(bid, parts);
  return {
    parts: parts.flatMap((part) => partAnswer(bid, part, evaluation, words)),
    ...(isSum ? { sum: drawn(bid.result.value) } : {}),
    ...(isSum && other
      ? { against: againstAnswer(bid, other, { evaluation, ranked, words }) }
      : {}),
  };
}

function partAnswer(
  bid: BidEvaluation,
  part: ResultPart,
  evaluation: Evaluation,
  words: Words,
): PartAnswer[] {
  const { step, criterion } = part;
  const { value } = step;
  if (value === undefined || value.isZero()) return [];
  const share = shareText(
    bid.criteria.find((each) => each.criterion.id === criterion),
    words,
  );
  return [
    {
      label: resultPartName(part, bid, evaluation, words),
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
  return words.lab.percent(words.number(percent.rounded(1, "half-up").toText()));
}

/** What separates a bid from another; parts that are equal are left out. */
function againstAnswer(
  bid: BidEvaluation,
  other: BidEvaluation,
  { evaluation, words }: Ranked,
): AgainstAnswer {
  return {
    bidder: other.bid.bidder,
    rows: advantages(bid, other, evaluation.direction).map(({ part, ahead }) => ({
      label: resultPartName(part, bid, evaluation, words),
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

/** A size for drawing, which nothing is computed from. */
function drawn(value: Exact | undefined): number {
  return Number(value?.toDecimal(6) ?? "0");
}
