/**
 * The mark of each step in the navigation: done, how much remains, or how much is wrong. It is
 * counted from the last reading alone, and says nothing where nothing could be read.
 */
import type { CaseAnswer, FindingAnswer } from "../case/answers";
import { isOut } from "./checking";
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
  return marks[step]?.(known);
}

const marks: { readonly [step in StepName]?: (known: CaseAnswer) => StepMark | undefined } = {
  model: ({ findings, award }) => {
    const ofModel = findings.filter(({ isAboutModel }) => isAboutModel);
    return markOf({
      wrong: ofModel.filter(({ severity }) => severity === "blocking").length,
      remaining: ofModel.filter((each) => each.severity === "open" && !isTie(each)).length,
      isDone: (award?.publishedCode ?? "") !== "",
    });
  },
  requirements: ({ requirements, changes, counts }) =>
    markOf({
      wrong: changes.requirements.count,
      remaining: sum(
        requirements
          .filter((bid) => !isOut(bid))
          .map(
            ({ openCount, clarifications, isProvisional }) =>
              openCount + clarifications.length + (isProvisional === true ? 1 : 0),
          ),
      ),
      isDone: counts.requirements > 0 && requirements.length > 0,
    }),
  scores: ({ scores, changes, counts }) =>
    markOf({
      wrong: changes.scores.count,
      remaining: sum(
        scores
          .filter(isIn)
          .flatMap((bid) => [
            bid.total - bid.done,
            ...bid.evaluators.map((evaluator) => evaluator.total - evaluator.done),
          ]),
      ),
      isDone: counts.criteria > 0 && scores.length > 0,
    }),
  result: ({ outcome, findings, freshness, changes }) =>
    markOf({
      wrong:
        changes.result.count +
        (outcome?.status === "blocked"
          ? findings.filter(({ severity }) => severity === "blocking").length
          : 0),
      remaining: (freshness === "changed" ? 1 : 0) + findings.filter(isTie).length,
      isDone: outcome?.status === "final" && freshness === "current",
    }),
};

/** Equal bids are told apart where the result is, by the rules of the model. */
function isTie({ code, severity }: FindingAnswer): boolean {
  return code === "tie-unresolved" && severity === "open";
}

function isIn({ out }: { readonly out?: string }): boolean {
  return out === undefined;
}

function markOf({
  wrong,
  remaining,
  isDone,
}: {
  readonly wrong: number;
  readonly remaining: number;
  readonly isDone: boolean;
}): StepMark | undefined {
  if (wrong > 0) return { state: "wrong", count: wrong };
  if (remaining > 0) return { state: "remaining", count: remaining };
  return isDone ? { state: "done" } : undefined;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
