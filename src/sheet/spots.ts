/**
 * From a place of the document to its spot in the layout: a table, a row by its stable id, a column.
 * It holds no cell positions; a workbook's own tables turn a spot into a cell.
 */
import type { Place } from "../core/place";
import type { TableKey, RecordKey } from "./table-keys";
import { modelListKeys, recordKeys, isFields, isRecord } from "./table-keys";
import type { FieldLayout } from "./fields";
import { fields } from "./fields";
import type { ColumnKind } from "./layout";
import { columns } from "./layout";

/** Where a place of the document stands: a table, the row's stable id in it, and the column. */
export type Spot = { readonly table: TableKey; readonly row: string; readonly column: string };

type Pattern = { readonly place: RegExp; readonly spot: (parts: readonly string[]) => Spot };

const pattern = (place: RegExp, spot: (...parts: string[]) => Spot): Pattern => ({
  place,
  spot: (parts) => spot(...parts),
});

const id = String.raw`\[([^\[\]]+)\]`;

const patterns: readonly Pattern[] = [
  pattern(
    new RegExp(`^model\\.indexes${id}\\.values${id}(?:\\.(\\w+))?$`),
    (of, n, key = "value") => ({ table: "indexValues", row: `${of}|${n}`, column: key }),
  ),
  pattern(
    new RegExp(`^model\\.(${modelListKeys.join("|")})${id}(?:\\.(\\w+)(?:\\.\\w+)?)?$`),
    (table, row = "", key = "id") => ({ table: table as TableKey, row, column: key }),
  ),
  pattern(new RegExp(`^priceItems${id}\\.quantities${id}$`), (of, by) => ({
    table: "authorityQuantities",
    row: of,
    column: `${by} quantity`,
  })),
  pattern(/^(procurement|model|award)\.(.+?)(?:\.decimals|\.mode)?$/, (table, key = "") => ({
    table: table as TableKey,
    row: key,
    column: "value",
  })),
  pattern(
    new RegExp(`^criteria${id}\\.scale\\.levels${id}(?:\\.(\\w+))?$`),
    (of, n, key = "value") => ({ table: "levels", row: `${of}|${n}`, column: key }),
  ),
  pattern(new RegExp(`^criteria${id}\\.bands${id}(?:\\.(\\w+))?$`), (of, n, key = "from") => ({
    table: "bands",
    row: `${of}|${n}`,
    column: key,
  })),
  pattern(new RegExp(`^criteria${id}(?:\\.(.+))?$`), (of = "", key = "id") => ({
    table: "criteria",
    row: of,
    column: key,
  })),
  pattern(new RegExp(`^requirements${id}(?:\\.(.+))?$`), (of = "", key = "id") => ({
    table: "requirements",
    row: of,
    column: key,
  })),
  pattern(new RegExp(`^evaluators${id}(?:\\.(.+))?$`), (of = "", key = "id") => ({
    table: "evaluators",
    row: of,
    column: key,
  })),
  pattern(new RegExp(`^priceItems${id}(?:\\.(.+))?$`), (of = "", key = "id") => ({
    table: "prices",
    row: of,
    column: key,
  })),
  pattern(new RegExp(`^bids${id}\\.prices${id}$`), (bid, of = "") => ({
    table: "prices",
    row: of,
    column: `${bid} unitPrice`,
  })),
  pattern(
    new RegExp(`^bids${id}\\.answers${id}(?:\\.(.+))?$`),
    (bid, of = "", key = "verdict") => ({ table: "checks", row: of, column: `${bid} ${key}` }),
  ),
  pattern(
    new RegExp(`^bids${id}\\.scores${id}\\.assessments${id}(?:\\.(.+))?$`),
    (bid, of, by, key = "value") => ({
      table: "assessments",
      row: `${bid}|${of}|${by}`,
      column: key,
    }),
  ),
  pattern(new RegExp(`^bids${id}\\.scores${id}\\.value${id}${id}$`), (bid, of, n, q) => ({
    table: "survey",
    row: `${bid}|${of}|${n}`,
    column: `q${Number(q) + 1}`,
  })),
  pattern(new RegExp(`^bids${id}\\.scores${id}\\.value${id}$`), (bid, of, n) => ({
    table: "consultants",
    row: `${bid}|${of}|${n}`,
    column: "value",
  })),
  pattern(new RegExp(`^bids${id}\\.scores${id}(?:\\.(\\w+))?$`), (bid, of, key = "value") => ({
    table: "scores",
    row: `${bid}|${of}`,
    column: key,
  })),
  pattern(new RegExp(`^bids${id}(?:\\.(\\w+))?$`), (of = "", key = "id") => ({
    table: "bids",
    row: of,
    column: key,
  })),
  pattern(new RegExp(`^(checklist)${id}(?:\\.(\\w+))?$`), (table, row = "", key = "answer") => ({
    table: table as RecordKey,
    row,
    column: key,
  })),
  pattern(
    new RegExp(`^(${recordKeys.join("|")})${id}(?:\\.(\\w+))?$`),
    (table, row = "", key = "bid") => ({ table: table as RecordKey, row, column: key }),
  ),
  pattern(new RegExp(`^lotteries${id}(?:\\.(\\w+))?`), (n = "", key = "order") => ({
    table: "lotteries",
    row: n,
    column: key,
  })),
];

/** @returns nothing for a place that is a whole list or the document itself */
export function spotOf(place: Place): Spot | undefined {
  for (const { place: shape, spot } of patterns) {
    const match = shape.exec(place);
    if (match) return spot(match.slice(1));
  }
  return undefined;
}

/** Tables other than records whose rows are known by their position in a list, the last part of the row. */
const countedTables: readonly TableKey[] = [
  "levels",
  "bands",
  "indexValues",
  "consultants",
  "participants",
  "survey",
  "lotteries",
];

/** A row as people count: a row without an id is known by its position, kept from 0 and shown from 1. */
export function rowText({ table, row }: Pick<Spot, "table" | "row">): string {
  const isCounted = isRecord(table)
    ? !columns[table].some(({ key }) => key === "id")
    : countedTables.includes(table);
  return isCounted ? row.replace(/(?<=^|\|)\d+$/, (position) => String(Number(position) + 1)) : row;
}

/** What kind of value the cell of a place holds; nothing for a place without a column of its own. */
export function kindOf(place: Place): ColumnKind | FieldLayout["kind"] | undefined {
  const spot = spotOf(place);
  if (!spot) return undefined;
  if (isFields(spot.table)) {
    const key = spot.row.replace(/\[\d+\]/g, "[]");
    return fields[spot.table].find((field) => field.key === key)?.kind;
  }
  const key = spot.column.slice(spot.column.indexOf(" ") + 1);
  return columns[spot.table].find((layout) => layout.key === key)?.kind;
}
