/**
 * How the parts of a price form must agree: what a row names exists, years run forward, and a row
 * has only keys that go together, so that no key is accepted and then not counted. It works on JSON
 * whose shape may be wrong.
 */
import type { Problem, ProblemCode } from "./problem";
import type { JsonObject, Located } from "./untyped";
import { isObject, objectsIn, valueAt } from "./untyped";
import { yearRowProblems } from "./year-row-agreement";

type Ids = ReadonlySet<string>;

/** The objects of one list of the document. */
type ListOf = (...keys: readonly string[]) => Located[];

/** @returns every fault of agreement in the price rows, and in the lists of the model they name */
export function priceRowProblems(document: unknown): Problem[] {
  const list: ListOf = (...keys) => objectsIn(valueAt(document, ...keys), keys);
  const idsIn = (...keys: readonly string[]): Ids =>
    new Set(list(...keys).map(({ value }) => String(value["id"])));
  const rows = list("priceItems");
  const named = {
    index: idsIn("model", "indexes"),
    authority: idsIn("model", "authorities"),
    deliveryModel: idsIn("model", "deliveryModels"),
    row: new Map(rows.map(({ value }) => [String(value["id"]), value])),
  };
  return [
    ...rows.flatMap((row) => [
      ...namedProblems(row, named),
      ...yearProblems({ path: [...row.path, "years"], value: objectOf(row.value["years"]) }),
      ...keyProblems(row, named.row, document),
    ]),
    ...yearRowProblems(rows),
    ...list("model", "contractPeriods").flatMap(yearProblems),
    ...yearsTwice(list("model", "lifeCycle", "factors")),
    ...list("model", "indexes").flatMap(({ path, value }) =>
      yearsTwice(objectsIn(value["values"], [...path, "values"])),
    ),
    ...list("bids").flatMap(({ path, value }) =>
      unknown([...path, "deliveryModel"], value["deliveryModel"], named.deliveryModel, {
        code: "unknown-delivery-model",
      }),
    ),
  ];
}

type Named = {
  readonly index: Ids;
  readonly authority: Ids;
  readonly deliveryModel: Ids;
  readonly row: ReadonlyMap<string, JsonObject>;
};

/** What a row names: an index, authorities, delivery models, and the row that it is per cent of. */
function namedProblems({ path, value }: Located, named: Named): Problem[] {
  const models = value["deliveryModels"];
  return [
    ...unknown([...path, "index"], value["index"], named.index, { code: "unknown-index" }),
    ...unknown([...path, "authority"], value["authority"], named.authority, {
      code: "unknown-authority",
    }),
    ...Object.keys(objectOf(value["quantities"])).flatMap((id) =>
      unknown([...path, "quantities", id], id, named.authority, { code: "unknown-authority" }),
    ),
    ...(Array.isArray(models) ? models : []).flatMap((id: unknown, n) => {
      const at = [...path, "deliveryModels", n];
      if (Array.isArray(models) && models.indexOf(id) < n)
        return [{ path: at, code: "id-duplicate" as const, found: id }];
      return unknown(at, id, named.deliveryModel, { code: "unknown-delivery-model" });
    }),
    ...unknown([...path, "on"], value["on"], new Set(named.row.keys()), {
      code: "unknown-price-item",
    }),
  ];
}

function unknown(
  path: Problem["path"],
  found: unknown,
  known: Ids,
  { code }: { readonly code: ProblemCode },
): Problem[] {
  return typeof found === "string" && !known.has(found) ? [{ path, code, found }] : [];
}

function yearProblems({ path, value: { from, to } }: Located): Problem[] {
  return typeof from === "number" && typeof to === "number" && to < from
    ? [{ path: [...path, "to"], code: "years-reversed", found: to }]
    : [];
}

/** A year that stands twice in a table would have two values. */
function yearsTwice(rows: readonly Located[]): Problem[] {
  const years = rows.map(({ value }) => value["year"]);
  return rows.flatMap(({ path, value: { year } }, n): Problem[] =>
    typeof year === "number" && years.indexOf(year) < n
      ? [{ path: [...path, "year"], code: "year-twice", found: year }]
      : [],
  );
}

const perCent: ReadonlySet<unknown> = new Set(["discount", "fee-on-top", "fee-inside"]);

/** The keys of a row that would not be counted beside its other keys. */
function keyProblems(
  { path, value }: Located,
  rows: ReadonlyMap<string, JsonObject>,
  document: unknown,
): Problem[] {
  const has = (key: string) => value[key] !== undefined;
  const isPerCent = perCent.has(value["effect"]);
  const base = rows.get(String(value["on"]));
  const wrong = [
    ...(isPerCent ? perCentKeys.filter(has) : []),
    ...(isPerCent && has("quantity") && !/^1(?:\.0+)?$/.test(String(value["quantity"]))
      ? ["quantity"]
      : []),
    ...(has("on") && (!isPerCent || (base && perCent.has(base["effect"]))) ? ["on"] : []),
    ...(has("index") && !has("years") ? ["index"] : []),
    ...((has("authority") || has("per")) && has("quantities") ? ["quantities"] : []),
    ...(has("source") && !has("amount") ? ["source"] : []),
    ...(has("amount") ? ["ceiling", "floor"].filter(has) : []),
    ...(has("byYear") ? ["amount", "tier", "share"].filter(has).map(() => "byYear") : []),
    ...(value["required"] === false && !mayBeOptional(value, rows, document) ? ["required"] : []),
  ];
  const isWithoutQuantity =
    !has("quantity") && (has("per") || Object.keys(objectOf(value["quantities"])).length === 0);
  return [
    ...(isWithoutQuantity ? [{ path: [...path, "quantity"], code: "missing" as const }] : []),
    ...wrong.map((key) => ({
      path: [...path, key],
      code: "price-row-key" as const,
      found: value[key],
    })),
  ];
}

/** What multiplies a price, and has no meaning for per cent of a sum. */
const perCentKeys = [
  "periods",
  "years",
  "index",
  "tier",
  "share",
  "surcharge",
  "quantities",
  "authority",
  "per",
  "byYear",
] as const;

/**
 * Whether the model's rule on blank rows can be applied: a row in money that every bid has, whose
 * price is multiplied by published factors, and that no per cent is taken of.
 */
function mayBeOptional(
  { id, index, effect, ...row }: JsonObject,
  rows: ReadonlyMap<string, JsonObject>,
  document: unknown,
): boolean {
  const rounding = objectsIn(valueAt(document, "model", "indexes"), []).find(
    ({ value }) => value["id"] === index,
  )?.value["rounding"];
  const isBase = [...rows.values()].some(
    (other) => perCent.has(other["effect"]) && (other["on"] === undefined || other["on"] === id),
  );
  return (
    (effect === undefined || effect === "price") &&
    ["amount", "deliveryModels", "counted"].every((key) => row[key] === undefined) &&
    !isObject(rounding) &&
    !isBase
  );
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
