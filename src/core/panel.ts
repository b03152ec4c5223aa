/**
 * One bid's value on one scored criterion: the figure given, on the scale that was published, by
 * the panel form that was published. Individual assessments are read, never altered; a figure that
 * the scale does not have is no figure.
 */
import type { Bid, Criterion, Evaluator, Scale } from "./document/schema";
import { own } from "./document/schema";
import { decimalPattern, Exact } from "./number";
import type { Inputs } from "./inputs";
import type { Figure } from "./document/recorded";
import type { About, Step, Value, What } from "./step";
import { largest, mean, median, smallest, yesIsOne } from "./arithmetic";
import { fixed, input } from "./step";
import type { Place } from "./finding";

export type LeafValue = {
  /** The value that counts, as a number on the scale (yes is 1). */
  readonly value: Step;
  /** The value a minimum is held against: the worst consultant's, otherwise the same. */
  readonly weakest: Step;
};

/** A leaf of the document: a criterion with a scale. */
export type Leaf = Criterion & { readonly scale: Scale };

/**
 * One bid's value on one leaf; its value is missing while a figure that the panel form needs is.
 */
export function leafValue(
  leaf: Leaf,
  bid: Bid,
  evaluators: readonly Evaluator[],
  inputs: Inputs,
): LeafValue {
  const place = `bids[${bid.id}].scores[${leaf.id}]`;
  const score = own(bid.scores, leaf.id);
  const about = { what: "score", bid: bid.id, id: leaf.id } as const;
  const agreed = { ...about, what: "agreed-score" } as const;
  const of = { bid: bid.id, criterion: leaf.id };
  const onScale: OnScale = (each, at, figure) =>
    accepted(
      leaf,
      each,
      at,
      figure,
      inputs,
      each.what === "assessment" ? { ...of, evaluator: each.detail ?? "" } : of,
    );
  const assessed = () =>
    evaluators.map(({ id }) =>
      onScale(
        { ...about, what: "assessment", detail: id },
        `${place}.assessments[${id}].value`,
        score?.assessments?.find((each) => each.evaluator === id)?.value,
      ),
    );

  if (leaf.scale.type === "sus") return both(susScore(about, place, score?.value, of, inputs));
  if (leaf.perParticipant) return both(participants(leaf, about, place, score?.value, inputs));
  if (leaf.perConsultant) return consultants(leaf, about, place, score?.value, onScale);
  if (leaf.panel === "mean") return both(mean(agreed, assessed()));
  if (leaf.panel === "median") return both(median(agreed, assessed()));
  return both(
    onScale(about, `${place}.value`, typeof score?.value === "string" ? score.value : undefined),
  );
}

/** Lower is better on a measure whose best value lies below its worst: days, say. */
export function lowerIsBetter(scale: Scale): boolean {
  return scale.type === "measure" && Exact.of(scale.best).compare(Exact.of(scale.worst)) < 0;
}

/** A figure as it was given, before it is held against its scale. */
const givenNames: { readonly [what in What]?: What } = {
  assessment: "given-assessment",
  "consultant-score": "given-consultant-score",
  "participant-score": "given-participant-score",
};

/** The number on the leaf's scale that a figure stands for, or a step without value. */
export function accepted(
  leaf: Leaf,
  about: About,
  place: Place,
  figure: string | undefined,
  inputs: Inputs,
  of: Figure,
): Step {
  const { scale, id } = leaf;
  const value = figure !== undefined && decimalPattern.test(figure) ? Exact.of(figure) : figure;
  const given = inputs.score(
    { ...about, what: givenNames[about.what] ?? "given-score" },
    place,
    value,
    of,
  );
  const limit = (what: What, key: string, text: string, detail?: string) =>
    inputs.number(
      { what, id, ...(detail ? { detail } : {}) },
      `criteria[${id}].scale.${key}`,
      text,
    );

  if (scale.type === "yes-no") return yesIsOne(about, given as Step<string>);
  if (scale.type === "levels") {
    const levels = scale.levels.map((level, n) =>
      limit("level", `levels[${n}].value`, level.value, String(n + 1)),
    );
    return onScale("levels", about, given, levels, (number) =>
      levels.some((level) => level.value?.equals(number)),
    );
  }
  if (scale.type === "points") {
    const [zero, max] = [
      limit("scale-zero", "zero", scale.zero),
      limit("scale-maximum", "max", scale.max),
    ];
    const step = scale.step === undefined ? [] : [limit("scale-step", "step", scale.step)];
    return onScale("points", about, given, [zero, max, ...step], (number) =>
      onPoints(number, scale),
    );
  }
  return onScale("measure", about, given, [], () => true);
}

