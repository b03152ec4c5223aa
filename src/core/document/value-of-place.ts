/** The value that stands at a place of a document, as text. It changes nothing. */
import type { Place } from "../place";
import { partsOf } from "../place";
import type { EvaluationDocument } from "./schema";
import { everyCriterion } from "./schema";
import { isObject } from "./untyped";

/** @returns undefined where nothing stands there; a list or an object is no value */
export function valueOfPlace(document: EvaluationDocument, place: Place): string | undefined {
  let found: unknown = { ...document, criteria: [...everyCriterion(document.criteria)] };
  for (const { key, id } of partsOf(place)) {
    found = inside(found, key);
    if (id !== undefined) found = rowIn(found, id);
  }
  if (typeof found === "string") return found;
  return typeof found === "number" || typeof found === "boolean" ? String(found) : undefined;
}

/** A row by its id, its evaluator or its position. */
function rowIn(list: unknown, id: string): unknown {
  if (!Array.isArray(list)) return inside(list, id);
  const named = list.find(
    (each) => isObject(each) && (each["id"] === id || each["evaluator"] === id),
  ) as unknown;
  return named ?? inside(list, id);
}

function inside(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as { readonly [key: string]: unknown })[key];
}
