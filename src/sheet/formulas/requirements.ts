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
  const droppedOf = new Map<string, readonly string[]>();
  return { verdicts: (step) => countVerdicts(step, droppedOf, book) };
}

/** @param droppedOf by bid, the cells of {@link droppedVerdicts}, which both counts look at */
function countVerdicts(
  { rule, about: { bid = "" } }: StepOf<"verdicts">,
  droppedOf: Map<string, readonly string[]>,
  book: FormulaBook,
): string {
  const { checks, requirements } = book.places.tables;
  const column = `${bid} verdict`;
  if (!checks || !requirements || !checks.columnOf.has(column)) return "0";
  const dropped = droppedOf.get(bid) ?? droppedVerdicts(bid, rule.dropped, book);
  droppedOf.set(bid, dropped);
  const hasDropped = dropped.length > 0;
  const count = (word: string) =>
    `${countOf(checks, column, word)}${hasDropped ? `-COUNTIF(${rangeOf(dropped)},"${word}")` : ""}`;
  const { met, "not-met": notMet } = book.words.verdicts;
  if (rule.verdict === "not-met") return count(notMet);
  const all = `COUNTA(${columnRange(requirements, "id")})${hasDropped ? `-${dropped.length}` : ""}`;
  return [all, ...[met, notMet].map((word) => `(${count(word)})`)].join("-");
}

/**
 * The bid's verdicts on requirements that no longer apply, in cells below each other.
 * @param dropped the ids of these requirements; one that has no row has no verdict to take away
 */
function droppedVerdicts(
  bid: string,
  dropped: readonly string[],
  { cells, places }: FormulaBook,
): readonly string[] {
  const verdicts = dropped
    .filter((id) => places.spot(requirementAt(id)) !== undefined)
    .map((id) =>
      input<string>({ what: "verdict", bid, id }, answerAt(bid, id, "verdict"), undefined),
    );
  return verdicts.length === 0 ? [] : cells.column(verdicts);
}
