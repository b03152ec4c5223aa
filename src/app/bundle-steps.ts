/**
 * The computation of a bundle: every step of an evaluation, numbered, each after the steps that it
 * came from. It repeats exact values and computes none.
 */
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Masks } from "../core/secrecy/masks";
import type { Step, Value } from "../core/step";

/**
 * One step of the computation: what it is, how it came from the steps before it, and its exact
 * value.
 */
export type BundleStep = {
  readonly number: number;
  readonly what: string;
  readonly bid?: string;
  readonly id?: string;
  readonly rule: string;
  readonly from: readonly number[];
  /** Of an input: its place in the document. */
  readonly place?: string;
  readonly decimals?: number;
  readonly mode?: string;
  /** Of a quantity in a tier: what of it the tier counts. */
  readonly counts?: string;
  /** A decimal, a fraction "1/3", or a word; nothing where it is missing. */
  readonly value?: string;
};

/** Every step once, each after those it came from; one that is hidden without its value. */
export function listSteps({ bids }: Evaluation, { hides }: Pick<Masks, "hides">): BundleStep[] {
  const numbers = new Map<Step<Value>, number>();
  const made: BundleStep[] = [];
  const visit = (step: Step<Value>): void => {
    if (numbers.has(step)) return;
    for (const each of step.from) visit(each);
    numbers.set(step, made.length + 1);
    const {
      about: { what, bid, id },
      rule,
      value,
    } = step;
    made.push({
      number: made.length + 1,
      what,
      ...(bid === undefined ? {} : { bid }),
      ...(id === undefined ? {} : { id }),
      rule: rule.kind,
      from: step.from.map((each) => numbers.get(each) ?? 0),
      ...(rule.kind === "input" ? { place: rule.place } : {}),
      ...(rule.kind === "within-tier" ? { counts: rule.counts } : {}),
      ...(rule.kind === "rounded" ? { decimals: rule.decimals, mode: rule.mode } : {}),
      ...(value === undefined || hides(step)
        ? {}
        : { value: value instanceof Exact ? value.toText() : value }),
    });
  };
  for (const { standing, rank } of bids) {
    visit(standing);
    visit(rank);
  }
  return made;
}
