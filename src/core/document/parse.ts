/**
 * From an unknown JSON value to a document, or to every problem with it at once.
 *
 * The schema says what each part looks like; this file adds how the parts must agree (ids that
 * exist, keys that go together) and looks at that even where the schema found fault, so that nobody
 * has to mend one error to be told of the next. It never throws for bad input and never repairs
 * anything.
 */
import type { EvaluationDocument } from "./schema";
import { documentSchema } from "./schema";

/** Where in the document, as keys and positions from its root. */
export type Path = readonly (string | number)[];

/**
 * One thing that keeps a value from being a `mervarde/1` document. `code` is a key of the word
 * list.
 */
export type Problem = {
  readonly path: Path;
  readonly code: string;
  readonly found?: unknown;
  readonly allowed?: readonly string[];
};

export type Parsed =
  | { readonly document: EvaluationDocument; readonly problems?: never }
  | { readonly document?: never; readonly problems: readonly Problem[] };

/** Deeper than any published model, and a bound on what a stranger's file can make us recurse. */
const deepest = 40;

/** @returns the document, or all its problems in document order of the two checks */
export function parseDocument(value: unknown): Parsed {
  const deep = tooDeep(value);
  if (deep) return { problems: [{ path: deep, code: "too-deep" }] };
  const shape = documentSchema.safeParse(value, { reportInput: true });
  const problems = [
    ...(shape.success ? [] : shapeProblems(shape.error.issues)),
    ...disagreements(value),
  ];
  return shape.success && problems.length === 0 ? { document: shape.data } : { problems };
}

type Issue = NonNullable<ReturnType<typeof documentSchema.safeParse>["error"]>["issues"][number];

function shapeProblems(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path.filter((key) => typeof key !== "symbol");
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => ({ path: [...path, key], code: "unknown-key" }));
      case "invalid_key":
        return [{ path, code: "id", found: path.at(-1) }];
      case "invalid_value":
        return [
          {
            path,
            code: issue.input === undefined ? "missing" : issue.message,
            found: issue.input,
            allowed: issue.values.map(String),
          },
        ];
      case "invalid_union": {
        // Of `{ "type": … }`: what was written, and what could have been.
        const { discriminator, options } = issue as {
          readonly discriminator?: string;
          readonly options?: readonly string[];
        };
        const found = discriminator === undefined ? issue.input : at(issue.input, discriminator);
        return [{ path, code: issue.message, found, ...(options ? { allowed: options } : {}) }];
      }
      default:
        return [
          { path, code: issue.input === undefined ? "missing" : issue.message, found: issue.input },
        ];
    }
  });
}

/**
 * The path to the first value nested deeper than any document, or nothing. Does not recurse itself.
 */
function tooDeep(value: unknown): Path | undefined {
  const waiting: { readonly path: Path; readonly value: unknown }[] = [{ path: [], value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.path.length > deepest) return next.path.slice(0, 8);
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const [key, child] of Object.entries(next.value)) {
      if (typeof child === "object") waiting.push({ path: [...next.path, key], value: child });
    }
  }
  return undefined;
}

type Loose = { readonly [key: string]: unknown };
type Found = { readonly path: Path; readonly value: Loose };

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The objects in a list or record, with their paths; anything else there is the schema's business.
 */
function entries(value: unknown, path: Path): Found[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    isObject(each)
      ? [{ path: [...path, Array.isArray(value) ? Number(key) : key], value: each }]
      : [],
  );
}

function disagreements(document: unknown): Problem[] {
  const list = (key: string) => entries(at(document, key), [key]);
  const criteria = list("criteria").flatMap(withDescendants);
  const known = {
    evaluators: idsOf(list("evaluators")),
    requirements: idsOf(list("requirements")),
    criteria: idsOf(criteria),
    leaves: new Map(
      criteria
        .filter((each) => at(each.value, "children") === undefined)
        .map((each) => [String(each.value["id"]), each.value]),
    ),
    priceItems: idsOf(list("priceItems")),
    bids: idsOf(list("bids")),
    rounds: idsOf(list("rounds")),
  };
  return [
    ...["evaluators", "requirements", "priceItems", "bids"].flatMap((key) => duplicates(list(key))),
    ...duplicates(criteria),
    ...criteria.flatMap(criterionProblems),
    ...modelProblems(document, known.criteria),
    ...list("bids").flatMap((bid) => bidProblems(bid, known)),
    ...list("lotteries").flatMap((each) => unknownIds(each, "order", known.bids, "unknown-bid")),
    ...recordProblems(list, known),
  ];
}

