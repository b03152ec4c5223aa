/**
 * An id for a row that has none, or that has another row's: the next free number, as the ids before it are
 * written. Once anything is recorded an id may stand in the journal, and no row is given one. It writes
 * nothing.
 */
import type { Place } from "../../core/place";
import { fields } from "../../sheet/fields";
import { seenIn } from "../../sheet/decimal-cells";
import type { FoundTable, FoundTables } from "../../sheet/locate";
import { spotOf } from "../../sheet/spots";
import type { TableKey } from "../../sheet/table-keys";
import type { TypedRow } from "../../sheet/typed-rows";

/** The tables in which an id is the row's own; a bid's is in the headers of other sheets. */
const withOwnIds: readonly TableKey[] = ["criteria", "requirements", "prices", "evaluators"];

/** The letters of an id where no row of the table has one. */
const letters: { readonly [key in TableKey]?: string } = {
  criteria: "M",
  requirements: "K",
  prices: "P",
  evaluators: "B",
};

const numbered = /^(\w+)\[#(\d+)\]\.id$/;

export function newIdRows(where: Place, tables: FoundTables): TypedRow[] {
  if (isBegun(tables)) return [];
  const [, list = "", position] = numbered.exec(where) ?? [];
  const spot = position === undefined ? spotOf(where) : undefined;
  const key = withOwnIds.find((each) => each === (spot?.table ?? list));
  const table = key && tables[key];
  if (!table || (spot && spot.row.includes("|"))) return [];
  const row = spot?.row ?? `#${position ?? ""}`;
  if (spot && !table.rowOf.has(row)) return [];
  return [{ table: key, row, texts: { id: freeId(table) } }];
}

/** Lets rows without an id be found by their position, which no id is written like. */
export function knowByPosition(rows: readonly TypedRow[], tables: FoundTables): void {
  for (const { table, row = "" } of rows)
    if (row.startsWith("#")) tables[table]?.rowOf.set(row, Number(row.slice(1)));
}

/** The hidden key of a row of Upphandling, Modell or Tilldelning that still has its label. */
export function restoredKeyRows(where: Place, tables: FoundTables): TypedRow[] {
  const spot = spotOf(where);
  const table = spot && tables[spot.table];
  if (!spot || !table || !(spot.table in fields) || !table.rowOf.has(spot.row)) return [];
  return [{ table: spot.table, row: spot.row, texts: { key: spot.row } }];
}

function isBegun({ events }: FoundTables): boolean {
  return events?.reading.rows.some((cells) => cells.some(({ kind }) => kind !== "blank")) ?? false;
}

function freeId(table: FoundTable): string {
  const ids = table.reading.rows.map((_, n) => seenIn(table.cell(n, "id")).trim());
  const taken = new Set(ids.map((id) => id.toLowerCase()));
  const last = ids.filter((id) => /\d$/.test(id)).at(-1) ?? `${letters[table.key] ?? ""}0`;
  const [, stem = "", digits = "0"] = /^(.*?)(\d+)$/.exec(last) ?? [];
  for (let number = Number(digits) + 1; ; number += 1) {
    const id = `${stem}${String(number).padStart(digits.length, "0")}`;
    if (!taken.has(id.toLowerCase())) return id;
  }
}
