/**
 * Arithmetic as formulas: sums, products, quotients, means, and the declared roundings.
 */
import { Exact } from "../../core/number";
import type { Step, Value } from "../../core/step";
import { quotientText, rounding } from "./formula-text";
import { mostWrittenOut } from "./operands";
import type { Operands } from "./operands";
import { rangeOf } from "./step-cells";
import type { FormulaBook, StepFormulas } from "./step-formulas";

type Arithmetic =
  | "fixed"
  | "sum"
  | "product"
  | "difference"
  | "quotient"
  | "weighted"
  | "mean"
  | "median"
  | "smallest"
  | "largest"
  | "negated"
  | "remainder"
  | "clipped"
  | "same"
  | "rounded"
  | "count";

export function arithmeticFormulas({ cells, words }: FormulaBook): StepFormulas<Arithmetic> {
  const missing = `"${words.missing}"`;
  const only = (operands: Operands, from: readonly Step<Value>[]) => operands.each(from).join("");
  return {
    fixed: ({ value }) => (value instanceof Exact ? value.toText() : missing),
    sum: ({ from }, operands) => operands.sum(from),
    product: ({ from }, operands) => operands.each(from).join("*"),
    difference: ({ from }, operands) => operands.each(from).join("-"),
    quotient: ({ from }, operands) =>
      quotientText(operands.each(from), from[1]?.rule.kind === "fixed", words.missing),
    weighted: ({ from }, operands) => weightedSum(from, operands),
    mean: ({ from }, operands) =>
      from.length === 0 ? missing : `(${operands.sum(from)})/${from.length}`,
    median: ({ from }, operands) =>
      from.length === 0 ? missing : `MEDIAN(${operands.arguments(from)})`,
    smallest: ({ from }, operands) => `MIN(${operands.arguments(from)})`,
    largest: ({ from }, operands) => `MAX(${operands.arguments(from)})`,
    negated: ({ from }, operands) => `-${only(operands, from)}`,
    remainder: ({ from }, operands) => `1-${only(operands, from)}`,
    clipped: ({ from }, operands) => `MAX(0,MIN(1,${only(operands, from)}))`,
    same: ({ from }, operands) => only(operands, from),
    rounded: ({ from, rule }, operands) => rounding(only(operands, from), rule.decimals, rule.mode),
    count: ({ from }) =>
      `COUNT(${from.length > mostWrittenOut ? rangeOf(cells.column(from)) : from.map((step) => cells.cell(step)).join(",")})`,
  };
}

/** Σ weight/100 × share; weights and shares alternate. */
function weightedSum(from: readonly Step<Value>[], operands: Operands): string {
  const weights = from.filter((_, n) => n % 2 === 0);
  const shares = from.filter((_, n) => n % 2 === 1);
  if (weights.length > mostWrittenOut)
    return `SUMPRODUCT(${operands.range(weights)}*${operands.range(shares)})/100`;
  const factor = (step: Step<Value> | undefined) => (step ? operands.of(step) : "0");
  const terms = weights.map((weight, n) => `${factor(weight)}*${factor(shares[n])}`);
  return `(${terms.join("+")})/100`;
}
