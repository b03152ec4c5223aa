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
import type { Place } from "../core/place";
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
    ...clusterFindings(requirements),
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
  /** Its position in the document. */
  readonly order: number;
  readonly words: ReadonlySet<string>;
  readonly figures: string;
  readonly negations: number;
};

function profileText({ id, text }: Requirement, order: number): TextProfile {
  const figures = (text.match(/\d+(?:[.,]\d+)?/g) ?? []).join(" ");
  const count = (expressions: readonly RegExp[]) =>
    expressions.reduce((total, pattern) => total + (text.match(pattern)?.length ?? 0), 0);
  const significant = [...patterns.common, ...patterns.negation].reduce(
    (rest, pattern) => rest.replace(pattern, " "),
    text.replace(/\d+(?:[.,]\d+)?/g, " "),
  );
  return {
    id,
    order,
    words: new Set(significant.toLowerCase().match(/\p{L}+/gu) ?? []),
    figures,
    negations: count(patterns.negation),
  };
}

/** Two requirements that are almost the same, the earlier first, and what parts them. */
type Pair = {
  readonly one: TextProfile;
  readonly two: TextProfile;
  /** How many per cent of the words they have in common. */
  readonly share: number;
  readonly differs: ReadonlySet<"figures" | "negation">;
};

/**
 * Near-duplicates, and near-duplicates that differ in a figure or a negation: one finding for all
 * that hang together, since a text that is repeated ten times makes forty-five pairs.
 */
function clusterFindings(requirements: readonly Requirement[]): Finding[] {
  const pairs = alikePairs(requirements.map(profileText));
  const isSame = ({ differs }: Pair) => differs.size === 0;
  return [
    ...clusters(pairs.filter(isSame)).map(duplicateFinding),
    ...clusters(pairs.filter((pair) => !isSame(pair))).map(contradictionFinding),
  ];
}

/**
 * Only texts that share one of their rarest words are compared: with at least `leastAlike` of the
 * words in common they must.
 */
function alikePairs(profiles: readonly TextProfile[]): Pair[] {
  const texts = profiles.filter(({ words }) => words.size >= fewestWords);
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
    for (const word of prefix) {
      const known = seen.get(word);
      if (known) known.push(text);
      else seen.set(word, [text]);
    }
    return [...others].flatMap((other) => comparePair(other, text) ?? []);
  });
}

function comparePair(one: TextProfile, two: TextProfile): Pair | undefined {
  const common = [...one.words].filter((word) => two.words.has(word)).length;
  const share = common / (one.words.size + two.words.size - common);
  if (share < leastAlike) return undefined;
  const differs = new Set<"figures" | "negation">();
  if (one.figures !== two.figures) differs.add("figures");
  if ((one.negations - two.negations) % 2 !== 0) differs.add("negation");
  return { one, two, share: Math.round(share * 100), differs };
}

/** Pairs that hang together by the requirements they share, in the order of their first pair. */
function clusters(pairs: readonly Pair[]): Pair[][] {
  const clusterOf = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const { one, two } = pair;
    const [ofOne = [], ofTwo = []] = [clusterOf.get(one.id), clusterOf.get(two.id)];
    const joined = ofOne === ofTwo ? ofOne : [...ofOne, ...ofTwo];
    joined.push(pair);
    if (ofOne === ofTwo) continue;
    for (const { one: a, two: b } of joined) for (const { id } of [a, b]) clusterOf.set(id, joined);
  }
  return [...new Set(clusterOf.values())];
}

function duplicateFinding(pairs: readonly Pair[]): Finding {
  const members = membersOf(pairs);
  const share = Math.min(...pairs.map((pair) => pair.share));
  return finding("requirement-near-duplicate", "note", firstPlace(members), {
    ids: members.map(({ id }) => id),
    share,
  });
}

function contradictionFinding(pairs: readonly Pair[]): Finding {
  const members = membersOf(pairs);
  const isAny = (what: "figures" | "negation") => pairs.some(({ differs }) => differs.has(what));
  return finding("requirement-contradiction", "note", firstPlace(members), {
    ids: members.map(({ id }) => id),
    figures: isAny("figures")
      ? [...new Set(members.map(({ figures }) => (figures === "" ? "–" : figures)))]
      : [],
    negation: isAny("negation") ? "differs" : "same",
  });
}

/** The requirements of a cluster in the order of the document. */
function membersOf(pairs: readonly Pair[]): TextProfile[] {
  return [...new Set(pairs.flatMap(({ one, two }) => [one, two]))].sort(
    (a, b) => a.order - b.order,
  );
}

function firstPlace([first]: readonly TextProfile[]): Place {
  return first === undefined ? "requirements" : requirementAt(first.id, "text");
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
