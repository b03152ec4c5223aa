/**
 * Finds our tables, columns and rows in a workbook that people have worked in: tables by name
 * wherever they were moved, columns by header in any order and either language, rows by their
 * stable ids. What it cannot find it names; it never takes one column for another.
 */
import type { Finding, Place } from "../core/finding";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import type { ColumnLayout, Spot, TableKey } from "./layout";
import { columns, optionalTables, spotOf, tableKeys, tableName } from "./layout";
import { readText } from "./cells";
import type { CellAddress, CellReading, TableReading, WorkbookReading } from "./workbook";

const blank: CellReading = { kind: "blank", value: null };

/**
 * A table of ours as it stands in the workbook. Column keys of a bid's own columns are "<bid id>
 * <key>".
 */
export class FoundTable {
  /** Rows by stable id, filled while the table is read; positions in `reading.rows`. */
  readonly rowOf = new Map<string, number>();

  constructor(
    readonly key: TableKey,
    readonly reading: TableReading,
    readonly columnOf: ReadonlyMap<string, number>,
  ) {}

  cell(row: number, column: string): CellReading {
    const index = this.columnOf.get(column);
    return index === undefined ? blank : (this.reading.rows[row]?.[index] ?? blank);
  }

  address(row: number, column: string): CellAddress | undefined {
    const index = this.columnOf.get(column);
    if (index === undefined) return undefined;
    return {
      sheet: this.reading.sheet,
      row: this.reading.top + 1 + row,
      column: this.reading.left + index,
    };
  }
}

export type FoundTables = { readonly [key in TableKey]?: FoundTable };

/** Where every place of the document stands in the workbook. */
export class Places {
  constructor(readonly tables: FoundTables) {}

  spot(
    place: Place,
  ): { readonly table: FoundTable; readonly spot: Spot; readonly row: number } | undefined {
    const spot = spotOf(place);
    const own = spot && this.tables[spot.table];
    // A score that is a list stands on one of two sheets: consultants' or test persons'.
    const table =
      spot?.table === "consultants" && !own?.rowOf.has(spot.row) ? this.tables.participants : own;
    const row = table?.rowOf.get(spot?.row ?? "");
    return spot && table && row !== undefined ? { table, spot, row } : undefined;
  }

  /** What the cell of a place holds. */
  cell(place: Place): CellReading | undefined {
    const found = this.spot(place);
    return found?.table.cell(found.row, found.spot.column);
  }

  /** @returns the cell, or nothing for what has no cell of its own */
  address(place: Place): CellAddress | undefined {
    const found = this.spot(place);
    return (
      found?.table.address(found.row, found.spot.column) ?? found?.table.address(found.row, "id")
    );
  }

  /**
   * The cell, or the table's header row when the place is a whole list or a row that is not there.
   */
  nearest(place: Place): CellAddress | undefined {
    // A list of the model stands on rows of its own: the first of them.
    const exact =
      this.address(place) ?? this.address(`${place}[0]`) ?? this.address(`${place}[0].upTo`);
    if (exact) return exact;
    const list = /^[a-zA-Z]+/.exec(place)?.[0] ?? "";
    const key =
      spotOf(place)?.table ?? tableKeys.find((each) => each === (listTables[list] ?? list));
    const table = key && this.tables[key];
    return (
      table && { sheet: table.reading.sheet, row: table.reading.top, column: table.reading.left }
    );
  }
}

/**
 * Lists of the document whose table has another name; a finding about a table names the table
 * itself.
 */
const listTables: { readonly [list: string]: TableKey } = { priceItems: "prices" };

/**
 * `words`: the language the workbook is written in, which its formulas and new sheets have to
 * follow.
 */
export type Search = {
  readonly tables: FoundTables;
  readonly words: Words | undefined;
  readonly findings: readonly Finding[];
};

/** @param all the product's languages: a workbook may be written in either */
export function findTables(
  workbook: WorkbookReading,
  all: readonly Words[],
  keys: readonly TableKey[] = tableKeys,
): Search {
  const findings: Finding[] = [];
  const located = new Map<TableKey, TableReading>();
  for (const key of keys) {
    const table = locate(key, workbook, all, findings);
    if (table) located.set(key, table);
  }
  const bids = bidIds(located.get("bids"), all);
  const tables: { [key in TableKey]?: FoundTable } = {};
  for (const [key, table] of located) tables[key] = withColumns(key, table, bids, all, findings);
  return { tables, words: languageOf(located, all), findings };
}

/**
 * The language of the header over the requirements, or over the bidders where there are none; a
 * workbook with two languages in it is in the first.
 */
function languageOf(
  located: ReadonlyMap<TableKey, TableReading>,
  all: readonly Words[],
): Words | undefined {
  const [key, column] = located.has("checks")
    ? (["checks", "text"] as const)
    : (["bids", "bidder"] as const);
  const table = located.get(key);
  return all.find(
    (words) =>
      table && headerIndex(table, headersFor(key, column, undefined, [words])) !== undefined,
  );
}

function problem(code: string, where: string, details: Finding["details"]): Finding {
  return finding(code, "blocking", where, details);
}

