/**
 * A bid's price as papers tell it: what was offered, what the evaluation used, and why the two
 * differ. An offered price is never a corrected or a rounded one. It shows no secret price.
 */
import type { Clarification } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import { priceAsOffered, priceCorrections } from "../core/price-as-offered";
import type { Exact } from "../core/number";
import type { Step } from "../core/step";
import type { ReaderCase } from "./redacted-figures";
import { hiddenText, money } from "./redacted-figures";
import { lawIn } from "../words/law-text";

/** A bid's price as it was offered: neither corrected nor rounded. */
export function offeredPriceText(each: BidEvaluation, readerCase: ReaderCase): string {
  return hiddenText(each.price.offered, readerCase) ?? priceText(priceAsOffered(each), readerCase);
}

/** The price that the evaluation used: corrected, with published costs and blank rows, and rounded. */
export function usedPriceText({ price }: BidEvaluation, readerCase: ReaderCase): string {
  return hiddenText(price.price, readerCase) ?? priceText(price.price.value, readerCase);
}

/** Every bid's price with the same decimals, so that a column of them can be read down. */
function priceText(value: Exact | undefined, readerCase: ReaderCase): string {
  const decimals = readerCase.evaluation.bids
    .flatMap((each) => [priceAsOffered(each), each.price.price.value])
    .map((price) => price?.toDecimal(12).split(".")[1]?.length ?? 0);
  const most = Math.max(0, ...decimals);
  return money(value, readerCase, most === 0 ? 0 : Math.max(2, most));
}

/** Whether any bid has a price; in the first of two stages none has. */
export function isPriced({ bids }: Pick<ReaderCase["evaluation"], "bids">): boolean {
  return bids.some(({ price }) => price.offered.value !== undefined);
}

/** Whether the price used of one bid is lower than another's; no where either is not shown. */
export function isCheaper(
  { price }: BidEvaluation,
  { price: other }: BidEvaluation,
  { secrets }: Pick<ReaderCase, "secrets">,
): boolean {
  if (secrets.hides(price.price) || secrets.hides(other.price)) return false;
  const [used, against] = [price.price.value, other.price.value];
  return used !== undefined && against !== undefined && used.compare(against) < 0;
}

/** Why the price that was used is not the one that was offered; nothing where it is. */
export function priceChanges(
  { bid, price }: BidEvaluation,
  readerCase: Pick<ReaderCase, "evaluation" | "words">,
): string[] {
  const { document } = readerCase.evaluation;
  const { words } = readerCase;
  const corrected = priceCorrections(document, bid.id).map((record) =>
    correctionText(record, readerCase),
  );
  const { blankOptional, rounding } = document.model;
  const costs = price.publishedCosts?.value;
  const isFilled = !isSame(price.whole, price.evaluated);
  const isRounded = !isSame(price.evaluated, price.price);
  return [
    ...corrected,
    ...(costs === undefined || costs.isZero()
      ? []
      : [words.protocol.withPublishedCosts(money(costs, readerCase))]),
    ...(isFilled && (blankOptional === "highest" || blankOptional === "left-out")
      ? [words.protocol.blankRows[blankOptional]]
      : []),
    ...(isRounded && rounding.price
      ? [words.roundedTo(rounding.price.decimals, rounding.price.mode)]
      : []),
  ];
}

/** When a price was corrected, by which record, rule and provision, and why. */
export function correctionText(
  { id, rule, decidedAt: date = "", reason = "" }: Clarification,
  { evaluation: { document }, words }: Pick<ReaderCase, "evaluation" | "words">,
): string {
  return words.protocol.correctedPrice({
    id,
    rule: rule ? words.clarificationRules[rule] : "",
    date,
    // It is quoted within a sentence, which ends by itself.
    reason: reason.trim().replace(/\.$/, ""),
    law: lawIn("correction", document.procurement, words),
  });
}

/** Whether two steps of a price came to the same amount; a missing one differs from nothing. */
function isSame(before: Step, after: Step): boolean {
  return !before.value || !after.value || before.value.equals(after.value);
}
