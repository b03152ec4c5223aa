/**
 * Reads JSON whose shape is not known: a value under keys that may be missing, the objects in a
 * list or record. It never throws, and it judges nothing: the schema judges shape.
 */
import type { Path } from "./problem";

/** A JSON object of unknown content. */
export type JsonObject = { readonly [key: string]: unknown };

/** A JSON object and its place in the document. */
export type Located = { readonly path: Path; readonly value: JsonObject };

/** Whether a value is a JSON object: neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value under these keys, one inside the other; undefined where a key is missing. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

/** The objects in a list or record, with their paths. Other values in it are left out. */
export function objectsIn(value: unknown, path: Path): Located[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    isObject(item)
      ? [{ path: [...path, Array.isArray(value) ? Number(key) : key], value: item }]
      : [],
  );
}
