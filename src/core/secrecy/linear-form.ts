/**
 * Sums of unknown figures, each times an exact factor. The constant part is left out: whether an
 * unknown is determined depends on the factors alone.
 */
import { Exact } from "../number";
import type { Step } from "../step";

/** What each unknown is multiplied by; no factor is zero. */
export type LinearForm = ReadonlyMap<Step, Exact>;

/** `form` + `factor` × `other`. */
export function plusTimes(form: LinearForm, factor: Exact, other: LinearForm): LinearForm {
  if (factor.isZero() || other.size === 0) return form;
  const sum = new Map(form);
  addTimes(sum, factor, other);
  return sum;
}

/** A form with each unknown replaced by the form that it is made of. */
export function expanded(form: LinearForm, made: ReadonlyMap<Step, LinearForm>): LinearForm {
  const sum = new Map<Step, Exact>();
  for (const [unknown, times] of form)
    addTimes(sum, times, made.get(unknown) ?? new Map([[unknown, Exact.one]]));
  return sum;
}

function addTimes(sum: Map<Step, Exact>, factor: Exact, other: LinearForm): void {
  for (const [unknown, times] of other) {
    const total = (sum.get(unknown) ?? Exact.zero).plus(factor.times(times));
    if (total.isZero()) sum.delete(unknown);
    else sum.set(unknown, total);
  }
}

/** What the form comes to at the figures' own values. */
export function valueOf(form: LinearForm): Exact {
  return Exact.sum([...form].map(([{ value }, times]) => times.times(value ?? Exact.zero)));
}

/**
 * Linear equations in reduced row echelon form, by exact Gaussian elimination: an unknown is
 * determined when an equation holds it alone.
 */
export class Elimination {
  /** Each equation by the unknown that no other equation holds. */
  private readonly rows = new Map<Step, LinearForm>();

  get equations(): readonly LinearForm[] {
    return [...this.rows.values()];
  }

  /** Adds the equation that a form has a known value. */
  add(form: LinearForm): void {
    const left = this.reduce(form);
    const [first] = left;
    if (!first) return;
    const [pivot, factor] = first;
    const row = plusTimes(new Map(), Exact.one.over(factor), left);
    for (const [other, equation] of this.rows) {
      const times = equation.get(pivot);
      if (times) this.rows.set(other, plusTimes(equation, times.negated(), row));
    }
    this.rows.set(pivot, row);
  }

  /** Whether the equations give the form one value. */
  determines(form: LinearForm): boolean {
    return this.reduce(form).size === 0;
  }

  private reduce(form: LinearForm): LinearForm {
    let left = form;
    for (const [unknown, times] of form) {
      const row = this.rows.get(unknown);
      if (row) left = plusTimes(left, times.negated(), row);
    }
    return left;
  }
}
