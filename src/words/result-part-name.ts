/**
 * The name of a part of a result, as a reader knows it: the price that is compared, the points for
 * it, or a criterion's own name. It makes up no words.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { ResultPart } from "../core/result-parts";
import { comparedPriceName } from "./sentences";
import type { Words } from "./sv/words";

export function resultPartName(
  { criterion }: Pick<ResultPart, "criterion">,
  { price, fromPrice }: BidEvaluation,
  { bids, document }: Evaluation,
  words: Words,
): string {
  if (criterion !== undefined)
    return document.criteria.find(({ id }) => id === criterion)?.name ?? criterion;
  return !fromPrice || fromPrice === price.price
    ? comparedPriceName(bids, words)
    : words.names["price-points"];
}
