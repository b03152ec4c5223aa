/**
 * Lint of the requirement texts, for what guidance warns of as requirement inflation: words that
 * allow no exception, near-duplicates and contradictions, details where a function would do, two
 * requirements in one sentence, requirements without verification. It only notes; it never judges a
 * bid.
 */
import type { EvaluationDocument, Requirement } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { patternsFor } from "./text-patterns";
import { requirementAt } from "../core/place";

const patterns = {
  absolute: patternsFor("absolute"),
  detail: patternsFor("detail"),
  obligation: patternsFor("obligation"),
  and: patternsFor("and"),
  negation: patternsFor("negation"),
  common: patternsFor("common"),
};

/** Texts with at least this part of their words in common are near-duplicates. */
const leastAlike = 0.85;

/** Texts with fewer words than this are too short to compare. */
const fewestWords = 4;

/** Notes on the texts of a document's requirements. */
export function requirementLint({ requirements }: EvaluationDocument): Finding[] {
  return [
    ...requirements.flatMap(textFindings),
    ...pairFindings(requirements),
    ...unverifiedFindings(requirements),
    ...areaFindings(requirements),
  ];
}

function textFindings({ id, text }: Requirement): Finding[] {
  const place = requirementAt(id, "text");
  const word = firstMatch(text, patterns.absolute);
  const detail = firstMatch(text, patterns.detail);
  const doubled = sentences(text).flatMap((sentence) => doubleObligation(sentence) ?? []);
  return [
    ...(word === undefined ? [] : [finding("requirement-absolute", "note", place, { id, word })]),
    ...(detail === undefined
      ? []
      : [finding("requirement-detail", "note", place, { id, word: detail })]),
    ...doubled
      .slice(0, 1)
      .map((words) => finding("requirement-twice", "note", place, { id, words })),
  ];
}

function firstMatch(text: string, expressions: readonly RegExp[]): string | undefined {
  return expressions.flatMap((pattern) => text.match(pattern) ?? [])[0];
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n/);
}

/** "ska … och … ska": an obligation on both sides of an "and". */
function doubleObligation(sentence: string): string | undefined {
  for (const [n, obligation] of patterns.obligation.entries()) {
    const obligations = [...sentence.matchAll(obligation)];
    const [before, after] = [obligations[0], obligations.at(-1)];
    if (!before || !after || before === after) continue;
    const and = sentence.slice(before.index, after.index).match(patterns.and[n] ?? /$^/)?.[0];
    if (and !== undefined) return `${before[0]} … ${and} … ${after[0]}`;
  }
  return undefined;
}

/**
 * A text as the set of its significant words. Figures and negations are separate, since they can
 * reverse a meaning.
 */
type TextProfile = {
  readonly id: string;
  readonly area: string;
  readonly words: ReadonlySet<string>;
  readonly figures: string;
  readonly negations: number;
};

function profileText({ id, area = "", text }: Requirement): TextProfile {
  const figures = (text.match(/\d+(?:[.,]\d+)?/g) ?? []).join(" ");
  const count = (expressions: readonly RegExp[]) =>
    expressions.reduce((total, pattern) => total + (text.match(pattern)?.length ?? 0), 0);
  const significant = [...patterns.common, ...patterns.negation].reduce(
    (rest, pattern) => rest.replace(pattern, " "),
    text.replace(/\d+(?:[.,]\d+)?/g, " "),
  );
  return {
    id,
    area,
    words: new Set(significant.toLowerCase().match(/\p{L}+/gu) ?? []),
    figures,
    negations: count(patterns.negation),
  };
}

/**
 * Near-duplicates, and near-duplicates that differ in a figure or a negation. Only texts that share
 * one of their rarest words are compared: with at least `leastAlike` of the words in common they must.
 */
function pairFindings(requirements: readonly Requirement[]): Finding[] {
  const texts = requirements.map(profileText).filter(({ words }) => words.size >= fewestWords);
  const frequency = new Map<string, number>();
  for (const { words } of texts)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const seen = new Map<string, TextProfile[]>();
  return texts.flatMap((text) => {
    const rarest = [...text.words].sort(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const prefix = rarest.slice(0, text.words.size - Math.ceil(leastAlike * text.words.size) + 1);
    const others = new Set(prefix.flatMap((word) => seen.get(word) ?? []));
    for (const word of prefix) seen.set(word, [...(seen.get(word) ?? []), text]);
    return [...others].flatMap((other) => comparePair(other, text));
  });
}

function comparePair(one: TextProfile, two: TextProfile): Finding[] {
  const common = [...one.words].filter((word) => two.words.has(word)).length;
  const share = common / (one.words.size + two.words.size - common);
  if (share < leastAlike) return [];
  const where = requirementAt(two.id, "text");
  const difference = [
    ...(one.figures === two.figures ? [] : [`${one.figures || "–"} / ${two.figures || "–"}`]),
    ...((one.negations - two.negations) % 2 === 0 ? [] : ["±"]),
  ];
  const named = { id: two.id, other: one.id };
  if (difference.length > 0)
    return [finding("requirement-contradiction", "note", where, { ...named, difference })];
  return [
    finding("requirement-near-duplicate", "note", where, {
      ...named,
      share: Math.round(share * 100),
    }),
  ];
}

/** One finding, at the first requirement that names no verification. */
function unverifiedFindings(requirements: readonly Requirement[]): Finding[] {
  const ids = requirements
    .filter(({ verification }) => verification === undefined || verification === "none")
    .map(({ id }) => id);
  const [firstId] = ids;
  return firstId === undefined
    ? []
    : [
        finding(
          "requirement-without-verification",
          "note",
          requirementAt(firstId, "verification"),
          { count: ids.length, ids },
        ),
      ];
}

/** How many requirements each area has. */
function areaFindings(requirements: readonly Requirement[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { area = "" } of requirements)
    counts.set(area || "–", (counts.get(area || "–") ?? 0) + 1);
  if (requirements.length === 0) return [];
  return [
    finding("requirements-per-area", "note", "requirements", {
      areas: [...counts].map(([area, count]) => `${area} ${count}`),
    }),
  ];
}
