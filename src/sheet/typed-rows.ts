/**
 * A workbook as it would be read with rows that someone types in a form: the texts stand in the cells
 * of their columns, in tables and columns that are added where the workbook lacks them. It writes
 * nothing; what is typed is then read by the same rules as what stands in a sheet.
 */
import type { Words } from "../words/sv/words";
import { isOwn } from "./headers";
import { columns } from "./layout";
import type { FoundTables } from "./locate";
import { FoundTable } from "./locate";
import type { TableKey } from "./table-keys";
import { tableName } from "./table-keys";
import type { CellReading, TableReading, WorkbookReading } from "./workbook";
import type { WrittenColumn } from "./writing/written-columns";
import { headerOf, headerRow } from "./writing/written-columns";

/** Texts by column key, for a row that stands in a table, or for a new one. */
export type TypedRow = {
  readonly table: TableKey;
  /** The stable id of the row that stands there; left out for a new row. */
  readonly row?: string;
  readonly texts: { readonly [column: string]: string };
};

const blank: CellReading = { kind: "blank", value: null };

/**
 * The rows as the workbook lays them out: each authority's quantity has a column, unless the workbook
 * has the older list of them.
 */
export function asLaidOut(typed: readonly TypedRow[], tables: FoundTables): TypedRow[] {
  if (tables.quantities) return [...typed];
  const byRow = new Map<string, TypedRow>();
  const others = typed.filter(({ table, texts: { item = "", authority, quantity = "" } }) => {
    if (table !== "quantities") return true;
    const texts = {
      id: item,
      ...byRow.get(item)?.texts,
      [`${authority ?? ""} quantity`]: quantity,
    };
    byRow.set(item, { table: "authorityQuantities", row: item, texts });
    return false;
  });
  return [...others, ...byRow.values()];
}

/** @param words the workbook's language, for headers that are added */
export function withTypedRows(
  workbook: WorkbookReading,
  tables: FoundTables,
  typed: readonly TypedRow[],
  words: Words,
): WorkbookReading {
  const keys = [...new Set(typed.map(({ table }) => table))];
  const changed = keys.map((key) => {
    const found = tables[key] ?? newTable(key, words);
    const rows = typed.filter(({ table }) => table === key);
    return { found, reading: withRows(withColumnsFor(found, rows, words), rows) };
  });
  const byReading = new Map(changed.map(({ found, reading }) => [found.reading, reading]));
  const added = changed.filter(({ found }) => !workbook.tables.includes(found.reading));
  return {
    ...workbook,
    tables: [
      ...workbook.tables.map((table) => byReading.get(table) ?? table),
      ...added.map(({ reading }) => reading),
    ],
    sheets: [...workbook.sheets, ...added.map(({ reading }) => reading.sheet)],
  };
}

/** A table without rows, with every column that is not repeated for bids. */
function newTable(key: TableKey, words: Words): FoundTable {
  const layouts = columns[key].filter(({ perBid, perAuthority }) => !perBid && !perAuthority);
  const reading: TableReading = {
    name: tableName(key),
    sheet: words.sheets[key],
    top: headerRow,
    left: 0,
    headers: layouts.map((layout) => headerOf(key, layout, words)),
    rows: [],
    mergedHeader: false,
  };
  return new FoundTable(key, reading, new Map(layouts.map((layout, n) => [layout.key, n])));
}

/** The table with a column, last, for each typed one that it lacks. */
function withColumnsFor(
  { key, reading, columnOf, rowOf }: FoundTable,
  typed: readonly TypedRow[],
  words: Words,
): FoundTable {
  const wanted = new Set(typed.flatMap(({ texts }) => Object.keys(texts)));
  const repeated = columns[key].find(({ perAuthority }) => perAuthority);
  // The header is the authority's id, which is taken as well as the name.
  const ofAuthorities = [...wanted].flatMap((column): WrittenColumn[] => {
    const [authority = "", own] = column.split(" ");
    return repeated && own === repeated.key ? [{ ...repeated, key: column, authority }] : [];
  });
  const ofBids = [...wanted].flatMap((column): WrittenColumn[] => {
    const [bid = "", own] = column.split(" ");
    const layout = columns[key].find((each) => each.perBid === true && each.key === own);
    return layout ? [{ ...layout, key: column, bid }] : [];
  });
  const lacking = [...columns[key], ...ofAuthorities, ...ofBids].filter(
    (layout) => wanted.has(layout.key) && !columnOf.has(layout.key) && !isOwn(layout),
  );
  const headers = [...reading.headers, ...lacking.map((layout) => headerOf(key, layout, words))];
  const positions = lacking.map(
    ({ key: column }, n) => [column, reading.headers.length + n] as const,
  );
  const table = new FoundTable(key, { ...reading, headers }, new Map([...columnOf, ...positions]));
  for (const [id, row] of rowOf) table.rowOf.set(id, row);
  return table;
}

/** The reading with the texts in its cells; a new row stands last. */
function withRows(table: FoundTable, typed: readonly TypedRow[]): TableReading {
  const { reading, columnOf, rowOf } = table;
  const rows = reading.rows.map((row) => [...row]);
  for (const { row, texts } of typed) {
    const at = (row === undefined ? undefined : rowOf.get(row)) ?? rows.length;
    const cells = (rows[at] ??= []);
    for (let n = 0; n < reading.headers.length; n += 1) cells[n] ??= blank;
    for (const [column, text] of Object.entries(texts)) {
      const index = columnOf.get(column);
      if (index !== undefined) cells[index] = typedCell(text);
    }
  }
  return { ...reading, rows };
}

function typedCell(text: string): CellReading {
  return text.trim() === "" ? blank : { kind: "text", value: text.trim() };
}