type Ids = ReadonlySet<string>;

/** What a record is about must exist, whatever else of it is not filled in yet. */
function recordProblems(
  list: (key: string) => Found[],
  known: { readonly [of in "bids" | "rounds" | "requirements" | "priceItems" | "criteria"]: Ids },
): Problem[] {
  const named = (records: readonly Found[], key: string, ids: Ids, code: string) =>
    records.flatMap(({ path, value }) =>
      typeof value[key] === "string" && !ids.has(value[key])
        ? [{ path: [...path, key], code, found: value[key] }]
        : [],
    );
  const about = (subject: string) =>
    list("clarifications").filter(({ value }) => value["subject"] === subject);
  return [
    ...["rounds", "clarifications"].flatMap((key) => duplicates(list(key))),
    ...["offers", "clarifications", "lowBids", "sessions", "confidential", "requests"].flatMap(
      (key) => named(list(key), "bid", known.bids, "unknown-bid"),
    ),
    ...["offers", "adjustments", "bids"].flatMap((key) =>
      named(list(key), "round", known.rounds, "unknown-round"),
    ),
    ...named(list("offers"), "item", known.priceItems, "unknown-price-item"),
    ...named(list("adjustments"), "requirement", known.requirements, "unknown-requirement"),
    ...named(list("sessions"), "criterion", known.criteria, "unknown-criterion"),
    ...named(about("price-item"), "of", known.priceItems, "unknown-price-item"),
    ...named(about("requirement"), "of", known.requirements, "unknown-requirement"),
    ...named(about("criterion"), "of", known.criteria, "unknown-criterion"),
  ];
}

type Known = {
  readonly evaluators: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
  readonly priceItems: ReadonlySet<string>;
  readonly leaves: ReadonlyMap<string, Loose>;
};

function idsOf(found: readonly Found[]): Set<string> {
  return new Set(found.map((each) => String(each.value["id"])));
}

function withDescendants(found: Found): Found[] {
  const children = entries(found.value["children"], [...found.path, "children"]);
  return [found, ...children.flatMap(withDescendants)];
}

/**
 * Excel's lookups do not tell "a1" from "A1", so ids that differ only in case are duplicates too.
 */
function duplicates(found: readonly Found[]): Problem[] {
  const seen = new Map<string, string>();
  return found.flatMap(({ path, value }) => {
    const id = value["id"];
    if (typeof id !== "string") return [];
    const earlier = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), id);
    if (earlier === undefined) return [];
    return [
      { path: [...path, "id"], code: earlier === id ? "id-duplicate" : "id-case", found: id },
    ];
  });
}

/** format.md, Criteria: which keys stand where. */
const rootOnly = [
  "deduction",
  "addition",
  "perPoint",
  "bands",
  "cap",
  "deductionPercent",
  "additionPercent",
];
const leafOnly = ["scale", "minimum", "panel", "perConsultant", "perParticipant"];
const groupOnly = ["aggregate", "minimumPoints"];
const worths = ["deduction", "perPoint", "bands"];

function criterionProblems({ path, value }: Found): Problem[] {
  const isRoot = path.length === 2;
  const isGroup = value["children"] !== undefined;
  const has = (key: string) => value[key] !== undefined;
  const misplaced = (keys: readonly string[], code: string) =>
    keys.filter(has).map((key) => ({ path: [...path, key], code }));
  return [
    ...(isRoot ? [] : misplaced(rootOnly, "root-only")),
    ...(isGroup ? misplaced(leafOnly, "leaf-only") : misplaced(groupOnly, "group-only")),
    ...(value["perConsultant"] === true && value["perParticipant"] === true
      ? [{ path: [...path, "perParticipant"], code: "list-twice" }]
      : []),
    ...worths
      .filter(has)
      .slice(1)
      .map((key) => ({ path: [...path, key], code: "worth-twice" })),
    ...levelProblems(path, at(value, "scale", "levels")),
    ...minimumProblems(path, value["minimum"], at(value, "scale", "type")),
  ];
}

/**
 * A minimum is a figure on the criterion's own scale: yes or no on a yes-no scale, a decimal on
 * every other.
 */
