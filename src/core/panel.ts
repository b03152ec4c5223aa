/**
 * One bid's value on one scored criterion: the figures that were given, on the published scale and
 * put together by the published panel form. It never alters an assessment, and a figure that the
 * scale does not have gives no value.
 */
import type { Assessment, Bid, Criterion, Evaluator, Scale, Score } from "./document/schema";
import { own } from "./document/schema";
import { decimalPattern, Exact } from "./number";
import { Inputs } from "./inputs";
import type { Figure } from "./document/recorded";
import type { About, Step, Value, What } from "./step";
import { largest, mean, median, smallest, yesIsOne } from "./arithmetic";
import { fixed, input } from "./step";
import type { Place } from "./place";
import { criterionAt, levelAt, scoreAt } from "./place";

export type LeafValue = {
  /** The value that counts, as a number on the scale (yes is 1). */
  readonly value: Step;
  /** The value that a minimum is compared with: the worst consultant's, otherwise the same. */
  readonly weakest: Step;
};

/** A leaf of the document: a criterion with a scale. */
export type Leaf = Criterion & { readonly scale: Scale };

type LeafOn<Type extends Scale["type"]> = Leaf & { readonly scale: { readonly type: Type } };

/** Whether a leaf has this type of scale. */
export function isOn<Type extends Scale["type"]>(leaf: Leaf, type: Type): leaf is LeafOn<Type> {
  return leaf.scale.type === type;
}

/** One bid's score of one leaf: what it is about, its place, and the value that was given. */
type GivenScore = {
  readonly leaf: Leaf;
  readonly about: About;
  readonly place: Place;
  readonly value: Score["value"];
  readonly of: Figure;
  readonly inputs: Inputs;
};

/**
 * One bid's value on one leaf, on the leaf's own scale. The value is missing while a figure that the
 * panel form needs is missing or not on the scale.
 */
export function leafValue(
  leaf: Leaf,
  bid: Bid,
  evaluators: readonly Evaluator[],
  inputs: Inputs,
): LeafValue {
  const score = own(bid.scores, leaf.id);
  const given: GivenScore = {
    leaf,
    about: { what: "score", bid: bid.id, id: leaf.id },
    place: scoreAt(bid.id, leaf.id),
    value: score?.value,
    of: { bid: bid.id, criterion: leaf.id },
    inputs,
  };
  const agreed = { ...given.about, what: "agreed-score" } as const;
  const assessed = () => assessments(given, evaluators, score?.assessments ?? []);
  if (leaf.scale.type === "sus") return both(susScore(given));
  // A published minimum is compared with the mean of the test persons: it is the bid that is tested.
  if (leaf.perParticipant) return both(mean(agreed, listedFigures(given, "participant-score")));
  if (leaf.perConsultant) return consultants(given);
  if (leaf.panel === "mean") return both(mean(agreed, assessed()));
  if (leaf.panel === "median") return both(median(agreed, assessed()));
  const figure = typeof given.value === "string" ? given.value : undefined;
  return both(figureOnScale(leaf, { ...given, place: `${given.place}.value`, figure }, inputs));
}

/** Each evaluator's own figure, also of those who have not scored yet. */
function assessments(
  { leaf, about, place, of, inputs }: GivenScore,
  evaluators: readonly Evaluator[],
  given: readonly Assessment[],
): Step[] {
  return evaluators.map(({ id }) =>
    figureOnScale(
      leaf,
      {
        about: { ...about, what: "assessment", detail: id },
        place: `${place}.assessments[${id}].value`,
        figure: given.find(({ evaluator }) => evaluator === id)?.value,
        of: { ...of, evaluator: id },
      },
      inputs,
    ),
  );
}

/** The figures of a list, in its order; a missing list is one missing figure. */
function listedFigures(
  { leaf, about, place, value, of, inputs }: GivenScore,
  what: "consultant-score" | "participant-score",
): Step[] {
  const figures: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  return figures.map((figure, n) =>
    figureOnScale(
      leaf,
      {
        about: { ...about, what, detail: String(n + 1) },
        place: `${place}.value[${n}]`,
        figure: typeof figure === "string" ? figure : undefined,
        of,
      },
      inputs,
    ),
  );
}

/** The mean of the offered consultants; the worst of them must keep the published minimum. */
function consultants(given: GivenScore): LeafValue {
  const figures = listedFigures(given, "consultant-score");
  const worst = { ...given.about, what: "worst-consultant" } as const;
  return {
    value: mean({ ...given.about, what: "agreed-score" }, figures),
    weakest: lowerIsBetter(given.leaf.scale) ? largest(worst, figures) : smallest(worst, figures),
  };
}

/** Whether lower is better: a measure whose best value lies below its worst, such as days. */
export function lowerIsBetter(scale: Scale): boolean {
  return scale.type === "measure" && Exact.of(scale.best).compare(Exact.of(scale.worst)) < 0;
}

/** The name of a figure before it is compared with its scale. */
const givenNames: { readonly [what in What]?: What } = {
  assessment: "given-assessment",
  "consultant-score": "given-consultant-score",
  "participant-score": "given-participant-score",
};

/** A figure as someone gave it: what it is about, where it stands, and whose it is. */
type GivenFigure = {
  readonly about: About;
  readonly place: Place;
  readonly figure: string | undefined;
  readonly of: Figure;
};

