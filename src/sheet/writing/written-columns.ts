/**
 * The rows and columns of an input table as they are written: values by column key, the columns that
 * are repeated for each bid, and their headers. It holds no values of a document.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import type { ColumnLayout } from "../layout";
import { authorityHeaders } from "../expected-columns";
import { columns } from "../layout";
import type { TableKey } from "../table-keys";

/** A row as plain values by column key; `undefined` is a blank cell. */
export type Row = { readonly [column: string]: string | number | boolean | null | undefined };

/**
 * A column in one workbook; one that is repeated for each bid or authority has its id, and the id in
 * its key.
 */
export type WrittenColumn = ColumnLayout & {
  readonly bid?: string;
  readonly authority?: string;
};

/** The row of a table's header, from 0: above it are title, guidance and the bidders' names. */
export const headerRow = 3;

/** The columns of a table in one workbook, those that are repeated last. */
export function columnsFor(
  key: TableKey,
  { bids, model: { authorities = [] } }: EvaluationDocument,
): WrittenColumn[] {
  const ofBids = columns[key].filter((column) => column.perBid);
  const ofAuthorities = columns[key].filter((column) => column.perAuthority);
  return [
    ...columns[key].filter((column) => !column.perBid && !column.perAuthority),
    ...bids.flatMap(({ id: bid }) =>
      ofBids.map((column) => ({ ...column, key: `${bid} ${column.key}`, bid })),
    ),
    ...authorities.flatMap(({ id: authority }) =>
      ofAuthorities.map((column) => ({ ...column, key: `${authority} ${column.key}`, authority })),
    ),
  ];
}

/** The key that a column has in the layout, without the id of its bid or authority. */
export function layoutKey({ key, bid, authority }: WrittenColumn): string {
  const owner = bid ?? authority;
  return owner === undefined ? key : key.slice(owner.length + 1);
}

/**
 * A column's header as it is written: after the bid's id where the column is repeated for bids, and
 * the authority's name where it is repeated for those.
 */
export function headerOf(
  table: TableKey,
  column: WrittenColumn,
  words: Words,
  authorities: NonNullable<EvaluationDocument["model"]["authorities"]> = [],
): string {
  if (column.authority !== undefined) {
    const { authority: id } = column;
    const { name = "" } = authorities.find((each) => each.id === id) ?? {};
    const [header] = authorityHeaders(table, { id, name }, authorities, [words]);
    return header ?? id;
  }
  const headers: { readonly [key: string]: string } = words.headers[table];
  const word = headers[layoutKey(column)] ?? layoutKey(column);
  return column.bid === undefined ? word : `${column.bid} ${word}`;
}
