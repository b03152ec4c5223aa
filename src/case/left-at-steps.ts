/**
 * What is left to do and what is wrong, counted once, at the step where it is done: a requirement and a
 * score as the cells they are typed in, everything else as the findings that say it. The header and the
 * marks of the steps tell these numbers, so that they are the same everywhere. It finds nothing itself.
 */
import { topicOf } from "../core/findings/catalogue";
import type {
  CaseAnswer,
  CountedStep,
  FindingAnswer,
  LeftAtStep,
  RequirementProgress,
  ScoreProgress,
} from "./answers";

/** Findings of what is counted cell by cell at Krav and Poäng. */
const countedAsCells: ReadonlySet<string> = new Set<FindingAnswer["code"]>([
  "requirement-unchecked",
  "requirement-clarification",
  "second-reading-missing",
  "score-missing",
  "assessment-missing",
  "panel-unscored",
  "panel-incomplete",
]);

export function leftAtSteps({
  findings,
  requirements,
  scores,
  changes,
  freshness,
}: Pick<CaseAnswer, "findings" | "requirements" | "scores" | "changes" | "freshness">): {
  readonly [step in CountedStep]: LeftAtStep;
} {
  const own = findings.filter(isNotCountedElsewhere);
  const ofModel = own.filter(isOfModel);
  const others = own.filter((each) => !isOfModel(each));
  const none = { changed: 0, wrong: 0 };
  return {
    model: { changed: 0, ...counted(ofModel) },
    requirements: {
      ...none,
      changed: changes.requirements.count,
      remaining: sum(requirements.map(requirementsLeft)),
    },
    scores: { ...none, changed: changes.scores.count, remaining: sum(scores.map(scoresLeft)) },
    result: resultLeft(others, { changed: changes.result.count, freshness }),
  };
}

function resultLeft(
  others: readonly FindingAnswer[],
  { changed, freshness }: { readonly changed: number } & Pick<CaseAnswer, "freshness">,
): LeftAtStep {
  const { wrong, remaining } = counted(others);
  return { changed, wrong, remaining: remaining + (freshness === "changed" ? 1 : 0) };
}

function counted(findings: readonly FindingAnswer[]): Omit<LeftAtStep, "changed"> {
  const those = (severity: FindingAnswer["severity"]) =>
    findings.filter((each) => each.severity === severity).length;
  return { wrong: those("blocking"), remaining: those("open") };
}

/** What differs from its record is counted as a change of its step. */
function isNotCountedElsewhere({ code }: FindingAnswer): boolean {
  return !countedAsCells.has(code) && topicOf(code) !== "unrecorded";
}

/** Equal bids are told apart where the result is, by the rules of the model. */
function isOfModel({ code, isAboutModel }: FindingAnswer): boolean {
  return isAboutModel && code !== "tie-unresolved";
}

/** A bid that is out of the competition needs no more, unless it is so only provisionally. */
function requirementsLeft(bid: RequirementProgress): number {
  if (bid.out !== undefined && bid.isProvisional !== true) return 0;
  const second = sum(bid.left.second.map(({ count }) => count));
  return bid.openCount + bid.clarifications.length + second + (bid.isProvisional === true ? 1 : 0);
}

function scoresLeft({ out, total, done, evaluators }: ScoreProgress): number {
  if (out !== undefined) return 0;
  return total - done + sum(evaluators.map((each) => each.total - each.done));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
