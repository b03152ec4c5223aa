/**
 * Values held against other values as formulas: over the bids that are still compared, against a
 * limit, against what was recorded, and against a decision.
 */
import { Exact } from "../../core/number";
import type { Limiting, Step, Value } from "../../core/step";
import { noise } from "./formula-text";
import type { Operands } from "./operands";
import type { FormulaBook, StepFormulas, StepOf } from "./step-formulas";

type Comparison =
  | "compared"
  | "lowest-compared"
  | "highest-compared"
  | "mean-compared"
  | "wider-slope"
  | "corrected"
  | "withheld"
  | "decided"
  | Limiting;

export function comparisonFormulas(book: FormulaBook): StepFormulas<Comparison> {
  return {
    compared: ({ from: [value] }, operands) => unlessRejected(value, operands, book),
    "lowest-compared": ({ from }) => amongCompared("MIN", from, book),
    "highest-compared": ({ from }) => amongCompared("MAX", from, book),
    "mean-compared": ({ from }) => amongCompared("AVERAGE", from, book),
    "wider-slope": ({ from }, operands) => widerSlope(operands.each(from)),
    corrected: ({ from }, operands) => operands.of(from[1] as Step<Value>),
    withheld: (step) => unlessChanged(step, book),
    decided: ({ from: [decision] }) => isNotOut(decision, book),
    "at-least": (step, operands) => isWithinLimit(step, operands, book),
    "at-most": (step, operands) => isWithinLimit(step, operands, book),
    above: (step, operands) => isWithinLimit(step, operands, book),
  };
}

/**
 * 1 while a bid is not out: a low bid and an exclusion have one of several decisions, a bid that has
 * left a date.
 */
function isNotOut(decision: Step<Value> | undefined, { cells, words }: FormulaBook): string {
  const cell = decision ? cells.cell(decision) : '""';
  const out =
    decision?.about.what === "low-bid-decision"
      ? words.lowBidDecisions.rejected
      : decision?.about.what === "exclusion-decision"
        ? words.exclusionDecisions.excluded
        : undefined;
  return out === undefined ? `IF(${cell}="",1,0)` : `IF(${cell}="${out}",0,1)`;
}

/** The value, or the sign for "no rank" once the bid is rejected: MIN and MAX pass over text. */
function unlessRejected(
  value: Step<Value> | undefined,
  operands: Operands,
  { sheet, words }: FormulaBook,
): string {
  if (!value) return '""';
  const rejections = sheet.rejections(value.about.bid ?? "");
  return `IF(${rejections}>0,"${words.noRank}",${operands.of(value)})`;
}

function amongCompared(
  over: "MIN" | "MAX" | "AVERAGE",
  [compared]: readonly Step<Value>[],
  { cells, sheet, words }: FormulaBook,
): string {
  const all = compared ? sheet.acrossBids(cells.cell(compared)) : "";
  return `IF(COUNT(${all})=0,"${words.missing}",${over}(${all}))`;
}

/**
 * The wider slope once the highest price lies beyond the reach of the published slope, allowing for
 * float noise.
 */
function widerSlope([high = "", low = "", published = "", wider = ""]: readonly string[]): string {
  return `IF(${high}>${low}*(1+${published}/100)*(1+${noise}),${wider},${published})`;
}

/**
 * A score that differs from its record counts for nothing, unless the recorded value stands in the
 * cell again.
 */
function unlessChanged(
  { rule: { recorded }, from: [given] }: StepOf<"withheld">,
  { cells, words }: FormulaBook,
): string {
  const cell = cells.cell(given as Step<Value>);
  const missing = `"${words.missing}"`;
  if (recorded instanceof Exact) return `IF(${cell}=${recorded.toText()},${cell},${missing})`;
  if (recorded === "yes" || recorded === "no")
    return `IF(${cell}="${words.answers[recorded]}",${cell},${missing})`;
  return missing;
}

/** 1 while the limit is kept, 0 when it is broken; a value that is not known breaks no limit. */
function isWithinLimit(
  { rule, from: [value, limit] }: StepOf<Limiting>,
  operands: Operands,
  { cells }: FormulaBook,
): string {
  if (!value || !limit) return "1";
  const [left, right] = [cells.cell(value), operands.of(limit)];
  operands.needNumbers(left, 1);
  // An entered figure is held exactly against its limit; a computed one may carry float noise.
  const slack = `${noise}*MAX(1,ABS(${right}))`;
  const loosened = (sign: "+" | "-") => (isEntered(value) ? right : `${right}${sign}${slack}`);
  const isKept = {
    "at-least": `${left}>=${loosened("-")}`,
    "at-most": `${left}<=${loosened("+")}`,
    above: `${left}>${right}`,
  }[rule.kind];
  return `IF(${isKept},1,0)`;
}

/** Whether a step is a figure as someone typed it, or the same figure under another name. */
function isEntered({ rule: { kind }, from }: Step<Value>): boolean {
  return kind === "same" || kind === "corrected"
    ? from.every(isEntered)
    : kind === "input" || kind === "on-scale" || kind === "withheld";
}
