/**
 * The criteria as a tree for the pane: each in a line with what full marks on it are worth, and what
 * they come to together, as the sheets say or as the form says while it is typed in. It enters nothing.
 */
import type { Arrangement } from "../app/arranged-criteria";
import { arrangementsOf, spotIn } from "../app/arranged-criteria";
import { bidsScoredOn } from "../app/arrange-criteria";
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { criterionAt } from "../core/place";
import { referencePrice } from "../lab/synthetic-bids";
import type { Words } from "../words/sv/words";
import { withTyped } from "./typed-worth";
import type { ScaleWay } from "../app/model-changes/proposed-scale";
import type { Way } from "../app/model-changes/ways";
import type { Choices } from "./change-choices";
import { criterionScales, criterionWays, modelWays } from "./change-choices";
import type { RowRequest } from "./row-answers";
import { whyFixed } from "./why-fixed";
import type { WorthAnswer } from "./worth-answer";
import { worthAnswer } from "./worth-answer";

/** A criterion in its line of the tree. */
export type CriterionLine = {
  readonly id: string;
  readonly name: string;
  /** By ids, where findings about it are. */
  readonly place: string;
  /** How deep in the tree, from 0. */
  readonly depth: number;
  readonly isGroup: boolean;
  readonly scale: string;
  /** Scored in some bid, it is neither divided nor taken away. */
  readonly isScored: boolean;
  readonly arrangements: readonly Arrangement[];
  readonly ways: Choices<Way>;
  readonly scales: Choices<ScaleWay>;
};

export type CriteriaAnswer = {
  /** Why they can be read and not changed; "" while they can be changed. */
  readonly fixed: string;
  readonly ways: Choices<Way>;
  readonly lines: readonly CriterionLine[];
  readonly worth: WorthAnswer;
};

export function criteriaAnswer(evaluation: Evaluation, words: Words): CriteriaAnswer {
  const { document } = evaluation;
  return {
    fixed: whyFixed("criteria", document, words),
    ways: modelWays(document),
    lines: linesOf(document.criteria, { document, words }),
    worth: worthAnswer(document, referencePrice(document, evaluation), words),
  };
}

/** The worths as they would be with what is typed in a criterion's form. */
export function typedWorth(
  evaluation: Evaluation,
  request: RowRequest,
  parent: string,
  words: Words,
): WorthAnswer {
  const { document } = evaluation;
  const typed = withTyped(document, request, parent);
  return worthAnswer(typed, referencePrice(document, evaluation), words);
}

function linesOf(
  criteria: readonly Criterion[],
  setting: { readonly document: EvaluationDocument; readonly words: Words },
  depth = 0,
): CriterionLine[] {
  const { document, words } = setting;
  return criteria.flatMap((criterion) => {
    const { id, name, children = [] } = criterion;
    const spot = spotIn(document.criteria, id);
    const isScored = bidsScoredOn(criterion, document).length > 0;
    return [
      {
        id,
        name,
        place: criterionAt(id),
        depth,
        isGroup: criterion.children !== undefined,
        scale: scaleLine(criterion, words),
        isScored,
        arrangements: (spot ? arrangementsOf(spot) : []).filter(
          (each) => !isScored || (each !== "split" && each !== "remove"),
        ),
        ways: criterionWays(criterion, depth, document),
        scales: criterionScales(criterion, isScored),
      },
      ...linesOf(children, setting, depth + 1),
    ];
  });
}

/** The scale in few words: "Nivåer 0–3", "Poäng 0–10", "Ja/nej". */
function scaleLine({ scale, children }: Criterion, words: Words): string {
  if (children) return "";
  const { noScale, range } = words.rowForms.tree;
  if (!scale) return noScale;
  const name = words.scaleTypes[scale.type];
  const ends = endsOf(scale);
  return ends ? `${name} ${range(words.number(ends[0]), words.number(ends[1]))}` : name;
}

function endsOf(scale: NonNullable<Criterion["scale"]>): readonly [string, string] | undefined {
  if (scale.type === "points") return [scale.zero, scale.max];
  if (scale.type === "measure") return [scale.worst, scale.best];
  if (scale.type !== "levels") return undefined;
  const [first = Exact.zero, ...rest] = scale.levels.map(({ value }) => Exact.of(value));
  return [Exact.smallest(first, ...rest).toText(), Exact.largest(first, ...rest).toText()];
}
