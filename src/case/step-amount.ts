/** A step's value as the pane shows it. It computes nothing. */
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Step, Value } from "../core/step";
import { amountText, sixDecimals, valueText } from "../words/sentences";
import type { Words } from "../words/sv/words";

/** A step's value as text; only the result has the decimals that the model declares. */
export function stepAmount(
  step: Step<Value>,
  { document: { model }, unit }: Evaluation,
  words: Words,
): string {
  if (!(step.value instanceof Exact)) return valueText(step.rule, step.value, words);
  if (step.about.what === "adjustments" && unit === "") return sixDecimals(step.value, words);
  return amountText(
    step.value,
    step.about.what === "result" ? model.rounding.result?.decimals : undefined,
    words,
  );
}
