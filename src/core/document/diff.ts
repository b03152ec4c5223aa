/**
 * What differs between two versions of one thing, value by value and each with its place. Things
 * with an id, an evaluator or a part are compared with their own, wherever in the list they stand;
 * other lists by position. It judges nothing: what a difference means is for others to say.
 */
import type { Place } from "../place";

/** A value that was, is, or both; as text, and missing where there was or is none. */
export type Difference = {
  readonly place: Place;
  readonly before?: string;
  readonly after?: string;
};

/** Objects whose keys are ids. */
const keyed: ReadonlySet<string> = new Set(["answers", "prices", "quantities", "scores"]);

type Plain = { readonly [key: string]: unknown };

/** @param place where the two stand: "" for whole documents */
export function differences(before: unknown, after: unknown, place: Place = ""): Difference[] {
  if (before === after) return [];
  if (Array.isArray(before) || Array.isArray(after))
    return listDifferences(asList(before), asList(after), place);
  if (isPlain(before) || isPlain(after)) {
    const [old, now] = [isPlain(before) ? before : {}, isPlain(after) ? after : {}];
    const whole = [before, after].some((each) => each !== undefined && !isPlain(each));
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .flatMap((key) => differences(old[key], now[key], inside(place, key)))
      .concat(
        whole
          ? [leaf(place, isPlain(before) ? undefined : before, isPlain(after) ? undefined : after)]
          : [],
      );
  }
  return [leaf(place, before, after)];
}

function leaf(place: Place, before: unknown, after: unknown): Difference {
  return {
    place,
    ...(before === undefined ? {} : { before: textOf(before) }),
    ...(after === undefined ? {} : { after: textOf(after) }),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function inside(place: Place, key: string): Place {
  const list = /(?:^|\.)(\w+)$/.exec(place)?.[1] ?? "";
  if (keyed.has(list)) return `${place}[${key}]`;
  return place === "" ? key : `${place}.${key}`;
}

/** A list as it is, and what is no list as none. */
function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
): Difference[] {
  const [old, now] = namedItems(before, after);
  const found = [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
    differences(old.get(name), now.get(name), `${place}[${name}]`),
  );
  const kept = (these: ReadonlyMap<string, unknown>, those: ReadonlyMap<string, unknown>) =>
    [...these.keys()].filter((name) => those.has(name)).join(", ");
  const [orderBefore, orderAfter] = [kept(old, now), kept(now, old)];
  return orderBefore === orderAfter
    ? found
    : [...found, { place, before: orderBefore, after: orderAfter }];
}

/** What the rows of a list are called: an id, an evaluator, or the text that a piece belongs to. */
const rowKeys: readonly (readonly string[])[] = [
  ["id"],
  ["evaluator"],
  ["record", "piece"],
  ["of", "part", "piece"],
];

/**
 * The items of two lists by what they are called, where all of them have names of their own, and
 * else by their position.
 */
function namedItems(
  ...lists: readonly [readonly unknown[], readonly unknown[]]
): readonly [Map<string, unknown>, Map<string, unknown>] {
  const by = (keys: readonly string[], list: readonly unknown[]) =>
    new Map(
      list.flatMap((each) =>
        isPlain(each) && keys.every((key) => ["string", "number"].includes(typeof each[key]))
          ? [[keys.map((key) => String(each[key])).join(" "), each] as const]
          : [],
      ),
    );
  const keys = rowKeys.find((each) => lists.every((list) => by(each, list).size === list.length));
  const named = (list: readonly unknown[]) =>
    keys === undefined ? new Map(list.map((each, n) => [String(n), each])) : by(keys, list);
  return [named(lists[0]), named(lists[1])];
}

/**
 * Ours, with what it lacks and theirs has: nothing of ours is changed. Things with an id are filled
 * in under their id, wherever they stand; other lists by position.
 */
export function filled(ours: unknown, theirs: unknown): unknown {
  if (ours === undefined) return theirs;
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const [own, other] = namedItems(ours, theirs);
    return [
      ...[...own].map(([name, each]) => filled(each, other.get(name))),
      ...[...other].filter(([name]) => !own.has(name)).map(([, each]) => each),
    ];
  }
  if (!isPlain(ours) || !isPlain(theirs)) return ours;
  return Object.fromEntries(
    [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map((key) => [
      key,
      filled(ours[key], theirs[key]),
    ]),
  );
}
