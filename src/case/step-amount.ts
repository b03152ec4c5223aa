/** A step's value as the pane shows it. It computes nothing. */
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Step, Value, What } from "../core/step";
import { amountText, shortAmountText, sixDecimals, valueText } from "../words/sentences";
import type { Words } from "../words/sv/words";

/**
 * A step's value as text. Amounts in the currency have the decimals that the model declares for the
 * result, so that they are alike in a column; one that has more shows them, or from seven on is rounded
 * to the hundredth with "≈" before it. It stands whole among its steps.
 */
export function stepAmount(step: Step<Value>, evaluation: Evaluation, words: Words): string {
  const { value, about, rule } = step;
  if (!(value instanceof Exact)) return valueText(rule, value, words);
  if (about.what === "rank") return amountText(value, undefined, words);
  if (about.what === "result")
    return amountText(value, evaluation.document.model.rounding.result?.decimals, words);
  return evaluation.unit === "" && about.what === "adjustments"
    ? sixDecimals(value, words)
    : amountAlike(value, evaluation, words);
}

/** An amount in the currency with the result's decimals, unless it has more; others as they are. */
export function amountAlike(
  value: Exact,
  { document: { model }, unit }: Evaluation,
  words: Words,
): string {
  const decimals = model.rounding.result?.decimals ?? 0;
  const isAlike = unit !== "" && value.equals(value.rounded(decimals, "half-up"));
  if (unit !== "" && !isAlike) return shortAmountText(value, words);
  return amountText(value, isAlike ? Math.max(decimals, 0) : undefined, words);
}

const one = Exact.of("1");

/** A step's value as people read it, and whole where no decimal can write it: "≈ 3,33" and "10/3". */
function readableValue(
  { rule, value }: Step<Value>,
  words: Words,
): { readonly value: string; readonly exact?: string } {
  const whole = valueText(rule, value, words);
  if (!(value instanceof Exact) || !value.toText().includes("/")) return { value: whole };
  const isPart = value.compare(one) < 0 && value.plus(one).compare(Exact.of("0")) > 0;
  return {
    value: isPart ? sixDecimals(value, words) : shortAmountText(value, words),
    exact: whole,
  };
}

/** What is always an amount in the currency, where results are. */
const amounts: ReadonlySet<What> = new Set<What>([
  "as-offered",
  "unit-price",
  "row-total",
  "row-value",
  "stated-total",
  "sum-of-rows",
  "offered-price",
  "corrected-price",
  "published-costs",
  "price-with-published-costs",
  "price-with-blank-rows",
  "compared-unit-price",
  "highest-unit-price",
  "price",
  "price-ceiling",
  "lowest-price",
  "compared-price",
  "deduction-full",
  "addition-full",
  "per-point",
  "cap",
  "band-deduction",
  "deduction-uncapped",
  "deduction",
  "addition",
  "adjustment",
  "adjustments",
  "constant",
  "deduction-part",
  "addition-part",
  "result-unrounded",
  "result",
]);

/** A step's value in a tree: amounts alike from the result down to the cell, other figures as they are. */
export function valueInTree(
  step: Step<Value>,
  evaluation: Evaluation | undefined,
  words: Words,
): { readonly value: string; readonly exact?: string } {
  const read = readableValue(step, words);
  const isAmount = evaluation && evaluation.unit !== "" && amounts.has(step.about.what);
  return isAmount && step.value instanceof Exact
    ? { ...read, value: amountAlike(step.value, evaluation, words) }
    : read;
}
