/**
 * Figures and names of an evaluation as a paper shows them, without what is secret. A paper gets
 * the document with the secrets gone; what is worked out from a secret price is left out here,
 * since it is in no text.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Exact } from "../core/number";
import type { Secrets } from "../core/document/redact";
import { isPriceSecret } from "../core/document/redact";
import type { Step } from "../core/step";
import type { Words } from "../words/sv/words";
import { amountText } from "../words/sentences";

/** What a paper is about. `document` inside the evaluation is without its secrets. */
export type ReaderCase = {
  readonly evaluation: Evaluation;
  readonly secrets: Secrets;
  readonly words: Words;
};

/** "10 150 000,00 SEK": an amount in the procurement's currency, or what a figure is in. */
export function money(
  value: Exact | undefined,
  { evaluation, words }: Pick<ReaderCase, "evaluation" | "words">,
  decimals?: number,
): string {
  if (!value) return words.missing;
  return `${amountText(value, decimals, words)} ${evaluation.document.procurement.currency}`;
}

/** A bid's result in its unit; a secret price could be worked out from it. */
export function resultText({ bid, result }: BidEvaluation, readerCase: ReaderCase): string {
  const {
    evaluation: {
      unit,
      document: { model },
    },
    secrets,
    words,
  } = readerCase;
  if (isPriceSecret(secrets, bid.id)) return words.secret;
  const text = result.value
    ? amountText(result.value, model.rounding.result?.decimals, words)
    : words.missing;
  return unit === "" ? text : `${text} ${unit}`;
}

/** A figure on the way from price to result. */
export function figureText(bid: BidEvaluation, step: Step, readerCase: ReaderCase): string {
  if (isPriceSecret(readerCase.secrets, bid.bid.id)) return readerCase.words.secret;
  return step.value
    ? amountText(step.value, undefined, readerCase.words)
    : readerCase.words.missing;
}

/** "Norrvik Verksamhetssystem AB (A)" */
export function nameOf(id: string, { evaluation }: ReaderCase): string {
  return `${evaluation.document.bids.find((bid) => bid.id === id)?.bidder ?? id} (${id})`;
}
