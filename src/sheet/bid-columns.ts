/**
 * Whether the ids on the sheet of bids and the columns that other sheets have for each bid belong
 * together. An id typed over leaves a bid without columns and columns without a bid: one cause,
 * told once, at the id.
 */
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { MadeOf } from "../core/made-of";
import type { Words } from "../words/sv/words";
import { folded, headersFor } from "./headers";
import type { TableKey } from "./table-keys";
import { columns } from "./layout";
import type { TableReading } from "./workbook";
import { bidAt } from "../core/place";

const withBidColumns = ["prices", "checks"] as const satisfies readonly TableKey[];

/** `lonely`: the bids that no sheet has a column for; their columns are not told one by one. */
export type BidColumns = {
  readonly lonely: ReadonlySet<string>;
  readonly findings: readonly Finding[];
};

/** @param bids the ids on the sheet of bids */
export function bidColumns(
  located: ReadonlyMap<TableKey, TableReading>,
  bids: readonly string[],
  all: readonly Words[],
): BidColumns {
  const tables = withBidColumns.flatMap((key) => {
    const table = located.get(key);
    return table ? [{ table, prefixes: prefixesIn(key, table, all) }] : [];
  });
  const own = new Set(bids.map(folded));
  const lonely = bids.filter((bid) =>
    tables.every(({ prefixes }) => !prefixes.some((prefix) => folded(prefix) === folded(bid))),
  );
  if (tables.length === 0 || lonely.length === 0) return { lonely: new Set(), findings: [] };
  const [first, ...rest] = tables;
  const strangers = (first?.prefixes ?? []).filter(
    (prefix) =>
      !own.has(folded(prefix)) &&
      rest.every(({ prefixes }) => prefixes.some((other) => folded(other) === folded(prefix))),
  );
  const sheets = tables.map(({ table }) => table.sheet);
  return {
    lonely: new Set(lonely),
    findings: lonely.map((id) => {
      const where = bidAt(id, "id");
      return strangers.length === 0
        ? finding("bid-without-columns", "blocking", where, { id, sheets })
        : finding("bid-id-changed", "blocking", where, { id, sheets, others: strangers });
    }),
  };
}

const known = new MadeOf<readonly string[], readonly string[]>();

/** The ids that a table has a whole set of columns for. */
function prefixesIn(key: TableKey, table: TableReading, all: readonly Words[]): readonly string[] {
  return known.get(table.headers, [key, ...all], () => prefixesAmong(key, table, all));
}

function prefixesAmong(key: TableKey, table: TableReading, all: readonly Words[]): string[] {
  const endings = columns[key]
    .filter(({ perBid, optional }) => perBid && optional === undefined)
    .map((layout) => headersFor(key, layout.key, undefined, all).map((word) => ` ${folded(word)}`));
  const starts = endings.map((words) =>
    table.headers.flatMap((header) => {
      const [id = ""] = header.trim().split(/\s/);
      return words.some((word) => folded(header) === folded(id) + word) ? [id] : [];
    }),
  );
  const [first = [], ...others] = starts;
  return first.filter((id) =>
    others.every((ids) => ids.some((other) => folded(other) === folded(id))),
  );
}
