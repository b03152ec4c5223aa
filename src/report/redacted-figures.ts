/**
 * Figures and names of an evaluation as a paper shows them, without what is secret. A paper gets
 * the document with the secrets gone; what is worked out from a secret price is left out here,
 * since it is in no text.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Exact } from "../core/number";
import type { Masks } from "../core/secrecy/masks";
import type { Step } from "../core/step";
import type { Words } from "../words/sv/words";
import { amountText } from "../words/sentences";

/** What a paper is about. `document` inside the evaluation is without its secrets. */
export type ReaderCase = {
  readonly evaluation: Evaluation;
  readonly secrets: Masks;
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

/** The marker in place of a figure that may not be shown; nothing where it may. */
export function hiddenText(step: Step | undefined, readerCase: ReaderCase): string | undefined {
  const { secrets, words } = readerCase;
  if (!secrets.hides(step)) return undefined;
  return secrets.protectsAnother(step) ? words.masked : words.secret;
}

/** A bid's result in its unit, or why it is not shown. */
export function resultText({ result }: BidEvaluation, readerCase: ReaderCase): string {
  const {
    evaluation: {
      unit,
      document: { model },
    },
    words,
  } = readerCase;
  const hidden = hiddenText(result, readerCase);
  if (hidden !== undefined) return hidden;
  if (!result.value) return words.missing;
  const text = amountText(result.value, model.rounding.result?.decimals, words);
  return unit === "" ? text : `${text} ${unit}`;
}

/** A figure on the way from price to result. */
export function figureText(step: Step, readerCase: ReaderCase): string {
  const { words } = readerCase;
  return (
    hiddenText(step, readerCase) ??
    (step.value ? amountText(step.value, undefined, words) : words.missing)
  );
}

/** "Norrvik Verksamhetssystem AB (A)" */
export function nameOf(id: string, { evaluation }: ReaderCase): string {
  return `${evaluation.document.bids.find((bid) => bid.id === id)?.bidder ?? id} (${id})`;
}
