/**
 * The forest of criteria with one of them moved, nested, divided or taken away. A value that cannot
 * stand where its criterion comes to stand is left out and named. It reads and writes no workbook.
 */
import { rootWorthKeys } from "../core/document/worth-keys";
import type { Criterion } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";

/**
 * What is done to a criterion: moved among its siblings, into the group before it, out of its own
 * group, divided into criteria of its own, or taken away.
 */
export const arrangements = ["up", "down", "in", "out", "split", "remove"] as const;

export type Arrangement = (typeof arrangements)[number];

/** A value that was left out, by the key of its criterion. */
export type LeftOut = { readonly id: string; readonly key: string; readonly value: string };

export type Arranged = {
  readonly criteria: readonly Criterion[];
  readonly leftOut: readonly LeftOut[];
};

/** What goes with the scoring, and stands at the criterion that is scored. */
const ofScoring = [
  "minimum",
  "panel",
  "perConsultant",
  "perParticipant",
  "examined",
  "story",
  "script",
  "minutes",
  "scale",
] as const;
const ofGroups = ["aggregate", "minimumPoints"] as const;

/** Where a criterion stands: its siblings, its position among them, and its group. */
type Spot = {
  readonly siblings: readonly Criterion[];
  readonly at: number;
  readonly group: Criterion | undefined;
};

export function spotIn(
  siblings: readonly Criterion[],
  id: string,
  group?: Criterion,
): Spot | undefined {
  const at = siblings.findIndex((each) => each.id === id);
  if (at >= 0) return { siblings, at, group };
  for (const each of siblings) {
    const found = spotIn(each.children ?? [], id, each);
    if (found) return found;
  }
  return undefined;
}

/** What can be done to a criterion where it stands. */
export function arrangementsOf({ siblings, at, group }: Spot): Arrangement[] {
  const can: { readonly [arrangement in Arrangement]: boolean } = {
    up: at > 0,
    down: at < siblings.length - 1,
    in: siblings[at - 1]?.children !== undefined,
    out: group !== undefined,
    split: siblings[at]?.children === undefined,
    remove: true,
  };
  return arrangements.filter((each) => can[each]);
}

/** @returns nothing where the criterion is not there or cannot be arranged so */
export function arranged(
  criteria: readonly Criterion[],
  id: string,
  arrangement: Arrangement,
): Arranged | undefined {
  const spot = spotIn(criteria, id);
  const criterion = spot?.siblings[spot.at];
  if (!spot || !criterion || !arrangementsOf(spot).includes(arrangement)) return undefined;
  const { siblings, at, group } = spot;
  switch (arrangement) {
    case "up":
    case "down": {
      const other = arrangement === "up" ? at - 1 : at + 1;
      const turned = siblings.map((each, n) =>
        n === at ? (siblings[other] ?? each) : n === other ? criterion : each,
      );
      return { criteria: withSiblings(criteria, group, turned), leftOut: [] };
    }
    case "in":
      return nested(criteria, criterion, siblings[at - 1]?.id ?? "");
    case "out":
      return takenOut(criteria, criterion, group?.id ?? "");
    case "split":
      return {
        criteria: replaced(criteria, id, () => [divided(criterion, freeChildId(criteria, id))]),
        leftOut: [],
      };
    case "remove":
      return withoutEmptyGroup(
        replaced(criteria, id, () => []),
        group?.id,
      );
  }
}

/** Where a criterion is put: beside another, or last in a group. */
export type Target = {
  readonly where: "before" | "after" | "inside";
  readonly id: string;
};

/** @returns nothing where a criterion is not there, or would come under itself or a scored one */
export function movedTo(
  criteria: readonly Criterion[],
  id: string,
  target: Target,
): Arranged | undefined {
  const [from, there] = [spotIn(criteria, id), spotIn(criteria, target.id)];
  const [criterion, other] = [from?.siblings[from.at], there?.siblings[there.at]];
  if (!from || !criterion || !there || !other) return undefined;
  const isUnderItself = spotIn([criterion], target.id) !== undefined;
  if (isUnderItself || (target.where === "inside" && !other.children)) return undefined;
  const group = target.where === "inside" ? other : there.group;
  const isAtHome = group?.id === from.group?.id;
  const { kept, leftOut } = without(
    criterion,
    isAtHome ? [] : group ? [...rootWorthKeys, "weight"] : ["weight"],
  );
  const put = replaced(
    replaced(criteria, id, () => []),
    other.id,
    (each) => putAt(each, kept, target.where),
  );
  const done = withoutEmptyGroup(put, from.group?.id);
  return { criteria: done.criteria, leftOut: [...leftOut, ...done.leftOut] };
}

