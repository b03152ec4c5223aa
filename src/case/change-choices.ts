/**
 * What a user may choose among to change the model or one criterion, the present one marked. It changes
 * nothing.
 */
import type { ScaleWay } from "../app/model-changes/proposed-scale";
import { scaleWays } from "../app/model-changes/proposed-scale";
import type { Way } from "../app/model-changes/ways";
import { wayOfCriterion, wayOfModel, ways, waysOfCriterion } from "../app/model-changes/ways";
import type { Criterion, EvaluationDocument } from "../core/document/schema";

/** The choices, and the one that holds now where there is one. */
export type Choices<Code extends string> = {
  readonly codes: readonly Code[];
  readonly now?: Code;
};

export function modelWays(document: EvaluationDocument): Choices<Way> {
  return choices(ways, wayOfModel(document));
}

/** Of a root criterion; nothing to choose among in a method that has one way alone. */
export function criterionWays(
  criterion: Criterion,
  depth: number,
  document: EvaluationDocument,
): Choices<Way> {
  if (depth > 0) return { codes: [] };
  return choices(waysOfCriterion(document), wayOfCriterion(criterion, document));
}

/** Of a scored criterion; one that has been scored keeps its scale. */
export function criterionScales(
  { scale, children }: Criterion,
  isScored: boolean,
): Choices<ScaleWay> {
  if (children || isScored) return { codes: [] };
  return choices(
    scaleWays,
    scaleWays.find((each) => each === scale?.type),
  );
}

function choices<Code extends string>(
  codes: readonly Code[],
  now: Code | undefined,
): Choices<Code> {
  return { codes, ...(now === undefined ? {} : { now }) };
}
