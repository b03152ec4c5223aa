/**
 * Which cell of the sheet Utvärdering holds which step: the cell of a figure, or a cell that is
 * added below the figures when a formula needs one. It gives every step at most one cell and writes
 * no formula itself.
 */
import type { Step, Value } from "../../core/step";
import { columnIndex } from "../cell-address";
import type { InputLookups, InputRows } from "./input-lookups";

export class StepCells {
  private readonly references = new Map<Step<Value>, string>();

  /** @param formula writes the formula of a step that gets a cell of its own */
  constructor(
    private readonly addCell: InputRows["addCell"],
    private readonly lookups: InputLookups,
    private readonly formula: (step: Step<Value>) => string,
  ) {}

  /** The reference of every cell so far, by its step. */
  get all(): ReadonlyMap<Step<Value>, string> {
    return this.references;
  }

  /** The step's cell, if it has one. */
  find(step: Step<Value>): string | undefined {
    return this.references.get(step);
  }

  assign(step: Step<Value>, reference: string): void {
    this.references.set(step, reference);
  }

  /** The step's cell; a step without one gets one below the figures. */
  cell(step: Step<Value>): string {
    return this.references.get(step) ?? this.add(step);
  }

  /**
   * The cells of these steps below each other, so that one range covers them: the steps' own cells
   * where they stand so, otherwise new cells.
   */
  column(steps: readonly Step<Value>[]): string[] {
    const known = steps.map((step) => this.references.get(step));
    if (isColumn(known)) return known as string[];
    const areNewInputs = steps.every(
      (step, n) => known[n] === undefined && step.rule.kind === "input",
    );
    if (areNewInputs) {
      const inputs = steps.map((step) => this.add(step));
      if (isColumn(inputs)) return inputs;
      return inputs.map((cell, n) => this.addFormula(steps[n] as Step<Value>, cell));
    }
    this.addOperands(steps.filter((_, n) => known[n] === undefined));
    // All formulas are written before any cell is added, since a formula may add cells of its own
    // and these would part the column.
    const formulas = steps.map((step, n) => known[n] ?? this.formula(step));
    return steps.map((step, n) => {
      const cell = this.addFormula(step, formulas[n] ?? "");
      if (known[n] === undefined) this.assign(step, cell);
      return cell;
    });
  }

  /**
   * Adds the inputs of steps of one kind, all first operands before all second, so that each step
   * stands as far from its operands as the next and has the same formula.
   */
  private addOperands(steps: readonly Step<Value>[]): void {
    const most = steps.reduce((longest, { from }) => Math.max(longest, from.length), 0);
    for (let operand = 0; operand < most; operand += 1) {
      for (const { from } of steps) {
        const step = from[operand];
        if (step?.rule.kind === "input") this.cell(step);
      }
    }
  }

  private add(step: Step<Value>): string {
    const { rule } = step;
    const reference =
      rule.kind === "input"
        ? this.lookups.addInput(step, rule.place)
        : this.addFormula(step, this.formula(step));
    this.assign(step, reference);
    return reference;
  }

  private addFormula(step: Step<Value>, formula: string): string {
    return this.addCell({ step, formula: () => formula });
  }
}

/** "$C40:$C44": the range from the first cell to the last. */
export function rangeOf(cells: readonly string[]): string {
  return `${cells[0]}:${cells.at(-1)}`;
}

/** Whether every cell is known, and each stands below the one before in the same column. */
function isColumn(cells: readonly (string | undefined)[]): boolean {
  const [, letters, top] = /^(\$[A-Z]+)(\d+)$/.exec(cells[0] ?? "") ?? [];
  return letters !== undefined && cells.every((cell, n) => cell === `${letters}${Number(top) + n}`);
}

/** A range of neighbours on one row, and how many cells it has. */
export type RowRun = { readonly range: string; readonly count: number };

/** Cells of one row as ranges of neighbours; nothing where one is unknown or on another row. */
export function rowRuns(cells: readonly (string | undefined)[]): RowRun[] | undefined {
  const parts = cells.map((cell) => /^\$?([A-Z]+)(\d+)$/.exec(cell ?? ""));
  if (parts.some((part) => part?.[2] === undefined || part[2] !== parts[0]?.[2])) return undefined;
  const runs: { first: string; last: string; count: number }[] = [];
  for (const [cell = "", letters = ""] of parts.flatMap((part) => (part ? [part] : []))) {
    const before = runs.at(-1);
    if (before && isNext(before.last, letters)) {
      before.last = cell;
      before.count += 1;
    } else runs.push({ first: cell, last: cell, count: 1 });
  }
  return runs.map(({ first, last, count }) => ({
    range: count === 1 ? first : `${first}:${last}`,
    count,
  }));
}

/** @param cell "$D9" or "D9" @param letters of the cell that may stand to the right of it */
function isNext(cell: string, letters: string): boolean {
  const [, before = ""] = /^\$?([A-Z]+)/.exec(cell) ?? [];
  return columnIndex(letters) === columnIndex(before) + 1;
}
