/**
 * The sum of a price row as a formula of a bidder form: the same arithmetic as the engine's steps,
 * read from them. What no price of the bidder enters is published, and stands as its value. It knows
 * the rules that prices are made of and no others.
 */
import { Exact } from "../../core/number";
import type { Step, Value } from "../../core/step";
import { rounding } from "../formulas/formula-text";

/** Where the figures and the sums of the rows stand, as references on the price sheet. */
export type RowCells = {
  /** The figure of a row: the bidder's price, or the published amount. */
  readonly figure: (id: string) => string;
  /** The sum of a row, as a number also where it is blank. */
  readonly total: (id: string) => string;
  /** The cell of the row that holds its published factors. */
  readonly factor: (id: string) => string;
};

/** What is published of a row's product: everything but the figure. */
export function publishedFactor(total: Step<Value>): Exact | undefined {
  const of = productIn(total);
  if (!of) return undefined;
  return of.from
    .filter((each) => !isVariable(each))
    .reduce((made, { value }) => (value instanceof Exact ? made.times(value) : made), Exact.one);
}

/** A published factor as it is written in a formula. */
export function factorText(factor: Exact | undefined): string {
  return literal(factor);
}

/** The product of figure and published factors that a row's sum is, or is the negative of. */
function productIn(total: Step<Value>): Step<Value> | undefined {
  if (total.rule.kind === "product") return total;
  const [of] = total.from;
  return total.rule.kind === "negated" && of?.rule.kind === "product" ? of : undefined;
}

/** A row's sum. @throws for a rule that no price is made of */
export function rowExpression(total: Step, cells: RowCells): string {
  return new Expression(total, cells).text(total);
}

class Expression {
  private readonly own: Step<Value> | undefined;

  constructor(
    private readonly row: Step,
    private readonly cells: RowCells,
  ) {
    this.own = productIn(row);
  }

  text(step: Step<Value>): string {
    const { about, rule, from } = step;
    if (isFigure(step)) return this.cells.figure(about.id ?? "");
    if (about.what === "row-total" && step !== this.row) return this.cells.total(about.id ?? "");
    if (!isVariable(step)) return literal(step.value);
    const parts = () => from.map((each) => this.text(each));
    switch (rule.kind) {
      case "product":
      case "chained":
        return step === this.own
          ? [...this.variables(from), this.cells.factor(about.id ?? "")].join("*")
          : parts().join("*");
      case "sum":
      case "price-rows":
        return `(${parts().join("+")})`;
      case "negated":
        return `-(${parts().join("")})`;
      case "weighted":
        return `(${parts().join("*")})/100`;
      case "quotient":
        return `(${parts().join(")/(")})`;
      case "difference":
        return `(${parts().join("-")})`;
      case "rounded":
        return `(${rounding(`(${parts().join("")})`, rule.decimals, rule.mode)})`;
      default:
        throw new Error(`${rule.kind} makes no price`);
    }
  }

  private variables(from: readonly Step<Value>[]): string[] {
    return from.filter(isVariable).map((each) => this.text(each));
  }
}

function isFigure({ about: { what } }: Step<Value>): boolean {
  return what === "unit-price" || what === "published-amount";
}

const known = new WeakMap<Step<Value>, boolean>();

/** Whether a figure of a row enters the step. */
function isVariable(step: Step<Value>): boolean {
  const before = known.get(step);
  if (before !== undefined) return before;
  const is = isFigure(step) || step.from.some((each) => isVariable(each));
  known.set(step, is);
  return is;
}

function literal(value: Value | undefined): string {
  return value instanceof Exact ? numberText(value) : "0";
}

/** Excel reads fifteen digits of a number in a formula; more are no use. */
function numberText(value: Exact): string {
  return value.toDecimal(18).replace(/(\.\d*?)0+$/, "$1");
}
