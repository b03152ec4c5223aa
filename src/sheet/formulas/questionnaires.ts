/**
 * The System Usability Scale as a formula: the mean over respondents of
 * (Σ odd items − Σ even items + 20) × 2.5, with ten answers from 1 to 5 each.
 */
import type { Step, Value } from "../../core/step";
import type { FoundTable } from "../locate";
import { columnRange, hasTextIn } from "./column-ranges";
import type { Operands } from "./operands";
import type { FormulaBook, StepFormulas, StepOf } from "./step-formulas";

/** The columns of the ten answers. */
const items = Array.from({ length: 10 }, (_, n) => `q${n + 1}`);

export function questionnaireFormulas(book: FormulaBook): StepFormulas<"sus"> {
  return {
    sus: (step, operands) =>
      step.from.some(({ rule }) => rule.kind === "withheld")
        ? `"${book.words.missing}"`
        : meanScore(step, operands, book),
  };
}

function meanScore(
  { about: { bid = "", id = "" }, from }: StepOf<"sus">,
  operands: Operands,
  { places, words }: FormulaBook,
): string {
  const { survey } = places.tables;
  if (!survey) return '""';
  if (from.length > 1 && !isReadByColumns(survey)) return meanOfAnswers(from, operands);
  const [bids, criteria, first] = ["bid", "criterion", "q1"].map((column) =>
    columnRange(survey, column),
  );
  const answered = `(${bids}="${bid}")*(${criteria}="${id}")*(${first}<>"")`;
  const sum = items
    .map((item, n) => `${n === 0 ? "" : n % 2 === 0 ? "+" : "-"}${columnRange(survey, item)}`)
    .join("");
  const count = `SUMPRODUCT(${answered})`;
  return `IF(${count}=0,"${words.missing}",SUMPRODUCT(${answered}*(${sum}+20))*2.5/${count})`;
}

/** The same from a cell for each answer, where a formula over whole columns cannot read them. */
function meanOfAnswers(answers: readonly Step<Value>[], operands: Operands): string {
  const [odd, even] = [0, 1].map((rest) =>
    operands.range(answers.filter((_, n) => n % 2 === rest)),
  );
  const count = answers.length / items.length;
  return `(SUM(${odd})-SUM(${even})+${20 * count})*2.5/${count}`;
}

/**
 * Whether a formula over whole columns reads a questionnaire as the engine does: no answer is text,
 * no row was passed over, and no id has a space around it, which the engine trims and "=" does not.
 */
function isReadByColumns(table: FoundTable): boolean {
  const isTrimmed = (row: number, column: string) => {
    const { value } = table.cell(row, column);
    return typeof value !== "string" || value === value.trim();
  };
  return (
    table.passedOver.size === 0 &&
    !hasTextIn(table, items) &&
    table.reading.rows.every((_, row) => isTrimmed(row, "bid") && isTrimmed(row, "criterion"))
  );
}
