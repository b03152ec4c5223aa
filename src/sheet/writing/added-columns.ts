/**
 * The columns that a document needs and a table of the workbook does not have yet, as they are to
 * be added at its right end. It changes no column that is there.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { headerIndexes, isOwn } from "../headers";
import { columns } from "../layout";
import { FoundTable } from "../locate";
import type { AddedColumn } from "../workbook";
import { contentOf } from "./cell-content";
import { columnChoice, rowsBelow } from "./choices";
import { bidderAbove, isExpectedColumn } from "./input-page";
import { sumContent } from "./row-sums";
import type { Row, WrittenColumn } from "./written-columns";
import { headerOf, headerRow, layoutKey } from "./written-columns";

type Setting = { readonly document: EvaluationDocument; readonly words: Words };

/** A row of a table before and after an act; a new one has no before. */
export type ChangedRow = { readonly row: Row; readonly before: Row | undefined };

/**
 * The table with the columns that someone has already made for a bid that the act adds.
 * @param layouts every column that the table could have after the act
 */
export function withPreparedColumns(
  table: FoundTable,
  layouts: readonly WrittenColumn[],
  { document, words }: Setting,
): FoundTable {
  const prepared = layouts.flatMap((layout): [string, number][] => {
    if (table.columnOf.has(layout.key)) return [];
    const header = headerOf(table.key, layout, words, document.model.authorities);
    const [at] = headerIndexes(table.reading.headers, [header]);
    return at === undefined ? [] : [[layout.key, at]];
  });
  if (prepared.length === 0) return table;
  const { key, reading, columnOf, rowOf } = table;
  const found = new FoundTable(key, reading, new Map([...columnOf, ...prepared]));
  for (const [id, row] of rowOf) found.rowOf.set(id, row);
  return found;
}

/** The document that the workbook holds, and the one that it is to hold. */
export type Versions = {
  readonly before: EvaluationDocument;
  readonly after: EvaluationDocument;
};

/**
 * The columns that a changed value needs, those of a bid or an authority that the act adds, and those that are to be
 * filled in because of what the act adds to the procurement, such as delivery models.
 */
export function lackingColumns(
  { key: table, columnOf }: FoundTable,
  layouts: readonly WrittenColumn[],
  changes: readonly ChangedRow[],
  { before: known, after }: Versions,
): WrittenColumn[] {
  const bidsBefore = new Set(known.bids.map(({ id }) => id));
  const authoritiesBefore = new Set(known.model.authorities?.map(({ id }) => id));
  const isAsked = (layout: WrittenColumn) =>
    (layout.bid === undefined || table === "prices") &&
    layout.authority === undefined &&
    isExpectedColumn(table, layoutKey(layout), after) &&
    !isExpectedColumn(table, layoutKey(layout), known);
  const isFilledIn = (layout: WrittenColumn) => !isOwn(layout) || isSumOfBid(layout);
  const lacking = layouts.filter((layout) => isFilledIn(layout) && !columnOf.has(layout.key));
  const isNeeded = ({ key }: WrittenColumn) =>
    changes.some(({ row, before }) => row[key] !== undefined && row[key] !== before?.[key]);
  const needed = new Set(lacking.filter(isNeeded).map(layoutKey));
  const standing = new Set(
    layouts.filter(({ bid, key }) => bid !== undefined && columnOf.has(key)).map(layoutKey),
  );
  return lacking.filter((layout) => {
    const key = layoutKey(layout);
    const isOfNewBid = layout.bid !== undefined && !bidsBefore.has(layout.bid);
    // A column that one bid has, every bid has.
    const { authority } = layout;
    const isOfNewAuthority = authority !== undefined && !authoritiesBefore.has(authority);
    const isWanted = needed.has(key) || isAsked(layout) || isOfNewAuthority;
    const isExpected =
      layout.optional === undefined ||
      standing.has(key) ||
      (table === "prices" && isExpectedColumn(table, key, after));
    return isWanted || (isOfNewBid && isExpected);
  });
}

/** A bid's own sum, which a new bid has as the others do. */
function isSumOfBid({ kind, bid }: WrittenColumn): boolean {
  return kind === "sum" && bid !== undefined;
}

/** Where the table's columns stand on the sheet with the added ones, by the keys of ours. */
export function sheetColumns(
  { columnOf, reading: { left, headers } }: FoundTable,
  lacking: readonly WrittenColumn[],
): ReadonlyMap<string, number> {
  return new Map([
    ...[...columnOf].map(([key, at]) => [key, left + at] as const),
    ...lacking.map(({ key }, n) => [key, left + headers.length + n] as const),
  ]);
}

/**
 * The lacking columns as they are written.
 * @param rows the rows of the document by their positions in the table
 */
export function addedColumns(
  table: FoundTable,
  lacking: readonly WrittenColumn[],
  rows: ReadonlyMap<number, Row>,
  { document, words }: Setting,
): AddedColumn[] {
  const { key, reading } = table;
  const positions = sheetColumns(table, lacking);
  const [firstRow, count] = [reading.top + 1, reading.rows.length];
  const bottom = firstRow + count - 1 + rowsBelow;
  return lacking.map((layout, n) => {
    const column = reading.left + reading.headers.length + n;
    const above = reading.top === headerRow ? bidderAbove(key, layout, document) : null;
    return {
      header: headerOf(key, layout, words, document.model.authorities),
      ...(above && { above }),
      cells: reading.rows.map((_, row) => ({
        ...contentOf(layout, rows.get(row) ?? {}, key, words),
        ...sumContent(layout, rows.get(row) ?? {}, { row: firstRow + row, columns: positions }),
      })),
      width: layout.width,
      choices: [
        ...columnChoice(layout, { top: firstRow, left: column, bottom, right: column }, words),
      ],
      like: likeColumn(table, layout),
    };
  });
}

/** The same column of another bid, or else the last column that people fill in. */
function likeColumn({ key, columnOf }: FoundTable, layout: WrittenColumn): number {
  const ending = ` ${layoutKey(layout)}`;
  const own = new Set(columns[key].filter(isOwn).map((each) => each.key));
  const all = [...columnOf];
  const same = layout.bid === undefined ? [] : all.filter(([column]) => column.endsWith(ending));
  const filledIn = all.filter(([column]) => !own.has(column));
  return Math.max(0, ...(same.length > 0 ? same : filledIn).map(([, index]) => index));
}
