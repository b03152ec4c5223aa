/**
 * Which keys of a criterion may stand together, and where: some belong to a root criterion, some to
 * a scored one, some to a group. It works on JSON whose shape may be wrong, and it never judges
 * whether the criterion is lawful or can be computed.
 */
import type { Path, Problem, ProblemCode } from "./problem";
import type { Located } from "./untyped";
import { objectsIn, valueAt } from "./untyped";
import { rootWorthKeys } from "./worth-keys";

/** What a criterion is worth in kronor is said once, at the root that carries the weight. */
const rootOnly = rootWorthKeys;
const leafOnly = ["scale", "minimum", "panel", "perConsultant", "perParticipant"];
const groupOnly = ["aggregate", "minimumPoints"];
/** Three ways to say the same worth: a criterion has one of them. */
const worths = ["deduction", "perPoint", "bands"];

/** What is wrong with the keys of one criterion, in the order of the checks. */
export function criterionProblems({ path, value }: Located): Problem[] {
  const isRoot = path.length === 2;
  const isGroup = value["children"] !== undefined;
  const has = (key: string) => value[key] !== undefined;
  const misplaced = (keys: readonly string[], code: ProblemCode) =>
    keys.filter(has).map((key) => ({ path: [...path, key], code }));
  return [
    ...(isRoot ? [] : misplaced(rootOnly, "root-only")),
    ...(isGroup ? misplaced(leafOnly, "leaf-only") : misplaced(groupOnly, "group-only")),
    ...(value["perConsultant"] === true && value["perParticipant"] === true
      ? [{ path: [...path, "perParticipant"], code: "list-twice" } as const]
      : []),
    ...worths
      .filter(has)
      .slice(1)
      .map((key): Problem => ({ path: [...path, key], code: "worth-twice" })),
    ...levelProblems(path, valueAt(value, "scale", "levels")),
    ...minimumProblems(path, value["minimum"], valueAt(value, "scale", "type")),
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
  const found = objectsIn(levels, [...path, "scale", "levels"]);
  const values = found.map(({ value }) => withoutEndingZeros(String(value["value"])));
  return found.flatMap((level, index) =>
    values.indexOf(values[index] ?? "") < index
      ? [{ path: [...level.path, "value"], code: "level-duplicate", found: level.value["value"] }]
      : [],
  );
}

function withoutEndingZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
