/**
 * Another scale for a scored criterion, with what is proposed in it: as many points as the scale before
 * had. Levels that were written before another scale was chosen are there again. What is measured, from
 * what to what, only its author knows, and it is never proposed. It writes nothing.
 */
import type { Criterion, Scale } from "../../core/document/schema";
import { Exact } from "../../core/number";
import { reachablePoints } from "../../lab/reachable-points";
import type { Words } from "../../words/sv/words";

export const scaleWays = ["yes-no", "levels", "points", "measure", "sus"] as const;
export type ScaleWay = (typeof scaleWays)[number];

/** The columns in which the author says what is measured. */
export const measureKeys = ["worst", "best", "unit"] as const;
/** What the author types in them; blank, what the sheet has of it stands. */
export type TypedMeasure = { readonly [key in (typeof measureKeys)[number]]?: string };

/** The scales of which something can be proposed. */
type Proposed = Exclude<ScaleWay, "measure">;

/** @param keptLevels whether the sheet has levels of the criterion */
export function proposedScale(
  to: Proposed,
  criterion: Criterion,
  keptLevels: boolean,
  words: Words,
): Scale {
  if (to === "yes-no" || to === "sus") return { type: to };
  if (to === "levels")
    return { type: "levels", levels: keptLevels ? [] : levelsFor(criterion, words) };
  return pointsFor(criterion);
}

/** More levels than this are not proposed. */
const mostLevels = 11;

function levelsFor(
  criterion: Criterion,
  words: Words,
): Extract<Scale, { type: "levels" }>["levels"] {
  const { answers, pane } = words;
  if (criterion.scale?.type === "yes-no")
    return [
      { value: "0", label: answers.no },
      { value: "1", label: answers.yes },
    ];
  const points = reachablePoints(criterion) ?? [];
  if (points.length > 1 && points.length <= mostLevels)
    return points.map((value) => ({
      value: value.toText(),
      label: pane.modelChanges.levelOf(words.number(value.toText())),
    }));
  return ["0", "1", "3", "5"].map((value, n) => ({
    value,
    label: pane.template.levels[n] ?? value,
  }));
}

/** From nothing to the highest level, in whole steps where the levels are whole. */
function pointsFor(criterion: Criterion): Scale {
  const points = reachablePoints(criterion);
  const max = points?.at(-1) ?? Exact.of("5");
  const isWhole = points?.every((value) => value.equals(value.rounded(0, "down"))) ?? true;
  return {
    type: "points",
    zero: "0",
    max: max.toText(),
    ...(isWhole ? { step: "1" } : {}),
  };
}
