/**
 * The cells of a workbook that tell of prices, while prices are kept apart: left unread, so that
 * nothing is made of what stands there, no formula looks in them, and no finding tells it. It changes
 * no cell.
 */
import { withoutPrices } from "../core/document/unread-prices";
import type { Finding } from "../core/finding";
import type { Places } from "./locate";
import type { Plain } from "./nesting";
import type { TableKey } from "./table-keys";

/** Records that may tell of a price; each is a row of a table of the same name. */
const records = ["clarifications", "offers", "sources", "lowBids"] as const;

/** @param raw the document as the rows say it */
export function leavePricesUnread({ tables }: Places, raw: Plain): void {
  for (const table of Object.values(tables))
    for (const column of table.columnOf.keys())
      if (isPriceColumn(table.key, column))
        for (const row of table.reading.rows.keys()) table.leaveUnread(row, column);
  const read = withoutPrices(raw);
  for (const list of records)
    for (const [at, record] of rowsIn(raw[list]).entries()) {
      const { id } = record;
      const row = tables[list]?.rowOf.get(typeof id === "string" ? id : String(at));
      const known = rowsIn(read[list])[at] ?? {};
      const columns = Object.keys(record).filter((column) => !(column in known));
      if (row !== undefined) for (const column of columns) tables[list]?.leaveUnread(row, column);
    }
}

function rowsIn(list: unknown): readonly Plain[] {
  return Array.isArray(list) ? (list as readonly Plain[]) : [];
}

/** The findings that tell of no price cell: what stands there is mended once prices are read. */
export function withoutPriceCells(findings: readonly Finding[], places: Places): Finding[] {
  return findings.filter(({ where }) => {
    const found = places.spot(where);
    return !found || !isPriceColumn(found.table.key, found.spot.column);
  });
}

function isPriceColumn(table: TableKey, column: string): boolean {
  if (table === "bids") return column === "price" || column === "statedTotal";
  // A bid's own columns are named by its id and a key.
  return table === "prices" ? column.includes(" ") : table === "offers" && column === "price";
}
