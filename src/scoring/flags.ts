/**
 * What a moderator should look at before scores are agreed, each with the rule that raised it. A
 * flag says that something is unusual, never that it is wrong, and it changes nothing.
 */
import type { Bid, Criterion, EvaluationDocument, Score } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { Place } from "../core/place";
import { decimalPattern, Exact } from "../core/number";
import { figurePlace, valueText } from "../core/document/recorded";
import { panelLeaves } from "./score-sheet";
import { criterionAt, evaluatorAt } from "../core/place";

export const flagNames = [
  "spread",
  "offset",
  "no-effect",
  "same-rationale",
  "short-rationale",
  "no-reference",
] as const;

export type Flag = {
  readonly name: (typeof flagNames)[number];
  readonly criterion?: string;
  readonly evaluator?: string;
  readonly bids: readonly string[];
  /** What the rule looked at: per cent of the scale, or the number of scores. */
  readonly figure: Exact;
  readonly where: Place;
};

/** The thresholds, as they are told beside each flag. */
export const limits = {
  /** Per cent of the scale between the highest and the lowest evaluator. */
  spread: Exact.of("40"),
  /**
   * An evaluator who lies on one side of the others' mean on every one of at least so many scores,
   * by so many per cent of the scale on the whole.
   */
  offsetScores: 5,
  offset: Exact.of("10"),
  /** Fewer words than this are no sentence. */
  words: 4,
} as const;

const hundred = Exact.of("100");

/**
 * One flag for each criterion, evaluator or figure that a rule looks at, in the order of {@link
 * flagNames}.
 */
export function flags(document: EvaluationDocument): Flag[] {
  const scored = leaves(document.criteria).filter(({ scale }) => scale !== undefined);
  const panels = panelLeaves(document.criteria);
  const numbers = new Map<string, Exact>();
  const assessed = panels.flatMap((leaf): Assessed[] => {
    const span = spanOf(leaf);
    return span
      ? document.bids.map((bid) => ({
          leaf,
          bid,
          span,
          values: valuesOf(own(bid.scores, leaf.id), numbers),
        }))
      : [];
  });
  const raised = [
    ...assessed.flatMap(spreadFlag),
    ...offsetFlags(document, assessed),
    ...scored.flatMap((leaf) => noEffectFlag(leaf, document)),
    ...scored.flatMap((leaf) => rationaleFlags(leaf, document)),
  ];
  return raised.sort((a, b) => flagNames.indexOf(a.name) - flagNames.indexOf(b.name));
}

/** One panel's scores of one bid on one criterion, by evaluator, and how far the scale reaches. */
type Assessed = {
  readonly leaf: Criterion;
  readonly bid: Bid;
  readonly span: Exact;
  readonly values: ReadonlyMap<string, Exact>;
};

/** @param numbers each figure once, however many times it was given */
function valuesOf(score: Score | undefined, numbers: Map<string, Exact>): Map<string, Exact> {
  const values = new Map<string, Exact>();
  for (const { evaluator, value } of score?.assessments ?? []) {
    const number = value === undefined ? undefined : (numbers.get(value) ?? numberOf(value));
    if (value === undefined || number === undefined) continue;
    numbers.set(value, number);
    values.set(evaluator, number);
  }
  return values;
}

function numberOf(value: string): Exact | undefined {
  return value === "yes"
    ? Exact.one
    : value === "no"
      ? Exact.zero
      : decimalPattern.test(value)
        ? Exact.of(value)
        : undefined;
}

/** From the lowest value of a scale to the highest; nothing where there are no two. */
function spanOf({ scale }: Criterion): Exact | undefined {
  const numbers =
    scale?.type === "yes-no"
      ? [Exact.zero, Exact.one]
      : scale?.type === "levels"
        ? scale.levels.map(({ value }) => Exact.of(value))
        : scale?.type === "points"
          ? [Exact.of(scale.zero), Exact.of(scale.max)]
          : scale?.type === "measure"
            ? [Exact.of(scale.worst), Exact.of(scale.best)]
            : [];
  const [first, ...rest] = numbers;
  const span = first && Exact.largest(first, ...rest).minus(Exact.smallest(first, ...rest));
  return span?.isZero() ? undefined : span;
}

function spreadFlag({ leaf: { id: criterion }, bid, span, values }: Assessed): Flag[] {
  const [first, ...rest] = values.values();
  if (!first || rest.length === 0) return [];
  const spread = Exact.largest(first, ...rest).minus(Exact.smallest(first, ...rest));
  if (spread.times(hundred).compare(limits.spread.times(span)) <= 0) return [];
  return [
    {
      name: "spread",
      criterion,
      bids: [bid.id],
      figure: spread.over(span).times(hundred),
      where: figurePlace({ bid: bid.id, criterion }),
    },
  ];
}

