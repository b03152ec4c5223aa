/**
 * The award criteria in their forest, with the levels of their scales and their price bands. A row
 * that belongs to a criterion that is not there is reported; it is never put somewhere else.
 */
import type { Place } from "../../core/place";
import { bandAt, criterionAt, levelAt } from "../../core/place";
import type { Level } from "../answer-text";
import { readText, readTrimmedText } from "../cells";
import { seenIn } from "../decimal-cells";
import type { FoundTable } from "../locate";
import { rowPlace } from "../locate";
import type { Plain } from "../nesting";
import { forest } from "../nesting";
import { joinedKey } from "../table-keys";
import type { RowReader } from "./row-reader";

/** The rows of the three tables about criteria; levels and bands by their criterion. */
export type CriterionRows = {
  readonly criteria: readonly Plain[];
  readonly levels: ReadonlyMap<string, Plain[]>;
  readonly bands: ReadonlyMap<string, Plain[]>;
};

export function readCriterionRows(rows: RowReader): CriterionRows {
  const criteria = rows
    .listObjects("criteria", "criteria")
    .map((row) => withoutOtherScales(rows, row));
  const levels = childRows(rows, "levels", levelAt);
  return {
    criteria,
    levels: levelsInUse(rows, criteria, levels),
    bands: childRows(rows, "bands", bandAt),
  };
}

/** The columns that each scale has. */
const columnsOfScale: { readonly [type: string]: readonly string[] } = {
  "yes-no": [],
  levels: [],
  points: ["scale.zero", "scale.max", "scale.step"],
  measure: ["scale.worst", "scale.best", "scale.unit"],
  sus: [],
};

/** A criterion without what it keeps of a scale that it had before, which stays in its cells. */
function withoutOtherScales(rows: RowReader, criterion: Plain): Plain {
  const own = columnsOfScale[String(criterion["scale.type"])];
  const table = rows.tables.criteria;
  if (!own || !table) return criterion;
  const id = String(criterion["id"]);
  const isOther = (key: string) =>
    key.startsWith("scale.") && key !== "scale.type" && !own.includes(key);
  const others = Object.keys(criterion).filter(isOther);
  for (const key of others)
    rows.report("scale-laid-aside", "warning", `${criterionAt(id)}.${key}`, {
      id,
      key,
      seen: seenIn(table.cell(table.rowOf.get(id) ?? 0, key)),
    });
  return Object.fromEntries(Object.entries(criterion).filter(([key]) => !isOther(key)));
}

/** The levels of scales that have levels; those that another scale took the place of stay in their rows. */
function levelsInUse(
  rows: RowReader,
  criteria: readonly Plain[],
  levels: CriterionRows["levels"],
): CriterionRows["levels"] {
  const scaleOf = new Map(criteria.map((row) => [String(row["id"]), row["scale.type"]]));
  const isIdle = (id: string) => {
    const scale = scaleOf.get(id);
    return typeof scale === "string" && scale in columnsOfScale && scale !== "levels";
  };
  for (const [id, group] of levels)
    if (isIdle(id))
      rows.report("levels-laid-aside", "warning", levelAt(id, 0, "value"), {
        id,
        sheet: rows.tables.levels?.reading.sheet ?? "",
        count: group.length,
      });
  return new Map([...levels].filter(([id]) => !isIdle(id)));
}

/** The criteria with what is inside them; one whose parent is unknown is reported and kept a root. */
export function criteriaForest(rows: RowReader, { criteria, levels, bands }: CriterionRows) {
  return forest(criteria, levels, bands, (id, parent) =>
    rows.report("parent-unknown", "blocking", criterionAt(id, "parent"), { id, parent }),
  );
}

/** The levels by which a score may be named, by criterion. */
export function levelNames({ levels }: CriterionRows): ReadonlyMap<string, readonly Level[]> {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return new Map(
    [...levels].map(([criterion, rows]) => [
      criterion,
      rows.map(({ value, label }) => ({ value: text(value), label: text(label) })),
    ]),
  );
}

/** Reports levels and bands of a criterion that is not there: they have nowhere to go. */
export function reportUnknownCriteria(
  rows: RowReader,
  { criteria, levels, bands }: CriterionRows,
): void {
  const known = new Set(criteria.map(({ id }) => String(id)));
  for (const [key, groups] of [["levels", levels] as const, ["bands", bands] as const])
    for (const [id, group] of groups) {
      const table = rows.tables[key];
      if (known.has(id) || !table) continue;
      rows.isIncomplete = true;
      const row = table.rowOf.get(joinedKey(id, 0)) ?? 0;
      rows.report("criterion-not-listed", "blocking", rowPlace(key, row, "criterion"), {
        id,
        sheet: table.reading.sheet,
        count: group.length,
      });
    }
}

/** Levels or bands by the criterion they belong to, in the order of their stable ids. */
function childRows(
  rows: RowReader,
  key: "levels" | "bands",
  placeAt: (criterion: string, at: number) => Place,
): Map<string, Plain[]> {
  const table = rows.tables[key];
  if (!table) return new Map();
  const groups = new Map<string, number[]>();
  for (const row of rows.filledRows(table)) {
    const { value: criterion } = readTrimmedText(table.cell(row, "criterion"));
    if (criterion === undefined) rows.passOverWithoutId(table, row, "criterion");
    else groups.set(criterion, [...(groups.get(criterion) ?? []), row]);
  }
  return new Map(
    [...groups].map(([criterion, group]) => [
      criterion,
      inKeyOrder(table, group).map((row, at) => {
        table.rowOf.set(joinedKey(criterion, at), row);
        return rows.readObject(table, row, placeAt(criterion, at), { except: ["criterion"] });
      }),
    ]),
  );
}

/** Rows by the position in their hidden key, "U1|2"; rows without one come last, as they stand. */
function inKeyOrder(table: FoundTable, group: readonly number[]): number[] {
  const position = (row: number) =>
    Number(/\|(\d+)$/.exec(readText(table.cell(row, "key")).value ?? "")?.[1] ?? Infinity);
  return [...group].sort((a, b) =>
    position(a) === position(b) ? a - b : position(a) - position(b),
  );
}
