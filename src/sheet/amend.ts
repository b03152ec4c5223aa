/**
 * What an act has changed in a document, as cells to fill in and rows to add in the workbook that
 * the document was read from. People's own sheets, formats and order stay as they are. It never
 * takes anything away; where a value has no column to go to, it reports that and changes nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import { isOwn } from "./headers";
import type { FoundTable, Places } from "./locate";
import type { TableKey } from "./table-keys";
import { isRecord, tableKeys } from "./table-keys";
import type { Amendment, CellContent, Entered, Page } from "./workbook";
import { contentOf } from "./writing/cell-content";
import { inputPage } from "./writing/input-page";
import { rowsOf } from "./writing/table-rows";
import { columnsFor, headerOf } from "./writing/written-columns";
import type { Row, WrittenColumn } from "./writing/written-columns";

/** The cells, or why they cannot be written without losing something. */
export type Amended =
  (Amendment & { readonly refused?: never }) | { readonly refused: readonly Finding[] };

/**
 * What to write in the workbook so that it holds the document after an act.
 * @param words the language that the workbook is written in
 * @returns the cells, or a blocking finding for each column that a value needs and a table lacks
 */
export function amendment(
  before: EvaluationDocument,
  after: EvaluationDocument,
  places: Places,
  words: Words,
): Amended {
  const [rowsBefore, rowsAfter] = [rowsOf(before, words), rowsOf(after, words)];
  const bids = after.bids.map(({ id }) => id);
  const entries: Entered[] = [];
  const appended: Amendment["appended"][number][] = [];
  const pages: Page[] = [];
  const refused: Finding[] = [];
  for (const key of tableKeys) {
    const changes = changedRows(key, rowsBefore[key], rowsAfter[key]);
    if (changes.length === 0) continue;
    const table = places.tables[key];
    if (!table) {
      pages.push(inputPage(key, rowsAfter[key], after, words));
      continue;
    }
    const target = { table, layouts: columnsFor(key, bids), words };
    const [lacking, writable] = partedByColumns(target, changes);
    refused.push(...lacking);
    const amended = amendTable(target, writable);
    entries.push(...amended.entries);
    if (amended.rows.length > 0) appended.push({ table: table.reading.name, rows: amended.rows });
  }
  return refused.length > 0 ? { refused } : { entries, appended, pages };
}

type Change = { readonly id: string; readonly row: Row; readonly before: Row | undefined };

/** The rows that an act has added or changed, by their stable ids. */
function changedRows(key: TableKey, before: readonly Row[], after: readonly Row[]): Change[] {
  const known = new Map(before.map((row, n) => [rowId(key, row, n), row]));
  return after
    .map((row, n) => ({ id: rowId(key, row, n), row, before: known.get(rowId(key, row, n)) }))
    .filter((change) => !change.before || differs(change.row, change.before));
}

/** A row's stable id: as it was claimed when the table was read. */
function rowId(key: TableKey, row: Row, n: number): string {
  return String(row["key"] ?? row["id"] ?? (isRecord(key) ? n : ""));
}

function differs(row: Row, before: Row): boolean {
  return Object.keys({ ...row, ...before }).some(
    (column) => column !== "order" && row[column] !== before[column],
  );
}

/** A table of the workbook that is amended, and the columns that it could have. */
type Target = {
  readonly table: FoundTable;
  readonly layouts: readonly WrittenColumn[];
  readonly words: Words;
};

/** A finding for each column that some change needs and the table lacks, and the other changes. */
function partedByColumns(
  { table, layouts, words }: Target,
  changes: readonly Change[],
): readonly [lacking: readonly Finding[], writable: readonly Change[]] {
  const headers = new Set<string>();
  const writable = changes.filter(({ row, before }) => {
    const lacking = layouts.find(
      (layout) =>
        row[layout.key] !== undefined &&
        row[layout.key] !== before?.[layout.key] &&
        !isOwn(layout) &&
        !table.columnOf.has(layout.key),
    );
    if (lacking) headers.add(headerOf(table.key, lacking, words));
    return !lacking;
  });
  const { sheet } = table.reading;
  const findings = [...headers].map((header) =>
    finding("column-needed", "blocking", table.key, { sheet, header }),
  );
  return [findings, writable];
}

/** Changed cells of rows that stand in the table, and whole rows for the others. */
function amendTable(
  target: Target,
  changes: readonly Change[],
): { readonly entries: Entered[]; readonly rows: CellContent[][] } {
  const { table, layouts } = target;
  // A table that nobody has written in yet begins with a blank row.
  const blank = blankRows(table);
  const entries: Entered[] = [];
  const rows: CellContent[][] = [];
  for (const change of changes) {
    const { id, row, before } = change;
    const known = table.rowOf.get(id);
    const place = known ?? blank.shift();
    if (place === undefined) {
      rows.push(rowCells(target, row));
      continue;
    }
    const isWritten = ({ key, kind }: WrittenColumn) =>
      known === undefined || (!["order", "key"].includes(kind) && row[key] !== before?.[key]);
    for (const layout of layouts.filter(isWritten))
      entries.push(...enteredCell(target, place, layout, change));
  }
  return { entries, rows };
}

/** The table's rows without any value, by their positions. */
function blankRows({ reading }: FoundTable): number[] {
  return reading.rows.flatMap((cells, n) =>
    cells.every(({ kind }) => kind === "blank") ? [n] : [],
  );
}

/** One changed cell; nothing where the column is not there or the value is gone. */
function enteredCell(
  { table, words }: Target,
  place: number,
  layout: WrittenColumn,
  { row, before }: Change,
): Entered[] {
  const address = table.address(place, layout.key);
  const { style: _style, ...content } = contentOf(layout, row, table.key, words);
  if (!address || content.value === undefined) return [];
  const isNew = before?.[layout.key] === undefined;
  return [{ address, content, ...(isNew ? { isNew } : {}) }];
}

/** A new row in the order of the table's own columns; columns that are not ours stay blank. */
function rowCells({ table, layouts, words }: Target, row: Row): CellContent[] {
  const byColumn = new Map([...table.columnOf].map(([column, index]) => [index, column]));
  return table.reading.headers.map((_, n) => {
    const layout = layouts.find(({ key }) => key === byColumn.get(n));
    if (!layout) return {};
    const { style: _style, ...content } = contentOf(layout, row, table.key, words);
    return content;
  });
}
