/**
 * What an act has changed in a document, as cells to fill in and as rows, columns and sheets to add
 * in the workbook that the document was read from. People's own sheets, formats and order stay as
 * they are, and it never takes anything away.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Words } from "../words/sv/words";
import { folded } from "./headers";
import type { FoundTable, Places } from "./locate";
import type { TableKey } from "./table-keys";
import { isRecord, tableKeys } from "./table-keys";
import type { Amendment, CellContent, Entered, Page } from "./workbook";
import { isMadeAnew, newlyExpectedTables } from "./write";
import {
  addedColumns,
  lackingColumns,
  sheetColumns,
  withPreparedColumns,
} from "./writing/added-columns";
import { contentOf } from "./writing/cell-content";
import { inputPage } from "./writing/input-page";
import { sumContent } from "./writing/row-sums";
import { placeRows } from "./writing/placed-rows";
import { rowsOf } from "./writing/table-rows";
import { columnsFor, headerOf } from "./writing/written-columns";
import type { Row, WrittenColumn } from "./writing/written-columns";

/**
 * What to write in the workbook so that it holds the document after an act.
 * @param words the language that the workbook is written in
 */
export function amendment(
  before: EvaluationDocument,
  after: EvaluationDocument,
  places: Places,
  words: Words,
): Amendment {
  const [rowsBefore, rowsAfter] = [rowsOf(before, words), rowsOf(after, words)];
  const expected = newlyExpectedTables(before, after);
  const parts = tableKeys.map((key): Part => {
    const table = places.tables[key];
    const changes = areSameAnswers(key, before, after)
      ? []
      : changedRows(key, rowsBefore[key], rowsAfter[key]);
    const change = {
      key,
      changes,
      get rows() {
        return rowsAfter[key];
      },
    };
    if (table) return amendTable(table, change, { before, after, words });
    const has = (other: TableKey) => places.tables[other] !== undefined;
    const isWanted = isMadeAnew(key, has) && (changes.length > 0 || expected.has(key));
    return isWanted ? { pages: [inputPage(key, change.rows, after, words)] } : {};
  });
  return {
    entries: parts.flatMap(({ entries = [] }) => entries),
    columns: parts.flatMap(({ columns }) => columns ?? []),
    appended: parts.flatMap(({ appended }) => appended ?? []),
    pages: parts.flatMap(({ pages = [] }) => pages),
  };
}

/** Whether these are the rows of the verdicts, and those are the very objects that they were. */
function areSameAnswers(
  key: TableKey,
  before: EvaluationDocument,
  after: EvaluationDocument,
): boolean {
  return (
    key === "checks" && before.requirements === after.requirements && before.bids === after.bids
  );
}

/** What is written for one table. */
type Part = {
  readonly entries?: readonly Entered[];
  readonly columns?: NonNullable<Amendment["columns"]>[number];
  readonly appended?: Amendment["appended"][number];
  readonly pages?: readonly Page[];
};

type Change = { readonly id: string; readonly row: Row; readonly before: Row | undefined };

/** The rows that an act has added or changed, by their stable ids. */
function changedRows(key: TableKey, before: readonly Row[], after: readonly Row[]): Change[] {
  const known = new Map(before.map((row, n) => [rowId(key, row, n), row]));
  return after
    .map((row, n) => ({ id: rowId(key, row, n), row, before: known.get(rowId(key, row, n)) }))
    .filter((change) => !change.before || differs(change.row, change.before));
}

/** A row's stable id: as it was claimed when the table was read. */
export function rowId(key: TableKey, row: Row, n: number): string {
  return String(row["key"] ?? row["id"] ?? (isRecord(key) ? n : ""));
}

function differs(row: Row, before: Row): boolean {
  return Object.keys({ ...row, ...before }).some(
    (column) => column !== "order" && row[column] !== before[column],
  );
}

/** A table of the workbook that is amended, and the columns that it has. */
type Target = {
  readonly table: FoundTable;
  readonly layouts: readonly WrittenColumn[];
  readonly words: Words;
  /** The sheet's columns after the act, by the keys of ours. */
  readonly columns: ReadonlyMap<string, number>;
};

type TableChange = {
  readonly key: TableKey;
  readonly rows: readonly Row[];
  readonly changes: readonly Change[];
};

