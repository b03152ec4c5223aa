/**
 * The sheets about how prices are counted: authorities, contract periods, delivery models, indexes
 * with their values, and each authority's quantities. A row that belongs to nothing is reported.
 */
import { indexAt, priceItemAt, quantityAt } from "../../core/place";
import { readTrimmedText } from "../cells";
import type { FoundTable } from "../locate";
import { rowPlace } from "../locate";
import type { Plain } from "../nesting";
import { append } from "../nesting";
import { joinedKey, modelListKeys } from "../table-keys";
import type { RowReader } from "./row-reader";

/** The model's lists that have a row, by the document's keys. */
export function readModelLists(rows: RowReader): Plain {
  const lists = Object.fromEntries(
    modelListKeys.flatMap((key) => {
      const list = rows.listObjects(key, `model.${key}`);
      return list.length > 0 ? [[key, list] as const] : [];
    }),
  );
  addIndexValues(rows, lists["indexes"] ?? []);
  return lists;
}

/** Each index's published values, in the order of their rows. */
function addIndexValues(rows: RowReader, indexes: readonly Plain[]): void {
  const table = rows.tables.indexValues;
  if (!table) return;
  const byId = new Map(indexes.map((index) => [String(index["id"]), index]));
  const counts = new Map<string, number>();
  for (const row of rows.filledRows(table)) {
    const of = idIn(rows, table, row, "index");
    if (of === undefined) continue;
    const at = counts.get(of) ?? 0;
    counts.set(of, at + 1);
    table.rowOf.set(joinedKey(of, at), row);
    const place = `${indexAt(of)}.values[${at}]`;
    const value = rows.readObject(table, row, place, { except: ["index"] });
    const index = byId.get(of);
    if (index) append(index, "values", value);
  }
  reportUnknown(
    rows,
    "indexValues",
    "index",
    [...counts.keys()].filter((of) => !byId.has(of)),
  );
}

/** Quantities by price row and authority, in decimal text. */
export type Quantities = Map<string, Plain>;

/**
 * Quantities by authority for each price row, from a column for each authority, or from a list with a
 * row for each. What stands there blank to be filled in says nothing.
 */
export function readQuantities(rows: RowReader): Quantities {
  const { quantities: list, authorityQuantities: table } = rows.tables;
  if (table && list) {
    const sheets = [table, list].map(({ reading }) => reading.sheet);
    rows.report("quantities-twice", "blocking", "authorityQuantities", { sheets });
  }
  return table ? readColumns(rows, table) : readList(rows);
}

function readColumns(rows: RowReader, table: FoundTable): Quantities {
  const found: Quantities = new Map();
  const ending = " quantity";
  const authorities = [...table.columnOf.keys()].flatMap((key) =>
    key.endsWith(ending) ? [key.slice(0, -ending.length)] : [],
  );
  for (const { row, id: item } of rows.identifiedRows(table)) {
    rows.claim(table, item, row, priceItemAt(item, "quantities"));
    for (const authority of authorities) {
      const column = `${authority}${ending}`;
      if (table.cell(row, column).kind === "blank") continue;
      const spot = { table, row, column, where: quantityAt(item, authority) };
      const { value } = rows.cells.read({ kind: "decimal" }, spot);
      const quantities = found.get(item) ?? {};
      found.set(item, quantities);
      if (value !== undefined) quantities[authority] = value;
    }
  }
  return found;
}

function readList(rows: RowReader): Quantities {
  const table = rows.tables.quantities;
  const found: Quantities = new Map();
  if (!table) return found;
  for (const row of rows.filledRows(table)) {
    if (!rows.isFilled(table, row, ["item", "authority"])) continue;
    const item = idIn(rows, table, row, "item");
    const authority = item === undefined ? undefined : idIn(rows, table, row, "authority");
    if (item === undefined || authority === undefined) continue;
    const where = quantityAt(item, authority);
    rows.claim(table, joinedKey(item, authority), row, where);
    const spot = { table, row, column: "quantity", where };
    const { value } = rows.cells.read({ kind: "decimal" }, spot);
    const quantities = found.get(item) ?? {};
    found.set(item, quantities);
    if (value !== undefined) quantities[authority] = value;
  }
  return found;
}

/** The id in a column that names what the row belongs to; a row without one is reported. */
function idIn(rows: RowReader, table: FoundTable, row: number, column: string): string | undefined {
  const { value } = readTrimmedText(table.cell(row, column));
  if (value === undefined) rows.passOverWithoutId(table, row, column);
  return value;
}

/** Reports the rows of ids that no list has: their values have nowhere to go. */
export function reportUnknown(
  rows: RowReader,
  key: "quantities" | "authorityQuantities" | "indexValues",
  column: string,
  unknown: readonly string[],
): void {
  const table = rows.tables[key];
  if (!table) return;
  for (const id of unknown) {
    const at = table.reading.rows.flatMap((_, row) =>
      readTrimmedText(table.cell(row, column)).value === id ? [row] : [],
    );
    rows.isIncomplete = true;
    rows.report("row-of-unknown", "blocking", rowPlace(key, at[0] ?? 0, column), {
      id,
      sheet: table.reading.sheet,
      count: at.length,
    });
  }
}
