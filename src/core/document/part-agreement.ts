/**
 * How the parts of a document must agree: an id that is named exists, an id is used once, a score
 * has the form that its criterion asks for. It works on JSON whose shape may be wrong, so that
 * faults of shape and faults of agreement are listed together. It never repairs anything.
 */
import { MadeOf } from "../made-of";
import { criterionProblems } from "./criterion-keys";
import { priceRowProblems } from "./price-row-agreement";
import type { Problem, ProblemCode } from "./problem";
import type { JsonObject, Located } from "./untyped";
import { isObject, objectsIn, valueAt } from "./untyped";

type Ids = ReadonlySet<string>;

/** The ids that a document declares, and its scored criteria by id. */
type Declared = {
  readonly [
    part in
      | "evaluators"
      | "requirements"
      | "criteria"
      | "priceItems"
      | "bids"
      | "rounds"
      | "decisions"
      | "authorities"
  ]: Ids;
} & { readonly leaves: ReadonlyMap<string, JsonObject> };

/** The objects of one list of the document. */
type ListOf = (part: string) => Located[];

/** The lists whose rows a bid names: those that are the same objects name the same. */
const naming = ["evaluators", "requirements", "criteria", "priceItems"];
const problemsOf = new MadeOf<JsonObject, readonly Problem[]>();

/** Every place where two parts of the document disagree, part by part. */
export function agreementProblems(document: unknown): Problem[] {
  const list: ListOf = (part) => objectsIn(valueAt(document, part), [part]);
  const criteria = list("criteria").flatMap(withDescendants);
  const declared: Declared = {
    evaluators: idsOf(list("evaluators")),
    requirements: idsOf(list("requirements")),
    criteria: idsOf(criteria),
    leaves: new Map(
      criteria
        .filter(({ value }) => valueAt(value, "children") === undefined)
        .map(({ value }) => [String(value["id"]), value]),
    ),
    priceItems: idsOf(list("priceItems")),
    bids: idsOf(list("bids")),
    rounds: idsOf(list("rounds")),
    decisions: idsOf(list("decisions")),
    authorities: idsOf(objectsIn(valueAt(document, "model", "authorities"), ["model"])),
  };
  return [
    ...["evaluators", "requirements", "priceItems", "bids"].flatMap((part) =>
      duplicates(list(part)),
    ),
    ...["authorities", "contractPeriods", "deliveryModels", "indexes"].flatMap((part) =>
      duplicates(objectsIn(valueAt(document, "model", part), ["model", part])),
    ),
    ...priceRowProblems(document),
    ...duplicates(criteria),
    ...criteria.flatMap(criterionProblems),
    ...modelProblems(document, declared.criteria),
    ...list("bids").flatMap((bid) =>
      problemsOf.get(
        bid.value,
        [bid.path.at(-1), ...naming.map((part) => valueAt(document, part))],
        () => bidProblems(bid, declared),
      ),
    ),
    ...list("lotteries").flatMap((lottery) =>
      unknownIds(lottery, "order", declared.bids, "unknown-bid"),
    ),
    ...recordProblems(list, declared),
  ];
}

function idsOf(objects: readonly Located[]): Set<string> {
  return new Set(objects.map(({ value }) => String(value["id"])));
}

function withDescendants(criterion: Located): Located[] {
  const children = objectsIn(criterion.value["children"], [...criterion.path, "children"]);
  return [criterion, ...children.flatMap(withDescendants)];
}