function putAt(other: Criterion, moved: Criterion, where: Target["where"]): Criterion[] {
  if (where === "inside") return [{ ...other, children: [...(other.children ?? []), moved] }];
  return where === "before" ? [moved, other] : [other, moved];
}

/** An id that no criterion has, made of its group's. */
export function freeChildId(criteria: readonly Criterion[], group: string): string {
  const taken = new Set([...everyCriterion(criteria)].map(({ id }) => id.toLowerCase()));
  const stem = /\d$/.test(group) ? `${group}.` : group;
  let number = 1;
  while (taken.has(`${stem}${number}`.toLowerCase())) number += 1;
  return `${stem}${number}`;
}

function nested(criteria: readonly Criterion[], criterion: Criterion, into: string): Arranged {
  const { kept, leftOut } = without(criterion, [...rootWorthKeys, "weight"]);
  const put = (group: Criterion): Criterion => ({
    ...group,
    children: [...(group.children ?? []), kept],
  });
  const others = replaced(criteria, criterion.id, () => []);
  return { criteria: replaced(others, into, (group) => [put(group)]), leftOut };
}

/** Out of its group, to stand right after it. */
function takenOut(criteria: readonly Criterion[], criterion: Criterion, from: string): Arranged {
  const { kept, leftOut } = without(criterion, ["weight"]);
  const others = withoutEmptyGroup(
    replaced(criteria, criterion.id, () => []),
    from,
  );
  return {
    criteria: replaced(others.criteria, from, (group) => [group, kept]),
    leftOut: [...leftOut, ...others.leftOut],
  };
}

/** A scored criterion as a group of one, which is scored in its place: every bid's result is the same. */
function divided(criterion: Criterion, id: string): Criterion {
  const { kept } = without(criterion, ofScoring);
  const scoring = Object.fromEntries(
    ofScoring.flatMap((key) => (criterion[key] === undefined ? [] : [[key, criterion[key]]])),
  );
  const hasPoints = criterion.perPoint !== undefined || criterion.bands !== undefined;
  const { name, kind } = criterion;
  const part: Criterion = { id, name, kind, ...(hasPoints ? {} : { weight: "100" }), ...scoring };
  return { ...kept, ...(hasPoints ? { aggregate: "points" as const } : {}), children: [part] };
}

/** A group without criteria is scored itself again, and says nothing of how criteria are joined. */
function withoutEmptyGroup(criteria: readonly Criterion[], id: string | undefined): Arranged {
  const spot = id === undefined ? undefined : spotIn(criteria, id);
  const group = spot?.siblings[spot.at];
  if (id === undefined || group?.children?.length !== 0) return { criteria, leftOut: [] };
  const { children: _none, ...alone } = group;
  const { kept, leftOut } = without(alone, ofGroups);
  return { criteria: replaced(criteria, id, () => [kept]), leftOut };
}

function without(
  criterion: Criterion,
  keys: readonly (keyof Criterion)[],
): { readonly kept: Criterion; readonly leftOut: readonly LeftOut[] } {
  const kept = Object.fromEntries(
    Object.entries(criterion).filter(([key]) => !keys.includes(key as keyof Criterion)),
  ) as Criterion;
  const leftOut = keys.flatMap((key): LeftOut[] => {
    const value = criterion[key];
    if (value === undefined) return [];
    return [{ id: criterion.id, key, value: typeof value === "string" ? value : "" }];
  });
  return { kept, leftOut };
}

/** The forest with what a criterion is replaced by. */
function replaced(
  criteria: readonly Criterion[],
  id: string,
  by: (criterion: Criterion) => readonly Criterion[],
): Criterion[] {
  return criteria.flatMap((each) => {
    if (each.id === id) return by(each);
    return each.children ? [{ ...each, children: replaced(each.children, id, by) }] : [each];
  });
}

function withSiblings(
  criteria: readonly Criterion[],
  group: Criterion | undefined,
  siblings: readonly Criterion[],
): readonly Criterion[] {
  if (!group) return siblings;
  return replaced(criteria, group.id, (each) => [{ ...each, children: [...siblings] }]);
}
