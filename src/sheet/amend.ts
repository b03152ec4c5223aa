/**
 * What an act has changed in a document, as cells to fill in and rows to add in the workbook that
 * the document was read from: people's own sheets, formats and order stay as they are. It never
 * takes anything away, and where a value has no column to go to it says so and changes nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import type { FoundTable, Places } from "./locate";
import type { ColumnLayout } from "./layout";
import type { TableKey } from "./table-keys";
import { isRecord, tableKeys } from "./table-keys";
import type { Amendment, CellContent, Entered, Page } from "./workbook";
import { contentOf } from "./writing/cell-content";
import { inputPage } from "./writing/input-page";
import { rowsOf } from "./writing/table-rows";
import { columnsFor, headerOf } from "./writing/written-columns";
import type { Row } from "./writing/written-columns";

/** The cells, or why they cannot be written without losing something. */
export type Amended =
  (Amendment & { readonly refused?: never }) | { readonly refused: readonly Finding[] };

/** @param words the language that the workbook is written in */
export function amendment(
  before: EvaluationDocument,
  after: EvaluationDocument,
  places: Places,
  words: Words,
): Amended {
  const [then, now] = [rowsOf(before, words), rowsOf(after, words)];
  const bids = after.bids.map(({ id }) => id);
  const made = {
    entries: [] as Entered[],
    appended: [] as Amendment["appended"][number][],
    pages: [] as Page[],
  };
  const refused: Finding[] = [];
  for (const key of tableKeys) {
    const known = new Map(then[key].map((row, n) => [rowId(key, row, n), row]));
    const changed = now[key]
      .map((row, n) => ({ id: rowId(key, row, n), row, before: known.get(rowId(key, row, n)) }))
      .filter(({ row, before: old }) => !old || differs(row, old));
    if (changed.length === 0) continue;
    const table = places.tables[key];
    if (!table) made.pages.push(inputPage(key, now[key], after, words));
    else amendTable(table, changed, columnsFor(key, bids), words, made, refused);
  }
  return refused.length > 0 ? { refused } : made;
}

type Change = { readonly id: string; readonly row: Row; readonly before: Row | undefined };

/** A row's stable id: as it was claimed when the table was read. */
function rowId(key: TableKey, row: Row, n: number): string {
  return String(row["key"] ?? row["id"] ?? (isRecord(key) ? n : ""));
}

function differs(row: Row, before: Row): boolean {
  return Object.keys({ ...row, ...before }).some(
    (column) => column !== "order" && row[column] !== before[column],
  );
}

type Made = { readonly entries: Entered[]; readonly appended: Amendment["appended"][number][] };

function amendTable(
  table: FoundTable,
  changes: readonly Change[],
  layouts: readonly (ColumnLayout & { readonly bid?: string })[],
  words: Words,
  made: Made,
  refused: Finding[],
): void {
  const blank = blankRows(table);
  const rows: CellContent[][] = [];
  for (const { id, row, before } of changes) {
    const lacking = layouts.find(
      ({ key, kind }) =>
        row[key] !== undefined &&
        row[key] !== before?.[key] &&
        !["order", "key", "shown"].includes(kind) &&
        !table.columnOf.has(key),
    );
    if (lacking) {
      const header = headerOf(table.key, lacking, words);
      if (
        !refused.some(({ where, details }) => where === table.key && details["header"] === header)
      )
        refused.push(
          finding("column-needed", "blocking", table.key, { sheet: table.reading.sheet, header }),
        );
      continue;
    }
    const known = table.rowOf.get(id);
    // A table that nobody has written in yet begins with a blank row.
    const place = known ?? blank.shift();
    const columns =
      known === undefined
        ? layouts
        : layouts.filter(
            ({ key, kind }) => !["order", "key"].includes(kind) && row[key] !== before?.[key],
          );
    if (place === undefined) rows.push(rowCells(table, layouts, row, words));
    else
      made.entries.push(
        ...columns.flatMap((layout) => entry(table, place, layout, row, before, words)),
      );
  }
  if (rows.length > 0) made.appended.push({ table: table.reading.name, rows });
}

function blankRows({ reading }: FoundTable): number[] {
  return reading.rows.flatMap((cells, n) =>
    cells.every(({ kind }) => kind === "blank") ? [n] : [],
  );
}

function entry(
  table: FoundTable,
  place: number,
  layout: ColumnLayout,
  row: Row,
  before: Row | undefined,
  words: Words,
): Entered[] {
  const address = table.address(place, layout.key);
  const { style: _style, ...content } = contentOf(layout, row, table.key, words);
  return address && content.value !== undefined
    ? [
        {
          address,
          content,
          ...(before?.[layout.key] === undefined ? { isNew: true as const } : {}),
        },
      ]
    : [];
}

function rowCells(
  table: FoundTable,
  layouts: readonly ColumnLayout[],
  row: Row,
  words: Words,
): CellContent[] {
  const byColumn = new Map([...table.columnOf].map(([column, index]) => [index, column]));
  return table.reading.headers.map((_, n) => {
    const layout = layouts.find(({ key }) => key === byColumn.get(n));
    if (!layout) return {};
    const { style: _style, ...content } = contentOf(layout, row, table.key, words);
    return content;
  });
}
