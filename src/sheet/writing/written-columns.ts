/**
 * The rows and columns of an input table as they are written: values by column key, the columns that
 * are repeated for each bid, and their headers. It holds no values of a document.
 */
import type { Words } from "../../words/sv/words";
import type { ColumnLayout } from "../layout";
import { columns } from "../layout";
import type { TableKey } from "../table-keys";

/** A row as plain values by column key; `undefined` is a blank cell. */
export type Row = { readonly [column: string]: string | number | boolean | null | undefined };

/** A column in one workbook; one that is repeated for each bid has its bid, and the id in its key. */
export type WrittenColumn = ColumnLayout & { readonly bid?: string };

/** The row of a table's header, from 0: above it are title, guidance and the bidders' names. */
export const headerRow = 3;

/** The columns of a table in one workbook, those that are repeated for each bid last. */
export function columnsFor(key: TableKey, bids: readonly string[]): WrittenColumn[] {
  const fixed = columns[key].filter((column) => !column.perBid);
  const repeated = columns[key].filter((column) => column.perBid);
  return [
    ...fixed,
    ...bids.flatMap((bid) =>
      repeated.map((column) => ({ ...column, key: `${bid} ${column.key}`, bid })),
    ),
  ];
}

/** The key that a column has in the layout, without its bid's id. */
export function layoutKey({ key, bid }: WrittenColumn): string {
  return bid === undefined ? key : key.slice(bid.length + 1);
}

/** A column's header as it is written, after the bid's id where the column is repeated for bids. */
export function headerOf(table: TableKey, column: WrittenColumn, words: Words): string {
  const headers: { readonly [key: string]: string } = words.headers[table];
  const word = headers[layoutKey(column)] ?? layoutKey(column);
  return column.bid === undefined ? word : `${column.bid} ${word}`;
}
