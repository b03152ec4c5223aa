/**
 * The mark of each step in the navigation: done, how much remains, or how much is wrong. It is
 * counted from the last reading alone, and says nothing where nothing could be read.
 */
import type { CaseAnswer, CountedStep, LeftAtStep } from "../case/answers";
import type { StepName } from "./steps";

export type StepMark =
  | { readonly state: "done"; readonly count?: never }
  | { readonly state: "remaining" | "wrong"; readonly count: number };

/** @returns undefined where the step has nothing to do, or nothing that is known */
export function stepMark(known: CaseAnswer | undefined, step: StepName): StepMark | undefined {
  if (!known || known.state === "empty") return undefined;
  const wrong = known.findings.filter(({ severity }) => severity === "blocking");
  if (known.state === "unreadable")
    return step === "begin" ? { state: "wrong", count: wrong.length } : undefined;
  return isCounted(step) ? markOf(known.left[step], isDone[step](known)) : undefined;
}

export const countedSteps = ["model", "requirements", "scores", "result"] as const;

function isCounted(step: StepName): step is CountedStep {
  return countedSteps.some((each) => each === step);
}

/** Whether a step at which nothing is left has been done, and is not merely without work. */
const isDone: { readonly [step in CountedStep]: (known: CaseAnswer) => boolean } = {
  model: ({ award }) => (award?.publishedCode ?? "") !== "",
  requirements: ({ requirements, counts }) => counts.requirements > 0 && requirements.length > 0,
  scores: ({ scores, counts }) => counts.criteria > 0 && scores.length > 0,
  result: ({ outcome, freshness }) => outcome?.status === "final" && freshness === "current",
};

function markOf(
  { changed, wrong, remaining }: LeftAtStep,
  isStepDone: boolean,
): StepMark | undefined {
  if (changed + wrong > 0) return { state: "wrong", count: changed + wrong };
  if (remaining > 0) return { state: "remaining", count: remaining };
  return isStepDone ? { state: "done" } : undefined;
}
