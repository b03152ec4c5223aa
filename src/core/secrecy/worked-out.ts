/**
 * What a reader can work out of the figures that are not shown, from those that are: what linear
 * equations determine, and what is narrowed so far that it is as good as told. It masks nothing.
 */
import { Exact } from "../number";
import type { Step } from "../step";
import { narrowed } from "./bounds";
import type { LinearForm } from "./linear-form";
import { Elimination, expanded, plusTimes } from "./linear-form";
import type { IsKnown } from "./relations";
import { equationOf, formOf } from "./relations";

export type Puzzle = {
  /** Each figure after those it was made from. */
  readonly figures: readonly Step[];
  readonly hidden: ReadonlySet<Step>;
  /** Figures that are known to be equal, as the results of a tie. */
  readonly equal: readonly (readonly [Step, Step])[];
};

/**
 * A figure is worked out when what is shown leaves less than a tenth of it open on either side. The
 * measure is the p per cent rule of statistical disclosure control, with p = 10.
 */
const protection = Exact.of("0.1");

/** Which of the secret figures a reader can work out. */
export function workedOut(secrets: Iterable<Step>, puzzle: Puzzle): Step[] {
  const solved = new Set<Step>();
  const isKnown: IsKnown = (step) => !puzzle.hidden.has(step as Step) || solved.has(step as Step);
  const open = puzzle.figures.filter((step) => !isKnown(step));
  // What is solved makes products of two unknowns solvable in their turn.
  for (let before = -1; before < solved.size;) {
    before = solved.size;
    const { elimination, forms } = equations(puzzle, isKnown);
    for (const step of open)
      if (!isKnown(step) && elimination.determines(forms.get(step) ?? new Map([[step, Exact.one]])))
        solved.add(step);
  }
  const { elimination } = equations(puzzle, isKnown);
  const bounds = narrowed(puzzle, isKnown, elimination.equations);
  return [...secrets].filter(
    (step) => solved.has(step) || !isOpen(step, bounds.get(step) ?? { low: Exact.zero }),
  );
}

type Bound = { readonly low?: Exact | undefined; readonly high?: Exact | undefined };

function isOpen({ value }: Step, { low, high }: Bound): boolean {
  if (!value) return true;
  const size = value.isNegative() ? value.negated() : value;
  const margin = size.times(protection);
  const isOpenAbove = high === undefined || high.compare(value.plus(margin)) >= 0;
  const isOpenBelow = low === undefined || low.compare(value.minus(margin)) <= 0;
  return isOpenAbove && isOpenBelow && !(low && high && low.equals(high));
}

/** The equations between unknowns, and each unknown as a form of those that are made of no other. */
function equations(
  { figures, equal }: Puzzle,
  isKnown: IsKnown,
): { readonly elimination: Elimination; readonly forms: ReadonlyMap<Step, LinearForm> } {
  const forms = new Map<Step, LinearForm>();
  const elimination = new Elimination();
  for (const step of figures) {
    if (isKnown(step)) {
      const equation = step.from.length === 0 ? undefined : equationOf(step, isKnown);
      if (equation) elimination.add(expanded(equation, forms));
    } else {
      const form = step.from.length === 0 ? undefined : formOf(step, isKnown);
      forms.set(step, form ? expanded(form, forms) : new Map([[step, Exact.one]]));
    }
  }
  for (const [one, other] of equal) {
    const of = (step: Step): LinearForm => forms.get(step) ?? new Map<Step, Exact>();
    elimination.add(plusTimes(of(one), Exact.one.negated(), of(other)));
  }
  return { elimination, forms };
}
