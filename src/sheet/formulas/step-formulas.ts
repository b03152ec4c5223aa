/**
 * What a table of formulas is: for each kind of rule, how a step with that rule is written as an
 * Excel formula. Types only.
 */
import type { Rule, Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import type { Places } from "../locate";
import type { InputRows } from "./input-lookups";
import type { Operands } from "./operands";
import type { StepCells } from "./step-cells";

/** The sheet that the formulas stand on. */
export type FormulaSheet = InputRows & {
  /** From the cell of one bid's figure to the cells of that figure over all bids. */
  readonly acrossBids: (reference: string) => string;
  /** The cell that counts the reasons to reject a bid. */
  readonly rejections: (bid: string) => string;
};

/** What formulas are written over: the input tables, the sheet, its cells, the workbook's words. */
export type FormulaBook = {
  readonly places: Places;
  readonly sheet: FormulaSheet;
  readonly cells: StepCells;
  readonly words: Words;
};

/** The rule of a kind, also where one member of the union stands for several kinds. */
type RuleOf<Kind extends Rule["kind"], Member = Rule> = Member extends {
  readonly kind: infer Kinds;
}
  ? Kind extends Kinds
    ? Member & { readonly kind: Kind }
    : never
  : never;

/** A step whose rule is of the kind. */
export type StepOf<Kind extends Rule["kind"]> = Step<Value> & { readonly rule: RuleOf<Kind> };

/** For each kind of rule, the expression of a step; the operands note which cells it needs. */
export type StepFormulas<Kinds extends Rule["kind"]> = {
  readonly [Kind in Kinds]: (step: StepOf<Kind>, operands: Operands) => string;
};
