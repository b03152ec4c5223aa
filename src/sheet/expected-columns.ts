/**
 * The columns that a table may have in one workbook: those of its layout, the ones that are repeated
 * once for each bid or each authority, and the headers that each may have. It looks at no table.
 */
import type { Words } from "../words/sv/words";
import { folded, headersFor } from "./headers";
import type { ColumnLayout } from "./layout";
import { columns } from "./layout";
import type { TableKey } from "./table-keys";

/** An authority of a joint procurement as it stands in the workbook; its name may be blank. */
export type NamedAuthority = { readonly id: string; readonly name: string };

/** What columns are repeated for: the bids' ids, and the authorities. */
export type Owners = {
  readonly bids: readonly string[];
  readonly authorities: readonly NamedAuthority[];
};

export const nobody: Owners = { bids: [], authorities: [] };

/** A column, and the bid or the authority that it is of. */
export type Expected = {
  readonly layout: ColumnLayout;
  readonly bid?: string;
  readonly authority?: NamedAuthority & { readonly headers: readonly string[] };
};

export function expectedColumns(
  key: TableKey,
  { bids, authorities }: Owners,
  all: readonly Words[],
): Expected[] {
  return columns[key].flatMap((layout): Expected[] => {
    if (layout.perBid) return bids.map((bid) => ({ layout, bid }));
    if (!layout.perAuthority) return [{ layout }];
    return authorities.map((authority) => ({
      layout,
      authority: { ...authority, headers: authorityHeaders(key, authority, authorities, all) },
    }));
  });
}

/** A column's key in a found table: "A unitPrice", "LUND quantity". */
export function fullKey({ layout, bid, authority }: Expected): string {
  const owner = bid ?? authority?.id;
  return owner === undefined ? layout.key : `${owner} ${layout.key}`;
}

/** The headers that a column may have, the first of them as it is called in a sentence. */
export function headersOf(
  key: TableKey,
  { layout, bid, authority }: Expected,
  all: readonly Words[],
): readonly string[] {
  return authority?.headers ?? headersFor(key, layout.key, bid, all);
}

/**
 * The headers over an authority's column: its name, and its id, which is taken too. A name that another
 * authority or another column has is no header: it would not say whose the column is.
 */
export function authorityHeaders(
  key: TableKey,
  { id, name }: NamedAuthority,
  authorities: readonly NamedAuthority[],
  all: readonly Words[],
): string[] {
  const others = authorities
    .filter((other) => other.id !== id)
    .flatMap((other) => [other.id, other.name]);
  const fixed = columns[key]
    .filter(({ perAuthority }) => !perAuthority)
    .flatMap((layout) => headersFor(key, layout.key, undefined, all));
  const taken = new Set([...others, ...fixed].map(folded));
  return name.trim() === "" || taken.has(folded(name)) ? [id] : [name, id];
}
