/** Whether two plain values say the same, whatever the order of their keys. It changes neither. */

/** @returns true where JSON would make the same of both, but for the order of keys */
export function equalContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isPlain(one) || !isPlain(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [keysOf(one), keysOf(other)];
  return keys.length === others.length && keys.every((key) => equalContent(one[key], other[key]));
}

type PlainObject = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null;
}

/** A key without a value is no key. */
function keysOf(value: PlainObject): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