/**
 * One evaluator against the others: on how many scores, on which sides of their mean, and the sum
 * of the distances by what they are to be divided with.
 */
type Beside = {
  count: number;
  readonly signs: Set<number>;
  readonly sums: Map<string, { readonly by: Exact; sum: Exact }>;
};

/** Someone who lies above the others, or below them, on everything. */
function offsetFlags({ evaluators }: EvaluationDocument, assessed: readonly Assessed[]): Flag[] {
  const beside = new Map<string, Beside>(
    evaluators.map(({ id }) => [id, { count: 0, signs: new Set(), sums: new Map() }]),
  );
  for (const { values, span } of assessed) {
    if (values.size < 2) continue;
    const [all, size] = [Exact.sum([...values.values()]), Exact.count(values.size)];
    const key = `${values.size} ${span.toText()}`;
    for (const [evaluator, value] of values) {
      const own = beside.get(evaluator);
      if (!own) continue;
      // value − (all − value)/(n − 1), times (n − 1): whole numbers as long as the scores are.
      const distance = value.times(size).minus(all);
      own.count += 1;
      own.signs.add(distance.compare(Exact.zero));
      const known = own.sums.get(key);
      if (known) known.sum = known.sum.plus(distance);
      else own.sums.set(key, { by: span.times(Exact.count(values.size - 1)), sum: distance });
    }
  }
  return [...beside].flatMap(([evaluator, { count, signs, sums }]): Flag[] => {
    if (count < limits.offsetScores || signs.size !== 1 || signs.has(0)) return [];
    const mean = Exact.sum([...sums.values()].map(({ by, sum }) => sum.over(by)))
      .over(Exact.count(count))
      .times(hundred);
    const size = mean.isNegative() ? mean.negated() : mean;
    return size.compare(limits.offset) < 0
      ? []
      : [
          {
            name: "offset",
            evaluator,
            bids: [],
            figure: mean,
            where: evaluatorAt(evaluator, "id"),
          },
        ];
  });
}

function noEffectFlag({ id: criterion }: Criterion, { bids }: EvaluationDocument): Flag[] {
  const values = bids.map(({ scores }) => valueText(own(scores, criterion)?.value));
  const isSame =
    values.length > 1 && values.every((each) => each !== undefined && each === values[0]);
  return isSame
    ? [
        {
          name: "no-effect",
          criterion,
          bids: bids.map(({ id }) => id),
          figure: Exact.count(values.length),
          where: criterionAt(criterion, "id"),
        },
      ]
    : [];
}

type Written = {
  readonly bid: string;
  readonly rationale: string;
  readonly reference: string;
  readonly where: Place;
};

/** Reasons by whoever wrote them: the agreed ones, and each evaluator's. */
function rationaleFlags({ id: criterion }: Criterion, { bids }: EvaluationDocument): Flag[] {
  const byWriter = new Map<string, Written[]>();
  const add = (writer: string, written: Written) => {
    const known = byWriter.get(writer);
    if (known) known.push(written);
    else byWriter.set(writer, [written]);
  };
  for (const { id: bid, scores } of bids) {
    const score = own(scores, criterion);
    if (score?.value !== undefined)
      add("", {
        bid,
        rationale: score.rationale ?? "",
        reference: score.reference ?? "",
        where: figurePlace({ bid, criterion }).replace(/value$/, "rationale"),
      });
    for (const { evaluator, value, rationale = "", reference = "" } of score?.assessments ?? []) {
      if (value !== undefined)
        add(evaluator, {
          bid,
          rationale,
          reference,
          where: figurePlace({ bid, criterion, evaluator }).replace(/value$/, "rationale"),
        });
    }
  }
  return [...byWriter].flatMap(([evaluator, written]) => {
    const flag = (name: Flag["name"], those: readonly Written[]): Flag[] => {
      const [first] = those;
      return first
        ? [
            {
              name,
              criterion,
              ...(evaluator === "" ? {} : { evaluator }),
              bids: those.map(({ bid }) => bid),
              figure: Exact.count(those.length),
              where: first.where,
            },
          ]
        : [];
    };
    const texts = new Map<string, Written[]>();
    for (const each of written)
      texts.set(folded(each.rationale), [...(texts.get(folded(each.rationale)) ?? []), each]);
    return [
      ...[...texts]
        .filter(([text, those]) => text !== "" && those.length > 1)
        .flatMap(([, those]) => flag("same-rationale", those)),
      ...flag(
        "short-rationale",
        written.filter(
          ({ rationale }) => rationale.trim() !== "" && wordsIn(rationale) < limits.words,
        ),
      ),
      ...flag(
        "no-reference",
        written.filter(({ reference }) => reference.trim() === ""),
      ),
    ];
  });
}

function folded(text: string): string {
  return text
    .replace(/[\s.,;:!]+/gu, " ")
    .trim()
    .toLowerCase();
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}
