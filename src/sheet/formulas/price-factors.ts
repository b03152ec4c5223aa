/**
 * What a price row is multiplied by as formulas: contract years, growth, indexes, and the part of a
 * quantity that lies in a tier. Functions and limits are those of the engine; "to and including" is
 * at most.
 */
import type { Step, Value } from "../../core/step";
import type { Operands } from "./operands";
import { mostWrittenOut } from "./operands";
import type { StepFormulas } from "./step-formulas";

type Factor =
  "sum-of-products" | "chained" | "years" | "growth" | "partly" | "threshold" | "within-tier";

export const priceFactorFormulas: StepFormulas<Factor> = {
  "sum-of-products": ({ from }, operands) => sumOfProducts(from, operands),
  chained: ({ from }, operands) => operands.each(from).join("*"),
  years: ({ from }, operands) => years(operands.each(from)),
  growth: ({ from }, operands) => `1+${only(from, operands)}/100`,
  partly: ({ from }, operands) => {
    const [part, factor] = operands.each(from);
    return `1+${part}/100*(${factor}-1)`;
  },
  threshold: ({ from }, operands) => {
    const [ratio, least] = operands.each(from);
    // A change that is exactly the threshold may come out just below it in doubles.
    return `IF(ROUND(ABS(${ratio}-1)*100,10)>=${least},${ratio},1)`;
  },
  "within-tier": ({ from, rule: { counts } }, operands) => {
    const [quantity = "0", over = "0", upTo] = operands.each(from);
    if (counts === "marginal")
      return `MAX(0,${upTo === undefined ? quantity : `MIN(${quantity},${upTo})`}-${over})`;
    const isIn = [`${quantity}>${over}`, ...(upTo === undefined ? [] : [`${quantity}<=${upTo}`])];
    return `IF(AND(${isIn.join(",")}),${counts === "band-unit" ? quantity : "1"},0)`;
  },
};

/** Σ first × second: over two ranges where there are many. */
function sumOfProducts(from: readonly Step<Value>[], operands: Operands): string {
  const figures = from.filter((_, n) => n % 2 === 0);
  const factors = from.filter((_, n) => n % 2 === 1);
  if (figures.length > mostWrittenOut)
    return `SUMPRODUCT(${operands.range(figures)}*${operands.range(factors)})`;
  const factor = (step: Step<Value> | undefined) => (step ? operands.of(step) : "0");
  return figures.map((figure, n) => `${factor(figure)}*${factor(factors[n])}`).join("+") || "0";
}

/** Last − first + 1, less the years of each period that does not count. */
function years([from = "0", to = "0", ...periods]: readonly string[]): string {
  const outside = periods
    .filter((_, n) => n % 2 === 0)
    .map((first, n) => `-MAX(0,MIN(${to},${periods[2 * n + 1]})-MAX(${from},${first})+1)`);
  return `MAX(0,${to}-${from}+1)${outside.join("")}`;
}

function only(from: readonly Step<Value>[], operands: Operands): string {
  return operands.each(from).join("");
}