/** The number on the leaf's scale that a figure stands for; a step without value when it is not on it. */
function figureOnScale(leaf: Leaf, given: GivenFigure, inputs: Inputs): Step {
  const { about, place, figure, of } = given;
  const value = figure !== undefined && decimalPattern.test(figure) ? Exact.of(figure) : figure;
  const read = inputs.score(
    { ...about, what: givenNames[about.what] ?? "given-score" },
    place,
    value,
    of,
  );
  if (leaf.scale.type === "yes-no") return yesIsOne(about, read as Step<string>);
  if (isOn(leaf, "levels")) {
    const levels = levelsOf(leaf, inputs);
    const has = (number: Exact) => levels.some((level) => level.value?.equals(number));
    return scaleStep({ about, scale: "levels", limits: levels, has }, read);
  }
  if (isOn(leaf, "points")) {
    const limits = pointLimits(leaf, inputs);
    const has = (number: Exact) => isOnPoints(number, limits);
    return scaleStep({ about, scale: "points", limits, has }, read);
  }
  return scaleStep({ about, scale: "measure", limits: [], has: () => true }, read);
}

/** Whether a text is a figure that the leaf's scale has. */
export function isOnScale(leaf: Leaf, figure: string): boolean {
  const given = {
    about: { what: "score" } as const,
    place: "",
    figure,
    of: { bid: "", criterion: "" },
  };
  return figureOnScale(leaf, given, new Inputs(undefined)).value !== undefined;
}

function levelsOf(leaf: LeafOn<"levels">, inputs: Inputs): readonly Step[] {
  const { id, scale } = leaf;
  return inputs.once(leaf, "levels", () =>
    scale.levels.map(({ value }, n) =>
      inputs.number({ what: "level", id, detail: String(n + 1) }, levelAt(id, n, "value"), value),
    ),
  );
}

/** Zero, maximum and, where the scale has one, the step between two figures. */
export function pointLimits(
  leaf: LeafOn<"points">,
  inputs: Inputs,
): readonly [zero: Step, max: Step, ...step: Step[]] {
  return inputs.once(leaf, "limits", () => {
    const { id, scale } = leaf;
    const { zero, max, step } = scale;
    const place = criterionAt(id, "scale");
    return [
      inputs.number({ what: "scale-zero", id }, `${place}.zero`, zero),
      inputs.number({ what: "scale-maximum", id }, `${place}.max`, max),
      ...(step === undefined
        ? []
        : [inputs.number({ what: "scale-step", id }, `${place}.step`, step)]),
    ] as const;
  });
}

type ScaleCheck = {
  readonly about: About;
  readonly scale: "levels" | "points" | "measure";
  readonly limits: readonly Step[];
  readonly has: (value: Exact) => boolean | undefined;
};

function scaleStep({ about, scale, limits, has }: ScaleCheck, given: Step<Value>): Step {
  const { value } = given;
  return {
    about,
    rule: { kind: "on-scale", scale },
    from: [given, ...limits],
    value: value instanceof Exact && has(value) ? value : undefined,
  };
}

/** Between zero and maximum, a whole number of steps above zero. */
function isOnPoints(value: Exact, limits: readonly Step[]): boolean {
  const [zero, max, step] = limits.map((limit) => limit.value);
  if (!zero || !max || value.compare(zero) < 0 || value.compare(max) > 0) return false;
  if (!step || step.isZero()) return true;
  const steps = value.minus(zero).over(step);
  return steps.equals(steps.rounded(0, "down"));
}

/**
 * System Usability Scale, 0–100: odd items count x − 1, even items 5 − x, and their sum times 2.5;
 * the mean over respondents (Brooke 1996).
 */
function susScore({ about, place, value, of, inputs }: GivenScore): Step {
  const respondents: readonly unknown[] = Array.isArray(value) ? value : [];
  const answers = respondents.map((row, r) =>
    (Array.isArray(row) ? row : []).map((answer, n) =>
      inputs.score(
        { ...about, what: "answer-1-to-5", detail: `${r + 1}.${n + 1}` },
        `${place}.value[${r}][${n}]`,
        Exact.of(String(answer)),
        of,
      ),
    ),
  );
  const rule = { kind: "sus" } as const;
  if (answers.length === 0)
    return { about, rule, from: [input(about, `${place}.value`, undefined)], value: undefined };
  if (answers.flat().some((answer) => answer.value === undefined))
    return { about, rule, from: answers.flat(), value: undefined };
  const scores = answers.map((row) =>
    row
      .reduce((total, { value: answer }, n) => {
        if (!(answer instanceof Exact)) return total;
        return total.plus(n % 2 === 0 ? answer.minus(Exact.one) : Exact.of("5").minus(answer));
      }, Exact.zero)
      .times(Exact.of("2.5")),
  );
  return {
    about,
    rule,
    from: answers.flat(),
    value: Exact.sum(scores).over(Exact.count(scores.length)),
  };
}

const hundred = Exact.of("100");

function both(value: Step): LeafValue {
  return { value, weakest: value };
}

/** The highest value of a scale; undefined for a measure, which has no points. */
export function fullPointsOf(leaf: Leaf, inputs: Inputs): Step | undefined {
  const about = { what: "full-points", id: leaf.id } as const;
  if (isOn(leaf, "points")) return pointLimits(leaf, inputs)[1];
  if (isOn(leaf, "levels")) return largest(about, levelsOf(leaf, inputs));
  if (isOn(leaf, "measure")) return undefined;
  return fixed(about, isOn(leaf, "sus") ? hundred : Exact.one);
}
