/**
 * Our columns by the headers over them, in any order and any of the product's languages. Spaces,
 * line breaks, invisible characters and case make no difference to a header; it guesses nothing
 * from what stands below.
 */
import type { Words } from "../words/sv/words";
import type { ColumnKind, ColumnLayout } from "./layout";
import type { TableKey } from "./table-keys";
import { columns } from "./layout";

/** Columns that only the sheet has: nothing in a document depends on whether they are there. */
const ownKinds: readonly ColumnKind[] = ["order", "key", "shown", "sum"];

export function isOwn({ kind }: Pick<ColumnLayout, "kind">): boolean {
  return ownKinds.includes(kind);
}

/** A header as it is compared: "Pris" and "pris " are one header. */
export function folded(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** The headers that a column may have, one for each language. */
export function headersFor(
  table: TableKey,
  column: string,
  bid: string | undefined,
  all: readonly Words[],
): string[] {
  return all.map((words) => {
    const headers: { readonly [key: string]: string } = words.headers[table];
    const word = headers[column] ?? column;
    return bid === undefined ? word : `${bid} ${word}`;
  });
}

/** Positions by folded header, worked out once a header row: a bid has many columns. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, readonly number[]>>();

function positionsIn(seen: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const before = known.get(seen);
  if (before) return before;
  const positions = new Map<string, number[]>();
  for (const [n, header] of seen.entries()) {
    const at = positions.get(folded(header));
    if (at) at.push(n);
    else positions.set(folded(header), [n]);
  }
  known.set(seen, positions);
  return positions;
}

/** Every position at which one of these headers stands; more than one is an ambiguity to be told. */
export function headerIndexes(seen: readonly string[], names: readonly string[]): number[] {
  const positions = positionsIn(seen);
  const wanted = new Set(names.map(folded));
  return [...wanted].flatMap((name) => positions.get(name) ?? []).sort((a, b) => a - b);
}

/**
 * Whether every column that a table must have is there, whatever the bids are called. A table that is
 * nothing else but ids and columns of authorities must have those that only the sheet has too.
 */
export function hasNeededHeaders(
  key: TableKey,
  seen: readonly string[],
  all: readonly Words[],
): boolean {
  const isBare = columns[key].some(({ perAuthority }) => perAuthority);
  return columns[key]
    .filter(
      (layout) =>
        !layout.perBid && !layout.perAuthority && !layout.optional && (isBare || !isOwn(layout)),
    )
    .every(({ key: column }) => isAmong(seen, headersFor(key, column, undefined, all)));
}

/**
 * Whether a row of cells is our header row beyond doubt: with the columns that only the sheet has,
 * which nobody makes by chance.
 */
export function hasEveryHeader(
  key: TableKey,
  seen: readonly string[],
  all: readonly Words[],
): boolean {
  const texts = seen.map(folded);
  return columns[key]
    .filter(({ optional, perAuthority }) => optional === undefined && !perAuthority)
    .every(({ key: column, perBid }) => {
      const names = headersFor(key, column, undefined, all);
      // With some bid's id before it, whichever it is.
      const isOfBid = (text: string) => names.some((name) => text.endsWith(` ${folded(name)}`));
      return perBid ? texts.some(isOfBid) : isAmong(seen, names);
    });
}

function isAmong(seen: readonly string[], names: readonly string[]): boolean {
  return headerIndexes(seen, names).length > 0;
}
