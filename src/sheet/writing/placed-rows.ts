/**
 * Where the changed rows of a table stand: a known row in its place, and new ones in blank rows where there
 * are any. Rows that belong together, as the levels of a scale, are kept beside each other or go below the
 * table together. It moves no row that stands there.
 */
import type { FoundTable } from "../locate";
import type { TableKey } from "../table-keys";
import type { Row } from "./written-columns";

/** A row that is to be written, by its stable id. */
export type PlacedChange = { readonly id: string; readonly row: Row };

/** What the rows of a list belong to, by the column that names it. */
const ownerColumns: { readonly [key in TableKey]?: string } = {
  levels: "criterion",
  bands: "criterion",
  indexValues: "index",
};

/** @returns the position of each row that has one; the others are to be added below the table */
export function placeRows<Change extends PlacedChange>(
  table: FoundTable,
  changes: readonly Change[],
): Map<Change, number> {
  const placed = new Map<Change, number>();
  const waiting = new Map<string, Change[]>();
  for (const change of changes) {
    const known = table.rowOf.get(change.id);
    if (known !== undefined) placed.set(change, known);
    else {
      const owner = ownerOf(table, change);
      waiting.set(owner, [...(waiting.get(owner) ?? []), change]);
    }
  }
  // A table that nobody has written in yet begins with a blank row.
  const blank = new Set(blankRows(table));
  for (const [owner, group] of waiting) {
    const from = roomFor(group.length, blank, lastRowOf(owner, table));
    if (from === undefined) continue;
    for (const [n, change] of group.entries()) {
      placed.set(change, from + n);
      blank.delete(from + n);
    }
  }
  return placed;
}

/** A row of a list without owners belongs to nothing but itself. */
function ownerOf({ key }: FoundTable, { id, row }: PlacedChange): string {
  const column = ownerColumns[key];
  return column === undefined ? id : String(row[column] ?? id);
}

/** The last row that the owner has already. */
function lastRowOf(owner: string, { key, rowOf }: FoundTable): number | undefined {
  if (ownerColumns[key] === undefined) return undefined;
  const own = [...rowOf].flatMap(([id, row]) => (id.startsWith(`${owner}|`) ? [row] : []));
  return own.length === 0 ? undefined : Math.max(...own);
}

/**
 * The first of so many blank rows below each other. What the owner has already stays before them, since the
 * rows of a list are counted in the order that they stand in.
 */
function roomFor(count: number, blank: ReadonlySet<number>, after = -1): number | undefined {
  const isFree = (from: number) =>
    Array.from({ length: count }, (_, n) => from + n).every((row) => blank.has(row));
  return [...blank].find((from) => from > after && isFree(from));
}

/** The table's rows without any value, by their positions. */
function blankRows({ reading }: FoundTable): number[] {
  return reading.rows.flatMap((cells, n) =>
    cells.every(({ kind }) => kind === "blank") ? [n] : [],
  );
}
