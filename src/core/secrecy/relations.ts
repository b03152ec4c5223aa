/**
 * How a figure follows from its parts, as an equation in the unknown ones. A rule that no equation
 * says is taken to give its last unknown part away: it is better to mask too much.
 */
import { Exact } from "../number";
import type { Rule, Step, Value } from "../step";
import { isFigure } from "./figure-graph";
import type { LinearForm } from "./linear-form";
import { plusTimes } from "./linear-form";

/** Whether a reader is shown the figure, or has worked it out. */
export type IsKnown = (step: Step<Value>) => boolean;

const none: LinearForm = new Map();
const hundredth = Exact.of("0.01");

/**
 * The figure as a form of its parts.
 * @returns nothing where two unknown parts are multiplied, or where the rule is no sum or product
 */
export function formOf(step: Step, isKnown: IsKnown): LinearForm | undefined {
  const parts = step.from.filter(isFigure);
  switch (step.rule.kind) {
    case "sum":
    case "price-rows":
      return addedUp(parts, isKnown, Exact.one);
    case "mean":
    case "mean-compared":
      return addedUp(parts, isKnown, Exact.one.over(Exact.count(Math.max(1, parts.length))));
    case "difference":
      return difference(parts, isKnown);
    case "negated":
    case "remainder":
      return addedUp(parts, isKnown, Exact.one.negated());
    case "same":
    case "rounded":
      return addedUp(parts, isKnown, Exact.one);
    case "compared":
      return addedUp(parts.slice(0, 1), isKnown, Exact.one);
    case "corrected":
      return addedUp(parts.slice(1), isKnown, Exact.one);
    case "product":
    case "chained":
      return multiplied(parts, isKnown);
    case "weighted":
      return inPairs(parts, isKnown, hundredth);
    case "sum-of-products":
      return inPairs(parts, isKnown, Exact.one);
    case "quotient":
      return divided(parts, isKnown);
    default:
      return undefined;
  }
}

/** The equation that a known figure is of its unknown parts; nothing where it says nothing of them. */
export function equationOf(step: Step, isKnown: IsKnown): LinearForm | undefined {
  const form = formOf(step, isKnown);
  if (form) return form;
  const [dividend, divisor] = step.from.filter(isFigure);
  if (step.rule.kind === "quotient" && dividend && divisor && step.value)
    // a ÷ b = s is a − s × b = 0.
    return plusTimes(unknown(dividend, isKnown), step.value.negated(), unknown(divisor, isKnown));
  return choiceOf(step, isKnown);
}

/** A rule that picks among its parts, or cuts them: it gives away the part that it shows. */
function choiceOf(step: Step, isKnown: IsKnown): LinearForm | undefined {
  const { kind } = step.rule;
  const isLeftAlone = (kind === "filled-row" || kind === "left-out-row") && step.value?.isZero();
  const [only, second] = step.from.filter(isFigure).filter((part) => !isKnown(part));
  if (!only || second || !step.value || isLeftAlone) return undefined;
  if (!choosing.has(kind)) return unknown(only, isKnown);
  const isChosen = only.value.equals(step.value);
  const others = step.from.filter(isFigure).filter((part) => part !== only);
  // Another part with the same value may be the one that was picked.
  return isChosen && !others.some(({ value }) => value.equals(only.value))
    ? unknown(only, isKnown)
    : undefined;
}

const choosing: ReadonlySet<Rule["kind"]> = new Set<Rule["kind"]>([
  "smallest",
  "largest",
  "lowest-compared",
  "highest-compared",
  "clipped",
  "wider-slope",
]);

function unknown(step: Step, isKnown: IsKnown): LinearForm {
  return isKnown(step) ? none : new Map([[step, Exact.one]]);
}

function addedUp(parts: readonly Step[], isKnown: IsKnown, factor: Exact): LinearForm {
  const sum = new Map<Step, Exact>();
  for (const part of parts)
    if (!isKnown(part)) sum.set(part, (sum.get(part) ?? Exact.zero).plus(factor));
  return sum;
}

function difference([from, less]: readonly Step[], isKnown: IsKnown): LinearForm | undefined {
  return from && less
    ? plusTimes(unknown(from, isKnown), Exact.one.negated(), unknown(less, isKnown))
    : undefined;
}

/** The one unknown factor times the known ones. */
function multiplied(
  parts: readonly (Step & { readonly value: Exact })[],
  isKnown: IsKnown,
): LinearForm | undefined {
  const [only, second] = parts.filter((part) => !isKnown(part));
  if (second) return undefined;
  if (!only) return none;
  const known = parts.filter((part) => part !== only).map(({ value }) => value);
  const factor = known.reduce((product, value) => product.times(value), Exact.one);
  return plusTimes(none, factor, unknown(only, isKnown));
}

function inPairs(
  parts: readonly (Step & { readonly value: Exact })[],
  isKnown: IsKnown,
  factor: Exact,
): LinearForm | undefined {
  const sum = new Map<Step, Exact>();
  for (let n = 0; n + 1 < parts.length; n += 2) {
    const product = multiplied(parts.slice(n, n + 2), isKnown);
    if (!product) return undefined;
    for (const [step, times] of product)
      sum.set(step, (sum.get(step) ?? Exact.zero).plus(factor.times(times)));
  }
  return sum;
}

function divided(
  [dividend, divisor]: readonly (Step & { readonly value: Exact })[],
  isKnown: IsKnown,
): LinearForm | undefined {
  if (!dividend || !divisor || !isKnown(divisor)) return undefined;
  return plusTimes(none, Exact.one.over(divisor.value), unknown(dividend, isKnown));
}
