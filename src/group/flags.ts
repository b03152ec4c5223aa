/**
 * What a moderator should look at before scores are agreed, each with the rule that raised it. A flag
 * says that something is unusual, never that it is wrong, and it changes nothing.
 */
import type { Bid, Criterion, EvaluationDocument, Score } from "../core/document";
import { leaves, own } from "../core/document";
import type { Place } from "../core/finding";
import { decimalPattern, Exact } from "../core/number";
import { figurePlace, valueText } from "../core/record";
import { panelLeaves } from "./ballot";

export const flagNames = ["spread", "offset", "no-effect", "same-rationale", "short-rationale", "no-reference"] as const;

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
  /** An evaluator who lies on one side of the others' mean on every one of at least so many scores, by so many per cent of the scale on the whole. */
  offsetScores: 5,
  offset: Exact.of("10"),
  /** Fewer words than this are no sentence. */
  words: 4,
} as const;

const hundred = Exact.of("100");

/** One flag for each criterion, evaluator or figure that a rule looks at, in the order of {@link flagNames}. */
export function flags(document: EvaluationDocument): Flag[] {
  const scored = leaves(document.criteria).filter(({ scale }) => scale !== undefined);
  const panels = panelLeaves(document.criteria);
  const assessed = panels.flatMap((leaf) => document.bids.map((bid) => ({ leaf, bid, shares: sharesOf(leaf, own(bid.scores, leaf.id)) })));
  const raised = [
    ...assessed.flatMap(({ leaf, bid, shares }) => spreadFlag(leaf, bid, [...shares.values()])),
    ...offsetFlags(document, assessed),
    ...scored.flatMap((leaf) => noEffectFlag(leaf, document)),
    ...scored.flatMap((leaf) => rationaleFlags(leaf, document)),
  ];
  return raised.sort((a, b) => flagNames.indexOf(a.name) - flagNames.indexOf(b.name));
}

/** Each evaluator's score as a per cent of the scale's span, by evaluator. */
function sharesOf(leaf: Criterion, score: Score | undefined): Map<string, Exact> {
  const ends = endsOf(leaf);
  if (!ends) return new Map();
  const [low, high] = ends;
  return new Map((score?.assessments ?? []).flatMap(({ evaluator, value }) => {
    const number = value === "yes" ? Exact.one : value === "no" ? Exact.zero : value !== undefined && decimalPattern.test(value) ? Exact.of(value) : undefined;
    return number ? [[evaluator, number.minus(low).over(high.minus(low)).times(hundred)] as const] : [];
  }));
}

function endsOf({ scale }: Criterion): readonly [Exact, Exact] | undefined {
  const numbers =
    scale?.type === "yes-no" ? [Exact.zero, Exact.one]
    : scale?.type === "levels" ? scale.levels.map(({ value }) => Exact.of(value))
    : scale?.type === "points" ? [Exact.of(scale.zero), Exact.of(scale.max)]
    : scale?.type === "measure" ? [Exact.of(scale.worst), Exact.of(scale.best)]
    : [];
  const [first, ...rest] = numbers;
  if (!first) return undefined;
  const [low, high] = [Exact.smallest(first, ...rest), Exact.largest(first, ...rest)];
  return low.equals(high) ? undefined : [low, high];
}

function spreadFlag({ id: criterion }: Criterion, bid: Bid, shares: readonly Exact[]): Flag[] {
  const [first, ...rest] = shares;
  if (!first || rest.length === 0) return [];
  const spread = Exact.largest(first, ...rest).minus(Exact.smallest(first, ...rest));
  return spread.compare(limits.spread) > 0 ? [{ name: "spread", criterion, bids: [bid.id], figure: spread, where: figurePlace({ bid: bid.id, criterion }) }] : [];
}

type Assessed = { readonly leaf: Criterion; readonly bid: Bid; readonly shares: ReadonlyMap<string, Exact> };

/** Someone who lies above the others, or below them, on everything. */
function offsetFlags({ evaluators }: EvaluationDocument, assessed: readonly Assessed[]): Flag[] {
  const differences = new Map<string, Exact[]>();
  for (const { shares } of assessed) {
    if (shares.size < 2) continue;
    const all = Exact.sum([...shares.values()]);
    for (const [evaluator, share] of shares) {
      const others = all.minus(share).over(Exact.count(shares.size - 1));
      const known = differences.get(evaluator);
      if (known) known.push(share.minus(others));
      else differences.set(evaluator, [share.minus(others)]);
    }
  }
  return evaluators.flatMap(({ id: evaluator }): Flag[] => {
    const own = differences.get(evaluator) ?? [];
    const signs = new Set(own.map((each) => each.compare(Exact.zero)));
    if (own.length < limits.offsetScores || signs.size !== 1 || signs.has(0)) return [];
    const mean = Exact.sum(own).over(Exact.count(own.length));
    const size = mean.compare(Exact.zero) < 0 ? mean.negated() : mean;
    return size.compare(limits.offset) < 0 ? [] : [{ name: "offset", evaluator, bids: [], figure: mean, where: `evaluators[${evaluator}].id` }];
  });
}

function noEffectFlag({ id: criterion }: Criterion, { bids }: EvaluationDocument): Flag[] {
  const values = bids.map(({ scores }) => valueText(own(scores, criterion)?.value));
  const isSame = values.length > 1 && values.every((each) => each !== undefined && each === values[0]);
  return isSame ? [{ name: "no-effect", criterion, bids: bids.map(({ id }) => id), figure: Exact.count(values.length), where: `criteria[${criterion}].id` }] : [];
}

type Written = { readonly bid: string; readonly rationale: string; readonly reference: string; readonly where: Place };

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
    if (score?.value !== undefined) add("", { bid, rationale: score.rationale ?? "", reference: score.reference ?? "", where: figurePlace({ bid, criterion }).replace(/value$/, "rationale") });
    for (const { evaluator, value, rationale = "", reference = "" } of score?.assessments ?? []) {
      if (value !== undefined) add(evaluator, { bid, rationale, reference, where: figurePlace({ bid, criterion, evaluator }).replace(/value$/, "rationale") });
    }
  }
  return [...byWriter].flatMap(([evaluator, written]) => {
    const flag = (name: Flag["name"], those: readonly Written[]): Flag[] => {
      const [first] = those;
      return first ? [{ name, criterion, ...(evaluator === "" ? {} : { evaluator }), bids: those.map(({ bid }) => bid), figure: Exact.count(those.length), where: first.where }] : [];
    };
    const texts = new Map<string, Written[]>();
    for (const each of written) texts.set(folded(each.rationale), [...(texts.get(folded(each.rationale)) ?? []), each]);
    return [
      ...[...texts].filter(([text, those]) => text !== "" && those.length > 1).flatMap(([, those]) => flag("same-rationale", those)),
      ...flag("short-rationale", written.filter(({ rationale }) => rationale.trim() !== "" && wordsIn(rationale) < limits.words)),
      ...flag("no-reference", written.filter(({ reference }) => reference.trim() === "")),
    ];
  });
}

function folded(text: string): string {
  return text.replace(/[\s.,;:!]+/gu, " ").trim().toLowerCase();
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}

