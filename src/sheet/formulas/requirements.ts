/**
 * The verdicts on requirements as formulas: how many requirements a bid does not meet, and how many
 * are open.
 */
import { Exact } from "../../core/number";
import { answerAt, requirementAt } from "../../core/place";
import type { Step, Value } from "../../core/step";
import { input } from "../../core/step";
import type { FoundTable } from "../locate";
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

/** What the formulas of all bids share. */
type Shared = {
  /** By bid. */
  readonly counts: Map<string, Counted>;
  /** The cell of how many requirements there are, which is counted once. */
  total?: string;
};

export function requirementFormulas(book: FormulaBook): StepFormulas<"verdicts"> {
  const shared: Shared = { counts: new Map() };
  return { verdicts: (step) => countVerdicts(step, shared, book) };
}

/** A verdict that is withheld counts neither as met nor as not met, and its requirement is open. */
function countVerdicts(step: StepOf<"verdicts">, shared: Shared, book: FormulaBook): string {
  const {
    rule,
    about: { bid = "" },
  } = step;
  const { checks, requirements } = book.places.tables;
  const column = `${bid} verdict`;
  if (!checks || !requirements || !checks.columnOf.has(column)) return "0";
  const { dropped, withheld } = rule;
  const counted: Counted = shared.counts.get(bid) ?? {
    leftOut: verdictCells(bid, [...dropped, ...withheld], book),
  };
  shared.counts.set(bid, counted);
  const { leftOut } = counted;
  const count = (word: string) =>
    `${countOf(checks, column, word)}${leftOut.length > 0 ? `-${wordCounter(checks, column)(rangeOf(leftOut), word)}` : ""}`;
  const { met, "not-met": notMet } = book.words.verdicts;
  if (rule.verdict === "not-met") {
    counted.notMet = step;
    return count(notMet);
  }
  const gone = leftOut.length - withheld.length;
  shared.total ??= totalCell(requirements, book);
  const all = gone > 0 ? `${shared.total}-${gone}` : shared.total;
  const notMetCell = counted.notMet && book.cells.find(counted.notMet);
  return `${all}-(${count(met)})-${notMetCell ?? `(${count(notMet)})`}`;
}

/** Counts the requirements in a cell of their own: in each bid's formula the count takes most of the time. */
function totalCell(requirements: FoundTable, { sheet }: FormulaBook): string {
  const step: Step = {
    about: { what: "requirements" },
    rule: { kind: "count" },
    from: [],
    value: Exact.count(requirements.reading.rows.length),
  };
  return sheet.addCell({ step, formula: () => `COUNTA(${columnRange(requirements, "id")})` });
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
