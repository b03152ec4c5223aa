/**
 * A plain value put together of the objects of an earlier one, wherever they say the same, so that who
 * made something of such an object sees that it has not changed. It changes no value that it is given,
 * and the one that it gives says what the new one says, in the same order.
 */

/** Deeper down values are taken as new: a file from outside cannot make the code recurse further. */
const deepest = 40;

/** @returns the earlier value itself where the new one says the same */
export function withSameParts<Value>(before: unknown, now: Value, depth = 0): Value {
  if (!isPlain(before) || !isPlain(now) || (before as unknown) === now || depth > deepest)
    return now;
  if (Array.isArray(before) || Array.isArray(now))
    return Array.isArray(before) && Array.isArray(now)
      ? (listOfSame(before, now, depth) as Value)
      : now;
  return objectOfSame(before, now, depth) as Value;
}

type PlainObject = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null;
}

function listOfSame(before: unknown[], now: unknown[], depth: number): unknown[] {
  const parts = now.map((part, n) => withSameParts(before[n], part, depth + 1));
  if (parts.length === before.length && parts.every((part, n) => part === before[n])) return before;
  return parts.every((part, n) => part === now[n]) ? now : parts;
}

function objectOfSame(before: PlainObject, now: PlainObject, depth: number): PlainObject {
  const keys = Object.keys(now);
  const others = Object.keys(before);
  const replaced: [string, unknown][] = [];
  let isSame =
    keys.length === others.length &&
    // What a symbol carries along is not compared, so that such an object is never the earlier one.
    Object.getOwnPropertySymbols(now).length + Object.getOwnPropertySymbols(before).length === 0;
  for (const [n, key] of keys.entries()) {
    const part = withSameParts(own(before, key), now[key], depth + 1);
    if (part !== now[key]) replaced.push([key, part]);
    if (isSame && (others[n] !== key || part !== before[key])) isSame = false;
  }
  if (isSame) return before;
  return replaced.length === 0 ? now : { ...now, ...Object.fromEntries(replaced) };
}

/** Nothing inherited counts: an id may be "constructor". */
function own(value: PlainObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
