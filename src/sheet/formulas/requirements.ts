/**
 * The verdicts on requirements as formulas: how many requirements a bid does not meet, and how many
 * are open.
 */
import { answerAt, requirementAt } from "../../core/place";
import type { Step, Value } from "../../core/step";
import { input } from "../../core/step";
import { columnRange, countOf, wordCounter } from "./column-ranges";
import { rangeOf } from "./step-cells";
import type { FormulaBook, StepFormulas, StepOf } from "./step-formulas";

/** What the two counts of one bid share. */
type Counted = {
  /** The cells of {@link verdictCells}, which both counts look at. */
  readonly leftOut: readonly string[];
  /** The count of those not met, which the count of the open ones is made from. */
  notMet?: Step<Value>;
};

export function requirementFormulas(book: FormulaBook): StepFormulas<"verdicts"> {
  const counts = new Map<string, Counted>();
  return { verdicts: (step) => countVerdicts(step, counts, book) };
}

/**
 * A verdict that is withheld counts neither as met nor as not met, and its requirement is open.
 * @param counts by bid
 */
function countVerdicts(
  step: StepOf<"verdicts">,
  counts: Map<string, Counted>,
  book: FormulaBook,
): string {
  const {
    rule,
    about: { bid = "" },
  } = step;
  const { checks, requirements } = book.places.tables;
  const column = `${bid} verdict`;
  if (!checks || !requirements || !checks.columnOf.has(column)) return "0";
  const { dropped, withheld } = rule;
  const counted: Counted = counts.get(bid) ?? {
    leftOut: verdictCells(bid, [...dropped, ...withheld], book),
  };
  counts.set(bid, counted);
  const { leftOut } = counted;
  const count = (word: string) =>
    `${countOf(checks, column, word)}${leftOut.length > 0 ? `-${wordCounter(checks, column)(rangeOf(leftOut), word)}` : ""}`;
  const { met, "not-met": notMet } = book.words.verdicts;
  if (rule.verdict === "not-met") {
    counted.notMet = step;
    return count(notMet);
  }
  const gone = leftOut.length - withheld.length;
  const all = `COUNTA(${columnRange(requirements, "id")})${gone > 0 ? `-${gone}` : ""}`;
  const notMetCell = counted.notMet && book.cells.find(counted.notMet);
  return `${all}-(${count(met)})-${notMetCell ?? `(${count(notMet)})`}`;
}

/**
 * The bid's verdicts on requirements that no longer apply or whose verdict is withheld, in cells below
 * each other.
 * @param requirements their ids; one that has no row has no verdict to take away
 */
function verdictCells(
  bid: string,
  requirements: readonly string[],
  { cells, places }: FormulaBook,
): readonly string[] {
  const verdicts = requirements
    .filter((id) => places.spot(requirementAt(id)) !== undefined)
    .map((id) =>
      input<string>({ what: "verdict", bid, id }, answerAt(bid, id, "verdict"), undefined),
    );
  return verdicts.length === 0 ? [] : cells.column(verdicts);
}