/** Changed cells of rows that stand in the table, and what it lacks: columns and rows. */
function amendTable(
  found: FoundTable,
  change: TableChange,
  { before, after, words }: Versions,
): Part {
  const { key, changes } = change;
  const layouts = columnsFor(key, after);
  const table = withPreparedColumns(found, layouts, { document: after, words });
  const lacking = lackingColumns(table, layouts, changes, { before, after });
  const headers = renamedHeaders(table, layouts, { before, after, words });
  if (changes.length === 0 && lacking.length === 0)
    return headers.length > 0 ? { entries: headers } : {};
  const target = { table, layouts, words, columns: sheetColumns(table, lacking) };
  const placed = placeRows(table, changes);
  const below = changes.filter((change) => !placed.has(change));
  const standing = rowsByPosition(change, placed, table);
  const added = addedColumns(table, lacking, standing, { document: after, words });
  return {
    entries: [
      ...headers,
      ...[...placed].flatMap(([change, place]) => enteredCells(target, place, change)),
      ...(lacking.some(({ authority }) => authority !== undefined)
        ? [...standing].flatMap(([place, row]) => enteredSum(target, place, row))
        : []),
    ],
    ...(added.length > 0 && { columns: { table: table.reading.name, added } }),
    ...(below.length > 0 && {
      appended: {
        table: table.reading.name,
        rows: below.map(({ row }, n) => rowCells(target, lacking, row, n)),
      },
    }),
  };
}

/** The header of each authority whose name has changed; one with the authority's id stays. */
function renamedHeaders(
  { key, reading, columnOf }: FoundTable,
  layouts: readonly WrittenColumn[],
  { before, after, words }: Versions,
): Entered[] {
  const headerIn = ({ model }: EvaluationDocument, layout: WrittenColumn) =>
    headerOf(key, layout, words, model.authorities);
  return layouts.flatMap((layout): Entered[] => {
    const at = columnOf.get(layout.key);
    const value = headerIn(after, layout);
    if (layout.authority === undefined || at === undefined) return [];
    const isOld = folded(reading.headers[at] ?? "") === folded(headerIn(before, layout));
    return isOld && value !== headerIn(before, layout)
      ? [
          {
            address: { sheet: reading.sheet, row: reading.top, column: reading.left + at },
            content: { value },
          },
        ]
      : [];
  });
}

type Versions = {
  readonly before: EvaluationDocument;
  readonly after: EvaluationDocument;
  readonly words: Words;
};

/** Every row of the document that has a row in the table, by its position there. */
function rowsByPosition(
  { key, rows }: TableChange,
  placed: ReadonlyMap<Change, number>,
  { rowOf }: FoundTable,
): Map<number, Row> {
  const known = rows.flatMap((row, n): [number, Row][] => {
    const place = rowOf.get(rowId(key, row, n));
    return place === undefined ? [] : [[place, row]];
  });
  return new Map([...known, ...[...placed].map(([{ row }, place]): [number, Row] => [place, row])]);
}

/** The changed cells of a row that stands in the table; all of them where the row was blank. */
function enteredCells(target: Target, place: number, change: Change): Entered[] {
  const isKnown = target.table.rowOf.has(change.id);
  const isWritten = ({ key, kind }: WrittenColumn) =>
    !isKnown || (!["order", "key"].includes(kind) && change.row[key] !== change.before?.[key]);
  return target.layouts
    .filter(isWritten)
    .flatMap((layout) => enteredCell(target, place, layout, change));
}

/** One changed cell; nothing where the column is not there or the value is gone. */
function enteredCell(
  { table, words, columns }: Target,
  place: number,
  layout: WrittenColumn,
  { row, before }: Change,
): Entered[] {
  const address = table.address(place, layout.key);
  const content = {
    ...plainContent(layout, row, table.key, words),
    ...sumContent(layout, row, { row: address?.row ?? 0, columns }),
  };
  if (!address || content.value === undefined) return [];
  const isNew = before?.[layout.key] === undefined;
  return [{ address, content, ...(isNew ? { isNew } : {}) }];
}

/** A row's sum over the columns that the table has now; one that someone has typed over stays. */
function enteredSum({ table, layouts, columns }: Target, place: number, row: Row): Entered[] {
  const layout = layouts.find(({ kind }) => kind === "sum");
  const address = layout && table.address(place, layout.key);
  if (!layout || !address) return [];
  const { kind, formula } = table.cell(place, layout.key);
  const isOurs = kind === "blank" || formula !== undefined;
  const content = sumContent(layout, row, { row: address.row, columns });
  return isOurs ? [{ address, content }] : [];
}

/**
 * A new row in the order of the table's own columns and the added ones; columns that are not ours
 * stay blank.
 */
function rowCells(
  { table, layouts, words, columns }: Target,
  added: readonly WrittenColumn[],
  row: Row,
  n: number,
): CellContent[] {
  const { top, rows } = table.reading;
  const at = { row: top + 1 + rows.length + n, columns };
  const byColumn = new Map([...table.columnOf].map(([column, index]) => [index, column]));
  const standing = table.reading.headers.map((_, n) =>
    layouts.find(({ key }) => key === byColumn.get(n)),
  );
  return [...standing, ...added].map((layout) =>
    layout
      ? { ...plainContent(layout, row, table.key, words), ...sumContent(layout, row, at) }
      : {},
  );
}

/** A cell that looks as its neighbours in the workbook do. */
function plainContent(layout: WrittenColumn, row: Row, key: TableKey, words: Words): CellContent {
  const { style: _style, ...content } = contentOf(layout, row, key, words);
  return content;
}