function locate(
  key: TableKey,
  workbook: WorkbookReading,
  all: readonly Words[],
  findings: Finding[],
): TableReading | undefined {
  const named = workbook.tables.find(
    ({ name }) => name.toLowerCase() === tableName(key).toLowerCase(),
  );
  if (named) return named;
  const sheetNames = all.map((words) => words.sheets[key].toLowerCase());
  const sheet = workbook.sheets.find((name) => sheetNames.includes(name.toLowerCase()));
  const there = workbook.tables.filter((table) => table.sheet === sheet);
  const [first] = sheetNames;
  const expected = all[0]?.sheets[key] ?? first ?? key;
  if (there.length === 1 && there[0] && missingHeaders(key, there[0], all).length === 0) {
    findings.push(
      finding("table-renamed", "note", key, {
        table: there[0].name,
        expected: tableName(key),
        sheet: there[0].sheet,
      }),
    );
    return there[0];
  }
  if (optionalTables.has(key) && there.length === 0) return undefined;
  if (sheet === undefined)
    findings.push(problem("sheet-missing", key, { sheet: expected, table: tableName(key) }));
  else if (there.length > 1) {
    findings.push(
      problem("tables-ambiguous", key, {
        sheet,
        tables: there.map(({ name }) => name),
        table: tableName(key),
      }),
    );
  } else findings.push(problem("table-missing", key, { sheet, table: tableName(key) }));
  return undefined;
}

/**
 * The ids in the bids table decide which columns the other tables have; Swedish headers are enough
 * to find them.
 */
function bidIds(table: TableReading | undefined, all: readonly Words[]): string[] {
  const index = table ? headerIndex(table, headersFor("bids", "id", undefined, all)) : undefined;
  if (!table || index === undefined) return [];
  return table.rows
    .flatMap((row) => readText(row[index] ?? blank).value?.trim() ?? [])
    .filter((id) => id !== "");
}

function withColumns(
  key: TableKey,
  table: TableReading,
  bids: readonly string[],
  all: readonly Words[],
  findings: Finding[],
): FoundTable {
  const columnOf = new Map<string, number>();
  if (table.rowBelow !== undefined)
    findings.push(problem("row-below-table", key, { sheet: table.sheet, row: table.rowBelow + 1 }));
  if (table.mergedHeader)
    findings.push(problem("header-merged", key, { sheet: table.sheet, row: table.top + 1 }));
  for (const { layout, bid } of expected(key, bids)) {
    const names = headersFor(key, layout.key, bid, all);
    const index = headerIndex(table, names);
    const full = bid === undefined ? layout.key : `${bid} ${layout.key}`;
    // A column that one bid has, every bid has.
    const othersHave =
      bid !== undefined &&
      bids.some(
        (other) => headerIndex(table, headersFor(key, layout.key, other, all)) !== undefined,
      );
    if (index !== undefined) columnOf.set(full, index);
    else if (
      (layout.optional === undefined || othersHave) &&
      !["order", "key", "shown"].includes(layout.kind)
    ) {
      findings.push(
        problem("column-missing", key, {
          sheet: table.sheet,
          row: table.top + 1,
          header: names[0] ?? full,
          seen: table.headers.filter((header) => header !== ""),
        }),
      );
    }
  }
  const lacking = expected(key, bids).filter(
    ({ layout, bid }) =>
      layout.optional === "shown" &&
      !columnOf.has(bid === undefined ? layout.key : `${bid} ${layout.key}`),
  );
  const known = new Set(columnOf.values());
  const unknown = table.headers.filter((header, n) => header.trim() !== "" && !known.has(n));
  // A column that may be missing could also be one that someone has renamed.
  if (lacking.length > 0 && unknown.length > 0) {
    findings.push(
      finding("column-unread", "note", key, {
        sheet: table.sheet,
        seen: unknown,
        headers: lacking.map(
          ({ layout, bid }) => headersFor(key, layout.key, bid, all)[0] ?? layout.key,
        ),
      }),
    );
  }
  return new FoundTable(key, table, columnOf);
}

function missingHeaders(key: TableKey, table: TableReading, all: readonly Words[]): ColumnLayout[] {
  return columns[key].filter(
    (layout) =>
      !layout.perBid &&
      layout.optional === undefined &&
      !["order", "key", "shown"].includes(layout.kind) &&
      headerIndex(table, headersFor(key, layout.key, undefined, all)) === undefined,
  );
}

function expected(
  key: TableKey,
  bids: readonly string[],
): { readonly layout: ColumnLayout; readonly bid?: string }[] {
  return columns[key].flatMap((layout) =>
    layout.perBid ? bids.map((bid) => ({ layout, bid })) : [{ layout }],
  );
}

function headersFor(
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

function headerIndex(table: TableReading, names: readonly string[]): number | undefined {
  const wanted = names.map(folded);
  const index = table.headers.findIndex((header) => wanted.includes(folded(header)));
  return index < 0 ? undefined : index;
}

function folded(header: string): string {
  return header.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/**
 * The tables as a calculator needs them: only the columns that a formula can read, texts left out.
 */
export function calculationTables({ tables }: Places): TableReading[] {
  const read = new Set([
    "key",
    "id",
    "decimal",
    "percent",
    "whole",
    "figure",
    "flag",
    "choice",
    "text",
    "value",
  ]);
  const silent = new Set<TableKey>([
    "procurement",
    "evaluators",
    "lotteries",
    "rounds",
    "offers",
    "adjustments",
    "sessions",
    "events",
    "published",
    "award",
    "confidential",
    "requests",
    "checklist",
  ]);
  return Object.values(tables).flatMap((table) => {
    if (silent.has(table.key)) return [];
    const kept = new Set<number>();
    for (const [column, index] of table.columnOf) {
      const key = column.includes(" ") ? column.slice(column.indexOf(" ") + 1) : column;
      const layout = columns[table.key].find((each) => each.key === key);
      const isText = layout?.kind === "text" && table.key !== "model";
      if (layout && read.has(layout.kind) && !isText) kept.add(index);
    }
    return [
      {
        ...table.reading,
        rows: table.reading.rows.map((row) => row.map((cell, n) => (kept.has(n) ? cell : blank))),
      },
    ];
  });
}