function onScale(
  scale: "levels" | "points" | "measure",
  about: About,
  given: Step<Value>,
  limits: readonly Step[],
  has: (value: Exact) => boolean,
): Step {
  const { value } = given;
  const kept = value instanceof Exact && has(value) ? value : undefined;
  return { about, rule: { kind: "on-scale", scale }, from: [given, ...limits], value: kept };
}

function onPoints(value: Exact, scale: Scale & { type: "points" }): boolean {
  const [zero, max] = [Exact.of(scale.zero), Exact.of(scale.max)];
  if (value.compare(zero) < 0 || value.compare(max) > 0) return false;
  if (scale.step === undefined) return true;
  const step = Exact.of(scale.step);
  if (step.isZero()) return true;
  const steps = value.minus(zero).over(step);
  return steps.equals(steps.rounded(0, "down"));
}

type OnScale = (about: About, place: Place, figure: string | undefined) => Step;

/**
 * Value = mean over the test persons; a published minimum is held against the mean, for it is the
 * bid that is tested.
 */
function participants(
  leaf: Leaf,
  about: About,
  place: Place,
  value: unknown,
  inputs: Inputs,
): Step {
  const figures: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  const each = figures.map((figure, n) => {
    const at = { ...about, what: "participant-score", detail: String(n + 1) } as const;
    return accepted(
      leaf,
      at,
      `${place}.value[${n}]`,
      typeof figure === "string" ? figure : undefined,
      inputs,
      { bid: about.bid ?? "", criterion: leaf.id },
    );
  });
  return mean({ ...about, what: "agreed-score" }, each);
}

/**
 * Value = mean of the offered persons; the worst of them must keep the minimum (format.md,
 * Criteria).
 */
function consultants(
  leaf: Leaf,
  about: About,
  place: Place,
  value: unknown,
  onScale: OnScale,
): LeafValue {
  const figures: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  const each = figures.map((figure, n) =>
    onScale(
      { ...about, what: "consultant-score", detail: String(n + 1) },
      `${place}.value[${n}]`,
      typeof figure === "string" ? figure : undefined,
    ),
  );
  const worst = { ...about, what: "worst-consultant" } as const;
  return {
    value: mean({ ...about, what: "agreed-score" }, each),
    weakest: lowerIsBetter(leaf.scale) ? largest(worst, each) : smallest(worst, each),
  };
}

/**
 * System Usability Scale: odd items count x − 1, even items 5 − x, the sum times 2.5 gives 0–100;
 * the mean over respondents (Brooke 1996).
 */
function susScore(about: About, place: Place, value: unknown, of: Figure, inputs: Inputs): Step {
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
  if (answers.flat().some((each) => each.value === undefined))
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

function both(value: Step): LeafValue {
  return { value, weakest: value };
}

/** The highest value of a scale, where the scale has points at all (a measure has none). */
export function highest(leaf: Leaf, inputs: Inputs): Step | undefined {
  const { scale, id } = leaf;
  const about = { what: "full-points", id } as const;
  switch (scale.type) {
    case "yes-no":
      return fixed(about, Exact.one);
    case "sus":
      return fixed(about, Exact.of("100"));
    case "points":
      return inputs.number({ what: "scale-maximum", id }, `criteria[${id}].scale.max`, scale.max);
    case "levels":
      return largest(
        about,
        scale.levels.map((level, n) =>
          inputs.number(
            { what: "level", id, detail: String(n + 1) },
            `criteria[${id}].scale.levels[${n}].value`,
            level.value,
          ),
        ),
      );
    case "measure":
      return undefined;
  }
}
