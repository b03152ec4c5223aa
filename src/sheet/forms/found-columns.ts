/**
 * Where each column of a form stands in the sheet that came back: a bidder may have moved, inserted
 * or deleted columns. Columns are known by their headings, and on a sheet without headings by the
 * locked texts of its rows. A column that cannot be found is never read from another one's place.
 */
import type { CellReading, Page } from "../workbook";
import { isSameText, textOf } from "./found-text";

/** A column that stands elsewhere, or nowhere. */
export type ColumnChange = {
  readonly heading: string;
  /** The column of the form, from 0. */
  readonly column: number;
  /** Where it stands now; nothing where it is gone. */
  readonly place?: number;
};

export type FoundColumns = {
  /** The row of the headings in the sheet, from 0; nothing where there are none. */
  readonly headingRow?: number;
  /** The column that holds the keys of the rows. */
  readonly keys: number;
  /** By column of the form: the column of the sheet; nothing for one that is gone. */
  readonly places: readonly (number | undefined)[];
  /** The first column of each run that has moved, and every column that is gone. */
  readonly changes: readonly ColumnChange[];
};

type Rows = readonly (readonly CellReading[])[];

/** A row of the form beside the same row of the sheet. */
type Anchor = { readonly texts: readonly string[]; readonly cells: readonly CellReading[] };

/** How far down the headings, and the rows that stand in for them, are looked for. */
const mostRows = 40;

export function findColumns(page: Page, rows: Rows): FoundColumns {
  const keys = keyColumn(page, rows);
  const headingRow = findHeadings(page, rows);
  const anchors =
    headingRow === undefined
      ? rowAnchors(page, rows, keys)
      : [{ texts: textsOf(page, page.repeatedRow ?? 0), cells: rows[headingRow] ?? [] }];
  const width = Math.max(0, ...page.rows.map((row) => row.length));
  const found = Array.from({ length: width }, (_, column) =>
    column === 0 ? keys : placeOf(column, anchors),
  );
  const hasMoved = found.some((place, column) => place !== undefined && place !== column);
  // A heading that was rewritten in a sheet where nothing has moved still stands over its column.
  const places = found.map((place, column) => (hasMoved ? place : column));
  return {
    ...(headingRow === undefined ? {} : { headingRow }),
    keys,
    places,
    changes: changesIn(places, anchors),
  };
}

function textsOf({ rows }: Page, row: number): string[] {
  return (rows[row] ?? []).map((cell) => String(cell?.value ?? ""));
}

/** The column with most of the form's keys; the first where it has as many as any. */
function keyColumn(page: Page, rows: Rows): number {
  const keys = new Set(page.rows.flatMap(([cell]) => (cell?.value ? [String(cell.value)] : [])));
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const [column, cell] of row.entries())
      if (keys.has(textOf(cell))) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].reduce(
    (best, [column, count]) =>
      count > best.count || (count === best.count && column < best.column)
        ? { column, count }
        : best,
    { column: 0, count: counts.get(0) ?? 0 },
  ).column;
}

/** The row with most of the headings, two at least. */
function findHeadings(page: Page, rows: Rows): number | undefined {
  if (page.repeatedRow === undefined) return undefined;
  const headings = textsOf(page, page.repeatedRow).filter((text) => text !== "");
  let best: { readonly row: number; readonly count: number } | undefined;
  for (const [row, cells] of rows.slice(0, mostRows).entries()) {
    const count = headings.filter((text) => cells.some((cell) => isSameText(text, cell))).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row;
}

/** Rows with a key of their own, whose locked texts tell their columns apart. */
function rowAnchors(page: Page, rows: Rows, keys: number): Anchor[] {
  const byKey = new Map(rows.map((cells) => [textOf(cells[keys]), cells]));
  return page.rows.flatMap((own, row): Anchor[] => {
    const cells = byKey.get(String(own[0]?.value ?? ""));
    return cells && own[0]?.value
      ? [{ texts: textsOf(page, row).map((text, c) => (isFilledIn(own[c]) ? "" : text)), cells }]
      : [];
  });
}

function isFilledIn(cell: Page["rows"][number][number] | undefined): boolean {
  return cell?.style === "input" || cell?.style === "input-text";
}

/** The place that most of the rows have the column's text in; its own where that is as good. */
function placeOf(column: number, anchors: readonly Anchor[]): number | undefined {
  const votes = new Map<number, number>();
  for (const { texts, cells } of anchors.slice(0, mostRows)) {
    const text = texts[column] ?? "";
    if (text === "") continue;
    for (const [place, cell] of cells.entries())
      if (isSameText(text, cell)) votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  if (most === 0) return undefined;
  return votes.get(column) === most ? column : [...votes].find(([, count]) => count === most)?.[0];
}

function changesIn(
  places: readonly (number | undefined)[],
  anchors: readonly Anchor[],
): ColumnChange[] {
  const shift = (column: number) => (places[column] ?? column) - column;
  return places.flatMap((place, column): ColumnChange[] => {
    const heading = anchors.map(({ texts }) => texts[column] ?? "").find((text) => text !== "");
    if (heading === undefined || (column === 0 && place === 0)) return [];
    if (place === undefined) return [{ heading, column }];
    const isFirst = column === 0 || shift(column) !== shift(column - 1);
    return shift(column) !== 0 && isFirst ? [{ heading, column, place }] : [];
  });
}
