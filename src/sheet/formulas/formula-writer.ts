/**
 * The steps of an evaluation as Excel formulas: each figure as an ordinary formula over the input
 * tables, so that the workbook computes every result a second time, without the engine. The
 * formulas use only functions of Excel 2016 that LibreOffice and IronCalc compute too, and look
 * values up by id, never by row, so that sorting an input sheet changes nothing. Nothing is computed
 * here.
 */
import type { Rule, Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import type { Places } from "../locate";
import { arithmeticFormulas } from "./arithmetic";
import { comparisonFormulas } from "./comparisons";
import { InputLookups } from "./input-lookups";
import { Operands } from "./operands";
import { priceFactorFormulas } from "./price-factors";
import { ceilingsFormula, floorsFormula, priceRowFormulas } from "./price-rows";
import { questionnaireFormulas } from "./questionnaires";
import { requirementFormulas } from "./requirements";
import { scaleFormulas } from "./scales";
import { StepCells } from "./step-cells";
import type { FormulaBook, FormulaSheet, StepFormulas } from "./step-formulas";

/** The order of the bids is written by its sheet, in columns beside each other. */
type Ordering = "place" | "standing" | "rank";

/** Writes the steps of one evaluation as formulas over one workbook. */
export class FormulaWriter {
  private readonly cells: StepCells;
  private readonly lookups: InputLookups;
  private readonly book: FormulaBook;
  private readonly formulas: StepFormulas<Exclude<Rule["kind"], Ordering>>;

  constructor(places: Places, words: Words, sheet: FormulaSheet) {
    this.lookups = new InputLookups(places, words, sheet);
    this.cells = new StepCells(sheet.addCell, this.lookups, (step) => this.formula(step));
    this.book = { places, words, sheet, cells: this.cells };
    this.formulas = {
      input: (step) => this.lookups.shownInput(step, step.rule.place),
      ...arithmeticFormulas(this.book),
      ...scaleFormulas(this.book),
      ...comparisonFormulas(this.book),
      ...priceRowFormulas(this.book),
      ...priceFactorFormulas,
      ...questionnaireFormulas(this.book),
      ...requirementFormulas(this.book),
    };
  }

  /** The cell of every step that has one so far. */
  get cellOf(): ReadonlyMap<Step<Value>, string> {
    return this.cells.all;
  }

  /** Says which cell of the sheet shows the step. */
  assignCell(step: Step<Value>, reference: string): void {
    this.cells.assign(step, reference);
  }

  /** The formula of a step's own cell: its rule over its operands, or "saknas" while one is missing. */
  formula(step: Step<Value>): string {
    const operands = new Operands(this.cells, (part, own) => this.expression(part, own));
    const expression = this.expression(step, operands);
    return operands.orMissing(expression, this.book.words.missing);
  }

  /** @param checks the checks of one bid's rows that have a price and a ceiling */
  ceilings(checks: readonly Step<Value>[]): string {
    return ceilingsFormula(checks, this.book);
  }

  /** @param checks the checks of one bid's rows that have a price and a lowest one */
  floors(checks: readonly Step<Value>[]): string {
    return floorsFormula(checks, this.book);
  }

  /** @throws for a rule that orders bids: its formula looks at all bids and is made by the sheet */
  private expression(step: Step<Value>, operands: Operands): string {
    const { kind } = step.rule;
    if (kind === "place" || kind === "standing" || kind === "rank")
      throw new Error(`${kind} has no formula of its own`);
    // The table has a formula for exactly this kind of rule, which the compiler cannot follow.
    const formula = this.formulas[kind] as (step: Step<Value>, operands: Operands) => string;
    return formula(step, operands);
  }
}