/** Excel's look-ups treat "a1" and "A1" as one, so ids that differ only in case are duplicates too. */
function duplicates(objects: readonly Located[]): Problem[] {
  const seen = new Map<string, string>();
  return objects.flatMap(({ path, value }) => {
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

/** The lists of which each row names a bid. */
const aboutBids = [
  "offers",
  "clarifications",
  "exclusions",
  "lowBids",
  "sessions",
  "sources",
  "confidential",
  "requests",
  "dispatches",
];

/** What a record is about must exist, even where the rest of the record is not filled in yet. */
function recordProblems(list: ListOf, declared: Declared): Problem[] {
  const named = (records: readonly Located[], key: string, ids: Ids, code: ProblemCode) =>
    records.flatMap(({ path, value }) =>
      typeof value[key] === "string" && !ids.has(value[key])
        ? [{ path: [...path, key], code, found: value[key] }]
        : [],
    );
  const about = (subject: string) =>
    list("clarifications").filter(({ value }) => value["subject"] === subject);
  return [
    ...["rounds", "clarifications", "decisions"].flatMap((part) => duplicates(list(part))),
    ...aboutBids.flatMap((part) => named(list(part), "bid", declared.bids, "unknown-bid")),
    ...named(list("decisions"), "of", declared.decisions, "unknown-decision"),
    ...["decisions", "lotteries"].flatMap((part) =>
      named(list(part), "authority", declared.authorities, "unknown-authority"),
    ),
    ...named(list("dispatches"), "decision", declared.decisions, "unknown-decision"),
    ...["offers", "adjustments", "bids"].flatMap((part) =>
      named(list(part), "round", declared.rounds, "unknown-round"),
    ),
    ...named(list("offers"), "item", declared.priceItems, "unknown-price-item"),
    ...named(list("adjustments"), "requirement", declared.requirements, "unknown-requirement"),
    ...named(list("exclusions"), "requirement", declared.requirements, "unknown-requirement"),
    ...named(list("sessions"), "criterion", declared.criteria, "unknown-criterion"),
    ...named(about("price-item"), "of", declared.priceItems, "unknown-price-item"),
    ...named(about("requirement"), "of", declared.requirements, "unknown-requirement"),
    ...named(about("criterion"), "of", declared.criteria, "unknown-criterion"),
  ];
}

function modelProblems(document: unknown, criteria: Ids): Problem[] {
  const ties = valueAt(document, "model", "ties");
  const method: Located = {
    path: ["model", "method"],
    value: (valueAt(document, "model", "method") ?? {}) as JsonObject,
  };
  const rules = Array.isArray(ties) ? ties.filter((rule) => typeof rule === "string") : [];
  return [
    ...rules.flatMap((rule, index): Problem[] => {
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

/** The ids in a list that are not declared, and those that stand there twice. */
function unknownIds(object: Located, key: string, declared: Ids, code: ProblemCode): Problem[] {
  const ids = object.value[key];
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id: unknown, index) => {
    const path = [...object.path, key, index];
    if (typeof id !== "string") return [];
    if (!declared.has(id)) return [{ path, code, found: id }];
    return ids.indexOf(id) < index ? [{ path, code: "id-duplicate", found: id }] : [];
  });
}

function bidProblems({ path, value }: Located, declared: Declared): Problem[] {
  const strangers = (key: string, ids: { has(id: string): boolean }, code: ProblemCode) =>
    Object.keys(isObject(value[key]) ? value[key] : {})
      .filter((id) => !ids.has(id))
      .map((id) => ({ path: [...path, key, id], code, found: id }));
  return [
    ...strangers("answers", declared.requirements, "unknown-requirement"),
    ...strangers("prices", declared.priceItems, "unknown-price-item"),
    ...strangers("scores", declared.leaves, "unknown-leaf"),
    ...objectsIn(value["scores"], [...path, "scores"]).flatMap((score) =>
      scoreProblems(score, declared),
    ),
  ];
}

function scoreProblems(score: Located, { evaluators, leaves }: Declared): Problem[] {
  const leaf = leaves.get(String(score.path.at(-1)));
  const assessments = objectsIn(score.value["assessments"], [...score.path, "assessments"]);
  const ids = assessments.map(({ value }) => String(value["evaluator"]));
  return [
    ...(leaf ? valueProblems(score, leaf) : []),
    ...assessments.flatMap((assessment, index): Problem[] => {
      const id = ids[index] ?? "";
      const path = [...assessment.path, "evaluator"];
      if (!evaluators.has(id)) return [{ path, code: "unknown-evaluator", found: id }];
      return ids.indexOf(id) < index ? [{ path, code: "id-duplicate", found: id }] : [];
    }),
  ];
}

/**
 * A value is a list exactly where the criterion says so: one figure for each consultant or test
 * person, ten answers for each respondent.
 */
function valueProblems(score: Located, leaf: JsonObject): Problem[] {
  const value = score.value["value"];
  if (value === undefined) return [];
  const wanted =
    valueAt(leaf, "scale", "type") === "sus"
      ? "sus"
      : leaf["perConsultant"] === true || leaf["perParticipant"] === true
        ? "list"
        : "figure";
  const given = !Array.isArray(value) ? "figure" : Array.isArray(value[0]) ? "sus" : "list";
  return wanted === given
    ? []
    : [{ path: [...score.path, "value"], code: `score-${wanted}`, found: value }];
}