function minimumProblems(path: Path, minimum: unknown, scale: unknown): Problem[] {
  if (typeof minimum !== "string" || scale === undefined) return [];
  const isWord = minimum === "yes" || minimum === "no";
  return isWord === (scale === "yes-no")
    ? []
    : [{ path: [...path, "minimum"], code: "minimum-figure", found: minimum }];
}

/** Two levels with one value cannot be told apart in a score; "3" and "3.0" are one value. */
function levelProblems(path: Path, levels: unknown): Problem[] {
  const found = entries(levels, [...path, "scale", "levels"]);
  const values = found.map(({ value }) => plain(String(value["value"])));
  return found.flatMap((level, index) =>
    values.indexOf(values[index] ?? "") < index
      ? [{ path: [...level.path, "value"], code: "level-duplicate", found: level.value["value"] }]
      : [],
  );
}

function plain(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

function modelProblems(document: unknown, criteria: ReadonlySet<string>): Problem[] {
  const ties = at(document, "model", "ties");
  const method: Found = {
    path: ["model", "method"],
    value: (at(document, "model", "method") ?? {}) as Loose,
  };
  const rules = Array.isArray(ties) ? ties.filter((rule) => typeof rule === "string") : [];
  return [
    ...rules.flatMap((rule, index) => {
      const path = ["model", "ties", index];
      if (rules.indexOf(rule) < index) return [{ path, code: "tie-rule-duplicate", found: rule }];
      const criterion = /^criterion:(.*)$/.exec(rule)?.[1];
      return criterion === undefined || criteria.has(criterion)
        ? []
        : [{ path, code: "unknown-criterion", found: criterion }];
    }),
    ...unknownIds(method, "order", new Set([...criteria, "price"]), "unknown-criterion"),
  ];
}

function unknownIds(
  found: Found,
  key: string,
  known: ReadonlySet<string>,
  code: string,
): Problem[] {
  const ids = found.value[key];
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id: unknown, index) => {
    const path = [...found.path, key, index];
    if (typeof id !== "string") return [];
    if (!known.has(id)) return [{ path, code, found: id }];
    return ids.indexOf(id) < index ? [{ path, code: "id-duplicate", found: id }] : [];
  });
}

function bidProblems({ path, value }: Found, known: Known): Problem[] {
  const strangers = (key: string, ids: { has(id: string): boolean }, code: string) =>
    Object.keys(isObject(value[key]) ? value[key] : {})
      .filter((id) => !ids.has(id))
      .map((id) => ({ path: [...path, key, id], code, found: id }));
  return [
    ...strangers("answers", known.requirements, "unknown-requirement"),
    ...strangers("prices", known.priceItems, "unknown-price-item"),
    ...strangers("scores", known.leaves, "unknown-leaf"),
    ...entries(value["scores"], [...path, "scores"]).flatMap((score) =>
      scoreProblems(score, known),
    ),
  ];
}

function scoreProblems(score: Found, known: Known): Problem[] {
  const leaf = known.leaves.get(String(score.path.at(-1)));
  const assessments = entries(score.value["assessments"], [...score.path, "assessments"]);
  const evaluators = assessments.map((each) => String(each.value["evaluator"]));
  return [
    ...(leaf ? valueProblems(score, leaf) : []),
    ...assessments.flatMap(({ path }, index) => {
      const evaluator = evaluators[index] ?? "";
      const place = [...path, "evaluator"];
      if (!known.evaluators.has(evaluator))
        return [{ path: place, code: "unknown-evaluator", found: evaluator }];
      return evaluators.indexOf(evaluator) < index
        ? [{ path: place, code: "id-duplicate", found: evaluator }]
        : [];
    }),
  ];
}

/**
 * A value is a list exactly where the criterion says so: one figure a consultant, ten answers a
 * respondent.
 */
function valueProblems(score: Found, leaf: Loose): Problem[] {
  const value = score.value["value"];
  if (value === undefined) return [];
  const wanted =
    at(leaf, "scale", "type") === "sus"
      ? "sus"
      : leaf["perConsultant"] === true || leaf["perParticipant"] === true
        ? "list"
        : "figure";
  const given = !Array.isArray(value) ? "figure" : Array.isArray(value[0]) ? "sus" : "list";
  return wanted === given
    ? []
    : [{ path: [...score.path, "value"], code: `score-${wanted}`, found: value }];
}
