/**
 * What a moderator should look at before scores are agreed, each flag with the rule that raised it. A
 * flag says that something is unusual, never that it is wrong, and it changes nothing.
 */
import type { Bid, Criterion, EvaluationDocument, Score } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { Place } from "../core/place";
import { MadeOf } from "../core/made-of";
import { Exact } from "../core/number";
import { figurePlace, valueText } from "../core/document/recorded";
import { figureNumber, scaleSpan } from "./scale-figures";
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
  /** The figure that raised the flag: per cent of the scale, or a number of scores. */
  readonly figure: Exact;
  readonly where: Place;
};

/** The thresholds, which are shown beside each flag. */
export const limits = {
  /** Per cent of the scale between the highest and the lowest evaluator. */
  spread: Exact.of("40"),
  /** The fewest scores from which an evaluator's offset is judged. */
  offsetScores: 5,
  /** Per cent of the scale, on average, that an evaluator lies on one side of the others' mean. */
  offset: Exact.of("10"),
  /** Words. A shorter rationale is no sentence. */
  words: 4,
} as const;

const hundred = Exact.of("100");

/** A document is never changed in place, and several views of it ask for its flags. */
const known = new WeakMap<EvaluationDocument, readonly Flag[]>();

/** The flags of a document, in the order of {@link flagNames}. */
export function flags(document: EvaluationDocument): readonly Flag[] {
  const found = known.get(document) ?? raisedIn(document);
  known.set(document, found);
  return found;
}

function raisedIn(document: EvaluationDocument): Flag[] {
  const scored = leaves(document.criteria).filter(({ scale }) => scale !== undefined);
  const panels = panelLeaves(document.criteria);
  const numbers = new Map<string, Exact>();
  const assessed = panels.flatMap((leaf): Assessed[] => {
    const span = scaleSpan(leaf);
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

/** @param numbers the figures that were read before, so that each text is read once */
function valuesOf(score: Score | undefined, numbers: Map<string, Exact>): Map<string, Exact> {
  const values = new Map<string, Exact>();
  for (const { evaluator, value } of score?.assessments ?? []) {
    const number = value === undefined ? undefined : (numbers.get(value) ?? figureNumber(value));
    if (value === undefined || number === undefined) continue;
    numbers.set(value, number);
    values.set(evaluator, number);
  }
  return values;
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
 * One evaluator compared with the others: the number of scores, the sides of their mean on which the
 * evaluator lies, and the sums of the distances by the divisor of each.
 */
type Beside = {
  count: number;
  readonly signs: Set<number>;
  readonly sums: Map<string, { readonly by: Exact; sum: Exact }>;
};

/** An evaluator who lies above the others, or below them, on every score. */
function offsetFlags({ evaluators }: EvaluationDocument, assessed: readonly Assessed[]): Flag[] {
  const beside = new Map<string, Beside>(
    evaluators.map(({ id }) => [id, { count: 0, signs: new Set(), sums: new Map() }]),
  );
  for (const { values, span } of assessed) {
    if (values.size < 2) continue;
    const [all, size] = [Exact.sum([...values.values()]), Exact.count(values.size)];
    const key = `${values.size} ${span.toText()}`;
    for (const [evaluator, value] of values) {
      const compared = beside.get(evaluator);
      if (!compared) continue;
      // value − (all − value)/(n − 1), times (n − 1): whole numbers as long as the scores are.
      const distance = value.times(size).minus(all);
      compared.count += 1;
      compared.signs.add(distance.compare(Exact.zero));
      const known = compared.sums.get(key);
      if (known) known.sum = known.sum.plus(distance);
      else compared.sums.set(key, { by: span.times(Exact.count(values.size - 1)), sum: distance });
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

/** The reasons for one bid's score, as one writer gave them; writer "" wrote the agreed score's. */
type Written = {
  readonly writer: string;
  readonly bid: string;
  readonly rationale: string;
  readonly reference: string;
  readonly where: Place;
};

/** The reasons for every score of one bid on one criterion, the agreed score first. */
function writtenReasons({ id: bid, scores }: Bid, criterion: string): Written[] {
  const score = own(scores, criterion);
  const agreed = { evaluator: undefined, ...score };
  return [agreed, ...(score?.assessments ?? [])]
    .filter(({ value }) => value !== undefined)
    .map(({ evaluator, rationale = "", reference = "" }) => ({
      writer: evaluator ?? "",
      bid,
      rationale,
      reference,
      where: figurePlace({
        bid,
        criterion,
        ...(evaluator === undefined ? {} : { evaluator }),
      }).replace(/value$/, "rationale"),
    }));
}

const reasonFlags = new MadeOf<Criterion, readonly Flag[]>();

/** What stands out in the reasons of each writer on one criterion. */
function rationaleFlags(leaf: Criterion, { bids }: EvaluationDocument): readonly Flag[] {
  const from = bids.flatMap(({ id, scores }) => [id, own(scores, leaf.id)]);
  return reasonFlags.get(leaf, from, () => flagsOfReasons(leaf, bids));
}

function flagsOfReasons({ id: criterion }: Criterion, bids: readonly Bid[]): Flag[] {
  const reasons = bids.flatMap((bid) => writtenReasons(bid, criterion));
  const flag = (name: Flag["name"], raisedBy: readonly Written[]): Flag[] => {
    const [first] = raisedBy;
    if (!first) return [];
    return [
      {
        name,
        criterion,
        ...(first.writer === "" ? {} : { evaluator: first.writer }),
        bids: raisedBy.map(({ bid }) => bid),
        figure: Exact.count(raisedBy.length),
        where: first.where,
      },
    ];
  };
  return [...groupBy(reasons, ({ writer }) => writer).values()].flatMap((written) => [
    ...[...groupBy(written, ({ rationale }) => foldText(rationale))]
      .filter(([text, alike]) => text !== "" && alike.length > 1)
      .flatMap(([, alike]) => flag("same-rationale", alike)),
    ...flag("short-rationale", written.filter(isShort)),
    ...flag(
      "no-reference",
      written.filter(({ reference }) => reference.trim() === ""),
    ),
  ]);
}

function isShort({ rationale }: Written): boolean {
  return rationale.trim() !== "" && wordsIn(rationale) < limits.words;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** A text without case, punctuation and double spaces: two such texts say the same. */
function foldText(text: string): string {
  return text
    .replace(/[\s.,;:!]+/gu, " ")
    .trim()
    .toLowerCase();
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}
