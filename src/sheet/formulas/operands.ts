/**
 * The operands of one formula: steps as cells, ranges or expressions in brackets. It keeps account
 * of the cells that must hold a number for the formula to have an answer.
 */
import type { Rule, Step, Value } from "../../core/step";
import { excelLimits } from "../excel-limits";
import type { StepCells } from "./step-cells";
import { rangeOf, rowRuns } from "./step-cells";

/** Longer lists are added up or searched as a range of cells; shorter ones are written out. */
export const mostWrittenOut = 20;

export class Operands {
  /** How many numbers are needed in each cell or range. */
  private readonly needed = new Map<string, number>();

  constructor(
    private readonly cells: StepCells,
    private readonly expression: (step: Step<Value>, operands: Operands) => string,
  ) {}

  /** A step as an operand: its cell where it has or must have one, otherwise its expression. */
  of(step: Step<Value>): string {
    const cell = this.cells.find(step) ?? (mayBeWord(step) ? this.cells.cell(step) : undefined);
    if (cell === undefined) return `(${this.expression(step, this)})`;
    this.needNumbers(cell, 1);
    return cell;
  }

  /** Each step as an operand of its own. */
  each(steps: readonly Step<Value>[]): string[] {
    return steps.map((step) => this.of(step));
  }

  /** The steps as one range, in which every cell must hold a number. */
  range(steps: readonly Step<Value>[]): string {
    const range = rangeOf(this.cells.column(steps));
    this.needNumbers(range, steps.length);
    return range;
  }

  /**
   * The steps as the arguments of a function: cells of one row as they stand, so that no figure of a
   * bid is repeated in a column of its own only to be added up there.
   */
  arguments(steps: readonly Step<Value>[]): string {
    if (steps.length <= mostWrittenOut) return this.each(steps).join(",");
    const runs = rowRuns(steps.map((step) => this.cells.find(step)));
    if (runs === undefined || runs.length > excelLimits.functionArguments) return this.range(steps);
    for (const { range, count } of runs) this.needNumbers(range, count);
    return runs.map(({ range }) => range).join(",");
  }

  /** The sum of the steps; 0 of none. */
  sum(steps: readonly Step<Value>[]): string {
    return steps.length > mostWrittenOut
      ? `SUM(${this.arguments(steps)})`
      : this.each(steps).join("+") || "0";
  }

  /** The formula needs so many numbers in this cell or range. */
  needNumbers(reference: string, count: number): void {
    this.needed.set(reference, count);
  }

  /** The expression, or the word for "missing" while a needed cell holds no number. */
  orMissing(expression: string, missing: string): string {
    if (this.needed.size === 0) return expression;
    const references = [...this.needed.keys()];
    const most = excelLimits.functionArguments;
    const counts = Array.from(
      { length: Math.ceil(references.length / most) },
      (_, n) => `COUNT(${references.slice(most * n, most * (n + 1)).join(",")})`,
    );
    const wanted = [...this.needed.values()].reduce((sum, count) => sum + count, 0);
    return `IF(${counts.join("+")}<${wanted},"${missing}",${expression})`;
  }
}

/**
 * Whether a step's formula can answer with a word ("saknas"). Inside an expression a word would
 * become #VALUE!, so such a step gets a cell of its own, and the formula first counts the numbers
 * in it.
 */
function mayBeWord({ rule, value, from }: Step<Value>): boolean {
  if (rule.kind === "fixed") return value === undefined;
  if (rule.kind === "quotient") return from[1]?.rule.kind !== "fixed";
  return answersWithWord.has(rule.kind);
}

const answersWithWord: ReadonlySet<Rule["kind"]> = new Set([
  "input",
  "corrected",
  "withheld",
  "yes-is-one",
  "on-scale",
  "band",
  "price-band",
  "wider-slope",
  "price-rows",
  "chained",
  "years",
  "partly",
  "threshold",
  "within-tier",
  "filled-row",
  "left-out-row",
  "blank-row",
  "count",
  "sus",
  "compared",
  "lowest-compared",
  "highest-compared",
  "mean-compared",
  "place",
]);
