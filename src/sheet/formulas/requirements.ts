/**
 * The verdicts on requirements as formulas: how many requirements a bid does not meet, and how many
 * are open.
 */
import { answerAt, requirementAt } from "../../core/place";
import { input } from "../../core/step";
import { columnRange, countOf } from "./column-ranges";
import { rangeOf } from "./step-cells";
import type { FormulaBook, StepFormulas, StepOf } from "./step-formulas";

export function requirementFormulas(book: FormulaBook): StepFormulas<"verdicts"> {
  const leftOutOf = new Map<string, readonly string[]>();
  return { verdicts: (step) => countVerdicts(step, leftOutOf, book) };
}

/**
 * A verdict that is withheld counts neither as met nor as not met, and its requirement is open.
 * @param leftOutOf by bid, the cells of {@link verdictCells}, which both counts look at
 */
function countVerdicts(
  { rule, about: { bid = "" } }: StepOf<"verdicts">,
  leftOutOf: Map<string, readonly string[]>,
  book: FormulaBook,
): string {
  const { checks, requirements } = book.places.tables;
  const column = `${bid} verdict`;
  if (!checks || !requirements || !checks.columnOf.has(column)) return "0";
  const { dropped, withheld } = rule;
  const leftOut = leftOutOf.get(bid) ?? verdictCells(bid, [...dropped, ...withheld], book);
  leftOutOf.set(bid, leftOut);
  const count = (word: string) =>
    `${countOf(checks, column, word)}${leftOut.length > 0 ? `-COUNTIF(${rangeOf(leftOut)},"${word}")` : ""}`;
  const { met, "not-met": notMet } = book.words.verdicts;
  if (rule.verdict === "not-met") return count(notMet);
  const gone = leftOut.length - withheld.length;
  const all = `COUNTA(${columnRange(requirements, "id")})${gone > 0 ? `-${gone}` : ""}`;
  return [all, ...[met, notMet].map((word) => `(${count(word)})`)].join("-");
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
