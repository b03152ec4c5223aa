/**
 * What a value does in the evaluation: in each bid the way from the figures that use it up to the bid's
 * result, read from the steps that the result was made of. It computes nothing.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Place } from "../core/place";
import { bidOf } from "../core/place";
import type { Step, Value } from "../core/step";
import type { CellEffect } from "./cell-answers";
import type { Steps } from "./outcome";
import { stepAmount } from "./step-amount";
import type { Words } from "../words/sv/words";

/** Of a long way, so many figures are shown at each end. */
const mostAtEnd = 3;

export function cellEffects(
  place: Place,
  evaluation: Evaluation,
  steps: Steps,
  words: Words,
): CellEffect[] {
  const own = bidOf(place);
  return evaluation.bids
    .filter(({ bid }) => own === undefined || bid.id === own)
    .flatMap((evaluated) => {
      const way = wayIn(evaluated, place);
      const shown =
        own !== undefined ? ends(way) : [...new Set([...way.slice(0, 1), ...way.slice(-1)])];
      const { id: bid, bidder } = evaluated.bid;
      const figures = shown.map((step) => {
        const { name: label, value, step: number } = steps.answer(step);
        const isResult = step === evaluated.result;
        const text = isResult ? stepAmount(step, evaluation, words) : value;
        return { label, text, step: number };
      });
      return figures.length === 0 ? [] : [{ bid, bidder, figures }];
    });
}

const verdict = /\.answers\[[^\]]+\]\.(?:verdict|secondVerdict)$/;

/** From what uses the value to the result; to the bid's standing where the result does not use it. */
function wayIn({ result, standing }: BidEvaluation, place: Place): readonly Step<Value>[] {
  const way = wayFrom(result, place, new Set()) ?? wayFrom(standing, place, new Set());
  if (way || !verdict.test(place)) return way ?? [];
  // A verdict that rejects nobody is counted where the requirements are, and is no step of its own.
  return [...standing.from.filter(({ rule }) => rule.kind === "verdicts"), standing];
}

/** @returns undefined where the step does not rest on the place; the input itself is no part of the way */
function wayFrom(
  step: Step<Value>,
  place: Place,
  seen: Set<Step<Value>>,
): Step<Value>[] | undefined {
  if (step.rule.kind === "input" && step.rule.place === place) return [];
  if (seen.has(step)) return undefined;
  seen.add(step);
  for (const each of step.from) {
    const way = wayFrom(each, place, seen);
    if (way) return [...way, step];
  }
  return undefined;
}

function ends(way: readonly Step<Value>[]): readonly Step<Value>[] {
  return way.length <= 2 * mostAtEnd ? way : [...way.slice(0, mostAtEnd), ...way.slice(-mostAtEnd)];
}
